package normalize

import (
	"math"
	"strconv"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// chunkObject is the value of `object` in a chunk.
const chunkObject = `"chat.completion.chunk"`

// Chunk returns the JSON of a chunk of a stream in the shape of the contract: `choices` is a list, each choice has an index and a
// delta, and deltas are like messages. It is empty if the chunk has this shape. fault says which part cannot be read; empty if
// all can.
func Chunk(chunk codec.Node) (text, fault string) {
	choices := chunk.Get("choices")
	if isGiven(choices) && choices.Kind() != codec.List {
		return "", "`choices` must be an array"
	}
	usage := chunk.Get("usage")
	isChanged := !isGiven(choices) || isGiven(usage) && usage.Kind() != codec.Map
	items := make([]string, 0, choices.Len())
	for choice := range choices.Items() {
		item, fault := chunkChoice(choice, len(items))
		if fault != "" {
			return "", fault
		}
		// Moonshot sends the usage in a choice.
		hasUsage := choice.Get("usage").Kind() == codec.Map && !isGiven(usage)
		isChanged = isChanged || hasUsage || item != choice.Raw()
		items = append(items, item)
	}
	if !isChanged {
		return "", ""
	}
	o := newObject(chunk)
	o.set("choices", list(items))
	if usage.Kind() != codec.Map {
		setUsage(o, choices)
	}
	return o.json(), ""
}

// setUsage gives a chunk without usage that of the first choice that has one.
func setUsage(o *object, choices codec.Node) {
	if isGiven(o.get("usage")) {
		o.remove("usage")
	}
	for choice := range choices.Items() {
		if usage := choice.Get("usage"); usage.Kind() == codec.Map {
			o.set("usage", usage.Raw())
			return
		}
	}
}

// chunkChoice returns the JSON of a choice in the shape of the contract.
func chunkChoice(choice codec.Node, place int) (text, fault string) {
	path := "`choices[" + strconv.Itoa(place) + "]"
	if choice.Kind() != codec.Map {
		return "", path + "` must be an object"
	}
	delta := choice.Get("delta")
	if isGiven(delta) && delta.Kind() != codec.Map {
		return "", path + ".delta` must be an object"
	}
	index, ok := choice.Get("index").Int()
	if ok && index >= 0 && delta.Kind() == codec.Map && isWellFormed(delta) {
		return choice.Raw(), ""
	}
	inner := "{}"
	if delta.Kind() == codec.Map {
		if inner, fault = Message(delta); fault != "" {
			return "", fault
		}
	}
	o := newObject(choice)
	o.set("index", strconv.FormatInt(Index(choice.Get("index"), place), 10))
	o.set("delta", inner)
	return o.json(), ""
}

// Index returns an index as an integer of 0 or more: the place in the list for anything else.
func Index(value codec.Node, place int) int64 {
	number, ok := value.Float()
	if text, isText := value.Str(); isText {
		parsed, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		number, ok = parsed, err == nil
	}
	const most = 1 << 53
	if !ok || number < 0 || number >= most || number != math.Trunc(number) {
		return int64(place)
	}
	return int64(number)
}

// IsWhole says whether a chunk is a complete completion: it has a choice with a message in place of a delta.
func IsWhole(chunk codec.Node) bool {
	for choice := range chunk.Get("choices").Items() {
		if choice.Get("message").Exists() && choice.Get("delta").Len() == 0 {
			return true
		}
	}
	return false
}

// ToChunk returns the JSON of a complete completion as a single chunk.
func ToChunk(whole codec.Node) string {
	o := newObject(whole)
	if whole.Get("system_fingerprint").IsNull() {
		o.remove("system_fingerprint")
	}
	o.set("object", chunkObject)
	items := make([]string, 0, whole.Get("choices").Len())
	for choice := range whole.Get("choices").Items() {
		items = append(items, toChunkChoice(choice))
	}
	o.set("choices", list(items))
	return o.json()
}

func toChunkChoice(choice codec.Node) string {
	if choice.Kind() != codec.Map {
		return choice.Raw()
	}
	message := choice.Get("message")
	delta := newObject(message)
	if !isGiven(delta.get("audio")) {
		delta.remove("audio")
	}
	delta.remove("tool_calls")
	if calls := message.Get("tool_calls"); calls.Len() > 0 {
		items := make([]string, 0, calls.Len())
		for call := range calls.Items() {
			if call.Kind() != codec.Map {
				items = append(items, call.Raw())
				continue
			}
			piece := newObject(call)
			piece.set("index", strconv.Itoa(len(items)))
			items = append(items, piece.json())
		}
		delta.set("tool_calls", list(items))
	}
	o := newObject(choice)
	o.remove("message")
	o.set("delta", delta.json())
	return o.json()
}

// CallPiece is a piece of a tool call in a chunk: the key of its call, and whether it repeats arguments that already arrived.
type CallPiece struct {
	Node     codec.Node
	Key      int
	IsRepeat bool
}

// Pieces returns the JSON of a chunk whose pieces of tool calls have the keys of their calls as indexes. Pieces that repeat
// arguments lose them.
func Pieces(chunk codec.Node, pieces []CallPiece) string {
	known := make(map[codec.Node]CallPiece, len(pieces))
	for _, piece := range pieces {
		known[piece.Node] = piece
	}
	var choices []string
	for choice := range chunk.Get("choices").Items() {
		delta := choice.Get("delta")
		var calls []string
		for call := range delta.Get("tool_calls").Items() {
			calls = append(calls, withKey(call, known))
		}
		if calls == nil {
			choices = append(choices, choice.Raw())
			continue
		}
		inner := newObject(delta)
		inner.set("tool_calls", list(calls))
		o := newObject(choice)
		o.set("delta", inner.json())
		choices = append(choices, o.json())
	}
	o := newObject(chunk)
	o.set("choices", list(choices))
	return o.json()
}

func withKey(call codec.Node, pieces map[codec.Node]CallPiece) string {
	piece, ok := pieces[call]
	if !ok {
		return call.Raw()
	}
	o := newObject(call)
	o.set("index", strconv.Itoa(piece.Key))
	if piece.IsRepeat {
		function := newObject(call.Get("function"))
		function.set("arguments", `""`)
		o.set("function", function.json())
	}
	return o.json()
}
