"""The state of a stream that both clients share: who reads it, what it adds up to, and how it ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .._accumulate.chat import CompletionAccumulator
from .._decode import build_model
from .._errors import APIError, PatchbayError, StreamError
from .._info import ResponseInfo
from .._models import load_decoder
from .chat_chunks import ChunkReader
from .kind import kind_of

if TYPE_CHECKING:
    from .._operation import Operation
    from .format import Fields


class StreamSource(NamedTuple):
    """What a stream is made from, besides its reader."""

    operation: Operation
    input: Mapping[str, Any]
    info: ResponseInfo


class StreamState:
    """The events that were read ahead, the response so far, and the failure."""

    __slots__ = (
        "_accumulator",
        "_result_path",
        "ahead",
        "claimed",
        "consume",
        "event",
        "failure",
        "info",
        "is_reported",
        "make_text_reader",
        "phase",
        "read_chunk",
    )

    def __init__(self, source: StreamSource) -> None:
        kind = kind_of(source.operation)
        stream = source.operation.stream
        self._accumulator = kind.make_accumulator()
        decoder = load_decoder(stream.event if stream else "")
        self.event: Callable[[Fields], Any] = decoder.from_value
        """Makes the model of an event."""
        chat = self._accumulator if isinstance(self._accumulator, CompletionAccumulator) else None
        self.read_chunk: Callable[[bytes], Any] | None = ChunkReader(chat, decoder).read if chat else None
        """Reads and adds an event that has nothing but text; None if only `event` and `consume` do."""
        self.consume: Callable[[Fields], None] = self._accumulator.add
        """Adds an event to the response. Repairs of the event are written into it."""
        self._result_path = source.operation.model
        self.make_text_reader: Callable[[], Any] = kind.make_text_reader
        self.info = source.info
        self.ahead: deque[Fields] = deque()
        """Events that `final()` read and a loop has not received yet."""
        self.claimed = False
        """Whether a loop reads the stream, or has read it."""
        self.phase: Literal["open", "ended", "closed"] = "open"
        self.failure: BaseException | None = None
        self.is_reported = False

    @property
    def accumulator(self) -> Any:
        return self._accumulator

    def partial(self) -> Any:
        """The response so far; None before the first event."""
        result = self._accumulator.result()
        if result is None:
            return None
        model = build_model(self._result_path, result)
        object.__setattr__(model, "_info", self.info)
        return model

    def claim(self) -> None:
        """Makes the caller the reader of the stream.

        Raises:
            StreamError: `already_consumed`.
        """
        if self.claimed:
            raise _read_twice()
        self.claimed = True

    def fail(self, error: BaseException) -> None:
        """Records what ended the stream early, and adds what arrived to it."""
        if self.phase != "open":
            return
        self.phase = "closed"
        if not isinstance(error, Exception):
            # A cancellation belongs to the task that it cancels, and not to the one that calls `final()` later.
            error = StreamError("interrupted", _CANCELLED)
        self.failure = error
        if isinstance(error, APIError):
            self._accumulator.add_error(error.body, getattr(error, "_piece", None))
        if isinstance(error, PatchbayError):
            if error.partial is None:
                error.partial = self.partial()
            error.attempts = error.attempts or self.info.attempts

    def final(self) -> Any:
        """The complete response of a stream that was read to its end. Raises what ended it early."""
        if self.failure is not None:
            raise self.failure
        whole = self.partial()
        if self.phase == "ended" and whole is not None:
            return whole
        message = (
            "The stream ended without an event, so there is no response. Send the request again."
            if self.phase == "ended"
            else "The stream was closed before its end. `partial` has what arrived."
        )
        raise StreamError("truncated", message, partial=whole)


_CANCELLED = "The stream was not read to its end, because its reader was canceled. `partial` has what arrived."


def _read_twice() -> StreamError:
    return StreamError(
        "already_consumed", "A stream can be read once, and this one was already read. Send the request again."
    )
