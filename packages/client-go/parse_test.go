package patchbay

import (
	"strings"
	"testing"
)

func TestChatOutput(t *testing.T) {
	tests := []struct {
		name, body, text, reason string
		isTruncated              bool
	}{
		{"a text", `{"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}]}`, "{}", "", false},
		{"parts", `{"choices":[{"message":{"content":[{"type":"text","text":"{"},{"text":"}"},1]}}]}`, "{}", "", false},
		{"truncated", `{"choices":[{"message":{"content":"{"},"finish_reason":"length"}]}`, "{", "max_tokens", true},
		{"tool calls", `{"choices":[{"message":{"content":null},"finish_reason":"tool_calls"}]}`, "", "tools", false},
		{"filtered", `{"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]}`, "", "content filter", false},
		{"a refusal", `{"choices":[{"message":{"refusal":"I cannot."},"finish_reason":"length"}]}`, "", "I cannot.", true},
		{"no choices", `{"choices":[]}`, "", "", false},
		{"other JSON", `[]`, "", "", false},
	}
	for _, test := range tests {
		text, failure := chatOutput(test.body)
		if text != test.text || !strings.Contains(failure.reason, test.reason) || failure.isTruncated != test.isTruncated {
			t.Errorf("%s: got %q, %+v", test.name, text, failure)
		}
		if test.reason == "" && failure.reason != "" {
			t.Errorf("%s: got the reason %q", test.name, failure.reason)
		}
	}
}

func TestResponseOutput(t *testing.T) {
	message := func(phase, parts string) string {
		return `{"type":"message","phase":"` + phase + `","content":[` + parts + `]}`
	}
	text := func(text string) string { return `{"type":"output_text","text":"` + text + `"}` }
	tests := []struct {
		name, body, text, reason string
		isTruncated              bool
	}{
		{"a text", `{"output":[` + message("", text("a")+","+text("b")) + `]}`, "ab", "", false},
		{"commentary", `{"output":[` + message("commentary", text("a")) + "," + message("final_answer", text("b")) + `]}`, "b", "", false},
		{"truncated", `{"output":[` + message("", text("a")) + `],"incomplete_details":{"reason":"max_output_tokens"}}`, "a", "max_output_tokens", true},
		{"filtered", `{"output":[],"incomplete_details":{"reason":"content_filter"}}`, "", "content filter", false},
		{"a tool call", `{"output":[{"type":"function_call"}]}`, "", "tools", false},
		{"a custom tool call", `{"output":[{"type":"custom_tool_call"}]}`, "", "tools", false},
		{"a refusal", `{"output":[{"type":"function_call"},` + message("", `{"type":"refusal","refusal":"I cannot."}`) + `]}`, "", "I cannot.", false},
		{"other JSON", `{"output":{}}`, "", "", false},
	}
	for _, test := range tests {
		text, failure := responseOutput(test.body)
		if text != test.text || !strings.Contains(failure.reason, test.reason) || failure.isTruncated != test.isTruncated {
			t.Errorf("%s: got %q, %+v", test.name, text, failure)
		}
		if test.reason == "" && failure.reason != "" {
			t.Errorf("%s: got the reason %q", test.name, failure.reason)
		}
	}
}
