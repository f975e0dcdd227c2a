package patchbay_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

// The limits of these tests are about 1.5 times what was measured, so that a new version of Go does not exceed them. bench/go
// compares the time with other clients.

func TestARequestNeedsFewAllocations(t *testing.T) {
	client := patchbay.New(
		patchbay.WithAPIKey("sk-or-v1-test"),
		patchbay.WithHTTPClient(&http.Client{Transport: canned{cannedCompletion}}),
	)
	found := testing.AllocsPerRun(200, func() { ask(t, client) })
	t.Logf("%.0f allocations", found)
	if found > 80 {
		t.Errorf("a request needs %.0f allocations, want at most 80", found)
	}
}

func TestAChunkNeedsFewAllocations(t *testing.T) {
	for name, test := range map[string]struct {
		most float64
		read func(*patchbay.ChatStream)
	}{
		"All": {8, func(stream *patchbay.ChatStream) {
			for range stream.All() {
			}
		}},
		"Text": {3, func(stream *patchbay.ChatStream) {
			for range stream.Text() {
			}
		}},
		"Final": {3, func(stream *patchbay.ChatStream) { _, _ = stream.Final() }},
	} {
		t.Run(name, func(t *testing.T) {
			allocations := func(chunks int) float64 {
				client := newCanned(chatBody(chunks))
				return testing.AllocsPerRun(5, func() {
					stream := openChat(t, client)
					if test.read(stream); stream.Err() != nil {
						t.Fatal(stream.Err())
					}
				})
			}
			found := (allocations(3000) - allocations(1000)) / 2000
			t.Logf("%.2f allocations", found)
			if found > test.most {
				t.Errorf("a chunk needs %.2f allocations, want at most %.0f", found, test.most)
			}
		})
	}
}

func TestManyCallsLeaveNothingBehind(t *testing.T) {
	server, connections := countingServer(t)
	client := patchbay.New(patchbay.WithAPIKey("sk-or-v1-test"), patchbay.WithBaseURL(server.URL))
	calls := func(count int) {
		for at := range count {
			if at%4 > 0 {
				ask(t, client)
				continue
			}
			stream := openChat(t, client)
			if _, err := stream.Final(); err != nil {
				t.Fatal(err)
			}
		}
	}
	calls(100)
	goroutines, heap := runtime.NumGoroutine(), liveHeap()
	calls(3000)
	if found := connections.Load(); found > 2 {
		t.Errorf("sequential calls opened %d connections, want at most 2", found)
	}
	// A goroutine that ends needs a moment.
	for wait := time.Now(); runtime.NumGoroutine() > goroutines && time.Since(wait) < 10*time.Second; {
		time.Sleep(10 * time.Millisecond)
	}
	if found := runtime.NumGoroutine(); found > goroutines {
		t.Errorf("%d goroutines are left of %d", found, goroutines)
	}
	if grown := int64(liveHeap()) - int64(heap); grown > 500_000 {
		t.Errorf("the heap grew by %d bytes in 3000 calls, want less than 500000", grown)
	}
}

// countingServer returns a server of completions, streamed or not, and the number of connections that it has accepted.
func countingServer(t *testing.T) (*httptest.Server, *atomic.Int32) {
	var connections atomic.Int32
	stream := chatBody(20)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if bytes.Contains(body, []byte(`"stream":true`)) {
			w.Header().Set("Content-Type", "text/event-stream")
			_, _ = io.WriteString(w, stream)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, cannedCompletion)
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	return server, &connections
}

func liveHeap() uint64 {
	runtime.GC()
	runtime.GC() // a second one, because pools keep their memory for one
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return memory.HeapAlloc
}

// A body that is sent in two parts needs two system calls and wakes up the server twice.
func TestTheHeadersAndTheBodyOfARequestAreSentAtOnce(t *testing.T) {
	writes := make(chan string, 10)
	dial := func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
		return &watchedConn{conn, writes}, err
	}
	server, _ := countingServer(t)
	client := patchbay.New(
		patchbay.WithAPIKey("sk-or-v1-test"),
		patchbay.WithBaseURL(server.URL),
		patchbay.WithHTTPClient(&http.Client{Transport: &http.Transport{DialContext: dial}}),
	)
	ask(t, client)
	close(writes)
	request, err := http.ReadRequest(bufio.NewReader(strings.NewReader(<-writes)))
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(request.Body); err != nil || !strings.Contains(string(body), "Hello!") {
		t.Errorf("the first write has the body %q, %v", body, err)
	}
	if more, ok := <-writes; ok {
		t.Errorf("another write follows: %q", more)
	}
}

type watchedConn struct {
	net.Conn
	writes chan<- string
}

func (c *watchedConn) Write(p []byte) (int, error) {
	select {
	case c.writes <- string(p):
	default:
		return 0, fmt.Errorf("too many writes")
	}
	return c.Conn.Write(p)
}

func ask(tb testing.TB, client *patchbay.Client) {
	tb.Helper()
	_, err := client.Chat.Completions.Create(context.Background(), patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.System("Be brief."), patchbay.User("Hello!")},
	})
	if err != nil {
		tb.Fatal(err)
	}
}
