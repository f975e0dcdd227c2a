// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// ResponsesService has the methods of client.Responses.
type ResponsesService struct {
	runtime *runtime
}

// Create creates a response.
//
// Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
// Responses API without state: the API stores no response, so send the whole conversation. Routing, fallbacks
// and cost are those of chat completions.
//
// It needs an API key ([WithAPIKey]). A failed attempt is not repeated if the API may have processed it,
// unless [WithRetryNonIdempotent] permits it.
//
// Codes of its errors: [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeInsufficientCredits] (402),
// [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408), [CodePayloadTooLarge] (413),
// [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited] (429), [CodeServerError]
// (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503), [CodeGatewayTimeout] (504),
// [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529).
func (s *ResponsesService) Create(ctx context.Context, params ResponsesParams, opts ...Option) (*ResponseObject, error) {
	return call[ResponseObject](ctx, s.runtime, generated.ResponsesCreate, request{params: &params}, opts)
}

// Stream sends the request of [ResponsesService.Create] and returns the response while it is generated. The
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
func (s *ResponsesService) Stream(ctx context.Context, params ResponsesParams, opts ...Option) (*ResponsesStream, error) {
	return newResponsesStream(ctx, s.runtime, generated.ResponsesCreate, request{params: &params}, opts)
}
