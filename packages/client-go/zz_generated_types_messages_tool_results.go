// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AdvisorContent is the advice of a second model, or an error.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type AdvisorContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownAdvisorContent"`

	OfAdvisorResult          *AdvisorResult          `values:"advisor_result"`
	OfAdvisorRedactedResult  *AdvisorRedactedResult  `values:"advisor_redacted_result"`
	OfAdvisorToolResultError *AdvisorToolResultError `values:"advisor_tool_result_error"`
	// OfUnknownAdvisorContent is a member that this version does not know.
	OfUnknownAdvisorContent *UnknownAdvisorContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AdvisorContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AdvisorContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v AdvisorContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v AdvisorContent) Tag() string { return codec.Tag(&v) }

// AdvisorRedactedResult: Advice that only the model reads.
type AdvisorRedactedResult struct {
	object

	// Always "advisor_redacted_result". It can be left empty.
	Type string `json:"type" const:"advisor_redacted_result"`

	// The encrypted advice. Send it back unchanged.
	EncryptedContent string `json:"encrypted_content"`

	// Why the advisor stopped.
	StopReason Opt[string] `json:"stop_reason,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AdvisorRedactedResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AdvisorRedactedResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AdvisorResult is the advice.
type AdvisorResult struct {
	object

	// Always "advisor_result". It can be left empty.
	Type string `json:"type" const:"advisor_result"`

	// The text.
	Text string `json:"text"`

	// Why the advisor stopped.
	StopReason Opt[string] `json:"stop_reason,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AdvisorResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AdvisorResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AdvisorToolResultBlock is the advice of a second model.
type AdvisorToolResultBlock struct {
	object

	// Always "advisor_tool_result". It can be left empty.
	Type string `json:"type" const:"advisor_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The advice, or an error.
	Content AdvisorContent `json:"content"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AdvisorToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AdvisorToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AdvisorToolResultError is an advisor that could not be asked.
type AdvisorToolResultError struct {
	object

	// Always "advisor_tool_result_error". It can be left empty.
	Type string `json:"type" const:"advisor_tool_result_error"`

	// What went wrong, such as "overloaded".
	ErrorCode string `json:"error_code"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AdvisorToolResultError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AdvisorToolResultError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BashCodeExecutionContent is the output of a shell command, or an error.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type BashCodeExecutionContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownBashCodeExecutionContent"`

	OfBashCodeExecutionResult          *BashCodeExecutionResult          `values:"bash_code_execution_result"`
	OfBashCodeExecutionToolResultError *BashCodeExecutionToolResultError `values:"bash_code_execution_tool_result_error"`
	// OfUnknownBashCodeExecutionContent is a member that this version does not know.
	OfUnknownBashCodeExecutionContent *UnknownBashCodeExecutionContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashCodeExecutionContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashCodeExecutionContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v BashCodeExecutionContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v BashCodeExecutionContent) Tag() string { return codec.Tag(&v) }

// BashCodeExecutionResult: Output of a shell command.
type BashCodeExecutionResult struct {
	object

	// Always "bash_code_execution_result". It can be left empty.
	Type string `json:"type" const:"bash_code_execution_result"`

	// Text written to the standard output stream.
	Stdout string `json:"stdout"`

	// Exit code of the process.
	ReturnCode int64 `json:"return_code"`

	// Text written to the standard error stream.
	Stderr string `json:"stderr"`

	// Files that the code wrote.
	Content []CodeExecutionOutput `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashCodeExecutionResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashCodeExecutionResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BashCodeExecutionToolResultBlock is the result of a shell command that the model ran.
type BashCodeExecutionToolResultBlock struct {
	object

	// Always "bash_code_execution_tool_result". It can be left empty.
	Type string `json:"type" const:"bash_code_execution_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The output, or an error.
	Content BashCodeExecutionContent `json:"content"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashCodeExecutionToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashCodeExecutionToolResultBlock) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// BashCodeExecutionToolResultError is a shell command that could not be run.
type BashCodeExecutionToolResultError struct {
	object

	// Always "bash_code_execution_tool_result_error". It can be left empty.
	Type string `json:"type" const:"bash_code_execution_tool_result_error"`

	// What went wrong.
	ErrorCode BashCodeExecutionToolResultErrorCode `json:"error_code"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashCodeExecutionToolResultError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashCodeExecutionToolResultError) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// BashCodeExecutionToolResultErrorCode says what went wrong.
//
// The API may add other values.
type BashCodeExecutionToolResultErrorCode string

// The known values of BashCodeExecutionToolResultErrorCode.
const (
	// The arguments are invalid.
	BashCodeExecutionToolResultErrorCodeInvalidToolInput BashCodeExecutionToolResultErrorCode = "invalid_tool_input"
	// The tool is unavailable.
	BashCodeExecutionToolResultErrorCodeUnavailable BashCodeExecutionToolResultErrorCode = "unavailable"
	// A rate limit was exceeded.
	BashCodeExecutionToolResultErrorCodeTooManyRequests BashCodeExecutionToolResultErrorCode = "too_many_requests"
	// The code ran too long.
	BashCodeExecutionToolResultErrorCodeExecutionTimeExceeded BashCodeExecutionToolResultErrorCode = "execution_time_exceeded"
	// An output file is too large.
	BashCodeExecutionToolResultErrorCodeOutputFileTooLarge BashCodeExecutionToolResultErrorCode = "output_file_too_large"
)

// BashToolResultBlock is the result of OpenRouter's bash tool.
type BashToolResultBlock struct {
	object

	// Always "openrouter_bash_tool_result". It can be left empty.
	Type string `json:"type" const:"openrouter_bash_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The output.
	Content map[string]any `json:"content"`

	// ID of the container.
	ContainerID Opt[string] `json:"container_id,omitzero"`

	// Files that the command wrote.
	Files []map[string]any `json:"files,omitzero"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CodeExecutionContent is the output of code, or an error.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type CodeExecutionContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownCodeExecutionContent"`

	OfCodeExecutionResult          *CodeExecutionResult          `values:"code_execution_result"`
	OfEncryptedCodeExecutionResult *EncryptedCodeExecutionResult `values:"encrypted_code_execution_result"`
	OfCodeExecutionToolResultError *CodeExecutionToolResultError `values:"code_execution_tool_result_error"`
	// OfUnknownCodeExecutionContent is a member that this version does not know.
	OfUnknownCodeExecutionContent *UnknownCodeExecutionContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CodeExecutionContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CodeExecutionContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v CodeExecutionContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v CodeExecutionContent) Tag() string { return codec.Tag(&v) }

// CodeExecutionOutput is a file that code wrote.
type CodeExecutionOutput struct {
	object

	// "code_execution_output" or "bash_code_execution_output".
	Type string `json:"type"`

	// ID of the file.
	FileID string `json:"file_id"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CodeExecutionOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CodeExecutionOutput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CodeExecutionResult: Output of code.
type CodeExecutionResult struct {
	object

	// Always "code_execution_result". It can be left empty.
	Type string `json:"type" const:"code_execution_result"`

	// Text written to the standard output stream.
	Stdout string `json:"stdout"`

	// Exit code of the process.
	ReturnCode int64 `json:"return_code"`

	// Text written to the standard error stream.
	Stderr string `json:"stderr"`

	// Files that the code wrote.
	Content []CodeExecutionOutput `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CodeExecutionResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CodeExecutionResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CodeExecutionToolResultBlock is the result of code that the model ran.
type CodeExecutionToolResultBlock struct {
	object

	// Always "code_execution_tool_result". It can be left empty.
	Type string `json:"type" const:"code_execution_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The output, or an error.
	Content CodeExecutionContent `json:"content"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CodeExecutionToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CodeExecutionToolResultBlock) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// CodeExecutionToolResultError: Code that could not be run.
type CodeExecutionToolResultError struct {
	object

	// Always "code_execution_tool_result_error". It can be left empty.
	Type string `json:"type" const:"code_execution_tool_result_error"`

	// What went wrong.
	ErrorCode ServerToolErrorCode `json:"error_code"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CodeExecutionToolResultError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CodeExecutionToolResultError) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// CompactionBlock is a summary that replaces earlier messages. Send it back unchanged.
type CompactionBlock struct {
	object

	// Always "compaction". It can be left empty.
	Type string `json:"type" const:"compaction"`

	// The summary; null if the compaction failed.
	Content Opt[string] `json:"content,omitzero"`

	// The provider's data. Send it back unchanged.
	EncryptedContent Opt[string] `json:"encrypted_content,omitzero"`

	// The provider's signature of the block.
	Signature Opt[string] `json:"signature,omitzero"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CompactionBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CompactionBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContainerUploadBlock is a file that is copied into the code execution tool's container.
type ContainerUploadBlock struct {
	object

	// Always "container_upload". It can be left empty.
	Type string `json:"type" const:"container_upload"`

	// ID of the file.
	FileID string `json:"file_id"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContainerUploadBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContainerUploadBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DeferredToolSearchResultBlock is the tools found by a search among deferred tools.
type DeferredToolSearchResultBlock struct {
	object

	// Always "openrouter_tool_search_result". It can be left empty.
	Type string `json:"type" const:"openrouter_tool_search_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The tools found.
	Content map[string]any `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeferredToolSearchResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeferredToolSearchResultBlock) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// EncryptedCodeExecutionResult: Output of code that only the model reads.
type EncryptedCodeExecutionResult struct {
	object

	// Always "encrypted_code_execution_result". It can be left empty.
	Type string `json:"type" const:"encrypted_code_execution_result"`

	// The encrypted standard output. Send it back unchanged.
	EncryptedStdout string `json:"encrypted_stdout"`

	// Exit code of the process.
	ReturnCode int64 `json:"return_code"`

	// Text written to the standard error stream.
	Stderr string `json:"stderr"`

	// Files that the code wrote.
	Content []CodeExecutionOutput `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EncryptedCodeExecutionResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EncryptedCodeExecutionResult) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// FallbackBlock marks the place where another model continued the response.
type FallbackBlock struct {
	object

	// Always "fallback". It can be left empty.
	Type string `json:"type" const:"fallback"`

	// The model that stopped.
	From FallbackModel `json:"from"`

	// The model that continued.
	To FallbackModel `json:"to"`

	// Why the first model stopped.
	Trigger *FallbackTrigger `json:"trigger,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FallbackBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FallbackBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FallbackModel is a model of a fallback.
type FallbackModel struct {
	object

	// ID of the model.
	Model string `json:"model"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FallbackModel) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FallbackModel) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FallbackTrigger says why a model stopped.
type FallbackTrigger struct {
	object

	// The reason, such as "refusal".
	Type string `json:"type"`

	// The category of the refusal.
	Category Opt[string] `json:"category,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FallbackTrigger) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FallbackTrigger) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MCPTextBlock: Text of a tool result.
type MCPTextBlock struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`

	// The text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPTextBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPTextBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MCPTool is a tool of an MCP server.
type MCPTool struct {
	object

	// Name of the tool.
	Name string `json:"name"`

	// When and how to call the tool.
	Description Opt[string] `json:"description,omitzero"`

	// JSON Schema of the arguments.
	InputSchema map[string]any `json:"input_schema"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MCPToolListingBlock is the tools of an MCP server that the provider connects to. Send it back unchanged.
type MCPToolListingBlock struct {
	object

	// Always "mcp_tool_listing". It can be left empty.
	Type string `json:"type" const:"mcp_tool_listing"`

	// Name of the MCP server.
	MCPServerName string `json:"mcp_server_name"`

	// The tools.
	Tools []MCPTool `json:"tools"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPToolListingBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPToolListingBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MCPToolResultBlock is the result of a tool of an MCP server.
type MCPToolResultBlock struct {
	object

	// Always "mcp_tool_result". It can be left empty.
	Type string `json:"type" const:"mcp_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The result, as a string or a list of text blocks.
	Content MCPToolResultContent `json:"content,omitzero"`

	// Whether the tool failed.
	IsError Opt[bool] `json:"is_error,omitzero"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MCPToolResultContent is the result of an MCP tool, as text or as a list of blocks.
//
// Set one of its fields.
type MCPToolResultContent struct {
	object

	OfString        Opt[string]
	OfMCPTextBlocks []MCPTextBlock
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPToolResultContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPToolResultContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MCPToolResultContent) Value() any { return codec.Member(&v) }

// MCPToolUseBlock is a call of a tool of an MCP server that the provider connects to.
type MCPToolUseBlock struct {
	object

	// Always "mcp_tool_use". It can be left empty.
	Type string `json:"type" const:"mcp_tool_use"`

	// ID of the call, for the result.
	ID string `json:"id"`

	// Name of the tool.
	Name string `json:"name"`

	// Name of the MCP server.
	ServerName string `json:"server_name"`

	// The arguments.
	Input map[string]any `json:"input"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPToolUseBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPToolUseBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ServerToolErrorCode says why a server tool failed.
//
// The API may add other values.
type ServerToolErrorCode string

// The known values of ServerToolErrorCode.
const (
	// The arguments are invalid.
	ServerToolErrorCodeInvalidToolInput ServerToolErrorCode = "invalid_tool_input"
	// The tool is unavailable.
	ServerToolErrorCodeUnavailable ServerToolErrorCode = "unavailable"
	// A rate limit was exceeded.
	ServerToolErrorCodeTooManyRequests ServerToolErrorCode = "too_many_requests"
	// The code ran too long.
	ServerToolErrorCodeExecutionTimeExceeded ServerToolErrorCode = "execution_time_exceeded"
)

// ShellToolResultBlock is the result of OpenRouter's shell tool.
type ShellToolResultBlock struct {
	object

	// Always "openrouter_shell_tool_result". It can be left empty.
	Type string `json:"type" const:"openrouter_shell_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The output.
	Content map[string]any `json:"content"`

	// ID of the container.
	ContainerID Opt[string] `json:"container_id,omitzero"`

	// Files that the command wrote.
	Files []map[string]any `json:"files,omitzero"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ShellToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ShellToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextEditorCodeExecutionContent is a file, a change, or an error.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type TextEditorCodeExecutionContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownTextEditorCodeExecutionContent"`

	OfTextEditorViewResult      *TextEditorViewResult      `values:"text_editor_code_execution_view_result"`
	OfTextEditorCreateResult    *TextEditorCreateResult    `values:"text_editor_code_execution_create_result"`
	OfTextEditorReplaceResult   *TextEditorReplaceResult   `values:"text_editor_code_execution_str_replace_result"`
	OfTextEditorToolResultError *TextEditorToolResultError `values:"text_editor_code_execution_tool_result_error"`
	// OfUnknownTextEditorCodeExecutionContent is a member that this version does not know.
	OfUnknownTextEditorCodeExecutionContent *UnknownTextEditorCodeExecutionContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextEditorCodeExecutionContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextEditorCodeExecutionContent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v TextEditorCodeExecutionContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v TextEditorCodeExecutionContent) Tag() string { return codec.Tag(&v) }

// TextEditorCodeExecutionToolResultBlock is the result of a file operation of the model.
type TextEditorCodeExecutionToolResultBlock struct {
	object

	// Always "text_editor_code_execution_tool_result". It can be left empty.
	Type string `json:"type" const:"text_editor_code_execution_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The file, the change, or an error.
	Content TextEditorCodeExecutionContent `json:"content"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextEditorCodeExecutionToolResultBlock) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextEditorCodeExecutionToolResultBlock) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// TextEditorCreateResult is a file that was written.
type TextEditorCreateResult struct {
	object

	// Always "text_editor_code_execution_create_result". It can be left empty.
	Type string `json:"type" const:"text_editor_code_execution_create_result"`

	// Whether the file existed before.
	IsFileUpdate bool `json:"is_file_update"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextEditorCreateResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextEditorCreateResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextEditorReplaceResult is a text that was replaced.
type TextEditorReplaceResult struct {
	object

	// Always "text_editor_code_execution_str_replace_result". It can be left empty.
	Type string `json:"type" const:"text_editor_code_execution_str_replace_result"`

	// The changed lines.
	Lines []string `json:"lines,omitzero"`

	// First line before the change.
	OldStart Opt[int64] `json:"old_start,omitzero"`

	// Number of lines before the change.
	OldLines Opt[int64] `json:"old_lines,omitzero"`

	// First line after the change.
	NewStart Opt[int64] `json:"new_start,omitzero"`

	// Number of lines after the change.
	NewLines Opt[int64] `json:"new_lines,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextEditorReplaceResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextEditorReplaceResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextEditorToolResultError is a file operation that failed.
type TextEditorToolResultError struct {
	object

	// Always "text_editor_code_execution_tool_result_error". It can be left empty.
	Type string `json:"type" const:"text_editor_code_execution_tool_result_error"`

	// What went wrong.
	ErrorCode TextEditorToolResultErrorCode `json:"error_code"`

	// Error message for people.
	ErrorMessage Opt[string] `json:"error_message,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextEditorToolResultError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextEditorToolResultError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextEditorToolResultErrorCode says what went wrong.
//
// The API may add other values.
type TextEditorToolResultErrorCode string

// The known values of TextEditorToolResultErrorCode.
const (
	// The arguments are invalid.
	TextEditorToolResultErrorCodeInvalidToolInput TextEditorToolResultErrorCode = "invalid_tool_input"
	// The tool is unavailable.
	TextEditorToolResultErrorCodeUnavailable TextEditorToolResultErrorCode = "unavailable"
	// A rate limit was exceeded.
	TextEditorToolResultErrorCodeTooManyRequests TextEditorToolResultErrorCode = "too_many_requests"
	// The code ran too long.
	TextEditorToolResultErrorCodeExecutionTimeExceeded TextEditorToolResultErrorCode = "execution_time_exceeded"
	// The file does not exist.
	TextEditorToolResultErrorCodeFileNotFound TextEditorToolResultErrorCode = "file_not_found"
)

// TextEditorViewResult is the content of a file.
type TextEditorViewResult struct {
	object

	// Always "text_editor_code_execution_view_result". It can be left empty.
	Type string `json:"type" const:"text_editor_code_execution_view_result"`

	// The content.
	Content string `json:"content"`

	// The kind of file.
	FileType TextEditorViewResultFileType `json:"file_type"`

	// Number of lines in Content.
	NumLines Opt[int64] `json:"num_lines,omitzero"`

	// First line.
	StartLine Opt[int64] `json:"start_line,omitzero"`

	// Number of lines in the file.
	TotalLines Opt[int64] `json:"total_lines,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextEditorViewResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextEditorViewResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextEditorViewResultFileType is the kind of file.
//
// The API may add other values.
type TextEditorViewResultFileType string

// The known values of TextEditorViewResultFileType.
const (
	// Text.
	TextEditorViewResultFileTypeText TextEditorViewResultFileType = "text"
	// An image.
	TextEditorViewResultFileTypeImage TextEditorViewResultFileType = "image"
	// A PDF.
	TextEditorViewResultFileTypePDF TextEditorViewResultFileType = "pdf"
)

// ToolSearchContent is the tools found, or an error.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ToolSearchContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownToolSearchContent"`

	OfToolSearchResult          *ToolSearchResult          `values:"tool_search_tool_search_result"`
	OfToolSearchToolResultError *ToolSearchToolResultError `values:"tool_search_tool_result_error"`
	// OfUnknownToolSearchContent is a member that this version does not know.
	OfUnknownToolSearchContent *UnknownToolSearchContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolSearchContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolSearchContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ToolSearchContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ToolSearchContent) Tag() string { return codec.Tag(&v) }

// ToolSearchResult is the tools found.
type ToolSearchResult struct {
	object

	// Always "tool_search_tool_search_result". It can be left empty.
	Type string `json:"type" const:"tool_search_tool_search_result"`

	// The tools.
	ToolReferences []ToolReferenceBlock `json:"tool_references"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolSearchResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolSearchResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolSearchToolResultBlock is the result of a tool search.
type ToolSearchToolResultBlock struct {
	object

	// Always "tool_search_tool_result". It can be left empty.
	Type string `json:"type" const:"tool_search_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The tools found, or an error.
	Content ToolSearchContent `json:"content"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolSearchToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolSearchToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolSearchToolResultError is a tool search that failed.
type ToolSearchToolResultError struct {
	object

	// Always "tool_search_tool_result_error". It can be left empty.
	Type string `json:"type" const:"tool_search_tool_result_error"`

	// What went wrong.
	ErrorCode ServerToolErrorCode `json:"error_code"`

	// Error message for people.
	ErrorMessage Opt[string] `json:"error_message,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolSearchToolResultError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolSearchToolResultError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownAdvisorContent is a value of another type.
type UnknownAdvisorContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownAdvisorContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownAdvisorContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownBashCodeExecutionContent is a value of another type.
type UnknownBashCodeExecutionContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownBashCodeExecutionContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownBashCodeExecutionContent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// UnknownCodeExecutionContent is a value of another type.
type UnknownCodeExecutionContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownCodeExecutionContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownCodeExecutionContent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// UnknownTextEditorCodeExecutionContent is a value of another type.
type UnknownTextEditorCodeExecutionContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownTextEditorCodeExecutionContent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownTextEditorCodeExecutionContent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// UnknownToolSearchContent is a value of another type.
type UnknownToolSearchContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownToolSearchContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownToolSearchContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownWebFetchContent is a value of another type.
type UnknownWebFetchContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownWebFetchContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownWebFetchContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchContent is a fetched page, or an error.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type WebFetchContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownWebFetchContent"`

	OfWebFetchResult          *WebFetchResult          `values:"web_fetch_result"`
	OfWebFetchToolResultError *WebFetchToolResultError `values:"web_fetch_tool_result_error"`
	// OfUnknownWebFetchContent is a member that this version does not know.
	OfUnknownWebFetchContent *UnknownWebFetchContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v WebFetchContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v WebFetchContent) Tag() string { return codec.Tag(&v) }

// WebFetchDocument is a fetched page as a document.
type WebFetchDocument struct {
	object

	// Always "document". It can be left empty.
	Type string `json:"type" const:"document"`

	// The content of the page.
	Source WebFetchSource `json:"source"`

	// Title of the page.
	Title Opt[string] `json:"title,omitzero"`

	// Whether the model cites the page.
	Citations *CitationsConfig `json:"citations,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchDocument) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchDocument) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchResult is a fetched page.
type WebFetchResult struct {
	object

	// Always "web_fetch_result". It can be left empty.
	Type string `json:"type" const:"web_fetch_result"`

	// URL of the page.
	URL string `json:"url"`

	// The page as a document.
	Content WebFetchDocument `json:"content"`

	// Time of the fetch, ISO 8601 in UTC.
	RetrievedAt Opt[string] `json:"retrieved_at,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchSource is the content of a fetched page.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type WebFetchSource struct {
	object

	_ struct{} `discriminator:"type"`

	OfBase64PDFSource *Base64PDFSource `values:"base64"`
	OfPlainTextSource *PlainTextSource `values:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v WebFetchSource) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v WebFetchSource) Tag() string { return codec.Tag(&v) }

// WebFetchToolResultBlock is the result of a web fetch.
type WebFetchToolResultBlock struct {
	object

	// Always "web_fetch_tool_result". It can be left empty.
	Type string `json:"type" const:"web_fetch_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The page, or an error.
	Content WebFetchContent `json:"content"`

	// Who called the tool.
	Caller *ToolCaller `json:"caller,omitzero"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchToolResultError is a web fetch that failed.
type WebFetchToolResultError struct {
	object

	// Always "web_fetch_tool_result_error". It can be left empty.
	Type string `json:"type" const:"web_fetch_tool_result_error"`

	// What went wrong.
	ErrorCode WebFetchToolResultErrorCode `json:"error_code"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchToolResultError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchToolResultError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchToolResultErrorCode says what went wrong.
//
// The API may add other values.
type WebFetchToolResultErrorCode string

// The known values of WebFetchToolResultErrorCode.
const (
	// The arguments are invalid.
	WebFetchToolResultErrorCodeInvalidToolInput WebFetchToolResultErrorCode = "invalid_tool_input"
	// The URL is too long.
	WebFetchToolResultErrorCodeURLTooLong WebFetchToolResultErrorCode = "url_too_long"
	// The settings of the tool exclude the URL.
	WebFetchToolResultErrorCodeURLNotAllowed WebFetchToolResultErrorCode = "url_not_allowed"
	// The URL does not occur in the conversation.
	WebFetchToolResultErrorCodeURLNotInPriorContext WebFetchToolResultErrorCode = "url_not_in_prior_context"
	// The page could not be fetched.
	WebFetchToolResultErrorCodeURLNotAccessible WebFetchToolResultErrorCode = "url_not_accessible"
	// The page has an unsupported media type.
	WebFetchToolResultErrorCodeUnsupportedContentType WebFetchToolResultErrorCode = "unsupported_content_type"
	// A rate limit was exceeded.
	WebFetchToolResultErrorCodeTooManyRequests WebFetchToolResultErrorCode = "too_many_requests"
	// The tool was used too often in this request.
	WebFetchToolResultErrorCodeMaxUsesExceeded WebFetchToolResultErrorCode = "max_uses_exceeded"
	// The tool is unavailable.
	WebFetchToolResultErrorCodeUnavailable WebFetchToolResultErrorCode = "unavailable"
	// The page is too large.
	WebFetchToolResultErrorCodeContentTooLarge WebFetchToolResultErrorCode = "content_too_large"
)

// WebSearchResultBlock is a page found by a web search.
type WebSearchResultBlock struct {
	object

	// Always "web_search_result". It can be left empty.
	Type string `json:"type" const:"web_search_result"`

	// URL of the page.
	URL string `json:"url"`

	// Title of the page.
	Title string `json:"title"`

	// The text of the page as the provider encrypted it. Send it back unchanged.
	EncryptedContent string `json:"encrypted_content"`

	// Age of the page, such as 3 days ago.
	PageAge Opt[string] `json:"page_age,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebSearchToolResultBlock is the result of a web search.
type WebSearchToolResultBlock struct {
	object

	// Always "web_search_tool_result". It can be left empty.
	Type string `json:"type" const:"web_search_tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The search results, or an error.
	Content WebSearchToolResultContent `json:"content"`

	// Who called the tool.
	Caller *ToolCaller `json:"caller,omitzero"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebSearchToolResultContent is the pages that a web search found, or an error.
//
// Set one of its fields.
type WebSearchToolResultContent struct {
	object

	OfWebSearchResultBlocks    []WebSearchResultBlock
	OfWebSearchToolResultError *WebSearchToolResultError
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchToolResultContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchToolResultContent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v WebSearchToolResultContent) Value() any { return codec.Member(&v) }

// WebSearchToolResultError is a web search that failed.
type WebSearchToolResultError struct {
	object

	// Always "web_search_tool_result_error". It can be left empty.
	Type string `json:"type" const:"web_search_tool_result_error"`

	// What went wrong.
	ErrorCode WebSearchToolResultErrorCode `json:"error_code"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchToolResultError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchToolResultError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebSearchToolResultErrorCode says what went wrong.
//
// The API may add other values.
type WebSearchToolResultErrorCode string

// The known values of WebSearchToolResultErrorCode.
const (
	// The arguments are invalid.
	WebSearchToolResultErrorCodeInvalidToolInput WebSearchToolResultErrorCode = "invalid_tool_input"
	// The tool is unavailable.
	WebSearchToolResultErrorCodeUnavailable WebSearchToolResultErrorCode = "unavailable"
	// The tool was used too often in this request.
	WebSearchToolResultErrorCodeMaxUsesExceeded WebSearchToolResultErrorCode = "max_uses_exceeded"
	// A rate limit was exceeded.
	WebSearchToolResultErrorCodeTooManyRequests WebSearchToolResultErrorCode = "too_many_requests"
	// The query is too long.
	WebSearchToolResultErrorCodeQueryTooLong WebSearchToolResultErrorCode = "query_too_long"
	// The request is too large.
	WebSearchToolResultErrorCodeRequestTooLarge WebSearchToolResultErrorCode = "request_too_large"
)
