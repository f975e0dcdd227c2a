// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ResponseOutputContent } from "./responses-content.ts";
import type {
  ResponseApplyPatchCall,
  ResponseCodeInterpreterCall,
  ResponseCompaction,
  ResponseComputerCall,
  ResponseCustomToolCall,
  ResponseFileSearchCall,
  ResponseFunctionCall,
  ResponseImageGenerationCall,
  ResponseItemStatus,
  ResponseLocalShellCall,
  ResponseMcpApprovalRequest,
  ResponseMcpCall,
  ResponseMcpListTools,
  ResponsePhase,
  ResponseProgram,
  ResponseProgramOutput,
  ResponseReasoning,
  ResponseShellCall,
  ResponseShellCallOutput,
  ResponseToolSearchCall,
  ResponseToolSearchOutput,
  ResponseWebSearchCall,
} from "./responses-items.ts";
import type {
  ResponseAdvisorCall,
  ResponseBashCall,
  ResponseBrowserUseCall,
  ResponseDatetimeCall,
  ResponseFilesCall,
  ResponseFusionCall,
  ResponseMemoryCall,
  ResponseSearchModelsCall,
  ResponseServerApplyPatchCall,
  ResponseServerCodeInterpreterCall,
  ResponseServerFileSearchCall,
  ResponseServerImageGenerationCall,
  ResponseServerMcpCall,
  ResponseServerShellCall,
  ResponseServerToolSearchCall,
  ResponseServerWebSearchCall,
  ResponseSubagentCall,
  ResponseTextEditorCall,
  ResponseWebFetchCall,
} from "./responses-server-tools.ts";
import type { RoutingMetadata } from "./routing.ts";
import type { UnknownTag } from "./unknown-tag.ts";
import type { ServerToolUse } from "./usage.ts";

/**
 * The instructions of the request, as text or as a list of input items.
 */
export type EchoedInstructions =
  | string
  | Array<{
      [key: string]: unknown;
    }>;

/**
 * The reasoning settings of the request.
 */
export type EchoedReasoningOptions = {
  /**
   * The reasoning effort.
   */
  effort?: string | null;
  /**
   * Level of detail of the summary.
   */
  summary?: string | null;
  /**
   * Maximum number of reasoning tokens.
   */
  max_tokens?: number | null;
  /**
   * Whether to reason.
   */
  enabled?: boolean | null;
  /**
   * Which earlier reasoning the model sees.
   */
  context?: string | null;
  /**
   * Reasoning mode.
   */
  mode?: string | null;
  [key: string]: unknown;
};

/**
 * The output format of the request.
 */
export type EchoedTextOptions = {
  /**
   * The output format.
   */
  format?: {
    [key: string]: unknown;
  };
  /**
   * Length of the output.
   */
  verbosity?: string | null;
  [key: string]: unknown;
};

/**
 * A tool of the request.
 */
export type EchoedTool = {
  /**
   * Type of the tool.
   */
  type: string;
  /**
   * Name of the tool.
   */
  name?: string;
  /**
   * Description of the tool.
   */
  description?: string | null;
  /**
   * JSON Schema of the arguments, or settings of the tool.
   */
  parameters?: {
    [key: string]: unknown;
  } | null;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null;
  [key: string]: unknown;
};

/**
 * The tool choice of the request, as a mode or as an object.
 */
export type EchoedToolChoice =
  | string
  | {
      [key: string]: unknown;
    };

/**
 * What the provider charged, in USD. It adds to `cost` only if your own provider key was used (BYOK).
 */
export type ResponseCostDetails = {
  /**
   * Total charge of the provider. Unit: USD.
   */
  upstream_inference_cost?: number | null;
  /**
   * Charge for the input. Unit: USD.
   */
  upstream_inference_input_cost: number;
  /**
   * Charge for the output. Unit: USD.
   */
  upstream_inference_output_cost: number;
  /**
   * Server tool fees. Unit: USD.
   */
  server_tool_cost?: number | null;
};

/**
 * Why a response failed.
 */
export type ResponseFailure = {
  /**
   * Stable code of the reason.
   */
  code: ResponseFailureCode;
  /**
   * The reason.
   */
  message: string;
};

