// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ContentBlock } from "./messages-content.ts";
import type { RoutingMetadata } from "./routing.ts";
import type { CostDetails } from "./usage.ts";

/**
 * An edit that was applied.
 */
export type AppliedContextEdit = {
  /**
   * The kind of edit.
   */
  type: string;
  /**
   * Tokens that were removed.
   */
  cleared_input_tokens?: number;
  /**
   * Tool calls that were removed.
   */
  cleared_tool_uses?: number;
  /**
   * Turns whose thinking was removed.
   */
  cleared_thinking_turns?: number;
};

/**
 * The edits that were applied to the conversation.
 */
export type AppliedContextManagement = {
  /**
   * The edits.
   */
  applied_edits: Array<AppliedContextEdit>;
};

/**
 * Why the prompt cache was not used.
 */
export type CacheMissReason = {
  /**
   * The reason.
   * - `model_changed`: The model differs.
   * - `system_changed`: The system prompt differs.
   * - `tools_changed`: The tools differ.
   * - `messages_changed`: An earlier message differs.
   * - `previous_message_not_found`: The previous response is unknown.
   * - `unavailable`: The reason is not available.
   */
  type:
    | "model_changed"
    | "system_changed"
    | "tools_changed"
    | "messages_changed"
    | "previous_message_not_found"
    | "unavailable"
    | (string & {});
  /**
   * Tokens that could not be read from the cache.
   */
  cache_missed_input_tokens?: number;
};

/**
 * A skill in a container.
 */
export type ContainerSkill = {
  /**
   * Who provides the skill, `anthropic` or `custom`.
   */
  type: string;
  /**
   * Id of the skill.
   */
  skill_id: string;
  /**
   * Version of the skill.
   */
  version?: string;
};

/**
 * A change of the provider to the conversation.
 */
export type InputTransformation = {
  /**
   * The kind of change, such as `thinking_dropped`.
   */
  type: string;
  /**
   * The changed block.
   */
  path?: string;
  /**
   * Why it was changed, such as `prefix_binding_mismatch`.
   */
  reason?: string;
};

/**
 * Tokens written to the prompt cache by time to live.
 */
export type MessagesCacheCreation = {
  /**
   * Tokens stored for five minutes.
   */
  ephemeral_5m_input_tokens: number;
  /**
   * Tokens stored for one hour.
   */
  ephemeral_1h_input_tokens: number;
};

/**
 * A container of the code execution tool.
 */
export type MessagesContainer = {
  /**
   * Id, to use the container again.
   */
  id: string;
  /**
   * Time at which the container expires, ISO 8601 in UTC.
   */
  expires_at: string;
  /**
   * The loaded skills.
   */
  skills?: Array<ContainerSkill> | null;
};

/**
 * Why the prompt cache was not used.
 */
export type MessagesDiagnostics = {
  /**
   * The reason; null if the cache was used.
   */
  cache_miss_reason: CacheMissReason | null;
};

/**
 * Output tokens by kind.
 */
export type MessagesOutputTokensDetails = {
  /**
   * Thinking tokens, included in `output_tokens`.
   */
  thinking_tokens: number;
};

/**
 * A message of the model.
 */
