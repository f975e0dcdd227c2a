"""Reads the events of an open stream of `AsyncPatchbay`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .._errors import PatchbayError
from .._failures.connection import CONNECTION_ERRORS
from .._http.async_exchange import close_quietly
from .reader import END_TIMEOUT, raise_explained, start_idle

if TYPE_CHECKING:
    from .._http.async_exchange import AsyncAttempt
    from .core import StreamCore
    from .format import Fields


class AsyncStreamReader:
    """Pulls bytes from a response until an event is complete."""

    __slots__ = ("_attempt", "_core", "_deadline", "_idle_timeout", "_is_open", "_parts", "ready", "take")

    def __init__(self, attempt: AsyncAttempt, core: StreamCore, idle_timeout: float) -> None:
        self._attempt = attempt
        self._core = core
        self._deadline = attempt.deadline
        self._idle_timeout = idle_timeout
        self._parts = attempt.response.aiter_bytes()
        self._is_open = True
        self.ready: deque[Fields] = deque() if self._deadline.has_total else core.ready
        """The next events, for a loop that takes them itself. Empty if the total timeout has to be checked."""
        self.take: Callable[[Callable[[bytes], Any]], Any] | None = None if self._deadline.has_total else core.take
        """Reads the next event in another way; None if the total timeout has to be checked."""

    def poll(self) -> Fields | None:
        """An event that has already arrived; None when `next` has to wait, or after the last one."""
        core, deadline = self._core, self._deadline
        try:
            if deadline.has_total:
                deadline.check_total()
            value = core.poll()
        except PatchbayError as cause:
            raise_explained(cause, core, deadline)
        if value is not None:
            core.has_begun = True
        return value

    async def next(self) -> Fields | None:
        """The next event; None after the last one."""
        value = self.poll()
        core = self._core
        if value is not None:
            return value
        if not core.is_done:
            try:
                value = await self._wait()
            except (PatchbayError, *CONNECTION_ERRORS) as cause:
                raise_explained(cause, core, self._deadline)
        if value is not None:
            core.has_begun = True
        elif self._is_open:
            await self._drain()
        return value

    async def _wait(self) -> Fields | None:
        """Reads until the next event. Events without data do not restart the idle timeout."""
        core, deadline = self._core, self._deadline
        start_idle(core, deadline, self._idle_timeout)
        while True:
            with self._attempt.scope():
                part = await anext(self._parts, None)
            if part is None:
                core.end()
            else:
                core.feed(part)
            value = core.poll()
            if value is not None or core.is_done:
                if core.has_begun:
                    deadline.pause()
                return value
            deadline.check()

    async def _drain(self) -> None:
        """Reads the rest of a complete response, so that the connection can be reused."""
        self._deadline.limit("idle", END_TIMEOUT)
        try:
            with self._attempt.scope():
                async for _ in self._parts:
                    self._deadline.check()
        except (PatchbayError, *CONNECTION_ERRORS):
            pass  # The response is complete; how the connection ends does not matter.
        await self.close()

    async def close(self, error: BaseException | None = None) -> None:
        """Closes the connection, unless the response was read to its end."""
        if self._is_open:
            self._is_open = False
            await close_quietly(self._attempt.response)
            self._attempt.log.end(error)
