"""The base classes of the generated resources.

A generated method passes its keywords, under their wire names, to one of these methods:

- `_call` sends the request. It returns the response, a page of a paged operation (`SyncPage`, `AsyncPage`), or a stream
  if the input has `stream=True` (`ChatStream`, which is a `Stream[ChatCompletionChunk]`).
- `_stream` returns a context manager of a stream (`StreamManager[ChatStream]`).
- `_parse` sends the request with a schema, and returns the response with its `parsed` output.

The asynchronous forms of `_call` and `_parse` are coroutine functions, except `_list`, which returns an awaitable that can
also be iterated (`AsyncPaginator`).

The runtime stores the status, headers and attempts of a response in the slot `_info` of its model: the base class of all
models has `__slots__ = ("_info",)`. `generated/resources/__init__.py` has `Resources` and `AsyncResources`, the bases of the
clients, with one lazy property for each resource (`Chat(self)`). `Embeddings` extends `_embed.EmbedResource`, which adds `embed`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from ._omit import OMIT, Omit

if TYPE_CHECKING:
    from typing import Self, Unpack

    from ._client import AsyncPatchbay, Patchbay
    from ._operation import Operation
    from ._options import Overrides
    from ._raw import AsyncRawResource, RawResource


class CallOptions(NamedTuple):
    """The options that every generated method has."""

    extra_headers: Mapping[str, str | None] | None = None
    extra_query: Mapping[str, object] | None = None
    extra_body: Mapping[str, object] | None = None
    timeout: float | timedelta | Omit | None = OMIT
    idempotency_key: str | Omit = OMIT
    poll: bool = False
    """Whether to wait while the resource is not available yet; only of operations that are pollable."""


NO_OPTIONS = CallOptions()


class Resource:
    """A group of methods of `Patchbay`."""

    def __init__(self, client: Patchbay) -> None:
        self._client = client

    def with_options(self, **options: Unpack[Overrides]) -> Self:
        """Returns this resource with other options. It shares the connections of the client."""
        return type(self)(self._client.with_options(**options))

    @property
    def with_raw_response(self) -> RawResource:
        """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
        from ._raw import RawResource

        return RawResource(self)

    def _call(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        return self._client._send(operation, input, options)

    def _list(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        return self._client._list(operation, input, options)

    def _stream(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        return self._client._stream(operation, input, options)

    def _parse(self, operation: Operation, input: Mapping[str, object], options: CallOptions, output: object) -> Any:
        return self._client._parse(operation, input, options, output)


class AsyncResource:
    """A group of methods of `AsyncPatchbay`."""

    def __init__(self, client: AsyncPatchbay) -> None:
        self._client = client

    def with_options(self, **options: Unpack[Overrides]) -> Self:
        """Returns this resource with other options. It shares the connections of the client."""
        return type(self)(self._client.with_options(**options))

    @property
    def with_raw_response(self) -> AsyncRawResource:
        """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
        from ._raw import AsyncRawResource

        return AsyncRawResource(self)

    async def _call(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        return await self._client._send(operation, input, options)

    def _list(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        return self._client._list(operation, input, options)

    def _stream(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        return self._client._stream(operation, input, options)

    async def _parse(
        self, operation: Operation, input: Mapping[str, object], options: CallOptions, output: object
    ) -> Any:
        return await self._client._parse(operation, input, options, output)
