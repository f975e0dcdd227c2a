import { sliceText } from "@patchbay/engine/data/text-slices";

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

/** The o200k tokenizer, loaded on first use because it is large. */
export function loadTokenizer(): Tokenizer | Promise<Tokenizer> {
  if (loaded) return loaded;
  loading ??= import("gpt-tokenizer/encoding/o200k_base").then((encoding) => {
    const { countTokens, decodeGenerator, encode, setMergeCacheSize } = encoding;
    // The words in the cache keep their slices in memory.
    setMergeCacheSize(10_000);
    // A conversation repeats its beginning with every turn, so counts are cached.
    const counted = new Map<string, number>();
    // Scripts repeat the same output.
    const divided = new Map<string, readonly string[]>();
    loaded = {
      count(text) {
        if (text.length < 8) return countTokens(text, asText);
        if (text.length > 4096) return sum(countSlices(text));
        const known = counted.get(text);
        if (known !== undefined) return known;
        const count = sum(countSlices(text));
        if (counted.size >= 2000) counted.clear();
        counted.set(text, count);
        return count;
      },
      countSlices,
      split(text, most = Infinity) {
        const known = divided.get(text);
        if (known) return known.length > most ? known.slice(0, most) : known;
        const pieces: string[] = [];
        for (const slice of sliceText(text)) {
          for (const piece of decodeGenerator(encode(slice, asText))) pieces.push(piece);
          if (pieces.length >= most) return pieces.slice(0, most);
        }
        if (divided.size >= 200) divided.clear();
        if (text.length <= 8192) divided.set(text, pieces);
        return pieces;
      },
    };
    return loaded;

    function* countSlices(text: string): Generator<{ tokens: number; characters: number }> {
      for (const slice of sliceText(text)) yield { tokens: countTokens(slice, asText), characters: slice.length };
    }
  });
  return loading;
}

/** Names of special tokens in a text are ordinary text. */
const asText = { disallowedSpecial: new Set<string>() };

function sum(slices: Iterable<{ readonly tokens: number }>): number {
  let total = 0;
  for (const { tokens } of slices) total += tokens;
  return total;
}
