package patchbay

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// writer writes random JSON that mostly fits a type.
type writer struct {
	*rand.Rand
	strings.Builder
}

var odd = []string{
	`null`, `""`, `"text"`, `0`, `1.0`, `-1e3`, `12345678901234567890`, `1e400`, `true`, `[]`, `{}`, `[null]`, `{"type":null}`, `[[],{}]`, `"\ud83d\n"`,
	`{"role":"user","type":"new","x":[1.50]}`, `"auto"`, `[1,"a"]`, `0.10`,
}

func (w *writer) odd() { w.WriteString(odd[w.IntN(len(odd))]) }

func (w *writer) value(t reflect.Type, depth int) {
	if w.IntN(12) == 0 || depth > 12 {
		w.odd()
		return
	}
	switch t.Kind() {
	case reflect.String:
		fmt.Fprintf(w, "%q", []string{"", "a", "ü", "\n"}[w.IntN(4)])
	case reflect.Int64:
		w.WriteString([]string{"0", "7", "1.0", "1e2"}[w.IntN(4)])
	case reflect.Float64:
		w.WriteString([]string{"0", "0.50", "-1", "1e-9"}[w.IntN(4)])
	case reflect.Bool:
		w.WriteString([]string{"true", "false"}[w.IntN(2)])
	case reflect.Pointer:
		w.value(t.Elem(), depth+1)
	case reflect.Slice:
		w.list(t, depth)
	case reflect.Map:
		fmt.Fprint(w, `{"b":`)
		w.value(t.Elem(), depth+1)
		w.WriteString(`,"a":`)
		w.value(t.Elem(), depth+1)
		w.WriteString(`}`)
	case reflect.Struct:
		w.structure(t, depth)
	default:
		w.odd()
	}
}

func (w *writer) list(t reflect.Type, depth int) {
	w.WriteString("[")
	for i := range w.IntN(3) {
		if i > 0 {
			w.WriteString(",")
		}
		w.value(t.Elem(), depth+1)
	}
	w.WriteString("]")
}

func (w *writer) structure(t reflect.Type, depth int) {
	if !isAPIType(t) { // An Opt.
		w.value(t.Field(0).Type, depth)
		return
	}
	if t.Field(1).Name == "_" || strings.HasPrefix(t.Field(1).Name, "Of") {
		w.union(t, depth)
		return
	}
	w.WriteString("{")
	separator := ""
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "" || w.IntN(3) > 0 && depth > 0 {
			continue
		}
		fmt.Fprintf(w, `%s%q:`, separator, name)
		separator = ","
		if constant := field.Tag.Get("const"); constant != "" && w.IntN(8) > 0 {
			fmt.Fprintf(w, "%q", constant)
		} else {
			w.value(field.Type, depth+1)
		}
	}
	if w.IntN(3) == 0 {
		fmt.Fprintf(w, `%s"unknown_field":[1.0,{"a":null}]`, separator)
	}
	w.WriteString("}")
}

func (w *writer) union(t reflect.Type, depth int) {
	var members []reflect.StructField
	for i := range t.NumField() {
		if field := t.Field(i); strings.HasPrefix(field.Name, "Of") {
			members = append(members, field)
		}
	}
	member := members[w.IntN(len(members))]
	values, ok := member.Tag.Lookup("values")
	if !ok {
		w.value(member.Type, depth+1)
		return
	}
	start := w.Len()
	w.value(member.Type, depth+1)
	text := w.String()[start:]
	if !strings.HasPrefix(text, "{") {
		return
	}
	before := w.String()[:start]
	w.Reset()
	value, _, _ := strings.Cut(values, ",")
	tag := t.Field(1).Tag.Get("discriminator")
	fmt.Fprintf(w, `%s%s`, before, strings.TrimSuffix(text, "}"))
	if text != "{}" {
		w.WriteString(",")
	}
	fmt.Fprintf(w, `%q:%q}`, tag, value)
}

func TestRandomValuesOfEveryTypeSurvive(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, api := range apiTypes() {
		for range 6 {
			w := writer{Rand: random}
			w.structure(api, 0)
			text := w.String()
			if !json.Valid([]byte(text)) {
				t.Fatalf("the test wrote %s", text)
			}
			if isUnionOfKinds(api) {
				text = strings.TrimSpace(text)
				if err := json.Unmarshal([]byte(text), reflect.New(api).Interface()); err != nil {
					continue
				}
				if text == "null" {
					continue // It leaves a value alone.
				}
			} else if !strings.HasPrefix(text, "{") {
				continue
			}
			roundTrip(t, api, []byte(text))
		}
	}
}

// TestBuiltValuesOfEveryTypeSurvive encodes values without their raw JSON, and reads them again.
func TestBuiltValuesOfEveryTypeSurvive(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	written := 0
	for _, api := range apiTypes() {
		for range 6 {
			w := writer{Rand: random}
			w.structure(api, 0)
			built := reflect.New(api)
			if json.Unmarshal([]byte(w.String()), built.Interface()) != nil {
				continue
			}
			first, ok := rewrite(t, built)
			if !ok {
				continue // A union without a member is an error.
			}
			written++
			second, ok := rewrite(t, built)
			if !ok || first != second {
				t.Fatalf("%s:\nfirst  %s\nsecond %s", api.Name(), first, second)
			}
		}
	}
	if written < 600 {
		t.Errorf("only %d values were written", written)
	}
}

// rewrite encodes a value from its fields alone and reads the JSON back into it.
func rewrite(t *testing.T, value reflect.Value) (string, bool) {
	t.Helper()
	forgetAll(value.Elem())
	text, err := json.Marshal(value.Interface())
	if err != nil {
		if !strings.Contains(err.Error(), "is set") && !strings.Contains(err.Error(), "is empty") {
			t.Fatalf("%s: %v", value.Type(), err)
		}
		return "", false
	}
	if err := json.Unmarshal(text, value.Interface()); err != nil {
		t.Fatalf("%s: %v\n%s", value.Type(), err, text)
	}
	return string(text), true
}
