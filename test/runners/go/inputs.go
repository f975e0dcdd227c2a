package conformance

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// newParams returns a struct with the input, as a program builds it. A query parameter that does not fit the type of its
// field is an option.
func newParams(kind reflect.Type, input map[string]json.RawMessage) (reflect.Value, []patchbay.Option, error) {
	rest := maps.Clone(input)
	params := reflect.New(kind)
	var options []patchbay.Option
	fields := map[int]reflect.Value{}
	for i := range kind.NumField() {
		name, _, _ := strings.Cut(kind.Field(i).Tag.Get("query"), ",")
		value, given := rest[name]
		if name == "" || !given {
			continue
		}
		delete(rest, name)
		if field, ok := queryField(kind.Field(i).Type, value); ok {
			fields[i] = field
			continue
		}
		var text any
		if err := json.Unmarshal(value, &text); err != nil {
			return params, nil, err
		}
		options = append(options, patchbay.WithQuery(name, text))
	}
	body, err := json.Marshal(rest)
	if err != nil {
		return params, nil, err
	}
	if len(rest) > 0 {
		if err := json.Unmarshal(body, params.Interface()); err != nil {
			return params, nil, err
		}
		params = preferBuilt(params, body)
	}
	for i, value := range fields {
		params.Elem().Field(i).Set(value)
	}
	return params.Elem(), options, nil
}

// queryField returns the value of a field. A single value is a list of one item in Go.
func queryField(kind reflect.Type, value json.RawMessage) (reflect.Value, bool) {
	if kind.Kind() == reflect.Slice && value[0] != '[' {
		value = slices.Concat([]byte("["), value, []byte("]"))
	}
	field := reflect.New(kind)
	err := json.Unmarshal(value, field.Interface())
	return field.Elem(), err == nil
}

// preferBuilt returns a copy of a decoded struct without its raw JSON, as a program builds it. An input that breaks the
// contract cannot always be built; then it returns the struct.
func preferBuilt(decoded reflect.Value, body []byte) reflect.Value {
	built := reflect.New(decoded.Type().Elem())
	built.Elem().Set(build(decoded.Elem()))
	text, err := json.Marshal(built.Interface())
	if err != nil || !equalJSON(text, body) {
		return decoded
	}
	return built
}

// build copies a value without the raw JSON of its structs.
func build(from reflect.Value) reflect.Value {
	to := reflect.New(from.Type()).Elem()
	switch from.Kind() {
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			to.Elem().Set(build(from.Elem()))
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				to.Index(i).Set(build(from.Index(i)))
			}
		}
	case reflect.Map:
		if !from.IsNil() {
			to.Set(reflect.MakeMap(from.Type()))
			for key, value := range from.Seq2() {
				to.SetMapIndex(key, build(value))
			}
		}
	case reflect.Struct:
		if _, isObject := from.Interface().(object); isObject {
			buildObject(from, to)
		} else {
			to.Set(from)
		}
	default:
		to.Set(from)
	}
	return to
}

// buildObject copies the fields of an object, and sets those that its struct does not have. A union has the JSON of its member.
func buildObject(from, to reflect.Value) {
	fields := map[string]int{}
	for i := range from.NumField() {
		if from.Type().Field(i).IsExported() {
			to.Field(i).Set(build(from.Field(i)))
		}
		if name, _, _ := strings.Cut(from.Type().Field(i).Tag.Get("json"), ","); name != "" {
			fields[name] = i
		}
	}
	var raw map[string]json.RawMessage
	if len(fields) == 0 || json.Unmarshal([]byte(from.Interface().(object).RawJSON()), &raw) != nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		index, isField := fields[name]
		if !isField || string(raw[name]) == "null" && to.Field(index).IsZero() {
			to.Addr().Interface().(settable).SetExtra(name, raw[name])
		}
	}
}

// object is a struct of the API.
type object interface{ RawJSON() string }

type settable interface {
	SetExtra(name string, value any)
}

// equalJSON says whether two texts have the same JSON value.
func equalJSON(left, right []byte) bool {
	var one, other any
	return json.Unmarshal(left, &one) == nil && json.Unmarshal(right, &other) == nil && reflect.DeepEqual(one, other)
}
