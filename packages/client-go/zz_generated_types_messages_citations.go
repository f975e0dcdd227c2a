// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// CitationCharLocation: Characters of a plain text document.
type CitationCharLocation struct {
	object

	// Always "char_location". It can be left empty.
	Type string `json:"type" const:"char_location"`

	// The cited text.
	CitedText string `json:"cited_text"`

	// Index of the document among the documents of the request, from 0.
	DocumentIndex int64 `json:"document_index"`

	// Title of the document.
	DocumentTitle Opt[string] `json:"document_title"`

	// First character, from 0.
	StartCharIndex int64 `json:"start_char_index"`

	// Character after the last one.
	EndCharIndex int64 `json:"end_char_index"`

	// ID of the uploaded file.
	FileID Opt[string] `json:"file_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CitationCharLocation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CitationCharLocation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CitationContentBlockLocation: Blocks of a document that was sent as content blocks.
type CitationContentBlockLocation struct {
	object

	// Always "content_block_location". It can be left empty.
	Type string `json:"type" const:"content_block_location"`

	// The cited text.
	CitedText string `json:"cited_text"`

	// Index of the document among the documents of the request, from 0.
	DocumentIndex int64 `json:"document_index"`

	// Title of the document.
	DocumentTitle Opt[string] `json:"document_title"`

	// First block, from 0.
	StartBlockIndex int64 `json:"start_block_index"`

	// Block after the last one.
	EndBlockIndex int64 `json:"end_block_index"`

	// ID of the uploaded file.
	FileID Opt[string] `json:"file_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CitationContentBlockLocation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CitationContentBlockLocation) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// CitationPageLocation: Pages of a PDF.
type CitationPageLocation struct {
	object

	// Always "page_location". It can be left empty.
	Type string `json:"type" const:"page_location"`

	// The cited text.
	CitedText string `json:"cited_text"`

	// Index of the document among the documents of the request, from 0.
	DocumentIndex int64 `json:"document_index"`

	// Title of the document.
	DocumentTitle Opt[string] `json:"document_title"`

	// First page, from 1.
	StartPageNumber int64 `json:"start_page_number"`

	// Page after the last one.
	EndPageNumber int64 `json:"end_page_number"`

	// ID of the uploaded file.
	FileID Opt[string] `json:"file_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CitationPageLocation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CitationPageLocation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CitationSearchResultLocation: Blocks of a search result that the caller sent.
type CitationSearchResultLocation struct {
	object

	// Always "search_result_location". It can be left empty.
	Type string `json:"type" const:"search_result_location"`

	// The cited text.
	CitedText string `json:"cited_text"`

	// The "source" of the search result.
	Source string `json:"source"`

	// Title of the search result.
	Title Opt[string] `json:"title"`

	// Index of the result among the search results of the request, from 0.
	SearchResultIndex int64 `json:"search_result_index"`

	// First block, from 0.
	StartBlockIndex int64 `json:"start_block_index"`

	// Block after the last one.
	EndBlockIndex int64 `json:"end_block_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CitationSearchResultLocation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CitationSearchResultLocation) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// CitationWebSearchResultLocation is a result of a web search.
type CitationWebSearchResultLocation struct {
	object

	// Always "web_search_result_location". It can be left empty.
	Type string `json:"type" const:"web_search_result_location"`

	// The cited text.
	CitedText string `json:"cited_text"`

	// URL of the page.
	URL string `json:"url"`

	// Title of the page.
	Title Opt[string] `json:"title"`

	// The provider's reference to the result. Send it back unchanged.
	EncryptedIndex string `json:"encrypted_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CitationWebSearchResultLocation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CitationWebSearchResultLocation) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// TextCitation is a source of a text.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type TextCitation struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownTextCitation"`

	OfCitationCharLocation            *CitationCharLocation            `values:"char_location"`
	OfCitationPageLocation            *CitationPageLocation            `values:"page_location"`
	OfCitationContentBlockLocation    *CitationContentBlockLocation    `values:"content_block_location"`
	OfCitationWebSearchResultLocation *CitationWebSearchResultLocation `values:"web_search_result_location"`
	OfCitationSearchResultLocation    *CitationSearchResultLocation    `values:"search_result_location"`
	// OfUnknownTextCitation is a member that this version does not know.
	OfUnknownTextCitation *UnknownTextCitation
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextCitation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextCitation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v TextCitation) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v TextCitation) Tag() string { return codec.Tag(&v) }

// UnknownTextCitation is a source of another type.
type UnknownTextCitation struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownTextCitation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownTextCitation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
