// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ResponseContainerFileCitation } from "./responses-content.ts";
import type {
  ResponseApplyPatchOperation,
  ResponseItemStatus,
  ResponseShellAction,
  ResponseShellOutput,
  ResponseWebSearchAction,
} from "./responses-items.ts";

/**
 * Advice of a second model.
 */
export type ResponseAdvisorCall = {
  /**
   * Always `openrouter:advisor`.
   */
  type: "openrouter:advisor";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Name under which the model called the tool.
   */
  instance_name?: string | null | undefined;
  /**
   * The advising model.
   */
  model?: string | null | undefined;
  /**
   * The question.
   */
  prompt?: string | null | undefined;
  /**
   * The advice.
   */
  advice?: string | null | undefined;
  /**
   * Why the call failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A shell command in a container.
 */
export type ResponseBashCall = {
  /**
   * Always `openrouter:bash`.
   */
  type: "openrouter:bash";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id?: string | null | undefined;
  /**
   * The arguments as a JSON string.
   */
  arguments?: string | null | undefined;
  /**
   * The command.
   */
  command?: string | null | undefined;
  /**
   * Standard output.
   */
  stdout?: string | null | undefined;
  /**
   * Standard error.
   */
  stderr?: string | null | undefined;
  /**
   * The exit code.
   */
  exitCode?: number | null | undefined;
  /**
   * Id of the container.
   */
  container_id?: string | null | undefined;
  /**
   * Files that were created.
   */
  files?: Array<ResponseContainerFileCitation> | null | undefined;
  /**
   * Why the call failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A step in a browser.
 */
export type ResponseBrowserUseCall = {
  /**
   * Always `openrouter:browser_use`.
   */
  type: "openrouter:browser_use";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The step.
   */
  action?: string | null | undefined;
  /**
   * A screenshot as base64.
   */
  screenshotB64?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * The current date and time.
 */
export type ResponseDatetimeCall = {
  /**
   * Always `openrouter:datetime`.
   */
  type: "openrouter:datetime";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The date and time, ISO 8601.
   */
  datetime?: string | null | undefined;
  /**
   * IANA time zone.
   */
  timezone?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * An operation on files of the workspace.
 */
export type ResponseFilesCall = {
  /**
   * Always `openrouter:files`.
   */
  type: "openrouter:files";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id?: string | null | undefined;
  /**
   * The arguments as a JSON string.
   */
  arguments?: string | null | undefined;
  /**
   * The operation.
   */
  operation?: string | null | undefined;
  /**
   * Id of the file.
   */
  file_id?: string | null | undefined;
  /**
   * Name of the file.
   */
  filename?: string | null | undefined;
  /**
   * The result.
   */
  result?: string | null | undefined;
  /**
   * Why the call failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A comparison of the responses of a panel.
 */
export type ResponseFusionAnalysis = {
  /**
   * Points on which the models agree.
   */
  consensus?: Array<string> | null | undefined;
  /**
   * Points on which they disagree.
   */
  contradictions?: Array<ResponseFusionContradiction> | null | undefined;
  /**
   * Points that only some of them cover.
   */
  partial_coverage?: Array<ResponseFusionCoverage> | null | undefined;
  /**
   * Points that one of them makes.
   */
  unique_insights?: Array<ResponseFusionInsight> | null | undefined;
  /**
   * Points that none of them covers.
   */
  blind_spots?: Array<string> | null | undefined;
};

/**
 * The response of a model of the panel.
 */
export type ResponseFusionAnswer = {
  /**
   * The model.
   */
  model: string;
  /**
   * The response.
   */
  content?: string | null | undefined;
};

/**
 * The responses of a panel of models.
 */
export type ResponseFusionCall = {
  /**
   * Always `openrouter:fusion`.
   */
  type: "openrouter:fusion";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The responses of the models.
   */
  responses?: Array<ResponseFusionAnswer> | null | undefined;
  /**
   * A comparison of the responses.
   */
  analysis?: ResponseFusionAnalysis | null | undefined;
  /**
   * Pages that the models read.
   */
  sources?: Array<ResponseFusionSource> | null | undefined;
  /**
   * The models that failed.
   */
  failed_models?: Array<ResponseFusionFailure> | null | undefined;
  /**
   * Why the panel failed.
   */
  failure_reason?: string | null | undefined;
  /**
   * Why the call failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A point on which models disagree.
 */
export type ResponseFusionContradiction = {
  /**
   * The topic.
   */
  topic: string;
  /**
   * The position of each model.
   */
  stances: Array<ResponseFusionStance>;
};

/**
 * A point that some models cover.
 */
export type ResponseFusionCoverage = {
  /**
   * The point.
   */
  point: string;
  /**
   * The models.
   */
  models: Array<string>;
};

/**
 * A model of the panel that failed.
 */
export type ResponseFusionFailure = {
  /**
   * The model.
   */
  model: string;
  /**
   * The reason.
   */
  error: string;
  /**
   * HTTP status of the provider.
   */
  status_code?: number | null | undefined;
};

/**
 * A point that one model makes.
 */
export type ResponseFusionInsight = {
  /**
   * The model.
   */
  model: string;
  /**
   * The point.
   */
  insight: string;
};

/**
 * A page that the panel read.
 */
export type ResponseFusionSource = {
  /**
   * Title of the page.
   */
  title: string;
  /**
   * URL of the page.
   */
  url: string;
};

/**
 * The position of a model.
 */
export type ResponseFusionStance = {
  /**
   * The model.
   */
  model: string;
  /**
   * The position.
   */
  stance: string;
};

/**
 * An operation on the memory.
 */
export type ResponseMemoryCall = {
  /**
   * Always `openrouter:memory`.
   */
  type: "openrouter:memory";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The operation.
   * - `read`: Reads a value.
   * - `write`: Stores a value.
   * - `delete`: Deletes a value.
   */
  action?: "read" | "write" | "delete" | (string & {}) | null | undefined;
  /**
   * The key.
   */
  key?: string | null | undefined;
  /**
   * The value.
   */
  value?: unknown;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A search in the model catalog.
 */
export type ResponseSearchModelsCall = {
  /**
   * Always `openrouter:experimental__search_models`.
   */
  type: "openrouter:experimental__search_models";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The query.
   */
  query?: string | null | undefined;
  /**
   * The arguments as a JSON string.
   */
  arguments?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A change of a file in a container.
 */
export type ResponseServerApplyPatchCall = {
  /**
   * Always `openrouter:apply_patch`.
   */
  type: "openrouter:apply_patch";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id?: string | null | undefined;
  /**
   * The change.
   */
  operation?: ResponseApplyPatchOperation | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Code that OpenRouter ran.
 */
export type ResponseServerCodeInterpreterCall = {
  /**
   * Always `openrouter:code_interpreter`.
   */
  type: "openrouter:code_interpreter";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The code.
   */
  code?: string | null | undefined;
  /**
   * The programming language.
   */
  language?: string | null | undefined;
  /**
   * Standard output.
   */
  stdout?: string | null | undefined;
  /**
   * Standard error.
   */
  stderr?: string | null | undefined;
  /**
   * The exit code.
   */
  exitCode?: number | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A search in files.
 */
export type ResponseServerFileSearchCall = {
  /**
   * Always `openrouter:file_search`.
   */
  type: "openrouter:file_search";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The queries.
   */
  queries?: Array<string> | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * An image that OpenRouter had generated.
 */
export type ResponseServerImageGenerationCall = {
  /**
   * Always `openrouter:image_generation`.
   */
  type: "openrouter:image_generation";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The prompt.
   */
  prompt?: string | null | undefined;
  /**
   * The prompt as the model changed it.
   */
  revisedPrompt?: string | null | undefined;
  /**
   * The image as base64.
   */
  result?: string | null | undefined;
  /**
   * The image as base64.
   */
  imageB64?: string | null | undefined;
  /**
   * URL of the image.
   */
  imageUrl?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A call of a tool on an MCP server.
 */
export type ResponseServerMcpCall = {
  /**
   * Always `openrouter:mcp`.
   */
  type: "openrouter:mcp";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Label of the server.
   */
  serverLabel?: string | null | undefined;
  /**
   * Name of the tool.
   */
  toolName?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Shell commands in a container.
 */
export type ResponseServerShellCall = {
  /**
   * Always `openrouter:shell`.
   */
  type: "openrouter:shell";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id?: string | null | undefined;
  /**
   * The commands.
   */
  action?: ResponseShellAction | null | undefined;
  /**
   * The arguments as a JSON string.
   */
  arguments?: string | null | undefined;
  /**
   * The output of each command.
   */
  output?: Array<ResponseShellOutput> | null | undefined;
  /**
   * Id of the container.
   */
  container_id?: string | null | undefined;
  /**
   * Files that were created.
   */
  files?: Array<ResponseContainerFileCitation> | null | undefined;
  /**
   * Why the call failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A search in the tools of the request.
 */
export type ResponseServerToolSearchCall = {
  /**
   * Always `openrouter:tool_search`.
   */
  type: "openrouter:tool_search";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The query.
   */
  query?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A web search by OpenRouter.
 */
export type ResponseServerWebSearchCall = {
  /**
   * Always `openrouter:web_search`.
   */
  type: "openrouter:web_search";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The search.
   */
  action?: ResponseWebSearchAction | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A task that another model performed.
 */
export type ResponseSubagentCall = {
  /**
   * Always `openrouter:subagent`.
   */
  type: "openrouter:subagent";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id?: string | null | undefined;
  /**
   * Name under which the model called the tool.
   */
  instance_name?: string | null | undefined;
  /**
   * Name of the subagent.
   */
  name?: string | null | undefined;
  /**
   * The model of the subagent.
   */
  model?: string | null | undefined;
  /**
   * Name of the task.
   */
  task_name?: string | null | undefined;
  /**
   * The task.
   */
  task_description?: string | null | undefined;
  /**
   * The result.
   */
  outcome?: string | null | undefined;
  /**
   * Why the call failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * An operation of the text editor.
 */
export type ResponseTextEditorCall = {
  /**
   * Always `openrouter:text_editor`.
   */
  type: "openrouter:text_editor";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The operation.
   * - `view`: Shows the file.
   * - `create`: Creates the file.
   * - `str_replace`: Replaces text.
   * - `insert`: Inserts text.
   */
  command?: "view" | "create" | "str_replace" | "insert" | (string & {}) | null | undefined;
  /**
   * Path of the file.
   */
  filePath?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * A web page that was fetched.
 */
export type ResponseWebFetchCall = {
  /**
   * Always `openrouter:web_fetch`.
   */
  type: "openrouter:web_fetch";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * URL of the page.
   */
  url?: string | null | undefined;
  /**
   * Title of the page.
   */
  title?: string | null | undefined;
  /**
   * The content.
   */
  content?: string | null | undefined;
  /**
   * HTTP status of the page.
   */
  httpStatus?: number | null | undefined;
  /**
   * Why the call failed.
   */
  error?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};
