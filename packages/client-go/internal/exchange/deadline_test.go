package exchange

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"
)

const phaseAttempt = "attempt"

func phaseOf(err error) string {
	var timeout *Timeout
	if errors.As(err, &timeout) {
		return timeout.Phase
	}
	return ""
}

func TestADeadlineEndsItsContext(t *testing.T) {
	budget := NewBudget(0)
	d := NewDeadline(t.Context(), &budget)
	defer d.End()
	d.Limit(phaseAttempt, time.Millisecond)
	<-d.Context().Done()
	if got := phaseOf(d.Err()); got != phaseAttempt {
		t.Errorf("got %v", d.Err())
	}
}

func TestAnExtendedTimeoutEndsLater(t *testing.T) {
	budget := NewBudget(0)
	d := NewDeadline(t.Context(), &budget)
	defer d.End()
	d.Limit(phaseAttempt, 200*time.Millisecond)
	start := time.Now()
	d.Limit("idle", 300*time.Millisecond)
	<-d.Context().Done()
	if took := time.Since(start); took < 300*time.Millisecond || phaseOf(d.Err()) != "idle" {
		t.Errorf("got %v after %s", d.Err(), took)
	}
}

func TestAPausedTimeoutDoesNotEnd(t *testing.T) {
	budget := NewBudget(300 * time.Millisecond)
	d := NewDeadline(t.Context(), &budget)
	defer d.End()
	d.Limit(phaseAttempt, 200*time.Millisecond)
	d.Pause()
	<-d.Context().Done()
	if phaseOf(d.Err()) != PhaseTotal {
		t.Errorf("got %v", d.Err())
	}
}

func TestAShorterTimeoutReplacesALongerOne(t *testing.T) {
	budget := NewBudget(time.Hour)
	d := NewDeadline(t.Context(), &budget)
	defer d.End()
	d.Limit(phaseAttempt, time.Minute)
	d.Limit("idle", time.Millisecond)
	<-d.Context().Done()
	if phaseOf(d.Err()) != "idle" {
		t.Errorf("got %v", d.Err())
	}
}

func TestADeadlineFollowsItsParent(t *testing.T) {
	parent, cancel := context.WithCancel(t.Context())
	budget := NewBudget(time.Hour)
	d := NewDeadline(parent, &budget)
	if d.Err() != nil {
		t.Errorf("got %v", d.Err())
	}
	cancel()
	if <-d.Context().Done(); !errors.Is(d.Err(), context.Canceled) {
		t.Errorf("got %v", d.Err())
	}
	d.End()
	d.End()
}

func TestABudgetAllowsWaitsThatEndInTime(t *testing.T) {
	limited, unlimited := NewBudget(time.Hour), NewBudget(0)
	if !limited.Allows(time.Minute) || limited.Allows(2*time.Hour) || limited.Allows(math.MaxInt64) || !unlimited.Allows(1<<62) {
		t.Error("wrong waits are allowed")
	}
	if left, ok := limited.Left(); !ok || left > time.Hour || left < time.Minute {
		t.Errorf("got %s, %t", left, ok)
	}
	if _, ok := unlimited.Left(); ok {
		t.Error("a call without a limit has time left")
	}
}

func TestNamesOfSecretsAreKnown(t *testing.T) {
	for name, expected := range map[string]bool{
		"Authorization": true, "Proxy-Authorization": true, "X-Auth": true, "Cookie": true, "Set-Cookie": true, "X-Api-Key": true, "apikey": true, "x-amz-security-token": true,
		"X-Goog-Signature": true, "sig": true, "OAuth": true, "Authorisation": true,
		"Author": false, "X-Authors": false, "Idempotency-Key": false, "Www-Authenticate": false, "Content-Type": false, "X-Request-Id": false, "max_tokens": false, "keyboard": false,
	} {
		if got := IsSecretName(name); got != expected {
			t.Errorf("%s: got %t", name, got)
		}
	}
}
