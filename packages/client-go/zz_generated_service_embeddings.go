// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// EmbeddingsService has the methods of client.Embeddings.
type EmbeddingsService struct {
	runtime *runtime
}

// Create creates embeddings.
//
// Converts text and other content into vectors, in the order of the inputs.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated only if the API did not process it,
// unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401),
// [CodeInsufficientCredits] (402), [CodeForbidden] (403), [CodeNotFound] (404), [CodeRequestTimeout] (408),
// [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeRateLimited] (429), [CodeServerError]
// (500), [CodeProviderUnavailable] (502), [CodeServiceUnavailable] (503), [CodeGatewayTimeout] (504),
// [CodeEdgeTimeout] (524), [CodeProviderOverloaded] (529) or another one.
func (s *EmbeddingsService) Create(ctx context.Context, params EmbeddingParams, opts ...Option) (*EmbeddingList, error) {
	return call[EmbeddingList](ctx, s.runtime, generated.EmbeddingsCreate, request{params: &params}, opts)
}

// EmbeddingsListModelsParams has the query parameters of [EmbeddingsService.ListModels].
type EmbeddingsListModelsParams struct {
	object

	// Number of items to skip. Default: 0.
	Offset Opt[int64] `query:"offset"`

	// Number of items to return, 1 to 1000. Without Limit and Offset, the response contains the whole list.
	Limit Opt[int64] `query:"limit"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v EmbeddingsListModelsParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *EmbeddingsListModelsParams) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ListModels lists embedding models.
//
// The embedding models, with their prices.
//
// It returns one page; [EmbeddingsService.ListModelsAll] iterates over the items of all pages.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeServerError]
// (500) or another one.
func (s *EmbeddingsService) ListModels(ctx context.Context, params EmbeddingsListModelsParams, opts ...Option) (*ModelList, error) {
	return call[ModelList](ctx, s.runtime, generated.EmbeddingsListModels, request{params: &params}, opts)
}

// ListModelsAll iterates over the items of all pages of [EmbeddingsService.ListModels], from the offset of
// params on. The loop requests a page when it reaches it. After an error it ends.
func (s *EmbeddingsService) ListModelsAll(ctx context.Context, params EmbeddingsListModelsParams, opts ...Option) iter.Seq2[Model, error] {
	items := func(page *ModelList) []Model { return page.Data }
	return listAll(ctx, s.runtime, generated.EmbeddingsListModels, request{params: &params}, items, opts)
}
