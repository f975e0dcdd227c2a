"""Builds a request: path parameters go into the path, query parameters into the query, other fields into the body."""

from __future__ import annotations

import math
import re
import sys
import uuid
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from urllib.parse import quote, urlencode
from uuid import UUID

from .._errors import PatchbayError
from .._failures.show import show_value
from .._headers import check_header, to_header_table
from .._omit import OMIT
from .._policy import IDEMPOTENCY_HEADER
from .._version import __version__
from .json_body import to_json_bytes, to_plain, well_formed

if TYPE_CHECKING:
    from .._operation import Operation
    from .._options import Settings
    from .._resource import CallOptions

_USER_AGENT = f"patchbay-client/{__version__} python/{sys.version_info[0]}.{sys.version_info[1]}"


class Outgoing(NamedTuple):
    """A request without its API key."""

    method: str
    url: str
    headers: list[tuple[bytes, bytes]]
    with_key: bool
    """Whether the API key is added. False if the caller set or removed `authorization`."""
    body: bytes | None
    input: Mapping[str, Any]
    """The input as plain data."""


def to_request(operation: Operation, given: Mapping[str, object], options: CallOptions, settings: Settings) -> Outgoing:
    """Builds the request of a call.

    Raises:
        PatchbayError: when the input or the options cannot be sent.
    """
    body = {name: value for name, value in given.items() if value is not OMIT}
    headers = {header: body.pop(name) for name, header in operation.headers.items() if name in body}
    path = operation.path
    for name in operation.path_parameters:
        path = path.replace(f"{{{name}}}", _to_segment(operation, name, body.pop(name, None)))
    query: list[tuple[str, str]] = []
    for name in operation.query:
        _add_query(query, name, body.pop(name, None), operation.separators.get(name))
    for extra in (settings.query, _mapping("extra_query", options.extra_query)):
        for name, value in extra.items():
            if not isinstance(name, str):
                raise PatchbayError(f"The name of a query parameter must be a string, got {show_value(name)}.")
            _add_query(query, name, value, None)
    body.update(_mapping("extra_body", options.extra_body))
    plain = to_plain(operation.id, body)
    table = _header_table(operation, plain.get("stream") is True, headers, options, settings)
    return Outgoing(
        method=operation.method,
        url=settings.base_url + path + (f"?{urlencode(query)}" if query else ""),
        headers=[(name.encode(), value.encode("latin-1")) for name, value in table.items() if value is not None],
        with_key="authorization" not in table,
        body=to_json_bytes(plain) if operation.has_body else None,
        input=plain,
    )


def _mapping(name: str, value: object) -> Mapping[str, object]:
    if value is None or value is OMIT:
        return {}
    if not isinstance(value, Mapping):
        raise PatchbayError(f"`{name}` must be a mapping of names and values, got {show_value(value)}.")
    return cast("Mapping[str, object]", value)


_DOTS = re.compile(r"%2e", re.IGNORECASE)
_SEPARATORS = re.compile(r"[/\\]|%2f|%5c", re.IGNORECASE)


def _to_segment(operation: Operation, name: str, value: object) -> str:
    """Encodes a path parameter as one segment, which cannot lead to another path."""
    if not isinstance(value, str) or not value.strip():
        raise PatchbayError(f"`{name}` of {operation.id} must be a non-empty string, got {show_value(value)}.")
    # Servers and proxies decode a path before they resolve dots.
    if any(part in (".", "..") for part in _SEPARATORS.split(_DOTS.sub(".", value))):
        raise PatchbayError(
            f'`{name}` of {operation.id} must not contain "." or ".." as a path segment, got {show_value(value)}: '
            "it would lead to another path. Check the value."
        )
    return quote(well_formed(value), safe=":-_.!~*'()")


def _add_query(query: list[tuple[str, str]], name: str, value: object, separator: str | None) -> None:
    if value is None or value is OMIT:
        return
    values = list(cast("list[object]", value)) if isinstance(value, (list, tuple)) else [value]
    name = well_formed(name)
    texts = [_query_text(name, one) for one in values if one is not OMIT]
    if isinstance(value, (list, tuple)) and separator is not None:
        query.append((name, separator.join(texts)))
    else:
        query.extend((name, text) for text in texts)


def _query_text(name: str, value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, int):
        try:
            return int.__str__(value)
        except ValueError:  # more digits than Python converts
            pass
    elif isinstance(value, float) and math.isfinite(value):
        # Without an exponent, and without the fraction of a whole number.
        text = format(Decimal(float.__repr__(value)), "f")
        return text.removesuffix(".0")
    raise PatchbayError(
        f"The query parameter `{name}` must be a string, a number or a boolean, got {show_value(value)}."
    )


def _header_table(
    operation: Operation,
    is_stream: bool,
    typed: Mapping[str, object],
    options: CallOptions,
    settings: Settings,
) -> dict[str, str | None]:
    table: dict[str, str | None] = {
        "accept": "text/event-stream" if is_stream else "application/json",
        "user-agent": _USER_AGENT,
    }
    if operation.has_body:
        table["content-type"] = "application/json"
    key = cast("object", options.idempotency_key)
    if key is not OMIT and key is not None:
        table[IDEMPOTENCY_HEADER] = _idempotency_key(key)
    elif not operation.idempotent:
        table[IDEMPOTENCY_HEADER] = str(uuid.uuid4())
    table.update(settings.app_headers)
    table.update(settings.headers)
    for header, value in typed.items():
        if value is not None:
            table[header.lower()] = check_header(header, value)
    table.update(to_header_table(options.extra_headers, "extra_headers"))
    return table


def _idempotency_key(key: object) -> str:
    text = check_header("idempotency_key", key)
    if not text.strip():
        raise PatchbayError("`idempotency_key` must not be empty. Omit it to use a random key.")
    return text
