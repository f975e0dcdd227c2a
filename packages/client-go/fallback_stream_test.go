package patchbay

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	role  = `{"role":"assistant","content":""}`
	hi    = `{"content":"Hi"}`
	there = `{"content":" there."}`
)

// readText reads a stream. It returns the text before the error.
func readText(stream *FallbackStream) (text string, err error) {
	for piece, err := range stream.Text() {
		if err != nil {
			return text, err
		}
		text += piece
	}
	return text, nil
}

func TestFallbackReplacesAStreamBeforeItsFirstOutput(t *testing.T) {
	stalled := streamsPart(role)
	stalled.stalls = true
	event := streamsPart(role)
	event.body += `data: {"error":{"code":502,"message":"Overloaded."}}` + "\n\n"
	tests := []struct {
		name  string
		reply fakeReply
		want  []string
	}{
		{"a failed request", fails(429), []string{"failed rate_limited", "succeeded"}},
		{"a stream that breaks", streamsPart(role), []string{"failed stream_interrupted", "succeeded"}},
		{"an error event", event, []string{"failed server_error", "failed server_error", "succeeded"}},
		{"a stream that stalls", stalled, []string{"failed timeout", "succeeded"}},
		{"a response that stalls", fakeReply{stalls: true, body: ": comment\n\n"}, []string{"failed timeout", "succeeded"}},
		{"a stream without events", fakeReply{body: "data: [DONE]\n\n"}, []string{"rejected", "rejected", "succeeded"}},
		{"a stream without output", streams(role), []string{"rejected", "rejected", "succeeded"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.reply.stalls {
				test.reply.header = "Content-Type: text/event-stream"
			}
			api := &fakeAPI{replies: map[string][]fakeReply{first: {test.reply}, second: {streams(role, hi, there)}}}
			models := NewFallback([]string{first, second}, FallbackRetryDelay(0), FallbackFirstTokenTimeout(500*time.Millisecond))
			stream, err := models.ChatStream(t.Context(), api.client(), hello())
			if err != nil {
				t.Fatal(err)
			}
			defer stream.Close()
			text, err := readText(stream)
			if err != nil || text != "Hi there." || stream.Model != second {
				t.Fatalf("got %q of %s, %v", text, stream.Model, err)
			}
			attempts := stream.Attempts()
			if got := outcomes(attempts); !slices.Equal(got, test.want) {
				t.Errorf("got %q", got)
			}
			last := attempts[len(attempts)-1]
			if cost, known := last.Cost.Get(); !known || cost.String() != "0.1" || last.Model != "served/model" || last.Duration <= 0 {
				t.Errorf("got %+v", last)
			}
			if wait, ok := last.TimeToFirstToken.Get(); !ok || wait <= 0 || wait > last.Duration {
				t.Errorf("got the time to the first token %v of %v", wait, last.Duration)
			}
			reply, err := stream.Final()
			if err != nil || reply.Choices[0].Message.Content != "Hi there." {
				t.Errorf("the final response: %v", err)
			}
		})
	}
}

func TestFirstTokenTimeoutIsATimeoutError(t *testing.T) {
	stalled := streamsPart(role)
	stalled.stalls = true
	for _, reply := range []fakeReply{stalled, {body: ": comment\n\n", stalls: true, header: "Content-Type: text/event-stream"}} {
		api := &fakeAPI{replies: map[string][]fakeReply{first: {reply}}}
		models := NewFallback([]string{first}, FallbackFirstTokenTimeout(50*time.Millisecond))
		_, err := models.ChatStream(t.Context(), api.client(), hello())
		failed := asError(err)
		if failed == nil || failed.Kind != KindTimeout || failed.Phase != PhaseFirstToken || !strings.Contains(failed.Message, "50ms") {
			t.Errorf("got %v", err)
		}
	}
}

func TestAnErrorAfterOutputEndsTheStream(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {streamsPart(role, hi)}, second: {streams(role, there)}}}
	models := NewFallback([]string{first, second}, FallbackCooldown(NewCooldown(1, time.Minute)))
	stream, err := models.ChatStream(t.Context(), api.client(), hello())
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Close()
	text, err := readText(stream)
	if failed := asError(err); text != "Hi" || failed == nil || failed.Kind != KindStream {
		t.Fatalf("got %q, %v", text, err)
	}
	attempts := stream.Attempts()
	if got := outcomes(attempts); !slices.Equal(got, []string{"failed stream_interrupted"}) || attempts[0].Err == nil {
		t.Errorf("got %q", got)
	}
	if stream, err = models.ChatStream(t.Context(), api.client(), hello()); err != nil || stream.Model != second {
		t.Fatalf("the failure did not start the cooldown: %v", err)
	}
	stream.Close()
}

