package patchbay_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
	"github.com/patchbay/patchbay/packages/client-go/internal/linear"
)

// repeated is the body of a stream that sends one event many times, without keeping them in memory.
type repeated struct {
	event string
	left  int
	rest  string
}

func (r *repeated) Read(into []byte) (n int, err error) {
	for n < len(into) {
		if r.rest == "" {
			if r.left == 0 {
				break
			}
			if r.left--; r.left == 0 {
				r.rest = lastEvent + doneEvent
			} else {
				r.rest = r.event
			}
		}
		copied := copy(into[n:], r.rest)
		n, r.rest = n+copied, r.rest[copied:]
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (r *repeated) Close() error { return nil }

// bodyOf is a transport whose responses have the body that a function makes.
type bodyOf func() io.ReadCloser

func (make bodyOf) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {"text/event-stream"}}, Body: make()}, nil
}

func clientOf(make func() io.ReadCloser) *patchbay.Client {
	return patchbay.New(patchbay.WithAPIKey("sk-or-v1-test"), patchbay.WithMaxRetries(0),
		patchbay.WithHTTPClient(&http.Client{Transport: bodyOf(make)}))
}

func heap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func TestMemoryDoesNotGrowWithTheNumberOfChunks(t *testing.T) {
	const chunks = 40_000
	for name, event := range map[string]string{
		"no text":   event(""),
		"a comment": ": OPENROUTER PROCESSING\n\n",
		"no choice": `data: {"id":"gen-1","object":"chat.completion.chunk","choices":[],"usage":{"total_tokens":1}}` + "\n\n",
	} {
		stream := openChat(t, clientOf(func() io.ReadCloser { return &repeated{event: event, left: chunks, rest: wholeStart} }))
		count := 0
		before, most := heap(), uint64(0)
		for stream.Next() {
			if count++; count%(chunks/4) == 0 {
				most = max(most, heap())
			}
		}
		if stream.Err() != nil {
			t.Fatal(stream.Err())
		}
		if most = max(most, heap()); most > before+1<<20 {
			t.Errorf("%s: the heap grew from %d to %d bytes", name, before, most)
		}
		runtime.KeepAlive(stream)
	}
}

var wholeStart = event("one")

func TestMemoryGrowsWithTheText(t *testing.T) {
	const chunks, size = 20_000, 100
	stream := openChat(t, clientOf(func() io.ReadCloser {
		return &repeated{event: event(strings.Repeat("x", size)), left: chunks}
	}))
	before := heap()
	for stream.Next() {
	}
	if after := heap(); after > before+8*chunks*size {
		t.Errorf("a text of %d bytes takes %d bytes", chunks*size, after-before)
	}
	completion, err := stream.Final()
	if err != nil || len(completion.Choices[0].Message.Content) != (chunks-1)*size {
		t.Errorf("got %v", err)
	}
}

func TestAStreamStartsNoGoroutine(t *testing.T) {
	client := newCanned(wholeBody)
	before := runtime.NumGoroutine()
	var streams []*patchbay.ChatStream
	for range 50 {
		stream := openChat(t, client)
		stream.Next()
		streams = append(streams, stream)
	}
	if after := runtime.NumGoroutine(); after > before+5 {
		t.Errorf("50 open streams have %d goroutines", after-before)
	}
	for _, stream := range streams {
		if _, err := stream.Final(); err != nil {
			t.Error(err)
		}
	}
}

func TestAChunkAllocatesLittle(t *testing.T) {
	const chunks = 500
	body := chatBody(chunks)
	for name, read := range map[string]func(*patchbay.ChatStream){
		"All": func(stream *patchbay.ChatStream) {
			for range stream.All() {
			}
		},
		"Events": func(stream *patchbay.ChatStream) {
			for range stream.Events() {
			}
		},
	} {
		client := newCanned(body)
		got := testing.AllocsPerRun(5, func() { read(openChat(t, client)) }) / chunks
		if got > 10 {
			t.Errorf("%s: a chunk takes %.1f allocations", name, got)
		}
	}
}

