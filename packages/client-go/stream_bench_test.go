package patchbay_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

// cannedStream is a transport that always returns the same stream.
type cannedStream struct{ body string }

func (c cannedStream) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK,
		Header:     http.Header{"Content-Type": {"text/event-stream"}},
		Body:       io.NopCloser(strings.NewReader(c.body)),
	}, nil
}

const benchChunks = 1000

func chatBody(chunks int) string {
	var body strings.Builder
	for range chunks {
		body.WriteString(`data: {"id":"gen-1","provider":"Mock","model":"openai/gpt-5-mini","object":"chat.completion.chunk","created":1700000000,` +
			`"choices":[{"index":0,"delta":{"role":"assistant","content":" token"},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}` + "\n\n")
	}
	body.WriteString("data: " + `{"id":"gen-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}` + "\n\ndata: [DONE]\n\n")
	return body.String()
}

func newCanned(body string) *patchbay.Client {
	return patchbay.New(patchbay.WithAPIKey("sk-or-v1-bench"), patchbay.WithHTTPClient(&http.Client{Transport: cannedStream{body}}))
}

func openChat(tb testing.TB, client *patchbay.Client) *patchbay.ChatStream {
	tb.Helper()
	stream, err := client.Chat.Completions.Stream(context.Background(), patchbay.ChatCompletionParams{
		Model: patchbay.String("openai/gpt-5-mini"), Messages: []patchbay.ChatMessage{patchbay.User("Hello")},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return stream
}

func BenchmarkChatStream(b *testing.B) {
	client := newCanned(chatBody(benchChunks))
	perChunk := func(b *testing.B, read func(*patchbay.ChatStream) error) {
		b.ReportAllocs()
		for b.Loop() {
			if err := read(openChat(b, client)); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchChunks, "ns/chunk")
	}
	b.Run("All", func(b *testing.B) {
		perChunk(b, func(stream *patchbay.ChatStream) error {
			for _, err := range stream.All() {
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	b.Run("Text", func(b *testing.B) {
		perChunk(b, func(stream *patchbay.ChatStream) error {
			for _, err := range stream.Text() {
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	b.Run("Events", func(b *testing.B) {
		perChunk(b, func(stream *patchbay.ChatStream) error {
			for _, err := range stream.Events() {
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	b.Run("Final", func(b *testing.B) {
		perChunk(b, func(stream *patchbay.ChatStream) error {
			_, err := stream.Final()
			return err
		})
	})
}
