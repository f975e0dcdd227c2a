# Cases and results are JSON of any type.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Results and errors as JSON, under the names of the judge."""

from __future__ import annotations

import asyncio
import dataclasses
import traceback
from array import array
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from patchbay_client import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    OutputError,
    PatchbayError,
    StreamError,
    get_response_info,
)

CLASSES = (
    (asyncio.CancelledError, "abort"),
    (APIError, "api"),
    (APITimeoutError, "timeout"),
    (APIConnectionError, "connection"),
    (StreamError, "stream"),
    (OutputError, "output"),
    (PatchbayError, "usage"),
)
FACTS = {
    "status_code": "status",
    "code": "code",
    "error_type": "errorType",
    "provider": "provider",
    "metadata": "metadata",
    "request_id": "requestId",
    "generation_id": "generationId",
    "headers": "headers",
    "body": "body",
    "response_text": "responseText",
    "retryable": "retryable",
    "affordable_tokens": "affordableTokens",
    "request_sent": "requestSent",
    "phase": "phase",
    "reason": "reason",
    "text": "text",
    "attempts": "attempts",
    "partial": "partial",
}


def to_json(value: Any) -> Any:
    """A value of the SDK as plain data."""
    if isinstance(value, BaseModel):
        return to_json(value.model_dump(mode="json", by_alias=True, exclude_unset=True))
    if not isinstance(value, type) and dataclasses.is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict) or hasattr(value, "items"):
        return {str(name): to_json(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, array)):
        return [to_json(item) for item in value]
    if isinstance(value, datetime):
        return value.timestamp() * 1000
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


def to_info(result: object) -> Any:
    info = get_response_info(result)
    return info and {
        "attempts": info.attempts,
        "requestId": info.request_id,
        "generationId": info.generation_id,
        "status": info.status_code,
        "headers": {name.lower(): value for name, value in info.headers.items()},
    }


def to_error(error: BaseException) -> dict[str, Any]:
    report: dict[str, Any] = {
        "class": _class_of(error),
        "message": str(error),
        "printed": "".join(traceback.format_exception(error)) + repr(error),
    }
    for name, key in FACTS.items():
        # A part of a response is absent, or it is a response.
        if hasattr(error, name) and not (name == "partial" and getattr(error, name) is None):
            report[key] = to_json(getattr(error, name))
    if isinstance(error, OutputError):
        report["issues"] = [
            {"path": "".join(f"/{part}" for part in issue["loc"]), "message": issue["msg"]} for issue in error.issues
        ]
    retry_after = getattr(error, "retry_after", None)
    if retry_after is not None:
        report["retryAfterMs"] = round(retry_after * 1000)
    limit = getattr(error, "rate_limit", None)
    if limit is not None:
        report["rateLimit"] = {
            "limit": limit.limit,
            "remaining": limit.remaining,
            "resetAt": to_json(limit.reset_at),
        }
    return report


def _class_of(error: BaseException) -> str:
    for kind, name in CLASSES:
        if isinstance(error, kind):
            return name
    # Python itself refuses a call without a required keyword.
    if isinstance(error, TypeError) and "required keyword-only argument" in str(error):
        return "usage"
    return "other"
