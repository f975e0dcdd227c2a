/** Counts and splits text as a model does. */
export interface Tokenizer {
  count(text: string): number;
  /** The text in pieces of one token; a character that spans tokens stays whole. */
  split(text: string): readonly string[];
}

let loading: Promise<Tokenizer> | undefined;
let loaded: Tokenizer | undefined;

/** The o200k tokenizer, loaded at its first use because it is large. */
export function loadTokenizer(): Tokenizer | Promise<Tokenizer> {
  if (loaded) return loaded;
  loading ??= import("gpt-tokenizer/encoding/o200k_base").then(({ countTokens, decodeGenerator, encode }) => {
    // Conversations send their beginning again with every turn, so what was counted is remembered.
    const counted = new Map<string, number>();
    // Scripts say the same again and again.
    const divided = new Map<string, readonly string[]>();
    loaded = {
      count(text) {
        if (text.length < 8 || text.length > 4096) return countTokens(text);
        const known = counted.get(text);
        if (known !== undefined) return known;
        const count = countTokens(text);
        if (counted.size >= 2000) counted.clear();
        counted.set(text, count);
        return count;
      },
      split(text) {
        const known = divided.get(text);
        if (known) return known;
        const pieces = [...decodeGenerator(encode(text))];
        if (divided.size >= 200) divided.clear();
        if (text.length <= 8192) divided.set(text, pieces);
        return pieces;
      },
    };
    return loaded;
  });
  return loading;
}
