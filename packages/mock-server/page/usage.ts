import type { Entry } from "./api.ts";

/** The usage in a response. A rule can give a response any shape, so fields with another type are ignored. */
export interface Usage {
  readonly prompt: number;
  readonly completion: number;
  readonly cached: number;
  readonly reasoning: number;
  readonly promptCost: number | undefined;
  readonly completionCost: number | undefined;
}

/** The value at a path in JSON of any shape. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string | number, unknown>)[name];
  }
  return found;
}

const numberAt = (value: unknown, ...path: readonly (string | number)[]): number | undefined => {
  const found = at(value, ...path);
  return typeof found === "number" ? found : undefined;
};

/** The response in parts: one for a JSON body, one per event of a stream. */
const partsOf = ({ response }: Entry): readonly unknown[] =>
  Array.isArray(response) ? (response as unknown[]) : [response];

/** The last string at a path of any part. `undefined` if there is none. */
export function textIn(entry: Entry, ...path: readonly (string | number)[]): string | undefined {
  return partsOf(entry)
    .map((part) => at(part, ...path))
    .findLast((found) => typeof found === "string");
}

export function usageOf(entry: Entry): Usage | undefined {
  const usages = partsOf(entry).flatMap((part) => [
    at(part, "usage"),
    at(part, "response", "usage"),
    at(part, "message", "usage"),
  ]);
  // The events of Anthropic Messages report the usage in pieces. The last value of a field counts.
  const known = usages.filter((found) => typeof found === "object" && found !== null);
  if (known.length === 0) return undefined;
  const usage: unknown = Object.assign({}, ...known);
  const first = (...paths: readonly (readonly string[])[]): number | undefined =>
    paths.map((path) => numberAt(usage, ...path)).find((found) => found !== undefined);
  const read = numberAt(usage, "cache_read_input_tokens");
  const apart = (read ?? 0) + (numberAt(usage, "cache_creation_input_tokens") ?? 0);
  return {
    prompt: (first(["prompt_tokens"], ["input_tokens"]) ?? 0) + apart,
    completion: first(["completion_tokens"], ["output_tokens"]) ?? 0,
    cached: read ?? first(["prompt_tokens_details", "cached_tokens"], ["input_tokens_details", "cached_tokens"]) ?? 0,
    reasoning:
      first(
        ["completion_tokens_details", "reasoning_tokens"],
        ["output_tokens_details", "reasoning_tokens"],
        ["output_tokens_details", "thinking_tokens"],
      ) ?? 0,
    promptCost: first(
      ["cost_details", "upstream_inference_prompt_cost"],
      ["cost_details", "upstream_inference_input_cost"],
    ),
    completionCost: first(
      ["cost_details", "upstream_inference_completions_cost"],
      ["cost_details", "upstream_inference_output_cost"],
    ),
  };
}

/** The text of the output: that of a chat, of a response or of a message, joined from the events of a stream. */
export function completionText(entry: Entry): string {
  return partsOf(entry).map(textOfPart).join("");
}

const textTypes: ReadonlySet<string> = new Set(["output_text", "text"]);

function textOfPart(part: unknown): string {
  const chat = at(part, "choices", 0, "message", "content") ?? at(part, "choices", 0, "delta", "content");
  if (typeof chat === "string") return chat;
  const type = at(part, "type");
  if (type === "response.output_text.delta") return stringAt(part, "delta");
  if (type === "content_block_delta") return stringAt(part, "delta", "text");
  const output = at(part, "output");
  const contents = Array.isArray(output) ? output.map((item) => at(item, "content")) : [at(part, "content")];
  return contents
    .flatMap((content) => (Array.isArray(content) ? (content as unknown[]) : []))
    .map((content) => (textTypes.has(stringAt(content, "type")) ? stringAt(content, "text") : ""))
    .join("");
}

const stringAt = (value: unknown, ...path: readonly (string | number)[]): string => {
  const found = at(value, ...path);
  return typeof found === "string" ? found : "";
};

/** Why the output ended, in the words of its API. */
export const finishReason = (entry: Entry): string | undefined =>
  textIn(entry, "choices", 0, "finish_reason") ??
  textIn(entry, "delta", "stop_reason") ??
  textIn(entry, "stop_reason") ??
  textIn(entry, "response", "status") ??
  textIn(entry, "status");

/** Id of the generation. */
export const generationId = (entry: Entry): string | undefined =>
  [textIn(entry, "id"), textIn(entry, "response", "id"), textIn(entry, "message", "id")].find((id) => id !== undefined);
