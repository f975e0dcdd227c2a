// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ActivityItem: Usage of one model at one provider on one day.
type ActivityItem struct {
	object

	// Date in UTC, "YYYY-MM-DD".
	Date string `json:"date"`

	// The model.
	Model string `json:"model"`

	// The permanent slug of the model.
	ModelPermaslug string `json:"model_permaslug"`

	// ID of the endpoint.
	EndpointID string `json:"endpoint_id"`

	// The provider.
	ProviderName string `json:"provider_name"`

	// Number of requests.
	Requests int64 `json:"requests"`

	// Prompt tokens.
	PromptTokens int64 `json:"prompt_tokens"`

	// Prompt tokens read from the provider's prompt cache.
	CachedTokens int64 `json:"cached_tokens"`

	// Completion tokens.
	CompletionTokens int64 `json:"completion_tokens"`

	// Reasoning tokens.
	ReasoningTokens int64 `json:"reasoning_tokens"`

	// Credits used, in USD.
	Usage float64 `json:"usage"`

	// Cost of requests with your own provider keys (BYOK), in USD.
	BYOKUsageInference float64 `json:"byok_usage_inference"`

	// The workspace, if grouped by workspace.
	WorkspaceID string `json:"workspace_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ActivityItem) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ActivityItem) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ActivityList: Usage by day, model and provider.
type ActivityList struct {
	object

	// The usage rows, newest day first.
	Data []ActivityItem `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ActivityList) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ActivityList) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
