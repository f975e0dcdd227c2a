// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// AuthService has the methods of client.Auth.
type AuthService struct {
	runtime *runtime
}

// CreateCode creates an authorization code.
//
// Creates a code that an application exchanges for its own API key, as the consent page does. The code
// expires after ten minutes and can be used once.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated only if the API did not process it,
// unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeConflict] (409), [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeServerError]
// (500) or another one.
func (s *AuthService) CreateCode(ctx context.Context, params CreateAuthCodeParams, opts ...Option) (*AuthCode, error) {
	return call[AuthCode](ctx, s.runtime, generated.AuthCreateCode, request{params: &params}, opts)
}

// ExchangeCode exchanges an authorization code for an API key.
//
// The last step of the PKCE flow: the application sends the code it received from the consent page together
// with its code verifier, and receives an API key.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated only if the API did not process it, unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodePayloadTooLarge] (413), [CodeUnsupportedMediaType] (415), [CodeServerError] (500) or another one.
func (s *AuthService) ExchangeCode(ctx context.Context, params ExchangeCodeParams, opts ...Option) (*ExchangedKey, error) {
	return call[ExchangedKey](ctx, s.runtime, generated.AuthExchangeCode, request{params: &params}, opts)
}
