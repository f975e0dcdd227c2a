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
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it.
//
// An [Error] of the API has the code [CodeUnauthorized] (401), [CodeForbidden] (403), [CodeServerError] (500)
// or another one.
func (s *EndpointsService) ListZDR(ctx context.Context, opts ...Option) (*EndpointList, error) {
	return call[EndpointList](ctx, s.runtime, generated.EndpointsListZDR, request{}, opts)
}
