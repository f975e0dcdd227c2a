package patchbay_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

func TestACallReturnsItsResponseWithInfo(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Request-Id", "req-1")
		w.Header().Set("X-Generation-Id", "gen-1")
		reply(w, 200, completion)
	})
	result, err := chat(t, s.client(t))
	if err != nil {
		t.Fatal(err)
	}
	info, ok := patchbay.InfoOf(result)
	if !ok || info.Status != 200 || info.Attempts != 1 || info.RequestID != "req-1" || info.GenerationID != "gen-1" || info.Header.Get("Content-Type") != "application/json" {
		t.Errorf("got %+v, %t", info, ok)
	}
	if result.Choices[0].Message.Content != "Hi." {
		t.Errorf("got %+v", result.Choices)
	}
	if copied := *result; true {
		if info, ok := patchbay.InfoOf(&copied); !ok || info.RequestID != "req-1" {
			t.Error("a copy has lost its info")
		}
	}
	for _, value := range []any{nil, "text", &patchbay.ChatCompletion{}, (*patchbay.ChatCompletion)(nil)} {
		if _, ok := patchbay.InfoOf(value); ok {
			t.Errorf("%T has no info", value)
		}
	}
}

func TestTheRequestHasKeyNameAndBody(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	client := s.client(t, patchbay.WithApp(patchbay.App{URL: "https://bücher.example/ü", Title: "Café 100%", Categories: []string{"cli-agent", "chat"}}))
	_, err := chat(t, client, patchbay.WithQuery("debug", true), patchbay.WithQuery("tag", []string{"a&b", "ü"}), patchbay.WithQuery("none", nil),
		patchbay.WithQuery("big", 1e21), patchbay.WithBodyField("extra", map[string]any{"a": 1}), patchbay.WithHeader("x-trace", " 1 "))
	if err != nil {
		t.Fatal(err)
	}
	request := s.all()[0]
	if request.method != "POST" || request.path != "/api/v1/chat/completions" || request.query != "debug=true&tag=a%26b&tag=%C3%BC&big=1000000000000000000000" {
		t.Errorf("got %s %s?%s", request.method, request.path, request.query)
	}
	for name, value := range map[string]string{
		"Accept":                  "application/json",
		"Authorization":           "Bearer " + testKey,
		"Content-Type":            "application/json",
		"Http-Referer":            "https://xn--bcher-kva.example/%C3%BC",
		"X-Openrouter-Title":      "Caf%C3%A9 100%25",
		"X-Openrouter-Categories": "cli-agent,chat",
		"X-Trace":                 "1",
	} {
		if got := request.header.Values(name); !slices.Equal(got, []string{value}) {
			t.Errorf("expected %s: %s, got %q", name, value, got)
		}
	}
	if body := `{"messages":[{"role":"user","content":"Hello!"}],"model":"openai/gpt-5-mini","extra":{"a":1}}`; request.body != body {
		t.Errorf("got the body %s", request.body)
	}
}

func TestHeadersOfTheCallerReplaceTheClientsOwn(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	client := s.client(t, patchbay.WithHeader("X-One", "client"), patchbay.WithHeader("user-agent", "own/1"))
	_, err := chat(t, client, patchbay.WithHeader("x-one", "call"), patchbay.WithoutHeader("idempotency-key"), patchbay.WithHeader("authorization", "Bearer own"), patchbay.WithHeader("Host", "other.example"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := chat(t, client, patchbay.WithoutHeader("user-agent"), patchbay.WithoutHeader("authorization")); err != nil {
		t.Fatal(err)
	}
	first, second := s.all()[0].header, s.all()[1].header
	if first.Get("X-One") != "call" || first.Values("Idempotency-Key") != nil || first.Get("Authorization") != "Bearer own" || first.Get("User-Agent") != "own/1" {
		t.Errorf("got %v", first)
	}
	if second.Get("X-One") != "client" || second.Get("Idempotency-Key") == "" || second.Values("Authorization") != nil || second.Values("User-Agent") != nil {
		t.Errorf("got %v", second)
	}
}

func TestAKeyFunctionIsCalledForEachAttempt(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		failOnce(number, w, 503, completion)
	})
	calls := 0
	client := s.client(t, patchbay.WithAPIKeyFunc(func(ctx context.Context) (string, error) {
		calls++
		return "key-" + string(rune('0'+calls)), ctx.Err()
	}))
	if _, err := chat(t, client); err != nil {
		t.Fatal(err)
	}
	if first, second := s.all()[0].header.Get("Authorization"), s.all()[1].header.Get("Authorization"); first != "Bearer key-1" || second != "Bearer key-2" {
		t.Errorf("got %s, %s", first, second)
	}

	own := errors.New("no key today")
	_, err := chat(t, s.client(t, patchbay.WithAPIKeyFunc(func(context.Context) (string, error) { return "", own })))
	if !errors.Is(err, own) || len(s.all()) != 2 {
		t.Errorf("got %v and %d requests", err, len(s.all()))
	}
	_, err = chat(t, s.client(t, patchbay.WithAPIKeyFunc(func(context.Context) (string, error) { return "a\nb", nil })))
	if failed := wantError(t, err, patchbay.KindUsage); failed.Attempts != 0 || strings.Contains(printed(failed), "a\nb") {
		t.Errorf("got %v", err)
	}
}

