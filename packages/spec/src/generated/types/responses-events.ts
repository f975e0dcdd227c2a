// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type {
  ResponseAnnotation,
  ResponseLogprob,
  ResponseOutputContent,
  ResponseSummaryText,
} from "./responses-content.ts";
import type { ResponseShellOutput } from "./responses-items.ts";
import type { ResponseObject, ResponseOutputItem } from "./responses-output.ts";
import type { ResponseFusionAnalysis } from "./responses-server-tools.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * A piece of a diff.
 */
export type ResponseApplyPatchCallOperationDiffDeltaEvent = {
  /**
   * Always `response.apply_patch_call_operation_diff.delta`.
   */
  type: "response.apply_patch_call_operation_diff.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * A diff is complete.
 */
export type ResponseApplyPatchCallOperationDiffDoneEvent = {
  /**
   * Always `response.apply_patch_call_operation_diff.done`.
   */
  type: "response.apply_patch_call_operation_diff.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The whole diff.
   */
  diff: string;
};

/**
 * A piece of audio.
 */
export type ResponseAudioDeltaEvent = {
  /**
   * Always `response.audio.delta`.
   */
  type: "response.audio.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The next piece as base64.
   */
  delta: string;
};

/**
 * The audio is complete.
 */
export type ResponseAudioDoneEvent = {
  /**
   * Always `response.audio.done`.
   */
  type: "response.audio.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
};

/**
 * A piece of the transcript of the audio.
 */
export type ResponseAudioTranscriptDeltaEvent = {
  /**
   * Always `response.audio.transcript.delta`.
   */
  type: "response.audio.transcript.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * The transcript of the audio is complete.
 */
export type ResponseAudioTranscriptDoneEvent = {
  /**
   * Always `response.audio.transcript.done`.
   */
  type: "response.audio.transcript.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
};

/**
 * A piece of code.
 */
export type ResponseCodeInterpreterCallCodeDeltaEvent = {
  /**
   * Always `response.code_interpreter_call_code.delta`.
   */
  type: "response.code_interpreter_call_code.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * The code is complete.
 */
export type ResponseCodeInterpreterCallCodeDoneEvent = {
  /**
   * Always `response.code_interpreter_call_code.done`.
   */
  type: "response.code_interpreter_call_code.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The whole code.
   */
  code: string;
};

/**
 * A code call is complete.
 */
export type ResponseCodeInterpreterCallCompletedEvent = {
  /**
   * Always `response.code_interpreter_call.completed`.
   */
  type: "response.code_interpreter_call.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A code call begins.
 */
export type ResponseCodeInterpreterCallInProgressEvent = {
  /**
   * Always `response.code_interpreter_call.in_progress`.
   */
  type: "response.code_interpreter_call.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * The code is running.
 */
export type ResponseCodeInterpreterCallInterpretingEvent = {
  /**
   * Always `response.code_interpreter_call.interpreting`.
   */
  type: "response.code_interpreter_call.interpreting";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * The conversation is being compacted.
 */
export type ResponseCompactionCompactingEvent = {
  /**
   * Always `response.compaction.compacting`.
   */
  type: "response.compaction.compacting";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * The response is complete. The last event.
 */
export type ResponseCompletedEvent = {
  /**
   * Always `response.completed`.
   */
  type: "response.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The whole response.
   */
  response: ResponseObject;
};

/**
 * A part of an item begins.
 */
export type ResponseContentPartAddedEvent = {
  /**
   * Always `response.content_part.added`.
   */
  type: "response.content_part.added";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The part.
   */
  part: ResponseOutputContent;
};

/**
 * A part of an item is complete.
 */
export type ResponseContentPartDoneEvent = {
  /**
   * Always `response.content_part.done`.
   */
  type: "response.content_part.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The part.
   */
  part: ResponseOutputContent;
};

/**
 * The response has been created. The first event.
 */
export type ResponseCreatedEvent = {
  /**
   * Always `response.created`.
   */
  type: "response.created";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The response so far.
   */
  response: ResponseObject;
};

/**
 * A piece of the input of a custom tool call.
 */
export type ResponseCustomToolCallInputDeltaEvent = {
  /**
   * Always `response.custom_tool_call_input.delta`.
   */
  type: "response.custom_tool_call_input.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * The input of a custom tool call is complete.
 */
export type ResponseCustomToolCallInputDoneEvent = {
  /**
   * Always `response.custom_tool_call_input.done`.
   */
  type: "response.custom_tool_call_input.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The whole input.
   */
  input: string;
};

/**
 * Debug output of a stream.
 */
export type ResponseDebug = {
  /**
   * The request body sent to the provider.
   */
  echo_upstream_body?: {
    [key: string]: unknown;
  };
  /**
   * A moment of the request.
   */
  timings?: ResponseDebugTimings;
};

/**
 * Debug output, if the request asked for it.
 */
export type ResponseDebugEvent = {
  /**
   * Always `response.debug`.
   */
  type: "response.debug";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The debug output.
   */
  debug: ResponseDebug;
};

/**
 * A moment of the request.
 */
export type ResponseDebugTimings = {
  /**
   * The moment.
   * - `adapter_request`: The request was sent to the provider.
   * - `upstream_headers_received`: The headers of the provider arrived.
   * - `first_token_received`: The first token arrived.
   * - `upstream_body_ended`: The provider's response ended.
   */
  event?:
    | "adapter_request"
    | "upstream_headers_received"
    | "first_token_received"
    | "upstream_body_ended"
    | (string & {});
  /**
   * The time, in Unix milliseconds.
   */
  epoch_ms?: number;
  /**
   * Milliseconds since the start of the request.
   */
  start_ms?: number;
};

/**
 * The stream failed. The last event.
 */
export type ResponseErrorEvent = {
  /**
   * Always `error`.
   */
  type: "error";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Code of the error.
   */
  code: string | null;
  /**
   * The reason.
   */
  message: string;
  /**
   * The parameter that caused it.
   */
  param: string | null;
};

/**
 * The response failed; `response.error` has the reason. The last event.
 */
export type ResponseFailedEvent = {
  /**
   * Always `response.failed`.
   */
  type: "response.failed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The whole response.
   */
  response: ResponseObject;
};

/**
 * A file search is complete.
 */
export type ResponseFileSearchCallCompletedEvent = {
  /**
   * Always `response.file_search_call.completed`.
   */
  type: "response.file_search_call.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A file search begins.
 */
export type ResponseFileSearchCallInProgressEvent = {
  /**
   * Always `response.file_search_call.in_progress`.
   */
  type: "response.file_search_call.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A file search is running.
 */
export type ResponseFileSearchCallSearchingEvent = {
  /**
   * Always `response.file_search_call.searching`.
   */
  type: "response.file_search_call.searching";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A piece of the arguments of a function call.
 */
export type ResponseFunctionCallArgumentsDeltaEvent = {
  /**
   * Always `response.function_call_arguments.delta`.
   */
  type: "response.function_call_arguments.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * The arguments of a function call are complete.
 */
export type ResponseFunctionCallArgumentsDoneEvent = {
  /**
   * Always `response.function_call_arguments.done`.
   */
  type: "response.function_call_arguments.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Name of the function.
   */
  name: string;
  /**
   * The whole arguments as a JSON string.
   */
  arguments: string;
};

/**
 * The comparison of the responses is complete.
 */
export type ResponseFusionCallAnalysisCompletedEvent = {
  /**
   * Always `response.fusion_call.analysis.completed`.
   */
  type: "response.fusion_call.analysis.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The comparison.
   */
  analysis: ResponseFusionAnalysis;
};

/**
 * The comparison of the responses begins.
 */
export type ResponseFusionCallAnalysisInProgressEvent = {
  /**
   * Always `response.fusion_call.analysis.in_progress`.
   */
  type: "response.fusion_call.analysis.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The model that compares.
   */
  analyst_model: string;
  /**
   * Older name of `analyst_model`.
   */
  judge_model?: string;
};

/**
 * A panel of models is complete.
 */
export type ResponseFusionCallCompletedEvent = {
  /**
   * Always `response.fusion_call.completed`.
   */
  type: "response.fusion_call.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A panel of models begins.
 */
export type ResponseFusionCallInProgressEvent = {
  /**
   * Always `response.fusion_call.in_progress`.
   */
  type: "response.fusion_call.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A model of a panel begins.
 */
export type ResponseFusionCallPanelAddedEvent = {
  /**
   * Always `response.fusion_call.panel.added`.
   */
  type: "response.fusion_call.panel.added";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The model of the panel.
   */
  model: string;
};

/**
 * The response of a model is complete.
 */
export type ResponseFusionCallPanelCompletedEvent = {
  /**
   * Always `response.fusion_call.panel.completed`.
   */
  type: "response.fusion_call.panel.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The model of the panel.
   */
  model: string;
  /**
   * The whole response.
   */
  content: string;
};

/**
 * A piece of the response of a model.
 */
export type ResponseFusionCallPanelDeltaEvent = {
  /**
   * Always `response.fusion_call.panel.delta`.
   */
  type: "response.fusion_call.panel.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The model of the panel.
   */
  model: string;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * A model of a panel failed.
 */
export type ResponseFusionCallPanelFailedEvent = {
  /**
   * Always `response.fusion_call.panel.failed`.
   */
  type: "response.fusion_call.panel.failed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The model of the panel.
   */
  model: string;
  /**
   * The reason.
   */
  error: string;
  /**
   * HTTP status of the provider.
   */
  status_code?: number;
};

/**
 * A piece of the reasoning of a model.
 */
export type ResponseFusionCallPanelReasoningDeltaEvent = {
  /**
   * Always `response.fusion_call.panel.reasoning.delta`.
   */
  type: "response.fusion_call.panel.reasoning.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The model of the panel.
   */
  model: string;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * An image is complete.
 */
export type ResponseImageGenCallCompletedEvent = {
  /**
   * Always `response.image_generation_call.completed`.
   */
  type: "response.image_generation_call.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * An image is being generated.
 */
export type ResponseImageGenCallGeneratingEvent = {
  /**
   * Always `response.image_generation_call.generating`.
   */
  type: "response.image_generation_call.generating";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * The generation of an image begins.
 */
export type ResponseImageGenCallInProgressEvent = {
  /**
   * Always `response.image_generation_call.in_progress`.
   */
  type: "response.image_generation_call.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A partial image.
 */
export type ResponseImageGenCallPartialImageEvent = {
  /**
   * Always `response.image_generation_call.partial_image`.
   */
  type: "response.image_generation_call.partial_image";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Number of the partial image, from 0.
   */
  partial_image_index: number;
  /**
   * The partial image as base64.
   */
  partial_image_b64: string;
};

/**
 * The model is generating.
 */
export type ResponseInProgressEvent = {
  /**
   * Always `response.in_progress`.
   */
  type: "response.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The response so far.
   */
  response: ResponseObject;
};

/**
 * The response reached a limit or was filtered. The last event.
 */
export type ResponseIncompleteEvent = {
  /**
   * Always `response.incomplete`.
   */
  type: "response.incomplete";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The whole response.
   */
  response: ResponseObject;
};

/**
 * Keeps the connection open. Ignore it.
 */
export type ResponseKeepaliveEvent = {
  /**
   * Always `keepalive`.
   */
  type: "keepalive";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
};

/**
 * A piece of the arguments of an MCP call.
 */
export type ResponseMcpCallArgumentsDeltaEvent = {
  /**
   * Always `response.mcp_call_arguments.delta`.
   */
  type: "response.mcp_call_arguments.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * The arguments of an MCP call are complete.
 */
export type ResponseMcpCallArgumentsDoneEvent = {
  /**
   * Always `response.mcp_call_arguments.done`.
   */
  type: "response.mcp_call_arguments.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The whole arguments as a JSON string.
   */
  arguments: string;
};

/**
 * An MCP call is complete.
 */
export type ResponseMcpCallCompletedEvent = {
  /**
   * Always `response.mcp_call.completed`.
   */
  type: "response.mcp_call.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * An MCP call failed.
 */
export type ResponseMcpCallFailedEvent = {
  /**
   * Always `response.mcp_call.failed`.
   */
  type: "response.mcp_call.failed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * An MCP call begins.
 */
export type ResponseMcpCallInProgressEvent = {
  /**
   * Always `response.mcp_call.in_progress`.
   */
  type: "response.mcp_call.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * The tools of an MCP server have been listed.
 */
export type ResponseMcpListToolsCompletedEvent = {
  /**
   * Always `response.mcp_list_tools.completed`.
   */
  type: "response.mcp_list_tools.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * The tools of an MCP server could not be listed.
 */
export type ResponseMcpListToolsFailedEvent = {
  /**
   * Always `response.mcp_list_tools.failed`.
   */
  type: "response.mcp_list_tools.failed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * The tools of an MCP server are being listed.
 */
export type ResponseMcpListToolsInProgressEvent = {
  /**
   * Always `response.mcp_list_tools.in_progress`.
   */
  type: "response.mcp_list_tools.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * An item begins.
 */
export type ResponseOutputItemAddedEvent = {
  /**
   * Always `response.output_item.added`.
   */
  type: "response.output_item.added";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The item.
   */
  item: ResponseOutputItem;
};

/**
 * An item is complete.
 */
export type ResponseOutputItemDoneEvent = {
  /**
   * Always `response.output_item.done`.
   */
  type: "response.output_item.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * The item.
   */
  item: ResponseOutputItem;
};

/**
 * A citation in the text.
 */
export type ResponseOutputTextAnnotationAddedEvent = {
  /**
   * Always `response.output_text.annotation.added`.
   */
  type: "response.output_text.annotation.added";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * Position of the citation in the part.
   */
  annotation_index: number;
  /**
   * The citation.
   */
  annotation: ResponseAnnotation;
};

/**
 * The response waits for the model.
 */
export type ResponseQueuedEvent = {
  /**
   * Always `response.queued`.
   */
  type: "response.queued";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * The response so far.
   */
  response: ResponseObject;
};

/**
 * A summary of the reasoning begins.
 */
export type ResponseReasoningSummaryPartAddedEvent = {
  /**
   * Always `response.reasoning_summary_part.added`.
   */
  type: "response.reasoning_summary_part.added";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the summary in the item.
   */
  summary_index: number;
  /**
   * The summary.
   */
  part: ResponseSummaryText;
};

/**
 * A summary of the reasoning is complete.
 */
export type ResponseReasoningSummaryPartDoneEvent = {
  /**
   * Always `response.reasoning_summary_part.done`.
   */
  type: "response.reasoning_summary_part.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the summary in the item.
   */
  summary_index: number;
  /**
   * The summary.
   */
  part: ResponseSummaryText;
};

/**
 * A piece of a summary.
 */
export type ResponseReasoningSummaryTextDeltaEvent = {
  /**
   * Always `response.reasoning_summary_text.delta`.
   */
  type: "response.reasoning_summary_text.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the summary in the item.
   */
  summary_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * The text of a summary is complete.
 */
export type ResponseReasoningSummaryTextDoneEvent = {
  /**
   * Always `response.reasoning_summary_text.done`.
   */
  type: "response.reasoning_summary_text.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the summary in the item.
   */
  summary_index: number;
  /**
   * The whole text.
   */
  text: string;
};

/**
 * A piece of reasoning.
 */
export type ResponseReasoningTextDeltaEvent = {
  /**
   * Always `response.reasoning_text.delta`.
   */
  type: "response.reasoning_text.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * The text of the reasoning is complete.
 */
export type ResponseReasoningTextDoneEvent = {
  /**
   * Always `response.reasoning_text.done`.
   */
  type: "response.reasoning_text.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The whole text.
   */
  text: string;
};

/**
 * A piece of a refusal.
 */
export type ResponseRefusalDeltaEvent = {
  /**
   * Always `response.refusal.delta`.
   */
  type: "response.refusal.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * A refusal is complete.
 */
export type ResponseRefusalDoneEvent = {
  /**
   * Always `response.refusal.done`.
   */
  type: "response.refusal.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The whole refusal.
   */
  refusal: string;
};

/**
 * A shell command begins.
 */
export type ResponseShellCallCommandAddedEvent = {
  /**
   * Always `response.shell_call_command.added`.
   */
  type: "response.shell_call_command.added";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the command in the call.
   */
  command_index: number;
  /**
   * The command so far.
   */
  command: string;
};

/**
 * A piece of a shell command.
 */
export type ResponseShellCallCommandDeltaEvent = {
  /**
   * Always `response.shell_call_command.delta`.
   */
  type: "response.shell_call_command.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the command in the call.
   */
  command_index: number;
  /**
   * The next piece.
   */
  delta: string;
};

/**
 * A shell command is complete.
 */
export type ResponseShellCallCommandDoneEvent = {
  /**
   * Always `response.shell_call_command.done`.
   */
  type: "response.shell_call_command.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the command in the call.
   */
  command_index: number;
  /**
   * The whole command.
   */
  command: string;
};

/**
 * A piece of the output of a shell command.
 */
export type ResponseShellCallOutputContentDeltaEvent = {
  /**
   * Always `response.shell_call_output_content.delta`.
   */
  type: "response.shell_call_output_content.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the command in the call.
   */
  command_index: number;
  /**
   * The next piece.
   */
  delta: ResponseShellOutputDelta;
};

/**
 * The output of a shell command is complete.
 */
export type ResponseShellCallOutputContentDoneEvent = {
  /**
   * Always `response.shell_call_output_content.done`.
   */
  type: "response.shell_call_output_content.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the command in the call.
   */
  command_index: number;
  /**
   * The whole output.
   */
  output: Array<ResponseShellOutput>;
};

/**
 * A piece of the output of a shell command.
 */
export type ResponseShellOutputDelta = {
  /**
   * A piece of standard output.
   */
  stdout?: string;
  /**
   * A piece of standard error.
   */
  stderr?: string;
};

/**
 * One event of a streamed response. Its `type` is also the name of the event. Events of one item share its `item_id` and `output_index`.
 */
export type ResponseStreamEvent =
  | ResponseCreatedEvent
  | ResponseInProgressEvent
  | ResponseQueuedEvent
  | ResponseCompletedEvent
  | ResponseIncompleteEvent
  | ResponseFailedEvent
  | ResponseErrorEvent
  | ResponseOutputItemAddedEvent
  | ResponseOutputItemDoneEvent
  | ResponseContentPartAddedEvent
  | ResponseContentPartDoneEvent
  | ResponseTextDeltaEvent
  | ResponseTextDoneEvent
  | ResponseOutputTextAnnotationAddedEvent
  | ResponseRefusalDeltaEvent
  | ResponseRefusalDoneEvent
  | ResponseReasoningTextDeltaEvent
  | ResponseReasoningTextDoneEvent
  | ResponseReasoningSummaryPartAddedEvent
  | ResponseReasoningSummaryPartDoneEvent
  | ResponseReasoningSummaryTextDeltaEvent
  | ResponseReasoningSummaryTextDoneEvent
  | ResponseFunctionCallArgumentsDeltaEvent
  | ResponseFunctionCallArgumentsDoneEvent
  | ResponseCustomToolCallInputDeltaEvent
  | ResponseCustomToolCallInputDoneEvent
  | ResponseWebSearchCallInProgressEvent
  | ResponseWebSearchCallSearchingEvent
  | ResponseWebSearchCallCompletedEvent
  | ResponseFileSearchCallInProgressEvent
  | ResponseFileSearchCallSearchingEvent
  | ResponseFileSearchCallCompletedEvent
  | ResponseImageGenCallInProgressEvent
  | ResponseImageGenCallGeneratingEvent
  | ResponseImageGenCallCompletedEvent
  | ResponseImageGenCallPartialImageEvent
  | ResponseCodeInterpreterCallInProgressEvent
  | ResponseCodeInterpreterCallInterpretingEvent
  | ResponseCodeInterpreterCallCompletedEvent
  | ResponseCodeInterpreterCallCodeDeltaEvent
  | ResponseCodeInterpreterCallCodeDoneEvent
  | ResponseMcpCallInProgressEvent
  | ResponseMcpCallCompletedEvent
  | ResponseMcpCallFailedEvent
  | ResponseMcpCallArgumentsDeltaEvent
  | ResponseMcpCallArgumentsDoneEvent
  | ResponseMcpListToolsInProgressEvent
  | ResponseMcpListToolsCompletedEvent
  | ResponseMcpListToolsFailedEvent
  | ResponseApplyPatchCallOperationDiffDeltaEvent
  | ResponseApplyPatchCallOperationDiffDoneEvent
  | ResponseFusionCallInProgressEvent
  | ResponseFusionCallCompletedEvent
  | ResponseFusionCallPanelAddedEvent
  | ResponseFusionCallPanelDeltaEvent
  | ResponseFusionCallPanelReasoningDeltaEvent
  | ResponseFusionCallPanelCompletedEvent
  | ResponseFusionCallPanelFailedEvent
  | ResponseFusionCallAnalysisInProgressEvent
  | ResponseFusionCallAnalysisCompletedEvent
  | ResponseAudioDeltaEvent
  | ResponseAudioDoneEvent
  | ResponseAudioTranscriptDeltaEvent
  | ResponseAudioTranscriptDoneEvent
  | ResponseCompactionCompactingEvent
  | ResponseShellCallCommandAddedEvent
  | ResponseShellCallCommandDeltaEvent
  | ResponseShellCallCommandDoneEvent
  | ResponseShellCallOutputContentDeltaEvent
  | ResponseShellCallOutputContentDoneEvent
  | ResponseKeepaliveEvent
  | ResponseDebugEvent
  | UnknownResponseEvent;

/**
 * A piece of text.
 */
export type ResponseTextDeltaEvent = {
  /**
   * Always `response.output_text.delta`.
   */
  type: "response.output_text.delta";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The next piece.
   */
  delta: string;
  /**
   * Log probabilities of the tokens; empty if not requested.
   */
  logprobs: Array<ResponseLogprob>;
};

/**
 * The text of a part is complete.
 */
export type ResponseTextDoneEvent = {
  /**
   * Always `response.output_text.done`.
   */
  type: "response.output_text.done";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
  /**
   * Position of the part in the item.
   */
  content_index: number;
  /**
   * The whole text.
   */
  text: string;
  /**
   * Log probabilities of the tokens; empty if not requested.
   */
  logprobs: Array<ResponseLogprob>;
};

/**
 * A web search is complete.
 */
export type ResponseWebSearchCallCompletedEvent = {
  /**
   * Always `response.web_search_call.completed`.
   */
  type: "response.web_search_call.completed";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A web search begins.
 */
export type ResponseWebSearchCallInProgressEvent = {
  /**
   * Always `response.web_search_call.in_progress`.
   */
  type: "response.web_search_call.in_progress";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * A web search is running.
 */
export type ResponseWebSearchCallSearchingEvent = {
  /**
   * Always `response.web_search_call.searching`.
   */
  type: "response.web_search_call.searching";
  /**
   * Position of the event in the stream, from 0.
   */
  sequence_number: number;
  /**
   * Id of the item.
   */
  item_id: string;
  /**
   * Position of the item in the output.
   */
  output_index: number;
};

/**
 * An event with a type that this contract does not know. Ignore it.
 */
export type UnknownResponseEvent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
