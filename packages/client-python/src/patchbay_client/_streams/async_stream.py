"""The streams of `AsyncPatchbay`."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

import anyio

from .._http.pool import current_loop
from .state import StreamSource, StreamState

if TYPE_CHECKING:
    from .._info import ResponseInfo
    from .async_reader import AsyncStreamReader
    from .format import Fields

Event = TypeVar("Event")
Result = TypeVar("Result")


class AsyncStream(Generic[Event]):
    """The events of a streamed response, in order. A stream can be read once.

    Leaving the loop or the `async with` block closes the connection at once.

    Raises:
        APIError: when the API returns an error, as a response or as an event.
        StreamError: when the stream is interrupted or ends before the response is complete.
        APITimeoutError: when a timeout expires.

    Example:
        ```python
        async for chunk in await client.chat.completions.create(model=model, messages=messages, stream=True):
            print(chunk.choices[0].delta.content or "", end="")
        ```
    """

    def __init__(self, reader: AsyncStreamReader, source: StreamSource, first: Fields | None) -> None:
        self._reader = reader
        self._state = StreamState(source)
        self._is_iterated = False
        # Tasks can share a stream, for example one that reads its text and one that awaits `final()`.
        self._is_pulling = False
        self._pulled: anyio.Event | None = None
        self._loop = current_loop()
        # The first event was read with the request, so that a failure in its place is a failure of the call.
        self._first = first
        if first is None:
            self._state.phase = "ended"

    @property
    def _info(self) -> ResponseInfo:
        return self._state.info

    def __aiter__(self) -> AsyncIterator[Event]:
        self._state.claim()
        return self._iterate(self._state.event, self._state.read_chunk)

    async def __anext__(self) -> Event:
        if not self._is_iterated:
            self._is_iterated = True
            self._state.claim()
        value = self._take_ready() or await self._take()
        if value is None:
            raise StopAsyncIteration
        return self._state.event(value)

    def __del__(self) -> None:
        if sys.is_finalizing() or getattr(self, "_loop", None) is None or self._state.phase != "open":
            return
        with suppress(RuntimeError, AttributeError):  # The loop was closed, or is not of asyncio.
            self._loop.call_soon_threadsafe(_close_later, self._loop, self._reader)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the connection. Does nothing when the stream has ended."""
        self._state.ahead.clear()
        self._state.claimed = True
        if self._state.phase == "open":
            self._state.phase = "closed"
            await self._reader.close()

    async def _iterate(
        self, convert: Callable[[Fields], Any], read: Callable[[bytes], Any] | None = None
    ) -> AsyncIterator[Any]:
        """Yields events, and closes the stream when its reader leaves."""
        state = self._state
        take = self._reader.take
        take_chunk = None if take is None or read is None else partial(take, read)
        try:
            ready, consume, ahead = self._reader.ready, state.consume, state.ahead
            while True:
                # Waiting for an event that has already arrived would cost a third of the time of an event.
                value = self._take_ready()
                if value is None:
                    value = await self._take()
                    if value is None:
                        return
                yield convert(value)
                # Taking the events that have arrived here saves three calls for each.
                while ready and state.phase == "open" and not ahead:
                    value = ready.popleft()
                    consume(value)
                    yield convert(value)
                while take_chunk and state.phase == "open" and not ahead and (chunk := take_chunk()) is not None:
                    yield chunk
        finally:
            if state.phase == "open":
                await self.close()

    def _take_ready(self) -> Fields | None:
        """An event that needs no wait; None if there is none."""
        state = self._state
        if state.ahead:
            return state.ahead.popleft()
        if state.phase != "open" or self._first is not None:
            return None
        try:
            value = self._reader.poll()
        except Exception as error:
            state.fail(error)
            return None
        if value is not None:
            state.consume(value)
        return value

    async def _take(self) -> Fields | None:
        """The next event for a loop."""
        state = self._state
        if self._is_pulling:
            await self._wait_turn()
            if state.ahead:
                return state.ahead.popleft()
        if state.phase == "open":
            value = await self._pull()
            if value is not None:
                return value
        if state.failure is not None:
            await self._reader.close(state.failure)
            if not state.is_reported:
                state.is_reported = True
                raise state.failure
        return None

    async def _wait_turn(self) -> None:
        """Waits while another task reads from the connection."""
        while self._is_pulling:
            if self._pulled is None:
                self._pulled = anyio.Event()
            await self._pulled.wait()

    def _end_turn(self) -> None:
        self._is_pulling = False
        if self._pulled is not None:
            self._pulled.set()
            self._pulled = None

    async def _pull(self) -> Fields | None:
        """Takes one more event from the connection. Only one task may do so at a time."""
        state = self._state
        if self._first is not None:
            value, self._first = self._first, None
        else:
            self._is_pulling = True
            try:
                value = await self._reader.next()
            except BaseException as error:
                state.fail(error)
                await self._reader.close(error)
                if not isinstance(error, Exception):
                    raise
                return None
            finally:
                self._end_turn()
        if value is None:
            state.phase = "ended"
            return None
        state.consume(value)
        return value

    async def _read_rest(self) -> None:
        """Reads to the end, and keeps what a loop has not received yet."""
        state = self._state
        is_kept = state.claimed
        state.claimed = True
        while True:
            await self._wait_turn()
            if state.phase != "open":
                return
            value = await self._pull()
            if value is not None and is_kept:
                state.ahead.append(value)


_closing: set[Any] = set()


def _close_later(loop: Any, reader: AsyncStreamReader) -> None:
    """Closes the connection of a stream that was dropped."""
    task = loop.create_task(reader.close())
    _closing.add(task)
    task.add_done_callback(_closing.discard)


class AsyncModelStream(AsyncStream[Event], Generic[Event, Result]):
    """A streamed response of a model, whose events add up to the complete response."""

    @property
    def partial(self) -> Result | None:
        """The response accumulated so far; None before the first event."""
        return self._state.partial()

    async def final(self) -> Result:
        """The complete response, identical to the non-streaming one.

        Reads the rest of the stream; events that a loop has not read yet stay available to it. Can be called at any time,
        any number of times.

        Raises:
            StreamError: when the stream was closed before its end.
            PatchbayError: whatever ended the stream early, such as an `APIError` or an `APITimeoutError`.

        Example:
            ```python
            async with client.chat.completions.stream(model=model, messages=messages) as stream:
                print((await stream.final()).usage)
            ```
        """
        await self._read_rest()
        return self._state.final()

    @property
    def text_stream(self) -> AsyncIterator[str]:
        """The text of the response, as strings; of a chat completion, the text of its first choice.

        No string ends in the middle of a character.
        """
        self._state.claim()
        return self._iterate_text()

    async def _iterate_text(self) -> AsyncIterator[str]:
        text = self._state.make_text_reader()
        pieces = self._iterate(text.add)
        try:
            async for piece in pieces:
                if piece:
                    yield piece
        finally:
            await pieces.aclose()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        if rest := text.end():
            yield rest


StreamType = TypeVar("StreamType", bound=AsyncStream[Any])


class AsyncStreamManager(Generic[StreamType]):
    """Sends the request on entry, and closes the stream on exit."""

    def __init__(self, open_stream: Callable[[], Awaitable[StreamType]]) -> None:
        self._open = open_stream
        self._stream: StreamType | None = None

    async def __aenter__(self) -> StreamType:
        self._stream = await self._open()
        return self._stream

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._stream is not None:
            await self._stream.close()
