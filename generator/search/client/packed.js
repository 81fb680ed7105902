/*
 * Backfile's search: numbers and words as generator/search/packed.py writes them.
 */
(function (backfile) {
  "use strict";

  const BASE = 46;
  const LOWEST = 92;
  const VALUE = new Uint8Array(128);
  let value = 0;
  for (let code = 0x20; code < 0x7f; code += 1) {
    if (!'"\\<'.includes(String.fromCharCode(code))) VALUE[code] = value++;
  }

  /** All numbers of a text, as many as it has. */
  function unpackNumbers(text) {
    const numbers = new Uint32Array(text.length);
    let count = 0;
    let number = 0;
    let unit = 1;
    for (let at = 0; at < text.length; at += 1) {
      const digit = VALUE[text.charCodeAt(at)];
      if (digit < BASE) {
        numbers[count++] = number + digit * unit;
        number = 0;
        unit = 1;
      } else {
        number += (digit - BASE) * unit;
        unit *= BASE;
      }
    }
    return numbers.subarray(0, count);
  }

  /** The numbers that are in two texts: their lowest digits, a sign each, and what is left of them. */
  function unpackSplit(low, high) {
    const numbers = unpackNumbers(high);
    for (let at = 0; at < numbers.length; at += 1) {
      numbers[at] = numbers[at] * LOWEST + VALUE[low.charCodeAt(at)];
    }
    return numbers;
  }

  /** Reads a text of numbers and words from its beginning. */
  function reader(text) {
    let at = 0;
    function number() {
      let found = 0;
      for (let unit = 1; ; unit *= BASE) {
        const digit = VALUE[text.charCodeAt(at++)];
        if (digit < BASE) return found + digit * unit;
        found += (digit - BASE) * unit;
      }
    }
    function words(count) {
      const found = [];
      let before = "";
      while (found.length < count && at < text.length) {
        const same = number();
        const end = text.indexOf(" ", at);
        before = before.slice(0, same) + text.slice(at, end);
        found.push(before);
        at = end + 1;
      }
      return found;
    }
    function word() {
      const start = at;
      at = text.indexOf(" ", start) + 1;
      return text.slice(start, at - 1);
    }
    return { number, word, words, hasMore: () => at < text.length };
  }

  /** All words of a text. */
  function unpackWords(text) {
    return reader(text).words(Infinity);
  }

  /** A text that generator/search/text_code.py wrote, given the common words. */
  function unpackText(text, common) {
    const read = reader(text);
    let found = "";
    while (read.hasMore()) {
      const number = read.number();
      found += ` ${number ? common[number - 1] : read.word()}`;
    }
    return found.slice(1).replace(/ \.\n /g, ". ").replace(/ ,\n /g, ", ").replace(/ \n /g, "\n");
  }

  Object.assign(backfile, { BASE, unpackNumbers, unpackSplit, unpackText, unpackWords, reader });
})(window.backfile);
