/* Backfile's search, second part: from a query to results. */
(function (backfile) {
  "use strict";

  const FARTHEST_SPELLING = 2;
  const LONGEST_MISSPELT = 40;
  const MOST_WILDCARDS = 4;
  let opening = null;

  /** A promise of `{index, documents}`: the Lunr index, and what is shown of each article by its ref. */
  function open() {
    if (!opening) {
      opening = Promise.all(["lunr", "pipeline", "index", "documents"].map(backfile.part)).then(
        ([lunr, , index, documents]) => ({
          index: lunr.Index.load(index),
          documents: new Map(documents.map((entry) => [entry.ref, entry])),
        })
      );
      opening.catch(() => {
        opening = null;
      });
    }
    return opening;
  }

  /**
   * The results of a query, in rank order: `{results, match}`, Lunr's results with their metadata, and whether each has
   * `all` of the words or `some`; or, for a query that is none, `{results: [], error}` with a sentence.
   */
  function find(index, query, syntax) {
    const found = syntax === "lunr" ? findByLunr(index, query) : findByWords(index, query);
    found.results.sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1));
    return found;
  }

  function findByWords(index, query) {
    const pipeline = window.lunr.backfile;
    const formsOf = (term) => pipeline.forms(term).filter((form) => form in index.invertedIndex);
    const words = pipeline.queryWords(query).map((word) => ({
      whole: formsOf(word.whole),
      parts: word.parts.map(formsOf),
    }));
    const wanted = new Set(words.flatMap((word) => word.whole.concat(...word.parts)));
    if (!wanted.size) return { results: [], match: "all", words: words.length };
    const results = index.query((asked) => {
      for (const term of wanted) asked.term(term, { usePipeline: false });
    });
    const has = (result, forms) => forms.some((form) => form in result.matchData.metadata);
    // "pre-emptive" is found as one word, or as both "pre" and "emptive".
    const hasWord = (result, { whole, parts }) =>
      has(result, whole) || (parts.length > 0 && parts.every((forms) => has(result, forms)));
    const full = results.filter((result) => words.every((word) => hasWord(result, word)));
    return full.length
      ? { results: full, match: "all", words: words.length }
      : { results, match: "some", words: words.length };
  }

  function findByLunr(index, text) {
    const lunr = window.lunr;
    const query = new lunr.Query(index.fields);
    try {
      new lunr.QueryParser(text, query).parse();
      const refusal = query.clauses.map(tooCostly).find(Boolean);
      if (refusal) return { results: [], error: refusal };
      // Without a clause Lunr gives every article.
      if (!query.clauses.length) return { results: [], match: "all", words: 0 };
      for (const clause of query.clauses.filter((each) => !each.usePipeline)) {
        clause.term = clause.term.split("*").map(lunr.backfile.fold).join("*");
      }
      const results = index.query((asked) => {
        asked.clauses = query.clauses;
      });
      return { results, match: "all", words: query.clauses.length };
    } catch (error) {
      return { results: [], error: inWords(error, index.fields) };
    }
  }

  /** Why a clause would keep the browser busy for too long, or nothing. */
  function tooCostly(clause) {
    if (clause.editDistance > FARTHEST_SPELLING) return `After ~ the largest number is ${FARTHEST_SPELLING}.`;
    if (clause.editDistance && clause.term.length > LONGEST_MISSPELT) return "A word with ~ is too long.";
    if (clause.term.split("*").length - 1 > MOST_WILDCARDS) return `A word may have ${MOST_WILDCARDS} * at most.`;
    return "";
  }

  function inWords(error, fields) {
    const message = String(error && error.message);
    const field = /unrecognised field '(.*)', possible/s.exec(message);
    if (field) return `There is no field “${field[1]}”. The fields are ${fields.join(", ")}.`;
    if (/edit distance/i.test(message)) return "After ~ a number is wanted, such as water~1.";
    if (/boost/i.test(message)) return "After ^ a number is wanted, such as water^2.";
    return "In Lunr’s query language a word is wanted after + and -, and after a field’s name and its colon.";
  }

  /** `window.backfile.search`: a promise of `{total, results: [{ref, score}], match}`, or `error` for a wrong query. */
  function search(query, options) {
    const { syntax = "people", limit = Infinity } = options || {};
    return open().then(({ index }) => {
      const { results, match, error } = find(index, String(query), syntax);
      const shown = results.slice(0, Math.max(0, limit)).map(({ ref, score }) => ({ ref, score }));
      return Object.assign({ total: results.length, results: shown }, error ? { error } : { match });
    });
  }

  backfile.engine = { open, find, search };
})(window.backfile);
