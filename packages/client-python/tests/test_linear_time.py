"""The time of a request and of a stream grows in proportion to its size."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from linear import assert_linear

from patchbay_client._accumulate.responses import ResponseAccumulator
from patchbay_client._accumulate.tool_calls import ToolCallPieces
from patchbay_client._http.json_body import to_json_bytes, to_plain
from patchbay_client._streams.sse import EventReader


def encode(size: int) -> None:
    """A conversation of many messages, and a text that JSON has to escape."""
    messages: list[Any] = [{"role": "user", "content": [{"type": "text", "text": 'a "b"\n'}]} for _ in range(size)]
    messages.append({"role": "user", "content": '"\n\u2028é' * size})
    assert len(to_json_bytes(to_plain("chat.completions.create", {"messages": messages}))) > size


def read_events(size: int) -> None:
    """Many small events, in one read and in reads of a few bytes."""
    body = b'data: {"a":1}\n\n' * size
    whole, split = EventReader(), EventReader()
    whole.feed(body)
    for at in range(0, len(body), 7):
        split.feed(body[at : at + 7])
    assert len(whole.queue) == len(split.queue) == size


def add_arguments(size: int) -> None:
    """The arguments of a tool call in many pieces."""
    calls = ToolCallPieces()
    value: list[Any] = []
    calls.add({"index": 0, "id": "a", "function": {"name": "f", "arguments": '["'}}, value)
    for _ in range(size):
        calls.add({"index": 0, "function": {"arguments": "some text "}}, value)
    calls.add({"index": 0, "function": {"arguments": '"]'}}, value)
    assert len(json.loads(calls.calls()[0]["function"]["arguments"])[0]) == size * 10


def add_response_texts(size: int) -> None:
    """The text of a response in many pieces."""
    accumulator = ResponseAccumulator()
    item = {"type": "message", "id": "m", "role": "assistant", "content": [{"type": "output_text", "text": ""}]}
    accumulator.add({"type": "response.created", "response": {"id": "r", "output": [item]}})
    for _ in range(size):
        accumulator.add(
            {"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": "some text "}
        )
    result = accumulator.result()
    assert result is not None
    assert len(result["output"][0]["content"][0]["text"]) == size * 10


@pytest.mark.parametrize(
    ("work", "size"), [(encode, 4_000), (read_events, 4_000), (add_arguments, 4_000), (add_response_texts, 4_000)]
)
def test_time_is_linear(work: Callable[[int], None], size: int) -> None:
    assert_linear(work, size)
