/** Lines that may keep a word of the list in check-words.ts: the text that identifies the line, and why it stays. */
export const wordExceptions: readonly { readonly file: string; readonly text: string; readonly reason: string }[] = [];
