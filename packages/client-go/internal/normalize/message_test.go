package normalize

import (
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

func TestMessagesGetTheShapeOfTheContract(t *testing.T) {
	for message, expected := range map[string]string{
		`{"content":["a",{"type":"text","text":"b"}]}`:                                                `{"content":"ab"}`,
		`{"content":[{"type":"thinking","thinking":"hm"},{"text":"a"}],"reasoning":"so "}`:            `{"content":"a","reasoning":"so hm"}`,
		`{"content":[{"refusal":"no"}]}`:                                                              `{"content":null,"refusal":"no"}`,
		`{"content":[{"type":"image_url","image_url":{"url":"u"}}],"images":[{"a":1}]}`:               `{"content":null,"images":[{"a":1},{"type":"image_url","image_url":{"url":"u"}}]}`,
		`{"content":[{"type":"video"},null]}`:                                                         `{"content":null,"content_parts":[{"type":"video"}]}`,
		`{"content":7}`:                                                                               `{"content":"7"}`,
		`{"content":{"text":{"content":["a",["b"]]}}}`:                                                `{"content":"ab"}`,
		`{"annotations":{"a":1},"images":"x","reasoning_details":[{"b":2},"c"],"audio":"a"}`:          `{"annotations":[{"a":1}],"images":[],"reasoning_details":[{"b":2}]}`,
		`{"tool_calls":[{"id":7,"function":{"name":["a","b"],"arguments":{"x": "<é>"}}},{"id":"b"}]}`: `{"tool_calls":[{"id":"7","function":{"name":"ab","arguments":"{\"x\": \"<é>\"}"}},{"id":"b"}]}`,
	} {
		body, fault := Response(parse(`{"choices":[{"message":` + message + `}]}`))
		if got := body.Get("choices").Index(0).Get("message").Raw(); got != expected || fault != "" {
			t.Errorf("%s: expected %s, got %s, %s", message, expected, got, fault)
		}
	}
}

func TestWellFormedMessagesStayUnchanged(t *testing.T) {
	text := `{ "choices" : [ {"message":{"role":"assistant","content":null,"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}}],"x":[1]}}, {"delta":7}, null ] }`
	body, fault := Response(parse(text))
	if body.Raw() != text || fault != "" {
		t.Errorf("got %s, %s", body.Raw(), fault)
	}
	for _, text := range []string{`{}`, `[]`, `{"choices":7}`} {
		if body, _ := Response(parse(text)); body.Raw() != text {
			t.Errorf("got %s", body.Raw())
		}
	}
}

func TestMessagesThatCannotBeReadAreDescribed(t *testing.T) {
	for message, expected := range map[string]string{
		`{"tool_calls":{}}`:                 "`tool_calls` must be an array",
		`{"tool_calls":[{},7]}`:             "`tool_calls[1]` must be an object",
		`{"tool_calls":[{"function":"f"}]}`: "`tool_calls[0].function` must be an object",
	} {
		if _, fault := Response(parse(`{"choices":[{"message":` + message + `}]}`)); fault != expected {
			t.Errorf("%s: expected %s, got %q", message, expected, fault)
		}
	}
}

func TestReplaceKeepsTheOtherFields(t *testing.T) {
	node := parse(`{"a":1.50,"b":{"c":[ 1 ]},"a":2}`)
	if got := Replace(node, "b", `"x"`).Raw(); got != `{"a":2,"b":"x"}` {
		t.Errorf("got %s", got)
	}
	if got := Replace(node, "d", `null`); got.Get("d").Kind() != codec.NullValue || got.Get("b").Raw() != `{"c":[ 1 ]}` {
		t.Errorf("got %s", got.Raw())
	}
}
