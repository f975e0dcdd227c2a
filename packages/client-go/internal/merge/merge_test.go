package merge

import (
	"encoding/json"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
	"github.com/patchbay/patchbay/packages/client-go/internal/linear"
)

// addAll returns the response of events.
func addAll(t testing.TB, accumulator string, events ...string) string {
	t.Helper()
	a := New(generated.Merge()[accumulator])
	addTo(t, a, events...)
	return a.Result()
}

func addTo(t testing.TB, a *Accumulator, events ...string) {
	t.Helper()
	var doc codec.Doc
	for _, event := range events {
		if err := doc.Parse(event); err != nil {
			t.Fatalf("%s: %v", event, err)
		}
		a.Add(doc.Root())
		// The memory of an event is used again for the next one.
		if err := doc.Parse(`"` + strings.Repeat("x", len(event)) + `"`); err != nil {
			t.Fatal(err)
		}
	}
}

// naively returns the response of events by the accumulator that is as short as possible.
func naively(t testing.TB, accumulator string, events ...string) any {
	t.Helper()
	a := &naive{policy: generated.Merge()[accumulator]}
	for _, text := range events {
		var event map[string]any
		if err := json.Unmarshal([]byte(text), &event); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		a.add(event)
	}
	return toPlain(plainOf(a.root))
}

// toPlain returns what the JSON of a value decodes to.
func toPlain(v any) any { return decode(string(encode(v))) }

func checkAgainstNaive(t testing.TB, accumulator string, events ...string) {
	t.Helper()
	wanted := naively(t, accumulator, events...)
	result := addAll(t, accumulator, events...)
	got := any(nil)
	if result != "" {
		if got = decode(result); got == absent {
			t.Fatalf("the response is not JSON: %s", result)
		}
	}
	if !reflect.DeepEqual(got, wanted) {
		t.Fatalf("%s events\n%s\ngot  %s\nwant %s", accumulator, strings.Join(events, "\n"), encode(got), encode(wanted))
	}
}

func TestEventsAddUpAsInTheShortestAccumulator(t *testing.T) {
	for accumulator, make := range map[string]func(random) json.RawMessage{
		"chat": random.chunk, "responses": random.responseEvent, "messages": random.messageEvent,
	} {
		for seed := range uint64(250) {
			r := newRandom(seed)
			var events []string
			for range 1 + r.IntN(10) {
				events = append(events, string(make(r)))
			}
			checkAgainstNaive(t, accumulator, events...)
		}
	}
}

func FuzzAdd(f *testing.F) {
	for seed := range uint64(30) {
		r := newRandom(seed)
		f.Add(string(r.chunk()), string(r.chunk()), string(r.chunk()), "chat")
		f.Add(string(r.responseEvent()), string(r.responseEvent()), string(r.responseEvent()), "responses")
		f.Add(string(r.messageEvent()), string(r.messageEvent()), string(r.messageEvent()), "messages")
	}
	f.Fuzz(func(t *testing.T, one, two, three, accumulator string) {
		if generated.Merge()[accumulator] == nil {
			return
		}
		for _, text := range []string{one, two, three} {
			doc, err := codec.Parse(text)
			if err != nil || doc.Root().Kind() != codec.Map {
				return
			}
		}
		// Events need not make sense, but the response is JSON, and does not change while it is read.
		a := New(generated.Merge()[accumulator])
		addTo(t, a, one, two, three)
		result := a.Result()
		if _, err := codec.Parse(result); result != "" && err != nil {
			t.Fatalf("%v: %s", err, result)
		}
		if again := a.Result(); again != result {
			t.Fatalf("got %s, then %s", result, again)
		}
	})
}

