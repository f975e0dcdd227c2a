package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// ResponsesStream is a streamed response of the Responses API. Its last event has the complete response.
//
//	for event, err := range stream.All() {
//		if err != nil {
//			return err
//		}
//		switch event := event.Value().(type) {
//		case *patchbay.ResponseTextDeltaEvent:
//			fmt.Print(event.Delta)
//		}
//	}
type ResponsesStream struct {
	*Stream[ResponseStreamEvent, ResponseObject]
}

var responsesKind = &streamKind{
	newFormat: func(a *attempt) eventFormat {
		return &typedFormat{name: "response", stream: a.plan.op.Stream, whole: wholeResponse, lastField: "response"}
	},
	newText: func() textReader { return &responseText{} },
}

// wholeResponse returns the events of a response that was not streamed.
func wholeResponse(response codec.Node) []string {
	kind := "response.completed"
	if response.Get("status").Text() == "incomplete" {
		kind = "response.incomplete"
	}
	return []string{`{"type":"` + kind + `","sequence_number":0,"response":` + response.Raw() + `}`}
}

func newResponsesStream(ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*ResponsesStream, error) {
	stream, err := openStream[ResponseStreamEvent, ResponseObject](ctx, r, op, req, responsesKind, opts)
	if err != nil {
		return nil, err
	}
	return &ResponsesStream{stream}, nil
}
