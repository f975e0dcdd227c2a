package codec

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// The types of a chunk, as the generated ones are.
type chunk struct {
	object
	ID                string        `json:"id"`
	Object            string        `json:"object" const:"chat.completion.chunk"`
	Created           int64         `json:"created"`
	Model             string        `json:"model"`
	Provider          string        `json:"provider,omitzero"`
	SystemFingerprint string        `json:"system_fingerprint,omitzero"`
	Choices           []chunkChoice `json:"choices"`
	Usage             *usage        `json:"usage,omitzero"`
}

type chunkChoice struct {
	object
	Index              int64  `json:"index"`
	Delta              delta  `json:"delta"`
	FinishReason       role   `json:"finish_reason,omitzero"`
	NativeFinishReason string `json:"native_finish_reason,omitzero"`
	Logprobs           *usage `json:"logprobs,omitzero"`
}

type delta struct {
	object
	Role      role       `json:"role,omitzero"`
	Content   string     `json:"content,omitzero"`
	Refusal   string     `json:"refusal,omitzero"`
	Reasoning string     `json:"reasoning,omitzero"`
	ToolCalls []toolCall `json:"tool_calls,omitzero"`
}

type toolCall struct {
	object
	Index opt[int64] `json:"index,omitzero"`
	ID    string     `json:"id,omitzero"`
}

const chunkText = `{"id":"gen-1748000000-abcdefghijklmnopqrst","provider":"OpenAI","model":"openai/gpt-5-mini","object":"chat.completion.chunk",` +
	`"created":1748000000,"choices":[{"index":0,"delta":{"role":"assistant","content":" Hello","reasoning":null},"finish_reason":null,` +
	`"native_finish_reason":null,"logprobs":null}],"system_fingerprint":"fp_0123456789"}`

// The same types without the methods and fields of the API, for encoding/json.
type plainChunk struct {
	ID                string  `json:"id"`
	Object            string  `json:"object"`
	Created           int64   `json:"created"`
	Model             string  `json:"model"`
	Provider          *string `json:"provider,omitzero"`
	SystemFingerprint *string `json:"system_fingerprint,omitzero"`
	Choices           []struct {
		Index int64 `json:"index"`
		Delta struct {
			Role      *string `json:"role"`
			Content   *string `json:"content"`
			Refusal   *string `json:"refusal"`
			Reasoning *string `json:"reasoning"`
			ToolCalls []struct {
				Index *int64  `json:"index"`
				ID    *string `json:"id"`
			} `json:"tool_calls"`
		} `json:"delta"`
		FinishReason       *string `json:"finish_reason"`
		NativeFinishReason *string `json:"native_finish_reason"`
	} `json:"choices"`
}

func BenchmarkParseChunk(b *testing.B) {
	b.ReportAllocs()
	doc := &Doc{}
	for b.Loop() {
		if err := doc.Parse(chunkText); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeChunk(b *testing.B) {
	b.ReportAllocs()
	doc := &Doc{}
	for b.Loop() {
		if err := doc.Parse(chunkText); err != nil {
			b.Fatal(err)
		}
		Decode(doc.Root(), &chunk{})
	}
}

func BenchmarkDecodeChunkEncodingJSON(b *testing.B) {
	b.ReportAllocs()
	text := []byte(chunkText)
	for b.Loop() {
		if err := json.Unmarshal(text, &plainChunk{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeChunk(b *testing.B) {
	b.ReportAllocs()
	value := &chunk{}
	if err := Unmarshal([]byte(chunkText), value); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Marshal(value); err != nil {
			b.Fatal(err)
		}
	}
}

func requestParams() *params {
	long := strings.Repeat("A long \"text\" with\nlines and ümlauts. ", 50)
	p := &params{Model: some("openai/gpt-5-mini"), Temperature: some(0.2)}
	for range 20 {
		p.Messages = append(p.Messages, message{OfUser: &userMessage{Content: content{OfString: some(long)}}})
	}
	return p
}

func BenchmarkEncodeRequest(b *testing.B) {
	b.ReportAllocs()
	value := requestParams()
	for b.Loop() {
		if _, err := Marshal(value); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeRequestEncodingJSON(b *testing.B) {
	b.ReportAllocs()
	text, err := Marshal(requestParams())
	if err != nil {
		b.Fatal(err)
	}
	var value struct {
		Model    string
		Messages []struct {
			Role    string
			Content string
		}
		Temperature float64
	}
	if err := json.Unmarshal(text, &value); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := json.Marshal(&value); err != nil {
			b.Fatal(err)
		}
	}
}

var longCompletion = `{"id":"a","choices":[{"index":0,"message":{"role":"assistant","content":"` +
	strings.Repeat(`A line of plain text, as models write them.\nAnd \"another\" one – with a dash. `, 1300) + `"},"finish_reason":"stop"}]}`

func BenchmarkDecodeLong(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(longCompletion)))
	text := []byte(longCompletion)
	for b.Loop() {
		if err := Unmarshal(text, &reply{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeLongEncodingJSON(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(longCompletion)))
	text := []byte(longCompletion)
	for b.Loop() {
		if err := json.Unmarshal(text, &plainReply{}); err != nil {
			b.Fatal(err)
		}
	}
}

type plainReply struct {
	ID      string `json:"id"`
	Choices []struct {
		Index   int64 `json:"index"`
		Message struct {
			Role    string `json:"role"`
			Content string `json:"content"`
		} `json:"message"`
		Finish string `json:"finish_reason"`
	} `json:"choices"`
}

type embeddings struct {
	object
	Data []embedding `json:"data"`
}

type embedding struct {
	object
	Index     int64  `json:"index"`
	Embedding vector `json:"embedding"`
}

type vector struct {
	object
	OfFloats []float64
	OfString opt[string]
}

type plainEmbeddings struct {
	Data []struct {
		Index     int64     `json:"index"`
		Embedding []float64 `json:"embedding"`
	} `json:"data"`
}

var embeddingsText = func() string {
	var b strings.Builder
	b.WriteString(`{"data":[`)
	for i := range 100 {
		fmt.Fprintf(&b, `%s{"index":%d,"embedding":[`, strings.Repeat(",", min(i, 1)), i)
		for j := range 1536 {
			fmt.Fprintf(&b, `%s%.9f`, strings.Repeat(",", min(j, 1)), 0.0000713*float64(j*(i+1))-3.1)
		}
		b.WriteString(`]}`)
	}
	b.WriteString(`]}`)
	return b.String()
}()

func BenchmarkDecodeEmbeddings(b *testing.B) {
	b.ReportAllocs()
	text := []byte(embeddingsText)
	for b.Loop() {
		if err := Unmarshal(text, &embeddings{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeEmbeddingsEncodingJSON(b *testing.B) {
	b.ReportAllocs()
	text := []byte(embeddingsText)
	for b.Loop() {
		if err := json.Unmarshal(text, &plainEmbeddings{}); err != nil {
			b.Fatal(err)
		}
	}
}
