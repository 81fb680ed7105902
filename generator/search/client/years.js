/* Backfile's search: a year among the words of a query, which few of the articles that are from it name. */
(function (backfile) {
  "use strict";

  const YEAR = /(^|\s)(\d{4})(?=\s|$)/;

  /**
   * A promise of how many articles are from the year that a query names: `{n, year, query}`, of those that its other
   * words find, or where none of these is, of all. Of null where it names none, or more than one, or there is no such
   * article. A year in a phrase or a field is none.
   */
  async function ofYear(index, query) {
    const [, , year] = YEAR.exec(query) || [];
    const others = query.replace(YEAR, " ").trim();
    if (!year || YEAR.test(others) || query.includes('"')) return null;
    const { years } = await index.columns("articles");
    const isOf = (article) => years[article] === Number(year);
    const found = others ? await backfile.engine.find(index, others, "people", false) : { all: [] };
    const n = found.error ? 0 : found.all.filter(({ article }) => isOf(article)).length;
    if (n) return { n, year, query: others };
    const all = backfile.everything(index).filter(({ article }) => isOf(article)).length;
    return all ? { n: all, year, query: "" } : null;
  }

  backfile.ofYear = ofYear;
})(window.backfile);
