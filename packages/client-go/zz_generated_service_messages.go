// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// MessagesService has the methods of client.Messages.
type MessagesService struct {
	runtime *runtime
}

// Create creates a message.
//
// Sends a conversation to a model and returns its message, whole or as a stream, in the form of the Anthropic
// Messages API. It works with every model. Routing, fallbacks and credits are those of chat completions.
//
// [MessagesService.Stream] returns the response as a stream.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated only if the API did not process it,
// unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401),
// [CodeInsufficientCredits] (402), [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408),
// [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited]
// (429), [CodeServerError] (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503),
// [CodeGatewayTimeout] (504), [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529) or another one.
func (s *MessagesService) Create(ctx context.Context, params MessagesParams, opts ...Option) (*MessagesResponse, error) {
	return call[MessagesResponse](ctx, s.runtime, generated.MessagesCreate, request{params: &params}, opts)
}

// Stream sends the same request as [MessagesService.Create] and returns the response as a stream while the
// model generates it. The error is that of opening the stream: the API key, the retries and the codes of
// errors are those of Create. A stream that has begun is not repeated.
//
// Close the stream unless it was read to its end.
func (s *MessagesService) Stream(ctx context.Context, params MessagesParams, opts ...Option) (*MessagesStream, error) {
	return newMessagesStream(ctx, s.runtime, generated.MessagesCreate, request{params: &params}, opts)
}

// CountTokens counts the tokens of a message.
//
// Counts the input tokens of a Messages request without sending it to a model. The request is free of charge.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated, also if the API may have processed
// it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeRequestTimeout] (408), [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType]
// (415), [CodeRateLimited] (429), [CodeServerError] (500) or another one.
func (s *MessagesService) CountTokens(ctx context.Context, params MessagesCountTokensParams, opts ...Option) (*MessagesTokenCount, error) {
	return call[MessagesTokenCount](ctx, s.runtime, generated.MessagesCountTokens, request{params: &params}, opts)
}
