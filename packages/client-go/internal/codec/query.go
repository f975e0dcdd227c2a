package codec

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Query returns the query parameters of a struct, given by value or as a pointer, in the order of its fields. The items of a
// list are repeated, or joined if the field has a separator.
func Query(ptr any) ([][2]string, error) {
	v := reflect.Indirect(reflect.ValueOf(ptr))
	if !v.IsValid() {
		return nil, nil
	}
	v = addressable(v)
	var parameters [][2]string
	for _, f := range planOf(v.Type()).query {
		values, err := queryValues(f.plan, v.Field(f.index))
		if err != nil {
			return nil, within(f.name, err)
		}
		if f.separator != "" && len(values) > 0 {
			values = []string{strings.Join(values, f.separator)}
		}
		for _, value := range values {
			parameters = append(parameters, [2]string{f.name, value})
		}
	}
	return appendExtras(parameters, v)
}

// appendExtras adds the extra fields of a struct without JSON fields. The extra fields of any other struct belong to the body.
func appendExtras(parameters [][2]string, v reflect.Value) ([][2]string, error) {
	p := planOf(v.Type())
	if len(p.fields) > 0 || p.shape != shapeStruct {
		return parameters, nil
	}
	for _, x := range objectOf(v).state.extras() {
		if x.err != nil {
			return nil, within(x.name, fmt.Errorf("%w: %w", errExtra, x.err))
		}
		doc, err := Parse(string(x.json))
		if err != nil {
			return nil, within(x.name, err)
		}
		switch root := doc.Root(); root.Kind() {
		case NullValue:
		case String:
			parameters = append(parameters, [2]string{x.name, root.Text()})
		case List, Map:
			return nil, within(x.name, fmt.Errorf("%s is not a query parameter; set a text, a number or a boolean", root.Kind()))
		default:
			parameters = append(parameters, [2]string{x.name, root.Raw()})
		}
	}
	return parameters, nil
}

func queryValues(p *plan, v reflect.Value) ([]string, error) {
	switch p.shape {
	case shapeOpt:
		if *optPresence(v) != Present {
			return nil, nil
		}
		return queryValues(p.elem, optValue(v, p))
	case shapePointer:
		if v.IsNil() {
			return nil, nil
		}
		return queryValues(p.elem, v.Elem())
	case shapeUnion:
		index, count := p.member(v)
		if count == 0 {
			return nil, nil
		}
		if count > 1 {
			return nil, p.memberError(v)
		}
		return queryValues(p.fields[index].plan, v.Field(p.fields[index].index))
	case shapeList:
		var values []string
		for i := range v.Len() {
			item, err := queryValues(p.elem, v.Index(i))
			if err != nil {
				return nil, within("["+strconv.Itoa(i)+"]", err)
			}
			values = append(values, item...)
		}
		return values, nil
	}
	text, err := queryText(p, v)
	return []string{text}, err
}

func queryText(p *plan, v reflect.Value) (string, error) {
	switch p.shape {
	case shapeString:
		return v.String(), nil
	case shapeBool:
		return strconv.FormatBool(v.Bool()), nil
	case shapeInt:
		return strconv.FormatInt(v.Int(), 10), nil
	case shapeUint:
		return strconv.FormatUint(v.Uint(), 10), nil
	case shapeFloat:
		if _, err := appendFloat(nil, v.Float(), v.Type().Bits()); err != nil {
			return "", err
		}
		return strconv.FormatFloat(v.Float(), 'f', -1, v.Type().Bits()), nil
	}
	return "", fmt.Errorf("%s is not the type of a query parameter", p.typ)
}
