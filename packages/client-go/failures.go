package patchbay

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
	"github.com/patchbay/patchbay/packages/client-go/internal/failure"
	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// connectionError is the error of a connection that could not be established, or that broke.
func (a *attempt) connectionError(err error) *Error {
	// The error of net/http repeats the URL.
	if outer := (*url.Error)(nil); errors.As(err, &outer) {
		err = outer.Err
	}
	text := strings.TrimRight(show.WithoutKeys(show.Cut(exchange.WithoutSecrets(err.Error(), a.secrets[:]...), 500)), ".?!")
	advice := "Check the base URL and the network."
	if exchange.IsTLS(err) {
		advice = "Check that the base URL uses TLS and its certificate is valid. SSL_CERT_FILE adds certificate authorities."
	}
	return &Error{
		Kind:        KindConnection,
		Message:     fmt.Sprintf("The connection failed: %s. %s", text, advice),
		Attempts:    a.number,
		RequestSent: a.body != nil || a.trace.MayBeSent(err),
		cause:       err,
	}
}

// timeoutError is the error of a timeout that expired.
func timeoutError(phase TimeoutPhase, limit time.Duration) *Error {
	var message string
	switch phase {
	case PhaseFirstToken:
		message = fmt.Sprintf("The model produced no token within %s.", limit)
	case PhaseIdle:
		message = fmt.Sprintf("The stream sent no event for %s. Keep-alive comments do not count. Raise WithIdleTimeout.", limit)
	case PhaseTotal:
		message = fmt.Sprintf("The call timed out after %s, including retries and waits. Raise WithTotalTimeout.", limit)
	default:
		message = fmt.Sprintf("The request timed out after %s. Raise WithTimeout, or stream the response.", limit)
	}
	return &Error{Kind: KindTimeout, Phase: phase, Message: message, RequestSent: true}
}

// canceledError is the error of a call whose context was canceled, or whose deadline passed.
func canceledError(ctx context.Context, attempts int) *Error {
	cause := ctx.Err()
	if cause == nil {
		// The deadline has passed, and the timer of the context is late.
		cause = context.DeadlineExceeded
	}
	message := "The context of the call was canceled."
	if errors.Is(cause, context.DeadlineExceeded) {
		message = "The deadline of the context passed before the call was complete."
	}
	if reason := context.Cause(ctx); reason != nil && !errors.Is(reason, cause) {
		cause = fmt.Errorf("%w: %w", cause, reason)
	}
	return &Error{Kind: KindCanceled, Message: message, Attempts: attempts, cause: cause}
}

// errorIn returns the error that a body or an event of a stream reports, under any status; nil if it reports none.
func (a *attempt) errorIn(body codec.Node) *Error {
	detail := failure.Find(body)
	if detail == nil {
		return nil
	}
	return a.newAPIError(detail.Status, body.Raw(), "")
}

// newAPIError returns the error of a response or an event with a text. fault is why the body of a success is unusable; empty for
// an error response.
func (a *attempt) newAPIError(status int, text, fault string) *Error {
	text = exchange.WithoutSecrets(text, a.secrets[:]...)
	header := exchange.HeaderWithoutSecrets(a.header, a.secrets[:]...)
	var body codec.Node
	if doc, err := codec.Parse(text); err == nil {
		body = doc.Root()
	}
	response := failure.Response{Status: status, Header: header, Body: body, Text: text, Fault: fault}
	failed := toError(failure.Read(response, failure.Find(body)), header, text)
	failed.Attempts = a.number
	failed.partial = partialOf(body, a.plan.op.Essential)
	failed.hasOutput = hasOutput(failed.partial)
	return failed
}

func toError(facts failure.Facts, header http.Header, text string) *Error {
	failed := &Error{
		Kind:         KindAPI,
		Message:      facts.Message,
		reason:       facts.Reason,
		Status:       facts.Status,
		Code:         facts.Code,
		Type:         facts.Type,
		Provider:     facts.Provider,
		RequestID:    facts.RequestID,
		GenerationID: facts.GenerationID,
		Header:       header,
		Body:         []byte(text),
		Retryable:    facts.Retryable,
	}
	if metadata, ok := facts.Metadata.Any().(map[string]any); ok {
		failed.Metadata = metadata
	}
	if facts.HasRetryAfter {
		failed.RetryAfter = Some(facts.RetryAfter)
	}
	if facts.AffordableTokens != nil {
		failed.AffordableTokens = Some(*facts.AffordableTokens)
	}
	if limit := facts.RateLimit; limit != nil {
		failed.RateLimit = &RateLimit{Limit: optional(limit.Limit), Remaining: optional(limit.Remaining), ResetAt: limit.ResetAt}
	}
	return failed
}

func optional[T any](value *T) Opt[T] {
	if value == nil {
		return Opt[T]{}
	}
	return Some(*value)
}
