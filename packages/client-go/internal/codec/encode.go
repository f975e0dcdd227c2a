package codec

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// encoder writes values. A value that arrived in a document and did not change since keeps its JSON.
type encoder struct {
	buf   []byte
	depth int
	// constants: the constants that a value did not arrive with are added to it.
	constants bool
	// docs are the documents of the raw JSON of values. The first open ones are in use, by values that contain each other.
	docs []*Doc
	open int
	// last is a stack of lists: for each field of a struct the index of its last key in the raw JSON; 0 for none.
	last []uint32
}

// encoders saves the memory of buffers and documents.
var encoders = sync.Pool{New: func() any { return &encoder{} }}

// maxKept is how many bytes or nodes an encoder or a document in a pool keeps.
const maxKept = 1 << 16

// encodeTo calls a function with an encoder, and returns a copy of what it wrote.
func encodeTo(write func(*encoder) error) ([]byte, error) {
	e := encoders.Get().(*encoder)
	err := write(e)
	var text []byte
	if err == nil {
		text = bytes.Clone(e.buf)
	}
	*e = encoder{buf: e.buf[:0], docs: e.docs, last: e.last[:0]}
	for _, doc := range e.docs {
		doc.text = ""
	}
	if cap(e.buf) <= maxKept && len(e.docs) <= 8 {
		encoders.Put(e)
	}
	return text, err
}

// parse reads the raw JSON of a value. The value is missing if there is none. The caller decrements open.
func (e *encoder) parse(raw string) Node {
	if e.open == len(e.docs) {
		e.docs = append(e.docs, &Doc{})
	}
	doc := e.docs[e.open]
	e.open++
	if cap(doc.nodes) > maxKept {
		doc.nodes = nil
	}
	if raw == "" || doc.Parse(raw) != nil {
		doc.nodes = doc.nodes[:0]
	}
	return doc.Root()
}

// pathError says where in a value an error occurred.
type pathError struct {
	// steps are names, and indexes in brackets, beginning with the innermost one.
	steps []string
	err   error
}

// maxSteps keeps the message about a cycle short.
const maxSteps = 16

func (e *pathError) Error() string {
	var path strings.Builder
	for i, step := range slices.Backward(e.steps) {
		if len(e.steps)-i > maxSteps {
			path.WriteString("…")
			break
		}
		if path.Len() > 0 && step[0] != '[' {
			path.WriteByte('.')
		}
		path.WriteString(step)
	}
	return path.String() + ": " + e.err.Error()
}

func (e *pathError) Unwrap() error { return e.err }

// within adds a step to the path of an error.
func within(step string, err error) error {
	if step == "" {
		step = `""`
	}
	if inner, ok := err.(*pathError); ok {
		inner.steps = append(inner.steps, step)
		return inner
	}
	return &pathError{[]string{step}, err}
}

var errDepth = fmt.Errorf("values are nested deeper than %d; remove the cycle", maxDepth)

// encode writes a value, which must be addressable. was is the value that it was decoded from, if there is one.
func (e *encoder) encode(p *plan, v reflect.Value, was Node) error {
	if e.depth++; e.depth > maxDepth {
		return errDepth
	}
	err := e.value(p, v, was)
	e.depth--
	return err
}

func (e *encoder) value(p *plan, v reflect.Value, was Node) error {
	switch p.shape {
	case shapeStruct:
		return e.structure(p, v, was)
	case shapeUnion:
		return e.union(p, v, was)
	case shapeOpt:
		return e.opt(p, v, was)
	case shapePointer:
		if v.IsNil() {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		return e.encode(p.elem, v.Elem(), was)
	case shapeList:
		return e.list(p, v, was)
	case shapeMap:
		return e.mapping(p, v, was)
	case shapeAny:
		if was.Exists() && reflect.DeepEqual(was.Any(), v.Interface()) {
			e.buf = append(e.buf, was.Raw()...)
			return nil
		}
		return e.any(v.Interface())
	case shapeRaw:
		return e.raw(v.Bytes())
	case shapeOther: // The methods for its JSON form can be those of a pointer.
		return e.other(v.Addr().Interface())
	}
	return e.scalar(p, v, was)
}

func (e *encoder) scalar(p *plan, v reflect.Value, was Node) (err error) {
	if isUnchanged(p, v, was) {
		e.buf = append(e.buf, was.Raw()...)
		return nil
	}
	switch p.shape {
	case shapeString:
		e.buf = appendString(e.buf, v.String())
	case shapeInt:
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
	case shapeUint:
		e.buf = strconv.AppendUint(e.buf, v.Uint(), 10)
	case shapeFloat:
		e.buf, err = appendFloat(e.buf, v.Float(), v.Type().Bits())
	case shapeBool:
		e.buf = strconv.AppendBool(e.buf, v.Bool())
	}
	return err
}

// isUnchanged says whether a scalar equals what it was decoded from.
func isUnchanged(p *plan, v reflect.Value, was Node) bool {
	switch p.shape {
	case shapeString:
		text, ok := was.Str()
		return ok && text == v.String()
	case shapeInt:
		number, ok := was.Int()
		return ok && number == v.Int()
	case shapeUint:
		number, ok := was.uint()
		return ok && number == v.Uint()
	case shapeFloat:
		number, ok := was.Float()
		return ok && math.Float64bits(number) == math.Float64bits(v.Float())
	case shapeBool:
		value, ok := was.Bool()
		return ok && value == v.Bool()
	}
	return false
}

// staysZero says whether a value decodes to the zero value of a type, because it is that, or does not fit.
func (p *plan) staysZero(was Node) bool {
	switch p.shape {
	case shapeOpt:
		return !was.IsNull() && !p.elem.accepts(was)
	case shapeList: // A list decodes to one with as many items, even if none of them fits.
		return was.Kind() != List
	case shapePointer, shapeMap:
		return was.IsNull() || !p.accepts(was)
	case shapeAny:
		return was.Any() == nil
	case shapeStruct, shapeUnion, shapeRaw:
		return false
	}
	v := reflect.New(p.typ).Elem()
	d := decoder{}
	d.decode(was, p, v)
	return v.IsZero()
}

func (e *encoder) opt(p *plan, v reflect.Value, was Node) error {
	if *optPresence(v) != Present {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	return e.encode(p.elem, optValue(v, p), was)
}

func (e *encoder) list(p *plan, v reflect.Value, was Node) error {
	if v.IsNil() {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	e.buf = append(e.buf, '[')
	end, item := uint32(0), uint32(0)
	if was.Kind() == List {
		item, end = was.index+1, was.node().next
	}
	for i := range v.Len() {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		before := Node{}
		if item < end {
			before = Node{was.doc, item}
			item = was.doc.nodes[item].next
		}
		if err := e.item(p.elem, v.Index(i), before); err != nil {
			return within("["+strconv.Itoa(i)+"]", err)
		}
	}
	e.buf = append(e.buf, ']')
	return nil
}

// item writes an item of a list. One that did not fit its type keeps its JSON.
func (e *encoder) item(p *plan, v reflect.Value, was Node) error {
	if was.Exists() && v.IsZero() && p.staysZero(was) {
		e.buf = append(e.buf, was.Raw()...)
		return nil
	}
	return e.encode(p, v, was)
}

var errExtra = errors.New("the extra value cannot be sent as JSON")

func (e *encoder) extra(x extra) error {
	if x.err != nil {
		return within(x.name, fmt.Errorf("%w: %w", errExtra, x.err))
	}
	e.buf = append(e.buf, x.json...)
	return nil
}
