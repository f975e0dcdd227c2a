"""Opens streams: sends the request, and waits for the first event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._http.body import read_whole
from .._info import ResponseInfo
from .async_reader import AsyncStreamReader
from .core import StreamCore
from .kind import kind_of
from .model_streams import ASYNC_STREAMS, SYNC_STREAMS
from .reader import StreamReader
from .state import StreamSource

if TYPE_CHECKING:
    from .._http.async_exchange import AsyncAttempt, AsyncExchange
    from .._http.exchange import Attempt, Exchange
    from .._http.plan import Plan


def open_stream(exchange: Exchange, plan: Plan) -> Any:
    """Sends the call, and returns its stream once the first event has arrived."""

    def read(attempt: Attempt) -> Any:
        response = attempt.response
        if not response.is_success:
            read_whole(response.status_code, response.headers, attempt.read(), plan.operation.shape)
        reader = StreamReader(attempt, _make_core(plan, attempt), plan.settings.idle_timeout)
        first = reader.next()
        return _stream_class(plan, SYNC_STREAMS)(reader, _make_source(plan, attempt), first)

    return exchange.attempt(plan, read)


async def open_async_stream(exchange: AsyncExchange, plan: Plan) -> Any:
    """Sends the call, and returns its stream once the first event has arrived."""

    async def read(attempt: AsyncAttempt) -> Any:
        response = attempt.response
        if not response.is_success:
            read_whole(response.status_code, response.headers, await attempt.read(), plan.operation.shape)
        reader = AsyncStreamReader(attempt, _make_core(plan, attempt), plan.settings.idle_timeout)
        first = await reader.next()
        return _stream_class(plan, ASYNC_STREAMS)(reader, _make_source(plan, attempt), first)

    return await exchange.attempt(plan, read)


def _make_core(plan: Plan, attempt: Attempt | AsyncAttempt) -> StreamCore:
    operation, response = plan.operation, attempt.response
    event_format = kind_of(operation).make_format(operation, plan.outgoing.input)
    return StreamCore(operation, event_format, response.status_code, response.headers)


def _make_source(plan: Plan, attempt: Attempt | AsyncAttempt) -> StreamSource:
    response = attempt.response
    info = ResponseInfo(response.status_code, response.headers, attempt.number)
    return StreamSource(plan.operation, plan.outgoing.input, info)


def _stream_class(plan: Plan, classes: dict[str, type[Any]]) -> type[Any]:
    stream = plan.operation.stream
    return classes[stream.accumulator if stream else "chat"]