func TestTheTimeOfAStreamIsLinear(t *testing.T) {
	for name, body := range map[string]func(n int) string{
		"many chunks": func(n int) string { return strings.Repeat(event("text"), n) },
		"a long text": func(n int) string { return event(strings.Repeat("x", 2000*n)) },
		"many calls": func(n int) string {
			var body strings.Builder
			for i := range n {
				fmt.Fprintf(&body, `data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":%d,"id":"c%d","function":{"name":"f","arguments":"{}"}}]}}]}`+"\n\n", i, i)
			}
			return body.String()
		},
		"many choices": func(n int) string {
			var body strings.Builder
			for i := range n {
				fmt.Fprintf(&body, `data: {"choices":[{"index":%d,"delta":{"content":"x"}}]}`+"\n\n", i)
			}
			return body.String()
		},
	} {
		linear.Check(t, name, 200, func(n int) {
			for _, err := range openChat(t, newCanned(body(n)+lastEvent+doneEvent)).Events() {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// pieces is a body that arrives in random pieces.
type pieces struct {
	body   string
	random *rand.Rand
}

func (p *pieces) Read(into []byte) (int, error) {
	if p.body == "" {
		return 0, io.EOF
	}
	n := copy(into, p.body[:1+p.random.IntN(min(len(p.body), 30))])
	p.body = p.body[n:]
	return n, nil
}

func (p *pieces) Close() error { return nil }

func TestEventsDoNotDependOnHowTheBodyIsSplit(t *testing.T) {
	body := "\ufeff: start\r\n\r\n" + event("Grüße ") + strings.ReplaceAll(event("🦜"), "\n", "\r\n") + "data: {\"id\":1,\rdata: \"choices\":[]}\r\r" +
		"event: ping\n\n" + `data: {"choices":[{"index":0,"delta":{"content":"\ud83e"}}]}` + "\n\n" +
		`data: {"choices":[{"index":0,"delta":{"content":"\udd9c"}}]}` + "\n\n" + lastEvent + "data: [DONE]"
	read := func(source io.ReadCloser) (chunks []string, text string) {
		for chunk, err := range openChat(t, clientOf(func() io.ReadCloser { return source })).All() {
			if err != nil {
				t.Fatal(err)
			}
			chunks = append(chunks, chunk.RawJSON())
		}
		return chunks, text
	}
	wanted, _ := read(io.NopCloser(strings.NewReader(body)))
	if len(wanted) != 6 {
		t.Fatalf("got %d chunks", len(wanted))
	}
	for seed := range uint64(300) {
		if got, _ := read(&pieces{body, rand.New(rand.NewPCG(seed, 0))}); !reflect.DeepEqual(got, wanted) {
			t.Fatalf("seed %d: got %q, want %q", seed, got, wanted)
		}
		text := ""
		split := &pieces{body, rand.New(rand.NewPCG(seed, 1))}
		for piece, err := range openChat(t, clientOf(func() io.ReadCloser { return split })).Text() {
			if err != nil {
				t.Fatal(err)
			}
			text += piece
		}
		if text != "Grüße 🦜🦜" {
			t.Fatalf("seed %d: got the text %q", seed, text)
		}
	}
}

func FuzzStream(f *testing.F) {
	for _, body := range []string{wholeBody, wholeStart + failEvent, `{"choices":[]}`, "data: {\"type\":\"message_stop\"}\n\n"} {
		f.Add([]byte(body))
	}
	f.Add([]byte(`data: {"choices":[{"delta":{"tool_calls":[{"function":{"arguments":"{}"}}],"content":[{"text":"a"}]},"finish_reason":"error"}]}` + "\n\n"))
	f.Add([]byte("event: response.failed\ndata: {\"response\":{\"status\":\"failed\"}}\n\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		client := clientOf(func() io.ReadCloser { return io.NopCloser(strings.NewReader(string(body))) })
		ctx := context.Background()
		// Whatever arrives is a response or an *Error.
		check := func(err error) {
			if err != nil {
				failureOf(t, err)
			}
		}
		chat, err := client.Chat.Completions.Stream(ctx, patchbay.ChatCompletionParams{Messages: []patchbay.ChatMessage{patchbay.User("x")}})
		check(err)
		if err == nil {
			for _, err := range chat.Events() {
				check(err)
			}
			_, err = chat.Final()
			check(err)
		}
		responses, err := client.Responses.Stream(ctx, patchbay.ResponsesParams{Model: patchbay.String("m"), Input: patchbay.ResponsesText("x")})
		check(err)
		if err == nil {
			_, err = responses.Final()
			check(err)
		}
		messages, err := client.Messages.Stream(ctx, patchbay.MessagesParams{Model: "m", Messages: []patchbay.MessagesMessage{patchbay.MessagesUser("x")}, MaxTokens: patchbay.Int(1)})
		check(err)
		if err == nil {
			_, err = messages.Final()
			check(err)
		}
	})
}
