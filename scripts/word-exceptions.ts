/** Lines that may keep a word of the list in check-words.ts: the text that identifies the line, and why it stays. */
export const wordExceptions: readonly { readonly file: string; readonly text: string; readonly reason: string }[] = [
  {
    file: "packages/engine/src/data/bm25.ts",
    text: "about after again also",
    reason: "English stop words, which a search ignores",
  },
];
