/* Backfile's search, second part: from a query to results. */
(function (backfile) {
  "use strict";

  const FARTHEST_SPELLING = 2;
  const LONGEST_MISSPELT = 40;
  const MOST_WILDCARDS = 4;
  let opening = null;

  /** A promise of `{index, documents}`: the Lunr index, and what is shown of each article by its ref. */
  function open() {
    if (!opening) {
      opening = Promise.all(["lunr", "pipeline", "index", "documents"].map(backfile.part)).then(
        ([lunr, , index, documents]) => ({
          index: lunr.Index.load(index),
          documents: new Map(documents.map((entry) => [entry.ref, entry])),
        })
      );
      opening.catch(() => {
        opening = null;
      });
    }
    return opening;
  }

  /**
   * The results of a query, in rank order: `{results, match}`, Lunr's results with their metadata, and whether each has
   * `all` of the words or `some`; or, for a query that is none, `{results: [], error}` with a sentence.
   */
  function find(index, query, syntax) {
    const found = syntax === "lunr" ? findByLunr(index, query) : findByWords(index, query);
    found.results.sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1));
    return found;
  }

  function findByWords(index, query) {
    const pipeline = window.lunr.backfile;
    const formsOf = (term) => pipeline.forms(term).filter((form) => form in index.invertedIndex);
    const words = pipeline.queryWords(query).map((word) => ({
      whole: formsOf(word.whole),
      parts: word.parts.map(formsOf),
    }));
    const wanted = new Set(words.flatMap((word) => word.whole.concat(...word.parts)));
    if (!wanted.size) return { results: [], match: "all", words: words.length };
    const results = index.query((asked) => {
      for (const term of wanted) asked.term(term, { usePipeline: false });
    });
    const has = (result, forms) => forms.some((form) => form in result.matchData.metadata);
    // "pre-emptive" is found as one word, or as both "pre" and "emptive".
    const hasWord = (result, { whole, parts }) =>
      has(result, whole) || (parts.length > 0 && parts.every((forms) => has(result, forms)));
    const full = results.filter((result) => words.every((word) => hasWord(result, word)));
    return full.length
      ? { results: full, match: "all", words: words.length }
      : { results, match: "some", words: words.length };
  }

  function findByLunr(index, text) {
    const lunr = window.lunr;
    const query = new lunr.Query(index.fields);
    try {
      new lunr.QueryParser(text, query).parse();
      const refusal = query.clauses.map(tooCostly).find(Boolean);
      if (refusal) return { results: [], error: refusal };
      // Without a clause Lunr gives every article.
      if (!query.clauses.length) return { results: [], match: "all", words: 0 };
      for (const clause of query.clauses.filter((each) => !each.usePipeline)) {
        clause.term = clause.term.split("*").map(lunr.backfile.fold).join("*");
      }
      const results = index.query((asked) => {
        asked.clauses = query.clauses;
      });
      return { results, match: "all", words: query.clauses.length };
    } catch (error) {
      return { results: [], error: inWords(error, index.fields) };
    }
  }

  /** Why a clause would keep the browser busy for too long, or nothing. */
  function tooCostly(clause) {
    if (clause.editDistance > FARTHEST_SPELLING) return `After ~ the largest number is ${FARTHEST_SPELLING}.`;
    if (clause.editDistance && clause.term.length > LONGEST_MISSPELT) return "A word with ~ is too long.";
    if (clause.term.split("*").length - 1 > MOST_WILDCARDS) return `A word may have ${MOST_WILDCARDS} * at most.`;
    return "";
  }

  function inWords(error, fields) {
    const message = String(error && error.message);
    const field = /unrecognised field '(.*)', possible/s.exec(message);
    if (field) return `There is no field “${field[1]}”. The fields are ${fields.join(", ")}.`;
    if (/edit distance/i.test(message)) return "After ~ a number is wanted, such as water~1.";
    if (/boost/i.test(message)) return "After ^ a number is wanted, such as water^2.";
    return "In Lunr’s query language a word is wanted after + and -, and after a field’s name and its colon.";
  }

  /** `window.backfile.search`: a promise of `{total, results: [{ref, score}], match}`, or `error` for a wrong query. */
  function search(query, options) {
    const { syntax = "people", limit = Infinity } = options || {};
    return open().then(({ index }) => {
      const { results, match, error } = find(index, String(query), syntax);
      const shown = results.slice(0, Math.max(0, limit)).map(({ ref, score }) => ({ ref, score }));
      return Object.assign({ total: results.length, results: shown }, error ? { error } : { match });
    });
  }

  backfile.engine = { open, find, search };
})(window.backfile);

