// Package normalize brings messages of chat completions to the shape of the contract. Well-formed ones stay unchanged.
package normalize

import (
	"slices"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// object is a JSON object whose fields can be replaced. Values are JSON.
type object struct {
	names  []string
	values []string
}

func newObject(node codec.Node) *object {
	o := &object{}
	for name, value := range node.Fields() {
		o.set(name, value.Raw())
	}
	return o
}

// get returns a field as a node, which is missing if there is none.
func (o *object) get(name string) codec.Node {
	if at := slices.Index(o.names, name); at >= 0 {
		return parse(o.values[at])
	}
	return codec.Node{}
}

func (o *object) set(name, value string) {
	if at := slices.Index(o.names, name); at >= 0 {
		o.values[at] = value
		return
	}
	o.names, o.values = append(o.names, name), append(o.values, value)
}

func (o *object) remove(name string) {
	if at := slices.Index(o.names, name); at >= 0 {
		o.names, o.values = slices.Delete(o.names, at, at+1), slices.Delete(o.values, at, at+1)
	}
}

// json returns the JSON of the object.
func (o *object) json() string {
	var text strings.Builder
	text.WriteByte('{')
	for at, name := range o.names {
		if at > 0 {
			text.WriteByte(',')
		}
		text.WriteString(quote(name))
		text.WriteByte(':')
		text.WriteString(o.values[at])
	}
	text.WriteByte('}')
	return text.String()
}

// list returns the JSON of a list.
func list(items []string) string { return "[" + strings.Join(items, ",") + "]" }

// quote returns the JSON of a text.
func quote(text string) string {
	encoded, err := codec.Marshal(text)
	if err != nil {
		return "null" // a text always has a JSON
	}
	return string(encoded)
}

// parse reads JSON that comes from a document.
func parse(text string) codec.Node {
	doc, err := codec.Parse(text)
	if err != nil {
		return codec.Node{}
	}
	return doc.Root()
}

// Replace returns an object with another value of a field, given as JSON.
func Replace(node codec.Node, name, value string) codec.Node {
	o := newObject(node)
	o.set(name, value)
	return parse(o.json())
}
