// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// ChatCompletionsService has the methods of client.Chat.Completions.
type ChatCompletionsService struct {
	runtime *runtime
}

// Create creates a chat completion.
//
// Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
// providers that serve the model and falls back to others on failure. The cost is deducted from the account's
// credits.
//
// It needs an API key ([WithAPIKey]). A failed attempt is not repeated if the API may have processed it,
// unless [WithRetryNonIdempotent] permits it.
//
// Codes of its errors: [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeInsufficientCredits] (402),
// [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408), [CodePayloadTooLarge] (413),
// [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited] (429), [CodeServerError]
// (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503), [CodeGatewayTimeout] (504),
// [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529).
func (s *ChatCompletionsService) Create(ctx context.Context, params ChatCompletionParams, opts ...Option) (*ChatCompletion, error) {
	return call[ChatCompletion](ctx, s.runtime, generated.ChatCompletionsCreate, request{params: &params}, opts)
}

// Stream sends the request of [ChatCompletionsService.Create] and returns the response while it is generated.
// The error says that the stream could not be opened. Close the stream when it is no longer read.
//
// It needs an API key ([WithAPIKey]). A failed attempt is not repeated if the API may have processed it,
// unless [WithRetryNonIdempotent] permits it.
//
// Codes of its errors: [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeInsufficientCredits] (402),
// [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408), [CodePayloadTooLarge] (413),
// [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited] (429), [CodeServerError]
// (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503), [CodeGatewayTimeout] (504),
// [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529).
func (s *ChatCompletionsService) Stream(ctx context.Context, params ChatCompletionParams, opts ...Option) (*ChatStream, error) {
	return newChatStream(ctx, s.runtime, generated.ChatCompletionsCreate, request{params: &params}, opts)
}

// ChatService has the methods of client.Chat.
type ChatService struct {
	// Completions has the methods of client.Chat.Completions.
	Completions *ChatCompletionsService
}
