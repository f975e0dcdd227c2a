package patchbay

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/fallback"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// fallbackRun is one call of a Fallback.
type fallbackRun struct {
	*Fallback
	client *Client
	params ChatCompletionParams
	opts   []Option
	// key is the start of the idempotency keys.
	key string

	// The last attempt of a stream changes while the stream is read.
	mutex    sync.Mutex
	attempts []*Attempt
}

func (f *Fallback) start(client *Client, params ChatCompletionParams, opts []Option) (*fallbackRun, error) {
	switch {
	case f == nil || len(f.models) == 0 && f.err == nil:
		return nil, usageError("A Fallback needs models, got nil or the zero value. Use NewFallback.")
	case f.err != nil:
		return nil, f.err.copied()
	case client == nil || client.runtime == nil:
		return nil, usageError("A Fallback needs a client, got nil or the zero value. Pass patchbay.New().")
	}
	if f.cooldown != nil {
		if err := f.cooldown.fault(); err != nil {
			return nil, err.copied()
		}
	}
	return &fallbackRun{Fallback: f, client: client, params: params, opts: opts, key: rand.Text()}, nil
}

// candidate is a model that is requested.
type candidate struct {
	index int
	model string
	// tries is the number of attempts with it. answers is the number of completions that could not be used: the next request
	// needs another idempotency key.
	tries, answers int
}

// tryModels requests the models in turn. Its error is that of the last attempt.
func tryModels[T any](ctx context.Context, run *fallbackRun, request func(context.Context, candidate, *Attempt) (T, *ChatCompletion, error)) (T, string, error) {
	var none T
	current := run.next(-1)
	for {
		current.tries++
		attempt := run.begin(current.model)
		began := time.Now()
		value, completion, err := guarded(ctx, run, current, attempt, request)
		run.update(func() { attempt.Duration = time.Since(began) })
		failed, isOver := run.judge(current, attempt, completion, err)
		if isOver {
			return value, current.model, err
		}
		if err == nil {
			current.answers++
		}
		decision := run.decide(current, failed)
		if decision.Action != fallback.Throw {
			release(value)
		}
		switch decision.Action {
		case fallback.Retry:
			if run.client.runtime.settings.sleep(ctx, decision.Delay) != nil {
				return none, "", canceledError(ctx, 0)
			}
		case fallback.Next:
			current = run.next(current.index)
		default:
			if failed.kind.Kind == string(FailureEmptyResponse) {
				return value, current.model, nil
			}
			return none, "", run.lastError(failed, completion)
		}
	}
}

// release reads the rest of a stream that is not returned, so that its cost counts and its connection can be used again.
func release(value any) {
	if stream, ok := value.(*ChatStream); ok && stream != nil {
		_, _ = stream.Final() // the stream has ended
	}
}

// guarded makes a request. A panic of a function of the caller ends a trial of the model without a result.
func guarded[T any](ctx context.Context, run *fallbackRun, current candidate, attempt *Attempt, request func(context.Context, candidate, *Attempt) (T, *ChatCompletion, error)) (T, *ChatCompletion, error) {
	returned := false
	defer func() {
		if !returned {
			run.noteNothing(current.model)
		}
	}()
	value, completion, err := request(ctx, current, attempt)
	returned = true
	return value, completion, err
}

// next returns the next model that is not in cooldown. The last one is taken in any case.
func (run *fallbackRun) next(index int) candidate {
	for {
		index++
		model := run.models[index]
		if index == len(run.models)-1 || run.cooldown == nil || !run.cooldown.inner.IsCooling(model) {
			return candidate{index: index, model: model}
		}
		skipped := run.begin(model)
		run.update(func() { skipped.Outcome, skipped.Cost = OutcomeSkipped, Some(USD{}) })
	}
}

func (run *fallbackRun) begin(model string) *Attempt {
	attempt := &Attempt{Model: model, Outcome: OutcomeCancelled}
	run.update(func() { run.attempts = append(run.attempts, attempt) })
	return attempt
}

func (run *fallbackRun) update(change func()) {
	run.mutex.Lock()
	defer run.mutex.Unlock()
	change()
}

func (run *fallbackRun) snapshot() []Attempt {
	run.mutex.Lock()
	defer run.mutex.Unlock()
	copied := make([]Attempt, len(run.attempts))
	for i, attempt := range run.attempts {
		copied[i] = *attempt
	}
	return copied
}

func (run *fallbackRun) explain(err error) error { return &fallbackError{err, run.snapshot()} }

