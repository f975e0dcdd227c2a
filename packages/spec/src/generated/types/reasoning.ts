// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * One piece of reasoning. Send it back unchanged. In a stream the pieces of one detail share an `index`: texts,
 * summaries and data are joined, the last signature counts.
 *
 */
export type ReasoningDetail =
  | ({
      type: "reasoning.summary";
    } & ReasoningSummary)
  | ({
      type: "reasoning.encrypted";
    } & ReasoningEncrypted)
  | ({
      type: "reasoning.text";
    } & ReasoningText)
  | ({
      type: "reasoning.server_tool_call";
    } & ReasoningServerToolCall);

/**
 * Reasoning that only the provider can read.
 */
export type ReasoningEncrypted = {
  /**
   * The tag.
   */
  type: "reasoning.encrypted";
  /**
   * The encrypted reasoning.
   */
  data: string;
  /**
   * Id of the piece.
   */
  id?: string | null;
  /**
   * Which provider's rules the piece follows.
   */
  format?:
    | "unknown"
    | "openai-responses-v1"
    | "azure-openai-responses-v1"
    | "bedrock-openai-responses-v1"
    | "bedrock-xai-responses-v1"
    | "xai-responses-v1"
    | "meta-responses-v1"
    | "anthropic-claude-v1"
    | "google-gemini-v1"
    | (string & {})
    | null;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number;
};

/**
 * A server tool that ran while the model was thinking.
 */
export type ReasoningServerToolCall = {
  /**
   * The tag.
   */
  type: "reasoning.server_tool_call";
  /**
   * Name of the tool.
   */
  tool_name: string;
  /**
   * Its arguments as JSON text.
   */
  arguments: string;
  /**
   * What it gave.
   */
  result: string;
  /**
   * Id of the call.
   */
  tool_call_id?: string | null;
  /**
   * Id of the piece.
   */
  id?: string | null;
  /**
   * Which provider's rules the piece follows.
   */
  format?:
    | "unknown"
    | "openai-responses-v1"
    | "azure-openai-responses-v1"
    | "bedrock-openai-responses-v1"
    | "bedrock-xai-responses-v1"
    | "xai-responses-v1"
    | "meta-responses-v1"
    | "anthropic-claude-v1"
    | "google-gemini-v1"
    | (string & {})
    | null;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number;
};

/**
 * A summary of the reasoning.
 */
export type ReasoningSummary = {
  /**
   * The tag.
   */
  type: "reasoning.summary";
  /**
   * The summary.
   */
  summary: string;
  /**
   * Id of the piece.
   */
  id?: string | null;
  /**
   * Which provider's rules the piece follows.
   */
  format?:
    | "unknown"
    | "openai-responses-v1"
    | "azure-openai-responses-v1"
    | "bedrock-openai-responses-v1"
    | "bedrock-xai-responses-v1"
    | "xai-responses-v1"
    | "meta-responses-v1"
    | "anthropic-claude-v1"
    | "google-gemini-v1"
    | (string & {})
    | null;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number;
};

/**
 * Reasoning as text.
 */
export type ReasoningText = {
  /**
   * The tag.
   */
  type: "reasoning.text";
  /**
   * The text.
   */
  text?: string | null;
  /**
   * The provider's proof that the text is its own.
   */
  signature?: string | null;
  /**
   * Id of the piece.
   */
  id?: string | null;
  /**
   * Which provider's rules the piece follows.
   */
  format?:
    | "unknown"
    | "openai-responses-v1"
    | "azure-openai-responses-v1"
    | "bedrock-openai-responses-v1"
    | "bedrock-xai-responses-v1"
    | "xai-responses-v1"
    | "meta-responses-v1"
    | "anthropic-claude-v1"
    | "google-gemini-v1"
    | (string & {})
    | null;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number;
};
