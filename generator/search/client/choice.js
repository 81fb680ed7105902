/*
 * Backfile's search: what of the results is wanted, and in which order.
 *
 * A choice is `{sort, chosen}`: "", "date" (the newest first) or "oldest"; and of each kind the chosen values, a Map of
 * Sets. Values are the ids of terms, tags of languages, and as years `2003`, `2001..2007`, `2003-11` or `2003-11-28`.
 * Several of one kind widen it, several kinds narrow it down.
 */
(function (backfile) {
  "use strict";

  const KINDS = ["year", "publications", "people", "places", "organizations", "tags", "authors", "language"];
  const SORTS = ["date", "oldest"];
  const YEARS = /^(\d{1,4})(?:\.\.(\d{1,4})|-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

  /** The choice that an address makes. */
  function readChoice(parameters) {
    const chosen = new Map();
    for (const kind of KINDS) {
      const values = parameters.getAll(kind).filter((value) => (kind === "year" ? YEARS.test(value) : value));
      if (values.length) chosen.set(kind, new Set(values));
    }
    const sort = parameters.get("sort");
    return { sort: SORTS.includes(sort) ? sort : "", chosen };
  }

  /** Writes a choice into the parameters of an address. */
  function writeChoice(parameters, { sort, chosen }) {
    for (const kind of KINDS) {
      parameters.delete(kind);
      for (const value of chosen.get(kind) || []) parameters.append(kind, value);
    }
    if (sort) parameters.set("sort", sort);
    else parameters.delete("sort");
  }

  /** The choice with a value of a kind chosen, or no longer where it was: of years also as part of a longer span. */
  function toggled({ sort, chosen }, kind, value) {
    const values = new Set(chosen.get(kind));
    const holding = Array.from(values).filter((each) => (kind === "year" ? holds(each, value) : each === value));
    for (const each of holding) values.delete(each);
    if (!holding.length) values.add(value);
    const others = new Map(chosen);
    if (values.size) others.set(kind, values);
    else others.delete(kind);
    return { sort, chosen: others };
  }

  /** The first and the last date of a value, as numbers: see `columns`. */
  function span(value) {
    const [, first, last, month, day] = YEARS.exec(value).map(Number);
    if (month) {
      const from = (first << 9) | (month << 5) | (day || 0);
      return [from, day ? from : from | 31];
    }
    const end = last || first;
    return [Math.min(first, end) << 9, (Math.max(first, end) << 9) | 511];
  }

  function holds(value, other) {
    const [[first, last], [start, end]] = [span(value), span(other)];
    return first <= start && last >= end;
  }

  /** The name of a language in the interface's own. */
  function languageName(tag) {
    try {
      return new Intl.DisplayNames([backfile.calendar().language], { type: "language" }).of(tag) || tag;
    } catch (error) {
      return tag; // No tag of a language, or an older browser.
    }
  }

  /**
   * A promise of what a kind says of articles: `{of(article), ids, name(number), test(values)}`. `of` gives the numbers of
   * the article's values, a year being its own number; `test` a test for articles that have one of some values.
   */
  async function facet(index, kind) {
    if (kind === "year") {
      const { dates, years } = await index.columns("articles");
      return {
        of: (article) => (years[article] < 0 ? [] : [years[article]]),
        name: (value) => (value.includes("-") ? backfile.dateInWords(value) : value.replace("..", "–")),
        test(values) {
          const spans = Array.from(values, span);
          return (article) => spans.some(([first, last]) => dates[article] >= first && dates[article] <= last);
        },
      };
    }
    const isLanguage = kind === "language";
    const columns = isLanguage || index.manifest.columns[kind] ? await index.columns(isLanguage ? "articles" : kind) : null;
    const ids = columns ? (isLanguage ? columns.names : columns.ids) : [];
    const of = isLanguage ? (article) => [columns.languages[article]] : columns ? columns.of : () => [];
    return {
      of,
      ids,
      name(id) {
        if (isLanguage) return languageName(id);
        const number = ids.indexOf(id);
        return number < 0 ? id : columns.names[number];
      },
      test(values) {
        const numbers = new Set(Array.from(values, (value) => ids.indexOf(value)));
        return (article) => of(article).some((number) => numbers.has(number));
      },
    };
  }

  /**
   * A promise of what is left of the results that the engine `found`: `{all, some, tests, names}`, in the wanted order;
   * `tests` are those that a result passed, by kind, and `names(kind, value)` is what a chosen value is called.
   */
  async function narrowed(index, found, { sort, chosen }) {
    const facets = new Map(
      await Promise.all(Array.from(chosen.keys(), async (kind) => [kind, await facet(index, kind)]))
    );
    const tests = new Map(Array.from(chosen, ([kind, values]) => [kind, facets.get(kind).test(values)]));
    const ordered = sort ? inTime(await index.columns("articles"), sort) : (results) => results;
    const left = (results) =>
      tests.size ? results.filter(({ article }) => Array.from(tests.values()).every((test) => test(article))) : results;
    return {
      all: ordered(left(found.all)),
      some: ordered(left(found.some)),
      tests,
      names: (kind, value) => facets.get(kind).name(value),
    };
  }

  /** What puts results in the order of time; those without a date come last. */
  function inTime({ years, times }, sort) {
    const sign = sort === "date" ? -1 : 1;
    return (results) =>
      results.slice().sort((a, b) => {
        const undated = (years[a.article] < 0) - (years[b.article] < 0);
        return undated || sign * (times[a.article] - times[b.article]);
      });
  }

  /** How many results have each value of a kind, of those that pass the tests of all other kinds: a Map by number. */
  function counted(results, tests, kind, { of }) {
    const others = Array.from(tests).filter(([other]) => other !== kind);
    const counts = new Map();
    for (const { article } of results) {
      if (!others.every(([, test]) => test(article))) continue;
      for (const number of of(article)) counts.set(number, (counts.get(number) || 0) + 1);
    }
    return counts;
  }

  backfile.choice = { KINDS, YEARS, readChoice, writeChoice, toggled, span, facet, narrowed, counted };
})(window.backfile);
