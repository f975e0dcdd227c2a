package patchbay

import (
	"context"
	"iter"

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

// Events returns typed events in the order in which they happen. The last one is a *ChatDone; an error comes in its place.
// Leaving the loop closes the stream.
//
//	for event, err := range stream.Events() {
//		if err != nil {
//			return err
//		}
//		switch event := event.(type) {
//		case *patchbay.ChatTextDelta:
//			fmt.Print(event.Text)
//		case *patchbay.ChatToolCallDone:
//			run(event.Call)
//		}
//	}
func (s *ChatStream) Events() iter.Seq2[ChatStreamEvent, error] {
	return func(yield func(ChatStreamEvent, error) bool) {
		defer s.Close()
		if err := s.claim(); err != nil {
			yield(nil, err)
			return
		}
		reader := &chatEventReader{merged: s.core.merged, byIndex: map[int]*choiceReader{}}
		for events, ok := s.nextEvents(reader); ok; events, ok = s.nextEvents(reader) {
			if !yieldAll(yield, events) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield(nil, err)
			return
		}
		if !yieldAll(yield, reader.end()) {
			return
		}
		completion, err := s.Final()
		if err != nil {
			yield(nil, err)
			return
		}
		yield(&ChatDone{completion}, nil)
	}
}

// nextEvents reads the next chunk as typed events.
func (s *ChatStream) nextEvents(reader *chatEventReader) ([]ChatStreamEvent, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.advance() {
		return nil, false
	}
	return reader.add(s.core.event), true
}

func yieldAll(yield func(ChatStreamEvent, error) bool, events []ChatStreamEvent) bool {
	for _, event := range events {
		if !yield(event, nil) {
			return false
		}
	}
	return true
}