func TestACompressedResponseIsRead(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			t.Error("the client does not accept gzip")
		}
		w.Header().Set("Content-Encoding", "gzip")
		compressed := gzip.NewWriter(w)
		_, _ = io.WriteString(compressed, completion)
		_ = compressed.Close()
	})
	if result, err := chat(t, s.client(t)); err != nil || result.Choices[0].Message.Content != "Hi." {
		t.Errorf("got %v", err)
	}
}

func TestARawResponseNeedNotBeUsable(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-One", "1")
		reply(w, []int{200, 400}[number-1], "not JSON")
	})
	var raw patchbay.RawResponse
	result, err := chat(t, s.client(t), patchbay.WithRawResponse(&raw))
	if err != nil || result == nil || raw.Status != 200 || string(raw.Body) != "not JSON" || raw.Header.Get("X-One") != "1" {
		t.Errorf("got %v, %+v", err, raw)
	}
	_, err = chat(t, s.client(t), patchbay.WithRawResponse(&raw))
	if failed := wantError(t, err, patchbay.KindAPI); failed.Status != 400 || raw.Status != 400 || string(raw.Body) != "not JSON" {
		t.Errorf("got %v, %+v", err, raw)
	}
}

func TestMiddlewareHandlesEachAttempt(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		failOnce(number, w, 503, completion)
	})
	var steps []string
	record := func(name string) patchbay.Middleware {
		return func(request *http.Request, next patchbay.Next) (*http.Response, error) {
			steps = append(steps, name+" "+request.Header.Get("Idempotency-Key"))
			request.Header.Set("X-"+name, "1")
			response, err := next(request)
			steps = append(steps, name+" end")
			return response, err
		}
	}
	client := s.client(t, patchbay.WithMiddleware(record("Outer")), patchbay.WithIdempotencyKey("key"))
	if _, err := chat(t, client, patchbay.WithMiddleware(record("Inner"))); err != nil {
		t.Fatal(err)
	}
	once := []string{"Outer key", "Inner key", "Inner end", "Outer end"}
	if !slices.Equal(steps, append(once, once...)) {
		t.Errorf("got %q", steps)
	}
	for _, request := range s.all() {
		if request.header.Get("X-Outer") != "1" || request.header.Get("X-Inner") != "1" || request.header.Get("Idempotency-Key") != "key" {
			t.Errorf("got %v", request.header)
		}
	}
}

func TestAMiddlewareMayRepeatReplaceOrRefuseARequest(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	_, err := chat(t, s.client(t), patchbay.WithMiddleware(func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		response, err := next(request)
		if err != nil {
			return nil, err
		}
		_ = response.Body.Close()
		return next(request)
	}))
	if requests := s.all(); err != nil || len(requests) != 2 || requests[0].body != requests[1].body || requests[0].body == "" {
		t.Errorf("got %v and %+v", err, requests)
	}

	result, err := chat(t, s.client(t), patchbay.WithMiddleware(func(*http.Request, patchbay.Next) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(completion))}, nil
	}))
	if err != nil || result.Choices[0].Message.Content != "Hi." || len(s.all()) != 2 {
		t.Errorf("got %v and %d requests", err, len(s.all()))
	}

	own := errors.New("not today")
	_, err = chat(t, s.client(t), patchbay.WithMiddleware(func(*http.Request, patchbay.Next) (*http.Response, error) { return nil, own }))
	if err != own {
		t.Errorf("the error of a middleware has changed: %v", err)
	}
	_, err = chat(t, s.client(t), patchbay.WithMiddleware(func(*http.Request, patchbay.Next) (*http.Response, error) { return nil, nil }))
	wantError(t, err, patchbay.KindUsage)
}

