package schema

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Issue is a violation of a schema. Path is a JSON pointer.
type Issue struct{ Path, Message string }

// ErrTruncated is the error of a value that is complete JSON, but was cut off.
var ErrTruncated = errors.New("the value is truncated")

// Read finds the JSON of the schema in a text of a model. Numbers are json.Number.
func (s *Schema) Read(text string, isTruncated bool) (any, error) {
	found, err := readText(text, s.Kind)
	if err != nil {
		// For a schema of type string, a model may omit the quotes.
		if s.Kind == "string" && !isTruncated && strings.TrimSpace(text) != "" {
			return text, nil
		}
		return nil, err
	}
	if _, isNumber := found.(json.Number); isNumber && isTruncated {
		// A truncated number is still a valid number.
		return nil, ErrTruncated
	}
	return found, nil
}

// Decode checks a value that Read has returned, and stores it in what out points to. If there are issues, out is unchanged.
func (s *Schema) Decode(found any, out reflect.Value) []Issue {
	c := checker{}
	found = c.check(s.root, found, "")
	if len(c.issues) > 0 {
		return c.issues
	}
	encoded, err := json.Marshal(found)
	if err != nil {
		return []Issue{{"", err.Error()}}
	}
	fresh := reflect.New(out.Type().Elem())
	if err := json.Unmarshal(encoded, fresh.Interface()); err != nil {
		return []Issue{issueOf(err)}
	}
	out.Elem().Set(fresh.Elem())
	return nil
}

// issueOf reports what only the Go type can refuse, such as the keys of a map.
func issueOf(err error) Issue {
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) && mismatch.Field != "" {
		return Issue{"/" + strings.ReplaceAll(mismatch.Field, ".", "/"), fmt.Sprintf("does not fit the Go type %s", mismatch.Type)}
	}
	return Issue{"", err.Error()}
}

type checker struct{ issues []Issue }

func (c *checker) report(path, format string, values ...any) {
	c.issues = append(c.issues, Issue{path, fmt.Sprintf(format, values...)})
}

// check reports the violations of a value, and returns it in the form that encoding/json reads.
func (c *checker) check(want value, given any, path string) any {
	if want.kind == "" || given == nil && want.isNullable {
		return given
	}
	if !isKind(given, want.kind) {
		c.report(path, "must be %s, got %s", withArticle(want.kind), kindOf(given))
		return given
	}
	switch typed := given.(type) {
	case map[string]any:
		c.checkObject(want, typed, path)
	case []any:
		c.checkList(want, typed, path)
	case json.Number:
		return c.checkNumber(want, typed, path)
	case string:
		if want.check != nil {
			c.reportAny(path, want.check(typed))
		}
		c.checkEnum(want, typed, path)
	}
	return given
}

func (c *checker) reportAny(path, message string) {
	if message != "" {
		c.report(path, "%s", message)
	}
}

func withArticle(kind string) string {
	if strings.ContainsAny(kind[:1], "aeio") {
		return "an " + kind
	}
	return "a " + kind
}

