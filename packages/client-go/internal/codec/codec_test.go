package codec

import (
	"encoding/json"
	"reflect"
	"testing"
)

func decoded[T any](t *testing.T, text string) *T {
	t.Helper()
	value := new(T)
	if err := Unmarshal([]byte(text), value); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return value
}

func encoded(t *testing.T, value any) string {
	t.Helper()
	text, err := Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(text) {
		t.Fatalf("not JSON: %s", text)
	}
	return string(text)
}

func same(t *testing.T, got, want string) {
	t.Helper()
	var a, b any
	if err := json.Unmarshal([]byte(got), &a); err != nil {
		t.Fatalf("%s: %v", got, err)
	}
	if err := json.Unmarshal([]byte(want), &b); err != nil {
		t.Fatalf("%s: %v", want, err)
	}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestDecodeAndEncodeKeepsWhatArrived(t *testing.T) {
	for _, text := range []string{
		`{}`,
		`{"id":"a","created":1.0,"choices":[{"index":1e3,"message":{"role":"assistant","content":null,"x":1e40},"finish_reason":null}]}`,
		`{"new":{"a":[1,2,{}]},"id":7,"created":"1","choices":{"no":"list"},"usage":[],"nested":3}`,
		`{"choices":[1,null,{"index":null}],"usage":null,"nested":null}`,
		`{"usage":{"cost":0.10000000000000000555,"tokens":12345678901234567890},"nested":{"cost":null}}`,
		`{"id":"a","id":"b"}`,
		`{"\u0069d":"escaped key"}`,
	} {
		if got := encoded(t, decoded[reply](t, text)); got != text && text != `{"id":"a","id":"b"}` && text != `{"\u0069d":"escaped key"}` {
			t.Errorf("\ngot  %s\nwant %s", got, text)
		} else {
			same(t, got, text)
		}
	}
	for _, text := range []string{
		`{"messages":[{"role":"user","content":"a"},{"content":null},{"role":"new","x":1},{"role":null},7,{"role":"human","content":[{"type":"text"},{"type":"new"},5]}]}`,
		`{"stop":1,"logit_bias":{"b":null,"a":1.50,"c":"x"},"nullable":{"z":null,"a":1.0,"x":"no"},"metadata":{"n":1.00}}`,
		`{"stop":1.5}`, `{"stop":true}`, `{"stop":"new"}`, `{"stop":["a","b"]}`, `{"stop":[1,2.0]}`, `{"stop":[[1],[2]]}`, `{"stop":{"text":1}}`,
		`{"stop":[]}`, `{"stop":[null]}`, `{"stop":null}`,
		`{"schema":{"n":1.0,"m":null}}`, `{"schema":null}`, `{"model":null,"temperature":"warm","max_tokens":1.5}`,
	} {
		if got := encoded(t, decoded[params](t, text)); got != text {
			t.Errorf("\ngot  %s\nwant %s", got, text)
		}
	}
}

func TestEncodeErrorsNameThePath(t *testing.T) {
	user := message{OfUser: &userMessage{Content: content{OfString: some("Hello")}}}
	for want, value := range map[string]params{
		"messages[1].content: none of the members of content is set; set one of OfString, OfParts": {
			Messages: []message{user, {OfUser: &userMessage{}}},
		},
		"messages[0]: none of the members of message is set; set one of OfUser, OfAssistant, OfOther": {Messages: []message{{}}},
		"stop: 2 members of stop are set: OfInt, OfStrings; set only one of them": {
			Stop: stop{OfInt: some(int64(1)), OfStrings: []string{"a"}},
		},
	} {
		_, err := Marshal(value)
		if err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}
