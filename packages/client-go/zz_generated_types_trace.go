// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// TraceConfig: Observability metadata, forwarded to the configured destinations. Additional fields are
// preserved.
type TraceConfig struct {
	object

	// Groups requests into one trace.
	TraceID Opt[string] `json:"trace_id,omitzero"`

	// Name of the trace.
	TraceName Opt[string] `json:"trace_name,omitzero"`

	// Name of the span that contains the generation.
	SpanName Opt[string] `json:"span_name,omitzero"`

	// Name of the generation.
	GenerationName Opt[string] `json:"generation_name,omitzero"`

	// ID of the parent span.
	ParentSpanID Opt[string] `json:"parent_span_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TraceConfig) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TraceConfig) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
