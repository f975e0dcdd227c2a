package codec

import (
	"bytes"
	"encoding/json"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// texts are JSON texts, valid and invalid ones.
var texts = []string{
	``, ` `, `null`, `true`, `false`, `nul`, `truee`, `0`, `-0`, `-`, `+1`, `01`, `-01`, `1.`, `.5`, `1.5`, `1e5`, `1E+5`, `1e-5`, `1e`, `1e+`,
	`0.1e1`, `123456789012345678901234567890`, `9007199254740993`, `0.30000000000000004`, `12345678901234567`, `99999999.99999999`,
	`9999999999999.999`, `-999999999999999.9`, `1e308`, `1e309`, `-1e400`, `5e-324`, `1e-400`, `1_000`, `0x10`, `NaN`, `Infinity`,
	`""`, `"`, `"\"`, `"\\"`, `"\n"`, "\"\n\"", "\"\x00\"", `"\u0000"`, `"\u12"`, `"\u12G4"`, `"\x41"`, `"\uD83D\uDE00"`, `"\ud83d"`,
	`"\ude00"`, `"\ud83d\n"`, `"\ud83d\u0041"`, `"\ud83d\ud83d\ude00"`, `"é😀"`, "\"\xff\"", "\"a\xed\xa0\x80b\"", "\"\x7f\"", "\"\u2028\"",
	`[]`, `[ ]`, `[1]`, `[1,]`, `[,1]`, `[1 2]`, `[`, `]`, `[[]`, `[1,[2,[3]],{}]`, `{}`, `{ }`, `{"a":1}`, `{"a":1,}`, `{"a"}`, `{"a":}`, `{a:1}`,
	`{"a":1 "b":2}`, `{"":0}`, `{"a":1,"a":2}`, `{"\u0061":1,"a":2}`, `{"a":{"b":[null,{"c":"d"}]}}`, ` { "a" : [ 1 , 2 ] } `, `{"a":1}x`, `1 2`,
	"\ufeff{}", "\u00a01", "\v1", `"\/\b\f\n\r\t"`, `{"a":1}` + "\n\t\r ", `[{}{}]`, `{"a":1,"b"}`, `{"a" 1}`, `{1:2}`,
}

func FuzzParse(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	doc := &Doc{}
	f.Fuzz(func(t *testing.T, text string) {
		err := doc.Parse(text)
		if valid := json.Valid([]byte(text)); valid != (err == nil) {
			t.Fatalf("%q: valid is %v, the error %v", text, valid, err)
		}
		if err != nil {
			if doc.Root().Exists() {
				t.Fatalf("%q: a document that failed has a value", text)
			}
			return
		}
		var want any
		if json.Unmarshal([]byte(text), &want) != nil {
			return // A number is out of range.
		}
		if got := doc.Root().Any(); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q:\ngot  %#v\nwant %#v", text, got, want)
		}
		if got, want := doc.Root().Raw(), strings.Trim(validText(text), " \t\r\n"); got != want {
			t.Fatalf("%q: raw is %q", text, got)
		}
		checkNodes(t, doc.Root())
	})
}

// checkNodes checks that a value and its parts are found in every way.
func checkNodes(t *testing.T, n Node) {
	t.Helper()
	length := 0
	for item := range n.Items() {
		if n.Index(length) != item {
			t.Fatalf("item %d of %s is not found", length, n.Raw())
		}
		length++
		checkNodes(t, item)
	}
	fields := map[string]Node{}
	for name, value := range n.Fields() {
		fields[name] = value
		length++
		checkNodes(t, value)
	}
	for name, value := range fields {
		if n.Get(name) != value {
			t.Fatalf("%q of %s is not found", name, n.Raw())
		}
	}
	if n.Len() != length {
		t.Fatalf("%s has %d parts, not %d", n.Raw(), length, n.Len())
	}
}

func FuzzString(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := appendString(nil, text)
		if want := marshalPlain(t, text); string(got) != want {
			t.Fatalf("%q: got %s, want %s", text, got, want)
		}
		doc, err := Parse(string(got))
		if err != nil {
			t.Fatal(err)
		}
		if read := doc.Root().Text(); read != validText(text) || !utf8.ValidString(read) {
			t.Fatalf("%q was read as %q", text, read)
		}
	})
}

