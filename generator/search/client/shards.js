/*
 * Backfile's search: the index in the browser, of which only those parts are loaded that a query asks for.
 * generator/search/shards.py and article_files.py say how they are written.
 */
(function (backfile) {
  "use strict";

  const { BASE, unpackNumbers, unpackSplit, unpackText, unpackWords, reader } = backfile;
  const HASH = 10;
  const PART = 1000;
  const K1 = 1.2;
  const B = 0.75;

  const hashAt = (hashes, number) => hashes.slice(number * HASH, (number + 1) * HASH);

  /** The number of the last of sorted words that is not after `word`; -1 where all are. */
  function lastUpTo(words, word) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** A term shard that is loaded: what it says of each of its terms. */
  class TermShard {
    constructor([terms, heads, numbers, times, lengths], fields, carried) {
      this.terms = unpackWords(terms);
      this.fields = fields;
      this.numbers = unpackNumbers(numbers);
      this.times = unpackNumbers(times);
      this.lengths = unpackNumbers(lengths);
      this.starts = [];
      const read = reader(heads);
      let posting = 0;
      let length = 0;
      for (let number = 0; number < this.terms.length; number += 1) {
        const mask = read.number();
        const groups = [];
        for (let field = 0; field < fields.length; field += 1) {
          const isBody = field === fields.length - 1;
          if (isBody ? mask & 1 : !(mask & (2 << field))) continue;
          const count = read.number();
          const hasLengths = !isBody || count < carried;
          groups.push({ field, count, posting, length, hasLengths });
          posting += count;
          if (hasLengths) length += count;
        }
        this.starts.push(groups);
      }
    }

    /** The position of a term, or -1. */
    find(term) {
      const number = lastUpTo(this.terms, term);
      return number >= 0 && this.terms[number] === term ? number : -1;
    }

    /**
     * The postings of the term at a position: for each field that has it `{field, articles, times, lengths}`, `lengths`
     * being null where they are in the list of all bodies.
     */
    postings(number) {
      return this.starts[number].map(({ field, count, posting, length, hasLengths }) => {
        const articles = new Uint32Array(count);
        let article = -1;
        for (let at = 0; at < count; at += 1) {
          article += this.numbers[posting + at] + 1;
          articles[at] = article;
        }
        const times = this.times.subarray(posting, posting + count);
        return { field, articles, times, lengths: hasLengths ? this.lengths.subarray(length, length + count) : null };
      });
    }

    /** How often the term at a position stands in all articles together. */
    occurrences(number) {
      let sum = 0;
      for (const { posting, count } of this.starts[number]) {
        for (let at = posting; at < posting + count; at += 1) sum += this.times[at] + 1;
      }
      return sum;
    }

    /** In how many fields of how many articles the term at a position stands. */
    count(number) {
      return this.starts[number].reduce((sum, { count }) => sum + count, 0);
    }
  }

  /** The index of an archive, as the manifest describes it. */
  class Shards {
    constructor(manifest) {
      this.manifest = manifest;
      window.lunr.backfile.languages = manifest.languages;
      this.documents = manifest.documents;
      this.fields = Object.keys(manifest.boosts);
      this.averages = manifest.lengths.map((sum) => sum / manifest.documents);
      this.firsts = unpackWords(manifest.terms[0]);
      this.loaded = new Map();
      this.known = new Map();
      const groups = unpackNumbers(manifest.places[0]);
      this.groupOf = [];
      groups.forEach((size, group) => {
        for (let at = 0; at < size; at += 1) this.groupOf.push([group, at]);
      });
    }

    /** A promise of what `made` makes of a file, once. */
    part(folder, hash, made) {
      const place = `${folder}/${hash}`;
      if (!this.loaded.has(place)) {
        const promise = backfile.load(place).then(made);
        promise.catch(() => this.loaded.delete(place));
        this.loaded.set(place, promise);
      }
      return this.loaded.get(place);
    }

    termShard(number) {
      const hash = hashAt(this.manifest.terms[1], number);
      return this.part("terms", hash, (value) => new TermShard(value, this.fields, this.manifest.carried));
    }

    /** A promise of a term as the index has it: `{term, shard, number, postings}`, or null where it is not in it. */
    async term(term) {
      if (!this.known.has(term)) {
        const at = lastUpTo(this.firsts, term);
        const shard = at < 0 ? null : await this.termShard(at);
        const number = shard ? shard.find(term) : -1;
        this.known.set(term, number < 0 ? null : { term, at, number, postings: shard.postings(number) });
      }
      return this.known.get(term);
    }

    /** A promise of the known ones of some terms. */
    async terms(terms) {
      const found = await Promise.all(Array.from(new Set(terms), (term) => this.term(term)));
      return found.filter(Boolean);
    }

    /**
     * A promise of the terms that begin so, the most frequent ones first; of a beginning that is in more shards than
     * `most` it is of none.
     */
    async beginningWith(start, most) {
      const first = Math.max(0, lastUpTo(this.firsts, start));
      const last = lastUpTo(this.firsts, `${start}\uffff`);
      if (last - first >= most) return [];
      const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
      const shards = await Promise.all(numbers.map((number) => this.termShard(number)));
      const found = [];
      for (const shard of shards) {
        shard.terms.forEach((term, number) => {
          if (term.startsWith(start)) found.push([shard.count(number), term]);
        });
      }
      return found.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1)).map(([, term]) => term);
    }

    /**
     * A promise of all terms of the index with the number of their postings: `[[term, …], [number, …]]`, in parts; where
     * it is for terms that begin so, only of the parts that have them.
     */
    vocabulary(start = "") {
      const [written, hashes] = this.manifest.words;
      const firsts = unpackWords(written);
      const from = Math.max(0, lastUpTo(firsts, start));
      const to = start ? lastUpTo(firsts, `${start}\uffff`) : firsts.length - 1;
      const parts = Array.from({ length: to - from + 1 }, (_, at) => hashAt(hashes, from + at));
      return Promise.all(
        parts.map((hash) => this.part("words", hash, ([words, counts]) => [unpackWords(words), unpackNumbers(counts)]))
      );
    }

    /** A promise of the lengths of all bodies, by the articles' numbers, where some terms want them. */
    async lengths(terms) {
      if (!terms.some(({ postings }) => postings.some(({ lengths }) => !lengths))) return null;
      const { digits, rest } = await this.list(0);
      if (!this.bodyLengths) {
        const tens = unpackNumbers(rest);
        this.bodyLengths = unpackNumbers(digits).map((digit, article) => tens[article] * BASE + digit);
      }
      return this.bodyLengths;
    }

    /** A promise of a part of the list of articles: `{digits, rest, names, slots}`, the first two of all bodies' lengths. */
    list(number) {
      const isOne = this.manifest.articles.length === 1;
      return this.part("articles", this.manifest.articles[number], (value) => {
        const [digits, rest, names, slots] = isOne ? value : number ? ["", "", ...value] : [...value, "", ""];
        return { digits, rest, names, slots: unpackNumbers(slots) };
      });
    }

    /** A promise of what is shown of an article: `{ref, title, date, publication, language, text}`. */
    async article(number) {
      const isOne = this.manifest.articles.length === 1;
      const { names, slots } = await this.list(isOne ? 0 : Math.floor(number / this.manifest.part) + 1);
      const at = isOne ? number : number % this.manifest.part;
      const { letters } = this.manifest;
      const name = names.slice(at * letters, (at + 1) * letters);
      const shown = (await this.part("text", name, (value) => value))[slots[at]];
      const [ref, title, date, publication, language, text] = shown;
      this.common ||= unpackWords(this.manifest.common);
      return { ref, title, date, publication, language, text: unpackText(text, this.common) };
    }

    /**
     * A promise of what the columns say of articles, by their numbers: `articles` of their dates (nine bits are month and
     * day, each 0 where it is not known) and years, both -1 where there is none, their positions in time, their
     * languages; a kind of terms of which terms they have.
     */
    columns(kind) {
      return this.part("columns", this.manifest.columns[kind], (parts) => {
        const [first, second] = parts.map((text) => (typeof text === "string" ? unpackNumbers(text) : text));
        if (kind === "articles") {
          let date = 0;
          const ordered = second.map((step) => (date += step % 2 ? -(step + 1) / 2 : step / 2));
          const dates = Int32Array.from(first, (time) => (time < ordered.length ? ordered[time] : -1));
          return {
            dates,
            years: dates.map((number) => number >> 9),
            times: first,
            languages: unpackNumbers(parts[2]),
            names: parts[3],
          };
        }
        const starts = new Uint32Array(first.length + 1);
        first.forEach((count, article) => {
          starts[article + 1] = starts[article] + count;
        });
        return {
          of: (article) => second.subarray(starts[article], starts[article + 1]),
          ids: parts[2],
          names: parts[3],
        };
      });
    }

    /** A promise of the paths of all articles' pages, by their numbers. */
    refs() {
      return this.part("articles", this.manifest.refs, unpackWords);
    }

    /**
     * A promise of where a term stands: `{forms, of(field, position)}`, `of` giving the places in the article at a
     * position of the field's postings, and which of the forms stands at each: `[[place, form], …]`.
     */
    async places(term) {
      const known = await this.term(term);
      const [group, within] = this.groupOf[known.at];
      const columns = await this.part("places", hashAt(this.manifest.places[1], group), (value) => value);
      const shard = await this.termShard(known.at);
      const [formsText, low, high, whichText] = columns.map((column) => column[within]);
      let [before, whichBefore, occurrences] = [0, 0, 0];
      const read = reader(formsText);
      let forms = [];
      for (let number = 0; number <= known.number; number += 1) {
        before += occurrences;
        // Only where a term has several forms it is told which stands at each place.
        if (forms.length > 1) whichBefore += occurrences;
        const count = read.number();
        forms = count ? read.words(count) : [shard.terms[number]];
        occurrences = shard.occurrences(number);
      }
      const gaps = unpackSplit(low, high).subarray(before, before + occurrences);
      const which = forms.length > 1 ? unpackNumbers(whichText).subarray(whichBefore, whichBefore + occurrences) : [];
      const starts = new Map();
      let start = 0;
      for (const { field, times } of known.postings) {
        const ofField = new Uint32Array(times.length + 1);
        times.forEach((more, at) => {
          ofField[at] = start;
          start += more + 1;
        });
        ofField[times.length] = start;
        starts.set(field, ofField);
      }
      const of = (field, position) => {
        const [from, to] = starts.get(field).subarray(position, position + 2);
        const found = [];
        let place = -1;
        for (let at = from; at < to; at += 1) {
          place += gaps[at] + 1;
          found.push([place, forms[which.length ? which[at] : 0]]);
        }
        return found;
      };
      return of;
    }

    /** How much a term tells that stands in these postings: lunr.idf. */
    idf(postings) {
      const holders = postings.reduce((sum, { articles }) => sum + articles.length, 0);
      return Math.log(1 + Math.abs((this.documents - holders + 0.5) / (holders + 0.5)));
    }

    /** The weight of a term in the article at a position of one field's postings, rounded as lunr.Builder does. */
    weight(idf, { field, articles, times, lengths: own }, at, lengths) {
      const tf = times[at] + 1;
      const length = own ? own[at] : lengths[articles[at]];
      const boost = this.manifest.boosts[this.fields[field]];
      const score = idf * ((K1 + 1) * tf) / (K1 * (1 - B + B * (length / this.averages[field])) + tf) * boost;
      return Math.round(score * 1000) / 1000;
    }
  }

  backfile.Shards = Shards;
})(window.backfile);
