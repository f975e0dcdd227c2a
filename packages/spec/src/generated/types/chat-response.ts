// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { Annotation, AssistantAudio, AssistantImage } from "./annotations.ts";
import type { ErrorDetail } from "./errors.ts";
import type { ReasoningDetail } from "./reasoning.ts";
import type { RoutingMetadata } from "./routing.ts";
import type { ToolCall } from "./tools.ts";
import type { Usage } from "./usage.ts";

/**
 * The result of the plugin `alignment`. Beta; fields may change.
 */
export type AlignmentResult = {
  /**
   * One record for each message that was checked, in order.
   */
  calls: Array<{
    [key: string]: unknown;
  }>;
};

/**
 * A complete chat completion.
 */
export type ChatCompletion = {
  /**
   * Id of the generation, `gen-…`. Pass it to `GET /generation` for tokens, cost and timings.
   */
  id: string;
  /**
   * Always `chat.completion`.
   */
  object: "chat.completion";
  /**
   * Creation time, in Unix seconds.
   */
  created: number;
  /**
   * The model that produced the completion, after aliases, routers and fallbacks.
   */
  model: string;
  /**
   * Display name of the provider that served the request.
   */
  provider?: string;
  /**
   * The completions. One, unless the provider returns several.
   */
  choices: Array<ChatCompletionChoice>;
  /**
   * Identifies the provider's backend configuration.
   */
  system_fingerprint: string | null;
  /**
   * The service tier that served the request.
   */
  service_tier?: string | null;
  /**
   * Token counts and cost.
   */
  usage?: Usage;
  /**
   * How the request was routed, if the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata;
  /**
   * The result of the plugin `alignment`.
   */
  alignment?: AlignmentResult;
  /**
   * The results of the plugin `armor`, if it checked tool calls.
   */
  safeguard_results?: Array<SafeguardResult>;
  /**
   * An error that occurred after the status was sent. Check it before `choices`.
   */
  error?: ErrorDetail;
};

/**
 * One completion.
 */
export type ChatCompletionChoice = {
  /**
   * Index of the choice.
   */
  index: number;
  /**
   * The message that the model generated.
   */
  message: ChatCompletionMessage;
  /**
   * Why the model stopped generating.
   */
  finish_reason: FinishReason | null;
  /**
   * The provider's own finish reason.
   */
  native_finish_reason?: string | null;
  /**
   * Log probabilities of the tokens, if requested.
   */
  logprobs?: Logprobs | null;
  /**
   * The error that interrupted the completion, with `finish_reason: error`.
   */
  error?: ErrorDetail;
};

/**
 * One chunk of a streamed completion. All chunks share one `id`. The last chunk contains the usage, with or without a
 * choice. A chunk with `error` ends the stream, whatever its choices contain.
 *
 */
export type ChatCompletionChunk = {
  /**
   * Id of the generation, `gen-…`.
   */
  id: string;
  /**
   * Always `chat.completion.chunk`.
   */
  object: "chat.completion.chunk";
  /**
   * Creation time, in Unix seconds.
   */
  created: number;
  /**
   * The model that produces the completion.
   */
  model: string;
  /**
   * Display name of the provider that serves the request.
   */
  provider?: string;
  /**
   * The next piece of each completion; empty in some chunks.
   */
  choices: Array<ChunkChoice>;
  /**
   * Identifies the provider's backend configuration. Absent rather than null.
   */
  system_fingerprint?: string;
  /**
   * The service tier that serves the request.
   */
  service_tier?: string | null;
  /**
   * Token counts and cost; in the last chunk.
   */
  usage?: Usage;
  /**
   * How the request was routed, if the request asked for it; in the last chunk.
   */
  openrouter_metadata?: RoutingMetadata;
  /**
   * The result of the plugin `alignment`.
   */
  alignment?: AlignmentResult;
  /**
   * The results of the plugin `armor`, if it checked tool calls.
   */
  safeguard_results?: Array<SafeguardResult>;
  /**
   * The request body sent to the provider, if the request asked for it; in the first chunk.
   */
  debug?: ChunkDebug;
  /**
   * The error that interrupted the completion.
   */
  error?: ErrorDetail;
};

/**
 * The message that the model generated. It can be sent back unchanged as an `assistant` message.
 */
export type ChatCompletionMessage = {
  /**
   * Always `assistant`.
   */
  role: "assistant";
  /**
   * The text; null if the model only called tools.
   */
  content: string | null;
  /**
   * The model's refusal message.
   */
  refusal?: string | null;
  /**
   * The reasoning as plain text.
   */
  reasoning?: string | null;
  /**
   * The reasoning details. Send them back unchanged.
   */
  reasoning_details?: Array<ReasoningDetail>;
  /**
   * The tool calls that the model requested.
   */
  tool_calls?: Array<ToolCall>;
  /**
   * Images that the model generated.
   */
  images?: Array<AssistantImage>;
  /**
   * Audio that the model generated.
   */
  audio?: AssistantAudio | null;
  /**
   * Citations and parsed files.
   */
  annotations?: Array<Annotation>;
};

/**
 * The next piece of one completion.
 */
export type ChunkChoice = {
  /**
   * Index of the choice.
   */
  index: number;
  /**
   * The new content.
   */
  delta: ChunkDelta;
  /**
   * Why the model stopped generating; null until then.
   */
  finish_reason: FinishReason | null;
  /**
   * The provider's own finish reason.
   */
  native_finish_reason?: string | null;
  /**
   * Log probabilities of the new tokens.
   */
  logprobs?: Logprobs | null;
  /**
   * The error, as some providers report it.
   */
  error?: ErrorDetail;
};

/**
 * Debug output.
 */
export type ChunkDebug = {
  /**
   * The request body sent to the provider.
   */
  echo_upstream_body?: {
    [key: string]: unknown;
  };
};

/**
 * The new content of a completion. Concatenate the strings of successive chunks.
 */
export type ChunkDelta = {
  /**
   * Always `assistant`; in the first chunk.
   */
  role?: "assistant";
  /**
   * The next piece of the text.
   */
  content?: string | null;
  /**
   * The next piece of the refusal.
   */
  refusal?: string | null;
  /**
   * The next piece of the reasoning.
   */
  reasoning?: string | null;
  /**
   * The next pieces of the reasoning details; pieces of one detail share an `index`.
   */
  reasoning_details?: Array<ReasoningDetail>;
  /**
   * The next pieces of the tool calls.
   */
  tool_calls?: Array<ToolCallDelta>;
  /**
   * Images that the model generated.
   */
  images?: Array<AssistantImage>;
  /**
   * The next piece of the audio.
   */
  audio?: AssistantAudio;
  /**
   * Citations and parsed files.
   */
  annotations?: Array<Annotation>;
};

/**
 * Why the model stopped generating, normalized across providers.
 * - `stop`: The model finished or reached a stop sequence.
 * - `length`: The completion reached the token limit.
 * - `tool_calls`: The model requested tool calls.
 * - `content_filter`: The provider's content filter intervened.
 * - `error`: Generation failed before the end.
 */
export type FinishReason = "stop" | "length" | "tool_calls" | "content_filter" | "error" | (string & {});

/**
 * The next piece of a function call.
 */
export type FunctionCallDelta = {
  /**
   * Display name.
   */
  name?: string;
  /**
   * The next piece of the JSON string.
   */
  arguments?: string;
};

/**
 * Log probabilities of the tokens.
 */
export type Logprobs = {
  /**
   * Tokens of the content.
   */
  content: Array<TokenLogprob> | null;
  /**
   * Tokens of the refusal.
   */
  refusal?: Array<TokenLogprob> | null;
};

/**
 * The result of the plugin `armor`.
 */
export type SafeguardResult = {
  /**
   * The kind of check, such as `dangerous_tool_use`.
   */
  type: string;
  /**
   * The results by the id of the tool call, in `tool_uses`.
   */
  status: {
    [key: string]: unknown;
  };
};

/**
 * A token with its log probability.
 */
export type TokenLogprob = {
  /**
   * The token.
   */
  token: string;
  /**
   * Log probability (natural logarithm) of the token.
   */
  logprob: number;
  /**
   * The token's UTF-8 bytes.
   */
  bytes: Array<number> | null;
  /**
   * The most likely tokens at this position.
   */
  top_logprobs: Array<TopLogprob>;
};

/**
 * A piece of a tool call. The first piece of an `index` contains the id and the name; later pieces continue the arguments.
 */
export type ToolCallDelta = {
  /**
   * Index of the tool call.
   */
  index: number;
  /**
   * Id of the tool call.
   */
  id?: string;
  /**
   * Always `function`.
   */
  type?: "function";
  /**
   * The next piece of the function call.
   */
  function?: FunctionCallDelta;
};

/**
 * One of the most likely tokens at a position.
 */
export type TopLogprob = {
  /**
   * The token.
   */
  token: string;
  /**
   * Log probability (natural logarithm) of the token.
   */
  logprob: number;
  /**
   * The token's UTF-8 bytes.
   */
  bytes: Array<number> | null;
};
