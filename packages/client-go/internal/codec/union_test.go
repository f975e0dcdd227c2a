package codec

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestTheKindSelectsTheMemberOfAUnion(t *testing.T) {
	for text, want := range map[string]any{
		`1`:                int64(1),
		`1.0`:              int64(1),
		`1.5`:              1.5,
		`true`:             true,
		`"new"`:            role("new"),
		`["a","b"]`:        []string{"a", "b"},
		`[]`:               []string{},
		`[1,2.0]`:          []int64{1, 2},
		`[[1],[]]`:         [][]int64{{1}, {}},
		`{"text":"a"}`:     "*codec.reasoning",
		`null`:             nil,
		`[1,"a"]`:          nil,
		`[null]`:           nil,
		`[1.5]`:            nil,
		`1e400`:            nil,
		`[["a"]]`:          nil,
		`{"text":{"a":1}}`: "*codec.reasoning",
	} {
		value := decoded[params](t, `{"stop":`+text+`}`)
		got := Member(&value.Stop)
		if name, ok := want.(string); ok {
			got = fmt.Sprintf("%T", got)
			want = name
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %#v, want %#v", text, got, want)
		}
		if raw := value.Stop.RawJSON(); raw != text {
			t.Errorf("%s: the raw JSON is %s", text, raw)
		}
	}
}

func TestTheDiscriminatorSelectsTheMemberOfAUnion(t *testing.T) {
	for text, want := range map[string]struct{ member, tag string }{
		`{"role":"user"}`:                  {"*codec.userMessage", "user"},
		`{"role":"human"}`:                 {"*codec.userMessage", "human"},
		`{"role":"assistant"}`:             {"*codec.replyMessage", "assistant"},
		`{"content":"a"}`:                  {"*codec.replyMessage", "assistant"},
		`{"role":null}`:                    {"*codec.replyMessage", "assistant"},
		`{"role":"new","x":1}`:             {"*codec.otherMessage", "new"},
		`{"role":""}`:                      {"*codec.otherMessage", ""},
		`{"role":5}`:                       {"*codec.otherMessage", ""},
		`{"role":"new","role":"user"}`:     {"*codec.userMessage", "user"},
		`{"r\u006fle":"us\u0065r"}`:        {"*codec.userMessage", "user"},
		`{"role":"user","role":["other"]}`: {"*codec.otherMessage", ""},
	} {
		value := decoded[message](t, text)
		if got := fmt.Sprintf("%T", Member(value)); got != want.member || Tag(value) != want.tag {
			t.Errorf("%s: got %s %q, want %v", text, got, Tag(value), want)
		}
		if got := encoded(t, value); !equalText(t, got, text) {
			t.Errorf("%s was written as %s", text, got)
		}
	}
	var closed struct {
		object
		_     struct{} `discriminator:"type"`
		OfTwo *part    `values:"two"`
	}
	if err := Unmarshal([]byte(`{"type":"three","x":1}`), &closed); err != nil || Member(&closed) != nil || Tag(&closed) != "three" {
		t.Errorf("a value of a member that is added later: %v %v %q", err, Member(&closed), Tag(&closed))
	}
	if got := encoded(t, &closed); got != `{"type":"three","x":1}` {
		t.Errorf("got %s", got)
	}
}

func TestAMemberOfAUnionHasTheRawJSON(t *testing.T) {
	text := `{"role":"user","content":[{"type":"text","new":1}],"x":[ 1 ]}`
	value := decoded[message](t, text)
	if value.RawJSON() != text || value.OfUser.RawJSON() != text || value.OfUser.Content.OfParts[0].RawJSON() != `{"type":"text","new":1}` {
		t.Errorf("got %s", value.OfUser.RawJSON())
	}
	if extra, ok := value.OfUser.Extra("x"); !ok || string(extra) != `[ 1 ]` {
		t.Errorf("got %s %v", extra, ok)
	}
	value.OfUser.SetExtra("x", 2)
	if got := encoded(t, value); got != `{"role":"user","content":[{"type":"text","new":1}],"x":2}` && !strings.Contains(got, `"x":2`) {
		t.Errorf("got %s", got)
	}
}

func TestAMemberThatTheCallerRemovesIsNotSent(t *testing.T) {
	for _, text := range []string{`1`, `1.5`, `true`, `"new"`, `["a"]`, `[1]`, `[[1]]`, `[]`, `{"text":"a"}`} {
		value := decoded[params](t, `{"messages":[],"stop":`+text+`,"model":"a"}`)
		raw := value.Stop.object
		value.Stop = stop{object: raw}
		if got := encoded(t, value); got != `{"messages":[],"model":"a"}` {
			t.Errorf("%s: got %s", text, got)
		}
		moved := params{Stop: value.Stop}
		if got := encoded(t, moved); got != `{"messages":[]}` {
			t.Errorf("%s: got %s", text, got)
		}
	}
	value := decoded[params](t, `{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"new"}]}`)
	value.Messages[0].OfUser.Content.OfString = opt[string]{}
	_, err := Marshal(value)
	if want := "messages[0].content: none of the members of content is set; set one of OfString, OfParts"; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	value.Messages[0].OfUser, value.Messages[2].OfOther = nil, nil
	for i, message := range value.Messages {
		if _, err := Marshal(message); (err != nil) != (i != 1) || Tag(&message) != []string{"", "assistant", ""}[i] {
			t.Errorf("message %d: %v, the tag is %q", i, err, Tag(&message))
		}
	}
}