func TestTheHalvesOfACharacterJoin(t *testing.T) {
	for _, test := range []struct{ accumulator, path, wanted string }{
		{"chat", "choices.0.message.content", "one 🦜!"},
		{"chat", "choices.0.message.new_text", "one 🦜!"},
		{"chat", "choices.0.message.tool_calls.0.function.arguments", "one 🦜!"},
		{"chat", "choices.0.message.reasoning_details.0.text", "one 🦜!"},
	} {
		var events []string
		for _, half := range []string{`"one \ud83e"`, `"\udd9c!"`} {
			events = append(events, `{"choices":[{"index":0,"delta":{"content":`+half+`,"new_text":`+half+
				`,"tool_calls":[{"index":0,"function":{"arguments":`+half+`}}],"reasoning_details":[{"type":"x","index":0,"text":`+half+`}]}}]}`)
		}
		if got := at(t, addAll(t, test.accumulator, events...), test.path); got != test.wanted {
			t.Errorf("%s: got %q, want %q", test.path, got, test.wanted)
		}
	}
	start := `{"type":"message_start","message":{}}`
	piece := func(json string) string {
		return `{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":` + json + `}}`
	}
	result := addAll(t, "messages", start, piece(`"{\"a\":\"\ud83e"`), piece(`"\udd9c\"}"`))
	if got := at(t, result, "content.0.input.a"); got != "🦜" {
		t.Errorf("got %q", got)
	}
}

// at returns the text at a path of a JSON text.
func at(t testing.TB, text, path string) any {
	t.Helper()
	v := decode(text)
	for name := range strings.SplitSeq(path, ".") {
		switch parent := v.(type) {
		case map[string]any:
			v = parent[name]
		case []any:
			var index int
			if _, err := fmt.Sscan(name, &index); err != nil || index >= len(parent) {
				t.Fatalf("%s has nothing at %s", text, path)
			}
			v = parent[index]
		default:
			t.Fatalf("%s has nothing at %s", text, path)
		}
	}
	return v
}

func TestNumbersKeepTheirDigits(t *testing.T) {
	result := addAll(t, "chat", `{"id":1,"created":12345678901234567890,"choices":[],"usage":{"cost":1.10e-7}}`)
	for _, wanted := range []string{"12345678901234567890", "1.10e-7"} {
		if !strings.Contains(result, wanted) {
			t.Errorf("%s has no %s", result, wanted)
		}
	}
}

func TestTheLastOfTwoFieldsWithOneNameCounts(t *testing.T) {
	result := addAll(t, "chat", `{"choices":[{"index":0,"delta":{"content":"a","content":"b","content":"c"}}]}`)
	if got := at(t, result, "choices.0.message.content"); got != "c" {
		t.Errorf("got %q, want c", got)
	}
}

func TestAPieceOfACallWithAnotherKeyIsReported(t *testing.T) {
	a := New(generated.Merge()["chat"])
	piece := func(fields string) string {
		return `{"choices":[{"index":0,"delta":{"tool_calls":[{` + fields + `}]}}]}`
	}
	for _, test := range []struct {
		fields string
		wanted []int
		repeat bool
	}{
		{`"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\":1}"}`, nil, false},
		{`"id":"b","function":{"name":"f","arguments":"{}"}`, []int{1}, false},
		{`"index":0,"function":{"name":"f","arguments":"{\"x\":1}"}`, []int{0}, true},
		{`"index":700,"id":"c","function":{"name":"f"}`, []int{2}, false},
	} {
		doc, err := codec.Parse(piece(test.fields))
		if err != nil {
			t.Fatal(err)
		}
		a.Add(doc.Root())
		var keys []int
		for _, p := range a.Pieces {
			keys = append(keys, p.Key)
			if p.IsRepeat != test.repeat {
				t.Errorf("%s: repeats %v", test.fields, p.IsRepeat)
			}
		}
		if !reflect.DeepEqual(keys, test.wanted) {
			t.Errorf("%s: got keys %v, want %v", test.fields, keys, test.wanted)
		}
	}
	calls := a.CallsAt("choices", 0, "message", "tool_calls")
	if calls.Len() != 3 || !calls.IsComplete(0) || calls.IsComplete(2) || !strings.Contains(calls.At(1), `"id":"b"`) {
		t.Errorf("got %d calls, the second one %s", calls.Len(), calls.At(1))
	}
	for _, path := range [][]string{{"message"}, {"message", "content"}, {"x", "y"}} {
		if a.CallsAt("choices", 0, path...) != nil {
			t.Errorf("%v has calls", path)
		}
	}
}

