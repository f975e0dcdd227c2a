// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CacheControl } from "./content.ts";
import type { ContentBlockParam, TextBlockParam } from "./messages-content.ts";
import type { McpServer, MessagesTool, MessagesToolChoice } from "./messages-tools.ts";
import type { ModelId } from "./model-ids.ts";
import type { Plugin } from "./plugins.ts";
import type { ProviderPreferences } from "./provider.ts";
import type { DeferredTools, StopServerToolsCondition } from "./tools.ts";
import type { TraceConfig } from "./trace.ts";

/**
 * Whether inputs of tools are cleared, or the names of the tools whose inputs are cleared.
 */
export type ClearedToolInputs = boolean | Array<string>;

/**
 * An amount of the conversation, such as `{"type": "input_tokens", "value": 100000}`.
 */
export type ContextAmount = {
  /**
   * What is counted.
   * - `input_tokens`: Input tokens.
   * - `tool_uses`: Tool calls.
   * - `thinking_turns`: Turns with thinking.
   * - `all`: Everything; without a `value`.
   */
  type: "input_tokens" | "tool_uses" | "thinking_turns" | "all" | (string & {});
  /**
   * The amount.
   */
  value?: number | null | undefined;
};

/**
 * `all`, or a number.
 */
export type ContextAmountOrAll = string | ContextAmount;

/**
 * An edit of the conversation: `clear_tool_uses_20250919`, `clear_thinking_20251015`, `compact_20260112` or a newer one.
 */
export type ContextEdit = {
  /**
   * The kind of edit.
   * - `clear_tool_uses_20250919`: Removes old tool calls and results.
   * - `clear_thinking_20251015`: Removes old thinking.
   * - `compact_20260112`: Replaces old messages with a summary.
   */
  type: "clear_tool_uses_20250919" | "clear_thinking_20251015" | "compact_20260112" | (string & {});
  /**
   * When the edit runs.
   */
  trigger?: ContextAmount | null | undefined;
  /**
   * What remains: `all`, or a number.
   */
  keep?: ContextAmountOrAll | null | undefined;
  /**
   * The minimum that the edit removes.
   */
  clear_at_least?: ContextAmount | null | undefined;
  /**
   * Whether the arguments of calls are removed too, or the tools for which they are.
   */
  clear_tool_inputs?: ClearedToolInputs | null | undefined;
  /**
   * Tools whose calls remain.
   */
  exclude_tools?: Array<string> | null | undefined;
  /**
   * Instructions for the summary.
   */
  instructions?: string | null | undefined;
  /**
   * Whether the response ends after the summary.
   */
  pause_after_compaction?: boolean | null | undefined;
  [key: string]: unknown;
};

/**
 * How the provider shortens the conversation.
 */
export type ContextManagement = {
  /**
   * The edits, in order.
   */
  edits?: Array<ContextEdit> | null | undefined;
};

/**
 * JSON that conforms to a schema.
 */
export type JsonOutputFormat = {
  /**
   * Always `json_schema`.
   */
  type: "json_schema";
  /**
   * The JSON Schema.
   */
  schema: {
    [key: string]: unknown;
  };
};

/**
 * A new thread, or the next request of one.
 */
export type MessageThread =
  | ({
      type: "create";
    } & ThreadCreate)
  | ({
      type: "continue";
    } & ThreadContinue);

/**
 * An earlier message from the model. Send its blocks back unchanged, in order.
 */
export type MessagesAssistantMessage = {
  /**
   * Always `assistant`.
   */
  role: "assistant";
  /**
   * A string, or a list of blocks.
   */
  content: MessagesContent;
};

/**
 * A container of the code execution tool, by its id or by its settings.
 */
export type MessagesContainerOrId = string | MessagesContainerParams;

/**
 * Settings of the code execution tool's container.
 */
export type MessagesContainerParams = {
  /**
   * Id of an existing container.
   */
  id?: string | null | undefined;
  /**
   * Skills to load.
   */
  skills?: Array<SkillParams> | null | undefined;
};

