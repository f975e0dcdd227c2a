package patchbay

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/linear"
)

func TestTheTextOfAResponseIsThatOfItsAPI(t *testing.T) {
	for _, one := range []struct {
		name, json, want string
		response         interface{ RawJSON() string }
	}{
		{"a chat completion", `{"choices":[{"message":{"content":"Oslo."}},{"message":{"content":"Bergen."}}]}`, "Oslo.", &ChatCompletion{}},
		{"content as parts", `{"choices":[{"message":{"content":[{"type":"text","text":"Os"},{"type":"text","text":"lo."}]}}]}`, "Oslo.", &ChatCompletion{}},
		{"a tool call", `{"choices":[{"message":{"content":null,"tool_calls":[]}}]}`, "", &ChatCompletion{}},
		{"no choices", `{"choices":[]}`, "", &ChatCompletion{}},
		{
			"a response", `{"output":[{"type":"reasoning","content":[{"type":"reasoning_text","text":"Hm."}]},
			{"type":"message","phase":"commentary","content":[{"type":"output_text","text":"I search."}]},
			{"type":"message","content":[{"type":"output_text","text":"Os"},{"type":"output_text","text":"lo."}]}]}`, "Oslo.", &ResponseObject{},
		},
		{"a message", `{"content":[{"type":"thinking","thinking":"Hm."},{"type":"text","text":"Os"},{"type":"text","text":"lo."}]}`, "Oslo.", &MessagesResponse{}},
		{"a value that was not received", ``, "", &MessagesResponse{}},
	} {
		if one.json != "" {
			if err := json.Unmarshal([]byte(one.json), one.response); err != nil {
				t.Fatal(err)
			}
		}
		if got := TextOf(one.response); got != one.want {
			t.Errorf("%s: got %q, want %q", one.name, got, one.want)
		}
	}
}

func TestTheTextOfManyPartsTakesLinearTime(t *testing.T) {
	for name, test := range map[string]struct{ before, kind, after string }{
		"a chat completion": {`{"choices":[{"message":{"content":[`, "text", `]}}]}`},
		"a response":        {`{"output":[{"type":"message","content":[`, "output_text", `]}]}`},
		"a message":         {`{"content":[`, "text", `]}`},
	} {
		linear.Check(t, name, 4000, func(n int) {
			parts := strings.Repeat(`,{"type":"`+test.kind+`","text":"some text"}`, n)[1:]
			if got := TextOf(rawJSON(test.before + parts + test.after)); got != strings.Repeat("some text", n) {
				t.Fatalf("%s: got %d bytes", name, len(got))
			}
		})
	}
	linear.Check(t, "a chunk", 1000, func(n int) {
		choices := strings.Repeat(`,{"index":0,"delta":{"content":"some text"}}`, n)[1:]
		if got := (&chatText{}).add(rootOf(`{"choices":[` + choices + `]}`)); got != strings.Repeat("some text", n) {
			t.Fatalf("a chunk: got %d bytes", len(got))
		}
	})
}

// rawJSON is a response that consists of its JSON alone.
type rawJSON string

func (raw rawJSON) RawJSON() string { return string(raw) }
