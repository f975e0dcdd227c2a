package patchbay

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
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
	// open is the number of responses that were not closed.
	open atomic.Int32
}

// closable counts a body that is closed.
type closable struct {
	io.Reader
	close func()
}

func (c closable) Close() error {
	c.close()
	return nil
}

type fakeReply struct {
	status int
	header string
	body   string
	err    error
	// stalls: nothing follows the body until the request is canceled.
	stalls bool
}

// stalledBody blocks at the end of its text until a context ends.
type stalledBody struct {
	io.Reader
	ctx context.Context
}

func (b stalledBody) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		<-b.ctx.Done()
		return n, b.ctx.Err()
	}
	return n, err
}

func (f *fakeAPI) Do(request *http.Request) (*http.Response, error) {
	sent := map[string]any{"model": "none"}
	if request.Body != nil {
		if err := json.NewDecoder(request.Body).Decode(&sent); err != nil {
			return nil, err
		}
	}
	model := fmt.Sprint(sent["model"])
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.requests, f.bodies = append(f.requests, model), append(f.bodies, sent)
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
	var body io.Reader = strings.NewReader(reply.body)
	if reply.stalls {
		body = stalledBody{body, request.Context()}
	}
	f.open.Add(1)
	return &http.Response{StatusCode: max(reply.status, http.StatusOK), Header: header, Body: closable{body, sync.OnceFunc(func() { f.open.Add(-1) })}, Request: request}, nil
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

// streams is a stream of deltas, whose usage costs 0.1 USD. It ends with its mark.
func streams(deltas ...string) fakeReply {
	reply := streamsPart(deltas...)
	reply.body += `data: {"id":"gen-2","object":"chat.completion.chunk","created":1,"model":"served/model","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],` +
		`"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2,"cost":0.1}}` + "\n\ndata: [DONE]\n\n"
	return reply
}

// streamsPart is a stream that ends after its deltas.
func streamsPart(deltas ...string) (reply fakeReply) {
	for _, delta := range deltas {
		reply.body += `data: {"id":"gen-2","object":"chat.completion.chunk","created":1,"model":"served/model","provider":"Served",` +
			`"choices":[{"index":0,"delta":` + delta + `,"finish_reason":null}]}` + "\n\n"
	}
	return reply
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
