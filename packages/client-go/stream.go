package patchbay

import (
	"context"
	"iter"
	goruntime "runtime"
	"sync"
	"sync/atomic"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
)

// Stream is a streamed response R of a model, read as events E while it is generated. It can be read once: with All, with Next,
// with Text, or with Final alone. Close it unless it was read to its end. Only Close is safe to call from another goroutine.
//
// Its errors are *Error: of KindAPI when the API reports one, KindStream when the stream is interrupted or ends before the
// response is complete, KindTimeout and KindCanceled. Partial of the error is the response that was received until then.
type Stream[E, R any] struct {
	// mu guards what follows, but for the value of an event. A read holds it.
	mu      sync.Mutex
	core    *streamCore
	current E
	err     error
	// isClaimed says whether a reader has begun.
	isClaimed bool
	isClosed  bool
	// isLeft: Close was called, perhaps while another goroutine reads.
	isLeft atomic.Bool
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
		a.info() // before Close can come from another goroutine
		return &Stream[E, R]{core: core}, nil
	})
	if err != nil {
		return nil, withPartial[R](err)
	}
	if stream.core.isClosed {
		stream.end(nil)
		return stream, nil
	}
	// Otherwise a stream that is forgotten would keep its connection open.
	goruntime.AddCleanup(stream, (*exchange.Deadline).End, stream.core.attempt.deadline)
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
		for s.Next() {
			if !yield(s.current, nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield(none, err)
		}
	}
}

// Next waits for the next event, which Current returns. It is false after the last one and after an error, which Err returns.
func (s *Stream[E, R]) Next() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.isClaimed = true
	if !s.advance() {
		return false
	}
	var event E
	codec.Decode(s.core.event, &event)
	s.current = event
	return true
}

// Current returns the event that Next has read.
func (s *Stream[E, R]) Current() E { return s.current }

// Err returns what ended the stream early; nil while it is open, and after its last event.
func (s *Stream[E, R]) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

// Close closes the connection. It does nothing when the stream has ended. A read that waits in another goroutine ends at once, and
// reads after Close fail with ReasonTruncated. The error is always nil.
func (s *Stream[E, R]) Close() error {
	s.isLeft.Store(true)
	if !s.mu.TryLock() {
		s.core.attempt.deadline.End()
		s.mu.Lock()
	}
	defer s.mu.Unlock()
	s.isClaimed = true
	if !s.isEnded() {
		s.leave()
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
		for text, ok := s.nextText(reader); ok; text, ok = s.nextText(reader) {
			if text != "" && !yield(text, nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield("", err)
		} else if rest := reader.end(); rest != "" {
			yield(rest, nil)
		}
	}
}

// Final reads the rest of the stream and returns the complete response, identical to the one without streaming. It can be
// called at any time and any number of times. The error is what ended the stream early.
func (s *Stream[E, R]) Final() (*R, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.isClaimed = true
	for s.advance() {
	}
	if s.err != nil {
		return nil, s.err
	}
	if whole := s.partial(); whole != nil {
		return whole, nil
	}
	failed := streamError(ReasonTruncated, "The stream ended without an event, so there is no response. Send the request again.")
	failed.Attempts = s.core.attempt.number
	return nil, failed
}

// Partial returns the response that has been received so far; nil before the first event. Each call takes time in proportion
// to the length of the response.
func (s *Stream[E, R]) Partial() *R {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.partial()
}

func (s *Stream[E, R]) partial() *R {
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
	s.mu.Lock()
	defer s.mu.Unlock()
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
	if s.isClosed && s.err == nil {
		s.err = s.closedError()
	}
	if s.isEnded() {
		return false
	}
	ok, failed := s.core.next()
	switch {
	case !ok && failed == nil:
		s.end(nil)
	case s.isLeft.Load():
		s.leave()
		s.err = s.closedError()
		return false
	case failed != nil:
		s.fail(failed)
	}
	return ok
}

// nextText reads the next event as text.
func (s *Stream[E, R]) nextText(reader textReader) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.advance() {
		return "", false
	}
	return reader.add(s.core.event), true
}

// leave closes a stream that has not ended.
func (s *Stream[E, R]) leave() {
	s.isClosed = true
	s.core.attempt.close(nil)
	s.end(errClosedEarly)
}

// closedError is the error of a read after Close.
func (s *Stream[E, R]) closedError() *Error {
	failed := streamError(ReasonTruncated, "The stream was closed before its end. Partial has what arrived.")
	failed.Attempts = s.core.attempt.number
	s.core.attempt.identify(failed)
	if partial := s.partial(); partial != nil {
		failed.Partial = partial
	}
	return failed
}

// fail ends the stream with an error.
func (s *Stream[E, R]) fail(failed *Error) {
	if failed.Partial == nil {
		if partial := s.partial(); partial != nil {
			failed.Partial = partial
		}
	}
	failed.Attempts = s.core.attempt.number
	s.core.attempt.identify(failed)
	s.err = failed
	s.core.attempt.close(failed)
	s.end(failed)
}
