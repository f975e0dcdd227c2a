package patchbay_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

// canned is a transport that answers every request with the same body.
type canned struct{ body string }

func (c canned) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.Body != nil {
		_, _ = io.Copy(io.Discard, request.Body)
		_ = request.Body.Close()
	}
	return &http.Response{
		StatusCode:    http.StatusOK,
		Header:        http.Header{"Content-Type": {"application/json"}, "X-Request-Id": {"req-1"}},
		Body:          io.NopCloser(strings.NewReader(c.body)),
		ContentLength: int64(len(c.body)),
		Request:       request,
	}, nil
}

const cannedCompletion = `{"id":"gen-1","object":"chat.completion","created":1700000000,"model":"openai/gpt-5-mini",` +
	`"choices":[{"index":0,"message":{"role":"assistant","content":"Hello! How can I help you today?"},"finish_reason":"stop"}],` +
	`"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"cost":0.0000042}}`

func BenchmarkCall(b *testing.B) {
	client := patchbay.New(
		patchbay.WithAPIKey("sk-or-v1-test"),
		patchbay.WithHTTPClient(&http.Client{Transport: canned{cannedCompletion}}),
	)
	params := patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.System("Be brief."), patchbay.User("Hello!")},
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := client.Chat.Completions.Create(context.Background(), params); err != nil {
			b.Fatal(err)
		}
	}
}