const usualChunk = `{"id":"gen-1","provider":"Mock","object":"chat.completion.chunk","created":1700000000,"model":"openai/gpt-5-mini",` +
	`"choices":[{"index":0,"delta":{"role":"assistant","content":%q},"finish_reason":null,"native_finish_reason":null}]}`

func TestAUsualChunkAllocatesOnlyItsText(t *testing.T) {
	for name, event := range map[string]string{
		"chat":      fmt.Sprintf(usualChunk, "x"),
		"responses": `{"type":"response.output_text.delta","item_id":"m","output_index":0,"content_index":0,"delta":"x","logprobs":[]}`,
		"messages":  `{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"x"}}`,
	} {
		doc, err := codec.Parse(event)
		if err != nil {
			t.Fatal(err)
		}
		a := New(generated.Merge()[name])
		a.Add(doc.Root())
		if got := testing.AllocsPerRun(1000, func() { a.Add(doc.Root()) }); got > 1 {
			t.Errorf("%s: got %v allocations", name, got)
		}
	}
}

func TestMemoryDoesNotGrowWithTheNumberOfEvents(t *testing.T) {
	for name, event := range map[string]func(i int) string{
		"the same chunk": func(int) string { return fmt.Sprintf(usualChunk, "") },
		"a new id for each piece of a call": func(i int) string {
			name := ""
			if i == 0 {
				name = `"name":"f",`
			}
			return fmt.Sprintf(`{"choices":[{"delta":{"tool_calls":[{"id":"call_%d","function":{%s"arguments":""}}]}}],"provider":"p%d"}`, i, name, i)
		},
		"a new value for each field": func(i int) string {
			return fmt.Sprintf(`{"choices":[{"index":0,"delta":{"new_value":%d},"x":%d}],"usage":{"n":%d}}`, i, i, i)
		},
	} {
		a := New(generated.Merge()["chat"])
		grow := func(from, to int) uint64 {
			for i := from; i < to; i++ {
				addTo(t, a, event(i))
			}
			runtime.GC()
			var stats runtime.MemStats
			runtime.ReadMemStats(&stats)
			return stats.HeapAlloc
		}
		before := grow(0, 10_000)
		after := grow(10_000, 30_000)
		// 20,000 events of 100 bytes and more would be two megabytes.
		if after > before+1<<19 {
			t.Errorf("%s: the heap grew from %d to %d bytes", name, before, after)
		}
		runtime.KeepAlive(a)
	}
}

func TestTimeIsLinear(t *testing.T) {
	for name, test := range map[string]struct {
		accumulator string
		event       func(i int) string
	}{
		"text":      {"chat", func(int) string { return fmt.Sprintf(usualChunk, "some text") }},
		"arguments": {"chat", func(int) string { return `{"choices":[{"delta":{"tool_calls":[{"function":{"arguments":"[]"}}]}}]}` }},
		"reasoning": {"chat", func(i int) string {
			return fmt.Sprintf(`{"choices":[{"delta":{"reasoning_details":[{"type":"reasoning.text","index":%d,"text":"x"}]}}]}`, i)
		}},
		"calls": {"chat", func(i int) string {
			return fmt.Sprintf(`{"choices":[{"delta":{"tool_calls":[{"index":%d,"id":"c%d","function":{"name":"f","arguments":"{}"}}]}}]}`, i, i)
		}},
		"fields": {"chat", func(i int) string { return fmt.Sprintf(`{"choices":[{"delta":{"f%d":1}}]}`, i) }},
		"items": {"responses", func(i int) string {
			return fmt.Sprintf(`{"type":"response.output_item.added","output_index":%d,"item":{"id":"i%d"}}`, 99_000-i, i)
		}},
		"input": {"messages", func(int) string {
			return `{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"[1,"}}`
		}},
	} {
		linear.Check(t, name, 300, func(n int) {
			a := New(generated.Merge()[test.accumulator])
			var doc codec.Doc
			for i := range n {
				if err := doc.Parse(test.event(i)); err != nil {
					t.Fatal(err)
				}
				a.Add(doc.Root())
			}
			a.Result()
		})
	}
}
