// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ResponseAdditionalTools: Tools that the model can call from here on.
type ResponseAdditionalTools struct {
	object

	// Always "additional_tools". It can be left empty.
	Type string `json:"type" const:"additional_tools"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The author that adds the tools.
	Role Opt[string] `json:"role,omitzero"`

	// The tools.
	Tools []ResponseTool `json:"tools"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAdditionalTools) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAdditionalTools) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LogValue returns the value as text without its secrets.
func (v ResponseAdditionalTools) LogValue() slog.Value {
	return slog.StringValue(fmt.Sprintf("%+v", v))
}

// ResponseAgentMessage is a message between agents.
type ResponseAgentMessage struct {
	object

	// Always "agent_message". It can be left empty.
	Type string `json:"type" const:"agent_message"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The agent that wrote the message.
	Author string `json:"author"`

	// The agent that receives it.
	Recipient string `json:"recipient"`

	// Facts about the agent.
	Agent any `json:"agent,omitzero"`

	// The parts of the message.
	Content []ResponseInputContent `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAgentMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAgentMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseApplyPatchCallOutput is the result of a change of a file.
type ResponseApplyPatchCallOutput struct {
	object

	// Always "apply_patch_call_output". It can be left empty.
	Type string `json:"type" const:"apply_patch_call_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID string `json:"call_id"`

	// The output.
	Output Opt[string] `json:"output,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseApplyPatchCallOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseApplyPatchCallOutput) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCompactionTrigger asks the model to compact the conversation. The output is one "compaction" item.
type ResponseCompactionTrigger struct {
	object

	// Always "compaction_trigger". It can be left empty.
	Type string `json:"type" const:"compaction_trigger"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCompactionTrigger) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCompactionTrigger) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseComputerCallOutput is the result of an action on a computer.
type ResponseComputerCallOutput struct {
	object

	// Always "computer_call_output". It can be left empty.
	Type string `json:"type" const:"computer_call_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID string `json:"call_id"`

	// The result, usually a screenshot.
	Output any `json:"output"`

	// Checks that the caller acknowledges.
	AcknowledgedSafetyChecks []ResponseSafetyCheck `json:"acknowledged_safety_checks,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseComputerCallOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseComputerCallOutput) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseConfigurationUpdate: Changes the settings for the items after it.
type ResponseConfigurationUpdate struct {
	object

	// Always "configuration_update". It can be left empty.
	Type string `json:"type" const:"configuration_update"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The new reasoning settings.
	Reasoning *ResponseReasoningOptions `json:"reasoning,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseConfigurationUpdate) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseConfigurationUpdate) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseContextCompaction is a compacted conversation of another form.
type ResponseContextCompaction struct {
	object

	// Always "context_compaction". It can be left empty.
	Type string `json:"type" const:"context_compaction"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The conversation, which only the provider can decrypt.
	EncryptedContent Opt[string] `json:"encrypted_content,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseContextCompaction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseContextCompaction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseCustomToolCallOutput is the output of a custom tool call.
type ResponseCustomToolCallOutput struct {
	object

	// Always "custom_tool_call_output". It can be left empty.
	Type string `json:"type" const:"custom_tool_call_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID string `json:"call_id"`

	// The output: text, or parts such as images.
	Output ResponseContent `json:"output"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomToolCallOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomToolCallOutput) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFunctionCallOutput is the output of a function call.
type ResponseFunctionCallOutput struct {
	object

	// Always "function_call_output". It can be left empty.
	Type string `json:"type" const:"function_call_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID string `json:"call_id"`

	// The output: text, or parts such as images.
	Output ResponseContent `json:"output"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFunctionCallOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFunctionCallOutput) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseInputItem is one item of the input. The items of an earlier "output" can be sent back unchanged. A
// message needs no "type".
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseInputItem struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownInputItem"`

	OfResponseInputMessage              *ResponseInputMessage              `values:"message" default:"true"`
	OfResponseReasoning                 *ResponseReasoning                 `values:"reasoning"`
	OfResponseFunctionCall              *ResponseFunctionCall              `values:"function_call"`
	OfResponseCustomToolCall            *ResponseCustomToolCall            `values:"custom_tool_call"`
	OfResponseWebSearchCall             *ResponseWebSearchCall             `values:"web_search_call"`
	OfResponseFileSearchCall            *ResponseFileSearchCall            `values:"file_search_call"`
	OfResponseCodeInterpreterCall       *ResponseCodeInterpreterCall       `values:"code_interpreter_call"`
	OfResponseImageGenerationCall       *ResponseImageGenerationCall       `values:"image_generation_call"`
	OfResponseComputerCall              *ResponseComputerCall              `values:"computer_call"`
	OfResponseLocalShellCall            *ResponseLocalShellCall            `values:"local_shell_call"`
	OfResponseShellCall                 *ResponseShellCall                 `values:"shell_call"`
	OfResponseShellCallOutput           *ResponseShellCallOutput           `values:"shell_call_output"`
	OfResponseApplyPatchCall            *ResponseApplyPatchCall            `values:"apply_patch_call"`
	OfResponseMCPCall                   *ResponseMCPCall                   `values:"mcp_call"`
	OfResponseMCPListTools              *ResponseMCPListTools              `values:"mcp_list_tools"`
	OfResponseMCPApprovalRequest        *ResponseMCPApprovalRequest        `values:"mcp_approval_request"`
	OfResponseCompaction                *ResponseCompaction                `values:"compaction"`
	OfResponseToolSearchCall            *ResponseToolSearchCall            `values:"tool_search_call"`
	OfResponseToolSearchOutput          *ResponseToolSearchOutput          `values:"tool_search_output"`
	OfResponseProgram                   *ResponseProgram                   `values:"program"`
	OfResponseProgramOutput             *ResponseProgramOutput             `values:"program_output"`
	OfResponseAdvisorCall               *ResponseAdvisorCall               `values:"openrouter:advisor"`
	OfResponseServerApplyPatchCall      *ResponseServerApplyPatchCall      `values:"openrouter:apply_patch"`
	OfResponseBashCall                  *ResponseBashCall                  `values:"openrouter:bash"`
	OfResponseBrowserUseCall            *ResponseBrowserUseCall            `values:"openrouter:browser_use"`
	OfResponseServerCodeInterpreterCall *ResponseServerCodeInterpreterCall `values:"openrouter:code_interpreter"`
	OfResponseDatetimeCall              *ResponseDatetimeCall              `values:"openrouter:datetime"`
	OfResponseSearchModelsCall          *ResponseSearchModelsCall          `values:"openrouter:experimental__search_models"`
	OfResponseServerFileSearchCall      *ResponseServerFileSearchCall      `values:"openrouter:file_search"`
	OfResponseFilesCall                 *ResponseFilesCall                 `values:"openrouter:files"`
	OfResponseFusionCall                *ResponseFusionCall                `values:"openrouter:fusion"`
	OfResponseServerImageGenerationCall *ResponseServerImageGenerationCall `values:"openrouter:image_generation"`
	OfResponseServerMCPCall             *ResponseServerMCPCall             `values:"openrouter:mcp"`
	OfResponseMemoryCall                *ResponseMemoryCall                `values:"openrouter:memory"`
	OfResponseServerShellCall           *ResponseServerShellCall           `values:"openrouter:shell"`
	OfResponseSubagentCall              *ResponseSubagentCall              `values:"openrouter:subagent"`
	OfResponseTextEditorCall            *ResponseTextEditorCall            `values:"openrouter:text_editor"`
	OfResponseServerToolSearchCall      *ResponseServerToolSearchCall      `values:"openrouter:tool_search"`
	OfResponseWebFetchCall              *ResponseWebFetchCall              `values:"openrouter:web_fetch"`
	OfResponseServerWebSearchCall       *ResponseServerWebSearchCall       `values:"openrouter:web_search"`
	OfResponseFunctionCallOutput        *ResponseFunctionCallOutput        `values:"function_call_output"`
	OfResponseCustomToolCallOutput      *ResponseCustomToolCallOutput      `values:"custom_tool_call_output"`
	OfResponseComputerCallOutput        *ResponseComputerCallOutput        `values:"computer_call_output"`
	OfResponseLocalShellCallOutput      *ResponseLocalShellCallOutput      `values:"local_shell_call_output"`
	OfResponseApplyPatchCallOutput      *ResponseApplyPatchCallOutput      `values:"apply_patch_call_output"`
	OfResponseMCPApprovalResponse       *ResponseMCPApprovalResponse       `values:"mcp_approval_response"`
	OfResponseCompactionTrigger         *ResponseCompactionTrigger         `values:"compaction_trigger"`
	OfResponseContextCompaction         *ResponseContextCompaction         `values:"context_compaction"`
	OfResponseItemReference             *ResponseItemReference             `values:"item_reference"`
	OfResponseConfigurationUpdate       *ResponseConfigurationUpdate       `values:"configuration_update"`
	OfResponseAgentMessage              *ResponseAgentMessage              `values:"agent_message"`
	OfResponseAdditionalTools           *ResponseAdditionalTools           `values:"additional_tools"`
	// OfUnknownInputItem is a member that this version does not know.
	OfUnknownInputItem *UnknownInputItem
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputItem) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputItem) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseInputItem) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseInputItem) Tag() string { return codec.Tag(&v) }

