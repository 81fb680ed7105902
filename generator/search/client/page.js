/* Backfile's search, last part: the search page. */
(function (backfile) {
  "use strict";

  const PAUSE = 200;
  // Of so few articles another spelling may have more.
  const LITTLE = 2;
  const { PAGE, choice, element, words } = backfile;
  const { corrected, listOf, patiently, searched, shownOf, summaryOf } = backfile.searching;

  /** Makes the form and the list of search.html work. */
  function startPage() {
    const form = document.getElementById("search-form");
    const input = document.getElementById("search-input");
    const list = document.getElementById("search-results");
    const status = document.getElementById("search-status");
    const teach = document.querySelector(".teach");
    const more = backfile.moreButton(list);
    const { place, tools, hint, dateHint } = backfile.furniture(list, status, more);
    let facets = null;
    let wanted = choice.readChoice(parameters());
    let latest = 0; // The number of the search that may still change the page.
    let current = null;
    let running = ""; // The part of the address whose query is shown or on its way.
    let settled = true; // Whether the query in the address was meant, not one on the way to another.
    let isUnfinished = false; // Whether the last word may go on: what is chosen among its results changes nothing of it.
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
      if (asNew) keep();
      try {
        history[asNew ? "pushState" : "replaceState"](null, "", url.href);
      } catch (error) {
        // A browser that keeps pages from file:// from changing their address searches all the same.
      }
    }

    const shownNumber = () => list.querySelectorAll("a[data-result]").length;

    /** Keeps in the history how many results stand here, and how far down the reader is, for who comes back. */
    function keep() {
      history.replaceState({ shown: shownNumber(), top: window.scrollY, isUnfinished }, "");
    }

    /** Shows what a reader had before who comes back. */
    async function restore({ shown, top }) {
      const turn = latest;
      await extend(shown, () => turn === latest);
      if (turn === latest) window.scrollTo(0, top);
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
      dateHint.replaceChildren();
      tools.hidden = true;
      more.hidden = true;
      hideFacets();
      if (teach) teach.hidden = false;
    }

    async function run() {
      const turn = ++latest;
      const query = input.value.trim();
      const search = { query, syntax: parameters().get("syntax") || "people", isTyping: isUnfinished, wanted };
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
      dateHint.replaceChildren();
      if (teach) teach.hidden = total > 0;
      add(current.shown);
      if (meant) tell(meant, query === meant.query);
      backfile.showTools(tools, current, { wanted, choose: chooseAndStay });
      if (total) showFacets(turn);
      else hideFacets();
      tellDate(turn);
      if (!meant && found.asked.length && found.all.length <= LITTLE) {
        corrected(index, query, found.asked).then(
          (made) => {
            if (turn === latest) tell(made, false);
          },
          () => {} // The results stand without it.
        );
      }
    }

    /** Shows the lists by which these results can be narrowed down. */
    async function showFacets(turn) {
      const { index, found, tests } = current;
      try {
        await backfile.later();
      } catch (error) {
        if (turn !== latest) return;
        if (await backfile.isRenewed(index.manifest)) run();
        else backfile.offerFacets(place, () => showFacets(turn));
        return;
      }
      if (turn !== latest) return;
      facets ||= backfile.facetLists(place, { choose: chooseValue, chooseYears, renew: run });
      facets.show({ index, results: listOf(found), choice: wanted, tests });
    }

    function hideFacets() {
      if (facets) facets.hide();
    }

    function chooseValue(kind, value) {
      choose(choice.toggled(wanted, kind, value));
    }

    function chooseYears(first, last) {
      if (!choice.YEARS.test(`${first}..${last}`)) return;
      const chosen = new Map(wanted.chosen).set("year", new Set([first === last ? first : `${first}..${last}`]));
      choose({ ...wanted, chosen });
    }

    /** A link to another search, which is made here. */
    function linkTo(text, query, next) {
      const link = element("a", "", text);
      const url = new URL(location.href);
      url.searchParams.set("q", query);
      choice.writeChoice(url.searchParams, next);
      link.href = url.search;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        input.value = query;
        isUnfinished = false;
        choose(next);
        input.focus();
      });
      return link;
    }

    /** Offers the articles that are from a date that was typed. */
    async function tellDate(turn) {
      if (wanted.chosen.has("year")) return;
      const made = await backfile.ofDate(current.index, current.query).catch(() => null);
      if (turn !== latest || !made) return;
      const next = { ...wanted, chosen: new Map(wanted.chosen).set("year", new Set([made.date])) };
      const ofYear = made.query ? "find.of_year_with" : "find.of_year";
      const ofDate = made.query ? "find.of_date_with" : "find.of_date";
      const gaps = { ...made, year: made.date, date: backfile.dateInWords(made.date) };
      const text = words(made.date.includes("-") ? ofDate : ofYear, gaps);
      dateHint.replaceChildren(linkTo(text, made.query, next));
    }

    /** Tells of words that no article has, and what they may have been meant to be. */
    function tell({ unknown, query }, isShown) {
      if (!query) return;
      const link = linkTo(query, query, wanted);
      const quoted = unknown.map((word) => words("find.quoted", { word })).join(words("list.comma"));
      const [before, after] = words(isShown ? "find.shown_instead" : "find.did_you_mean", { query: "\n" }).split("\n");
      const first = unknown.length ? `${words("find.unknown", { words: quoted })} ` : "";
      hint.replaceChildren(first + before, link, after);
    }

    /** Adds the next results, of which this is shown. Gives the first new item. */
    function add(shown) {
      const { found, results, rest, query } = current;
      const from = shownNumber();
      const all = [...results, ...rest];
      const items = shown.map((each, at) => backfile.entryOf(all[from + at], each, found, query));
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

    /** Adds results up to a number of them. Gives a promise of the first new item; of nothing where there is none. */
    async function extend(end, isCurrent) {
      const { index, results, rest } = current;
      const from = shownNumber();
      const to = from < results.length ? Math.min(end, results.length) : end;
      const next = [...results, ...rest].slice(from, to);
      if (!next.length) return null;
      const shown = await shownOf(index, next, false).catch(async () =>
        (await backfile.isRenewed(index.manifest)) ? null : shownOf(index, next, true)
      );
      if (!isCurrent()) return null;
      if (!shown) {
        run();
        return null;
      }
      const first = add(shown);
      await extend(end, isCurrent);
      return first;
    }

    async function addMore() {
      const turn = latest;
      const { results } = current;
      const from = shownNumber();
      more.hidden = true;
      backfile.say("busy", words("find.busy"));
      try {
        const end = from < results.length ? Math.min(from + PAGE, results.length) : from + PAGE;
        const first = await extend(end, () => turn === latest);
        if (first) first.querySelector("a").focus({ preventScroll: true });
      } catch (error) {
        if (turn === latest) backfile.sayFailure(run);
      }
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      record(settled);
      settled = true;
      isUnfinished = false;
      run();
    });
    input.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        record(settled && recorded() !== "");
        settled = false;
        isUnfinished = true;
        run();
      }, PAUSE);
    });
    input.addEventListener("focus", backfile.foresee, { once: true });
    more.addEventListener("click", addMore);
    window.addEventListener("popstate", () => {
      if (location.search === running) return;
      clearTimeout(pause);
      settled = true;
      start();
    });

    async function start() {
      const kept = history.state;
      isUnfinished = Boolean(kept && kept.isUnfinished);
      input.value = parameters().get("q") || "";
      wanted = choice.readChoice(parameters());
      await run();
      if (kept && kept.shown && current) restore(kept).catch(() => {}); // The first results stand.
    }
    window.addEventListener("pagehide", keep);
    start();
  }

  backfile.startPage = startPage;
})(window.backfile);
