"""Parses and checks a complete response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._errors import APIError
from .._failures.detail import detail_of
from .._failures.response import to_api_error
from .._failures.show import as_list, as_object
from .json_text import parse_json
from .normalize import normalize_response
from .shape import fault_of

if TYPE_CHECKING:
    from .._operation import ResponseShape

_BOM = b"\xef\xbb\xbf"


def read_whole(status: int, headers: Mapping[str, str], data: bytes, shape: ResponseShape) -> dict[str, Any]:
    """Parses a complete response of this shape.

    Raises:
        APIError: for an error response, whatever its status, and for an unusable body.
    """
    data = data.removeprefix(_BOM)
    is_ok = 200 <= status < 300
    try:
        # No content is a valid response if the contract requires no field.
        body: Any = {} if status == 204 and data == b"" else parse_json(data)
    except ValueError as cause:
        fault = "is not valid JSON" if is_ok else None
        raise to_api_error(status, headers, response_text=_text(data), fault=fault) from cause
    # An error can arrive under HTTP 200.
    detail = detail_of(body)
    if not is_ok or detail:
        failed = detail.status if is_ok and detail else status
        raise _with_partial(to_api_error(failed, headers, body=body, response_text=_text(data)), shape)
    fault = fault_of(body, shape)
    if fault:
        error = to_api_error(status, headers, body=body, response_text=_text(data), fault=f"is unusable: {fault}")
        raise _with_partial(error, shape)
    normalize_response(body)
    return body


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _with_partial(error: APIError, shape: ResponseShape) -> APIError:
    """Adds the usable part of a failed response of a model, with its usage. It is plain data until the client builds it."""
    body = as_object(error.body)
    if body is None:
        return error
    choices = shape.get("choices") if isinstance(shape, Mapping) else None
    if body.get("object") == "response":
        error.partial = body
    elif isinstance(choices, tuple) and ("choices" in body or "usage" in body):
        usable = [one for one in as_list(body.get("choices")) or () if not fault_of(one, choices[0])]
        error.partial = {**body, "choices": usable}
    return error
