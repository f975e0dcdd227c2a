// Package schema makes the JSON Schema of a Go type, reads JSON in a text of a model, and checks it against the type.
package schema

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Schema is the JSON Schema of a Go type.
type Schema struct {
	// Name is the name of the type, or "answer". It has the characters that the API allows.
	Name string
	// JSON is the schema.
	JSON json.RawMessage
	// Strict says whether the schema is in the form of the strict mode of providers.
	Strict bool
	// Kind is the JSON type that the schema requires; empty for any.
	Kind string

	root value
}

// Describer is a type that knows its own JSON Schema.
type Describer interface{ JSONSchema() json.RawMessage }

// node is a type. Structs are nodes that several values share.
type node struct {
	goType reflect.Type
	// kind is the JSON type; empty for any.
	kind string
	// isMap: an object with any names.
	isMap  bool
	items  *value
	fields []property
	// length is the number of items of a Go array; -1 for any.
	length int
	format string
	// minimum is "0" for an unsigned integer.
	minimum string
	// custom is the schema of a Describer.
	custom json.RawMessage
	// uses counts the values of a struct type. check decides whether a string or an integer fits the Go type.
	uses  int
	check func(text string) string
}

// value is a place for a value: its type, and what the field adds.
type value struct {
	*node
	isNullable  bool
	description string
	// enum has the allowed values as JSON.
	enum []json.RawMessage
}

type property struct {
	name       string
	isOptional bool
	value
}

var cache sync.Map

// maxPointers is how many pointers may lead to each other. A named pointer type can contain itself.
const maxPointers = 100

// Of returns the schema of a type. The error says which field has no JSON Schema.
func Of(goType reflect.Type) (*Schema, error) {
	if known, ok := cache.Load(goType); ok {
		return known.(*Schema), nil
	}
	b := builder{map[reflect.Type]*node{}, map[reflect.Type]bool{}}
	root, err := b.value(goType)
	if err != nil {
		return nil, err
	}
	rendered, isStrict := render(root)
	schema := &Schema{Name: nameOf(goType, "answer"), JSON: rendered, Strict: isStrict && root.kind == "object", Kind: root.kind, root: root}
	if root.isNullable {
		schema.Kind, schema.Strict = "", false
	}
	cache.Store(goType, schema)
	return schema, nil
}

// nameOf returns the name of a type in the characters that the API allows.
func nameOf(goType reflect.Type, otherwise string) string {
	name := goType.Name()
	if goType.PkgPath() == "" || name == "" {
		return otherwise
	}
	// The arguments of a generic type have the paths of their packages.
	name, _, _ = strings.Cut(name, "[")
	name = strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return '_'
	}, name)
	return name[:min(len(name), 64)]
}

type builder struct {
	structs map[reflect.Type]*node
	// open has the lists and maps that are being read.
	open map[reflect.Type]bool
}

var (
	describer       = reflect.TypeFor[Describer]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
	jsonUnmarshaler = reflect.TypeFor[json.Unmarshaler]()
	timeType        = reflect.TypeFor[time.Time]()
	rawType         = reflect.TypeFor[json.RawMessage]()
	numberType      = reflect.TypeFor[json.Number]()
	bigIntType      = reflect.TypeFor[big.Int]()
)

// isScalar says whether a struct type has its own JSON form.
func isScalar(goType reflect.Type) bool {
	pointer := reflect.PointerTo(goType)
	return pointer.Implements(describer) || pointer.Implements(textUnmarshaler) || pointer.Implements(jsonUnmarshaler)
}

func (b *builder) value(goType reflect.Type) (value, error) {
	named, isNullable := goType, false
	for depth := 0; ; depth++ {
		switch {
		case depth > maxPointers:
			return value{}, fmt.Errorf("the type %s contains itself. Use a struct with a field of this type", named)
		case goType.Kind() == reflect.Pointer:
			goType, isNullable = goType.Elem(), true
			continue
		case codec.IsOpt(goType):
			goType, isNullable = goType.Field(0).Type, true
			continue
		}
		break
	}
	if known, ok := b.structs[goType]; ok {
		known.uses++
		return value{node: known, isNullable: isNullable}, nil
	}
	made := &node{goType: goType, length: -1, uses: 1}
	err := b.fill(made)
	return value{node: made, isNullable: isNullable}, err
}

func (b *builder) fill(made *node) error {
	if isOwn, err := fillOwn(made); isOwn {
		return err
	}
	switch kind := made.goType.Kind(); kind {
	case reflect.Bool:
		made.kind = "boolean"
	case reflect.String:
		made.kind = "string"
	case reflect.Float32, reflect.Float64:
		made.kind, made.check = "number", checkFloat(made.goType)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		made.kind, made.check = "integer", checkInt(made.goType)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		made.kind, made.check, made.minimum = "integer", checkUint(made.goType), "0"
	case reflect.Slice, reflect.Array:
		return b.fillList(made)
	case reflect.Map:
		return b.fillMap(made)
	case reflect.Struct:
		return b.fillStruct(made)
	case reflect.Interface:
		if made.goType.NumMethod() > 0 {
			return fmt.Errorf("the interface %s has no JSON Schema. Use a struct, or any", made.goType)
		}
	default:
		return fmt.Errorf("the type %s has no JSON Schema. Leave the field out with the tag `json:\"-\"`", made.goType)
	}
	return nil
}

