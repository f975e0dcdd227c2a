package codec

import "encoding/json"

// Object is embedded in every struct of the API.
type Object struct {
	raw   string
	extra map[string]any
	info  any
}

// RawJSON returns the JSON from which the value was read; empty for a value that was built in Go.
func (o Object) RawJSON() string { return o.raw }

// Extra returns a field that the struct does not have, or one whose value does not fit its type.
func (o Object) Extra(name string) (json.RawMessage, bool) { return nil, false }

// SetExtra sets a field that the struct does not have. It takes precedence over a field of the struct. A nil value is sent as
// null.
func (o *Object) SetExtra(name string, value any) {}

// Presence says whether an optional value is absent, null or set.
type Presence uint8

// The states of an optional value. Absent is the zero value.
const (
	Absent Presence = iota
	Null
	Present
)
