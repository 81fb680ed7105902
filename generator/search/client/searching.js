/* Backfile's search: from what is asked and chosen to what the page shows. */
(function (backfile) {
  "use strict";

  const PAGE = 10;
  const { choice, everything, words } = backfile;

  /** A promise of what is shown of some results; of one whose file does not come the way to its page, if `isLenient`. */
  function shownOf(index, results, isLenient) {
    return Promise.all(
      results.map(({ article }) =>
        index.article(article).catch(async (error) => {
          if (!isLenient) throw error;
          const ref = (await index.refs())[article];
          return { ref, title: ref.replace(/^.*\/|\.html$/g, "").replace(/-/g, " "), isUnread: true };
        })
      )
    );
  }

  /**
   * A promise of what `work(index, isLenient)` makes: first asking for all files, since one that is missing may tell that
   * the site was built anew, then without those that do not come even so.
   */
  async function patiently(work) {
    try {
      return await backfile.withIndex((index) => work(index, false));
    } catch (error) {
      return backfile.withIndex((index) => work(index, true));
    }
  }

  const listOf = (found) => (found.all.length ? found.all : found.some);

  /** A promise of what the engine finds; without a query, but with something chosen, of all articles. */
  async function find(index, { query, syntax, isTyping, wanted }) {
    if (query) return backfile.engine.find(index, query, syntax, isTyping);
    if (!wanted.chosen.size) return { all: [], some: [], words: 0, asked: [] };
    return { all: everything(index), some: [], words: 0, asked: [], fieldsOf: () => new Set() };
  }

  /** A promise of what may have been meant by words of which nothing or little was found: see corrections.js. */
  async function corrected(index, query, asked) {
    await backfile.later();
    return backfile.corrected(index, query, asked);
  }

  /**
   * A promise of what the page shows of a search: `{found, results, rest, tests, names, shown, query}`, or `{error}`.
   * `results` are those with all the words, or where there is none with some; `rest` those with some after all.
   */
  async function searched(index, search, isLenient) {
    let found = await find(index, search);
    if (found.error) return found;
    let { query } = search;
    let meant = null;
    if (!listOf(found).length && found.asked.length) {
      meant = await corrected(index, query, found.asked).catch(() => null);
      const instead = meant && meant.query ? await find(index, { ...search, query: meant.query }) : null;
      if (instead && !instead.error && listOf(instead).length) [found, query] = [instead, meant.query];
    }
    const left = await choice.narrowed(index, found, search.wanted);
    const results = found.all.length ? left.all : left.some;
    const rest = found.all.length ? left.some : [];
    const shown = await shownOf(index, results.slice(0, PAGE), isLenient);
    return { ...left, index, found, results, rest, shown, query, meant, isTyped: Boolean(search.query) };
  }

  function summaryOf({ index, found, results, rest, tests, isTyped }) {
    if (!index.documents) return words("find.empty");
    const total = listOf(found).length;
    if (!total && isTyped && !found.words) return words("find.no_word");
    if (!total && found.isBound) return words("find.found_none_fit");
    if (!total && found.asked.some(({ field }) => field)) return words("find.found_none_there");
    if (!total) return words(found.words === 1 ? "find.found_none_of_one" : "find.found_none");
    const isOfAll = found.all.length > 0;
    const n = results.length;
    let first = words(isOfAll ? "find.found" : "find.found_some", { n });
    if (!n) first = words("find.found_none_narrowed");
    else if (tests.size && isTyped) first = words(isOfAll ? "find.found_narrowed" : "find.found_some_narrowed", { n, total });
    return rest.length ? `${first} ${words("find.some_follow", { n: rest.length })}` : first;
  }

  Object.assign(backfile, { PAGE, searching: { corrected, listOf, patiently, searched, shownOf, summaryOf } });
})(window.backfile);