// fillOwn fills in types with their own JSON form. It is false for any other type.
func fillOwn(made *node) (bool, error) {
	pointer := reflect.PointerTo(made.goType)
	switch {
	case pointer.Implements(describer):
		made.custom = reflect.New(made.goType).Interface().(Describer).JSONSchema()
		return true, readCustom(made)
	case made.goType == timeType:
		made.kind, made.format, made.check = "string", "date-time", checkTime
	case made.goType == rawType:
	case made.goType == numberType:
		made.kind = "number"
	case made.goType == bigIntType:
		made.kind = "integer"
	case pointer.Implements(textUnmarshaler):
		made.kind, made.check = "string", checkText(made.goType)
	case pointer.Implements(jsonUnmarshaler):
		return true, fmt.Errorf("the JSON Schema of %s is not known, because it has its own UnmarshalJSON. Add a method JSONSchema() json.RawMessage to it", made.goType)
	default:
		return false, nil
	}
	return true, nil
}

func readCustom(made *node) error {
	var schema struct {
		Type string `json:"type"`
	}
	var object map[string]any
	if err := json.Unmarshal(made.custom, &object); err != nil || object == nil {
		return fmt.Errorf("JSONSchema of %s must return a JSON object, got %q", made.goType, made.custom)
	}
	// A type that is a list or absent allows several kinds.
	_ = json.Unmarshal(made.custom, &schema)
	made.kind = schema.Type
	return nil
}

func (b *builder) fillList(made *node) error {
	if made.goType.Kind() == reflect.Slice && made.goType.Elem().Kind() == reflect.Uint8 && !isScalar(made.goType.Elem()) {
		made.kind, made.check = "string", checkBase64
		return nil
	}
	made.kind = "array"
	if made.goType.Kind() == reflect.Array {
		made.length = made.goType.Len()
	}
	return b.fillItems(made)
}

func (b *builder) fillItems(made *node) error {
	if b.open[made.goType] {
		return fmt.Errorf("the type %s contains itself. Use a struct with a field of this type", made.goType)
	}
	// Only a type with a name can contain itself.
	b.open[made.goType] = made.goType.Name() != ""
	defer delete(b.open, made.goType)
	items, err := b.value(made.goType.Elem())
	made.items = &items
	return err
}

func (b *builder) fillMap(made *node) error {
	if key := made.goType.Key(); !isKey(key) {
		return fmt.Errorf("the keys of %s have no JSON form. Use keys of the type string", made.goType)
	}
	made.kind, made.isMap = "object", true
	return b.fillItems(made)
}

// isKey says whether encoding/json reads keys of a type.
func isKey(key reflect.Type) bool {
	switch key.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return true
	}
	return reflect.PointerTo(key).Implements(textUnmarshaler)
}

func (b *builder) fillStruct(made *node) error {
	made.kind = "object"
	b.structs[made.goType] = made
	for _, one := range fieldsOf(made.goType) {
		inner, err := b.value(one.struct_.Type)
		if err == nil && one.isQuoted {
			err = fmt.Errorf("the option string of the tag has no JSON Schema. Remove it")
		}
		if err == nil {
			inner.enum, err = readEnum(one.struct_.Tag, &inner)
		}
		if err != nil {
			return fmt.Errorf("field %s of %s: %w", one.struct_.Name, made.goType, err)
		}
		inner.description = one.struct_.Tag.Get("description")
		isOptional := one.isOptional || inner.isNullable
		inner.isNullable = isOptional && inner.kind != ""
		made.fields = append(made.fields, property{one.name, isOptional, inner})
	}
	return nil
}

// readEnum reads the tag enum. Of a list, it has the values of the items.
func readEnum(tag reflect.StructTag, inner *value) ([]json.RawMessage, error) {
	text, ok := tag.Lookup("enum")
	if !ok {
		return nil, nil
	}
	if inner.items != nil && !inner.isMap {
		enum, err := readEnum(tag, inner.items)
		inner.items.enum = enum
		return nil, err
	}
	var enum []json.RawMessage
	for one := range strings.SplitSeq(text, ",") {
		one = strings.TrimSpace(one)
		literal := json.RawMessage(one)
		if inner.kind == "string" {
			literal, _ = json.Marshal(one)
		}
		parsed, err := parse(string(literal))
		if err != nil || !isKind(parsed, inner.kind) || !slices.Contains([]string{"string", "integer", "number"}, inner.kind) {
			return nil, fmt.Errorf("the tag enum has the value %q, which is not a value of the JSON type %q", one, inner.kind)
		}
		enum = append(enum, literal)
	}
	return enum, nil
}
