import type { ChatCompletion, ChatCompletionMessage, RoutingMetadata, ToolCall, Usage } from "@patchbay/spec";
import type { Choice } from "../choose.ts";
import { costOf, toUsd, type NanoUsd } from "../engine/money.ts";
import type { Tokenizer } from "../tokenizer.ts";
import type { Completion } from "../upstreams/upstream.ts";
import type { World } from "../world.ts";

/** One request and what the model said to it. */
export interface Turn {
  readonly id: string;
  readonly created: number;
  readonly choice: Choice;
  readonly promptTokens: number;
  readonly answer: Answer;
  readonly metadata: RoutingMetadata | undefined;
}

/** What the model said, in tokens. */
export interface Answer {
  readonly reasoning: readonly string[];
  readonly content: readonly string[];
  readonly toolCalls: readonly { readonly call: ToolCall; readonly tokens: readonly string[] }[];
  readonly tokens: number;
  readonly reasoningTokens: number;
  readonly finishReason: string;
}

/** Splits what the model said into tokens and ends it at the limit. */
export function cut(
  said: Completion,
  tokenizer: Tokenizer,
  { world, maxTokens, hidden }: { world: World; maxTokens: number; hidden: boolean },
): Answer {
  let left = maxTokens;
  let complete = true;
  const take = (text: string): string[] => {
    const tokens = tokenizer.split(text);
    const taken = tokens.slice(0, left);
    if (taken.length < tokens.length) complete = false;
    left -= taken.length;
    return taken;
  };
  const reasoning = take(said.reasoning ?? "");
  const content = take(said.content ?? "");
  const toolCalls = (said.toolCalls ?? []).map(({ name, arguments: given }) => {
    const tokens = take(typeof given === "string" ? given : JSON.stringify(given));
    return {
      tokens,
      call: {
        id: `call_${world.ids.text(24)}`,
        type: "function" as const,
        function: { name, arguments: tokens.join("") },
      },
    };
  });
  const natural = said.finishReason ?? (toolCalls.length > 0 ? "tool_calls" : "stop");
  return {
    reasoning: hidden ? [] : reasoning,
    content,
    toolCalls,
    tokens: maxTokens - left,
    reasoningTokens: reasoning.length,
    finishReason: complete ? natural : "length",
  };
}

/** What so many tokens cost at an endpoint. */
export function priceOf({ endpoint }: Choice, prompt: number, completion: number): NanoUsd {
  return costOf([
    { units: prompt, price: endpoint.prompt },
    { units: completion, price: endpoint.completion },
    { units: 1, price: endpoint.request },
  ]);
}

/** The usage of the whole answer. */
export function usageOf({ choice, promptTokens, answer }: Turn): Usage {
  const { prompt, completion } = choice.endpoint;
  return {
    prompt_tokens: promptTokens,
    completion_tokens: answer.tokens,
    total_tokens: promptTokens + answer.tokens,
    prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: answer.reasoningTokens },
    cost: toUsd(priceOf(choice, promptTokens, answer.tokens)),
    is_byok: false,
    cost_details: {
      upstream_inference_cost: null,
      upstream_inference_prompt_cost: toUsd(costOf([{ units: promptTokens, price: prompt }])),
      upstream_inference_completions_cost: toUsd(costOf([{ units: answer.tokens, price: completion }])),
    },
  };
}

/** The fields that an answer and each of its events share. */
export function headOf({ id, created, choice }: Turn): Pick<ChatCompletion, "id" | "created" | "model" | "provider"> {
  return { id, created, model: choice.model.data.id, provider: choice.endpoint.provider.name };
}

/** The answer as one body. */
export function toCompletion(turn: Turn): ChatCompletion {
  const { answer, metadata } = turn;
  const text = answer.content.join("");
  const reasoning = answer.reasoning.join("");
  const message: ChatCompletionMessage = {
    role: "assistant",
    content: text === "" && answer.toolCalls.length > 0 ? null : text,
    refusal: null,
    reasoning: reasoning === "" ? null : reasoning,
    ...(reasoning !== "" && { reasoning_details: [{ type: "reasoning.text" as const, text: reasoning, index: 0 }] }),
    ...(answer.toolCalls.length > 0 && { tool_calls: answer.toolCalls.map(({ call }) => call) }),
  };
  return {
    ...headOf(turn),
    object: "chat.completion",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        message,
        finish_reason: answer.finishReason,
        native_finish_reason: answer.finishReason,
        logprobs: null,
      },
    ],
    usage: usageOf(turn),
    ...(metadata && { openrouter_metadata: metadata }),
  };
}
