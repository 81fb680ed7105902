/* Backfile's search: the words of a text that were found. */
(function (backfile) {
  "use strict";

  /** The words of a text that were found: `{start, end, terms}`. */
  function hits(text, language, wanted) {
    const known = new Map();
    const found = [];
    for (const [start, end, chunk] of window.lunr.backfile.chunks(text)) {
      let terms = known.get(chunk);
      if (terms === undefined) {
        terms = window.lunr.backfile.chunkTerms(chunk, language).filter((term) => wanted.has(term));
        known.set(chunk, terms);
      }
      if (terms.length) found.push({ start, end, terms });
    }
    return found;
  }

  /** A text in pieces `{text, marked}`. */
  function marked(text, language, wanted) {
    const pieces = [];
    let at = 0;
    for (const { start, end } of hits(text, language, wanted)) {
      pieces.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
      at = end;
    }
    return [...pieces, { text: text.slice(at), marked: false }].filter((piece) => piece.text);
  }

  Object.assign(backfile, { hits, marked });
})(window.backfile);
