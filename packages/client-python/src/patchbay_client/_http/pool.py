# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The HTTP client of an exchange.

Connections work only in the event loop and in the process that opened them. A client of the caller is used unchanged. An own
client is replaced where its connections do not work: in another event loop, and in a forked process.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary, finalize

import httpx2

from .._errors import PatchbayError
from .tls import tls_context

Http = TypeVar("Http", httpx2.Client, httpx2.AsyncClient)


class _Place(NamedTuple, Generic[Http]):
    """Where an HTTP client is used."""

    process: int
    loop: Any
    """The event loop; None without one, and before the first request."""
    http: Http


class Pool(Generic[Http]):
    """Holds the HTTP client of a synchronous exchange."""

    def __init__(self, make: type[Http], given: Http | None) -> None:
        self._make = None if given is not None else make
        # One attribute, so that threads never see parts of two places.
        self._place = _Place(os.getpid(), None, self._make_http() if given is None else given)

    @property
    def http(self) -> Http:
        """The current HTTP client."""
        return self._place.http

    @property
    def is_closed(self) -> bool:
        """Whether the client was closed."""
        return self._place.http.is_closed

    def get(self) -> Http:
        """The HTTP client for a request.

        Raises:
            PatchbayError: when the client was closed.
        """
        place = self._place
        if self.is_closed:
            raise PatchbayError("The client is closed. Create a new client, or send the request before `close()`.")
        return place.http if self._make is None else self._http_in(place, os.getpid())

    def _http_in(self, place: _Place[Http], process: int) -> Http:
        if place.process != process:
            place = self._place = _Place(process, None, self._make_http())
        return place.http

    def _make_http(self) -> Http:
        """The own HTTP client: no timeouts of its own, and no limit of connections."""
        limits = httpx2.Limits(max_connections=None, max_keepalive_connections=100, keepalive_expiry=30)
        make: Any = self._make
        try:
            tls = tls_context(is_async=make is httpx2.AsyncClient)
            http: Http = make(timeout=None, follow_redirects=True, limits=limits, verify=tls)
        except (OSError, ValueError, ImportError, httpx2.InvalidURL) as cause:
            raise PatchbayError(
                f"The HTTP client cannot be created: {cause}. Check the proxy variables, such as HTTPS_PROXY, and "
                "SSL_CERT_FILE, or pass `http_client`."
            ) from cause
        # Every request has its own, and replacing a header costs more than adding one.
        for name in ("accept", "user-agent"):
            del http.headers[name]
        close = getattr(http, "close", None)
        if close is not None:
            # The connections of a synchronous client that is dropped without `close()`.
            finalize(self, close)
        return http


class AsyncPool(Pool[httpx2.AsyncClient]):
    """Holds the HTTP clients of an asynchronous exchange: one for each event loop."""

    def __init__(self, given: httpx2.AsyncClient | None) -> None:
        super().__init__(httpx2.AsyncClient, given)
        self._others: WeakKeyDictionary[Any, httpx2.AsyncClient] = WeakKeyDictionary()
        self._was_closed = False

    @property
    def is_closed(self) -> bool:
        return self._was_closed or self._place.http.is_closed

    async def close(self) -> None:
        """Closes the connections of this event loop. Those of other loops can only be closed there."""
        self._was_closed = True
        place, loop = self._place, current_loop()
        if self._make is None or place.loop is None or place.loop is loop:
            await place.http.aclose()
        elif loop in self._others:
            await self._others[loop].aclose()

    def _http_in(self, place: _Place[httpx2.AsyncClient], process: int) -> httpx2.AsyncClient:
        loop = current_loop()
        if place.loop is loop and place.process == process:
            return place.http
        if place.process != process:
            self._others.clear()
            http = self._make_http()
        elif place.loop is None:
            http = place.http
        else:
            self._others[place.loop] = place.http
            http = self._others.pop(loop, None) or self._make_http()
            for other in [one for one in self._others if _is_closed(one)]:
                self._others.pop(other, None)
        self._place = _Place(process, loop, http)
        return http


def current_loop() -> Any:
    """The running event loop; None without one."""
    # No import: a program that uses neither asyncio nor trio does not load them.
    asyncio: Any = sys.modules.get("asyncio")
    loop = asyncio._get_running_loop() if asyncio else None
    if loop is None and (trio := sys.modules.get("trio")):
        return trio.lowlevel.current_trio_token()
    return loop


def _is_closed(loop: Any) -> bool:
    is_closed: Callable[[], bool] | None = getattr(loop, "is_closed", None)
    return is_closed is not None and is_closed()
