package patchbay

import (
	"context"
	"log/slog"
	"time"
)

// settings are the options of a client or a call, complete.
type settings struct {
	// err is the first mistake in the options.
	err                *Error
	apiKey             secret
	managementKey      secret
	timeout            time.Duration
	idleTimeout        time.Duration
	totalTimeout       time.Duration
	maxRetries         int
	retryNonIdempotent bool
	doer               Doer
	middleware         []Middleware
	body               []bodyField
	idempotencyKey     string
	logger             *slog.Logger
	onRetry            func(RetryEvent)
	poll               *Poll
	raw                *RawResponse
}

type bodyField struct {
	name  string
	value any
}

// secret is an API key. No format of package fmt prints it.
type secret struct {
	value  string
	source func(context.Context) (string, error)
}

func (s *settings) fail(format string, values ...any) {
	if s.err == nil {
		s.err = usageError(format, values...)
	}
}

func (s *settings) readKey(option, key string) secret { return secret{value: key} }
func (s *settings) readKeyFunc(option string, key func(context.Context) (string, error)) secret {
	return secret{source: key}
}
func (s *settings) readBaseURL(option, text string) {}
func (s *settings) readDuration(option string, limit time.Duration) time.Duration {
	if limit < 0 {
		s.fail("%s needs a duration of 0 or more, got %s. 0 means no limit.", option, limit)
	}
	return limit
}
func (s *settings) readDoer(doer Doer)                           { s.doer = doer }
func (s *settings) setHeader(option, name, value string)         {}
func (s *settings) removeHeader(option, name string)             {}
func (s *settings) addQuery(name string, value any)              {}
func (s *settings) readIdempotencyKey(option, key string) string { return key }
func (s *settings) setApp(app App)                               {}
func (s *settings) readPoll(poll Poll)                           { s.poll = &poll }
