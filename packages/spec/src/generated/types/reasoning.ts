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
 * How much the model thinks before it answers, as a share of `max_tokens`.
 * - `max`: As much as the model can.
 * - `xhigh`: About 95 % of the tokens.
 * - `high`: About 80 % of the tokens.
 * - `medium`: About half of the tokens.
 * - `low`: About 20 % of the tokens.
 * - `minimal`: About 10 % of the tokens.
 * - `none`: No reasoning. Models that must reason refuse it.
 */
export type ReasoningEffort = "max" | "xhigh" | "high" | "medium" | "low" | "minimal" | "none" | (string & {});

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
  id?: string | null | undefined;
  /**
   * Which provider's rules the piece follows.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number | null | undefined;
};

/**
 * Which provider's rules the piece follows.
 * - `unknown`: Not known.
 * - `openai-responses-v1`: OpenAI.
 * - `azure-openai-responses-v1`: OpenAI on Azure.
 * - `bedrock-openai-responses-v1`: OpenAI on Amazon Bedrock.
 * - `bedrock-xai-responses-v1`: xAI on Amazon Bedrock.
 * - `xai-responses-v1`: xAI.
 * - `meta-responses-v1`: Meta.
 * - `anthropic-claude-v1`: Anthropic, with a signature.
 * - `google-gemini-v1`: Google, with encrypted thoughts.
 */
export type ReasoningFormat =
  | "unknown"
  | "openai-responses-v1"
  | "azure-openai-responses-v1"
  | "bedrock-openai-responses-v1"
  | "bedrock-xai-responses-v1"
  | "xai-responses-v1"
  | "meta-responses-v1"
  | "anthropic-claude-v1"
  | "google-gemini-v1"
  | (string & {});

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
  tool_call_id?: string | null | undefined;
  /**
   * Id of the piece.
   */
  id?: string | null | undefined;
  /**
   * Which provider's rules the piece follows.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number | null | undefined;
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
  id?: string | null | undefined;
  /**
   * Which provider's rules the piece follows.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number | null | undefined;
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
  text?: string | null | undefined;
  /**
   * The provider's proof that the text is its own.
   */
  signature?: string | null | undefined;
  /**
   * Id of the piece.
   */
  id?: string | null | undefined;
  /**
   * Which provider's rules the piece follows.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Which detail a streamed piece belongs to.
   */
  index?: number | null | undefined;
};
