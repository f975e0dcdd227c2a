package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// ChatStream is a streamed chat completion.
type ChatStream struct {
	*Stream[ChatCompletionChunk, ChatCompletion]
}

func newChatStream(ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*ChatStream, error) {
	stream, err := openStream[ChatCompletionChunk, ChatCompletion](ctx, r, op, req, opts)
	if err != nil {
		return nil, err
	}
	return &ChatStream{stream}, nil
}
