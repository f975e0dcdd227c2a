package patchbay

import (
	"context"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// This file declares what the files in golden use of the handwritten ones, so that they compile. scripts/go/golden.ts checks it.

type runtime struct{}

// Option is an option of a call.
type Option func()

// ChatStream is a stream of a chat.
type ChatStream struct{}

type request struct {
	path   []string
	params any
	query  [][2]string
}

func call[R any](context.Context, *runtime, *contract.Operation, request, []Option) (*R, error) {
	return nil, nil
}

func listAll[P, T any](context.Context, *runtime, *contract.Operation, request, func(*P) []T, []Option) iter.Seq2[T, error] {
	return nil
}

func newChatStream(context.Context, *runtime, *contract.Operation, request, []Option) (*ChatStream, error) {
	return nil, nil
}
