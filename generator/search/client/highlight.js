/* Backfile's search: on an article's page, the words that were searched for. */
(function (backfile) {
  "use strict";

  const { words } = backfile;
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, figcaption, caption, pre, div, header";

  const formsOf = (word) => window.lunr.backfile.forms(word);

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

  /** What a query wants in a text: terms of words, phrases as lists of the terms of each word, and how it ends. */
  function wantedOf(query) {
    const asked = backfile
      .parse(query)
      .filter(({ kind, not, field }) => !not && (kind === "word" || kind === "phrase") && ["", "body", "title"].includes(field || ""));
    const termsOf = ({ whole, parts }) => [whole, ...parts].flatMap(formsOf);
    const last = asked[asked.length - 1];
    return {
      terms: new Set(asked.filter(({ kind }) => kind === "word").flatMap((element) => element.words.flatMap(termsOf))),
      phrases: asked
        .filter(({ kind }) => kind === "phrase")
        .map((element) => element.words.map((word) => new Set(termsOf(word)))),
      start: last && last.kind === "word" && /[\p{L}\p{N}]$/u.test(query) ? last.words[0].whole : "",
    };
  }

  /** The stretches `[start, end]` of a text that are wanted. */
  function stretches(text, language, { terms, phrases }) {
    const { chunks, chunkTerms } = window.lunr.backfile;
    const known = Array.from(chunks(text), ([start, end, chunk]) => ({ start, end, terms: chunkTerms(chunk, language) }));
    const found = known.filter((chunk) => chunk.terms.some((term) => terms.has(term))).map(({ start, end }) => [start, end]);
    for (const phrase of phrases) {
      known.forEach((first, at) => {
        const all = known.slice(at, at + phrase.length);
        const isThere = phrase.every((wanted, place) => all[place] && all[place].terms.some((term) => wanted.has(term)));
        if (isThere) found.push([first.start, all[all.length - 1].end]);
      });
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.filter(([start], at) => !found.slice(0, at).some(([, end]) => start < end));
  }

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
    const wanted = wantedOf(query);
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
    back.href = `${backfile.address("search.html")}?q=${encodeURIComponent(query)}`;
    back.textContent = words("marks.back");
    bar.append(status);
    if (places.length) {
      bar.append(button(words("marks.previous"), () => go(-1)), button(words("marks.next"), () => go(1)));
      bar.append(button(words("marks.away"), takeAway));
    }
    bar.append(back);
    document.body.append(bar);
    document.body.classList.add("has-marks");
  }

  backfile.highlight = highlight;
})(window.backfile);
