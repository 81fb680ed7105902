/* Backfile's search, the words it tells: those of the interface's language, in which the page carries them as data. */
(function () {
  "use strict";

  const NOTHING = { language: "en", texts: {}, months: [], inflectedMonths: [], seasons: [], thousands: "" };
  let catalogue = null;
  let forms = null;

  /**
   * What the page carries, or `search/words.js` brought: `{language, texts, months, inflectedMonths, seasons,
   * thousands}`. A text that goes with a number has a form for each of CLDR's categories: `{one: …, other: …}`.
   */
  function opened() {
    if (!catalogue) {
      const carried = document.getElementById("interface-words");
      const received = window.backfile.texts;
      if (!carried && !received) return NOTHING;
      catalogue = carried ? JSON.parse(carried.textContent) : received;
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

  window.backfile = Object.assign(window.backfile || {}, { words, number: filling, calendar: opened });
})();
