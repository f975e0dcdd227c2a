# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal, TypeAlias

from ..._models import Model as BaseModel
from .errors import ErrorMetadata
from .routing import RoutingMetadata

MessagesErrorType: TypeAlias = (
    Literal[
        "invalid_request_error",
        "authentication_error",
        "billing_error",
        "permission_error",
        "not_found_error",
        "request_too_large",
        "rate_limit_error",
        "api_error",
        "overloaded_error",
        "timeout_error",
    ]
    | str
)
"""The kind of error.

- `invalid_request_error`: The request is invalid (400, 415, 422).
- `authentication_error`: The API key is missing or invalid (401).
- `billing_error`: The account has insufficient credits (402).
- `permission_error`: The key or the account lacks permission (403).
- `not_found_error`: The resource or the model does not exist (404).
- `request_too_large`: The body is too large (413).
- `rate_limit_error`: Too many requests (429).
- `api_error`: An internal error, or an error of the provider (500, 502).
- `overloaded_error`: The provider has no capacity (503, 529).
- `timeout_error`: The request timed out (408, 504, 524).
"""


class MessagesErrorDetails(BaseModel):
    """Machine-readable details of an error."""

    error_code: str | None = None
    """A stable code that names the cause, such as `thread_unsupported_request`."""
    unsupported: list[str] | None = None
    """Features of the request that are not supported."""


class MessagesError(BaseModel):
    """An error of the Messages API."""

    type: MessagesErrorType
    """The kind of error."""
    message: str
    """Error message for people."""
    error_type: str | None = None
    """The kind of error as in `error.metadata.error_type` of the other APIs, such as `rate_limit_exceeded`."""
    details: MessagesErrorDetails | None = None
    """Machine-readable details."""


class MessagesErrorBody(BaseModel):
    """The body of an error response of the Messages API, in Anthropic's form."""

    type: Literal["error"]
    """Always `error`."""
    error: MessagesError
    """The error."""
    request_id: str | None
    """Id of the generation; None if none was created."""
    metadata: ErrorMetadata | None = None
    """Machine-readable details of the error, as in the other APIs. The mock server sends it with every 400 from
    validation.
    """
    openrouter_metadata: RoutingMetadata | None = None
    """How the request was routed, if the request asked for it."""
