"""Converts exceptions of httpx2 to the exceptions of this package."""

from __future__ import annotations

import httpx2

from .._errors import APIConnectionError
from .show import cut, without_keys

# Failures before a request was sent: no address, no connection, no TLS session, no valid request.
_UNSENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.InvalidURL,
    UnicodeError,  # a host name that DNS cannot encode
)

CONNECTION_ERRORS = (httpx2.RequestError, httpx2.InvalidURL, httpx2.StreamError, OSError, UnicodeError)
"""The exceptions that `to_connection_error` converts."""


def to_connection_error(cause: BaseException) -> APIConnectionError:
    """Converts an exception of the network. `request_sent` of the result says whether the request was sent."""
    text = without_keys(cut(str(cause) or type(cause).__name__, 500)).rstrip(".?!")
    is_tls = "CERTIFICATE" in text or "SSL" in text
    advice = (
        "Check that `base_url` uses TLS and its certificate is valid. SSL_CERT_FILE adds certificate authorities."
        if is_tls
        else "Check `base_url` and the network."
    )
    return APIConnectionError(f"The connection failed: {text}. {advice}", request_sent=not isinstance(cause, _UNSENT))
