/* Backfile's search: dates in words, as `render/page/dates.py` has them. */
(function (backfile) {
  "use strict";

  const { words, calendar } = backfile;

  /** A date or an interval of EDTF in words; a rare one (`2001-33`, `2004-XX-05`) as it is written. */
  function dateInWords(edtf) {
    if (edtf.includes("/")) return interval(...edtf.split("/"));
    const marked = /^(.+)([~?%])$/.exec(edtf);
    if (!marked) return plain(edtf, "");
    const shown = plain(marked[1], marked[2] === "?" ? "" : "about_");
    return marked[2] === "~" ? shown : words("date.perhaps", { date: shown });
  }

  function interval(start, end) {
    const [first, last] = [start, end].map((part) => (part === "" || part === ".." ? "" : dateInWords(part)));
    if (first && last) return words(/^\d+\/\d+$/.test(`${start}/${end}`) ? "date.years" : "date.span", { first, last });
    if (first) return words("date.since", { first });
    return last ? words("date.until", { last }) : words("date.unknown");
  }

  /** A date without marks. `about` is the part of the keys that makes it `about 23 April 2007`. */
  function plain(edtf, about) {
    const season = /^(\d{4})-2([1-4])$/.exec(edtf);
    if (season) return words("date.season", { season: calendar().seasons[season[2] - 1], year: season[1] });
    if (/^\d{3}X$/.test(edtf)) return words(`date.${about}decade`, { year: edtf.replace("X", "0") });
    if (/^\d+X+$/.test(edtf)) return years(edtf.replace(/X/g, "0"), edtf.replace(/X/g, "9"), about);
    const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(edtf.replace(/(-XX)+$/, ""));
    if (!match) return edtf;
    const [, year, month, day] = match;
    const months = about || day ? calendar().inflectedMonths : calendar().months;
    const gaps = { year: String(Number(year)), month: months[month - 1], day: String(Number(day)) };
    return words(`date.${about}${day ? "day" : month ? "month" : "year"}`, gaps);
  }

  function years(first, last, about) {
    const shown = words("date.years", { first, last });
    return about ? words("date.about_year", { year: shown }) : shown;
  }

  backfile.dateInWords = dateInWords;
})(window.backfile);
