package patchbay_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

// event is a chunk with a text, as a server sends it.
func event(text string) string {
	return fmt.Sprintf(`data: {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"m",`+
		`"choices":[{"index":0,"delta":{"content":%q},"finish_reason":null}]}`+"\n\n", text)
}

const (
	lastEvent = `data: {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"m",` +
		`"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}` + "\n\n"
	doneEvent = "data: [DONE]\n\n"
	failEvent = `data: {"error":{"code":502,"message":"The provider failed"}}` + "\n\n"
)

// serve starts a server that writes a stream. left is closed when the client has closed the connection.
func serve(t *testing.T, write func(send func(string), left <-chan struct{})) (*patchbay.Client, <-chan struct{}) {
	t.Helper()
	left := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		w.Header().Set("X-Request-Id", "req-1")
		write(func(text string) {
			_, _ = fmt.Fprint(w, text) // the client may have left
			w.(http.Flusher).Flush()
		}, r.Context().Done())
		if r.Context().Err() != nil {
			close(left)
		}
	}))
	t.Cleanup(server.Close)
	return patchbay.New(patchbay.WithAPIKey("sk-or-v1-test"), patchbay.WithBaseURL(server.URL), patchbay.WithMaxRetries(0)), left
}

func openIn(ctx context.Context, t *testing.T, client *patchbay.Client, opts ...patchbay.Option) *patchbay.ChatStream {
	t.Helper()
	stream, err := client.Chat.Completions.Stream(ctx, patchbay.ChatCompletionParams{
		Model: patchbay.String("m"), Messages: []patchbay.ChatMessage{patchbay.User("Hello")},
	}, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return stream
}

func soon(t *testing.T, done <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatalf("%s did not happen", what)
	}
}

// failureOf returns the error of the SDK in an error.
func failureOf(t *testing.T, err error) *patchbay.Error {
	t.Helper()
	var failed *patchbay.Error
	if !errors.As(err, &failed) {
		t.Fatalf("got %v, want an *Error", err)
	}
	return failed
}

func partialText(t *testing.T, failed *patchbay.Error) string {
	t.Helper()
	partial, ok := failed.Partial.(*patchbay.ChatCompletion)
	if !ok {
		t.Fatalf("the error has the partial response %v", failed.Partial)
	}
	return partial.Choices[0].Message.Content
}

// textOf returns the text of all chunks, and the error.
func textOf(stream *patchbay.ChatStream) (string, error) {
	var text strings.Builder
	for chunk, err := range stream.All() {
		if err != nil {
			return text.String(), err
		}
		for _, choice := range chunk.Choices {
			text.WriteString(choice.Delta.Content)
		}
	}
	return text.String(), nil
}

var wholeBody = event("one ") + event("two") + lastEvent + doneEvent

func TestAStreamIsReadInEachWay(t *testing.T) {
	for name, read := range map[string]func(*patchbay.ChatStream) (string, error){
		"All": textOf,
		"Next": func(stream *patchbay.ChatStream) (string, error) {
			text := ""
			for stream.Next() {
				text += stream.Current().Choices[0].Delta.Content
			}
			return text, stream.Err()
		},
		"Text": func(stream *patchbay.ChatStream) (string, error) {
			all := ""
			for text, err := range stream.Text() {
				if err != nil {
					return all, err
				}
				all += text
			}
			return all, nil
		},
		"Events": func(stream *patchbay.ChatStream) (string, error) {
			text, last := "", ""
			for event, err := range stream.Events() {
				if err != nil {
					return text, err
				}
				last = event.EventType()
				if delta, ok := event.(*patchbay.ChatTextDelta); ok {
					text += delta.Text
				}
			}
			if last != "done" {
				return text, errors.New("the last event is " + last)
			}
			return text, nil
		},
		"Final": func(stream *patchbay.ChatStream) (string, error) {
			completion, err := stream.Final()
			if err != nil {
				return "", err
			}
			return completion.Choices[0].Message.Content, nil
		},
	} {
		stream := openChat(t, newCanned(wholeBody))
		if text, err := read(stream); err != nil || text != "one two" {
			t.Errorf("%s: got %q, %v", name, text, err)
		}
		// The response is there after the loop, too.
		completion, err := stream.Final()
		if err != nil || completion.Choices[0].Message.Content != "one two" || completion.Choices[0].FinishReason != "stop" {
			t.Errorf("%s: got the completion %v, %v", name, completion, err)
		}
		if stream.Next() || stream.Err() != nil {
			t.Errorf("%s: there is more after the end: %v", name, stream.Err())
		}
		for again, err := range stream.All() {
			if failed := failureOf(t, err); failed.Kind != patchbay.KindStream || failed.Reason != patchbay.ReasonAlreadyConsumed {
				t.Errorf("%s: a second reading got %v, %v", name, again, err)
			}
		}
	}
}

func TestAStreamKnowsItsResponse(t *testing.T) {
	client, _ := serve(t, func(send func(string), _ <-chan struct{}) { send(wholeBody) })
	stream := openIn(context.Background(), t, client)
	info, ok := patchbay.InfoOf(stream)
	if !ok || info.RequestID != "req-1" || info.Status != 200 || stream.Info().Attempts != 1 {
		t.Errorf("got %v, %v", info, ok)
	}
	if stream.Partial() != nil {
		t.Error("there is a response before the first event")
	}
	if !stream.Next() || stream.Partial().Choices[0].Message.Content != "one " {
		t.Errorf("got the partial response %v", stream.Partial())
	}
	completion, err := stream.Final()
	if err != nil {
		t.Fatal(err)
	}
	if info, ok := patchbay.InfoOf(completion); !ok || info.RequestID != "req-1" {
		t.Errorf("the completion has the info %v, %v", info, ok)
	}
}

func TestAFailedStreamHasWhatArrived(t *testing.T) {
	for name, test := range map[string]struct {
		body   string
		kind   patchbay.ErrorKind
		reason patchbay.StreamReason
	}{
		"error":     {failEvent, patchbay.KindAPI, ""},
		"truncated": {"", patchbay.KindStream, patchbay.ReasonTruncated},
		"malformed": {"data: {]\n\n" + doneEvent, patchbay.KindStream, patchbay.ReasonMalformed},
	} {
		stream := openChat(t, newCanned(event("one ")+event("two")+test.body))
		text, err := textOf(stream)
		failed := failureOf(t, err)
		if text != "one two" || failed.Kind != test.kind || failed.Reason != test.reason || partialText(t, failed) != "one two" || failed.Attempts != 1 {
			t.Errorf("%s: got %q, %v", name, text, err)
		}
		if _, again := stream.Final(); !errors.Is(again, err) || !errors.Is(stream.Err(), err) {
			t.Errorf("%s: got %v, then %v", name, err, again)
		}
	}
}
