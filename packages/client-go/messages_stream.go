package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// MessagesStream is a streamed message of the Messages API.
type MessagesStream struct {
	*Stream[MessageStreamEvent, MessagesResponse]
}

func newMessagesStream(ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*MessagesStream, error) {
	stream, err := openStream[MessageStreamEvent, MessagesResponse](ctx, r, op, req, opts)
	if err != nil {
		return nil, err
	}
	return &MessagesStream{stream}, nil
}
