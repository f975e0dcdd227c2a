// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// EchoedInstructions is the instructions of the request, as text or as a list of input items.
//
// Set one of its fields.
type EchoedInstructions struct {
	object

	OfString Opt[string]
	OfMaps   []map[string]any
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EchoedInstructions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EchoedInstructions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v EchoedInstructions) Value() any { return codec.Member(&v) }

// EchoedReasoningOptions is the reasoning settings of the request.
type EchoedReasoningOptions struct {
	object

	// The reasoning effort.
	Effort string `json:"effort,omitzero"`

	// Level of detail of the summary.
	Summary string `json:"summary,omitzero"`

	// Maximum number of reasoning tokens.
	MaxTokens Opt[int64] `json:"max_tokens,omitzero"`

	// Whether to reason.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Which earlier reasoning the model sees.
	Context string `json:"context,omitzero"`

	// Reasoning mode.
	Mode string `json:"mode,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EchoedReasoningOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EchoedReasoningOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EchoedTextOptions is the output format of the request.
type EchoedTextOptions struct {
	object

	// The output format.
	Format map[string]any `json:"format,omitzero"`

	// Length of the output.
	Verbosity string `json:"verbosity,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EchoedTextOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EchoedTextOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EchoedTool is a tool of the request.
type EchoedTool struct {
	object

	// Type of the tool.
	Type string `json:"type"`

	// Name of the tool.
	Name string `json:"name,omitzero"`

	// Description of the tool.
	Description string `json:"description,omitzero"`

	// JSON Schema of the arguments, or settings of the tool.
	Parameters map[string]any `json:"parameters,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EchoedTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EchoedTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EchoedToolChoice is the tool choice of the request, as a mode or as an object.
//
// Set one of its fields.
type EchoedToolChoice struct {
	object

	OfString Opt[string]
	OfMap    map[string]any
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EchoedToolChoice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EchoedToolChoice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v EchoedToolChoice) Value() any { return codec.Member(&v) }

// ResponseCostDetails says what the provider charged, in USD. It adds to "cost" only if your own provider key
// was used (BYOK).
type ResponseCostDetails struct {
	object

	// Total charge of the provider. In USD.
	UpstreamInferenceCost Opt[float64] `json:"upstream_inference_cost,omitzero"`

	// Charge for the input. In USD.
	UpstreamInferenceInputCost float64 `json:"upstream_inference_input_cost"`

	// Charge for the output. In USD.
	UpstreamInferenceOutputCost float64 `json:"upstream_inference_output_cost"`

	// Server tool fees. In USD.
	ServerToolCost Opt[float64] `json:"server_tool_cost,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCostDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCostDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFailure says why a response failed.
type ResponseFailure struct {
	object

	// Stable code of the reason.
	Code ResponseFailureCode `json:"code"`

	// The reason.
	Message string `json:"message"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFailure) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFailure) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFailureCode is the reason of a failure.
//
// The API may add other values.
type ResponseFailureCode string

// The known values of ResponseFailureCode.
const (
	// An error of OpenRouter or of the provider.
	ResponseFailureCodeServerError ResponseFailureCode = "server_error"
	// A rate limit.
	ResponseFailureCodeRateLimitExceeded ResponseFailureCode = "rate_limit_exceeded"
	// The input is not valid or too long.
	ResponseFailureCodeInvalidPrompt ResponseFailureCode = "invalid_prompt"
	// The vector store did not respond.
	ResponseFailureCodeVectorStoreTimeout ResponseFailureCode = "vector_store_timeout"
	// The image is not valid.
	ResponseFailureCodeInvalidImage ResponseFailureCode = "invalid_image"
	// The format of the image is not valid.
	ResponseFailureCodeInvalidImageFormat ResponseFailureCode = "invalid_image_format"
	// The base64 of the image is not valid.
	ResponseFailureCodeInvalidBase64Image ResponseFailureCode = "invalid_base64_image"
	// The URL of the image is not valid.
	ResponseFailureCodeInvalidImageURL ResponseFailureCode = "invalid_image_url"
	// The image is too large.
	ResponseFailureCodeImageTooLarge ResponseFailureCode = "image_too_large"
	// The image is too small.
	ResponseFailureCodeImageTooSmall ResponseFailureCode = "image_too_small"
	// The image could not be read.
	ResponseFailureCodeImageParseError ResponseFailureCode = "image_parse_error"
	// The content violates the provider's policy.
	ResponseFailureCodeImageContentPolicyViolation ResponseFailureCode = "image_content_policy_violation"
	// The mode of the image is not valid.
	ResponseFailureCodeInvalidImageMode ResponseFailureCode = "invalid_image_mode"
	// The file of the image is too large.
	ResponseFailureCodeImageFileTooLarge ResponseFailureCode = "image_file_too_large"
	// The media type of the image is not supported.
	ResponseFailureCodeUnsupportedImageMediaType ResponseFailureCode = "unsupported_image_media_type"
	// The file of the image is empty.
	ResponseFailureCodeEmptyImageFile ResponseFailureCode = "empty_image_file"
	// The image could not be downloaded.
	ResponseFailureCodeFailedToDownloadImage ResponseFailureCode = "failed_to_download_image"
	// The file of the image does not exist.
	ResponseFailureCodeImageFileNotFound ResponseFailureCode = "image_file_not_found"
	// The provider's policy on biology.
	ResponseFailureCodeBioPolicy ResponseFailureCode = "bio_policy"
	// The provider's policy on security.
	ResponseFailureCodeCyberPolicy ResponseFailureCode = "cyber_policy"
	// The provider's policy on misalignment.
	ResponseFailureCodeMisalignmentPolicyViolation ResponseFailureCode = "misalignment_policy_violation"
	// The region of the data does not match.
	ResponseFailureCodeDataResidencyMismatch ResponseFailureCode = "data_residency_mismatch"
)

// ResponseIncompleteDetails says why a response is incomplete.
type ResponseIncompleteDetails struct {
	object

	// The reason.
	Reason ResponseIncompleteReason `json:"reason,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseIncompleteDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseIncompleteDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseIncompleteReason is the reason.
//
// The API may add other values.
type ResponseIncompleteReason string

// The known values of ResponseIncompleteReason.
const (
	// The token limit was reached.
	ResponseIncompleteReasonMaxOutputTokens ResponseIncompleteReason = "max_output_tokens"
	// The provider's content filter intervened.
	ResponseIncompleteReasonContentFilter ResponseIncompleteReason = "content_filter"
)

// ResponseInputTokensDetails: Input tokens by kind.
type ResponseInputTokensDetails struct {
	object

	// Tokens read from the provider's prompt cache.
	CachedTokens int64 `json:"cached_tokens"`

	// Tokens written to the provider's prompt cache.
	CacheWriteTokens Opt[int64] `json:"cache_write_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputTokensDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputTokensDetails) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseObject is a response. A failure after the model was called is a response with status: "failed" and
// Error. The settings of the request are echoed.
type ResponseObject struct {
	object

	// ID of the generation, "gen-…". Pass it to GET /generation for tokens, cost and timings.
	ID string `json:"id"`

	// Always "response".
	Object string `json:"object" const:"response"`

	// Creation time, in Unix seconds.
	CreatedAt int64 `json:"created_at"`

	// Time of completion, in Unix seconds.
	CompletedAt Opt[int64] `json:"completed_at"`

	// How the response ended.
	Status ResponseStatus `json:"status"`

	// The model that produced the response, after aliases, routers and fallbacks.
	Model string `json:"model"`

	// What the model produced, in order.
	Output []ResponseOutputItem `json:"output"`

	// The text of all messages. Absent in responses of the API; some SDKs add it.
	OutputText string `json:"output_text,omitzero"`

	// Why the response failed.
	Error *ResponseFailure `json:"error"`

	// The kind of the error, as in "error.metadata.error_type" of other APIs.
	ErrorType string `json:"error_type,omitzero"`

	// Why the response is incomplete.
	IncompleteDetails *ResponseIncompleteDetails `json:"incomplete_details"`

	// Token counts and cost.
	Usage *ResponseUsage `json:"usage,omitzero"`

	// How the request was routed, if the request asked for it.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`

	// The instructions of the request.
	Instructions EchoedInstructions `json:"instructions"`

	// The metadata of the request.
	Metadata map[string]string `json:"metadata"`

	// Whether the model may request several tool calls at once.
	ParallelToolCalls bool `json:"parallel_tool_calls"`

	// Sampling temperature.
	Temperature Opt[float64] `json:"temperature"`

	// Nucleus sampling.
	TopP Opt[float64] `json:"top_p"`

	// Number of alternatives for each token.
	TopLogprobs Opt[int64] `json:"top_logprobs,omitzero"`

	// Penalty for tokens that have already occurred.
	PresencePenalty Opt[float64] `json:"presence_penalty"`

	// Penalty by the number of occurrences.
	FrequencyPenalty Opt[float64] `json:"frequency_penalty"`

	// Whether the model must call a tool, and which one.
	ToolChoice EchoedToolChoice `json:"tool_choice"`

	// The tools of the request.
	Tools []EchoedTool `json:"tools"`

	// The output format of the request.
	Text *EchoedTextOptions `json:"text,omitzero"`

	// The reasoning settings of the request.
	Reasoning *EchoedReasoningOptions `json:"reasoning,omitzero"`

	// Maximum number of output tokens.
	MaxOutputTokens Opt[int64] `json:"max_output_tokens,omitzero"`

	// Maximum number of server tool steps.
	MaxToolCalls Opt[int64] `json:"max_tool_calls,omitzero"`

	// What happens to an input that is too long.
	Truncation string `json:"truncation,omitzero"`

	// The service tier that served the request.
	ServiceTier string `json:"service_tier,omitzero"`

	// Always false.
	Background Opt[bool] `json:"background,omitzero"`

	// Always false.
	Store Opt[bool] `json:"store,omitzero"`

	// Always null.
	PreviousResponseID string `json:"previous_response_id,omitzero"`

	// The prompt template of the request.
	Prompt map[string]any `json:"prompt,omitzero"`

	// The cache key of the request.
	PromptCacheKey string `json:"prompt_cache_key,omitzero"`

	// The cache settings of the request.
	PromptCacheOptions map[string]any `json:"prompt_cache_options,omitzero"`

	// The ID of the end user.
	SafetyIdentifier string `json:"safety_identifier,omitzero"`

	// The ID of the end user.
	User string `json:"user,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseObject) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseObject) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseOutputItem is one item of the output. Send it back as input to continue the conversation.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseOutputItem struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownOutputItem"`

	OfResponseOutputMessage             *ResponseOutputMessage             `values:"message"`
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
	// OfUnknownOutputItem is a member that this version does not know.
	OfUnknownOutputItem *UnknownOutputItem
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputItem) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputItem) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseOutputItem) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseOutputItem) Tag() string { return codec.Tag(&v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ResponseOutputItem) ToParam() ResponseInputItem {
	var param ResponseInputItem
	codec.ToParam(&v, &param)
	return param
}

// ResponseOutputMessage is a message of the model.
type ResponseOutputMessage struct {
	object

	// Always "message".
	Type string `json:"type" const:"message"`

	// ID of the message.
	ID string `json:"id"`

	// Always "assistant".
	Role string `json:"role" const:"assistant"`

	// Status of the message.
	Status ResponseItemStatus `json:"status"`

	// The parts of the message.
	Content []ResponseOutputContent `json:"content"`

	// Whether the message is a remark or the answer.
	Phase ResponsePhase `json:"phase,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ResponseOutputMessage) ToParam() ResponseInputItem {
	param := new(ResponseInputMessage)
	codec.ToParam(&v, param)
	return ResponseInputItem{OfResponseInputMessage: param}
}

// ResponseOutputTokensDetails: Output tokens by kind.
type ResponseOutputTokensDetails struct {
	object

	// Reasoning tokens, billed as output tokens.
	ReasoningTokens int64 `json:"reasoning_tokens"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputTokensDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputTokensDetails) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseStatus says how a response ended.
//
// The API may add other values.
type ResponseStatus string

// The known values of ResponseStatus.
const (
	// The model finished.
	ResponseStatusCompleted ResponseStatus = "completed"
	// The response reached a limit or was filtered.
	ResponseStatusIncomplete ResponseStatus = "incomplete"
	// The response failed.
	ResponseStatusFailed ResponseStatus = "failed"
	// The model is generating.
	ResponseStatusInProgress ResponseStatus = "in_progress"
	// The response was canceled.
	ResponseStatusCancelled ResponseStatus = "cancelled"
	// The model has not started.
	ResponseStatusQueued ResponseStatus = "queued"
)

// ResponseUsage: Token counts by the model's own tokenizer, and their cost.
type ResponseUsage struct {
	object

	// Input tokens.
	InputTokens int64 `json:"input_tokens"`

	// Input tokens by kind.
	InputTokensDetails ResponseInputTokensDetails `json:"input_tokens_details"`

	// Output tokens, including reasoning.
	OutputTokens int64 `json:"output_tokens"`

	// Output tokens by kind.
	OutputTokensDetails ResponseOutputTokensDetails `json:"output_tokens_details"`

	// Sum of input and output tokens.
	TotalTokens int64 `json:"total_tokens"`

	// Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee.
	Cost Opt[float64] `json:"cost,omitzero"`

	// Whether your own provider key was used (BYOK).
	IsBYOK Opt[bool] `json:"is_byok,omitzero"`

	// What the provider charged.
	CostDetails *ResponseCostDetails `json:"cost_details,omitzero"`

	// Number of server tool calls.
	ServerToolUseDetails *ServerToolUse `json:"server_tool_use_details,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseUsage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseUsage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownOutputItem is an item with a type that this contract does not know.
type UnknownOutputItem struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownOutputItem) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownOutputItem) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v UnknownOutputItem) ToParam() ResponseInputItem {
	param := new(UnknownInputItem)
	codec.ToParam(&v, param)
	return ResponseInputItem{OfUnknownInputItem: param}
}
