// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// GenerationsService has the methods of client.Generations.
type GenerationsService struct {
	runtime *runtime
}

// generationsGetParams has the query parameters of client.Generations.Get.
type generationsGetParams struct {
	object

	// ID of the generation, "gen-…".
	ID string `query:"id"`
}

// Get returns a generation.
//
// A past request: tokens, cost, timings and provider. The data becomes available shortly after the response;
// retry a 404 that follows immediately.
//
// The parameter id: ID of the generation, "gen-…".
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated, also if the API may have processed
// it. [WithPoll] repeats it while the resource is not available yet (404).
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401),
// [CodeInsufficientCredits] (402), [CodeForbidden] (403), [CodeNotFound] (404), [CodeRateLimited] (429),
// [CodeServerError] (500), [CodeProviderUnavailable] (502), [CodeGatewayTimeout] (504), [CodeEdgeTimeout]
// (524), [CodeProviderOverloaded] (529) or another one.
func (s *GenerationsService) Get(ctx context.Context, id string, opts ...Option) (*GenerationDetail, error) {
	return call[GenerationDetail](ctx, s.runtime, generated.GenerationsGet, request{params: &generationsGetParams{ID: id}}, opts)
}

// generationsGetContentParams has the query parameters of client.Generations.GetContent.
type generationsGetContentParams struct {
	object

	// ID of the generation, "gen-…".
	ID string `query:"id"`
}

// GetContent returns the prompt and response of a generation.
//
// The stored prompt and response, if the account stores them.
//
// The parameter id: ID of the generation, "gen-…".
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated, also if the API may have processed
// it. [WithPoll] repeats it while the resource is not available yet (404).
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeRateLimited] (429), [CodeServerError] (500), [CodeProviderUnavailable] (502),
// [CodeGatewayTimeout] (504), [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529) or another one.
func (s *GenerationsService) GetContent(ctx context.Context, id string, opts ...Option) (*GenerationContentDetail, error) {
	return call[GenerationContentDetail](ctx, s.runtime, generated.GenerationsGetContent, request{params: &generationsGetContentParams{ID: id}}, opts)
}
