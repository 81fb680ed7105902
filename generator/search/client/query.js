/*
 * Backfile's search: what a query in people's language asks for.
 *
 * Words; "quoted phrases"; -without; title: author: person: place: org: tag: publication: before a word or phrase;
 * lang:de; year:2007, year:2001..2007, year:2001.. and year:..2007. Whatever is none of these is words.
 */
(function (backfile) {
  "use strict";

  const FIELDS = {
    title: "title", summary: "summary", author: "author", by: "author", person: "people", people: "people",
    place: "places", places: "places", org: "organizations", organization: "organizations",
    organizations: "organizations", tag: "tags", tags: "tags", publication: "publication", text: "body", body: "body",
  };
  const QUOTES = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
  const SIGNS = `([-\u2212](?=[\\p{L}\\p{N}${QUOTES}]))?(?:(\\p{L}+):)?`;
  // A phrase begins where a word could, and ends with its quotation mark, or the query: `5" (“sic` has none.
  const PHRASE = new RegExp(`(?<!\\S)${SIGNS}[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}](?![^\\s.,;:!?)])|$)`, "gu");
  const WORD = new RegExp(`(?<!\\S)${SIGNS}(\\S+)`, "gu");
  const YEARS = /^(\d{1,4})?(?:(\.\.|\u2026)(\d{1,4})?)?$/;
  const MOST_WORDS = 64;

  /**
   * The elements of a query: `{kind: "word" | "phrase", not, field, words, typed}` with words as pipeline.js makes
   * them, `{kind: "years", not, first, last}` and `{kind: "language", not, language}`.
   */
  function parse(query) {
    const elements = [];
    const seen = new Set();
    const add = (element, sign) => {
      if (seen.has(sign) || elements.length >= MOST_WORDS) return;
      seen.add(sign);
      elements.push(element);
    };
    const phrases = [];
    const marked = query.replace(PHRASE, (whole) => `\u0000${phrases.push(whole) - 1}\u0000 `);
    const rest = marked.replace(new RegExp(`[${QUOTES}]`, "gu"), " ");
    for (const piece of rest.split(/(\u0000\d+\u0000)/)) {
      const place = /^\u0000(\d+)\u0000$/.exec(piece);
      if (place) {
        for (const [, minus, name, phrase] of phrases[place[1]].matchAll(PHRASE)) take(minus, name, phrase, true);
      } else {
        for (const [, minus, name, text] of piece.matchAll(WORD)) take(minus, name, text, false);
      }
    }
    return elements;

    function take(minus, name, plain, isQuoted) {
      const not = Boolean(minus);
      const lower = (name || "").toLowerCase();
      if (lower === "year" || lower === "date") {
        const years = YEARS.exec(plain.trim());
        if (years && (years[1] || years[3])) {
          const first = years[1] ? Number(years[1]) : 0;
          const last = years[3] ? Number(years[3]) : years[2] ? Infinity : first;
          add({ kind: "years", not, first: Math.min(first, last), last: Math.max(first, last) }, `${not}year${plain}`);
          return;
        }
      }
      if (lower === "lang" || lower === "language") {
        const language = plain.trim().toLowerCase();
        if (language) add({ kind: "language", not, language }, `${not}lang${language}`);
        return;
      }
      const field = Object.hasOwn(FIELDS, lower) ? FIELDS[lower] : "";
      const typed = name && !field ? `${name}:${plain}` : plain;
      const words = window.lunr.backfile.queryWords(typed, isQuoted);
      if (!words.length) return;
      const sign = (list) => `${not} ${field} ${list.map((word) => word.whole).join(" ")}`;
      if (isQuoted && words.length + words[0].parts.length > 1) {
        add({ kind: "phrase", not, field, words, typed }, `"${sign(words)}`);
      } else {
        for (const word of words) add({ kind: "word", not, field, words: [word], typed: word.whole }, sign([word]));
      }
    }
  }

  backfile.parse = parse;
})(window.backfile);
