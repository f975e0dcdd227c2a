package fallback

import "time"

// The reactions to a failure.
const (
	Retry = "retry"
	Next  = "next"
	Throw = "throw"
)

// Wait is an optional duration.
type Wait struct {
	Duration time.Duration
	Set      bool
}

// Attempt is the situation after a failed attempt.
type Attempt struct {
	// Kind is the kind of the failure, and Action what the rules say about it.
	Kind, Action string
	// Tries is the number of attempts with this model, including this one.
	Tries int
	// HasNext: models are left that were not requested yet.
	HasNext bool
	// RetryAfter is the wait that the response asked for.
	RetryAfter Wait
	// MaxRetryAfter is the longest such wait.
	MaxRetryAfter time.Duration
	// RetryDelay is the wait before a retry if the response did not ask for one.
	RetryDelay time.Duration
}

// Decision is what to do after a failed attempt.
type Decision struct {
	// Action is Retry, Next or Throw.
	Action string
	// Delay is the wait before a retry.
	Delay time.Duration
}

// Decide returns what to do after a failed attempt. A model is tried twice at most.
func Decide(attempt Attempt) Decision {
	if attempt.Tries == 1 {
		if delay := retryDelay(attempt); delay.Set {
			return Decision{Retry, delay.Duration}
		}
	}
	if attempt.Action == Throw || !attempt.HasNext {
		return Decision{Action: Throw}
	}
	return Decision{Action: Next}
}

func retryDelay(attempt Attempt) Wait {
	requested := attempt.RetryAfter
	if requested.Duration > attempt.MaxRetryAfter {
		requested = Wait{}
	}
	switch {
	case attempt.Kind == "insufficient_credits" && attempt.Action == Throw:
		// A balance that is used up for a moment affects all models.
		return requested
	case attempt.Kind == "rate_limited" && attempt.Action == Next:
		// Another model responds sooner. Only the last one is waited for.
		if attempt.HasNext {
			return Wait{}
		}
		return requested
	case attempt.Action != Retry:
		return Wait{}
	case attempt.RetryAfter.Set && (!attempt.HasNext || attempt.Kind == "rate_limited"):
		return requested
	}
	return Wait{attempt.RetryDelay, true}
}
