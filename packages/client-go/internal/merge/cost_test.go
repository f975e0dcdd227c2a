package merge

import (
	"runtime"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

func BenchmarkAdd(b *testing.B) {
	for name, event := range map[string]struct{ accumulator, text string }{
		"chat": {"chat", `{"id":"gen-1","provider":"OpenAI","object":"chat.completion.chunk","created":1700000000,"model":"openai/gpt-5-mini",` +
			`"choices":[{"index":0,"delta":{"role":"assistant","content":"Hello"},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}`},
		"calls": {"chat", `{"id":"gen-1","provider":"OpenAI","object":"chat.completion.chunk","created":1700000000,"model":"openai/gpt-5-mini",` +
			`"choices":[{"index":0,"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"function":{"arguments":"a\""}}]},"finish_reason":null}]}`},
		"reasoning": {"chat", `{"id":"gen-1","provider":"OpenAI","object":"chat.completion.chunk","created":1700000000,"model":"openai/gpt-5-mini",` +
			`"choices":[{"index":0,"delta":{"role":"assistant","content":"","reasoning":"Hm","reasoning_details":[{"type":"reasoning.text","text":"Hm","index":0}]},"finish_reason":null}]}`},
		"responses": {"responses", `{"type":"response.output_text.delta","sequence_number":7,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"Hello","logprobs":[]}`},
		"messages":  {"messages", `{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}`},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var doc codec.Doc
			a := New(generated.Merge()[event.accumulator])
			if err := doc.Parse(event.text); err != nil {
				b.Fatal(err)
			}
			n := 0
			for b.Loop() {
				if n++; n%10000 == 0 {
					a = New(generated.Merge()[event.accumulator])
				}
				a.Add(doc.Root())
			}
		})
	}
}

func TestAConstantThatRepeatsNeedsNoMemory(t *testing.T) {
	const count = 100_000
	var doc codec.Doc
	if err := doc.Parse(`{"choices":[{"index":0,"delta":{"role":"assistant"}}]}`); err != nil {
		t.Fatal(err)
	}
	a := New(generated.Merge()["chat"])
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range count {
		a.Add(doc.Root())
	}
	runtime.ReadMemStats(&after)
	if size := after.TotalAlloc - before.TotalAlloc; size > count {
		t.Errorf("%d events allocated %d bytes, want at most one byte per event", count, size)
	}
	if result := a.Result(); len(result) > 200 {
		t.Errorf("the response is %s", result)
	}
}
