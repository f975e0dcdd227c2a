// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

// The codes of errors of the API, which are values of the field Code of [Error]. Other codes are possible.
const (
	// A parameter is missing or invalid, the model ID is unknown, or the prompt is too long. The request was not
	// charged. Status 400.
	CodeBadRequest = "bad_request"
	// The API key is missing, unknown or disabled. Status 401.
	CodeUnauthorized = "unauthorized"
	// The account or the key has insufficient credits for this request. While the balance is negative, requests
	// to free models fail too. Status 402.
	CodeInsufficientCredits = "insufficient_credits"
	// Moderation flagged the content, a guardrail or a budget blocked the request, or the key is of the wrong
	// kind. Status 403.
	CodeForbidden = "forbidden"
	// The resource does not exist, or the filters of the request and the account exclude every endpoint. Status
	// 404.
	CodeNotFound = "not_found"
	// The request took too long to arrive or to complete. Status 408.
	CodeRequestTimeout = "request_timeout"
	// The request conflicts with another request or with the state of the resource. Status 409.
	CodeConflict = "conflict"
	// The body exceeds the maximum size. Status 413.
	CodePayloadTooLarge = "payload_too_large"
	// The body has an unsupported content encoding or character set. Status 415.
	CodeUnsupportedMediaType = "unsupported_media_type"
	// The body is well-formed but semantically invalid. Status 422.
	CodeUnprocessable = "unprocessable"
	// A rate limit was exceeded: for free models, for the key, or at every attempted provider. Status 429.
	CodeRateLimited = "rate_limited"
	// An internal error of the API; details are masked. Status 500.
	CodeServerError = "server_error"
	// The provider is down or returned an invalid response. Status 502.
	CodeProviderUnavailable = "provider_unavailable"
	// No provider can currently serve the request. Status 503.
	CodeServiceUnavailable = "service_unavailable"
	// The provider did not respond in time. Status 504.
	CodeGatewayTimeout = "gateway_timeout"
	// The edge network timed out before the API responded. Status 524.
	CodeEdgeTimeout = "edge_timeout"
	// The provider is overloaded. Status 529.
	CodeProviderOverloaded = "provider_overloaded"
)
