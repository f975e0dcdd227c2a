// Package normalize brings messages of chat completions to the shape of the contract. Well-formed ones stay unchanged.
package normalize

import (
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// object is a JSON object whose fields can be replaced. Values are JSON.
type object struct {
	names []string
	// values has the values of the names; empty for a removed field.
	values []string
	// places has the place of each name: a search of the names would take quadratic time for an object with many fields.
	places map[string]int
}

func newObject(node codec.Node) *object {
	o := &object{places: make(map[string]int, node.Len())}
	for name, value := range node.Fields() {
		o.set(name, value.Raw())
	}
	return o
}

// get returns a field as a node, which is missing if there is none.
func (o *object) get(name string) codec.Node {
	if at, ok := o.places[name]; ok {
		return parse(o.values[at])
	}
	return codec.Node{}
}

func (o *object) set(name, value string) {
	if at, ok := o.places[name]; ok {
		o.values[at] = value
		return
	}
	o.places[name] = len(o.names)
	o.names, o.values = append(o.names, name), append(o.values, value)
}

func (o *object) remove(name string) {
	if at, ok := o.places[name]; ok {
		o.values[at] = ""
		delete(o.places, name)
	}
}

// json returns the JSON of the object.
func (o *object) json() string {
	var text strings.Builder
	separator := byte('{')
	for at, name := range o.names {
		if o.values[at] == "" {
			continue
		}
		text.WriteByte(separator)
		text.WriteString(quote(name))
		text.WriteByte(':')
		text.WriteString(o.values[at])
		separator = ','
	}
	if separator == '{' {
		return "{}"
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
