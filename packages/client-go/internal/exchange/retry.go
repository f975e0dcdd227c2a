package exchange

import (
	"context"
	"math"
	"math/rand/v2"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Backoff returns the wait after an attempt, from 1: it grows exponentially up to a maximum, with full jitter. pick returns a
// random number from 0 to 1; nil is that of math/rand.
func Backoff(policy *contract.RetryPolicy, attempt int, pick func() float64) time.Duration {
	if pick == nil {
		pick = rand.Float64
	}
	delay := float64(policy.InitialDelayMs) * math.Pow(policy.Multiplier, float64(attempt-1))
	delay = min(delay, float64(policy.MaxDelayMs)) * pick()
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
