package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
)

const (
	// chunksHeader is the header with the number of chunks of a stream.
	chunksHeader = "X-Chunks"
	// textHeader is the header with the size of the text of a stream that has one chunk.
	textHeader   = "X-Text"
	pieceChunks  = 100
	contentBytes = 720
	vectors      = 100
	dimensions   = 1536
)

var completion = []byte(`{"id":"gen-1748000000-abcdefghijklmnopqrst","provider":"OpenAI","model":"openai/gpt-5-mini","object":"chat.completion",` +
	`"created":1748000000,"choices":[{"logprobs":null,"finish_reason":"stop","native_finish_reason":"completed","index":0,` +
	`"message":{"role":"assistant","content":"` + strings.Repeat("x", contentBytes) + `","refusal":null,"reasoning":null}}],` +
	`"system_fingerprint":null,"usage":{"prompt_tokens":11,"completion_tokens":22,"total_tokens":33,"cost":0.001,` +
	`"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":0}}}`)

func event(rest string) string {
	return `data: {"id":"gen-1748000000-abcdefghijklmnopqrst","provider":"OpenAI","model":"openai/gpt-5-mini","object":"chat.completion.chunk",` +
		`"created":1748000000,` + rest + "}\n\n"
}

// piece is the part of a stream that repeats. Its texts have pieceTextBytes bytes.
var piece, pieceTextBytes = func() ([]byte, int) {
	var events strings.Builder
	size := 0
	for i := range pieceChunks {
		text := fmt.Sprintf(" token%d", i)
		size += len(text)
		events.WriteString(chunk(text))
	}
	return []byte(events.String()), size
}()

// chunk returns an event with a text.
func chunk(text string) string {
	return event(`"choices":[{"index":0,"delta":{"role":"assistant","content":"` + text +
		`"},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]`)
}

var filler = []byte(strings.Repeat("x", 64<<10))

// long returns a stream of one chunk whose text has a number of bytes.
func long(bytes int) io.Reader {
	before, after, _ := strings.Cut(chunk("\x00"), "\x00")
	return io.MultiReader(strings.NewReader(before), &repeated{text: filler, left: bytes}, strings.NewReader(after+end))
}

var end = event(`"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"stop","native_finish_reason":"completed",`+
	`"logprobs":null}],"usage":{"prompt_tokens":11,"completion_tokens":22,"total_tokens":33,"cost":0.001}`) + "data: [DONE]\n\n"

// stream returns a stream of a number of chunks, a multiple of pieceChunks.
func stream(chunks int) io.Reader {
	return io.MultiReader(&repeated{text: piece, left: chunks / pieceChunks * len(piece)}, strings.NewReader(end))
}

// repeated reads a text again and again.
type repeated struct {
	text     []byte
	at, left int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.left)], r.text[r.at:])
	r.at = (r.at + n) % len(r.text)
	r.left -= n
	return n, nil
}

// Embeddings by their format, as providers write them: numbers have up to 9 digits.
var embeddings = func() map[string][]byte {
	var floats, texts strings.Builder
	for i := range vectors {
		var numbers, data []byte
		for j := range dimensions {
			value := float32(math.Sin(float64(i*dimensions+j)) / 20)
			numbers = strconv.AppendFloat(append(numbers, ','), float64(value), 'g', -1, 32)
			data = binary.LittleEndian.AppendUint32(data, math.Float32bits(value))
		}
		separator := strings.Repeat(",", min(i, 1))
		fmt.Fprintf(&floats, `%s{"object":"embedding","index":%d,"embedding":[%s]}`, separator, i, numbers[1:])
		fmt.Fprintf(&texts, `%s{"object":"embedding","index":%d,"embedding":"%s"}`, separator, i, base64.StdEncoding.EncodeToString(data))
	}
	list := func(data string) []byte {
		return []byte(`{"object":"list","data":[` + data + `],"model":"m","usage":{"prompt_tokens":11,"total_tokens":11}}`)
	}
	return map[string][]byte{"float": list(floats.String()), "base64": list(texts.String())}
}()

// answer returns the response to a request: its content type, its length or -1, and its body.
func answer(r *http.Request) (contentType string, length int, body io.Reader) {
	sent, _ := io.ReadAll(r.Body) // a request that breaks off gets a wrong response, which the client reports
	var text []byte
	switch {
	case !strings.HasSuffix(r.URL.Path, "/embeddings"):
		if bytes.Contains(sent, []byte(`"stream":true`)) {
			if size, err := strconv.Atoi(r.Header.Get(textHeader)); err == nil {
				return "text/event-stream", -1, long(size)
			}
			chunks, _ := strconv.Atoi(r.Header.Get(chunksHeader))
			return "text/event-stream", -1, stream(chunks)
		}
		text = completion
	case bytes.Contains(sent, []byte(`"base64"`)):
		text = embeddings["base64"]
	default:
		text = embeddings["float"]
	}
	return "application/json", len(text), bytes.NewReader(text)
}

// canned is a transport that has the responses of the server.
type canned struct{}

func (canned) RoundTrip(r *http.Request) (*http.Response, error) {
	contentType, length, body := answer(r)
	return &http.Response{
		StatusCode:    http.StatusOK,
		Header:        http.Header{"Content-Type": {contentType}},
		Body:          io.NopCloser(body),
		ContentLength: int64(length),
		Request:       r,
	}, r.Body.Close()
}

// serve is the server: it prints its port, and runs until its standard input ends.
func serve() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		contentType, length, body := answer(r)
		w.Header().Set("Content-Type", contentType)
		if length >= 0 {
			w.Header().Set("Content-Length", strconv.Itoa(length))
		}
		_, _ = io.Copy(w, body) // the client reports a connection that breaks
	}))
}
