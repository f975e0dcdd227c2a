package patchbay_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

// listen starts a server that writes bytes of its own. It closes a connection after its first request.
func listen(t *testing.T, handle func(net.Conn)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = connection.Close() }()
				request, err := http.ReadRequest(bufio.NewReader(connection))
				if err == nil {
					_, err = io.Copy(io.Discard, request.Body)
				}
				if err == nil {
					handle(connection)
				}
			}()
		}
	}()
	return "http://" + listener.Addr().String()
}

const socketHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Request-Id: req-1\r\nConnection: close\r\n"

// breaks are the ways in which a server ends a body of a known length after its first bytes.
var breaks = map[string]func(connection net.Conn, part string, length int){
	"the length is wrong": func(connection net.Conn, part string, length int) {
		_, _ = fmt.Fprintf(connection, "%sContent-Length: %d\r\n\r\n%s", socketHead, length, part)
	},
	"a chunk is cut": func(connection net.Conn, part string, length int) {
		_, _ = fmt.Fprintf(connection, "%sTransfer-Encoding: chunked\r\n\r\n%x\r\n%s", socketHead, length, part)
	},
	"the last chunk is missing": func(connection net.Conn, part string, _ int) {
		_, _ = fmt.Fprintf(connection, "%sTransfer-Encoding: chunked\r\n\r\n", socketHead)
		if part != "" {
			_, _ = fmt.Fprintf(connection, "%x\r\n%s\r\n", len(part), part)
		}
	},
	"a chunk is malformed": func(connection net.Conn, part string, _ int) {
		_, _ = fmt.Fprintf(connection, "%sTransfer-Encoding: chunked\r\n\r\n", socketHead)
		if part != "" {
			_, _ = fmt.Fprintf(connection, "%x\r\n%s\r\n", len(part), part)
		}
		_, _ = io.WriteString(connection, "x\r\n")
	},
	"the connection is reset": func(connection net.Conn, part string, _ int) {
		_, _ = io.WriteString(connection, socketHead+"\r\n"+part)
		_ = connection.(*net.TCPConn).SetLinger(0)
	},
}

// streamed is how one way to read a stream ended.
type streamed struct {
	events     int
	err, final error
}

func readStreamed[E, R any](stream *patchbay.Stream[E, R]) streamed {
	var result streamed
	for _, err := range stream.All() {
		if result.err = err; err == nil {
			result.events++
		}
	}
	_, result.final = stream.Final()
	return result
}

// socketStreams are a stream of each API: its body and how it is read.
var socketStreams = map[string]struct {
	body string
	read func(context.Context, *patchbay.Client) streamed
}{
	"chat": {wholeBody, func(ctx context.Context, client *patchbay.Client) streamed {
		stream, err := client.Chat.Completions.Stream(ctx, hello())
		if err != nil {
			return streamed{err: err, final: err}
		}
		return readStreamed(stream.Stream)
	}},
	"responses": {responsesBody + `data: {"type":"response.completed","response":{"id":"r1","object":"response","status":"completed"}}` + "\n\n",
		func(ctx context.Context, client *patchbay.Client) streamed {
			stream, err := client.Responses.Stream(ctx, patchbay.ResponsesParams{Model: patchbay.String("m"), Input: patchbay.ResponsesText("x")})
			if err != nil {
				return streamed{err: err, final: err}
			}
			return readStreamed(stream.Stream)
		}},
}

func TestABreakAtAnyByteIsNeverASuccess(t *testing.T) {
	for api, stream := range socketStreams {
		for name, end := range breaks {
			var length atomic.Int64
			url := listen(t, func(connection net.Conn) { end(connection, stream.body[:length.Load()], len(stream.body)) })
			client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithBaseURL(url), patchbay.WithMaxRetries(0))
			for at := 0; at < len(stream.body); at += 1 + at%7 {
				length.Store(int64(at))
				got := stream.read(t.Context(), client)
				complete := strings.Count(stream.body[:at], "\n\n")
				if got.err == nil {
					t.Fatalf("%s, %s at %d: the stream is complete", api, name, at)
				}
				failed := failureOf(t, got.err)
				if failed.Kind != patchbay.KindStream || failed.Reason != patchbay.ReasonInterrupted || failed.RequestID != "req-1" || !failed.RequestSent {
					t.Fatalf("%s, %s at %d: got %q %v", api, name, at, failed.Reason, failed)
				}
				if got.final != got.err || got.events != complete || (failed.Partial != nil) != (complete > 0) {
					t.Fatalf("%s, %s at %d: got %d of %d events, then %v and the partial response %v", api, name, at, got.events, complete, got.final, failed.Partial)
				}
			}
		}
	}
}

