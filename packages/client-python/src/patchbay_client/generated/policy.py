# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
"""How a client behaves: retries, defaults, headers and errors."""

from collections.abc import Mapping
from typing import Final

from .._policies import (
    ClientDefaults,
    ClientPolicy,
    EnvironmentVariables,
    ErrorPolicy,
    ErrorTypeInfo,
    PollPolicy,
    RateLimitHeaders,
    ResponseHeaders,
    RetryAfterSource,
    RetryPolicy,
    StatusWords,
)

RETRY: Final = RetryPolicy(
    statuses=(408, 409, 429),
    status_from=500,
    should_retry_header="x-should-retry",
    retryable_field="availability.retryable",
    unknown_outcome="idempotent_only",
    idempotency_header="idempotency-key",
    max_retries=2,
    initial_delay_ms=500,
    multiplier=2,
    max_delay_ms=8000,
    jitter="full",
    retry_after=(
        RetryAfterSource(header="retry-after-ms", format="ms"),
        RetryAfterSource(header="retry-after", format="s"),
        RetryAfterSource(header="retry-after", format="http_date"),
        RetryAfterSource(field="availability.retry_after", format="s"),
        RetryAfterSource(rate_limit="reset", format="unix_time", statuses=(429,)),
    ),
    max_retry_after_ms=60000,
)
"""Which failures a client retries, and how long it waits."""

CLIENT: Final = ClientPolicy(
    base_url="https://openrouter.ai/api/v1",
    defaults=ClientDefaults(
        timeout_ms=600000, idle_timeout_ms=300000, total_timeout_ms=None, retry_non_idempotent=False, log_level="warn"
    ),
    environment=EnvironmentVariables(
        api_key="OPENROUTER_API_KEY", base_url="OPENROUTER_BASE_URL", log_level="PATCHBAY_LOG"
    ),
    poll=PollPolicy(status=404, delay_ms=250, max_attempts=40),
    headers=ResponseHeaders(
        request_id=("x-request-id", "cf-ray"),
        generation_id=("x-generation-id",),
        rate_limit=RateLimitHeaders(
            limit="X-RateLimit-Limit",
            remaining="X-RateLimit-Remaining",
            reset="X-RateLimit-Reset",
            field="metadata.headers",
        ),
    ),
)
"""Defaults of a client, and the headers of responses that it reads."""

ERRORS: Final = ErrorPolicy(
    status_words=(
        StatusWords(pattern="rate.?limit|too.?many|quota|exhausted|throttl", status=429),
        StatusWords(pattern="overload|capacity", status=503),
        StatusWords(pattern="payment|insufficient|billing", status=402),
        StatusWords(pattern="authenti|unauthorized|api.?key", status=401),
        StatusWords(pattern="permission|forbidden", status=403),
        StatusWords(pattern="not.?found", status=404),
        StatusWords(pattern="payload|request_too_large", status=413),
        StatusWords(pattern="unprocessable", status=422),
        StatusWords(
            pattern="context|token|too_(long|large|small)|content_policy|refusal|image|invalid|bad.?request", status=400
        ),
        StatusWords(pattern="timeout|timed.?out|deadline", status=504),
        StatusWords(pattern="network|upstream|provider|gateway", status=502),
        StatusWords(pattern="unavailable", status=503),
    ),
    default_status=500,
    message_fields=(
        "message",
        "Message",
        "error",
        "errors",
        "detail",
        "msg",
        "error_description",
        "error_message",
        "errorMessage",
        "reason",
        "0",
    ),
    types=(
        ErrorTypeInfo(type="context_length_exceeded", status=400, retryable=False),
        ErrorTypeInfo(type="max_tokens_exceeded", status=400, retryable=False),
        ErrorTypeInfo(type="token_limit_exceeded", status=400, retryable=False),
        ErrorTypeInfo(type="string_too_long", status=400, retryable=False),
        ErrorTypeInfo(type="invalid_request", status=400, retryable=False),
        ErrorTypeInfo(type="invalid_prompt", status=400, retryable=False),
        ErrorTypeInfo(type="content_policy_violation", status=400, retryable=False),
        ErrorTypeInfo(type="refusal", status=400, retryable=False),
        ErrorTypeInfo(type="invalid_image", status=400, retryable=False),
        ErrorTypeInfo(type="image_too_large", status=400, retryable=False),
        ErrorTypeInfo(type="image_too_small", status=400, retryable=False),
        ErrorTypeInfo(type="unsupported_image_format", status=400, retryable=False),
        ErrorTypeInfo(type="image_download_failed", status=400, retryable=False),
        ErrorTypeInfo(type="authentication", status=401, retryable=False),
        ErrorTypeInfo(type="payment_required", status=402, retryable=False),
        ErrorTypeInfo(type="permission_denied", status=403, retryable=False),
        ErrorTypeInfo(type="not_found", status=404, retryable=False),
        ErrorTypeInfo(type="image_not_found", status=404, retryable=False),
        ErrorTypeInfo(type="precondition_failed", status=412, retryable=False),
        ErrorTypeInfo(type="payload_too_large", status=413, retryable=False),
        ErrorTypeInfo(type="unprocessable", status=422, retryable=False),
        ErrorTypeInfo(type="rate_limit_exceeded", status=429, retryable=True),
        ErrorTypeInfo(type="server", status=500, retryable=True),
        ErrorTypeInfo(type="unmapped", status=500, retryable=True),
        ErrorTypeInfo(type="provider_unavailable", status=502, retryable=True),
        ErrorTypeInfo(type="provider_overloaded", status=503, retryable=True),
        ErrorTypeInfo(type="timeout", status=504, retryable=True),
    ),
)
"""How a client reads errors."""

ERROR_CODES: Final[Mapping[int, str]] = {
    400: "bad_request",
    401: "unauthorized",
    402: "insufficient_credits",
    403: "forbidden",
    404: "not_found",
    408: "request_timeout",
    409: "conflict",
    413: "payload_too_large",
    415: "unsupported_media_type",
    422: "unprocessable",
    429: "rate_limited",
    500: "server_error",
    502: "provider_unavailable",
    503: "service_unavailable",
    504: "gateway_timeout",
    524: "edge_timeout",
    529: "provider_overloaded",
}
"""HTTP status → the stable code on which callers branch."""
