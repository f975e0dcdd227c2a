package fallback

import (
	"sync"
	"testing"
	"time"
)

const model = "openai/gpt-5-mini"

// clock is a time that a test sets.
type clock struct{ time time.Time }

func (c *clock) now() time.Time { return c.time }

func (c *clock) pass(duration time.Duration) { c.time = c.time.Add(duration) }

func newTestCooldown() (*Cooldown, *clock, *Classifier) {
	now := &clock{time.Unix(1_700_000_000, 0)}
	return NewCooldown(policy().Cooldown, 2, 30*time.Second, now.now), now, NewClassifier(policy())
}

func TestCooldownStartsAfterConsecutiveFailures(t *testing.T) {
	cooldown, _, classifier := newTestCooldown()
	kind, _ := classifier.Kind("server_error")
	cooldown.NoteFailure(model, kind, Wait{})
	cooldown.NoteSuccess(model)
	cooldown.NoteFailure(model, kind, Wait{})
	if cooldown.IsCooling(model) {
		t.Fatal("a success did not reset the count")
	}
	cooldown.NoteFailure(model, kind, Wait{})
	if !cooldown.IsCooling(model) {
		t.Error("the second failure in a row did not start the cooldown")
	}
	if cooldown.IsCooling("other/model") {
		t.Error("another model is in cooldown")
	}
}

func TestCooldownOfEachKind(t *testing.T) {
	tests := []struct {
		kind       string
		retryAfter Wait
		want       time.Duration
	}{
		{"rate_limited", Wait{}, 5 * time.Second},
		{"rate_limited", Wait{time.Second, true}, time.Second},
		{"rate_limited", Wait{0, true}, 0},
		{"not_found", Wait{}, time.Minute},
		{"bad_request", Wait{}, 0},
		{"server_error", Wait{}, 0},
	}
	for _, test := range tests {
		cooldown, now, classifier := newTestCooldown()
		kind, _ := classifier.Kind(test.kind)
		cooldown.NoteFailure(model, kind, test.retryAfter)
		if test.want > 0 {
			now.pass(test.want - 1)
			if !cooldown.IsCooling(model) {
				t.Errorf("%s %v: the cooldown is too short", test.kind, test.retryAfter)
			}
			now.pass(1)
		}
		if cooldown.IsCooling(model) {
			t.Errorf("%s %v: the cooldown is longer than %v", test.kind, test.retryAfter, test.want)
		}
	}
}

func TestOneTrialFollowsTheCooldown(t *testing.T) {
	cooldown, now, classifier := newTestCooldown()
	kind, _ := classifier.Kind("server_error")
	cooldown.NoteFailure(model, kind, Wait{})
	cooldown.NoteFailure(model, kind, Wait{})
	now.pass(30 * time.Second)
	if cooldown.IsCooling(model) {
		t.Fatal("the cooldown does not end")
	}
	if !cooldown.IsCooling(model) {
		t.Fatal("a second trial is allowed during the first one")
	}
	cooldown.NoteNothing(model)
	if cooldown.IsCooling(model) {
		t.Fatal("a trial without a result blocks the next one")
	}
	cooldown.NoteFailure(model, kind, Wait{})
	if !cooldown.IsCooling(model) {
		t.Fatal("a failed trial did not start the cooldown again")
	}
	now.pass(30 * time.Second)
	if cooldown.IsCooling(model) {
		t.Fatal("the second cooldown does not end")
	}
	cooldown.NoteSuccess(model)
	for range 2 {
		if cooldown.IsCooling(model) {
			t.Error("a success did not end the cooldown")
		}
	}
}

func TestALongCooldownIsNotShortened(t *testing.T) {
	cooldown, now, classifier := newTestCooldown()
	notFound, _ := classifier.Kind("not_found")
	limited, _ := classifier.Kind("rate_limited")
	cooldown.NoteFailure(model, notFound, Wait{})
	cooldown.NoteFailure(model, limited, Wait{})
	now.pass(59 * time.Second)
	if !cooldown.IsCooling(model) {
		t.Error("the shorter cooldown replaced the longer one")
	}
}

func TestConcurrentCallersGetOneTrial(t *testing.T) {
	cooldown, now, classifier := newTestCooldown()
	kind, _ := classifier.Kind("not_found")
	cooldown.NoteFailure(model, kind, Wait{})
	now.pass(time.Minute)
	var group sync.WaitGroup
	trials := make(chan bool, 50)
	for range cap(trials) {
		group.Go(func() {
			if !cooldown.IsCooling(model) {
				trials <- true
			}
		})
	}
	group.Wait()
	if len(trials) != 1 {
		t.Errorf("got %d trials", len(trials))
	}
}
