// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ResponseAdvisorCall: Advice of a second model.
type ResponseAdvisorCall struct {
	object

	// Always "openrouter:advisor". It can be left empty.
	Type string `json:"type" const:"openrouter:advisor"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// Name under which the model called the tool.
	InstanceName Opt[string] `json:"instance_name,omitzero"`

	// The advising model.
	Model Opt[string] `json:"model,omitzero"`

	// The question.
	Prompt Opt[string] `json:"prompt,omitzero"`

	// The advice.
	Advice Opt[string] `json:"advice,omitzero"`

	// Why the call failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAdvisorCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAdvisorCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseBashCall is a shell command in a container.
type ResponseBashCall struct {
	object

	// Always "openrouter:bash". It can be left empty.
	Type string `json:"type" const:"openrouter:bash"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The arguments as a JSON string.
	Arguments Opt[string] `json:"arguments,omitzero"`

	// The command.
	Command Opt[string] `json:"command,omitzero"`

	// Standard output.
	Stdout Opt[string] `json:"stdout,omitzero"`

	// Standard error.
	Stderr Opt[string] `json:"stderr,omitzero"`

	// The exit code.
	ExitCode Opt[int64] `json:"exitCode,omitzero"`

	// ID of the container.
	ContainerID Opt[string] `json:"container_id,omitzero"`

	// Files that were created.
	Files []ResponseContainerFileCitation `json:"files,omitzero"`

	// Why the call failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseBashCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseBashCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseBrowserUseCall is a step in a browser.
type ResponseBrowserUseCall struct {
	object

	// Always "openrouter:browser_use". It can be left empty.
	Type string `json:"type" const:"openrouter:browser_use"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The step.
	Action Opt[string] `json:"action,omitzero"`

	// A screenshot as base64.
	ScreenshotB64 Opt[string] `json:"screenshotB64,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseBrowserUseCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseBrowserUseCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseDatetimeCall is the current date and time.
type ResponseDatetimeCall struct {
	object

	// Always "openrouter:datetime". It can be left empty.
	Type string `json:"type" const:"openrouter:datetime"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The date and time, ISO 8601.
	Datetime Opt[string] `json:"datetime,omitzero"`

	// IANA time zone.
	Timezone Opt[string] `json:"timezone,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseDatetimeCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseDatetimeCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFilesCall is an operation on files of the workspace.
type ResponseFilesCall struct {
	object

	// Always "openrouter:files". It can be left empty.
	Type string `json:"type" const:"openrouter:files"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The arguments as a JSON string.
	Arguments Opt[string] `json:"arguments,omitzero"`

	// The operation.
	Operation Opt[string] `json:"operation,omitzero"`

	// ID of the file.
	FileID Opt[string] `json:"file_id,omitzero"`

	// Name of the file.
	Filename Opt[string] `json:"filename,omitzero"`

	// The result.
	Result Opt[string] `json:"result,omitzero"`

	// Why the call failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFilesCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFilesCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionAnalysis is a comparison of the responses of a panel.
type ResponseFusionAnalysis struct {
	object

	// Points on which the models agree.
	Consensus []string `json:"consensus,omitzero"`

	// Points on which they disagree.
	Contradictions []ResponseFusionContradiction `json:"contradictions,omitzero"`

	// Points that only some of them cover.
	PartialCoverage []ResponseFusionCoverage `json:"partial_coverage,omitzero"`

	// Points that one of them makes.
	UniqueInsights []ResponseFusionInsight `json:"unique_insights,omitzero"`

	// Points that none of them covers.
	BlindSpots []string `json:"blind_spots,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionAnalysis) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionAnalysis) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionAnswer is the response of a model of the panel.
type ResponseFusionAnswer struct {
	object

	// The model.
	Model string `json:"model"`

	// The response.
	Content Opt[string] `json:"content,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionAnswer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionAnswer) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionCall is the responses of a panel of models.
type ResponseFusionCall struct {
	object

	// Always "openrouter:fusion". It can be left empty.
	Type string `json:"type" const:"openrouter:fusion"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The responses of the models.
	Responses []ResponseFusionAnswer `json:"responses,omitzero"`

	// A comparison of the responses.
	Analysis *ResponseFusionAnalysis `json:"analysis,omitzero"`

	// Pages that the models read.
	Sources []ResponseFusionSource `json:"sources,omitzero"`

	// The models that failed.
	FailedModels []ResponseFusionFailure `json:"failed_models,omitzero"`

	// Why the panel failed.
	FailureReason Opt[string] `json:"failure_reason,omitzero"`

	// Why the call failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionContradiction is a point on which models disagree.
type ResponseFusionContradiction struct {
	object

	// The topic.
	Topic string `json:"topic"`

	// The position of each model.
	Stances []ResponseFusionStance `json:"stances"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionContradiction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionContradiction) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCoverage is a point that some models cover.
type ResponseFusionCoverage struct {
	object

	// The point.
	Point string `json:"point"`

	// The models.
	Models []string `json:"models"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCoverage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCoverage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionFailure is a model of the panel that failed.
type ResponseFusionFailure struct {
	object

	// The model.
	Model string `json:"model"`

	// The reason.
	Error string `json:"error"`

	// HTTP status of the provider.
	StatusCode Opt[int64] `json:"status_code,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionFailure) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionFailure) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionInsight is a point that one model makes.
type ResponseFusionInsight struct {
	object

	// The model.
	Model string `json:"model"`

	// The point.
	Insight string `json:"insight"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionInsight) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionInsight) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionSource is a page that the panel read.
type ResponseFusionSource struct {
	object

	// Title of the page.
	Title string `json:"title"`

	// URL of the page.
	URL string `json:"url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFusionStance is the position of a model.
type ResponseFusionStance struct {
	object

	// The model.
	Model string `json:"model"`

	// The position.
	Stance string `json:"stance"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionStance) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionStance) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMemoryCall is an operation on the memory.
type ResponseMemoryCall struct {
	object

	// Always "openrouter:memory". It can be left empty.
	Type string `json:"type" const:"openrouter:memory"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The operation.
	Action Opt[ResponseMemoryCallAction] `json:"action,omitzero"`

	// The key.
	Key Opt[string] `json:"key,omitzero"`

	// The value.
	Value any `json:"value,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMemoryCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMemoryCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMemoryCallAction is the operation.
//
// The API may add other values.
type ResponseMemoryCallAction string

// The known values of ResponseMemoryCallAction.
const (
	// Reads a value.
	ResponseMemoryCallActionRead ResponseMemoryCallAction = "read"
	// Stores a value.
	ResponseMemoryCallActionWrite ResponseMemoryCallAction = "write"
	// Deletes a value.
	ResponseMemoryCallActionDelete ResponseMemoryCallAction = "delete"
)

// ResponseSearchModelsCall is a search in the model catalog.
type ResponseSearchModelsCall struct {
	object

	// Always "openrouter:experimental__search_models". It can be left empty.
	Type string `json:"type" const:"openrouter:experimental__search_models"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The query.
	Query Opt[string] `json:"query,omitzero"`

	// The arguments as a JSON string.
	Arguments Opt[string] `json:"arguments,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseSearchModelsCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseSearchModelsCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseServerApplyPatchCall is a change of a file in a container.
type ResponseServerApplyPatchCall struct {
	object

	// Always "openrouter:apply_patch". It can be left empty.
	Type string `json:"type" const:"openrouter:apply_patch"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The change.
	Operation *ResponseApplyPatchOperation `json:"operation,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerApplyPatchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerApplyPatchCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseServerCodeInterpreterCall: Code that OpenRouter ran.
type ResponseServerCodeInterpreterCall struct {
	object

	// Always "openrouter:code_interpreter". It can be left empty.
	Type string `json:"type" const:"openrouter:code_interpreter"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The code.
	Code Opt[string] `json:"code,omitzero"`

	// The programming language.
	Language Opt[string] `json:"language,omitzero"`

	// Standard output.
	Stdout Opt[string] `json:"stdout,omitzero"`

	// Standard error.
	Stderr Opt[string] `json:"stderr,omitzero"`

	// The exit code.
	ExitCode Opt[int64] `json:"exitCode,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerCodeInterpreterCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerCodeInterpreterCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseServerFileSearchCall is a search in files.
type ResponseServerFileSearchCall struct {
	object

	// Always "openrouter:file_search". It can be left empty.
	Type string `json:"type" const:"openrouter:file_search"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The queries.
	Queries []string `json:"queries,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerFileSearchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerFileSearchCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseServerImageGenerationCall is an image that OpenRouter had generated.
type ResponseServerImageGenerationCall struct {
	object

	// Always "openrouter:image_generation". It can be left empty.
	Type string `json:"type" const:"openrouter:image_generation"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The prompt.
	Prompt Opt[string] `json:"prompt,omitzero"`

	// The prompt as the model changed it.
	RevisedPrompt Opt[string] `json:"revisedPrompt,omitzero"`

	// The image as base64.
	Result Opt[string] `json:"result,omitzero"`

	// The image as base64.
	ImageB64 Opt[string] `json:"imageB64,omitzero"`

	// URL of the image.
	ImageURL Opt[string] `json:"imageUrl,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerImageGenerationCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerImageGenerationCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseServerMCPCall is a call of a tool on an MCP server.
type ResponseServerMCPCall struct {
	object

	// Always "openrouter:mcp". It can be left empty.
	Type string `json:"type" const:"openrouter:mcp"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// Label of the server.
	ServerLabel Opt[string] `json:"serverLabel,omitzero"`

	// Name of the tool.
	ToolName Opt[string] `json:"toolName,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerMCPCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerMCPCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseServerShellCall: Shell commands in a container.
type ResponseServerShellCall struct {
	object

	// Always "openrouter:shell". It can be left empty.
	Type string `json:"type" const:"openrouter:shell"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID Opt[string] `json:"call_id,omitzero"`

	// The commands.
	Action *ResponseShellAction `json:"action,omitzero"`

	// The arguments as a JSON string.
	Arguments Opt[string] `json:"arguments,omitzero"`

	// The output of each command.
	Output []ResponseShellOutput `json:"output,omitzero"`

	// ID of the container.
	ContainerID Opt[string] `json:"container_id,omitzero"`

	// Files that were created.
	Files []ResponseContainerFileCitation `json:"files,omitzero"`

	// Why the call failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerShellCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerShellCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseServerToolSearchCall is a search in the tools of the request.
type ResponseServerToolSearchCall struct {
	object

	// Always "openrouter:tool_search". It can be left empty.
	Type string `json:"type" const:"openrouter:tool_search"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The query.
	Query Opt[string] `json:"query,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerToolSearchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerToolSearchCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseServerWebSearchCall is a web search by OpenRouter.
type ResponseServerWebSearchCall struct {
	object

	// Always "openrouter:web_search". It can be left empty.
	Type string `json:"type" const:"openrouter:web_search"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The search.
	Action ResponseWebSearchAction `json:"action,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerWebSearchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerWebSearchCall) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseSubagentCall is a task that another model performed.
type ResponseSubagentCall struct {
	object

	// Always "openrouter:subagent". It can be left empty.
	Type string `json:"type" const:"openrouter:subagent"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// ID of the call.
	CallID Opt[string] `json:"call_id,omitzero"`

	// Name under which the model called the tool.
	InstanceName Opt[string] `json:"instance_name,omitzero"`

	// Name of the subagent.
	Name Opt[string] `json:"name,omitzero"`

	// The model of the subagent.
	Model Opt[string] `json:"model,omitzero"`

	// Name of the task.
	TaskName Opt[string] `json:"task_name,omitzero"`

	// The task.
	TaskDescription Opt[string] `json:"task_description,omitzero"`

	// The result.
	Outcome Opt[string] `json:"outcome,omitzero"`

	// Why the call failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseSubagentCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseSubagentCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseTextEditorCall is an operation of the text editor.
type ResponseTextEditorCall struct {
	object

	// Always "openrouter:text_editor". It can be left empty.
	Type string `json:"type" const:"openrouter:text_editor"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// The operation.
	Command Opt[ResponseTextEditorCallCommand] `json:"command,omitzero"`

	// Path of the file.
	FilePath Opt[string] `json:"filePath,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextEditorCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextEditorCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseTextEditorCallCommand is the operation.
//
// The API may add other values.
type ResponseTextEditorCallCommand string

// The known values of ResponseTextEditorCallCommand.
const (
	// Shows the file.
	ResponseTextEditorCallCommandView ResponseTextEditorCallCommand = "view"
	// Creates the file.
	ResponseTextEditorCallCommandCreate ResponseTextEditorCallCommand = "create"
	// Replaces text.
	ResponseTextEditorCallCommandStrReplace ResponseTextEditorCallCommand = "str_replace"
	// Inserts text.
	ResponseTextEditorCallCommandInsert ResponseTextEditorCallCommand = "insert"
)

// ResponseWebFetchCall is a web page that was fetched.
type ResponseWebFetchCall struct {
	object

	// Always "openrouter:web_fetch". It can be left empty.
	Type string `json:"type" const:"openrouter:web_fetch"`

	// ID of the item.
	ID Opt[string] `json:"id,omitzero"`

	// URL of the page.
	URL Opt[string] `json:"url,omitzero"`

	// Title of the page.
	Title Opt[string] `json:"title,omitzero"`

	// The content.
	Content Opt[string] `json:"content,omitzero"`

	// HTTP status of the page.
	HTTPStatus Opt[int64] `json:"httpStatus,omitzero"`

	// Why the call failed.
	Error Opt[string] `json:"error,omitzero"`

	// Status of the item.
	Status Opt[ResponseItemStatus] `json:"status,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebFetchCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebFetchCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
