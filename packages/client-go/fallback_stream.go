package patchbay

import (
	"context"
	"errors"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// errClosedEarly is how a stream ended that its reader closed.
var errClosedEarly = errors.New("the stream was closed before its end")

// FallbackStream is a streamed chat completion of the first model that responded. Read it as a ChatStream, and close it.
type FallbackStream struct {
	*ChatStream
	// Model is the model of the list that responded.
	Model string

	run *fallbackRun
}

// Attempts returns all attempts, in order. The last one is complete when the stream has ended.
func (s *FallbackStream) Attempts() []Attempt { return s.run.snapshot() }

// ChatStream streams a chat completion of the first model that responds. A model that fails before its first output is replaced.
// After it, the error is that of the stream.
//
//	stream, err := models.ChatStream(ctx, client, params)
//	if err != nil {
//		return err
//	}
//	defer stream.Close()
//	for text, err := range stream.Text() {
//		…
//	}
func (f *Fallback) ChatStream(ctx context.Context, client *Client, params ChatCompletionParams, opts ...Option) (*FallbackStream, error) {
	run, err := f.start(client, params, opts)
	if err != nil {
		return nil, err
	}
	if f.accept != nil {
		return nil, usageError("FallbackAccept cannot check a stream. Use a Fallback without it, or Chat.")
	}
	stream, model, err := tryModels(ctx, run, run.stream)
	if err != nil {
		return nil, run.explain(err)
	}
	return &FallbackStream{stream, model, run}, nil
}

// stream opens a stream and waits for its first output.
func (run *fallbackRun) stream(ctx context.Context, current candidate, attempt *Attempt) (*ChatStream, *ChatCompletion, error) {
	began := time.Now()
	stream, whole, err := run.open(ctx, current, attempt)
	if err != nil {
		return nil, nil, err
	}
	if whole == nil {
		stream.onEnd = func(err error) {
			partial := stream.partial()
			run.update(func() {
				attempt.Duration = time.Since(began)
				noteStreamEnd(attempt, partial, err)
			})
			if err != nil && attempt.Outcome == OutcomeFailed {
				run.noteFailure(current.model, classify(err, true))
			}
		}
	}
	return stream, whole, nil
}

// open opens a stream and waits for its first output. A stream that ended without output has a whole response.
func (run *fallbackRun) open(ctx context.Context, current candidate, attempt *Attempt) (*ChatStream, *ChatCompletion, error) {
	params, opts := run.request(current)
	if run.firstTokenTimeout > 0 {
		opts = append(opts, withFirstToken(run.firstTokenTimeout))
	}
	began := time.Now()
	stream, err := run.client.Chat.Completions.Stream(ctx, params, opts...)
	if err != nil {
		return nil, nil, err
	}
	found, whole, err := stream.hold(hasChatOutput)
	if err != nil {
		return nil, nil, err
	}
	if found {
		run.update(func() { attempt.TimeToFirstToken = Some(time.Since(began)) })
	}
	return stream, whole, nil
}

// outputFields are the fields of a delta that a reader can show.
var outputFields = []string{"content", "reasoning", "reasoning_details", "refusal", "tool_calls", "images", "audio", "annotations"}

// hasChatOutput says whether a chunk has something to show.
func hasChatOutput(chunk codec.Node) bool {
	for choice := range chunk.Get("choices").Items() {
		for _, name := range outputFields {
			if value := choice.Get("delta").Get(name); value.Text() != "" || value.Len() > 0 {
				return true
			}
		}
	}
	return false
}

// noteStreamEnd reports how a stream ended after its first output.
func noteStreamEnd(attempt *Attempt, partial *ChatCompletion, err error) {
	noteResponse(attempt, partial)
	var failed *Error
	switch {
	case err == nil:
	case errors.As(err, &failed) && failed.Kind != KindCanceled:
		// The report says what failed. The reaction follows from FailureAfterOutput.
		attempt.Outcome, attempt.Err = OutcomeFailed, err
		attempt.FailureKind = FailureKind(classify(err, false).kind.Kind)
	default:
		attempt.Outcome, attempt.Err = OutcomeCancelled, err
	}
}