/**
 * The reason of a failure.
 * - `server_error`: An error of OpenRouter or of the provider.
 * - `rate_limit_exceeded`: A rate limit.
 * - `invalid_prompt`: The input is not valid or too long.
 * - `vector_store_timeout`: The vector store did not respond.
 * - `invalid_image`: The image is not valid.
 * - `invalid_image_format`: The format of the image is not valid.
 * - `invalid_base64_image`: The base64 of the image is not valid.
 * - `invalid_image_url`: The URL of the image is not valid.
 * - `image_too_large`: The image is too large.
 * - `image_too_small`: The image is too small.
 * - `image_parse_error`: The image could not be read.
 * - `image_content_policy_violation`: The content violates the provider's policy.
 * - `invalid_image_mode`: The mode of the image is not valid.
 * - `image_file_too_large`: The file of the image is too large.
 * - `unsupported_image_media_type`: The media type of the image is not supported.
 * - `empty_image_file`: The file of the image is empty.
 * - `failed_to_download_image`: The image could not be downloaded.
 * - `image_file_not_found`: The file of the image does not exist.
 * - `bio_policy`: The provider's policy on biology.
 * - `cyber_policy`: The provider's policy on security.
 * - `misalignment_policy_violation`: The provider's policy on misalignment.
 * - `data_residency_mismatch`: The region of the data does not match.
 */
export type ResponseFailureCode =
  | "server_error"
  | "rate_limit_exceeded"
  | "invalid_prompt"
  | "vector_store_timeout"
  | "invalid_image"
  | "invalid_image_format"
  | "invalid_base64_image"
  | "invalid_image_url"
  | "image_too_large"
  | "image_too_small"
  | "image_parse_error"
  | "image_content_policy_violation"
  | "invalid_image_mode"
  | "image_file_too_large"
  | "unsupported_image_media_type"
  | "empty_image_file"
  | "failed_to_download_image"
  | "image_file_not_found"
  | "bio_policy"
  | "cyber_policy"
  | "misalignment_policy_violation"
  | "data_residency_mismatch"
  | (string & {});

/**
 * Why a response is incomplete.
 */
export type ResponseIncompleteDetails = {
  /**
   * The reason.
   * - `max_output_tokens`: The token limit was reached.
   * - `content_filter`: The provider's content filter intervened.
   */
  reason?: "max_output_tokens" | "content_filter" | (string & {});
};

/**
 * Input tokens by kind.
 */
export type ResponseInputTokensDetails = {
  /**
   * Tokens read from the provider's prompt cache.
   */
  cached_tokens: number;
  /**
   * Tokens written to the provider's prompt cache.
   */
  cache_write_tokens?: number | null;
};

/**
 * A response. A failure after the model was called is a response with `status: "failed"` and `error`. The settings of the
 * request are echoed.
 *
 */
export type ResponseObject = {
  /**
   * Id of the generation, `gen-…`. Pass it to `GET /generation` for tokens, cost and timings.
   */
  id: string;
  /**
   * Always `response`.
   */
  object: "response";
  /**
   * Creation time, in Unix seconds.
   */
  created_at: number;
  /**
   * Time of completion, in Unix seconds.
   */
  completed_at: number | null;
  /**
   * How the response ended.
   */
  status: ResponseStatus;
  /**
   * The model that produced the response, after aliases, routers and fallbacks.
   */
  model: string;
  /**
   * What the model produced, in order.
   */
  output: Array<ResponseOutputItem>;
  /**
   * The text of all messages. Absent in responses of the API; some SDKs add it.
   */
  output_text?: string;
  /**
   * Why the response failed.
   */
  error: ResponseFailure | null;
  /**
   * The kind of the error, as in `error.metadata.error_type` of other APIs.
   */
  error_type?: string;
  /**
   * Why the response is incomplete.
   */
  incomplete_details: ResponseIncompleteDetails | null;
  /**
   * Token counts and cost.
   */
  usage?: ResponseUsage | null;
  /**
   * How the request was routed, if the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata;
  /**
   * The instructions of the request.
   */
  instructions: EchoedInstructions | null;
  /**
   * The metadata of the request.
   */
  metadata: {
    [key: string]: string;
  } | null;
  /**
   * Whether the model may request several tool calls at once.
   */
  parallel_tool_calls: boolean;
  /**
   * Sampling temperature.
   */
  temperature: number | null;
  /**
   * Nucleus sampling.
   */
  top_p: number | null;
  /**
   * Number of alternatives for each token.
   */
  top_logprobs?: number | null;
  /**
   * Penalty for tokens that have already occurred.
   */
  presence_penalty: number | null;
  /**
   * Penalty by the number of occurrences.
   */
  frequency_penalty: number | null;
  /**
   * Whether the model must call a tool, and which one.
   */
  tool_choice: EchoedToolChoice;
  /**
   * The tools of the request.
   */
  tools: Array<EchoedTool>;
  /**
   * The output format of the request.
   */
  text?: EchoedTextOptions;
  /**
   * The reasoning settings of the request.
   */
  reasoning?: EchoedReasoningOptions | null;
  /**
   * Maximum number of output tokens.
   */
  max_output_tokens?: number | null;
  /**
   * Maximum number of server tool steps.
   */
  max_tool_calls?: number | null;
  /**
   * What happens to an input that is too long.
   */
  truncation?: string | null;
  /**
   * The service tier that served the request.
   */
  service_tier?: string | null;
  /**
   * Always false.
   */
  background?: boolean | null;
  /**
   * Always false.
   */
  store?: boolean;
  /**
   * Always null.
   */
  previous_response_id?: string | null;
  /**
   * The prompt template of the request.
   */
  prompt?: {
    [key: string]: unknown;
  } | null;
  /**
   * The cache key of the request.
   */
  prompt_cache_key?: string | null;
  /**
   * The cache settings of the request.
   */
  prompt_cache_options?: {
    [key: string]: unknown;
  } | null;
  /**
   * The id of the end user.
   */
  safety_identifier?: string | null;
  /**
   * The id of the end user.
   */
  user?: string | null;
};

