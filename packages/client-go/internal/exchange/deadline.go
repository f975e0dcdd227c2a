package exchange

import (
	"context"
	"math"
	"sync"
	"time"
)

// PhaseTotal is the phase of the timeout of the whole call. Callers of Limit name the others.
const PhaseTotal = "total"

// Timeout is the error of a timeout that expired.
type Timeout struct {
	Phase string
	Limit time.Duration
}

func (t *Timeout) Error() string {
	return "the " + t.Phase + " timeout of " + t.Limit.String() + " expired"
}

// never is the time of a timeout that does not expire.
const never = time.Duration(math.MaxInt64)

// Budget is the time of a whole call. All times of a call are durations since its start, so that one clock compares them.
type Budget struct {
	start time.Time
	limit time.Duration
	due   time.Duration
}

// NewBudget starts the time of a call. A limit of 0 means no limit.
func NewBudget(limit time.Duration) Budget {
	due := limit
	if limit == 0 {
		due = never
	}
	return Budget{start: time.Now(), limit: limit, due: due}
}

// Allows says whether a wait ends before the call does.
func (b *Budget) Allows(wait time.Duration) bool {
	return b.due == never || wait <= b.due-time.Since(b.start)
}

// Left returns the time until the call ends, and whether it ends at all.
func (b *Budget) Left() (time.Duration, bool) {
	return b.due - time.Since(b.start), b.due != never
}

// Deadline ends an attempt when its context or one of its timeouts does. Its methods are for one goroutine.
type Deadline struct {
	ctx    context.Context
	cancel context.CancelFunc
	parent context.Context
	budget *Budget

	// The timer runs in another goroutine. It fires at the earliest time for which it was set, and then looks whether the
	// timeout was extended: so each event of a stream extends it without a call of the timer.
	mu      sync.Mutex
	timer   *time.Timer
	firesAt time.Duration
	due     time.Duration
	phase   string
	limit   time.Duration
	expired *Timeout
	ended   bool
}

// NewDeadline returns the deadline of one attempt of a call.
func NewDeadline(parent context.Context, budget *Budget) *Deadline {
	d := &Deadline{parent: parent, budget: budget, due: never, firesAt: never}
	d.ctx, d.cancel = context.WithCancel(parent)
	d.arm()
	return d
}

// Context returns the context of the request, which is canceled when the attempt ends.
func (d *Deadline) Context() context.Context { return d.ctx }

// Limit starts a timeout in place of the current one. 0 means no limit.
func (d *Deadline) Limit(phase string, limit time.Duration) {
	due := never
	if limit > 0 {
		if now := time.Since(d.budget.start); limit < never-now {
			due = now + limit
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.phase, d.limit, d.due = phase, limit, due
	d.arm()
}

// Pause stops the current timeout. That of the whole call stays.
func (d *Deadline) Pause() {
	d.mu.Lock()
	d.due = never
	d.mu.Unlock()
}

// arm sets the timer if it would fire too late.
func (d *Deadline) arm() {
	due := min(d.due, d.budget.due)
	if due >= d.firesAt || d.ended {
		return
	}
	d.firesAt = due
	wait := due - time.Since(d.budget.start)
	if d.timer == nil {
		d.timer = time.AfterFunc(wait, d.fire)
	} else {
		d.timer.Reset(wait)
	}
}

func (d *Deadline) fire() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.firesAt = never
	if d.ended || d.expired != nil {
		return
	}
	if d.check(); d.expired == nil {
		d.arm()
	}
}

// check ends the attempt if a timeout has expired.
func (d *Deadline) check() {
	now := time.Since(d.budget.start)
	switch {
	case d.budget.due <= now && d.budget.due <= d.due:
		d.expired = &Timeout{PhaseTotal, d.budget.limit}
	case d.due <= now:
		d.expired = &Timeout{d.phase, d.limit}
	default:
		return
	}
	d.cancel()
}

// Err returns what has ended the attempt: a *Timeout, or the error of the caller's context; nil while it is alive. Timers can be
// late, so it compares the clock, too.
func (d *Deadline) Err() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.expired == nil && !d.ended && min(d.due, d.budget.due) != never {
		d.check()
	}
	if d.expired != nil {
		return d.expired
	}
	if err := d.parent.Err(); err != nil {
		return err
	}
	if d.ended {
		return context.Canceled
	}
	// A dial compares the clock with the deadline of the context, and can end before the context does.
	if deadline, ok := d.parent.Deadline(); ok && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return nil
}

// End stops the timeouts and ends the context. Only the first call has an effect. Unlike other methods, it can be called in
// any goroutine.
func (d *Deadline) End() {
	d.mu.Lock()
	d.ended = true
	if d.timer != nil {
		d.timer.Stop()
	}
	d.mu.Unlock()
	d.cancel()
}
