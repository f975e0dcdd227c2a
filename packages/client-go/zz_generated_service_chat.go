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
// [ChatCompletionsService.Stream] returns the response as a stream.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated only if the API did not process it,
// unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401),
// [CodeInsufficientCredits] (402), [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408),
// [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited]
// (429), [CodeServerError] (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503),
// [CodeGatewayTimeout] (504), [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529) or another one.
func (s *ChatCompletionsService) Create(ctx context.Context, params ChatCompletionParams, opts ...Option) (*ChatCompletion, error) {
	return call[ChatCompletion](ctx, s.runtime, generated.ChatCompletionsCreate, request{params: &params}, opts)
}

// Stream sends the same request as [ChatCompletionsService.Create] and returns the response as a stream while
// the model generates it. The error is that of opening the stream: the API key, the retries and the codes of
// errors are those of Create. A stream that has begun is not repeated.
//
// Close the stream unless it was read to its end.
func (s *ChatCompletionsService) Stream(ctx context.Context, params ChatCompletionParams, opts ...Option) (*ChatStream, error) {
	return newChatStream(ctx, s.runtime, generated.ChatCompletionsCreate, request{params: &params}, opts)
}

// ChatService has the methods of client.Chat.
type ChatService struct {
	// Completions has the methods of client.Chat.Completions.
	Completions *ChatCompletionsService
}
