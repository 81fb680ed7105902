/*
 * Backfile's search pipeline for lunr.js 2.3: words, folds and stems as the index was built with.
 * Runs after lunr.js; then lunr.Index.load takes search/index.json.
 * The twin of generator/search/terms.py, which says what runs, parts and words are.
 */
(function () {
  "use strict";

  if (typeof lunr === "undefined") {
    throw new Error("search/pipeline.js wants lunr.js to be loaded before it.");
  }
  if (lunr.backfile) return;

  const APOSTROPHES = "'\u2019\u2018\u201B\uFF07\u00B4`\u2032";
  const HYPHENS = "-\u2010\u2011\uFE63\uFF0D";
  const UNSEEN = "\u00AD\u200C\u200D\u2060\uFEFF";
  const SPELT_OUT = new Map([
    ["\u00DF", "ss"], ["\u00E6", "ae"], ["\u0153", "oe"], ["\u00F8", "o"], ["\u0111", "d"], ["\u00F0", "d"],
    ["\u00FE", "th"], ["\u0142", "l"], ["\u0127", "h"], ["\u0131", "i"], ["\u0167", "t"], ["\u03C2", "\u03C3"],
    ["\u02BC", ""], ["\u02BB", ""],
  ]);
  const UNSPACED =
    "\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3041-\u3098\u309B-\u312F\u31A0-\u31BF\u31F0-\u31FF" +
    "\u3400-\u4DBF\u4E00-\u9FFF\uAA60-\uAA7F\uF900-\uFAFF\uFF66-\uFF9D\u{20000}-\u{3FFFF}";
  const CLINGING = "\u3099\u309A\uFF9E\uFF9F\uFE00-\uFE0F\u{E0100}-\u{E01EF}";
  const STRIPPED = new RegExp(
    "\u0438\u0306|[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F" +
      "\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF" +
      "\uFE00-\uFE0F\uFE20-\uFE2F\u{E0100}-\u{E01EF}]",
    "gu"
  );
  const LONGEST_TERM = 200;
  const LONGEST_STEMMED = 64;
  const LONGEST_STRETCH = 64;

  const CHARACTER = `(?=[${UNSPACED}])[\\p{L}\\p{N}\\p{M}][${UNSEEN}${CLINGING}]*`;
  const CHARACTERS = new RegExp(CHARACTER, "gu");
  const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;
  const RUN = `${LETTER}(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}${UNSEEN}])*`;
  const JOINT = `\\.?[${HYPHENS}]|[${APOSTROPHES}.,]`;
  const STRETCH = new RegExp(`(?:${CHARACTER})+|${RUN}(?:(?:${JOINT})${RUN})*`, "gu");
  // The same for texts that have no such script: to look for it takes time for each letter.
  const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
  const SPACED_RUN = `[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${UNSEEN}]*`;
  const SPACED_STRETCH = new RegExp(`${SPACED_RUN}(?:(?:${JOINT})${SPACED_RUN})*`, "gu");
  const PIECE = new RegExp(`${CHARACTER}|${RUN}`, "gu");
  const JOINT_AND_RUN = new RegExp(`(${JOINT})?(${RUN})`, "gu");

  /** A run in lower case and without diacritics. */
  function fold(run) {
    return run
      .normalize("NFKD")
      .toLowerCase()
      .replace(STRIPPED, (mark) => (mark[0] === "\u0438" ? mark : ""))
      .replace(/[^\x00-\x7F]/g, (char) => (SPELT_OUT.has(char) ? SPELT_OUT.get(char) : char))
      .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
      .normalize("NFC");
  }

  function inNumber(before, after) {
    return /[0-9]$/.test(before) && /^[0-9]/.test(after);
  }

  function isInitial(run) {
    return /^\p{L}{1,2}$/u.test(run);
  }

  function holds(joint, before, after) {
    if (joint === "." || joint === ",") {
      return inNumber(before, after) || (joint === "." && isInitial(before) && isInitial(after));
    }
    return joint !== "";
  }

  function asPart(runs) {
    let whole = "";
    let before = "x";
    for (const [joint, run] of runs) {
      if ((joint === "." || joint === ",") && inNumber(before, run) && !/^[0-9]{3}$/.test(run)) whole += ".";
      whole += run;
      before = run;
    }
    return { whole, runs: runs.length > 1 ? runs.map((pair) => pair[1]) : [] };
  }

  /** The words of a chunk, each a list of parts `{whole, runs}`. */
  function chunkWords(chunk) {
    const words = [];
    let previous = "";
    for (const [, joint = "", run] of chunk.matchAll(JOINT_AND_RUN)) {
      const folded = fold(run);
      if (!folded) continue;
      const last = words[words.length - 1];
      if (previous && joint && HYPHENS.includes(joint[joint.length - 1])) {
        last.push([["", folded]]);
      } else if (previous && holds(joint, previous, folded)) {
        last[last.length - 1].push([joint, folded]);
      } else {
        words.push([[["", folded]]]);
      }
      previous = folded;
    }
    return words.map((word) => word.map(asPart));
  }

  function cut(term) {
    return term.length > LONGEST_TERM ? Array.from(term).slice(0, LONGEST_TERM).join("") : term;
  }

  function wholeOf(word) {
    return cut(word.map((part) => part.whole).join(""));
  }

  function englishStem(term) {
    if (term.length > LONGEST_STEMMED || !/^[a-z]+$/.test(term)) return term;
    return lunr.stemmer(new lunr.Token(term)).toString();
  }

  /** A stem that keeps `use` apart from `us`. */
  function englishForm(term) {
    const stem = englishStem(term);
    return /^[aeiouy][^aeiouy]$/.test(stem) && term !== stem && term !== stem + "s" ? stem + "e" : stem;
  }

  /** The stems of lunr-languages, for words of a language's letters as folding leaves them. */
  function snowballForm(name, letters) {
    return (term) => {
      if (term.length > LONGEST_STEMMED || !letters.test(term)) return term;
      return lunr[name].stemmer(new lunr.Token(term)).toString() || term;
    };
  }

  const STEMMERS = new Map([["en", englishForm], ["ru", snowballForm("ru", /^[\u0430-\u044F]+$/)]]);
  for (const name of "da de es fi fr hu it nl no ro sv".split(" ")) {
    STEMMERS.set(name, snowballForm(name, /^[a-z]+$/));
  }
  for (const name of ["nb", "nn"]) STEMMERS.set(name, STEMMERS.get("no"));

  function stemmerOf(language) {
    return STEMMERS.get(language.split(/[-_]/)[0].toLowerCase()) || ((term) => term);
  }

  /** The index terms of a text in `language`, as the index was built. */
  function terms(text, language) {
    return Array.from(chunks(text)).flatMap(([, , chunk]) => chunkTerms(chunk, language));
  }

  function chunkTerms(chunk, language) {
    if (BEGINS_UNSPACED.test(chunk)) return [fold(chunk)].filter(Boolean);
    const stem = stemmerOf(language);
    return chunkWords(chunk).flatMap((word) => {
      const forms = word.length > 1 ? [wholeOf(word)] : [];
      for (const part of word) forms.push(cut(part.whole), ...part.runs.map(cut));
      return Array.from(new Set(forms.map(stem)));
    });
  }

  /** The stretches of a text that may hold words, as matches; one is either all of a script without spaces or not. */
  function stretches(text) {
    // Two apostrophes count as letters for Unicode.
    return text.replace(/[\u02BB\u02BC]/g, "'").matchAll(HAS_UNSPACED.test(text) ? STRETCH : SPACED_STRETCH);
  }

  /**
   * `[start, end, chunk]` for each stretch of a text; of scripts without spaces for each pair of neighbours, and for
   * each character.
   */
  function* chunks(text) {
    for (const { 0: stretch, index } of stretches(text)) {
      if (!BEGINS_UNSPACED.test(stretch)) {
        yield [index, index + stretch.length, stretch];
        continue;
      }
      const characters = stretch.match(CHARACTERS);
      let at = index;
      for (const [position, first] of characters.entries()) {
        const pair = first + (characters[position + 1] || "");
        if (pair !== first) yield [at, at + pair.length, pair];
        yield [at, at + first.length, first];
        at += first.length;
      }
    }
  }

  /** The least pieces of a text, as matches: its runs, and each character of scripts without spaces. */
  function pieces(text) {
    return text.replace(/[\u02BB\u02BC]/g, "'").matchAll(PIECE);
  }

  /** The word that a stretch of a script without spaces is: its parts are its pairs, and the last character if wanted. */
  function unspacedWord(stretch, withLast) {
    const characters = stretch.match(CHARACTERS).slice(0, LONGEST_STRETCH);
    const pairs = characters.slice(1).map((second, at) => fold(characters[at] + second));
    const last = withLast && pairs.length ? [fold(characters[characters.length - 1])] : [];
    const parts = [...pairs, ...last].filter(Boolean);
    return { whole: fold(characters.join("")), parts: parts.length > 1 ? parts : [], isRun: parts.length > 1 };
  }

  /**
   * The words that someone typed: `{whole, parts}`, each an unstemmed term or, for several parts, a list of them; with
   * `isRun` one of a script without spaces, which stands where its parts follow each other. A word typed twice is there
   * once, unless `all` is wanted, as for a phrase: then a word's parts take up as many places as in the index.
   */
  function queryWords(text, all) {
    const found = [];
    const seen = new Set();
    const add = (word) => {
      const sign = word.whole + " " + word.parts.join(" ");
      if (word.whole && (all || !seen.has(sign))) found.push(word);
      seen.add(sign);
    };
    const typed = Array.from(stretches(text), (match) => match[0]);
    typed.forEach((stretch, position) => {
      if (BEGINS_UNSPACED.test(stretch)) {
        add(unspacedWord(stretch, all && position < typed.length - 1));
        return;
      }
      for (const word of chunkWords(stretch)) {
        add({ whole: wholeOf(word), parts: word.length > 1 ? word.map((part) => cut(part.whole)) : [] });
      }
    });
    return found;
  }

  /** The forms that a typed term may have in the index: its stem in each language of the archive. */
  function forms(term) {
    return Array.from(new Set(lunr.backfile.languages.map((language) => stemmerOf(language)(term))));
  }

  lunr.backfile = { languages: ["en"], fold, terms, chunks, chunkTerms, pieces, queryWords, forms };

  lunr.Pipeline.registerFunction(function (token) {
    const words = queryWords(token.toString());
    const asked = words.flatMap(({ whole, parts }) => (BEGINS_UNSPACED.test(whole) && parts.length ? parts : [whole]));
    return asked.flatMap(forms).map((form) => token.clone(() => form));
  }, "backfile");

  // Lunr parts words at hyphens; here the pipeline does it.
  lunr.tokenizer.separator = lunr.QueryLexer.termSeparator = /\s+/;

  // Lunr finds equal nodes of its word graph by this text, in which an edge `1` to node 23 looks like an edge `1` to
  // node 2 and an edge `3` to no node: words with digits could be lost. So each edge has an end.
  lunr.TokenSet.prototype.toString = function () {
    if (this._str) return this._str;
    const edges = Object.keys(this.edges).sort();
    return edges.reduce((text, edge) => `${text}${edge}${this.edges[edge].id},`, this.final ? "1" : "0");
  };

  /** A word with wildcards, which no pipeline sees, as the index has its letters. */
  function foldPattern(term) {
    return term.split("*").map(fold).join("*");
  }

  // Lunr takes a required word for missing when one of its forms is, and fails on one of which the pipeline leaves
  // nothing: so only the forms that are in the index go on, or where there are none, the word.
  function attach(index) {
    const { pipeline, query } = index;
    index.query = function (fill) {
      return query.call(this, (asked) => {
        fill.call(asked, asked);
        for (const clause of asked.clauses) if (!clause.usePipeline) clause.term = foldPattern(clause.term);
      });
    };
    pipeline.runString = function (word, metadata) {
      const all = lunr.Pipeline.prototype.runString.call(this, word, metadata);
      const known = all.filter((form) => form in index.invertedIndex);
      if (known.length) return known;
      return all.length ? all : [word];
    };
    return index;
  }

  const load = lunr.Index.load;
  lunr.Index.load = function (serialized) {
    return attach(load.call(lunr.Index, serialized));
  };

  Object.assign(lunr.backfile, { attach, foldPattern });
})();
