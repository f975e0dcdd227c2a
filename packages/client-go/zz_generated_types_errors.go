// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AvailabilityCode is the reason.
//
// The API may add other values.
type AvailabilityCode string

// The known values of AvailabilityCode.
const (
	// No model with this ID exists (400).
	AvailabilityCodeModelNotFound AvailabilityCode = "model_not_found"
	// The model exists, but another operation serves it (400).
	AvailabilityCodeWrongEndpoint AvailabilityCode = "wrong_endpoint"
	// No provider serves the model (404).
	AvailabilityCodeNoEndpoints AvailabilityCode = "no_endpoints"
	// The model was retired (404).
	AvailabilityCodeModelDeprecated AvailabilityCode = "model_deprecated"
	// The providers currently do not offer the model (404).
	AvailabilityCodeModelUnavailableUpstream AvailabilityCode = "model_unavailable_upstream"
	// Every provider is at capacity; retry later (429).
	AvailabilityCodeCapacityExhausted AvailabilityCode = "capacity_exhausted"
	// Every provider is down; retry later (503).
	AvailabilityCodeTemporarilyUnavailable AvailabilityCode = "temporarily_unavailable"
	// The model is not available in this region (403).
	AvailabilityCodeRegionRestricted AvailabilityCode = "region_restricted"
	// The data policy of the request or the account excludes every endpoint (404).
	AvailabilityCodePrivacyRestricted AvailabilityCode = "privacy_restricted"
	// Another filter of the request excludes every endpoint (404).
	AvailabilityCodeConstraintFiltered AvailabilityCode = "constraint_filtered"
	// The free variant of the model was withdrawn (404).
	AvailabilityCodeFreeVariantEnded AvailabilityCode = "free_variant_ended"
)

