// Wakes the search where it is wanted: in a page's box, and in an article to which a search led. Until then nothing loads.
"use strict";

(() => {
  const { search, key } = document.currentScript.dataset;
  const boxes = Array.from(document.querySelectorAll("form[role=search] input[type=search]"));
  let awake = null;

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /** A promise of `window.backfile` with what boxes and articles need. A later call tries again what failed. */
  function wake() {
    awake ||= load(new URL("words.js", new URL(search, location.href)).href)
      .then(() => load(search))
      .then(() => window.backfile.box())
      .then(() => window.backfile);
    awake.catch(() => {
      awake = null;
    });
    return awake;
  }

  function isTyping({ target }) {
    return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
  }

  for (const box of boxes) {
    box.setAttribute("aria-keyshortcuts", "/");
    box.title = key;
    if (box.id === "search-input") continue; // Its page shows results while one types.
    const start = () => {
      box.removeEventListener("focus", start);
      box.removeEventListener("input", start);
      // Without the search the form still leads to its page.
      wake().then(({ suggestIn }) => suggestIn(box), () => box.addEventListener("focus", start));
    };
    box.addEventListener("focus", start);
    box.addEventListener("input", start);
    if (document.activeElement === box) start();
  }

  document.addEventListener("keydown", (event) => {
    const isPlain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (!isPlain || !boxes.length || isTyping(event)) return;
    event.preventDefault();
    boxes[0].focus();
    boxes[0].select();
  });

  const query = new URLSearchParams(location.search).get("q");
  if (query && document.body.classList.contains("is-article")) {
    wake().then(
      ({ highlight, withIndex }) => withIndex(() => highlight(query)),
      () => {} // The article stands without marks.
    );
  }
})();
