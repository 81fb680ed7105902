/* Backfile's search, last part: the search page. */
(function (backfile) {
  "use strict";

  const PAGE = 10;
  const PAUSE = 200;
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  const DOUBTS = { "": "", "~": "about ", "?": "perhaps ", "%": "perhaps about " };

  /** An EDTF date in words; one that is none of the common forms as it is written. */
  function dateInWords(edtf) {
    if (/^[^/]+\/[^/]+$/.test(edtf) && !edtf.includes("..")) return edtf.split("/").map(dateInWords).join(" to ");
    const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)$/.exec(edtf);
    if (!match) return edtf;
    const [, year, month, day, doubt] = match;
    const words = [day && String(Number(day)), month && MONTHS[month - 1], year];
    return DOUBTS[doubt] + words.filter(Boolean).join(" ");
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /** A promise of a result's list item, its excerpt included. */
  function entryOf(result, documents) {
    const shown = documents.get(result.ref);
    const item = element("li", "entry");
    if (shown.language) item.lang = shown.language;
    const strip = [shown.publication, shown.date && dateInWords(shown.date)].filter(Boolean).join(" · ");
    if (strip) item.append(element("p", "strip", strip));
    const heading = element("h2", "entry-title");
    const link = element("a", "", shown.title);
    link.href = backfile.address(result.ref);
    link.dataset.result = result.ref;
    link.dir = "auto";
    heading.append(link);
    item.append(heading);
    if (!shown.text) return Promise.resolve(item);
    const paragraph = element("p", "excerpt");
    paragraph.dir = "auto";
    item.append(paragraph);
    return backfile.articleText(shown).then(
      (text) => {
        const wanted = new Set(Object.keys(result.matchData.metadata));
        for (const piece of backfile.excerpt(text, shown.language, wanted)) {
          paragraph.append(piece.marked ? element("mark", "", piece.text) : piece.text);
        }
        return item;
      },
      () => {
        paragraph.textContent = "The excerpt could not be loaded.";
        return item;
      }
    );
  }

  function summaryOf({ results, match, words }) {
    const count = `${results.length.toLocaleString("en")} ${results.length === 1 ? "article" : "articles"}`;
    if (results.length && match === "some") {
      return `No article has all of these words; these have some of them: ${count}.`;
    }
    if (results.length) return `${count} found.`;
    if (!words) return "There is no word in this to search for.";
    return words === 1 ? "No article has this word." : "No article has any of these words.";
  }

  /** Makes the form and the list of search.html work. */
  function startPage() {
    const form = document.getElementById("search-form");
    const input = document.getElementById("search-input");
    const list = document.getElementById("search-results");
    const more = moreButton(list);
    let latest = 0; // The number of the search that may still change the page.
    let found = null;
    let documents = null;
    let running = ""; // The part of the address whose query is shown or on its way.
    let settled = true; // Whether the query in the address was meant, not one on the way to another.
    let pause = 0;

    function query() {
      return new URL(location.href).searchParams;
    }

    function recorded() {
      return (query().get("q") || "").trim();
    }

    /** Puts the typed query into the address, as a new entry of the history where the last one is to be kept. */
    function record(asNew) {
      const url = new URL(location.href);
      const typed = input.value.trim();
      if (typed === recorded()) return;
      if (typed) url.searchParams.set("q", typed);
      else url.searchParams.delete("q");
      try {
        history[asNew ? "pushState" : "replaceState"](null, "", url.href);
      } catch (error) {
        // A browser that keeps pages from file:// from changing their address searches all the same.
      }
    }

    async function run() {
      const turn = ++latest;
      const typed = input.value.trim();
      const syntax = query().get("syntax") || "people";
      running = location.search;
      more.hidden = true;
      if (!typed) {
        list.replaceChildren();
        backfile.say("idle", "");
        return;
      }
      backfile.say("busy", "Searching…");
      try {
        const archive = await backfile.engine.open();
        if (turn !== latest) return;
        documents = archive.documents;
        found = backfile.engine.find(archive.index, typed, syntax);
        if (found.error) {
          list.replaceChildren();
          backfile.say("error", found.error);
          return;
        }
        await showFrom(0, turn);
      } catch (error) {
        if (turn !== latest) return;
        list.replaceChildren();
        backfile.sayFailure(run);
      }
    }

    /** Shows the results from number `first` on, after those before it. Gives the first new item, if it may be shown. */
    async function showFrom(first, turn) {
      const some = found.results.slice(first, first + PAGE);
      const items = await Promise.all(some.map((result) => entryOf(result, documents)));
      if (turn !== latest) return null;
      if (first === 0) list.replaceChildren();
      list.append(...items);
      more.hidden = list.childElementCount >= found.results.length;
      backfile.say("done", summaryOf(found));
      return items[0] || null;
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      record(true);
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
    input.addEventListener("focus", () => backfile.engine.open().catch(() => {}), { once: true });
    more.addEventListener("click", async () => {
      more.hidden = true;
      backfile.say("busy", "Searching…");
      const item = await showFrom(list.childElementCount, latest);
      if (item) item.querySelector("a").focus({ preventScroll: true });
    });
    window.addEventListener("popstate", () => {
      if (location.search === running) return;
      clearTimeout(pause);
      settled = true;
      input.value = query().get("q") || "";
      run();
    });
    input.value = query().get("q") || "";
    run();
  }

  /** The button for further results: the page's own, or one after the list. */
  function moreButton(list) {
    const old = document.getElementById("search-more");
    if (old) return old;
    const button = element("button", "", "More results");
    button.id = "search-more";
    button.type = "button";
    button.hidden = true;
    list.after(button);
    return button;
  }

  backfile.receive("client", { search: backfile.engine.search, startPage });
})(window.backfile);
