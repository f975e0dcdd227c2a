"""Pages, typed output, embeddings, raw responses and login."""

from __future__ import annotations

import base64
import gc
import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from pydantic import BaseModel
from support import COMPLETION, ScriptedServer, chunk, events, response, stream
from typing_extensions import TypedDict

from patchbay_client import (
    APIError,
    AsyncPatchbay,
    OutputError,
    Patchbay,
    PatchbayError,
    get_response_info,
    oauth,
    to_strict_json_schema,
)

Connect = Callable[..., Patchbay]
ConnectAsync = Callable[..., AsyncPatchbay]
Serve = Callable[..., ScriptedServer]


def page(start: int, end: int, total: int | None = None) -> Any:
    return response(
        {
            "data": [{"id": str(at)} for at in range(start, end)],
            **({"total_count": total} if total else {}),
            "links": {"next": "x"},
        }
    )


def test_pages(serve: Serve, connect: Connect) -> None:
    server = serve(page(0, 2, 5), page(2, 4, 5), page(4, 5, 5))
    models = connect(server).models.list(limit=2)
    assert [model.id for model in models] == ["0", "1", "2", "3", "4"]
    assert [request.target.partition("?")[2] for request in server.requests] == [
        "limit=2", "offset=2&limit=2", "offset=4&limit=2"
    ]  # fmt: skip
    assert models.has_next_page()


def test_pages_of_a_service_that_ignores_the_offset(serve: Serve, connect: Connect) -> None:
    server = serve(page(0, 2))
    assert [model.id for model in connect(server).models.list()] == ["0", "1"]
    assert len(server.requests) == 2


async def test_async_pages(serve: Serve, connect_async: ConnectAsync) -> None:
    client = connect_async(serve(page(0, 2, 3), page(2, 3, 3)))
    assert [model.id async for model in client.models.list()] == ["0", "1", "2"]
    first = await connect_async(serve(page(0, 2, 3), page(2, 3, 3))).models.list()
    assert len(first.data) == 2
    assert [model.id for model in (await first.get_next_page()).data] == ["2"]
    assert get_response_info(first) is not None


class City(BaseModel):
    name: str
    size: int


@dataclass
class CityData:
    name: str
    size: int


class CityDict(TypedDict):
    name: str
    size: int


def answer(content: str | None, finish: str = "stop", **message: Any) -> Any:
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
    return response({**COMPLETION, "choices": [choice]})


GOOD = '{"name": "Oslo", "size": 3}'


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (City, City(name="Oslo", size=3)),
        (CityData, CityData("Oslo", 3)),
        (CityDict, {"name": "Oslo", "size": 3}),
        ({"type": "object"}, {"name": "Oslo", "size": 3}),
        (dict[str, object], {"name": "Oslo", "size": 3}),
    ],
)
@pytest.mark.parametrize("text", [GOOD, f"```json\n{GOOD}\n```", f"<think>a {{}}</think>Here: {GOOD}"])
def test_parse(output: Any, expected: object, text: str, serve: Serve, connect: Connect) -> None:
    server = serve(answer(text))
    reply = connect(server).chat.completions.parse(model="m", messages=[], response_format=output)
    assert reply.parsed == expected
    assert reply.choices[0].message.content == text
    assert get_response_info(reply) is not None
    sent = server.requests[0].json()["response_format"]
    assert sent["type"] == "json_schema"
    assert sent["json_schema"]["strict"] is (output in (City, CityData, CityDict))


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (answer("no"), "not valid JSON: it starts with"),
        (answer('{"name": "O', "length"), "Raise `max_tokens`"),
        (answer(None, "tool_calls"), "the model called tools"),
        (answer(None, "stop", refusal="I refuse"), "I refuse"),
        (answer('{"name": "Oslo", "size": "x"}'), "does not match the schema: /size: "),
    ],
)
def test_parse_failures(script: Any, text: str, serve: Serve, connect: Connect) -> None:
    with pytest.raises(OutputError, match=text) as caught:
        connect(serve(script)).chat.completions.parse(model="m", messages=[], response_format=City)
    assert caught.value.completion.choices
    assert caught.value.attempts == 1


