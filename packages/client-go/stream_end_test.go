package patchbay_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

func TestCancelingEndsAReadAtOnce(t *testing.T) {
	client, left := serve(t, func(send func(string), left <-chan struct{}) {
		send(event("one"))
		<-left
	})
	ctx, cancel := context.WithCancel(context.Background())
	stream := openIn(ctx, t, client)
	if !stream.Next() {
		t.Fatal(stream.Err())
	}
	time.AfterFunc(20*time.Millisecond, cancel)
	if stream.Next() {
		t.Fatal("there is a second event")
	}
	failed := failureOf(t, stream.Err())
	if failed.Kind != patchbay.KindCanceled || !errors.Is(failed, context.Canceled) || partialText(t, failed) != "one" {
		t.Errorf("got %v", failed)
	}
	soon(t, left, "the end of the connection")
}

func TestCancelingEndsAStreamWhoseEventsHaveArrived(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	stream, err := newCanned(wholeBody).Chat.Completions.Stream(ctx, patchbay.ChatCompletionParams{
		Messages: []patchbay.ChatMessage{patchbay.User("Hello")},
	})
	if err != nil || !stream.Next() {
		t.Fatal(err)
	}
	cancel()
	if stream.Next() {
		t.Error("there is an event after the cancellation")
	}
	if failed := failureOf(t, stream.Err()); failed.Kind != patchbay.KindCanceled || partialText(t, failed) != "one " {
		t.Errorf("got %v", failed)
	}
}

func TestADeadlineOfTheContextEndsAStream(t *testing.T) {
	client, _ := serve(t, func(send func(string), left <-chan struct{}) {
		send(event("one"))
		<-left
	})
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	_, err := openIn(ctx, t, client).Final()
	if failed := failureOf(t, err); failed.Kind != patchbay.KindCanceled || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", failed)
	}
}

func TestLeavingALoopClosesTheConnection(t *testing.T) {
	endless := func(send func(string), left <-chan struct{}) {
		for {
			select {
			case <-left:
				return
			default:
				send(event(strings.Repeat("x", 10_000)))
			}
		}
	}
	for name, leave := range map[string]func(*patchbay.ChatStream){
		"All": func(stream *patchbay.ChatStream) {
			for range stream.All() {
				break
			}
		},
		"Text": func(stream *patchbay.ChatStream) {
			for range stream.Text() {
				break
			}
		},
		"Events": func(stream *patchbay.ChatStream) {
			for range stream.Events() {
				break
			}
		},
		"Close": func(stream *patchbay.ChatStream) {
			for range 2 {
				if err := stream.Close(); err != nil {
					t.Error(err)
				}
			}
		},
	} {
		client, left := serve(t, endless)
		stream := openIn(context.Background(), t, client)
		leave(stream)
		soon(t, left, name+": the end of the connection")
		if stream.Err() != nil || stream.Next() {
			t.Errorf("%s: the stream goes on: %v", name, stream.Err())
		}
		_, err := stream.Final()
		if failed := failureOf(t, err); failed.Reason != patchbay.ReasonTruncated || !strings.Contains(failed.Message, "closed") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestAConnectionIsReusedAfterTheEnd(t *testing.T) {
	connections := map[string]bool{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		connections[r.RemoteAddr] = true
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = fmt.Fprint(w, wholeBody)
	}))
	defer server.Close()
	client := patchbay.New(patchbay.WithAPIKey("sk-or-v1-test"), patchbay.WithBaseURL(server.URL))
	for range 5 {
		if _, err := textOf(openIn(context.Background(), t, client)); err != nil {
			t.Fatal(err)
		}
	}
	if len(connections) != 1 {
		t.Errorf("5 streams used %d connections", len(connections))
	}
}

func TestASlowReaderIsNotIdle(t *testing.T) {
	client, _ := serve(t, func(send func(string), _ <-chan struct{}) { send(wholeBody) })
	stream := openIn(context.Background(), t, client, patchbay.WithIdleTimeout(200*time.Millisecond), patchbay.WithTimeout(time.Minute))
	for _, err := range stream.All() {
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(300 * time.Millisecond)
	}
}

func TestCommentsAreIdle(t *testing.T) {
	client, left := serve(t, func(send func(string), left <-chan struct{}) {
		send(event("one"))
		for {
			select {
			case <-left:
				return
			case <-time.After(10 * time.Millisecond):
				send(": OPENROUTER PROCESSING\n\n")
			}
		}
	})
	_, err := openIn(context.Background(), t, client, patchbay.WithIdleTimeout(300*time.Millisecond)).Final()
	failed := failureOf(t, err)
	if failed.Kind != patchbay.KindTimeout || failed.Phase != patchbay.PhaseIdle || partialText(t, failed) != "one" {
		t.Errorf("got %v", failed)
	}
	soon(t, left, "the end of the connection")
}

// readers are the ways to read a stream to its end. Each returns the error.
var readers = map[string]func(*patchbay.ChatStream) error{
	"Next": func(stream *patchbay.ChatStream) error {
		for stream.Next() {
			_ = stream.Current()
		}
		return stream.Err()
	},
	"All": func(stream *patchbay.ChatStream) error {
		_, err := textOf(stream)
		return err
	},
	"Text": func(stream *patchbay.ChatStream) (err error) {
		for _, err = range stream.Text() {
		}
		return err
	},
	"Events": func(stream *patchbay.ChatStream) (err error) {
		for _, err = range stream.Events() {
		}
		return err
	},
	"Final": func(stream *patchbay.ChatStream) error {
		_, err := stream.Final()
		return err
	},
}

func TestCloseInAnotherGoroutineEndsARead(t *testing.T) {
	for name, read := range readers {
		for _, isBusy := range []bool{false, true} {
			client, left := serve(t, func(send func(string), left <-chan struct{}) {
				send(event("one"))
				for isBusy {
					select {
					case <-left:
						return
					default:
						send(event("more"))
					}
				}
				<-left
			})
			stream := openIn(context.Background(), t, client)
			time.AfterFunc(100*time.Millisecond, func() { _ = stream.Close() })
			failed := failureOf(t, read(stream))
			if failed.Reason != patchbay.ReasonTruncated || !strings.HasPrefix(partialText(t, failed), "one") {
				t.Errorf("%s: got %v", name, failed)
			}
			soon(t, left, name+": the end of the connection")
			if _, err := stream.Final(); err == nil {
				t.Errorf("%s: a closed stream has a complete response", name)
			}
		}
	}
}

func TestCloseInAnotherGoroutineAtTheEndLosesNothing(t *testing.T) {
	for name, read := range readers {
		for range 50 {
			stream := openIn(context.Background(), t, newCanned(wholeBody))
			closed := make(chan struct{})
			go func() {
				defer close(closed)
				_ = stream.Close()
			}()
			err := read(stream)
			<-closed
			final, finalErr := stream.Final()
			if err == nil && (finalErr != nil || final.Choices[0].Message.Content != "one two") {
				t.Fatalf("%s: success, and then %v, %v", name, final, finalErr)
			}
			if err != nil && failureOf(t, err).Kind != patchbay.KindStream {
				t.Fatalf("%s: got %v", name, err)
			}
		}
	}
}

func TestAForgottenStreamClosesItsConnection(t *testing.T) {
	client, left := serve(t, func(send func(string), left <-chan struct{}) {
		send(event("one"))
		<-left
	})
	openIn(context.Background(), t, client).Next()
	for range 1000 {
		runtime.GC()
		select {
		case <-left:
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
	t.Error("the connection of a stream that nothing refers to is open")
}
