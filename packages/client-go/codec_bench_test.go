package patchbay

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// The benchmarks compare the codec with encoding/json, which reads into structs without raw JSON and unknown fields:
//
//	go test -run - -bench Codec -benchmem .

const chunkText = `{"id":"gen-1748000000-abcdefghijklmnopqrst","provider":"OpenAI","model":"openai/gpt-5-mini","object":"chat.completion.chunk",` +
	`"created":1748000000,"choices":[{"index":0,"delta":{"role":"assistant","content":" Hello","reasoning":null},"finish_reason":null,` +
	`"native_finish_reason":null,"logprobs":null}],"system_fingerprint":"fp_0123456789"}`

type plainChunk struct {
	ID                string  `json:"id"`
	Object            string  `json:"object"`
	Created           int64   `json:"created"`
	Model             string  `json:"model"`
	Provider          *string `json:"provider,omitempty"`
	SystemFingerprint *string `json:"system_fingerprint,omitempty"`
	Choices           []struct {
		Index int64 `json:"index"`
		Delta struct {
			Role      *string `json:"role,omitempty"`
			Content   *string `json:"content,omitempty"`
			Reasoning *string `json:"reasoning,omitempty"`
		} `json:"delta"`
		FinishReason       *string `json:"finish_reason"`
		NativeFinishReason *string `json:"native_finish_reason"`
	} `json:"choices"`
}

// completionText is a completion of 100 kB.
var completionText = `{"id":"gen-1","object":"chat.completion","created":1748000000,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"` +
	strings.Repeat(`A line of text, as models write it.\nAnd \"another\" one – with a dash. `, 1400) + `"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9}}`

type plainCompletion struct {
	ID      string `json:"id"`
	Choices []struct {
		Index   int64 `json:"index"`
		Message struct {
			Role    string  `json:"role"`
			Content *string `json:"content"`
		} `json:"message"`
		FinishReason *string `json:"finish_reason"`
	} `json:"choices"`
	Usage *struct {
		PromptTokens int64 `json:"prompt_tokens"`
	} `json:"usage"`
}

// embeddingsText has 100 vectors of 1536 numbers.
var embeddingsText = func() string {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, `,{"object":"embedding","index":%d,"embedding":[0`, i)
		for j := range 1535 {
			fmt.Fprintf(&b, `,%.9f`, 0.0000713*float64(j*(i+1))-3.1)
		}
		b.WriteString(`]}`)
	}
	return `{"object":"list","model":"m","data":[` + b.String()[1:] + `]}`
}()

type plainEmbeddings struct {
	Data []struct {
		Index     int64     `json:"index"`
		Embedding []float64 `json:"embedding"`
	} `json:"data"`
}

func benchDecode[Typed, Plain any](b *testing.B, text string) {
	data := []byte(text)
	b.Run("codec", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if err := codec.Unmarshal(data, new(Typed)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if err := json.Unmarshal(data, new(Plain)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkCodecChunk(b *testing.B) { benchDecode[ChatCompletionChunk, plainChunk](b, chunkText) }

func BenchmarkCodecCompletion(b *testing.B) {
	benchDecode[ChatCompletion, plainCompletion](b, completionText)
}

func BenchmarkCodecEmbeddings(b *testing.B) {
	benchDecode[EmbeddingList, plainEmbeddings](b, embeddingsText)
}

// BenchmarkCodecStreamedChunk reads as streams do: one document for all chunks.
func BenchmarkCodecStreamedChunk(b *testing.B) {
	b.ReportAllocs()
	var doc codec.Doc
	for b.Loop() {
		if err := doc.Parse(chunkText); err != nil {
			b.Fatal(err)
		}
		codec.Decode(doc.Root(), new(ChatCompletionChunk))
	}
}

type plainMessage struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type plainParams struct {
	Messages    []plainMessage `json:"messages"`
	Model       string         `json:"model"`
	MaxTokens   *int64         `json:"max_tokens,omitempty"`
	Temperature *float64       `json:"temperature,omitempty"`
}

func BenchmarkCodecRequest(b *testing.B) {
	text := strings.Repeat("A long \"text\" with\nlines and ümlauts. ", 5)
	params := ChatCompletionParams{Model: String("openai/gpt-5-mini"), MaxTokens: Int(100), Temperature: Float(0.2)}
	plain := plainParams{Model: "openai/gpt-5-mini", MaxTokens: new(int64), Temperature: new(float64)}
	for range 10 {
		params.Messages = append(params.Messages, User(text))
		plain.Messages = append(plain.Messages, plainMessage{"user", text})
	}
	bench := func(value any, encode func(any) ([]byte, error)) func(b *testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := encode(value); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.Run("codec", bench(&params, codec.Marshal))
	b.Run("encoding-json", bench(&plain, json.Marshal))
	arrived := new(ChatCompletionParams)
	sent, err := codec.Marshal(&params)
	if err == nil {
		err = codec.Unmarshal(sent, arrived)
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Run("codec-with-raw", bench(arrived, codec.Marshal))
}
