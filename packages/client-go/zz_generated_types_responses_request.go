// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ResponseIncludable: Data to include.
//
// The API may add other values.
type ResponseIncludable string

// The known values of ResponseIncludable.
const (
	// The encrypted reasoning.
	ResponseIncludableReasoningEncryptedContent ResponseIncludable = "reasoning.encrypted_content"
	// Log probabilities of the text.
	ResponseIncludableMessageOutputTextLogprobs ResponseIncludable = "message.output_text.logprobs"
	// URLs of input images.
	ResponseIncludableMessageInputImageImageURL ResponseIncludable = "message.input_image.image_url"
	// Results of file searches.
	ResponseIncludableFileSearchCallResults ResponseIncludable = "file_search_call.results"
	// Sources of web searches.
	ResponseIncludableWebSearchCallActionSources ResponseIncludable = "web_search_call.action.sources"
	// Results of web searches.
	ResponseIncludableWebSearchCallResults ResponseIncludable = "web_search_call.results"
	// URLs of screenshots.
	ResponseIncludableComputerCallOutputOutputImageURL ResponseIncludable = "computer_call_output.output.image_url"
	// Outputs of code.
	ResponseIncludableCodeInterpreterCallOutputs ResponseIncludable = "code_interpreter_call.outputs"
)

// ResponseModality is an output modality.
//
// The API accepts these values today.
type ResponseModality string

// The known values of ResponseModality.
const (
	// Text.
	ResponseModalityText ResponseModality = "text"
	// Images.
	ResponseModalityImage ResponseModality = "image"
)

// ResponsePrompt is a stored prompt template.
type ResponsePrompt struct {
	object

	// ID of the template.
	ID string `json:"id"`

	// Version of the template.
	Version Opt[string] `json:"version,omitzero"`

	// Values of the variables.
	Variables map[string]ResponsePromptVariable `json:"variables,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponsePrompt) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponsePrompt) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponsePromptVariable is the value of a variable.
//
// Set one of its fields.
type ResponsePromptVariable struct {
	object

	OfString               Opt[string]
	OfResponseInputContent *ResponseInputContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponsePromptVariable) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponsePromptVariable) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponsePromptVariable) Value() any { return codec.Member(&v) }

// ResponseReasoningOptions says how much the model reasons and whether the response includes a summary. Set
// Effort or MaxTokens, not both.
type ResponseReasoningOptions struct {
	object

	// The reasoning effort.
	Effort Opt[ReasoningEffort] `json:"effort,omitzero"`

	// Maximum number of reasoning tokens. Must be lower than "max_output_tokens".
	MaxTokens Opt[int64] `json:"max_tokens,omitzero"`

	// Whether to reason; true means medium effort.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Level of detail of the reasoning summary.
	Summary Opt[ReasoningSummaryLevel] `json:"summary,omitzero"`

	// Older name of Summary.
	GenerateSummary Opt[ReasoningSummaryLevel] `json:"generate_summary,omitzero"`

	// Which earlier reasoning the model sees. For newer OpenAI models.
	Context Opt[ReasoningContext] `json:"context,omitzero"`

	// Reasoning mode. For newer OpenAI models.
	Mode Opt[ReasoningMode] `json:"mode,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseStreamOptions has settings for the stream.
type ResponseStreamOptions struct {
	object

	// Whether the provider pads events to hide their length. Has no effect.
	IncludeObfuscation Opt[bool] `json:"include_obfuscation,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseStreamOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseStreamOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseTextFormat is the output format.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseTextFormat struct {
	object

	_ struct{} `discriminator:"type"`

	OfResponseTextFormatText       *ResponseTextFormatText       `values:"text"`
	OfResponseTextFormatJSONObject *ResponseTextFormatJSONObject `values:"json_object"`
	OfResponseTextFormatJSONSchema *ResponseTextFormatJSONSchema `values:"json_schema"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseTextFormat) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseTextFormat) Tag() string { return codec.Tag(&v) }

