"""Calls of the control API, with the standard library only."""

from __future__ import annotations

import http.client
import json
from decimal import Decimal
from typing import Any, cast
from urllib.parse import urlsplit


class MockServerError(Exception):
    """The mock server refused a control request, or cannot be reached or started."""


def _encode(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{value!r} is not JSON")


def call(url: str, method: str, path: str, body: object = None) -> dict[str, Any]:
    """Sends a request to the control API and returns its response. A status of 400 and above raises `MockServerError`."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(host, port, timeout=30)
    data = None if body is None else json.dumps(body, default=_encode).encode()
    headers = {"content-type": "application/json"} if data is not None else {}
    try:
        connection.request(method, f"{parts.path}{path}", data, headers)
        response = connection.getresponse()
        text = response.read().decode()
    except (OSError, http.client.HTTPException) as error:
        raise MockServerError(
            f"The mock server at {url} cannot be reached: {error!r}. Start it with `npx @patchbay/mock-server --port 4010`."
        ) from error
    finally:
        connection.close()
    if response.status < 400:
        return cast("dict[str, Any]", json.loads(text))
    try:
        message = json.loads(text)["error"]["message"]
    except (ValueError, KeyError, TypeError):
        message = text[:500]
    raise MockServerError(f"{method} {parts.path}{path} got {response.status}: {message}")
