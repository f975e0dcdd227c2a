package sse

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/patchbay/patchbay/packages/client-go/internal/linear"
)

// readAll returns all events of a body, and the lines that do not belong to events.
func readAll(t testing.TB, body io.Reader) ([]Event, string) {
	t.Helper()
	reader := NewReader(body)
	var events []Event
	for {
		for event, ok := reader.Poll(); ok; event, ok = reader.Poll() {
			events = append(events, event)
		}
		if reader.Ended() {
			if !reader.Drained() {
				t.Fatal("the reader is not drained after its last event")
			}
			return events, reader.Other()
		}
		if err := reader.Fill(); err != nil {
			t.Fatal(err)
		}
	}
}

func message(data string) Event { return Event{"message", data} }

var bodies = []struct {
	name, body string
	events     []Event
	other      string
}{
	{"one event", "data: a\n\n", []Event{message("a")}, ""},
	{"no space after the colon", "data:a\n\n", []Event{message("a")}, ""},
	{"one space is removed", "data:  a \n\n", []Event{message(" a ")}, ""},
	{"several lines", "data: a\ndata\ndata: b\n\n", []Event{message("a\n\nb")}, ""},
	{"a name", "event: x\ndata: a\n\ndata: b\n\n", []Event{{"x", "a"}, message("b")}, ""},
	{"the last name counts", "event: x\nevent\ndata: a\n\n", []Event{message("a")}, ""},
	{"a name without data", "event: x\n\ndata: a\n\n", []Event{message("a")}, ""},
	{"an error without data", "event: error\n\n", []Event{{"error", ""}}, ""},
	{"empty data", "data\n\ndata:\n\n", []Event{message(""), message("")}, ""},
	{"comments", ": a\n:\n\n: b\ndata: a\n: c\n\n", []Event{message("a")}, ""},
	{"other fields", "id: 7\nretry: 5\nid\nfuture: x\ndata: a\ndatum: x\n\n", []Event{message("a")}, ""},
	{"the end without a blank line", "data: a\n\ndata: b", []Event{message("a"), message("b")}, ""},
	{"the end with one line end", "data: b\n", []Event{message("b")}, ""},
	{"the end in a comment", "data: a\n\n: b", []Event{message("a")}, ""},
	{"a byte order mark", "\ufeffdata: a\n\n", []Event{message("a")}, ""},
	{"a byte order mark later", "data: a\n\n\ufeffdata: b\n\n", []Event{message("a")}, ""},
	{"a byte order mark alone", "\ufeff", nil, ""},
	{"half of a byte order mark", "\xef\xbb", nil, "\xef\xbb"},
	{"separators in data", "data: a\u2028b\u0085c\x00d\fe\vf\n\n", []Event{message("a\u2028b\u0085c\x00d\fe\vf")}, ""},
	{"JSON", "{\n\"id\": 1,\n:\nretry: 1\n}", nil, "{\n\"id\": 1,\nretry: 1\n}"},
	{"HTML", "\n \n<html>\n data: x", nil, "<html>\n data: x"},
	{"lines before an event", "hello\ndata: a\n\nhello\n", []Event{message("a")}, ""},
	{"nothing", "", nil, ""},
}

func TestEventsDoNotDependOnLineEndsAndReads(t *testing.T) {
	for _, test := range bodies {
		for _, end := range []string{"\n", "\r\n", "\r"} {
			body := strings.ReplaceAll(test.body, "\n", end)
			wanted := make([]Event, 0, len(test.events))
			wanted = append(wanted, test.events...)
			for name, source := range map[string]io.Reader{
				"whole":     strings.NewReader(body),
				"bytes":     iotest.OneByteReader(strings.NewReader(body)),
				"halves":    iotest.HalfReader(strings.NewReader(body)),
				"with EOF":  iotest.DataErrReader(strings.NewReader(body)),
				"in pieces": &pieces{body: []byte(body), random: rand.New(rand.NewPCG(1, 2))},
			} {
				events, other := readAll(t, source)
				if !reflect.DeepEqual(append([]Event{}, events...), wanted) {
					t.Errorf("%s, ends %q, %s: got events %q, want %q", test.name, end, name, events, wanted)
				}
				if other != test.other {
					t.Errorf("%s, ends %q, %s: got other lines %q, want %q", test.name, end, name, other, test.other)
				}
			}
		}
	}
}

// pieces is a body that arrives in random pieces, some of which are empty.
type pieces struct {
	body   []byte
	random *rand.Rand
}

func (p *pieces) Read(into []byte) (int, error) {
	if len(p.body) == 0 {
		return 0, io.EOF
	}
	n := copy(into, p.body[:p.random.IntN(min(len(p.body), 40)+1)])
	p.body = p.body[n:]
	return n, nil
}