func TestWhatTheCallerRemovesIsNotSent(t *testing.T) {
	value := decoded[params](t, `{"messages":[],"metadata":{"a":null,"b":1.0},"logit_bias":{"a":null,"b":"x"},"nullable":{"a":null,"b":"x"}}`)
	for _, key := range []string{"a", "b"} {
		delete(value.Metadata, key)
		delete(value.Nullable, key)
	}
	// A value that does not fit was never in the map.
	if got := encoded(t, value); got != `{"messages":[],"metadata":{},"logit_bias":{"a":null,"b":"x"},"nullable":{"b":"x"}}` {
		t.Errorf("got %s", got)
	}
	var list struct {
		object
		Names []string `json:"names,omitzero"`
		IDs   []int64  `json:"ids"`
	}
	if err := Unmarshal([]byte(`{"names":["a",5],"ids":[null,"x"]}`), &list); err != nil {
		t.Fatal(err)
	}
	list.Names, list.IDs = nil, nil
	if got := encoded(t, &list); got != `{"ids":[]}` {
		t.Errorf("got %s", got)
	}
}

func TestAUnionWithoutATagIsReported(t *testing.T) {
	type many struct {
		object
		_      struct{}      `discriminator:"role"`
		OfMany *otherMessage `values:"b,a"`
	}
	_, err := Marshal(many{OfMany: &otherMessage{}})
	if err == nil || err.Error() != `role: it is empty, so that OfMany is not recognized; set it to "a" or "b"` {
		t.Errorf("got %v", err)
	}
	if got := encoded(t, many{OfMany: &otherMessage{Role: "b"}}); got != `{"role":"b"}` {
		t.Errorf("got %s", got)
	}
	if got := encoded(t, message{OfAssistant: &replyMessage{Content: some("a")}}); !equalText(t, got, `{"role":"assistant","content":"a"}`) {
		t.Errorf("got %s", got)
	}
}

func TestExtraFieldsOfAUnionBelongToItsMember(t *testing.T) {
	value := message{OfUser: &userMessage{Content: content{OfString: some("a")}}}
	value.SetExtra("x", 1)
	if got := encoded(t, value); got != `{"role":"user","content":"a","x":1}` {
		t.Errorf("got %s", got)
	}
	if _, ok := value.OfUser.Extra("x"); ok {
		t.Error("the member has changed")
	}
	arrived := decoded[message](t, `{"role":"user","content":"a","x":1,"y":2.0}`)
	arrived.SetExtra("x", nil)
	if got := encoded(t, arrived); !equalText(t, got, `{"role":"user","content":"a","y":2.0,"x":null}`) {
		t.Errorf("got %s", got)
	}
	built := message{}
	built.SetExtra("role", "new")
	built.SetExtra("content", "a")
	if got := encoded(t, built); got != `{"role":"new","content":"a"}` || Tag(&built) != "new" {
		t.Errorf("got %s", got)
	}
	scalar := content{OfString: some("a")}
	scalar.SetExtra("x", 1)
	if _, err := Marshal(scalar); err == nil || err.Error() != "an extra field of content needs a member that is an object" {
		t.Errorf("got %v", err)
	}
}

func TestQueryParameters(t *testing.T) {
	value := params{Beta: some(false), Tags: []string{"a", "b,c"}, IDs: []int64{1, 2}}
	got, err := Query(value)
	if want := [][2]string{{"beta", "false"}, {"tags", "a,b,c"}, {"id", "1"}, {"id", "2"}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v %v", got, err)
	}
	if text := encoded(t, value); text != `{"messages":[]}` {
		t.Errorf("the body is %s", text)
	}
	var list struct {
		object
		Limit opt[float64] `query:"limit"`
		Sort  role         `query:"sort"`
		Only  content      `query:"only"`
	}
	list.Limit, list.Only = some(1e21), content{OfString: some("x")}
	list.SetExtra("new", true)
	list.SetExtra("text", "a b")
	list.SetExtra("null", nil)
	got, err = Query(&list)
	want := [][2]string{{"limit", "1000000000000000000000"}, {"sort", ""}, {"only", "x"}, {"new", "true"}, {"text", "a b"}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v %v", got, err)
	}
	list.SetExtra("map", map[string]int{})
	if _, err := Query(&list); err == nil || !strings.HasPrefix(err.Error(), "map: an object is not a query parameter") {
		t.Errorf("got %v", err)
	}
}

func TestBodyAddsFields(t *testing.T) {
	value := &params{Messages: []message{{OfUser: &userMessage{Content: content{OfString: some("a")}}}}}
	got, err := Body(value, Field{"stream", true}, Field{"messages", []string{}})
	if err != nil || !equalText(t, string(got), `{"messages":[],"stream":true}`) {
		t.Errorf("got %s %v", got, err)
	}
	if _, ok := value.Extra("stream"); ok {
		t.Error("the caller's params have changed")
	}
	for _, none := range []any{nil, (*params)(nil)} {
		if got, err := Body(none); got != nil || err != nil {
			t.Errorf("got %s %v", got, err)
		}
	}
}

func TestConvertAddsTheTagThatDidNotArrive(t *testing.T) {
	from := decoded[replyMessage](t, `{"content":"a","x":1.0,"reasoning":{"new":null}}`)
	to := message{}
	if err := Convert(from, &to); err != nil || to.OfAssistant == nil {
		t.Fatalf("got %+v %v", to, err)
	}
	if got := encoded(t, to); got != `{"content":"a","x":1.0,"reasoning":{"new":null},"role":"assistant"}` {
		t.Errorf("got %s", got)
	}
}

func TestInfoBelongsToAValueAndItsCopies(t *testing.T) {
	value := &reply{}
	SetInfo(value, "info")
	copied := *value
	value.SetExtra("x", 1)
	if InfoOf(value) != "info" || InfoOf(copied) != "info" || InfoOf(&reply{}) != nil || InfoOf((*reply)(nil)) != nil || InfoOf(7) != nil {
		t.Error("the info is lost")
	}
}
