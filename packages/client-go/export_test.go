package patchbay

import (
	"context"
	"time"
)

// WithSleep replaces the wait before a retry.
func WithSleep(sleep func(context.Context, time.Duration) error) Option {
	return func(s *settings) { s.sleep = sleep }
}

// WithRandom replaces the random number of the wait before a retry.
func WithRandom(random func() float64) Option {
	return func(s *settings) { s.random = random }
}
