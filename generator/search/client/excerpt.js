/* Backfile's search: the stretch of an article's text that shows best why it was found. */
(function (backfile) {
  "use strict";

  const WIDTH = 260;
  const LEAD = 60;

  /** The first of the stretches within WIDTH that have the most different terms: `[start, end]`. */
  function bestStretch(found) {
    const counts = new Map();
    let best = [0, 0];
    let most = 0;
    let first = 0;
    found.forEach((hit, last) => {
      for (const term of hit.terms) counts.set(term, (counts.get(term) || 0) + 1);
      while (first < last && hit.end - found[first].start > WIDTH - LEAD) {
        for (const term of found[first].terms) {
          if (counts.get(term) > 1) counts.set(term, counts.get(term) - 1);
          else counts.delete(term);
        }
        first += 1;
      }
      if (counts.size > most) {
        most = counts.size;
        best = [found[first].start, hit.end];
      }
    });
    return best;
  }

  /** The place of the space nearest after `from`, or `from` where the next is farther than a long word. */
  function wordStart(text, from) {
    if (from <= 0) return 0;
    const space = text.slice(from - 1, from + LEAD / 2).search(/\s/);
    return space < 0 ? wholeCharacter(text, from) : from + space;
  }

  function wordEnd(text, to) {
    if (to >= text.length) return text.length;
    const space = /\s\S*$/.exec(text.slice(to - LEAD / 2, to + 1));
    return space ? to - LEAD / 2 + space.index : wholeCharacter(text, to);
  }

  /** `at`, or one before it where it would part the halves of a character. */
  function wholeCharacter(text, at) {
    return /[\uDC00-\uDFFF]/.test(text[at] || "") ? at - 1 : at;
  }

  /**
   * The excerpt of a text in `language` around what is `wanted`, see hits.js: a list of `{text, marked}`, beginning and
   * ending in an ellipsis where the text goes on.
   */
  function excerpt(text, language, wanted) {
    const found = backfile.hits(text, language, wanted);
    const [first, last] = bestStretch(found);
    const start = Math.min(wordStart(text, first - LEAD), first);
    const end = last - start > WIDTH ? wholeCharacter(text, start + WIDTH) : Math.max(wordEnd(text, start + WIDTH), last);
    const pieces = [];
    let at = start;
    const add = (to, marked) => {
      if (to > at) pieces.push({ text: text.slice(at, to).replace(/\s+/g, " "), marked });
      at = Math.max(at, to);
    };
    for (const hit of found) {
      if (hit.start >= end || hit.end <= start) continue;
      add(hit.start, false);
      add(Math.min(hit.end, end), true);
    }
    add(end, false);
    if (start > 0) pieces.unshift({ text: "… ", marked: false });
    if (end < text.length) pieces.push({ text: " …", marked: false });
    return pieces;
  }

  backfile.excerpt = excerpt;
})(window.backfile);
