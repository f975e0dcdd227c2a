package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// OtherPart is a OtherPart.
type OtherPart struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v OtherPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *OtherPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Part is a Part.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type Part struct {
	object

	_ struct{} `discriminator:"type" open:"OtherPart"`

	OfTextPart  *TextPart  `values:"text"`
	OfQuotePart *QuotePart `values:"quote,cite"`
	// OfOtherPart is a member that this version does not know.
	OfOtherPart *OtherPart
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Part) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Part) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v Part) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v Part) Tag() string { return codec.Tag(&v) }

// QuoteKind is the type.
//
// The API accepts these values today.
type QuoteKind string

// The known values of QuoteKind.
const (
	QuoteKindQuote QuoteKind = "quote"
	QuoteKindCite  QuoteKind = "cite"
)

// QuotePart is a QuotePart.
type QuotePart struct {
	object

	// The type.
	Type QuoteKind `json:"type"`

	// The mood.
	Mood Opt[Mood] `json:"mood,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v QuotePart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *QuotePart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ReturnedPart is a ReturnedPart.
type ReturnedPart struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReturnedPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReturnedPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ReturnedPart) ToParam() Part {
	var param Part
	codec.ToParam(&v, &param)
	return param
}

// ReturnedWriter is a ReturnedWriter.
type ReturnedWriter struct {
	object

	// The role.
	Role string `json:"role,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReturnedWriter) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReturnedWriter) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ReturnedWriter) ToParam() Speaker {
	param := new(Writer)
	codec.ToParam(&v, param)
	return Speaker{OfWriter: param}
}

// Speaker is a Speaker.
//
// Set one of its fields. The field "role" of the JSON selects the member.
type Speaker struct {
	object

	_ struct{} `discriminator:"role"`

	OfWriter *Writer `values:"writer" default:"true"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Speaker) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Speaker) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v Speaker) Value() any { return codec.Member(&v) }

// Tag returns the value of "role", also that of a member which this version does not know.
func (v Speaker) Tag() string { return codec.Tag(&v) }

// TextPart is a TextPart.
type TextPart struct {
	object

	// The type. It can be left empty.
	Type string `json:"type" const:"text"`

	// The text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextPart) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextPart) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Writer is a Writer.
type Writer struct {
	object

	// The role.
	Role Opt[string] `json:"role,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Writer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Writer) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
