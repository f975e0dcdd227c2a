package codec

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

// withDigits returns JSON as plain data that keeps the digits of numbers.
func withDigits(t *testing.T, text string) (value any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return value
}

func FuzzRoundTrip(f *testing.F) {
	for _, text := range append(texts, documents...) {
		f.Add(text)
	}
	types := []reflect.Type{
		reflect.TypeFor[params](), reflect.TypeFor[reply](), reflect.TypeFor[message](), reflect.TypeFor[content](), reflect.TypeFor[stop](),
		reflect.TypeFor[chunk](), reflect.TypeFor[map[string]stop](), reflect.TypeFor[[]content](), reflect.TypeFor[any](),
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := Parse(text)
		if err != nil {
			return
		}
		for _, typ := range types {
			value := reflect.New(typ)
			if !Decode(doc.Root(), value.Interface()) && !embedsObject(typ) {
				continue
			}
			written, err := Marshal(value.Interface())
			if err != nil {
				t.Fatalf("%s: %v\n%s", typ, err, text)
			}
			if typ.Kind() == reflect.Interface {
				continue // Digits of numbers are lost.
			}
			if !reflect.DeepEqual(withDigits(t, string(written)), withDigits(t, text)) {
				t.Fatalf("%s:\ngot  %s\nwant %s", typ, written, text)
			}
		}
	})
}

// documents have what the types of the tests expect, and what they do not.
var documents = []string{
	`{"id":"a","created":1.0,"choices":[{"index":1e3,"message":{"role":"assistant","content":null,"x":1e400},"finish_reason":null}]}`,
	`{"new":{"a":[1,2,{}]},"id":7,"created":"1","choices":{"no":"list"},"usage":[],"nested":3}`,
	`{"choices":[1,null,{"index":null}],"usage":null,"nested":null,"id":"a","id":"b","\u0069d":"c"}`,
	`{"messages":[{"role":"user","content":"a"},{"content":null},{"role":"new","x":1},{"role":null},7,{"role":"human","content":[{"type":"text"},5]}]}`,
	`{"stop":1,"logit_bias":{"b":null,"a":1.50,"c":"x","c":2,"b":1,"a":null},"nullable":{"z":null,"a":1.0,"x":"no"},"metadata":{"n":1.00,"n":[]}}`,
	`{"stop":[[1],[2.5]]}`, `{"stop":{"text":1}}`, `{"stop":[1,"a"]}`, `{"stop":[true]}`, `{"role":"assistant","reasoning":{"text":"a"},"content":"b"}`,
	`[{"type":"text","text":"a"}]`, `[[1,2],[3]]`, `["a","b"]`, `{"a":1,"b":[1],"c":null}`, chunkText,
}

func FuzzAny(f *testing.F) {
	for _, text := range append(texts, documents...) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var value any
		if json.Unmarshal([]byte(text), &value) != nil {
			return
		}
		got, err := Marshal(value)
		if want := marshalPlain(t, value); err != nil || string(got) != want {
			t.Fatalf("got  %s %v\nwant %s", got, err, want)
		}
	})
}

func TestValuesOfOtherPackagesAreWrittenAsEncodingJSONDoes(t *testing.T) {
	type mine struct {
		A int       `json:"a"`
		T time.Time `json:"t"`
		B []byte    `json:"b"`
		C *mine     `json:"c,omitempty"`
	}
	text := "<&>"
	for _, value := range []any{
		mine{A: 1, B: []byte("x"), C: &mine{}}, &mine{}, []mine{{}}, map[string]*mine{"x": nil}, map[int]string{2: "b", 1: "a"},
		[]byte("bytes"), [2]int{1, 2}, time.Unix(0, 0).UTC(), json.Number("1.50"), json.RawMessage(`{"a": 1}`), &text, (*string)(nil),
		[]any{int8(1), uint64(1 << 63), float32(0.1), nil, true, map[string]any{}}, []string(nil), map[string]string(nil), role("user"), time.Second,
	} {
		got, err := Marshal(value)
		want := marshalPlain(t, value)
		if raw, ok := value.(json.RawMessage); ok {
			want = string(raw)
		}
		if err != nil || string(got) != want {
			t.Errorf("%T: got %s %v, want %s", value, got, err, want)
		}
	}
}

