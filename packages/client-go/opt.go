package patchbay

import (
	"fmt"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// object is embedded in every struct of the API. It gives access to the raw JSON and to unknown fields.
type object = codec.Object

// Opt is an optional value: absent, null, or a value, which may be the zero value. The zero Opt is absent and is not sent. An
// Opt is immutable and can be copied and compared if T can.
type Opt[T any] struct {
	value    T
	presence codec.Presence
}

// Some returns an Opt with a value, which may be the zero value. String, Int, Float and Bool are shorter for these types.
func Some[T any](value T) Opt[T] { return Opt[T]{value, codec.Present} }

// Null returns an Opt that is sent as null. Where the API stores a value, null removes it.
func Null[T any]() Opt[T] { return Opt[T]{presence: codec.Null} }

// String returns an Opt with a text.
func String(value string) Opt[string] { return Some(value) }

// Int returns an Opt with an integer.
func Int(value int64) Opt[int64] { return Some(value) }

// Float returns an Opt with a number.
func Float(value float64) Opt[float64] { return Some(value) }

// Bool returns an Opt with a boolean.
func Bool(value bool) Opt[bool] { return Some(value) }

// Get returns the value, and whether there is one. It is false for absent and null.
func (o Opt[T]) Get() (T, bool) { return o.value, o.presence == codec.Present }

// Or returns the value, or the given one if there is none.
func (o Opt[T]) Or(other T) T {
	if o.presence == codec.Present {
		return o.value
	}
	return other
}

// IsNull says whether the value is null.
func (o Opt[T]) IsNull() bool { return o.presence == codec.Null }

// IsZero says whether the value is absent. Package encoding/json calls it for fields with the option omitzero.
func (o Opt[T]) IsZero() bool { return o.presence == codec.Absent }

// String returns the value as fmt prints it, "null", or "absent".
func (o Opt[T]) String() string {
	switch o.presence {
	case codec.Present:
		return fmt.Sprint(o.value)
	case codec.Null:
		return "null"
	}
	return "absent"
}

// MarshalJSON returns the JSON of the value; null for absent and null. In a struct of yours, the option omitzero leaves out an
// absent value.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if o.presence != codec.Present {
		return []byte("null"), nil
	}
	return codec.Marshal(&o.value)
}

// UnmarshalJSON reads the JSON of a value, or null.
func (o *Opt[T]) UnmarshalJSON(data []byte) error {
	var read Opt[T]
	if err := codec.Unmarshal(data, &read); err != nil {
		return err
	}
	*o = read
	if strings.TrimSpace(string(data)) == "null" {
		o.presence = codec.Null
	}
	return nil
}
