package codec

import (
	"encoding/json"
	"reflect"
)

// maxStates limits how much memory a decoded value can keep that belongs to other values.
const maxStates = 64

// decoder reads the values of one document.
type decoder struct {
	// states are allocated together, because almost every object needs one.
	states []state
	// text is the text of the document, which the states share.
	text *string
}

func (d *decoder) state(n Node) *state {
	if len(d.states) == 0 {
		d.states = make([]state, min(n.doc.objects+1, maxStates))
	}
	if d.text == nil {
		text := n.doc.text
		d.text = &text
	}
	s := &d.states[0]
	d.states = d.states[1:]
	s.text, s.start, s.end = d.text, n.node().start, n.node().end
	return s
}

// Decode reads a value into what ptr points to, which it replaces. A part that does not fit its type keeps the zero value; its
// JSON stays in the raw JSON of the struct. It says whether the value itself is of the kind of the type.
func Decode(n Node, ptr any) bool {
	v := reflect.ValueOf(ptr).Elem()
	v.SetZero()
	if !n.Exists() {
		return false
	}
	d := decoder{}
	return d.decode(n, planOf(v.Type()), v)
}

// decode reads a value into a zero value, which it leaves if the JSON does not fit.
func (d *decoder) decode(n Node, p *plan, v reflect.Value) bool {
	switch p.shape {
	case shapeStruct:
		return d.decodeStruct(n, p, v)
	case shapeUnion:
		return d.decodeUnion(n, p, v, nil)
	case shapeOpt:
		return d.decodeOpt(n, p, v)
	case shapePointer:
		return d.decodePointer(n, p, v)
	case shapeList:
		return d.decodeList(n, p, v)
	case shapeMap:
		return d.decodeMap(n, p, v)
	case shapeAny:
		if value := n.Any(); value != nil {
			v.Set(reflect.ValueOf(value))
		}
		return true
	case shapeRaw:
		v.SetBytes([]byte(n.Raw()))
		return true
	case shapeOther:
		if json.Unmarshal([]byte(n.Raw()), v.Addr().Interface()) != nil {
			v.SetZero()
			return false
		}
		return true
	}
	return decodeScalar(n, p, v)
}

func decodeScalar(n Node, p *plan, v reflect.Value) bool {
	switch p.shape {
	case shapeString:
		text, ok := n.Str()
		if ok {
			v.SetString(text)
		}
		return ok
	case shapeInt:
		number, ok := n.Int()
		if ok = ok && !v.OverflowInt(number); ok {
			v.SetInt(number)
		}
		return ok
	case shapeUint:
		number, ok := n.uint()
		if ok = ok && !v.OverflowUint(number); ok {
			v.SetUint(number)
		}
		return ok
	case shapeFloat:
		number, ok := n.Float()
		if ok = ok && !v.OverflowFloat(number); ok {
			v.SetFloat(number)
		}
		return ok
	case shapeBool:
		value, ok := n.Bool()
		if ok {
			v.SetBool(value)
		}
		return ok
	}
	return false
}

// objectOf returns the embedded Object of a struct, which is its first field and not exported.
func objectOf(v reflect.Value) *Object { return (*Object)(v.Addr().UnsafePointer()) }

func (d *decoder) decodeStruct(n Node, p *plan, v reflect.Value) bool {
	return d.decodeObject(n, p, v, d.state(n))
}

func (d *decoder) decodeObject(n Node, p *plan, v reflect.Value, s *state) bool {
	objectOf(v).state = s
	if n.Kind() != Map {
		return false
	}
	next, highest := 0, 0
	for i, end := n.index+1, n.node().next; i < end; i = n.doc.nodes[i+1].next {
		index := p.find(n.doc, i, next)
		if index < 0 {
			continue
		}
		f := &p.fields[index]
		target := v.Field(f.index)
		if next = index + 1; next > highest {
			highest = next
		} else if !target.IsZero() { // The name occurs for the second time.
			target.SetZero()
		}
		d.decode(Node{n.doc, i + 1}, f.plan, target)
	}
	return true
}

// find returns the index of the field with the name of a key; -1 for none. Most objects have the fields in the order of the
// struct, which saves the lookup.
func (p *plan) find(doc *Doc, key uint32, next int) int {
	if next < len(p.fields) && doc.isKey(key, p.fields[next].name) {
		return next
	}
	if index, ok := p.byName[(Node{doc, key}).Text()]; ok {
		return index
	}
	return -1
}

// decodeUnion reads the member that a value belongs to. A member that is an object shares the state of the union.
func (d *decoder) decodeUnion(n Node, p *plan, v reflect.Value, s *state) bool {
	if s == nil {
		s = d.state(n)
	}
	objectOf(v).state = s
	index := p.memberOf(n)
	if index < 0 {
		// A later version of the API can have more members.
		return p.discriminator != "" && n.Kind() == Map
	}
	f := &p.fields[index]
	target := v.Field(f.index)
	if f.plan.shape != shapePointer {
		return d.decode(n, f.plan, target)
	}
	member := reflect.New(f.plan.elem.typ)
	fits := false
	switch elem := f.plan.elem; elem.shape {
	case shapeStruct:
		fits = d.decodeObject(n, elem, member.Elem(), s)
	case shapeUnion:
		fits = d.decodeUnion(n, elem, member.Elem(), s)
	default:
		fits = d.decode(n, elem, member.Elem())
	}
	if fits {
		target.Set(member)
	}
	return fits
}

func (d *decoder) decodePointer(n Node, p *plan, v reflect.Value) bool {
	if n.IsNull() || p.elem.shape == shapeStruct && n.Kind() != Map {
		return n.IsNull()
	}
	target := reflect.New(p.elem.typ)
	if !d.decode(n, p.elem, target.Elem()) {
		return false
	}
	v.Set(target)
	return true
}

func (d *decoder) decodeList(n Node, p *plan, v reflect.Value) bool {
	if n.Kind() != List {
		return n.IsNull()
	}
	length := n.Len()
	if length == 0 {
		v.Set(reflect.MakeSlice(p.typ, 0, 0))
		return true
	}
	v.Grow(length)
	v.SetLen(length)
	item := n.index + 1
	for i := range length {
		d.decode(Node{n.doc, item}, p.elem, v.Index(i))
		item = n.doc.nodes[item].next
	}
	return true
}

// decodeMap leaves out the values that do not fit.
func (d *decoder) decodeMap(n Node, p *plan, v reflect.Value) bool {
	if n.Kind() != Map {
		return n.IsNull()
	}
	v.Set(reflect.MakeMapWithSize(p.typ, n.Len()))
	for name, value := range n.Fields() {
		key := reflect.ValueOf(name).Convert(p.typ.Key())
		item := reflect.New(p.elem.typ).Elem()
		if d.isKept(value, p.elem, item) {
			v.SetMapIndex(key, item)
		} else {
			v.SetMapIndex(key, reflect.Value{})
		}
	}
	return true
}

// isKept decodes a value of a map, and says whether the map gets it.
func (d *decoder) isKept(n Node, p *plan, item reflect.Value) bool {
	return d.decode(n, p, item) || p.keepsUnfit()
}

// isKept says whether a map gets a value.
func (p *plan) isKept(n Node) bool {
	d := decoder{}
	return d.isKept(n, p, reflect.New(p.typ).Elem())
}

// keepsUnfit says whether values of a type contain the JSON of a value that does not fit.
func (p *plan) keepsUnfit() bool { return p.shape == shapeStruct || p.shape == shapeUnion }
