package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// ChatStream is a streamed chat completion. Read it once: as chunks with All or Next, as text with Text, as typed events with
// Events, or with Final alone.
type ChatStream struct {
	*Stream[ChatCompletionChunk, ChatCompletion]
}

var chatKind = &streamKind{
	newFormat: func(a *attempt) eventFormat { return newChatFormat(a) },
	newText:   func() textReader { return &chatText{} },
}

func newChatStream(ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*ChatStream, error) {
	stream, err := openStream[ChatCompletionChunk, ChatCompletion](ctx, r, op, req, chatKind, opts)
	if err != nil {
		return nil, err
	}
	return &ChatStream{stream}, nil
}
