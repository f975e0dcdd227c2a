package patchbay

import (
	"context"
	"strconv"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/normalize"
)

// MessagesStream is a streamed message of the Messages API.
//
//	for event, err := range stream.All() {
//		if err != nil {
//			return err
//		}
//		switch event := event.Value().(type) {
//		case *patchbay.ContentBlockDeltaEvent:
//			handle(event.Delta)
//		}
//	}
type MessagesStream struct {
	*Stream[MessageStreamEvent, MessagesResponse]
}

var messagesKind = &streamKind{
	newFormat: func(a *attempt) eventFormat {
		return &typedFormat{name: "message", stream: a.plan.op.Stream, whole: wholeMessage}
	},
	newText: func() textReader { return &messageText{} },
}

// wholeMessage returns the events of a message that was not streamed.
func wholeMessage(message codec.Node) []string {
	start := normalize.Replace(message, "content", "[]")
	events := []string{`{"type":"message_start","message":` + start.Raw() + `}`}
	for block := range message.Get("content").Items() {
		index := strconv.Itoa((len(events) - 1) / 2)
		events = append(events,
			`{"type":"content_block_start","index":`+index+`,"content_block":`+block.Raw()+`}`,
			`{"type":"content_block_stop","index":`+index+`}`)
	}
	return append(events, `{"type":"message_stop"}`)
}

func newMessagesStream(ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*MessagesStream, error) {
	stream, err := openStream[MessageStreamEvent, MessagesResponse](ctx, r, op, req, messagesKind, opts)
	if err != nil {
		return nil, err
	}
	return &MessagesStream{stream}, nil
}
