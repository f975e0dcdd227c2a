package patchbay_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

func embeddingParams() patchbay.EmbeddingParams {
	return patchbay.EmbeddingParams{Model: "m", Input: patchbay.EmbeddingInputs{OfString: patchbay.String("a")}}
}

func TestEmbedReturnsVectorsInTheOrderOfTheInputs(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		reply(w, 200, `{"model":"m","data":[{"index":1,"embedding":"AAAAPwAAAMA="},{"index":0,"embedding":[1,0.25]}],"usage":{"cost":0.02}}`)
	})
	params := embeddingParams()
	params.Input = patchbay.EmbeddingTexts("a", "b")
	result, err := s.client(t).Embeddings.Embed(t.Context(), params)
	if err != nil {
		t.Fatal(err)
	}
	if expected := [][]float32{{1, 0.25}, {0.5, -2}}; !reflect.DeepEqual(result.Vectors, expected) || result.Response.Model != "m" {
		t.Errorf("got %v", result.Vectors)
	}
	if info, ok := patchbay.InfoOf(result); !ok || info.Attempts != 1 {
		t.Errorf("got %+v, %t", info, ok)
	}
	if cost, known := patchbay.CostOf(result); !known || cost.String() != "0.02" {
		t.Errorf("got %s, %t", cost, known)
	}
	if body := s.all()[0].body; !strings.Contains(body, `"encoding_format":"base64"`) {
		t.Errorf("got %s", body)
	}
}

func TestEmbedAsksForNumbersIfTheProviderRejectsBase64(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		if number == 1 {
			reply(w, 400, `{"error":{"message":"encoding_format is not supported"}}`)
			return
		}
		reply(w, 200, `{"data":[{"embedding":[1]}]}`)
	})
	result, err := s.client(t).Embeddings.Embed(t.Context(), embeddingParams(), patchbay.WithIdempotencyKey("key"))
	if err != nil || !reflect.DeepEqual(result.Vectors, [][]float32{{1}}) {
		t.Fatalf("got %v", err)
	}
	second := s.all()[1]
	if !strings.Contains(second.body, `"encoding_format":"float"`) || second.header.Get("Idempotency-Key") != "key-float" {
		t.Errorf("got %+v", second)
	}
	params := embeddingParams()
	params.EncodingFormat = patchbay.Some(patchbay.EmbeddingEncodingFormatBase64)
	s = newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		reply(w, 400, `{"error":{"message":"no base64"}}`)
	})
	if _, err := s.client(t).Embeddings.Embed(t.Context(), params); wantError(t, err, patchbay.KindAPI).Status != 400 || len(s.all()) != 1 {
		t.Errorf("got %v after %d requests", err, len(s.all()))
	}
}

func TestAnEmbeddingWithoutNumbersIsUnusable(t *testing.T) {
	for _, embedding := range []string{`"AAA="`, `"!"`, `["a"]`, `[1e39]`, `[-1e39]`, `[1e400]`, `7`, `{}`} {
		s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
			reply(w, 200, `{"data":[{"embedding":[1]},{"embedding":`+embedding+`}]}`)
		})
		_, err := s.client(t).Embeddings.Embed(t.Context(), embeddingParams())
		failed := wantError(t, err, patchbay.KindAPI)
		if failed.Code != patchbay.CodeInvalidResponse || !strings.Contains(failed.Message, "`data[1].embedding`") || len(s.all()) != 1 {
			t.Errorf("got %v after %d requests", err, len(s.all()))
		}
	}
}

func TestAnAuthorizationStartsWithAURL(t *testing.T) {
	request, err := patchbay.CreateAuthorizationURL(patchbay.AuthorizationOptions{CallbackURL: "https://app.example/back?a=b", AuthURL: "https://auth.example/start?keep=1&code_challenge=old"})
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := url.Parse(request.URL)
	if err != nil {
		t.Fatal(err)
	}
	query := parsed.Query()
	if parsed.Host != "auth.example" || query.Get("keep") != "1" || query.Get("callback_url") != "https://app.example/back?a=b" || query.Get("code_challenge_method") != "S256" {
		t.Errorf("got %s", request.URL)
	}
	if len(query["code_challenge"]) != 1 || len(query.Get("code_challenge")) != 43 || len(request.CodeVerifier) != 43 || strings.Contains(request.URL, request.CodeVerifier) {
		t.Errorf("got %s and a verifier of %d characters", request.URL, len(request.CodeVerifier))
	}
	if strings.Contains(printed(request)+printed(*request), request.CodeVerifier) {
		t.Error("the code verifier is printed")
	}
	for _, options := range []patchbay.AuthorizationOptions{{CallbackURL: "http://app.example"}, {CallbackURL: "app"}, {AuthURL: "nothing"}} {
		_, err := patchbay.CreateAuthorizationURL(options)
		wantError(t, err, patchbay.KindUsage)
	}
	if _, err := patchbay.CreateAuthorizationURL(patchbay.AuthorizationOptions{CallbackURL: "http://localhost:3000/back"}); err != nil {
		t.Error(err)
	}
}

func TestACodeIsExchangedWithoutAKey(t *testing.T) {
	for _, key := range []string{"", "from-environment"} {
		t.Setenv("OPENROUTER_API_KEY", key)
		s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
			reply(w, 200, `{"key":"sk-or-v1-new","user_id":"u"}`)
		})
		result, err := patchbay.ExchangeCode(t.Context(), "code", "verifier", patchbay.WithBaseURL(s.URL))
		if err != nil || result.Key != "sk-or-v1-new" {
			t.Fatalf("got %v", err)
		}
		request := s.all()[0]
		if request.header.Values("Authorization") != nil || request.body != `{"code":"code","code_verifier":"verifier","code_challenge_method":"S256"}` {
			t.Errorf("got %+v", request)
		}
	}
	_, err := patchbay.ExchangeCode(t.Context(), "", "verifier")
	wantError(t, err, patchbay.KindUsage)
}

func TestEmbedExpectsAVectorForEachInput(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		reply(w, 200, `{"data":[{"embedding":[1]},{"embedding":[2]}]}`)
	})
	tokens := func(list string) (params patchbay.EmbeddingParams) {
		if err := json.Unmarshal([]byte(`{"model":"m","input":`+list+`}`), &params); err != nil {
			t.Fatal(err)
		}
		return params
	}
	replaced := embeddingParams()
	replaced.SetExtra("input", []string{"a", "b"})
	for _, test := range []struct {
		name   string
		params patchbay.EmbeddingParams
		fits   bool
		opts   []patchbay.Option
	}{
		{"a text", embeddingParams(), false, nil},
		{"two texts", tokens(`["a","b"]`), true, nil},
		{"three texts", tokens(`["a","b","c"]`), false, nil},
		{"token ids", tokens(`[1,2]`), false, nil},
		{"two lists of token ids", tokens(`[[1],[2]]`), true, nil},
		{"an extra field", replaced, true, nil},
		{"a field of the body", embeddingParams(), true, []patchbay.Option{patchbay.WithBodyField("input", []string{"a", "b"})}},
	} {
		_, err := s.client(t).Embeddings.Embed(t.Context(), test.params, test.opts...)
		if test.fits && err != nil {
			t.Errorf("%s: got %v", test.name, err)
		}
		if !test.fits && wantError(t, err, patchbay.KindAPI).Code != patchbay.CodeInvalidResponse {
			t.Errorf("%s: got %v", test.name, err)
		}
	}
}
