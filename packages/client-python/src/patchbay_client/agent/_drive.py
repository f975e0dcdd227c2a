# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Runs the logic of a run with `Patchbay`: requests, pauses, and tools in threads."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from contextvars import copy_context
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

from ._effects import Effect, Execute, Pause, Reply, Send, Value, Work
from ._ledger import current
from ._report import ToolExecution
from ._streaming import FirstToken, has_output, to_overrides, to_reply, watch
from ._tools._call import ReadyCall, message_of

if TYPE_CHECKING:
    from .._client import Patchbay

TIMED_OUT = "The run timed out before the call returned a result."


def drive(client: Patchbay, work: Work[Value]) -> Value:
    """Runs to the end, and returns the result."""
    resume: Callable[[], Effect] = lambda: next(work)  # noqa: E731
    while True:
        try:
            effect = resume()
        except StopIteration as end:
            return end.value
        try:
            value = _perform(client, effect)
        except BaseException as error:
            resume = _thrower(work, error)
        else:
            resume = _sender(work, value)


def _thrower(work: Work[Any], error: BaseException) -> Callable[[], Effect]:
    return lambda: work.throw(error)


def _sender(work: Work[Any], value: object) -> Callable[[], Effect]:
    return lambda: work.send(value)


def _perform(client: Patchbay, effect: Effect) -> object:
    if isinstance(effect, Send):
        return send(client, effect)
    if isinstance(effect, Pause):
        return client._exchange.sleep(effect.seconds)
    return execute(effect)


def send(client: Patchbay, effect: Send) -> Reply:
    """Sends a request."""
    configured = client.with_options(**cast("Any", to_overrides(effect, client._settings.total_timeout)))
    create = cast("Any", configured.chat.completions.create)
    if not effect.is_streamed:
        completion = create(**effect.request, idempotency_key=effect.idempotency_key)
        return Reply(completion, completion)
    first = FirstToken(effect)
    try:
        stream = create(**effect.request, stream=True, idempotency_key=effect.idempotency_key, timeout=first.timeout)
        seen = _read_first_output(stream, first)
    except Exception as error:
        explained = first.explain(error)
        if explained is error:
            raise
        raise explained from error
    reply = to_reply(stream, first, seen)
    if effect.keeps_stream:
        watch(stream, effect.on_end)
        return reply
    completion = stream.final()
    return Reply(completion, completion, reply.time_to_first_token)


def _read_first_output(stream: Any, first: FirstToken) -> bool:
    """Reads until the stream has something to show. The events stay available to the reader of the stream."""
    state, reader = stream._state, stream._reader
    idle_timeout = reader._idle_timeout
    try:
        while state.phase == "open":
            first.limit(reader, idle_timeout)
            chunk = stream._pull()
            if chunk is None:
                break
            state.ahead.append(chunk)
            if has_output(chunk):
                return True
    except BaseException:
        stream.close()
        raise
    finally:
        reader._idle_timeout = idle_timeout
    if state.failure is not None:
        raise state.failure
    return False


def execute(effect: Execute) -> list[ToolExecution]:
    """Runs calls in threads; with a concurrency of 1, in the thread of the caller. Results are in the order of the calls."""
    results: dict[int, ToolExecution] = {}
    began = time.monotonic()

    def keep(index: int, execution: ToolExecution) -> None:
        results[index] = execution
        effect.on_end(execution)

    waiting = deque(enumerate(effect.calls))
    if effect.concurrency == 1:
        for index, call in waiting:
            is_over = time.monotonic() >= effect.ledger.due
            keep(index, call.finish(began, error=TIMED_OUT) if is_over else _run(call, effect))
    else:
        _run_in_threads(waiting, effect, keep)
    for index, call in enumerate(effect.calls):
        if index not in results:
            keep(index, call.finish(began, error=TIMED_OUT))
    return [results[index] for index in range(len(effect.calls))]


def _run_in_threads(
    waiting: deque[tuple[int, ReadyCall]], effect: Execute, keep: Callable[[int, ToolExecution], None]
) -> None:
    """Runs the calls until all have a result or the time is over. A function that is still running is abandoned."""
    done: SimpleQueue[tuple[int, ToolExecution | BaseException]] = SimpleQueue()
    count = len(waiting)

    def work() -> None:
        while True:
            try:
                index, call = waiting.popleft()
            except IndexError:
                return
            try:
                done.put((index, _run(call, effect)))
            except BaseException as error:
                waiting.clear()
                done.put((index, error))

    for _ in range(min(count, effect.concurrency or count)):
        context = copy_context()
        Thread(target=context.run, args=(work,), name="patchbay-tool", daemon=True).start()
    try:
        for _ in range(count):
            left = effect.ledger.due - time.monotonic()
            index, result = done.get(timeout=None if left == math.inf else max(left, 0.0))
            if isinstance(result, BaseException):
                raise result
            keep(index, result)
    except Empty:
        pass
    finally:
        waiting.clear()


def _run(call: ReadyCall, effect: Execute) -> ToolExecution:
    """Runs one call. An exception of the function is its result; others, such as KeyboardInterrupt, end the run."""
    began = time.monotonic()
    if call.start is None:
        return call.finish(began, error=call.error)
    token = current.set(effect.ledger)
    try:
        return call.finish(began, call.start())
    except Exception as error:
        return call.finish(began, error=message_of(error))
    finally:
        current.reset(token)
