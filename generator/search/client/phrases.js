/* Backfile's search: where words stand one behind the other. */
(function (backfile) {
  "use strict";

  /** A promise of a function that gives of an article, by its number, the fields that have the phrase of an element. */
  async function phraseFields(shards, element) {
    const terms = await shards.terms(backfile.matching.wantedTerms(element));
    const placed = new Map();
    await Promise.all(
      terms.map(async (known) => {
        const of = await shards.places(known.term);
        const byField = new Map(known.postings.map(({ field, articles }) => [field, articles]));
        placed.set(known.term, (field, article) => {
          const position = byField.has(field) ? backfile.positionOf(article, byField.get(field)) : -1;
          return position < 0 ? [] : of(field, position);
        });
      })
    );
    /** Where a typed term stands in a field, and where what follows it begins: `[[place, next], …]`. */
    function standing(term, field, article) {
      const found = [];
      for (const form of backfile.formsOf(term)) {
        const of = placed.get(form);
        for (const [place, written] of of ? of(field, article) : []) {
          if (written === term) found.push([place, place + 1]);
          else if (written.startsWith(`${term}+`)) found.push([place, place + 1 + Number(written.slice(term.length + 1))]);
        }
      }
      return found;
    }

    function follow(starts, terms, field, article) {
      let at = starts;
      for (const term of terms) {
        if (at && !at.size) return at;
        const next = new Set();
        for (const [place, after] of standing(term, field, article)) if (!at || at.has(place)) next.add(after);
        at = next;
      }
      return at;
    }

    function stands(field, article) {
      let at = null;
      for (const { whole, parts } of element.words) {
        const next = follow(at, [whole], field, article);
        if (parts.length) for (const place of follow(at, parts, field, article)) next.add(place);
        at = next;
        if (!at.size) return false;
      }
      return true;
    }

    const isAsked = (name) => !element.field || element.field === name;
    return (article) => shards.fields.filter((name, field) => isAsked(name) && stands(field, article));
  }

  backfile.phraseFields = phraseFields;
})(window.backfile);
