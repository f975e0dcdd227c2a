// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ResponseApplyPatchCall is a change of a file that the model requested.
type ResponseApplyPatchCall struct {
	object

	// Always "apply_patch_call". It can be left empty.
	Type string `json:"type" const:"apply_patch_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID string `json:"call_id"`

	// The change.
	Operation ResponseApplyPatchOperation `json:"operation"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseApplyPatchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseApplyPatchCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseApplyPatchOperation is a change of a file.
type ResponseApplyPatchOperation struct {
	object

	// Kind of the change.
	Type ResponseApplyPatchOperationType `json:"type"`

	// Path of the file.
	Path string `json:"path"`

	// The content as a diff.
	Diff Opt[string] `json:"diff,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseApplyPatchOperation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseApplyPatchOperation) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseApplyPatchOperationType: Kind of the change.
//
// The API may add other values.
type ResponseApplyPatchOperationType string

// The known values of ResponseApplyPatchOperationType.
const (
	// Creates the file.
	ResponseApplyPatchOperationTypeCreateFile ResponseApplyPatchOperationType = "create_file"
	// Changes the file.
	ResponseApplyPatchOperationTypeUpdateFile ResponseApplyPatchOperationType = "update_file"
	// Deletes the file.
	ResponseApplyPatchOperationTypeDeleteFile ResponseApplyPatchOperationType = "delete_file"
)

// ResponseCodeInterpreterCall: Code that the provider ran.
type ResponseCodeInterpreterCall struct {
	object

	// Always "code_interpreter_call". It can be left empty.
	Type string `json:"type" const:"code_interpreter_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The code.
	Code Opt[string] `json:"code,omitzero"`

	// ID of the container.
	ContainerID Opt[string] `json:"container_id,omitzero"`

	// What the code produced.
	Outputs []ResponseCodeInterpreterOutput `json:"outputs,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterFile is a file.
type ResponseCodeInterpreterFile struct {
	object

	// Always "file". It can be left empty.
	Type string `json:"type" const:"file"`

	// ID of the file.
	ID Opt[string] `json:"id,omitzero"`

	// Name of the file.
	Filename Opt[string] `json:"filename,omitzero"`

	// Media type of the file.
	MediaType Opt[string] `json:"media_type,omitzero"`

	// Size of the file, in bytes.
	SizeBytes Opt[int64] `json:"size_bytes,omitzero"`

	// SHA-256 of the file in hexadecimal.
	SHA256 Opt[string] `json:"sha256,omitzero"`

	// Status of the file.
	Status Opt[string] `json:"status,omitzero"`

	// Why the file could not be stored.
	ErrorCode Opt[string] `json:"error_code,omitzero"`

	// URL of the file.
	DownloadURL Opt[string] `json:"download_url,omitzero"`

	// When the file is deleted.
	ExpiresAt Opt[string] `json:"expires_at,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterFile) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterFile) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterImage is an image.
type ResponseCodeInterpreterImage struct {
	object

	// Always "image". It can be left empty.
	Type string `json:"type" const:"image"`

	// URL of the image.
	URL string `json:"url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterImage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterImage) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterLogs: Printed text.
type ResponseCodeInterpreterLogs struct {
	object

	// Always "logs". It can be left empty.
	Type string `json:"type" const:"logs"`

	// The text.
	Logs string `json:"logs"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterLogs) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterLogs) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterOutput is something that code produced.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseCodeInterpreterOutput struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownCodeInterpreterOutput"`

	OfResponseCodeInterpreterLogs  *ResponseCodeInterpreterLogs  `values:"logs"`
	OfResponseCodeInterpreterImage *ResponseCodeInterpreterImage `values:"image"`
	OfResponseCodeInterpreterFile  *ResponseCodeInterpreterFile  `values:"file"`
	// OfUnknownCodeInterpreterOutput is a member that this version does not know.
	OfUnknownCodeInterpreterOutput *UnknownCodeInterpreterOutput
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterOutput) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseCodeInterpreterOutput) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseCodeInterpreterOutput) Tag() string { return codec.Tag(&v) }

