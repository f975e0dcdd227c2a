package codec

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
)

// any writes a value of any type. Types that this package does not know are left to encoding/json.
func (e *encoder) any(value any) error {
	switch x := value.(type) {
	case nil:
		e.buf = append(e.buf, "null"...)
	case string:
		e.buf = appendString(e.buf, x)
	case bool:
		e.buf = strconv.AppendBool(e.buf, x)
	case int:
		e.buf = strconv.AppendInt(e.buf, int64(x), 10)
	case json.RawMessage:
		return e.raw(x)
	default:
		v := reflect.ValueOf(value)
		p := planOf(v.Type())
		if p.shape == shapePointer && v.IsNil() {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		if p.shape == shapeOther {
			return e.other(value)
		}
		return e.encode(p, addressable(v), Node{})
	}
	return nil
}

func addressable(v reflect.Value) reflect.Value {
	if v.CanAddr() {
		return v
	}
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	return copied
}

var errRaw = errors.New("the json.RawMessage is not valid JSON")

func (e *encoder) raw(text []byte) error {
	if text == nil {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	if !json.Valid(text) {
		return errRaw
	}
	e.buf = append(e.buf, validText(string(text))...)
	return nil
}

func (e *encoder) other(value any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	e.buf = append(e.buf, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
	return nil
}

// mapping writes a map: first the keys that arrived, in their order, then the other ones, sorted.
func (e *encoder) mapping(p *plan, v reflect.Value, was Node) error {
	if v.IsNil() {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	start := len(e.buf) + 1
	e.buf = append(e.buf, '{')
	left := map[string]reflect.Value{}
	for items := v.MapRange(); items.Next(); {
		left[items.Key().String()] = items.Value()
	}
	write := func(name string, value reflect.Value, was Node) error {
		if len(e.buf) > start {
			e.buf = append(e.buf, ',')
		}
		e.buf = append(appendString(e.buf, name), ':')
		delete(left, name)
		if !value.IsValid() {
			e.buf = append(e.buf, was.Raw()...)
			return nil
		}
		if err := e.item(p.elem, addressable(value), was); err != nil {
			return within(name, err)
		}
		return nil
	}
	if err := e.arrivedKeys(p, left, was, write); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(left)) {
		if err := write(name, left[name], Node{}); err != nil {
			return err
		}
	}
	e.buf = append(e.buf, '}')
	return nil
}

// arrivedKeys writes the keys that arrived and still exist, and those whose values did not fit.
func (e *encoder) arrivedKeys(p *plan, left map[string]reflect.Value, was Node, write func(string, reflect.Value, Node) error) error {
	if was.Kind() != Map {
		return nil
	}
	last := make(map[string]Node, was.Len())
	for name, value := range was.Fields() {
		last[name] = value
	}
	for name, value := range was.Fields() {
		if last[name] != value {
			continue
		}
		current, ok := left[name]
		if !ok && p.elem.isKept(value) {
			continue // The caller deleted it.
		}
		if err := write(name, current, value); err != nil {
			return err
		}
	}
	return nil
}
