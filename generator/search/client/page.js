/* Backfile's search, last part: the search page. */
(function (backfile) {
  "use strict";

  const PAUSE = 200;
  const { PAGE, choice, element, words } = backfile;
  const { listOf, patiently, searched, shownOf, summaryOf } = backfile.searching;

  /** Makes the form and the list of search.html work. */
  function startPage() {
    const form = document.getElementById("search-form");
    const input = document.getElementById("search-input");
    const list = document.getElementById("search-results");
    const status = document.getElementById("search-status");
    const teach = document.querySelector(".teach");
    const more = backfile.moreButton(list);
    const { place, tools, hint } = backfile.furniture(list, status, more);
    const facets = backfile.facetLists(place, {
      choose: (kind, value) => choose(choice.toggled(wanted, kind, value)),
      chooseYears(first, last) {
        if (!choice.YEARS.test(`${first}..${last}`)) return;
        const chosen = new Map(wanted.chosen).set("year", new Set([first === last ? first : `${first}..${last}`]));
        choose({ ...wanted, chosen });
      },
    });
    let wanted = choice.readChoice(parameters());
    let latest = 0; // The number of the search that may still change the page.
    let current = null;
    let running = ""; // The part of the address whose query is shown or on its way.
    let settled = true; // Whether the query in the address was meant, not one on the way to another.
    let pause = 0;

    function parameters() {
      return new URL(location.href).searchParams;
    }

    function recorded() {
      return (parameters().get("q") || "").trim();
    }

    /** Puts what is asked into the address, as a new entry of the history where the last one is to be kept. */
    function record(asNew) {
      const url = new URL(location.href);
      const typed = input.value.trim();
      if (typed) url.searchParams.set("q", typed);
      else url.searchParams.delete("q");
      choice.writeChoice(url.searchParams, wanted);
      if (String(url.searchParams) === String(parameters())) return;
      try {
        history[asNew ? "pushState" : "replaceState"](null, "", url.href);
      } catch (error) {
        // A browser that keeps pages from file:// from changing their address searches all the same.
      }
    }

    function choose(next) {
      clearTimeout(pause);
      wanted = next;
      record(true);
      settled = true;
      run();
    }

    /** Chooses by a button that is gone thereafter. */
    function chooseAndStay(next, isGone) {
      choose(next);
      if (isGone) input.focus();
    }

    function clear() {
      list.replaceChildren();
      hint.replaceChildren();
      tools.hidden = true;
      more.hidden = true;
      facets.hide();
      if (teach) teach.hidden = false;
    }

    async function run() {
      const turn = ++latest;
      const query = input.value.trim();
      const search = { query, syntax: parameters().get("syntax") || "people", isTyping: !settled, wanted };
      running = location.search;
      more.hidden = true;
      if (!query && !wanted.chosen.size) {
        clear();
        backfile.say("idle", "");
        return;
      }
      backfile.say("busy", words("find.busy"));
      try {
        const made = await patiently((index, isLenient) => searched(index, search, isLenient));
        if (turn !== latest) return;
        current = made;
        if (made.error) {
          clear();
          backfile.say("error", made.error);
        } else show(turn);
      } catch (error) {
        if (turn !== latest) return;
        clear();
        backfile.sayFailure(run);
      }
    }

    /** Shows the search that was made, and then what can be done with it. */
    function show(turn) {
      const { index, found, meant, query } = current;
      const total = listOf(found).length;
      list.replaceChildren();
      hint.replaceChildren();
      if (teach) teach.hidden = total > 0;
      add(current.shown);
      if (meant) tell(meant, query === meant.query);
      backfile.showTools(tools, current, { wanted, choose: chooseAndStay });
      if (total) facets.show({ index, results: listOf(found), choice: wanted, tests: current.tests });
      else facets.hide();
      if (!meant && found.asked.length && !found.all.length) {
        backfile.corrected(index, query, found.asked).then(
          (made) => {
            if (turn === latest) tell(made, false);
          },
          () => {} // The results stand without it.
        );
      }
    }

    /** Tells of words that no article has, and what they may have been meant to be. */
    function tell({ unknown, query }, isShown) {
      if (!query) return;
      const link = element("a", "", query);
      const url = new URL(location.href);
      url.searchParams.set("q", query);
      link.href = url.search;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        input.value = query;
        choose(wanted);
        input.focus();
      });
      const quoted = unknown.map((word) => words("find.quoted", { word })).join(words("list.comma"));
      const [before, after] = words(isShown ? "find.shown_instead" : "find.did_you_mean", { query: "\n" }).split("\n");
      hint.replaceChildren(`${words("find.unknown", { words: quoted })} ${before}`, link, after);
    }

    /** Adds the next results, of which this is shown. Gives the first new item. */
    function add(shown) {
      const { results, rest, query } = current;
      const from = list.querySelectorAll("a[data-result]").length;
      const all = [...results, ...rest];
      const items = shown.map((each, at) => backfile.entryOf(all[from + at], each, query));
      list.append(...items);
      const count = from + items.length;
      if (count === results.length && rest.length && results.length) {
        const divide = element("li", "divide");
        divide.append(element("h2", "", words("find.some_follow", { n: rest.length })));
        list.append(divide);
      }
      more.hidden = count >= all.length;
      more.textContent = words(count === results.length ? "find.more_some" : "find.more");
      backfile.say("done", summaryOf(current));
      return items[0];
    }

    async function addMore() {
      const turn = latest;
      const { index, results, rest } = current;
      const from = list.querySelectorAll("a[data-result]").length;
      const end = from < results.length ? Math.min(from + PAGE, results.length) : from + PAGE;
      more.hidden = true;
      backfile.say("busy", words("find.busy"));
      try {
        const shown = await shownOf(index, [...results, ...rest].slice(from, end), true);
        if (turn === latest) add(shown).querySelector("a").focus({ preventScroll: true });
      } catch (error) {
        if (turn === latest) backfile.sayFailure(run);
      }
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      record(settled);
      settled = true;
      run();
    });
    input.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        record(settled && recorded() !== "");
        settled = false;
        run();
      }, PAUSE);
    });
    input.addEventListener("focus", () => backfile.withIndex(() => {}).catch(() => {}), { once: true });
    more.addEventListener("click", addMore);
    window.addEventListener("popstate", () => {
      if (location.search === running) return;
      clearTimeout(pause);
      settled = true;
      start();
    });

    function start() {
      input.value = parameters().get("q") || "";
      wanted = choice.readChoice(parameters());
      run();
    }
    start();
  }

  backfile.startPage = startPage;
})(window.backfile);
