"""Chat completions against the reference server, and the shape of requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from support import COMPLETION, ScriptedServer, response

from patchbay_client import OMIT, AsyncPatchbay, Patchbay, PatchbayError, get_response_info

Connect = Callable[..., Patchbay]
Serve = Callable[..., ScriptedServer]
MESSAGES: Any = [{"role": "user", "content": "Hello there"}]
MODEL = "openai/gpt-5-mini"


def test_completes_and_streams(mock_url: str, connect: Connect) -> None:
    client = connect(mock_url)
    reply = client.chat.completions.create(model=MODEL, messages=MESSAGES)
    text = reply.choices[0].message.content
    assert isinstance(text, str)
    assert text
    info = get_response_info(reply)
    assert info is not None
    assert info.generation_id == reply.id
    with client.chat.completions.stream(model=MODEL, messages=MESSAGES) as stream:
        pieces = list(stream.text_stream)
        final = stream.final()
    assert len(pieces) > 1
    assert "".join(pieces) == final.choices[0].message.content
    assert final.usage is not None
    assert final.usage.cost is not None
    chunks = list(client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True))
    assert chunks[-1].usage is not None


async def test_completes_and_streams_async(mock_url: str, connect_async: Callable[..., AsyncPatchbay]) -> None:
    client = connect_async(mock_url)
    reply = await client.chat.completions.create(model=MODEL, messages=MESSAGES)
    assert reply.choices[0].message.content
    async with client.chat.completions.stream(model=MODEL, messages=MESSAGES) as stream:
        text = "".join([piece async for piece in stream.text_stream])
        assert text == (await stream.final()).choices[0].message.content
    stream = await client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True)
    chunks = [chunk async for chunk in stream]
    assert chunks[-1].usage is not None


def test_response_is_sent_back_as_input(serve: Serve, connect: Connect) -> None:
    completion: Any = {**COMPLETION, "choices": [{"index": 0, "finish_reason": "stop", "message": {
        "role": "assistant", "content": None, "reasoning_details": [{"type": "reasoning.text", "text": "a", "x_new": 1}],
        "tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}], "x_field": [1],
    }}]}  # fmt: skip
    server = serve(response(completion))
    client = connect(server)
    message: Any = client.chat.completions.create(model="m", messages=MESSAGES).choices[0].message
    client.chat.completions.create(model="m", messages=[*MESSAGES, message])
    assert server.requests[1].json()["messages"][1] == completion["choices"][0]["message"]


def test_sends_null_and_drops_omit(serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    messages: Any = ({"role": "user", "content": text, "name": OMIT} for text in ("a", "b"))
    connect(server).chat.completions.create(
        model="m", messages=messages, temperature=None, max_tokens=OMIT, seed=0, extra_body={"x_new": {"a": OMIT}}
    )
    assert server.requests[0].json() == {
        "model": "m",
        "messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}],
        "temperature": None,
        "seed": 0,
        "x_new": {},
    }


def test_iterator_is_sent_again_with_a_retry(serve: Serve, connect: Connect) -> None:
    server = serve(response({"error": {"code": 503, "message": "busy"}}, 503), response(COMPLETION))
    connect(server).chat.completions.create(model="m", messages=iter(MESSAGES))
    first, second = server.requests
    assert first.body == second.body
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]


def test_headers(serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    app: Any = {"url": "https://app.example", "title": "Näh", "categories": ["a", "b"]}
    client = connect(server, default_headers={"X-One": "1", "x-two": "2"}, app=app, default_query={"v": 1})
    client.chat.completions.create(
        model="m",
        messages=MESSAGES,
        extra_headers={"x-two": None, "X-THREE": "3"},
        extra_query={"a": True, "b": [1, 2]},
    )
    headers = server.requests[0].headers
    assert headers["authorization"] == "Bearer sk-or-v1-0123456789abcdef"
    assert headers["x-one"] == "1"
    assert "x-two" not in headers
    assert headers["x-three"] == "3"
    assert headers["http-referer"] == "https://app.example"
    assert headers["x-openrouter-title"] == "N%C3%A4h"
    assert headers["x-openrouter-categories"] == "a,b"
    assert headers["user-agent"].startswith("patchbay-client/")
    assert server.requests[0].target == "/api/v1/chat/completions?v=1&a=true&b=1&b=2"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (float("nan"), "`temperature` of chat.completions.create cannot be sent as JSON: it is nan"),
        (b"x", "binary data"),
        ({1, 2}, "a set"),
        ({"a": {1: 2}}, "the key 1"),
        (int, "the class int"),
        (object(), "an instance of object"),
        (lambda: 1, "a function"),
    ],
)
def test_refuses_what_json_cannot_represent(value: Any, text: str, connect: Connect) -> None:
    client = connect("http://127.0.0.1:1")
    with pytest.raises(PatchbayError, match=text) as caught:
        client.chat.completions.create(model="m", messages=MESSAGES, temperature=value)
    assert caught.value.attempts == 0


def test_refuses_cycles_and_keeps_input(serve: Serve, connect: Connect) -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(PatchbayError, match="contains itself"):
        connect("http://127.0.0.1:1").chat.completions.create(model="m", messages=loop)
    server = serve(response(COMPLETION))
    given: Any = [{"role": "user", "content": "a\ud800b", "x": (1, OMIT)}]
    connect(server).chat.completions.create(model="m", messages=given)
    assert given == [{"role": "user", "content": "a\ud800b", "x": (1, OMIT)}]
    assert server.requests[0].json()["messages"][0] == {"role": "user", "content": "a\ufffdb", "x": [1]}


@pytest.mark.parametrize("slug", ["..", "a/../b", "%2e%2e", "a\\..\\b", ".", "a%2F.%2e", "", " ", None, 3])
def test_refuses_path_parameters_that_lead_elsewhere(slug: Any, connect: Connect) -> None:
    with pytest.raises(PatchbayError, match=r"`slug` of models\.get"):
        connect("http://127.0.0.1:1").models.get(author="openai", slug=slug)


def test_encodes_path_parameters(serve: Serve, connect: Connect) -> None:
    server = serve(response({"data": {}}))
    connect(server).models.get(author="a b", slug="ö/x:free?#%")
    assert server.requests[0].target == "/api/v1/model/a%20b/%C3%B6%2Fx:free%3F%23%25"


def test_encodes_query_parameters(serve: Serve, connect: Connect) -> None:
    server = serve(response({"data": []}))
    client = connect(server)
    client.models.list(
        supported_parameters=["tools", "seed"], limit=2, extra_query={"n": 1e-7, "big": 1e21, "one": 1.0}
    )  # pyright: ignore[reportArgumentType]
    assert server.requests[0].target == (
        "/api/v1/models?supported_parameters=tools%2Cseed&limit=2&n=0.0000001&big=1000000000000000000000&one=1"
    )


def test_keys(serve: Serve, connect: Connect) -> None:
    server = serve(response({"error": {"code": 503, "message": "busy"}}, 503), response({"data": {"total_credits": 1}}))
    keys = iter(["key-1", "key-2"])
    client = connect(server, api_key="inference", management_key=lambda: next(keys))
    client.credits.get()
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer key-1", "Bearer key-2"]
    with pytest.raises(PatchbayError, match="must return a key, got an empty string"):
        connect(server, api_key=lambda: "").models.count()
    with pytest.raises(PatchbayError, match="Missing API key"):
        Patchbay()
    with pytest.raises(PatchbayError, match="is not allowed in a header") as caught:
        Patchbay(api_key="secret key")
    assert "secret" not in str(caught.value)


async def test_async_key_function(serve: Serve, connect_async: Callable[..., AsyncPatchbay], connect: Connect) -> None:
    async def key() -> str:
        return "rotated"

    server = serve(response({"data": {"count": 1}}))
    await connect_async(server, api_key=key).models.count()
    assert server.requests[0].headers["authorization"] == "Bearer rotated"
    with pytest.raises(PatchbayError, match="Use AsyncPatchbay"):
        connect(server, api_key=key).models.count()
