/* Backfile's search: the lists beside the results, by which they are narrowed down. */
(function (backfile) {
  "use strict";

  const { choice, element, kindNames, words } = backfile;
  const FEW = 7;
  const SMALL_ARCHIVE = 3000;
  const MOST_COLUMNS = 12; // Each is 24 pixels wide on the narrowest phone, as WCAG 2.2 (2.5.8) wants it.
  const STEPS = [1, 2, 5, 10, 20, 50, 100, 1000];
  const AT_ONCE = ["year", "publications", "language"];

  /**
   * The lists in `place`. `show({index, results, choice, tests})` fills them for results that are not yet narrowed down;
   * `choose(kind, value)` and `chooseYears(first, last)` are called for what is chosen in them; `renew()` where a list
   * does not come since the site was built anew.
   */
  function facetLists(place, { choose, chooseYears, renew }) {
    const isOpen = new Map(); // What the reader opened or closed, by kind.
    const isWhole = new Set(); // The kinds of which the reader wants to see all values.
    let turn = 0;

    async function show(wanted) {
      const mine = ++turn;
      const { index } = wanted;
      const kinds = choice.KINDS.filter(
        (kind) => kind === "year" || kind === "language" || index.manifest.columns[kind]
      );
      const groups = await Promise.all(kinds.map((kind) => group(kind, wanted, () => mine === turn)));
      if (mine !== turn) return;
      const focused = place.contains(document.activeElement) ? document.activeElement.dataset : null;
      place.replaceChildren(...groups.filter(Boolean));
      place.closest(".facets").hidden = !place.childElementCount;
      if (focused) focusOn(focused);
    }

    /** Puts the focus where it was before the lists were made anew. */
    function focusOn({ kind, value }) {
      const same = Array.from(place.querySelectorAll("[data-kind]")).filter((each) => each.dataset.kind === kind);
      const target = same.find((each) => each.dataset.value === value) || same[0];
      if (target) target.focus({ preventScroll: true });
    }

    /** A promise of a kind's group; of nothing where it tells nothing. */
    async function group(kind, wanted, isCurrent) {
      const isLoaded =
        AT_ONCE.includes(kind) || wanted.choice.chosen.has(kind) || wanted.index.documents <= SMALL_ARCHIVE;
      const open = isOpen.has(kind) ? isOpen.get(kind) : isLoaded;
      const made = element("details", "facet");
      made.dataset.facet = kind;
      made.open = open;
      const summary = element("summary", "", words(kindNames[kind]));
      summary.dataset.kind = kind;
      made.append(summary);
      let isFilled = false;
      const fill = async () => {
        isFilled = true;
        try {
          const inside = await content(kind, wanted);
          if (inside) made.append(...inside);
          return Boolean(inside);
        } catch (error) {
          isFilled = false;
          if (await backfile.isRenewed(wanted.index.manifest)) renew();
          else made.append(element("p", "facet-failed", words("find.facet_failed")));
          return true;
        }
      };
      made.addEventListener("toggle", async () => {
        if (made.open !== open || isOpen.has(kind)) isOpen.set(kind, made.open);
        if (!made.open || isFilled || !isCurrent()) return;
        for (const old of made.querySelectorAll(".facet-failed")) old.remove();
        if (!(await fill())) made.append(element("p", "facet-empty", words("find.facet_empty")));
      });
      if ((isLoaded || open) && !(await fill())) return null;
      return made;
    }

    /** A promise of the elements of a group; of nothing where all results have the same single value, or none. */
    async function content(kind, { index, results, choice: { chosen }, tests }) {
      const facet = await choice.facet(index, kind);
      const counts = choice.counted(results, tests, kind, facet);
      const pressed = chosen.get(kind) || new Set();
      if (counts.size < 2 && !pressed.size) {
        const [only] = counts.values();
        if (!counts.size || kind === "year" || kind === "language" || only === results.length) return null;
      }
      return kind === "year" ? years(counts, pressed) : [...values(kind, facet, counts, pressed)];
    }

    function button(kind, value, name, count, isPressed) {
      const made = element("button", "facet-value");
      made.type = "button";
      made.dataset.kind = kind;
      made.dataset.value = value;
      made.setAttribute("aria-pressed", String(isPressed));
      made.setAttribute("aria-label", words("find.facet_value", { name, n: count }));
      made.addEventListener("click", () => choose(kind, value));
      return made;
    }

    function values(kind, facet, counts, pressed) {
      const rows = Array.from(counts, ([number, count]) => ({ value: facet.ids[number], count }));
      for (const value of pressed) if (!rows.some((row) => row.value === value)) rows.push({ value, count: 0 });
      for (const row of rows) row.name = facet.name(row.value);
      const { compare } = new Intl.Collator(backfile.calendar().language);
      rows.sort((a, b) => b.count - a.count || compare(a.name, b.name) || (a.value < b.value ? -1 : 1));
      const most = Math.max(...rows.map(({ count }) => count), 1);
      const list = element("ul", "facet-values");
      const isShort = !isWhole.has(kind) && rows.length > FEW + 1;
      const first = isShort ? rows.filter((row, at) => at < FEW || pressed.has(row.value)) : rows;
      const item = ({ value, name, count }) => {
        const made = button(kind, value, name, count, pressed.has(value));
        made.append(element("bdi", "facet-name", name), element("span", "facet-count", backfile.number(count)));
        made.style.setProperty("--part", String(count / most));
        const row = element("li");
        row.append(made);
        return row;
      };
      list.append(...first.map(item));
      if (!isShort) return [list];
      const more = element("button", "facet-more", words("find.facet_more", { n: rows.length - first.length }));
      more.type = "button";
      more.dataset.kind = kind;
      more.dataset.value = "";
      more.addEventListener("click", () => {
        isWhole.add(kind);
        const isShown = new Set(first);
        const rest = rows.filter((row) => !isShown.has(row)).map(item);
        list.append(...rest);
        more.remove();
        rest[0].firstElementChild.focus();
      });
      return [list, more];
    }

    function years(counts, pressed) {
      const spans = Array.from(pressed, choice.span);
      const all = [...counts.keys(), ...spans.flat().map((date) => date >> 9)];
      const [low, high] = [Math.min(...all), Math.max(...all)];
      const step = STEPS.find((years) => Math.floor(high / years) - Math.floor(low / years) < MOST_COLUMNS);
      const columns = [];
      for (let first = Math.floor(low / step) * step; first <= high; first += step) {
        let count = 0;
        for (let year = first; year < first + step; year += 1) count += counts.get(year) || 0;
        columns.push({ first, last: first + step - 1, count });
      }
      const most = Math.max(...columns.map(({ count }) => count), 1);
      const list = element("ul", "year-columns");
      for (const { first, last, count } of columns) {
        const row = element("li");
        const value = step === 1 ? String(first) : `${first}..${last}`;
        const isPressed = spans.some(([start, end]) => start <= first << 9 && end >= (last << 9 | 511));
        if (count || isPressed) {
          const made = button("year", value, value.replace("..", "–"), count, isPressed);
          made.title = made.getAttribute("aria-label");
          made.append(element("span", "year-column"));
          made.style.setProperty("--part", String(count / most));
          row.append(made);
        }
        list.append(row);
      }
      const ends = element("p", "year-ends");
      ends.setAttribute("aria-hidden", "true");
      ends.append(...(low === high ? [low] : [low, high]).map((year) => element("span", "", String(year))));
      return [list, ends, yearsForm(low, high)];
    }

    /** Two years to type, between which all are chosen: on a phone a column can be too narrow for a finger. */
    function yearsForm(low, high) {
      const form = element("form", "year-span");
      const inputs = [[low, words("find.years_from")], [high, words("find.years_to")]].map(([year, name], at) => {
        const input = element("input");
        input.type = "text";
        input.inputMode = "numeric";
        input.pattern = "[0-9]{1,4}";
        input.maxLength = 4;
        input.placeholder = String(year);
        input.dataset.kind = "year";
        input.dataset.value = `typed ${at}`;
        input.setAttribute("aria-label", name);
        return input;
      });
      const submit = element("button", "", words("find.years_show"));
      submit.dataset.kind = "year";
      submit.dataset.value = "typed";
      form.append(inputs[0], "–", inputs[1], submit);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        chooseYears(...inputs.map((input) => input.value || input.placeholder));
      });
      return form;
    }

    function hide() {
      turn += 1;
      place.closest(".facets").hidden = true;
    }

    return { show, hide };
  }

  backfile.facetLists = facetLists;
})(window.backfile);
