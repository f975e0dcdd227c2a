// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// CreditsService has the methods of client.Credits.
type CreditsService struct {
	runtime *runtime
}

// Get returns credits.
//
// Credits purchased and used over the lifetime of the account, in USD (one credit is one US dollar). The
// balance is the difference.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated, also if the API may
// have processed it.
//
// An [Error] of the API has the code [CodeUnauthorized] (401), [CodeForbidden] (403), [CodeServerError] (500)
// or another one.
func (s *CreditsService) Get(ctx context.Context, opts ...Option) (*Credits, error) {
	return call[Credits](ctx, s.runtime, generated.CreditsGet, request{}, opts)
}
