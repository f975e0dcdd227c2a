package failure

import (
	"math"
	"regexp"
	"strings"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// maxDepth is how deep a message can be in an error.
const maxDepth = 8

type statusPattern struct {
	pattern *regexp.Regexp
	status  int
}

// Compiled for the first error whose code is a word.
var statusPatterns = sync.OnceValue(func() []statusPattern {
	patterns := make([]statusPattern, len(generated.Errors.StatusWords))
	for at, word := range generated.Errors.StatusWords {
		patterns[at] = statusPattern{regexp.MustCompile(word.Pattern), word.Status}
	}
	return patterns
})

// statusOr returns the HTTP status of the first code that stands for one, otherwise the default status.
func statusOr(codes ...codec.Node) int {
	for _, code := range codes {
		if status := toStatus(code); status != 0 {
			return status
		}
	}
	return generated.Errors.DefaultStatus
}

// toStatus returns the HTTP status that an error code stands for; 0 if it stands for none.
func toStatus(code codec.Node) int {
	if number, ok := toNumber(code); ok && number == math.Trunc(number) {
		if number >= 400 && number < 600 {
			return int(number)
		}
		return 0
	}
	word := strings.ToLower(code.Text())
	if word == "" {
		return 0
	}
	for _, one := range statusPatterns() {
		if one.pattern.MatchString(word) {
			return one.status
		}
	}
	return 0
}

// findMessage returns the message in an error of any shape; empty if there is none.
func findMessage(failed codec.Node, depth int) string {
	switch failed.Kind() {
	case codec.String:
		if depth < maxDepth {
			if inner := findMessage(parsed(failed.Text()), depth+1); inner != "" {
				return inner
			}
		}
		return strings.TrimSpace(failed.Text())
	case codec.List:
		if depth <= maxDepth {
			return findMessage(failed.Index(0), depth+1)
		}
	case codec.Map:
		if depth > maxDepth {
			return ""
		}
		for _, name := range generated.Errors.MessageFields {
			if text := findMessage(failed.Get(name), depth+1); text != "" {
				return text
			}
		}
	}
	return ""
}

// parsed reads a text that is JSON, or a stream event with JSON. Gateways put a provider's response into a string.
func parsed(text string) codec.Node {
	inner := strings.TrimSpace(text)
	isEvent := false
	if event, rest, ok := strings.Cut(inner, "\n"); ok && strings.HasPrefix(event, "event:") {
		inner = rest
	}
	if data, ok := strings.CutPrefix(inner, "data:"); ok {
		inner, isEvent = strings.TrimSpace(data), true
	}
	if inner == "" || !strings.ContainsRune(`[{"`, rune(inner[0])) {
		return codec.Node{}
	}
	if isEvent {
		inner, _, _ = strings.Cut(inner, "\n")
	}
	doc, err := codec.Parse(inner)
	if err != nil {
		return codec.Node{}
	}
	return doc.Root()
}
