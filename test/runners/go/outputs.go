package conformance

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// schema is the JSON Schema of an output: an object with scalars and lists of them.
type schema struct {
	Type       string            `json:"type"`
	Properties map[string]schema `json:"properties"`
	Items      *schema           `json:"items"`
}

var scalars = map[string]reflect.Type{
	"string":  reflect.TypeFor[string](),
	"integer": reflect.TypeFor[int](),
	"number":  reflect.TypeFor[float64](),
	"boolean": reflect.TypeFor[bool](),
}

// outputType returns the type that a program declares for the schema.
func (s schema) outputType() reflect.Type {
	switch s.Type {
	case "object":
		var fields []reflect.StructField
		for name, property := range s.Properties {
			fields = append(fields, reflect.StructField{
				Name: strings.ToUpper(name[:1]) + name[1:],
				Type: property.outputType(),
				Tag:  reflect.StructTag(fmt.Sprintf("json:%q", name)),
			})
		}
		slices.SortFunc(fields, func(a, b reflect.StructField) int { return strings.Compare(a.Name, b.Name) })
		return reflect.StructOf(fields)
	case "array":
		return reflect.SliceOf(s.Items.outputType())
	}
	return scalars[s.Type]
}