// LogValue returns the value as text without its secrets.
func (v ResponseInputItem) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// ResponseInputMessage is a message of the conversation.
type ResponseInputMessage struct {
	object

	// Always "message".
	Type Opt[string] `json:"type,omitzero"`

	// The author of the message.
	Role ResponseInputMessageRole `json:"role"`

	// The text, or the parts of the message.
	Content ResponseContent `json:"content,omitzero"`

	// ID of the message. Any ID is accepted.
	ID Opt[string] `json:"id,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`

	// Whether a message of the model is a remark or the answer.
	Phase Opt[ResponsePhase] `json:"phase,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseInputMessageRole is the author of the message.
//
// The API accepts these values today.
type ResponseInputMessageRole string

// The known values of ResponseInputMessageRole.
const (
	// The user.
	ResponseInputMessageRoleUser ResponseInputMessageRole = "user"
	// The model.
	ResponseInputMessageRoleAssistant ResponseInputMessageRole = "assistant"
	// Instructions for the model.
	ResponseInputMessageRoleSystem ResponseInputMessageRole = "system"
	// Instructions for the model, with the name that newer models use.
	ResponseInputMessageRoleDeveloper ResponseInputMessageRole = "developer"
)

// ResponseItemReference is a reference to a stored item. The API stores no items and refuses it.
type ResponseItemReference struct {
	object

	// Always "item_reference". It can be left empty.
	Type string `json:"type" const:"item_reference"`

	// ID of the item.
	ID string `json:"id"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseItemReference) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseItemReference) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseLocalShellCallOutput is the output of a local shell command.
type ResponseLocalShellCallOutput struct {
	object

	// Always "local_shell_call_output". It can be left empty.
	Type string `json:"type" const:"local_shell_call_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The output as a JSON string.
	Output string `json:"output"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseLocalShellCallOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseLocalShellCallOutput) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPApprovalResponse is the answer to an MCP approval request.
type ResponseMCPApprovalResponse struct {
	object

	// Always "mcp_approval_response". It can be left empty.
	Type string `json:"type" const:"mcp_approval_response"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the request.
	ApprovalRequestID string `json:"approval_request_id"`

	// Whether the call may run.
	Approve bool `json:"approve"`

	// The reason.
	Reason Opt[string] `json:"reason,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPApprovalResponse) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPApprovalResponse) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// UnknownInputItem is an item with a type that this contract does not know. The API accepts the request or
// refuses the item by its type.
type UnknownInputItem struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownInputItem) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownInputItem) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
