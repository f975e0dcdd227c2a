"""Deadlines that hold for every single read.

httpx2 passes one number of seconds to all reads of a response, so a server that sends a byte now and then would never
time out. Here the number is a `LiveTimeout`: the network stream of a connection is wrapped, and asks it before each read
how much time is left.
"""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Iterable
from time import monotonic
from typing import Any

from .._errors import APITimeoutError, TimeoutPhase

# Longer timeouts do not fit into the timers of an operating system.
_LONGEST = 1_000_000.0
_SHORTEST = 0.000_001
_PIECE = 65_536


class Deadline:
    """The deadline of one attempt: the current timeout within that of the whole call."""

    __slots__ = ("_due", "_phase", "_seconds", "_total", "_total_due", "has_total", "holds_head")

    def __init__(self, total: float, total_due: float) -> None:
        self._total = total
        self._total_due = total_due
        self.has_total = total_due != math.inf
        """Whether the whole call has a deadline."""
        self.holds_head = False
        """Whether the next write is the head of a request, which is sent together with the body."""
        self._due = math.inf
        self._phase: TimeoutPhase = "attempt"
        self._seconds = math.inf

    def limit(self, phase: TimeoutPhase, seconds: float) -> None:
        """Starts a timeout in place of the current one."""
        self._phase = phase
        self._seconds = seconds
        self._due = monotonic() + seconds

    def pause(self) -> None:
        """Stops the current timeout. The deadline of the whole call stays."""
        self._due = math.inf

    def left(self) -> float:
        """Seconds until the deadline, for a wait: positive and finite."""
        due = min(self._due, self._total_due)
        return _LONGEST if due == math.inf else min(max(due - monotonic(), _SHORTEST), _LONGEST)

    def check(self) -> None:
        """Raises APITimeoutError when the deadline has passed."""
        due = min(self._due, self._total_due)
        if due != math.inf and monotonic() >= due:
            raise self.error()

    def check_total(self) -> None:
        """Raises APITimeoutError when the deadline of the whole call has passed."""
        if self.has_total and monotonic() >= self._total_due:
            raise APITimeoutError("total", self._total)

    def error(self) -> APITimeoutError:
        """The error of the timeout that ends first."""
        if self._total_due <= self._due:
            return APITimeoutError("total", self._total)
        return APITimeoutError(self._phase, self._seconds)


class LiveTimeout(float):
    """A number of seconds that a wrapped network stream reads again for each read. Other code uses its value at the start."""

    deadline: Deadline

    @classmethod
    def of(cls, deadline: Deadline) -> LiveTimeout:
        timeout = cls(deadline.left())
        timeout.deadline = deadline
        return timeout


class Timeouts(dict[str, Any]):
    """The `timeout` extension of a request: each phase gets the time that is left when it starts."""

    def __init__(self, deadline: Deadline) -> None:
        super().__init__(connect=None, read=None, write=None, pool=None)
        self._deadline = deadline

    def get(self, key: str, default: Any = None) -> Any:
        return LiveTimeout.of(self._deadline)

    def __getitem__(self, key: str) -> Any:
        return LiveTimeout.of(self._deadline)


def _now(timeout: float | None) -> float | None:
    return timeout.deadline.left() if isinstance(timeout, LiveTimeout) else timeout


class _Head:
    """The head of a request that waits for the body, so that one write sends both: a write costs a tenth of a request."""

    __slots__ = ("_bytes",)

    def __init__(self) -> None:
        self._bytes = b""

    def hold(self, buffer: bytes, timeout: float | None) -> bool:
        """Keeps the head of a request for the next write. False for any other bytes."""
        if not isinstance(timeout, LiveTimeout) or not timeout.deadline.holds_head:
            return False
        timeout.deadline.holds_head = False
        self._bytes = buffer
        return True

    def pieces(self, buffer: bytes) -> Iterable[bytes]:
        """The pieces to write: what was held, then the buffer."""
        if self._bytes:
            buffer, self._bytes = self._bytes + buffer, b""
        return (
            (buffer,) if len(buffer) <= _PIECE else (buffer[at : at + _PIECE] for at in range(0, len(buffer), _PIECE))
        )


def _govern(stream: Any) -> None:
    """Makes a network stream ask for the time that is left before each read and each piece that it writes."""
    read: Callable[..., bytes] = stream.read
    write: Callable[..., None] = stream.write
    head = _Head()

    def live_read(max_bytes: int, timeout: float | None = None) -> bytes:
        live_write(b"", timeout)
        return read(max_bytes, _now(timeout))

    def live_write(buffer: bytes, timeout: float | None = None) -> None:
        if not head.hold(buffer, timeout):
            for piece in head.pieces(buffer):
                write(piece, _now(timeout))

    stream.read, stream.write, stream.is_live = live_read, live_write, True


def _govern_async(stream: Any) -> None:
    read: Callable[..., Any] = stream.read
    write: Callable[..., Any] = stream.write
    head = _Head()

    async def live_read(max_bytes: int, timeout: float | None = None) -> Any:
        await live_write(b"", timeout)
        return await read(max_bytes, _now(timeout))

    async def live_write(buffer: bytes, timeout: float | None = None) -> None:
        if not head.hold(buffer, timeout):
            for piece in head.pieces(buffer):
                await write(piece, _now(timeout))

    stream.read, stream.write, stream.is_live = live_read, live_write, True


_CONNECTED = ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete")


def make_live(stream: Any, is_async: bool) -> bool:
    """Makes a network stream live, once. Returns False for an object that is none."""
    if getattr(stream, "is_live", False):
        return True
    if stream is None or not hasattr(stream, "read") or not hasattr(stream, "__dict__"):
        return False
    (_govern_async if is_async else _govern)(stream)
    return True


_HEAD = "http11.send_request_headers.started"


def make_trace(deadline: Deadline) -> Callable[[str, dict[str, Any]], None]:
    """The `trace` extension of a request: a new connection becomes live before its first read."""

    def trace(name: str, info: dict[str, Any]) -> None:
        if name == _HEAD:
            deadline.holds_head = True
        elif name.endswith(_CONNECTED):
            make_live(info.get("return_value"), is_async=False)

    return trace


def make_async_trace(deadline: Deadline) -> Callable[[str, dict[str, Any]], Awaitable[None]]:
    """The asynchronous form of `make_trace`."""

    async def trace(name: str, info: dict[str, Any]) -> None:
        if name == _HEAD:
            deadline.holds_head = True
        elif name.endswith(_CONNECTED):
            make_live(info.get("return_value"), is_async=True)

    return trace
