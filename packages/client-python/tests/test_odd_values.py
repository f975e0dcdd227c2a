"""Responses and streams in which one value has an unexpected type: they are read, or they fail with an error of this package."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, cast

import httpx2
import pytest
from pydantic import create_model

from patchbay_client import Patchbay, PatchbayError

ODD: tuple[Any, ...] = (None, -1, 1.5, "", "x", [], {}, True, [None], [[]], 10**30, "\ud800", [{}])
CALL: dict[str, Any] = {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}
USAGE: dict[str, Any] = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2, "cost": 0.1}
MESSAGE: dict[str, Any] = {
    "role": "assistant",
    "content": "Hi",
    "reasoning": "r",
    "reasoning_details": [{"type": "reasoning.text", "text": "r", "index": 0}],
    "tool_calls": [CALL],
    "annotations": [{"type": "url_citation", "url_citation": {"url": "u", "title": "t"}}],
}
COMPLETION: dict[str, Any] = {
    "id": "g",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop", "logprobs": {"content": []}}],
    "usage": USAGE,
}


def _chunk(delta: Any, finish: str | None = None, **more: Any) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "g", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice], **more}


CHUNKS: list[Any] = [
    _chunk({"role": "assistant", "content": "Hi", "tool_calls": [{"index": 0, **CALL}]}),
    _chunk({"reasoning": "r", "reasoning_details": MESSAGE["reasoning_details"], "content": None}),
    _chunk({}, "stop", usage=USAGE),
]
TEXT: dict[str, Any] = {"type": "output_text", "text": "Hi", "annotations": []}
ITEM: dict[str, Any] = {"type": "message", "id": "i", "role": "assistant", "status": "completed", "content": [TEXT]}
FUNCTION: dict[str, Any] = {
    "type": "function_call",
    "id": "f",
    "call_id": "c",
    "name": "f",
    "arguments": "{}",
    "status": "completed",
}
RESPONSE: dict[str, Any] = {
    "id": "r",
    "object": "response",
    "created_at": 1,
    "status": "completed",
    "model": "m",
    "output": [ITEM, FUNCTION],
    "usage": {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2, "cost": 0.1},
}
RESPONSE_EVENTS: list[Any] = [
    {"type": "response.created", "sequence_number": 0, "response": {**RESPONSE, "status": "in_progress", "output": []}},
    {"type": "response.output_item.added", "sequence_number": 1, "output_index": 0, "item": {**ITEM, "content": []}},
    {
        "type": "response.output_text.delta",
        "sequence_number": 2,
        "output_index": 0,
        "content_index": 0,
        "item_id": "i",
        "delta": "Hi",
    },
    {"type": "response.completed", "sequence_number": 3, "response": RESPONSE},
]
TOOL_USE: dict[str, Any] = {"type": "tool_use", "id": "t", "name": "f", "input": {}}
WHOLE: dict[str, Any] = {
    "id": "m",
    "type": "message",
    "role": "assistant",
    "model": "m",
    "content": [{"type": "text", "text": "Hi"}, TOOL_USE],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 1, "output_tokens": 2},
}
MESSAGE_EVENTS: list[Any] = [
    {"type": "message_start", "message": {**WHOLE, "content": []}},
    {"type": "content_block_start", "index": 0, "content_block": TOOL_USE},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "input_json_delta", "partial_json": "{}"}},
    {"type": "content_block_stop", "index": 0},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 2}},
    {"type": "message_stop"},
]


def variants(value: Any) -> Iterator[Any]:
    """The value with one part replaced by each odd value."""
    yield from ODD
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        for name, part in fields.items():
            yield from ({**fields, name: other} for other in variants(part))
    if isinstance(value, list):
        items = cast("list[Any]", value)
        for at, part in enumerate(items):
            yield from ([*items[:at], other, *items[at + 1 :]] for other in variants(part))


class Body:
    """A client whose responses have the body that a test sets."""

    def __init__(self) -> None:
        self.content, self.type = b"", ""
        transport = httpx2.MockTransport(
            lambda _: httpx2.Response(200, headers={"content-type": self.type}, content=self.content)
        )
        self.client = Patchbay(api_key="k", max_retries=0, http_client=httpx2.Client(transport=transport))

    def whole(self, value: Any) -> None:
        self.content, self.type = json.dumps(value).encode(), "application/json"

    def stream(self, values: Any) -> None:
        events = "".join(f"data: {json.dumps(value)}\n\n" for value in values)
        self.content, self.type = (events + "data: [DONE]\n\n").encode(), "text/event-stream"


def use(result: Any) -> None:
    repr(result)
    result.model_dump()
    result.model_dump_json()


def read_chat(client: Patchbay) -> None:
    use(client.chat.completions.create(model="m", messages=[]))


def read_response(client: Patchbay) -> None:
    use(client.responses.create(model="m", input="x"))


def read_message(client: Patchbay) -> None:
    use(client.messages.create(model="m", messages=[], max_tokens=1))


def parse_chat(client: Patchbay) -> None:
    client.chat.completions.parse(model="m", messages=[], response_format=str)


def parse_response(client: Patchbay) -> None:
    client.responses.parse(model="m", input="x", text_format=str)


def read_events(opened: Any) -> None:
    with opened as stream:
        for event in stream.events():
            repr(event)
        use(stream.final())


def read_text(opened: Any) -> None:
    with opened as stream:
        assert all(isinstance(piece, str) for piece in stream.text_stream)


STREAMS: dict[str, tuple[list[Any], Callable[[Patchbay], Any]]] = {
    "chat": (CHUNKS, lambda client: client.chat.completions.stream(model="m", messages=[])),
    "responses": (RESPONSE_EVENTS, lambda client: client.responses.stream(model="m", input="x")),
    "messages": (MESSAGE_EVENTS, lambda client: client.messages.stream(model="m", messages=[], max_tokens=1)),
}
WHOLES: dict[str, tuple[dict[str, Any], Callable[[Patchbay], object]]] = {
    "chat": (COMPLETION, read_chat),
    "chat, parsed": (COMPLETION, parse_chat),
    "responses": (RESPONSE, read_response),
    "responses, parsed": (RESPONSE, parse_response),
    "messages": (WHOLE, read_message),
    "models": ({"data": [{"id": "a"}], "total_count": 2}, lambda client: list(client.models.list())),
    "embeddings": (
        {"data": [{"embedding": [0.5], "index": 0, "object": "embedding"}], "model": "m", "usage": USAGE},
        lambda client: client.embeddings.embed(model="m", input="x"),
    ),
}  # fmt: skip


def check(body: Body, variant: Any, read: Callable[[], object]) -> None:
    try:
        read()
    except PatchbayError:
        pass
    except Exception as error:
        error.add_note(f"with {json.dumps(variant)[:2000]}")
        raise


@pytest.mark.parametrize("name", WHOLES)
def test_a_response_with_an_odd_value(name: str) -> None:
    body = Body()
    whole, read = WHOLES[name]
    for variant in variants(whole):
        body.whole(variant)
        check(body, variant, lambda: read(body.client))


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_with_an_odd_value(name: str) -> None:
    body = Body()
    whole, start = STREAMS[name]
    for at, event in enumerate(whole):
        for variant in variants(event):
            body.stream([*whole[:at], variant, *whole[at + 1 :]])
            check(body, variant, lambda: read_events(start(body.client)))
            check(body, variant, lambda: read_text(start(body.client)))


def test_half_a_character_is_written_as_json() -> None:
    body = Body()
    body.whole({**COMPLETION, "choices": [{**COMPLETION["choices"][0], "message": {**MESSAGE, "content": "a\ud83d"}}]})
    reply = body.client.chat.completions.create(model="m", messages=[])
    assert reply.choices[0].message.content == "a\ud83d"
    text = reply.model_dump_json()
    assert json.loads(text) == reply.model_dump()
    assert json.loads(reply.model_dump_json(indent=2, exclude_unset=True)) == reply.model_dump(exclude_unset=True)


def test_half_a_character_in_an_output() -> None:
    body = Body()
    output = json.dumps({"word": "a\ud83d"})
    body.whole({**COMPLETION, "choices": [{"index": 0, "message": {"content": output}, "finish_reason": "stop"}]})
    for kind in (dict[str, str], create_model("Word", word=(str, ...))):
        parsed: Any = body.client.chat.completions.parse(model="m", messages=[], response_format=kind).parsed
        assert (parsed if isinstance(parsed, dict) else parsed.model_dump()) == {"word": "a\ufffd"}
