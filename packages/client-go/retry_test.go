package patchbay_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

func TestARefusedConnectionIsRetriedAlsoIfTheCallIsPaid(t *testing.T) {
	s := newServer(t, nil)
	client := s.client(t)
	s.Close()
	_, err := chat(t, client)
	failed := wantError(t, err, patchbay.KindConnection)
	if failed.RequestSent || failed.Attempts != 3 {
		t.Errorf("got RequestSent %t, %d attempts", failed.RequestSent, failed.Attempts)
	}
	var operation *net.OpError
	if !errors.Is(err, syscall.ECONNREFUSED) || !errors.As(err, &operation) {
		t.Errorf("the cause is lost: %v", errors.Unwrap(failed))
	}
}

func TestAnUnknownHostAndAMissingTLSSessionAreNotSent(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, count) })
	secure := newTLSServer(t)
	for name, url := range map[string]string{
		"host":        "http://unknown.invalid",
		"plain":       "https" + s.URL[len("http"):],
		"certificate": secure.URL,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := chat(t, s.client(t, patchbay.WithBaseURL(url), patchbay.WithMaxRetries(0)))
			if failed := wantError(t, err, patchbay.KindConnection); failed.RequestSent {
				t.Errorf("the request was not sent: %v", err)
			}
		})
	}
}

func TestABrokenConnectionIsRetriedOnlyIfTheCallIsSafe(t *testing.T) {
	breaks := func(number int, w http.ResponseWriter, _ *http.Request) {
		if number == 1 {
			hangUp(w)
			return
		}
		reply(w, 200, completion)
	}
	s := newServer(t, breaks)
	_, err := chat(t, s.client(t))
	if failed := wantError(t, err, patchbay.KindConnection); !failed.RequestSent || failed.Attempts != 1 || len(s.all()) != 1 {
		t.Errorf("got RequestSent %t, %d attempts, %d requests", failed.RequestSent, failed.Attempts, len(s.all()))
	}

	s = newServer(t, breaks)
	result, err := chat(t, s.client(t), patchbay.WithRetryNonIdempotent(true))
	if err != nil {
		t.Fatal(err)
	}
	if info, _ := patchbay.InfoOf(result); info.Attempts != 2 {
		t.Errorf("got %d attempts", info.Attempts)
	}
	requests := s.all()
	first, second := requests[0], requests[1]
	if key := first.header.Get("Idempotency-Key"); key == "" || key != second.header.Get("Idempotency-Key") || first.body != second.body {
		t.Errorf("the attempts differ: %+v", requests)
	}
}

// Package net/http repeats a request by itself if a connection that was used before breaks.
func TestAPaidCallIsNotRepeatedByTheHTTPClient(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		if number == 2 {
			hangUp(w)
			return
		}
		reply(w, 200, completion)
	})
	client := s.client(t, patchbay.WithMaxRetries(0))
	if _, err := chat(t, client); err != nil {
		t.Fatal(err)
	}
	_, err := chat(t, client)
	if failed := wantError(t, err, patchbay.KindConnection); !failed.RequestSent || failed.Attempts != 1 {
		t.Errorf("got RequestSent %t, %d attempts", failed.RequestSent, failed.Attempts)
	}
	if len(s.all()) != 2 || s.opened() != 1 {
		t.Errorf("got %d requests over %d connections", len(s.all()), s.opened())
	}
}

func TestRequestsThatTheHTTPClientRepeatsAreCounted(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		if number == 2 {
			hangUp(w)
			return
		}
		reply(w, 200, count)
	})
	client := s.client(t, patchbay.WithMaxRetries(0))
	for _, attempts := range []int{1, 2, 1} {
		result, err := client.Models.Count(t.Context(), patchbay.ModelsCountParams{})
		if err != nil {
			t.Fatal(err)
		}
		if info, _ := patchbay.InfoOf(result); info.Attempts != attempts {
			t.Errorf("expected %d attempts, got %d", attempts, info.Attempts)
		}
	}
	if len(s.all()) != 4 {
		t.Errorf("got %d requests", len(s.all()))
	}
}

