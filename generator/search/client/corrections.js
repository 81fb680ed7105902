/* Backfile's search: what somebody may have meant by a word that stands in no article. */
(function (backfile) {
  "use strict";

  const SHORTEST = 3;
  const LONGEST = 40;
  const SHORT = 4; // Letters up to which one of them may be wrong; two in longer words.
  const READ = 3;

  /** Words that begin as typed are as near as one mistake and a half. */
  const UNFINISHED = 1.5;

  // What stands in so few articles may be a slip of the pen, where a word like it stands in so many times more.
  const LITTLE = 2;
  const MUCH_MORE = 20;

  const { formsOf } = backfile;

  /** A promise of the plain ones of asked words, with how often they stand in articles: a Map. */
  async function countsOf(index, asked) {
    const counts = new Map();
    for (const { words, more } of asked) {
      if (more.length) continue;
      for (const { whole, parts } of words) {
        const known = await index.terms([whole, ...parts].flatMap(formsOf));
        const postings = known.flatMap((each) => each.postings);
        counts.set(whole, postings.reduce((sum, { articles }) => sum + articles.length, 0));
      }
    }
    return counts;
  }

  /** How far a term is from a typed word, in mistakes; more than `most` where it is no correction of it. */
  function farFrom(word, typed, term, most) {
    const spelt = Math.min(...typed.map((form) => backfile.distance(form, term, most)));
    // The first letter is seldom the wrong one (Pollock and Zamora 1984).
    if (spelt <= most) return spelt + (term[0] === word[0] ? 0 : 0.6);
    return term.startsWith(word) ? UNFINISHED : Infinity;
  }

  /**
   * A promise of the index's term that is nearest to a word, of the most frequent one of several; or of nothing. For a
   * word that stands in `count` places it is one much more frequent that begins as it does, one mistake away.
   */
  async function nearestTerm(index, word, count) {
    if (word.length < SHORTEST || word.length > LONGEST || /\p{N}/u.test(word)) return "";
    const most = word.length <= SHORT || count ? 1 : 2;
    const least = count * MUCH_MORE;
    const typed = Array.from(new Set([word, ...formsOf(word)]));
    let best = { far: Infinity, count: 0, term: "" };
    for (const [terms, counts] of await index.vocabulary(count ? word[0] : "")) {
      terms.forEach((term, at) => {
        if (counts[at] < least || /\p{N}/u.test(term)) return;
        const far = farFrom(word, typed, term, most);
        if (count && far !== 1) return;
        const isNearer = far < best.far || (far === best.far && far < Infinity && counts[at] > best.count);
        if (isNearer) best = { far, count: counts[at], term };
      });
    }
    return best.term;
  }

  /** A promise of a term as articles write it, as near to the typed word as they do. */
  async function writtenForm(index, term, word) {
    const known = await index.term(term);
    const wanted = known.postings.filter(({ field }) => ["title", "body"].includes(index.fields[field]));
    const holders = new Set(wanted.flatMap(({ articles }) => Array.from(articles.subarray(0, READ))));
    let best = { far: Infinity, isCapital: true, text: term };
    for (const article of Array.from(holders).slice(0, READ)) {
      const { title, text = "", language = "" } = await index.article(article);
      for (const { start, end } of backfile.hits(`${title}\n${text}`, language, { terms: new Set([term]) })) {
        const written = `${title}\n${text}`.slice(start, end);
        const [first, second] = window.lunr.backfile.queryWords(written, true);
        if (second || first.parts.length) continue;
        const far = backfile.distance(word, first.whole, LONGEST);
        const isCapital = written !== written.toLowerCase();
        if (far < best.far || (far === best.far && isCapital < best.isCapital)) best = { far, isCapital, text: written };
      }
    }
    return best.text;
  }

  /**
   * A promise of `{unknown, query}`: the asked words that no article has, and the query with what they, and those that
   * hardly an article has, may have been meant to be; empty where there is nothing like them.
   */
  async function corrected(index, query, asked) {
    const counts = await countsOf(index, asked);
    const unknown = Array.from(counts.keys()).filter((word) => !counts.get(word));
    const meant = new Map();
    for (const [word, count] of counts) {
      const term = count <= LITTLE ? await nearestTerm(index, word, count) : "";
      if (term) meant.set(word, await writtenForm(index, term, word));
    }
    if (!meant.size) return { unknown, query: "" };
    let written = "";
    let at = 0;
    for (const [start, end, chunk] of window.lunr.backfile.chunks(query)) {
      const found = window.lunr.backfile.queryWords(chunk, true).find(({ whole }) => meant.has(whole));
      written += query.slice(at, start) + (found ? meant.get(found.whole) : chunk);
      at = end;
    }
    return { unknown, query: written + query.slice(at) };
  }

  backfile.corrected = corrected;
})(window.backfile);
