package patchbay

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// apiTypes returns the structs of the API: all that the methods of the client take and return, and what these contain.
func apiTypes() []reflect.Type {
	var found []reflect.Type
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		if isAPIType(t) {
			found = append(found, t)
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			visit(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				visit(t.Field(i).Type)
			}
		case reflect.Func:
			for i := range t.NumIn() {
				visit(t.In(i))
			}
			for i := range t.NumOut() {
				visit(t.Out(i))
			}
		}
		for i := range t.NumMethod() {
			visit(t.Method(i).Type)
		}
	}
	visit(reflect.TypeFor[*Client]())
	slices.SortFunc(found, func(a, b reflect.Type) int { return strings.Compare(a.Name(), b.Name()) })
	return found
}

func isAPIType(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.NumField() > 0 && t.Field(0).Type == reflect.TypeFor[object]()
}

// readNumbers returns JSON as plain data, with the digits of the numbers.
func readNumbers(t *testing.T, text []byte) (value any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return value
}

// roundTrip reads a text into a type of the API and expects the same data from its JSON.
func roundTrip(t *testing.T, api reflect.Type, text []byte) {
	t.Helper()
	value := reflect.New(api)
	if err := json.Unmarshal(text, value.Interface()); err != nil {
		t.Fatalf("%s: %v\n%s", api.Name(), err, text)
	}
	written, err := json.Marshal(value.Elem().Interface())
	if err != nil {
		t.Fatalf("%s: %v\n%s", api.Name(), err, text)
	}
	if !reflect.DeepEqual(readNumbers(t, written), readNumbers(t, text)) {
		t.Fatalf("%s:\ngot  %s\nwant %s", api.Name(), written, text)
	}
}

func TestEveryObjectSurvivesEveryType(t *testing.T) {
	objects := map[string]bool{}
	for _, text := range examples(t, "*/*.json") {
		collectObjects(text.value, objects)
	}
	corpus := make([]string, 0, len(objects))
	for object := range objects {
		corpus = append(corpus, object)
	}
	slices.Sort(corpus)
	types := apiTypes()
	if len(types) < 300 || len(corpus) < 500 {
		t.Fatalf("%d types and %d objects were found", len(types), len(corpus))
	}
	for i, api := range types {
		if isUnionOfKinds(api) {
			continue // An object may not fit it.
		}
		// Each type reads another share of the objects, which keeps the test short.
		for j := i % 150; j < len(corpus); j += 150 {
			roundTrip(t, api, []byte(corpus[j]))
		}
	}
}

// isUnionOfKinds says whether the kind of a value selects the member of a union.
func isUnionOfKinds(api reflect.Type) bool {
	_, isUnion := api.MethodByName("Value")
	_, hasTag := api.MethodByName("Tag")
	return isUnion && !hasTag
}

type example struct {
	operation, name string
	text            []byte
	value           any
}

// examples returns the examples of the contract.
func examples(t *testing.T, pattern string) (found []example) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "openapi", "examples", pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, example{filepath.Base(filepath.Dir(path)), filepath.Base(path), text, readNumbers(t, text)})
	}
	return found
}

// collectObjects adds the JSON of all objects in a value.
func collectObjects(value any, objects map[string]bool) {
	switch x := value.(type) {
	case []any:
		for _, item := range x {
			collectObjects(item, objects)
		}
	case map[string]any:
		text, _ := json.Marshal(x)
		objects[string(text)] = true
		for _, item := range x {
			collectObjects(item, objects)
		}
	}
}

// method returns the method of an operation, such as "chat.completions.create".
func method(t *testing.T, operation string) reflect.Method {
	t.Helper()
	owner := reflect.TypeFor[*Client]()
	words := strings.Split(operation, ".")
	for _, word := range words[:len(words)-1] {
		field, ok := owner.Elem().FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, word) })
		if !ok {
			t.Fatalf("%s has no service %s", owner, word)
		}
		owner = field.Type
	}
	for i := range owner.NumMethod() {
		if strings.EqualFold(owner.Method(i).Name, words[len(words)-1]) {
			return owner.Method(i)
		}
	}
	t.Fatalf("%s has no method for %s", owner, operation)
	return reflect.Method{}
}

