"""What the clients do with a call: send it, stream it, page it, parse it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._decode import build_model
from ._errors import APIError, PatchbayError
from ._http.body import read_whole
from ._http.plan import Plan, plan_call
from ._info import ResponseInfo, store_info

if TYPE_CHECKING:
    from ._http.async_exchange import AsyncAttempt, AsyncExchange
    from ._http.exchange import Attempt, Exchange
    from ._operation import Operation
    from ._options import Settings
    from ._resource import CallOptions


class Calls:
    """The calls of `Patchbay`."""

    _settings: Settings
    _exchange: Exchange

    def _send(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        plan = plan_call(operation, input, options, self._settings)
        if operation.stream is not None and plan.outgoing.input.get("stream") is True:
            return self._open(plan)
        return self._complete(plan, operation.model)

    def _complete(self, plan: Plan, path: str) -> Any:
        """Sends a call, and reads its complete response as a model."""

        def read(attempt: Attempt) -> tuple[Attempt, Any]:
            body = read_body(plan.operation, attempt, attempt.read())
            attempt.log.end()
            return attempt, body

        try:
            attempt, body = self._exchange.attempt(plan, read)
        except APIError as error:
            complete_error(error, plan.operation)
            raise
        return finish(path, body, attempt)

    def _open(self, plan: Plan) -> Any:
        """Sends a call, and returns its stream when the first event has arrived."""
        from ._streams.open import open_stream

        try:
            return open_stream(self._exchange, plan)
        except PatchbayError as error:
            complete_error(error, plan.operation)
            raise

    def _stream(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        from ._streams import StreamManager

        return StreamManager(lambda: self._send(operation, {**input, "stream": True}, options))

    def _list(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        from ._paging import list_pages

        return list_pages(self, operation, input, options)

    def _parse(self, operation: Operation, input: Mapping[str, object], options: CallOptions, output: object) -> Any:
        from ._parse import parse

        return parse(self, operation, input, options, output)


class AsyncCalls:
    """The calls of `AsyncPatchbay`."""

    _settings: Settings
    _exchange: AsyncExchange

    async def _send(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        plan = plan_call(operation, input, options, self._settings)
        if operation.stream is not None and plan.outgoing.input.get("stream") is True:
            return await self._open(plan)
        return await self._complete(plan, operation.model)

    async def _complete(self, plan: Plan, path: str) -> Any:
        """Sends a call, and reads its complete response as a model."""

        async def read(attempt: AsyncAttempt) -> tuple[AsyncAttempt, Any]:
            body = read_body(plan.operation, attempt, await attempt.read())
            attempt.log.end()
            return attempt, body

        try:
            attempt, body = await self._exchange.attempt(plan, read)
        except APIError as error:
            complete_error(error, plan.operation)
            raise
        return finish(path, body, attempt)

    async def _open(self, plan: Plan) -> Any:
        """Sends a call, and returns its stream when the first event has arrived."""
        from ._streams.open import open_async_stream

        try:
            return await open_async_stream(self._exchange, plan)
        except PatchbayError as error:
            complete_error(error, plan.operation)
            raise

    def _stream(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        from ._streams import AsyncStreamManager

        return AsyncStreamManager(lambda: self._send(operation, {**input, "stream": True}, options))

    def _list(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        from ._paging import list_async_pages

        return list_async_pages(self, operation, input, options)

    async def _parse(
        self, operation: Operation, input: Mapping[str, object], options: CallOptions, output: object
    ) -> Any:
        from ._parse import parse_async

        return await parse_async(self, operation, input, options, output)


def read_body(operation: Operation, attempt: Attempt | AsyncAttempt, data: bytes) -> dict[str, Any]:
    """Parses a complete response, or raises its error."""
    response = attempt.response
    return read_whole(response.status_code, response.headers, data, operation.shape)


def finish(path: str, body: Any, attempt: Attempt | AsyncAttempt) -> Any:
    """The model of a response, with its info."""
    model = build_model(path, body)
    store_info(model, ResponseInfo(attempt.response.status_code, attempt.response.headers, attempt.number))
    return model


def complete_error(error: PatchbayError, operation: Operation) -> None:
    """Turns the usable part of a failed response into a model."""
    partial: Any = error.partial
    if type(partial) is dict:
        error.partial = build_model(operation.model, partial)
