# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Any, Literal, TypeAlias

from pydantic import Field

from ..._models import Model as BaseModel
from .annotations import FileAnnotation
from .routing import RoutingMetadata

AvailabilityCode: TypeAlias = (
    Literal[
        "model_not_found",
        "wrong_endpoint",
        "no_endpoints",
        "model_deprecated",
        "model_unavailable_upstream",
        "capacity_exhausted",
        "temporarily_unavailable",
        "region_restricted",
        "privacy_restricted",
        "constraint_filtered",
        "free_variant_ended",
    ]
    | str
)
"""The reason.

- `model_not_found`: No model with this id exists (400).
- `wrong_endpoint`: The model exists, but another operation serves it (400).
- `no_endpoints`: No provider serves the model (404).
- `model_deprecated`: The model was retired (404).
- `model_unavailable_upstream`: The providers currently do not offer the model (404).
- `capacity_exhausted`: Every provider is at capacity; retry later (429).
- `temporarily_unavailable`: Every provider is down; retry later (503).
- `region_restricted`: The model is not available in this region (403).
- `privacy_restricted`: The data policy of the request or the account excludes every endpoint (404).
- `constraint_filtered`: Another filter of the request excludes every endpoint (404).
- `free_variant_ended`: The free variant of the model was withdrawn (404).
"""


class AvailabilityConstraint(BaseModel):
    """A filter that excludes every endpoint."""

    field: str | None = None
    """The field of the request, such as `provider.max_price`."""
    detail: str | None = None
    """How to relax it."""


AvailabilityFilter: TypeAlias = (
    Literal[
        "geo",
        "data_region",
        "data_policy:zdr",
        "data_policy:training",
        "max_price",
        "context_length",
        "require_parameters",
        "quantization",
        "allowed_providers",
    ]
    | str
)
"""The filters that excluded every endpoint.

- `geo`: The caller's region.
- `data_region`: The data residency region.
- `data_policy:zdr`: The request requires zero data retention.
- `data_policy:training`: The request excludes providers that train on data.
- `max_price`: The maximum price.
- `context_length`: The context length.
- `require_parameters`: A parameter that no endpoint supports.
- `quantization`: The accepted quantizations.
- `allowed_providers`: The allowed and ignored providers.
"""


ErrorStatusOrName: TypeAlias = int | str
"""An HTTP status as an integer. In a stream, some providers send a string instead, such as `server_error`."""


ErrorType: TypeAlias = (
    Literal[
        "context_length_exceeded",
        "max_tokens_exceeded",
        "token_limit_exceeded",
        "string_too_long",
        "invalid_request",
        "invalid_prompt",
        "content_policy_violation",
        "refusal",
        "invalid_image",
        "image_too_large",
        "image_too_small",
        "unsupported_image_format",
        "image_download_failed",
        "authentication",
        "payment_required",
        "permission_denied",
        "not_found",
        "image_not_found",
        "precondition_failed",
        "payload_too_large",
        "unprocessable",
        "rate_limit_exceeded",
        "server",
        "unmapped",
        "provider_unavailable",
        "provider_overloaded",
        "timeout",
    ]
    | str
)
"""The kind of error, more specific than the HTTP status.

- `context_length_exceeded`: Prompt and completion together exceed the model's context length (400).
- `max_tokens_exceeded`: The request asks for more completion tokens than the model supports (400).
- `token_limit_exceeded`: The request exceeds a token limit (400).
- `string_too_long`: A string in the request is too long (400).
- `invalid_request`: A parameter is missing or invalid (400).
- `invalid_prompt`: The prompt is invalid (400).
- `content_policy_violation`: The content violates the provider's policy (400).
- `refusal`: The model refused (400).
- `invalid_image`: An image is unreadable (400).
- `image_too_large`: An image is too large (400).
- `image_too_small`: An image is too small (400).
- `unsupported_image_format`: The model does not support the image format (400).
- `image_download_failed`: An image could not be downloaded from its URL (400).
- `authentication`: The API key is missing or invalid (401).
- `payment_required`: The account has insufficient credits (402).
- `permission_denied`: The key or the account lacks permission (403).
- `not_found`: The resource does not exist (404).
- `image_not_found`: An image URL was not found (404).
- `precondition_failed`: A precondition of the request failed (412).
- `payload_too_large`: The body is too large (413).
- `unprocessable`: The body is well-formed but semantically invalid (422).
- `rate_limit_exceeded`: Too many requests (429).
- `server`: An internal error (500).
- `unmapped`: An error without a more specific type (500).
- `provider_unavailable`: The provider is down or returned an invalid response (502).
- `provider_overloaded`: The provider has no capacity (503).
- `timeout`: The request timed out (504).
"""


class PreviousError(BaseModel):
    """An earlier attempt that failed."""

    provider: str | None = None
    """Display name of the provider."""
    model: str | None = None
    """The requested model."""
    code: ErrorStatusOrName | None = None
    """The error, as in `error.code`."""
    status: int | None = None
    """HTTP status of the provider's response."""
    message: str | None = None
    """Error message of the provider."""


