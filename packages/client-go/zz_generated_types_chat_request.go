// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AudioOutput has settings for audio output.
type AudioOutput struct {
	object

	// The voice.
	Voice Opt[string] `json:"voice,omitzero"`

	// The encoding, such as "mp3" or "pcm16".
	Format Opt[string] `json:"format,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AudioOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AudioOutput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChatCompletionParams is a chat completion request. Parameters that are absent are not sent to the provider.
// Parameters that the model does not support are ignored unless "provider.require_parameters" is true. Fields
// that are not in this contract are forwarded to the provider.
type ChatCompletionParams struct {
	object

	// The messages of the conversation. The API also accepts the older "prompt": a string equivalent to one user
	// message.
	Messages []ChatMessage `json:"messages"`

	// The model: a slug such as "openai/gpt-5-mini", optionally with a variant (":free", ":nitro", ":floor",
	// ":exacto", ":online"), an alias ("~anthropic/claude-sonnet-latest"), a preset such as "@preset/name" or a
	// router ("openrouter/auto"). Default: the account's default model.
	Model Opt[string] `json:"model,omitzero"`

	// Fallback models, tried in order after any failure. If Model is set, it is tried first.
	Models []string `json:"models,omitzero"`

	// Deprecated: Has no effect; usage is always included.
	StreamOptions *StreamOptions `json:"stream_options,omitzero"`

	// Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are
	// excluded.
	MaxTokens Opt[int64] `json:"max_tokens,omitzero"`

	// Newer name of MaxTokens.
	MaxCompletionTokens Opt[int64] `json:"max_completion_tokens,omitzero"`

	// Sampling temperature. Providers default to 1.
	Temperature Opt[float64] `json:"temperature,omitzero"`

	// Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
	TopP Opt[float64] `json:"top_p,omitzero"`

	// Considers only this many of the most likely tokens; 0 means all.
	TopK Opt[int64] `json:"top_k,omitzero"`

	// Minimum probability of a token, relative to the most likely token.
	MinP Opt[float64] `json:"min_p,omitzero"`

	// Like MinP, relative to the square of the highest probability.
	TopA Opt[float64] `json:"top_a,omitzero"`

	// Penalizes tokens by how often they have already occurred.
	FrequencyPenalty Opt[float64] `json:"frequency_penalty,omitzero"`

	// Penalizes tokens that have already occurred.
	PresencePenalty Opt[float64] `json:"presence_penalty,omitzero"`

	// Divides the probability of tokens that have already occurred; 1 means no penalty.
	RepetitionPenalty Opt[float64] `json:"repetition_penalty,omitzero"`

	// Makes completions reproducible, as far as the provider supports it.
	Seed Opt[int64] `json:"seed,omitzero"`

	// Up to four sequences at which the model stops generating.
	Stop StopSequences `json:"stop,omitzero"`

	// Map of token ID to a bias added to the token's logit, −100 to 100.
	LogitBias map[string]float64 `json:"logit_bias,omitzero"`

	// Whether to return the log probability of each token.
	Logprobs Opt[bool] `json:"logprobs,omitzero"`

	// Number of most likely alternatives to return for each token. Requires Logprobs.
	TopLogprobs Opt[int64] `json:"top_logprobs,omitzero"`

	// Tools that the model can call.
	Tools []ChatTool `json:"tools,omitzero"`

	// How the model finds tools with "defer_loading".
	DeferredTools *DeferredTools `json:"deferred_tools,omitzero"`

	// Whether the model must call a tool, and which one.
	ToolChoice ToolChoice `json:"tool_choice,omitzero"`

	// Whether the model may request several tool calls at once. Default: true.
	ParallelToolCalls Opt[bool] `json:"parallel_tool_calls,omitzero"`

	// Maximum number of server tool steps. Default: 30.
	MaxToolCalls Opt[int64] `json:"max_tool_calls,omitzero"`

	// Stops server tools as soon as one condition is met. Takes precedence over MaxToolCalls.
	StopServerToolsWhen []StopServerToolsCondition `json:"stop_server_tools_when,omitzero"`

	// The output format.
	ResponseFormat ResponseFormat `json:"response_format,omitzero"`

	// Whether to enforce the JSON Schema of the response format.
	StructuredOutputs Opt[bool] `json:"structured_outputs,omitzero"`

	// How much the model reasons and whether the response includes the reasoning.
	Reasoning *ReasoningOptions `json:"reasoning,omitzero"`

	// Shorthand for "reasoning.effort". If both are set, they must agree.
	ReasoningEffort Opt[ReasoningEffort] `json:"reasoning_effort,omitzero"`

	// Deprecated: False is equivalent to reasoning.exclude: true.
	IncludeReasoning Opt[bool] `json:"include_reasoning,omitzero"`

	// Length of the completion.
	Verbosity Opt[Verbosity] `json:"verbosity,omitzero"`

	// Output modalities. Default: text. Audio requires "stream".
	Modalities []OutputModality `json:"modalities,omitzero"`

	// Settings for image output, such as "aspect_ratio" and "image_size".
	ImageConfig map[string]any `json:"image_config,omitzero"`

	// Settings for audio output.
	Audio *AudioOutput `json:"audio,omitzero"`

	// Predicted output: text that most of the completion is expected to repeat.
	Prediction *Prediction `json:"prediction,omitzero"`

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
	User Opt[string] `json:"user,omitzero"`

	// Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
	Metadata map[string]string `json:"metadata,omitzero"`

	// Observability metadata.
	Trace *TraceConfig `json:"trace,omitzero"`

	// Debug output; for streams only.
	Debug *DebugOptions `json:"debug,omitzero"`

	// Options for models with built-in web search.
	WebSearchOptions *WebSearchOptions `json:"web_search_options,omitzero"`

	// Filter for the search of posts on X (Grok).
	XSearchFilter map[string]any `json:"x_search_filter,omitzero"`

	// Slug of the preset to apply.
	Preset Opt[string] `json:"preset,omitzero"`

	// Deprecated: Use the plugin "context-compression" instead of ["middle-out"].
	Transforms []string `json:"transforms,omitzero"`

	// Deprecated: Has no effect; usage is always included.
	Usage *UsageOptions `json:"usage,omitzero"`

	// Deprecated: Use "provider.sort.partition" instead: "fallback" equals "model", "sort" equals "none".
	Route Opt[string] `json:"route,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChatCompletionParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChatCompletionParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DebugOptions: Debug settings.
type DebugOptions struct {
	object

	// Whether the first chunk includes the request body sent to the provider.
	EchoUpstreamBody Opt[bool] `json:"echo_upstream_body,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DebugOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DebugOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GrammarFormat: Text that conforms to a grammar.
type GrammarFormat struct {
	object

	// Always "grammar". It can be left empty.
	Type string `json:"type" const:"grammar"`

	// The grammar.
	Grammar string `json:"grammar"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GrammarFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GrammarFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// JSONObjectFormat is any JSON object.
type JSONObjectFormat struct {
	object

	// Always "json_object". It can be left empty.
	Type string `json:"type" const:"json_object"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v JSONObjectFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *JSONObjectFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// JSONSchemaFormat: JSON that conforms to a schema. Support depends on the endpoint; combine it with
// "provider.require_parameters".
type JSONSchemaFormat struct {
	object

	// Always "json_schema". It can be left empty.
	Type string `json:"type" const:"json_schema"`

	// The JSON Schema with its name.
	JSONSchema NamedJSONSchema `json:"json_schema"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v JSONSchemaFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *JSONSchemaFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// NamedJSONSchema is a named JSON Schema.
type NamedJSONSchema struct {
	object

	// Name of the schema.
	Name string `json:"name"`

	// What the schema describes.
	Description Opt[string] `json:"description,omitzero"`

	// The JSON Schema.
	Schema map[string]any `json:"schema,omitzero"`

	// Whether the output must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NamedJSONSchema) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NamedJSONSchema) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// OutputModality: Output modalities. Default: text. Audio requires "stream".
//
// The API accepts these values today.
type OutputModality string

// The known values of OutputModality.
const (
	// Text.
	OutputModalityText OutputModality = "text"
	// Images.
	OutputModalityImage OutputModality = "image"
	// Audio.
	OutputModalityAudio OutputModality = "audio"
)

// Prediction: Predicted output: text that most of the completion is expected to repeat.
type Prediction struct {
	object

	// Always "content". It can be left empty.
	Type string `json:"type" const:"content"`

	// The text.
	Content TextContent `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Prediction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Prediction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PromptCacheOptions has settings for explicit prompt caching.
type PromptCacheOptions struct {
	object

	// Always "explicit". It can be left empty.
	Mode string `json:"mode" const:"explicit"`

	// Time to live of the cache entries: "30m" (default) or "12h", whose writes are more expensive.
	TTL Opt[string] `json:"ttl,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PromptCacheOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PromptCacheOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PythonFormat: Python code.
type PythonFormat struct {
	object

	// Always "python". It can be left empty.
	Type string `json:"type" const:"python"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PythonFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PythonFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ReasoningOptions says how much the model reasons and whether the response includes the reasoning. Set
// Effort or MaxTokens, not both.
type ReasoningOptions struct {
	object

	// The reasoning effort.
	Effort Opt[ReasoningEffort] `json:"effort,omitzero"`

	// Maximum number of reasoning tokens. Must be lower than "max_tokens" of the request.
	MaxTokens Opt[int64] `json:"max_tokens,omitzero"`

	// Level of detail of the reasoning summary.
	Summary Opt[ReasoningSummaryLevel] `json:"summary,omitzero"`

	// Whether to omit the reasoning from the response. Reasoning tokens are billed either way.
	Exclude Opt[bool] `json:"exclude,omitzero"`

	// Whether to reason; true means medium effort.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Which earlier reasoning the model sees. For newer OpenAI models.
	Context Opt[ReasoningContext] `json:"context,omitzero"`

	// Reasoning mode. For newer OpenAI models.
	Mode Opt[ReasoningMode] `json:"mode,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReasoningOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReasoningOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFormat is the output format.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseFormat struct {
	object

	_ struct{} `discriminator:"type"`

	OfTextFormat       *TextFormat       `values:"text"`
	OfJSONObjectFormat *JSONObjectFormat `values:"json_object"`
	OfJSONSchemaFormat *JSONSchemaFormat `values:"json_schema"`
	OfGrammarFormat    *GrammarFormat    `values:"grammar"`
	OfPythonFormat     *PythonFormat     `values:"python"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseFormat) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseFormat) Tag() string { return codec.Tag(&v) }

// ServiceTier is the service tier of a request.
//
// The API accepts these values today.
type ServiceTier string

// The known values of ServiceTier.
const (
	// The provider decides.
	ServiceTierAuto ServiceTier = "auto"
	// The standard tier.
	ServiceTierDefault ServiceTier = "default"
	// Alias of "priority".
	ServiceTierFast ServiceTier = "fast"
	// Cheaper and slower; fails if no capacity is available.
	ServiceTierFlex ServiceTier = "flex"
	// Faster and more expensive; falls back to the standard tier.
	ServiceTierPriority ServiceTier = "priority"
	// Reserved capacity.
	ServiceTierScale ServiceTier = "scale"
	// The fastest and most expensive tier; falls back to "priority", then to the standard tier.
	ServiceTierUltrafast ServiceTier = "ultrafast"
)

// StopSequences is one stop sequence, or a list of up to four.
//
// Set one of its fields.
type StopSequences struct {
	object

	OfString  Opt[string]
	OfStrings []string
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StopSequences) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StopSequences) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v StopSequences) Value() any { return codec.Member(&v) }

// StreamOptions has no effect.
type StreamOptions struct {
	object

	// Deprecated: Has no effect; usage is always included.
	IncludeUsage Opt[bool] `json:"include_usage,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StreamOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StreamOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextFormat: Text.
type TextFormat struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UsageOptions has no effect.
type UsageOptions struct {
	object

	// Deprecated: Has no effect; usage is always included.
	Include Opt[bool] `json:"include,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UsageOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UsageOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Verbosity says how detailed the text of the model is.
//
// The API accepts these values today.
type Verbosity string

// The known values of Verbosity.
const (
	// Short.
	VerbosityLow Verbosity = "low"
	// Medium.
	VerbosityMedium Verbosity = "medium"
	// Long.
	VerbosityHigh Verbosity = "high"
	// Longer than "high".
	VerbosityXhigh Verbosity = "xhigh"
	// As long as possible.
	VerbosityMax Verbosity = "max"
)

// WebSearchOptions has options for models with built-in web search.
type WebSearchOptions struct {
	object

	// How much of the search results the model reads.
	SearchContextSize Opt[SearchContextSize] `json:"search_context_size,omitzero"`

	// Location of the user, in the provider's format.
	UserLocation map[string]any `json:"user_location,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
