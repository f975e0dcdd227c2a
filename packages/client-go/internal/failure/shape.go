package failure

import (
	"strconv"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// FaultOf describes why a value is unusable, such as "expected an array at `choices`, got null"; empty if it is usable.
func FaultOf(value codec.Node, shape *contract.Shape) string {
	if isUsable(value, shape) {
		return ""
	}
	return faultAt(value, shape, "")
}

// isUsable decides without building the path of a fault.
func isUsable(value codec.Node, shape *contract.Shape) bool {
	switch {
	case shape == nil:
		return isGiven(value)
	case shape.Items != nil:
		if value.Kind() != codec.List {
			return false
		}
		for item := range value.Items() {
			if !isUsable(item, shape.Items) {
				return false
			}
		}
		return true
	case !isObjectShape(shape):
		return isGiven(value)
	case value.Kind() != codec.Map:
		return false
	}
	for at := range shape.Object {
		field := &shape.Object[at]
		inner := value.Get(field.Name)
		if field.Optional && !isGiven(inner) {
			continue
		}
		if !isUsable(inner, field.Shape) {
			return false
		}
	}
	return true
}

// isObjectShape says whether a shape without items is that of an object. An empty list of fields is an object with any fields.
func isObjectShape(shape *contract.Shape) bool { return shape.Object != nil }

func faultAt(value codec.Node, shape *contract.Shape, path string) string {
	switch {
	case shape == nil || shape.Items == nil && !isObjectShape(shape):
		return expected("a value", value, path)
	case shape.Items != nil:
		if value.Kind() != codec.List {
			return expected("an array", value, path)
		}
		at := 0
		for item := range value.Items() {
			if !isUsable(item, shape.Items) {
				return faultAt(item, shape.Items, path+"["+strconv.Itoa(at)+"]")
			}
			at++
		}
		return ""
	case value.Kind() != codec.Map:
		return expected("an object", value, path)
	}
	for _, field := range shape.Object {
		inner := value.Get(field.Name)
		if field.Optional && !isGiven(inner) || isUsable(inner, field.Shape) {
			continue
		}
		if path != "" {
			return faultAt(inner, field.Shape, path+"."+field.Name)
		}
		return faultAt(inner, field.Shape, field.Name)
	}
	return ""
}

func expected(what string, value codec.Node, path string) string {
	place := ""
	if path != "" {
		place = " at `" + path + "`"
	}
	return "expected " + what + place + ", got " + kindOf(value)
}

func kindOf(value codec.Node) string {
	switch value.Kind() {
	case codec.True, codec.False:
		return "a boolean"
	case codec.Number:
		return "a number"
	case codec.String:
		return "a string"
	case codec.List:
		return "an array"
	case codec.Map:
		return "an object"
	}
	return "null"
}
