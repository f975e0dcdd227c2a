// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Endpoint is one model as served by one provider.
type Endpoint struct {
	object

	// Provider and model, such as DeepInfra | meta-llama/llama-3.3-70b-instruct.
	Name string `json:"name"`

	// Slug of the model.
	ModelID string `json:"model_id"`

	// Display name of the model.
	ModelName string `json:"model_name"`

	// Display name of the provider.
	ProviderName string `json:"provider_name"`

	// Slug for "provider.order", "provider.only" and "provider.ignore", such as "deepinfra/turbo".
	Tag string `json:"tag"`

	// Context length: total tokens of prompt and completion.
	ContextLength int64 `json:"context_length"`

	// Maximum number of completion tokens.
	MaxCompletionTokens Opt[int64] `json:"max_completion_tokens"`

	// Maximum number of prompt tokens.
	MaxPromptTokens Opt[int64] `json:"max_prompt_tokens"`

	// Prices of the endpoint.
	Pricing Pricing `json:"pricing"`

	// Quantization of the weights.
	Quantization EndpointQuantization `json:"quantization"`

	// Health of the endpoint: 0 is healthy; negative values are degraded or disabled.
	Status Opt[EndpointStatus] `json:"status,omitzero"`

	// Success rate of the last 5 minutes, in percent. Rate-limited requests are not counted.
	UptimeLast5m Opt[float64] `json:"uptime_last_5m"`

	// Success rate of the last 30 minutes, in percent. Rate-limited requests are not counted.
	UptimeLast30m Opt[float64] `json:"uptime_last_30m"`

	// Success rate of the last day, in percent. Rate-limited requests are not counted.
	UptimeLast1d Opt[float64] `json:"uptime_last_1d"`

	// Time to first token in the last 30 minutes, in milliseconds. Null without an API key.
	LatencyLast30m *Percentiles `json:"latency_last_30m"`

	// Throughput of the last 30 minutes, in tokens per second. Null without an API key.
	ThroughputLast30m *Percentiles `json:"throughput_last_30m"`

	// Map of workload ("text_generation", "embeddings", …) to its performance in the last 30 minutes.
	PerfLast30mByWorkload map[string]WorkloadPerformance `json:"perf_last_30m_by_workload,omitzero"`

	// Whether the endpoint caches prompts automatically, without "cache_control".
	SupportsImplicitCaching bool `json:"supports_implicit_caching"`

	// Whether the endpoint supports voice cloning.
	SupportsVoiceCloning Opt[bool] `json:"supports_voice_cloning,omitzero"`

	// Whether the endpoint labels the speakers of a transcript.
	SupportsDiarization Opt[bool] `json:"supports_diarization,omitzero"`

	// Whether the endpoint accepts an image that describes the voice.
	SupportsImageReference Opt[bool] `json:"supports_image_reference,omitzero"`

	// Whether the endpoint accepts several recordings of a voice.
	SupportsMultipleAudioReferences Opt[bool] `json:"supports_multiple_audio_references,omitzero"`

	// The service tier of the endpoint, such as "priority"; null for the standard tier.
	ServiceTier string `json:"service_tier,omitzero"`

	// Server tool ("openrouter:…") → the provider's own tool to which it is translated.
	NativeTools map[string]map[string]any `json:"native_tools,omitzero"`

	// Parameters that the endpoint supports.
	SupportedParameters []ParameterName `json:"supported_parameters"`

	// Values of "tool_choice" that the endpoint supports.
	SupportsToolChoice SupportedToolChoice `json:"supports_tool_choice"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Endpoint) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Endpoint) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EndpointList is a list of endpoints.
type EndpointList struct {
	object

	// The endpoints.
	Data []Endpoint `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EndpointList) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EndpointList) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EndpointQuantization: Quantization of the weights.
//
// The API may add other values.
type EndpointQuantization string

