"""Streamed responses."""

from __future__ import annotations

from .async_stream import AsyncModelStream, AsyncStream, AsyncStreamManager
from .chat_events import ChatStreamEvent
from .model_streams import (
    AsyncChatStream,
    AsyncMessageStream,
    AsyncResponseStream,
    ChatStream,
    MessageStream,
    ResponseStream,
)
from .stream import ModelStream, Stream, StreamManager

__all__ = [
    "AsyncChatStream",
    "AsyncMessageStream",
    "AsyncModelStream",
    "AsyncResponseStream",
    "AsyncStream",
    "AsyncStreamManager",
    "ChatStream",
    "ChatStreamEvent",
    "MessageStream",
    "ModelStream",
    "ResponseStream",
    "Stream",
    "StreamManager",
]
