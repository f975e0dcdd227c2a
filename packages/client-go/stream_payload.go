package patchbay

import (
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
	"github.com/patchbay/patchbay/packages/client-go/internal/failure"
	"github.com/patchbay/patchbay/packages/client-go/internal/normalize"
	"github.com/patchbay/patchbay/packages/client-go/internal/show"
	"github.com/patchbay/patchbay/packages/client-go/internal/sse"
)

const (
	messageEvent = "message"
	errorEvent   = "error"
	// maxMark is the length up to which a payload can be an end mark.
	maxMark = 64
	// maxShown is how much of an event a message has.
	maxShown = 200
)

// payloadReader has what a stream knows about its payloads.
type payloadReader struct {
	// done is the end mark. Gateways send one after any kind of stream.
	done      string
	typeField string
	ends      string
	// lines are the payloads of an event that contains several, because the blank lines between them are missing.
	lines []string
	// name is that of the event with the lines.
	name string
}

func newPayloadReader(stream *contract.Stream) payloadReader {
	done := stream.Done
	if done == "" {
		done = "[DONE]"
	}
	ends := stream.Done
	if ends == "" {
		ends = strings.Join(stream.TerminalEvents, " or ")
	}
	return payloadReader{done: normalizeMark(done), typeField: stream.TypeField, ends: ends}
}

// next returns the next payload of an event that contains several.
func (p *payloadReader) next() (sse.Event, bool) {
	if len(p.lines) == 0 {
		return sse.Event{}, false
	}
	line := p.lines[0]
	p.lines = p.lines[1:]
	return sse.Event{Name: p.name, Data: line}, true
}

// normalizeMark returns an end mark without what services vary: spaces, quotes and the case.
func normalizeMark(text string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\"[]", r) {
			return -1
		}
		return r
	}, text))
}

func isKeepAlive(name string) bool {
	return name == "ping" || name == "heartbeat" || name == "keep-alive" || name == "keepalive"
}

// readPayload reads a payload as the next event; false for an end mark, and for one that is empty or keeps the connection open.
func (c *streamCore) readPayload(event sse.Event) (bool, *Error) {
	p := &c.payloads
	if event.Name == errorEvent {
		return false, c.namedError(event.Data)
	}
	// Nearly every payload is an object.
	if len(event.Data) < maxMark && !strings.HasPrefix(event.Data, "{") {
		if strings.TrimSpace(event.Data) == "" {
			return false, nil
		}
		if normalizeMark(event.Data) == p.done {
			return false, c.finish()
		}
	}
	if err := c.doc.Parse(event.Data); err != nil {
		return false, c.readLines(event)
	}
	c.event = c.doc.Root()
	if event.Name != messageEvent {
		if failed := c.setType(event.Name); failed != nil {
			return false, failed
		}
	}
	// Nearly every event is a usual one.
	if c.event.Kind() != codec.Map || isKeepAlive(event.Name) || !c.format.accept(c.event) {
		if ok, failed := c.readUnusual(event.Name); !ok || failed != nil {
			return false, failed
		}
	}
	if c.format.isEnded() {
		return true, c.finish()
	}
	return true, nil
}

// setType adds the name of an event to its JSON as its type, if it has none.
func (c *streamCore) setType(name string) *Error {
	field := c.payloads.typeField
	if field == "" || c.event.Kind() != codec.Map {
		return nil
	}
	if kind := c.event.Get(field); kind.Exists() && !kind.IsNull() {
		return nil
	}
	quoted, err := codec.Marshal(name)
	if err != nil {
		return nil
	}
	return c.parse(normalize.Replace(c.event, field, string(quoted)).Raw())
}

// readUnusual checks and repairs an event; false if it is none.
func (c *streamCore) readUnusual(name string) (bool, *Error) {
	if failed := c.format.errorIn(c.attempt, c.event); failed != nil {
		if failed = c.format.toFailure(c, failed, c.event); failed != nil {
			return false, failed
		}
	}
	if c.event.Kind() != codec.Map {
		return false, c.malformed("Stream event is not a JSON object", c.event.Raw())
	}
	isEmpty := c.event.Len() == 0 || isKeepAlive(c.event.Get("type").Text())
	if isKeepAlive(name) || isEmpty && !c.event.Get("choices").Exists() {
		return false, nil
	}
	text, failed := c.format.read(c.event)
	if failed == nil && text != "" {
		failed = c.parse(text)
	}
	return failed == nil, failed
}

