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
// It needs an API key ([WithAPIKey]). A failed attempt is not repeated if the API may have processed it,
// unless [WithRetryNonIdempotent] permits it.
//
// Codes of its errors: [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeInsufficientCredits] (402),
// [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408), [CodePayloadTooLarge] (413),
// [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited] (429), [CodeServerError]
// (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503), [CodeGatewayTimeout] (504),
// [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529).
func (s *MessagesService) Create(ctx context.Context, params MessagesParams, opts ...Option) (*MessagesResponse, error) {
	return call[MessagesResponse](ctx, s.runtime, generated.MessagesCreate, request{params: &params}, opts)
}

// Stream sends the request of [MessagesService.Create] and returns the response while it is generated. The
// error says that the stream could not be opened. Close the stream when it is no longer read.
//
// It needs an API key ([WithAPIKey]). A failed attempt is not repeated if the API may have processed it,
// unless [WithRetryNonIdempotent] permits it.
//
// Codes of its errors: [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeInsufficientCredits] (402),
// [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408), [CodePayloadTooLarge] (413),
// [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited] (429), [CodeServerError]
// (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503), [CodeGatewayTimeout] (504),
// [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529).
func (s *MessagesService) Stream(ctx context.Context, params MessagesParams, opts ...Option) (*MessagesStream, error) {
	return newMessagesStream(ctx, s.runtime, generated.MessagesCreate, request{params: &params}, opts)
}

// CountTokens counts the tokens of a message.
//
// Counts the input tokens of a Messages request without sending it to a model. The request is free of charge.
//
// It needs an API key ([WithAPIKey]). A failed attempt is repeated, also if its outcome is unknown.
//
// Codes of its errors: [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeRequestTimeout] (408), [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType]
// (415), [CodeRateLimited] (429), [CodeServerError] (500).
func (s *MessagesService) CountTokens(ctx context.Context, params MessagesCountTokensParams, opts ...Option) (*MessagesTokenCount, error) {
	return call[MessagesTokenCount](ctx, s.runtime, generated.MessagesCountTokens, request{params: &params}, opts)
}
