// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// DataCollection says whether providers that retain data or train on it are allowed. Default: "allow".
//
// The API accepts these values today.
type DataCollection string

// The known values of DataCollection.
const (
	// Only providers that neither retain data nor train on it.
	DataCollectionDeny DataCollection = "deny"
	// Any provider.
	DataCollectionAllow DataCollection = "allow"
)

// LatencyCutoffs: Seconds to the first token by percentile. Every given value applies.
type LatencyCutoffs struct {
	object

	// 50th percentile (median). In seconds.
	P50 Opt[float64] `json:"p50,omitzero"`

	// 75th percentile. In seconds.
	P75 Opt[float64] `json:"p75,omitzero"`

	// 90th percentile. In seconds.
	P90 Opt[float64] `json:"p90,omitzero"`

	// 99th percentile. In seconds.
	P99 Opt[float64] `json:"p99,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v LatencyCutoffs) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *LatencyCutoffs) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LatencyPreference: Seconds to the first token, as one number or by percentile. A number applies to the
// median.
//
// Set one of its fields.
type LatencyPreference struct {
	object

	OfFloat          Opt[float64]
	OfLatencyCutoffs *LatencyCutoffs
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v LatencyPreference) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *LatencyPreference) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v LatencyPreference) Value() any { return codec.Member(&v) }

// MaxPrice: Maximum prices in USD, as decimal strings or numbers.
type MaxPrice struct {
	object

	// Maximum price per million prompt tokens. In USD per million tokens.
	Prompt MaxPriceValue `json:"prompt,omitzero"`

	// Maximum price per million completion tokens. In USD per million tokens.
	Completion MaxPriceValue `json:"completion,omitzero"`

	// Maximum price per request. In USD.
	Request MaxPriceValue `json:"request,omitzero"`

	// Maximum price per image. In USD.
	Image MaxPriceValue `json:"image,omitzero"`

	// Maximum price per unit of audio. In USD.
	Audio MaxPriceValue `json:"audio,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MaxPrice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MaxPrice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MaxPriceValue is a maximum price in USD, as a decimal string or as a number.
//
// Set one of its fields.
type MaxPriceValue struct {
	object

	OfString Opt[string]
	OfFloat  Opt[float64]
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MaxPriceValue) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MaxPriceValue) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MaxPriceValue) Value() any { return codec.Member(&v) }

