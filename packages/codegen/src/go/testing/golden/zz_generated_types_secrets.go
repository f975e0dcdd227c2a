package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Key opens a note.
//
// Deprecated: Use "Note" instead.
type Key struct {
	object

	// The key.
	Key string `json:"key"`

	// The old_key.
	OldKey Opt[string] `json:"old_key,omitzero"`

	// The headers.
	Headers map[string]string `json:"headers,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Key) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Key) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v Key) Format(state fmt.State, verb rune) {
	type plain Key
	shown := plain(v)
	shown.Key = redactText(v.Key)
	shown.OldKey = redactOpt(v.OldKey)
	shown.Headers = redactValues(v.Headers)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v Key) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// KeyRing is a KeyRing.
type KeyRing struct {
	object

	// The keys.
	Keys []Key `json:"keys"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v KeyRing) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *KeyRing) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LogValue returns the value as text without its secrets.
func (v KeyRing) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }
