package patchbay

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"
)

func TestFallbackRequestsTheNextModel(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(429)}, second: {says("Hi.")}}}
	result, err := NewFallback([]string{first, second}).Chat(t.Context(), api.client(), hello())
	if err != nil {
		t.Fatal(err)
	}
	if result.Model != second || result.Value.Choices[0].Message.Content != "Hi." {
		t.Errorf("got %s, %s", result.Model, result.Value.RawJSON())
	}
	if got := outcomes(result.Attempts); !slices.Equal(got, []string{"failed rate_limited", "succeeded"}) {
		t.Errorf("got %q", got)
	}
	failed, succeeded := result.Attempts[0], result.Attempts[1]
	if _, known := failed.Cost.Get(); failed.Model != first || failed.Err == nil || known {
		t.Errorf("got %+v", failed)
	}
	if cost, _ := succeeded.Cost.Get(); succeeded.Model != "served/model" || succeeded.Provider != "Served" || succeeded.GenerationID != "gen-1" || cost.String() != "0.1" || succeeded.Duration <= 0 {
		t.Errorf("got %+v", succeeded)
	}
}

func TestFallbackReturnsTheLastError(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(429)}, second: {fails(404)}}}
	_, err := NewFallback([]string{first, second}).Chat(t.Context(), api.client(WithMaxRetries(5)), hello())
	var apiErr *Error
	if !errors.As(err, &apiErr) || apiErr.Code != CodeNotFound || err.Error() != apiErr.Message {
		t.Fatalf("got %v", err)
	}
	if got := outcomes(AttemptsOf(fmt.Errorf("wrapped: %w", err))); !slices.Equal(got, []string{"failed rate_limited", "failed not_found"}) {
		t.Errorf("got %q", got)
	}
	if AttemptsOf(apiErr) != nil || AttemptsOf(nil) != nil {
		t.Error("other errors have no attempts")
	}
}

func TestFallbackRepeatsARequestWithItsIdempotencyKey(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(503)}, second: {says("Hi.")}}}
	models := NewFallback([]string{first, second}, FallbackRetryDelay(0))
	result, err := models.Chat(t.Context(), api.client(), hello(), WithIdempotencyKey("own"))
	if err != nil || !slices.Equal(api.requests, []string{first, first, second}) {
		t.Fatalf("got %v, %q", err, api.requests)
	}
	if len(result.Attempts) != 3 || len(api.keys) != 3 || api.keys[0] != api.keys[1] || api.keys[1] == api.keys[2] {
		t.Errorf("got the keys %q", api.keys)
	}
	if _, err := models.Chat(t.Context(), api.client(), hello()); err != nil || slices.Contains(api.keys[:3], api.keys[3]) {
		t.Errorf("another call has the keys %q, %v", api.keys, err)
	}
}

func TestFallbackActionsReplaceTheRules(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(403)}, second: {fails(429)}}}
	models := NewFallback([]string{first, second}, FallbackActions(map[FailureKind]FallbackAction{
		FailureForbidden: ActionNext, FailureRateLimited: ActionThrow,
	}))
	_, err := models.Chat(t.Context(), api.client(), hello())
	if got := outcomes(AttemptsOf(err)); !slices.Equal(got, []string{"failed forbidden", "failed rate_limited"}) {
		t.Errorf("got %q", got)
	}
}

func TestFallbackAcceptRejectsCompletions(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {says("No.")}, second: {says("Yes.")}}}
	accept := FallbackAccept(func(reply *ChatCompletion) bool { return reply.Choices[0].Message.Content == "Yes." })
	result, err := NewFallback([]string{first, second}, accept).Chat(t.Context(), api.client(), hello())
	if err != nil || result.Model != second {
		t.Fatalf("got %v", err)
	}
	rejected := result.Attempts[0]
	if cost, _ := rejected.Cost.Get(); rejected.Outcome != OutcomeRejected || rejected.Err == nil || cost.String() != "0.1" {
		t.Errorf("got %+v", rejected)
	}
	_, err = NewFallback([]string{first}, accept).Chat(t.Context(), api.client(), hello())
	var output *Error
	if !errors.As(err, &output) || output.Kind != KindOutput || output.Text != "No." || len(AttemptsOf(err)) != 1 {
		t.Errorf("got %+v", err)
	}
}

func TestFallbackRetriesAnEmptyCompletionWithAnotherKey(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {says(" ")}, second: {says("")}}}
	result, err := NewFallback([]string{first, second}, FallbackRetryDelay(0)).Chat(t.Context(), api.client(), hello())
	if err != nil || result.Model != second || result.Value.Choices[0].Message.Content != "" {
		t.Fatalf("the last completion was expected, although it is empty: %v", err)
	}
	if got := outcomes(result.Attempts); !slices.Equal(got, []string{"rejected", "rejected", "rejected", "rejected"}) {
		t.Errorf("got %q", got)
	}
	keys := slices.Clone(api.keys)
	slices.Sort(keys)
	if len(slices.Compact(keys)) != 4 {
		t.Errorf("an empty completion would be replayed for the keys %q", api.keys)
	}
}

func TestFallbackSkipsModelsInCooldown(t *testing.T) {
	shared := NewCooldown(2, time.Minute)
	for _, test := range []struct {
		cooldown *Cooldown
		want     []string
	}{
		{shared, []string{"failed server_error", "failed server_error", "succeeded"}},
		{shared, []string{"skipped", "succeeded"}},
		{nil, []string{"failed server_error", "failed server_error", "succeeded"}},
		{nil, []string{"failed server_error", "failed server_error", "succeeded"}},
	} {
		api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(503)}, second: {says("Hi.")}}}
		models := NewFallback([]string{first, second}, FallbackRetryDelay(0), FallbackCooldown(test.cooldown))
		result, err := models.Chat(t.Context(), api.client(), hello())
		if err != nil {
			t.Fatal(err)
		}
		if got := outcomes(result.Attempts); !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
		if cost, known := result.Attempts[0].Cost.Get(); result.Attempts[0].Outcome == OutcomeSkipped && (!known || !cost.IsZero()) {
			t.Error("a skipped attempt costs 0")
		}
	}
}

func TestFallbackTakesTheLastModelInCooldown(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(404), says("Hi.")}}}
	models := NewFallback([]string{first})
	if _, err := models.Chat(t.Context(), api.client(), hello()); err == nil {
		t.Fatal("an error was expected")
	}
	if _, err := models.Chat(t.Context(), api.client(), hello()); err != nil {
		t.Errorf("the only model was skipped: %v", err)
	}
}

func TestFallbackEndsWithItsContext(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(503)}, second: {says("Hi.")}}}
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	_, err := NewFallback([]string{first, second}, FallbackRetryDelay(time.Hour)).Chat(ctx, api.client(), hello())
	var canceled *Error
	if !errors.Is(err, context.DeadlineExceeded) || !errors.As(err, &canceled) || canceled.Kind != KindCanceled {
		t.Fatalf("got %v", err)
	}
	if got := outcomes(AttemptsOf(err)); !slices.Equal(got, []string{"failed server_error"}) {
		t.Errorf("got %q", got)
	}
	_, err = NewFallback([]string{first, second}).Chat(ctx, api.client(), hello())
	if got := outcomes(AttemptsOf(err)); !errors.Is(err, context.DeadlineExceeded) || !slices.Equal(got, []string{"cancelled"}) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestFallbackParamsChangeACopy(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(429)}, second: {says("Hi.")}}}
	models := NewFallback([]string{first, second}, FallbackParams(first, func(params *ChatCompletionParams) {
		params.MaxTokens = Int(7)
	}))
	params := hello()
	before := params
	if _, err := models.Chat(t.Context(), api.client(), params); err != nil {
		t.Fatal(err)
	}
	if api.bodies[0]["max_tokens"] != 7.0 || api.bodies[1]["max_tokens"] != nil || !reflect.DeepEqual(params, before) {
		t.Errorf("got the requests %v", api.bodies)
	}
}

func TestFallbackReplacesAnExtraModel(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(429)}, second: {says("Hi.")}}}
	params := hello()
	params.SetExtra("model", "another/model")
	result, err := NewFallback([]string{first, second}).Chat(t.Context(), api.client(), params)
	if err != nil || result.Model != second || !slices.Equal(api.requests, []string{first, second}) {
		t.Errorf("got %+v, %v after %q", result, err, api.requests)
	}
}

func TestFallbackReportsWrongOptions(t *testing.T) {
	api := &fakeAPI{}
	tests := map[string]*Fallback{
		"no models":       NewFallback(nil),
		"an empty model":  NewFallback([]string{first, " "}),
		"an unknown kind": NewFallback([]string{first}, FallbackActions(map[FailureKind]FallbackAction{"other": ActionNext})),
		"another action":  NewFallback([]string{first}, FallbackActions(map[FailureKind]FallbackAction{FailureTimeout: "wait"})),
		"a delay below 0": NewFallback([]string{first}, FallbackRetryDelay(-1)),
		"no first token":  NewFallback([]string{first}, FallbackFirstTokenTimeout(0)),
		"no idle time":    NewFallback([]string{first}, FallbackIdleTimeout(-time.Second)),
		"another model":   NewFallback([]string{first}, FallbackParams(second, func(*ChatCompletionParams) {})),
		"a cooldown of 0": NewFallback([]string{first}, FallbackCooldown(NewCooldown(0, time.Second))),
		"a zero cooldown": NewFallback([]string{first, second}, FallbackCooldown(&Cooldown{})),
		"a nil option":    NewFallback([]string{first}, nil),
		"a zero Fallback": {},
		"a nil Fallback":  nil,
	}
	for name, models := range tests {
		_, err := models.Chat(t.Context(), api.client(), hello())
		var usage *Error
		if !errors.As(err, &usage) || usage.Kind != KindUsage {
			t.Errorf("%s: got %v", name, err)
			continue
		}
		message := usage.Message
		usage.Message = "changed by the caller"
		if _, err := models.Chat(t.Context(), api.client(), hello()); err.Error() != message {
			t.Errorf("%s: the error of the next call is %v", name, err)
		}
	}
	for _, client := range []*Client{nil, {}} {
		if _, err := NewFallback([]string{first}).Chat(t.Context(), client, hello()); err == nil {
			t.Error("a nil client and the zero value are mistakes")
		}
	}
	if len(api.requests) > 0 {
		t.Errorf("requests were sent: %q", api.requests)
	}
}

func TestFallbackDoesNotReportAnAttemptThatWasNotSent(t *testing.T) {
	api := &fakeAPI{}
	params := hello()
	params.Messages = []ChatMessage{{}}
	_, err := NewFallback([]string{first, second}).Chat(t.Context(), api.client(), params)
	var usage *Error
	if !errors.As(err, &usage) || usage.Kind != KindUsage || len(AttemptsOf(err)) != 0 {
		t.Errorf("got %v, %v", err, AttemptsOf(err))
	}
}

func TestFallbackIsSafeForConcurrentUse(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {fails(503), says("Hi.")}, second: {says("Hi.")}}}
	models := NewFallback([]string{first, second}, FallbackRetryDelay(0))
	client := api.client()
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			if _, err := models.Chat(t.Context(), client, hello()); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

func TestIsEmpty(t *testing.T) {
	tests := map[string]bool{
		`{"choices":[]}`: true,
		`{"choices":[{"message":{"content":null}}]}`:                            true,
		`{"choices":[{"message":{"content":" \n"}}]}`:                           true,
		`{"choices":[{"message":{"content":"a"}}]}`:                             false,
		`{"choices":[{"message":{"content":[{"type":"text","text":"a"}]}}]}`:    false,
		`{"choices":[{"message":{"content":[{"type":"text","text":""}]}}]}`:     true,
		`{"choices":[{"message":{"refusal":"No."}}]}`:                           false,
		`{"choices":[{"message":{"content":""},"finish_reason":"length"}]}`:     false,
		`{"choices":[{"message":{"tool_calls":[{"id":"a","function":{}}]}}]}`:   false,
		`{"choices":[{"message":{"audio":{"id":"a"}}}]}`:                        false,
		`{"choices":[{"message":{"content":""},"finish_reason":"tool_calls"}]}`: true,
	}
	for text, want := range tests {
		var completion ChatCompletion
		if err := json.Unmarshal([]byte(text), &completion); err != nil {
			t.Fatal(err)
		}
		if got := isEmpty(&completion); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
