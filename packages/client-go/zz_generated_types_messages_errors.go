// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// MessagesError is an error of the Messages API.
type MessagesError struct {
	object

	// The kind of error.
	Type MessagesErrorType `json:"type"`

	// Error message for people.
	Message string `json:"message"`

	// The kind of error as in "error.metadata.error_type" of the other APIs, such as "rate_limit_exceeded".
	ErrorType string `json:"error_type,omitzero"`

	// Machine-readable details.
	Details *MessagesErrorDetails `json:"details,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesErrorBody is the body of an error response of the Messages API, in Anthropic's form.
type MessagesErrorBody struct {
	object

	// Always "error".
	Type string `json:"type" const:"error"`

	// The error.
	Error MessagesError `json:"error"`

	// ID of the generation; null if none was created.
	RequestID string `json:"request_id"`

	// Machine-readable details of the error, as in the other APIs. The mock server sends it with every 400 from
	// validation.
	Metadata *ErrorMetadata `json:"metadata,omitzero"`

	// How the request was routed, if the request asked for it.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesErrorBody) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesErrorBody) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesErrorDetails: Machine-readable details of an error.
type MessagesErrorDetails struct {
	object

	// A stable code that names the cause, such as "thread_unsupported_request".
	ErrorCode string `json:"error_code,omitzero"`

	// Features of the request that are not supported.
	Unsupported []string `json:"unsupported,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesErrorDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesErrorDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesErrorType is the kind of error.
//
// The API may add other values.
type MessagesErrorType string

// The known values of MessagesErrorType.
const (
	// The request is invalid (400, 415, 422).
	MessagesErrorTypeInvalidRequestError MessagesErrorType = "invalid_request_error"
	// The API key is missing or invalid (401).
	MessagesErrorTypeAuthenticationError MessagesErrorType = "authentication_error"
	// The account has insufficient credits (402).
	MessagesErrorTypeBillingError MessagesErrorType = "billing_error"
	// The key or the account lacks permission (403).
	MessagesErrorTypePermissionError MessagesErrorType = "permission_error"
	// The resource or the model does not exist (404).
	MessagesErrorTypeNotFoundError MessagesErrorType = "not_found_error"
	// The body is too large (413).
	MessagesErrorTypeRequestTooLarge MessagesErrorType = "request_too_large"
	// Too many requests (429).
	MessagesErrorTypeRateLimitError MessagesErrorType = "rate_limit_error"
	// An internal error, or an error of the provider (500, 502).
	MessagesErrorTypeAPIError MessagesErrorType = "api_error"
	// The provider has no capacity (503, 529).
	MessagesErrorTypeOverloadedError MessagesErrorType = "overloaded_error"
	// The request timed out (408, 504, 524).
	MessagesErrorTypeTimeoutError MessagesErrorType = "timeout_error"
)
