package patchbay

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/fallback"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// FallbackAction is the reaction of a Fallback to a failed attempt.
type FallbackAction string

// The reactions.
const (
	// ActionRetry requests the model once more, and then the next one.
	ActionRetry FallbackAction = fallback.Retry
	// ActionNext requests the next model at once.
	ActionNext FallbackAction = fallback.Next
	// ActionThrow returns the error.
	ActionThrow FallbackAction = fallback.Throw
)

// AttemptOutcome says how an attempt of a Fallback ended.
type AttemptOutcome string

// The outcomes.
const (
	// OutcomeSucceeded: the completion was used.
	OutcomeSucceeded AttemptOutcome = "succeeded"
	// OutcomeFailed: FailureKind and Err say why.
	OutcomeFailed AttemptOutcome = "failed"
	// OutcomeRejected: the completion was empty, or the function of FallbackAccept rejected it. It is billed.
	OutcomeRejected AttemptOutcome = "rejected"
	// OutcomeCancelled: the context ended, or the stream was closed early. The attempt may be billed.
	OutcomeCancelled AttemptOutcome = "cancelled"
	// OutcomeSkipped: the model is in cooldown. No request was sent.
	OutcomeSkipped AttemptOutcome = "skipped"
)

// Attempt is one attempt of a Fallback to get a completion.
type Attempt struct {
	// Model is the model that responded; otherwise the requested model.
	Model string
	// Provider is the provider that responded; empty if unknown.
	Provider string
	// GenerationID is the ID of the generation, for Generations.Get; empty if unknown.
	GenerationID string
	// Outcome says how the attempt ended.
	Outcome AttemptOutcome
	// FailureKind is the kind of failure, with OutcomeFailed.
	FailureKind FailureKind
	// Err is the error, with OutcomeFailed and OutcomeCancelled.
	Err error
	// Duration is the time from the request to the end of the response.
	Duration time.Duration
	// TimeToFirstToken is the time until the first output; absent if the completion was not streamed.
	TimeToFirstToken Opt[time.Duration]
	// Cost is what the attempt cost; absent if it is not known. A skipped attempt costs 0.
	Cost Opt[USD]
}

// Fallback requests one model after the other until one responds. It holds the cooldown of failing models, so create it once; it
// is safe for concurrent use.
//
//	models := patchbay.NewFallback([]string{"anthropic/claude-sonnet-4.5", "openai/gpt-5-mini"},
//		patchbay.FallbackFirstTokenTimeout(8*time.Second))
//	result, err := models.Chat(ctx, client, params)
//	if err != nil {
//		return err // AttemptsOf(err) has all attempts
//	}
//	fmt.Println(result.Model, result.Value.Choices[0].Message.Content)
//
// FailureKind lists the failures, and FallbackActions changes the reactions. The client's own retries are off.
type Fallback struct {
	models            []string
	changes           map[string]func(*ChatCompletionParams)
	actions           map[FailureKind]FallbackAction
	accept            func(*ChatCompletion) bool
	retryDelay        time.Duration
	firstTokenTimeout time.Duration
	idleTimeout       time.Duration
	cooldown          *Cooldown
	// err is the first mistake in the options.
	err *Error
}

// FallbackOption configures a Fallback.
type FallbackOption func(*Fallback)

// FallbackActions replaces the reactions to kinds of failures.
func FallbackActions(actions map[FailureKind]FallbackAction) FallbackOption {
	return func(f *Fallback) {
		for kind, action := range actions {
			if _, ok := classifier().Kind(string(kind)); !ok {
				f.fail("FallbackActions has the unknown kind of failure %q. Use one of %s.", kind, strings.Join(classifier().Kinds(), ", "))
			}
			if !slices.Contains([]FallbackAction{ActionRetry, ActionNext, ActionThrow}, action) {
				f.fail("FallbackActions must have ActionRetry, ActionNext or ActionThrow for %q, got %q.", kind, action)
			}
			f.actions[kind] = action
		}
	}
}

// FallbackAccept sets a function that returns whether a completion is acceptable. A rejected completion is billed, and the next
// model is requested. It does not apply to streams. Default: every completion is acceptable.
func FallbackAccept(accept func(*ChatCompletion) bool) FallbackOption {
	return func(f *Fallback) { f.accept = accept }
}

// FallbackParams sets a function that changes a copy of the request for one of the models, such as its MaxTokens. Replace lists,
// maps and objects instead of changing them: the requests of all models share them.
func FallbackParams(model string, change func(params *ChatCompletionParams)) FallbackOption {
	return func(f *Fallback) {
		if !slices.Contains(f.models, model) || change == nil {
			f.fail("FallbackParams needs one of the models and a function, got the model %q.", model)
		}
		f.changes[model] = change
	}
}

// FallbackRetryDelay sets the wait before a failed model is requested again. The last model is retried when its response says
// so. Default: 250 ms.
func FallbackRetryDelay(delay time.Duration) FallbackOption {
	return func(f *Fallback) { f.retryDelay = f.readDuration("FallbackRetryDelay", delay, 0) }
}