func TestChangedFieldsAreWrittenAndTheOthersStay(t *testing.T) {
	value := decoded[reply](t, `{"x":1.0,"id":"a","created":1.0,"usage":{"cost":0.50,"tokens":"many","y":2.0},"error":"e","choices":[{"index":1.0,"z":null},{"index":2.0}]}`)
	value.ID = "b"
	value.Usage.Tokens = 7
	value.Error = ""
	value.Choices = append(value.Choices, choice{Index: 3, Finish: "stop"})
	value.Choices[1].Index = 5
	value.Nested.Tokens = 1
	want := `{"x":1.0,"id":"b","created":1.0,"usage":{"cost":0.50,"tokens":7,"y":2.0},"choices":[{"index":1.0,"z":null},{"index":5},` +
		`{"index":3,"message":{"role":"assistant"},"finish_reason":"stop"}],"nested":{"tokens":1}}`
	if got := encoded(t, value); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
	value.Choices = value.Choices[1:2]
	value.Usage = nil
	want = `{"x":1.0,"id":"b","created":1.0,"choices":[{"index":5}],"nested":{"tokens":1}}`
	if got := encoded(t, value); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
}

func TestChangedFieldsOfRequestsAreWritten(t *testing.T) {
	value := decoded[params](t, `{"model":"m","max_tokens":1.0,"logit_bias":{"z":1.0,"y":"x","a":2.0},"metadata":{"a":1.0,"b":{}},"stop":"s","schema":{"n":1.0},"temperature":null}`)
	value.Model = opt[string]{presence: Null}
	value.MaxTokens = opt[int64]{}
	value.LogitBias["b"] = 3
	delete(value.LogitBias, "z")
	value.Metadata["b"] = []any{}
	value.Stop = stop{OfStrings: []string{"t"}}
	value.Schema = map[string]any{"n": 2.0}
	value.Temperature = some(0.0)
	want := `{"model":null,"logit_bias":{"y":"x","a":2.0,"b":3},"metadata":{"a":1.0,"b":[]},"stop":["t"],"schema":{"n":2},"temperature":0}`
	if got := encoded(t, value); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
	// A null that becomes absent is left out.
	value.Model = opt[string]{}
	want = strings.Replace(want, `"model":null,`, ``, 1)
	if got := encoded(t, value); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
	// A list or map that is set to nil is left out; an empty one is sent.
	value.LogitBias, value.Metadata, value.Stop, value.Messages = nil, map[string]any{}, stop{}, []message{}
	if got, want := encoded(t, value), `{"metadata":{},"schema":{"n":2},"temperature":0,"messages":[]}`; got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
}

func TestTheLastOfSeveralFieldsWithTheSameNameCounts(t *testing.T) {
	value := decoded[reply](t, `{"id":5,"x":1,"id":"a","error":"a","error":7,"x":2}`)
	if value.ID != "a" || value.Error != "" {
		t.Errorf("got %+v", value)
	}
	if got, want := encoded(t, value), `{"x":1,"id":"a","error":7,"x":2}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	value.ID = ""
	value.Error = "b"
	if got, want := encoded(t, value), `{"x":1,"id":"","error":"b","x":2}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestExtraFieldsTakePrecedence(t *testing.T) {
	value := decoded[userMessage](t, `{"role":"user","content":"a","x":1}`)
	copied := *value
	value.SetExtra("x", map[string]any{"y": nil})
	value.SetExtra("content", nil)
	value.SetExtra("new", []int{1})
	value.SetExtra("new", "second")
	if got, want := encoded(t, value), `{"role":"user","content":null,"x":{"y":null},"new":"second"}`; !equalText(t, got, want) {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
	if got, want := encoded(t, copied), `{"role":"user","content":"a","x":1}`; got != want {
		t.Errorf("the copy has changed: %s", got)
	}
	for name, want := range map[string]string{"x": `{"y":null}`, "role": `"user"`, "new": `"second"`, "content": `null`} {
		if got, ok := value.Extra(name); !ok || string(got) != want {
			t.Errorf("%s: got %s %v", name, got, ok)
		}
	}
	if got, ok := value.Extra("none"); ok || got != nil {
		t.Errorf("got %s", got)
	}
	value.SetExtra("bad", func() {})
	if _, err := Marshal(params{Messages: []message{{OfUser: value}}}); err == nil || !strings.HasPrefix(err.Error(), "messages[0].bad: ") {
		t.Errorf("got %v", err)
	}
	value.SetExtra("bad", "good")
	if _, err := Marshal(value); err != nil {
		t.Error(err)
	}
}

func equalText(t *testing.T, got, want string) bool {
	t.Helper()
	return reflect.DeepEqual(withDigits(t, got), withDigits(t, want))
}

func TestNullForListsAndObjectsIsAnExtraField(t *testing.T) {
	value := params{}
	value.SetExtra("stop", nil)
	value.SetExtra("logit_bias", nil)
	if got, want := encoded(t, value), `{"messages":[],"stop":null,"logit_bias":null}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
