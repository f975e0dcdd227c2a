package patchbay

import (
	"encoding/json"
	"testing"
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
