# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""What both drivers need of a stream: its first output, its timeouts and its end."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from .._errors import APITimeoutError
from .._omit import OMIT, Omit
from ._effects import Reply, Send

OnEnd = Callable[[Any, BaseException | None], None]

_OUTPUT = ("content", "reasoning", "reasoning_details", "refusal", "tool_calls", "images", "audio", "annotations")


def has_output(chunk: Any) -> bool:
    """Whether a chunk of a stream has something to show."""
    deltas = [choice.get("delta") or {} for choice in chunk.get("choices") or [] if isinstance(choice, dict)]
    return any(delta.get(name) for delta in deltas for name in _OUTPUT)


def to_overrides(send: Send, total_timeout: float) -> dict[str, Any]:
    """The client options of a request."""
    options: dict[str, Any] = {"total_timeout": min(total_timeout, max(send.due - time.monotonic(), 0.001))}
    if send.max_retries is not None:
        options["max_retries"] = send.max_retries
    if send.idle_timeout is not None:
        options["idle_timeout"] = send.idle_timeout
    return options


class FirstToken:
    """The wait for the first output of a stream."""

    def __init__(self, send: Send) -> None:
        self._began = time.monotonic()
        self._seconds = send.first_token_timeout

    @property
    def timeout(self) -> float | Omit:
        """The timeout of the request, which applies until the first event."""
        return OMIT if self._seconds is None else self._seconds

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self._began

    def limit(self, reader: Any, idle_timeout: float) -> None:
        """Limits the wait for the next event."""
        if self._seconds is not None:
            left = self._seconds - self.elapsed
            if left <= 0:
                raise APITimeoutError("first_token", self._seconds)
            reader._idle_timeout = min(idle_timeout, left)

    def explain(self, error: BaseException) -> BaseException:
        """The error of a timeout that this wait set."""
        if not isinstance(error, APITimeoutError) or error.phase not in ("attempt", "idle"):
            return error
        if self._seconds is None or self.elapsed < self._seconds - 0.001:
            return error
        message = f"The model produced no token within {self._seconds:g} s. Raise `first_token_timeout`, or add another model."
        explained = APITimeoutError("first_token", self._seconds, message)
        explained.attempts, explained.partial = error.attempts, error.partial
        return explained


def watch(stream: Any, on_end: OnEnd | None) -> None:
    """Reports the end of a stream that is still open."""
    if on_end is not None and stream._state.phase == "open":
        kind = AsyncWatchedReader if hasattr(stream, "__aiter__") else WatchedReader
        stream._reader = kind(stream, on_end)


class WatchedReader:
    """A reader that reports its end, once."""

    def __init__(self, stream: Any, on_end: OnEnd) -> None:
        self._reader = stream._reader
        self.ready = stream._reader.ready
        self.take = stream._reader.take
        # The state is kept in place of the stream, so that a stream without a reader can still be collected.
        self._part = _Part(stream._state)
        self._on_end: OnEnd | None = on_end

    def next(self) -> Any:
        try:
            value = self._reader.next()
        except BaseException as error:
            self._end(error)
            raise
        if value is None:
            self._end(None)
        return value

    def close(self, error: BaseException | None = None) -> None:
        self._reader.close(error)
        self._end(error or GeneratorExit())

    def _end(self, error: BaseException | None) -> None:
        on_end, self._on_end = self._on_end, None
        if on_end is not None:
            on_end(self._part, error)


class AsyncWatchedReader(WatchedReader):
    """The asynchronous form."""

    def poll(self) -> Any:
        try:
            return self._reader.poll()
        except BaseException as error:
            self._end(error)
            raise

    async def next(self) -> Any:  # type: ignore[override]
        try:
            value = await self._reader.next()
        except BaseException as error:
            self._end(error)
            raise
        if value is None:
            self._end(None)
        return value

    async def close(self, error: BaseException | None = None) -> None:  # type: ignore[override]
        await self._reader.close(error)
        self._end(error or GeneratorExit())


class _Part:
    """The part of a stream that an observer of its end needs."""

    def __init__(self, state: Any) -> None:
        self._state = state


def to_reply(stream: Any, first: FirstToken, seen: bool) -> Reply:
    """The reply for a stream that stays open."""
    return Reply(stream, stream._state.partial(), first.elapsed if seen else None)