// marshalPlain encodes a value with encoding/json, without HTML escapes.
func marshalPlain(t *testing.T, value any) string {
	t.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func FuzzNumber(f *testing.F) {
	for _, text := range append(texts, `1.0`, `1e3`, `12e-1`, `120e-1`, `0e99999999999999999999`, `1e99999999999999999999`,
		`9223372036854775807`, `9223372036854775808`, `-9223372036854775808`, `-9223372036854775809`, `9223372036854775807.0`,
		`922337203685477580.70e1`, `0.000000001e9`, `100000000000000000000e-2`, `1e18`, `1e19`, `-0.0`, `1.5e0`) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := Parse(text)
		if err != nil || doc.Root().Kind() != Number {
			return
		}
		text = doc.Root().Raw()
		float, ok := doc.Root().Float()
		want, err := strconv.ParseFloat(text, 64)
		if ok != (err == nil) || ok && math.Float64bits(float) != math.Float64bits(want) || ok != doc.Root().isFloat() {
			t.Fatalf("%s: got %v %v, want %v %v", text, float, ok, want, err)
		}
		if len(text) > 400 || exponentOf(text) > 400 {
			return // Too large for big.Rat.
		}
		exact, _ := new(big.Rat).SetString(text)
		whole, ok := doc.Root().Int()
		if fits := exact.IsInt() && exact.Num().IsInt64(); ok != fits || ok && exact.Num().Int64() != whole {
			t.Fatalf("%s: got %d %v", text, whole, ok)
		}
	})
}

func exponentOf(text string) int {
	_, exponent, ok := strings.Cut(strings.ToLower(text), "e")
	if !ok {
		return 0
	}
	value, err := strconv.Atoi(exponent)
	if err != nil {
		return math.MaxInt
	}
	return max(value, -value)
}

func FuzzFloat(f *testing.F) {
	for _, value := range []float64{0, math.Copysign(0, -1), 1, -1.5, 1e20, 1e21, 1e22, 1e-6, 1e-7, 1e100, 5e-324, math.MaxFloat64, 0.1, 100000000} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value float64) {
		got, err := appendFloat(nil, value, 64)
		if math.IsNaN(value) || math.IsInf(value, 0) {
			if err == nil {
				t.Fatalf("%v was written as %s", value, got)
			}
			return
		}
		if want := marshalPlain(t, value); string(got) != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		small, err := appendFloat(nil, float64(float32(value)), 32)
		if err == nil && string(small) != marshalPlain(t, float32(value)) {
			t.Fatalf("%v was written as %s", float32(value), small)
		}
	})
}

func TestParseLimitsTheDepth(t *testing.T) {
	for depth, valid := range map[int]bool{maxDepth: true, maxDepth + 1: false} {
		for _, text := range []string{
			strings.Repeat("[", depth) + strings.Repeat("]", depth),
			strings.Repeat(`{"a":`, depth) + "1" + strings.Repeat("}", depth),
		} {
			if _, err := Parse(text); (err == nil) != valid || json.Valid([]byte(text)) != valid {
				t.Errorf("depth %d: %v", depth, err)
			}
		}
	}
}

func TestASyntaxErrorSaysWhere(t *testing.T) {
	for text, want := range map[string]string{
		`{"a":1,}`: "invalid JSON at byte 7: a key in quotes is expected",
		`{"a":`:    "invalid JSON at byte 5: the text ends too early",
		`[1 2]`:    "invalid JSON at byte 3: a comma or ] is expected",
		`<html>`:   "invalid JSON at byte 0: a value is expected",
		`{} x`:     "invalid JSON at byte 3: there is text after the value",
		"\"a\nb\"": "invalid JSON at byte 2: a control character must be escaped",
		`"a\qb"`:   "invalid JSON at byte 3: the escape is invalid",
		`01`:       "invalid JSON at byte 1: the number is invalid",
	} {
		if _, err := Parse(text); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
}

func TestPathsLeadIntoObjects(t *testing.T) {
	doc, err := Parse(`{"error":{"metadata":{"raw":"x"},"code":null},"list":[1]}`)
	if err != nil {
		t.Fatal(err)
	}
	root := doc.Root()
	for path, want := range map[string]string{"error.metadata.raw": `"x"`, "error.code": `null`, "error.none": ``, "list.0": ``, "none.metadata": ``} {
		if got := root.Path(path).Raw(); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
	if !root.Path("error.code").IsNull() || root.Path("error.none").Exists() || root.Path("") != root {
		t.Error("null, a missing value and the empty path are mixed up")
	}
}

func TestADocumentThatIsReusedLeavesFormerValuesAlone(t *testing.T) {
	doc := &Doc{}
	var first reply
	if err := doc.Parse(`{"id":"one","choices":[{"message":{"content":"a\nb"}}],"new":[1]}`); err != nil {
		t.Fatal(err)
	}
	Decode(doc.Root(), &first)
	if err := doc.Parse(`[{"id":"two"},2,3,4,5,6,7,8,9,10,11]`); err != nil {
		t.Fatal(err)
	}
	if got := encoded(t, &first); got != `{"id":"one","choices":[{"message":{"content":"a\nb"}}],"new":[1]}` {
		t.Errorf("got %s", got)
	}
	if err := doc.Parse(`{`); err == nil || doc.Root().Exists() {
		t.Error("a document that failed has a value")
	}
}
