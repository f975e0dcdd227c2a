// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ConsideredEndpoint is an endpoint that can serve the request.
type ConsideredEndpoint struct {
	object

	// Display name of the provider.
	Provider string `json:"provider"`

	// The model.
	Model string `json:"model"`

	// Whether the endpoint served the request.
	Selected bool `json:"selected"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ConsideredEndpoint) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ConsideredEndpoint) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ConsideredEndpoints is the endpoints that the router considered.
type ConsideredEndpoints struct {
	object

	// Number of endpoints that serve the model.
	Total int64 `json:"total"`

	// The endpoints that passed the filters.
	Available []ConsideredEndpoint `json:"available"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ConsideredEndpoints) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ConsideredEndpoints) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PipelineStage is a pipeline stage before or after the model.
type PipelineStage struct {
	object

	// Kind of stage.
	Type PipelineStageType `json:"type"`

	// Name of the stage.
	Name string `json:"name"`

	// ID of the guardrail.
	GuardrailID string `json:"guardrail_id,omitzero"`

	// Scope to which the guardrail is assigned.
	GuardrailScope string `json:"guardrail_scope,omitzero"`

	// Summary of the stage.
	Summary string `json:"summary,omitzero"`

	// Cost of the stage, in USD.
	CostUSD Opt[float64] `json:"cost_usd,omitzero"`

	// Additional data.
	Data map[string]any `json:"data,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PipelineStage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PipelineStage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PipelineStageType: Kind of stage.
//
// The API may add other values.
type PipelineStageType string

// The known values of PipelineStageType.
const (
	// A content or budget guardrail.
	PipelineStageTypeGuardrail PipelineStageType = "guardrail"
	// A plugin.
	PipelineStageTypePlugin PipelineStageType = "plugin"
	// Server tools.
	PipelineStageTypeServerTools PipelineStageType = "server_tools"
	// Repair of malformed JSON.
	PipelineStageTypeResponseHealing PipelineStageType = "response_healing"
	// Compression of the prompt.
	PipelineStageTypeContextCompression PipelineStageType = "context_compression"
)

// RoutingAttempt is one attempt at an endpoint.
type RoutingAttempt struct {
	object

	// Display name of the provider.
	Provider string `json:"provider"`

	// The model.
	Model string `json:"model"`

	// HTTP status of the response.
	Status int64 `json:"status"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RoutingAttempt) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RoutingAttempt) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RoutingMetadata says how the request was routed. Sent if the header "X-OpenRouter-Metadata" is "enabled".
type RoutingMetadata struct {
	object

	// The model as named in the request.
	Requested string `json:"requested"`

	// How the model was selected.
	Strategy RoutingMetadataStrategy `json:"strategy"`

	// The region that served the request.
	Region string `json:"region"`

	// The routing decision in one sentence.
	Summary string `json:"summary"`

	// Number of the successful attempt, starting at 1; 0 if no provider was reached.
	Attempt int64 `json:"attempt"`

	// Whether your own provider key was used (BYOK).
	IsBYOK bool `json:"is_byok"`

	// The endpoints that the router considered.
	Endpoints ConsideredEndpoints `json:"endpoints"`

	// Settings of the router.
	Params *RoutingParameters `json:"params,omitzero"`

	// The attempts in order.
	Attempts []RoutingAttempt `json:"attempts,omitzero"`

	// Pipeline stages before and after the model.
	Pipeline []PipelineStage `json:"pipeline,omitzero"`

	// Generation time, in milliseconds.
	GenerationTime Opt[int64] `json:"generation_time,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RoutingMetadata) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RoutingMetadata) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RoutingMetadataStrategy says how the model was selected.
//
// The API may add other values.
type RoutingMetadataStrategy string

// The known values of RoutingMetadataStrategy.
const (
	// The model of the request.
	RoutingMetadataStrategyDirect RoutingMetadataStrategy = "direct"
	// Selected by the auto router.
	RoutingMetadataStrategyAuto RoutingMetadataStrategy = "auto"
	// A free model that supports the request.
	RoutingMetadataStrategyFree RoutingMetadataStrategy = "free"
	// The latest model of a family.
	RoutingMetadataStrategyLatest RoutingMetadataStrategy = "latest"
	// An alias of another model.
	RoutingMetadataStrategyAlias RoutingMetadataStrategy = "alias"
	// A later model in the list.
	RoutingMetadataStrategyFallback RoutingMetadataStrategy = "fallback"
	// The cheapest model above a score.
	RoutingMetadataStrategyPareto RoutingMetadataStrategy = "pareto"
	// Request bodies generated by the body builder.
	RoutingMetadataStrategyBodybuilder RoutingMetadataStrategy = "bodybuilder"
	// A panel of models.
	RoutingMetadataStrategyFusion RoutingMetadataStrategy = "fusion"
)

// RoutingParameters has settings of the router.
type RoutingParameters struct {
	object

	// Minimum quality.
	QualityFloor Opt[float64] `json:"quality_floor,omitzero"`

	// Minimum throughput, in tokens per second.
	ThroughputFloor Opt[float64] `json:"throughput_floor,omitzero"`

	// The version group that the router considered.
	VersionGroup string `json:"version_group,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RoutingParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RoutingParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