func (c *checker) checkObject(want value, given map[string]any, path string) {
	if want.custom != nil {
		return
	}
	if want.isMap {
		for _, name := range slices.Sorted(maps.Keys(given)) {
			given[name] = c.check(*want.items, given[name], path+"/"+escape(name))
		}
		return
	}
	known := make(map[string]bool, len(want.fields))
	for _, one := range want.fields {
		known[one.name] = true
		inner, ok := given[one.name]
		switch {
		case ok:
			given[one.name] = c.check(one.value, inner, path+"/"+escape(one.name))
		case !one.isOptional:
			c.report(path+"/"+escape(one.name), "is required, but missing")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if !known[name] {
			c.report(path+"/"+escape(name), "is not a property of the schema")
		}
	}
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

func escape(name string) string { return pointerEscapes.Replace(name) }

func (c *checker) checkList(want value, given []any, path string) {
	if want.custom != nil {
		return
	}
	if want.length >= 0 && len(given) != want.length {
		c.report(path, "must have %d items, got %d", want.length, len(given))
	}
	for i, inner := range given {
		given[i] = c.check(*want.items, inner, path+"/"+strconv.Itoa(i))
	}
}

func (c *checker) checkNumber(want value, given json.Number, path string) any {
	text := given.String()
	if want.kind == "integer" {
		whole, ok := wholeNumber(text)
		if !ok {
			c.report(path, "must be an integer, got a number with decimals")
			return given
		}
		text = whole
	}
	if want.check != nil {
		c.reportAny(path, want.check(text))
	}
	c.checkEnum(want, json.Number(text), path)
	return json.Number(text)
}

// wholeNumber writes a number without decimals and exponent: 1.0 and 1e3 are integers in JSON, but not for encoding/json. A number
// that is too long for any type keeps its form.
func wholeNumber(text string) (string, bool) {
	number, isNegative := strings.CutPrefix(text, "-")
	mantissa, power := number, 0
	if i := strings.IndexAny(number, "eE"); i >= 0 {
		mantissa = number[:i]
		// An exponent that is out of range becomes the largest or smallest int32.
		parsed, _ := strconv.ParseInt(number[i+1:], 10, 32)
		power = int(parsed)
	}
	whole, decimals, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+decimals, "0")
	significant := strings.TrimRight(digits, "0")
	if significant == "" {
		return "0", true
	}
	const longest = 400
	zeros := power - len(decimals) + len(digits) - len(significant)
	switch {
	case zeros < 0:
		return "", false
	case len(significant)+zeros > longest:
		return text, true
	}
	if isNegative {
		significant = "-" + significant
	}
	return significant + strings.Repeat("0", zeros), true
}

func (c *checker) checkEnum(want value, given any, path string) {
	if len(want.enum) == 0 {
		return
	}
	encoded, _ := json.Marshal(given)
	if !slices.ContainsFunc(want.enum, func(one json.RawMessage) bool { return isSame(one, encoded, want.kind) }) {
		c.report(path, "must be one of %s", bytes.Join(toBytes(want.enum), []byte(", ")))
	}
}

func isSame(one, other []byte, kind string) bool {
	if kind == "string" {
		return bytes.Equal(one, other)
	}
	a, _ := strconv.ParseFloat(string(one), 64)
	b, _ := strconv.ParseFloat(string(other), 64)
	return a == b
}

func toBytes(list []json.RawMessage) [][]byte {
	converted := make([][]byte, len(list))
	for i, one := range list {
		converted[i] = one
	}
	return converted
}

func checkInt(goType reflect.Type) func(string) string {
	return func(text string) string {
		if _, err := strconv.ParseInt(text, 10, goType.Bits()); err != nil {
			return "is out of range for " + goType.Kind().String()
		}
		return ""
	}
}

func checkUint(goType reflect.Type) func(string) string {
	return func(text string) string {
		if _, err := strconv.ParseUint(text, 10, goType.Bits()); err != nil {
			return "is out of range for " + goType.Kind().String()
		}
		return ""
	}
}

func checkFloat(goType reflect.Type) func(string) string {
	return func(text string) string {
		if _, err := strconv.ParseFloat(text, goType.Bits()); err != nil {
			return "is out of range for " + goType.Kind().String()
		}
		return ""
	}
}

func checkTime(text string) string {
	if _, err := time.Parse(time.RFC3339, text); err != nil {
		return "must be a time such as 2026-01-31T12:00:00Z"
	}
	return ""
}

func checkBase64(text string) string {
	if _, err := base64.StdEncoding.DecodeString(text); err != nil {
		return "must be base64"
	}
	return ""
}

func checkText(goType reflect.Type) func(string) string {
	return func(text string) string {
		made := reflect.New(goType).Interface().(encoding.TextUnmarshaler)
		if made.UnmarshalText([]byte(text)) != nil {
			return "does not fit the Go type " + goType.String()
		}
		return ""
	}
}
