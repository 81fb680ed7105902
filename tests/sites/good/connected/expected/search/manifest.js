/*
 * Backfile's search, first part: window.backfile.search, and what loads the rest when it is wanted.
 * Everything comes by script elements, since pages from file:// may not fetch.
 */
(function () {
  "use strict";

  const base = new URL(".", document.currentScript.src).href;
  const received = new Map();
  const loading = new Map();
  let names = {};

  /**
   * Loads a script once. Gives a promise of what `arrived` finds after it; rejected where the script does not come, or
   * comes cut short. A failed one is loaded anew when it is next asked for.
   */
  function load(path, arrived, inOrder) {
    if (!loading.has(path)) {
      const promise = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const fail = () => {
          loading.delete(path);
          script.remove();
          reject(new Error(`search/${path} did not arrive whole.`));
        };
        script.src = new URL(path, base).href;
        script.charset = "utf-8";
        script.async = !inOrder;
        script.onload = () => (arrived() === undefined ? fail() : resolve(arrived()));
        script.onerror = fail;
        document.head.append(script);
      });
      loading.set(path, promise);
    }
    return loading.get(path);
  }

  /** One of the parts that the manifest names: lunr, pipeline, index, documents, client. */
  function part(name) {
    const signs = { lunr: () => window.lunr, pipeline: () => window.lunr && window.lunr.backfile };
    return load(names[name], signs[name] || (() => received.get(name)), true);
  }

  /** What a script hands over, by its name. */
  function receive(name, value) {
    received.set(name, value);
  }

  /** The text of an article, from the file that its document names. */
  function articleText(entry) {
    return load(entry.text, () => received.get(entry.ref), false);
  }

  /** The address of a page of the site, as a link in this page has it. */
  function address(ref) {
    const absolute = new URL(`../${ref}`, base).href;
    return new URL(ref, document.baseURI).href === absolute ? ref : absolute;
  }

  /** Sets the status line. With `retry`, a function, it has a button that calls it. */
  function say(state, sentence, retry) {
    const status = document.getElementById("search-status");
    if (!status) return;
    const old = document.getElementById("search-retry");
    if (old) old.remove();
    status.textContent = sentence;
    status.dataset.state = state;
    if (!retry) return;
    const button = document.createElement("button");
    button.id = "search-retry";
    button.type = "button";
    button.textContent = "Try again";
    button.addEventListener("click", retry);
    status.after(button);
  }

  /** Says that something did not load, with a way to try again. */
  function sayFailure(retry) {
    say("error", "The search could not be loaded. Perhaps the connection was lost, or a file of this site is missing.", retry);
  }

  function search(query, options) {
    return part("client").then((client) => client.search(query, options));
  }

  function startPage() {
    if (!document.getElementById("search-form")) return;
    say("busy", "Loading the search…");
    part("client").then((client) => client.startPage(), () => sayFailure(startPage));
  }

  /** Called with the names of the parts by the manifest's last line. */
  function begin(partNames) {
    names = partNames;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startPage);
    else startPage();
  }

  window.backfile = Object.assign(window.backfile || {}, {
    search, begin, part, receive, articleText, address, say, sayFailure,
  });
})();

backfile.begin({"lunr":"lunr.c1a28d9e95.js","pipeline":"pipeline.8c2865e028.js","index":"index.9bb67b2762.js","documents":"documents.f9287ca247.js","client":"client.4b18796aa7.js"});
