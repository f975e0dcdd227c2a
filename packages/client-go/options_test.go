package patchbay_test

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

func TestWrongOptionsAreNamedWithTheirValueBeforeARequestIsSent(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	for name, one := range map[string]struct {
		option patchbay.Option
		parts  []string
	}{
		"nil":                {nil, []string{"nil"}},
		"negative timeout":   {patchbay.WithTimeout(-time.Second), []string{"WithTimeout", "-1s", "0"}},
		"negative idle":      {patchbay.WithIdleTimeout(-1), []string{"WithIdleTimeout", "-1ns"}},
		"negative total":     {patchbay.WithTotalTimeout(-1), []string{"WithTotalTimeout"}},
		"negative retries":   {patchbay.WithMaxRetries(-1), []string{"WithMaxRetries", "-1"}},
		"no scheme":          {patchbay.WithBaseURL("openrouter.ai"), []string{"WithBaseURL", `"openrouter.ai"`, "https://openrouter.ai/api/v1"}},
		"other scheme":       {patchbay.WithBaseURL("ftp://a.example"), []string{"ftp://a.example"}},
		"no host":            {patchbay.WithBaseURL("https:///v1"), []string{"https:///v1"}},
		"space":              {patchbay.WithBaseURL("https://a.example/a b"), []string{"a b"}},
		"empty URL":          {patchbay.WithBaseURL(""), []string{`""`}},
		"query":              {patchbay.WithBaseURL("https://a.example/?key=hush"), []string{"WithBaseURL", "secret"}},
		"credentials":        {patchbay.WithBaseURL("https://user:hush@a.example"), []string{"WithBaseURL", "credentials"}},
		"empty key":          {patchbay.WithAPIKey(""), []string{"WithAPIKey", "empty"}},
		"key with a newline": {patchbay.WithAPIKey("hush\n"), []string{"WithAPIKey", "line break"}},
		"key in a script":    {patchbay.WithManagementKey("hüsh"), []string{"WithManagementKey"}},
		"no key function":    {patchbay.WithAPIKeyFunc(nil), []string{"WithAPIKeyFunc", "nil"}},
		"no client":          {patchbay.WithHTTPClient(nil), []string{"WithHTTPClient", "nil"}},
		"nil client":         {patchbay.WithHTTPClient((*http.Client)(nil)), []string{"WithHTTPClient", "nil"}},
		"nil function":       {patchbay.WithHTTPClient(doerFunc(nil)), []string{"WithHTTPClient", "nil"}},
		"no middleware":      {patchbay.WithMiddleware(nil), []string{"WithMiddleware", "nil"}},
		"no logger":          {patchbay.WithLogger(nil), []string{"WithLogger", "slog.DiscardHandler"}},
		"no raw response":    {patchbay.WithRawResponse(nil), []string{"WithRawResponse", "nil"}},
		"header name":        {patchbay.WithHeader("a b", "1"), []string{"WithHeader", `"a b"`}},
		"empty header name":  {patchbay.WithoutHeader(""), []string{"WithoutHeader"}},
		"header value":       {patchbay.WithHeader("X-One", "a\nhush"), []string{"WithHeader", "X-One", "U+000A"}},
		"header script":      {patchbay.WithHeader("X-One", "日"), []string{"X-One", "U+65E5"}},
		"own header":         {patchbay.WithHeader("content-length", "1"), []string{"Content-Length"}},
		"query value":        {patchbay.WithQuery("a", math.NaN()), []string{`"a"`, "NaN"}},
		"query object":       {patchbay.WithQuery("a", []any{struct{}{}}), []string{`"a"`, "struct {}"}},
		"stream":             {patchbay.WithBodyField("stream", true), []string{"WithBodyField", "Stream"}},
		"body value":         {patchbay.WithBodyField("a", func() {}), []string{"a"}},
		"infinite number":    {patchbay.WithBodyField("a", math.Inf(1)), []string{"a"}},
		"idempotency key":    {patchbay.WithIdempotencyKey(" "), []string{"WithIdempotencyKey"}},
		"idempotency value":  {patchbay.WithIdempotencyKey("a\x00"), []string{"WithIdempotencyKey", "U+0000"}},
		"app URL":            {patchbay.WithApp(patchbay.App{URL: "ü"}), []string{"WithApp", "app.url", `"ü"`}},
		"app title":          {patchbay.WithApp(patchbay.App{Title: "a\nb"}), []string{"app.title", "U+000A"}},
		"poll":               {patchbay.WithPoll(patchbay.Poll{Delay: -time.Second}), []string{"WithPoll", "-1s"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, client := range []*patchbay.Client{s.client(t, one.option), s.client(t).WithOptions(one.option)} {
				_, err := chat(t, client)
				checkUsage(t, err, one.parts)
			}
			_, err := chat(t, s.client(t), one.option)
			checkUsage(t, err, one.parts)
		})
	}
	if len(s.all()) != 0 {
		t.Errorf("got %d requests", len(s.all()))
	}
}

func checkUsage(t *testing.T, err error, parts []string) {
	t.Helper()
	failed := wantError(t, err, patchbay.KindUsage)
	for _, part := range parts {
		if !strings.Contains(failed.Message, part) {
			t.Errorf("%q is missing in %q", part, failed.Message)
		}
	}
	if strings.Contains(printed(failed), "hush") {
		t.Errorf("a secret is in %q", failed.Message)
	}
	if failed.Attempts != 0 || !strings.HasSuffix(failed.Message, ".") {
		t.Errorf("got %d attempts: %q", failed.Attempts, failed.Message)
	}
}

