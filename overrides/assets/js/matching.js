/* How words are matched, in the search and on the explore page: without accents, case, hyphens or apostrophes; each word
   of a query at the beginning of a word, and anywhere in writing that leaves no space between words. */
"use strict";

const matching = (() => {
  // Letters that no decomposition takes apart.
  const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

  /* Texts divided by line breaks are folded in one go and stay divided. Hangul comes apart into its letters, so that a
     syllable matches while it is still being typed. */
  const fold = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}'’ʼ‘`]+/gu, "")
      .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter])
      .replace(/[^\p{L}\p{N}\n]+/gu, " ");

  return {
    /* The folded text as its words with one space before and between them. */
    one: (text) => ` ${fold(text.replace(/\n/g, " ")).trim()}`,

    /* Many texts of one line each, folded at once: ten thousand single calls take ten times as long. */
    all: (texts) => (texts.length ? fold(texts.join("\n")).split("\n").map((text) => ` ${text.trim()}`) : []),

    /* What a folded text must include, for each word of a query. */
    needles: (query) =>
      fold(query.replace(/\n/g, " "))
        .split(" ")
        .filter(Boolean)
        .map((word) => (UNSPACED.test(word) ? word : ` ${word}`)),
  };
})();