func TestTheWaitGrowsWithFullJitter(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 503, `{}`) })
	var waits, events []time.Duration
	_, err := chat(t, s.client(t,
		patchbay.WithMaxRetries(6),
		patchbay.WithRandom(func() float64 { return 0.5 }),
		patchbay.WithSleep(func(_ context.Context, wait time.Duration) error {
			waits = append(waits, wait)
			return nil
		}),
		patchbay.WithOnRetry(func(event patchbay.RetryEvent) {
			events = append(events, event.Delay)
			if event.Attempt != len(events) || event.Err.Status != 503 {
				t.Errorf("got %+v", event)
			}
		}),
	))
	if failed := wantError(t, err, patchbay.KindAPI); failed.Attempts != 7 || !failed.Retryable {
		t.Errorf("got %+v", failed)
	}
	var expected []time.Duration
	for _, ms := range []int{250, 500, 1000, 2000, 4000, 4000} {
		expected = append(expected, time.Duration(ms)*time.Millisecond)
	}
	if !slices.Equal(waits, expected) || !slices.Equal(events, expected) {
		t.Errorf("got the waits %v and the events %v", waits, events)
	}
}

func TestTheWaitOfTheAPICounts(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "1.5")
		reply(w, 429, `{"error":{"code":429,"message":"Slow down"}}`)
	})
	var waits []time.Duration
	client := s.client(t, patchbay.WithMaxRetries(1), patchbay.WithSleep(func(_ context.Context, wait time.Duration) error {
		waits = append(waits, wait)
		return nil
	}))
	_, err := chat(t, client)
	failed := wantError(t, err, patchbay.KindAPI)
	if wait, ok := failed.RetryAfter.Get(); !ok || wait != 1500*time.Millisecond || !slices.Equal(waits, []time.Duration{wait}) {
		t.Errorf("got %v, and the waits %v", failed.RetryAfter, waits)
	}
	if failed.Code != patchbay.CodeRateLimited || failed.Message != "429 rate_limited: Slow down" {
		t.Errorf("got %s: %s", failed.Code, failed.Message)
	}
}

func TestAWaitBeyondTheDeadlineOfTheContextIsNotBegun(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "50")
		reply(w, 429, `{}`)
	})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	_, err := s.client(t).Chat.Completions.Create(ctx, hello())
	if failed := wantError(t, err, patchbay.KindAPI); failed.Status != 429 || failed.Attempts != 1 {
		t.Errorf("got %v", err)
	}
}

func TestPollingWaitsForAResource(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		if number < 4 {
			reply(w, 404, `{}`)
			return
		}
		reply(w, 200, `{"data":{"id":"gen-1"}}`)
	})
	var waits []time.Duration
	client := s.client(t, patchbay.WithMaxRetries(0), patchbay.WithSleep(func(_ context.Context, wait time.Duration) error {
		waits = append(waits, wait)
		return nil
	}))
	if _, err := client.Generations.Get(t.Context(), "gen-1", patchbay.WithPoll(patchbay.Poll{Delay: time.Second})); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(waits, []time.Duration{time.Second, time.Second, time.Second}) {
		t.Errorf("got the waits %v", waits)
	}
	if _, err := client.Generations.Get(t.Context(), "gen-2"); err != nil {
		t.Fatal(err)
	}

	s = newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 404, `{}`) })
	_, err := s.client(t).Generations.Get(t.Context(), "gen-1", patchbay.WithPoll(patchbay.Poll{MaxAttempts: 5}))
	if failed := wantError(t, err, patchbay.KindAPI); failed.Attempts != 5 || failed.Code != patchbay.CodeNotFound {
		t.Errorf("got %v after %d attempts", err, failed.Attempts)
	}
	_, err = s.client(t).Generations.Get(t.Context(), "gen-1")
	if failed := wantError(t, err, patchbay.KindAPI); failed.Attempts != 1 {
		t.Errorf("got %d attempts without WithPoll", failed.Attempts)
	}
}
