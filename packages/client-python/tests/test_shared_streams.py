"""Streams with several readers, canceled readers, and no reader."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest
from support import ScriptedServer, chunk, event, events, stream

from patchbay_client import AsyncChatStream, AsyncPatchbay, Patchbay, StreamError

Connect = Callable[..., Patchbay]
ConnectAsync = Callable[..., AsyncPatchbay]
Serve = Callable[..., ScriptedServer]

WORDS = [f"{at} " for at in range(20)]
SLOW = stream(*(step for word in WORDS for step in (event(chunk(word)), 0.01)), events([chunk(None, "stop")]))
OPEN = stream(events([chunk("a"), chunk("b")], done=False), "hang")


@pytest.fixture
def anyio_backend() -> str:
    """These tests use tasks and the loop of asyncio."""
    return "asyncio"


async def opened(client: AsyncPatchbay) -> AsyncChatStream:
    return await client.chat.completions.create(model="m", messages=[], stream=True)


async def read_text(source: AsyncChatStream) -> str:
    return "".join([piece async for piece in source.text_stream])


async def test_tasks_share_a_stream(serve: Serve, connect_async: ConnectAsync) -> None:
    source = await opened(connect_async(serve(SLOW)))
    text, final, other = await asyncio.gather(read_text(source), source.final(), source.final())
    assert text == final.choices[0].message.content == other.choices[0].message.content == "".join(WORDS)


async def test_tasks_take_events_in_turn(serve: Serve, connect_async: ConnectAsync) -> None:
    source = await opened(connect_async(serve(SLOW)))
    found = await asyncio.gather(*(anext(source) for _ in WORDS))
    assert [one.choices[0].delta.content for one in found] == WORDS
    await source.close()


def test_threads_share_a_stream(serve: Serve, connect: Connect) -> None:
    source = connect(serve(SLOW)).chat.completions.create(model="m", messages=[], stream=True)
    with ThreadPoolExecutor(3) as threads:
        text = threads.submit(lambda: "".join(source.text_stream))
        finals = [threads.submit(source.final) for _ in range(2)]
    assert text.result() == "".join(WORDS)
    assert [one.result().choices[0].message.content for one in finals] == [text.result()] * 2


def test_threads_take_events(serve: Serve, connect: Connect) -> None:
    source = connect(serve(SLOW)).chat.completions.create(model="m", messages=[], stream=True)
    with ThreadPoolExecutor(4) as threads:
        found = [one.result() for one in [threads.submit(next, source) for _ in WORDS]]
    assert sorted(one.choices[0].delta.content or "" for one in found) == sorted(WORDS)
    source.close()


async def test_a_cancellation_is_not_raised_again(serve: Serve, connect_async: ConnectAsync) -> None:
    source = await opened(connect_async(serve(OPEN)))
    assert [(await anext(source)).choices[0].delta.content for _ in range(2)] == ["a", "b"]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await anext(source)
    reads: list[Callable[[], Awaitable[Any]]] = [source.final, lambda: anext(source), source.final]
    for read in reads:
        with pytest.raises(StreamError, match="canceled") as caught:
            await read()
        assert caught.value.partial.choices[0].message.content == "ab"
    with pytest.raises(StopAsyncIteration):
        await anext(source)


@pytest.mark.parametrize("reads", [0, 1])
async def test_a_stream_that_is_dropped_closes_its_connection(
    reads: int, serve: Serve, connect_async: ConnectAsync
) -> None:
    server = serve(OPEN)
    client = connect_async(server)
    reports: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: reports.append(context))
    source = await opened(client)
    for _ in range(reads):
        await anext(source)
    del source
    gc.collect()
    await anyio.to_thread.run_sync(server.requests[0].left.wait, 5)
    assert server.requests[0].left.is_set()
    gc.collect()
    await anyio.sleep(0.01)
    assert reports == []
