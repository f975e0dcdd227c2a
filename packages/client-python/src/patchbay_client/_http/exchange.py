"""Sends calls of `Patchbay`: the only module that uses the synchronous half of httpx2."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, TypeVar

import httpx2

from .._checks import to_returned_key
from .._errors import PatchbayError
from .._failures.connection import CONNECTION_ERRORS, to_connection_error
from .deadline import Deadline, Timeouts, make_live, make_trace
from .log import AttemptLog
from .plan import Plan
from .pool import Pool
from .url import to_url

if TYPE_CHECKING:
    from .._operation import Operation
    from .._options import Settings

Result = TypeVar("Result")


class Attempt:
    """One attempt while its response is read."""

    __slots__ = ("_exchange", "deadline", "log", "number", "response")

    def __init__(
        self, number: int, deadline: Deadline, log: AttemptLog, response: httpx2.Response, exchange: Exchange
    ) -> None:
        self.number = number
        self.deadline = deadline
        self.log = log
        self.response = response
        # A stream can outlive its client: the connections close when the exchange is no longer used.
        self._exchange = exchange

    def read(self) -> bytes:
        """Reads the complete body."""
        try:
            parts: list[bytes] = []
            for part in self.response.iter_bytes():
                parts.append(part)
                self.deadline.check()
            return b"".join(parts)
        except httpx2.TimeoutException as cause:
            raise self.deadline.error() from cause
        except CONNECTION_ERRORS as cause:
            raise to_connection_error(cause) from cause


class Exchange:
    """Everything between a call and the network."""

    def __init__(self, http: httpx2.Client | None) -> None:
        self._pool = Pool(httpx2.Client, http)
        self.sleep: Callable[[float], None] = time.sleep

    @property
    def http(self) -> httpx2.Client:
        """The HTTP client."""
        return self._pool.http

    @property
    def is_closed(self) -> bool:
        """Whether the HTTP client was closed."""
        return self.http.is_closed

    def close(self) -> None:
        """Closes all connections."""
        self.http.close()

    def attempt(self, plan: Plan, read: Callable[[Attempt], Result]) -> Result:
        """Sends the call until an attempt succeeds or no retry is left. `read` makes the result from a response."""
        number = 1
        while True:
            try:
                return self._send(plan, number, read)
            except PatchbayError as error:
                delay = plan.delay_after(error, number)
                if delay is None:
                    raise
            self.sleep(delay)
            number += 1

    def _send(self, plan: Plan, number: int, read: Callable[[Attempt], Result]) -> Result:
        deadline = plan.deadline()
        log = AttemptLog(plan.settings.logger, plan.operation.id, number)
        response: httpx2.Response | None = None
        try:
            response = self._dispatch(plan, deadline, log)
            return read(Attempt(number, deadline, log, response, self))
        except BaseException as error:
            if response is not None:
                response.close()
            log.end(error)
            raise

    def _dispatch(self, plan: Plan, deadline: Deadline, log: AttemptLog) -> httpx2.Response:
        outgoing = plan.outgoing
        extensions = {"timeout": Timeouts(deadline), "trace": make_trace(deadline)}
        http = self._pool.get()
        try:
            request = http.build_request(
                outgoing.method,
                to_url(outgoing.url),
                headers=outgoing.headers,
                content=outgoing.body,
                extensions=extensions,
            )
        except httpx2.InvalidURL as cause:
            raise to_connection_error(cause) from cause
        # What the caller's function raises is not an error of the network.
        if outgoing.with_key:
            add_key(request, plan.operation, plan.settings)
        log.request(outgoing)
        deadline.check()
        try:
            response = http.send(request, stream=True)
        except httpx2.TimeoutException as cause:
            raise deadline.error() from cause
        except CONNECTION_ERRORS as cause:
            raise to_connection_error(cause) from cause
        make_live(response.extensions.get("network_stream"), is_async=False)
        log.response(response)
        return response


def add_key(request: httpx2.Request, operation: Operation, settings: Settings) -> None:
    """Adds the API key of this attempt. No variable of a frame has it, so that no traceback shows it."""
    name, secret = settings.key_for(operation)
    if callable(secret.value):
        request.headers["authorization"] = f"Bearer {_call_source(name, secret.value)}"
    elif secret.value:
        request.headers["authorization"] = f"Bearer {secret.value}"


def _call_source(name: str, source: Callable[[], object]) -> str:
    key = source()
    if isinstance(key, Coroutine):
        key.close()
    if isinstance(key, Awaitable):
        raise PatchbayError(f"The function `{name}` of Patchbay must not be async. Use AsyncPatchbay.")
    return to_returned_key(name, key)
