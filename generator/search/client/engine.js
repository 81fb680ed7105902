/*
 * Backfile's search: from a query to results.
 */
(function (backfile) {
  "use strict";

  const FARTHEST_SPELLING = 2;
  const LONGEST_MISSPELT = 40;
  const MOST_WILDCARDS = 4;
  const MOST_BEGINNINGS = 24;
  const MOST_SHARDS_OF_A_BEGINNING = 3;
  const SHORTEST_BEGINNING = 2;
  const REFS_FROM = 20;
  const words = (...args) => backfile.words(...args);

  const formsOf = (term) => window.lunr.backfile.forms(term);

  /** All terms that an element may stand under in the index. */
  function wantedTerms(element) {
    return element.words.flatMap(({ whole, parts }) => [whole, ...parts].flatMap(formsOf).concat(element.more || []));
  }

  /** Whether a result, by its metadata, has a word of an element. */
  function hasWord(metadata, element, { whole, parts }) {
    const has = (term) =>
      formsOf(term).some((form) => metadata[form] && (!element.field || metadata[form][element.field]));
    const begins = (element.more || []).some(
      (form) => metadata[form] && (!element.field || metadata[form][element.field])
    );
    // "pre-emptive" is found as one word, or as both "pre" and "emptive".
    return begins || has(whole) || (parts.length > 0 && parts.every(has));
  }

  const hasElement = (metadata, element) => element.words.every((word) => hasWord(metadata, element, word));

  /** A promise of a test for articles, by their numbers: whether one has the phrase of an element. */
  async function phraseTest(shards, element) {
    const terms = await shards.terms(wantedTerms(element));
    const placed = new Map();
    await Promise.all(
      terms.map(async (known) => {
        const of = await shards.places(known.term);
        const positions = new Map();
        for (const { field, articles } of known.postings) {
          const byArticle = new Map();
          articles.forEach((article, position) => byArticle.set(article, position));
          positions.set(field, byArticle);
        }
        placed.set(known.term, (field, article) => {
          const position = positions.has(field) ? positions.get(field).get(article) : undefined;
          return position === undefined ? [] : of(field, position);
        });
      })
    );
    const fields = shards.fields
      .map((name, field) => [name, field])
      .filter(([name]) => !element.field || element.field === name);

    /** Where a typed term stands in a field, and where what follows it begins: `[[place, next], …]`. */
    function standing(term, field, article) {
      const found = [];
      for (const form of formsOf(term)) {
        const of = placed.get(form);
        for (const [place, written] of of ? of(field, article) : []) {
          if (written === term) found.push([place, place + 1]);
          else if (written.startsWith(`${term}+`)) found.push([place, place + 1 + Number(written.slice(term.length + 1))]);
        }
      }
      return found;
    }

    function follow(starts, terms, field, article) {
      let at = starts;
      for (const term of terms) {
        if (at && !at.size) return at;
        const next = new Set();
        for (const [place, after] of standing(term, field, article)) if (!at || at.has(place)) next.add(after);
        at = next;
      }
      return at;
    }

    return (article) =>
      fields.some(([, field]) => {
        let at = null;
        for (const { whole, parts } of element.words) {
          const next = follow(at, [whole], field, article);
          if (parts.length) for (const place of follow(at, parts, field, article)) next.add(place);
          at = next;
          if (!at.size) return false;
        }
        return true;
      });
  }

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

  /** Adds the terms that begin as the last typed word does. */
  async function complete(shards, elements) {
    const last = elements[elements.length - 1];
    if (!last || last.kind !== "word" || last.not || last.words[0].parts.length) return;
    const start = last.words[0].whole;
    if (start.length < SHORTEST_BEGINNING) return;
    last.more = (await shards.beginningWith(start, MOST_SHARDS_OF_A_BEGINNING)).slice(0, MOST_BEGINNINGS);
  }

  /**
   * A promise of what people's language finds: `{all, some, words}`, two lists of results `{article, score, metadata}`
   * in rank order, those that have all of the words and those that have some of them.
   */
  async function findByWords(shards, query, typing) {
    const elements = backfile.parse(query);
    if (typing && /[\p{L}\p{N}]$/u.test(query)) await complete(shards, elements);
    const spoken = elements.filter(({ kind }) => kind === "word" || kind === "phrase");
    const asked = spoken.filter(({ not }) => !not);
    const unwanted = spoken.filter(({ not }) => not);
    const [terms, lengths] = await Promise.all([shards.terms(spoken.flatMap(wantedTerms)), shards.lengths()]);
    const known = new Map(terms.map((each) => [each.term, each.postings]));
    const isOpen = !asked.length && elements.length > 0;
    const results = isOpen ? everything(shards) : ranked(shards, lengths, asked, known);

    const tests = [];
    for (const element of elements) {
      if (element.kind === "years" || element.kind === "language") {
        const test = await columnTest(shards, element);
        tests.push((result) => test(result.article) !== element.not);
      }
    }
    for (const element of unwanted) {
      const holders = new Map(ranked(shards, lengths, [element], known).map(({ article, metadata }) => [article, metadata]));
      const isPhrase = element.kind === "phrase" ? await phraseTest(shards, element) : () => true;
      const has = (article) => holders.has(article) && hasElement(holders.get(article), element) && isPhrase(article);
      tests.push(({ article }) => !has(article));
    }
    const phrases = new Map();
    for (const element of asked.filter(({ kind }) => kind === "phrase")) {
      const test = await phraseTest(shards, element);
      phrases.set(element, test);
      tests.push((result) => hasElement(result.metadata, element) && test(result.article));
    }
    const all = [];
    const some = [];
    // What is found for one whole word has it.
    const isOneWord = asked.length === 1 && asked[0].kind === "word" && !asked[0].words[0].parts.length;
    const hasAll = (result) => isOneWord || asked.every((element) => hasElement(result.metadata, element));
    for (const result of results) {
      if (!tests.every((test) => test(result))) continue;
      (hasAll(result) ? all : some).push(result);
    }
    return { all, some, words: elements.length, asked };
  }

  /** A result: an article, its score, and, when it is asked for, which terms it has in which fields. */
  class Result {
    constructor(article, score, clauses) {
      this.article = article;
      this.score = score;
      this.clauses = clauses;
      // Scores that differ in the last bits of their sums alone are equal: then the article's number decides.
      this.rank = Math.round(score * 1e6);
    }

    /** As lunr.MatchData has it: `{term: {field: {}}}`. */
    get metadata() {
      const found = Object.create(null);
      for (const { term, name, articles } of this.clauses) {
        if (!holds(articles, this.article)) continue;
        if (!found[term]) found[term] = Object.create(null);
        found[term][name] = {};
      }
      return found;
    }
  }

  /** Whether rising numbers have one among them. */
  function holds(numbers, wanted) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return numbers[low] === wanted;
  }

  /**
   * What Lunr would find for elements, with its scores, in rank order; ties by the articles' numbers. A score is the sum
   * over the fields of the dot product of query and article, divided by the query's magnitude there: made from the
   * postings themselves, since a lunr.Index of frequent words takes long to make and much memory.
   */
  function ranked(shards, lengths, elements, known) {
    const asked = new Set();
    for (const element of elements) {
      for (const term of wantedTerms(element)) if (known.has(term)) asked.add(`${element.field} ${term}`);
    }
    const times = new Map(); // How often each term is asked for in each field.
    const magnitudes = new Float64Array(shards.fields.length);
    for (const sign of asked) {
      const [wanted, term] = sign.split(" ");
      if (!times.has(term)) times.set(term, new Uint8Array(shards.fields.length));
      shards.fields.forEach((name, field) => {
        if (!wanted || wanted === name) times.get(term)[field] += 1;
      });
    }
    for (const counts of times.values()) counts.forEach((count, field) => (magnitudes[field] += count * count));
    const scores = new Float64Array(shards.documents);
    const isFound = new Uint8Array(shards.documents);
    const clauses = [];
    for (const [term, counts] of times) {
      const postings = known.get(term);
      const idf = shards.idf(postings);
      for (const one of postings) {
        if (!counts[one.field]) continue;
        const factor = counts[one.field] / Math.sqrt(magnitudes[one.field]);
        one.articles.forEach((article, at) => {
          scores[article] += factor * shards.weight(idf, one, at, lengths);
          isFound[article] = 1;
        });
        clauses.push({ term, name: shards.fields[one.field], articles: one.articles });
      }
    }
    const results = [];
    isFound.forEach((found, article) => {
      if (found) results.push(new Result(article, scores[article], clauses));
    });
    return results.sort((a, b) => b.rank - a.rank || a.article - b.article);
  }

  function inOrder(results) {
    return results
      .map(({ ref, score, matchData }) => ({ article: Number(ref), score, metadata: matchData.metadata }))
      .sort((a, b) => b.score - a.score || a.article - b.article);
  }

  function everything(shards) {
    return Array.from({ length: shards.documents }, (_, article) => ({ article, score: 0, metadata: {} }));
  }

  /** A promise of what Lunr's own query language finds: `{all, some, words}`, or `{error}` with a sentence. */
  async function findByLunr(shards, text) {
    const { lunr } = window;
    const query = new lunr.Query(shards.fields);
    try {
      new lunr.QueryParser(text, query).parse();
    } catch (error) {
      return { error: inWords(error, shards.fields) };
    }
    const refusal = query.clauses.map(tooCostly).find(Boolean);
    if (refusal) return { error: refusal };
    // Without a clause Lunr gives every article.
    if (!query.clauses.length) return { all: [], some: [], words: 0, asked: [] };
    for (const clause of query.clauses.filter((each) => !each.usePipeline)) {
      clause.term = clause.term.split("*").map(lunr.backfile.fold).join("*");
    }
    const wanted = await Promise.all(query.clauses.map((clause) => termsOfClause(shards, clause)));
    const index = await shards.lunrIndex(wanted.flat(), query.isNegated());
    index.pipeline = new lunr.Pipeline();
    index.pipeline.add(lunr.Pipeline.registeredFunctions.backfile);
    lunr.backfile.attach(index);
    try {
      const results = index.query((asked) => {
        asked.clauses = query.clauses;
      });
      return { all: inOrder(results), some: [], words: query.clauses.length, asked: [] };
    } catch (error) {
      return { error: inWords(error, shards.fields) };
    }
  }

  /** A promise of the terms of the index that a clause may mean, or of more. */
  async function termsOfClause(shards, clause) {
    const { lunr } = window;
    const plain = lunr.backfile.queryWords(clause.term).flatMap(({ whole }) => formsOf(whole));
    const typed = clause.usePipeline && plain.length ? plain : [clause.term];
    const found = await Promise.all(
      typed.map(async (term) => {
        if (!clause.editDistance && !term.includes("*")) return [term];
        const parts = await shards.vocabulary();
        const near = parts.flatMap(([terms]) => terms.filter(mayMatch(term, clause.editDistance)));
        const lunrs = lunr.TokenSet.fromArray(near);
        return lunrs.intersect(lunr.TokenSet.fromClause({ ...clause, term })).toArray();
      })
    );
    return found.flat();
  }

  /** A test that lets pass every term that Lunr would match, and few others. */
  function mayMatch(term, editDistance) {
    if (!editDistance) {
      const pattern = term.split("*").map((part) => part.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
      const expression = new RegExp(`^${pattern.join(".*")}$`, "su");
      return (other) => expression.test(other);
    }
    return (other) => backfile.distance(term, other, editDistance * 2) <= editDistance * 2;
  }

  /**
   * The number of letters to insert, leave out, exchange or swap with a neighbour that makes one word of another; one
   * more than `most` where it is larger. (Optimal string alignment: Damerau 1964, Levenshtein 1966.)
   */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  /** Why a clause would keep the browser busy for too long, or nothing. */
  function tooCostly(clause) {
    if (clause.editDistance > FARTHEST_SPELLING) return words("find.wrong_distance", { n: FARTHEST_SPELLING });
    if (clause.editDistance && clause.term.length > LONGEST_MISSPELT) return words("find.wrong_distance_length");
    if (clause.term.split("*").length - 1 > MOST_WILDCARDS) return words("find.wrong_wildcards", { n: MOST_WILDCARDS });
    return "";
  }

  function inWords(error, fields) {
    const message = String(error && error.message);
    const field = /unrecognised field '(.*)', possible/s.exec(message);
    if (field) return words("find.wrong_field", { field: field[1], fields: fields.join(words("list.comma")) });
    if (/edit distance/i.test(message)) return words("find.wrong_distance_kind");
    if (/boost/i.test(message)) return words("find.wrong_boost");
    return words("find.wrong_syntax");
  }

  /** A promise of what a query finds, see `findByWords`. */
  function find(shards, query, syntax, typing) {
    if (!shards.documents) return Promise.resolve({ all: [], some: [], words: 0, asked: [] });
    return syntax === "lunr" ? findByLunr(shards, query) : findByWords(shards, query, typing);
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
    const refs =
      shown.length > REFS_FROM
        ? await shards.refs()
        : new Map(await Promise.all(shown.map(async ({ article }) => [article, (await shards.article(article)).ref])));
    const results = shown.map(({ article, score }) => ({
      ref: refs instanceof Map ? refs.get(article) : refs[article],
      score,
    }));
    return { total: found.length, results, match: all.length || !some.length ? "all" : "some" };
  }

  Object.assign(backfile, { distance });
  backfile.engine = { find, search };
})(window.backfile);
