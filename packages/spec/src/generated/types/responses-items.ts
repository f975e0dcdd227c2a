// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ReasoningFormat } from "./reasoning.ts";
import type { ResponseContainerFileCitation, ResponseReasoningText, ResponseSummaryText } from "./responses-content.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * A change of a file that the model requested.
 */
export type ResponseApplyPatchCall = {
  /**
   * Always `apply_patch_call`.
   */
  type: "apply_patch_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id: string;
  /**
   * The change.
   */
  operation: ResponseApplyPatchOperation;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A change of a file.
 */
export type ResponseApplyPatchOperation = {
  /**
   * Kind of the change.
   * - `create_file`: Creates the file.
   * - `update_file`: Changes the file.
   * - `delete_file`: Deletes the file.
   */
  type: "create_file" | "update_file" | "delete_file" | (string & {});
  /**
   * Path of the file.
   */
  path: string;
  /**
   * The content as a diff.
   */
  diff?: string | null | undefined;
};

/**
 * Code that the provider ran.
 */
export type ResponseCodeInterpreterCall = {
  /**
   * Always `code_interpreter_call`.
   */
  type: "code_interpreter_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The code.
   */
  code?: string | null | undefined;
  /**
   * Id of the container.
   */
  container_id?: string | null | undefined;
  /**
   * What the code produced.
   */
  outputs?: Array<ResponseCodeInterpreterOutput> | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A file.
 */
export type ResponseCodeInterpreterFile = {
  /**
   * Always `file`.
   */
  type: "file";
  /**
   * Id of the file.
   */
  id?: string | null | undefined;
  /**
   * Name of the file.
   */
  filename?: string | null | undefined;
  /**
   * Media type of the file.
   */
  media_type?: string | null | undefined;
  /**
   * Size of the file, in bytes.
   */
  size_bytes?: number | null | undefined;
  /**
   * SHA-256 of the file in hexadecimal.
   */
  sha256?: string | null | undefined;
  /**
   * Status of the file.
   */
  status?: string | null | undefined;
  /**
   * Why the file could not be stored.
   */
  error_code?: string | null | undefined;
  /**
   * URL of the file.
   */
  download_url?: string | null | undefined;
  /**
   * When the file is deleted.
   */
  expires_at?: string | null | undefined;
};

/**
 * An image.
 */
export type ResponseCodeInterpreterImage = {
  /**
   * Always `image`.
   */
  type: "image";
  /**
   * URL of the image.
   */
  url: string;
};

/**
 * Printed text.
 */
export type ResponseCodeInterpreterLogs = {
  /**
   * Always `logs`.
   */
  type: "logs";
  /**
   * The text.
   */
  logs: string;
};

/**
 * Something that code produced.
 */
export type ResponseCodeInterpreterOutput =
  | ResponseCodeInterpreterLogs
  | ResponseCodeInterpreterImage
  | ResponseCodeInterpreterFile
  | UnknownCodeInterpreterOutput;

/**
 * A compacted conversation, which replaces the items before it.
 */
export type ResponseCompaction = {
  /**
   * Always `compaction`.
   */
  type: "compaction";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The conversation, which only the provider can decrypt.
   */
  encrypted_content: string;
};

/**
 * An action on a computer that the model requested.
 */
export type ResponseComputerCall = {
  /**
   * Always `computer_call`.
   */
  type: "computer_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id: string;
  /**
   * The action.
   */
  action?: unknown;
  /**
   * Checks that the caller must acknowledge.
   */
  pending_safety_checks?: Array<ResponseSafetyCheck> | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A call of a custom tool. Its input is free text.
 */
export type ResponseCustomToolCall = {
  /**
   * Always `custom_tool_call`.
   */
  type: "custom_tool_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id: string;
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * The input.
   */
  input: string;
  /**
   * Name of the namespace tool that contains the tool.
   */
  namespace?: string | null | undefined;
  /**
   * Whether the model continues before the output arrives.
   */
  async?: boolean | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A search in vector stores.
 */
export type ResponseFileSearchCall = {
  /**
   * Always `file_search_call`.
   */
  type: "file_search_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The queries.
   */
  queries: Array<string>;
  /**
   * The results, if `include` asks for them.
   */
  results?: Array<unknown> | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A call of a function that the model requested. The caller runs the function and sends a `function_call_output`.
 */
export type ResponseFunctionCall = {
  /**
   * Always `function_call`.
   */
  type: "function_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id: string;
  /**
   * Name of the function. Models may invent names.
   */
  name: string;
  /**
   * The arguments as a JSON string. Models may produce invalid JSON.
   */
  arguments: string;
  /**
   * Name of the namespace tool that contains the function.
   */
  namespace?: string | null | undefined;
  /**
   * Whether the model or one of its programs requested the call.
   */
  caller?: unknown;
  /**
   * Whether the model continues before the output arrives.
   */
  async?: boolean | null | undefined;
  /**
   * Id of the subagent that requested the call.
   */
  subagent_id?: string | null | undefined;
  /**
   * Items that the subagent produced.
   */
  subagent_items?: Array<unknown> | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * An image that the provider generated.
 */
export type ResponseImageGenerationCall = {
  /**
   * Always `image_generation_call`.
   */
  type: "image_generation_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The image as base64.
   */
  result?: string | null | undefined;
  /**
   * The prompt.
   */
  prompt?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Status of an item.
 * - `in_progress`: The item is being generated or run.
 * - `completed`: The item is complete.
 * - `incomplete`: Generation stopped before the item was complete.
 * - `failed`: The call failed.
 * - `searching`: The search is running.
 * - `generating`: The image is being generated.
 * - `interpreting`: The code is running.
 */
export type ResponseItemStatus =
  | "in_progress"
  | "completed"
  | "incomplete"
  | "failed"
  | "searching"
  | "generating"
  | "interpreting"
  | (string & {});

/**
 * A command.
 */
export type ResponseLocalShellAction = {
  /**
   * Always `exec`.
   */
  type: string;
  /**
   * The program and its arguments.
   */
  command: Array<string>;
  /**
   * Environment variables.
   */
  env?:
    | {
        [key: string]: string;
      }
    | null
    | undefined;
  /**
   * Time limit, in milliseconds.
   */
  timeout_ms?: number | null | undefined;
  /**
   * User that runs the command.
   */
  user?: string | null | undefined;
  /**
   * Directory in which the command runs.
   */
  working_directory?: string | null | undefined;
};

/**
 * A shell command for the machine of the caller.
 */
export type ResponseLocalShellCall = {
  /**
   * Always `local_shell_call`.
   */
  type: "local_shell_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id: string;
  /**
   * The command.
   */
  action: ResponseLocalShellAction;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * An MCP call that needs approval.
 */
export type ResponseMcpApprovalRequest = {
  /**
   * Always `mcp_approval_request`.
   */
  type: "mcp_approval_request";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Label of the server.
   */
  server_label: string;
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * The arguments as a JSON string.
   */
  arguments: string;
};

/**
 * A call of a tool on an MCP server.
 */
export type ResponseMcpCall = {
  /**
   * Always `mcp_call`.
   */
  type: "mcp_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Label of the server.
   */
  server_label: string;
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * The arguments as a JSON string.
   */
  arguments: string;
  /**
   * The output.
   */
  output?: string | null | undefined;
  /**
   * Why the call failed.
   */
  error?: ResponseMcpErrorOrText | null | undefined;
  /**
   * Id of the approval request.
   */
  approval_request_id?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * An error of an MCP call.
 */
export type ResponseMcpError = {
  /**
   * Kind of the error.
   * - `mcp_protocol_error`: An error of the protocol.
   * - `http_error`: An HTTP error.
   * - `mcp_tool_execution_error`: The tool failed.
   */
  type: "mcp_protocol_error" | "http_error" | "mcp_tool_execution_error" | (string & {});
  /**
   * Code of the error.
   */
  code?: number | null | undefined;
  /**
   * The reason.
   */
  message?: string | null | undefined;
  /**
   * Content of the failed result.
   */
  content?: unknown;
};

/**
 * An error of an MCP tool, or its text.
 */
export type ResponseMcpErrorOrText = string | ResponseMcpError;

/**
 * The tools of an MCP server.
 */
export type ResponseMcpListTools = {
  /**
   * Always `mcp_list_tools`.
   */
  type: "mcp_list_tools";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Label of the server.
   */
  server_label: string;
  /**
   * The tools.
   */
  tools: Array<ResponseMcpListedTool>;
  /**
   * Why the tools could not be listed.
   */
  error?: string | null | undefined;
};

/**
 * A tool of an MCP server.
 */
export type ResponseMcpListedTool = {
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * Description of the tool.
   */
  description?: string | null | undefined;
  /**
   * JSON Schema of the arguments.
   */
  input_schema?: unknown;
  /**
   * Annotations of the tool.
   */
  annotations?: unknown;
};

/**
 * Whether a message is a remark on the way or the answer.
 * - `commentary`: A remark between tool calls.
 * - `final_answer`: The answer.
 */
export type ResponsePhase = "commentary" | "final_answer" | (string & {});

/**
 * Code by which the model calls tools.
 */
export type ResponseProgram = {
  /**
   * Always `program`.
   */
  type: "program";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id?: string | null | undefined;
  /**
   * The code.
   */
  code?: string | null | undefined;
  /**
   * Fingerprint of the program.
   */
  fingerprint?: string | null | undefined;
};

/**
 * The result of a program.
 */
export type ResponseProgramOutput = {
  /**
   * Always `program_output`.
   */
  type: "program_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id: string;
  /**
   * The result.
   */
  result?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Reasoning of the model. Send it back unchanged, so that the model can continue from it.
 */
export type ResponseReasoning = {
  /**
   * Always `reasoning`.
   */
  type: "reasoning";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Summaries of the reasoning.
   */
  summary: Array<ResponseSummaryText>;
  /**
   * The reasoning as text.
   */
  content?: Array<ResponseReasoningText> | null | undefined;
  /**
   * Reasoning that only the provider can decrypt. Included if `include` has `reasoning.encrypted_content`.
   */
  encrypted_content?: string | null | undefined;
  /**
   * The provider's signature of the text.
   */
  signature?: string | null | undefined;
  /**
   * The provider format of the reasoning.
   */
  format?: ReasoningFormat | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A safety check of a computer call.
 */
export type ResponseSafetyCheck = {
  /**
   * Id of the check.
   */
  id: string;
  /**
   * Kind of the check.
   */
  code?: string | null | undefined;
  /**
   * The reason.
   */
  message?: string | null | undefined;
};

/**
 * Shell commands.
 */
export type ResponseShellAction = {
  /**
   * The commands.
   */
  commands: Array<string>;
  /**
   * Maximum length of the output, in characters.
   */
  max_output_length?: number | null | undefined;
  /**
   * Time limit, in milliseconds.
   */
  timeout_ms?: number | null | undefined;
};

/**
 * Shell commands for a container or for the machine of the caller.
 */
export type ResponseShellCall = {
  /**
   * Always `shell_call`.
   */
  type: "shell_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id: string;
  /**
   * The commands.
   */
  action?: ResponseShellAction | null | undefined;
  /**
   * The arguments as a JSON string.
   */
  arguments?: string | null | undefined;
  /**
   * Where the commands run.
   */
  environment?: unknown;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * The output of shell commands.
 */
export type ResponseShellCallOutput = {
  /**
   * Always `shell_call_output`.
   */
  type: "shell_call_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id: string;
  /**
   * The output of each command.
   */
  output: Array<ResponseShellOutput>;
  /**
   * Maximum length of the output, in characters.
   */
  max_output_length?: number | null | undefined;
  /**
   * Id of the container.
   */
  container_id?: string | null | undefined;
  /**
   * Files that the commands created.
   */
  files?: Array<ResponseContainerFileCitation> | null | undefined;
  /**
   * Why the commands failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * How a command ended.
 */
export type ResponseShellOutcome = {
  /**
   * Kind of the end.
   * - `exit`: The command ended.
   * - `timeout`: The command reached the time limit.
   */
  type: "exit" | "timeout" | (string & {});
  /**
   * The exit code, if the command ended.
   */
  exit_code?: number | null | undefined;
};

/**
 * The output of a shell command.
 */
export type ResponseShellOutput = {
  /**
   * Standard output.
   */
  stdout: string;
  /**
   * Standard error.
   */
  stderr: string;
  /**
   * How the command ended.
   */
  outcome: ResponseShellOutcome;
};

/**
 * A search in the tools of the request by the provider or the caller.
 */
export type ResponseToolSearchCall = {
  /**
   * Always `tool_search_call`.
   */
  type: "tool_search_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call. The output refers to it.
   */
  call_id?: string | null | undefined;
  /**
   * The arguments.
   */
  arguments?: unknown;
  /**
   * Who searches.
   */
  execution?: ResponseToolSearchExecution | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Where a tool search runs.
 * - `server`: The provider searches.
 * - `client`: The caller searches.
 */
export type ResponseToolSearchExecution = "server" | "client" | (string & {});

/**
 * The tools that a tool search found.
 */
export type ResponseToolSearchOutput = {
  /**
   * Always `tool_search_output`.
   */
  type: "tool_search_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id?: string | null | undefined;
  /**
   * The tools.
   */
  tools: Array<unknown>;
  /**
   * Who searches.
   */
  execution?: ResponseToolSearchExecution | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A step of a web search.
 */
export type ResponseWebSearchAction =
  | ResponseWebSearchQuery
  | ResponseWebSearchOpenPage
  | ResponseWebSearchFindInPage
  | UnknownWebSearchAction;

/**
 * A web search.
 */
export type ResponseWebSearchCall = {
  /**
   * Always `web_search_call`.
   */
  type: "web_search_call";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * What the search did.
   */
  action?: ResponseWebSearchAction | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Searches in a page.
 */
export type ResponseWebSearchFindInPage = {
  /**
   * Always `find_in_page`.
   */
  type: "find_in_page";
  /**
   * URL of the page.
   */
  url: string;
  /**
   * The text to find.
   */
  pattern: string;
};

/**
 * Opens a page.
 */
export type ResponseWebSearchOpenPage = {
  /**
   * Always `open_page`.
   */
  type: "open_page";
  /**
   * URL of the page.
   */
  url?: string | null | undefined;
};

/**
 * A search.
 */
export type ResponseWebSearchQuery = {
  /**
   * Always `search`.
   */
  type: "search";
  /**
   * The query.
   */
  query?: string | null | undefined;
  /**
   * All queries.
   */
  queries?: Array<string> | null | undefined;
  /**
   * The pages that were found.
   */
  sources?: Array<ResponseWebSearchSource> | null | undefined;
};

/**
 * A page that a search found.
 */
export type ResponseWebSearchSource = {
  /**
   * Kind of the source, usually `url`.
   */
  type: string;
  /**
   * URL of the page.
   */
  url?: string | null | undefined;
};

/**
 * An output with a type that this contract does not know.
 */
export type UnknownCodeInterpreterOutput = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A step with a type that this contract does not know.
 */
export type UnknownWebSearchAction = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
