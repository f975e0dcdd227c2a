package codec

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
)

// Object is embedded in every struct of the API. A copy of the struct shares the state; whatever changes it makes a new one.
type Object struct {
	state *state
}

// state is immutable. The raw JSON is a part of the text of the whole document. It can have secrets, which fmt must not show:
// for a verb such as %s, fmt prints the fields of the struct that a pointer leads to, but only the addresses in them.
type state struct {
	text       *string
	start, end uint32
	more       *more
}

// more is what few values have.
type more struct {
	extras []extra
	info   any
	// err is reported when the value is encoded.
	err error
}

type extra struct {
	name string
	json []byte
	err  error
}

// RawJSON returns the JSON from which the value was read; empty for a value that was built in Go. Later changes of the value
// do not change it. It is a part of the text of the whole response, which it keeps in memory.
func (o Object) RawJSON() string {
	if o.state == nil || o.state.text == nil {
		return ""
	}
	return (*o.state.text)[o.state.start:o.state.end]
}

// Extra returns the JSON of a field by its name on the wire: one that SetExtra set, or else one that arrived. Use it for a
// field that the struct does not have, or whose value does not fit its type.
func (o Object) Extra(name string) (json.RawMessage, bool) {
	if set, ok := o.state.extra(name); ok {
		return slices.Clone(set.json), set.err == nil
	}
	raw := o.RawJSON()
	if raw == "" {
		return nil, false
	}
	doc, err := Parse(raw)
	if err != nil {
		return nil, false
	}
	node := doc.Root().Get(name)
	if !node.Exists() {
		return nil, false
	}
	return json.RawMessage(node.Raw()), true
}

// SetExtra sets a field by its name on the wire, and takes precedence over a field of the struct. The value is encoded at once;
// nil is sent as null. A value that JSON does not have is reported when the struct is sent.
func (o *Object) SetExtra(name string, value any) {
	text, err := encodeTo(func(e *encoder) error { return e.any(value) })
	o.state = o.state.set(extra{name, text, err})
}

// The methods of state, unlike those of Object, are not promoted to every struct of the API, each of which would need compiled
// wrappers for them.

func (s *state) set(next extra) *state {
	extras := slices.Clone(s.extras())
	if i := slices.IndexFunc(extras, func(x extra) bool { return x.name == next.name }); i >= 0 {
		extras[i] = next
	} else {
		extras = append(extras, next)
	}
	return s.update(func(m *more) { m.extras = extras })
}

// update returns a copy of the state, which may be nil, with changes.
func (s *state) update(change func(*more)) *state {
	next := s.rest()
	change(&next)
	if s == nil {
		return &state{more: &next}
	}
	return &state{s.text, s.start, s.end, &next}
}

// rest returns what few values have.
func (s *state) rest() more {
	if s == nil || s.more == nil {
		return more{}
	}
	return *s.more
}

// fault returns the error of a failed conversion. It is a new one, because the path is added to it.
func (s *state) fault() error {
	if err := s.rest().err; err != nil {
		return fmt.Errorf("the value could not be converted: %w", err)
	}
	return nil
}

func (s *state) extras() []extra { return s.rest().extras }

func (s *state) extra(name string) (extra, bool) {
	for _, x := range s.extras() {
		if x.name == name {
			return x, true
		}
	}
	return extra{}, false
}

func (o Object) info() any { return o.state.rest().info }

// SetInfo attaches information to a struct of the API, such as the status and headers of its response. Copies have it, too.
func SetInfo(ptr, info any) {
	v := reflect.ValueOf(ptr)
	if v.Kind() != reflect.Pointer || v.IsNil() || !embedsObject(v.Type().Elem()) {
		return
	}
	o := objectOf(v.Elem())
	o.state = o.state.update(func(m *more) { m.info = info })
}

// InfoOf returns what SetInfo attached to a struct, given by value or as a pointer; nil if there is nothing.
func InfoOf(v any) any {
	if holder, ok := v.(interface{ info() any }); ok && !isNilPointer(v) {
		return holder.info()
	}
	return nil
}

// Presence says whether an optional value is absent, null or set.
type Presence uint8

// The states of an optional value. Absent is the zero value.
const (
	Absent Presence = iota
	Null
	Present
)
