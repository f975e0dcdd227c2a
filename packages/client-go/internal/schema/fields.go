package schema

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// field is a field of a struct as package encoding/json sees it.
type field struct {
	name       string
	isOptional bool
	isQuoted   bool
	isTagged   bool
	index      []int
	struct_    reflect.StructField
}

// fieldsOf returns the fields of a struct by the rules of encoding/json: an embedded struct without a tag adds its fields, and of
// several fields with a name, the one that is nested least counts.
func fieldsOf(root reflect.Type) []field {
	type level struct {
		structure reflect.Type
		index     []int
	}
	found := map[string][]field{}
	seen := map[reflect.Type]bool{}
	for current := []level{{root, nil}}; len(current) > 0; {
		var next []level
		names := map[string][]field{}
		occurrences := map[reflect.Type]int{}
		for _, at := range current {
			occurrences[at.structure]++
		}
		for _, at := range current {
			if seen[at.structure] {
				continue
			}
			seen[at.structure] = true
			for i := range at.structure.NumField() {
				one, embedded := readField(at.structure.Field(i), append(slices.Clone(at.index), i))
				if embedded != nil {
					next = append(next, level{embedded, one.index})
				} else if one.name != "" {
					names[one.name] = append(names[one.name], one)
					if occurrences[at.structure] > 1 { // The field is ambiguous.
						names[one.name] = append(names[one.name], one)
					}
				}
			}
		}
		for name, fields := range names {
			if _, isHidden := found[name]; !isHidden {
				found[name] = dominant(fields)
			}
		}
		current = next
	}
	fields := slices.Concat(valuesOf(found)...)
	slices.SortFunc(fields, func(a, b field) int { return slices.Compare(a.index, b.index) })
	return fields
}

func valuesOf(found map[string][]field) [][]field {
	values := make([][]field, 0, len(found))
	for _, fields := range found {
		values = append(values, fields)
	}
	return values
}

// dominant returns the one field of a name that counts: the only one, or the only one with a tag. Otherwise none counts.
func dominant(fields []field) []field {
	slices.SortStableFunc(fields, func(a, b field) int { return cmp.Compare(order(a), order(b)) })
	if len(fields) > 1 && fields[0].isTagged == fields[1].isTagged {
		return nil
	}
	return fields[:1]
}

func order(one field) int {
	if one.isTagged {
		return 0
	}
	return 1
}

// readField reads a field. The second result is the type of an embedded struct whose fields are added; a field without a name is
// left out.
func readField(given reflect.StructField, index []int) (field, reflect.Type) {
	tag := given.Tag.Get("json")
	name, options, _ := strings.Cut(tag, ",")
	if !isName(name) {
		name = ""
	}
	one := field{index: index, struct_: given, isTagged: name != ""}
	if given.Anonymous && name == "" {
		structure := given.Type
		if structure.Kind() == reflect.Pointer {
			structure = structure.Elem()
		}
		isPlain := structure.Kind() == reflect.Struct && !isScalar(structure)
		if isPlain && (given.IsExported() || given.Type.Kind() == reflect.Struct) {
			return one, structure
		}
	}
	if !given.IsExported() || tag == "-" {
		return one, nil
	}
	one.name = cmp.Or(name, given.Name)
	for option := range strings.SplitSeq(options, ",") {
		switch option {
		case "omitempty", "omitzero":
			one.isOptional = true
		case "string":
			one.isQuoted = true
		}
	}
	return one, nil
}

// isName says whether encoding/json accepts a name in a tag. For any other one it takes the name of the field.
func isName(name string) bool {
	for _, r := range name {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}
