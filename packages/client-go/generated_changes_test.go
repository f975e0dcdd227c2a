package patchbay

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// change is a change that an application can make to a decoded value, and the same change to its JSON.
type change struct {
	name string
	make func()
	// edit returns the JSON of the place after the change; remove says that the place is left out.
	edit   func(before any) any
	remove bool
	path   []any
}

// changes collects the changes that a value of the API allows.
type changes struct {
	t    *testing.T
	list []change
}

func (c *changes) add(path []any, name string, edit func(any) any, apply func()) {
	c.list = append(c.list, change{name: name, path: slices.Clone(path), edit: edit, make: apply})
}

func (c *changes) remove(path []any, name string, apply func()) {
	c.list = append(c.list, change{name: name, path: slices.Clone(path), remove: true, make: apply})
}

func becomes(value any) func(any) any { return func(any) any { return value } }

// read sets a value to what JSON says.
func (c *changes) read(v reflect.Value, text string) {
	if err := json.Unmarshal([]byte(text), v.Addr().Interface()); err != nil {
		c.t.Fatalf("%s from %s: %v", v.Type(), text, err)
	}
}

// visit collects the changes of a value. It can be left out if isOptional.
func (c *changes) visit(v reflect.Value, path []any, isOptional bool) {
	switch {
	case isAPIType(v.Type()):
		c.visitStruct(v, path, isOptional)
	case v.Kind() == reflect.Struct:
		c.visitOpt(v, path, isOptional)
	case v.Kind() == reflect.Pointer && !v.IsNil():
		if isOptional {
			c.remove(path, "nil", v.SetZero)
		}
		c.visit(v.Elem(), path, false)
	case v.Kind() == reflect.Slice:
		c.visitList(v, path, isOptional)
	case v.Kind() == reflect.Map:
		c.visitMap(v, path, isOptional)
	default:
		c.visitScalar(v, path, isOptional)
	}
}

func (c *changes) visitStruct(v reflect.Value, path []any, isOptional bool) {
	if _, isUnion := v.Addr().Type().MethodByName("Value"); isUnion {
		c.visitUnion(v, path, isOptional)
		return
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if _, isConstant := field.Tag.Lookup("const"); name != "" && !isConstant {
			c.visit(v.Field(i), append(path, name), strings.Contains(options, "omitzero"))
		}
	}
	if v.Addr().Interface().(interface{ RawJSON() string }).RawJSON() == "" {
		return // The other required fields are added with it.
	}
	c.add(path, "an extra field", func(before any) any {
		after := map[string]any{"extra": json.Number("1")}
		if object, ok := before.(map[string]any); ok {
			maps.Copy(after, object)
			after["extra"] = json.Number("1")
		}
		return after
	}, func() { v.Addr().Interface().(interface{ SetExtra(string, any) }).SetExtra("extra", 1) })
}

func (c *changes) visitUnion(v reflect.Value, path []any, isOptional bool) {
	clear := func() {
		for i := range v.NumField() {
			if strings.HasPrefix(v.Type().Field(i).Name, "Of") {
				v.Field(i).SetZero()
			}
		}
	}
	if text := v.FieldByName("OfString"); text.IsValid() {
		c.add(path, "another member", becomes("new"), func() {
			clear()
			c.read(text, `"new"`)
		})
	}
	for i := range v.NumField() {
		if !strings.HasPrefix(v.Type().Field(i).Name, "Of") || v.Field(i).IsZero() {
			continue
		}
		if isOptional {
			c.remove(path, "no member", clear)
		}
		c.visit(v.Field(i), path, false)
	}
}

func (c *changes) visitOpt(v reflect.Value, path []any, isOptional bool) {
	if strings.HasPrefix(v.Type().Name(), "Opt[") {
		c.add(path, "null", becomes(nil), func() { c.read(v, `null`) })
		text := map[reflect.Kind]string{reflect.String: `"new"`, reflect.Int64: `77`, reflect.Float64: `7.25`, reflect.Bool: `true`}[v.Field(0).Kind()]
		if text != "" {
			c.add(path, "a value", becomes(readNumbers(c.t, []byte(text))), func() { c.read(v, text) })
		}
		if isOptional && !v.IsZero() {
			c.remove(path, "absent", v.SetZero)
		}
	}
}

func (c *changes) visitScalar(v reflect.Value, path []any, isOptional bool) {
	var zero any
	switch v.Kind() {
	case reflect.String:
		c.add(path, "a text", becomes("new"), func() { v.SetString("new") })
		zero = ""
	case reflect.Int64:
		c.add(path, "an integer", becomes(json.Number("77")), func() { v.SetInt(77) })
		zero = json.Number("0")
	case reflect.Float64:
		c.add(path, "a number", becomes(json.Number("7.25")), func() { v.SetFloat(7.25) })
		zero = json.Number("0")
	case reflect.Bool:
		c.add(path, "true", becomes(true), func() { v.SetBool(true) })
		zero = false
	}
	switch {
	case v.IsZero() || zero == nil:
	case isOptional:
		c.remove(path, "zero", v.SetZero)
	default:
		c.add(path, "zero", becomes(zero), v.SetZero)
	}
}

