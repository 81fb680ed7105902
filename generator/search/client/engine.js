/*
 * Backfile's search: from a query to results.
 */
(function (backfile) {
  "use strict";

  const REFS_FROM = 20;
  const { everything, parse, phraseFields, ranked } = backfile;
  const { complete, fieldsOfElement, hasElement, wantedTerms } = backfile.matching;
  const NONE = Object.freeze({ all: [], some: [], words: 0, asked: [], fieldsOf: () => new Set() });

  /** A promise of a test for articles by what the columns say of them. */
  async function columnTest(shards, element) {
    const columns = await shards.columns("articles");
    if (element.kind === "years") {
      return (article) => columns.years[article] >= element.first && columns.years[article] <= element.last;
    }
    const wanted = new Set();
    columns.names.forEach((name, number) => {
      if (name === element.language || name.toLowerCase().startsWith(`${element.language}-`)) wanted.add(number);
    });
    return (article) => wanted.has(columns.languages[article]);
  }

  /** Whether an element is a phrase, or a word of a script without spaces, which is its pairs where they follow each other. */
  const isPhrase = ({ kind, words }) => kind === "phrase" || (kind === "word" && words.some(({ isRun }) => isRun));

  /** A promise of a test for results that an element makes of all; of nothing where it makes none. */
  async function testOf(shards, lengths, element, known, phrases) {
    const { kind, not, must } = element;
    if (kind === "years" || kind === "language") {
      const test = await columnTest(shards, element);
      return ({ article }) => test(article) !== not;
    }
    const has = ({ article, metadata }) =>
      hasElement(metadata, element) && (!phrases.has(element) || phrases.get(element)(article).length > 0);
    if (!not) return must || kind === "phrase" ? has : null;
    const holders = new Set(ranked(shards, lengths, [element], known).filter(has).map(({ article }) => article));
    return ({ article }) => !holders.has(article);
  }

  /** A test for results: whether one has all that is asked for. */
  function allTest(asked, phrases) {
    // What is found for one whole word has it.
    if (asked.length === 1 && asked[0].words.every(({ parts }) => !parts.length)) return () => true;
    const inOne = asked.filter((element) => phrases.has(element)).map((element) => phrases.get(element));
    return ({ article, metadata }) =>
      asked.every((element) => hasElement(metadata, element)) && inOne.every((fields) => fields(article).length > 0);
  }

  /** In which fields of a result any of the elements stands. */
  function fieldsOf({ article, metadata }, asked, phrases) {
    const fields = new Set();
    for (const element of asked) {
      const found = phrases.has(element) ? phrases.get(element)(article) : fieldsOfElement(metadata, element);
      for (const field of found) fields.add(field);
    }
    return fields;
  }

  /**
   * A promise of what people's language finds: `{all, some, words, asked, isBound, fieldsOf}`, two lists of results
   * `{article, score, metadata}` in rank order, those that have all of the words and those that have some of them; the
   * number of the query's elements, those of them that are words or phrases to be found, whether there are others, and
   * what tells in which fields of a result they stand.
   */
  async function findByWords(shards, query, isTyping) {
    const elements = parse(query, isTyping);
    const spoken = elements.filter(({ kind }) => kind === "word" || kind === "phrase");
    await complete(shards, elements, isTyping && /[\p{L}\p{N}]$/u.test(query));
    const asked = spoken.filter(({ not }) => !not);
    const terms = await shards.terms(spoken.flatMap(wantedTerms));
    const lengths = await shards.lengths(terms);
    const known = new Map(terms.map((each) => [each.term, each.postings]));
    const inOne = spoken.filter(isPhrase).map(async (element) => [element, await phraseFields(shards, element)]);
    const phrases = new Map(await Promise.all(inOne));
    const made = await Promise.all(elements.map((element) => testOf(shards, lengths, element, known, phrases)));
    const tests = made.filter(Boolean);
    const hasAll = allTest(asked, phrases);
    const isOpen = !asked.length && elements.length > 0;
    const all = [];
    const some = [];
    for (const result of isOpen ? everything(shards) : ranked(shards, lengths, asked, known)) {
      if (tests.every((test) => test(result))) (hasAll(result) ? all : some).push(result);
    }
    const isBound = asked.length < elements.length;
    return { all, some, words: elements.length, asked, isBound, fieldsOf: (result) => fieldsOf(result, asked, phrases) };
  }

  /** A promise of what a query finds, see `findByWords`. */
  async function find(shards, query, syntax, isTyping) {
    if (!shards.documents) return NONE;
    if (syntax !== "lunr") return findByWords(shards, query, isTyping);
    await backfile.later();
    return backfile.findByLunr(shards, query);
  }

  /**
   * A promise of `{total, results: [{ref, score}], match}`, or `{total: 0, results: [], error}` for a wrong query: what
   * `window.backfile.search` gives. `match` says whether the results have `all` of the words or `some`.
   */
  async function search(shards, query, { syntax = "people", limit = Infinity }) {
    const { all, some, error } = await find(shards, String(query), syntax, false);
    if (error) return { total: 0, results: [], error };
    const found = all.length ? all : some;
    const shown = found.slice(0, Math.max(0, limit));
    const refs = shown.length > REFS_FROM ? await shards.refs() : null;
    const results = await Promise.all(
      shown.map(async ({ article, score }) => ({ ref: refs ? refs[article] : (await shards.article(article)).ref, score }))
    );
    return { total: found.length, results, match: all.length || !some.length ? "all" : "some" };
  }

  backfile.engine = { find, search };
})(window.backfile);
