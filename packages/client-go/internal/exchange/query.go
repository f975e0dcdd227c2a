package exchange

import (
	"fmt"
	"math"
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// EncodeQuery returns pairs of names and values as the query of a URL, in their order.
func EncodeQuery(pairs ...[][2]string) string {
	var query strings.Builder
	for _, some := range pairs {
		for _, pair := range some {
			if query.Len() > 0 {
				query.WriteByte('&')
			}
			query.WriteString(url.QueryEscape(strings.ToValidUTF8(pair[0], "\uFFFD")))
			query.WriteByte('=')
			query.WriteString(url.QueryEscape(strings.ToValidUTF8(pair[1], "\uFFFD")))
		}
	}
	return query.String()
}

// QueryPairs returns the pairs of a query parameter: one for a string, a number or a boolean, one for each item of a slice, none
// for nil.
func QueryPairs(name string, value any) ([][2]string, error) {
	v := reflect.ValueOf(value)
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Array {
		pairs := make([][2]string, 0, v.Len())
		for at := range v.Len() {
			some, err := QueryPairs(name, v.Index(at).Interface())
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, some...)
		}
		return pairs, nil
	}
	if !v.IsValid() {
		return nil, nil
	}
	text, ok := queryText(v)
	if !ok {
		return nil, fmt.Errorf("the query parameter %q must be a string, a number or a boolean, got %s", name, show.Value(value))
	}
	return [][2]string{{name, text}}, nil
}

// queryText formats a scalar: numbers have no exponent, and whole numbers no fraction.
func queryText(v reflect.Value) (string, bool) {
	switch v.Kind() {
	case reflect.String:
		return v.String(), true
	case reflect.Bool:
		return strconv.FormatBool(v.Bool()), true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10), true
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return strconv.FormatUint(v.Uint(), 10), true
	case reflect.Float32, reflect.Float64:
		number := v.Float()
		return strconv.FormatFloat(number, 'f', -1, v.Type().Bits()), !math.IsNaN(number) && !math.IsInf(number, 0)
	}
	return "", false
}
