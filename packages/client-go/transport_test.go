package patchbay_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

func TestARedirectNeverChangesARequest(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		s := newServer(t, func(number int, w http.ResponseWriter, r *http.Request) {
			if number == 1 {
				http.Redirect(w, r, "/moved?key=secret-key", status)
				return
			}
			reply(w, 200, completion)
		})
		_, err := chat(t, s.client(t))
		if status >= 307 {
			if requests := s.all(); err != nil || len(requests) != 2 || requests[1].method != "POST" || requests[1].body != requests[0].body {
				t.Errorf("%d: got %v and %+v", status, err, requests)
			}
			continue
		}
		failed := wantError(t, err, patchbay.KindAPI)
		if failed.Status != status || failed.Attempts != 1 || len(s.all()) != 1 {
			t.Errorf("%d: got %d attempts, %d requests: %v", status, failed.Attempts, len(s.all()), err)
		}
		if !strings.Contains(failed.Message, "/moved") || strings.Contains(failed.Message, "secret-key") {
			t.Errorf("%d: got the message %q", status, failed.Message)
		}
	}
}

func TestASafeRequestFollowsEveryRedirect(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		s := newServer(t, func(number int, w http.ResponseWriter, r *http.Request) {
			if number == 1 {
				http.Redirect(w, r, "/moved", status)
				return
			}
			reply(w, 200, count)
		})
		if _, err := s.client(t).Models.Count(t.Context(), patchbay.ModelsCountParams{}); err != nil || s.all()[1].path != "/moved" {
			t.Errorf("%d: got %v and %+v", status, err, s.all())
		}
	}
}

func TestARedirectNeverLeavesTLS(t *testing.T) {
	plain := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	secure := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, plain.URL, http.StatusPermanentRedirect)
	}))
	defer secure.Close()
	_, err := chat(t, plain.client(t, patchbay.WithBaseURL(secure.URL), patchbay.WithHTTPClient(secure.Client())))
	if failed := wantError(t, err, patchbay.KindAPI); failed.Status != 308 || len(plain.all()) != 0 {
		t.Errorf("got %v, and %d requests without TLS", err, len(plain.all()))
	}
}

func TestARedirectToAnotherHostHasNoKeyOfTheURL(t *testing.T) {
	other := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	s := newServer(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, other.URL, http.StatusTemporaryRedirect)
	})
	if _, err := chat(t, s.client(t, patchbay.WithQuery("api_key", "secret"))); err != nil {
		t.Fatal(err)
	}
	for name, values := range other.all()[0].header {
		if strings.Contains(strings.Join(values, " "), "secret") {
			t.Errorf("the header %s is %q", name, values)
		}
	}
}

func TestABodyOfAMiddlewareIsSentAlsoWhenTheRequestIsRepeated(t *testing.T) {
	const own = `{"model":"own"}`
	replace := func(request *http.Request) {
		request.Body, request.ContentLength = io.NopCloser(bytes.NewReader([]byte(own))), int64(len(own))
	}
	s := newServer(t, func(number int, w http.ResponseWriter, r *http.Request) { reply(w, 200, completion) })
	_, err := chat(t, s.client(t), patchbay.WithMiddleware(func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		replace(request)
		response, err := next(request)
		if err != nil {
			return nil, err
		}
		_ = response.Body.Close()
		replace(request)
		return next(request)
	}))
	if requests := s.all(); err != nil || len(requests) != 2 || requests[0].body != own || requests[1].body != own {
		t.Errorf("got %v and %+v", err, requests)
	}

	redirecting := newServer(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/moved", http.StatusTemporaryRedirect)
	})
	_, err = chat(t, redirecting.client(t), patchbay.WithMiddleware(func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		replace(request)
		return next(request)
	}))
	if failed := wantError(t, err, patchbay.KindAPI); failed.Status != 307 {
		t.Errorf("got %v", err)
	}
	for _, request := range redirecting.all() {
		if request.body != own {
			t.Errorf("sent %q in place of the body of the middleware", request.body)
		}
	}
}

// lateContext is a context whose timer is late: it does not end at its deadline.
type lateContext struct {
	context.Context
	deadline time.Time
}

func (c lateContext) Deadline() (time.Time, bool) { return c.deadline, true }

func TestADeadlineThatADialNoticesFirstIsTheDeadlineOfTheContext(t *testing.T) {
	ctx := lateContext{t.Context(), time.Now().Add(20 * time.Millisecond)}
	client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithHTTPClient(doerFunc(func(*http.Request) (*http.Response, error) {
		time.Sleep(time.Until(ctx.deadline))
		return nil, errors.New("dial tcp: i/o timeout")
	})))
	_, err := client.Chat.Completions.Create(ctx, hello())
	if wantError(t, err, patchbay.KindCanceled); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

// doerFunc is an HTTP client.
type doerFunc func(*http.Request) (*http.Response, error)

func (f doerFunc) Do(request *http.Request) (*http.Response, error) { return f(request) }
