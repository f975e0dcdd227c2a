package patchbay

import (
	"context"
	"errors"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// runtime is what all services of a client share.
type runtime struct{}

// request is the input of one call.
type request struct {
	// path has the values of the path parameters, in order.
	path []string
	// params is a pointer to a struct whose fields have the tags json (body) and query; nil without parameters.
	params any
}

var errTodo = errors.New("not implemented")

// call sends a request and reads its response.
func call[R any](ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*R, error) {
	return nil, errTodo
}

// listAll returns the items of all pages.
func listAll[P, T any](ctx context.Context, r *runtime, op *contract.Operation, req request, items func(*P) []T, opts []Option) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {}
}
