// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// CompletionTokensDetails: Completion tokens by kind.
type CompletionTokensDetails struct {
	object

	// Reasoning tokens, billed as completion tokens.
	ReasoningTokens Opt[int64] `json:"reasoning_tokens,omitzero"`

	// Audio tokens.
	AudioTokens Opt[int64] `json:"audio_tokens,omitzero"`

	// Image tokens.
	ImageTokens Opt[int64] `json:"image_tokens,omitzero"`

	// Predicted tokens that appear in the completion.
	AcceptedPredictionTokens Opt[int64] `json:"accepted_prediction_tokens,omitzero"`

	// Predicted tokens that do not appear in the completion. They are billed.
	RejectedPredictionTokens Opt[int64] `json:"rejected_prediction_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CompletionTokensDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CompletionTokensDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CostDetails says what the provider charged, in USD. It adds to "cost" only if your own provider key was
// used (BYOK).
type CostDetails struct {
	object

	// Total charge of the provider. In USD.
	UpstreamInferenceCost Opt[float64] `json:"upstream_inference_cost,omitzero"`

	// Charge for the prompt. In USD.
	UpstreamInferencePromptCost float64 `json:"upstream_inference_prompt_cost"`

	// Charge for the completion. In USD.
	UpstreamInferenceCompletionsCost float64 `json:"upstream_inference_completions_cost"`

	// Server tool fees. In USD.
	ServerToolCost Opt[float64] `json:"server_tool_cost,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CostDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CostDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingTokensDetails: Input tokens by kind. A kind that does not apply is absent, never null.
type EmbeddingTokensDetails struct {
	object

	// Tokens read from the provider's prompt cache.
	CachedTokens Opt[int64] `json:"cached_tokens,omitzero"`

	// Tokens written to the provider's prompt cache.
	CacheWriteTokens Opt[int64] `json:"cache_write_tokens,omitzero"`

	// Text tokens.
	TextTokens Opt[int64] `json:"text_tokens,omitzero"`

	// Image tokens.
	ImageTokens Opt[int64] `json:"image_tokens,omitzero"`

	// Audio tokens.
	AudioTokens Opt[int64] `json:"audio_tokens,omitzero"`

	// Video tokens.
	VideoTokens Opt[int64] `json:"video_tokens,omitzero"`

	// File tokens.
	FileTokens Opt[int64] `json:"file_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingTokensDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingTokensDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingUsage: Tokens and cost of an embedding request.
type EmbeddingUsage struct {
	object

	// Input tokens.
	PromptTokens int64 `json:"prompt_tokens"`

	// Same as PromptTokens.
	TotalTokens int64 `json:"total_tokens"`

	// Amount deducted from the credits, in USD.
	Cost Opt[float64] `json:"cost,omitzero"`

	// Whether your own provider key was used (BYOK).
	IsBYOK Opt[bool] `json:"is_byok,omitzero"`

	// What the provider charged.
	CostDetails *CostDetails `json:"cost_details,omitzero"`

	// Input tokens by kind.
	PromptTokensDetails *EmbeddingTokensDetails `json:"prompt_tokens_details,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingUsage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingUsage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PromptTokensDetails: Prompt tokens by kind. A kind that does not apply is absent, never null.
type PromptTokensDetails struct {
	object

	// Tokens read from the provider's prompt cache.
	CachedTokens Opt[int64] `json:"cached_tokens,omitzero"`

	// Tokens written to the provider's prompt cache.
	CacheWriteTokens Opt[int64] `json:"cache_write_tokens,omitzero"`

	// Audio tokens.
	AudioTokens Opt[int64] `json:"audio_tokens,omitzero"`

	// Video tokens.
	VideoTokens Opt[int64] `json:"video_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PromptTokensDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PromptTokensDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RerankUsage: Usage of a rerank request.
type RerankUsage struct {
	object

	// Tokens of the query and the documents, for models priced per token.
	TotalTokens Opt[int64] `json:"total_tokens,omitzero"`

	// Search units, for models priced per search.
	SearchUnits Opt[int64] `json:"search_units,omitzero"`

	// Amount deducted from the credits, in USD.
	Cost Opt[float64] `json:"cost,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RerankUsage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RerankUsage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ServerToolUse: Number of server tool calls.
type ServerToolUse struct {
	object

	// Number of calls that the model requested.
	ToolCallsRequested Opt[int64] `json:"tool_calls_requested,omitzero"`

	// Number of calls that were run.
	ToolCallsExecuted Opt[int64] `json:"tool_calls_executed,omitzero"`

	// Number of web searches.
	WebSearchRequests Opt[int64] `json:"web_search_requests,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ServerToolUse) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ServerToolUse) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Usage: Token counts by the model's own tokenizer, and their cost. Always included, even if not requested.
type Usage struct {
	object

	// Prompt tokens.
	PromptTokens int64 `json:"prompt_tokens"`

	// Completion tokens, including reasoning.
	CompletionTokens int64 `json:"completion_tokens"`

	// Sum of prompt and completion tokens.
	TotalTokens int64 `json:"total_tokens"`

	// Prompt tokens by kind.
	PromptTokensDetails *PromptTokensDetails `json:"prompt_tokens_details,omitzero"`

	// Completion tokens by kind.
	CompletionTokensDetails *CompletionTokensDetails `json:"completion_tokens_details,omitzero"`

	// Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee.
	Cost Opt[float64] `json:"cost,omitzero"`

	// Whether your own provider key was used (BYOK).
	IsBYOK Opt[bool] `json:"is_byok,omitzero"`

	// What the provider charged.
	CostDetails *CostDetails `json:"cost_details,omitzero"`

	// Number of server tool calls.
	ServerToolUseDetails *ServerToolUse `json:"server_tool_use_details,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Usage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Usage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