func TestRandomBodiesDoNotDependOnReads(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	parts := []string{"data", "data: x", ":", "event: e", "event", "\n", "\r", "\r\n", "\n\n", "id: 1", "\ufeff", " ", "text", "é"}
	for range 3000 {
		var body strings.Builder
		for range random.IntN(30) {
			body.WriteString(parts[random.IntN(len(parts))])
		}
		events, other := readAll(t, strings.NewReader(body.String()))
		again, otherAgain := readAll(t, &pieces{[]byte(body.String()), random})
		if !reflect.DeepEqual(events, again) || other != otherAgain {
			t.Fatalf("%q: got %q and %q whole, %q and %q in pieces", body.String(), events, other, again, otherAgain)
		}
	}
}

func TestAnEventIsReadBeforeTheError(t *testing.T) {
	broken := errors.New("broken")
	reader := NewReader(io.MultiReader(strings.NewReader("data: a\n\n"), iotest.ErrReader(broken)))
	if err := reader.Fill(); err != nil {
		t.Fatal(err)
	}
	if event, ok := reader.Poll(); !ok || event.Data != "a" {
		t.Fatalf("got %q, %v", event, ok)
	}
	for range 2 {
		if err := reader.Fill(); !errors.Is(err, broken) {
			t.Fatalf("got %v, want the error of the body", err)
		}
	}
}

func TestALineIsReadBeforeTheRestArrives(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r"} {
		source := &growing{}
		reader := NewReader(source)
		for _, text := range []string{"a", "b"} {
			source.buf.WriteString("data: " + text + end + end)
			if err := reader.Fill(); err != nil {
				t.Fatal(err)
			}
			if event, ok := reader.Poll(); !ok || event.Data != text {
				t.Fatalf("ends %q: got %q, %v", end, event, ok)
			}
		}
	}
}

// growing is a body to which the test adds.
type growing struct{ buf bytes.Buffer }

func (g *growing) Read(into []byte) (int, error) { return g.buf.Read(into) }

func TestEachEventAllocatesItsData(t *testing.T) {
	body := bytes.Repeat([]byte("event: response.output_text.delta\r\ndata: {\"some\":\"json\"}\r\n\r\n"), 1000)
	allocations := testing.AllocsPerRun(5, func() { readAllQuietly(bytes.NewReader(body)) })
	if allocations > 1100 {
		t.Errorf("got %v allocations for 1000 events, want about one each", allocations)
	}
}

func readAllQuietly(source io.Reader) (count int) {
	reader := NewReader(source)
	for !reader.Ended() {
		if reader.Fill() != nil {
			return count
		}
		for _, ok := reader.Poll(); ok; _, ok = reader.Poll() {
			count++
		}
	}
	return count
}

func TestTimeIsLinear(t *testing.T) {
	for name, make := range map[string]func(n int) io.Reader{
		"a long line":             func(n int) io.Reader { return strings.NewReader("data: " + strings.Repeat("x", 200*n) + "\n\n") },
		"a long line in bytes":    func(n int) io.Reader { return iotest.OneByteReader(strings.NewReader(strings.Repeat("x", n))) },
		"many data lines":         func(n int) io.Reader { return strings.NewReader(strings.Repeat("data: x\n", n)) },
		"many CR lines":           func(n int) io.Reader { return strings.NewReader(strings.Repeat("data: x\r", n)) },
		"CR lines, then LF":       func(n int) io.Reader { return strings.NewReader(strings.Repeat("data\r\r", n) + "\n") },
		"many other lines":        func(n int) io.Reader { return strings.NewReader(strings.Repeat("hello\n", n)) },
		"many events with a name": func(n int) io.Reader { return strings.NewReader(strings.Repeat("event: x\ndata: y\n\n", n)) },
		"many names": func(n int) io.Reader {
			var body strings.Builder
			for i := range n {
				fmt.Fprintf(&body, "event: x%d\ndata: y\n\n", i)
			}
			return strings.NewReader(body.String())
		},
	} {
		linear.Check(t, name, 5000, func(n int) { readAllQuietly(make(n)) })
	}
}

func FuzzReader(f *testing.F) {
	for _, test := range bodies {
		f.Add([]byte(test.body), uint64(1))
	}
	f.Fuzz(func(t *testing.T, body []byte, seed uint64) {
		events, other := readAll(t, bytes.NewReader(body))
		again, otherAgain := readAll(t, &pieces{body, rand.New(rand.NewPCG(seed, 0))})
		if !reflect.DeepEqual(events, again) || other != otherAgain {
			t.Fatalf("got %q and %q whole, %q and %q in pieces", events, other, again, otherAgain)
		}
	})
}

func BenchmarkReader(b *testing.B) {
	event := "data: {\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":\"openai/gpt-5-mini\"," +
		"\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Hello\"},\"finish_reason\":null}]}\n\n"
	body := bytes.Repeat([]byte(event), 1000)
	b.ReportAllocs()
	for b.Loop() {
		readAllQuietly(bytes.NewReader(body))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/event")
}
