package codec

import (
	"encoding/json"
	"math"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// Types of applications, whose JSON form has methods of the type or of its pointer.
type (
	level    int
	shade    string
	flag     bool
	byValue  struct{ name string }
	byRef    struct{ Name string }
	refLevel int
	names    []string
	counts   map[string]int
)

func (v level) MarshalText() ([]byte, error)        { return []byte(strings.Repeat("!", int(v))), nil }
func (v *level) UnmarshalText(text []byte) error    { *v = level(len(text)); return nil }
func (v shade) MarshalJSON() ([]byte, error)        { return []byte(`{"shade":"` + string(v) + `"}`), nil }
func (v flag) MarshalText() ([]byte, error)         { return []byte("flag"), nil }
func (v byValue) MarshalJSON() ([]byte, error)      { return []byte(`["` + v.name + `"]`), nil }
func (v *byRef) MarshalJSON() ([]byte, error)       { return []byte(`"` + v.Name + `"`), nil }
func (v *refLevel) MarshalText() ([]byte, error)    { return []byte("reference"), nil }
func (v names) MarshalJSON() ([]byte, error)        { return []byte(`"` + strings.Join(v, "+") + `"`), nil }
func (v counts) MarshalText() ([]byte, error)       { return []byte("counts"), nil }
func (v *counts) UnmarshalText(text []byte) error   { *v = counts{string(text): 1}; return nil }
func (v *byValue) UnmarshalJSON(text []byte) error  { v.name = string(text); return nil }
func (v *refLevel) UnmarshalText(text []byte) error { *v = refLevel(len(text)); return nil }

func TestTypesOfApplicationsAreWrittenAsByEncodingJSON(t *testing.T) {
	ref, number := &byRef{"r"}, refLevel(3)
	for _, value := range []any{
		level(3), []level{1, 2}, map[string]level{"a": 2}, map[level]int{2: 1}, new(level), (*level)(nil),
		shade("red"), []shade{"a"}, map[shade]shade{"a": "b"}, flag(true), []flag{false}, byValue{"v"}, &byValue{"p"}, []byValue{{"l"}},
		ref, &ref, (*byRef)(nil), []byRef{{"l"}}, []*byRef{ref, nil}, map[string]*byRef{"a": ref}, &number, []refLevel{1},
		names{"a", "b"}, []names{{"c"}}, counts{"a": 1}, map[string]counts{"a": {}}, time.Second, time.Unix(0, 0).UTC(),
		net.IPv4(1, 2, 3, 4), netip.MustParseAddr("::1"), []any{level(2), ref, names{"x"}}, [2]level{1, 2}, [1]byRef{{"a"}},
		struct {
			L level
			R byRef
		}{2, *ref}, uint64(math.MaxUint64), json.Number("1.50"), []json.Number{"1.0"}, json.RawMessage(`{"a": 1}`),
	} {
		want, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		object := params{}
		object.SetExtra("value", value)
		set, _ := object.Extra("value")
		for how, got := range map[string]string{
			"alone": encoded(t, value), "in any": encoded(t, params{Schema: value}), "extra": `{"messages":[],"schema":` + string(set) + `}`,
		} {
			if how != "alone" {
				got = strings.TrimSuffix(strings.TrimPrefix(got, `{"messages":[],"schema":`), `}`)
			}
			same(t, got, string(want))
		}
	}
}

func TestTypesOfApplicationsAreReadAsByEncodingJSON(t *testing.T) {
	if got := decoded[opt[level]](t, `"abc"`); got.value != 3 || got.presence != Present {
		t.Errorf("got %+v", got)
	}
	if got := decoded[[]refLevel](t, `["a","bc"]`); len(*got) != 2 || (*got)[1] != 2 {
		t.Errorf("got %v", *got)
	}
	if got := decoded[opt[counts]](t, `"a"`); got.value["a"] != 1 {
		t.Errorf("got %v", got)
	}
	if got := decoded[opt[uint64]](t, `18446744073709551615`); got.value != math.MaxUint64 {
		t.Errorf("got %v", got)
	}
	for _, text := range []string{`18446744073709551616`, `-1`, `1.5`, `"1"`, `null`} {
		var number struct {
			object
			Value uint64 `json:"value"`
		}
		if err := Unmarshal([]byte(`{"value":`+text+`}`), &number); err != nil || number.Value != 0 {
			t.Errorf("%s: got %d, %v", text, number.Value, err)
		}
		same(t, encoded(t, &number), `{"value":`+text+`}`)
	}
}