// FallbackFirstTokenTimeout sets how long a model may take until its first output; then the next model is requested. Completions
// are then streamed from the API. Default: the timeout of the client.
func FallbackFirstTokenTimeout(timeout time.Duration) FallbackOption {
	return func(f *Fallback) {
		f.firstTokenTimeout = f.readDuration("FallbackFirstTokenTimeout", timeout, 1)
	}
}

// FallbackIdleTimeout sets the longest silence in a stream. Completions are then streamed from the API. Default: that of the
// client.
func FallbackIdleTimeout(timeout time.Duration) FallbackOption {
	return func(f *Fallback) { f.idleTimeout = f.readDuration("FallbackIdleTimeout", timeout, 1) }
}

// FallbackCooldown sets when a failing model is skipped, and for how long. Several Fallbacks can share a Cooldown. Nil: no model
// is skipped. Default: a new Cooldown for 30 seconds after 3 failures in a row.
func FallbackCooldown(cooldown *Cooldown) FallbackOption {
	return func(f *Fallback) { f.cooldown = cooldown }
}

// NewFallback returns a Fallback over models, in the order in which they are requested. A mistake in its options is the error of
// every call.
func NewFallback(models []string, options ...FallbackOption) *Fallback {
	f := &Fallback{
		models:     slices.Clone(models),
		changes:    map[string]func(*ChatCompletionParams){},
		actions:    map[FailureKind]FallbackAction{},
		retryDelay: classifier().RetryDelay(),
		cooldown:   NewCooldown(generated.Fallback.Cooldown.Failures, defaultCooldown),
	}
	if len(models) == 0 || slices.ContainsFunc(models, func(model string) bool { return strings.TrimSpace(model) == "" }) {
		f.fail("NewFallback needs at least one model, and no empty ones, got %q.", models)
	}
	for _, option := range options {
		if option == nil {
			f.fail("An option of NewFallback is nil. Remove it, or pass the result of a function such as FallbackRetryDelay.")
			continue
		}
		option(f)
	}
	return f
}

func (f *Fallback) fail(format string, values ...any) {
	if f.err == nil {
		f.err = usageError(format, values...)
	}
}

func (f *Fallback) readDuration(option string, given, least time.Duration) time.Duration {
	if given < least {
		f.fail("%s needs a duration of %s or more, got %s.", option, least, given)
	}
	return given
}

var classifier = sync.OnceValue(func() *fallback.Classifier { return fallback.NewClassifier(generated.Fallback) })

var defaultCooldown = time.Duration(generated.Fallback.Cooldown.DurationMs) * time.Millisecond

// Cooldown remembers which models failed, so that they are skipped for a time. After the cooldown, one request is let through. A
// model with a rate limit is skipped for as long as the API asks, and a model that does not exist for a minute. It is safe for
// concurrent use.
type Cooldown struct {
	inner *fallback.Cooldown
	err   *Error
}

// fault returns the mistake in a Cooldown; nil for none.
func (c *Cooldown) fault() *Error {
	if c.inner == nil {
		return usageError("A Cooldown needs a number of failures and a duration, got the zero value. Use NewCooldown.")
	}
	return c.err
}

// NewCooldown returns a Cooldown that skips a model for a duration after a number of failures in a row. Both must be positive.
func NewCooldown(failures int, duration time.Duration) *Cooldown {
	c := &Cooldown{inner: fallback.NewCooldown(generated.Fallback.Cooldown, failures, duration, time.Now)}
	if failures < 1 || duration <= 0 {
		c.err = usageError("NewCooldown needs a positive number of failures and a positive duration, got %d and %s.", failures, duration)
	}
	return c
}

// FallbackResult is a completion and the attempts that it took.
type FallbackResult struct {
	// Value is the completion.
	Value *ChatCompletion
	// Model is the model of the list that responded.
	Model string
	// Attempts has all attempts, in order.
	Attempts []Attempt
}

// Chat creates a chat completion with the first model that responds. Params.Model is replaced.
//
// The error is that of the last attempt, an *Error for errors.As; AttemptsOf has all attempts.
func (f *Fallback) Chat(ctx context.Context, client *Client, params ChatCompletionParams, opts ...Option) (*FallbackResult, error) {
	run, err := f.start(client, params, opts)
	if err != nil {
		return nil, err
	}
	reply, model, err := tryModels(ctx, run, run.complete)
	if err != nil {
		return nil, run.explain(err)
	}
	return &FallbackResult{reply, model, run.snapshot()}, nil
}

// fallbackError adds the attempts to the error of the last one.
type fallbackError struct {
	error
	attempts []Attempt
}

func (e *fallbackError) Unwrap() error { return e.error }

// AttemptsOf returns the attempts before an error of a Fallback; nil for any other error.
func AttemptsOf(err error) []Attempt {
	var own *fallbackError
	if errors.As(err, &own) {
		return slices.Clone(own.attempts)
	}
	return nil
}
