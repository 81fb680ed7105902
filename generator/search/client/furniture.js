/* Backfile's search: what the search page has around its list. */
(function (backfile) {
  "use strict";

  const WIDE = "(min-width: 62em)"; // As search.css has it.
  const { choice, element, words } = backfile;
  const NAMES = {
    year: "find.years", publications: "find.publications", people: "find.people", places: "find.places",
    organizations: "find.organizations", tags: "find.tags", authors: "find.authors", language: "find.languages",
  };

  /** Puts what the page needs around its list: a line of tools above, hints, the lists of facets beside. */
  function furniture(list, status, more) {
    const tools = element("div", "search-tools");
    tools.id = "search-tools";
    tools.hidden = true;
    const hint = element("p", "search-hint");
    hint.id = "search-hint";
    hint.setAttribute("role", "status");
    const around = element("div", "search-found");
    const inside = element("div", "search-list");
    list.before(around);
    inside.append(tools, list, more);
    const facets = element("details", "facets");
    facets.id = "search-facets";
    facets.hidden = true;
    const place = element("div", "facet-lists");
    facets.append(element("summary", "", words("find.narrow")), place);
    around.append(inside);
    const dateHint = element("p", "search-hint");
    dateHint.id = "search-date";
    dateHint.setAttribute("role", "status");
    status.after(hint, dateHint);
    // Beside the list it comes after it, so that the keyboard reaches the results first; on a phone before, closed.
    const wide = window.matchMedia(WIDE);
    const arrange = () => {
      facets.open = wide.matches;
      inside[wide.matches ? "after" : "before"](facets);
    };
    wide.addEventListener("change", arrange);
    arrange();
    return { place, tools, hint, dateHint };
  }

  /** The button for further results: the page's own, or one after the list. */
  function moreButton(list) {
    const old = document.getElementById("search-more");
    if (old) return old;
    const button = element("button", "", words("find.more"));
    button.id = "search-more";
    button.type = "button";
    button.hidden = true;
    list.after(button);
    return button;
  }

  /** Says in the place of the lists that they did not come, with a way to try again. */
  function offerFacets(place, retry) {
    const button = element("button", "", words("find.retry"));
    button.type = "button";
    button.addEventListener("click", retry);
    place.replaceChildren(element("p", "facet-failed", words("find.facets_failed")), button);
    place.closest(".facets").hidden = false;
  }

  /** Fills the line of tools for a search: the order, and what is chosen, to be taken away again. */
  function showTools(tools, { found, names }, { wanted, choose }) {
    const hadFocus = document.activeElement && document.activeElement.id === "search-sort";
    const chips = chipsOf(names, wanted, choose);
    const order = orderOf(wanted, choose);
    tools.replaceChildren(order, ...chips);
    tools.hidden = !chips.length && backfile.searching.listOf(found).length < 2;
    if (hadFocus) order.querySelector("select").focus();
  }

  function orderOf(wanted, choose) {
    const order = element("select");
    order.id = "search-sort";
    for (const [value, text] of [
      ["", words("find.order_relevance")],
      ["date", words("find.order_newest")],
      ["oldest", words("find.order_oldest")],
    ]) {
      order.append(new Option(text, value, false, value === wanted.sort));
    }
    order.addEventListener("change", () => choose({ ...wanted, sort: order.value }));
    const label = element("label", "", `${words("find.order")} `);
    label.append(order);
    return label;
  }

  function chipsOf(names, wanted, choose) {
    const chips = [];
    const add = (next, ...inside) => {
      const chip = element("button", "chip");
      chip.type = "button";
      chip.append(...inside);
      chip.addEventListener("click", () => choose(next, true));
      chips.push(chip);
      return chip;
    };
    for (const [kind, values] of wanted.chosen) {
      for (const value of values) {
        const name = names(kind, value);
        const sign = element("span", "chip-sign", "×");
        sign.setAttribute("aria-hidden", "true");
        const of = `${words(NAMES[kind])}: `;
        const chip = add(choice.toggled(wanted, kind, value), of, element("bdi", "", name), " ", sign);
        chip.setAttribute("aria-label", words("find.take_away", { name: of + name }));
      }
    }
    if (chips.length > 1) add({ ...wanted, chosen: new Map() }, words("find.take_all"));
    return chips;
  }

  Object.assign(backfile, { kindNames: NAMES, furniture, moreButton, offerFacets, showTools });
})(window.backfile);