// ResponseTextFormatJSONObject is any JSON object.
type ResponseTextFormatJSONObject struct {
	object

	// Always "json_object". It can be left empty.
	Type string `json:"type" const:"json_object"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextFormatJSONObject) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextFormatJSONObject) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseTextFormatJSONSchema: JSON that conforms to a schema. Support depends on the endpoint; combine it
// with "provider.require_parameters".
type ResponseTextFormatJSONSchema struct {
	object

	// Always "json_schema". It can be left empty.
	Type string `json:"type" const:"json_schema"`

	// Name of the schema.
	Name string `json:"name"`

	// What the schema describes.
	Description Opt[string] `json:"description,omitzero"`

	// The JSON Schema.
	Schema map[string]any `json:"schema"`

	// Whether the output must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextFormatJSONSchema) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextFormatJSONSchema) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseTextFormatText: Text.
type ResponseTextFormatText struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextFormatText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextFormatText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseTextOptions is the output format and its length.
type ResponseTextOptions struct {
	object

	// The output format. Default: text.
	Format ResponseTextFormat `json:"format,omitzero"`

	// Length of the output.
	Verbosity Opt[Verbosity] `json:"verbosity,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseTruncation says what happens to an input that is too long for the model. Default: "disabled".
//
// The API accepts these values today.
type ResponseTruncation string

// The known values of ResponseTruncation.
const (
	// Drops items from the middle of an input that is too long.
	ResponseTruncationAuto ResponseTruncation = "auto"
	// An input that is too long fails.
	ResponseTruncationDisabled ResponseTruncation = "disabled"
)

// ResponsesInput is a prompt, as text or as a list of items.
//
// Set one of its fields.
type ResponsesInput struct {
	object

	OfString             Opt[string]
	OfResponseInputItems []ResponseInputItem
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponsesInput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponsesInput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponsesInput) Value() any { return codec.Member(&v) }

// LogValue returns the value as text without its secrets.
func (v ResponsesInput) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// ResponsesParams is a request of the Responses API. The API is stateless: Store can only be false and
// PreviousResponseID only null; send the whole conversation as Input. Parameters that are absent are not sent
// to the provider. Parameters that the model does not support are ignored unless
// "provider.require_parameters" is true. Fields that are not in this contract are forwarded to the provider.
type ResponsesParams struct {
	object

	// The conversation: a string, equivalent to one user message, or a list of items.
	Input ResponsesInput `json:"input"`

	// The model: a slug such as "openai/gpt-5-mini", optionally with a variant (":free", ":nitro", ":floor",
	// ":exacto", ":online"), an alias, a preset such as "@preset/name" or a router ("openrouter/auto"). Default:
	// the account's default model.
	Model Opt[string] `json:"model,omitzero"`

	// Fallback models, tried in order after any failure. If Model is set, it is tried first.
	Models []string `json:"models,omitzero"`

	// Instructions for the model, before the input.
	Instructions Opt[string] `json:"instructions,omitzero"`

	// Settings for the stream.
	StreamOptions *ResponseStreamOptions `json:"stream_options,omitzero"`

	// Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
	MaxOutputTokens Opt[int64] `json:"max_output_tokens,omitzero"`

	// Maximum number of server tool steps.
	MaxToolCalls Opt[int64] `json:"max_tool_calls,omitzero"`

	// Sampling temperature. Providers default to 1.
	Temperature Opt[float64] `json:"temperature,omitzero"`

	// Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
	TopP Opt[float64] `json:"top_p,omitzero"`

	// Considers only this many of the most likely tokens; 0 means all.
	TopK Opt[int64] `json:"top_k,omitzero"`

	// Number of most likely alternatives to return for each token.
	TopLogprobs Opt[int64] `json:"top_logprobs,omitzero"`

	// Penalizes tokens by how often they have already occurred.
	FrequencyPenalty Opt[float64] `json:"frequency_penalty,omitzero"`

	// Penalizes tokens that have already occurred.
	PresencePenalty Opt[float64] `json:"presence_penalty,omitzero"`

	// Tools that the model can call.
	Tools []ResponseTool `json:"tools,omitzero"`

	// How the model finds tools with "defer_loading".
	DeferredTools *DeferredTools `json:"deferred_tools,omitzero"`

	// Whether the model must call a tool, and which one.
	ToolChoice ResponseToolChoice `json:"tool_choice,omitzero"`

	// Whether the model may request several tool calls at once. Default: true.
	ParallelToolCalls Opt[bool] `json:"parallel_tool_calls,omitzero"`

	// Stops server tools as soon as one condition is met. Takes precedence over MaxToolCalls.
	StopServerToolsWhen []StopServerToolsCondition `json:"stop_server_tools_when,omitzero"`

	// The output format and its length.
	Text *ResponseTextOptions `json:"text,omitzero"`

	// How much the model reasons and whether the response includes a summary.
	Reasoning *ResponseReasoningOptions `json:"reasoning,omitzero"`

	// Additional data to include in the response.
	Include []ResponseIncludable `json:"include,omitzero"`

	// Output modalities. Default: text.
	Modalities []ResponseModality `json:"modalities,omitzero"`

	// Settings for image output, such as "aspect_ratio" and "image_size".
	ImageConfig map[string]any `json:"image_config,omitzero"`

	// A stored prompt template.
	Prompt *ResponsePrompt `json:"prompt,omitzero"`

	// What happens to an input that is too long for the model. Default: "disabled".
	Truncation Opt[ResponseTruncation] `json:"truncation,omitzero"`

	// Whether to run the request in the background. Not supported; only false.
	Background Opt[bool] `json:"background,omitzero"`

	// Whether to store the response. Not supported; the API refuses true with 400.
	Store Opt[bool] `json:"store,omitzero"`

	// ID of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as
	// Input.
	PreviousResponseID Opt[string] `json:"previous_response_id,omitzero"`

	// Preferences for provider routing.
	Provider *ProviderPreferences `json:"provider,omitzero"`

	// Plugins to run.
	Plugins []Plugin `json:"plugins,omitzero"`

	// Sets prompt cache breakpoints automatically (Claude).
	CacheControl *CacheControl `json:"cache_control,omitzero"`

	// Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
	PromptCacheKey Opt[string] `json:"prompt_cache_key,omitzero"`

	// Explicit prompt caching for OpenAI models.
	PromptCacheOptions *PromptCacheOptions `json:"prompt_cache_options,omitzero"`

	// Service tier at the provider. The request is billed at the tier that served it.
	ServiceTier Opt[ServiceTier] `json:"service_tier,omitzero"`

	// Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header
	// "x-session-id".
	SessionID Opt[string] `json:"session_id,omitzero"`

	// ID of the end user, for abuse detection.
	SafetyIdentifier Opt[string] `json:"safety_identifier,omitzero"`

	// ID of the end user, for abuse detection.
	User Opt[string] `json:"user,omitzero"`

	// Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
	Metadata map[string]string `json:"metadata,omitzero"`

	// Facts about the client, such as IDs of its session. Ignored.
	ClientMetadata map[string]any `json:"client_metadata,omitzero"`

	// Observability metadata.
	Trace *TraceConfig `json:"trace,omitzero"`

	// Debug output; for streams only.
	Debug *DebugOptions `json:"debug,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponsesParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponsesParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LogValue returns the value as text without its secrets.
func (v ResponsesParams) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }
