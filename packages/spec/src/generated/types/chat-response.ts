// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { Annotation, AssistantAudio, AssistantImage } from "./annotations.ts";
import type { ErrorDetail } from "./errors.ts";
import type { ReasoningDetail } from "./reasoning.ts";
import type { RoutingMetadata } from "./routing.ts";
import type { ToolCall } from "./tools.ts";
import type { Usage } from "./usage.ts";

/**
 * A whole answer.
 */
export type ChatCompletion = {
  /**
   * Id of the generation, `gen-…`; ask `/generation` for its record.
   */
  id: string;
  /**
   * The kind of object.
   */
  object: "chat.completion";
  /**
   * When it was made, in Unix seconds.
   */
  created: number;
  /**
   * The model that answered, after aliases, routers and fallbacks.
   */
  model: string;
  /**
   * Display name of the provider that answered.
   */
  provider?: string;
  /**
   * The answers; one unless the provider gives more.
   */
  choices: Array<ChatCompletionChoice>;
  /**
   * The configuration of the provider that answered.
   */
  system_fingerprint: string | null;
  /**
   * The tier that served.
   */
  service_tier?: string | null;
  /**
   * Tokens and cost.
   */
  usage?: Usage;
  /**
   * How the request was routed, when it was asked for.
   */
  openrouter_metadata?: RoutingMetadata;
  /**
   * A failure that came after the status was sent; look for it before `choices`.
   */
  error?: ErrorDetail;
};

/**
 * One answer.
 */
export type ChatCompletionChoice = {
  /**
   * Its place.
   */
  index: number;
  /**
   * What the model said.
   */
  message: ChatCompletionMessage;
  /**
   * Why it ended.
   */
  finish_reason: FinishReason | null;
  /**
   * The provider's own word for it.
   */
  native_finish_reason?: string | null;
  /**
   * How likely each token was, when it was asked for.
   */
  logprobs?: Logprobs | null;
  /**
   * What failed in the middle of the answer, with `finish_reason: error`.
   */
  error?: ErrorDetail;
};

/**
 * One event of a streamed answer. All events share one `id`. Usage comes once, in the last event, with or without a
 * choice. An event with `error` ends the answer, whatever its choices say.
 *
 */
export type ChatCompletionChunk = {
  /**
   * Id of the generation, `gen-…`.
   */
  id: string;
  /**
   * The kind of object.
   */
  object: "chat.completion.chunk";
  /**
   * When it was made, in Unix seconds.
   */
  created: number;
  /**
   * The model that answers.
   */
  model: string;
  /**
   * Display name of the provider that answers.
   */
  provider?: string;
  /**
   * The next piece of each answer; empty in some events.
   */
  choices: Array<ChunkChoice>;
  /**
   * The configuration of the provider; absent rather than null.
   */
  system_fingerprint?: string;
  /**
   * The tier that serves.
   */
  service_tier?: string | null;
  /**
   * Tokens and cost; in the last event.
   */
  usage?: Usage;
  /**
   * How the request was routed, when it was asked for; in the last event.
   */
  openrouter_metadata?: RoutingMetadata;
  /**
   * What was sent to the provider, when it was asked for; in the first event.
   */
  debug?: ChunkDebug;
  /**
   * What failed in the middle of the answer.
   */
  error?: ErrorDetail;
};

/**
 * What the model said. As it is, it can be sent back as an `assistant` message.
 */
export type ChatCompletionMessage = {
  /**
   * The speaker.
   */
  role: "assistant";
  /**
   * The text; null when the model only called tools.
   */
  content: string | null;
  /**
   * Why the model refused.
   */
  refusal?: string | null;
  /**
   * The reasoning as plain text.
   */
  reasoning?: string | null;
  /**
   * The reasoning as it came; send it back unchanged.
   */
  reasoning_details?: Array<ReasoningDetail>;
  /**
   * The calls that the model asks for.
   */
  tool_calls?: Array<ToolCall>;
  /**
   * Images that the model made.
   */
  images?: Array<AssistantImage>;
  /**
   * Sound that the model made.
   */
  audio?: AssistantAudio | null;
  /**
   * Citations and parsed files.
   */
  annotations?: Array<Annotation>;
};

/**
 * The next piece of one answer.
 */
export type ChunkChoice = {
  /**
   * Which answer.
   */
  index: number;
  /**
   * What is new.
   */
  delta: ChunkDelta;
  /**
   * Why it ended; null until then.
   */
  finish_reason: FinishReason | null;
  /**
   * The provider's own word for it.
   */
  native_finish_reason?: string | null;
  /**
   * How likely each new token was.
   */
  logprobs?: Logprobs | null;
  /**
   * What failed, as some providers tell it.
   */
  error?: ErrorDetail;
};

/**
 * What was sent to the provider.
 */
export type ChunkDebug = {
  /**
   * The body.
   */
  echo_upstream_body?: {
    [key: string]: unknown;
  };
};

/**
 * What is new in an answer; texts are to be joined.
 */
export type ChunkDelta = {
  /**
   * The speaker; in the first piece.
   */
  role?: "assistant";
  /**
   * More text.
   */
  content?: string | null;
  /**
   * More of the refusal.
   */
  refusal?: string | null;
  /**
   * More reasoning.
   */
  reasoning?: string | null;
  /**
   * More reasoning details; pieces of one detail share an `index`.
   */
  reasoning_details?: Array<ReasoningDetail>;
  /**
   * More of the tool calls.
   */
  tool_calls?: Array<ToolCallDelta>;
  /**
   * Images that the model made.
   */
  images?: Array<AssistantImage>;
  /**
   * More sound.
   */
  audio?: AssistantAudio;
  /**
   * Citations and parsed files.
   */
  annotations?: Array<Annotation>;
};

/**
 * Why an answer ended, in the same words for all providers.
 * - `stop`: The model was done, or came to a stop text.
 * - `length`: It reached the limit of tokens.
 * - `tool_calls`: It asks for tool calls.
 * - `content_filter`: The provider's filter stepped in.
 * - `error`: It failed on the way.
 */
export type FinishReason = "stop" | "length" | "tool_calls" | "content_filter" | "error" | (string & {});

/**
 * More of a function call.
 */
export type FunctionCallDelta = {
  /**
   * Its name.
   */
  name?: string;
  /**
   * More of the JSON text.
   */
  arguments?: string;
};

/**
 * How likely each token was.
 */
export type Logprobs = {
  /**
   * The tokens of the text.
   */
  content: Array<TokenLogprob> | null;
  /**
   * The tokens of the refusal.
   */
  refusal?: Array<TokenLogprob> | null;
};

/**
 * One token.
 */
export type TokenLogprob = {
  /**
   * The token.
   */
  token: string;
  /**
   * Natural logarithm of its likelihood.
   */
  logprob: number;
  /**
   * Its bytes in UTF-8.
   */
  bytes: Array<number> | null;
  /**
   * The likeliest tokens at this place.
   */
  top_logprobs: Array<TopLogprob>;
};

/**
 * A piece of a tool call. The first piece of an `index` has id and name, the others more of the arguments.
 */
export type ToolCallDelta = {
  /**
   * Which call.
   */
  index: number;
  /**
   * Id of the call.
   */
  id?: string;
  /**
   * The tag.
   */
  type?: "function";
  /**
   * More of the function.
   */
  function?: FunctionCallDelta;
};

/**
 * One token that could have come.
 */
export type TopLogprob = {
  /**
   * The token.
   */
  token: string;
  /**
   * Natural logarithm of its likelihood.
   */
  logprob: number;
  /**
   * Its bytes in UTF-8.
   */
  bytes: Array<number> | null;
};
