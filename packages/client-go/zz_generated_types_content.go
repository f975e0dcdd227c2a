// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AudioFormat: Encoding of the audio data.
//
// The API may add other values.
type AudioFormat string

// The known values of AudioFormat.
const (
	// WAV.
	AudioFormatWav AudioFormat = "wav"
	// MP3.
	AudioFormatMp3 AudioFormat = "mp3"
	// FLAC.
	AudioFormatFlac AudioFormat = "flac"
	// AAC in an MP4 container.
	AudioFormatM4a AudioFormat = "m4a"
	// Ogg.
	AudioFormatOgg AudioFormat = "ogg"
	// AIFF.
	AudioFormatAiff AudioFormat = "aiff"
	// AAC.
	AudioFormatAac AudioFormat = "aac"
	// Raw 16-bit samples.
	AudioFormatPcm16 AudioFormat = "pcm16"
	// Raw 24-bit samples.
	AudioFormatPcm24 AudioFormat = "pcm24"
)

// AudioPart is an audio part.
type AudioPart struct {
	object

	// Always "input_audio". It can be left empty.
	Type string `json:"type" const:"input_audio"`

	// The audio data.
	InputAudio InputAudio `json:"input_audio"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AudioPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AudioPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CacheControl requests that the provider cache the prompt up to this point.
type CacheControl struct {
	object

	// Always "ephemeral". It can be left empty.
	Type string `json:"type" const:"ephemeral"`

	// Time to live of the cache entry. Default: "5m".
	TTL Opt[CacheControlTTL] `json:"ttl,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CacheControl) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CacheControl) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CacheControlTTL: Time to live of the cache entry. Default: "5m".
//
// The API accepts these values today.
type CacheControlTTL string

// The known values of CacheControlTTL.
const (
	// Five minutes. Cache writes cost 1.25 times the prompt price.
	CacheControlTTL5m CacheControlTTL = "5m"
	// One hour. Cache writes cost twice the prompt price.
	CacheControlTTL1h CacheControlTTL = "1h"
)

// ContentPart is one part of a message. "architecture.input_modalities" lists the kinds that a model accepts.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ContentPart struct {
	object

	_ struct{} `discriminator:"type"`

	OfTextPart        *TextPart        `values:"text"`
	OfImagePart       *ImagePart       `values:"image_url"`
	OfAudioPart       *AudioPart       `values:"input_audio"`
	OfVideoPart       *VideoPart       `values:"video_url"`
	OfLegacyVideoPart *LegacyVideoPart `values:"input_video"`
	OfFilePart        *FilePart        `values:"file"`
	OfRefusalPart     *RefusalPart     `values:"refusal"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ContentPart) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ContentPart) Tag() string { return codec.Tag(&v) }

// FileInput is a file, given as content, as a URL or as the ID of an uploaded file.
type FileInput struct {
	object

	// File name shown to the model.
	Filename Opt[string] `json:"filename,omitzero"`

	// The file as a "data:" URL or an https URL.
	FileData Opt[string] `json:"file_data,omitzero"`

	// ID of an uploaded file.
	FileID Opt[string] `json:"file_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FileInput) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FileInput) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FilePart is a file, such as a PDF. For models without file input, the "file-parser" plugin extracts the
// content.
type FilePart struct {
	object

	// Always "file". It can be left empty.
	Type string `json:"type" const:"file"`

	// The file.
	File FileInput `json:"file"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FilePart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FilePart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ImageDetail is the resolution at which the model reads an image.
//
// The API accepts these values today.
type ImageDetail string

// The known values of ImageDetail.
const (
	// The provider decides.
	ImageDetailAuto ImageDetail = "auto"
	// A low-resolution version of the image.
	ImageDetailLow ImageDetail = "low"
	// The full image, processed in tiles.
	ImageDetailHigh ImageDetail = "high"
	// The image at its original size.
	ImageDetailOriginal ImageDetail = "original"
)

// ImagePart is an image.
type ImagePart struct {
	object

	// Always "image_url". It can be left empty.
	Type string `json:"type" const:"image_url"`

	// The image as a URL.
	ImageURL ImageURL `json:"image_url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImagePart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImagePart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ImageURL is a reference to an image by URL.
type ImageURL struct {
	object

	// An https URL, or the image itself as a "data:" URL.
	URL string `json:"url"`

	// Resolution at which the model processes the image. Higher detail costs more tokens.
	Detail Opt[ImageDetail] `json:"detail,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImageURL) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImageURL) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// InputAudio: Audio data as base64. URLs are not accepted.
type InputAudio struct {
	object

	// The content as base64.
	Data string `json:"data"`

	// Encoding of the audio data.
	Format AudioFormat `json:"format"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v InputAudio) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *InputAudio) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LegacyVideoPart is a video part with the older type.
//
// Deprecated: The API still accepts it.
type LegacyVideoPart struct {
	object

	// The older type; use "video_url". It can be left empty.
	Type string `json:"type" const:"input_video"`

	// The video as a URL.
	VideoURL VideoURL `json:"video_url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v LegacyVideoPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *LegacyVideoPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageContent is the content of a message, as a string or as a list of parts.
//
// Set one of its fields.
type MessageContent struct {
	object

	OfString       Opt[string]
	OfContentParts []ContentPart
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessageContent) Value() any { return codec.Member(&v) }

// PromptCacheBreakpoint is a breakpoint for explicit prompt caching.
type PromptCacheBreakpoint struct {
	object

	// Always "explicit". It can be left empty.
	Mode string `json:"mode" const:"explicit"`

	// Time to live, "30m" or "12h". Default: "prompt_cache_options.ttl".
	TTL Opt[string] `json:"ttl,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PromptCacheBreakpoint) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PromptCacheBreakpoint) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RefusalPart is a refusal by the model, in an assistant message that is sent back in parts.
type RefusalPart struct {
	object

	// Always "refusal". It can be left empty.
	Type string `json:"type" const:"refusal"`

	// The model's refusal message.
	Refusal string `json:"refusal"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RefusalPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RefusalPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextContent: Text, as a string or as a list of parts.
//
// Set one of its fields.
type TextContent struct {
	object

	OfString    Opt[string]
	OfTextParts []TextPart
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v TextContent) Value() any { return codec.Member(&v) }

// TextPart is a text part.
type TextPart struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`

	// The text.
	Text string `json:"text"`

	// Sets a breakpoint of the provider's prompt cache after this part.
	CacheControl *CacheControl `json:"cache_control,omitzero"`

	// Sets a breakpoint after this part, for models with explicit prompt caching.
	PromptCacheBreakpoint *PromptCacheBreakpoint `json:"prompt_cache_breakpoint,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// VideoPart is a video.
type VideoPart struct {
	object

	// Always "video_url". It can be left empty.
	Type string `json:"type" const:"video_url"`

	// The video as a URL.
	VideoURL VideoURL `json:"video_url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v VideoPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *VideoPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// VideoProcessing says how a video is processed.
//
// The API accepts these values today.
type VideoProcessing string

// The known values of VideoProcessing.
const (
	// The model selects which parts to watch.
	VideoProcessingAgentic VideoProcessing = "agentic"
	// The whole video at once.
	VideoProcessingStatic VideoProcessing = "static"
)

// VideoURL is a reference to a video by URL.
type VideoURL struct {
	object

	// An https URL, or the video itself as a "data:" URL.
	URL string `json:"url"`

	// How the model processes the video.
	Processing Opt[VideoProcessing] `json:"processing,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v VideoURL) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *VideoURL) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
