# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Finds the error in a body or an event, whatever its shape."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from .._policy import DEFAULT_STATUS, MESSAGE_FIELDS, STATUS_WORDS
from .show import as_list, as_object, cut

RESEND = "The provider or a proxy sent malformed data. Send the request again, or use another model."


class ErrorDetail(NamedTuple):
    """An error in the contract's shape."""

    code: object
    message: str
    metadata: dict[str, object] | None = None
    error_type: str | None = None
    availability: Mapping[str, object] = MappingProxyType({})

    @property
    def status(self) -> int:
        """The HTTP status that the error stands for; 500 when it names none."""
        return to_status(self.code) or DEFAULT_STATUS


def detail_of(body: object) -> ErrorDetail | None:
    """The error in a body or a stream event; None if it has none.

    Any `error` that is not null counts, at the top level or in a choice, whatever its shape.
    """
    if isinstance(body, list):
        # Google responds with a list of one error.
        items = as_list(body) or []
        return None if not items or isinstance(items[0], list) else detail_of(items[0])
    record = as_object(body)
    if record is None:
        return None
    error = record.get("error")
    if error is not None and (_is_truthy(error) or "choices" not in record):
        return _to_detail(error, record)
    kind = record.get("object")
    # OpenAI's Responses API reports a failure in a response.
    if kind == "response" and record.get("status") == "failed":
        return _to_detail("The response failed", record)
    if kind == "error" or record.get("type") == "error":
        return _to_detail(record)
    choices = record.get("choices", record)
    if choices is record:
        return _detail_without_choices(record)
    for choice in as_list(choices) or ():
        if isinstance(choice, dict):
            detail = _detail_of_choice(choice)
            if detail is not None:
                return detail
    return None


_GOOD_REASONS = frozenset({None, "stop", "length", "tool_calls", "content_filter"})
_FAILURE_REASON = re.compile(r"(?:network_)?error", re.IGNORECASE)


def _detail_of_choice(choice: dict[str, object]) -> ErrorDetail | None:
    error = choice.get("error")
    if error is not None and (_is_truthy(error) or not ("message" in choice or "delta" in choice)):
        return _to_detail(error)
    for name in ("delta", "message"):
        part = choice.get(name)
        if isinstance(part, dict) and "error" in part:
            inner: object = part["error"]
            if inner is not None and _is_truthy(inner):
                return _to_detail(inner)
    reason, native = choice.get("finish_reason"), choice.get("native_finish_reason")
    if native is None and (reason is None or (isinstance(reason, str) and reason in _GOOD_REASONS)):
        return None
    if not (_FAILURE_REASON.fullmatch(str(reason)) or _FAILURE_REASON.fullmatch(str(native))):
        return None
    shown = "" if native is None else f" ({to_json(native)})"
    return ErrorDetail(502, f"The provider ended the completion with an error, finish_reason {to_json(reason)}{shown}")


def _is_truthy(error: object) -> bool:
    """Whether a field reports an error. Some gateways send `error: ""` or `error: false` with every response."""
    return isinstance(error, (dict, list)) or bool(error)


def _to_detail(error: object, body: dict[str, object] | None = None) -> ErrorDetail:
    """Converts any value in the place of an error. Some APIs put facts of the error next to it, into the body."""
    body = body or {}
    record = as_object(error) or {}
    # Some gateways wrap a provider's error in another error.
    for _ in range(9):
        inner = as_object(record.get("error"))
        if inner is None:
            break
        record = inner
    code, kind = record.get("code"), record.get("error_type", body.get("error_type"))
    candidates = (
        _number(code) >= 400 and code,
        kind,
        code,
        *(record.get(n) for n in ("status", "status_code", "type")),
    )
    words = [one for one in candidates if isinstance(one, (str, int, float)) and not isinstance(one, bool)]
    metadata = as_object(record.get("metadata"))
    if metadata is None and body.get("type") == "error":
        metadata = as_object(body.get("metadata"))
    chosen = next((word for word in words if to_status(word) is not None), words[0] if words else DEFAULT_STATUS)
    # A number is a status, and `error` is the type of an event.
    kinds = ((metadata or {}).get("error_type"), *words)
    error_type = next((one for one in kinds if isinstance(one, str) and re.match(r"(?!error$)\D", one)), None)
    message = message_of(record if isinstance(error, dict) else error)
    return ErrorDetail(chosen, message, metadata, error_type, as_object(record.get("availability")) or {})


def _detail_without_choices(body: dict[str, object]) -> ErrorDetail | None:
    """The error in a body without `choices` and `error`: gateways send a status with a message, or a list of errors."""
    errors = as_list(body.get("errors"))
    if errors:
        return _to_detail(errors[0])
    if not isinstance(body.get("message"), str):
        return None
    is_failure = any(_number(body.get(name)) >= 400 for name in ("code", "status", "status_code"))
    return _to_detail(body) if is_failure else None


def message_of(error: object) -> str:
    """The message of an error of any shape, up to 1,000 characters."""
    return cut(find_message(error) or to_json(error), 1000)


def to_json(value: object) -> str:
    """JSON of any value; only the type of a value that has no JSON."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        return f"[{type(value).__name__}]"


def find_message(error: object, depth: int = 0) -> str | None:
    """The message in an error of any shape; None if there is none."""
    if isinstance(error, str):
        inner = find_message(_parsed(error), depth + 1) if depth < 8 else None
        return inner or error.strip() or None
    if depth > 8:
        return None
    items = as_list(error)
    if items is not None:
        return find_message(items[0], depth + 1) if items else None
    record = as_object(error)
    if record is None:
        return None
    for name in MESSAGE_FIELDS:
        text = find_message(record.get(name), depth + 1)
        if text:
            return text
    return None


_JSON_TEXT = re.compile(r"\s*(?:(?:event:[^\n]*\n)?data:)?\s*([\[{\"].*)", re.DOTALL)


def _parsed(text: str) -> object:
    """Parses a text that is JSON, or a stream event with JSON. Gateways put a provider's response into a string."""
    found = _JSON_TEXT.match(text)
    if not found:
        return None
    try:
        return json.loads(found[1].split("\n")[0] if "data:" in text else found[1])
    except (ValueError, RecursionError):
        return None


def _number(value: object) -> float:
    """The value as a number; NaN for anything else."""
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, str) and value.strip():
        try:
            return float(value)
        except ValueError:
            pass
    return float("nan")


def to_status(code: object) -> int | None:
    """The HTTP status that an error code stands for; None if it stands for none."""
    number = _number(code)
    if number == number and number == int(min(max(number, -1e9), 1e9)):
        return int(number) if 400 <= number < 600 else None
    if not isinstance(code, str):
        return None
    word = code.lower()
    return next((one.status for one in STATUS_WORDS if re.search(one.pattern, word)), None)
