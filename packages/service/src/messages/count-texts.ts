import { createPace } from "../context/pace.ts";
import type { Tokenizer } from "./tokenizer.ts";

interface CountOptions {
  /** Stops counting when the client disconnects. */
  readonly signal: AbortSignal | undefined;
  /** Tokens above this number are estimated. Default: 2,500,000, more than the context of any model. */
  readonly most?: number;
}

const mostTokens = 2_500_000;

/**
 * Counts the tokens of each string. Lets other requests run in between. Rejects with the reason of the signal when the
 * client disconnects. Above the limit, the rest is estimated from what was counted.
 */
export async function countTexts(
  texts: readonly string[],
  tokenizer: Tokenizer,
  { signal, most = mostTokens }: CountOptions,
): Promise<number[]> {
  const pace = createPace(signal);
  const counts: number[] = [];
  let tokens = 0;
  let characters = 0;
  for (const text of texts) {
    const before = tokens;
    let read = 0;
    for (const slice of tokenizer.countSlices(text)) {
      tokens += slice.tokens;
      characters += slice.characters;
      read += slice.characters;
      if (tokens > most) break;
      if (pace.isDue()) await pace.pause();
    }
    const left = text.length - read;
    counts.push(tokens - before + (left > 0 ? Math.ceil((left * tokens) / characters) : 0));
  }
  return counts;
}
