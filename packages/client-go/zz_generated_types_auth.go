// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AuthCode is an authorization code for an application.
type AuthCode struct {
	object

	// The authorization code.
	Data AuthCodeRecord `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AuthCode) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AuthCode) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LogValue returns the value as text without its secrets.
func (v AuthCode) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// AuthCodeRecord is an authorization code for an application.
type AuthCodeRecord struct {
	object

	// The authorization code. Single use; expires after ten minutes.
	ID string `json:"id"`

	// ID of the application.
	AppID int64 `json:"app_id"`

	// Creation time, ISO 8601.
	CreatedAt string `json:"created_at"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AuthCodeRecord) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AuthCodeRecord) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v AuthCodeRecord) Format(state fmt.State, verb rune) {
	type plain AuthCodeRecord
	shown := plain(v)
	shown.ID = redactText(v.ID)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v AuthCodeRecord) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// CodeChallengeMethod says how a PKCE code challenge was derived from the verifier.
//
// The API accepts these values today.
type CodeChallengeMethod string

// The known values of CodeChallengeMethod.
const (
	// SHA-256 of the verifier.
	CodeChallengeMethodS256 CodeChallengeMethod = "S256"
	// The verifier itself.
	CodeChallengeMethodPlain CodeChallengeMethod = "plain"
)

// CreateAuthCodeParams is an authorization code to create.
type CreateAuthCodeParams struct {
	object

	// URL that receives the code: https with a host name, or localhost on any port.
	CallbackURL string `json:"callback_url"`

	// The PKCE code challenge: BASE64URL(SHA-256(verifier)) for "S256".
	CodeChallenge Opt[string] `json:"code_challenge,omitzero"`

	// How the challenge was derived from the verifier.
	CodeChallengeMethod Opt[CodeChallengeMethod] `json:"code_challenge_method,omitzero"`

	// When the key expires, ISO 8601 with seconds. If omitted or null, the key does not expire.
	ExpiresAt Opt[string] `json:"expires_at,omitzero"`

	// Name of the key.
	KeyLabel Opt[string] `json:"key_label,omitzero"`

	// Spending limit of the key, in USD.
	Limit Opt[float64] `json:"limit,omitzero"`

	// How often the limit resets. If omitted, it never resets.
	UsageLimitType Opt[LimitResetParam] `json:"usage_limit_type,omitzero"`

	// Workspace of the key.
	WorkspaceID Opt[string] `json:"workspace_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CreateAuthCodeParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CreateAuthCodeParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ExchangeCodeParams is an authorization code and its code verifier.
type ExchangeCodeParams struct {
	object

	// The authorization code.
	Code string `json:"code"`

	// The code verifier of the challenge sent to the consent page.
	CodeVerifier Opt[string] `json:"code_verifier,omitzero"`

	// How the challenge was derived from the verifier.
	CodeChallengeMethod Opt[CodeChallengeMethod] `json:"code_challenge_method,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ExchangeCodeParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ExchangeCodeParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v ExchangeCodeParams) Format(state fmt.State, verb rune) {
	type plain ExchangeCodeParams
	shown := plain(v)
	shown.Code = redactText(v.Code)
	shown.CodeVerifier = redactOpt(v.CodeVerifier)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v ExchangeCodeParams) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// ExchangedKey is an API key for the application.
type ExchangedKey struct {
	object

	// The API key secret, "sk-or-v1-…".
	Key string `json:"key"`

	// ID of the user who gave consent.
	UserID string `json:"user_id"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ExchangedKey) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ExchangedKey) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v ExchangedKey) Format(state fmt.State, verb rune) {
	type plain ExchangedKey
	shown := plain(v)
	shown.Key = redactText(v.Key)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v ExchangedKey) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }
