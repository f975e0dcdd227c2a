package fallback

import (
	"strings"
	"testing"
)

const (
	classConnection = "connection"
	classAPI        = "api"
)

func TestClassifyUsesTheFirstRuleThatMatches(t *testing.T) {
	long := strings.Repeat("é", longestText)
	tests := []struct {
		name    string
		failure Failure
		want    string
	}{
		{"output was shown", Failure{Shown: true, Class: classAPI, Status: 429}, "after_output"},
		{"the request was sent", Failure{Class: classConnection, RequestSent: true}, "ambiguous"},
		{"the request was not sent", Failure{Class: classConnection}, "connection"},
		{"an error type", Failure{Class: classAPI, Status: 400, Type: "token_limit_exceeded"}, "context_length_exceeded"},
		{"a certain phrase", Failure{Class: classAPI, Status: 400, Message: "Maximum Context Length; quota"}, "context_length_exceeded"},
		{"a phrase in the details", Failure{Class: classAPI, Status: 502, Details: `prompt \"is too long`}, "server_error"},
		{"a phrase after a backslash", Failure{Class: classAPI, Status: 502, Details: `prompt is\ too long`}, "context_length_exceeded"},
		{"an exception to a phrase", Failure{Class: classAPI, Status: 400, Message: "exceeds the limit of your quota"}, "bad_request"},
		{"a phrase with another status", Failure{Class: classAPI, Status: 404, Message: "prompt is too long"}, "bad_request"},
		{"a phrase beyond the searched text", Failure{Class: classAPI, Status: 400, Message: long + "prompt is too long"}, "bad_request"},
		{"few characters of many bytes", Failure{Class: classAPI, Status: 400, Message: long[:longestText] + "prompt is too long"}, "context_length_exceeded"},
		{"a phrase of the message in the details", Failure{Class: classAPI, Status: 400, Details: "is not a valid model id"}, "bad_request"},
		{"a phrase of the message", Failure{Class: classAPI, Status: 400, Message: "x/y is not a valid model ID"}, "not_found"},
		{"a status", Failure{Class: classAPI, Status: 429}, "rate_limited"},
		{"a range of statuses", Failure{Class: classAPI, Status: 451}, "bad_request"},
		{"a failure with output", Failure{Class: classAPI, Status: 200, HasOutput: true}, "stream_interrupted"},
		{"any other status", Failure{Class: classAPI, Status: 500}, "server_error"},
		{"any other error", Failure{}, "unknown"},
	}
	classifier := NewClassifier(policy())
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := classifier.Classify(test.failure).Kind; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestKindKnowsTheKindsOfTheContractOnly(t *testing.T) {
	classifier := NewClassifier(policy())
	if kind, ok := classifier.Kind("ambiguous"); !ok || !kind.MayBeBilled {
		t.Errorf("got %+v, %v", kind, ok)
	}
	if _, ok := classifier.Kind("other"); ok {
		t.Error("the contract has no kind \"other\"")
	}
	if names := classifier.Kinds(); len(names) != 10 || names[0] != "connection" {
		t.Errorf("got %v", names)
	}
}
