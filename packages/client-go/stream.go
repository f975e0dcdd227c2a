package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// Stream reads the events E of a response R while it is generated.
type Stream[E, R any] struct{}

func openStream[E, R any](ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*Stream[E, R], error) {
	return nil, errTodo
}
