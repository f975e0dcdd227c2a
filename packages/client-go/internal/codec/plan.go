package codec

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
)

type shape uint8

// The shapes of Go types.
const (
	shapeOther shape = iota // left to encoding/json
	shapeString
	shapeInt
	shapeUint
	shapeFloat
	shapeBool
	shapeOpt
	shapeAny
	shapeRaw
	shapeList
	shapeMap
	shapePointer
	shapeStruct
	shapeUnion
)

// plan says how values of a Go type are read and written. Plans are immutable once planOf has returned them.
type plan struct {
	typ   reflect.Type
	shape shape
	// elem is the plan of the value of an Opt, the items of a list, the values of a map, or what a pointer points to.
	elem *plan
	// fields are the fields of a struct, or the members of a union.
	fields []field
	// byName has the index in fields of each name on the wire.
	byName map[string]int
	query  []queryField
	union
}

type field struct {
	name string
	// quoted is the name as JSON with a colon.
	quoted string
	// goName is the name of the Go field.
	goName string
	index  int
	plan   *plan
	// omitZero: the zero value is not sent.
	omitZero bool
	// constant is sent in place of an empty string; empty for none.
	constant string
}

type queryField struct {
	name, separator string
	index           int
	plan            *plan
}

var (
	plans     sync.Map // reflect.Type → *plan
	planMutex sync.Mutex

	objectType   = reflect.TypeFor[Object]()
	presenceType = reflect.TypeFor[Presence]()
	rawType      = reflect.TypeFor[json.RawMessage]()
	numberType   = reflect.TypeFor[json.Number]()

	// methods are the interfaces of types that have a JSON form of their own.
	methods = []reflect.Type{
		reflect.TypeFor[json.Marshaler](), reflect.TypeFor[json.Unmarshaler](),
		reflect.TypeFor[encoding.TextMarshaler](), reflect.TypeFor[encoding.TextUnmarshaler](),
	}
)

// hasOwnJSON says whether a type, or a pointer to it, has methods for its JSON form.
func hasOwnJSON(t reflect.Type) bool {
	return slices.ContainsFunc(methods, reflect.PointerTo(t).Implements)
}

// planOf returns the plan of a type.
func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	planMutex.Lock()
	defer planMutex.Unlock()
	b := planBuilder{}
	p := b.build(t)
	// A plan is published when all plans that it needs are complete.
	for t, p := range b {
		plans.LoadOrStore(t, p)
	}
	return p
}

// planBuilder has the plans that are not published yet. Types may contain themselves.
type planBuilder map[reflect.Type]*plan

func (b planBuilder) build(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	if p, ok := b[t]; ok {
		return p
	}
	p := &plan{typ: t}
	b[t] = p
	switch {
	case t == rawType:
		p.shape = shapeRaw
	case t == numberType: // Written without quotes.
	case IsOpt(t):
		p.shape, p.elem = shapeOpt, b.build(t.Field(0).Type)
	case embedsObject(t):
		b.buildStruct(p)
	case t.Kind() != reflect.Pointer && hasOwnJSON(t): // Left to encoding/json.
	default:
		b.buildKind(p)
	}
	return p
}

func (b planBuilder) buildKind(p *plan) {
	switch p.typ.Kind() {
	case reflect.String:
		p.shape = shapeString
	case reflect.Bool:
		p.shape = shapeBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.shape = shapeInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		p.shape = shapeUint
	case reflect.Float32, reflect.Float64:
		p.shape = shapeFloat
	case reflect.Interface:
		if p.typ.NumMethod() == 0 {
			p.shape = shapeAny
		}
	case reflect.Pointer:
		p.shape, p.elem = shapePointer, b.build(p.typ.Elem())
	case reflect.Slice:
		// encoding/json writes bytes as base64.
		if p.typ.Elem().Kind() != reflect.Uint8 {
			p.shape, p.elem = shapeList, b.build(p.typ.Elem())
		}
	case reflect.Map:
		if p.typ.Key().Kind() == reflect.String {
			p.shape, p.elem = shapeMap, b.build(p.typ.Elem())
		}
	}
}

func (b planBuilder) buildStruct(p *plan) {
	p.shape = shapeStruct
	p.byName = map[string]int{}
	for i := range p.typ.NumField() {
		f := p.typ.Field(i)
		if f.Name == "_" {
			p.shape = shapeUnion
			p.discriminator, p.open = f.Tag.Get("discriminator"), f.Tag.Get("open")
		}
		if !f.IsExported() {
			continue
		}
		if name, ok := f.Tag.Lookup("query"); ok {
			p.query = append(p.query, queryField{name, f.Tag.Get("separator"), i, b.build(f.Type)})
			continue
		}
		b.addField(p, f)
	}
	if p.shape == shapeUnion {
		p.finishUnion()
	}
}

func (b planBuilder) addField(p *plan, f reflect.StructField) {
	tag, ok := f.Tag.Lookup("json")
	if tag == "-" {
		return
	}
	name, options, _ := strings.Cut(tag, ",")
	if !ok && strings.HasPrefix(f.Name, memberPrefix) {
		p.shape = shapeUnion
	}
	if name == "" {
		name = f.Name
	}
	next := field{
		name:     name,
		quoted:   string(appendString(nil, name)) + ":",
		goName:   f.Name,
		index:    f.Index[0],
		plan:     b.build(f.Type),
		omitZero: strings.Contains(options, "omitzero") || strings.Contains(options, "omitempty"),
		constant: f.Tag.Get("const"),
	}
	p.byName[name] = len(p.fields)
	p.fields = append(p.fields, next)
	if p.shape == shapeUnion {
		p.addMember(f)
	}
}

// isZeroValue is reflect.Value.IsZero, which takes longer for structs.
func (p *plan) isZeroValue(v reflect.Value) bool {
	if p.shape == shapeOpt {
		return *optPresence(v) == Absent
	}
	if p.shape == shapeUnion {
		_, count := p.member(v)
		return count == 0 && objectOf(v).state == nil
	}
	return v.IsZero()
}

// IsOpt recognizes patchbay.Opt, which this package cannot import. Its first field has the type of the value.
func IsOpt(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.NumField() == 2 && t.Field(1).Type == presenceType
}

func embedsObject(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.NumField() > 0 && t.Field(0).Anonymous && t.Field(0).Type == objectType
}