func TestKeysAreNotSentToAnotherHost(t *testing.T) {
	for _, caller := range []func(*http.Request, []*http.Request) error{nil, func(*http.Request, []*http.Request) error { return nil }} {
		other := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
		s := newServer(t, func(number int, w http.ResponseWriter, r *http.Request) {
			target := other.URL + r.URL.Path
			if number == 1 {
				target = "/elsewhere"
			}
			http.Redirect(w, r, target, http.StatusTemporaryRedirect)
		})
		client := s.client(t, patchbay.WithHTTPClient(&http.Client{CheckRedirect: caller}), patchbay.WithHeader("X-Api-Key", "secret"), patchbay.WithHeader("X-One", "1"))
		if _, err := chat(t, client); err != nil {
			t.Fatal(err)
		}
		same, last := s.all()[1], other.all()[0]
		if same.path != "/elsewhere" || same.header.Get("Authorization") != "Bearer "+testKey || same.header.Get("X-Api-Key") != "secret" {
			t.Errorf("got %+v", same)
		}
		if last.header.Values("Authorization") != nil || last.header.Values("X-Api-Key") != nil || last.header.Get("X-One") != "1" || last.body != same.body {
			t.Errorf("got %+v", last)
		}
	}
}

func TestTheTimeoutOfTheHTTPClientIsNotUsed(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		time.Sleep(5 * time.Millisecond)
		reply(w, 200, completion)
	})
	own := &http.Client{Timeout: time.Millisecond}
	if _, err := chat(t, s.client(t, patchbay.WithHTTPClient(own))); err != nil || own.Timeout != time.Millisecond || own.CheckRedirect != nil {
		t.Errorf("got %v, %+v", err, own)
	}
}

func TestOptionsOfACopyDoNotChangeTheClient(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	client := s.client(t, patchbay.WithHeader("X-One", "1"))
	first := client.WithOptions(patchbay.WithHeader("X-Two", "first"), patchbay.WithMaxRetries(9))
	second := client.WithOptions(patchbay.WithHeader("X-Two", "second"))
	for _, one := range []*patchbay.Client{client, first, second} {
		if _, err := chat(t, one); err != nil {
			t.Fatal(err)
		}
	}
	for at, expected := range []string{"", "first", "second"} {
		if header := s.all()[at].header; header.Get("X-Two") != expected || header.Get("X-One") != "1" {
			t.Errorf("expected X-Two %q, got %v", expected, header)
		}
	}
	if s.opened() != 1 {
		t.Errorf("got %d connections", s.opened())
	}
}

func TestEachAttemptHasOneLogRecordWithoutSecrets(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Request-Id", "req-1")
		w.Header().Set("Set-Cookie", "session=secret-cookie")
		failOnce(number, w, 503, `{"choices":[],"secret-body":1}`)
	})
	for level, expected := range map[slog.Level]int{slog.LevelDebug: 2, slog.LevelInfo: 2, slog.LevelWarn: 0} {
		var lines bytes.Buffer
		logger := slog.New(slog.NewJSONHandler(&lines, &slog.HandlerOptions{Level: level}))
		_, err := chat(t, s.client(t, patchbay.WithLogger(logger), patchbay.WithQuery("api_key", "secret-query")))
		if err != nil {
			t.Fatal(err)
		}
		text := lines.String()
		if got := strings.Count(text, "\n"); got != expected {
			t.Errorf("level %s: expected %d records, got %s", level, expected, text)
		}
		for _, part := range []string{`"operation":"chat.completions.create"`, `"attempt":2`, `"status":200`, `"method":"POST"`, `"path":"/api/v1/chat/completions"`, `"request_id":"req-1"`, `"duration_ms":`} {
			if expected > 0 && !strings.Contains(text, part) && !strings.Contains(text, strings.Replace(part, "200", "503", 1)) {
				t.Errorf("level %s: %s is missing in %s", level, part, text)
			}
		}
		for _, secret := range []string{testKey, "secret-cookie", "secret-body", "secret-message", "secret-query", "Hello!"} {
			if strings.Contains(text, secret) {
				t.Errorf("level %s: %s is in %s", level, secret, text)
			}
		}
		s.mu.Lock()
		s.requests = nil
		s.mu.Unlock()
	}
}
