import { sliceText } from "@patchbay/engine/data/text-slices";
import { createPace, type Pace } from "../context/pace.ts";
import type { Tokenizer } from "./tokenizer.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";

/** Longer strings, in characters, are split in slices. Shorter ones take less time than a pause. */
const longText = 50_000;

interface SplitOptions {
  /** The most tokens of an output. One more is split, to detect longer text. */
  readonly most: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Splits the long strings of an output before it is shortened, and lets other requests run in between. Returns a
 * tokenizer that has the pieces; the same tokenizer when no string is long.
 */
export function splitAhead(
  output: ModelOutput,
  tokenizer: Tokenizer,
  options: SplitOptions,
): Tokenizer | Promise<Tokenizer> {
  const calls = (output.toolCalls ?? []).map((call) => call.arguments);
  const texts = [output.content, output.reasoning, ...calls].filter((text) => typeof text === "string");
  const long = texts.filter((text) => text.length > longText);
  return long.length === 0 ? tokenizer : splitAll(long, tokenizer, options);
}

async function splitAll(
  texts: readonly string[],
  tokenizer: Tokenizer,
  { most, signal }: SplitOptions,
): Promise<Tokenizer> {
  const known = new Map<string, readonly string[]>();
  const pace = createPace(signal);
  for (const text of texts) known.set(text, await splitSlices(sliceText(text), most + 1, tokenizer, pace));
  return {
    ...tokenizer,
    count: (text) => known.get(text)?.length ?? tokenizer.count(text),
    split: (text, limit) => known.get(text)?.slice(0, limit) ?? tokenizer.split(text, limit),
  };
}

/** The first tokens of slices of a string; the last tokens for slices in reverse order. */
export async function splitSlices(
  slices: Iterable<string>,
  most: number,
  tokenizer: Tokenizer,
  pace: Pace,
  reversed = false,
): Promise<readonly string[]> {
  const groups: (readonly string[])[] = [];
  let count = 0;
  for (const slice of slices) {
    if (count >= most) break;
    const pieces = tokenizer.split(slice);
    groups.push(pieces);
    count += pieces.length;
    if (pace.isDue()) await pace.pause();
  }
  const pieces = (reversed ? groups.toReversed() : groups).flat();
  if (most === 0) return [];
  return reversed ? pieces.slice(-most) : pieces.slice(0, most);
}
