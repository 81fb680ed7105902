/* Backfile's search: Lunr's own query language, whose results and scores are those of a whole lunr.Index. */
(function (backfile) {
  "use strict";

  const FARTHEST_SPELLING = 2;
  const LONGEST_MISSPELT = 40;
  const MOST_WILDCARDS = 4;
  const { formsOf, words } = backfile;
  const { patternTest } = backfile.matching;

  // What Lunr is told of a word in an article; it changes none of it, so that all can have the same.
  const NOTHING = Object.freeze(Object.create(null));

  /** Results in rank order; scores that differ in the last bits of their sums alone are equal. */
  function inOrder(results) {
    return results
      .map(({ ref, score, matchData }) => ({
        article: Number(ref), score, rank: Math.round(score * 1e6), metadata: matchData.metadata,
      }))
      .sort((a, b) => b.rank - a.rank || a.article - b.article);
  }

  /**
   * A promise of a lunr.Index with these terms only: Lunr gives a query that needs no others the same results with the
   * same scores as the index of the whole archive. Articles are named by their numbers.
   */
  async function lunrIndex(shards, terms, hasAll) {
    const found = await shards.terms(terms);
    const lengths = await shards.lengths(found);
    const { lunr } = window;
    const invertedIndex = Object.create(null);
    const vectors = Object.create(null);
    found.sort((a, b) => (a.term < b.term ? -1 : 1));
    found.forEach(({ term, postings }, index) => {
      const posting = Object.create(null);
      posting._index = index;
      for (const field of shards.fields) posting[field] = Object.create(null);
      const idf = shards.idf(postings);
      for (const one of postings) {
        const name = shards.fields[one.field];
        one.articles.forEach((article, at) => {
          posting[name][article] = NOTHING;
          const ref = `${name}/${article}`;
          const vector = vectors[ref] || (vectors[ref] = []);
          vector.push(index, shards.weight(idf, one, at, lengths));
        });
      }
      invertedIndex[term] = posting;
    });
    if (hasAll) {
      for (let article = 0; article < shards.documents; article += 1) vectors[`body/${article}`] ||= [];
    }
    for (const ref of Object.keys(vectors)) vectors[ref] = new lunr.Vector(vectors[ref]);
    const pipeline = new lunr.Pipeline();
    pipeline.add(lunr.Pipeline.registeredFunctions.backfile);
    const tokenSet = lunr.TokenSet.fromArray(found.map(({ term }) => term));
    return lunr.backfile.attach(
      new lunr.Index({ invertedIndex, fieldVectors: vectors, tokenSet, fields: shards.fields, pipeline })
    );
  }

  const fieldsOf = ({ metadata }) => new Set(Object.values(metadata).flatMap(Object.keys));

  /** A promise of what Lunr's own query language finds, as engine.js has it, or `{error}` with a sentence. */
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
    if (!query.clauses.length) return { all: [], some: [], words: 0, asked: [], fieldsOf };
    for (const clause of query.clauses.filter((each) => !each.usePipeline)) {
      clause.term = lunr.backfile.foldPattern(clause.term);
    }
    const wanted = await Promise.all(query.clauses.map((clause) => termsOfClause(shards, clause)));
    const index = await lunrIndex(shards, wanted.flat(), query.isNegated());
    try {
      const results = index.query((asked) => {
        asked.clauses = query.clauses;
      });
      return { all: inOrder(results), some: [], words: query.clauses.length, asked: [], fieldsOf };
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
    if (!editDistance) return patternTest(term);
    return (other) => backfile.distance(term, other, editDistance * 2) <= editDistance * 2;
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

  backfile.findByLunr = findByLunr;
})(window.backfile);
