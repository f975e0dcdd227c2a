// Package show formats values for error messages and logs. It shows no API keys.
package show

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Compiled when a text is shown: most programs show none.
var key = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(\bsk-|\bBearer\s+)[\w.~+/=-]{8,}|(://)[^\s/@"]+@`)
})

// WithoutKeys replaces what looks like an API key, a token or the credentials of a URL in a text by "***".
func WithoutKeys(text string) string {
	return key().ReplaceAllStringFunc(text, func(found string) string {
		if strings.HasPrefix(found, "://") {
			return "://***@"
		}
		return key().ReplaceAllString(found, "$1***")
	})
}

// Cut returns the first characters of a text, followed by "…" if there are more.
func Cut(text string, length int) string {
	if len(text) <= length {
		return text
	}
	for at := range text {
		if length == 0 {
			return text[:at] + "…"
		}
		length--
	}
	return text
}

// Value formats the value of an option: strings up to 100 characters and without keys, numbers and booleans, and the type of
// everything else.
func Value(value any) string {
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.Invalid:
		return "nil"
	case reflect.String:
		return Quote(v.String())
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64:
		return fmt.Sprint(value)
	}
	if IsNil(value) {
		return "nil"
	}
	return "a value of type " + v.Type().String()
}

// IsNil says whether a value is nil, or an interface that holds a nil pointer, function, map, slice or channel.
func IsNil(value any) bool {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.Interface, reflect.Chan:
		return v.IsNil()
	}
	return false
}

// Quote formats a string of up to 100 characters, without keys.
func Quote(text string) string {
	return quoted(Cut(WithoutKeys(text), 100))
}

// quoted keeps characters of any script, and escapes what would break a line.
func quoted(text string) string {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	return strconv.Quote(text)
}

// Rune formats the code point of a character, such as "U+000A".
func Rune(char rune) string { return fmt.Sprintf("U+%04X", char) }
