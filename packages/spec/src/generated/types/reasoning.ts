// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Which earlier reasoning the model reads.
 * - `auto`: The provider decides.
 * - `all_turns`: The reasoning of all turns.
 * - `current_turn`: The reasoning of the current turn.
 */
export type ReasoningContext = "auto" | "all_turns" | "current_turn" | (string & {});

/**
 * One piece of reasoning. Send it back unchanged. In a stream, the pieces of one detail share an `index`: concatenate
 * text, summaries and data, and use the last signature.
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
 * How much the model reasons before it responds, as a fraction of `max_tokens`.
 * - `max`: The maximum effort.
 * - `xhigh`: About 95% of the tokens.
 * - `high`: About 80% of the tokens.
 * - `medium`: About 50% of the tokens.
 * - `low`: About 20% of the tokens.
 * - `minimal`: About 10% of the tokens.
 * - `none`: No reasoning. Models that always reason reject this value.
 */
export type ReasoningEffort = "max" | "xhigh" | "high" | "medium" | "low" | "minimal" | "none" | (string & {});

/**
 * Reasoning that only the provider can decrypt.
 */
export type ReasoningEncrypted = {
  /**
   * Always `reasoning.encrypted`.
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
   * The provider format of the piece.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Index of the detail that a streamed piece belongs to.
   */
  index?: number | null | undefined;
};

/**
 * The provider format of the piece.
 * - `unknown`: Unknown.
 * - `openai-responses-v1`: OpenAI.
 * - `azure-openai-responses-v1`: OpenAI on Azure.
 * - `bedrock-openai-responses-v1`: OpenAI on Amazon Bedrock.
 * - `bedrock-xai-responses-v1`: xAI on Amazon Bedrock.
 * - `xai-responses-v1`: xAI.
 * - `meta-responses-v1`: Meta.
 * - `anthropic-claude-v1`: Anthropic, with a signature.
 * - `google-gemini-v1`: Google, with encrypted reasoning.
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
 * The mode of reasoning.
 * - `standard`: Standard reasoning.
 * - `pro`: More compute for a better result.
 */
export type ReasoningMode = "standard" | "pro" | (string & {});

/**
 * A server tool call during the reasoning.
 */
export type ReasoningServerToolCall = {
  /**
   * Always `reasoning.server_tool_call`.
   */
  type: "reasoning.server_tool_call";
  /**
   * Name of the tool.
   */
  tool_name: string;
  /**
   * The arguments as a JSON string.
   */
  arguments: string;
  /**
   * The result.
   */
  result: string;
  /**
   * Id of the tool call.
   */
  tool_call_id?: string | null | undefined;
  /**
   * Id of the piece.
   */
  id?: string | null | undefined;
  /**
   * The provider format of the piece.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Index of the detail that a streamed piece belongs to.
   */
  index?: number | null | undefined;
};

/**
 * A summary of the reasoning.
 */
export type ReasoningSummary = {
  /**
   * Always `reasoning.summary`.
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
   * The provider format of the piece.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Index of the detail that a streamed piece belongs to.
   */
  index?: number | null | undefined;
};

/**
 * How detailed the summary of the reasoning is.
 * - `auto`: The provider decides.
 * - `concise`: Short.
 * - `detailed`: Long.
 */
export type ReasoningSummaryLevel = "auto" | "concise" | "detailed" | (string & {});

/**
 * Reasoning as text.
 */
export type ReasoningText = {
  /**
   * Always `reasoning.text`.
   */
  type: "reasoning.text";
  /**
   * The text.
   */
  text?: string | null | undefined;
  /**
   * The provider's signature of the text.
   */
  signature?: string | null | undefined;
  /**
   * Id of the piece.
   */
  id?: string | null | undefined;
  /**
   * The provider format of the piece.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Index of the detail that a streamed piece belongs to.
   */
  index?: number | null | undefined;
};
