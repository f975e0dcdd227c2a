// Package codec converts between the structs of the API and JSON. Decoding is lenient: a field that does not fit is left out
// and stays in the raw JSON. Encoding keeps what arrived: unknown fields, nulls and the digits of numbers.
package codec

import (
	"fmt"
	"reflect"
)

// Field is a field that Body adds to the JSON.
type Field struct {
	Name  string
	Value any
}

// Marshal returns the JSON of a value, given by value or as a pointer. An error names the path of what cannot be encoded.
func Marshal(v any) ([]byte, error) {
	return encodeTo(func(e *encoder) error { return e.pointer(v) })
}

// pointer writes a value without a copy if it is given as a pointer.
func (e *encoder) pointer(v any) error {
	value := reflect.ValueOf(v)
	if value.Kind() != reflect.Pointer || value.IsNil() {
		return e.any(v)
	}
	return e.encode(planOf(value.Type().Elem()), value.Elem(), Node{})
}

// Unmarshal reads JSON into what ptr points to, and replaces it. Null changes nothing, as in encoding/json. It fails if the text
// is not JSON, or of another kind than the type.
func Unmarshal(data []byte, ptr any) error {
	doc := docs.Get().(*Doc)
	defer doc.release()
	if err := doc.Parse(string(data)); err != nil {
		return err
	}
	root := doc.Root()
	if root.IsNull() {
		return nil
	}
	if !Decode(root, ptr) && reflect.TypeOf(ptr).Elem().Kind() != reflect.Interface {
		return fmt.Errorf("%s does not fit %s", root.Kind(), reflect.TypeOf(ptr).Elem())
	}
	return nil
}

// Convert writes a struct as JSON and reads it into another one. Both are given as pointers. Constants that the struct did not
// arrive with are added, so that they can select the member of a union. JSON of another kind, such as null, stays in the raw JSON.
func Convert(from, to any) error {
	text, err := encodeTo(func(e *encoder) error {
		e.constants = true
		return e.pointer(from)
	})
	if err != nil {
		return err
	}
	doc := docs.Get().(*Doc)
	defer doc.release()
	if err := doc.Parse(string(text)); err != nil {
		return err
	}
	Decode(doc.Root(), to)
	return nil
}

// ToParam is Convert for a method without an error. An error is reported when the result is sent.
func ToParam(from, to any) {
	if err := Convert(from, to); err != nil {
		object := objectOf(reflect.ValueOf(to).Elem())
		object.state = object.state.update(func(m *more) { m.err = err })
	}
}

// Body returns the JSON of the fields of a struct that do not belong to the query. The given fields take precedence.
func Body(ptr any, fields ...Field) ([]byte, error) {
	v := reflect.ValueOf(ptr)
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		return nil, nil
	}
	if len(fields) == 0 {
		return Marshal(ptr)
	}
	copied := reflect.New(reflect.Indirect(v).Type())
	copied.Elem().Set(reflect.Indirect(v))
	object := objectOf(copied.Elem())
	for _, f := range fields {
		object.SetExtra(f.Name, f.Value)
	}
	return Marshal(copied.Interface())
}

func isNilPointer(v any) bool {
	value := reflect.ValueOf(v)
	return value.Kind() == reflect.Pointer && value.IsNil()
}
