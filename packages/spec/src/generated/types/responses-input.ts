// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ResponseContent, ResponseInputContent } from "./responses-content.ts";
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
  ResponseSafetyCheck,
  ResponseShellCall,
  ResponseShellCallOutput,
  ResponseToolSearchCall,
  ResponseToolSearchOutput,
  ResponseWebSearchCall,
} from "./responses-items.ts";
import type { ResponseReasoningOptions } from "./responses-request.ts";
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
import type { ResponseTool } from "./responses-tools.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * Tools that the model can call from here on.
 */
export type ResponseAdditionalTools = {
  /**
   * Always `additional_tools`.
   */
  type: "additional_tools";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The author that adds the tools.
   */
  role?: string | null | undefined;
  /**
   * The tools.
   */
  tools: Array<ResponseTool>;
};

/**
 * A message between agents.
 */
export type ResponseAgentMessage = {
  /**
   * Always `agent_message`.
   */
  type: "agent_message";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The agent that wrote the message.
   */
  author: string;
  /**
   * The agent that receives it.
   */
  recipient: string;
  /**
   * Facts about the agent.
   */
  agent?: unknown;
  /**
   * The parts of the message.
   */
  content: Array<ResponseInputContent>;
};

/**
 * The result of a change of a file.
 */
export type ResponseApplyPatchCallOutput = {
  /**
   * Always `apply_patch_call_output`.
   */
  type: "apply_patch_call_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id: string;
  /**
   * The output.
   */
  output?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Asks the model to compact the conversation. The output is one `compaction` item.
 */
export type ResponseCompactionTrigger = {
  /**
   * Always `compaction_trigger`.
   */
  type: "compaction_trigger";
};

/**
 * The result of an action on a computer.
 */
export type ResponseComputerCallOutput = {
  /**
   * Always `computer_call_output`.
   */
  type: "computer_call_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id: string;
  /**
   * The result, usually a screenshot.
   */
  output: unknown;
  /**
   * Checks that the caller acknowledges.
   */
  acknowledged_safety_checks?: Array<ResponseSafetyCheck> | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * Changes the settings for the items after it.
 */
export type ResponseConfigurationUpdate = {
  /**
   * Always `configuration_update`.
   */
  type: "configuration_update";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The new reasoning settings.
   */
  reasoning?: ResponseReasoningOptions | null | undefined;
};

/**
 * A compacted conversation of another form.
 */
export type ResponseContextCompaction = {
  /**
   * Always `context_compaction`.
   */
  type: "context_compaction";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * The conversation, which only the provider can decrypt.
   */
  encrypted_content?: string | null | undefined;
};

/**
 * The output of a custom tool call.
 */
export type ResponseCustomToolCallOutput = {
  /**
   * Always `custom_tool_call_output`.
   */
  type: "custom_tool_call_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id: string;
  /**
   * The output: text, or parts such as images.
   */
  output: ResponseContent;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * The output of a function call.
 */
export type ResponseFunctionCallOutput = {
  /**
   * Always `function_call_output`.
   */
  type: "function_call_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id: string;
  /**
   * The output: text, or parts such as images.
   */
  output: ResponseContent;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * One item of the input. The items of an earlier `output` can be sent back unchanged. A message needs no `type`.
 */
export type ResponseInputItem =
  | ResponseInputMessage
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
  | ResponseFunctionCallOutput
  | ResponseCustomToolCallOutput
  | ResponseComputerCallOutput
  | ResponseLocalShellCallOutput
  | ResponseApplyPatchCallOutput
  | ResponseMcpApprovalResponse
  | ResponseCompactionTrigger
  | ResponseContextCompaction
  | ResponseItemReference
  | ResponseConfigurationUpdate
  | ResponseAgentMessage
  | ResponseAdditionalTools
  | UnknownInputItem;

/**
 * A message of the conversation.
 */
export type ResponseInputMessage = {
  /**
   * Always `message`.
   */
  type?: "message" | null | undefined;
  /**
   * The author of the message.
   * - `user`: The user.
   * - `assistant`: The model.
   * - `system`: Instructions for the model.
   * - `developer`: Instructions for the model, with the name that newer models use.
   */
  role: "user" | "assistant" | "system" | "developer" | (string & {});
  /**
   * The text, or the parts of the message.
   */
  content?: ResponseContent | null | undefined;
  /**
   * Id of the message. Any id is accepted.
   */
  id?: string | null | undefined;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
  /**
   * Whether a message of the model is a remark or the answer.
   */
  phase?: ResponsePhase | null | undefined;
};

/**
 * A reference to a stored item. The API stores no items and refuses it.
 */
export type ResponseItemReference = {
  /**
   * Always `item_reference`.
   */
  type: "item_reference";
  /**
   * Id of the item.
   */
  id: string;
};

/**
 * The output of a local shell command.
 */
export type ResponseLocalShellCallOutput = {
  /**
   * Always `local_shell_call_output`.
   */
  type: "local_shell_call_output";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the call.
   */
  call_id?: string | null | undefined;
  /**
   * The output as a JSON string.
   */
  output: string;
  /**
   * Status of the item.
   */
  status?: ResponseItemStatus | null | undefined;
};

/**
 * The answer to an MCP approval request.
 */
export type ResponseMcpApprovalResponse = {
  /**
   * Always `mcp_approval_response`.
   */
  type: "mcp_approval_response";
  /**
   * Id of the item.
   */
  id?: string | null | undefined;
  /**
   * Id of the request.
   */
  approval_request_id: string;
  /**
   * Whether the call may run.
   */
  approve: boolean;
  /**
   * The reason.
   */
  reason?: string | null | undefined;
};

/**
 * An item with a type that this contract does not know. The API accepts the request or refuses the item by its type.
 */
export type UnknownInputItem = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
