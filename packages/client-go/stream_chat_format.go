package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/failure"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
	"github.com/patchbay/patchbay/packages/client-go/internal/merge"
	"github.com/patchbay/patchbay/packages/client-go/internal/normalize"
)

// maxChoices is how many choices are counted. An index can be any number.
const maxChoices = 10_000

// chatFormat reads the events of a stream as chunks of a chat completion.
type chatFormat struct {
	plan *plan
	// The indexes of the choices that have started and finished.
	started, finished map[int64]bool
	// withoutChoices is the last chunk, until one has a list of choices. A stream without such a chunk is not a completion.
	withoutChoices string
	hasChoices     bool
	failed         *Error
}

func newChatFormat(a *attempt) *chatFormat {
	return &chatFormat{plan: a.plan, started: map[int64]bool{}, finished: map[int64]bool{}}
}

func (f *chatFormat) result() string  { return "completion" }
func (f *chatFormat) failure() *Error { return f.failed }
func (f *chatFormat) isEnded() bool   { return false }

// isComplete says whether the requested number of choices has finished and no other has started.
func (f *chatFormat) isComplete() bool {
	requested := int64(1)
	if doc, err := codec.Parse(string(f.plan.body)); err == nil {
		if n, ok := doc.Root().Get("n").Int(); ok {
			requested = max(n, 1)
		}
	}
	return int64(len(f.finished)) >= requested && len(f.finished) == len(f.started)
}

// accept reads a piece of one choice whose delta has only texts.
func (f *chatFormat) accept(event codec.Node) bool {
	var choices codec.Node
	isChunk := false
	for name, field := range event.Fields() {
		switch name {
		case "object":
			isChunk = field.Raw() == `"chat.completion.chunk"`
		case "choices":
			choices = field
		case "error":
			return false
		case "usage":
			if !field.IsNull() {
				return false
			}
		}
	}
	if !isChunk || choices.Kind() != codec.List || choices.Len() != 1 {
		return false
	}
	index, ok := usualChoice(choices.Index(0))
	if ok {
		f.hasChoices = true
		f.withoutChoices = ""
		note(f.started, index)
	}
	return ok
}

// usualChoice returns the index of a choice that continues texts.
func usualChoice(choice codec.Node) (index int64, ok bool) {
	index = -1
	hasDelta := false
	for name, field := range choice.Fields() {
		switch name {
		case "index":
			if index, ok = field.Int(); !ok {
				return 0, false
			}
		case "delta":
			if hasDelta = hasOnlyTexts(field); !hasDelta {
				return 0, false
			}
		case "finish_reason", "native_finish_reason":
			if !field.IsNull() {
				return 0, false
			}
		case "logprobs":
		default:
			return 0, false
		}
	}
	return index, index >= 0 && hasDelta
}

// hasOnlyTexts says whether a delta has texts and nulls alone.
func hasOnlyTexts(delta codec.Node) bool {
	if delta.Kind() != codec.Map {
		return false
	}
	for name, field := range delta.Fields() {
		switch name {
		case "error", "tool_calls", "function_call", "reasoning_details", "annotations", "images", "audio":
			if !field.IsNull() {
				return false
			}
		default:
			if kind := field.Kind(); kind != codec.String && kind != codec.NullValue {
				return false
			}
		}
	}
	return true
}

func note(indexes map[int64]bool, index int64) {
	if len(indexes) < maxChoices && !indexes[index] {
		indexes[index] = true
	}
}

func (f *chatFormat) errorIn(a *attempt, event codec.Node) *Error { return a.errorIn(event) }

