package fallback

import (
	"sync"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Cooldown remembers which models failed recently. It is safe for concurrent use.
type Cooldown struct {
	policy    contract.Cooldown
	threshold int
	duration  time.Duration
	now       func() time.Time

	mutex  sync.Mutex
	models map[string]*health
}

type health struct {
	failures int
	until    time.Time
	// isProbed: a trial attempt is in progress.
	isProbed bool
}

// NewCooldown returns a cooldown that skips a model for the duration after a number of consecutive failures.
func NewCooldown(policy contract.Cooldown, threshold int, duration time.Duration, now func() time.Time) *Cooldown {
	return &Cooldown{policy: policy, threshold: threshold, duration: duration, now: now, models: map[string]*health{}}
}

// IsCooling returns whether a model is to be skipped. After the cooldown, the first caller may send a request.
func (c *Cooldown) IsCooling(model string) bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	known, ok := c.models[model]
	if !ok || known.until.IsZero() {
		return false
	}
	if known.until.After(c.now()) || known.isProbed {
		return true
	}
	known.isProbed = true
	return false
}

// NoteNothing ends a trial attempt without a result, because its caller left.
func (c *Cooldown) NoteNothing(model string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if known, ok := c.models[model]; ok {
		known.isProbed = false
	}
}

// NoteSuccess ends the cooldown of a model.
func (c *Cooldown) NoteSuccess(model string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	delete(c.models, model)
}

// NoteFailure counts a failure, and starts the cooldown if it is due.
func (c *Cooldown) NoteFailure(model string, kind contract.FailureKind, retryAfter Wait) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	known, ok := c.models[model]
	if !ok {
		known = &health{}
		c.models[model] = known
	}
	wasProbed := known.isProbed
	known.isProbed = false
	if kind.BlamesModel {
		known.failures++
	}
	wait := c.wait(kind, retryAfter, kind.BlamesModel && (known.failures >= c.threshold || wasProbed))
	if until := c.now().Add(wait); wait > 0 && until.After(known.until) {
		known.until = until
	}
}

func (c *Cooldown) wait(kind contract.FailureKind, retryAfter Wait, isDue bool) time.Duration {
	switch {
	case kind.Kind == "rate_limited" && retryAfter.Set:
		return retryAfter.Duration
	case kind.Kind == "rate_limited":
		return time.Duration(c.policy.RateLimitMs) * time.Millisecond
	case kind.Kind == "not_found":
		return time.Duration(c.policy.NotFoundMs) * time.Millisecond
	case isDue:
		return c.duration
	}
	return 0
}