func TestAStreamThatIsLeftIsCancelled(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {streams(role, hi, there)}}}
	budget := NewBudget(MustParseUSD("1"))
	stream, err := NewFallback([]string{first}).ChatStream(t.Context(), api.client(), hello(), WithBudget(budget))
	if err != nil {
		t.Fatal(err)
	}
	for range stream.All() {
		break
	}
	stream.Close()
	attempt := stream.Attempts()[0]
	if _, known := attempt.Cost.Get(); attempt.Outcome != OutcomeCancelled || known || budget.Unknown() != 1 {
		t.Errorf("got %+v, %d unknown costs", attempt, budget.Unknown())
	}
}

func TestACanceledStreamIsCancelled(t *testing.T) {
	reply := streamsPart(role, hi)
	reply.stalls = true
	api := &fakeAPI{replies: map[string][]fakeReply{first: {reply}}}
	ctx, cancel := context.WithCancel(t.Context())
	stream, err := NewFallback([]string{first}).ChatStream(ctx, api.client(), hello())
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := readText(stream); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if attempt := stream.Attempts()[0]; attempt.Outcome != OutcomeCancelled {
		t.Errorf("got %+v", attempt)
	}
}

func TestChatIsStreamedForTheFirstTokenTimeout(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {streamsPart(role, hi)}, second: {streams(role, hi, there)}}}
	models := NewFallback([]string{first, second}, FallbackFirstTokenTimeout(time.Minute), FallbackIdleTimeout(time.Minute))
	result, err := models.Chat(t.Context(), api.client(), hello())
	if err != nil || result.Value.Choices[0].Message.Content != "Hi there." {
		t.Fatalf("got %v", err)
	}
	if got := outcomes(result.Attempts); !slices.Equal(got, []string{"failed stream_interrupted", "succeeded"}) {
		t.Errorf("got %q", got)
	}
	if api.bodies[0]["stream"] != true {
		t.Errorf("got the request %v", api.bodies[0])
	}
	if _, ok := result.Attempts[1].TimeToFirstToken.Get(); !ok {
		t.Error("the time to the first token is missing")
	}
	if info, ok := InfoOf(result.Value); !ok || info.Attempts != 1 {
		t.Errorf("got %+v", info)
	}
}

func TestAStreamWithoutOutputIsReturnedAtLast(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {streams(role)}}}
	stream, err := NewFallback([]string{first}, FallbackRetryDelay(0)).ChatStream(t.Context(), api.client(), hello())
	if err != nil {
		t.Fatal(err)
	}
	reply, err := stream.Final()
	if err != nil || reply.ID != "gen-2" || len(stream.Attempts()) != 2 {
		t.Errorf("got %v", err)
	}
}

func TestAStreamThatIsReplacedIsPaidAndClosed(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {streams(role)}, second: {streams(role, hi)}}}
	budget := NewBudget(MustParseUSD("1"))
	stream, err := NewFallback([]string{first, second}, FallbackRetryDelay(0)).ChatStream(t.Context(), api.client(), hello(), WithBudget(budget))
	if err != nil {
		t.Fatal(err)
	}
	if budget.Spent().String() != "0.2" || api.open.Load() != 1 {
		t.Errorf("got %s USD, %d open responses", budget.Spent(), api.open.Load())
	}
	if _, err := stream.Final(); err != nil || budget.Spent().String() != "0.3" || budget.Unknown() != 0 || api.open.Load() != 0 {
		t.Errorf("got %s USD, %d open responses, %v", budget.Spent(), api.open.Load(), err)
	}
}

func TestAcceptDoesNotApplyToStreams(t *testing.T) {
	models := NewFallback([]string{first}, FallbackAccept(func(*ChatCompletion) bool { return true }))
	_, err := models.ChatStream(t.Context(), (&fakeAPI{}).client(), hello())
	if failed := asError(err); failed == nil || failed.Kind != KindUsage {
		t.Errorf("got %v", err)
	}
}

func TestABudgetCountsStreams(t *testing.T) {
	event := streamsPart(role)
	event.body += `data: {"error":{"code":429,"message":"Slow down."}}` + "\n\n"
	tests := []struct {
		name    string
		reply   fakeReply
		spent   string
		unknown int
	}{
		{"a complete stream", streams(role, hi), "0.1", 0},
		{"a broken stream", streamsPart(role, hi), "0", 1},
		{"a rate limit", event, "0", 0},
		{"no events", fakeReply{body: "data: [DONE]\n\n"}, "0", 1},
	}
	for _, test := range tests {
		api := &fakeAPI{replies: map[string][]fakeReply{first: {test.reply}}}
		budget := NewBudget(MustParseUSD("1"))
		params := hello()
		params.Model = String(first)
		stream, err := api.client(WithBudget(budget), WithMaxRetries(0)).Chat.Completions.Stream(t.Context(), params)
		if err == nil {
			_, _ = stream.Final() // also an error is billed
			stream.Close()
		}
		if budget.Spent().String() != test.spent || budget.Unknown() != test.unknown {
			t.Errorf("%s: got %s USD, %d unknown costs", test.name, budget.Spent(), budget.Unknown())
		}
	}
}
