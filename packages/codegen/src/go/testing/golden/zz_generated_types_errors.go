package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// NoteError is a NoteError.
type NoteError struct {
	object

	// The message.
	Message string `json:"message"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NoteError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NoteError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
