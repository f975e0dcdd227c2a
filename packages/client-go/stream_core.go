package patchbay

import (
	"io"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
	"github.com/patchbay/patchbay/packages/client-go/internal/merge"
	"github.com/patchbay/patchbay/packages/client-go/internal/normalize"
	"github.com/patchbay/patchbay/packages/client-go/internal/sse"
)

const (
	// endTimeout is how long a stream waits for the end of a body after the last event, so that the connection can be reused.
	endTimeout = 20 * time.Millisecond
	// maxEnd is how much of a body it reads after the last event.
	maxEnd = 64 << 10
	// afterFailure is how long it waits for the usage after an error that does not end the stream.
	afterFailure = time.Second
)

// streamKind is what the streams of one API have in common.
type streamKind struct {
	newFormat func(*attempt) eventFormat
	newText   func() textReader
}

// eventFormat reads the events of one stream by the rules of its kind.
type eventFormat interface {
	// result is what the events add up to, for messages: "completion".
	result() string
	// accept reads an event of the usual form. It is false for one that needs checks or repairs.
	accept(event codec.Node) bool
	// errorIn returns the error that an event reports; nil if it reports none.
	errorIn(a *attempt, event codec.Node) *Error
	// toFailure adds what arrived with an error. It returns nil if the event is read as well, because the usage can follow.
	toFailure(c *streamCore, failed *Error, event codec.Node) *Error
	// read returns the JSON of an event in the shape of the contract; empty if it has this shape.
	read(event codec.Node) (string, *Error)
	// readWhole returns the events of a response that was not streamed.
	readWhole(response codec.Node) []string
	// isEnded says whether the last event was read. Nothing has to follow, not even an end mark.
	isEnded() bool
	// isComplete says whether the body may end without an end mark.
	isComplete() bool
	// checkEnd says whether the response is complete when the end mark arrives.
	checkEnd() (bool, *Error)
	// failure is an error after which more of the stream is read; nil for none.
	failure() *Error
}

// streamCore turns the body of a response into events and adds them up. It works in the goroutine of the reader.
type streamCore struct {
	attempt  *attempt
	kind     *streamKind
	format   eventFormat
	events   *sse.Reader
	payloads payloadReader
	merged   *merge.Accumulator
	// doc is the JSON of the event. Its memory is used again for the next one.
	doc   codec.Doc
	event codec.Node
	// ready are the events of a response that was not streamed.
	ready []string
	// hasFirst: the first event was read with the request.
	hasFirst bool
	hasBegun bool
	// isDone: the response is complete.
	isDone   bool
	isClosed bool
	// holds: hold is reading.
	holds bool
}

func newStreamCore(a *attempt, kind *streamKind) *streamCore {
	stream := a.plan.op.Stream
	return &streamCore{
		attempt:  a,
		kind:     kind,
		format:   kind.newFormat(a),
		events:   sse.NewReader(a),
		payloads: newPayloadReader(stream),
		merged:   merge.New(generated.Merge()[stream.Accumulator]),
	}
}

// open reads the first event.
func (c *streamCore) open() error {
	ok, failed := c.read()
	if failed != nil {
		return failed
	}
	c.hasFirst = ok
	// The timeout of the attempt never ends a stream that has begun.
	c.attempt.pause()
	if !ok {
		c.drain()
	}
	return nil
}

// next reads the next event and adds it to the response; false after the last one.
func (c *streamCore) next() (bool, *Error) {
	if !c.hasFirst {
		ok, failed := c.read()
		if failed != nil {
			return false, failed
		}
		if !ok {
			c.drain()
			return false, nil
		}
	}
	c.hasFirst = false
	c.merged.Add(c.event)
	if len(c.merged.Pieces) > 0 {
		c.writeKeys()
	}
	return true, nil
}

// read reads the next event.
func (c *streamCore) read() (bool, *Error) {
	if c.attempt.isExpired() {
		return false, c.explain(asError(c.attempt.expired()))
	}
	ok, failed := c.poll()
	if !ok && failed == nil && !c.isDone {
		ok, failed = c.wait()
	}
	if failed != nil {
		return false, c.explain(failed)
	}
	c.hasBegun = c.hasBegun || ok
	return ok, nil
}

// wait reads from the connection until an event has arrived. Events without data do not restart the idle timeout, and until
// the first event that of the attempt applies.
func (c *streamCore) wait() (ok bool, failed *Error) {
	if c.hasBegun {
		idle := c.attempt.plan.settings.idleTimeout
		if c.format.failure() != nil && (idle == 0 || idle > afterFailure) {
			idle = afterFailure
		}
		c.attempt.limit(c.limitOf(idle))
		defer c.attempt.pause()
	}
	for !ok && failed == nil && !c.isDone {
		if err := c.events.Fill(); err != nil {
			return false, asError(err)
		}
		if ok, failed = c.poll(); !ok && failed == nil && c.attempt.isExpired() {
			failed = asError(c.attempt.expired())
		}
	}
	return ok, failed
}

// poll returns the next event that has arrived; false if more bytes are needed, and after the last event.
func (c *streamCore) poll() (bool, *Error) {
	for {
		if len(c.ready) > 0 {
			failed := c.parse(c.ready[0])
			c.ready = c.ready[1:]
			return failed == nil, failed
		}
		if c.isDone {
			return false, nil
		}
		event, ok := c.payloads.next()
		if !ok {
			event, ok = c.events.Poll()
		}
		switch {
		case ok:
			if ok, failed := c.readPayload(event); ok || failed != nil {
				return ok, failed
			}
		case c.events.Ended():
			if failed := c.atEnd(); failed != nil {
				return false, failed
			}
		default:
			return false, nil
		}
	}
}

// parse reads the JSON of an event.
func (c *streamCore) parse(text string) *Error {
	if err := c.doc.Parse(text); err != nil {
		return c.malformed("Stream event is not valid JSON", text)
	}
	c.event = c.doc.Root()
	return nil
}

// writeKeys writes into the event what the calls before it say about its pieces of calls.
func (c *streamCore) writeKeys() {
	if c.doc.Parse(normalize.Pieces(c.event, c.merged.Pieces)) == nil {
		c.event = c.doc.Root()
	}
}

// finish ends a response whose last event was read.
func (c *streamCore) finish() *Error {
	if failed := c.format.failure(); failed != nil {
		return failed
	}
	isComplete, failed := c.format.checkEnd()
	if failed == nil && !isComplete {
		failed = c.truncated()
	}
	c.isDone = failed == nil
	return failed
}

// explain returns the error that the reader receives.
func (c *streamCore) explain(failed *Error) *Error {
	if first := c.format.failure(); first != nil && failed.Kind != KindCanceled {
		return first
	}
	if failed.Kind != KindConnection {
		return failed
	}
	interrupted := streamError(ReasonInterrupted,
		"The stream was interrupted, so the "+c.format.result()+" is not complete. "+failed.Message)
	interrupted.RequestSent = true
	interrupted.cause = failed.cause
	return interrupted
}

// drain reads the rest of a body whose response is complete, and closes it.
func (c *streamCore) drain() {
	c.isClosed = true
	if !c.events.Ended() {
		c.attempt.limit(PhaseIdle, endTimeout)
		// How the connection ends does not matter.
		_, _ = io.CopyN(io.Discard, c.attempt, maxEnd)
	}
	c.attempt.close(nil)
}

// isExpired says whether a timeout or the context has ended the attempt.
func (a *attempt) isExpired() bool { return a.deadline.Context().Err() != nil }
