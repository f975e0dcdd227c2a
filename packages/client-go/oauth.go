package patchbay

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net/url"

	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// AuthorizationOptions are the options of CreateAuthorizationURL.
type AuthorizationOptions struct {
	// CallbackURL is where OpenRouter redirects after consent: an https URL, or localhost on any port. Without one, the page
	// shows a code to copy.
	CallbackURL string
	// AuthURL is the authorization page. Default: https://openrouter.ai/auth.
	AuthURL string
}

// AuthorizationRequest is an OAuth authorization that has started.
type AuthorizationRequest struct {
	// URL is where to redirect the user. After consent, OpenRouter redirects to the callback with the parameter code.
	URL string
	// CodeVerifier is the PKCE code verifier. Store it in the user's session; ExchangeCode requires it.
	CodeVerifier string
}

// Format formats the value without its secret.
func (r AuthorizationRequest) Format(state fmt.State, verb rune) {
	type plain AuthorizationRequest
	r.CodeVerifier = redactText(r.CodeVerifier)
	fmt.Fprintf(state, fmt.FormatString(state, verb), plain(r))
}

// LogValue returns the value as text without its secret.
func (r AuthorizationRequest) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", r)) }

// CreateAuthorizationURL creates the URL that starts an OAuth login with PKCE (RFC 7636, method S256), in which users sign in
// with their own OpenRouter account and pay for their own requests. It sends no request. Its error has the kind KindUsage.
//
//	request, err := patchbay.CreateAuthorizationURL(patchbay.AuthorizationOptions{CallbackURL: "https://app.example/callback"})
//	// later, in the callback:
//	key, err := patchbay.ExchangeCode(ctx, code, request.CodeVerifier)
//	client := patchbay.New(patchbay.WithAPIKey(key.Key))
func CreateAuthorizationURL(options AuthorizationOptions) (*AuthorizationRequest, error) {
	if options.AuthURL == "" {
		options.AuthURL = "https://openrouter.ai/auth"
	}
	if options.CallbackURL != "" && !isCallback(options.CallbackURL) {
		return nil, usageError("CallbackURL must be an https URL or localhost, got %s. Example: https://app.example/callback.", show.Quote(options.CallbackURL))
	}
	page, err := url.Parse(options.AuthURL)
	if err != nil || page.Scheme == "" || page.Hostname() == "" {
		return nil, usageError("AuthURL must be a URL, got %s. Default: https://openrouter.ai/auth.", show.Quote(options.AuthURL))
	}
	var random [32]byte
	_, _ = rand.Read(random[:]) // never fails
	verifier := base64.RawURLEncoding.EncodeToString(random[:])
	challenge := sha256.Sum256([]byte(verifier))
	query := page.Query()
	query.Del("callback_url")
	if options.CallbackURL != "" {
		query.Set("callback_url", options.CallbackURL)
	}
	query.Set("code_challenge", base64.RawURLEncoding.EncodeToString(challenge[:]))
	query.Set("code_challenge_method", "S256")
	page.RawQuery = query.Encode()
	return &AuthorizationRequest{URL: page.String(), CodeVerifier: verifier}, nil
}

func isCallback(text string) bool {
	callback, err := url.Parse(text)
	if err != nil {
		return false
	}
	switch host := callback.Hostname(); host {
	case "":
		return false
	case "localhost", "127.0.0.1", "::1":
		return callback.Scheme == "http" || callback.Scheme == "https"
	default:
		return callback.Scheme == "https"
	}
}

// ExchangeCode exchanges an authorization code for an API key of the user. A code expires after ten minutes and works once: after
// that, or with another code verifier, the error has the code CodeForbidden. The options are those of New, such as WithBaseURL.
// No API key is sent.
func ExchangeCode(ctx context.Context, code, codeVerifier string, opts ...Option) (*ExchangedKey, error) {
	if code == "" || codeVerifier == "" {
		return nil, usageError("ExchangeCode needs a code and a code verifier, got an empty string. Pass the parameter code of the callback, and the CodeVerifier of the AuthorizationRequest.")
	}
	client := New(append(opts[:len(opts):len(opts)], WithoutHeader("Authorization"))...)
	return client.Auth.ExchangeCode(ctx, ExchangeCodeParams{
		Code:                code,
		CodeVerifier:        String(codeVerifier),
		CodeChallengeMethod: Some(CodeChallengeMethodS256),
	})
}
