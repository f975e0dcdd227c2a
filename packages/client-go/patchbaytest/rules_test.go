package patchbaytest

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

func TestOneReplyRepeats(t *testing.T) {
	t.Parallel()
	server := NewServer(t, WithEcho())
	server.Reply(Text("Again."))
	for range 3 {
		if _, text := post(t, server, "Hello"); text != "Again." {
			t.Errorf("got %q, expected %q", text, "Again.")
		}
	}
	server.AddRules(Rule{Replies: []Reply{Text("Twice.")}, Times: patchbay.Int(2)})
	for _, expected := range []string{"Twice.", "Twice.", "Again."} {
		if _, text := post(t, server, "Hello"); text != expected {
			t.Errorf("got %q, expected %q", text, expected)
		}
	}
}

func TestEveryFaultIsApplied(t *testing.T) {
	t.Parallel()
	tests := map[string]Reply{
		"connection_reset":       Text("one two").With(ConnectionReset()),
		"truncated":              Text("one two").With(Truncated(0)),
		"stall":                  Text("one two").With(Fault{Kind: "stall", Duration: time.Millisecond}),
		"error_in_200":           Text("one two").With(ErrorIn200(503)),
		"malformed_json":         Text("one two").With(MalformedJSON()),
		"invalid_tool_arguments": CallTool("weather", map[string]string{"city": "Oslo"}).With(InvalidToolArguments()),
		"finish_reason":          Text("one two").With(FinishReason("length")),
		"wrong_content_type":     Text("one two").With(Fault{Kind: "wrong_content_type", Value: patchbay.String("text/plain")}),
		"usage":                  Text("one two").With(Fault{Kind: "usage", How: "missing"}),
		"oversized_event":        Text("one two").With(Fault{Kind: "oversized_event", Bytes: 100}),
	}
	for kind, reply := range tests {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			server := NewServer(t)
			server.Reply(reply)
			post(t, server, "Hello")
			for _, request := range server.Requests() {
				if len(request.Faults) != 1 || request.Faults[0].Kind != kind || !request.Faults[0].Applied {
					t.Errorf("the faults are %+v", request.Faults)
				}
			}
		})
	}
}

// TestRulesInTheFormOfTheControlAPI checks the parts that a response does not show.
func TestRulesInTheFormOfTheControlAPI(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		value    any
		expected string
	}{
		{Text(""), `{"content":""}`},
		{Reply{Reasoning: "Hm."}, `{"reasoning":"Hm."}`},
		{Failure(429).After(1500 * time.Millisecond), `{"status":429,"delay":1500}`},
		{RateLimited(70 * time.Millisecond), `{"status":429,"headers":{"Retry-After-Ms":["70"]}}`},
		{Text("a").After(290 * time.Millisecond), `{"content":"a","delay":290}`},
		{JSON(nil), `{"body":null}`},
		{Match{UserMessage: "/usr/bin"}, `{"userMessage":"/usr/bin"}`},
		{Match{UserMessage: "/etc/sys"}, `{"userMessage":"/etc/sys"}`},
		{Match{UserMessage: "/^a$/im"}, `{"userMessage":{"regex":"^a$","flags":"im"}}`},
		{RateLimited(2500 * time.Microsecond), `{"status":429,"headers":{"Retry-After-Ms":["2.5"]}}`},
		{JSON(map[string]int{"a": 1}), `{"body":{"a":1}}`},
		{Stream("data: 1\n\n"), `{"raw":{"headers":{"Content-Type":["text/event-stream"]},"chunks":[{"base64":"ZGF0YTogMQoK"}]}}`},
		{RawResponse{Status: 500, Body: []byte("x"), Gap: time.Second, End: "cut"}, `{"status":500,"base64":"eA==","gap":1000,"end":"cut"}`},
		{KeepAliveComments(2, 30*time.Millisecond), `{"kind":"keep_alive_comments","count":2,"everyMs":30}`},
		{MidStreamError(0, 503), `{"kind":"mid_stream_error","afterEvents":0,"status":503}`},
		{ResetAfter(2), `{"kind":"connection_reset","afterEvents":2}`},
		{Stalled(1), `{"kind":"stall","afterEvents":1}`},
		{Match{ToolResult: patchbay.Bool(false), Headers: map[string]Pattern{"x-a": "/b/"}}, `{"toolResult":false,"headers":{"x-a":{"regex":"b"}}}`},
		{Rule{Replies: []Reply{{Error: &ProviderError{Status: 500, Message: "down"}}}, Probability: patchbay.Float(0)},
			`{"match":{},"reply":[{"error":{"status":500,"message":"down"}}],"probability":0}`},
	} {
		text, err := json.Marshal(test.value)
		if err != nil || string(text) != test.expected {
			t.Errorf("got %s %v, expected %s", text, err, test.expected)
		}
	}
}

func TestServerAcceptsEveryKindOfReply(t *testing.T) {
	t.Parallel()
	server := NewServer(t)
	server.Reply(
		Stream("data: [DONE]\n\n"), JSON([]int{1}), RateLimited(0), Reply{Status: 204}, Reply{Raw: &RawResponse{End: "cut"}},
		Reply{Reasoning: "Hm.", Images: []string{"data:image/png;base64,eA=="}, Header: http.Header{"X-A": {"b"}}},
		Reply{Error: &ProviderError{Status: 500, Message: "down", ErrorType: "server_error"}},
		Reply{Content: "Oslo.", FinishReason: "length", ToolCalls: []ToolCall{{Name: "weather", Arguments: "{", ID: "call_1"}}},
		Text("one").With(KeepAliveComments(1, 0), MidStreamError(0, 502), ResetAfter(1), Stalled(1)),
	)
}
