package patchbay_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

func TestAMiddlewareKnowsTheOperationAndTheAttempt(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) { failOnce(number, w, 503, completion) })
	var seen []patchbay.RequestInfo
	record := func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		info, ok := patchbay.RequestInfoOf(request)
		if !ok {
			t.Error("the request has no info")
		}
		seen = append(seen, info)
		return next(request)
	}
	// A middleware may give the request another context.
	outer := func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		ctx, cancel := context.WithCancel(request.Context())
		t.Cleanup(cancel)
		return next(request.WithContext(ctx))
	}
	client := s.client(t, patchbay.WithMiddleware(outer), patchbay.WithMiddleware(record))
	if _, err := chat(t, client); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Models.Count(t.Context(), patchbay.ModelsCountParams{}, patchbay.WithMaxRetries(0)); err == nil {
		t.Error("got no error for a completion in place of a count")
	}
	want := []patchbay.RequestInfo{{Operation: "chat.completions.create", Attempt: 1}, {Operation: "chat.completions.create", Attempt: 2}, {Operation: "models.count", Attempt: 1}}
	if !slices.Equal(seen, want) {
		t.Errorf("got %+v", seen)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://example.com", nil)
	if err != nil {
		t.Fatal(err)
	}
	if info, ok := patchbay.RequestInfoOf(request); ok {
		t.Errorf("another request has %+v", info)
	}
}

func TestTheErrorOfAPathSaysThatNothingWasSent(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, completion) })
	_, err := s.client(t).Models.Get(t.Context(), "openai", "")
	if failed := wantError(t, err, patchbay.KindUsage); len(s.all()) != 0 || !strings.HasPrefix(failed.Message, `The request was not sent: the path parameter "slug"`) {
		t.Errorf("got %v", err)
	}
}
