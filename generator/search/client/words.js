/* Backfile's search, the words it tells: those of the interface's language, in which the page carries them as data. */
(function () {
  "use strict";

  let catalogue = null;
  let forms = null;

  /**
   * What the page carries: `{language, texts, months, inflectedMonths, seasons, thousands}`, or nothing. A text that
   * goes with a number has a form for each of CLDR's categories: `{one: …, other: …}`.
   */
  function opened() {
    if (!catalogue) {
      const carried = document.getElementById("interface-words");
      if (!carried) return { texts: {}, months: [], inflectedMonths: [], seasons: [], thousands: "" };
      catalogue = JSON.parse(carried.textContent);
      forms = new Intl.PluralRules(catalogue.language);
    }
    return catalogue;
  }

  function filling(value) {
    return typeof value === "number" ? String(value).replace(/\B(?=(\d{3})+$)/g, opened().thousands) : value;
  }

  /**
   * The text `key` of the interface with its gaps filled: `words("find.found", { n: 3 })`. Of several forms it is the
   * one for the number `n`; numbers are written with their thousands parted. In a page without words it is the key.
   */
  function words(key, values) {
    const found = opened().texts[key] || key;
    const text = typeof found === "string" ? found : found[forms.select(values.n)];
    return text.replace(/\{(\w+)\}/g, (gap, name) => (values && name in values ? filling(values[name]) : gap));
  }

  window.backfile = Object.assign(window.backfile || {}, { words, calendar: opened });
})();
