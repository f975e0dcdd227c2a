"""Typed client for the OpenRouter API and compatible servers.

Importing this package loads neither httpx2 nor pydantic: the first use of a name loads what it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from ._client import AsyncPatchbay, Patchbay
    from ._embed import EmbeddingVectors
    from ._errors import APIConnectionError, APIError, APITimeoutError, OutputError, PatchbayError, StreamError
    from ._failures.rate_limit import RateLimit
    from ._headers import AppInfo
    from ._info import ResponseInfo, get_response_info
    from ._omit import OMIT, Omit
    from ._options import AsyncKeySource, KeySource, OnRetry, Overrides, RetryEvent, Seconds
    from ._pages import AsyncPage, AsyncPaginator, SyncPage
    from ._parse import ParsedChatCompletion, ParsedResponse
    from ._raw import RawResponse
    from ._schema import to_strict_json_schema
    from ._streams import (
        AsyncChatStream,
        AsyncMessageStream,
        AsyncResponseStream,
        AsyncStream,
        AsyncStreamManager,
        ChatStream,
        ChatStreamEvent,
        MessageStream,
        ResponseStream,
        Stream,
        StreamManager,
    )

__all__ = [
    "Patchbay",
    "AsyncPatchbay",
    "PatchbayError",
    "APIError",
    "APIConnectionError",
    "APITimeoutError",
    "StreamError",
    "OutputError",
    "RateLimit",
    "OMIT",
    "Omit",
    "AppInfo",
    "RetryEvent",
    "OnRetry",
    "Seconds",
    "KeySource",
    "AsyncKeySource",
    "Overrides",
    "ResponseInfo",
    "get_response_info",
    "RawResponse",
    "SyncPage",
    "AsyncPage",
    "AsyncPaginator",
    "ParsedChatCompletion",
    "ParsedResponse",
    "EmbeddingVectors",
    "to_strict_json_schema",
    "Stream",
    "AsyncStream",
    "ChatStream",
    "AsyncChatStream",
    "ChatStreamEvent",
    "ResponseStream",
    "AsyncResponseStream",
    "MessageStream",
    "AsyncMessageStream",
    "StreamManager",
    "AsyncStreamManager",
    "__version__",
]

# Name → module that defines it.
_MODULES = {
    **dict.fromkeys(("Patchbay", "AsyncPatchbay"), "_client"),
    **dict.fromkeys(
        ("PatchbayError", "APIError", "APIConnectionError", "APITimeoutError", "StreamError", "OutputError"), "_errors"
    ),
    "RateLimit": "_failures.rate_limit",
    **dict.fromkeys(("OMIT", "Omit"), "_omit"),
    "AppInfo": "_headers",
    **dict.fromkeys(("RetryEvent", "OnRetry", "Seconds", "KeySource", "AsyncKeySource", "Overrides"), "_options"),
    **dict.fromkeys(("ResponseInfo", "get_response_info"), "_info"),
    "RawResponse": "_raw",
    **dict.fromkeys(("SyncPage", "AsyncPage", "AsyncPaginator"), "_pages"),
    **dict.fromkeys(("ParsedChatCompletion", "ParsedResponse"), "_parse"),
    "EmbeddingVectors": "_embed",
    "to_strict_json_schema": "_schema",
    **dict.fromkeys(
        (
            "Stream",
            "AsyncStream",
            "ChatStream",
            "AsyncChatStream",
            "ChatStreamEvent",
            "ResponseStream",
            "AsyncResponseStream",
            "MessageStream",
            "AsyncMessageStream",
            "StreamManager",
            "AsyncStreamManager",
        ),
        "_streams",
    ),
}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