// toFailure keeps a failure that is only a finish reason, because the usage can follow. Another event with an error can contain
// a piece of the completion; in place of the first event, it is all that arrived.
func (f *chatFormat) toFailure(c *streamCore, failed *Error, event codec.Node) *Error {
	withoutPartial(failed)
	if c.hasBegun && failsByReasonAlone(event) {
		if f.failed == nil {
			f.failed = failed
		}
		return nil
	}
	isFirst := len(f.started) == 0
	if piece, ok := f.pieceOf(event); ok {
		if isFirst {
			merged := merge.New(generated.Merge()[f.plan.op.Stream.Accumulator])
			merged.Add(piece)
			if doc, err := codec.Parse(merged.Result()); err == nil {
				failed.partial = doc.Root()
				failed.hasOutput = hasOutput(failed.partial)
			}
		} else {
			c.merged.Add(piece)
		}
	}
	// Tokens before a failure are charged.
	if usage := event.Get("usage"); usage.Len() > 0 {
		c.merged.Set("usage", usage)
	}
	return failed
}

// pieceOf returns the piece of the completion in an event with an error. If it is malformed, the error already has the reason.
func (f *chatFormat) pieceOf(event codec.Node) (codec.Node, bool) {
	if event.Get("choices").Len() == 0 {
		return event, false
	}
	text, failed := f.read(event)
	if failed != nil || text == "" {
		return event, failed == nil
	}
	doc, err := codec.Parse(text)
	if err != nil {
		return event, false
	}
	return doc.Root(), true
}

// failsByReasonAlone says whether a chunk fails only by its finish reason.
func failsByReasonAlone(event codec.Node) bool {
	choices := event.Get("choices")
	if event.Get("error").Exists() || event.Get("object").Text() == "error" || choices.Kind() != codec.List {
		return false
	}
	for choice := range choices.Items() {
		for _, part := range [...]codec.Node{choice.Get("error"), choice.Path("delta.error")} {
			if part.Exists() && !part.IsNull() {
				return false
			}
		}
	}
	return true
}

func (f *chatFormat) read(event codec.Node) (string, *Error) {
	whole := ""
	if event.Get("choices").Kind() == codec.List {
		f.hasChoices = true
		f.withoutChoices = ""
		if len(f.started) == 0 && normalize.IsWhole(event) {
			if fault := failure.FaultOf(event, f.plan.op.Essential); fault != "" {
				return "", malformedCompletion(fault, event)
			}
			whole = normalize.ToChunk(event)
			doc, err := codec.Parse(whole)
			if err != nil {
				return "", malformedCompletion(err.Error(), event)
			}
			event = doc.Root()
		}
	} else if !f.hasChoices {
		f.withoutChoices = event.Raw()
	}
	text, fault := normalize.Chunk(event)
	if fault != "" {
		return "", malformedCompletion(fault, event)
	}
	f.noteChoices(event)
	if text == "" {
		return whole, nil
	}
	return text, nil
}

// noteChoices records which choices have started and finished.
func (f *chatFormat) noteChoices(chunk codec.Node) {
	place := 0
	for choice := range chunk.Get("choices").Items() {
		index := normalize.Index(choice.Get("index"), place)
		note(f.started, index)
		if reason := choice.Get("finish_reason"); !reason.IsNull() && reason.Exists() && reason.Raw() != `""` {
			note(f.finished, index)
		}
		place++
	}
}

func malformedCompletion(fault string, event codec.Node) *Error {
	failed := streamError(ReasonMalformed, "The completion is malformed: "+fault+". "+failure.Resend)
	failed.Body = []byte(event.Raw())
	return failed
}

func (f *chatFormat) readWhole(response codec.Node) []string {
	chunk := normalize.ToChunk(response)
	if doc, err := codec.Parse(chunk); err == nil {
		if text, failed := f.read(doc.Root()); failed == nil && text != "" {
			return []string{text}
		}
	}
	return []string{chunk}
}

// checkEnd accepts any completion: a service that sends the end mark may omit the finish reason.
func (f *chatFormat) checkEnd() (bool, *Error) {
	if f.withoutChoices == "" {
		return true, nil
	}
	failed := streamError(ReasonMalformed, "The stream ended and no event had a list of `choices`. "+failure.Resend)
	failed.Body = []byte(f.withoutChoices)
	return false, failed
}