// ResponseCompaction is a compacted conversation, which replaces the items before it.
type ResponseCompaction struct {
	object

	// Always "compaction". It can be left empty.
	Type string `json:"type" const:"compaction"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The conversation, which only the provider can decrypt.
	EncryptedContent string `json:"encrypted_content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCompaction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCompaction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseComputerCall is an action on a computer that the model requested.
type ResponseComputerCall struct {
	object

	// Always "computer_call". It can be left empty.
	Type string `json:"type" const:"computer_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID string `json:"call_id"`

	// The action.
	Action any `json:"action,omitzero"`

	// Checks that the caller must acknowledge.
	PendingSafetyChecks []ResponseSafetyCheck `json:"pending_safety_checks,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseComputerCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseComputerCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseCustomToolCall is a call of a custom tool. Its input is free text.
type ResponseCustomToolCall struct {
	object

	// Always "custom_tool_call". It can be left empty.
	Type string `json:"type" const:"custom_tool_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID string `json:"call_id"`

	// Name of the tool.
	Name string `json:"name"`

	// The input.
	Input string `json:"input"`

	// Name of the namespace tool that contains the tool.
	Namespace Opt[string] `json:"namespace,omitzero"`

	// Whether the model continues before the output arrives.
	Async Opt[bool] `json:"async,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomToolCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomToolCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFileSearchCall is a search in vector stores.
type ResponseFileSearchCall struct {
	object

	// Always "file_search_call". It can be left empty.
	Type string `json:"type" const:"file_search_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The queries.
	Queries []string `json:"queries"`

	// The results, if "include" asks for them.
	Results []any `json:"results,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFileSearchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFileSearchCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFunctionCall is a call of a function that the model requested. The caller runs the function and
// sends a "function_call_output".
type ResponseFunctionCall struct {
	object

	// Always "function_call". It can be left empty.
	Type string `json:"type" const:"function_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID string `json:"call_id"`

	// Name of the function. Models may invent names.
	Name string `json:"name"`

	// The arguments as a JSON string. Models may produce invalid JSON.
	Arguments string `json:"arguments"`

	// Name of the namespace tool that contains the function.
	Namespace Opt[string] `json:"namespace,omitzero"`

	// Whether the model or one of its programs requested the call.
	Caller any `json:"caller,omitzero"`

	// Whether the model continues before the output arrives.
	Async Opt[bool] `json:"async,omitzero"`

	// ID of the subagent that requested the call.
	SubagentID Opt[string] `json:"subagent_id,omitzero"`

	// Items that the subagent produced.
	SubagentItems []any `json:"subagent_items,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFunctionCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFunctionCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseImageGenerationCall is an image that the provider generated.
type ResponseImageGenerationCall struct {
	object

	// Always "image_generation_call". It can be left empty.
	Type string `json:"type" const:"image_generation_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The image as base64.
	Result Opt[string] `json:"result,omitzero"`

	// The prompt.
	Prompt Opt[string] `json:"prompt,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseImageGenerationCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseImageGenerationCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseItemStatus: Status of an item.
//
// The API may add other values.
type ResponseItemStatus string

// The known values of ResponseItemStatus.
const (
	// The item is being generated or run.
	ResponseItemStatusInProgress ResponseItemStatus = "in_progress"
	// The item is complete.
	ResponseItemStatusCompleted ResponseItemStatus = "completed"
	// Generation stopped before the item was complete.
	ResponseItemStatusIncomplete ResponseItemStatus = "incomplete"
	// The call failed.
	ResponseItemStatusFailed ResponseItemStatus = "failed"
	// The search is running.
	ResponseItemStatusSearching ResponseItemStatus = "searching"
	// The image is being generated.
	ResponseItemStatusGenerating ResponseItemStatus = "generating"
	// The code is running.
	ResponseItemStatusInterpreting ResponseItemStatus = "interpreting"
)

// ResponseLocalShellAction is a command.
type ResponseLocalShellAction struct {
	object

	// Always "exec".
	Type string `json:"type"`

	// The program and its arguments.
	Command []string `json:"command"`

	// Environment variables.
	Env map[string]string `json:"env,omitzero"`

	// Time limit, in milliseconds.
	TimeoutMs Opt[int64] `json:"timeout_ms,omitzero"`

	// User that runs the command.
	User Opt[string] `json:"user,omitzero"`

	// Directory in which the command runs.
	WorkingDirectory Opt[string] `json:"working_directory,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseLocalShellAction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseLocalShellAction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseLocalShellCall is a shell command for the machine of the caller.
type ResponseLocalShellCall struct {
	object

	// Always "local_shell_call". It can be left empty.
	Type string `json:"type" const:"local_shell_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID string `json:"call_id"`

	// The command.
	Action ResponseLocalShellAction `json:"action"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseLocalShellCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseLocalShellCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMCPApprovalRequest is an MCP call that needs approval.
type ResponseMCPApprovalRequest struct {
	object

	// Always "mcp_approval_request". It can be left empty.
	Type string `json:"type" const:"mcp_approval_request"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// Label of the server.
	ServerLabel string `json:"server_label"`

	// Name of the tool.
	Name string `json:"name"`

	// The arguments as a JSON string.
	Arguments string `json:"arguments"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPApprovalRequest) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPApprovalRequest) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPCall is a call of a tool on an MCP server.
type ResponseMCPCall struct {
	object

	// Always "mcp_call". It can be left empty.
	Type string `json:"type" const:"mcp_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// Label of the server.
	ServerLabel string `json:"server_label"`

	// Name of the tool.
	Name string `json:"name"`

	// The arguments as a JSON string.
	Arguments string `json:"arguments"`

	// The output.
	Output Opt[string] `json:"output,omitzero"`

	// Why the call failed.
	Error ResponseMCPErrorOrText `json:"error,omitzero"`

	// ID of the approval request.
	ApprovalRequestID Opt[string] `json:"approval_request_id,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMCPError is an error of an MCP call.
type ResponseMCPError struct {
	object

	// Kind of the error.
	Type ResponseMCPErrorType `json:"type"`

	// Code of the error.
	Code Opt[int64] `json:"code,omitzero"`

	// The reason.
	Message Opt[string] `json:"message,omitzero"`

	// Content of the failed result.
	Content any `json:"content,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMCPErrorOrText is an error of an MCP tool, or its text.
//
// Set one of its fields.
type ResponseMCPErrorOrText struct {
	object

	OfString           Opt[string]
	OfResponseMCPError *ResponseMCPError
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPErrorOrText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPErrorOrText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseMCPErrorOrText) Value() any { return codec.Member(&v) }

// ResponseMCPErrorType: Kind of the error.
//
// The API may add other values.
type ResponseMCPErrorType string

// The known values of ResponseMCPErrorType.
const (
	// An error of the protocol.
	ResponseMCPErrorTypeMCPProtocolError ResponseMCPErrorType = "mcp_protocol_error"
	// An HTTP error.
	ResponseMCPErrorTypeHTTPError ResponseMCPErrorType = "http_error"
	// The tool failed.
	ResponseMCPErrorTypeMCPToolExecutionError ResponseMCPErrorType = "mcp_tool_execution_error"
)

// ResponseMCPListTools is the tools of an MCP server.
type ResponseMCPListTools struct {
	object

	// Always "mcp_list_tools". It can be left empty.
	Type string `json:"type" const:"mcp_list_tools"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// Label of the server.
	ServerLabel string `json:"server_label"`

	// The tools.
	Tools []ResponseMCPListedTool `json:"tools"`

	// Why the tools could not be listed.
	Error Opt[string] `json:"error,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPListTools) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPListTools) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMCPListedTool is a tool of an MCP server.
type ResponseMCPListedTool struct {
	object

	// Name of the tool.
	Name string `json:"name"`

	// Description of the tool.
	Description Opt[string] `json:"description,omitzero"`

	// JSON Schema of the arguments.
	InputSchema any `json:"input_schema,omitzero"`

	// Annotations of the tool.
	Annotations any `json:"annotations,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPListedTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPListedTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponsePhase says whether a message is a remark on the way or the answer.
//
// The API may add other values.
type ResponsePhase string

// The known values of ResponsePhase.
const (
	// A remark between tool calls.
	ResponsePhaseCommentary ResponsePhase = "commentary"
	// The answer.
	ResponsePhaseFinalAnswer ResponsePhase = "final_answer"
)

// ResponseProgram: Code by which the model calls tools.
type ResponseProgram struct {
	object

	// Always "program". It can be left empty.
	Type string `json:"type" const:"program"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The code.
	Code Opt[string] `json:"code,omitzero"`

	// Fingerprint of the program.
	Fingerprint Opt[string] `json:"fingerprint,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseProgram) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseProgram) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseProgramOutput is the result of a program.
type ResponseProgramOutput struct {
	object

	// Always "program_output". It can be left empty.
	Type string `json:"type" const:"program_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID string `json:"call_id"`

	// The result.
	Result Opt[string] `json:"result,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseProgramOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseProgramOutput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseReasoning: Reasoning of the model. Send it back unchanged, so that the model can continue from it.
type ResponseReasoning struct {
	object

	// Always "reasoning". It can be left empty.
	Type string `json:"type" const:"reasoning"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// Summaries of the reasoning.
	Summary []ResponseSummaryText `json:"summary"`

	// The reasoning as text.
	Content []ResponseReasoningText `json:"content,omitzero"`

	// Reasoning that only the provider can decrypt. Included if "include" has "reasoning.encrypted_content".
	EncryptedContent Opt[string] `json:"encrypted_content,omitzero"`

	// The provider's signature of the text.
	Signature Opt[string] `json:"signature,omitzero"`

	// The provider format of the reasoning.
	Format Opt[ReasoningFormat] `json:"format,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoning) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoning) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseSafetyCheck is a safety check of a computer call.
type ResponseSafetyCheck struct {
	object

	// ID of the check.
	ID string `json:"id"`

	// Kind of the check.
	Code Opt[string] `json:"code,omitzero"`

	// The reason.
	Message Opt[string] `json:"message,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseSafetyCheck) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseSafetyCheck) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseShellAction: Shell commands.
type ResponseShellAction struct {
	object

	// The commands.
	Commands []string `json:"commands"`

	// Maximum length of the output, in characters.
	MaxOutputLength Opt[int64] `json:"max_output_length,omitzero"`

	// Time limit, in milliseconds.
	TimeoutMs Opt[int64] `json:"timeout_ms,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellAction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellAction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseShellCall: Shell commands for a container or for the machine of the caller.
type ResponseShellCall struct {
	object

	// Always "shell_call". It can be left empty.
	Type string `json:"type" const:"shell_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID string `json:"call_id"`

	// The commands.
	Action *ResponseShellAction `json:"action,omitzero"`

	// The arguments as a JSON string.
	Arguments Opt[string] `json:"arguments,omitzero"`

	// Where the commands run.
	Environment any `json:"environment,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseShellCallOutput is the output of shell commands.
type ResponseShellCallOutput struct {
	object

	// Always "shell_call_output". It can be left empty.
	Type string `json:"type" const:"shell_call_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID string `json:"call_id"`

	// The output of each command.
	Output []ResponseShellOutput `json:"output"`

	// Maximum length of the output, in characters.
	MaxOutputLength Opt[int64] `json:"max_output_length,omitzero"`

	// ID of the container.
	ContainerID Opt[string] `json:"container_id,omitzero"`

	// Files that the commands created.
	Files []ResponseContainerFileCitation `json:"files,omitzero"`

	// Why the commands failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellCallOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellCallOutput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseShellOutcome says how a command ended.
type ResponseShellOutcome struct {
	object

	// Kind of the end.
	Type ResponseShellOutcomeType `json:"type"`

	// The exit code, if the command ended.
	ExitCode Opt[int64] `json:"exit_code,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellOutcome) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellOutcome) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseShellOutcomeType: Kind of the end.
//
// The API may add other values.
type ResponseShellOutcomeType string

// The known values of ResponseShellOutcomeType.
const (
	// The command ended.
	ResponseShellOutcomeTypeExit ResponseShellOutcomeType = "exit"
	// The command reached the time limit.
	ResponseShellOutcomeTypeTimeout ResponseShellOutcomeType = "timeout"
)

// ResponseShellOutput is the output of a shell command.
type ResponseShellOutput struct {
	object

	// Standard output.
	Stdout string `json:"stdout"`

	// Standard error.
	Stderr string `json:"stderr"`

	// How the command ended.
	Outcome ResponseShellOutcome `json:"outcome"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellOutput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseToolSearchCall is a search in the tools of the request by the provider or the caller.
type ResponseToolSearchCall struct {
	object

	// Always "tool_search_call". It can be left empty.
	Type string `json:"type" const:"tool_search_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call. The output refers to it.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The arguments.
	Arguments any `json:"arguments,omitzero"`

	// Who searches.
	Execution Opt[ResponseToolSearchExecution] `json:"execution,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseToolSearchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseToolSearchCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseToolSearchExecution says where a tool search runs.
//
// The API may add other values.
type ResponseToolSearchExecution string

// The known values of ResponseToolSearchExecution.
const (
	// The provider searches.
	ResponseToolSearchExecutionServer ResponseToolSearchExecution = "server"
	// The caller searches.
	ResponseToolSearchExecutionClient ResponseToolSearchExecution = "client"
)

// ResponseToolSearchOutput is the tools that a tool search found.
type ResponseToolSearchOutput struct {
	object

	// Always "tool_search_output". It can be left empty.
	Type string `json:"type" const:"tool_search_output"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The tools.
	Tools []any `json:"tools"`

	// Who searches.
	Execution Opt[ResponseToolSearchExecution] `json:"execution,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseToolSearchOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseToolSearchOutput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseWebSearchAction is a step of a web search.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseWebSearchAction struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownWebSearchAction"`

	OfResponseWebSearchQuery      *ResponseWebSearchQuery      `values:"search"`
	OfResponseWebSearchOpenPage   *ResponseWebSearchOpenPage   `values:"open_page"`
	OfResponseWebSearchFindInPage *ResponseWebSearchFindInPage `values:"find_in_page"`
	// OfUnknownWebSearchAction is a member that this version does not know.
	OfUnknownWebSearchAction *UnknownWebSearchAction
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchAction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchAction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseWebSearchAction) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseWebSearchAction) Tag() string { return codec.Tag(&v) }

// ResponseWebSearchCall is a web search.
type ResponseWebSearchCall struct {
	object

	// Always "web_search_call". It can be left empty.
	Type string `json:"type" const:"web_search_call"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// What the search did.
	Action ResponseWebSearchAction `json:"action,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseWebSearchFindInPage searches in a page.
type ResponseWebSearchFindInPage struct {
	object

	// Always "find_in_page". It can be left empty.
	Type string `json:"type" const:"find_in_page"`

	// URL of the page.
	URL string `json:"url"`

	// The text to find.
	Pattern string `json:"pattern"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchFindInPage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchFindInPage) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseWebSearchOpenPage opens a page.
type ResponseWebSearchOpenPage struct {
	object

	// Always "open_page". It can be left empty.
	Type string `json:"type" const:"open_page"`

	// URL of the page.
	URL Opt[string] `json:"url,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchOpenPage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchOpenPage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseWebSearchQuery is a search.
type ResponseWebSearchQuery struct {
	object

	// Always "search". It can be left empty.
	Type string `json:"type" const:"search"`

	// The query.
	Query Opt[string] `json:"query,omitzero"`

	// All queries.
	Queries []string `json:"queries,omitzero"`

	// The pages that were found.
	Sources []ResponseWebSearchSource `json:"sources,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchQuery) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchQuery) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseWebSearchSource is a page that a search found.
type ResponseWebSearchSource struct {
	object

	// Kind of the source, usually "url".
	Type string `json:"type"`

	// URL of the page.
	URL Opt[string] `json:"url,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownCodeInterpreterOutput is an output with a type that this contract does not know.
type UnknownCodeInterpreterOutput struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownCodeInterpreterOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownCodeInterpreterOutput) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// UnknownWebSearchAction is a step with a type that this contract does not know.
type UnknownWebSearchAction struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownWebSearchAction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownWebSearchAction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
