// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// ModelsService has the methods of client.Models.
type ModelsService struct {
	runtime *runtime
}

// ModelsListParams has the query parameters of [ModelsService.List].
type ModelsListParams struct {
	object

	// Text to search for in the model's name and ID.
	Q Opt[string] `query:"q"`

	// Sort order. If omitted, the API chooses the order. Models without the requested score come last.
	Sort Opt[ModelOrder] `query:"sort"`

	// Only models used for this purpose.
	Category Opt[ModelCategory] `query:"category"`

	// Parameters that the model must support, comma-separated, such as "tools,seed".
	SupportedParameters []string `query:"supported_parameters" separator:","`

	// Input modalities that the model must accept, comma-separated, such as "image,file".
	InputModalities []string `query:"input_modalities" separator:","`

	// Output modalities, comma-separated, or "all". Default: "text".
	OutputModalities []string `query:"output_modalities" separator:","`

	// Minimum context length in tokens.
	Context Opt[int64] `query:"context"`

	// Minimum prompt price in USD per million tokens.
	MinPrice Opt[float64] `query:"min_price"`

	// Maximum prompt price in USD per million tokens.
	MaxPrice Opt[float64] `query:"max_price"`

	// Minimum completion price in USD per million tokens.
	MinOutputPrice Opt[float64] `query:"min_output_price"`

	// Maximum completion price in USD per million tokens.
	MaxOutputPrice Opt[float64] `query:"max_output_price"`

	// Tokenizer family, such as "Claude".
	Arch Opt[string] `query:"arch"`

	// Model authors, comma-separated, such as "openai,mistralai".
	ModelAuthors []string `query:"model_authors" separator:","`

	// Display names of providers that serve the model, comma-separated, such as "OpenAI,Anthropic".
	Providers []string `query:"providers" separator:","`

	// Whether the model's author permits distillation.
	Distillable Opt[ModelDistillable] `query:"distillable"`

	// true lists only models with a zero-data-retention endpoint.
	ZDR Opt[string] `query:"zdr"`

	// Region in which an endpoint must be available.
	Region Opt[ModelRegion] `query:"region"`

	// Minimum age in days.
	MinAgeDays Opt[int64] `query:"min_age_days"`

	// Maximum age in days.
	MaxAgeDays Opt[int64] `query:"max_age_days"`

	// Minimum intelligence index.
	MinIntelligenceIndex Opt[float64] `query:"min_intelligence_index"`

	// Maximum intelligence index.
	MaxIntelligenceIndex Opt[float64] `query:"max_intelligence_index"`

	// Minimum coding index.
	MinCodingIndex Opt[float64] `query:"min_coding_index"`

	// Maximum coding index.
	MaxCodingIndex Opt[float64] `query:"max_coding_index"`

	// Minimum agentic index.
	MinAgenticIndex Opt[float64] `query:"min_agentic_index"`

	// Maximum agentic index.
	MaxAgenticIndex Opt[float64] `query:"max_agentic_index"`

	// Minimum tool call success rate, 0 to 1.
	MinToolSuccessRate Opt[float64] `query:"min_tool_success_rate"`

	// Maximum tool call success rate, 0 to 1.
	MaxToolSuccessRate Opt[float64] `query:"max_tool_success_rate"`

	// Number of items to skip. Default: 0.
	Offset Opt[int64] `query:"offset"`

	// Number of items to return, 1 to 1000. Without Limit and Offset, the response contains the whole list.
	Limit Opt[int64] `query:"limit"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelsListParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelsListParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// List lists models.
//
// Models with prices, limits and capabilities. Without "limit" and "offset", the response contains the whole
// list. Lists only models with text output unless "output_modalities" is set.
//
// It returns one page; [ModelsService.ListAll] iterates over the items of all pages.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeServerError] (500) or another one.
func (s *ModelsService) List(ctx context.Context, params ModelsListParams, opts ...Option) (*ModelList, error) {
	return call[ModelList](ctx, s.runtime, generated.ModelsList, request{params: &params}, opts)
}

// ListAll iterates over the items of all pages of [ModelsService.List], from the offset of params on. The
// loop requests a page when it reaches it. After an error it ends.
func (s *ModelsService) ListAll(ctx context.Context, params ModelsListParams, opts ...Option) iter.Seq2[Model, error] {
	items := func(page *ModelList) []Model { return page.Data }
	return listAll(ctx, s.runtime, generated.ModelsList, request{params: &params}, items, opts)
}

// ModelsCountParams has the query parameters of [ModelsService.Count].
type ModelsCountParams struct {
	object

	// Output modalities, comma-separated, or "all". Default: "text".
	OutputModalities []string `query:"output_modalities" separator:","`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelsCountParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelsCountParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Count counts models.
//
// The number of models.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeServerError] (500) or another one.
func (s *ModelsService) Count(ctx context.Context, params ModelsCountParams, opts ...Option) (*ModelCount, error) {
	return call[ModelCount](ctx, s.runtime, generated.ModelsCount, request{params: &params}, opts)
}

// ModelsListForUserParams has the query parameters of [ModelsService.ListForUser].
type ModelsListForUserParams struct {
	object

	// Output modalities, comma-separated, or "all". Default: "text".
	OutputModalities []string `query:"output_modalities" separator:","`

	// Sort order. If omitted, the API chooses the order. Models without the requested score come last.
	Sort Opt[ModelOrder] `query:"sort"`

	// Number of items to skip. Default: 0.
	Offset Opt[int64] `query:"offset"`

	// Number of items to return, 1 to 1000. Without Limit and Offset, the response contains the whole list.
	Limit Opt[int64] `query:"limit"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelsListForUserParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelsListForUserParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ListForUser lists models available to your account.
//
// Models that the API key can use, after applying the provider preferences, privacy settings and guardrails
// of the account.
//
// It returns one page; [ModelsService.ListForUserAll] iterates over the items of all pages.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated, also if the API may have processed
// it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeServerError] (500) or another one.
func (s *ModelsService) ListForUser(ctx context.Context, params ModelsListForUserParams, opts ...Option) (*ModelList, error) {
	return call[ModelList](ctx, s.runtime, generated.ModelsListForUser, request{params: &params}, opts)
}

// ListForUserAll iterates over the items of all pages of [ModelsService.ListForUser], from the offset of
// params on. The loop requests a page when it reaches it. After an error it ends.
func (s *ModelsService) ListForUserAll(ctx context.Context, params ModelsListForUserParams, opts ...Option) iter.Seq2[Model, error] {
	items := func(page *ModelList) []Model { return page.Data }
	return listAll(ctx, s.runtime, generated.ModelsListForUser, request{params: &params}, items, opts)
}

// Get returns a model.
//
// One model by its slug. Aliases and variants resolve to their model.
//
// The parameter author: Author of the model: the part before the slash. The parameter slug: Name of the
// model: the part after the slash, including a variant if any.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeServerError] (500) or another one.
func (s *ModelsService) Get(ctx context.Context, author string, slug string, opts ...Option) (*ModelDetail, error) {
	return call[ModelDetail](ctx, s.runtime, generated.ModelsGet, request{path: []string{author, slug}}, opts)
}

// ListEndpoints lists the endpoints of a model.
//
// The provider endpoints that serve a model, with their prices, limits and recent performance. Latency and
// throughput are null without an API key.
//
// The parameter author: Author of the model: the part before the slash. The parameter slug: Name of the
// model: the part after the slash, including a variant if any.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeServerError] (500) or another one.
func (s *ModelsService) ListEndpoints(ctx context.Context, author string, slug string, opts ...Option) (*ModelEndpoints, error) {
	return call[ModelEndpoints](ctx, s.runtime, generated.ModelsListEndpoints, request{path: []string{author, slug}}, opts)
}