/* Backfile's search, third part: the stretch of an article's text that shows best why it was found. */
(function (backfile) {
  "use strict";

  const WIDTH = 260;
  const LEAD = 60;

  /** The words of a text that were found: `{start, end, terms}`. */
  function hits(text, language, wanted) {
    const known = new Map();
    const found = [];
    for (const [start, end, chunk] of window.lunr.backfile.chunks(text)) {
      let terms = known.get(chunk);
      if (terms === undefined) {
        terms = window.lunr.backfile.chunkTerms(chunk, language).filter((term) => wanted.has(term));
        known.set(chunk, terms);
      }
      if (terms.length) found.push({ start, end, terms });
    }
    return found;
  }

  /** The first of the stretches within WIDTH that have the most different terms: `[start, end]`. */
  function bestStretch(found) {
    const counts = new Map();
    let best = [0, 0];
    let most = 0;
    let first = 0;
    found.forEach((hit, last) => {
      for (const term of hit.terms) counts.set(term, (counts.get(term) || 0) + 1);
      while (first < last && hit.end - found[first].start > WIDTH - LEAD) {
        for (const term of found[first].terms) {
          if (counts.get(term) > 1) counts.set(term, counts.get(term) - 1);
          else counts.delete(term);
        }
        first += 1;
      }
      if (counts.size > most) {
        most = counts.size;
        best = [found[first].start, hit.end];
      }
    });
    return best;
  }

  /** The place of the space nearest after `from`, or `from` where the next is farther than a long word. */
  function wordStart(text, from) {
    if (from <= 0) return 0;
    const space = text.slice(from - 1, from + LEAD / 2).search(/\s/);
    return space < 0 ? wholeCharacter(text, from) : from + space;
  }

  function wordEnd(text, to) {
    if (to >= text.length) return text.length;
    const space = /\s\S*$/.exec(text.slice(to - LEAD / 2, to + 1));
    return space ? to - LEAD / 2 + space.index : wholeCharacter(text, to);
  }

  /** `at`, or one before it where it would part the halves of a character. */
  function wholeCharacter(text, at) {
    return /[\uDC00-\uDFFF]/.test(text[at] || "") ? at - 1 : at;
  }

  /**
   * The excerpt of a text in `language` around the `wanted` terms (a Set): a list of `{text, marked}`, beginning and
   * ending in an ellipsis where the text goes on.
   */
  function excerpt(text, language, wanted) {
    const found = hits(text, language, wanted);
    const [first, last] = bestStretch(found);
    const start = Math.min(wordStart(text, first - LEAD), first);
    const end = last - start > WIDTH ? wholeCharacter(text, start + WIDTH) : Math.max(wordEnd(text, start + WIDTH), last);
    const pieces = [];
    let at = start;
    const add = (to, marked) => {
      if (to > at) pieces.push({ text: text.slice(at, to).replace(/\s+/g, " "), marked });
      at = Math.max(at, to);
    };
    for (const hit of found) {
      if (hit.start >= end || hit.end <= start) continue;
      add(hit.start, false);
      add(Math.min(hit.end, end), true);
    }
    add(end, false);
    if (start > 0) pieces.unshift({ text: "… ", marked: false });
    if (end < text.length) pieces.push({ text: " …", marked: false });
    return pieces;
  }

  backfile.excerpt = excerpt;
})(window.backfile);

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
