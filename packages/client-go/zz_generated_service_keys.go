// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// KeysService has the methods of client.Keys.
type KeysService struct {
	runtime *runtime
}

// GetCurrent returns the current API key.
//
// Limits and usage of the API key that sends the request. Amounts are in USD; days, weeks and months are in
// UTC.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated, also if the API may have processed
// it.
//
// An [Error] of the API has the code [CodeUnauthorized] (401), [CodeServerError] (500) or another one.
func (s *KeysService) GetCurrent(ctx context.Context, opts ...Option) (*CurrentKeyDetail, error) {
	return call[CurrentKeyDetail](ctx, s.runtime, generated.KeysGetCurrent, request{}, opts)
}

// KeysListParams has the query parameters of [KeysService.List].
type KeysListParams struct {
	object

	// Whether to include disabled keys. Default: false.
	IncludeDisabled Opt[bool] `query:"include_disabled"`

	// Whether to include expired keys. Default: false.
	IncludeExpired Opt[bool] `query:"include_expired"`

	// Only keys of this workspace.
	WorkspaceID Opt[string] `query:"workspace_id"`

	// Number of items to skip. Default: 0.
	Offset Opt[int64] `query:"offset"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v KeysListParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *KeysListParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// List lists API keys.
//
// The API keys of the account, newest first.
//
// It returns one page; [KeysService.ListAll] iterates over the items of all pages.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated, also if the API may
// have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeRateLimited] (429), [CodeServerError] (500) or another one.
func (s *KeysService) List(ctx context.Context, params KeysListParams, opts ...Option) (*APIKeyList, error) {
	return call[APIKeyList](ctx, s.runtime, generated.KeysList, request{params: &params}, opts)
}

// ListAll iterates over the items of all pages of [KeysService.List], from the offset of params on. The loop
// requests a page when it reaches it. After an error it ends.
func (s *KeysService) ListAll(ctx context.Context, params KeysListParams, opts ...Option) iter.Seq2[APIKey, error] {
	items := func(page *APIKeyList) []APIKey { return page.Data }
	return listAll(ctx, s.runtime, generated.KeysList, request{params: &params}, items, opts)
}

// Create creates an API key.
//
// The response contains the secret, which cannot be retrieved again.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated only if the API did not
// process it, unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeRateLimited] (429), [CodeServerError]
// (500) or another one.
func (s *KeysService) Create(ctx context.Context, params CreateKeyParams, opts ...Option) (*CreatedAPIKey, error) {
	return call[CreatedAPIKey](ctx, s.runtime, generated.KeysCreate, request{params: &params}, opts)
}

// Get returns an API key.
//
// One API key with its limits and usage.
//
// The parameter hash: SHA-256 hash of the key in hex; the ID of the key.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated, also if the API may
// have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeRateLimited] (429), [CodeServerError] (500) or another one.
func (s *KeysService) Get(ctx context.Context, hash string, opts ...Option) (*APIKeyDetail, error) {
	return call[APIKeyDetail](ctx, s.runtime, generated.KeysGet, request{path: []string{hash}}, opts)
}

// Update updates an API key.
//
// Changes the name, the limit or the state of an API key. Omitted fields remain unchanged. Requires a
// management key.
//
// The parameter hash: SHA-256 hash of the key in hex; the ID of the key.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated, also if the API may
// have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeRateLimited]
// (429), [CodeServerError] (500) or another one.
func (s *KeysService) Update(ctx context.Context, hash string, params UpdateKeyParams, opts ...Option) (*APIKeyDetail, error) {
	return call[APIKeyDetail](ctx, s.runtime, generated.KeysUpdate, request{path: []string{hash}, params: &params}, opts)
}

// Delete deletes an API key.
//
// Permanently deletes an API key.
//
// The parameter hash: SHA-256 hash of the key in hex; the ID of the key.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated, also if the API may
// have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeRateLimited] (429), [CodeServerError] (500) or another one.
func (s *KeysService) Delete(ctx context.Context, hash string, opts ...Option) (*DeletedAPIKey, error) {
	return call[DeletedAPIKey](ctx, s.runtime, generated.KeysDelete, request{path: []string{hash}}, opts)
}
