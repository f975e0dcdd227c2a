package failure

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

func parseNode(t *testing.T, text string) codec.Node {
	t.Helper()
	doc, err := codec.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Root()
}

func TestErrorsOfAnyShapeAreFound(t *testing.T) {
	for body, expected := range map[string]Detail{
		`{"error":{"code":429,"message":"Slow down"}}`:                          {Status: 429, Message: "Slow down"},
		`{"error":{"code":"429","message":"Slow down"}}`:                        {Status: 429, Message: "Slow down"},
		`{"error":{"type":"overloaded_error","message":"Busy"},"type":"error"}`: {Status: 503, Message: "Busy", Type: "overloaded_error"},
		`{"error":"plain"}`: {Status: 500, Message: "plain"},
		`{"error":true}`:    {Status: 500, Message: "true"},
		`{"error":""}`:      {Status: 500, Message: `""`},
		`{"error":{"error":{"error":{"code":404,"message":"Deep"}}}}`:                          {Status: 404, Message: "Deep"},
		`{"error":{"message":"{\"error\":{\"message\":\"Inner\"}}"}}`:                          {Status: 500, Message: "Inner"},
		`{"error":{"message":"event: error\ndata: {\"message\":\"Inner\"}\n\n"}}`:              {Status: 500, Message: "Inner"},
		`{"error":{"code":"context_length_exceeded","message":"Long"}}`:                        {Status: 400, Message: "Long", Type: "context_length_exceeded"},
		`{"error":{"metadata":{"error_type":"rate_limit_exceeded"},"code":"x","message":"m"}}`: {Status: 500, Message: "m", Type: "rate_limit_exceeded"},
		`{"error":{"detail":[{"msg":"First"},{"msg":"Second"}]}}`:                              {Status: 500, Message: "First"},
		`{"error":{"unknown":1}}`: {Status: 500, Message: `{"unknown":1}`},
		`[{"error":{"code":403,"message":"Google","status":"PERMISSION_DENIED"}}]`:                   {Status: 403, Message: "Google", Type: "PERMISSION_DENIED"},
		`{"object":"error","message":"vLLM","type":"BadRequestError","code":400}`:                    {Status: 400, Message: "vLLM", Type: "BadRequestError"},
		`{"object":"response","status":"failed"}`:                                                    {Status: 500, Message: "The response failed"},
		`{"message":"Gateway","status":502}`:                                                         {Status: 502, Message: "Gateway"},
		`{"errors":[{"message":"First","code":401}]}`:                                                {Status: 401, Message: "First"},
		`{"choices":[{"error":{"code":402,"message":"Choice"}}]}`:                                    {Status: 402, Message: "Choice"},
		`{"choices":[{"delta":{"error":"Delta"}}]}`:                                                  {Status: 500, Message: "Delta"},
		`{"choices":[{"message":{},"finish_reason":"error"}]}`:                                       {Status: 502, Message: `The provider ended the completion with an error, finish_reason "error"`},
		`{"choices":[{"message":{},"finish_reason":"stop","native_finish_reason":"network_error"}]}`: {Status: 502, Message: `The provider ended the completion with an error, finish_reason "stop" ("network_error")`},
	} {
		got := Find(parseNode(t, body))
		if got == nil || got.Status != expected.Status || got.Message != expected.Message || got.Type != expected.Type {
			t.Errorf("%s: expected %+v, got %+v", body, expected, got)
		}
	}
}

func TestBodiesWithoutAnErrorHaveNone(t *testing.T) {
	for _, body := range []string{
		`{}`, `[]`, `[[{"error":"a"}]]`, `null`, `"error"`, `{"error":null}`, `{"choices":[],"error":""}`, `{"choices":[],"error":false}`, `{"choices":[],"error":0}`,
		`{"choices":[{"message":{},"error":""}]}`, `{"choices":[{"finish_reason":"length","native_finish_reason":"MAX_TOKENS"}]}`, `{"message":"Fine","status":200}`,
		`{"message":{"text":"a"},"code":500}`, `{"errors":[]}`, `{"object":"response","status":"completed"}`, `{"data":[],"code":404}`,
	} {
		if got := Find(parseNode(t, body)); got != nil {
			t.Errorf("%s: got %+v", body, got)
		}
	}
}

func TestCodesStandForStatuses(t *testing.T) {
	for code, expected := range map[string]int{
		`429`: 429, `599`: 599, `600`: 0, `399`: 0, `"404"`: 404, `404.5`: 0, `"RESOURCE_EXHAUSTED"`: 429, `"insufficient_quota"`: 429, `"engine_overloaded"`: 503,
		`"insufficient_balance"`: 402, `"invalid_api_key"`: 401, `"model_not_found"`: 404, `"invalid_value"`: 400, `"upstream_error"`: 502, `"something"`: 0, `true`: 0, `null`: 0, `""`: 0,
	} {
		if got := toStatus(parseNode(t, code)); got != expected {
			t.Errorf("%s: expected %d, got %d", code, expected, got)
		}
	}
}

