# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Runs the logic of a run with `AsyncPatchbay`: requests, pauses, async tools as tasks, and other tools in threads."""

from __future__ import annotations

import inspect
import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import anyio
import anyio.to_thread

from ._drive import TIMED_OUT
from ._effects import Effect, Execute, Pause, Reply, Send, Value, Work
from ._ledger import current
from ._report import ToolExecution
from ._streaming import FirstToken, has_output, to_overrides, to_reply, watch
from ._tools._call import ReadyCall, message_of

if TYPE_CHECKING:
    from .._client import AsyncPatchbay


async def drive_async(client: AsyncPatchbay, work: Work[Value]) -> Value:
    """Runs to the end, and returns the result."""
    resume: Callable[[], Effect] = lambda: next(work)  # noqa: E731
    while True:
        try:
            effect = resume()
        except StopIteration as end:
            return end.value
        try:
            value = await _perform(client, effect)
        except BaseException as error:
            resume = _thrower(work, error)
        else:
            resume = _sender(work, value)


def _thrower(work: Work[Any], error: BaseException) -> Callable[[], Effect]:
    return lambda: work.throw(error)


def _sender(work: Work[Any], value: object) -> Callable[[], Effect]:
    return lambda: work.send(value)


async def _perform(client: AsyncPatchbay, effect: Effect) -> object:
    if isinstance(effect, Send):
        return await send(client, effect)
    if isinstance(effect, Pause):
        return await client._exchange.sleep(effect.seconds)
    return await execute(effect)


async def send(client: AsyncPatchbay, effect: Send) -> Reply:
    """Sends a request."""
    configured = client.with_options(**cast("Any", to_overrides(effect, client._settings.total_timeout)))
    create = cast("Any", configured.chat.completions.create)
    if not effect.is_streamed:
        completion = await create(**effect.request, idempotency_key=effect.idempotency_key)
        return Reply(completion, completion)
    first = FirstToken(effect)
    try:
        stream = await create(
            **effect.request, stream=True, idempotency_key=effect.idempotency_key, timeout=first.timeout
        )
        seen = await _read_first_output(stream, first)
    except Exception as error:
        explained = first.explain(error)
        if explained is error:
            raise
        raise explained from error
    reply = to_reply(stream, first, seen)
    if effect.keeps_stream:
        watch(stream, effect.on_end)
        return reply
    try:
        completion = await stream.final()
    except BaseException:
        await stream.close()
        raise
    return Reply(completion, completion, reply.time_to_first_token)


async def _read_first_output(stream: Any, first: FirstToken) -> bool:
    """Reads until the stream has something to show. The events stay available to the reader of the stream."""
    state, reader = stream._state, stream._reader
    idle_timeout = reader._idle_timeout
    try:
        while state.phase == "open":
            first.limit(reader, idle_timeout)
            chunk = await stream._pull()
            if chunk is None:
                break
            state.ahead.append(chunk)
            if has_output(chunk):
                return True
    except BaseException:
        await stream.close()
        raise
    finally:
        reader._idle_timeout = idle_timeout
    if state.failure is not None:
        raise state.failure
    return False


async def execute(effect: Execute) -> list[ToolExecution]:
    """Runs calls in parallel. Results are in the order of the calls."""
    results: dict[int, ToolExecution] = {}
    began = time.monotonic()
    left = effect.ledger.due - time.monotonic()
    slots = anyio.Semaphore(effect.concurrency or max(len(effect.calls), 1))

    async def run(index: int, call: ReadyCall) -> None:
        async with slots:
            results[index] = await _run(call, effect)
        effect.on_end(results[index])

    with anyio.move_on_after(None if left == math.inf else max(left, 0.0)):
        async with anyio.create_task_group() as group:
            for index, call in enumerate(effect.calls):
                group.start_soon(run, index, call)
    for index, call in enumerate(effect.calls):
        if index not in results:
            results[index] = call.finish(began, error=TIMED_OUT)
            effect.on_end(results[index])
    return [results[index] for index in range(len(effect.calls))]


async def _run(call: ReadyCall, effect: Execute) -> ToolExecution:
    """Runs one call. An exception of the function is its result."""
    began = time.monotonic()
    if call.start is None:
        return call.finish(began, error=call.error)
    # Each task has a context of its own.
    current.set(effect.ledger)
    try:
        if call.is_async:
            return call.finish(began, await call.start())
        result = await anyio.to_thread.run_sync(call.start, abandon_on_cancel=True)
        return call.finish(began, await result if inspect.isawaitable(result) else result)
    except Exception as error:
        return call.finish(began, error=message_of(error))
