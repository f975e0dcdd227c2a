package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Input is a Input.
//
// Set one of its fields.
type Input struct {
	object

	OfString   Opt[string]
	OfInt      Opt[int64]
	OfFloat    Opt[float64]
	OfBool     Opt[bool]
	OfMood     Opt[Mood]
	OfRange    *Range
	OfPart     *Part
	OfStrings  []string
	OfInts     []int64
	OfIntLists [][]int64
	OfParts    []Part
	OfMap      map[string]any
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Input) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Input) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v Input) Value() any { return codec.Member(&v) }

// Level: Levels of a note, see the page (https://example.com/levels).
//
// The API accepts these values today.
type Level int64

// The known values of Level.
const (
	// Low.
	LevelMinus1 Level = -1
	Level0      Level = 0
)

// Mood is a Mood.
//
// The API may add other values.
type Mood string

// The known values of Mood.
const (
	// Calm as null.
	MoodCalm        Mood = "calm"
	MoodVeryLoudFP8 Mood = "very-loud:fp8"
)

// NewNote is a note to send.
//
//   - Name is required.
//   - Others are not.
type NewNote struct {
	object

	// The name.
	Name string `json:"name"`

	// The note.
	Note Opt[string] `json:"note"`

	// The mood.
	Mood Mood `json:"mood"`

	// The mood_or_null.
	MoodOrNull Opt[Mood] `json:"mood_or_null,omitzero"`

	// The max_tokens.
	MaxTokens int64 `json:"max_tokens"`

	// Limit of MaxTokens, or null; "4k" at most. In seconds.
	Timeout Opt[int64] `json:"timeout,omitzero"`

	// The price. In USD.
	Price Opt[float64] `json:"price,omitzero"`

	// The is_byok.
	IsBYOK Opt[bool] `json:"is_byok,omitzero"`

	// The image_urls.
	ImageURLs []string `json:"image_urls"`

	// The scores.
	Scores []Opt[float64] `json:"scores,omitzero"`

	// The labels.
	Labels map[string]string `json:"labels,omitzero"`

	// The anything.
	Anything any `json:"anything,omitzero"`

	// The range.
	Range Range `json:"range"`

	// The other_range.
	OtherRange *Range `json:"other_range,omitzero"`

	// The part.
	Part Part `json:"part,omitzero"`

	// The parts.
	Parts []Part `json:"parts,omitzero"`

	// The input.
	Input Input `json:"input"`

	// The settings.
	Settings Settings `json:"settings,omitzero"`

	// The object. It can be left empty.
	Object string `json:"object" const:"note"`

	// The version.
	Version Opt[string] `json:"version,omitzero"`

	// Deprecated: Use Name instead.
	Inside Opt[string] `json:"in,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NewNote) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NewNote) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Note is a Note.
type Note struct {
	object

	// The name.
	Name string `json:"name"`

	// The note.
	Note string `json:"note"`

	// The mood.
	Mood Mood `json:"mood"`

	// The mood_or_null.
	MoodOrNull Mood `json:"mood_or_null,omitzero"`

	// The max_tokens.
	MaxTokens int64 `json:"max_tokens"`

	// Limit of MaxTokens, or null; "4k" at most. In seconds.
	Timeout Opt[int64] `json:"timeout,omitzero"`

	// The price. In USD.
	Price Opt[float64] `json:"price,omitzero"`

	// The is_byok.
	IsBYOK Opt[bool] `json:"is_byok,omitzero"`

	// The image_urls.
	ImageURLs []string `json:"image_urls"`

	// The scores.
	Scores []Opt[float64] `json:"scores,omitzero"`

	// The labels.
	Labels map[string]string `json:"labels,omitzero"`

	// The anything.
	Anything any `json:"anything,omitzero"`

	// The range.
	Range Range `json:"range"`

	// The other_range.
	OtherRange *Range `json:"other_range,omitzero"`

	// The part.
	Part Part `json:"part,omitzero"`

	// The parts.
	Parts []Part `json:"parts,omitzero"`

	// The input.
	Input Input `json:"input"`

	// The settings.
	Settings Settings `json:"settings,omitzero"`

	// The object.
	Object string `json:"object" const:"note"`

	// The version.
	Version string `json:"version,omitzero"`

	// Deprecated: Use Name instead.
	Inside string `json:"in,omitzero"`

	// The level.
	Level Opt[Level] `json:"level,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Note) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Note) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v Note) ToParam() NewNote {
	var param NewNote
	codec.ToParam(&v, &param)
	return param
}

// NoteSize is the size.
//
// The API accepts these values today.
type NoteSize string

// The known values of NoteSize.
const (
	// A4.
	NoteSizeA4 NoteSize = "a4"
)

// Range is a Range.
type Range struct {
	object

	// The from.
	From int64 `json:"from"`

	// The to.
	To Opt[int64] `json:"to,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Range) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Range) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SendParams: Sends a note.
type SendParams struct {
	object

	// The note.
	Note NewNote `json:"note"`

	// The size.
	Size Opt[NoteSize] `json:"size,omitzero"`

	// The beta.
	Beta Opt[bool] `query:"beta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SendParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SendParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Settings has settings for notes.
type Settings map[string]any
