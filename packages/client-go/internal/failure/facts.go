package failure

import (
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// Codes that no status stands for.
const (
	codeInvalidResponse = "invalid_response"
	codeUnknown         = "unknown"
)

// Response is a response that reports a failure, or whose body is unusable.
type Response struct {
	Status int
	Header http.Header
	// Body is the parsed body; missing if it is not JSON.
	Body codec.Node
	// Text is the unparsed body.
	Text string
	// Fault is why the body of a success is unusable, such as "is not valid JSON"; empty for an error response.
	Fault string
}

// Facts are what is known about a failure.
type Facts struct {
	Status int
	Code   string
	// Message starts with the status and the code; Reason is the rest of it.
	Message, Reason string
	Type, Provider  string
	// Metadata is an object; missing if there is none.
	Metadata                codec.Node
	RequestID, GenerationID string
	Retryable               bool
	// RetryAfter is how long the API asks to wait, if HasRetryAfter.
	RetryAfter       time.Duration
	HasRetryAfter    bool
	RateLimit        *RateLimit
	AffordableTokens *int64
}

// Read returns the facts of a failed response. detail is the error in its body, if the caller has found it.
func Read(response Response, detail *Detail) Facts {
	code := codeInvalidResponse
	if response.Fault == "" {
		code = codeOf(response.Status)
	} else {
		detail = nil
	}
	reason := explain(code, detail, response)
	limit := readRateLimit(response.Header, detail)
	facts := Facts{
		Status:       response.Status,
		Code:         code,
		Message:      strconv.Itoa(response.Status) + " " + code + ": " + reason,
		Reason:       reason,
		RequestID:    RequestID(response.Header),
		GenerationID: GenerationID(response.Header),
		RateLimit:    limit,
	}
	facts.Provider = response.Body.Get("provider").Text()
	if detail != nil {
		facts.Type, facts.Metadata = detail.Type, detail.Metadata
		if provider, ok := detail.Metadata.Get("provider_name").Str(); ok {
			facts.Provider = provider
		}
	}
	if facts.RequestID == "" {
		// Anthropic's form has the ID in the body, too.
		facts.RequestID = response.Body.Get("request_id").Text()
	}
	facts.RetryAfter, facts.HasRetryAfter = retryAfter(response.Status, response.Header, detail, limit)
	facts.Retryable = isRetryable(response, detail, facts.RetryAfter)
	if code == "insufficient_credits" {
		facts.AffordableTokens = affordableTokens(reason)
	}
	return facts
}

func codeOf(status int) string {
	if code, ok := generated.Errors.Codes[status]; ok {
		return code
	}
	return codeUnknown
}

// Package net/http finds a name in its canonical form without an allocation.
var (
	requestIDHeaders    = canonical(generated.Client.RequestIDHeaders)
	generationIDHeaders = canonical(generated.Client.GenerationIDHeaders)
)

func canonical(names []string) []string {
	result := make([]string, len(names))
	for at, name := range names {
		result[at] = http.CanonicalHeaderKey(name)
	}
	return result
}

// RequestID returns the ID of the HTTP request; empty if the response has none.
func RequestID(header http.Header) string { return first(header, requestIDHeaders) }

// GenerationID returns the ID of the generation that a response belongs to; empty if the response has none.
func GenerationID(header http.Header) string {
	return first(header, generationIDHeaders)
}

func first(header http.Header, names []string) string {
	for _, name := range names {
		if value := header.Get(name); value != "" {
			return value
		}
	}
	return ""
}

// isRetryable says whether the API allows a retry: by its header, otherwise by the status and the wait that it asks for.
func isRetryable(response Response, detail *Detail, wait time.Duration) bool {
	policy := &generated.Retry
	if wait > time.Duration(policy.MaxRetryAfterMs)*time.Millisecond {
		return false
	}
	switch header := response.Header.Get(policy.ShouldRetryHeader); {
	case strings.EqualFold(header, "true"):
		return true
	case strings.EqualFold(header, "false"):
		return false
	}
	if response.Status < policy.StatusFrom && !slices.Contains(policy.Statuses, response.Status) {
		return false
	}
	return detail.Field(policy.RetryableField).Kind() != codec.False
}

var affordable = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`can only afford ([\d,]+)`)
})

// affordableTokens reads the number that OpenRouter reports only in the message: "… but can only afford 1,234".
func affordableTokens(message string) *int64 {
	found := affordable().FindStringSubmatch(message)
	if found == nil {
		return nil
	}
	number, err := strconv.ParseInt(strings.ReplaceAll(found[1], ",", ""), 10, 64)
	if err != nil {
		return nil
	}
	return &number
}
