/*
 * Backfile's search, first part: window.backfile.search, and what loads the rest when it is wanted.
 * Everything comes by script elements, since pages from file:// may not fetch.
 */
(function () {
  "use strict";

  // The manifest of an index that was built anew brings this script again: what the page has begun stays.
  if (window.backfile && window.backfile.begin) return;

  const base = new URL(".", document.currentScript.src).href;
  const received = new Map();
  const loading = new Map();
  let manifest = null;
  let shards = null;
  let renewals = 0;

  /**
   * Loads a script once. Gives a promise of what `arrived` finds after it; rejected where the script does not come, or
   * comes cut short. A failed one is loaded anew when it is next asked for.
   */
  function loadScript(path, arrived) {
    if (!loading.has(path)) {
      const promise = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        const fail = () => {
          loading.delete(path);
          reject(new Error(`search/${path} did not arrive whole.`));
        };
        element.src = new URL(path, base).href;
        element.charset = "utf-8";
        element.onload = () => {
          element.remove();
          const value = arrived();
          if (value === undefined) fail();
          else resolve(value);
        };
        element.onerror = () => {
          element.remove();
          fail();
        };
        document.head.append(element);
      });
      loading.set(path, promise);
    }
    return loading.get(path);
  }

  /** A promise of the value that the script of a place (`terms/0123456789`) hands over. */
  function load(place) {
    return loadScript(`${place}.js`, () => {
      const value = received.get(place);
      received.delete(place);
      return value;
    });
  }

  /** What a script hands over, by its place. */
  function receive(place, value) {
    received.set(place, value);
  }

  /** A promise of the index. */
  async function open() {
    await loadScript(manifest.engine, () => backfile.engine);
    if (!shards) shards = new backfile.Shards(manifest);
    return shards;
  }

  /** A promise of whether the site was built anew since a manifest was `used`: it is loaded once more. */
  async function isRenewed(used) {
    if (manifest !== used) return true;
    renewals += 1;
    await loadScript(`manifest.js?${Date.now()}-${renewals}`, () => true).catch(() => {});
    return manifest !== used;
  }

  /**
   * A promise of what `work` makes of the index. Where something does not load, and the site was built anew, the work is
   * done once more.
   */
  async function withIndex(work) {
    const used = manifest;
    try {
      return await work(await open());
    } catch (error) {
      if (!(await isRenewed(used))) throw error;
      return work(await open());
    }
  }

  /** A promise of what a box in a page's header and an article's page need: `suggestIn` and `highlight`. */
  async function box() {
    await withIndex(() => loadScript(manifest.box, () => backfile.suggestIn));
  }

  /** A promise of what results can do without at first: facets, corrections, Lunr's language. */
  async function later() {
    await loadScript(manifest.later, () => backfile.facetLists);
  }

  /** The address of a page of the site, as a link in this page has it; with a query, where there is one. */
  function address(ref, query) {
    const absolute = new URL(`../${ref}`, base).href;
    const shown = new URL(ref, document.baseURI).href === absolute ? ref : absolute;
    // Half a character has no place in an address.
    return query ? `${shown}?q=${encodeURIComponent(query.replace(/\p{Cs}/gu, "\uFFFD"))}` : shown;
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
    button.textContent = backfile.words("find.retry");
    button.addEventListener("click", retry);
    status.after(button);
  }

  /** Says that something did not load, with a way to try again. */
  function sayFailure(retry) {
    say("error", backfile.words("find.failed"), retry);
  }

  /** Begins to load what every query wants, one beside the other. Who asks for it then hears whether it failed. */
  function foresee() {
    if (manifest.articles.length === 1) load(`articles/${manifest.articles[0]}`).catch(() => {});
    open().catch(() => {});
  }

  function search(query, options) {
    foresee();
    return withIndex((index) => backfile.engine.search(index, query, options || {}));
  }

  function startPage() {
    if (!document.getElementById("search-form")) return;
    say("busy", backfile.words("find.loading"));
    if (new URL(location.href).searchParams.get("q")) foresee();
    open().then(() => backfile.startPage(), () => sayFailure(startPage));
  }

  /** Called by the manifest's last line with what the index is made of. */
  function begin(found) {
    const isFirst = !manifest;
    if (!isFirst && JSON.stringify(found) === JSON.stringify(manifest)) return;
    manifest = found;
    shards = null;
    if (!isFirst) return;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startPage);
    else startPage();
  }

  const backfile = Object.assign(window.backfile || {}, {
    search, begin, load, receive, withIndex, isRenewed, box, later, address, foresee, say, sayFailure,
  });
  window.backfile = backfile;
})();
