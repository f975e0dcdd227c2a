package codec

import (
	"iter"
	"strings"
	"sync"
)

// Kind is the kind of a JSON value.
type Kind uint8

// The kinds of JSON values. Missing is the kind of a value that a document does not have.
const (
	Missing Kind = iota
	NullValue
	False
	True
	Number
	String
	List
	Map
)

var kindNames = [...]string{"nothing", "null", "a boolean", "a boolean", "a number", "a string", "a list", "an object"}

// String describes the kind, such as "a number".
func (k Kind) String() string { return kindNames[k] }

// Doc is a parsed JSON text. The zero Doc has no values and can parse a text.
type Doc struct {
	text    string
	nodes   []node
	objects int
}

// Parse reads a JSON text. It accepts what encoding/json accepts. Bytes that are not UTF-8 become U+FFFD.
func Parse(text string) (*Doc, error) {
	d := &Doc{}
	if err := d.Parse(text); err != nil {
		return nil, err
	}
	return d, nil
}

// Parse reads another text and reuses the memory of the document: its former nodes become invalid. Strings, and structs that
// were decoded from them, stay valid. After an error the document has no values.
func (d *Doc) Parse(text string) error {
	p := parser{text: validText(text), nodes: d.nodes[:0]}
	err := p.document()
	*d = Doc{text: p.text, nodes: p.nodes, objects: p.objects}
	if err != nil {
		d.text, d.nodes = "", p.nodes[:0]
	}
	return err
}

// docs saves the memory of documents that are read at once.
var docs = sync.Pool{New: func() any { return &Doc{} }}

func (d *Doc) release() {
	if d.text = ""; cap(d.nodes) <= maxKept {
		docs.Put(d)
	}
}

// Root returns the value of the text.
func (d *Doc) Root() Node { return d.at(0) }

func (d *Doc) at(index uint32) Node {
	if index >= uint32(len(d.nodes)) {
		return Node{}
	}
	return Node{d, index}
}

// Node is a value of a document. The zero Node is a value that the document does not have; its methods return zero values.
type Node struct {
	doc   *Doc
	index uint32
}

func (n Node) node() node {
	if n.doc == nil {
		return node{}
	}
	return n.doc.nodes[n.index]
}

// Kind returns the kind of the value.
func (n Node) Kind() Kind { return n.node().kind() }

// Exists says whether the document has the value. It is true for null.
func (n Node) Exists() bool { return n.doc != nil }

// IsNull says whether the value is null.
func (n Node) IsNull() bool { return n.Kind() == NullValue }

// Raw returns the JSON of the value; empty for a missing one.
func (n Node) Raw() string {
	if n.doc == nil {
		return ""
	}
	x := n.node()
	return n.doc.text[x.start:x.end]
}

// Text returns the content of a string; empty for any other value.
func (n Node) Text() string {
	text, _ := n.Str()
	return text
}

// Str returns the content of a string, and whether the value is a string.
func (n Node) Str() (string, bool) {
	x := n.node()
	if x.kind() != String {
		return "", false
	}
	inner := n.doc.text[x.start+1 : x.end-1]
	if x.info&escaped != 0 {
		return unescape(inner), true
	}
	return inner, true
}

// Bool returns a boolean, and whether the value is one.
func (n Node) Bool() (value, ok bool) {
	kind := n.Kind()
	return kind == True, kind == True || kind == False
}

// Int returns an integer, and whether the value is a number without fraction in the range of int64, such as 1, 1.0 or 1e3.
func (n Node) Int() (int64, bool) {
	if n.Kind() != Number {
		return 0, false
	}
	return parseInt(n.Raw())
}

// Float returns a number, and whether the value is one in the range of float64.
func (n Node) Float() (float64, bool) {
	if n.Kind() != Number {
		return 0, false
	}
	return parseFloat(n.Raw())
}

// isFloat says whether Float succeeds. A number needs an exponent or many digits to be out of range.
func (n Node) isFloat() bool {
	if x := n.node(); x.kind() == Number && x.end-x.start < 300 {
		// Not strings.ContainsAny, which takes a sixth of the time in which embeddings are read.
		if raw := n.Raw(); strings.IndexByte(raw, 'e') < 0 && strings.IndexByte(raw, 'E') < 0 {
			return true
		}
	}
	_, ok := n.Float()
	return ok
}

// Len returns the number of items of a list or of fields of an object.
func (n Node) Len() int {
	switch x := n.node(); {
	case x.kind() != List && x.kind() != Map:
		return 0
	case x.info>>infoShift < maxCount:
		return int(x.info >> infoShift)
	case x.kind() == List:
		return count(n.Items())
	default:
		return n.countFields()
	}
}

func count[T any](items iter.Seq[T]) (length int) {
	for range items {
		length++
	}
	return length
}

func (n Node) countFields() (length int) {
	for range n.Fields() {
		length++
	}
	return length
}

// Get returns the field of an object. If the name occurs twice, the last one counts.
func (n Node) Get(name string) (found Node) {
	if n.Kind() != Map {
		return Node{}
	}
	for i, end := n.index+1, n.node().next; i < end; i = n.doc.nodes[i+1].next {
		if n.doc.isKey(i, name) {
			found = Node{n.doc, i + 1}
		}
	}
	return found
}

// isKey says whether a key is a name, without a copy of the key.
func (d *Doc) isKey(index uint32, name string) bool {
	x := d.nodes[index]
	if x.info&escaped == 0 {
		return d.text[x.start+1:x.end-1] == name
	}
	return Node{d, index}.Text() == name
}

// Path returns the value at the end of a path of field names, such as "error.metadata". An empty path is the node itself.
func (n Node) Path(path string) Node {
	for path != "" && n.doc != nil {
		var name string
		name, path, _ = strings.Cut(path, ".")
		n = n.Get(name)
	}
	return n
}

// Index returns an item of a list.
func (n Node) Index(index int) Node {
	for item := range n.Items() {
		if index == 0 {
			return item
		}
		index--
	}
	return Node{}
}

// Items returns the items of a list.
func (n Node) Items() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.Kind() != List {
			return
		}
		for i, end := n.index+1, n.node().next; i < end; i = n.doc.nodes[i].next {
			if !yield(Node{n.doc, i}) {
				return
			}
		}
	}
}

// Fields returns the fields of an object in their order. A name can occur twice.
func (n Node) Fields() iter.Seq2[string, Node] {
	return func(yield func(string, Node) bool) {
		if n.Kind() != Map {
			return
		}
		for i, end := n.index+1, n.node().next; i < end; i = n.doc.nodes[i+1].next {
			if !yield(Node{n.doc, i}.Text(), Node{n.doc, i + 1}) {
				return
			}
		}
	}
}

// Any returns the value as encoding/json reads it into an empty interface. A number beyond the range of float64 becomes nil.
func (n Node) Any() any {
	switch n.Kind() {
	case False, True:
		return n.Kind() == True
	case Number:
		if number, ok := n.Float(); ok {
			return number
		}
	case String:
		return n.Text()
	case List:
		list := make([]any, 0, n.Len())
		for item := range n.Items() {
			list = append(list, item.Any())
		}
		return list
	case Map:
		object := make(map[string]any, n.Len())
		for name, value := range n.Fields() {
			object[name] = value.Any()
		}
		return object
	}
	return nil
}
