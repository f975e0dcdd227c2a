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
  const usage = partsOf(entry)
    .map((part) => at(part, "usage"))
    .findLast((found) => typeof found === "object" && found !== null);
  if (!usage) return undefined;
  return {
    prompt: numberAt(usage, "prompt_tokens") ?? 0,
    completion: numberAt(usage, "completion_tokens") ?? 0,
    cached: numberAt(usage, "prompt_tokens_details", "cached_tokens") ?? 0,
    reasoning: numberAt(usage, "completion_tokens_details", "reasoning_tokens") ?? 0,
    promptCost: numberAt(usage, "cost_details", "upstream_inference_prompt_cost"),
    completionCost: numberAt(usage, "cost_details", "upstream_inference_completions_cost"),
  };
}

/** The completion text: the content of the first choice, joined from the events of a stream. */
export function completionText(entry: Entry): string {
  const contents = partsOf(entry).map(
    (part) => at(part, "choices", 0, "message", "content") ?? at(part, "choices", 0, "delta", "content"),
  );
  return contents.filter((content) => typeof content === "string").join("");
}