/**
 * The content of a message, as text or as a list of blocks.
 */
export type MessagesContent = string | Array<ContentBlockParam>;

/**
 * A request to count the input tokens of a Messages request. Other fields of that request are ignored.
 */
export type MessagesCountTokensRequest = {
  /**
   * The model whose tokenizer counts.
   */
  model: string;
  /**
   * The messages of the conversation.
   */
  messages: Array<MessagesMessage>;
  /**
   * The system prompt, as a string or a list of text blocks.
   */
  system?: MessagesSystemPrompt | null | undefined;
  /**
   * How much the model thinks.
   */
  thinking?: ThinkingConfig | null | undefined;
  /**
   * Tools that the model can call.
   */
  tools?: Array<MessagesTool> | null | undefined;
  /**
   * Whether the model must call a tool, and which one.
   */
  tool_choice?: MessagesToolChoice | null | undefined;
  /**
   * The effort and the format of the response.
   */
  output_config?: OutputConfig | null | undefined;
  /**
   * How the provider shortens the conversation.
   */
  context_management?: ContextManagement | null | undefined;
  /**
   * Sets a cache breakpoint after the last block that can be cached.
   */
  cache_control?: CacheControl | null | undefined;
  /**
   * MCP servers that the provider connects to.
   */
  mcp_servers?: Array<McpServer> | null | undefined;
  [key: string]: unknown;
};

/**
 * Asks why the prompt cache was not used.
 */
export type MessagesDiagnosticsParams = {
  /**
   * The `id` of the previous response.
   */
  previous_message_id?: string | null | undefined;
};

/**
 * How much effort the model puts into the response.
 * - `low`: Little effort.
 * - `medium`: Medium effort.
 * - `high`: Much effort.
 * - `xhigh`: More effort than `high`.
 * - `max`: The maximum effort.
 */
export type MessagesEffort = "low" | "medium" | "high" | "xhigh" | "max" | (string & {});

/**
 * A fallback model.
 */
export type MessagesFallback = {
  /**
   * The model.
   */
  model: string;
  [key: string]: unknown;
};

/**
 * A message of the conversation.
 */
export type MessagesMessage =
  | ({
      role: "user";
    } & MessagesUserMessage)
  | ({
      role: "assistant";
    } & MessagesAssistantMessage)
  | ({
      role: "system";
    } & MessagesSystemMessage);

/**
 * Information about the request.
 */
