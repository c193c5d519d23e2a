/* How words are matched, in the search and on the explore page: without accents, case, hyphens or apostrophes; each word
   of a query at the beginning of a word, and anywhere in writing that leaves no space between words. */
"use strict";

const matching = (() => {
  // Letters that no decomposition takes apart.
  const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

  /* Most texts are plain, and for these there is a way that takes a tenth of the time. Of the others, Hangul comes apart
     into its letters, so that a syllable matches while it is still being typed. */
  const fold = (text) => {
    if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase().replace(/['`]+/g, "").replace(/[^a-z0-9]+/g, " ").trim();
    return text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}'’ʼ‘`]+/gu, "")
      .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter])
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  };

  return {
    /* A text as its folded words, with one space before each. */
    fold: (text) => ` ${fold(text)}`,

    /* What a folded text must include, for each word of a query. */
    needles: (query) =>
      fold(query)
        .split(" ")
        .filter(Boolean)
        .map((word) => (UNSPACED.test(word) ? word : ` ${word}`)),
  };
})();