async def test_parse_of_responses(serve: Serve, connect: Connect, connect_async: ConnectAsync) -> None:
    item = {
        "type": "message",
        "id": "1",
        "role": "assistant",
        "status": "completed",
        "content": [{"type": "output_text", "text": GOOD}],
    }
    server = serve(response({"id": "r", "object": "response", "status": "completed", "output": [item]}))
    reply = connect(server).responses.parse(model="m", input="x", text_format=City, text={"verbosity": "low"})
    assert reply.parsed.size == 3
    assert server.requests[0].json()["text"]["verbosity"] == "low"
    assert (await connect_async(server).responses.parse(model="m", input="x", text_format=City)).parsed == reply.parsed
    with pytest.raises(PatchbayError, match="`text_format` must be a type"):
        connect(server).responses.parse(model="m", input="x", text_format=3)  # pyright: ignore


class Node(BaseModel):
    value: int
    children: list[Node]


@pytest.mark.parametrize(
    ("schema", "strict"),
    [
        (City.model_json_schema(), True),
        (Node.model_json_schema(), True),
        ({"type": "object", "properties": {"a": {"type": "string"}}}, False),
        (
            {
                "type": "object",
                "properties": {"a": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": 1}},
                "required": ["a"],
            },
            True,
        ),
        ({"type": "array", "items": {"type": "string"}}, False),
        ({"type": "object", "additionalProperties": {"type": "string"}}, False),
        ({"type": "object", "properties": {"a": {"enum": ["x", 1]}}, "required": ["a"]}, True),
        (
            {
                "type": "object",
                "properties": {"a": {"oneOf": [{"type": "string"}, {"type": "number"}]}},
                "required": ["a"],
            },
            True,
        ),
        (
            {
                "type": "object",
                "properties": {"a": {"oneOf": [{"type": "string"}, {"minLength": 2}]}},
                "required": ["a"],
            },
            False,
        ),
        ({"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]}, True),
        ({"type": "object", "properties": {"a": {"type": "string", "pattern": "(?=x)"}}, "required": ["a"]}, False),
    ],
)
def test_strict_schemas(schema: Any, strict: bool) -> None:
    result = to_strict_json_schema(schema)
    assert result.strict is strict
    if strict:
        assert result.schema["additionalProperties"] is False


def vectors(*rows: object) -> Any:
    data = [{"object": "embedding", "index": at, "embedding": row} for at, row in enumerate(rows)]
    return response(
        {"object": "list", "model": "m", "data": data[::-1], "usage": {"prompt_tokens": 1, "total_tokens": 1}}
    )


def packed(*numbers: float) -> str:
    return base64.b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode()


async def test_embeddings(serve: Serve, connect: Connect, connect_async: ConnectAsync) -> None:
    server = serve(vectors(packed(0.5, 1), [2, 0.25]))
    found = connect(server).embeddings.embed(model="m", input=["a", "b"])
    assert [list(vector) for vector in found.vectors] == [[0.5, 1], [2, 0.25]]
    assert server.requests[0].json()["encoding_format"] == "base64"
    created = await connect_async(server).embeddings.create(model="m", input=["a", "b"])
    assert created.data[1].embedding == [0.5, 1]
    raw = connect(server).embeddings.create(model="m", input="a", encoding_format="base64")
    assert raw.data[1].embedding == packed(0.5, 1)
    with pytest.raises(APIError, match=r"data\[0\]\.embedding"):
        connect(serve(vectors("x"))).embeddings.create(model="m", input="a")


def test_embeddings_without_base64(serve: Serve, connect: Connect) -> None:
    refused = response({"error": {"code": 400, "message": "encoding_format base64 is not supported"}}, 400)
    server = serve(refused, vectors([1]))
    assert list(connect(server).embeddings.embed(model="m", input="a", idempotency_key="k").vectors[0]) == [1]
    assert [request.headers["idempotency-key"] for request in server.requests] == ["k", "k-float"]
    assert server.requests[1].json()["encoding_format"] == "float"


async def test_raw_responses(serve: Serve, connect: Connect, connect_async: ConnectAsync) -> None:
    server = serve(response(COMPLETION, headers={"x-request-id": "r"}))
    raw = connect(server).chat.completions.with_raw_response.create(model="m", messages=[])
    assert (raw.status_code, raw.request_id, raw.headers["X-Request-Id"], raw.json()["id"]) == (200, "r", "r", "gen-1")
    assert raw.parse().choices[0].message.content == "Hello"
    again = await connect_async(server).with_raw_response.chat.completions.create(model="m", messages=[])
    assert again.parse().id == "gen-1"
    streamed = connect(serve(stream(events([chunk("a", finish="stop")])))).chat.completions.with_raw_response.create(
        model="m", messages=[], stream=True
    )
    assert streamed.parse().final().choices[0].message.content == "a"


def test_with_options_shares_connections(serve: Serve, connect: Connect) -> None:
    server = serve(response({"data": {"count": 1}}))
    client = connect(server)
    client.models.count()
    client.with_options(timeout=5, default_headers={"x-a": "1"}).models.count()
    client.models.with_options(max_retries=0).count()
    assert server.connections == 1
    assert server.requests[1].headers["x-a"] == "1"
    assert "x-a" not in server.requests[2].headers
    client.close()
    assert client.is_closed()


def test_own_http_client(connect: Connect) -> None:
    def reply(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"data": {"count": len(request.headers["authorization"])}})

    client = connect("http://x/api", http_client=httpx2.Client(transport=httpx2.MockTransport(reply)))
    assert client.models.count().data.count > 7


def test_login(serve: Serve) -> None:
    request = oauth.create_authorization_url(callback_url="https://app.example/cb?x=1")
    query = parse_qs(urlsplit(request.url).query)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(request.code_verifier.encode()).digest()).rstrip(b"=").decode()
    assert query == {
        "callback_url": ["https://app.example/cb?x=1"],
        "code_challenge": [challenge],
        "code_challenge_method": ["S256"],
    }
    assert request.code_verifier not in repr(request)
    server = serve(response({"key": "sk-or-v1-new", "user_id": "u"}))
    assert oauth.exchange_code(code="c", code_verifier="v", base_url=server.url).key == "sk-or-v1-new"
    assert "authorization" not in server.requests[0].headers
    assert server.requests[0].json() == {"code": "c", "code_verifier": "v", "code_challenge_method": "S256"}
    for url in ("http://app.example", "ftp://localhost", "x"):
        with pytest.raises(PatchbayError, match="`callback_url` must be"):
            oauth.create_authorization_url(callback_url=url)
    with pytest.raises(PatchbayError, match="`code` must be"):
        oauth.exchange_code(code="", code_verifier="v")


def test_a_client_that_is_dropped_closes_its_connections(serve: Serve) -> None:
    server = serve(response(COMPLETION))
    client = Patchbay(api_key="k", base_url=server.url)
    client.chat.completions.create(model="m", messages=[])
    http = client._exchange.http
    copy = client.with_options(timeout=5)
    del client
    gc.collect()
    assert not http.is_closed
    copy.chat.completions.create(model="m", messages=[])
    del copy
    gc.collect()
    assert http.is_closed


def test_a_stream_outlives_its_client(serve: Serve) -> None:
    server = serve(stream(events([chunk("Hello")], done=False), 0.1, events([chunk(", there"), chunk(None, "stop")])))
    opened = Patchbay(api_key="k", base_url=server.url).chat.completions.create(model="m", messages=[], stream=True)
    gc.collect()
    assert "".join(piece.choices[0].delta.content or "" for piece in opened) == "Hello, there"


def test_a_http_client_of_the_caller_stays_open(serve: Serve) -> None:
    server = serve(response(COMPLETION))
    with httpx2.Client() as http:
        Patchbay(api_key="k", base_url=server.url, http_client=http).chat.completions.create(model="m", messages=[])
        gc.collect()
        assert not http.is_closed
