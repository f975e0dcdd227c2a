/** Counts and splits text as a model does. */
export interface Tokenizer {
  count(text: string): number;
  /** The text in pieces of one token; a character that spans tokens stays whole. */
  split(text: string): string[];
}

let loading: Promise<Tokenizer> | undefined;

/** The o200k tokenizer, loaded at its first use because it is large. */
export function loadTokenizer(): Promise<Tokenizer> {
  loading ??= import("gpt-tokenizer/encoding/o200k_base").then(({ countTokens, decodeGenerator, encode }) => ({
    count: (text) => countTokens(text),
    split: (text) => [...decodeGenerator(encode(text))],
  }));
  return loading;
}
