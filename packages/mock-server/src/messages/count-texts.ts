import { createPace } from "../context/pace.ts";
import type { Tokenizer } from "./tokenizer.ts";

interface CountOptions {
  /** Ends the counting when the caller leaves. */
  readonly signal: AbortSignal | undefined;
  /** More tokens are estimated. Default: 2,500,000, more than any model reads. */
  readonly most?: number;
}

const mostTokens = 2_500_000;

/**
 * Tokens of each of some texts. Lets other requests run in between; rejects with the reason of the signal when the caller leaves.
 * Once the texts have more tokens than any model reads, the rest is estimated from what was counted.
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
