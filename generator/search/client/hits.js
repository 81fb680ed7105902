/* Backfile's search: the words of a text that were found. */
(function (backfile) {
  "use strict";

  const { termTest, wantedTerms } = backfile.matching;

  /**
   * What elements of a query want marked in a text: `{terms, tests, phrases, runs}`, terms as a Set, tests for terms,
   * phrases by their letters, and words of scripts without spaces as `{letters, terms}`.
   */
  function wantedOf(asked) {
    const wanted = { terms: new Set(), tests: [], phrases: [], runs: [] };
    for (const element of asked) {
      const terms = wantedTerms(element);
      const [word] = element.words;
      if (element.kind === "phrase") wanted.phrases.push(squeezed(element.typed).letters);
      else if (word.isRun) wanted.runs.push({ letters: squeezed(word.whole).letters, terms });
      else {
        for (const term of terms) wanted.terms.add(term);
        wanted.tests.push(...[termTest(element)].filter(Boolean));
      }
    }
    return wanted;
  }

  /** The letters and digits of a text, folded, with the places in the text at which its runs begin and end among them. */
  function squeezed(text) {
    const { fold, pieces } = window.lunr.backfile;
    const [begins, ends] = [new Map(), new Map()];
    let letters = "";
    for (const { 0: piece, index } of pieces(text)) {
      begins.set(letters.length, index);
      letters += fold(piece);
      ends.set(letters.length, index + piece.length);
    }
    return { letters, begins, ends };
  }

  /** Where a phrase stands in a squeezed text, whatever spaces, hyphens and marks are between its letters. */
  function phraseHits({ letters, begins, ends }, wanted) {
    const found = [];
    for (let at = letters.indexOf(wanted); wanted && at >= 0; at = letters.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (begins.has(at) && ends.has(end)) found.push({ start: begins.get(at), end: ends.get(end), terms: [`"${wanted}`] });
    }
    return found;
  }

  /** A function that gives the terms of a chunk that are wanted, and makes them of each chunk once. */
  function wantedTermsOf(language, { terms, tests = [] }) {
    const known = new Map();
    const isWanted = (term) => terms.has(term) || tests.some((test) => test(term));
    // A stem begins as its word: most words need not be stemmed.
    const firsts = new Set(Array.from(terms, (term) => term[0]));
    const mayBe = (chunk) => tests.length > 0 || !/^[a-z]+$/i.test(chunk) || firsts.has(chunk[0].toLowerCase());
    return (chunk) => {
      let held = known.get(chunk);
      if (held === undefined) {
        held = mayBe(chunk) ? window.lunr.backfile.chunkTerms(chunk, language).filter(isWanted) : [];
        known.set(chunk, held);
      }
      return held;
    };
  }

  function wordHits(text, language, wanted) {
    const found = [];
    if (!wanted.terms.size && !(wanted.tests || []).length) return found;
    const termsOf = wantedTermsOf(language, wanted);
    for (const [start, end, chunk] of window.lunr.backfile.chunks(text)) {
      const terms = termsOf(chunk);
      if (terms.length) found.push({ start, end, terms });
    }
    return found;
  }

  /** Stretches in their order, of which those that overlap have become one. */
  function merged(found) {
    const apart = [];
    for (const { start, end, terms } of found.sort((a, b) => a.start - b.start)) {
      const last = apart[apart.length - 1];
      if (last && start < last.end) {
        last.end = Math.max(last.end, end);
        last.terms = last.terms.concat(terms);
      } else apart.push({ start, end, terms });
    }
    return apart;
  }

  /** The stretches of a text that are wanted, see `wantedOf`: `{start, end, terms}`. */
  function hits(text, language, wanted) {
    const found = wordHits(text, language, wanted);
    const { phrases = [], runs = [] } = wanted;
    if (phrases.length || runs.length) {
      const letters = squeezed(text);
      for (const phrase of phrases) found.push(...phraseHits(letters, phrase));
      for (const run of runs) {
        const whole = phraseHits(letters, run.letters);
        found.push(...(whole.length ? whole : wordHits(text, language, { terms: new Set(run.terms) })));
      }
    }
    return merged(found);
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

  Object.assign(backfile, { hits, marked, wantedOf });
})(window.backfile);
