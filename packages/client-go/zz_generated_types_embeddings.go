// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Embedding is an embedding vector.
type Embedding struct {
	object

	// Always "embedding".
	Object string `json:"object" const:"embedding"`

	// Index of the input.
	Index Opt[int64] `json:"index,omitzero"`

	// The vector as numbers, or as base64 if requested.
	Embedding EmbeddingVector `json:"embedding"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Embedding) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Embedding) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingAudio is an audio part.
type EmbeddingAudio struct {
	object

	// Always "input_audio". It can be left empty.
	Type string `json:"type" const:"input_audio"`

	// The audio data.
	InputAudio EmbeddingMedia `json:"input_audio"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingAudio) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingAudio) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingEncodingFormat: Encoding of the vectors. Default: "float".
//
// The API accepts these values today.
type EmbeddingEncodingFormat string

// The known values of EmbeddingEncodingFormat.
const (
	// A list of numbers.
	EmbeddingEncodingFormatFloat EmbeddingEncodingFormat = "float"
	// 32-bit floats, little-endian, in base64.
	EmbeddingEncodingFormatBase64 EmbeddingEncodingFormat = "base64"
)

// EmbeddingFile is a file.
type EmbeddingFile struct {
	object

	// Always "input_file". It can be left empty.
	Type string `json:"type" const:"input_file"`

	// The file.
	InputFile EmbeddingMedia `json:"input_file"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingFile) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingFile) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingImage is an image.
type EmbeddingImage struct {
	object

	// Always "image_url". It can be left empty.
	Type string `json:"type" const:"image_url"`

	// The image as a URL.
	ImageURL ImageReference `json:"image_url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingImage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingImage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingInput is an input of several parts, embedded as one vector.
type EmbeddingInput struct {
	object

	// The parts of the input.
	Content []EmbeddingPart `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingInput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingInput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingInputItem is one input of a list: a string, a token ID, a list of token IDs, or a multimodal
// input.
//
// Set one of its fields.
type EmbeddingInputItem struct {
	object

	OfString         Opt[string]
	OfInt            Opt[int64]
	OfInts           []int64
	OfEmbeddingInput *EmbeddingInput
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingInputItem) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingInputItem) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v EmbeddingInputItem) Value() any { return codec.Member(&v) }

// EmbeddingInputs is a string, a list of strings, a list of token IDs, a list of token ID lists, or a list of
// multimodal inputs.
//
// Set one of its fields.
type EmbeddingInputs struct {
	object

	OfString              Opt[string]
	OfEmbeddingInputItems []EmbeddingInputItem
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingInputs) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingInputs) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v EmbeddingInputs) Value() any { return codec.Member(&v) }

// EmbeddingList is the embedding vectors, in the order of the inputs.
type EmbeddingList struct {
	object

	// ID of the generation, "gen-…".
	ID string `json:"id,omitzero"`

	// Always "list".
	Object string `json:"object" const:"list"`

	// The model that served the request.
	Model string `json:"model"`

	// Display name of the provider that served the request.
	Provider string `json:"provider,omitzero"`

	// The vectors.
	Data []Embedding `json:"data"`

	// Token counts and cost.
	Usage *EmbeddingUsage `json:"usage,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingList) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingList) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingMedia: Media as base64.
type EmbeddingMedia struct {
	object

	// The content as base64.
	Data string `json:"data"`

	// Encoding of the data, such as "mp3".
	Format Opt[string] `json:"format,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingMedia) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingMedia) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingPart is one part of an input.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type EmbeddingPart struct {
	object

	_ struct{} `discriminator:"type"`

	OfEmbeddingText  *EmbeddingText  `values:"text"`
	OfEmbeddingImage *EmbeddingImage `values:"image_url"`
	OfEmbeddingAudio *EmbeddingAudio `values:"input_audio"`
	OfEmbeddingVideo *EmbeddingVideo `values:"input_video"`
	OfEmbeddingFile  *EmbeddingFile  `values:"input_file"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v EmbeddingPart) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v EmbeddingPart) Tag() string { return codec.Tag(&v) }

// EmbeddingParams is the content to embed and its settings.
type EmbeddingParams struct {
	object

	// The embedding model.
	Model string `json:"model"`

	// A string, a list of strings, a list of token IDs, a list of token ID lists, or a list of multimodal
	// inputs.
	Input EmbeddingInputs `json:"input"`

	// Encoding of the vectors. Default: "float".
	EncodingFormat Opt[EmbeddingEncodingFormat] `json:"encoding_format,omitzero"`

	// Number of dimensions, for models that support shorter vectors.
	Dimensions Opt[int64] `json:"dimensions,omitzero"`

	// Purpose of the input, such as "search_query". Some models require it.
	InputType Opt[string] `json:"input_type,omitzero"`

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
func (v EmbeddingParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingText: Text.
type EmbeddingText struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`

	// The text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// EmbeddingVector is a vector as numbers, or as base64.
//
// Set one of its fields.
type EmbeddingVector struct {
	object

	OfFloats []float64
	OfString Opt[string]
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingVector) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingVector) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v EmbeddingVector) Value() any { return codec.Member(&v) }

// EmbeddingVideo is a video.
type EmbeddingVideo struct {
	object

	// Always "input_video". It can be left empty.
	Type string `json:"type" const:"input_video"`

	// The video.
	InputVideo EmbeddingMedia `json:"input_video"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingVideo) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingVideo) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
