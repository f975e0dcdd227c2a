// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Generation is a past request: tokens, cost, timings and provider.
type Generation struct {
	object

	// ID of the generation, "gen-…".
	ID string `json:"id"`

	// Kind of API request.
	APIType GenerationAPIType `json:"api_type"`

	// The model that served the request.
	Model string `json:"model"`

	// Time of the request, ISO 8601.
	CreatedAt string `json:"created_at"`

	// Origin of the request: a URL or an empty string.
	Origin string `json:"origin"`

	// Amount deducted from the credits, in USD.
	Usage float64 `json:"usage"`

	// Same as Usage, in USD.
	TotalCost float64 `json:"total_cost"`

	// Whether the request used your own provider key (BYOK).
	IsBYOK bool `json:"is_byok"`

	// Whether the tokens were counted by the gateway, because the provider reported no usage. An extension of
	// Patchbay; absent if the usage is exact.
	UsageEstimated Opt[bool] `json:"usage_estimated,omitzero"`

	// The region that processed the data.
	DataRegion DataRegion `json:"data_region"`

	// Whether the response was streamed.
	Streamed Opt[bool] `json:"streamed"`

	// Whether the client disconnected before the end.
	Cancelled Opt[bool] `json:"cancelled"`

	// Milliseconds from the first to the last token.
	GenerationTime Opt[float64] `json:"generation_time"`

	// Time to first token, in milliseconds.
	Latency Opt[float64] `json:"latency"`

	// Duration of the input moderation, in milliseconds.
	ModerationLatency Opt[float64] `json:"moderation_latency"`

	// Prompt tokens, normalized across models.
	TokensPrompt Opt[int64] `json:"tokens_prompt"`

	// Completion tokens, normalized across models.
	TokensCompletion Opt[int64] `json:"tokens_completion"`

	// Prompt tokens as counted by the model's own tokenizer. These are billed.
	NativeTokensPrompt Opt[int64] `json:"native_tokens_prompt"`

	// Completion tokens as counted by the model's own tokenizer. These are billed.
	NativeTokensCompletion Opt[int64] `json:"native_tokens_completion"`

	// Reasoning tokens.
	NativeTokensReasoning Opt[int64] `json:"native_tokens_reasoning"`

	// Prompt tokens read from the prompt cache.
	NativeTokensCached Opt[int64] `json:"native_tokens_cached"`

	// Image tokens of the completion.
	NativeTokensCompletionImages Opt[int64] `json:"native_tokens_completion_images"`

	// Number of images and files in the prompt.
	NumMediaPrompt Opt[int64] `json:"num_media_prompt"`

	// Number of audio recordings in the prompt.
	NumInputAudioPrompt Opt[int64] `json:"num_input_audio_prompt"`

	// Number of images in the completion.
	NumMediaCompletion Opt[int64] `json:"num_media_completion"`

	// Number of web search results.
	NumSearchResults Opt[int64] `json:"num_search_results"`

	// Number of fetched pages.
	NumFetches Opt[int64] `json:"num_fetches"`

	// Savings from the prompt cache, in USD. Negative if cache writes cost more than reads saved.
	CacheDiscount Opt[float64] `json:"cache_discount"`

	// What the provider charged, in USD.
	UpstreamInferenceCost Opt[float64] `json:"upstream_inference_cost"`

	// Why the model stopped generating.
	FinishReason string `json:"finish_reason"`

	// The provider's own finish reason.
	NativeFinishReason string `json:"native_finish_reason"`

	// The provider that served the request.
	ProviderName string `json:"provider_name"`

	// The provider's ID of the response.
	UpstreamID string `json:"upstream_id"`

	// The router that chose the model.
	Router string `json:"router"`

	// The preset that was used.
	PresetID string `json:"preset_id"`

	// The service tier that served the request.
	ServiceTier string `json:"service_tier"`

	// ID of the end user.
	ExternalUser string `json:"external_user"`

	// URL of the calling application.
	HTTPReferer string `json:"http_referer"`

	// User agent of the client.
	UserAgent string `json:"user_agent"`

	// The workspace.
	WorkspaceID string `json:"workspace_id"`

	// The web search engine.
	WebSearchEngine string `json:"web_search_engine"`

	// ID of the calling application.
	AppID Opt[int64] `json:"app_id"`

	// ID of the request.
	RequestID string `json:"request_id,omitzero"`

	// ID of the session.
	SessionID string `json:"session_id,omitzero"`

	// The generation that produced the cached response.
	ResponseCacheSourceID string `json:"response_cache_source_id,omitzero"`

	// The attempts in order.
	ProviderResponses []ProviderResponse `json:"provider_responses"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Generation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Generation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GenerationAPIType: Kind of API request.
//
// The API may add other values.
type GenerationAPIType string

// The known values of GenerationAPIType.
const (
	// Chat or text completion.
	GenerationAPITypeCompletions GenerationAPIType = "completions"
	// Responses API.
	GenerationAPITypeResponses GenerationAPIType = "responses"
	// Anthropic Messages.
	GenerationAPITypeMessages GenerationAPIType = "messages"
	// Embeddings.
	GenerationAPITypeEmbeddings GenerationAPIType = "embeddings"
	// Reranking.
	GenerationAPITypeRerank GenerationAPIType = "rerank"
	// Decisions.
	GenerationAPITypeDecisions GenerationAPIType = "decisions"
	// A video.
	GenerationAPITypeVideo GenerationAPIType = "video"
	// Speech synthesis.
	GenerationAPITypeTTS GenerationAPIType = "tts"
	// Transcription.
	GenerationAPITypeSTT GenerationAPIType = "stt"
	// An image.
	GenerationAPITypeImage GenerationAPIType = "image"
)

// GenerationAttemptFailure is an error that preceded the last one.
type GenerationAttemptFailure struct {
	object

	// HTTP status.
	Code int64 `json:"code"`

	// The error.
	Message string `json:"message"`

	// The provider.
	ProviderName string `json:"provider_name"`

	// Error message of the provider.
	Raw string `json:"raw"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GenerationAttemptFailure) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GenerationAttemptFailure) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GenerationContent is the prompt and response of a generation.
