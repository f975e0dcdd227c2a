package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// arguments names the parameters that methods take before, or instead of, a struct.
var arguments = map[string][]string{
	"generations.get":        {"id"},
	"generations.getContent": {"id"},
	"keys.delete":            {"hash"},
	"keys.get":               {"hash"},
	"keys.update":            {"hash"},
	"models.get":             {"author", "slug"},
	"models.listEndpoints":   {"author", "slug"},
}

// method is a method of a service, with the names of its leading parameters.
type method struct {
	reflect.Value
	op    string
	names []string
}

// findMethod returns the method for an operation such as "chat.completions.create". A verb replaces the last word.
func findMethod(client *patchbay.Client, op, verb string) (method, error) {
	words := strings.Split(op, ".")
	last := len(words) - 1
	if verb == "" {
		verb = words[last]
	}
	service := reflect.ValueOf(client)
	for _, word := range words[:last] {
		service = service.Elem().FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, word) })
		if !service.IsValid() {
			return method{}, fmt.Errorf("the client has no service for the operation %s", op)
		}
	}
	for i := range service.NumMethod() {
		if strings.EqualFold(service.Type().Method(i).Name, verb) {
			return method{service.Method(i), op, arguments[op]}, nil
		}
	}
	return method{}, fmt.Errorf("the service of the operation %s has no method %s", op, verb)
}

// params returns a new struct with the input, or an invalid value if the method takes none.
func (m method) params(input map[string]json.RawMessage) (reflect.Value, []patchbay.Option, error) {
	rest := maps.Clone(input)
	maps.DeleteFunc(rest, func(name string, _ json.RawMessage) bool { return slices.Contains(m.names, name) })
	if index := 1 + len(m.names); m.Type().In(index).Kind() == reflect.Struct {
		return newParams(m.Type().In(index), rest)
	}
	if len(rest) > 0 {
		return reflect.Value{}, nil, fmt.Errorf("the method of the operation %s takes no %s", m.op, slices.Collect(maps.Keys(rest)))
	}
	return reflect.Value{}, nil, nil
}

// call calls the method, and returns what it returns. A method with a pointer to an output gets `output`.
func (m method) call(ctx context.Context, input map[string]json.RawMessage, params reflect.Value, output any, options []patchbay.Option) ([]reflect.Value, error) {
	values := []reflect.Value{reflect.ValueOf(ctx)}
	for _, name := range m.names {
		var text string
		if err := json.Unmarshal(input[name], &text); err != nil {
			return nil, fmt.Errorf("the input %s of the operation %s: %w", name, m.op, err)
		}
		values = append(values, reflect.ValueOf(text))
	}
	if params.IsValid() {
		values = append(values, params)
	}
	if output != nil {
		values = append(values, reflect.ValueOf(output))
	}
	return m.CallSlice(append(values, reflect.ValueOf(options))), nil
}
