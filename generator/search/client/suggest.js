/*
 * Backfile's search: what a box proposes while somebody types, a combobox with a list (ARIA Authoring Practices Guide).
 */
(function (backfile) {
  "use strict";

  const { words } = backfile;
  const PAUSE = 120;
  const MOST_NAMES = 5;
  const MOST_TITLES = 4;
  const MOST_SHARDS = 2;
  const MOST_BEGINNINGS = 48;
  const SHORTEST = 2;
  const KINDS = {
    people: "suggest.people", places: "suggest.places", organizations: "suggest.organizations",
    tags: "suggest.tags", publications: "suggest.publications", authors: "suggest.authors",
  };
  let names = null;

  function wordsOf(text) {
    return window.lunr.backfile.queryWords(text, true).flatMap(({ whole, parts }) => [whole, ...parts]);
  }

  /** A promise of all names that are proposed: `{kind, name, ref, count, words}`. */
  function allNames(index) {
    names ||= backfile.load(`names/${index.manifest.names}`).then((value) =>
      Object.entries(value).flatMap(([kind, [found, ids, counts]]) => {
        const numbers = backfile.unpackNumbers(counts);
        return found.map((name, at) => ({
          kind, name, ref: `${kind}/${ids[at]}.html`, count: numbers[at], words: wordsOf(name),
        }));
      })
    );
    names.catch(() => {
      names = null;
    });
    return names;
  }

  /** The names that have a word beginning with each of the typed ones; those that begin so themselves come first. */
  function matchingNames(all, typed) {
    return all
      .filter((name) => typed.every((start) => name.words.some((word) => word.startsWith(start))))
      .map((name) => ({ ...name, isFirst: name.words[0].startsWith(typed[0]) }))
      .sort((a, b) => b.isFirst - a.isFirst || b.count - a.count || (a.ref < b.ref ? -1 : 1))
      .slice(0, MOST_NAMES);
  }

  /** A promise of the articles whose title has all typed words, of the last one its beginning; short titles first. */
  async function matchingTitles(index, typed) {
    const field = index.fields.indexOf("title");
    let left = null;
    for (const [at, word] of typed.entries()) {
      const isLast = at === typed.length - 1;
      const more = isLast ? (await index.beginningWith(word, MOST_SHARDS)).slice(0, MOST_BEGINNINGS) : [];
      const known = await index.terms([...window.lunr.backfile.forms(word), ...more]);
      const holders = new Map();
      for (const { postings } of known) {
        for (const { articles, lengths } of postings.filter((posting) => posting.field === field)) {
          articles.forEach((article, position) => holders.set(article, lengths[position]));
        }
      }
      left = left ? new Map(Array.from(left).filter(([article]) => holders.has(article))) : holders;
    }
    const best = Array.from(left).sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, MOST_TITLES);
    const shown = await Promise.all(best.map(([article]) => index.article(article).catch(() => null)));
    return shown.filter(Boolean);
  }

  /** A promise of what is proposed for a text: `{ref, name, note, language}`. */
  async function proposals(index, text) {
    const typed = window.lunr.backfile.queryWords(text, true).map(({ whole }) => whole);
    if (!typed.length || typed.join("").length < SHORTEST) return [];
    const [found, titles] = await Promise.all([
      allNames(index).then((all) => matchingNames(all, typed), () => []),
      matchingTitles(index, typed).catch(() => []),
    ]);
    return [
      ...found.map(({ ref, name, kind, count }) => ({ ref, name, note: `${words(KINDS[kind])} · ${backfile.number(count)}` })),
      ...titles.map(({ ref, title, language }) => ({ ref, name: title, note: words("suggest.article"), language })),
    ];
  }

  /** Makes a search box propose. */
  function suggestIn(input) {
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let active = -1;
    let latest = 0;
    let pause = 0;
    list.id = "search-suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words("suggest.list"));
    status.className = "suggestions-status";
    status.setAttribute("role", "status");
    for (const [name, value] of [
      ["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id],
      ["autocomplete", "off"],
    ]) {
      input.setAttribute(name, value);
    }
    input.parentElement.classList.add("has-suggestions");
    input.parentElement.append(list, status);

    function close() {
      latest += 1;
      list.hidden = true;
      status.textContent = "";
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    }

    function activate(next) {
      const options = Array.from(list.children);
      active = next;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options[active].id);
        options[active].scrollIntoView({ block: "nearest" });
      }
    }

    function optionOf({ ref, name, note, language }, at) {
      const option = document.createElement("li");
      option.id = `search-suggestion-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.ref = ref;
      const first = document.createElement("bdi");
      first.textContent = name;
      if (language) first.lang = language;
      const second = document.createElement("span");
      second.textContent = note;
      option.append(first, " ", second);
      option.addEventListener("mousedown", (event) => event.preventDefault()); // The box keeps the focus.
      option.addEventListener("click", () => follow(option));
      return option;
    }

    function follow(option) {
      location.href = backfile.address(option.dataset.ref);
    }

    async function propose() {
      const turn = ++latest;
      const found = await backfile.withIndex((index) => proposals(index, input.value)).catch(() => []);
      if (turn !== latest || document.activeElement !== input) return;
      if (!found.length) {
        close();
        return;
      }
      list.replaceChildren(...found.map(optionOf));
      activate(-1);
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      status.textContent = words("suggest.found", { n: found.length });
    }

    const proposeSoon = () => {
      clearTimeout(pause);
      pause = setTimeout(propose, PAUSE);
    };

    input.addEventListener("input", proposeSoon);
    input.addEventListener("blur", () => {
      clearTimeout(pause);
      close();
    });
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        clearTimeout(pause);
        close();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) proposeSoon();
        // Before the first option and after the last one is the box itself.
        else activate(event.key === "ArrowDown" ? ((active + 2) % (count + 1)) - 1 : active < 0 ? count - 1 : active - 1);
      } else if (event.key === "Enter" && !list.hidden && active >= 0) {
        event.preventDefault();
        follow(list.children[active]);
      }
    });
    if (input.value) proposeSoon();
  }

  backfile.suggestIn = suggestIn;
})(window.backfile);
