package patchbay

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// runtime is what all services of a client share.
type runtime struct {
	settings settings
}

// request is the input of one call.
type request struct {
	// path has the values of the path parameters, in order.
	path []string
	// params is a pointer to a struct whose fields have the tags json (body) and query; nil without parameters.
	params any
}

var errTodo = errors.New("not implemented")

// plan is a call that is ready to be sent: everything that it specifies, read and checked once.
type plan struct {
	op       *contract.Operation
	settings *settings
}

// plan reads a call. With streams, the request asks for a stream.
func (r *runtime) plan(op *contract.Operation, req request, opts []Option, streams bool) (*plan, error) {
	return nil, errTodo
}

// attempt is one attempt while its response is read. Its methods are for one goroutine.
type attempt struct {
	plan   *plan
	number int
	status int
	header http.Header
}

// send sends a call until an attempt succeeds or no retry is left. read makes the result from an open response: the body of a
// success, or the first event of a stream. If read fails, send closes the attempt and decides on a retry; if it succeeds, read
// has closed the attempt, or the result closes it later.
func send[T any](ctx context.Context, p *plan, read func(*attempt) (T, error)) (T, error) {
	var none T
	return none, errTodo
}

// Read reads the body. Its errors are io.EOF and *Error: a timeout, a canceled context or a broken connection.
func (a *attempt) Read(p []byte) (int, error) { return 0, errTodo }

// readAll reads the rest of the body and closes the attempt. Its error is an *Error.
func (a *attempt) readAll() (string, error) { return "", errTodo }

// readError returns the error of an open response with an error status.
func (a *attempt) readError() *Error { return nil }

// limit starts a timeout in place of the current one. It is cheap enough for every event of a stream. 0 means no limit.
func (a *attempt) limit(phase TimeoutPhase, timeout time.Duration) {}

// pause stops the current timeout. That of the whole call stays.
func (a *attempt) pause() {}

// expired returns the error of the timeout or the context that has ended the attempt; nil while it is alive.
func (a *attempt) expired() *Error { return nil }

// apiError returns the error of a body or an event of a stream, with a status of 400 or more that the text stands for; nil if
// it reports none.
func (a *attempt) apiError(text string) *Error { return nil }

// info is what is known about the response.
func (a *attempt) info() *ResponseInfo { return nil }

// close closes the response, and logs the result of the attempt: nil for a success. Only the first call has an effect.
// A body that was read to its end leaves the connection to the next request.
func (a *attempt) close(result error) {}

// call sends a request and reads its response.
func call[R any](ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*R, error) {
	return nil, errTodo
}

// listAll returns the items of all pages.
func listAll[P, T any](ctx context.Context, r *runtime, op *contract.Operation, req request, items func(*P) []T, opts []Option) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {}
}
