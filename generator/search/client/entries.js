/* Backfile's search: a result as an entry of the list. */
(function (backfile) {
  "use strict";

  const { words } = backfile;
  const FIELDS = {
    title: "find.field_title", summary: "find.field_summary", author: "find.field_author",
    people: "find.field_people", places: "find.field_places", organizations: "find.field_organizations",
    tags: "find.field_tags", publication: "find.field_publication",
  };

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /** `rtl` for a language known to run so, since a title in it may begin with a foreign name; else `auto`. */
  function directionOf(language) {
    try {
      const locale = new Intl.Locale(language);
      const { direction } = locale.getTextInfo ? locale.getTextInfo() : locale.textInfo;
      return direction === "rtl" ? "rtl" : "auto";
    } catch (error) {
      return "auto"; // No tag of a language, or an older browser.
    }
  }

  function written(part, language) {
    part.dir = directionOf(language);
    if (language) part.lang = language;
  }

  function addPieces(place, pieces) {
    for (const { text, marked } of pieces) place.append(marked ? element("mark", "", text) : text);
  }

  /** Where else than in the body the words stand, in words; empty where the body alone has them. */
  function otherFields(fields) {
    const named = Object.keys(FIELDS).filter((field) => fields.has(field));
    if (!named.length) return "";
    const names = named.map((field) => words(FIELDS[field])).join(words("list.comma"));
    return words(fields.has("body") ? "find.in_also" : "find.in_only", { fields: names });
  }

  /**
   * A result's list item, with its words marked. Its link carries the `query`, so that the article's
   * page can mark what was found.
   */
  function entryOf(result, shown, { asked, fieldsOf }, query) {
    const item = element("li", "entry");
    const strip = element("p", "strip");
    for (const text of [shown.publication, shown.date && backfile.dateInWords(shown.date)].filter(Boolean)) {
      const part = element("span");
      part.append(element("bdi", "", text));
      strip.append(part, " ");
    }
    if (strip.childElementCount) item.append(strip);
    const wanted = asked.length ? backfile.wantedOf(asked) : { terms: new Set(Object.keys(result.metadata)) };
    const heading = element("h2", "entry-title");
    const link = element("a");
    addPieces(link, backfile.marked(shown.title, shown.language || "", wanted));
    link.href = backfile.address(shown.ref, query);
    link.dataset.result = shown.ref;
    written(heading, shown.language);
    heading.append(link);
    item.append(heading);
    if (shown.isUnread) item.append(element("p", "excerpt", words("find.no_excerpt")));
    if (shown.text) {
      const paragraph = element("p", "excerpt");
      written(paragraph, shown.language);
      addPieces(paragraph, backfile.excerpt(shown.text, shown.language, wanted));
      item.append(paragraph);
    }
    const where = otherFields(fieldsOf(result));
    if (where) item.append(element("p", "found-in", where));
    return item;
  }

  Object.assign(backfile, { element, entryOf });
})(window.backfile);
