package patchbay

import "github.com/patchbay/patchbay/packages/client-go/internal/codec"

// object is embedded in every struct of the API. It gives access to the raw JSON and to unknown fields.
type object = codec.Object

// Opt is an optional value: absent, null, or a value, which may be the zero value. The zero Opt is absent.
type Opt[T any] struct {
	value    T
	presence codec.Presence
}

// Some returns an Opt with a value.
func Some[T any](value T) Opt[T] { return Opt[T]{value, codec.Present} }

// Null returns an Opt that is sent as null.
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

// IsZero says whether the value is absent.
func (o Opt[T]) IsZero() bool { return o.presence == codec.Absent }
