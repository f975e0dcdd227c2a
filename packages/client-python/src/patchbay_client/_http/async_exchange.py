# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Sends calls of `AsyncPatchbay`: the only module that uses the asynchronous half of httpx2."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TypeVar

import anyio
import httpx2

from .._checks import to_returned_key
from .._errors import PatchbayError
from .._failures.connection import CONNECTION_ERRORS, to_connection_error
from .deadline import Deadline, Timeouts, make_async_trace, make_live
from .log import AttemptLog
from .plan import Plan
from .pool import AsyncPool
from .url import to_url

if TYPE_CHECKING:
    from .._operation import Operation
    from .._options import Settings

Result = TypeVar("Result")


class AsyncAttempt:
    """One attempt while its response is read."""

    __slots__ = ("deadline", "is_live", "log", "number", "response")

    def __init__(self, number: int, deadline: Deadline, log: AttemptLog, response: httpx2.Response) -> None:
        self.number = number
        self.deadline = deadline
        self.log = log
        self.response = response
        # A transport without network streams, such as an ASGI app, has no timeouts of its own.
        self.is_live = make_live(response.extensions.get("network_stream"), is_async=True)

    def scope(self) -> AbstractContextManager[object]:
        """Ends the wait for more when the deadline passes."""
        return nullcontext() if self.is_live else anyio.fail_after(self.deadline.left())

    async def read(self) -> bytes:
        """Reads the complete body."""
        try:
            with anyio.fail_after(self.deadline.left()):
                return b"".join([part async for part in self.response.aiter_bytes()])
        except (httpx2.TimeoutException, TimeoutError) as cause:
            raise self.deadline.error() from cause
        except CONNECTION_ERRORS as cause:
            raise to_connection_error(cause) from cause


class AsyncExchange:
    """Everything between a call and the network."""

    def __init__(self, http: httpx2.AsyncClient | None) -> None:
        self._pool = AsyncPool(http)
        self.sleep: Callable[[float], Awaitable[None]] = anyio.sleep

    @property
    def http(self) -> httpx2.AsyncClient:
        """The HTTP client."""
        return self._pool.http

    @property
    def is_closed(self) -> bool:
        """Whether the HTTP client was closed."""
        return self._pool.is_closed

    async def close(self) -> None:
        """Closes all connections."""
        await self._pool.close()

    async def attempt(self, plan: Plan, read: Callable[[AsyncAttempt], Awaitable[Result]]) -> Result:
        """Sends the call until an attempt succeeds or no retry is left. `read` makes the result from a response."""
        number = 1
        while True:
            try:
                return await self._send(plan, number, read)
            except PatchbayError as error:
                delay = plan.delay_after(error, number)
                if delay is None:
                    raise
            await self.sleep(delay)
            number += 1

    async def _send(self, plan: Plan, number: int, read: Callable[[AsyncAttempt], Awaitable[Result]]) -> Result:
        deadline = plan.deadline()
        log = AttemptLog(plan.settings.logger, plan.operation.id, number)
        response: httpx2.Response | None = None
        try:
            response = await self._dispatch(plan, deadline, log)
            return await read(AsyncAttempt(number, deadline, log, response))
        except BaseException as error:
            if response is not None:
                await close_quietly(response)
            log.end(error)
            raise

    async def _dispatch(self, plan: Plan, deadline: Deadline, log: AttemptLog) -> httpx2.Response:
        outgoing = plan.outgoing
        extensions = {"timeout": Timeouts(deadline), "trace": make_async_trace(deadline)}
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
            await _add_key(request, plan.operation, plan.settings, deadline)
        log.request(outgoing)
        deadline.check()
        try:
            with anyio.fail_after(deadline.left()):
                response = await http.send(request, stream=True)
        except (httpx2.TimeoutException, TimeoutError) as cause:
            raise deadline.error() from cause
        except CONNECTION_ERRORS as cause:
            raise to_connection_error(cause) from cause
        log.response(response)
        return response


async def close_quietly(response: httpx2.Response, parts: AsyncIterator[bytes] | None = None) -> None:
    """Closes a response, also when the task is cancelled."""
    with anyio.CancelScope(shield=True), anyio.move_on_after(1):
        try:
            await response.aclose()
        except (*CONNECTION_ERRORS, RuntimeError):
            pass


async def _add_key(request: httpx2.Request, operation: Operation, settings: Settings, deadline: Deadline) -> None:
    """Adds the API key of this attempt. No variable of a frame has it, so that no traceback shows it."""
    name, secret = settings.key_for(operation)
    if callable(secret.value):
        request.headers["authorization"] = f"Bearer {await _call_source(name, secret.value, deadline)}"
    elif secret.value:
        request.headers["authorization"] = f"Bearer {secret.value}"


async def _call_source(name: str, source: Callable[[], object], deadline: Deadline) -> str:
    key = source()
    if isinstance(key, Awaitable):
        with anyio.move_on_after(deadline.left()) as scope:
            key = await key
        if scope.cancelled_caught:
            raise deadline.error()
    return to_returned_key(name, key)
