"""Responses with their status and headers, before they are parsed."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from ._calls import finish, read_body
from ._errors import APIError, not_with_raw
from ._http.body import read_whole
from ._http.plan import Plan
from ._info import ResponseInfo
from ._streams.open import open_async_stream, open_stream

if TYPE_CHECKING:
    from ._client import AsyncPatchbay, Patchbay
    from ._http.async_exchange import AsyncAttempt
    from ._http.exchange import Attempt
    from ._resource import AsyncResource, Resource
    from .generated.resources.raw import AsyncRawResources, RawResources
else:
    RawResources = AsyncRawResources = object

P = ParamSpec("P")
T = TypeVar("T")


class RawResponse(Generic[T]):
    """A response with its status and headers. `parse()` returns what the method returns otherwise.

    An error response is raised as an `APIError`, as without `with_raw_response`.
    """

    def __init__(self, attempt: Attempt | AsyncAttempt, content: bytes, parse: Callable[[], T]) -> None:
        info = ResponseInfo(attempt.response.status_code, attempt.response.headers, attempt.number)
        self._info = info
        self.status_code: int = info.status_code
        self.headers: Mapping[str, str] = info.headers
        self.attempts: int = info.attempts
        """How many times the request was sent; 1 without a retry."""
        self.request_id: str | None = info.request_id
        self.generation_id: str | None = info.generation_id
        self.http_response = attempt.response
        """The `httpx2.Response`."""
        self.content: bytes = content
        """The body as it came; empty for a stream."""
        self._parse = parse

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as plain data. Raises ValueError when it is not JSON."""
        return json.loads(self.content)

    def parse(self) -> T:
        """The response as a model, or as a stream.

        Raises:
            APIError: when the body has an error or cannot be used.
        """
        return self._parse()


class RawResource:
    """The methods of a resource. Each returns a `RawResponse`."""

    def __init__(self, resource: Resource) -> None:
        self._resource = type(resource)(_raw_client(resource._client))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            return _member(self._resource, name)


class AsyncRawResource:
    """The methods of a resource. Each returns a `RawResponse` when awaited."""

    def __init__(self, resource: AsyncResource) -> None:
        self._resource = type(resource)(_async_raw_client(resource._client))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            return _member(self._resource, name)


class RawClient(RawResources):
    """The resources of a client, whose methods return a `RawResponse`."""

    def __init__(self, client: Patchbay) -> None:
        self._client = _raw_client(client)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            return _member(self._client, name)


class AsyncRawClient(AsyncRawResources):
    """The resources of a client, whose methods return a `RawResponse` when awaited."""

    def __init__(self, client: AsyncPatchbay) -> None:
        self._client = _async_raw_client(client)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            return _member(self._client, name)


def to_raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Changes the type of a method to that with raw responses."""
    raw: Any = method
    return raw


def to_raw_list(method: Callable[P, object], model: type[T]) -> Callable[P, RawResponse[T]]:
    """The same for a method that otherwise returns a page."""
    raw: Any = method
    return raw


def to_async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
    """Changes the type of an asynchronous method to that with raw responses."""
    raw: Any = method
    return raw


def to_async_raw_list(method: Callable[P, object], model: type[T]) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
    """The same for an asynchronous method that otherwise returns a page."""
    raw: Any = method
    return raw


def _member(owner: object, name: str) -> Any:
    if name.startswith("_") or name in ("stream", "parse", "embed", "with_raw_response", "close"):
        raise AttributeError(f"{name!r} is not available with raw responses.")
    return getattr(owner, name)


def _refuse(*_: object) -> Any:
    """Takes the place of a method that reads the response itself."""
    raise not_with_raw()


def _raw_client(client: Patchbay) -> Patchbay:
    copy = client.with_options()
    exchange = client._exchange

    def complete(plan: Plan, path: str) -> Any:
        def read(attempt: Attempt) -> RawResponse[Any]:
            content = attempt.read()
            attempt.log.end()
            return _to_raw(plan, path, attempt, content)

        return exchange.attempt(plan, read)

    def open_raw(plan: Plan) -> Any:
        stream = open_stream(exchange, plan)
        return RawResponse(stream._reader._attempt, b"", lambda: stream)

    # The instance's own functions replace the methods of its class.
    vars(copy).update(_complete=complete, _open=open_raw, _list=copy._send, _stream=_refuse, _parse=_refuse)
    return copy


def _async_raw_client(client: AsyncPatchbay) -> AsyncPatchbay:
    copy = client.with_options()
    exchange = client._exchange

    async def complete(plan: Plan, path: str) -> Any:
        async def read(attempt: AsyncAttempt) -> RawResponse[Any]:
            content = await attempt.read()
            attempt.log.end()
            return _to_raw(plan, path, attempt, content)

        return await exchange.attempt(plan, read)

    async def open_raw(plan: Plan) -> Any:
        stream = await open_async_stream(exchange, plan)
        return RawResponse(stream._reader._attempt, b"", lambda: stream)

    vars(copy).update(_complete=complete, _open=open_raw, _list=copy._send, _stream=_refuse, _parse=_refuse)
    return copy


def _to_raw(plan: Plan, path: str, attempt: Attempt | AsyncAttempt, content: bytes) -> RawResponse[Any]:
    """Raises the error of an error response, so that it can be retried. A success is parsed later."""
    response = attempt.response
    if not response.is_success:
        read_whole(response.status_code, response.headers, content, plan.operation.shape)
    return RawResponse(attempt, content, lambda: _parse(plan, path, attempt, content))


def _parse(plan: Plan, path: str, attempt: Attempt | AsyncAttempt, content: bytes) -> Any:
    try:
        body = read_body(plan.operation, attempt, content)
    except APIError as error:
        error.attempts = attempt.number
        raise
    return finish(path, body, attempt)
