package patchbay

import (
	"fmt"
	"net/http"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ErrorKind is the class of an Error.
type ErrorKind string

// The classes of errors.
const (
	// KindAPI: the API returned an error: as a status, in the body of a success, in a choice or in a stream.
	KindAPI ErrorKind = "api"
	// KindConnection: no complete response arrived. RequestSent says whether the request may have reached the API.
	KindConnection ErrorKind = "connection"
	// KindTimeout: a timeout of the client expired. Phase says which one.
	KindTimeout ErrorKind = "timeout"
	// KindStream: a stream did not produce a complete response. Reason says why.
	KindStream ErrorKind = "stream"
	// KindOutput: the output of a model is not valid JSON or does not match the schema.
	KindOutput ErrorKind = "output"
	// KindUsage: an option or an argument is not valid. No request was sent.
	KindUsage ErrorKind = "usage"
	// KindCanceled: the context of the call was canceled, or its deadline passed.
	KindCanceled ErrorKind = "canceled"
)

// CodeInvalidResponse is the Code of an API error for a success whose body is unusable.
const CodeInvalidResponse = "invalid_response"

// CodeUnknown is the Code of an API error whose status has no code of its own.
const CodeUnknown = "unknown"

// TimeoutPhase is the timeout that expired.
type TimeoutPhase string

// The timeouts.
const (
	// PhaseAttempt is the timeout of one attempt; see WithTimeout.
	PhaseAttempt TimeoutPhase = "attempt"
	// PhaseFirstToken is the timeout of the first token of a fallback attempt.
	PhaseFirstToken TimeoutPhase = "first_token"
	// PhaseIdle is the time between two events of a stream; see WithIdleTimeout.
	PhaseIdle TimeoutPhase = "idle"
	// PhaseTotal is the timeout of the whole call; see WithTotalTimeout.
	PhaseTotal TimeoutPhase = "total"
)

// StreamReason is why a stream did not produce a complete response.
type StreamReason string

// The reasons of stream errors.
const (
	// ReasonInterrupted: the connection broke.
	ReasonInterrupted StreamReason = "interrupted"
	// ReasonTruncated: the body ended before the response was complete.
	ReasonTruncated StreamReason = "truncated"
	// ReasonMalformed: an event cannot be read.
	ReasonMalformed StreamReason = "malformed"
	// ReasonNotAStream: the response is neither a stream nor a complete response of the API.
	ReasonNotAStream StreamReason = "not_a_stream"
	// ReasonAlreadyConsumed: the stream was read before.
	ReasonAlreadyConsumed StreamReason = "already_consumed"
)

// Error is every error of this package. Branch on Kind and Code; the message is for people. Find it in a chain with
// errors.As:
//
//	var apiErr *patchbay.Error
//	if errors.As(err, &apiErr) && apiErr.Code == patchbay.CodeInsufficientCredits {
//		topUp()
//	}
//
// No field contains the API key of the call, even if the API repeats it in an error.
type Error struct {
	Kind ErrorKind
	// Message says what failed, why, and what to do.
	Message string
	// Attempts is how many times the request was sent; 0 if the error came before the first attempt.
	Attempts int
	// Partial is the part of the response that was received before the failure: a *ChatCompletion, *ResponseObject or
	// *MessagesResponse; nil if there is none.
	Partial any

	// Status is the HTTP status. For an error under status 200 or in a stream, it is the status that the error stands for.
	Status int
	// Code is the stable reason of an API error, such as CodeRateLimited. Kinds other than KindAPI have none.
	Code string
	// Type is a more specific reason, such as "context_length_exceeded", if the API sent one.
	Type string
	// Provider is the display name of the provider that failed.
	Provider string
	// Metadata has facts about the failure, such as "provider_name" or "raw".
	Metadata map[string]any
	// RequestID is the ID of the HTTP request, for support.
	RequestID string
	// GenerationID is the ID of the generation, if one had started.
	GenerationID string
	// Header has the headers of the response; nil without a response.
	Header http.Header
	// Body is the body of the response, or the event of a stream, as text.
	Body []byte
	// Retryable says whether the same request can succeed soon.
	Retryable bool
	// RetryAfter is how long the API asks to wait.
	RetryAfter Opt[time.Duration]
	// RateLimit is the rate limit that was reached; nil if the API reports none.
	RateLimit *RateLimit
	// AffordableTokens is the number of tokens that the balance can pay for, with CodeInsufficientCredits.
	AffordableTokens Opt[int64]

	// RequestSent says, for KindConnection and KindTimeout, whether the request may have reached the API. Then its outcome
	// is unknown, and it may be charged.
	RequestSent bool
	// Phase is the timeout that expired, for KindTimeout.
	Phase TimeoutPhase
	// Reason is why a stream failed, for KindStream.
	Reason StreamReason

	// Text is the output of the model, for KindOutput.
	Text string
	// Issues are the violations of the schema, for KindOutput; empty if Text is not valid JSON.
	Issues []Issue

	cause error
	// reason is Message without the status and the code before it.
	reason string
	// partial is the usable part of a failed response, from which a call makes Partial.
	partial codec.Node
	// hasOutput says whether partial contains output of the model.
	hasOutput bool
}

// RateLimit is a rate limit that was reached.
type RateLimit struct {
	// Limit is the number of requests per window.
	Limit Opt[float64]
	// Remaining is the number of requests left in the window.
	Remaining Opt[float64]
	// ResetAt is when the window resets; the zero time if unknown.
	ResetAt time.Time
}

// Issue is a violation of a schema.
type Issue struct {
	// Path is the JSON pointer of the value; empty for the whole output.
	Path    string
	Message string
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause: an error of the network, context.Canceled, context.DeadlineExceeded, or what a function of the
// caller returned. It is nil if there is none.
func (e *Error) Unwrap() error { return e.cause }

// Timeout says whether the error is a timeout, as net.Error does.
func (e *Error) Timeout() bool { return e.Kind == KindTimeout }

// GoString returns the kind and the message, so that %#v prints no headers or bodies.
func (e *Error) GoString() string {
	return fmt.Sprintf("&patchbay.Error{Kind:%q, Status:%d, Code:%q, Message:%q}", e.Kind, e.Status, e.Code, e.Message)
}

// copied returns a copy of an error that every call returns, so that a caller who changes one does not change the others.
func (e *Error) copied() *Error {
	failed := *e
	return &failed
}

// usageError is the error of an option or an argument that is not valid.
func usageError(format string, values ...any) *Error {
	return &Error{Kind: KindUsage, Message: fmt.Sprintf(format, values...)}
}

// streamError is the error of a stream that did not produce a complete response.
func streamError(reason StreamReason, message string) *Error {
	return &Error{Kind: KindStream, Reason: reason, Message: message}
}
