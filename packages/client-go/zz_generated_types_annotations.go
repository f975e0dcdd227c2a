// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Annotation is a citation or a parsed file that belongs to a completion.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type Annotation struct {
	object

	_ struct{} `discriminator:"type"`

	OfURLCitationAnnotation *URLCitationAnnotation `values:"url_citation"`
	OfFileAnnotation        *FileAnnotation        `values:"file"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Annotation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Annotation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v Annotation) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v Annotation) Tag() string { return codec.Tag(&v) }

// AssistantAudio: Audio that the model generated. In a stream, Data and Transcript arrive in pieces.
type AssistantAudio struct {
	object

	// ID by which a later message can reference the audio.
	ID Opt[string] `json:"id,omitzero"`

	// The content as base64.
	Data Opt[string] `json:"data,omitzero"`

	// Transcript of the audio.
	Transcript Opt[string] `json:"transcript,omitzero"`

	// Time at which the provider deletes the audio, in Unix seconds.
	ExpiresAt Opt[int64] `json:"expires_at,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AssistantAudio) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AssistantAudio) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AssistantImage is an image that the model generated.
type AssistantImage struct {
	object

	// Always "image_url".
	Type Opt[string] `json:"type,omitzero"`

	// Position among the images of the completion.
	Index Opt[int64] `json:"index,omitzero"`

	// The image as a "data:" URL.
	ImageURL ImageReference `json:"image_url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AssistantImage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AssistantImage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FileAnnotation is a file that was parsed for the model.
type FileAnnotation struct {
	object

	// Always "file". It can be left empty.
	Type string `json:"type" const:"file"`

	// The file.
	File ParsedFile `json:"file"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FileAnnotation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FileAnnotation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ImageReference is a reference to an image by URL.
type ImageReference struct {
	object

	// An https or "data:" URL.
	URL string `json:"url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImageReference) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImageReference) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ParsedFile is a parsed file. Send it back in a later request to avoid parsing and paying for it again.
type ParsedFile struct {
	object

	// Hash that identifies the file and the parser.
	Hash string `json:"hash"`

	// Name of the file.
	Name Opt[string] `json:"name,omitzero"`

	// The parsed content.
	Content []ParsedPart `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ParsedFile) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ParsedFile) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ParsedImage is an image in a parsed file.
type ParsedImage struct {
	object

	// Always "image_url". It can be left empty.
	Type string `json:"type" const:"image_url"`

	// The image.
	ImageURL ImageReference `json:"image_url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ParsedImage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ParsedImage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ParsedPart is a part of a parsed file.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ParsedPart struct {
	object

	_ struct{} `discriminator:"type"`

	OfParsedText  *ParsedText  `values:"text"`
	OfParsedImage *ParsedImage `values:"image_url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ParsedPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ParsedPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ParsedPart) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ParsedPart) Tag() string { return codec.Tag(&v) }

// ParsedText: Text of a parsed file.
type ParsedText struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`

	// The text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ParsedText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ParsedText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// URLCitation is a web page and the position in the completion that cites it.
type URLCitation struct {
	object

	// URL of the page.
	URL string `json:"url"`

	// Title of the page.
	Title string `json:"title"`

	// The cited passage.
	Content Opt[string] `json:"content,omitzero"`

	// Start of the citation in Content, in characters.
	StartIndex int64 `json:"start_index"`

	// End of the citation in Content, in characters.
	EndIndex int64 `json:"end_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v URLCitation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *URLCitation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// URLCitationAnnotation is a web page that the completion cites.
type URLCitationAnnotation struct {
	object

	// Always "url_citation". It can be left empty.
	Type string `json:"type" const:"url_citation"`

	// The citation.
	URLCitation URLCitation `json:"url_citation"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v URLCitationAnnotation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *URLCitationAnnotation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
