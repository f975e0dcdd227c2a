// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { TextCitation } from "./messages-citations.ts";
import type { ContentBlock } from "./messages-content.ts";
import type { MessagesError } from "./messages-errors.ts";
import type {
  AppliedContextManagement,
  MessagesCacheCreation,
  MessagesContainer,
  MessagesOutputTokensDetails,
  MessagesResponse,
  MessagesServerToolUse,
  MessagesStopDetails,
  MessagesStopReason,
  MessagesUsageIteration,
} from "./messages-response.ts";
import type { RoutingMetadata } from "./routing.ts";
import type { UnknownTag } from "./unknown-tag.ts";
import type { CostDetails } from "./usage.ts";

/**
 * A citation to append to `citations`.
 */
export type CitationsDelta = {
  /**
   * Always `citations_delta`.
   */
  type: "citations_delta";
  /**
   * The citation.
   */
  citation: TextCitation;
};

/**
 * The summary of a compaction block.
 */
export type CompactionDelta = {
  /**
   * Always `compaction_delta`.
   */
  type: "compaction_delta";
  /**
   * The summary.
   */
  content: string | null;
  /**
   * The provider's data.
   */
  encrypted_content?: string | null;
};

/**
 * A piece of a content block.
 */
export type ContentBlockDelta =
  | TextDelta
  | InputJsonDelta
  | ThinkingDelta
  | SignatureDelta
  | CitationsDelta
  | CompactionDelta
  | UnknownContentBlockDelta;

/**
 * A piece of a content block.
 */
export type ContentBlockDeltaEvent = {
  /**
   * Always `content_block_delta`.
   */
  type: "content_block_delta";
  /**
   * Index of the block in `content`, from 0.
   */
  index: number;
  /**
   * The piece.
   */
  delta: ContentBlockDelta;
};

/**
 * A content block begins.
 */
export type ContentBlockStartEvent = {
  /**
   * Always `content_block_start`.
   */
  type: "content_block_start";
  /**
   * Index of the block in `content`, from 0.
   */
  index: number;
  /**
   * The block. Text, thinking and the arguments of tool calls are empty and follow as deltas; other blocks are complete.
   */
  content_block: ContentBlock;
};

/**
 * A content block is complete.
 */
export type ContentBlockStopEvent = {
  /**
   * Always `content_block_stop`.
   */
  type: "content_block_stop";
  /**
   * Index of the block in `content`, from 0.
   */
  index: number;
};

/**
 * A piece of the arguments of a tool call. Concatenate the pieces and parse the result as JSON at `content_block_stop`; no pieces or empty ones mean `{}`.
 */
export type InputJsonDelta = {
  /**
   * Always `input_json_delta`.
   */
  type: "input_json_delta";
  /**
   * The piece.
   */
  partial_json: string;
};

/**
 * Changed fields of a message.
 */
export type MessageDelta = {
  /**
   * Why the model stopped.
   */
  stop_reason: MessagesStopReason | null;
  /**
   * The stop sequence that ended the response.
   */
  stop_sequence: string | null;
  /**
   * Why the model refused.
   */
  stop_details?: MessagesStopDetails | null;
  /**
   * The container of the code execution tool.
   */
  container?: MessagesContainer | null;
};

/**
 * Changes of the message after its content.
 */
export type MessageDeltaEvent = {
  /**
   * Always `message_delta`.
   */
  type: "message_delta";
  /**
   * The changed fields of the message.
   */
  delta: MessageDelta;
  /**
   * The usage. Its counts are totals and replace those of `message_start`.
   */
  usage: MessageDeltaUsage;
  /**
   * The edits that were applied to the conversation.
   */
  context_management?: AppliedContextManagement | null;
};

/**
 * The final usage. A count that is null or absent is that of `message_start`.
 */
export type MessageDeltaUsage = {
  /**
   * Input tokens that were neither read from nor written to the prompt cache.
   */
  input_tokens?: number | null;
  /**
   * Output tokens, including thinking.
   */
  output_tokens: number;
  /**
   * Tokens written to the prompt cache by time to live.
   */
  cache_creation?: MessagesCacheCreation | null;
  /**
   * Tokens written to the prompt cache.
   */
  cache_creation_input_tokens?: number | null;
  /**
   * Tokens read from the prompt cache.
   */
  cache_read_input_tokens?: number | null;
  /**
   * Output tokens by kind.
   */
  output_tokens_details?: MessagesOutputTokensDetails | null;
  /**
   * Number of server tool calls.
   */
  server_tool_use?: MessagesServerToolUse | null;
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
 * A failure after the stream began. It ends the stream.
 */
export type MessageErrorEvent = {
  /**
   * Always `error`.
   */
  type: "error";
  /**
   * The error.
   */
  error: MessagesError;
  /**
   * Id of the generation.
   */
  request_id?: string | null;
  /**
   * How the request was routed, if the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata;
};

/**
 * Keeps the connection open.
 */
export type MessagePingEvent = {
  /**
   * Always `ping`.
   */
  type: "ping";
};

/**
 * The first event.
 */
export type MessageStartEvent = {
  /**
   * Always `message_start`.
   */
  type: "message_start";
  /**
   * The message without content. Its usage can still change.
   */
  message: MessagesResponse;
};

/**
 * The last event. The message is complete.
 */
export type MessageStopEvent = {
  /**
   * Always `message_stop`.
   */
  type: "message_stop";
  /**
   * How the request was routed, if the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata;
};

/**
 * An event of a Messages stream.
 */
export type MessageStreamEvent =
  | MessageStartEvent
  | ContentBlockStartEvent
  | ContentBlockDeltaEvent
  | ContentBlockStopEvent
  | MessageDeltaEvent
  | MessageStopEvent
  | MessagePingEvent
  | MessageErrorEvent
  | UnknownMessageStreamEvent;

/**
 * The signature of a thinking block. It replaces `signature`.
 */
export type SignatureDelta = {
  /**
   * Always `signature_delta`.
   */
  type: "signature_delta";
  /**
   * The signature.
   */
  signature: string;
};

/**
 * Text to append to `text`.
 */
export type TextDelta = {
  /**
   * Always `text_delta`.
   */
  type: "text_delta";
  /**
   * The text.
   */
  text: string;
};

/**
 * Thinking to append to `thinking`.
 */
export type ThinkingDelta = {
  /**
   * Always `thinking_delta`.
   */
  type: "thinking_delta";
  /**
   * The thinking.
   */
  thinking: string;
  /**
   * Thinking tokens so far, estimated, if the request asked for it.
   */
  estimated_tokens?: number | null;
};

/**
 * A piece of another type.
 */
export type UnknownContentBlockDelta = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * An event of another type. Ignore it.
 */
export type UnknownMessageStreamEvent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
