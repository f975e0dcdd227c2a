package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// NoteList is a NoteList.
type NoteList struct {
	object

	// The page.
	Page NotePage `json:"page"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NoteList) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NoteList) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// NotePage is a NotePage.
type NotePage struct {
	object

	// The items.
	Items []Note `json:"items"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NotePage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NotePage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
