package patchbay

import (
	"slices"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/failure"
)

// typedFormat reads the events of a stream whose events have a type. Which of them end it and which of them report an error is
// data of the contract. Unknown events are kept.
type typedFormat struct {
	name   string
	stream *contract.Stream
	// whole returns the events of a response that was not streamed.
	whole func(response codec.Node) []string
	// lastField is the field of the last event without which it is malformed; empty for none.
	lastField string
	ended     bool
	// withoutType is the last event, until one has a type. A stream without such an event has another format.
	withoutType string
	hasType     bool
}

func (f *typedFormat) result() string   { return f.name }
func (f *typedFormat) failure() *Error  { return nil }
func (f *typedFormat) isEnded() bool    { return f.ended }
func (f *typedFormat) isComplete() bool { return f.ended }

// accept reads every event that neither fails nor ends the stream.
func (f *typedFormat) accept(event codec.Node) bool {
	kind, ok := event.Get(f.stream.TypeField).Str()
	if !ok || isKeepAlive(kind) || kind == errorEvent || slices.Contains(f.stream.TerminalEvents, kind) {
		return false
	}
	if _, isError := f.stream.ErrorEvents[kind]; isError {
		return false
	}
	f.hasType = true
	return true
}

// errorIn finds the error of an event with an error type. Other events can have an error of their own, such as that of a tool.
func (f *typedFormat) errorIn(a *attempt, event codec.Node) *Error {
	kind, ok := event.Get(f.stream.TypeField).Str()
	if !ok {
		// Gateways send errors without a type.
		return a.errorIn(event)
	}
	path, isError := f.stream.ErrorEvents[kind]
	if !isError {
		return nil
	}
	if failed := a.errorIn(f.holder(event, path)); failed != nil {
		return failed
	}
	return a.newAPIError(500, `{"error":"The API reported a failure without a reason"}`, "")
}

// holder returns the part of an event that contains the error at a path.
func (f *typedFormat) holder(event codec.Node, path string) codec.Node {
	at := strings.LastIndexByte(path, '.')
	return event.Path(path[:max(at, 0)])
}

// toFailure adds the response so far, which a failed event can contain. In place of the first event, it is all that arrived.
func (f *typedFormat) toFailure(c *streamCore, failed *Error, event codec.Node) *Error {
	withoutPartial(failed)
	kind := event.Get(f.stream.TypeField).Text()
	held := f.holder(event, f.stream.ErrorEvents[kind])
	switch {
	case held == event || held.Kind() != codec.Map:
	case c.hasBegun:
		c.merged.Add(event)
	default:
		if doc, err := codec.Parse(held.Raw()); err == nil {
			failed.partial = doc.Root()
			failed.hasOutput = hasOutput(failed.partial)
		}
	}
	return failed
}

func (f *typedFormat) read(event codec.Node) (string, *Error) {
	kind, ok := event.Get(f.stream.TypeField).Str()
	switch {
	case !ok && !f.hasType:
		f.withoutType = event.Raw()
	case ok:
		f.hasType = true
		if slices.Contains(f.stream.TerminalEvents, kind) {
			return "", f.end(kind, event)
		}
	}
	return "", nil
}

func (f *typedFormat) end(kind string, event codec.Node) *Error {
	if f.lastField != "" && event.Get(f.lastField).Kind() != codec.Map && event.Get(f.lastField).Kind() != codec.List {
		failed := streamError(ReasonMalformed, "The event "+kind+" has no `"+f.lastField+"`. "+failure.Resend)
		failed.Body = []byte(event.Raw())
		return failed
	}
	f.ended = true
	return nil
}

func (f *typedFormat) readWhole(response codec.Node) []string { return f.whole(response) }

func (f *typedFormat) checkEnd() (bool, *Error) {
	if f.withoutType != "" && !f.hasType {
		failed := streamError(ReasonMalformed, "The stream ended and no event had a `"+f.stream.TypeField+"`. "+failure.Resend)
		failed.Body = []byte(f.withoutType)
		return false, failed
	}
	return f.ended, nil
}
