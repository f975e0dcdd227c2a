package patchbay

import (
	"errors"
	"testing"
	"time"
)

// The rules are those of the contract.
func TestClassify(t *testing.T) {
	text := &ChatCompletion{Choices: []ChatCompletionChoice{{Message: ChatCompletionMessage{Content: "Hi."}}}}
	api := func(status int, message string) *Error {
		return &Error{Kind: KindAPI, Status: status, Message: message}
	}
	tests := []struct {
		name  string
		err   error
		shown bool
		want  FailureKind
	}{
		{"any error after output", api(429, ""), true, FailureAfterOutput},
		{"a timeout", &Error{Kind: KindTimeout, Phase: PhaseFirstToken}, false, FailureTimeout},
		{"a broken connection", &Error{Kind: KindConnection, RequestSent: true}, false, FailureAmbiguous},
		{"a refused connection", &Error{Kind: KindConnection}, false, FailureConnection},
		{"a broken stream", &Error{Kind: KindStream, Reason: ReasonTruncated}, false, FailureStreamInterrupted},
		{"an error type", &Error{Kind: KindAPI, Status: 400, Type: "string_too_long"}, false, FailureContextLengthExceeded},
		{"413", api(413, ""), false, FailureContextLengthExceeded},
		{"a message of OpenAI", api(400, "400 bad_request: This model's maximum context length is 8192 tokens."), false, FailureContextLengthExceeded},
		{"a message of Anthropic", api(400, "prompt is too long: 210000 tokens > 200000 maximum"), false, FailureContextLengthExceeded},
		{"details of a provider", &Error{Kind: KindAPI, Status: 502, Metadata: map[string]any{"raw": map[string]any{"error": "input token count exceeds the limit"}}}, false, FailureContextLengthExceeded},
		{"the code of a provider", &Error{Kind: KindAPI, Status: 500, Metadata: map[string]any{"provider_code": "context_length_exceeded"}}, false, FailureContextLengthExceeded},
		{"a too long parameter", api(400, "metadata.a: string too long"), false, FailureBadRequest},
		{"an unknown model", api(400, "400 bad_request: x/y is not a valid model ID"), false, FailureNotFound},
		{"401", api(401, ""), false, FailureUnauthorized},
		{"402", api(402, ""), false, FailureInsufficientCredits},
		{"403", api(403, ""), false, FailureForbidden},
		{"404", api(404, ""), false, FailureNotFound},
		{"408", api(408, ""), false, FailureTransient},
		{"429", api(429, ""), false, FailureRateLimited},
		{"422", api(422, ""), false, FailureBadRequest},
		{"500", api(500, ""), false, FailureServerError},
		{"an unusable response", &Error{Kind: KindAPI, Status: 502, Code: CodeInvalidResponse}, false, FailureStreamInterrupted},
		{"an error after part of a completion", &Error{Kind: KindAPI, Status: 502, Partial: text}, false, FailureStreamInterrupted},
		{"an error after an empty part", &Error{Kind: KindAPI, Status: 502, Partial: &ChatCompletion{}}, false, FailureServerError},
		{"an error without a completion", &Error{Kind: KindAPI, Status: 502, Partial: (*ChatCompletion)(nil)}, false, FailureServerError},
		{"another kind", &Error{Kind: KindOutput}, false, FailureUnknown},
		{"an error of the caller", errors.New("x"), false, FailureUnknown},
	}
	for _, test := range tests {
		if got := classify(test.err, test.shown).kind.Kind; got != string(test.want) {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestClassifyKeepsTheRequestedWait(t *testing.T) {
	err := &Error{Kind: KindAPI, Status: 429, RetryAfter: Some(time.Second)}
	if wait := classify(err, false).retryAfter; !wait.Set || wait.Duration != time.Second {
		t.Errorf("got %v", wait)
	}
	if wait := classify(err, true).retryAfter; wait.Set {
		t.Errorf("a wait after output: got %v", wait)
	}
	if wait := classify(&Error{Kind: KindAPI, Status: 429}, false).retryAfter; wait.Set {
		t.Errorf("got %v", wait)
	}
}
