import type { EmbeddingRequest } from "@patchbay/spec";
import { HttpError } from "../http/http-error.ts";

/** Maximum number of inputs of one request. */
const mostInputs = 2048;

/** One input: a text, or a text made from a list of tokens, with their number. */
export interface EmbeddingText {
  readonly text: string;
  readonly tokens?: number;
}

/** The inputs of a request. Throws 400 for none, too many, or a mixture. */
export function toTexts(input: EmbeddingRequest["input"]): EmbeddingText[] {
  if (typeof input === "string") return [{ text: input }];
  if (input.length === 0) throw new HttpError(400, "/input: the list is empty. Send at least one input.");
  // A flat list of numbers is one input of tokens.
  if (input.every((item) => typeof item === "number")) return [ofTokens(input)];
  if (input.length > mostInputs)
    throw new HttpError(
      400,
      `/input: expected at most ${mostInputs} inputs, got ${input.length}. Send several requests.`,
      {
        metadata: {
          issues: [
            { in: "body", pointer: "/input", message: `expected at most ${mostInputs} inputs, got ${input.length}` },
          ],
        },
      },
    );
  const kinds = new Set(input.map((item) => (Array.isArray(item) ? "list of tokens" : typeof item)));
  if (kinds.size > 1)
    throw new HttpError(
      400,
      `/input: the items have different types (${[...kinds].join(", ")}). Send items of one type.`,
    );
  return input.map((item) => {
    if (typeof item === "string") return { text: item };
    if (typeof item === "number") return ofTokens([item]);
    if (Array.isArray(item)) return ofTokens(item);
    return { text: item.content.map((part) => (part.type === "text" ? part.text : JSON.stringify(part))).join("\n") };
  });
}

function ofTokens(tokens: readonly number[]): EmbeddingText {
  return { text: tokens.map((token) => `token${token}`).join(" "), tokens: tokens.length };
}