// ProviderPreferences has preferences for provider routing. Providers are named by slug, as in an endpoint's
// "tag": a base slug ("google-vertex") matches all its regions and variants, a full slug ("deepinfra/turbo")
// only that endpoint. Endpoints of a service tier ("openai/priority") match only their full slug.
type ProviderPreferences struct {
	object

	// Provider slugs to try first, in this order. Disables load balancing and sticky routing.
	Order []string `json:"order,omitzero"`

	// Slugs of the only allowed providers. If no endpoint remains, the request fails with 404.
	Only []string `json:"only,omitzero"`

	// Slugs of providers to exclude.
	Ignore []string `json:"ignore,omitzero"`

	// Whether to try other endpoints if the first one fails. Default: true. With Order, false restricts the
	// request to the listed providers.
	AllowFallbacks Opt[bool] `json:"allow_fallbacks,omitzero"`

	// Whether to use only endpoints that support every parameter of the request. Default: false.
	RequireParameters Opt[bool] `json:"require_parameters,omitzero"`

	// Whether providers that retain data or train on it are allowed. Default: "allow".
	DataCollection Opt[DataCollection] `json:"data_collection,omitzero"`

	// True allows only endpoints with zero data retention. False does not override the account's setting.
	ZDR Opt[bool] `json:"zdr,omitzero"`

	// True allows only models whose authors permit distillation.
	EnforceDistillableText Opt[bool] `json:"enforce_distillable_text,omitzero"`

	// Accepted quantizations of the weights.
	Quantizations []Quantization `json:"quantizations,omitzero"`

	// Sorts the endpoints instead of load balancing.
	Sort SortPreference `json:"sort,omitzero"`

	// Maximum prices. More expensive endpoints are excluded.
	MaxPrice *MaxPrice `json:"max_price,omitzero"`

	// Preferred minimum throughput, in tokens per second. A number applies to the median of the last five
	// minutes. Slower endpoints are tried last, not excluded.
	PreferredMinThroughput ThroughputPreference `json:"preferred_min_throughput,omitzero"`

	// Preferred maximum time to first token, in seconds. A number applies to the median of the last five
	// minutes. Slower endpoints are tried last, not excluded.
	PreferredMaxLatency LatencyPreference `json:"preferred_max_latency,omitzero"`

	// Map of provider slug to fields forwarded to that provider, for media operations.
	Options map[string]map[string]any `json:"options,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ProviderPreferences) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ProviderPreferences) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ProviderSort: Sort order of the endpoints.
type ProviderSort struct {
	object

	// Sort key for endpoints.
	By Opt[ProviderSortKey] `json:"by,omitzero"`

	// Scope of the sort order. Default: "model".
	Partition Opt[ProviderSortPartition] `json:"partition,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ProviderSort) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ProviderSort) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ProviderSortKey: Sort key for endpoints.
//
// The API accepts these values today.
type ProviderSortKey string

// The known values of ProviderSortKey.
const (
	// Cheapest first.
	ProviderSortKeyPrice ProviderSortKey = "price"
	// Fastest first.
	ProviderSortKeyThroughput ProviderSortKey = "throughput"
	// Shortest time to first token first.
	ProviderSortKeyLatency ProviderSortKey = "latency"
	// Best tool calling first.
	ProviderSortKeyExacto ProviderSortKey = "exacto"
)

// ProviderSortPartition: Scope of the sort order. Default: "model".
//
// The API accepts these values today.
type ProviderSortPartition string

// The known values of ProviderSortPartition.
const (
	// Sorts the endpoints of each model separately, in the order of the models.
	ProviderSortPartitionModel ProviderSortPartition = "model"
	// Sorts the endpoints of all models together.
	ProviderSortPartitionNone ProviderSortPartition = "none"
)

// Quantization: Accepted quantizations of the weights.
//
// The API accepts these values today.
type Quantization string

// The known values of Quantization.
const (
	// 4-bit integers.
	QuantizationInt4 Quantization = "int4"
	// 8-bit integers.
	QuantizationInt8 Quantization = "int8"
	// 4-bit floats.
	QuantizationFP4 Quantization = "fp4"
	// 4-bit floats with shared scales (MX).
	QuantizationMXFP4 Quantization = "mxfp4"
	// 4-bit floats with shared scales (NVIDIA).
	QuantizationNVFP4 Quantization = "nvfp4"
	// 6-bit floats.
	QuantizationFP6 Quantization = "fp6"
	// 8-bit floats.
	QuantizationFP8 Quantization = "fp8"
	// 8-bit floats with shared scales (MX).
	QuantizationMXFP8 Quantization = "mxfp8"
	// 16-bit floats.
	QuantizationFP16 Quantization = "fp16"
	// 16-bit brain floats (bfloat16).
	QuantizationBF16 Quantization = "bf16"
	// 32-bit floats.
	QuantizationFP32 Quantization = "fp32"
	// Not specified by the provider.
	QuantizationUnknown Quantization = "unknown"
)

// SortPreference is a sort key, or a sort order with its scope.
//
// Set one of its fields.
type SortPreference struct {
	object

	OfProviderSortKey Opt[ProviderSortKey]
	OfProviderSort    *ProviderSort
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SortPreference) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SortPreference) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v SortPreference) Value() any { return codec.Member(&v) }

// ThroughputCutoffs: Tokens per second by percentile. Every given value applies.
type ThroughputCutoffs struct {
	object

	// 50th percentile (median).
	P50 Opt[float64] `json:"p50,omitzero"`

	// 75th percentile.
	P75 Opt[float64] `json:"p75,omitzero"`

	// 90th percentile.
	P90 Opt[float64] `json:"p90,omitzero"`

	// 99th percentile.
	P99 Opt[float64] `json:"p99,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThroughputCutoffs) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThroughputCutoffs) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThroughputPreference: Tokens per second, as one number or by percentile. A number applies to the median.
//
// Set one of its fields.
type ThroughputPreference struct {
	object

	OfFloat             Opt[float64]
	OfThroughputCutoffs *ThroughputCutoffs
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThroughputPreference) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThroughputPreference) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ThroughputPreference) Value() any { return codec.Member(&v) }
