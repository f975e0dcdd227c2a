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
// It works without an API key. A failed attempt is repeated, also if its outcome is unknown.
//
// Codes of its errors: [CodeUnauthorized] (401), [CodeServerError] (500).
func (s *ProvidersService) List(ctx context.Context, opts ...Option) (*ProviderList, error) {
	return call[ProviderList](ctx, s.runtime, generated.ProvidersList, request{}, opts)
}
