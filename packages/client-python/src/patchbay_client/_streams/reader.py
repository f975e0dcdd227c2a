"""Reads the events of an open stream of `Patchbay`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import httpx2

from .._errors import APIConnectionError, PatchbayError, StreamError
from .._failures.connection import CONNECTION_ERRORS, to_connection_error

if TYPE_CHECKING:
    from .._http.deadline import Deadline
    from .._http.exchange import Attempt
    from .core import StreamCore
    from .format import Fields

# Seconds that a reader waits for the end of a body after the last event, so that the connection can be reused.
END_TIMEOUT = 0.02
# Seconds to wait for the usage after an error that does not end the stream.
AFTER_FAILURE = 1.0


class StreamReader:
    """Pulls bytes from a response until an event is complete."""

    __slots__ = ("_attempt", "_core", "_deadline", "_idle_timeout", "_is_open", "_parts", "ready", "take")

    def __init__(self, attempt: Attempt, core: StreamCore, idle_timeout: float) -> None:
        self._attempt = attempt
        self._core = core
        self._deadline = attempt.deadline
        self._idle_timeout = idle_timeout
        self._parts = attempt.response.iter_bytes()
        self._is_open = True
        self.ready: deque[Fields] = deque() if self._deadline.has_total else core.ready
        """The next events, for a loop that takes them itself. Empty if the total timeout has to be checked."""
        self.take: Callable[[Callable[[bytes], Any]], Any] | None = None if self._deadline.has_total else core.take
        """Reads the next event in another way; None if the total timeout has to be checked."""

    def next(self) -> Fields | None:
        """The next event; None after the last one."""
        core, deadline = self._core, self._deadline
        try:
            if deadline.has_total:
                deadline.check_total()
            value = core.poll()
            if value is None and not core.is_done:
                value = self._wait()
        except (PatchbayError, *CONNECTION_ERRORS) as cause:
            raise_explained(cause, core, deadline)
        if value is not None:
            core.has_begun = True
        elif self._is_open:
            self._drain()
        return value

    def _wait(self) -> Fields | None:
        """Reads until the next event. Events without data do not restart the idle timeout."""
        core, deadline = self._core, self._deadline
        start_idle(core, deadline, self._idle_timeout)
        while True:
            part = next(self._parts, None)
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

    def _drain(self) -> None:
        """Reads the rest of a complete response, so that the connection can be reused."""
        self._deadline.limit("idle", END_TIMEOUT)
        try:
            for _ in self._parts:
                self._deadline.check()
        except (PatchbayError, *CONNECTION_ERRORS):
            pass  # The response is complete; how the connection ends does not matter.
        self.close()

    def close(self, error: BaseException | None = None) -> None:
        """Closes the connection, unless the response was read to its end."""
        if self._is_open:
            self._is_open = False
            self._attempt.response.close()
            self._attempt.log.end(error)


def start_idle(core: StreamCore, deadline: Deadline, idle_timeout: float) -> None:
    """Starts the timeout of a wait. Until the first event, the timeout of the attempt applies."""
    if core.has_begun:
        deadline.limit("idle", min(idle_timeout, AFTER_FAILURE) if core.format.failure else idle_timeout)


def raise_explained(cause: BaseException, core: StreamCore, deadline: Deadline) -> NoReturn:
    """Raises the error that the reader of a stream receives."""
    error = _explain(cause, core, deadline)
    if error is cause:
        raise error
    raise error from cause


def _explain(cause: BaseException, core: StreamCore, deadline: Deadline) -> PatchbayError:
    if core.format.failure is not None:
        return core.format.failure
    if isinstance(cause, PatchbayError):
        return cause
    if isinstance(cause, (httpx2.TimeoutException, TimeoutError)):
        return deadline.error()
    error: APIConnectionError = to_connection_error(cause)
    return StreamError(
        "interrupted",
        f"The stream was interrupted, so the {core.format.result} is not complete. {error.message}",
    )
