package conformance

import (
	"context"
	"encoding/json"
	"errors"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// fallbackSettings are the models of a step, and how they replace each other.
type fallbackSettings struct {
	Models              []string                                         `json:"models"`
	Actions             map[patchbay.FailureKind]patchbay.FallbackAction `json:"actions"`
	FirstTokenTimeoutMs *float64                                         `json:"firstTokenTimeoutMs"`
	RetryDelayMs        *float64                                         `json:"retryDelayMs"`
	Cooldown            *struct {
		FailureThreshold int     `json:"failureThreshold"`
		DurationMs       float64 `json:"durationMs"`
	} `json:"cooldown"`
}

// attempt is an attempt of a fallback. A cost that is not known is absent.
type attempt struct {
	Model       string   `json:"model"`
	Outcome     string   `json:"outcome"`
	FailureKind string   `json:"failureKind,omitempty"`
	Cost        *float64 `json:"cost,omitempty"`
}

// fallback returns the fallback of a step. Steps with equal settings share one, with its cooldown.
func (s *state) fallback(settings *fallbackSettings) (*patchbay.Fallback, error) {
	key, err := json.Marshal(settings)
	if err != nil {
		return nil, err
	}
	if s.fallbacks[string(key)] == nil {
		s.fallbacks[string(key)] = patchbay.NewFallback(settings.Models, settings.options()...)
	}
	return s.fallbacks[string(key)], nil
}

func (f *fallbackSettings) options() []patchbay.FallbackOption {
	var options []patchbay.FallbackOption
	if f.Actions != nil {
		options = append(options, patchbay.FallbackActions(f.Actions))
	}
	if f.FirstTokenTimeoutMs != nil {
		options = append(options, patchbay.FallbackFirstTokenTimeout(milliseconds(*f.FirstTokenTimeoutMs)))
	}
	if f.RetryDelayMs != nil {
		options = append(options, patchbay.FallbackRetryDelay(milliseconds(*f.RetryDelayMs)))
	}
	if f.Cooldown != nil {
		cooldown := patchbay.NewCooldown(f.Cooldown.FailureThreshold, milliseconds(f.Cooldown.DurationMs))
		options = append(options, patchbay.FallbackCooldown(cooldown))
	}
	return options
}

// callWithFallback makes a chat completion with several models. The attempts are reported after an error, too.
func (c *call) callWithFallback(ctx context.Context) error {
	params, ok := c.params.Interface().(patchbay.ChatCompletionParams)
	if !ok {
		c.fault = errors.New("the runner has no fallback for the operation " + c.Op)
		return nil
	}
	if c.Streams {
		return c.streamWithFallback(ctx, params)
	}
	result, err := c.fallback.Chat(ctx, c.client, params, c.options...)
	if err != nil {
		c.report.Attempts = toAttempts(patchbay.AttemptsOf(err))
		return err
	}
	c.report.Value = c.toJSON(result.Value)
	c.report.Attempts = toAttempts(result.Attempts)
	return nil
}

// streamWithFallback streams a chat completion with several models. The text before an error is reported, too.
func (c *call) streamWithFallback(ctx context.Context, params patchbay.ChatCompletionParams) error {
	stream, err := c.fallback.ChatStream(ctx, c.client, params, c.options...)
	if err != nil {
		c.report.Attempts = toAttempts(patchbay.AttemptsOf(err))
		return err
	}
	defer stream.Close()
	text := ""
	for piece, failed := range stream.Text() {
		text += piece
		err = failed
	}
	c.report.Text, c.report.Attempts = &text, toAttempts(stream.Attempts())
	return err
}

func toAttempts(attempts []patchbay.Attempt) []attempt {
	list := []attempt{}
	for _, one := range attempts {
		report := attempt{Model: one.Model, Outcome: string(one.Outcome), FailureKind: string(one.FailureKind)}
		if cost, ok := one.Cost.Get(); ok {
			usd := cost.Float64()
			report.Cost = &usd
		}
		list = append(list, report)
	}
	return list
}
