package schema

import (
	"encoding/json"
	"errors"
	"io"
	"iter"
	"regexp"
	"strings"
	"sync"
)

// Compiled when a text has more than JSON: most programs parse none.
var (
	reasoningStart = lazy(`(?i)^\s*<(?:think|thinking|reasoning)>`)
	reasoningEnd   = lazy(`(?i)</(?:think|thinking|reasoning)>`)
	fenceLanguage  = lazy(`(?i)^json[c5]?`)
)

func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

const fence = "```"

var errNoJSON = errors.New("the text has no JSON of the expected type")

// readText parses the JSON in a text of a model: alone, in a code fence, after its reasoning, or between other words. Kind is
// the JSON type of the schema, or empty; only a value of this type is taken out of other text. Numbers are json.Number.
func readText(text, kind string) (any, error) {
	plain := strings.TrimPrefix(text, "\ufeff")
	value, err := parse(plain)
	if err == nil {
		return value, nil
	}
	// The closing tag can also be part of a string in the output. Then the text after it has no value, and the whole text is
	// searched.
	answer := withoutReasoning(plain)
	for _, candidate := range []string{answer, plain} {
		for part := range parts(candidate, kind) {
			if value, err := parse(part); err == nil && (part == candidate || isKind(value, kind)) {
				return value, nil
			}
		}
		if answer == plain {
			break
		}
	}
	return nil, errNoJSON
}

// parse reads one JSON value. Numbers keep their digits.
func parse(text string) (any, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errNoJSON
	}
	return value, nil
}

// withoutReasoning cuts off reasoning that a model writes into its text, sometimes without the opening tag.
func withoutReasoning(text string) string {
	if reasoningStart().MatchString(text) {
		if found := reasoningEnd().FindStringIndex(text); found != nil {
			return text[found[1]:]
		}
	}
	const end = "</think>"
	if at := strings.LastIndex(text, end); at >= 0 {
		return text[at+len(end):]
	}
	return text
}

// parts returns the parts of a text that can be the output, the most likely first.
func parts(text, kind string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(text) {
			return
		}
		// A fence around the whole text can have fences in its strings.
		trimmed := strings.TrimSpace(text)
		if len(trimmed) >= 2*len(fence) && strings.HasPrefix(trimmed, fence) && strings.HasSuffix(trimmed, fence) {
			if !yield(withoutLanguage(trimmed[len(fence) : len(trimmed)-len(fence)])) {
				return
			}
		}
		if _, after, ok := strings.Cut(text, fence); ok {
			if inside, _, ok := strings.Cut(after, fence); ok && !yield(withoutLanguage(inside)) {
				return
			}
		}
		yieldValues(text, kind, yield)
	}
}

func withoutLanguage(text string) string { return text[len(fenceLanguage().FindString(text)):] }

// yieldValues yields the objects and arrays of a text whose brackets are balanced. An unbalanced one may be truncated, and the
// values inside it are not the output.
func yieldValues(text, kind string, yield func(string) bool) {
	opening := "{["
	switch kind {
	case "object":
		opening = "{"
	case "array":
		opening = "["
	}
	for {
		start := strings.IndexAny(text, opening)
		if start < 0 {
			return
		}
		end := endOf(text, start)
		if end < 0 || !yield(text[start:end]) {
			return
		}
		text = text[end:]
	}
}

// endOf returns the index after the value that starts here; -1 if it does not end.
func endOf(text string, start int) int {
	depth := 0
	for i := start; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		}
	}
	return -1
}

func isKind(value any, kind string) bool {
	found := kindOf(value)
	return kind == "" || found == kind || found == "number" && kind == "integer"
}

// kindOf returns the JSON type of a value.
func kindOf(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case json.Number:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
}