export type MessagesMetadata = {
  /**
   * Id of the end user, for abuse detection.
   */
  user_id?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * A request of the Anthropic Messages API, for any model. Fields that are not in this contract, such as those of beta
 * features, are forwarded to the provider.
 *
 */
export type MessagesRequest = {
  /**
   * The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
   */
  model: ModelId;
  /**
   * The messages of the conversation. An assistant message at the end is a prefill that the model continues.
   */
  messages: Array<MessagesMessage>;
  /**
   * Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
   */
  max_tokens?: number | null | undefined;
  /**
   * The system prompt, as a string or a list of text blocks.
   */
  system?: MessagesSystemPrompt | null | undefined;
  /**
   * Whether to stream the response as server-sent events. Default: false.
   */
  stream?: boolean | null | undefined;
  /**
   * Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
   */
  temperature?: number | null | undefined;
  /**
   * Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
   */
  top_p?: number | null | undefined;
  /**
   * Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
   */
  top_k?: number | null | undefined;
  /**
   * Sequences at which the model stops generating.
   */
  stop_sequences?: Array<string> | null | undefined;
  /**
   * How much the model thinks and whether the response includes the thinking.
   */
  thinking?: ThinkingConfig | null | undefined;
  /**
   * Tools that the model can call.
   */
  tools?: Array<MessagesTool> | null | undefined;
  /**
   * Whether the model must call a tool, and which one. Default: `auto`.
   */
  tool_choice?: MessagesToolChoice | null | undefined;
  /**
   * The effort and the format of the response.
   */
  output_config?: OutputConfig | null | undefined;
  /**
   * How the provider shortens the conversation.
   */
  context_management?: ContextManagement | null | undefined;
  /**
   * Sets a cache breakpoint after the last block that can be cached.
   */
  cache_control?: CacheControl | null | undefined;
  /**
   * Information about the request.
   */
  metadata?: MessagesMetadata | null | undefined;
  /**
   * Service tier at the provider.
   * - `auto`: Priority capacity if available, otherwise the standard tier.
   * - `standard_only`: The standard tier.
   */
  service_tier?: "auto" | "standard_only" | (string & {}) | null | undefined;
  /**
   * The inference speed.
   * - `standard`: The standard speed.
   * - `fast`: More output tokens per second, at a higher price.
   */
  speed?: "standard" | "fast" | (string & {}) | null | undefined;
  /**
   * Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
   */
  thread?: MessageThread | null | undefined;
  /**
   * The container of the code execution tool, by its id or by its settings.
   */
  container?: MessagesContainerOrId | null | undefined;
  /**
   * MCP servers that the provider connects to.
   */
  mcp_servers?: Array<McpServer> | null | undefined;
  /**
   * The region in which the provider runs the model.
   */
  inference_geo?: string | null | undefined;
  /**
   * Asks why the prompt cache was not used.
   */
  diagnostics?: MessagesDiagnosticsParams | null | undefined;
  /**
   * Fallback models, tried in order after `model` and after any failure.
   */
  models?: Array<ModelId> | null | undefined;
  /**
   * Fallback models in Anthropic's form. Not together with `models`.
   */
  fallbacks?: Array<MessagesFallback> | null | undefined;
  /**
   * Preferences for provider routing.
   */
  provider?: ProviderPreferences | null | undefined;
  /**
   * Plugins to run.
   */
  plugins?: Array<Plugin> | null | undefined;
  /**
   * Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
   */
  session_id?: string | null | undefined;
  /**
   * Observability metadata.
   */
  trace?: TraceConfig | null | undefined;
  /**
   * Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
   */
  user?: string | null | undefined;
  /**
   * Checks of tool calls by the provider. The plugin `armor` adds rules.
   */
  safeguards?: Array<MessagesSafeguard> | null | undefined;
  /**
   * How the model finds tools with `defer_loading`.
   */
  deferred_tools?: DeferredTools | null | undefined;
  /**
   * Stops server tools as soon as one condition is met.
   */
  stop_server_tools_when?: Array<StopServerToolsCondition> | null | undefined;
  [key: string]: unknown;
};

/**
 * A check of tool calls by the provider.
 */
export type MessagesSafeguard = {
  /**
   * The kind of check, such as `dangerous_tool_use`.
   */
  type: string;
  /**
   * The rules.
   */
  classifier_context?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  [key: string]: unknown;
};

/**
 * Instructions for the model from this message on. It can be anywhere in the conversation, including at the end.
 */
export type MessagesSystemMessage = {
  /**
   * Always `system`.
   */
  role: "system";
  /**
   * A string, or a list of blocks.
   */
  content?: MessagesContent | null | undefined;
  /**
   * When the message loses its effect.
   * - `next_user_message`: At the next user message.
   * - `never`: Never.
   */
  clear_at?: "next_user_message" | "never" | (string & {}) | null | undefined;
  /**
   * Settings of the response from this message on.
   */
  output_config?: SystemMessageOutputConfig | null | undefined;
};

/**
 * A system prompt, as text or as a list of text blocks.
 */
export type MessagesSystemPrompt = string | Array<TextBlockParam>;

/**
 * A message from the user, or the results of tool calls.
 */
export type MessagesUserMessage = {
  /**
   * Always `user`.
   */
  role: "user";
  /**
   * A string, or a list of blocks.
   */
  content: MessagesContent;
};

/**
 * The effort and the format of the response.
 */
export type OutputConfig = {
  /**
   * How much effort the model puts into the response.
   */
  effort?: MessagesEffort | null | undefined;
  /**
   * The output format.
   */
  format?: JsonOutputFormat | null | undefined;
  /**
   * Tokens that the model can use for the whole task.
   */
  task_budget?: TaskBudget | null | undefined;
};

/**
 * A skill to load into the container.
 */
export type SkillParams = {
  /**
   * Who provides the skill.
   * - `anthropic`: Anthropic.
   * - `custom`: The account.
   */
  type: "anthropic" | "custom" | (string & {});
  /**
   * Id of the skill.
   */
  skill_id: string;
  /**
   * Version of the skill. Default: the latest one.
   */
  version?: string | null | undefined;
};

/**
 * Settings of the response that change during a conversation.
 */
export type SystemMessageOutputConfig = {
  /**
   * The new effort.
   */
  effort?: MessagesEffort | null | undefined;
};

/**
 * Tokens for a whole task. The model knows how many remain.
 */
export type TaskBudget = {
  /**
   * Always `tokens`.
   */
  type: "tokens";
  /**
   * Tokens of the task.
   */
  total: number;
  /**
   * Tokens that remain. Default: `total`.
   */
  remaining?: number | null | undefined;
};

/**
 * The model decides how much it thinks.
 */
export type ThinkingAdaptive = {
  /**
   * Always `adaptive`.
   */
  type: "adaptive";
  /**
   * Which form of the thinking the response includes.
   */
  display?: ThinkingDisplay | null | undefined;
  /**
   * What happens to thinking blocks of another conversation.
   */
  block_binding?: ThinkingBlockBinding | null | undefined;
};

/**
 * Thinks only between tool calls.
 */
export type ThinkingBetweenTools = {
  /**
   * Always `between_tools`.
   */
  type: "between_tools";
};

/**
 * What happens to thinking blocks that do not belong to the conversation.
 */
export type ThinkingBlockBinding = {
  /**
   * `error` (default) fails the request; `drop_block` removes blocks of another model.
   */
  mismatch_behavior?: string | null | undefined;
  /**
   * `error` (default) fails the request; `drop_block` removes the blocks.
   */
  prefix_mismatch_behavior?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * How the model thinks.
 */
export type ThinkingConfig =
  | ({
      type: "enabled";
    } & ThinkingEnabled)
  | ({
      type: "adaptive";
    } & ThinkingAdaptive)
  | ({
      type: "between_tools";
    } & ThinkingBetweenTools)
  | ({
      type: "disabled";
    } & ThinkingDisabled);

/**
 * Does not think.
 */
export type ThinkingDisabled = {
  /**
   * Always `disabled`.
   */
  type: "disabled";
};

/**
 * Which form of the thinking the response includes. The default depends on the model.
 * - `summarized`: A summary.
 * - `omitted`: No text; blocks contain only the signature.
 * - `updates`: Short progress reports.
 */
export type ThinkingDisplay = "summarized" | "omitted" | "updates" | (string & {});

/**
 * Thinks up to a number of tokens.
 */
export type ThinkingEnabled = {
  /**
   * Always `enabled`.
   */
  type: "enabled";
  /**
   * Maximum number of thinking tokens, lower than `max_tokens`. Claude models require at least 1024.
   */
  budget_tokens: number;
  /**
   * Which form of the thinking the response includes.
   */
  display?: ThinkingDisplay | null | undefined;
  /**
   * What happens to thinking blocks of another conversation.
   */
  block_binding?: ThinkingBlockBinding | null | undefined;
};

/**
 * Continues a thread. `messages` contains only the new messages.
 */
export type ThreadContinue = {
  /**
   * Always `continue`.
   */
  type: "continue";
  /**
   * The `id` of the previous response.
   */
  previous_message_id: string;
};

/**
 * Starts a thread.
 */
export type ThreadCreate = {
  /**
   * Always `create`.
   */
  type: "create";
};
