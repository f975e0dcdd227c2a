// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

// FailureKind says why an attempt of a fallback failed.
type FailureKind string

// The kinds of failures.
const (
	// The request was not sent (connection refused, unknown host, no route).
	FailureConnection FailureKind = "connection"
	// The connection failed after the request was sent. It may have been answered and billed.
	FailureAmbiguous FailureKind = "ambiguous"
	// No response arrived in time, or the stream went silent before any output.
	FailureTimeout FailureKind = "timeout"
	// The API key was rejected (401).
	FailureUnauthorized FailureKind = "unauthorized"
	// The balance does not cover the request (402).
	FailureInsufficientCredits FailureKind = "insufficient_credits"
	// Moderation, a guardrail, or a key of the wrong kind (403).
	FailureForbidden FailureKind = "forbidden"
	// The model does not exist, or no provider may serve it (404, or 400 for an unknown model name).
	FailureNotFound FailureKind = "not_found"
	// Prompt and completion are too long for the model.
	FailureContextLengthExceeded FailureKind = "context_length_exceeded"
	// The request is invalid (other 4xx).
	FailureBadRequest FailureKind = "bad_request"
	// A temporary conflict or timeout of the API (408, 409, 425).
	FailureTransient FailureKind = "transient"
	// Too many requests (429).
	FailureRateLimited FailureKind = "rate_limited"
	// The API or the provider failed (5xx).
	FailureServerError FailureKind = "server_error"
	// The stream broke before any output, the body is unusable, or the completion failed after part of it. It
	// may be billed.
	FailureStreamInterrupted FailureKind = "stream_interrupted"
	// The attempt failed after output was shown.
	FailureAfterOutput FailureKind = "after_output"
	// The completion has no text and no tool calls.
	FailureEmptyResponse FailureKind = "empty_response"
	// "accept" rejected the completion.
	FailureRejected FailureKind = "rejected"
	// Anything else.
	FailureUnknown FailureKind = "unknown"
)