ExcludedEndpointReason: TypeAlias = (
    Literal[
        "off",
        "region",
        "tier",
        "unlisted",
        "ignored",
        "zdr",
        "training",
        "distillation",
        "quantization",
        "price",
        "modality",
        "context",
        "length",
        "tools",
        "schema",
        "parameters",
    ]
    | str
)
"""Why the router excluded the endpoint.

- `off`: The endpoint is disabled.
- `region`: The endpoint is not available in the caller's country.
- `tier`: The endpoint belongs to a service tier that was not requested.
- `unlisted`: The provider is not among the allowed providers.
- `ignored`: The provider is among the ignored providers.
- `zdr`: The endpoint retains prompts.
- `training`: The endpoint may train on prompts.
- `distillation`: The model's author does not permit distillation.
- `quantization`: The endpoint's quantization is not among the accepted ones.
- `price`: The endpoint is more expensive than the maximum price.
- `modality`: The model does not support an input or output modality of the request.
- `context`: The prompt exceeds the endpoint's context length.
- `length`: The endpoint supports fewer completion tokens than requested.
- `tools`: The endpoint does not support tools.
- `schema`: The endpoint does not support structured outputs.
- `parameters`: The endpoint does not support every parameter of the request.
"""


class ExcludedEndpoint(BaseModel):
    """An endpoint that the router excluded."""

    model: str
    """The model that the endpoint serves."""
    endpoint: str
    """The endpoint's `tag`."""
    provider: str
    """Display name of the provider."""
    reason: ExcludedEndpointReason
    """Why the router excluded the endpoint."""


RequestIssueLocation: TypeAlias = Literal["body", "query", "path", "header"] | str
"""The part of the request with the problem.

- `body`: The JSON body.
- `query`: The query string.
- `path`: The path.
- `header`: A header.
"""


class RequestIssue(BaseModel):
    """One problem of a request."""

    in_: RequestIssueLocation = Field(alias="in")
    """The part of the request with the problem."""
    pointer: str
    """JSON pointer to the value; `""` means the whole part."""
    message: str
    """Description of the problem."""
    expected: str | None = None
    """The expected value."""
    received: str | None = None
    """The received value, shortened."""


class ErrorMetadata(BaseModel):
    """Details of an error. Which fields are present depends on the kind of error."""

    error_type: ErrorType | None = None
    """The kind of error, more specific than the HTTP status."""
    provider_code: str | None = None
    """The provider's own error code."""
    provider_name: str | None = None
    """Display name of the provider that failed."""
    raw: Any = None
    """The provider's error, verbatim. Any JSON value, often a string that contains JSON."""
    model_slug: str | None = None
    """The requested model, for a moderation error."""
    reasons: list[str] | None = None
    """Why moderation flagged the input, for a moderation error (403)."""
    flagged_input: str | None = None
    """The flagged part of the input, for a moderation error: up to 100 characters, with `...` in place of the middle."""
    patterns: list[str] | None = None
    """The matched patterns, for a guardrail error (403)."""
    headers: dict[str, str] | None = None
    """The rate-limit headers, for clients that cannot read headers. Sent with a 429 from OpenRouter's own rate limits."""
    limit_source: str | None = None
    """The limit that was exceeded, such as `openrouter_free_tier_daily`. Do not retry right after exceeding a daily
    limit.
    """
    previous_errors: list[PreviousError] | None = None
    """Errors of the models or endpoints that were tried before, in order."""
    file_annotations: list[FileAnnotation] | None = None
    """Files that were parsed before the error. Send them back to avoid parsing them again."""
    excluded_endpoints: list[ExcludedEndpoint] | None = None
    """Every excluded endpoint with the reason, if no endpoint remained. Sent only by the mock server."""
    issues: list[RequestIssue] | None = None
    """The problems of the request, one entry each. The mock server sends it with every 400 from validation."""


class ErrorAvailability(BaseModel):
    """Why a model is unavailable, and which alternatives exist."""

    code: AvailabilityCode
    """The reason."""
    retryable: bool
    """Whether retrying the same request can succeed."""
    requested_models: list[str] | None = None
    """The requested models."""
    docs_url: str | None = None
    """URL of the documentation of this error."""
    retry_after: float | None = None
    """Seconds to wait before retrying."""
    affected_providers: list[str] | None = None
    """Providers that the router considered."""
    excluded_by: list[AvailabilityFilter] | None = None
    """The filters that excluded every endpoint."""
    fallback_models: list[str] | None = None
    """Models that can serve the request instead."""
    constraint: AvailabilityConstraint | None = None
    """The filter to relax."""


class ErrorDetail(BaseModel):
    """An error. It has the same shape in a response body, in a choice and in a stream event."""

    code: ErrorStatusOrName
    """The HTTP status as an integer. In a stream, some providers send a string instead, such as `server_error`."""
    message: str
    """Error message for people."""
    metadata: ErrorMetadata | None = None
    """Machine-readable details of the error."""
    availability: ErrorAvailability | None = None
    """Why the model is unavailable, and which alternatives exist."""


class ErrorBody(BaseModel):
    """The body of every error response, and of an error in a response with HTTP status 200."""

    error: ErrorDetail
    """The error."""
    user_id: str | None = None
    """Id of the account that sent the request, if known."""
    openrouter_metadata: RoutingMetadata | None = None
    """The endpoints that the router considered and tried, if the request asked for it."""