export type MessagesResponse = {
  /**
   * Id of the generation, for `GET /generation`.
   */
  id: string;
  /**
   * Always `message`.
   */
  type: "message";
  /**
   * Always `assistant`.
   */
  role: "assistant";
  /**
   * The model that responded.
   */
  model: string;
  /**
   * The content blocks. Append them to the conversation unchanged.
   */
  content: Array<ContentBlock>;
  /**
   * Why the model stopped; null while it generates.
   */
  stop_reason: MessagesStopReason | null;
  /**
   * The stop sequence that ended the response, if `stop_reason` is `stop_sequence`.
   */
  stop_sequence: string | null;
  /**
   * Why the model refused, if `stop_reason` is `refusal`.
   */
  stop_details?: MessagesStopDetails | null;
  /**
   * The container of the code execution tool.
   */
  container?: MessagesContainer | null;
  /**
   * Token counts and cost.
   */
  usage: MessagesUsage;
  /**
   * The edits that were applied to the conversation.
   */
  context_management?: AppliedContextManagement | null;
  /**
   * Why the prompt cache was not used, if the request asked.
   */
  diagnostics?: MessagesDiagnostics | null;
  /**
   * Changes of the provider to the conversation.
   */
  input_transformations?: Array<InputTransformation> | null;
  /**
   * Display name of the provider that responded.
   */
  provider?: string;
  /**
   * How the request was routed, if the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata;
};

/**
 * Number of server tool calls.
 */
export type MessagesServerToolUse = {
  /**
   * Number of web searches.
   */
  web_search_requests: number;
  /**
   * Number of web fetches.
   */
  web_fetch_requests: number;
};

/**
 * Why the model refused.
 */
export type MessagesStopDetails = {
  /**
   * The kind of details, such as `refusal`.
   */
  type: string;
  /**
   * The category of the refusal.
   * - `cyber`: Attacks on computer systems.
   * - `bio`: Biological weapons.
   * - `frontier_llm`: Development of competing models.
   * - `reasoning_extraction`: Extraction of the model's reasoning.
   * - `general_harms`: Other harm.
   */
  category?: "cyber" | "bio" | "frontier_llm" | "reasoning_extraction" | "general_harms" | (string & {}) | null;
  /**
   * Explanation for people.
   */
  explanation?: string | null;
};

/**
 * Why the model stopped.
 * - `end_turn`: The message is complete.
 * - `max_tokens`: The message reached `max_tokens`.
 * - `stop_sequence`: The model generated a stop sequence.
 * - `tool_use`: The model called tools of the caller.
 * - `pause_turn`: A long turn was paused. Send the message back to continue.
 * - `compaction`: The conversation was summarized. Send the message back to continue.
 * - `refusal`: The model refused.
 * - `model_context_window_exceeded`: The message reached the model's context length.
 */
export type MessagesStopReason =
  | "end_turn"
  | "max_tokens"
  | "stop_sequence"
  | "tool_use"
  | "pause_turn"
  | "compaction"
  | "refusal"
  | "model_context_window_exceeded"
  | (string & {});

/**
 * The number of input tokens of a request.
 */
export type MessagesTokenCount = {
  /**
   * Input tokens: messages, system prompt and tools.
   */
  input_tokens: number;
  /**
   * The effect of `context_management`.
   */
  context_management?: TokenCountContextManagement | null;
};

/**
 * Token counts by the model's own tokenizer, and their cost.
 */
export type MessagesUsage = {
  /**
   * Input tokens that were neither read from nor written to the prompt cache.
   */
  input_tokens: number;
  /**
   * Output tokens, including thinking.
   */
  output_tokens: number;
  /**
   * Tokens written to the prompt cache by time to live.
   */
  cache_creation: MessagesCacheCreation | null;
  /**
   * Tokens written to the prompt cache.
   */
  cache_creation_input_tokens: number | null;
  /**
   * Tokens read from the prompt cache.
   */
  cache_read_input_tokens: number | null;
  /**
   * The region in which the provider ran the model.
   */
  inference_geo: string | null;
  /**
   * Output tokens by kind.
   */
  output_tokens_details: MessagesOutputTokensDetails | null;
  /**
   * Number of server tool calls.
   */
  server_tool_use: MessagesServerToolUse | null;
  /**
   * The service tier that served the request.
   * - `standard`: The standard tier.
   * - `priority`: The faster tier.
   * - `batch`: The batch tier.
   */
  service_tier: "standard" | "priority" | "batch" | (string & {}) | null;
  /**
   * The inference speed.
   * - `standard`: The standard speed.
   * - `fast`: The higher speed.
   */
  speed?: "standard" | "fast" | (string & {}) | null;
  /**
   * Usage of each model call, if the provider made several.
   */
  iterations?: Array<MessagesUsageIteration> | null;
  /**
   * Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee.
   */
  cost?: number | null;
  /**
   * Whether your own provider key was used (BYOK).
   */
  is_byok?: boolean;
  /**
   * What the provider charged.
   */
  cost_details?: CostDetails | null;
};

/**
 * Usage of one model call.
 */
export type MessagesUsageIteration = {
  /**
   * The purpose of the call.
   * - `message`: The response.
   * - `compaction`: A summary of the conversation.
   * - `advisor_message`: The advice of a second model.
   * - `fallback_message`: The response of a fallback model.
   */
  type: "message" | "compaction" | "advisor_message" | "fallback_message" | (string & {});
  /**
   * The model of the call.
   */
  model?: string | null;
  /**
   * Input tokens.
   */
  input_tokens?: number;
  /**
   * Output tokens.
   */
  output_tokens?: number;
  /**
   * Tokens written to the prompt cache.
   */
  cache_creation_input_tokens?: number | null;
  /**
   * Tokens read from the prompt cache.
   */
  cache_read_input_tokens?: number | null;
  /**
   * Tokens written to the prompt cache by time to live.
   */
  cache_creation?: MessagesCacheCreation | null;
};

/**
 * The effect of `context_management` on the number of tokens.
 */
export type TokenCountContextManagement = {
  /**
   * Input tokens before the edits.
   */
  original_input_tokens: number;
};