// AvailabilityConstraint is a filter that excludes every endpoint.
type AvailabilityConstraint struct {
	object

	// The field of the request, such as "provider.max_price".
	Field string `json:"field,omitzero"`

	// How to relax it.
	Detail string `json:"detail,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AvailabilityConstraint) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AvailabilityConstraint) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AvailabilityFilter is the filters that excluded every endpoint.
//
// The API may add other values.
type AvailabilityFilter string

// The known values of AvailabilityFilter.
const (
	// The caller's region.
	AvailabilityFilterGeo AvailabilityFilter = "geo"
	// The data residency region.
	AvailabilityFilterDataRegion AvailabilityFilter = "data_region"
	// The request requires zero data retention.
	AvailabilityFilterDataPolicyZDR AvailabilityFilter = "data_policy:zdr"
	// The request excludes providers that train on data.
	AvailabilityFilterDataPolicyTraining AvailabilityFilter = "data_policy:training"
	// The maximum price.
	AvailabilityFilterMaxPrice AvailabilityFilter = "max_price"
	// The context length.
	AvailabilityFilterContextLength AvailabilityFilter = "context_length"
	// A parameter that no endpoint supports.
	AvailabilityFilterRequireParameters AvailabilityFilter = "require_parameters"
	// The accepted quantizations.
	AvailabilityFilterQuantization AvailabilityFilter = "quantization"
	// The allowed and ignored providers.
	AvailabilityFilterAllowedProviders AvailabilityFilter = "allowed_providers"
)

// ErrorAvailability says why a model is unavailable, and which alternatives exist.
type ErrorAvailability struct {
	object

	// The reason.
	Code AvailabilityCode `json:"code"`

	// Whether retrying the same request can succeed.
	Retryable bool `json:"retryable"`

	// The requested models.
	RequestedModels []string `json:"requested_models,omitzero"`

	// URL of the documentation of this error.
	DocsURL string `json:"docs_url,omitzero"`

	// Seconds to wait before retrying.
	RetryAfter Opt[float64] `json:"retry_after,omitzero"`

	// Providers that the router considered.
	AffectedProviders []string `json:"affected_providers,omitzero"`

	// The filters that excluded every endpoint.
	ExcludedBy []AvailabilityFilter `json:"excluded_by,omitzero"`

	// Models that can serve the request instead.
	FallbackModels []string `json:"fallback_models,omitzero"`

	// The filter to relax.
	Constraint *AvailabilityConstraint `json:"constraint,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ErrorAvailability) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ErrorAvailability) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ErrorBody is the body of every error response, and of an error in a response with HTTP status 200.
type ErrorBody struct {
	object

	// The error.
	Error ErrorDetail `json:"error"`

	// ID of the account that sent the request, if known.
	UserID string `json:"user_id,omitzero"`

	// The endpoints that the router considered and tried, if the request asked for it.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ErrorBody) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ErrorBody) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ErrorDetail is an error. It has the same shape in a response body, in a choice and in a stream event.
type ErrorDetail struct {
	object

	// The HTTP status as an integer. In a stream, some providers send a string instead, such as "server_error".
	Code ErrorStatusOrName `json:"code"`

	// Error message for people.
	Message string `json:"message"`

	// Machine-readable details of the error.
	Metadata *ErrorMetadata `json:"metadata,omitzero"`

	// Why the model is unavailable, and which alternatives exist.
	Availability *ErrorAvailability `json:"availability,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ErrorDetail) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ErrorDetail) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ErrorMetadata: Details of an error. Which fields are present depends on the kind of error.
type ErrorMetadata struct {
	object

	// The kind of error, more specific than the HTTP status.
	ErrorType ErrorType `json:"error_type,omitzero"`

	// The provider's own error code.
	ProviderCode string `json:"provider_code,omitzero"`

	// Display name of the provider that failed.
	ProviderName string `json:"provider_name,omitzero"`

	// The provider's error, verbatim. Any JSON value, often a string that contains JSON.
	Raw any `json:"raw,omitzero"`

	// The requested model, for a moderation error.
	ModelSlug string `json:"model_slug,omitzero"`

	// Why moderation flagged the input, for a moderation error (403).
	Reasons []string `json:"reasons,omitzero"`

	// The flagged part of the input, for a moderation error: up to 100 characters, with "..." in place of the
	// middle.
	FlaggedInput string `json:"flagged_input,omitzero"`

	// The matched patterns, for a guardrail error (403).
	Patterns []string `json:"patterns,omitzero"`

	// The rate-limit headers, for clients that cannot read headers. Sent with a 429 from OpenRouter's own rate
	// limits.
	Headers map[string]string `json:"headers,omitzero"`

	// The limit that was exceeded, such as "openrouter_free_tier_daily". Do not retry right after exceeding a
	// daily limit.
	LimitSource string `json:"limit_source,omitzero"`

	// Errors of the models or endpoints that were tried before, in order.
	PreviousErrors []PreviousError `json:"previous_errors,omitzero"`

	// Files that were parsed before the error. Send them back to avoid parsing them again.
	FileAnnotations []FileAnnotation `json:"file_annotations,omitzero"`

	// Every excluded endpoint with the reason, if no endpoint remained. Sent only by the mock server.
	ExcludedEndpoints []ExcludedEndpoint `json:"excluded_endpoints,omitzero"`

	// The problems of the request, one entry each. The mock server sends it with every 400 from validation.
	Issues []RequestIssue `json:"issues,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ErrorMetadata) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ErrorMetadata) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ErrorStatusOrName is an HTTP status as an integer. In a stream, some providers send a string instead, such
// as "server_error".
//
// Set one of its fields.
type ErrorStatusOrName struct {
	object

	OfInt    Opt[int64]
	OfString Opt[string]
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ErrorStatusOrName) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ErrorStatusOrName) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ErrorStatusOrName) Value() any { return codec.Member(&v) }

// ErrorType is the kind of error, more specific than the HTTP status.
//
// The API may add other values.
type ErrorType string

// The known values of ErrorType.
const (
	// Prompt and completion together exceed the model's context length (400).
	ErrorTypeContextLengthExceeded ErrorType = "context_length_exceeded"
	// The request asks for more completion tokens than the model supports (400).
	ErrorTypeMaxTokensExceeded ErrorType = "max_tokens_exceeded"
	// The request exceeds a token limit (400).
	ErrorTypeTokenLimitExceeded ErrorType = "token_limit_exceeded"
	// A string in the request is too long (400).
	ErrorTypeStringTooLong ErrorType = "string_too_long"
	// A parameter is missing or invalid (400).
	ErrorTypeInvalidRequest ErrorType = "invalid_request"
	// The prompt is invalid (400).
	ErrorTypeInvalidPrompt ErrorType = "invalid_prompt"
	// The content violates the provider's policy (400).
	ErrorTypeContentPolicyViolation ErrorType = "content_policy_violation"
	// The model refused (400).
	ErrorTypeRefusal ErrorType = "refusal"
	// An image is unreadable (400).
	ErrorTypeInvalidImage ErrorType = "invalid_image"
	// An image is too large (400).
	ErrorTypeImageTooLarge ErrorType = "image_too_large"
	// An image is too small (400).
	ErrorTypeImageTooSmall ErrorType = "image_too_small"
	// The model does not support the image format (400).
	ErrorTypeUnsupportedImageFormat ErrorType = "unsupported_image_format"
	// An image could not be downloaded from its URL (400).
	ErrorTypeImageDownloadFailed ErrorType = "image_download_failed"
	// The API key is missing or invalid (401).
	ErrorTypeAuthentication ErrorType = "authentication"
	// The account has insufficient credits (402).
	ErrorTypePaymentRequired ErrorType = "payment_required"
	// The key or the account lacks permission (403).
	ErrorTypePermissionDenied ErrorType = "permission_denied"
	// The resource does not exist (404).
	ErrorTypeNotFound ErrorType = "not_found"
	// An image URL was not found (404).
	ErrorTypeImageNotFound ErrorType = "image_not_found"
	// A precondition of the request failed (412).
	ErrorTypePreconditionFailed ErrorType = "precondition_failed"
	// The body is too large (413).
	ErrorTypePayloadTooLarge ErrorType = "payload_too_large"
	// The body is well-formed but semantically invalid (422).
	ErrorTypeUnprocessable ErrorType = "unprocessable"
	// Too many requests (429).
	ErrorTypeRateLimitExceeded ErrorType = "rate_limit_exceeded"
	// An internal error (500).
	ErrorTypeServer ErrorType = "server"
	// An error without a more specific type (500).
	ErrorTypeUnmapped ErrorType = "unmapped"
	// The provider is down or returned an invalid response (502).
	ErrorTypeProviderUnavailable ErrorType = "provider_unavailable"
	// The provider has no capacity (503).
	ErrorTypeProviderOverloaded ErrorType = "provider_overloaded"
	// The request timed out (504).
	ErrorTypeTimeout ErrorType = "timeout"
)

// ExcludedEndpoint is an endpoint that the router excluded.
type ExcludedEndpoint struct {
	object

	// The model that the endpoint serves.
	Model string `json:"model"`

	// The endpoint's "tag".
	Endpoint string `json:"endpoint"`

	// Display name of the provider.
	Provider string `json:"provider"`

	// Why the router excluded the endpoint.
	Reason ExcludedEndpointReason `json:"reason"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ExcludedEndpoint) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ExcludedEndpoint) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ExcludedEndpointReason says why the router excluded the endpoint.
//
// The API may add other values.
type ExcludedEndpointReason string

// The known values of ExcludedEndpointReason.
const (
	// The endpoint is disabled.
	ExcludedEndpointReasonOff ExcludedEndpointReason = "off"
	// The endpoint is not available in the caller's country.
	ExcludedEndpointReasonRegion ExcludedEndpointReason = "region"
	// The endpoint belongs to a service tier that was not requested.
	ExcludedEndpointReasonTier ExcludedEndpointReason = "tier"
	// The provider is not among the allowed providers.
	ExcludedEndpointReasonUnlisted ExcludedEndpointReason = "unlisted"
	// The provider is among the ignored providers.
	ExcludedEndpointReasonIgnored ExcludedEndpointReason = "ignored"
	// The endpoint retains prompts.
	ExcludedEndpointReasonZDR ExcludedEndpointReason = "zdr"
	// The endpoint may train on prompts.
	ExcludedEndpointReasonTraining ExcludedEndpointReason = "training"
	// The model's author does not permit distillation.
	ExcludedEndpointReasonDistillation ExcludedEndpointReason = "distillation"
	// The endpoint's quantization is not among the accepted ones.
	ExcludedEndpointReasonQuantization ExcludedEndpointReason = "quantization"
	// The endpoint is more expensive than the maximum price.
	ExcludedEndpointReasonPrice ExcludedEndpointReason = "price"
	// The model does not support an input or output modality of the request.
	ExcludedEndpointReasonModality ExcludedEndpointReason = "modality"
	// The prompt exceeds the endpoint's context length.
	ExcludedEndpointReasonContext ExcludedEndpointReason = "context"
	// The endpoint supports fewer completion tokens than requested.
	ExcludedEndpointReasonLength ExcludedEndpointReason = "length"
	// The endpoint does not support tools.
	ExcludedEndpointReasonTools ExcludedEndpointReason = "tools"
	// The endpoint does not support structured outputs.
	ExcludedEndpointReasonSchema ExcludedEndpointReason = "schema"
	// The endpoint does not support every parameter of the request.
	ExcludedEndpointReasonParameters ExcludedEndpointReason = "parameters"
)

// PreviousError is an earlier attempt that failed.
type PreviousError struct {
	object

	// Display name of the provider.
	Provider string `json:"provider,omitzero"`

	// The requested model.
	Model string `json:"model,omitzero"`

	// The error, as in "error.code".
	Code ErrorStatusOrName `json:"code,omitzero"`

	// HTTP status of the provider's response.
	Status Opt[int64] `json:"status,omitzero"`

	// Error message of the provider.
	Message string `json:"message,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PreviousError) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PreviousError) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RequestIssue is one problem of a request.
type RequestIssue struct {
	object

	// The part of the request with the problem.
	In RequestIssueLocation `json:"in"`

	// JSON pointer to the value; "" means the whole part.
	Pointer string `json:"pointer"`

	// Description of the problem.
	Message string `json:"message"`

	// The expected value.
	Expected string `json:"expected,omitzero"`

	// The received value, shortened.
	Received string `json:"received,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RequestIssue) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RequestIssue) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RequestIssueLocation is the part of the request with the problem.
//
// The API may add other values.
type RequestIssueLocation string

// The known values of RequestIssueLocation.
const (
	// The JSON body.
	RequestIssueLocationBody RequestIssueLocation = "body"
	// The query string.
	RequestIssueLocationQuery RequestIssueLocation = "query"
	// The path.
	RequestIssueLocationPath RequestIssueLocation = "path"
	// A header.
	RequestIssueLocationHeader RequestIssueLocation = "header"
)
