package fallback

import "github.com/patchbay/patchbay/packages/client-go/internal/contract"

func isTrue(value bool) *bool { return &value }

// policy has one rule of each form.
func policy() contract.FallbackPolicy {
	return contract.FallbackPolicy{
		Kinds: []contract.FailureKind{
			{Kind: "connection", Action: Retry, BlamesModel: true},
			{Kind: "ambiguous", Action: Next, BlamesModel: true, MayBeBilled: true},
			{Kind: "not_found", Action: Next},
			{Kind: "rate_limited", Action: Next},
			{Kind: "bad_request", Action: Throw},
			{Kind: "context_length_exceeded", Action: Next},
			{Kind: "stream_interrupted", Action: Next},
			{Kind: "server_error", Action: Retry, BlamesModel: true},
			{Kind: "after_output", Action: Throw},
			{Kind: "unknown", Action: Throw},
		},
		Rules: []contract.FailureRule{
			{Kind: "after_output", Shown: isTrue(true)},
			{Kind: "ambiguous", Error: classConnection, RequestSent: isTrue(true)},
			{Kind: "connection", Error: classConnection},
			{Kind: "context_length_exceeded", Error: classAPI, Types: []string{"token_limit_exceeded"}},
			{Kind: "context_length_exceeded", Error: classAPI, Statuses: []int{400}, StatusFrom: 500, Says: "too_long"},
			{Kind: "not_found", Error: classAPI, Statuses: []int{400}, Says: "unknown_model"},
			{Kind: "rate_limited", Error: classAPI, Statuses: []int{429}},
			{Kind: "bad_request", Error: classAPI, StatusFrom: 400, StatusBelow: 500},
			{Kind: "stream_interrupted", Error: classAPI, HasOutput: isTrue(true)},
			{Kind: "server_error", Error: classAPI},
			{Kind: "unknown"},
		},
		Phrases: map[string]contract.Phrases{
			"unknown_model": {MessageOnly: true, Any: []string{"is not a valid model id"}},
			"too_long": {
				Certain: []string{"maximum context length"},
				Any:     []string{"prompt is too long", "exceeds the limit"},
				Unless:  []string{`\bquota\b`},
			},
		},
		Cooldown: contract.Cooldown{Failures: 2, DurationMs: 30_000, RateLimitMs: 5000, NotFoundMs: 60_000},
	}
}
