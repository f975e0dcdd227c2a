package normalize

import (
	"fmt"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/linear"
)

// numbered joins n pieces of JSON, which may contain their numbers.
func numbered(n int, format string) string {
	pieces := make([]string, n)
	for i := range pieces {
		pieces[i] = strings.ReplaceAll(format, "#", fmt.Sprint(i))
	}
	return strings.Join(pieces, ",")
}

func TestTimeIsLinear(t *testing.T) {
	for name, message := range map[string]func(n int) string{
		"fields":           func(n int) string { return `{"content":7,` + numbered(n, `"f#":1`) + `}` },
		"parts":            func(n int) string { return `{"content":[` + numbered(n, `{"text":"some text #"}`) + `]}` },
		"texts of a part":  func(n int) string { return `{"content":{"text":[` + numbered(n, `"some text #"`) + `]}}` },
		"images":           func(n int) string { return `{"content":[` + numbered(n, `{"type":"image","url":"#"}`) + `]}` },
		"fields of a call": func(n int) string { return `{"tool_calls":[{"id":7,` + numbered(n, `"f#":1`) + `}]}` },
		"calls": func(n int) string {
			return `{"tool_calls":[` + numbered(n, `{"id":#,"function":{"arguments":{}}}`) + `]}`
		},
	} {
		linear.Check(t, name, 300, func(n int) {
			if text, fault := Message(parse(message(n))); text == "" || fault != "" {
				t.Fatal(fault)
			}
		})
	}
	for name, chunk := range map[string]func(n int) string{
		"choices with usage": func(n int) string { return numbered(n, `{"usage":{"total_tokens":#}}`) },
		"one large usage":    func(n int) string { return `{"usage":{` + numbered(n, `"f#":1`) + `}},` + numbered(n, `{"usage":{}}`) },
	} {
		linear.Check(t, name, 300, func(n int) {
			if text, fault := Chunk(parse(`{"choices":[` + chunk(n) + `]}`)); text == "" || fault != "" {
				t.Fatal(fault)
			}
		})
	}
}

func TestKeysOfManyCallsTakeLinearTime(t *testing.T) {
	linear.Check(t, "calls", 300, func(n int) {
		chunk := parse(`{"choices":[{"delta":{"tool_calls":[` + numbered(n, `{"function":{"arguments":"#"}}`) + `]}}]}`)
		var pieces []CallPiece
		for call := range chunk.Path("choices").Index(0).Path("delta.tool_calls").Items() {
			pieces = append(pieces, CallPiece{Node: call, Key: len(pieces), IsRepeat: true})
		}
		calls := parse(Pieces(chunk, pieces)).Get("choices").Index(0).Path("delta.tool_calls")
		if last := calls.Index(n - 1); last.Raw() != fmt.Sprintf(`{"function":{"arguments":""},"index":%d}`, n-1) {
			t.Fatalf("got %s", last.Raw())
		}
	})
}

func TestFieldsCanBeRemovedAndSetAgain(t *testing.T) {
	o := newObject(parse(`{"a":1,"b":2,"c":3}`))
	o.remove("a")
	o.remove("c")
	o.remove("missing")
	if got := o.json(); got != `{"b":2}` || o.get("a").Exists() {
		t.Errorf("got %s", got)
	}
	o.set("a", `4`)
	o.remove("b")
	if got := o.json(); got != `{"a":4}` {
		t.Errorf("got %s", got)
	}
	o.remove("a")
	if got := o.json(); got != `{}` {
		t.Errorf("got %s", got)
	}
}