/**
 * One item of the output. Send it back as input to continue the conversation.
 */
export type ResponseOutputItem =
  | ResponseOutputMessage
  | ResponseReasoning
  | ResponseFunctionCall
  | ResponseCustomToolCall
  | ResponseWebSearchCall
  | ResponseFileSearchCall
  | ResponseCodeInterpreterCall
  | ResponseImageGenerationCall
  | ResponseComputerCall
  | ResponseLocalShellCall
  | ResponseShellCall
  | ResponseShellCallOutput
  | ResponseApplyPatchCall
  | ResponseMcpCall
  | ResponseMcpListTools
  | ResponseMcpApprovalRequest
  | ResponseCompaction
  | ResponseToolSearchCall
  | ResponseToolSearchOutput
  | ResponseProgram
  | ResponseProgramOutput
  | ResponseAdvisorCall
  | ResponseServerApplyPatchCall
  | ResponseBashCall
  | ResponseBrowserUseCall
  | ResponseServerCodeInterpreterCall
  | ResponseDatetimeCall
  | ResponseSearchModelsCall
  | ResponseServerFileSearchCall
  | ResponseFilesCall
  | ResponseFusionCall
  | ResponseServerImageGenerationCall
  | ResponseServerMcpCall
  | ResponseMemoryCall
  | ResponseServerShellCall
  | ResponseSubagentCall
  | ResponseTextEditorCall
  | ResponseServerToolSearchCall
  | ResponseWebFetchCall
  | ResponseServerWebSearchCall
  | UnknownOutputItem;

/**
 * A message of the model.
 */
export type ResponseOutputMessage = {
  /**
   * Always `message`.
   */
  type: "message";
  /**
   * Id of the message.
   */
  id: string;
  /**
   * Always `assistant`.
   */
  role: "assistant";
  /**
   * Status of the message.
   */
  status: ResponseItemStatus;
  /**
   * The parts of the message.
   */
  content: Array<ResponseOutputContent>;
  /**
   * Whether the message is a remark or the answer.
   */
  phase?: ResponsePhase | null;
};

/**
 * Output tokens by kind.
 */
export type ResponseOutputTokensDetails = {
  /**
   * Reasoning tokens, billed as output tokens.
   */
  reasoning_tokens: number;
};

/**
 * How a response ended.
 * - `completed`: The model finished.
 * - `incomplete`: The response reached a limit or was filtered.
 * - `failed`: The response failed.
 * - `in_progress`: The model is generating.
 * - `cancelled`: The response was canceled.
 * - `queued`: The model has not started.
 */
export type ResponseStatus =
  | "completed"
  | "incomplete"
  | "failed"
  | "in_progress"
  | "cancelled"
  | "queued"
  | (string & {});

/**
 * Token counts by the model's own tokenizer, and their cost.
 */
export type ResponseUsage = {
  /**
   * Input tokens.
   */
  input_tokens: number;
  /**
   * Input tokens by kind.
   */
  input_tokens_details: ResponseInputTokensDetails;
  /**
   * Output tokens, including reasoning.
   */
  output_tokens: number;
  /**
   * Output tokens by kind.
   */
  output_tokens_details: ResponseOutputTokensDetails;
  /**
   * Sum of input and output tokens.
   */
  total_tokens: number;
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
  cost_details?: ResponseCostDetails | null;
  /**
   * Number of server tool calls.
   */
  server_tool_use_details?: ServerToolUse | null;
};

/**
 * An item with a type that this contract does not know.
 */
export type UnknownOutputItem = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
