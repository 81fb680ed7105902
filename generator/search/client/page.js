/* Backfile's search, last part: the search page. */
(function (backfile) {
  "use strict";

  const PAGE = 10;
  const PAUSE = 200;
  const { words } = backfile;

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

  /** A promise of what is shown of some results; of one whose file does not come the way to its page, if `isLenient`. */
  function shownOf(index, results, isLenient) {
    return Promise.all(
      results.map(({ article }) =>
        index.article(article).catch(async (error) => {
          if (!isLenient) throw error;
          const ref = (await index.refs())[article];
          return { ref, title: ref.replace(/^.*\/|\.html$/g, "").replace(/-/g, " "), isUnread: true };
        })
      )
    );
  }

  /**
   * A promise of what `work(index, isLenient)` makes: first asking for all files, since one that is missing may tell that
   * the site was built anew, then without those that do not come even so.
   */
  async function patiently(work) {
    try {
      return await backfile.withIndex((index) => work(index, false));
    } catch (error) {
      return backfile.withIndex((index) => work(index, true));
    }
  }

  /** A result's list item. */
  function entryOf(result, shown) {
    const item = element("li", "entry");
    const strip = element("p", "strip");
    for (const text of [shown.publication, shown.date && backfile.dateInWords(shown.date)].filter(Boolean)) {
      const part = element("span");
      part.append(element("bdi", "", text));
      strip.append(part, " ");
    }
    if (strip.childElementCount) item.append(strip);
    const heading = element("h2", "entry-title");
    const link = element("a", "", shown.title);
    link.href = backfile.address(shown.ref);
    link.dataset.result = shown.ref;
    written(heading, shown.language);
    heading.append(link);
    item.append(heading);
    if (shown.isUnread) item.append(element("p", "excerpt", words("find.no_excerpt")));
    if (!shown.text) return item;
    const paragraph = element("p", "excerpt");
    written(paragraph, shown.language);
    const wanted = new Set(Object.keys(result.metadata));
    for (const piece of backfile.excerpt(shown.text, shown.language, wanted)) {
      paragraph.append(piece.marked ? element("mark", "", piece.text) : piece.text);
    }
    item.append(paragraph);
    return item;
  }

  const listOf = (found) => (found.all.length ? found.all : found.some);

  function summaryOf(found) {
    const n = listOf(found).length;
    if (n) return words(found.all.length ? "find.found" : "find.found_some", { n });
    if (!found.words) return words("find.no_word");
    return words(found.words === 1 ? "find.found_none_of_one" : "find.found_none");
  }

  /** Makes the form and the list of search.html work. */
  function startPage() {
    const form = document.getElementById("search-form");
    const input = document.getElementById("search-input");
    const list = document.getElementById("search-results");
    const more = moreButton(list);
    let latest = 0; // The number of the search that may still change the page.
    let found = null;
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
      backfile.say("busy", words("find.busy"));
      try {
        const isTyping = !settled;
        const results = await patiently(async (index, isLenient) => {
          const made = await backfile.engine.find(index, typed, syntax, isTyping);
          if (made.error) return made;
          const first = listOf(made).slice(0, PAGE);
          return { ...made, index, first: await shownOf(index, first, isLenient) };
        });
        if (turn !== latest) return;
        found = results;
        list.replaceChildren();
        if (found.error) backfile.say("error", found.error);
        else add(found.first);
      } catch (error) {
        if (turn !== latest) return;
        list.replaceChildren();
        backfile.sayFailure(run);
      }
    }

    /** Adds the next results, of which this is shown. Gives the first new item. */
    function add(shown) {
      const results = listOf(found);
      const from = list.childElementCount;
      const items = shown.map((each, at) => entryOf(results[from + at], each));
      list.append(...items);
      more.hidden = list.childElementCount >= results.length;
      backfile.say("done", summaryOf(found));
      return items[0];
    }

    async function addMore() {
      const turn = latest;
      const from = list.childElementCount;
      more.hidden = true;
      backfile.say("busy", words("find.busy"));
      try {
        const shown = await shownOf(found.index, listOf(found).slice(from, from + PAGE), true);
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
    const button = element("button", "", words("find.more"));
    button.id = "search-more";
    button.type = "button";
    button.hidden = true;
    list.after(button);
    return button;
  }

  backfile.startPage = startPage;
})(window.backfile);