func TestBytesWithoutEventsDoNotExtendATimeout(t *testing.T) {
	for _, begun := range []string{"", event("one")} {
		for _, drip := range []string{": x\n\n", ":", "d", "\n", "data: {}\n\n", "event: ping\ndata: {\"type\":\"ping\"}\n\n", "data:\n\n", "id: 1\n\n"} {
			url := listen(t, func(connection net.Conn) {
				_, err := io.WriteString(connection, socketHead+"\r\n"+begun)
				for err == nil {
					time.Sleep(time.Millisecond)
					_, err = io.WriteString(connection, drip)
				}
			})
			client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithBaseURL(url), patchbay.WithMaxRetries(0))
			phase, limit := patchbay.PhaseIdle, patchbay.WithIdleTimeout(30*time.Millisecond)
			if begun == "" {
				phase, limit = patchbay.PhaseAttempt, patchbay.WithTimeout(30*time.Millisecond)
			}
			stream, err := client.Chat.Completions.Stream(t.Context(), hello(), limit)
			if err == nil {
				_, err = stream.Final()
			}
			if failed := wantError(t, err, patchbay.KindTimeout); failed.Phase != phase || strings.Contains(failed.Message, "or stream the response") {
				t.Errorf("%q after %q: got %v", drip, begun, err)
			}
		}
	}
}

func TestHTTP2StreamsEndAsOthersDo(t *testing.T) {
	var handle func(w http.ResponseWriter, r *http.Request)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		if r.ProtoMajor != 2 {
			t.Errorf("got %s", r.Proto)
		}
		w.Header().Set("Content-Type", "text/event-stream")
		handle(w, r)
	}))
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithBaseURL(server.URL), patchbay.WithHTTPClient(server.Client()), patchbay.WithMaxRetries(0))
	send := func(text string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, text)
			_ = http.NewResponseController(w).Flush()
		}
	}
	for name, test := range map[string]struct {
		handle func(w http.ResponseWriter, r *http.Request)
		text   string
		kind   patchbay.ErrorKind
	}{
		"complete": {send(wholeBody), "one two", ""},
		"complete, and the connection goes away": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Connection", "close")
			send(wholeBody)(w, r)
		}, "one two", ""},
		"larger than the window":   {send(event(strings.Repeat("x", 5<<20)) + lastEvent + doneEvent), strings.Repeat("x", 5<<20), ""},
		"reset before the headers": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "", patchbay.KindConnection},
		"reset after an event": {func(w http.ResponseWriter, r *http.Request) {
			send(event("one"))(w, r)
			panic(http.ErrAbortHandler)
		}, "one", patchbay.KindStream},
		"open after the end": {func(w http.ResponseWriter, r *http.Request) {
			send(wholeBody)(w, r)
			<-r.Context().Done()
		}, "one two", ""},
	} {
		handle = test.handle
		text := ""
		stream, err := client.Chat.Completions.Stream(t.Context(), hello())
		if err == nil {
			text, err = textOf(stream)
		}
		if text != test.text || (err == nil) != (test.kind == "") || err != nil && failureOf(t, err).Kind != test.kind {
			t.Errorf("%s: got %.20q and %v", name, text, err)
		}
	}
}

func TestACallCanBeCanceledAtAnyMoment(t *testing.T) {
	handled := make(chan struct{}, 100)
	url := listen(t, func(connection net.Conn) {
		handled <- struct{}{}
		_, _ = io.WriteString(connection, socketHead+"\r\n")
		for range 4 {
			_, _ = io.WriteString(connection, event("one"))
			time.Sleep(time.Millisecond)
		}
		_, _ = io.WriteString(connection, lastEvent+doneEvent)
	})
	client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithBaseURL(url))
	for step := range 60 {
		ctx, cancel := context.WithCancel(t.Context())
		timer := time.AfterFunc(time.Duration(step)*150*time.Microsecond, cancel)
		stream, err := client.Chat.Completions.Stream(ctx, hello())
		text := ""
		if err == nil {
			text, err = textOf(stream)
		}
		timer.Stop()
		cancel()
		if err == nil && text != "oneoneoneone" {
			t.Fatalf("a canceled stream is complete: %q", text)
		}
		if err != nil && (failureOf(t, err).Kind != patchbay.KindCanceled || !errors.Is(err, context.Canceled)) {
			t.Fatalf("got %v", err)
		}
	}
}

func TestManyCallsShareAClient(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Accept") == "text/event-stream" {
			w.Header().Set("Content-Type", "text/event-stream")
			_, _ = io.WriteString(w, wholeBody)
			return
		}
		reply(w, 200, strings.Replace(completion, "Hi.", r.Header.Get("X-Call"), 1))
	})
	client := s.client(t, patchbay.WithHeader("X-Base", "1"))
	var group sync.WaitGroup
	for call := range 200 {
		group.Go(func() {
			own := client.WithOptions(patchbay.WithHeader("X-Call", fmt.Sprint(call)))
			result, err := own.Chat.Completions.Create(context.Background(), hello(), patchbay.WithQuery("n", call))
			if err != nil || result.Choices[0].Message.Content != fmt.Sprint(call) {
				t.Errorf("call %d: got %v, %v", call, result, err)
			}
			stream, err := client.Chat.Completions.Stream(context.Background(), hello())
			if err != nil {
				t.Error(err)
				return
			}
			if text, err := textOf(stream); err != nil || text != "one two" {
				t.Errorf("stream %d: got %q, %v", call, text, err)
			}
		})
	}
	group.Wait()
}