// TestTheTypesHaveTheFieldsOfTheExamples removes the raw JSON after reading. What is written then comes from the fields alone.
func TestTheTypesHaveTheFieldsOfTheExamples(t *testing.T) {
	tested := 0
	for _, example := range examples(t, "*.*/response.*.json") {
		if strings.HasPrefix(example.operation, "errors.") {
			continue
		}
		fieldsHaveAll(t, method(t, example.operation).Type.Out(0).Elem(), example)
		tested++
	}
	for _, example := range examples(t, "*.*/request.*.json") {
		m := method(t, example.operation).Type
		params := m.In(m.NumIn() - 2)
		body, ok := example.value.(map[string]any)
		if !ok || !isAPIType(params) || !hasBody(params) {
			continue
		}
		// The verb, the path, the query, and fields that the contract does not have.
		for _, name := range []string{"stream", "hash", "beta", "x_provider_extra"} {
			delete(body, name)
		}
		if trace, ok := body["trace"].(map[string]any); ok {
			delete(trace, "customer")
		}
		example.text, _ = json.Marshal(body)
		fieldsHaveAll(t, params, example)
		tested++
	}
	if tested < 60 {
		t.Errorf("only %d examples were tested", tested)
	}
}

// difference returns the lines that only one of two texts has.
func difference(got, want string) string {
	var lines []string
	for line := range strings.Lines(got) {
		if !strings.Contains(want, line) {
			lines = append(lines, "got  "+line)
		}
	}
	for line := range strings.Lines(want) {
		if !strings.Contains(got, line) {
			lines = append(lines, "want "+line)
		}
	}
	return strings.Join(lines, "")
}

func hasBody(params reflect.Type) bool {
	for i := range params.NumField() {
		if params.Field(i).Tag.Get("json") != "" {
			return true
		}
	}
	return false
}

func fieldsHaveAll(t *testing.T, api reflect.Type, example example) {
	t.Helper()
	value := reflect.New(api)
	if err := json.Unmarshal(example.text, value.Interface()); err != nil {
		t.Fatalf("%s/%s: %v", example.operation, example.name, err)
	}
	forgetRaw(value.Elem())
	written, err := json.Marshal(value.Interface())
	if err != nil {
		t.Errorf("%s/%s: %v", example.operation, example.name, err)
		return
	}
	got, want := withoutEmpty(readNumbers(t, written)), withoutEmpty(readNumbers(t, example.text))
	if !reflect.DeepEqual(got, want) {
		a, _ := json.MarshalIndent(got, "", " ")
		b, _ := json.MarshalIndent(want, "", " ")
		t.Errorf("%s/%s as %s:\n%s", example.operation, example.name, api.Name(), difference(string(a), string(b)))
	}
}

// forgetRaw makes a value as if it had been built in Go, unless it has only its JSON.
func forgetRaw(v reflect.Value) { forget(v, needsRaw) }

// forgetAll makes a value as if it had been built in Go.
func forgetAll(v reflect.Value) { forget(v, func(reflect.Value) bool { return false }) }

func forget(v reflect.Value, keep func(reflect.Value) bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			forget(v.Elem(), keep)
		}
	case reflect.Slice:
		for i := range v.Len() {
			forget(v.Index(i), keep)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			item := reflect.New(v.Type().Elem()).Elem()
			item.Set(v.MapIndex(key))
			forget(item, keep)
			v.SetMapIndex(key, item)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Type == reflect.TypeFor[object]() && !keep(v) {
				*(*object)(v.Field(i).Addr().UnsafePointer()) = object{}
			} else if v.Type().Field(i).IsExported() {
				forget(v.Field(i), keep)
			}
		}
	}
}

// needsRaw says whether a value is unknown, so that it has only its JSON.
func needsRaw(v reflect.Value) bool {
	union, ok := v.Interface().(interface{ Value() any })
	return ok && union.Value() == nil || strings.Contains(v.Type().Name(), "Unknown")
}

// withoutEmpty removes nulls, empty strings and zeros from objects: a type of responses reads them like absent fields.
func withoutEmpty(value any) any {
	switch x := value.(type) {
	case []any:
		for i, item := range x {
			x[i] = withoutEmpty(item)
		}
	case map[string]any:
		for name, item := range x {
			item = withoutEmpty(item)
			if item == nil || item == "" || reflect.DeepEqual(item, []any{}) || reflect.DeepEqual(item, map[string]any{}) {
				delete(x, name)
			} else {
				x[name] = item
			}
		}
	case json.Number:
		if number, err := x.Float64(); err == nil {
			return number
		}
	}
	return value
}
