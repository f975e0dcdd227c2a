package patchbay_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
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

// gzipped returns a text compressed.
func gzipped(text string) string {
	var compressed bytes.Buffer
	writer := gzip.NewWriter(&compressed)
	_, _ = io.WriteString(writer, text)
	_ = writer.Close()
	return compressed.String()
}

// replies with a body of a content encoding, to a client that does not ask for it.
func encoded(t *testing.T, encoding, kind, body string) *patchbay.Client {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", encoding)
		w.Header().Set("Content-Type", kind)
		_, _ = io.WriteString(w, body)
	})
	return s.client(t, patchbay.WithHTTPClient(&http.Client{Transport: &http.Transport{DisableCompression: true}}), patchbay.WithMaxRetries(0))
}

func TestGzipIsReadAlsoIfItWasNotAskedFor(t *testing.T) {
	for _, encoding := range []string{"gzip", "GZIP", "x-gzip"} {
		var raw patchbay.RawResponse
		result, err := chat(t, encoded(t, encoding, "application/json", gzipped(completion)), patchbay.WithRawResponse(&raw))
		if err != nil || result.Choices[0].Message.Content != "Hi." || string(raw.Body) != completion || raw.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: got %v, %+v", encoding, err, raw)
		}
		if text, err := textOf(openIn(t.Context(), t, encoded(t, encoding, "text/event-stream", gzipped(wholeBody)))); err != nil || text != "one two" {
			t.Errorf("%s: got %q, %v", encoding, text, err)
		}
	}
}

func TestABrokenEncodingIsAnError(t *testing.T) {
	whole := gzipped(completion)
	for name, body := range map[string]string{
		"not compressed": completion, "cut": whole[:len(whole)/2], "cut before the sum": whole[:len(whole)-8], "wrong sum": whole[:len(whole)-8] + "12345678", "header alone": whole[:10],
	} {
		_, err := chat(t, encoded(t, "gzip", "application/json", body))
		if failed := wantError(t, err, patchbay.KindConnection); !failed.RequestSent {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for _, body := range []string{"\x1b[31m\xff\xfe", "{\x00\"\x00"} {
		_, err := chat(t, encoded(t, "br", "application/json", body))
		if failed := wantError(t, err, patchbay.KindAPI); strings.Contains(failed.Message, body[:1]+body[1:2]) || string(failed.Body) != body {
			t.Errorf("got %q", failed.Message)
		}
	}
}

func TestAnErrorAfterTheHeadersHasTheirIDs(t *testing.T) {
	for name, body := range map[string]string{"interrupted": event("one"), "malformed": event("one") + "data: {x\n\n", "API": event("one") + failEvent, "first": "data: {x\n\n"} {
		s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/event-stream")
			w.Header().Set("X-Request-Id", "req-1")
			w.Header().Set("X-Generation-Id", "gen-1")
			w.Header().Set("X-Echo", testKey)
			w.Header().Set("Content-Length", "5000")
			_, _ = io.WriteString(w, body)
		})
		stream, err := s.client(t).Chat.Completions.Stream(t.Context(), hello())
		if err == nil {
			_, err = stream.Final()
		}
		failed := failureOf(t, err)
		if failed.RequestID != "req-1" || failed.GenerationID != "gen-1" || failed.Header.Get("X-Echo") != "***" {
			t.Errorf("%s: got %q, %q and %v", name, failed.RequestID, failed.GenerationID, failed.Header)
		}
	}
}

func TestAPanicIsLoggedAsAFailure(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	var log bytes.Buffer
	client := s.client(t, patchbay.WithLogger(slog.New(slog.NewTextHandler(&log, nil))), patchbay.WithMiddleware(func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		_, _ = next(request)
		panic("from the caller")
	}))
	func() {
		defer func() {
			if recover() != "from the caller" {
				t.Error("the panic has changed")
			}
		}()
		_, _ = chat(t, client)
	}()
	if text := log.String(); !strings.Contains(text, "request failed") || strings.Contains(text, "request done") {
		t.Errorf("got the log %q", text)
	}
}

func TestAnErrorOfAProxyHasNoPassword(t *testing.T) {
	transport := &http.Transport{Proxy: func(*http.Request) (*url.URL, error) {
		return nil, errors.New(`invalid proxy address "http://user:hush@proxy.example:x": invalid port`)
	}}
	client := patchbay.New(patchbay.WithAPIKey(testKey), patchbay.WithHTTPClient(&http.Client{Transport: transport}), patchbay.WithMaxRetries(0))
	_, err := client.Chat.Completions.Create(t.Context(), hello())
	failed := wantError(t, err, patchbay.KindConnection)
	if strings.Contains(printed(failed), "hush") || !strings.Contains(failed.Message, "proxy.example") {
		t.Errorf("got %v", err)
	}
}

func TestSwitchedProtocolsAreNotRead(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		connection, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		_, _ = io.WriteString(connection, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n")
		_, _ = connection.Read(make([]byte, 1))
		_ = connection.Close()
	})
	_, err := chat(t, s.client(t, patchbay.WithTimeout(time.Minute)))
	if failed := wantError(t, err, patchbay.KindAPI); failed.Status != 101 {
		t.Errorf("got %v", err)
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
