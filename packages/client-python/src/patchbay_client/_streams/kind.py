# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The kinds of streams: how their events are read, add up to a response, and show its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from .._accumulate.chat import CompletionAccumulator
from .._accumulate.messages import MessageAccumulator
from .._accumulate.responses import ResponseAccumulator
from .._errors import PatchbayError
from .chat_format import ChatFormat
from .text_readers import ChatText, MessageText, ResponseText
from .typed_format import TypedFormat

if TYPE_CHECKING:
    from .._operation import Operation, StreamInfo
    from .format import EventFormat, Fields


class Accumulator(Protocol):
    """Adds up the events of a stream to its response."""

    def add(self, event: Fields, /) -> None: ...

    def add_error(self, body: Any, piece: Fields | None = None) -> None:
        """Adds what is known from the error that ended the stream, such as the usage."""
        ...

    def result(self) -> Fields | None:
        """The response received so far; None before the first event."""
        ...


class TextReader(Protocol):
    """Reads the text of a response."""

    def add(self, event: Fields, /) -> str: ...

    def end(self) -> str: ...


class Kind(NamedTuple):
    """A kind of stream."""

    make_format: Callable[[Operation, Mapping[str, Any]], EventFormat]
    make_accumulator: Callable[[], Accumulator]
    make_text_reader: Callable[[], TextReader]


def kind_of(operation: Operation) -> Kind:
    """The kind of the streams of an operation."""
    return _KINDS[_stream_of(operation).accumulator]


def _stream_of(operation: Operation) -> StreamInfo:
    if operation.stream is None:
        raise PatchbayError(f"{operation.id} does not stream.")
    return operation.stream


def _chat_format(operation: Operation, input: Mapping[str, Any]) -> EventFormat:
    n = input.get("n")
    return ChatFormat(operation, n if isinstance(n, int) else 1)


def _response_format(operation: Operation, input: Mapping[str, Any]) -> EventFormat:
    return TypedFormat(_stream_of(operation), "response", _whole_response, last_field="response")


def _message_format(operation: Operation, input: Mapping[str, Any]) -> EventFormat:
    return TypedFormat(_stream_of(operation), "message", _whole_message)


def _whole_response(response: Fields) -> list[Fields]:
    kind = "response.incomplete" if response.get("status") == "incomplete" else "response.completed"
    return [{"type": kind, "sequence_number": 0, "response": response}]


def _whole_message(message: Fields) -> list[Fields]:
    content = message.get("content")
    blocks: list[Any] = content if isinstance(content, list) else []
    events: list[Fields] = [{"type": "message_start", "message": {**message, "content": []}}]
    for index, block in enumerate(blocks):
        events.append({"type": "content_block_start", "index": index, "content_block": block})
        events.append({"type": "content_block_stop", "index": index})
    return [*events, {"type": "message_stop"}]


_KINDS = {
    "chat": Kind(_chat_format, CompletionAccumulator, ChatText),
    "responses": Kind(_response_format, ResponseAccumulator, ResponseText),
    "messages": Kind(_message_format, MessageAccumulator, MessageText),
}
