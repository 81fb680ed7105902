/*
 * Backfile's search: what a query in people's language asks for.
 *
 * Words; "quoted phrases"; -without; title: author: person: place: org: tag: publication: before a word or phrase;
 * lang:de; year:2007, year:2001..2007, year:2001.. and year:..2007. Lunr's signs, where they are right: +required,
 * begin*, be*in, begn~1, begin^5. Whatever is none of these is words.
 */
(function (backfile) {
  "use strict";

  const FIELDS = {
    title: "title", summary: "summary", author: "author", by: "author", person: "people", people: "people",
    place: "places", places: "places", org: "organizations", organization: "organizations",
    organizations: "organizations", tag: "tags", tags: "tags", publication: "publication", text: "body", body: "body",
  };
  const OTHERS = { year: "year", date: "year", lang: "language", language: "language" };
  const LAST_NAME = /(?<!\S)[-\u2212+]?(\p{L}+):$/u;
  const QUOTES = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
  const SIGNS = `([-\u2212+](?=[\\p{L}\\p{N}*${QUOTES}]))?(?:(\\p{L}+):)?`;
  // A phrase begins where a word could, and ends with its quotation mark, or the query: `5" (“sic` has none.
  const PHRASE = new RegExp(`(?<!\\S)${SIGNS}[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}](?![^\\s.,;:!?)])|$)`, "gu");
  const WORD = new RegExp(`(?<!\\S)${SIGNS}(\\S+)`, "gu");
  const YEARS = /^(\d{1,4})?(?:(\.\.|\u2026)(\d{1,4})?)?$/;
  const LUNRS = /^([^~^]+)((?:~[12]|\^\d{1,3})*)$/;
  const PATTERN = /^(?=.*\*)(?=(?:\**[\p{L}\p{N}]\p{M}*){2})(?!(?:[^*]*\*){5})[\p{L}\p{N}\p{M}*]+$/u;
  const LONGEST_MISSPELT = 40;
  const MOST_WORDS = 64;

  /** A query that somebody is typing, without a field at its end of which it is not said yet what it should have. */
  function withoutLastName(typed) {
    const isName = (name) => Object.hasOwn(FIELDS, name) || Object.hasOwn(OTHERS, name);
    return typed.replace(LAST_NAME, (last, name) => (isName(name.toLowerCase()) ? "" : last));
  }

  /** A word without Lunr's signs, and what they say: `{plain, near, boost, begins, pattern}`. */
  function lunrs(typed) {
    const none = { plain: typed, near: 0, boost: 1, begins: false, pattern: "" };
    const parts = LUNRS.exec(typed);
    if (!parts) return none;
    const [, plain, signs] = parts;
    const near = Number((/~(\d)/.exec(signs) || [])[1] || 0);
    const boost = Math.max(1, Number((/\^(\d+)/.exec(signs) || [])[1] || 1));
    if (!plain.includes("*")) return { ...none, plain, near: plain.length > LONGEST_MISSPELT ? 0 : near, boost };
    if (!PATTERN.test(plain)) return { ...none, plain, boost };
    const begins = /^[^*]+\*+$/.test(plain);
    const pattern = begins ? "" : plain.split("*").map(window.lunr.backfile.fold).join("*");
    return { ...none, plain: plain.replace(/\*/g, ""), boost, begins, pattern };
  }

  /**
   * The elements of a query, which somebody may still be typing: `{kind: "word" | "phrase", not, must, field, words,
   * typed, more}`, with words as pipeline.js makes them and `more` for further terms that matching.js finds; what Lunr's
   * signs say of a word goes with it. Also `{kind: "years", not, first, last}` and `{kind: "language", not, language}`.
   */
  function parse(typed, isTyping) {
    const query = isTyping ? withoutLastName(typed) : typed;
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
        for (const [, sign, name, phrase] of phrases[place[1]].matchAll(PHRASE)) take(sign, name, phrase, true);
      } else {
        for (const [, sign, name, text] of piece.matchAll(WORD)) take(sign, name, text, false);
      }
    }
    return elements;

    function take(sign, name, plain, isQuoted) {
      const must = sign === "+";
      const not = Boolean(sign) && !must;
      const lower = (name || "").toLowerCase();
      const other = Object.hasOwn(OTHERS, lower) ? OTHERS[lower] : "";
      if (other === "year") {
        const years = YEARS.exec(plain.trim());
        if (years && (years[1] || years[3])) {
          const first = years[1] ? Number(years[1]) : 0;
          const last = years[3] ? Number(years[3]) : years[2] ? Infinity : first;
          add({ kind: "years", not, first: Math.min(first, last), last: Math.max(first, last) }, `${not}year${plain}`);
          return;
        }
      }
      if (other === "language") {
        const language = plain.trim().toLowerCase();
        if (language) add({ kind: "language", not, language }, `${not}lang${language}`);
        return;
      }
      const field = Object.hasOwn(FIELDS, lower) ? FIELDS[lower] : "";
      const typed = name && !field ? `${name}:${plain}` : plain;
      if (isQuoted) takePhrase({ not, must, field, typed, more: [] });
      else takeWords({ not, must, field, more: [] }, lunrs(typed));
    }

    function signOf({ not, field }, words) {
      return `${not} ${field} ${words.map(({ whole }) => whole).join(" ")}`;
    }

    function takePhrase(element) {
      const words = window.lunr.backfile.queryWords(element.typed, true);
      if (!words.length) return;
      const kind = words.length + words[0].parts.length > 1 ? "phrase" : "word";
      add({ ...element, kind, words }, kind === "phrase" ? `"${signOf(element, words)}` : signOf(element, words));
    }

    function takeWords(element, { plain, near, boost, begins, pattern }) {
      const words = window.lunr.backfile.queryWords(plain, false);
      const isPlain = words.length !== 1 || words[0].parts.length > 0;
      for (const word of words) {
        const signs = isPlain ? { near: 0, begins: false, pattern: "" } : { near, begins, pattern };
        add({ ...element, kind: "word", words: [word], typed: word.whole, boost, ...signs }, `${signOf(element, [word])} ${signs.near} ${signs.begins} ${signs.pattern}`);
      }
    }
  }

  backfile.parse = parse;
})(window.backfile);