// judge returns why an attempt cannot be used. It is over if it can be used, or if no other attempt makes sense. It updates the
// report and the cooldown. A stream that is still open has no completion.
func (run *fallbackRun) judge(current candidate, attempt *Attempt, completion *ChatCompletion, err error) (failed attemptFailure, isOver bool) {
	if err != nil {
		return run.judgeError(current, attempt, err)
	}
	run.update(func() { noteSuccess(attempt, completion) })
	if completion != nil && isEmpty(completion) {
		failed = failureOf(FailureEmptyResponse, "The completion of %s was empty.", current.model)
		run.noteFailure(current.model, failed)
	} else {
		// The model responded, even if the completion is rejected.
		run.noteSuccess(current.model)
		if completion == nil || run.accept == nil || run.accept(completion) {
			return attemptFailure{}, true
		}
		failed = failureOf(FailureRejected, "The function of FallbackAccept rejected the completion of %s.", current.model)
	}
	run.update(func() { attempt.Outcome, attempt.Err = OutcomeRejected, failed.err })
	return failed, false
}

func (run *fallbackRun) judgeError(current candidate, attempt *Attempt, err error) (attemptFailure, bool) {
	var apiErr *Error
	if errors.As(err, &apiErr) && (apiErr.Kind == KindUsage || apiErr.Kind == KindCanceled) {
		run.noteNothing(current.model)
		run.update(func() {
			attempt.Err = err
			if apiErr.Kind == KindUsage {
				// No request was sent.
				run.attempts = run.attempts[:len(run.attempts)-1]
			}
		})
		return attemptFailure{}, true
	}
	failed := classify(err, false)
	run.noteFailure(current.model, failed)
	run.update(func() { noteError(attempt, failed) })
	return failed, false
}

func failureOf(kind FailureKind, format string, values ...any) attemptFailure {
	found, _ := classifier().Kind(string(kind))
	return attemptFailure{kind: found, err: fmt.Errorf(format, values...)}
}

func (run *fallbackRun) noteFailure(model string, failed attemptFailure) {
	if run.cooldown != nil {
		run.cooldown.inner.NoteFailure(model, failed.kind, failed.retryAfter)
	}
}

func (run *fallbackRun) noteSuccess(model string) {
	if run.cooldown != nil {
		run.cooldown.inner.NoteSuccess(model)
	}
}

func (run *fallbackRun) noteNothing(model string) {
	if run.cooldown != nil {
		run.cooldown.inner.NoteNothing(model)
	}
}

func (run *fallbackRun) decide(current candidate, failed attemptFailure) fallback.Decision {
	action := failed.kind.Action
	if own, ok := run.actions[FailureKind(failed.kind.Kind)]; ok {
		action = string(own)
	}
	return fallback.Decide(fallback.Attempt{
		Kind:          failed.kind.Kind,
		Action:        action,
		Tries:         current.tries,
		HasNext:       current.index < len(run.models)-1,
		RetryAfter:    failed.retryAfter,
		MaxRetryAfter: time.Duration(generated.Fallback.MaxRetryAfterMs) * time.Millisecond,
		RetryDelay:    run.retryDelay,
	})
}

// lastError is the error when no other model is left.
func (run *fallbackRun) lastError(failed attemptFailure, completion *ChatCompletion) error {
	if failed.kind.Kind != string(FailureRejected) {
		return failed.err
	}
	text, _ := chatOutput(completion.RawJSON())
	message := fmt.Sprintf("The function of FallbackAccept rejected the completions of %s.", strings.Join(run.models, ", "))
	return (&outputProblem{message: message, text: text}).of(completion)
}

// request returns the request for a model and the options of its attempt.
func (run *fallbackRun) request(current candidate) (ChatCompletionParams, []Option) {
	params := run.params
	if change, ok := run.changes[current.model]; ok {
		change(&params)
	}
	params.Model = String(current.model)
	if _, ok := params.Extra("model"); ok { // It takes precedence over the field.
		params.SetExtra("model", current.model)
	}
	opts := append(run.opts[:len(run.opts):len(run.opts)],
		WithMaxRetries(0), WithIdempotencyKey(fmt.Sprintf("%s-%d.%d", run.key, current.index, current.answers)))
	if run.idleTimeout > 0 {
		opts = append(opts, WithIdleTimeout(run.idleTimeout))
	}
	return params, opts
}

// complete requests a completion. It is streamed from the API if one of the timeouts can only be measured in a stream.
func (run *fallbackRun) complete(ctx context.Context, current candidate, attempt *Attempt) (*ChatCompletion, *ChatCompletion, error) {
	if run.firstTokenTimeout == 0 && run.idleTimeout == 0 {
		params, opts := run.request(current)
		reply, err := run.client.Chat.Completions.Create(ctx, params, opts...)
		return reply, reply, err
	}
	stream, _, err := run.open(ctx, current, attempt)
	if err != nil {
		return nil, nil, err
	}
	reply, err := stream.Final()
	return reply, reply, err
}