// The known values of EndpointQuantization.
const (
	// 4-bit integers.
	EndpointQuantizationInt4 EndpointQuantization = "int4"
	// 8-bit integers.
	EndpointQuantizationInt8 EndpointQuantization = "int8"
	// 4-bit floats.
	EndpointQuantizationFP4 EndpointQuantization = "fp4"
	// 4-bit floats with shared scales (MX).
	EndpointQuantizationMXFP4 EndpointQuantization = "mxfp4"
	// 4-bit floats with shared scales (NVIDIA).
	EndpointQuantizationNVFP4 EndpointQuantization = "nvfp4"
	// 6-bit floats.
	EndpointQuantizationFP6 EndpointQuantization = "fp6"
	// 8-bit floats.
	EndpointQuantizationFP8 EndpointQuantization = "fp8"
	// 8-bit floats with shared scales (MX).
	EndpointQuantizationMXFP8 EndpointQuantization = "mxfp8"
	// 16-bit floats.
	EndpointQuantizationFP16 EndpointQuantization = "fp16"
	// 16-bit brain floats (bfloat16).
	EndpointQuantizationBF16 EndpointQuantization = "bf16"
	// 32-bit floats.
	EndpointQuantizationFP32 EndpointQuantization = "fp32"
	// Not specified by the provider.
	EndpointQuantizationUnknown EndpointQuantization = "unknown"
)

// EndpointStatus: Health of the endpoint: 0 is healthy; negative values are degraded or disabled.
//
// The API may add other values.
type EndpointStatus int64

// The known values of EndpointStatus.
const (
	// Healthy.
	EndpointStatus0 EndpointStatus = 0
	// Degraded, level 1.
	EndpointStatusMinus1 EndpointStatus = -1
	// Degraded, level 2.
	EndpointStatusMinus2 EndpointStatus = -2
	// Degraded, level 3.
	EndpointStatusMinus3 EndpointStatus = -3
	// Degraded, level 4.
	EndpointStatusMinus5 EndpointStatus = -5
	// Disabled.
	EndpointStatusMinus10 EndpointStatus = -10
)

// ModelEndpoints is a model and the endpoints that serve it.
type ModelEndpoints struct {
	object

	// The model.
	Data ServedModel `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelEndpoints) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelEndpoints) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Percentiles is a metric by percentile.
type Percentiles struct {
	object

	// 50th percentile (median).
	P50 float64 `json:"p50"`

	// 75th percentile.
	P75 float64 `json:"p75"`

	// 90th percentile.
	P90 float64 `json:"p90"`

	// 99th percentile.
	P99 float64 `json:"p99"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Percentiles) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Percentiles) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ServedModel is a model and the endpoints that serve it.
type ServedModel struct {
	object

	// Slug of the model.
	ID string `json:"id"`

	// Display name.
	Name string `json:"name"`

	// Time at which the model was added, in Unix seconds.
	Created int64 `json:"created"`

	// Summary of the model's strengths.
	Description string `json:"description"`

	// Input and output modalities.
	Architecture ModelArchitecture `json:"architecture"`

	// The endpoints.
	Endpoints []Endpoint `json:"endpoints"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ServedModel) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ServedModel) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SupportedToolChoice: Values of "tool_choice" that an endpoint supports.
type SupportedToolChoice struct {
	object

	// "auto".
	Auto bool `json:"auto"`

	// "none".
	None bool `json:"none"`

	// "required".
	Required bool `json:"required"`

	// A specific function.
	Function bool `json:"function"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SupportedToolChoice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SupportedToolChoice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WorkloadPerformance: Performance for one kind of workload.
type WorkloadPerformance struct {
	object

	// Time to first token, in milliseconds.
	Latency *Percentiles `json:"latency,omitzero"`

	// Throughput, in tokens per second.
	Throughput *Percentiles `json:"throughput,omitzero"`

	// Number of measured requests.
	RequestCount Opt[int64] `json:"request_count,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WorkloadPerformance) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WorkloadPerformance) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
