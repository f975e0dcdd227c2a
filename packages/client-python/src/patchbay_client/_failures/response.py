"""Makes an `APIError` from an error response."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .._errors import APIError
from .._policy import (
    ERROR_CODES,
    GENERATION_ID_HEADERS,
    MAX_RETRY_AFTER,
    REQUEST_ID_HEADERS,
    RETRY_STATUS_FROM,
    RETRY_STATUSES,
    SHOULD_RETRY_HEADER,
)
from .detail import ErrorDetail, detail_of
from .message import explain, provider_of
from .rate_limit import get_retry_after, read_rate_limit
from .show import as_object


def to_api_error(
    status: int,
    headers: Mapping[str, str],
    *,
    body: object = None,
    response_text: str | None = None,
    fault: str | None = None,
) -> APIError:
    """Makes the error of a response. `fault` is why the body of a success is unusable, such as `is not valid JSON`."""
    detail = detail_of(body) if fault is None else None
    metadata = detail.metadata if detail else None
    code = ERROR_CODES.get(status, "unknown") if fault is None else "invalid_response"
    message = f"{status} {code}: {explain(code, detail, body, response_text, fault)}"
    rate_limit = read_rate_limit(headers, metadata)
    retry_after = get_retry_after(status, headers, detail, rate_limit)
    return APIError(
        message,
        status_code=status,
        code=code,
        error_type=detail.error_type if detail else None,
        provider=provider_of(detail, body),
        metadata=metadata,
        generation_id=generation_id_of(headers),
        # Anthropic's form has the id in the body too.
        request_id=request_id_of(headers) or _text(body, "request_id"),
        headers=headers,
        body=body,
        response_text=response_text,
        retryable=_is_retryable(status, headers, detail, retry_after or 0),
        retry_after=retry_after,
        rate_limit=rate_limit,
        affordable_tokens=_affordable_tokens(message) if code == "insufficient_credits" else None,
    )


def generation_id_of(headers: Mapping[str, str]) -> str | None:
    """The id of the generation that a response belongs to (`X-Generation-Id`)."""
    return _first(headers, GENERATION_ID_HEADERS)


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """The id of the HTTP request (`x-request-id`, otherwise Cloudflare's `cf-ray`)."""
    return _first(headers, REQUEST_ID_HEADERS)


def _first(headers: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((headers[name] for name in names if headers.get(name)), None)


def _is_retryable(status: int, headers: Mapping[str, str], detail: ErrorDetail | None, after: float) -> bool:
    """Whether the API allows a retry: `x-should-retry`, otherwise the status and the wait it asks for."""
    if after > MAX_RETRY_AFTER:
        return False
    should_retry = (headers.get(SHOULD_RETRY_HEADER) or "").lower()
    if should_retry in ("true", "false"):
        return should_retry == "true"
    is_transient = status >= RETRY_STATUS_FROM or status in RETRY_STATUSES
    return is_transient and (detail is None or detail.availability.get("retryable") is not False)


def _affordable_tokens(message: str) -> int | None:
    """OpenRouter reports this number only in the message: "… but can only afford 1,234"."""
    found = re.search(r"can only afford ([\d,]+)", message, re.ASCII)
    digits = found[1].replace(",", "") if found else ""
    return int(digits) if digits else None


def _text(body: object, name: str) -> str | None:
    value = (as_object(body) or {}).get(name)
    return value if isinstance(value, str) else None
