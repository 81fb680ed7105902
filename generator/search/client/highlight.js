/* Backfile's search: on an article's page, the words that were searched for. */
(function (backfile) {
  "use strict";

  const { words } = backfile;
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, figcaption, caption, pre, div, header";
  const FIELDS = ["", "body", "title", "summary"];

  /** The text of an element in runs `{text, nodes: [[node, start], …]}`: no word reaches from one into the next. */
  function runsOf(root) {
    const runs = [];
    let block = null;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const own = node.parentElement.closest(BLOCKS);
      if (own !== block || !runs.length) runs.push({ text: "", nodes: [] });
      block = own;
      const run = runs[runs.length - 1];
      run.nodes.push([node, run.text.length]);
      run.text += node.data;
    }
    return runs;
  }

  /** What a query wants in a text, see hits.js, and the `start` of a word with which it may end. */
  function wantedInText(query) {
    const isSpoken = ({ kind, not, field }) => (kind === "word" || kind === "phrase") && !not && FIELDS.includes(field);
    const asked = backfile.parse(query).filter(isSpoken);
    const last = asked[asked.length - 1];
    const isOpen = last && last.kind === "word" && /[\p{L}\p{N}]$/u.test(query);
    return { ...backfile.wantedOf(asked), start: isOpen ? last.words[0].whole : "" };
  }

  const stretches = (text, language, wanted) =>
    backfile.hits(text, language, wanted).map(({ start, end }) => [start, end]);

  /** The words of a text that begin so. */
  function beginnings(text, start) {
    const { chunks, queryWords } = window.lunr.backfile;
    return Array.from(chunks(text))
      .filter(([, , chunk]) => queryWords(chunk).some(({ whole }) => whole.startsWith(start)))
      .map(([from, to]) => [from, to]);
  }

  /** Marks stretches of a run; gives the marks of each, several where a stretch reaches over several nodes. */
  function mark({ nodes }, found) {
    const marks = found.map(() => []);
    for (const [node, from] of nodes.slice().reverse()) {
      const length = node.data.length;
      for (let at = found.length - 1; at >= 0; at -= 1) {
        const start = Math.max(found[at][0] - from, 0);
        const end = Math.min(found[at][1] - from, length);
        if (start >= end) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        const made = document.createElement("mark");
        made.className = "found";
        range.surroundContents(made);
        marks[at].unshift(made);
      }
    }
    return marks;
  }

  function markAll(query, roots) {
    const wanted = wantedInText(query);
    const language = document.documentElement.lang;
    const runs = roots.flatMap(runsOf);
    const found = runs.map(({ text }) => stretches(text, language, wanted));
    if (wanted.start && found.every((each) => !each.length)) {
      runs.forEach(({ text }, at) => found[at].push(...beginnings(text, wanted.start)));
    }
    return runs.flatMap((run, at) => mark(run, found[at]));
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /** Marks what a query found in the page's article, with a bar to go from one mark to the next. */
  function highlight(query) {
    const article = document.querySelector("article.article");
    if (!article) return;
    const places = markAll(query, Array.from(article.querySelectorAll("h1, .dek, .body")));
    const bar = document.createElement("div");
    const status = document.createElement("span");
    let at = -1;
    bar.className = "marks-bar";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", words("marks.heading"));
    status.setAttribute("role", "status");
    status.textContent = places.length ? words("marks.found", { n: places.length }) : words("marks.none");

    function go(step) {
      if (at >= 0) for (const one of places[at]) one.classList.remove("is-current");
      at = at < 0 ? (step > 0 ? 0 : places.length - 1) : (at + step + places.length) % places.length;
      for (const one of places[at]) one.classList.add("is-current");
      places[at][0].scrollIntoView({ block: "center" });
      status.textContent = words("marks.at", { at: at + 1, total: places.length });
    }

    function takeAway() {
      for (const one of places.flat()) {
        const parent = one.parentNode;
        one.replaceWith(...one.childNodes);
        parent.normalize();
      }
      bar.remove();
      document.body.classList.remove("has-marks");
      const url = new URL(location.href);
      url.searchParams.delete("q");
      try {
        history.replaceState(null, "", url.href);
      } catch (error) {
        // A browser that keeps pages from file:// from changing their address takes the marks away all the same.
      }
      document.getElementById("page_main").focus({ preventScroll: true });
    }

    const back = document.createElement("a");
    const search = new URL(backfile.address("search.html", query), location.href);
    // Where the reader comes from there, with all that was chosen.
    const isFrom = document.referrer && new URL(document.referrer).pathname === search.pathname;
    back.href = isFrom ? document.referrer : search.href;
    back.textContent = words("marks.back");
    bar.append(status);
    if (places.length) {
      bar.append(button(words("marks.previous"), () => go(-1)), button(words("marks.next"), () => go(1)));
      bar.append(button(words("marks.away"), takeAway));
    }
    bar.append(back);
    // The first thing that the keyboard reaches in the article, wherever the bar is shown.
    document.getElementById("page_main").prepend(bar);
    document.body.classList.add("has-marks");
  }

  backfile.highlight = highlight;
})(window.backfile);
