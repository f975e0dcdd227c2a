package patchbay

import (
	"context"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Stream is a streamed response R of a model, read as events E while it is generated. A stream can be read once: with All,
// with Next, with Text, or with Final alone. It must be read to its end or closed. It is not safe for concurrent use.
type Stream[E, R any] struct {
	err error
}

// All returns the events, in order. After an error, which comes last, there is nothing more to read. Leaving the loop closes
// the stream.
func (s *Stream[E, R]) All() iter.Seq2[E, error] {
	return func(yield func(E, error) bool) {
		defer s.Close()
		for s.Next() {
			if !yield(s.Current(), nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			var none E
			yield(none, err)
		}
	}
}

// Next waits for the next event. It returns false after the last one and after an error, which Err returns.
func (s *Stream[E, R]) Next() bool {
	s.err = errTodo
	return false
}

// Current returns the event that Next has read.
func (s *Stream[E, R]) Current() E {
	var event E
	return event
}

// Err returns what ended the stream early; nil while it is open, and after its last event.
func (s *Stream[E, R]) Err() error { return s.err }

// Close closes the connection. It does nothing when the stream has ended.
func (s *Stream[E, R]) Close() error { return nil }

// Text returns the text of the response as it arrives; of a chat completion, the text of its first choice. No string ends in
// the middle of a character. Leaving the loop closes the stream.
func (s *Stream[E, R]) Text() iter.Seq2[string, error] {
	return func(yield func(string, error) bool) { yield("", errTodo) }
}

// Final reads the rest of the stream and returns the complete response, identical to the one without streaming.
func (s *Stream[E, R]) Final() (*R, error) { return nil, errTodo }

// Partial returns the response that has been received so far; nil before the first event.
func (s *Stream[E, R]) Partial() *R { return nil }

// openStream sends a request and waits for the first event of the response, so that a failure in its place is a failure of
// the call, and is retried like one.
func openStream[E, R any](ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*Stream[E, R], error) {
	return nil, errTodo
}
