package patchbay

import (
	"context"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Stream is a streamed response R of a model, read as events E while it is generated. It can be read once: with All, with Next,
// with Text, or with Final alone. Close it unless it was read to its end. It is not safe for concurrent use; to end it from
// another goroutine, cancel the context of the call.
//
// Its errors are *Error: of KindAPI when the API reports one, KindStream when the stream is interrupted or ends before the
// response is complete, KindTimeout and KindCanceled. Partial of the error is the response that was received until then.
type Stream[E, R any] struct {
	core    *streamCore
	current E
	err     error
	// isClaimed says whether a reader has begun.
	isClaimed bool
	isClosed  bool
	// onEnd receives how the stream ended, as end does; nil for none.
	onEnd func(error)
}

// openStream sends a request and waits for the first event of the response, so that a failure in its place is a failure of
// the call, and is retried like one.
func openStream[E, R any](ctx context.Context, r *runtime, op *contract.Operation, req request, kind *streamKind, opts []Option) (*Stream[E, R], error) {
	p, err := r.plan(op, req, opts, true)
	if err != nil {
		return nil, err
	}
	stream, err := send(ctx, p, func(a *attempt) (*Stream[E, R], error) {
		if !a.isSuccess() {
			_, err := a.readBody()
			return nil, err
		}
		core := newStreamCore(a, kind)
		if err := core.open(); err != nil {
			return nil, err
		}
		return &Stream[E, R]{core: core}, nil
	})
	if err != nil {
		return nil, withPartial[R](err)
	}
	if stream.core.isClosed {
		stream.end(nil)
	}
	return stream, nil
}

// All returns the events, in order. An error comes last, with a zero event. Leaving the loop closes the stream.
func (s *Stream[E, R]) All() iter.Seq2[E, error] {
	return func(yield func(E, error) bool) {
		defer s.Close()
		var none E
		if err := s.claim(); err != nil {
			yield(none, err)
			return
		}
		for s.advance() {
			s.decode()
			if !yield(s.current, nil) {
				return
			}
		}
		if s.err != nil {
			yield(none, s.err)
		}
	}
}

// Next waits for the next event, which Current returns. It is false after the last one and after an error, which Err returns.
func (s *Stream[E, R]) Next() bool {
	s.isClaimed = true
	if !s.advance() {
		return false
	}
	s.decode()
	return true
}

// Current returns the event that Next has read.
func (s *Stream[E, R]) Current() E { return s.current }

// Err returns what ended the stream early; nil while it is open, and after its last event.
func (s *Stream[E, R]) Err() error { return s.err }

// Close closes the connection. It does nothing when the stream has ended. The error is always nil.
func (s *Stream[E, R]) Close() error {
	s.isClaimed = true
	if !s.isEnded() {
		s.isClosed = true
		s.core.attempt.close(nil)
		s.end(errClosedEarly)
	}
	return nil
}

// Text returns the text of the response as it arrives; of a chat completion, the text of its first choice. No string ends in
// the middle of a character. An error comes last. Leaving the loop closes the stream.
func (s *Stream[E, R]) Text() iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		defer s.Close()
		if err := s.claim(); err != nil {
			yield("", err)
			return
		}
		reader := s.core.kind.newText()
		for s.advance() {
			if text := reader.add(s.core.event); text != "" && !yield(text, nil) {
				return
			}
		}
		if s.err != nil {
			yield("", s.err)
		} else if rest := reader.end(); rest != "" {
			yield(rest, nil)
		}
	}
}

// Final reads the rest of the stream and returns the complete response, identical to the one without streaming. It can be
// called at any time and any number of times. The error is what ended the stream early.
func (s *Stream[E, R]) Final() (*R, error) {
	s.isClaimed = true
	for s.advance() {
	}
	if s.err != nil {
		return nil, s.err
	}
	whole := s.Partial()
	if whole != nil && !s.isClosed {
		return whole, nil
	}
	message := "The stream ended without an event, so there is no response. Send the request again."
	if s.isClosed {
		message = "The stream was closed before its end. Partial has what arrived."
	}
	failed := streamError(ReasonTruncated, message)
	failed.Attempts = s.core.attempt.number
	if whole != nil {
		failed.Partial = whole
	}
	return nil, failed
}

// Partial returns the response that has been received so far; nil before the first event. Each call takes time in proportion
// to the length of the response.
func (s *Stream[E, R]) Partial() *R {
	doc, err := codec.Parse(s.core.merged.Result())
	if err != nil {
		return nil
	}
	result := new(R)
	codec.Decode(doc.Root(), result)
	codec.SetInfo(result, s.core.attempt.info())
	return result
}

// Info returns what is known about the response in addition to its body.
func (s *Stream[E, R]) Info() ResponseInfo { return *s.core.attempt.info() }

func (s *Stream[E, R]) responseInfo() *ResponseInfo { return s.core.attempt.info() }

func (s *Stream[E, R]) isEnded() bool { return s.isClosed || s.err != nil || s.core.isClosed }

// claim makes the caller the reader of the stream.
func (s *Stream[E, R]) claim() error {
	if s.isClaimed {
		failed := streamError(ReasonAlreadyConsumed, "A stream can be read once, and this one was already read. Send the request again.")
		failed.Attempts = s.core.attempt.number
		return failed
	}
	s.isClaimed = true
	return nil
}

// advance reads the next event and adds it to the response. It is false at the end.
func (s *Stream[E, R]) advance() bool {
	if s.isEnded() {
		return false
	}
	ok, failed := s.core.next()
	switch {
	case failed != nil:
		s.fail(failed)
	case !ok:
		s.end(nil)
	}
	return ok
}

// fail ends the stream with an error.
func (s *Stream[E, R]) fail(failed *Error) {
	if failed.Partial == nil {
		if partial := s.Partial(); partial != nil {
			failed.Partial = partial
		}
	}
	failed.Attempts = s.core.attempt.number
	s.err = failed
	s.core.attempt.close(failed)
	s.end(failed)
}

// decode makes the current event a struct.
func (s *Stream[E, R]) decode() {
	var event E
	codec.Decode(s.core.event, &event)
	s.current = event
}
