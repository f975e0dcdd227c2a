// Package failure reads errors of any shape: their status, message, and what they say about retries.
package failure

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// maxNested is how many errors around an error are opened: some gateways wrap a provider's error in another one.
const maxNested = 9

// Detail is the error in a body or an event.
type Detail struct {
	// Status is the HTTP status that the error stands for.
	Status  int
	Message string
	// Type is a specific reason, such as "context_length_exceeded"; empty if there is none.
	Type string
	// Metadata is an object with facts; missing if there is none.
	Metadata codec.Node
	// record is the innermost object of the error; missing if the error is not an object.
	record codec.Node
}

// Field returns the value at a path in the error, such as "availability.retryable".
func (d *Detail) Field(path string) codec.Node {
	if d == nil {
		return codec.Node{}
	}
	return d.record.Path(path)
}

// Find returns the error in a body or an event of a stream; nil if it has none. Any `error` that is not null counts, at the
// top level or in a choice, whatever its shape.
func Find(body codec.Node) *Detail {
	if body.Kind() == codec.List {
		// Google responds with a list of one error.
		first := body.Index(0)
		if first.Kind() == codec.List {
			return nil
		}
		return Find(first)
	}
	if body.Kind() != codec.Map {
		return nil
	}
	choices := body.Get("choices")
	if failed := body.Get("error"); isGiven(failed) && (isTruthy(failed) || !choices.Exists()) {
		return toDetail(failed, body)
	}
	kind := body.Get("object").Text()
	// OpenAI's Responses API reports a failure in a response.
	if kind == "response" && body.Get("status").Text() == "failed" {
		return &Detail{Status: statusOr(body.Get("error_type")), Message: "The response failed"}
	}
	if kind == "error" || body.Get("type").Text() == "error" {
		return toDetail(body, codec.Node{})
	}
	if !choices.Exists() {
		return findWithoutChoices(body)
	}
	for choice := range choices.Items() {
		if detail := findInChoice(choice); detail != nil {
			return detail
		}
	}
	return nil
}

func findInChoice(choice codec.Node) *Detail {
	if choice.Kind() != codec.Map {
		return nil
	}
	delta, message := choice.Get("delta"), choice.Get("message")
	failed := choice.Get("error")
	if isGiven(failed) && (isTruthy(failed) || !delta.Exists() && !message.Exists()) {
		return toDetail(failed, codec.Node{})
	}
	for _, part := range [...]codec.Node{delta, message} {
		if inner := part.Get("error"); isGiven(inner) && isTruthy(inner) {
			return toDetail(inner, codec.Node{})
		}
	}
	reason, native := choice.Get("finish_reason"), choice.Get("native_finish_reason")
	if !isFailureReason(reason) && !isFailureReason(native) {
		return nil
	}
	text := "The provider ended the completion with an error, finish_reason " + toJSON(reason)
	if isGiven(native) {
		text += " (" + toJSON(native) + ")"
	}
	return &Detail{Status: 502, Message: text}
}

func isFailureReason(reason codec.Node) bool {
	text := reason.Text()
	return strings.EqualFold(text, "error") || strings.EqualFold(text, "network_error")
}

// findWithoutChoices finds the error in a body without `choices` and `error`: gateways send a status with a message, or a list
// of errors.
func findWithoutChoices(body codec.Node) *Detail {
	if first := body.Get("errors").Index(0); first.Exists() {
		return toDetail(first, codec.Node{})
	}
	if body.Get("message").Kind() != codec.String {
		return nil
	}
	for _, name := range [...]string{"code", "status", "status_code"} {
		if number, ok := toNumber(body.Get(name)); ok && number >= 400 {
			return toDetail(body, codec.Node{})
		}
	}
	return nil
}

// isGiven says whether a value exists and is not null.
func isGiven(value codec.Node) bool { return value.Exists() && !value.IsNull() }

// isTruthy says whether a field reports an error. Some gateways send `error: ""` or `error: false` with every response.
func isTruthy(value codec.Node) bool {
	switch value.Kind() {
	case codec.True, codec.List, codec.Map:
		return true
	case codec.Number:
		number, ok := value.Float()
		return !ok || number != 0
	case codec.String:
		return value.Text() != ""
	}
	return false
}

// toDetail converts any value in the place of an error. Some APIs put facts of the error next to it, into the body.
func toDetail(failed, body codec.Node) *Detail {
	record := failed
	if failed.Kind() != codec.Map {
		record = codec.Node{}
	}
	for range maxNested {
		inner := record.Get("error")
		if inner.Kind() != codec.Map {
			break
		}
		record = inner
	}
	metadata := record.Get("metadata")
	if metadata.Kind() != codec.Map && body.Get("type").Text() == "error" {
		metadata = body.Get("metadata")
	}
	if metadata.Kind() != codec.Map {
		metadata = codec.Node{}
	}
	message := failed
	if failed.Kind() == codec.Map {
		message = record
	}
	words := wordsOf(record, body)
	return &Detail{
		Status:   statusOr(words...),
		Message:  messageOf(message),
		Type:     typeOf(metadata.Get("error_type"), words),
		Metadata: metadata,
		record:   record,
	}
}

// wordsOf returns the values that can name the kind of an error, the most reliable one first.
func wordsOf(record, body codec.Node) []codec.Node {
	code, kind := record.Get("code"), record.Get("error_type")
	if !kind.Exists() {
		kind = body.Get("error_type")
	}
	words := make([]codec.Node, 0, 6)
	if number, ok := toNumber(code); ok && number >= 400 {
		words = append(words, code)
	}
	return append(words, kind, code, record.Get("status"), record.Get("status_code"), record.Get("type"))
}

// typeOf returns the first word that is a specific reason. A number is a status, and `error` is the type of an event.
func typeOf(kind codec.Node, words []codec.Node) string {
	if text := kind.Text(); isType(text) {
		return text
	}
	for _, word := range words {
		if text := word.Text(); isType(text) {
			return text
		}
	}
	return ""
}

func isType(text string) bool {
	return text != "" && text != "error" && (text[0] < '0' || text[0] > '9')
}

// messageOf returns the message of an error of any shape, up to 1,000 characters.
func messageOf(failed codec.Node) string {
	text := findMessage(failed, 0)
	if text == "" {
		text = toJSON(failed)
	}
	return show.Cut(text, 1000)
}

// toJSON returns the JSON of a value without white space.
func toJSON(value codec.Node) string {
	if !value.Exists() {
		return "null"
	}
	var compact bytes.Buffer
	if json.Compact(&compact, []byte(value.Raw())) != nil {
		return value.Raw()
	}
	return compact.String()
}

// toNumber returns a number, or the number in a string.
func toNumber(value codec.Node) (float64, bool) {
	if text := strings.TrimSpace(value.Text()); text != "" {
		number, err := strconv.ParseFloat(text, 64)
		return number, err == nil
	}
	return value.Float()
}
