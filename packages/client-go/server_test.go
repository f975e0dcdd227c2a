package patchbay_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

const testKey = "sk-or-v1-0123456789abcdef"

// received is a request that a server received.
type received struct {
	method, path, query string
	header              http.Header
	body                string
}

// server is an API that records its requests.
type server struct {
	*httptest.Server
	mu       sync.Mutex
	requests []received
	// connections counts the connections that clients opened.
	connections int
}

// newServer starts an API. handle gets the number of the request, from 1.
func newServer(t *testing.T, handle func(number int, w http.ResponseWriter, r *http.Request)) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		s.requests = append(s.requests, received{r.Method, r.URL.EscapedPath(), r.URL.RawQuery, r.Header, string(body)})
		number := len(s.requests)
		s.mu.Unlock()
		handle(number, w, r)
	}))
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			s.mu.Lock()
			s.connections++
			s.mu.Unlock()
		}
	}
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// all returns the requests so far.
func (s *server) all() []received {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]received(nil), s.requests...)
}

// opened returns the number of connections so far.
func (s *server) opened() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.connections
}

// client returns a client of the API that does not wait before retries.
func (s *server) client(t *testing.T, opts ...patchbay.Option) *patchbay.Client {
	t.Helper()
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return patchbay.New(append([]patchbay.Option{
		patchbay.WithAPIKey(testKey),
		patchbay.WithBaseURL(s.URL + "/api/v1"),
		patchbay.WithHTTPClient(&http.Client{Transport: transport}),
		patchbay.WithSleep(func(ctx context.Context, _ time.Duration) error { return ctx.Err() }),
	}, opts...)...)
}

// reply writes a JSON response.
func reply(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

// failOnce answers the first request with an error, and others with a body.
func failOnce(number int, w http.ResponseWriter, status int, body string) {
	if number == 1 {
		reply(w, status, `{"error":{"message":"secret-message"}}`)
		return
	}
	reply(w, 200, body)
}

// hangUp closes the connection of a request without a response.
func hangUp(w http.ResponseWriter) {
	connection, _, err := http.NewResponseController(w).Hijack()
	if err == nil {
		_ = connection.Close()
	}
}

const (
	completion = `{"choices":[{"message":{"role":"assistant","content":"Hi."},"finish_reason":"stop"}]}`
	count      = `{"data":{"count":3}}`
)

func chat(t *testing.T, client *patchbay.Client, opts ...patchbay.Option) (*patchbay.ChatCompletion, error) {
	t.Helper()
	return client.Chat.Completions.Create(t.Context(), hello(), opts...)
}

func hello() patchbay.ChatCompletionParams {
	return patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("Hello!")},
	}
}

// wantError returns the *Error of a kind in the chain of an error.
func wantError(t *testing.T, err error, kind patchbay.ErrorKind) *patchbay.Error {
	t.Helper()
	var failed *patchbay.Error
	if !errors.As(err, &failed) {
		t.Fatalf("expected an *Error of kind %s, got %v", kind, err)
	}
	if failed.Kind != kind {
		t.Fatalf("expected the kind %s, got %s: %v", kind, failed.Kind, err)
	}
	return failed
}

// printed returns all forms in which a value is printed.
func printed(value any) string {
	return fmt.Sprintf("%v %+v %#v %s %q", value, value, value, value, value)
}

// newTLSServer starts an API whose certificate no client knows.
func newTLSServer(t *testing.T) *httptest.Server {
	t.Helper()
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	return s
}
