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
// [ResponsesService.Stream] returns the response as a stream.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated only if the API did not process it,
// unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401),
// [CodeInsufficientCredits] (402), [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408),
// [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeUnprocessable] (422), [CodeRateLimited]
// (429), [CodeServerError] (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503),
// [CodeGatewayTimeout] (504), [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529) or another one.
func (s *ResponsesService) Create(ctx context.Context, params ResponsesParams, opts ...Option) (*ResponseObject, error) {
	return call[ResponseObject](ctx, s.runtime, generated.ResponsesCreate, request{params: &params}, opts)
}

// Stream sends the same request as [ResponsesService.Create] and returns the response as a stream while the
// model generates it. The error is that of opening the stream: the API key, the retries and the codes of
// errors are those of Create. A stream that has begun is not repeated.
//
// Close the stream unless it was read to its end.
func (s *ResponsesService) Stream(ctx context.Context, params ResponsesParams, opts ...Option) (*ResponsesStream, error) {
	return newResponsesStream(ctx, s.runtime, generated.ResponsesCreate, request{params: &params}, opts)
}