// readLines reads an event that is not JSON. Each of its lines can be a payload.
func (c *streamCore) readLines(event sse.Event) *Error {
	lines := strings.Split(event.Data, "\n")
	if len(lines) > 1 {
		for _, line := range lines {
			if doc, err := codec.Parse(line); err == nil && failure.Find(doc.Root()) != nil {
				return c.namedError(line)
			}
		}
		if doc, err := codec.Parse(lines[0]); err == nil && !doc.Root().IsNull() {
			c.payloads.lines, c.payloads.name = lines, event.Name
			return nil
		}
	}
	// The last event of a truncated body is truncated itself.
	if c.events.Drained() && len(c.payloads.lines) == 0 {
		return c.truncated()
	}
	return c.malformed("Stream event is not valid JSON", event.Data)
}

// namedError returns the error that an event named "error" reports, whatever its data.
func (c *streamCore) namedError(data string) *Error {
	if doc, err := codec.Parse(data); err == nil {
		if failed := c.attempt.errorIn(doc.Root()); failed != nil {
			return withoutPartial(failed)
		}
		if !doc.Root().IsNull() {
			return c.errorOf(doc.Root().Raw())
		}
	}
	text := strings.TrimSpace(data)
	if text == "" {
		text = "The stream reported an error without a message"
	}
	quoted, err := codec.Marshal(text)
	if err != nil {
		quoted = []byte(`""`)
	}
	return c.errorOf(string(quoted))
}

// errorOf returns the error of an event that reports one without saying so.
func (c *streamCore) errorOf(raw string) *Error {
	doc, err := codec.Parse(`{"error":` + raw + `}`)
	if err != nil {
		return nil
	}
	failed := c.attempt.errorIn(doc.Root())
	if failed == nil {
		failed = c.attempt.newAPIError(500, doc.Root().Raw(), "")
	}
	return withoutPartial(failed)
}

// withoutPartial removes what an error took from an event, whose choices have another form than those of a response.
func withoutPartial(failed *Error) *Error {
	failed.partial, failed.hasOutput = codec.Node{}, false
	return failed
}

// atEnd handles a body that ended without an end mark.
func (c *streamCore) atEnd() *Error {
	other := c.events.Other()
	isStream := strings.HasPrefix(strings.ToLower(c.attempt.header.Get("Content-Type")), "text/event-stream")
	if other != "" || !c.hasBegun && !isStream {
		return c.readWhole(other)
	}
	if !c.format.isComplete() && c.format.failure() == nil {
		return c.truncated()
	}
	return c.finish()
}

// readWhole reads the response of a service that did not stream it.
func (c *streamCore) readWhole(text string) *Error {
	whole, failed := c.attempt.parseBody(text)
	if failed != nil {
		if c.isOtherJSON(failed) {
			return c.notAStream(failed)
		}
		return failed
	}
	c.isDone = true
	c.ready = c.format.readWhole(whole)
	return nil
}

// isOtherJSON says whether a body is a JSON object without any field of a response.
func (c *streamCore) isOtherJSON(failed *Error) bool {
	doc, err := codec.Parse(string(failed.Body))
	if failed.Code != CodeInvalidResponse || err != nil || doc.Root().Kind() != codec.Map {
		return false
	}
	if shape := c.attempt.plan.op.Essential; shape != nil {
		for _, field := range shape.Object {
			if doc.Root().Get(field.Name).Exists() {
				return false
			}
		}
	}
	return true
}

func (c *streamCore) notAStream(cause *Error) *Error {
	kind := c.attempt.header.Get("Content-Type")
	if kind == "" {
		kind = "without a content type"
	}
	failed := streamError(ReasonNotAStream, "The request asked for a stream, but the response ("+show.Cut(kind, 100)+") is not a "+
		c.format.result()+". Check the base URL.")
	failed.Body = cause.Body
	failed.cause = cause
	return failed
}

// truncated is the error of a stream that ended before its response did.
func (c *streamCore) truncated() *Error {
	return streamError(ReasonTruncated, "The stream ended without "+c.payloads.ends+", so the "+c.format.result()+
		" is not complete. Send the request again.")
}

// malformed is the error of an event that cannot be read.
func (c *streamCore) malformed(problem, event string) *Error {
	event = exchange.WithoutSecrets(event, c.attempt.secrets[:]...)
	failed := streamError(ReasonMalformed, problem+": "+show.WithoutKeys(show.Cut(event, maxShown))+". "+failure.Resend)
	failed.Body = []byte(event)
	return failed
}
