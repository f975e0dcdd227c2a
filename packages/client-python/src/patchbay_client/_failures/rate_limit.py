"""What an error response says about rate limits and about when to send the request again."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from .._policy import RATE_LIMIT_HEADERS
from .detail import ErrorDetail
from .show import as_object

_DIGITS = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class RateLimit:
    """A rate limit, as the API reports it when it is reached. The API never reports it with a success."""

    limit: float | None
    """Requests allowed per window."""
    remaining: float | None
    """Requests left in the window."""
    reset_at: datetime | None
    """When the window resets."""


def read_rate_limit(headers: Mapping[str, str], metadata: Mapping[str, object] | None) -> RateLimit | None:
    """Reads `X-RateLimit-*` from the headers, or from the metadata, where the API reports some limits."""
    inside = as_object((metadata or {}).get("headers")) or {}

    def number_of(name: str) -> float | None:
        return _to_number(headers.get(name, inside.get(name)))

    limit, reset = number_of(RATE_LIMIT_HEADERS.limit), number_of(RATE_LIMIT_HEADERS.reset)
    if limit is None and reset is None:
        return None
    return RateLimit(limit, number_of(RATE_LIMIT_HEADERS.remaining), _to_date(reset))


def get_retry_after(
    status: int, headers: Mapping[str, str], detail: ErrorDetail | None, rate_limit: RateLimit | None
) -> float | None:
    """Seconds that an error response asks to wait.

    Reads `retry-after-ms`, `Retry-After` in seconds or as a date, or, for a 429, the time until the limit resets. A date
    is compared with the response's own `Date`, because the local clock may be wrong.
    """
    after = headers.get("retry-after")
    sent = _to_timestamp(headers.get("date"))
    start = time.time() if sent is None else sent
    ms = _to_number(headers.get("retry-after-ms"))
    date = None if after is None or _to_number(after) is not None else _to_timestamp(after)
    # Many gateways send rate limits with every response. Only for a 429 are they the reason of the error.
    reset = rate_limit.reset_at if status == 429 and rate_limit else None
    candidates = (
        None if ms is None else ms / 1000,
        _to_number(after),
        None if date is None else date - start,
        _to_number(detail.availability.get("retry_after")) if detail else None,
        None if reset is None else reset.timestamp() - start,
    )
    return next((wait for wait in candidates if wait is not None and wait >= 0), None)


def _to_number(value: object) -> float | None:
    """Parses a number, or a string of digits; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return value if abs(value) < 1e300 else None
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        number = float(value)
        return int(number) if number.is_integer() and abs(number) < 1e300 else number
    return None


def _to_timestamp(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        date = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        try:
            date = datetime.fromisoformat(text)
        except ValueError:
            return None
    try:
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, ValueError, OSError):
        return None


def _to_date(reset: float | None) -> datetime | None:
    """OpenRouter sends milliseconds since 1970; other APIs send seconds."""
    if reset is None:
        return None
    try:
        return datetime.fromtimestamp(reset if reset < 1e11 else reset / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
