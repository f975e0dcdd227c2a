package merge

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// value is a JSON value of the response so far: JSON that does not change until it is replaced, or a node that grows.
type value struct {
	raw  string
	node node
}

// node is a value that grows.
type node interface {
	// write appends the JSON of the value.
	write(dst []byte) []byte
	// isAbsent says whether the response does not have the value yet.
	isAbsent() bool
}

func (v value) write(dst []byte) []byte {
	if v.node != nil {
		return v.node.write(dst)
	}
	return append(dst, v.raw...)
}

func (v value) isAbsent() bool { return v.raw == "" && (v.node == nil || v.node.isAbsent()) }

func (v value) isEmptyText() bool {
	if text, ok := v.node.(*text); ok {
		return len(text.inner) == 0
	}
	return v.raw == `""`
}

func (v value) isText() bool {
	_, ok := v.node.(*text)
	return ok || strings.HasPrefix(v.raw, `"`)
}

func (v value) isObject() bool {
	_, ok := v.node.(*object)
	return ok || strings.HasPrefix(v.raw, "{")
}

// own returns the JSON of a value of an event, in memory that does not keep the event alive.
func own(n codec.Node) string {
	switch raw := n.Raw(); {
	case raw == "null":
		return "null"
	case raw == `""`:
		return `""`
	default:
		return strings.Clone(raw)
	}
}

func number(n int) value { return value{raw: strconv.Itoa(n)} }

// text is a string that grows. It has the characters as the events have them, with JSON's escapes, so that the halves of a
// character that arrive in different events join, and no escape is read twice.
type text struct{ inner []byte }

func (t *text) isAbsent() bool { return false }

func (t *text) write(dst []byte) []byte {
	dst = append(dst, '"')
	dst = append(dst, t.inner...)
	return append(dst, '"')
}

// inner returns what is between the quotes of a JSON string.
func inner(raw string) string { return raw[1 : len(raw)-1] }

// add appends a string of an event.
func (t *text) add(piece codec.Node) { t.inner = append(t.inner, inner(piece.Raw())...) }

// decode returns the content.
func (t *text) decode() string {
	doc, err := codec.Parse(string(t.write(make([]byte, 0, len(t.inner)+2))))
	if err != nil {
		return ""
	}
	return doc.Root().Text()
}

// list is a list without gaps.
type list struct{ items []value }

func (l *list) isAbsent() bool { return false }

func (l *list) write(dst []byte) []byte {
	dst = append(dst, '[')
	for i, item := range l.items {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = item.write(dst)
	}
	return append(dst, ']')
}

// object is a JSON object whose fields are merged one by one.
type object struct {
	fields []field
	// places has the index of each field of a large object.
	places map[string]int
	// ends is what the object has in addition to its fields; nil for a plain object.
	ends *ends
}

type field struct {
	name string
	value
}

// maxSearched is the number of fields up to which a search is faster than a map.
const maxSearched = 24

func (o *object) isAbsent() bool { return false }

// find returns a field; nil if there is none. It is valid until the next field is added.
func (o *object) find(name string) *value {
	if o.places != nil {
		if at, ok := o.places[name]; ok {
			return &o.fields[at].value
		}
		return nil
	}
	for i := range o.fields {
		if o.fields[i].name == name {
			return &o.fields[i].value
		}
	}
	return nil
}

func (o *object) set(name string, v value) {
	if found := o.find(name); found != nil {
		*found = v
		return
	}
	// The name of a field of an event is a part of the event.
	name = strings.Clone(name)
	if o.places != nil {
		o.places[name] = len(o.fields)
	}
	o.fields = append(o.fields, field{name, v})
	if o.places == nil && len(o.fields) > maxSearched {
		o.places = make(map[string]int, 2*maxSearched)
		for i := range o.fields {
			o.places[o.fields[i].name] = i
		}
	}
}

func (o *object) write(dst []byte) []byte {
	w := writer{dst: append(dst, '{')}
	if o.ends != nil {
		o.ends.write(&w, o)
	} else {
		for i := range o.fields {
			w.field(o.fields[i].name, o.fields[i].value)
		}
	}
	return append(w.dst, '}')
}

// writer writes the fields of an object.
type writer struct {
	dst     []byte
	hasMore bool
}

func (w *writer) field(name string, v value) {
	if v.isAbsent() {
		return
	}
	if w.hasMore {
		w.dst = append(w.dst, ',')
	}
	w.hasMore = true
	w.dst = appendName(w.dst, name)
	w.dst = append(w.dst, ':')
	w.dst = v.write(w.dst)
}

// toObject returns the object of a value; nil if the value is something else.
func (v *value) toObject() *object {
	if o, ok := v.node.(*object); ok {
		return o
	}
	if v.node != nil || !strings.HasPrefix(v.raw, "{") {
		return nil
	}
	o := newObject(v.raw)
	*v = value{node: o}
	return o
}

// newObject returns an object with the fields of a JSON object.
func newObject(raw string) *object {
	o := &object{}
	doc, err := codec.Parse(raw)
	if err != nil {
		return o
	}
	for name, field := range doc.Root().Fields() {
		o.set(name, value{raw: field.Raw()})
	}
	return o
}

// toList returns the list of a value; nil if the value is something else.
func (v *value) toList() *list {
	if l, ok := v.node.(*list); ok {
		return l
	}
	if v.node != nil || !strings.HasPrefix(v.raw, "[") {
		return nil
	}
	l := &list{}
	if doc, err := codec.Parse(v.raw); err == nil {
		for item := range doc.Root().Items() {
			l.items = append(l.items, value{raw: item.Raw()})
		}
	}
	*v = value{node: l}
	return l
}

// toText returns the growing text of a value; an empty one if the value is something else.
func (v *value) toText() *text {
	if t, ok := v.node.(*text); ok {
		return t
	}
	t := &text{}
	if v.node == nil && strings.HasPrefix(v.raw, `"`) {
		t.inner = append(t.inner, inner(v.raw)...)
	}
	*v = value{node: t}
	return t
}

// appendName writes the name of a field.
func appendName(dst []byte, name string) []byte {
	for i := range len(name) {
		if c := name[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			// Marshal cannot fail for a string.
			quoted, _ := json.Marshal(name)
			return append(dst, quoted...)
		}
	}
	dst = append(dst, '"')
	dst = append(dst, name...)
	return append(dst, '"')
}
