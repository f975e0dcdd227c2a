# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Decides whether a failed attempt is repeated, and when. Pure functions."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .. import _policy
from .._errors import APIConnectionError, APIError, APITimeoutError, PatchbayError, StreamError

if TYPE_CHECKING:
    from .._operation import Operation


def should_retry(error: PatchbayError, operation: Operation, retry_non_idempotent: bool) -> bool:
    """Whether a failed attempt is repeated.

    `APIError.retryable` has the decision of the API. A failure with an unknown outcome is repeated only if the operation
    is idempotent or the caller accepts the risk, because the first request may be charged.
    """
    if isinstance(error, APIError) and error.code != "invalid_response" and not _has_content(error.partial):
        return error.retryable
    if isinstance(error, APIConnectionError) and not error.request_sent:
        return True
    return _has_unknown_outcome(error) and (operation.idempotent or retry_non_idempotent)


def _has_unknown_outcome(error: PatchbayError) -> bool:
    if isinstance(error, APIError):
        return error.retryable or error.code == "invalid_response"
    if isinstance(error, APITimeoutError):
        return error.phase == "attempt"
    if isinstance(error, APIConnectionError):
        return True
    # Within an attempt, a stream fails only in place of its first event.
    return isinstance(error, StreamError) and error.reason in ("interrupted", "truncated")


def _has_content(partial: Any) -> bool:
    """Whether a failed response contains a part of an answer."""
    if partial is None:
        return False
    choices = _get(partial, "choices")
    if choices is not None:
        messages = (_get(choice, "message") for choice in choices)
        return any(_get(message, "content") or _get(message, "tool_calls") for message in messages)
    return bool(_get(partial, "content") or _get(partial, "output"))


def _get(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def backoff(attempt: int, error: PatchbayError, pick: Callable[[], float] = random.random) -> float:
    """Seconds to wait after an attempt (from 1): what the API asks for, otherwise exponential backoff with full jitter."""
    if isinstance(error, APIError) and error.retry_after is not None:
        return error.retry_after
    return min(_policy.INITIAL_DELAY * _policy.MULTIPLIER ** min(attempt - 1, 60), _policy.MAX_DELAY) * pick()


def is_not_yet_available(error: PatchbayError, attempt: int) -> bool:
    """Whether a 404 can mean that the resource is not available yet. True for up to 40 attempts: ten seconds."""
    return isinstance(error, APIError) and error.status_code == _policy.POLL_STATUS and attempt < _policy.POLL_ATTEMPTS
