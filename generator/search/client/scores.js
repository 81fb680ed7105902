/* Backfile's search: results of people's queries, with Lunr's scores. */
(function (backfile) {
  "use strict";

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
        if (positionOf(this.article, articles) < 0) continue;
        if (!found[term]) found[term] = Object.create(null);
        found[term][name] = {};
      }
      return found;
    }
  }

  /** The position of one of rising numbers, or -1. */
  function positionOf(wanted, numbers) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return numbers[low] === wanted ? low : -1;
  }

  /**
   * What Lunr would find for elements, with its scores, in rank order; ties by the articles' numbers. A score is the sum
   * over the fields of the dot product of query and article, divided by the query's magnitude there: made from the
   * postings themselves, since a lunr.Index of frequent words takes long to make and much memory.
   */
  function ranked(shards, lengths, elements, known) {
    const asked = new Map(); // By fields and terms how much each counts.
    for (const element of elements) {
      for (const term of backfile.matching.wantedTerms(element)) {
        const sign = `${element.field} ${term}`;
        if (known.has(term)) asked.set(sign, Math.max(asked.get(sign) || 0, element.boost || 1));
      }
    }
    const times = new Map(); // The same by terms, of each field.
    const magnitudes = new Float64Array(shards.fields.length);
    for (const [sign, count] of asked) {
      const [wanted, term] = sign.split(" ");
      if (!times.has(term)) times.set(term, new Float64Array(shards.fields.length));
      shards.fields.forEach((name, field) => {
        if (!wanted || wanted === name) times.get(term)[field] += count;
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

  /** All articles, which a query without a wanted word has. */
  function everything(shards) {
    return Array.from({ length: shards.documents }, (_, article) => ({ article, score: 0, metadata: {} }));
  }

  Object.assign(backfile, { everything, positionOf, ranked });
})(window.backfile);
