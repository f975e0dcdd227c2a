package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// ResponsesStream is a streamed response of the Responses API.
type ResponsesStream struct {
	*Stream[ResponseStreamEvent, ResponseObject]
}

func newResponsesStream(ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*ResponsesStream, error) {
	stream, err := openStream[ResponseStreamEvent, ResponseObject](ctx, r, op, req, opts)
	if err != nil {
		return nil, err
	}
	return &ResponsesStream{stream}, nil
}
