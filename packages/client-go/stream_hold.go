package patchbay

import (
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
	"github.com/patchbay/patchbay/packages/client-go/internal/merge"
)

// withFirstToken limits the time until the first output of a stream that is read with hold. Until the first event it takes the
// place of WithTimeout.
func withFirstToken(timeout time.Duration) Option {
	return func(s *settings) { s.firstToken = timeout }
}

// hold reads events until one has output, and keeps them for the reader of the stream. It is false if the response ended without
// output; then whole is the response. An error ends the stream.
func (s *Stream[E, R]) hold(hasOutput func(codec.Node) bool) (found bool, whole *R, err error) {
	texts, found, failed := s.core.hold(hasOutput)
	if failed != nil {
		for _, text := range texts {
			if s.core.parse(text) == nil {
				s.core.merged.Add(s.core.event)
			}
		}
		s.fail(failed)
		return false, nil, s.err
	}
	s.core.ready = append(texts, s.core.ready...)
	if found {
		return true, nil, nil
	}
	sum := merge.New(generated.Merge()[s.core.attempt.plan.op.Stream.Accumulator])
	for _, text := range texts {
		if doc, err := codec.Parse(text); err == nil {
			sum.Add(doc.Root())
		}
	}
	whole = new(R)
	codec.Decode(rootOf(sum.Result()), whole)
	codec.SetInfo(whole, s.core.attempt.info())
	return false, whole, nil
}

// hold reads events, without adding them up. It returns their JSON.
func (c *streamCore) hold(hasOutput func(codec.Node) bool) (texts []string, found bool, failed *Error) {
	c.holds = true
	defer func() { c.holds = false }()
	// A stream without events was closed when it was opened.
	for !found && !c.isClosed {
		if !c.hasFirst {
			ok, failed := c.read()
			if failed != nil || !ok {
				return texts, false, c.withFirstToken(failed)
			}
		}
		c.hasFirst = false
		texts = append(texts, c.event.Raw())
		found = hasOutput(c.event)
	}
	return texts, found, nil
}

// limitOf returns the timeout of the next event: the idle timeout, or what is left until the first token.
func (c *streamCore) limitOf(idle time.Duration) (TimeoutPhase, time.Duration) {
	limit := c.attempt.plan.settings.firstToken
	if !c.holds || limit == 0 {
		return PhaseIdle, idle
	}
	// A limit of 0 would be none.
	left := max(limit-time.Since(c.attempt.start), 1)
	if idle != 0 && idle < left {
		return PhaseIdle, idle
	}
	return PhaseFirstToken, left
}

// withFirstToken gives the error of this timeout the limit of the caller in place of what was left of it.
func (c *streamCore) withFirstToken(failed *Error) *Error {
	if failed != nil && failed.Kind == KindTimeout && failed.Phase == PhaseFirstToken {
		failed.Message = timeoutError(PhaseFirstToken, c.attempt.plan.settings.firstToken).Message
	}
	return failed
}

// end reports how a stream ended, once: with nil at the end of the response, with an error, or with errClosedEarly.
func (s *Stream[E, R]) end(err error) {
	s.core.attempt.plan.chargeStream(err, func() codec.Node { return rootOf(s.core.merged.Result()) })
	if s.onEnd != nil {
		s.onEnd(err)
	}
}
