// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ResponseAnnotation is a citation in the text of an answer.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseAnnotation struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownAnnotation"`

	OfResponseURLCitation           *ResponseURLCitation           `values:"url_citation"`
	OfResponseFileCitation          *ResponseFileCitation          `values:"file_citation"`
	OfResponseFilePath              *ResponseFilePath              `values:"file_path"`
	OfResponseContainerFileCitation *ResponseContainerFileCitation `values:"container_file_citation"`
	// OfUnknownAnnotation is a member that this version does not know.
	OfUnknownAnnotation *UnknownAnnotation
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAnnotation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAnnotation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseAnnotation) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseAnnotation) Tag() string { return codec.Tag(&v) }

// ResponseContainerFileCitation is a file in a container that the text cites.
type ResponseContainerFileCitation struct {
	object

	// Always "container_file_citation". It can be left empty.
	Type string `json:"type" const:"container_file_citation"`

	// ID of the container.
	ContainerID string `json:"container_id"`

	// ID of the file.
	FileID string `json:"file_id"`

	// Name of the file.
	Filename string `json:"filename"`

	// Start of the citation in the text, in characters.
	StartIndex int64 `json:"start_index"`

	// End of the citation in the text, in characters.
	EndIndex int64 `json:"end_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseContainerFileCitation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseContainerFileCitation) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseContent: Content, as text or as a list of parts.
//
// Set one of its fields.
type ResponseContent struct {
	object

	OfString                Opt[string]
	OfResponseInputContents []ResponseInputContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseContent) Value() any { return codec.Member(&v) }

// ResponseEncryptedContent: Content that only the provider can decrypt.
type ResponseEncryptedContent struct {
	object

	// Always "encrypted_content". It can be left empty.
	Type string `json:"type" const:"encrypted_content"`

	// The encrypted content.
	EncryptedContent string `json:"encrypted_content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseEncryptedContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseEncryptedContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFileCitation is a file that the text cites.
type ResponseFileCitation struct {
	object

	// Always "file_citation". It can be left empty.
	Type string `json:"type" const:"file_citation"`

	// ID of the file.
	FileID string `json:"file_id"`

	// Name of the file.
	Filename Opt[string] `json:"filename,omitzero"`

	// Position of the citation in the text, in characters.
	Index int64 `json:"index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFileCitation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFileCitation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFilePath is a file that a tool created.
type ResponseFilePath struct {
	object

	// Always "file_path". It can be left empty.
	Type string `json:"type" const:"file_path"`

	// ID of the file.
	FileID string `json:"file_id"`

	// Position in the text, in characters.
	Index int64 `json:"index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFilePath) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFilePath) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseInputAudio: Audio.
type ResponseInputAudio struct {
	object

	// Always "input_audio". It can be left empty.
	Type string `json:"type" const:"input_audio"`

	// The audio data.
	InputAudio InputAudio `json:"input_audio"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputAudio) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputAudio) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseInputContent is one part of an input message or of a tool output. "architecture.input_modalities"
// lists the kinds that a model accepts.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseInputContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownInputContent"`

	OfResponseInputText        *ResponseInputText        `values:"input_text"`
	OfResponseInputImage       *ResponseInputImage       `values:"input_image"`
	OfResponseInputFile        *ResponseInputFile        `values:"input_file"`
	OfResponseInputAudio       *ResponseInputAudio       `values:"input_audio"`
	OfResponseInputVideo       *ResponseInputVideo       `values:"input_video"`
	OfResponseOutputText       *ResponseOutputText       `values:"output_text"`
	OfResponseOutputRefusal    *ResponseOutputRefusal    `values:"refusal"`
	OfResponseReasoningText    *ResponseReasoningText    `values:"reasoning_text"`
	OfResponseEncryptedContent *ResponseEncryptedContent `values:"encrypted_content"`
	// OfUnknownInputContent is a member that this version does not know.
	OfUnknownInputContent *UnknownInputContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseInputContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseInputContent) Tag() string { return codec.Tag(&v) }

// ResponseInputFile is a file, such as a PDF. Set one of FileData, FileURL and FileID.
type ResponseInputFile struct {
	object

	// Always "input_file". It can be left empty.
	Type string `json:"type" const:"input_file"`

	// File name shown to the model.
	Filename Opt[string] `json:"filename,omitzero"`

	// The file as a "data:" URL.
	FileData Opt[string] `json:"file_data,omitzero"`

	// An https URL of the file.
	FileURL Opt[string] `json:"file_url,omitzero"`

	// ID of an uploaded file.
	FileID Opt[string] `json:"file_id,omitzero"`

	// Sets a breakpoint after this part, for models with explicit prompt caching.
	PromptCacheBreakpoint *PromptCacheBreakpoint `json:"prompt_cache_breakpoint,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputFile) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputFile) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseInputImage is an image. Set ImageURL or FileID.
type ResponseInputImage struct {
	object

	// Always "input_image". It can be left empty.
	Type string `json:"type" const:"input_image"`

	// An https URL, or the image itself as a "data:" URL.
	ImageURL Opt[string] `json:"image_url,omitzero"`

	// ID of an uploaded file.
	FileID Opt[string] `json:"file_id,omitzero"`

	// Resolution at which the model processes the image. Higher detail costs more tokens.
	Detail Opt[ImageDetail] `json:"detail,omitzero"`

	// Sets a breakpoint after this part, for models with explicit prompt caching.
	PromptCacheBreakpoint *PromptCacheBreakpoint `json:"prompt_cache_breakpoint,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputImage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputImage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseInputText: Text.
type ResponseInputText struct {
	object

	// Always "input_text". It can be left empty.
	Type string `json:"type" const:"input_text"`

	// The text.
	Text string `json:"text"`

	// Sets a breakpoint after this part, for models with explicit prompt caching.
	PromptCacheBreakpoint *PromptCacheBreakpoint `json:"prompt_cache_breakpoint,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseInputVideo is a video.
type ResponseInputVideo struct {
	object

	// Always "input_video". It can be left empty.
	Type string `json:"type" const:"input_video"`

	// An https URL, or the video itself as a "data:" URL.
	VideoURL string `json:"video_url"`

	// How the model processes the video.
	Processing Opt[VideoProcessing] `json:"processing,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInputVideo) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInputVideo) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseLogprob is the log probability of a token.
type ResponseLogprob struct {
	object

	// The token.
	Token string `json:"token"`

	// Its log probability.
	Logprob float64 `json:"logprob"`

	// The bytes of the token in UTF-8.
	Bytes []int64 `json:"bytes,omitzero"`

	// The most likely alternatives.
	TopLogprobs []ResponseTopLogprob `json:"top_logprobs,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseLogprob) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseLogprob) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseOutputContent is one part of the output of a model.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseOutputContent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownOutputContent"`

	OfResponseOutputText    *ResponseOutputText    `values:"output_text"`
	OfResponseOutputRefusal *ResponseOutputRefusal `values:"refusal"`
	OfResponseReasoningText *ResponseReasoningText `values:"reasoning_text"`
	// OfUnknownOutputContent is a member that this version does not know.
	OfUnknownOutputContent *UnknownOutputContent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseOutputContent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseOutputContent) Tag() string { return codec.Tag(&v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ResponseOutputContent) ToParam() ResponseInputContent {
	var param ResponseInputContent
	codec.ToParam(&v, &param)
	return param
}

// ResponseOutputRefusal is a refusal by the model.
type ResponseOutputRefusal struct {
	object

	// Always "refusal". It can be left empty.
	Type string `json:"type" const:"refusal"`

	// The model's refusal message.
	Refusal string `json:"refusal"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputRefusal) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputRefusal) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseOutputText: Text that the model generated.
type ResponseOutputText struct {
	object

	// Always "output_text". It can be left empty.
	Type string `json:"type" const:"output_text"`

	// The text.
	Text string `json:"text"`

	// Citations in the text.
	Annotations []ResponseAnnotation `json:"annotations,omitzero"`

	// Log probabilities of the tokens, if requested.
	Logprobs []ResponseLogprob `json:"logprobs,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseReasoningText: Reasoning as text.
type ResponseReasoningText struct {
	object

	// Always "reasoning_text". It can be left empty.
	Type string `json:"type" const:"reasoning_text"`

	// The text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseSummaryText is a summary of the reasoning.
type ResponseSummaryText struct {
	object

	// Always "summary_text". It can be left empty.
	Type string `json:"type" const:"summary_text"`

	// The summary.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseSummaryText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseSummaryText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseTopLogprob is an alternative token.
type ResponseTopLogprob struct {
	object

	// The token.
	Token Opt[string] `json:"token,omitzero"`

	// Its log probability.
	Logprob Opt[float64] `json:"logprob,omitzero"`

	// The bytes of the token in UTF-8.
	Bytes []int64 `json:"bytes,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTopLogprob) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTopLogprob) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseURLCitation is a web page that the text cites.
type ResponseURLCitation struct {
	object

	// Always "url_citation". It can be left empty.
	Type string `json:"type" const:"url_citation"`

	// URL of the page.
	URL string `json:"url"`

	// Title of the page.
	Title string `json:"title"`

	// The cited passage.
	Content Opt[string] `json:"content,omitzero"`

	// Start of the citation in the text, in characters.
	StartIndex int64 `json:"start_index"`

	// End of the citation in the text, in characters.
	EndIndex int64 `json:"end_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseURLCitation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseURLCitation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownAnnotation is an annotation with a type that this contract does not know.
type UnknownAnnotation struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownAnnotation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownAnnotation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownInputContent is a part with a type that this contract does not know. The API accepts the request or
// refuses the part by its type.
type UnknownInputContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownInputContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownInputContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownOutputContent is a part with a type that this contract does not know.
type UnknownOutputContent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownOutputContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownOutputContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v UnknownOutputContent) ToParam() ResponseInputContent {
	param := new(UnknownInputContent)
	codec.ToParam(&v, param)
	return ResponseInputContent{OfUnknownInputContent: param}
}
