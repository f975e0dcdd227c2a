package fallback

import (
	"testing"
	"time"
)

func TestDecide(t *testing.T) {
	wait := func(duration time.Duration) Wait { return Wait{duration, true} }
	const delay, short, long = 250 * time.Millisecond, 2 * time.Second, 2 * time.Minute
	tests := []struct {
		name    string
		attempt Attempt
		want    Decision
	}{
		{"retry once", Attempt{Kind: "server_error", Action: Retry, Tries: 1, HasNext: true}, Decision{Retry, delay}},
		{"then the next model", Attempt{Kind: "server_error", Action: Retry, Tries: 2, HasNext: true}, Decision{Action: Next}},
		{"then the error", Attempt{Kind: "server_error", Action: Retry, Tries: 2}, Decision{Action: Throw}},
		{"a requested wait does not delay the next model", Attempt{Kind: "server_error", Action: Retry, Tries: 1, HasNext: true, RetryAfter: wait(short)}, Decision{Retry, delay}},
		{"the last model waits as requested", Attempt{Kind: "server_error", Action: Retry, Tries: 1, RetryAfter: wait(short)}, Decision{Retry, short}},
		{"the last model does not wait too long", Attempt{Kind: "server_error", Action: Retry, Tries: 1, RetryAfter: wait(long)}, Decision{Action: Throw}},
		{"next", Attempt{Kind: "timeout", Action: Next, Tries: 1, HasNext: true}, Decision{Action: Next}},
		{"next without a model", Attempt{Kind: "timeout", Action: Next, Tries: 1}, Decision{Action: Throw}},
		{"throw", Attempt{Kind: "forbidden", Action: Throw, Tries: 1, HasNext: true}, Decision{Action: Throw}},
		{"a rate limit leads to the next model", Attempt{Kind: "rate_limited", Action: Next, Tries: 1, HasNext: true, RetryAfter: wait(short)}, Decision{Action: Next}},
		{"the rate limit of the last model", Attempt{Kind: "rate_limited", Action: Next, Tries: 1, RetryAfter: wait(short)}, Decision{Retry, short}},
		{"a rate limit that is reached again", Attempt{Kind: "rate_limited", Action: Next, Tries: 2, RetryAfter: wait(short)}, Decision{Action: Throw}},
		{"a rate limit without a wait", Attempt{Kind: "rate_limited", Action: Next, Tries: 1}, Decision{Action: Throw}},
		{"a rate limit that is too long", Attempt{Kind: "rate_limited", Action: Next, Tries: 1, RetryAfter: wait(long)}, Decision{Action: Throw}},
		{"a rate limit with the action retry", Attempt{Kind: "rate_limited", Action: Retry, Tries: 1, HasNext: true, RetryAfter: wait(short)}, Decision{Retry, short}},
		{"missing credits", Attempt{Kind: "insufficient_credits", Action: Throw, Tries: 1, HasNext: true}, Decision{Action: Throw}},
		{"credits that are missing for a moment", Attempt{Kind: "insufficient_credits", Action: Throw, Tries: 1, HasNext: true, RetryAfter: wait(0)}, Decision{Retry, 0}},
		{"missing credits with the action next", Attempt{Kind: "insufficient_credits", Action: Next, Tries: 1, HasNext: true, RetryAfter: wait(short)}, Decision{Action: Next}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.attempt.RetryDelay, test.attempt.MaxRetryAfter = delay, time.Minute
			if got := Decide(test.attempt); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}
