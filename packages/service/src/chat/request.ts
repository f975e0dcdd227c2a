import type { ChatCompletionRequest } from "@patchbay/spec";
import type { Tier } from "@patchbay/engine/routing/catalog";
import type { Needs } from "@patchbay/engine/routing/eligibility";
import { getOwn } from "@patchbay/engine/data/get-own";
import { PreferenceError, readPreferences, type Preferences } from "@patchbay/engine/routing/preferences";
import { HttpError } from "../http/http-error.ts";
import { excerpt } from "../json/show-value.ts";
import type { Prompt } from "../messages/prompt.ts";

/** The models of a request, in the order in which they are tried, and the JSON pointers to their names. Throws 400 for none. */
export function namesOf(
  { model, models }: ChatCompletionRequest,
  defaultModel: string | undefined,
): { name: string; pointer: string }[] {
  if (model && !models) return [{ name: model, pointer: "/model" }];
  const others = (models ?? []).map((name, index) => ({ name, pointer: `/models/${index}` }));
  const first = model ? [{ name: model, pointer: "/model" }] : [];
  const names = [...first, ...others.filter(({ name }) => name !== model)];
  if (names.length > 0) return names;
  if (defaultModel !== undefined) return [{ name: defaultModel, pointer: "/model" }];
  const message = "is missing, and this server has no default model. `GET /models` lists the models";
  throw new HttpError(400, `/model: ${message}.`, {
    metadata: { issues: [{ in: "body", pointer: "/model", message }] },
  });
}

/** Checks the rules that a JSON Schema cannot express. Throws 400. */
export function checkRequest({ reasoning, reasoning_effort: short, stream, modalities }: ChatCompletionRequest): void {
  const long = reasoning?.effort;
  if (short && long && short !== long)
    throw new HttpError(
      400,
      `reasoning_effort is ${excerpt(short, 100)} and reasoning.effort is ${excerpt(long, 100)}. Send one of them, or the same value in both.`,
    );
  if (long && reasoning?.max_tokens)
    throw new HttpError(
      400,
      `reasoning has effort ${excerpt(long, 100)} and max_tokens ${reasoning.max_tokens}. Send one of them.`,
    );
  if (modalities?.includes("audio") && !stream)
    throw new HttpError(400, "modalities has audio, which needs stream: true.");
}

/** The provider preferences of a request. Throws 400 with the JSON pointer of an invalid one. */
export function preferencesOf(provider: ChatCompletionRequest["provider"], route?: string | null): Preferences {
  try {
    return readPreferences(provider, route);
  } catch (error) {
    if (!(error instanceof PreferenceError)) throw error;
    throw new HttpError(400, `${error.pointer}: ${error.message}`, {
      metadata: { issues: [{ in: "body", pointer: error.pointer, message: error.message }] },
    });
  }
}

/** Request field → the name of the model parameter in the catalog. */
const parameters = new Map(
  Object.entries({
    temperature: "temperature",
    top_p: "top_p",
    top_k: "top_k",
    min_p: "min_p",
    top_a: "top_a",
    frequency_penalty: "frequency_penalty",
    presence_penalty: "presence_penalty",
    repetition_penalty: "repetition_penalty",
    max_tokens: "max_tokens",
    max_completion_tokens: "max_tokens",
    logit_bias: "logit_bias",
    logprobs: "logprobs",
    top_logprobs: "top_logprobs",
    seed: "seed",
    stop: "stop",
    tool_choice: "tool_choice",
    parallel_tool_calls: "parallel_tool_calls",
    reasoning: "reasoning",
    reasoning_effort: "reasoning",
    include_reasoning: "include_reasoning",
    verbosity: "verbosity",
    web_search_options: "web_search_options",
  }),
);

function parametersOf(input: ChatCompletionRequest): string[] {
  const found: string[] = [];
  for (const field of Object.keys(input)) {
    const name = parameters.get(field);
    if (name === undefined || getOwn(input as Readonly<Record<string, unknown>>, field) === null) continue;
    if (!found.includes(name)) found.push(name);
  }
  if (input.tools?.some(({ type }) => type === "function")) found.push("tools");
  const format = input.response_format?.type;
  if (format === "json_schema") found.push("response_format", "structured_outputs");
  else if (format === "json_object") found.push("response_format");
  return found;
}

const tiers: Readonly<Record<string, Tier>> = {
  fast: "priority",
  priority: "priority",
  ultrafast: "ultrafast",
  flex: "flex",
  default: "default",
};

/** Whether the answer is to hold an image. */
export function makesImage({ modalities }: ChatCompletionRequest): boolean {
  return modalities?.includes("image") ?? false;
}

/** The capabilities that a request needs from an endpoint. */
export function needsOf(input: ChatCompletionRequest, prompt: Prompt, country: string): Needs {
  return {
    parameters: parametersOf(input),
    input: prompt.modalities,
    output: makesImage(input) ? "image" : input.modalities?.includes("audio") ? "audio" : "text",
    promptTokens: prompt.tokens,
    maxTokens: input.max_tokens ?? input.max_completion_tokens ?? undefined,
    tier: getOwn(tiers, input.service_tier ?? ""),
    country,
  };
}
