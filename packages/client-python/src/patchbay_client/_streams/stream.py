"""The streams of `Patchbay`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .state import StreamSource, StreamState

if TYPE_CHECKING:
    from .._info import ResponseInfo
    from .format import Fields
    from .reader import StreamReader

Event = TypeVar("Event")
Result = TypeVar("Result")


class Stream(Generic[Event]):
    """The events of a streamed response, in order. A stream can be read once.

    Leaving the loop or the `with` block closes the connection at once.

    Raises:
        APIError: when the API returns an error, as a response or as an event.
        StreamError: when the stream is interrupted or ends before the response is complete.
        APITimeoutError: when a timeout expires.

    Example:
        ```python
        for chunk in client.chat.completions.create(model=model, messages=messages, stream=True):
            print(chunk.choices[0].delta.content or "", end="")
        ```
    """

    def __init__(self, reader: StreamReader, source: StreamSource, first: Fields | None) -> None:
        self._reader = reader
        self._state = StreamState(source)
        self._is_iterated = False
        # Threads can share a stream, for example one that reads its text and one that waits for `final()`.
        self._turn = Lock()
        # The first event was read with the request, so that a failure in its place is a failure of the call.
        self._first = first
        if first is None:
            self._state.phase = "ended"

    @property
    def _info(self) -> ResponseInfo:
        return self._state.info

    def __iter__(self) -> Iterator[Event]:
        self._state.claim()
        return self._iterate(self._state.event, self._state.read_chunk)

    def __next__(self) -> Event:
        if not self._is_iterated:
            self._is_iterated = True
            self._state.claim()
        value = self._take()
        if value is None:
            raise StopIteration
        return self._state.event(value)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        # At the end of the program the system closes the connection; modules may be gone by then.
        if not sys.is_finalizing() and getattr(self, "_state", None) is not None and self._state.phase == "open":
            self.close()

    def close(self) -> None:
        """Closes the connection. Does nothing when the stream has ended."""
        self._state.ahead.clear()
        self._state.claimed = True
        if self._state.phase == "open":
            self._state.phase = "closed"
            self._reader.close()

    def _iterate(self, convert: Callable[[Fields], Any], read: Callable[[bytes], Any] | None = None) -> Iterator[Any]:
        """Yields events, and closes the stream when its reader leaves."""
        state = self._state
        take = self._reader.take
        take_chunk = None if take is None or read is None else partial(take, read)
        try:
            ready, consume, ahead = self._reader.ready, state.consume, state.ahead
            while (value := self._take()) is not None:
                yield convert(value)
                # Taking the events that have arrived here saves three calls for each.
                while state.phase == "open":
                    chunk = None
                    with self._turn:
                        if ahead:
                            break
                        if ready:
                            value = ready.popleft()
                            consume(value)
                        elif take_chunk is None or (chunk := take_chunk()) is None:
                            break
                    yield convert(value) if chunk is None else chunk
        finally:
            if state.phase == "open":
                self.close()

    def _take(self) -> Fields | None:
        """The next event for a loop."""
        state = self._state
        with self._turn:
            if state.ahead:
                return state.ahead.popleft()
            if state.phase == "open":
                value = self._pull()
                if value is not None:
                    return value
        if state.failure is not None and not state.is_reported:
            state.is_reported = True
            raise state.failure
        return None

    def _pull(self) -> Fields | None:
        """Takes one more event from the connection."""
        state = self._state
        if self._first is not None:
            value, self._first = self._first, None
        else:
            try:
                value = self._reader.next()
            except BaseException as error:
                state.fail(error)
                self._reader.close(error)
                if not isinstance(error, Exception):
                    raise
                return None
        if value is None:
            state.phase = "ended"
            return None
        state.consume(value)
        return value

    def _read_rest(self) -> None:
        """Reads to the end, and keeps what a loop has not received yet."""
        state = self._state
        is_kept = state.claimed
        state.claimed = True
        while True:
            with self._turn:
                if state.phase != "open":
                    return
                value = self._pull()
                if value is not None and is_kept:
                    state.ahead.append(value)


class ModelStream(Stream[Event], Generic[Event, Result]):
    """A streamed response of a model, whose events add up to the complete response."""

    @property
    def partial(self) -> Result | None:
        """The response accumulated so far; None before the first event."""
        return self._state.partial()

    def final(self) -> Result:
        """The complete response, identical to the non-streaming one.

        Reads the rest of the stream; events that a loop has not read yet stay available to it. Can be called at any time,
        any number of times.

        Raises:
            StreamError: when the stream was closed before its end.
            PatchbayError: whatever ended the stream early, such as an `APIError` or an `APITimeoutError`.

        Example:
            ```python
            with client.chat.completions.stream(model=model, messages=messages) as stream:
                print(stream.final().usage)
            ```
        """
        self._read_rest()
        return self._state.final()

    @property
    def text_stream(self) -> Iterator[str]:
        """The text of the response, as strings; of a chat completion, the text of its first choice.

        No string ends in the middle of a character.
        """
        self._state.claim()
        return self._iterate_text()

    def _iterate_text(self) -> Iterator[str]:
        text = self._state.make_text_reader()
        for piece in self._iterate(text.add):
            if piece:
                yield piece
        if rest := text.end():
            yield rest


StreamType = TypeVar("StreamType", bound=Stream[Any])


class StreamManager(Generic[StreamType]):
    """Sends the request on entry, and closes the stream on exit."""

    def __init__(self, open_stream: Callable[[], StreamType]) -> None:
        self._open = open_stream
        self._stream: StreamType | None = None

    def __enter__(self) -> StreamType:
        self._stream = self._open()
        return self._stream

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.close()
