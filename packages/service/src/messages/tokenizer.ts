/** Counts and splits text into tokens, in time proportional to its length. */
export interface Tokenizer {
  /** Whether it estimates, so that its counts must not be used as those of another one. Default: false. */
  readonly isEstimate?: boolean;
  count(text: string): number;
  /** The tokens of each slice of a string, for callers that let other work run in between. */
  countSlices(text: string): Iterable<{ readonly tokens: number; readonly characters: number }>;
  /** The first tokens of a string, all by default, as pieces. A character that spans tokens stays whole. */
  split(text: string, most?: number): readonly string[];
}

let loading: Promise<Tokenizer> | undefined;
let loaded: Tokenizer | undefined;

/** The o200k tokenizer, loaded on first use because its table is large. */
export function loadTokenizer(): Tokenizer | Promise<Tokenizer> {
  if (loaded) return loaded;
  loading ??= import("../tokenizer/o200k.ts").then(({ O200kTokenizer }) => {
    loaded = withCache(new O200kTokenizer());
    return loaded;
  });
  return loading;
}

/** A tokenizer that remembers short texts. */
function withCache(tokenizer: Required<Omit<Tokenizer, "isEstimate">>): Tokenizer {
  // A conversation repeats its beginning with every turn, so counts are cached.
  const counted = new Map<string, number>();
  // Scripts repeat the same output.
  const divided = new Map<string, readonly string[]>();
  return {
    count(text) {
      if (text.length < 8 || text.length > 4096) return tokenizer.count(text);
      const known = counted.get(text);
      if (known !== undefined) return known;
      const count = tokenizer.count(text);
      if (counted.size >= 2000) counted.clear();
      counted.set(text, count);
      return count;
    },
    countSlices: (text) => tokenizer.countSlices(text),
    split(text, most = Infinity) {
      const known = divided.get(text);
      if (known) return known.length > most ? known.slice(0, most) : known;
      const pieces = tokenizer.split(text, most);
      if (pieces.length >= most) return pieces;
      if (divided.size >= 200) divided.clear();
      if (text.length <= 8192) divided.set(text, pieces);
      return pieces;
    },
  };
}