func TestAMissingKeyIsAnErrorOfTheCall(t *testing.T) {
	t.Setenv("OPENROUTER_API_KEY", "")
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	client := patchbay.New(patchbay.WithBaseURL(s.URL))
	_, err := chat(t, client)
	checkUsage(t, err, []string{"WithAPIKey", "OPENROUTER_API_KEY"})
	if _, err := chat(t, client, patchbay.WithAPIKey(testKey)); err != nil {
		t.Error(err)
	}
	if _, err := chat(t, client, patchbay.WithHeader("Authorization", "Bearer other")); err != nil {
		t.Error(err)
	}
}

func TestEnvironmentVariablesAreDefaults(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	t.Setenv("OPENROUTER_API_KEY", "from-environment")
	t.Setenv("OPENROUTER_BASE_URL", s.URL+"/env/")
	for at, opts := range [][]patchbay.Option{nil, {patchbay.WithAPIKey(testKey), patchbay.WithBaseURL(s.URL + "/own")}} {
		if _, err := chat(t, patchbay.New(opts...)); err != nil {
			t.Fatal(err)
		}
		request := s.all()[at]
		path, key := "/env/chat/completions", "Bearer from-environment"
		if at == 1 {
			path, key = "/own/chat/completions", "Bearer "+testKey
		}
		if request.path != path || request.header.Get("Authorization") != key {
			t.Errorf("got %s, %s", request.path, request.header.Get("Authorization"))
		}
	}
	for name, value := range map[string]string{"OPENROUTER_API_KEY": "a b", "OPENROUTER_BASE_URL": "nothing", "PATCHBAY_LOG": "loud"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, value)
			_, err := chat(t, patchbay.New())
			checkUsage(t, err, []string{name})
			if strings.Contains(err.Error(), "of The") {
				t.Errorf("got %q", err)
			}
		})
	}
}

func TestPathParametersAreOneSegment(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, `{"data":{"id":"a/b"}}`) })
	client := s.client(t, patchbay.WithBaseURL(s.URL+"/a%2Fb/v1/"))
	for slug, path := range map[string]string{
		"gpt-5:free":   "gpt-5:free",
		"a/b?c#d%20 e": "a%2Fb%3Fc%23d%2520%20e",
		"日本\xff":       "%E6%97%A5%E6%9C%AC%EF%BF%BD",
		"a..b":         "a..b",
		"...":          "...",
	} {
		if _, err := client.Models.Get(t.Context(), "openai", slug); err != nil {
			t.Fatal(err)
		}
		requests := s.all()
		if got := requests[len(requests)-1].path; got != "/a%2Fb/v1/model/openai/"+path {
			t.Errorf("expected %s, got %s", path, got)
		}
	}
	sent := len(s.all())
	for _, slug := range []string{"", " ", ".", "..", "../credits", `a\..`, "%2e%2E", "a%2F..", "%2E%2e%2fcredits"} {
		_, err := client.Models.Get(t.Context(), "openai", slug)
		checkUsage(t, err, []string{"slug", "models.get"})
	}
	if len(s.all()) != sent {
		t.Error("a request was sent")
	}
}

func TestInputThatCannotBeSentIsAnError(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	params := hello()
	params.Temperature = patchbay.Float(math.NaN())
	_, err := s.client(t).Chat.Completions.Create(t.Context(), params)
	checkUsage(t, err, []string{"chat.completions.create", "temperature", "NaN"})
	//lint:ignore SA1012 a mistake of a caller
	_, err = s.client(t).Chat.Completions.Create(nil, hello()) //nolint:staticcheck
	checkUsage(t, err, []string{"context"})
	if len(s.all()) != 0 {
		t.Error("a request was sent")
	}
}

func TestNoFormatOfAClientOrAnErrorShowsTheKey(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, r *http.Request) {
		key := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		w.Header().Set("X-Echo", key)
		w.Header().Set("X-Request-Id", "req "+key)
		body := fmt.Sprintf(`{"error":{"code":401,"message":"Bad key %s","metadata":{"raw":"key %s","provider_name":"%s"}},"provider":"%s"}`, key, key, key, key)
		switch number % 3 {
		case 0:
			reply(w, 200, body)
		case 1:
			reply(w, 401, body)
		default:
			reply(w, 200, "<html>"+key)
		}
	})
	// A key of no known form.
	const key = "hush-hush-0815"
	for _, client := range []*patchbay.Client{
		s.client(t, patchbay.WithAPIKey(key)),
		s.client(t, patchbay.WithAPIKeyFunc(func(context.Context) (string, error) { return key, nil })),
		s.client(t, patchbay.WithHeader("Authorization", "Bearer "+key)),
	} {
		for range 3 {
			_, err := chat(t, client, patchbay.WithLogger(slog.New(slog.DiscardHandler)))
			failed := wantError(t, err, patchbay.KindAPI)
			shown := printed(failed) + printed(*failed) + fmt.Sprint(failed.Header, failed.Metadata, string(failed.Body), failed.Partial, failed.Provider, failed.RequestID)
			if strings.Contains(shown, key) {
				t.Errorf("the key is in %s", shown)
			}
			if !strings.Contains(shown, "***") {
				t.Errorf("the key is not replaced in %s", shown)
			}
		}
		if shown := printed(client) + printed(*client); strings.Contains(shown, key) {
			t.Errorf("the key is in %s", shown)
		}
	}
}
