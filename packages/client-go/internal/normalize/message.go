package normalize

import (
	"strconv"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// maxDepth is how deep the text of a part can be.
const maxDepth = 4

var (
	textFields = [...]string{"content", "reasoning", "refusal"}
	listFields = [...]string{"reasoning_details", "annotations", "images"}
)

// Response normalizes the messages of a complete response. fault says which part cannot be read; empty if all can.
func Response(body codec.Node) (normalized codec.Node, fault string) {
	choices := body.Get("choices")
	isChanged := false
	items := make([]string, 0, choices.Len())
	for choice := range choices.Items() {
		raw := choice.Raw()
		if message := choice.Get("message"); message.Kind() == codec.Map && !isWellFormed(message) {
			text, fault := Message(message)
			if fault != "" {
				return body, fault
			}
			raw, isChanged = Replace(choice, "message", text).Raw(), true
		}
		items = append(items, raw)
	}
	if !isChanged {
		return body, ""
	}
	return Replace(body, "choices", list(items)), ""
}

// isGiven says whether a value exists and is not null.
func isGiven(value codec.Node) bool { return value.Exists() && !value.IsNull() }

// isWellFormed says whether a message has the shape of the contract.
func isWellFormed(message codec.Node) bool {
	for name, value := range message.Fields() {
		kind := value.Kind()
		switch {
		case kind == codec.NullValue:
			continue
		case name == "content" || name == "reasoning" || name == "refusal":
			if kind != codec.String {
				return false
			}
		case name == "reasoning_details" || name == "annotations" || name == "images":
			if !isListOfObjects(value) {
				return false
			}
		case name == "audio":
			if kind != codec.Map {
				return false
			}
		case name == "tool_calls":
			if !areCallsWellFormed(value) {
				return false
			}
		}
	}
	return true
}

func isListOfObjects(value codec.Node) bool {
	if value.Kind() != codec.List {
		return false
	}
	for item := range value.Items() {
		if item.Kind() != codec.Map {
			return false
		}
	}
	return true
}

func areCallsWellFormed(calls codec.Node) bool {
	if !isListOfObjects(calls) {
		return false
	}
	for call := range calls.Items() {
		function := call.Get("function")
		if !isTextOrNone(call.Get("id")) || isGiven(function) && function.Kind() != codec.Map ||
			!isTextOrNone(function.Get("name")) || !isTextOrNone(function.Get("arguments")) {
			return false
		}
	}
	return true
}

func isTextOrNone(value codec.Node) bool { return !isGiven(value) || value.Kind() == codec.String }

// Message returns the JSON of a message or a delta in the shape of the contract: texts are strings, lists contain objects, and
// arguments are JSON text. fault says which part cannot be read; empty if all can.
func Message(message codec.Node) (text, fault string) {
	o := newObject(message)
	for _, name := range textFields {
		if value := o.get(name); isGiven(value) && value.Kind() != codec.String {
			readParts(o, name, value)
		}
	}
	if calls := o.get("tool_calls"); isGiven(calls) {
		text, fault := normalizeCalls(calls)
		if fault != "" {
			return "", fault
		}
		o.set("tool_calls", text)
	}
	for _, name := range listFields {
		if value := o.get(name); isGiven(value) && !isListOfObjects(value) {
			o.set(name, list(objectsIn(value)))
		}
	}
	if audio := o.get("audio"); isGiven(audio) && audio.Kind() != codec.Map {
		o.remove("audio")
	}
	return o.json(), ""
}

// objectsIn returns the JSON of the objects in a list, or of the only object.
func objectsIn(value codec.Node) []string {
	var objects []string
	if value.Kind() == codec.Map {
		objects = append(objects, value.Raw())
	}
	for item := range value.Items() {
		if item.Kind() == codec.Map {
			objects = append(objects, item.Raw())
		}
	}
	return objects
}

func normalizeCalls(calls codec.Node) (text, fault string) {
	if calls.Kind() != codec.List {
		return "", "`tool_calls` must be an array"
	}
	items := make([]string, 0, calls.Len())
	for call := range calls.Items() {
		text, fault := normalizeCall(call, "`tool_calls["+strconv.Itoa(len(items))+"]")
		if fault != "" {
			return "", fault
		}
		items = append(items, text)
	}
	return list(items), ""
}

func normalizeCall(call codec.Node, path string) (text, fault string) {
	if call.Kind() != codec.Map {
		return "", path + "` must be an object"
	}
	o := newObject(call)
	if id := call.Get("id"); !isTextOrNone(id) {
		o.set("id", quoteTextOf(id))
	}
	function := call.Get("function")
	if !isGiven(function) {
		return o.json(), ""
	}
	if function.Kind() != codec.Map {
		return "", path + ".function` must be an object"
	}
	inner := newObject(function)
	if name := function.Get("name"); !isTextOrNone(name) {
		inner.set("name", quoteTextOf(name))
	}
	// Ollama's own format has objects as arguments.
	if arguments := function.Get("arguments"); !isTextOrNone(arguments) {
		inner.set("arguments", quote(arguments.Raw()))
	}
	o.set("function", inner.json())
	return o.json(), ""
}

// quoteTextOf returns the JSON of the text of a part; null if it has none.
func quoteTextOf(part codec.Node) string {
	if text, ok := textOf(part, 0); ok {
		return quote(text)
	}
	return "null"
}

// readParts splits a text that is a list of parts. Texts are joined, reasoning becomes `reasoning`, images become `images`, and
// other parts become `content_parts`.
func readParts(o *object, name string, value codec.Node) {
	// Builders, because adding to strings would take quadratic time for many parts.
	found := make(map[string]*strings.Builder, len(textFields))
	for _, place := range textFields {
		found[place] = &strings.Builder{}
	}
	var images, others []string
	read := func(part codec.Node) {
		kind := part.Get("type").Text()
		text, hasText := textOf(part, 0)
		switch refusal, isRefusal := part.Get("refusal").Str(); {
		case isRefusal:
			found["refusal"].WriteString(refusal)
		case kind == "image_url" || kind == "image":
			images = append(images, part.Raw())
		case hasText && (strings.Contains(kind, "think") || strings.Contains(kind, "reason")):
			found["reasoning"].WriteString(text)
		case hasText:
			found[name].WriteString(text)
		case isGiven(part):
			others = append(others, part.Raw())
		}
	}
	if value.Kind() == codec.List {
		for part := range value.Items() {
			read(part)
		}
	} else {
		read(value)
	}
	o.set(name, "null")
	for _, place := range textFields {
		if found[place].Len() > 0 {
			o.set(place, quote(o.get(place).Text()+found[place].String()))
		}
	}
	if len(images) > 0 {
		var before []string
		for image := range o.get("images").Items() {
			before = append(before, image.Raw())
		}
		o.set("images", list(append(before, images...)))
	}
	if len(others) > 0 {
		o.set("content_parts", list(others))
	}
}

// textOf returns the text of a part, in any of the known fields, and whether it has one.
func textOf(part codec.Node, depth int) (string, bool) {
	switch kind := part.Kind(); {
	case kind == codec.String:
		return part.Text(), true
	case kind == codec.True || kind == codec.False || kind == codec.Number:
		return part.Raw(), true
	case depth == maxDepth:
		return "", false
	case kind == codec.List:
		var texts []string
		for item := range part.Items() {
			if text, ok := textOf(item, depth+1); ok {
				texts = append(texts, text)
			}
		}
		return strings.Join(texts, ""), texts != nil
	case kind == codec.Map:
		for _, name := range [...]string{"text", "thinking", "reasoning", "summary", "content"} {
			if inner := part.Get(name); isGiven(inner) {
				return textOf(inner, depth+1)
			}
		}
	}
	return "", false
}
