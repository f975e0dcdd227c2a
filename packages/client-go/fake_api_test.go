package patchbay

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
)

const (
	first  = "openai/gpt-5-mini"
	second = "anthropic/claude-sonnet-4.5"
)

// fakeAPI is an HTTP client that replies to each model in turn; the last reply of a model repeats.
// The model of a request without a body is "none".
type fakeAPI struct {
	mutex   sync.Mutex
	replies map[string][]fakeReply
	// requests has the models, and keys the idempotency keys, in the order of the requests.
	requests, keys []string
	bodies         []map[string]any
}

type fakeReply struct {
	status int
	header string
	body   string
	err    error
}

func (f *fakeAPI) Do(request *http.Request) (*http.Response, error) {
	body := map[string]any{"model": "none"}
	if request.Body != nil {
		if err := json.NewDecoder(request.Body).Decode(&body); err != nil {
			return nil, err
		}
	}
	model := fmt.Sprint(body["model"])
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.requests, f.bodies = append(f.requests, model), append(f.bodies, body)
	for name, values := range request.Header {
		if strings.EqualFold(name, "idempotency-key") {
			f.keys = append(f.keys, values[0])
		}
	}
	replies := f.replies[model]
	reply := replies[0]
	if len(replies) > 1 {
		f.replies[model] = replies[1:]
	}
	if reply.err != nil {
		return nil, reply.err
	}
	header := http.Header{"Content-Type": {"application/json"}}
	if strings.HasPrefix(reply.body, "data:") {
		header.Set("Content-Type", "text/event-stream")
	}
	if name, value, ok := strings.Cut(reply.header, ": "); ok {
		header.Set(name, value)
	}
	status := max(reply.status, http.StatusOK)
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(reply.body)), Request: request}, nil
}

func (f *fakeAPI) client(opts ...Option) *Client {
	return New(append([]Option{WithAPIKey("sk-or-v1-test"), WithHTTPClient(f)}, opts...)...)
}

// says is a completion with a text, which costs 0.1 USD.
func says(text string) fakeReply {
	return fakeReply{body: fmt.Sprintf(`{"id":"gen-1","object":"chat.completion","created":1,"model":"served/model","provider":"Served",`+
		`"choices":[{"index":0,"message":{"role":"assistant","content":%q},"finish_reason":"stop"}],`+
		`"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2,"cost":0.1}}`, text)}
}

func fails(status int) fakeReply {
	return fakeReply{status: status, body: fmt.Sprintf(`{"error":{"code":%d,"message":"It failed."}}`, status)}
}

func hello() ChatCompletionParams {
	return ChatCompletionParams{Messages: []ChatMessage{{OfUserMessage: &UserMessage{Content: MessageContent{OfString: String("Hello")}}}}}
}

// outcomes describes attempts in short: the outcome and the kind of failure of each.
func outcomes(attempts []Attempt) []string {
	short := []string{}
	for _, attempt := range attempts {
		short = append(short, strings.TrimSpace(string(attempt.Outcome)+" "+string(attempt.FailureKind)))
	}
	return short
}
