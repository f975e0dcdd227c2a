package patchbaytest

import (
	"encoding/json"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// Option sets how a session starts.
type Option func(scenario)

// scenario is the body of a reset.
type scenario map[string]any

// ProviderState is the state of a provider.
type ProviderState string

// The states of providers.
const (
	ProviderUp ProviderState = "up"
	// ProviderDegraded: 30% of the requests fail, and 10% of the others are interrupted.
	ProviderDegraded    ProviderState = "degraded"
	ProviderDown        ProviderState = "down"
	ProviderRateLimited ProviderState = "rate_limited"
	// ProviderSlow: ten times slower.
	ProviderSlow ProviderState = "slow"
	// ProviderInvalidToolCalls: the arguments of tool calls are not valid JSON.
	ProviderInvalidToolCalls ProviderState = "invalid_tool_calls"
)

// WithCredits sets the balance of each account. Default: 100 USD.
func WithCredits(amount patchbay.USD) Option {
	return func(s scenario) { s["credits"] = toNumber(amount) }
}

// WithProvider sets the state of a provider, such as "mistral". Default: all providers are up.
func WithProvider(name string, state ProviderState) Option {
	return func(s scenario) {
		states, _ := s["providers"].(map[string]ProviderState)
		if states == nil {
			states = map[string]ProviderState{}
			s["providers"] = states
		}
		states[name] = state
	}
}

// WithEcho makes the model repeat the last user message if no rule applies. Default: it replies with sentences.
func WithEcho() Option {
	return func(s scenario) { s["defaultReply"] = "echo" }
}

// WithStrict makes a request that matches no rule fail with status 400. Default: the model replies.
func WithStrict() Option {
	return func(s scenario) { s["strict"] = true }
}

// WithSeed sets the seed of replies and randomness. Default: 1.
func WithSeed(seed int64) Option {
	return func(s scenario) { s["seed"] = seed }
}

// WithTokenDelay sets the time between two tokens of a stream. Default: 0.
func WithTokenDelay(delay time.Duration) Option {
	return func(s scenario) { s["tokenDelay"] = toMilliseconds(delay) }
}

// WithRules sets the first rules. A later rule takes precedence over an earlier one.
func WithRules(rules ...Rule) Option {
	return func(s scenario) {
		own, _ := s["rules"].([]Rule)
		if rules = append(own, rules...); len(rules) > 0 {
			s["rules"] = rules
		}
	}
}

// toNumber returns an amount as a number in JSON.
func toNumber(amount patchbay.USD) json.Number { return json.Number(amount.String()) }
