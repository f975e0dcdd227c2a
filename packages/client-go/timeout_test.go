package patchbay_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

// stalls answers with headers and a part of a body, and then waits for the client to leave.
func stalls(_ int, w http.ResponseWriter, r *http.Request) {
	reply(w, 200, `{"data":`)
	_ = http.NewResponseController(w).Flush()
	<-r.Context().Done()
}

// hangs waits for the client to leave, without an answer.
func hangs(_ int, _ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func TestTheTimeoutOfAnAttemptCoversHeadersAndBody(t *testing.T) {
	for name, handle := range map[string]func(int, http.ResponseWriter, *http.Request){"headers": hangs, "body": stalls} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t, handle)
			client := s.client(t, patchbay.WithTimeout(200*time.Millisecond))
			_, err := chat(t, client)
			failed := wantError(t, err, patchbay.KindTimeout)
			if failed.Phase != patchbay.PhaseAttempt || !failed.RequestSent || failed.Attempts != 1 || !failed.Timeout() {
				t.Errorf("got %#v, phase %s, %d attempts", failed, failed.Phase, failed.Attempts)
			}
			_, err = client.Models.Count(t.Context(), patchbay.ModelsCountParams{}, patchbay.WithMaxRetries(1))
			if failed := wantError(t, err, patchbay.KindTimeout); failed.Attempts != 2 {
				t.Errorf("got %d attempts of a safe call", failed.Attempts)
			}
		})
	}
}

func TestTheTotalTimeoutSpansRetries(t *testing.T) {
	s := newServer(t, hangs)
	client := s.client(t, patchbay.WithTimeout(300*time.Millisecond), patchbay.WithTotalTimeout(800*time.Millisecond), patchbay.WithMaxRetries(50), patchbay.WithRandom(func() float64 { return 0 }))
	_, err := client.Models.Count(t.Context(), patchbay.ModelsCountParams{})
	failed := wantError(t, err, patchbay.KindTimeout)
	if failed.Phase != patchbay.PhaseTotal || failed.Attempts < 2 || failed.Attempts > 3 {
		t.Errorf("got the phase %s after %d attempts", failed.Phase, failed.Attempts)
	}
	if !strings.Contains(failed.Message, "800ms") {
		t.Errorf("got %s", failed.Message)
	}
}

func TestATimeoutOfZeroIsNone(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	if _, err := chat(t, s.client(t, patchbay.WithTimeout(time.Nanosecond)), patchbay.WithTimeout(0), patchbay.WithTotalTimeout(0)); err != nil {
		t.Error(err)
	}
}

func TestACanceledContextEndsTheCall(t *testing.T) {
	reason := errors.New("the user left")
	for name, handle := range map[string]func(int, http.ResponseWriter, *http.Request){"headers": hangs, "body": stalls} {
		t.Run(name, func(t *testing.T) {
			arrived := make(chan struct{})
			s := newServer(t, func(number int, w http.ResponseWriter, r *http.Request) {
				close(arrived)
				handle(number, w, r)
			})
			ctx, cancel := context.WithCancelCause(t.Context())
			go func() {
				<-arrived
				cancel(reason)
			}()
			_, err := s.client(t, patchbay.WithRetryNonIdempotent(true)).Chat.Completions.Create(ctx, hello())
			failed := wantError(t, err, patchbay.KindCanceled)
			if !errors.Is(err, context.Canceled) || !errors.Is(err, reason) || failed.Attempts != 1 || len(s.all()) != 1 {
				t.Errorf("got %v after %d attempts, cause %v", err, failed.Attempts, errors.Unwrap(failed))
			}
		})
	}
}

func TestTheDeadlineOfTheContextEndsTheCall(t *testing.T) {
	s := newServer(t, stalls)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := s.client(t).Chat.Completions.Create(ctx, hello())
	wantError(t, err, patchbay.KindCanceled)
	if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		t.Errorf("got the cause %v", errors.Unwrap(err))
	}
}

func TestACallThatIsCanceledBeforeItStartsSendsNothing(t *testing.T) {
	s := newServer(t, hangs)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := s.client(t).Chat.Completions.Create(ctx, hello())
	if failed := wantError(t, err, patchbay.KindCanceled); failed.Attempts != 0 || len(s.all()) != 0 {
		t.Errorf("got %d attempts, %d requests", failed.Attempts, len(s.all()))
	}
}

func TestCancelingEndsTheWaitBeforeARetry(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "30")
		reply(w, 429, `{}`)
	})
	ctx, cancel := context.WithCancel(t.Context())
	client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithBaseURL(s.URL), patchbay.WithOnRetry(func(patchbay.RetryEvent) {
		time.AfterFunc(5*time.Millisecond, cancel)
	}))
	_, err := client.Chat.Completions.Create(ctx, hello())
	if failed := wantError(t, err, patchbay.KindCanceled); failed.Attempts != 1 || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v after %d attempts", err, failed.Attempts)
	}
}

func TestCallsLeaveNoGoroutines(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, r *http.Request) {
		switch number % 5 {
		case 0:
			hangUp(w)
		case 1:
			stalls(number, w, r)
		case 2:
			reply(w, 503, `{}`)
		case 3:
			reply(w, 200, `{"data":`)
		default:
			reply(w, 200, count)
		}
	})
	transport := &http.Transport{}
	client := s.client(t, patchbay.WithTimeout(10*time.Millisecond), patchbay.WithHTTPClient(&http.Client{Transport: transport}), patchbay.WithMaxRetries(1))
	before := runtime.NumGoroutine()
	for range 25 {
		_, _ = client.Models.Count(t.Context(), patchbay.ModelsCountParams{})
	}
	transport.CloseIdleConnections()
	s.CloseClientConnections()
	for range 2000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	stack := make([]byte, 1<<16)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stack[:runtime.Stack(stack, true)])
}

func TestConnectionsAreReused(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		switch number % 4 {
		case 0:
			reply(w, 400, `{"error":{"message":"`+strings.Repeat("long ", 20_000)+`"}}`)
		case 1:
			reply(w, 502, "<html>"+strings.Repeat("<p>Bad gateway</p>", 5_000))
		case 2:
			reply(w, 200, `{"error":{"code":400,"message":"under 200"}}`)
		default:
			reply(w, 200, strings.Repeat(" ", 100_000)+completion)
		}
	})
	client := s.client(t, patchbay.WithMaxRetries(0))
	for range 12 {
		_, _ = chat(t, client)
	}
	if len(s.all()) != 12 || s.opened() != 1 {
		t.Errorf("got %d requests over %d connections", len(s.all()), s.opened())
	}
}

// endless is a body that ignores the context of its request.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	time.Sleep(time.Millisecond)
	return copy(p, " "), nil
}

func TestABodyThatNeverEndsTimesOut(t *testing.T) {
	client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithTimeout(20*time.Millisecond), patchbay.WithHTTPClient(doer(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(endless{}), ContentLength: -1}, nil
	})))
	_, err := chat(t, client)
	wantError(t, err, patchbay.KindTimeout)
}

type doer func(*http.Request) (*http.Response, error)

func (d doer) Do(r *http.Request) (*http.Response, error) { return d(r) }
