import type { Part } from "../parts/part.ts";

/** A part, and the tokens that it adds to the output, in tokens of the common tokenizer. */
export interface CountedPart {
  readonly part: Part;
  readonly tokens: number;
}

/** The characters of a part. */
export function charactersOf(part: Part): number {
  if ("text" in part) return part.text.length;
  return part.type === "tool-call-delta" ? (part.arguments?.length ?? 0) : JSON.stringify(part).length;
}