func (c *changes) visitList(v reflect.Value, path []any, isOptional bool) {
	for i := range v.Len() {
		c.visit(v.Index(i), append(path, i), false)
	}
	if isOptional && !v.IsNil() {
		c.remove(path, "nil", v.SetZero)
	}
	// Only objects keep their JSON when they move.
	if v.Len() == 0 || !isAPIType(v.Type().Elem()) {
		return
	}
	c.add(path, "an item less", func(before any) any { return before.([]any)[1:] }, func() { v.Set(v.Slice(1, v.Len())) })
	c.add(path, "an item more", func(before any) any {
		items := before.([]any)
		return append(slices.Clone(items), items[0])
	}, func() { v.Set(reflect.Append(v, v.Index(0))) })
	c.add(path, "another order", func(before any) any {
		items := slices.Clone(before.([]any))
		slices.Reverse(items)
		return items
	}, func() {
		swap := reflect.Swapper(v.Interface())
		for i, j := 0, v.Len()-1; i < j; i, j = i+1, j-1 {
			swap(i, j)
		}
	})
}

func (c *changes) visitMap(v reflect.Value, path []any, isOptional bool) {
	if isOptional && !v.IsNil() {
		c.remove(path, "nil", v.SetZero)
	}
	for _, key := range v.MapKeys() {
		name := key.String()
		c.remove(append(path, name), "a key less", func() { v.SetMapIndex(key, reflect.Value{}) })
		if !isAPIType(v.Type().Elem()) {
			continue // The digits of numbers are lost.
		}
		c.add(path, "another key", func(before any) any {
			after := maps.Clone(before.(map[string]any))
			after["moved"] = after[name]
			return after
		}, func() { v.SetMapIndex(reflect.ValueOf("moved"), v.MapIndex(key)) })
	}
}

// apply returns data with the change. It is false if the place does not exist.
func (one change) apply(data any, path []any) (any, bool) {
	if len(path) == 0 {
		return one.edit(data), true
	}
	switch step := path[0].(type) {
	case string:
		object, ok := data.(map[string]any)
		if !ok {
			return nil, false
		}
		object = maps.Clone(object)
		if len(path) == 1 && one.remove {
			delete(object, step)
			return object, true
		}
		inner, ok := one.apply(object[step], path[1:])
		object[step] = inner
		return object, ok
	case int:
		items, ok := data.([]any)
		if !ok || step >= len(items) {
			return nil, false
		}
		items = slices.Clone(items)
		items[step], ok = one.apply(items[step], path[1:])
		return items, ok
	}
	return nil, false
}

// TestAChangeLeavesTheRestOfAValue decodes random values of every type, makes each change that an application can make, and expects
// the JSON that arrived with this change alone.
func TestAChangeLeavesTheRestOfAValue(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	made := 0
	for _, api := range apiTypes() {
		for range 4 {
			w := writer{Rand: random}
			w.structure(api, 0)
			text := []byte(w.String())
			value := reflect.New(api)
			if json.Unmarshal(text, value.Interface()) != nil || strings.TrimSpace(string(text)) == "null" {
				continue
			}
			all := changes{t: t}
			all.visit(value.Elem(), nil, false)
			for _, i := range random.Perm(len(all.list))[:min(len(all.list), 12)] {
				again := reflect.New(api)
				fresh := changes{t: t}
				if err := json.Unmarshal(text, again.Interface()); err != nil {
					t.Fatal(err)
				}
				fresh.visit(again.Elem(), nil, false)
				if checkChange(t, again, text, fresh.list[i]) {
					made++
				}
			}
		}
	}
	if made < 6_000 {
		t.Errorf("only %d changes were made", made)
	}
}

func checkChange(t *testing.T, value reflect.Value, text []byte, one change) bool {
	t.Helper()
	want, ok := one.apply(readNumbers(t, text), one.path)
	if !ok {
		return false
	}
	one.make()
	written, err := json.Marshal(value.Interface())
	if err != nil {
		t.Errorf("%s: %s at %v: %v\n%s", value.Type(), one.name, one.path, err, text)
		return false
	}
	if got := readNumbers(t, written); !reflect.DeepEqual(got, want) {
		shown, _ := json.Marshal(want)
		t.Errorf("%s: %s at %v of %s\ngot  %s\nwant %s", value.Type(), one.name, fmt.Sprint(one.path), text, written, shown)
	}
	return true
}
