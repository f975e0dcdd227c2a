import type { ChatCompletionRequest } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { fold, isPlain, nearest, show, type Aliases } from "./check-options.ts";

type Known = keyof {
  [Name in keyof ChatCompletionRequest as string extends Name ? never : Name]: true;
};

/** Request fields of the contract. */
const fields: readonly string[] = [
  "audio",
  "cache_control",
  "debug",
  "frequency_penalty",
  "image_config",
  "include_reasoning",
  "logit_bias",
  "logprobs",
  "max_completion_tokens",
  "max_tokens",
  "max_tool_calls",
  "messages",
  "metadata",
  "min_p",
  "modalities",
  "model",
  "models",
  "parallel_tool_calls",
  "plugins",
  "prediction",
  "presence_penalty",
  "prompt_cache_key",
  "prompt_cache_options",
  "provider",
  "reasoning",
  "reasoning_effort",
  "repetition_penalty",
  "response_format",
  "seed",
  "service_tier",
  "session_id",
  "stop",
  "stop_server_tools_when",
  "stream",
  "structured_outputs",
  "temperature",
  "tool_choice",
  "tools",
  "top_a",
  "top_k",
  "top_logprobs",
  "top_p",
  "transforms",
  "user",
  "verbosity",
] satisfies readonly Known[];

/**
 * Rejects misspelled and misplaced request fields. An unknown field is sent, unless it is another spelling of a known
 * one or differs from it by one character.
 *
 * @throws AgentError
 */
export function checkFields(place: string, given: unknown, elsewhere: Aliases): void {
  if (!isPlain(given))
    throw new AgentError(`${place} must be an object with fields of the request, got ${show(given)}.`);
  for (const [name, value] of Object.entries(given as object)) {
    if (value === undefined) continue;
    const hint = Object.hasOwn(elsewhere, name) ? elsewhere[name]! : undefined;
    if (hint !== undefined) throw new AgentError(`${place} cannot have \`${name}\`. ${hint}`);
    if (fields.includes(name)) continue;
    const meant = fields.find((one) => fold(one) === fold(name)) ?? misspelled(name);
    if (meant !== undefined) throw new AgentError(`${place} has an unknown field \`${name}\`. Use \`${meant}\`.`);
  }
}

/** Short names can differ by one character without being misspelled: `top_n` is not `top_p`. */
function misspelled(name: string): string | undefined {
  return name.length < 5 || /_.$/.test(name) ? undefined : nearest(name, fields, 1);
}
