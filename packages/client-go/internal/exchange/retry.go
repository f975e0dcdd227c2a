package exchange

import (
	"context"
	"math"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Backoff returns the wait after an attempt, from 1: it grows exponentially up to a maximum, with full jitter. random
// returns a number from 0 to 1.
func Backoff(policy *contract.RetryPolicy, attempt int, random func() float64) time.Duration {
	delay := float64(policy.InitialDelayMs) * math.Pow(policy.Multiplier, float64(attempt-1))
	delay = min(delay, float64(policy.MaxDelayMs)) * random()
	return time.Duration(delay * float64(time.Millisecond))
}

// Sleep waits, or returns early with the error of the context.
func Sleep(ctx context.Context, wait time.Duration) error {
	if wait <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
