// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// ProvidersService has the methods of client.Providers.
type ProvidersService struct {
	runtime *runtime
}

// List lists providers.
//
// The providers that serve the models. Routing preferences refer to them by slug.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it.
//
// An [Error] of the API has the code [CodeUnauthorized] (401), [CodeServerError] (500) or another one.
func (s *ProvidersService) List(ctx context.Context, opts ...Option) (*ProviderList, error) {
	return call[ProviderList](ctx, s.runtime, generated.ProvidersList, request{}, opts)
}
