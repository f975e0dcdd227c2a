# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Classifies the failure of an attempt by the table of the contract. Pure functions."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, cast

from .._errors import APIConnectionError, APIError, APITimeoutError, StreamError
from .._fallback_policy import FailureRule, Phrases
from ..generated.fallback_policy import FALLBACK

FailureKind: TypeAlias = Literal[
    "connection",
    "ambiguous",
    "timeout",
    "unauthorized",
    "insufficient_credits",
    "forbidden",
    "not_found",
    "context_length_exceeded",
    "bad_request",
    "transient",
    "rate_limited",
    "server_error",
    "stream_interrupted",
    "after_output",
    "empty_response",
    "rejected",
    "unknown",
]
"""The kind of failure of an attempt. It decides what a fallback does next.

- `connection`: The request was not sent (connection refused, unknown host, no route).
- `ambiguous`: The connection failed after the request was sent. It may be billed.
- `timeout`: No response arrived in time, or the stream went silent before any output.
- `unauthorized`: The API key was rejected (401).
- `insufficient_credits`: The balance does not cover the request (402).
- `forbidden`: Moderation, a guardrail, or a key of the wrong kind (403).
- `not_found`: The model does not exist, or no provider may serve it (404, or 400 for an unknown model name).
- `context_length_exceeded`: Prompt and completion are too long for the model.
- `bad_request`: The request is invalid (other 4xx).
- `transient`: A temporary conflict or timeout of the API (408, 409, 425).
- `rate_limited`: Too many requests (429).
- `server_error`: The API or the provider failed (5xx).
- `stream_interrupted`: The stream broke before any output, or the body is unusable. It may be billed.
- `after_output`: The attempt failed after output was shown.
- `empty_response`: The completion has no text and no tool calls.
- `rejected`: `accept` rejected the completion.
- `unknown`: Anything else.
"""

FallbackAction: TypeAlias = Literal["retry", "next", "throw"]
"""The reaction to a failure: retry the model once and then use the next one, use the next model at once, or raise the error."""

KINDS = {info.kind: info for info in FALLBACK.kinds}


@dataclass(frozen=True, slots=True)
class Failure:
    """A classified failure."""

    kind: FailureKind
    message: str
    status_code: int | None = None
    """HTTP status, if there is one."""
    retry_after: float | None = None
    """Seconds to wait, as the API requested."""


def classify_error(error: BaseException, *, shown: bool = False) -> Failure:
    """Classifies an error by the rules that the SDKs of all languages share.

    Args:
        error: The error of an attempt.
        shown: Whether output was shown before it.

    Example:
        ```python
        try:
            client.chat.completions.create(model=model, messages=messages)
        except PatchbayError as error:
            if classify_error(error).kind == "context_length_exceeded":
                shorten(messages)
        ```
    """
    rule = next(rule for rule in FALLBACK.rules if _matches(rule, error, shown))
    kind = cast("FailureKind", rule.kind)
    message = str(error) or type(error).__name__
    if shown or not isinstance(error, APIError):
        return Failure(kind, message)
    return Failure(kind, message, error.status_code, error.retry_after)


_CLASSES: dict[str, type[Exception]] = {
    "timeout": APITimeoutError,
    "connection": APIConnectionError,
    "stream": StreamError,
    "api": APIError,
}


def _matches(rule: FailureRule, error: BaseException, shown: bool) -> bool:
    if rule.shown and not shown:
        return False
    if rule.error is not None and not isinstance(error, _CLASSES[rule.error]):
        return False
    if isinstance(error, APIConnectionError):
        return rule.request_sent is None or rule.request_sent == error.request_sent
    return not isinstance(error, APIError) or _matches_response(rule, error)


def _matches_response(rule: FailureRule, error: APIError) -> bool:
    if rule.types is not None and error.error_type not in rule.types:
        return False
    if not _has_status(rule, error.status_code):
        return False
    if rule.says is not None and not _says(error, FALLBACK.phrases[rule.says]):
        return False
    return not rule.has_output or _has_output(error)


def _has_status(rule: FailureRule, status: int) -> bool:
    if rule.statuses is None and rule.status_from is None:
        return True
    is_in_range = rule.status_from is not None and rule.status_from <= status
    return status in (rule.statuses or ()) or (
        is_in_range and (rule.status_below is None or status < rule.status_below)
    )


def _has_output(error: APIError) -> bool:
    """Whether the provider generated output that cannot be used."""
    if error.code == "invalid_response":
        return True
    messages = (_get(choice, "message") for choice in _get(error.partial, "choices") or ())
    return any(_get(message, "content") for message in messages)


def _get(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _says(error: APIError, phrases: Phrases) -> bool:
    """Whether an error contains one of these phrases, in any provider's words."""
    text = (error.message if phrases.in_ == "message" else _full_text(error)).lower()
    if _finds(phrases.certain, text):
        return True
    return _finds(phrases.any, text) and not _finds(phrases.unless, text)


def _finds(patterns: tuple[str, ...], text: str) -> bool:
    return any(_compile(pattern).search(text) for pattern in patterns)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    # In JavaScript, for which the patterns are also used, \w, \d and \b are those of ASCII.
    return re.compile(pattern, re.ASCII)


# The message begins with the status and the client's error code, such as `bad_request`.
_PREFIX = re.compile(r"^\d+ \w+: ", re.ASCII)


def _full_text(error: APIError) -> str:
    """The message and its details, up to 4,000 characters."""
    metadata = error.metadata or {}
    raw, code = metadata.get("raw"), metadata.get("provider_code")
    details = raw if isinstance(raw, str) else "" if raw is None else json.dumps(raw, ensure_ascii=False, default=str)
    text = " ".join((_PREFIX.sub("", error.message), "" if code is None else str(code), details))
    return text[:4000].replace("\\", "")
