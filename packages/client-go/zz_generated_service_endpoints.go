// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// EndpointsService has the methods of client.Endpoints.
type EndpointsService struct {
	runtime *runtime
}

// ListZDR lists zero-data-retention endpoints.
//
// The endpoints with zero data retention (ZDR).
//
// It works without an API key. A failed attempt is repeated, also if its outcome is unknown.
//
// Codes of its errors: [CodeUnauthorized] (401), [CodeForbidden] (403), [CodeServerError] (500).
func (s *EndpointsService) ListZDR(ctx context.Context, opts ...Option) (*EndpointList, error) {
	return call[EndpointList](ctx, s.runtime, generated.EndpointsListZDR, request{}, opts)
}
