package patchbay

import (
	"net/http"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ResponseInfo is what is known about a response in addition to its body.
type ResponseInfo struct {
	// Status is the HTTP status.
	Status int
	// Header has the headers of the response.
	Header http.Header
	// Attempts is how many times the request was sent; 1 without a retry.
	Attempts int
	// RequestID is the ID of the HTTP request, for support; empty if the API sent none.
	RequestID string
	// GenerationID is the ID of the generation, for Generations.Get; empty if the API sent none.
	GenerationID string
}

// withInfo is a result, such as a stream, that knows its own info.
type withInfo interface{ responseInfo() *ResponseInfo }

// InfoOf returns what is known about the response of a call. The result is a pointer that a call returned, or a stream. It is
// false for any other value.
func InfoOf(result any) (ResponseInfo, bool) {
	if own, ok := result.(withInfo); ok {
		if info := own.responseInfo(); info != nil {
			return *info, true
		}
		return ResponseInfo{}, false
	}
	if info, ok := codec.InfoOf(result).(*ResponseInfo); ok {
		return *info, true
	}
	return ResponseInfo{}, false
}

// RequestInfo is what a [Middleware] cannot see in a request, such as the labels of a metric.
type RequestInfo struct {
	// Operation is the name of the operation, such as "chat.completions.create".
	Operation string
	// Attempt is the number of the attempt, from 1.
	Attempt int
}

type requestInfoKey struct{}

// RequestInfoOf returns what is known about a request that a [Middleware] handles. It is false for any other request.
func RequestInfoOf(request *http.Request) (RequestInfo, bool) {
	info, ok := request.Context().Value(requestInfoKey{}).(RequestInfo)
	return info, ok
}
