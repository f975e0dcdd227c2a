import type { Tokenizer } from "../messages/tokenizer.ts";
import type { Part } from "../parts/part.ts";
import type { CountedPart } from "./counted-part.ts";

/**
 * The beginning of a part, of at most `most` tokens; `undefined` for a part that has no beginning. Without it, a provider that sends its text
 * in one piece would give an empty response that costs nothing.
 */
export function cutPart(part: Part, most: number, tokenizer: Tokenizer): CountedPart | undefined {
  if (!(most > 0)) return undefined;
  const split = (text: string): { text: string; tokens: number } => {
    const pieces = tokenizer.split(text, most);
    return { text: pieces.join(""), tokens: pieces.length };
  };
  if (part.type === "text" || part.type === "refusal" || part.type === "reasoning") {
    const { text, tokens } = split(part.text);
    return { part: { ...part, text }, tokens };
  }
  if (part.type !== "tool-call-delta") return undefined;
  const { text, tokens } = split(part.arguments ?? "");
  return { part: { ...part, arguments: text }, tokens };
}
