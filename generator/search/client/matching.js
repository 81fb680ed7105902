/* Backfile's search: which terms an element of a query may stand under, and whether a result has it. */
(function (backfile) {
  "use strict";

  const SHORTEST_BEGINNING = 2;
  const MOST_BEGINNINGS = 24;
  const MOST_SHARDS_OF_A_BEGINNING = 3;
  const SHORTEST_STEM = 4;
  const LONGEST_ENDING = 3;

  const formsOf = (term) => window.lunr.backfile.forms(term);

  /** All terms that an element may stand under in the index. */
  function wantedTerms({ words, more }) {
    return [...words.flatMap(({ whole, parts }) => [whole, ...parts].flatMap(formsOf)), ...more];
  }

  /** Whether a result, by its metadata, has an element. */
  function hasElement(metadata, { words, more, field }) {
    const stands = (form) => metadata[form] && (!field || metadata[form][field]);
    const has = (term) => formsOf(term).some(stands);
    // "pre-emptive" is found as one word, or as both "pre" and "emptive".
    const hasWord = ({ whole, parts }) => has(whole) || (parts.length > 0 && parts.every(has));
    return more.some(stands) || words.every(hasWord);
  }

  /** The fields of a result, by its metadata, that have a term of an element. */
  function fieldsOfElement(metadata, element) {
    const fields = wantedTerms(element).flatMap((term) => Object.keys(metadata[term] || {}));
    return fields.filter((field) => !element.field || element.field === field);
  }

  /** The test for terms that a `pattern`, `near` or beginning of an element makes; nothing where it makes none. */
  function termTest({ words, near, pattern, begins }) {
    if (pattern) return patternTest(pattern);
    const [first] = words;
    if (begins) return (term) => term.startsWith(first.whole);
    if (!near) return null;
    const typed = [first.whole, ...formsOf(first.whole)];
    return (term) => typed.some((form) => backfile.distance(form, term, near) <= near);
  }

  /** A test for terms by letters with `*` among them. */
  function patternTest(pattern) {
    const parts = pattern.split("*").map((part) => part.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
    const expression = new RegExp(`^${parts.join(".*")}$`, "su");
    return (term) => expression.test(term);
  }

  /** Adds the terms that Lunr's signs make of words, and while somebody is typing those that begin as the last one. */
  async function complete(shards, elements, isTyping) {
    await Promise.all(
      elements.map(async (element) => {
        if (element.begins) element.more = await shards.beginningWith(element.words[0].whole, Infinity);
        else if (element.near || element.pattern) {
          const parts = await shards.vocabulary();
          element.more = parts.flatMap(([terms]) => terms.filter(termTest(element)));
        }
      })
    );
    const last = elements[elements.length - 1];
    if (!isTyping || !last || last.kind !== "word" || last.not || last.more.length) return;
    const [word] = last.words;
    if (word.parts.length || word.whole.length < SHORTEST_BEGINNING) return;
    last.more = (await shards.beginningWith(word.whole, MOST_SHARDS_OF_A_BEGINNING)).slice(0, MOST_BEGINNINGS);
    if (!last.more.length) last.more = await stemOf(shards, word.whole);
  }

  /**
   * A promise of the longest term with which an unfinished word begins, in a list; of none where the word is known or no
   * term is nearly as long: `governmen` is on the way to `government`, of which the index has `govern`.
   */
  async function stemOf(shards, start) {
    if ((await shards.terms(formsOf(start))).length) return [];
    for (let length = start.length - 1; length >= Math.max(SHORTEST_STEM, start.length - LONGEST_ENDING); length -= 1) {
      const known = await shards.term(start.slice(0, length));
      if (known) return [known.term];
    }
    return [];
  }

  Object.assign(backfile, { formsOf, matching: { wantedTerms, hasElement, fieldsOfElement, termTest, patternTest, complete } });
})(window.backfile);
