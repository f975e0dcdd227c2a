package codec

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/linear"
)

func TestTimeIsLinear(t *testing.T) {
	for name, text := range map[string]func(n int) string{
		"unknown keys": func(n int) string { return `{"a":1` + strings.Repeat(`,"b":2`, n) + `}` },
		"known keys":   func(n int) string { return `{"id":1` + strings.Repeat(`,"id":"a"`, n) + `}` },
		"mixed keys": func(n int) string {
			return `{"id":1` + strings.Repeat(`,"id":"a","created":5,"x":1,"stop":[]`, n/4) + `}`
		},
		"repeated lists": func(n int) string {
			return `{"id":1` + strings.Repeat(`,"choices":[{"index":1}],"messages":[{"role":"user"}]`, n/8) + `}`
		},
		"escapes": func(n int) string { return `{"id":"` + strings.Repeat(`\ud83d\n`, n) + `"}` },
		"digits":  func(n int) string { return `{"created":` + strings.Repeat(`1`, n) + `.0}` },
		"zeros":   func(n int) string { return `{"created":1` + strings.Repeat(`0`, n) + `e-` + fmt.Sprint(n) + `}` },
		"map":     func(n int) string { return `{"logit_bias":{"a":1` + strings.Repeat(`,"b":2,"c":"x"`, n/2) + `}}` },
		"list of objects": func(n int) string {
			return `{"choices":[{}` + strings.Repeat(`,{"index":1,"message":{"content":"a"}}`, n/4) + `]}`
		},
		"union of lists": func(n int) string { return `{"stop":[[1]` + strings.Repeat(`,[1,2]`, n/2) + `]}` },
		"invalid UTF-8":  func(n int) string { return `{"id":"` + strings.Repeat("\xff", n) + `"}` },
		"depth": func(n int) string {
			return `{"metadata":` + strings.Repeat(`{"a":[`, n/8) + strings.Repeat(`]}`, n/8) + `}`
		},
	} {
		linear.Check(t, name, 500, func(n int) {
			data := []byte(text(n))
			for _, value := range []any{&reply{}, &params{}} {
				if err := Unmarshal(data, value); err != nil {
					t.Fatal(err)
				}
				if _, err := Marshal(value); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestACycleIsReported(t *testing.T) {
	cycle := map[string]any{}
	cycle["self"] = []any{cycle}
	_, err := Marshal(params{Schema: cycle})
	if err == nil || !strings.Contains(err.Error(), "nested deeper than 10000") || len(err.Error()) > 300 {
		t.Errorf("got %.400v", err)
	}
	value := params{}
	value.SetExtra("x", cycle)
	if _, err := Marshal(value); err == nil || len(err.Error()) > 300 {
		t.Errorf("got %.400v", err)
	}
}

func TestValuesThatJSONDoesNotHaveAreReported(t *testing.T) {
	nan := 0.0
	nan /= nan
	for want, value := range map[string]params{
		"temperature: NaN is not a JSON number; use a finite number":    {Temperature: some(nan)},
		"logit_bias.a: NaN is not a JSON number; use a finite number":   {LogitBias: map[string]float64{"a": nan}},
		"metadata.b[1]: NaN is not a JSON number; use a finite number":  {Metadata: map[string]any{"b": []any{1, nan}}},
		"schema: the json.RawMessage is not valid JSON":                 {Schema: json.RawMessage(`{`)},
		"schema.c: json: unsupported type: chan int":                    {Schema: map[string]any{"c": make(chan int)}},
		"messages[0].content[0]: none of the members of message is set": {},
	} {
		_, err := Marshal(value)
		if value.Messages == nil && reflect.DeepEqual(value, params{}) {
			continue
		}
		if err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	if got := encoded(t, params{Model: some("a\xffb\xed\xa0\xbd")}); got != `{"model":"a\ufffdb\ufffd\ufffd\ufffd","messages":[]}` {
		t.Errorf("got %s", got)
	}
}

func TestPrintedValuesDoNotShowTheRawJSON(t *testing.T) {
	type created struct {
		object
		Name  string `json:"name"`
		Usage *usage `json:"usage"`
		Inner usage  `json:"inner"`
	}
	value := decoded[created](t, `{"name":"visible","key":"sk-or-v1-secret","inner":{"tokens":1,"key":"sk-or-v1-secret"},"usage":{"key":"sk-or-v1-secret"}}`)
	value.SetExtra("key", "sk-or-v1-secret")
	SetInfo(value, "sk-or-v1-secret")
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		for _, printed := range []any{value, *value, []created{*value}, map[string]*created{"a": value}} {
			text := fmt.Sprintf(format, printed)
			if strings.Contains(text, "secret") {
				t.Errorf("%s shows the raw JSON: %s", format, text)
			}
		}
		if text := fmt.Sprintf(format, value); !strings.Contains(text, "visible") || len(text) > 400 {
			t.Errorf("%s is not readable: %s", format, text)
		}
	}
}

func TestValuesCanBeReadConcurrently(t *testing.T) {
	value := decoded[reply](t, documents[0])
	value.SetExtra("x", 1)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			copied := *value
			if _, err := Marshal(value); err != nil {
				t.Error(err)
			}
			if _, ok := copied.Extra("id"); !ok {
				t.Error("the field is lost")
			}
			copied.ID = "changed"
			copied.SetExtra("y", 2)
			// The plans of these types are made here, by all at once.
			type local struct {
				object
				Value reply             `json:"value"`
				Map   map[string]params `json:"map"`
			}
			var other local
			if err := Unmarshal([]byte(`{"value":{"id":"a"},"map":{"a":{"model":"m"}}}`), &other); err != nil || other.Map["a"].Model.value != "m" {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if _, ok := value.Extra("y"); ok || value.ID == "changed" {
		t.Error("a copy changed the original")
	}
}

func TestUnmarshalReplacesTheValue(t *testing.T) {
	value := decoded[reply](t, `{"id":"a","created":1,"x":1}`)
	if err := json.Unmarshal([]byte(`{"id":"b"}`), value); err != nil || value.ID != "b" || value.Created != 0 || encoded(t, value) != `{"id":"b"}` {
		t.Errorf("got %s %v", encoded(t, value), err)
	}
	if err := json.Unmarshal([]byte(`null`), value); err != nil || value.ID != "b" {
		t.Errorf("null changed the value: %v", err)
	}
	for text, want := range map[string]string{
		`[1]`: "a list does not fit codec.reply",
		`"a"`: "a string does not fit codec.reply",
		`{`:   "invalid JSON at byte 1: the text ends too early",
	} {
		if err := Unmarshal([]byte(text), value); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
}

func TestOurTypesWorkInStructsOfEncodingJSON(t *testing.T) {
	type mine struct {
		Reply    reply            `json:"reply"`
		Pointer  *reply           `json:"pointer"`
		Messages []message        `json:"messages"`
		Map      map[string]reply `json:"map"`
	}
	text := `{"reply":{"id":"<a>","x":1.0},"pointer":{"created":1.0},"messages":[{"role":"new","y":2}],"map":{"k":{"id":null}}}`
	var value mine
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	for _, v := range []any{value, &value} {
		got, err := json.Marshal(v)
		if err != nil || !equalText(t, string(got), text) {
			t.Errorf("got  %s %v\nwant %s", got, err, text)
		}
		if got, err = Marshal(v); err != nil || !equalText(t, string(got), text) {
			t.Errorf("got  %s %v\nwant %s", got, err, text)
		}
	}
}
