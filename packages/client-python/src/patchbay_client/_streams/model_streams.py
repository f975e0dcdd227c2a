"""The streams of each API, for both clients."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

from .async_stream import AsyncModelStream
from .chat_events import ChatEventReader, ChatStreamEvent, Done
from .stream import ModelStream

if TYPE_CHECKING:
    from ..generated.models.chat_response import ChatCompletion, ChatCompletionChunk
    from ..generated.models.messages_response import MessagesResponse
    from ..generated.models.messages_stream import MessageStreamEvent
    from ..generated.models.responses_events import ResponseStreamEvent
    from ..generated.models.responses_output import ResponseObject

    _Chat = ModelStream[ChatCompletionChunk, ChatCompletion]
    _Response = ModelStream[ResponseStreamEvent, ResponseObject]
    _Message = ModelStream[MessageStreamEvent, MessagesResponse]
    _AsyncChat = AsyncModelStream[ChatCompletionChunk, ChatCompletion]
    _AsyncResponse = AsyncModelStream[ResponseStreamEvent, ResponseObject]
    _AsyncMessage = AsyncModelStream[MessageStreamEvent, MessagesResponse]
else:
    _Chat = _Response = _Message = ModelStream
    _AsyncChat = _AsyncResponse = _AsyncMessage = AsyncModelStream


class ChatStream(_Chat):
    """A streamed chat completion. Read it once: as chunks in a loop, with `text_stream`, with `events()`, or with `final()`."""

    def events(self) -> Iterator[ChatStreamEvent]:
        """Typed events in the order in which they happen. The last one is `done`.

        Example:
            ```python
            for event in stream.events():
                if event.type == "tool-call":
                    print(event.call.function.name)
            ```
        """
        self._state.claim()
        return self._iterate_events()

    def _iterate_events(self) -> Iterator[ChatStreamEvent]:
        reader = ChatEventReader(self._state)
        for found in self._iterate(reader.add):
            yield from found
        yield from reader.end()
        if self._state.phase == "ended":
            yield Done(completion=self._state.final())


class AsyncChatStream(_AsyncChat):
    """A streamed chat completion. Read it once: as chunks in a loop, with `text_stream`, with `events()`, or with `final()`."""

    def events(self) -> AsyncIterator[ChatStreamEvent]:
        """Typed events in the order in which they happen. The last one is `done`.

        Example:
            ```python
            async for event in stream.events():
                if event.type == "tool-call":
                    print(event.call.function.name)
            ```
        """
        self._state.claim()
        return self._iterate_events()

    async def _iterate_events(self) -> AsyncIterator[ChatStreamEvent]:
        reader = ChatEventReader(self._state)
        lists: Any = self._iterate(reader.add)
        try:
            async for found in lists:
                for event in found:
                    yield event
        finally:
            await lists.aclose()
        for event in reader.end():
            yield event
        if self._state.phase == "ended":
            yield Done(completion=self._state.final())


class ResponseStream(_Response):
    """A streamed response of the Responses API. Read it once: as events in a loop, with `text_stream`, or with `final()`."""

    def events(self) -> Iterator[ResponseStreamEvent]:
        """The events of the API. The same as iterating the stream."""
        return iter(self)


class AsyncResponseStream(_AsyncResponse):
    """A streamed response of the Responses API. Read it once: as events in a loop, with `text_stream`, or with `final()`."""

    def events(self) -> AsyncIterator[ResponseStreamEvent]:
        """The events of the API. The same as iterating the stream."""
        return aiter(self)


class MessageStream(_Message):
    """A streamed message of the Messages API. Read it once: as events in a loop, with `text_stream`, or with `final()`."""

    def events(self) -> Iterator[MessageStreamEvent]:
        """The events of the API. The same as iterating the stream."""
        return iter(self)


class AsyncMessageStream(_AsyncMessage):
    """A streamed message of the Messages API. Read it once: as events in a loop, with `text_stream`, or with `final()`."""

    def events(self) -> AsyncIterator[MessageStreamEvent]:
        """The events of the API. The same as iterating the stream."""
        return aiter(self)


SYNC_STREAMS: dict[str, type[Any]] = {"chat": ChatStream, "responses": ResponseStream, "messages": MessageStream}
ASYNC_STREAMS: dict[str, type[Any]] = {
    "chat": AsyncChatStream,
    "responses": AsyncResponseStream,
    "messages": AsyncMessageStream,
}
