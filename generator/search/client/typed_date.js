/* Backfile's search: a date among the words of a query, which few of the articles that are from it name. */
(function (backfile) {
  "use strict";

  const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
  const DOTTED = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/;
  const DAY = /^([12]?\d|0[1-9]|3[01])(?:st|nd|rd|th|\.)?,?$/i;

  /** The month that a word names, or of which it has the first letters, at least three: 1 to 12; 0 for other words. */
  function monthOf(word) {
    const { fold } = window.lunr.backfile;
    const { months, inflectedMonths } = backfile.calendar();
    const typed = fold(word);
    const begins = (name) => typed.length > 2 && fold(name).startsWith(typed);
    return months.findIndex((name, at) => begins(name) || begins(inflectedMonths[at])) + 1;
  }

  /** The day and the month that the last of some words name, and how many words these are. */
  function namedBefore(words) {
    const [before, last] = [words[words.length - 2] || "", words[words.length - 1] || ""];
    const month = monthOf(last);
    const dayOf = (word) => (DAY.exec(word) || [])[1];
    if (month) return { month, day: dayOf(before), count: dayOf(before) ? 2 : 1 };
    return dayOf(last) && monthOf(before) ? { month: monthOf(before), day: dayOf(last), count: 2 } : { count: 0 };
  }

  /** `1998`, `1998-03`, `1998-03-05` for a word that is a date; else nothing. */
  function plainDate(word) {
    const [, day, month, year] = DOTTED.exec(word) || [];
    const plain = year ? [year, month, day].filter(Boolean).map((part) => part.padStart(2, "0")).join("-") : word;
    return PLAIN.test(plain) ? plain : "";
  }

  /** The one date that a query names, as parts from the year on, and its other words; null where there is none. */
  function typedDate(query) {
    const typed = query.split(/\s+/);
    const found = typed.map(plainDate);
    const at = found.findIndex(Boolean);
    if (at < 0 || found.slice(at + 1).some(Boolean) || query.includes('"')) return null;
    const parts = found[at].split("-");
    const { month, day, count } = parts.length > 1 ? { count: 0 } : namedBefore(typed.slice(0, at));
    const named = [month, day].filter(Boolean).map((part) => String(part).padStart(2, "0"));
    typed.splice(at - count, count + 1);
    return { parts: [...parts, ...named], others: typed.join(" ") };
  }

  /**
   * A promise of how many articles are from the date that a query names: `{n, date, query}`, of those that its other
   * words find, or where none of these is, of all. Where no article is from a day, of its month, then of its year. Of
   * null where the query names no date, or more than one, or there is no such article. A date in a phrase or a field is
   * none.
   */
  async function ofDate(index, query) {
    const typed = typedDate(query);
    if (!typed) return null;
    const { parts, others } = typed;
    const found = others ? await backfile.engine.find(index, others, "people", false) : { all: [] };
    const { test } = await backfile.choice.facet(index, "year");
    for (let precision = parts.length; precision > 0; precision -= 1) {
      const date = parts.slice(0, precision).join("-");
      const isOf = test([date]);
      const count = (results) => results.filter(({ article }) => isOf(article)).length;
      const n = found.error ? 0 : count(found.all);
      if (n) return { n, date, query: others };
      const all = count(backfile.everything(index));
      if (all) return { n: all, date, query: "" };
    }
    return null;
  }

  backfile.ofDate = ofDate;
})(window.backfile);
