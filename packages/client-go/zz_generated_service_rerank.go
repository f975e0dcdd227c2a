// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// RerankService has the methods of client.Rerank.
type RerankService struct {
	runtime *runtime
}

// Create reranks documents.
//
// Orders documents by their relevance to a query.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated only if the API did not process it,
// unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401),
// [CodeInsufficientCredits] (402), [CodeForbidden] (403), [CodeNotFound] (404), [CodePayloadTooLarge] (413),
// [CodeUnsupportedMediaType] (415), [CodeRateLimited] (429), [CodeServerError] (500),
// [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503), [CodeGatewayTimeout] (504),
// [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529) or another one.
func (s *RerankService) Create(ctx context.Context, params RerankParams, opts ...Option) (*Ranking, error) {
	return call[Ranking](ctx, s.runtime, generated.RerankCreate, request{params: &params}, opts)
}
