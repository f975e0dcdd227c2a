"""Streams over a port: their grammar, failures, times, and how they are left."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable
from typing import Any

import anyio
import pytest
from support import COMPLETION, ScriptedServer, chunk, event, events, response, stream

from patchbay_client import APIError, APITimeoutError, AsyncPatchbay, Patchbay, StreamError, get_response_info

Connect = Callable[..., Patchbay]
ConnectAsync = Callable[..., AsyncPatchbay]
Serve = Callable[..., ScriptedServer]

PIECES = [chunk(role="assistant", content=""), chunk("one"), chunk(" twö"), chunk(finish="stop")]


def start(client: Patchbay, **options: Any) -> Any:
    return client.chat.completions.create(model="m", messages=[], stream=True, **options)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("split", ["whole", "byte"])
def test_reads_every_line_ending_in_any_split(newline: bytes, split: str, serve: Serve, connect: Connect) -> None:
    body = b"\xef\xbb\xbf: hello\n\nid: 1\nretry: 5\n\n" + events(PIECES).replace(b"data: ", b"data:", 1)
    body = body.replace(b"\n", newline)
    parts = [body] if split == "whole" else [body[at : at + 1] for at in range(len(body))]
    result = start(connect(serve(stream(*parts))))
    assert [one.choices[0].delta.content for one in result] == ["", "one", " twö", None]
    assert result.final().choices[0].message.content == "one twö"


def test_final_while_a_loop_reads(serve: Serve, connect: Connect) -> None:
    result = start(connect(serve(stream(events(PIECES)))))
    seen: list[Any] = []
    for one in result:
        seen.append(one)
        assert result.final().choices[0].message.content == "one twö"
    assert len(seen) == 4
    with pytest.raises(StreamError, match="can be read once"):
        next(iter(result))


@pytest.mark.parametrize(
    ("body", "end", "reason", "content"),
    [
        (events(PIECES[:3], done=False), "close", "truncated", "one twö"),
        (events(PIECES[:3], done=False) + b'data: {"cho', "close", "truncated", "one twö"),
        (events(PIECES[:2], done=False) + b"data: {no}\n\n", "hang", "malformed", "one"),
        (events(PIECES[:2], done=False) + b"data: [1]\n\n", "hang", "malformed", "one"),
        (events(PIECES[:2], done=False) + event({"choices": [1]}), "hang", "malformed", "one"),
        (events(PIECES[:2], done=False), "reset", "interrupted", "one"),
    ],
)
def test_failures_have_a_reason_and_what_arrived(
    body: bytes, end: str, reason: str, content: str, serve: Serve, connect: Connect
) -> None:
    server = serve(stream(body, 0.05, end=end))
    result = start(connect(server))
    with pytest.raises(StreamError) as caught:
        list(result)
    assert caught.value.reason == reason
    assert caught.value.partial.choices[0].message.content == content
    assert caught.value.attempts == 1
    assert len(server.requests) == 1
    with pytest.raises(StreamError):
        result.final()


def test_error_event_ends_the_stream(serve: Serve, connect: Connect) -> None:
    failed = {
        **chunk("!", finish="error"),
        "error": {"code": 502, "message": "Provider returned error"},
        "usage": {"cost": 1},
    }
    result = start(connect(serve(stream(events([*PIECES[:2], failed])))))
    with pytest.raises(APIError, match="502 provider_unavailable: Provider returned error") as caught:
        list(result)
    assert caught.value.partial.choices[0].message.content == "one!"
    assert caught.value.partial.usage.cost == 1


def test_error_in_place_of_the_first_event_is_retried(serve: Serve, connect: Connect) -> None:
    server = serve(stream(event({"error": {"code": 503, "message": "busy"}})), stream(events(PIECES)))
    result = start(connect(server))
    assert result.final().choices[0].finish_reason == "stop"
    info = get_response_info(result)
    assert info is not None
    assert info.attempts == 2


@pytest.mark.parametrize(
    ("script", "kind", "text"),
    [
        (response({"error": {"code": 403, "message": "no"}}, 403), APIError, "403 forbidden: no"),
        (response({"error": {"code": 402, "message": "no"}}), APIError, "402 insufficient_credits: no"),
        (response(b"<html>", content_type="text/html"), APIError, "200 invalid_response"),
        (response({"hello": 1}), StreamError, "is not a completion"),
        (stream(event({"type": "x"}), event("[DONE]")), StreamError, "no event had a list of `choices`"),
    ],
)
def test_other_responses_are_errors(
    script: Any, kind: type[Exception], text: str, serve: Serve, connect: Connect
) -> None:
    with pytest.raises(kind, match=text):
        list(start(connect(serve(script))))


def test_complete_response_is_read_as_a_stream(serve: Serve, connect: Connect) -> None:
    result = start(connect(serve(response(COMPLETION))))
    assert [one.choices[0].delta.content for one in result] == ["Hello"]
    assert result.final().usage.cost == 0.0000042


def test_done_ends_a_body_that_stays_open(serve: Serve, connect: Connect) -> None:
    server = serve(stream(events(PIECES) + event(chunk("late")), end="hang"))
    assert len(list(start(connect(server, idle_timeout=20)))) == 4


def test_connection_is_reused_after_a_stream(serve: Serve, connect: Connect) -> None:
    body = events(PIECES)
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: %d\r\n\r\n" % len(body)
    server = serve([head + body])
    client = connect(server)
    for _ in range(3):
        list(start(client))
    assert server.connections == 1


def test_idle_timeout_ignores_comments(serve: Serve, connect: Connect) -> None:
    server = serve(stream(events(PIECES[:2], done=False), *[0.03, b": PROCESSING\n\n"] * 1000, end="hang"))
    begin = time.monotonic()
    with pytest.raises(APITimeoutError, match=r"no event for 0\.2 s") as caught:
        list(start(connect(server, idle_timeout=0.2)))
    # The comments go on for 30 seconds.
    assert 0.15 < time.monotonic() - begin < 15
    assert caught.value.phase == "idle"
    assert caught.value.partial.choices[0].message.content == "one"
    assert server.requests[0].left.wait(10)


def test_slow_reader_is_not_idle(serve: Serve, connect: Connect) -> None:
    seen = 0
    for _ in start(connect(serve(stream(events(PIECES))), idle_timeout=0.3)):
        time.sleep(0.35)
        seen += 1
    assert seen == 4


def test_total_timeout_ends_a_stream(serve: Serve, connect: Connect) -> None:
    parts = [part for one in range(100) for part in (0.03, event(chunk(str(one))))]
    with pytest.raises(APITimeoutError) as caught:
        list(start(connect(serve(stream(*parts)), total_timeout=0.3)))
    assert caught.value.phase == "total"


def test_dripping_server_does_not_outlive_the_timeout(serve: Serve, connect: Connect) -> None:
    drip = [
        part for one in b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n" + b"x" * 900 for part in (bytes([one]), 0.02)
    ]
    begin = time.monotonic()
    with pytest.raises(APITimeoutError) as caught:
        connect(serve(drip)).chat.completions.create(model="m", messages=[], timeout=0.4)
    # The response takes 19 seconds.
    assert time.monotonic() - begin < 10
    assert caught.value.phase == "attempt"


@pytest.mark.parametrize("leave", ["break", "with", "close", "drop", "raise"])
def test_leaving_closes_the_connection(leave: str, serve: Serve, connect: Connect) -> None:
    server = serve(stream(events(PIECES[:2], done=False), end="hang"))
    result = start(connect(server))
    if leave == "break":
        for _ in result:
            break
    elif leave == "with":
        with result:
            next(result)
    elif leave == "close":
        result.close()
    elif leave == "raise":
        with contextlib.suppress(KeyError):
            for _ in result:
                raise KeyError
    if leave == "drop":
        del result
        gc.collect()
    else:
        with pytest.raises(StreamError, match="closed before its end"):
            result.final()
    assert server.requests[0].left.wait(10)


# trio warns about every asynchronous generator that a loop leaves, also about those of httpx2.
@pytest.mark.filterwarnings("ignore:Async generator:ResourceWarning")
async def test_async_break_and_cancellation_close_the_connection(serve: Serve, connect_async: ConnectAsync) -> None:
    server = serve(stream(events(PIECES[:2], done=False), end="hang"))
    client = connect_async(server)
    async for _ in await client.chat.completions.create(model="m", messages=[], stream=True):
        break
    assert await anyio.to_thread.run_sync(server.requests[0].left.wait, 10)
    result: Any = await client.chat.completions.create(model="m", messages=[], stream=True)
    with anyio.move_on_after(0.5) as scope:
        async for _ in result:
            pass
    assert scope.cancelled_caught
    assert await anyio.to_thread.run_sync(server.requests[1].left.wait, 10)
    assert result.partial is not None
    with anyio.move_on_after(0.1) as scope:
        await client.with_options(base_url=serve(["hang"]).url).models.count()
    assert scope.cancelled_caught


async def test_async_times(serve: Serve, connect_async: ConnectAsync) -> None:
    server = serve(stream(events(PIECES[:2], done=False), *[0.03, b": PROCESSING\n\n"] * 50, end="hang"))
    with pytest.raises(APITimeoutError) as caught:
        async for _ in await connect_async(server, idle_timeout=0.2).chat.completions.create(
            model="m", messages=[], stream=True
        ):
            pass
    assert caught.value.phase == "idle"
    assert caught.value.partial.choices[0].message.content == "one"
    drip = [
        part for one in b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n" + b"x" * 900 for part in (bytes([one]), 0.02)
    ]
    begin = time.monotonic()
    with pytest.raises(APITimeoutError):
        await connect_async(serve(drip)).chat.completions.create(model="m", messages=[], timeout=0.4)
    assert time.monotonic() - begin < 10
    result: Any = await connect_async(serve(stream(events(PIECES)))).chat.completions.create(
        model="m", messages=[], stream=True
    )
    seen = [one async for one in result]
    assert len(seen) == 4
    assert (await result.final()).choices[0].message.content == "one twö"
    with pytest.raises(StreamError, match="can be read once"):
        await anext(aiter(result))


async def test_async_failures(serve: Serve, connect_async: ConnectAsync) -> None:
    client = connect_async(serve(stream(events(PIECES[:3], done=False))))
    result: Any = await client.chat.completions.create(model="m", messages=[], stream=True)
    with pytest.raises(StreamError) as caught:
        async for _ in result:
            pass
    assert caught.value.reason == "truncated"
    assert caught.value.partial.choices[0].message.content == "one twö"
    with pytest.raises(StreamError, match="without"):
        await result.final()


def test_responses_and_messages_stream(mock_url: str, connect: Connect) -> None:
    client = connect(mock_url)
    with client.responses.stream(model="openai/gpt-5-mini", input="Hello there") as responses:
        text = "".join(responses.text_stream)
    assert text
    whole = client.responses.create(model="openai/gpt-5-mini", input="Hello there")
    assert type(responses.final()) is type(whole)
    assert responses.final().output[-1].content[0].text == text  # pyright: ignore
    messages: Any = [{"role": "user", "content": "Hello there"}]
    with client.messages.stream(model="anthropic/claude-sonnet-4.5", max_tokens=100, messages=messages) as stream:
        kinds = [one.type for one in stream.events()]
    assert kinds[0] == "message_start"
    assert kinds[-1] == "message_stop"
    assert stream.final().stop_reason is not None