type GenerationContent struct {
	object

	// The prompt.
	Input GenerationInput `json:"input"`

	// The response.
	Output GenerationOutput `json:"output"`

	// The error.
	Error *GenerationFailure `json:"error"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GenerationContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GenerationContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GenerationContentDetail is the prompt and response of a generation.
type GenerationContentDetail struct {
	object

	// The content.
	Data GenerationContent `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GenerationContentDetail) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GenerationContentDetail) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GenerationDetail is a generation.
type GenerationDetail struct {
	object

	// The generation.
	Data Generation `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GenerationDetail) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GenerationDetail) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GenerationFailure is the error.
type GenerationFailure struct {
	object

	// Error message for people.
	Message string `json:"message"`

	// HTTP status.
	Status Opt[int64] `json:"status"`

	// The provider.
	ProviderName string `json:"provider_name"`

	// Error message of the provider.
	Raw string `json:"raw"`

	// Earlier errors.
	PreviousErrors []GenerationAttemptFailure `json:"previous_errors"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GenerationFailure) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GenerationFailure) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GenerationInput is the prompt: messages, or a string in the older form.
type GenerationInput struct {
	object

	// The messages as sent.
	Messages []any `json:"messages,omitzero"`

	// The prompt.
	Prompt string `json:"prompt,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GenerationInput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GenerationInput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// GenerationOutput is the response.
type GenerationOutput struct {
	object

	// The text.
	Completion string `json:"completion"`

	// The reasoning.
	Reasoning string `json:"reasoning"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v GenerationOutput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *GenerationOutput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ProviderResponse is one attempt at a provider.
type ProviderResponse struct {
	object

	// The provider's ID of the response.
	ID string `json:"id,omitzero"`

	// Display name of the provider.
	ProviderName string `json:"provider_name,omitzero"`

	// ID of the endpoint.
	EndpointID string `json:"endpoint_id,omitzero"`

	// The permanent slug of the model.
	ModelPermaslug string `json:"model_permaslug,omitzero"`

	// HTTP status of the response.
	Status Opt[int64] `json:"status"`

	// Time to first token, in milliseconds.
	Latency Opt[float64] `json:"latency,omitzero"`

	// Whether the attempt used your own provider key (BYOK).
	IsBYOK Opt[bool] `json:"is_byok,omitzero"`

	// The service tier that served the request.
	RoutedServiceTier RoutedServiceTier `json:"routed_service_tier,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ProviderResponse) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ProviderResponse) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RoutedServiceTier is the service tier that served the request.
//
// The API may add other values.
type RoutedServiceTier string

// The known values of RoutedServiceTier.
const (
	// Cheaper and slower.
	RoutedServiceTierFlex RoutedServiceTier = "flex"
	// Faster and more expensive.
	RoutedServiceTierPriority RoutedServiceTier = "priority"
	// The fastest and most expensive tier.
	RoutedServiceTierUltrafast RoutedServiceTier = "ultrafast"
)
