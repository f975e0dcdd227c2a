// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// RankedDocument is a document with its score.
type RankedDocument struct {
	object

	// Index of the document in the request.
	Index int64 `json:"index"`

	// Relevance score; higher is more relevant.
	RelevanceScore float64 `json:"relevance_score"`

	// The document. Always an object, even if the request contained a string.
	Document RerankDocument `json:"document"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RankedDocument) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RankedDocument) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Ranking is the reranked documents, most relevant first.
type Ranking struct {
	object

	// ID of the generation, "gen-…".
	ID string `json:"id,omitzero"`

	// The model that served the request.
	Model string `json:"model"`

	// Display name of the provider that served the request.
	Provider string `json:"provider,omitzero"`

	// The documents in descending order of score.
	Results []RankedDocument `json:"results"`

	// Usage and cost.
	Usage *RerankUsage `json:"usage,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Ranking) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Ranking) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RerankDocument is a document with text or an image.
type RerankDocument struct {
	object

	// Text of the document.
	Text Opt[string] `json:"text,omitzero"`

	// An image as an https or "data:" URL.
	Image Opt[string] `json:"image,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RerankDocument) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RerankDocument) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RerankDocumentOrText is a document, or its text.
//
// Set one of its fields.
type RerankDocumentOrText struct {
	object

	OfString         Opt[string]
	OfRerankDocument *RerankDocument
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RerankDocumentOrText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RerankDocumentOrText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v RerankDocumentOrText) Value() any { return codec.Member(&v) }

// RerankParams is a query and the documents to rerank.
type RerankParams struct {
	object

	// The rerank model.
	Model string `json:"model"`

	// The search query.
	Query string `json:"query"`

	// The documents to rerank.
	Documents []RerankDocumentOrText `json:"documents"`

	// Number of top results to return. Default: all.
	TopN Opt[int64] `json:"top_n,omitzero"`

	// Preferences for provider routing.
	Provider *ProviderPreferences `json:"provider,omitzero"`

	// Groups requests in logs.
	SessionID Opt[string] `json:"session_id,omitzero"`

	// Observability metadata.
	Trace *TraceConfig `json:"trace,omitzero"`

	// ID of the end user.
	User Opt[string] `json:"user,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RerankParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RerankParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
