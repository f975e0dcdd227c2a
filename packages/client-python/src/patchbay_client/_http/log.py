"""Log lines about attempts: `INFO` for results, `DEBUG` also for requests and headers. Never keys, cookies or bodies."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from .._errors import APIConnectionError, APIError, StreamError
from .._failures.show import without_keys

if TYPE_CHECKING:
    import httpx2

    from .request import Outgoing

# Compiled when a line is logged: most programs log none.
_SECRET = (
    r"auth(?!or(?!i[sz]))|cookie|(?:^|-|_)(?:key|pat|otp|pin|sso|cert)$|api-?key|token$|secret|passw|credential|signature"
    r"|hmac|jwt|oidc|dpop|bearer|assertion|session|principal|appcheck|^sig$"
)
_HARMLESS = ("idempotency-key", "www-authenticate", ":authority")


class AttemptLog:
    """The log lines of one attempt."""

    __slots__ = ("_ended", "_logger", "_name", "_start")

    def __init__(self, logger: logging.Logger, operation: str, attempt: int) -> None:
        self._logger = logger
        self._name = f"{operation}, attempt {attempt}" if attempt > 1 else operation
        self._start = monotonic()
        self._ended = not logger.isEnabledFor(logging.INFO)

    def request(self, outgoing: Outgoing) -> None:
        if self._logger.isEnabledFor(logging.DEBUG):
            headers = _shown((name.decode(), value.decode("latin-1")) for name, value in outgoing.headers)
            self._logger.debug("%s: %s %s %s", self._name, outgoing.method, _shown_url(outgoing.url), headers)

    def response(self, response: httpx2.Response) -> None:
        if self._logger.isEnabledFor(logging.DEBUG):
            headers = _shown(response.headers.multi_items())
            self._logger.debug("%s: %d after %s %s", self._name, response.status_code, self._elapsed(), headers)

    def end(self, error: BaseException | None = None) -> None:
        """Logs the result, once."""
        if self._ended:
            return
        self._ended = True
        if error is None:
            self._logger.info("%s: done in %s", self._name, self._elapsed())
        else:
            self._logger.info("%s: failed after %s: %s", self._name, self._elapsed(), _summary_of(error))

    def _elapsed(self) -> str:
        return f"{round((monotonic() - self._start) * 1000)} ms"


def _shown(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: _shown_value(name, value) for name, value in headers}


def _shown_url(text: str) -> str:
    url = urlsplit(text)
    query = [(name, _shown_value(name, value)) for name, value in parse_qsl(url.query, keep_blank_values=True)]
    return urlunsplit((url.scheme, url.netloc, url.path, urlencode(query, safe="*"), ""))


def _shown_value(name: str, value: str) -> str:
    is_secret = name.lower() not in _HARMLESS and re.search(_SECRET, name, re.IGNORECASE)
    return "***" if is_secret else without_keys(value)


def _summary_of(error: BaseException) -> str:
    """Describes an error, without its message where the message can quote a prompt, a completion or a body."""
    if isinstance(error, APIError):
        request = f"request {error.request_id}" if error.request_id else None
        facts = ", ".join(one for one in (error.error_type, error.provider, request) if one)
        return f"APIError {error.status_code} {error.code}{facts and f' ({facts})'}"
    if isinstance(error, StreamError):
        return f"StreamError {error.reason}"
    if isinstance(error, APIConnectionError):
        return error.message
    return type(error).__name__