func TestWaits(t *testing.T) {
	date := "Mon, 01 Jan 2024 00:00:00 GMT"
	for name, one := range map[string]struct {
		status   int
		header   map[string]string
		body     string
		expected time.Duration
		none     bool
	}{
		"milliseconds":       {429, map[string]string{"Retry-After-Ms": "40", "Retry-After": "9"}, `{}`, 40 * time.Millisecond, false},
		"seconds":            {429, map[string]string{"Retry-After": "1.5"}, `{}`, 1500 * time.Millisecond, false},
		"zero":               {429, map[string]string{"Retry-After": "0"}, `{}`, 0, false},
		"negative":           {429, map[string]string{"Retry-After": "-1"}, `{}`, 0, true},
		"date":               {503, map[string]string{"Retry-After": "Mon, 01 Jan 2024 00:00:07 GMT", "Date": date}, `{}`, 7 * time.Second, false},
		"past date":          {503, map[string]string{"Retry-After": "Sun, 31 Dec 2023 00:00:07 GMT", "Date": date}, `{}`, 0, true},
		"RFC 3339":           {503, map[string]string{"Retry-After": "2024-01-01T00:00:03Z", "Date": date}, `{}`, 3 * time.Second, false},
		"words":              {503, map[string]string{"Retry-After": "soon"}, `{}`, 0, true},
		"a huge number":      {503, map[string]string{"Retry-After": "99999999999999999999"}, `{}`, 1<<63 - 1, false},
		"body":               {503, nil, `{"error":{"message":"m","availability":{"retry_after":2}}}`, 2 * time.Second, false},
		"body as text":       {503, nil, `{"error":{"message":"m","availability":{"retry_after":"2"}}}`, 2 * time.Second, false},
		"reset in ms":        {429, map[string]string{"X-Ratelimit-Reset": "1704067204000", "Date": date}, `{}`, 4 * time.Second, false},
		"reset in seconds":   {429, map[string]string{"X-Ratelimit-Reset": "1704067204", "Date": date}, `{}`, 4 * time.Second, false},
		"reset in the error": {429, map[string]string{"Date": date}, `{"error":{"message":"m","metadata":{"headers":{"X-RateLimit-Reset":"1704067204000"}}}}`, 4 * time.Second, false},
		"reset of a 503":     {503, map[string]string{"X-Ratelimit-Reset": "1704067204000", "Date": date}, `{}`, 0, true},
	} {
		header := http.Header{}
		for name, value := range one.header {
			header.Set(name, value)
		}
		body := parseNode(t, one.body)
		facts := Read(Response{Status: one.status, Header: header, Body: body}, Find(body))
		if facts.HasRetryAfter == one.none || facts.RetryAfter != one.expected {
			t.Errorf("%s: got %s, %t", name, facts.RetryAfter, facts.HasRetryAfter)
		}
		if facts.Retryable == (facts.RetryAfter > time.Minute) {
			t.Errorf("%s: got retryable %t", name, facts.Retryable)
		}
	}
}

func TestMessagesHaveTheReasonAndAnAdvice(t *testing.T) {
	for _, one := range []struct {
		status         int
		body, expected string
	}{
		{502, `{"error":{"code":502,"message":"Provider returned error","metadata":{"raw":"{\"error\":{\"message\":\"GPU on fire\"}}","provider_name":"Acme"}}}`, "502 provider_unavailable: Provider returned error: GPU on fire (Acme)"},
		{401, `{"error":{"message":"No."}}`, "401 unauthorized: No. Check the key that WithAPIKey sets, or the variable OPENROUTER_API_KEY."},
		{402, `{"error":{"message":"Out of credits"}}`, "402 insufficient_credits: Out of credits. Add credits at https://openrouter.ai/settings/credits, or lower MaxTokens."},
		{402, `{"error":{"message":"See https://openrouter.ai/credits"}}`, "402 insufficient_credits: See https://openrouter.ai/credits"},
		{403, `{"error":{"message":"Needs a management key"}}`, "403 forbidden: Needs a management key. Pass a management key with WithManagementKey."},
		{404, `{"error":{"message":"m","availability":{"fallback_models":["a/b","c/d"]}}}`, "404 not_found: m. Available fallback models: a/b, c/d."},
		{500, `{"error":{"message":"Key sk-or-v1-0123456789 and Bearer abcdefghijk"}}`, "500 server_error: Key sk-*** and Bearer ***"},
		{418, `{"a":1}`, `418 unknown: {"a":1}`},
	} {
		body := parseNode(t, one.body)
		if got := Read(Response{Status: one.status, Body: body, Text: one.body}, Find(body)).Message; got != one.expected {
			t.Errorf("expected %s, got %s", one.expected, got)
		}
	}
	if got := Read(Response{Status: 502, Text: " <html>" + strings.Repeat("é", 400)}, nil).Message; got != "502 provider_unavailable: <html>"+strings.Repeat("é", 294)+"…" {
		t.Errorf("got %s", got)
	}
	if got := Read(Response{Status: 502}, nil).Message; got != "502 provider_unavailable: The response body is empty" {
		t.Errorf("got %s", got)
	}
}

func TestAnUnusableValueIsDescribed(t *testing.T) {
	object := &contract.Shape{Object: []contract.ShapeField{}}
	shape := &contract.Shape{Object: []contract.ShapeField{
		{Name: "choices", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{{Name: "message", Shape: object}, {Name: "calls", Optional: true, Shape: &contract.Shape{Items: object}}}}}},
		{Name: "count", Optional: true, Shape: &contract.Shape{}},
	}}
	for value, expected := range map[string]string{
		`{"choices":[]}`: "",
		`{"choices":[{"message":{}}],"count":null}`: "",
		`null`:           "expected an object, got null",
		`{}`:             "expected an array at `choices`, got null",
		`{"choices":{}}`: "expected an array at `choices`, got an object",
		`{"choices":[{"message":{}},{"message":""}]}`: "expected an object at `choices[1].message`, got a string",
		`{"choices":[{"message":{},"calls":[1]}]}`:    "expected an object at `choices[0].calls[0]`, got a number",
		`{"choices":[true]}`:                          "expected an object at `choices[0]`, got a boolean",
	} {
		if got := FaultOf(parseNode(t, value), shape); got != expected {
			t.Errorf("%s: expected %q, got %q", value, expected, got)
		}
	}
}
