"""How the events of each API add up."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear
from support import COMPLETION, chunk

from patchbay_client._accumulate.chat import CompletionAccumulator, to_chunk
from patchbay_client._accumulate.messages import MessageAccumulator
from patchbay_client._accumulate.partial_json import PartialJson
from patchbay_client._accumulate.responses import ResponseAccumulator
from patchbay_client._http.normalize import normalize_chunk


def add_up(*chunks: Any) -> Any:
    accumulator = CompletionAccumulator()
    for one in chunks:
        value = copy.deepcopy(one)
        normalize_chunk(value)
        accumulator.add(value)
    result = accumulator.result()
    assert result == accumulator.result()
    return result


def message_of(*chunks: Any) -> Any:
    return add_up(*chunks)["choices"][0]["message"]


def piece(index: object = ..., call_id: str | None = None, name: str | None = None, text: str | None = None) -> Any:
    function = {key: value for key, value in (("name", name), ("arguments", text)) if value is not None}
    call = {"function": function, **({} if index is ... else {"index": index}), **({"id": call_id} if call_id else {})}
    return chunk(tool_calls=[call])


def calls_of(*chunks: Any) -> list[tuple[str, str, str]]:
    calls = message_of(*chunks).get("tool_calls", [])
    return [(call["id"], call["function"]["name"], call["function"]["arguments"]) for call in calls]


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        ([piece(0, "a", "f", ""), piece(0, text='{"x"'), piece(0, text=":1}")], [("a", "f", '{"x":1}')]),
        (
            [piece(0, "a", "f"), piece(1, "b", "g", "{}"), piece(0, text='{"x":1}')],
            [("a", "f", '{"x":1}'), ("b", "g", "{}")],
        ),
        ([piece(..., "a", "f", '{"x":'), piece(..., None, None, "1}")], [("a", "f", '{"x":1}')]),
        ([piece(-1, "a", "f", "{}"), piece(-1, "b", "g", "{}")], [("a", "f", "{}"), ("b", "g", "{}")]),
        (
            [piece(0, "a", "f", '{"x":1}'), piece(0, "b", "f", '{"x":2}')],
            [("a", "f", '{"x":1}'), ("b", "f", '{"x":2}')],
        ),
        ([piece(0, "a", "f")], [("a", "f", "{}")]),
        ([piece(7, "a", "f", "{}")], [("a", "f", "{}")]),
        ([piece(10**9, "a", "f", "{}"), piece("x", "b", "g", "{}")], [("a", "f", "{}"), ("b", "g", "{}")]),
        ([piece(0, "a", "f", "{}"), piece(0, text='{"x":1}')], [("a", "f", '{"x":1}')]),
        ([piece(0, "a", "f", '{"x":1}'), piece(0, "a", "f", '{"x":1}')], [("a", "f", '{"x":1}')]),
        ([piece(0, "a", "get_"), piece(0, "a", "time"), piece(0, text="{}")], [("a", "get_time", "{}")]),
        ([piece(0, "a", "f", '{"x"'), piece(0, "b", None, ":1}")], [("a", "f", '{"x":1}')]),
        ([chunk(tool_calls=[{"id": 1, "function": {"name": "f", "arguments": {"x": 1}}}])], [("1", "f", '{"x":1}')]),
    ],
)
def test_tool_calls(chunks: list[Any], expected: list[tuple[str, str, str]]) -> None:
    assert calls_of(*chunks) == expected


def detail(text: str | None = None, index: int | None = 0, **fields: Any) -> Any:
    full = {"type": "reasoning.text", **({} if index is None else {"index": index}), **fields}
    return chunk(reasoning_details=[full if text is None else {**full, "text": text}])


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        ([detail("a"), detail("b")], ["ab"]),
        ([detail("a", None), detail("b", None)], ["ab"]),
        ([detail("a", 0), detail("b", 1), detail("c", 0)], ["ac", "b"]),
        ([detail("a"), detail(signature="s"), detail("b")], ["a", "b"]),
        ([detail("a", id="1"), detail("b", id="2")], ["a", "b"]),
        (
            [detail("a", None), detail(None, None, type="reasoning.encrypted", data="x"), detail("b", None)],
            ["a", None, "b"],
        ),
    ],
)
def test_reasoning_details(chunks: list[Any], expected: list[str | None]) -> None:
    assert [one.get("text") for one in message_of(*chunks)["reasoning_details"]] == expected


def test_texts_fields_and_late_records() -> None:
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    result = add_up(
        chunk("", role="assistant"),
        chunk(None, reasoning="th"),
        chunk("\ud83d", reasoning="ink", x_new="a", annotations=[{"a": 1}], audio={"data": "aa", "id": "1"}),
        chunk("\ude00", x_new="b", annotations=[{"a": 2}], audio={"data": "bb"}),
        {**chunk(finish="stop"), "native_finish_reason": "x"},
        {**chunk(), "choices": [], "usage": usage, "x_top": 1},
        {**chunk(), "choices": [], "openrouter_metadata": {"a": 1}},
    )
    assert result["choices"][0]["message"] == {
        "role": "assistant",
        "content": "😀",
        "reasoning": "think",
        "x_new": "ab",
        "annotations": [{"a": 1}, {"a": 2}],
        "audio": {"data": "aabb", "id": "1"},
    }
    assert result["choices"][0]["finish_reason"] == "stop"
    assert result["usage"] == usage
    assert result["openrouter_metadata"] == {"a": 1}
    assert result["object"] == "chat.completion"


def test_several_choices_and_repairs() -> None:
    result = add_up(chunk("b", index=1), chunk("a"), {**chunk(), "choices": None}, {"choices": [{"delta": None}]})
    assert [choice["message"]["content"] for choice in result["choices"]] == ["a", "b"]
    parts = [
        {"type": "thinking", "thinking": "t"},
        {"type": "text", "text": "x"},
        {"type": "image_url", "image_url": 1},
    ]
    message = message_of(chunk(content=parts))  # pyright: ignore[reportArgumentType]
    assert (message["content"], message["reasoning"], len(message["images"])) == ("x", "t", 1)


TEXTS = st.text(max_size=5)
DELTAS = st.fixed_dictionaries({}, optional={"content": TEXTS, "reasoning": TEXTS, "refusal": TEXTS, "x": TEXTS})


@given(st.lists(st.tuples(st.integers(0, 2), DELTAS), min_size=1, max_size=12))
@settings(deadline=None)
def test_texts_are_the_sum_of_their_pieces(deltas: list[tuple[int, dict[str, str]]]) -> None:
    result = add_up(*(chunk(index=index, **delta) for index, delta in deltas))
    for choice in result["choices"]:
        own = [delta for index, delta in deltas if index == choice["index"]]
        for name in ("content", "reasoning", "refusal", "x"):
            given_texts = [delta[name] for delta in own if name in delta]
            assert choice["message"].get(name) == ("".join(given_texts) if given_texts else None)


def test_a_whole_completion_survives_as_one_chunk() -> None:
    whole: Any = copy.deepcopy(COMPLETION)
    whole["choices"][0]["message"]["tool_calls"] = [
        {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    ]
    result = add_up(to_chunk(whole))
    assert result["choices"][0]["message"] == whole["choices"][0]["message"]
    assert result["usage"] == whole["usage"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)
    ),
    st.integers(1, 7),
)
@settings(deadline=None)
def test_partial_json_is_complete_in_any_split(value: Any, size: int) -> None:
    text = json.dumps([value])
    partial = PartialJson()
    for at in range(0, len(text), size):
        partial.add(text[at : at + size])
        partial.value()
    assert partial.value() == [value]


PARTS: list[tuple[str, Any]] = [
    ('{"a":1,"b":"x', {"a": 1}),
    ('{"a":[1,{"c":"}', {"a": [1, {}]}),
    ("", None),
    ('"x', None),
    ("12", 12),
    ('{"a"', {}),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_partial_json(text: str, expected: Any) -> None:
    partial = PartialJson()
    partial.add(text)
    assert partial.value() == expected


def test_responses_add_up() -> None:
    accumulator = ResponseAccumulator()
    events: list[Any] = [
        {
            "type": "response.created",
            "response": {"id": "r", "object": "response", "status": "in_progress", "output": []},
        },
        {
            "type": "response.output_item.added",
            "output_index": 1,
            "item": {"id": "m", "type": "message", "content": []},
        },
        {
            "type": "response.output_item.added",
            "output_index": 0,
            "item": {"id": "s", "type": "reasoning", "summary": []},
        },
        {"type": "response.reasoning_summary_text.delta", "item_id": "s", "summary_index": 0, "delta": "be"},
        {"type": "response.reasoning_summary_text.delta", "item_id": "s", "summary_index": 0, "delta": "cause"},
        {
            "type": "response.content_part.added",
            "item_id": "m",
            "content_index": 0,
            "part": {"type": "output_text", "text": ""},
        },
        {"type": "response.output_text.delta", "item_id": "m", "content_index": 0, "delta": "Hel", "logprobs": [1]},
        {"type": "response.output_text.delta", "item_id": "m", "content_index": 0, "delta": "lo", "logprobs": [2]},
        {"type": "response.output_text.annotation.added", "item_id": "m", "content_index": 0, "annotation": {"a": 1}},
        {"type": "response.function_call_arguments.delta", "output_index": 2, "item_id": "f", "delta": '{"x":'},
        {"type": "response.function_call_arguments.done", "output_index": 2, "item_id": "f", "arguments": '{"x":1}'},
        {"type": "response.web_search_call.in_progress", "output_index": 9},
        {"type": "response.x_new.delta", "delta": "?"},
    ]
    before = copy.deepcopy(events)
    for one in events:
        accumulator.add(one)
    assert accumulator.result() == {
        "id": "r",
        "object": "response",
        "status": "in_progress",
        "output": [
            {"id": "s", "type": "reasoning", "summary": [{"type": "summary_text", "text": "because"}]},
            {
                "id": "m",
                "type": "message",
                "content": [{"type": "output_text", "text": "Hello", "logprobs": [1, 2], "annotations": [{"a": 1}]}],
            },
            {"id": "f", "type": "function_call", "arguments": '{"x":1}'},
        ],
    }
    assert events == before
    complete = {"id": "r", "object": "response", "status": "completed", "output": [{"id": "z"}]}
    accumulator.add({"type": "response.completed", "response": complete})
    assert accumulator.result() == complete


def test_messages_add_up() -> None:
    accumulator = MessageAccumulator()
    start: Any = {
        "id": "m",
        "type": "message",
        "content": [],
        "stop_reason": None,
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }
    events: list[Any] = [
        {"type": "message_start", "message": start},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "thinking", "thinking": ""}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "thinking_delta", "thinking": "hm"}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "signature_delta", "signature": "s"}},
        {"type": "content_block_start", "index": 1, "content_block": {"type": "text", "text": "a"}},
        {"type": "content_block_delta", "index": 1, "delta": {"type": "text_delta", "text": "b"}},
        {"type": "content_block_delta", "index": 1, "delta": {"type": "citations_delta", "citation": {"c": 1}}},
        {
            "type": "content_block_start",
            "index": 2,
            "content_block": {"type": "tool_use", "id": "t", "name": "f", "input": {}},
        },
        {
            "type": "content_block_delta",
            "index": 2,
            "delta": {"type": "input_json_delta", "partial_json": '{"x": 1, "y": "'},
        },
        {"type": "ping"},
        {
            "type": "message_delta",
            "delta": {"stop_reason": "tool_use", "x": None},
            "usage": {"output_tokens": 5, "input_tokens": None},
        },
        {"type": "message_stop", "openrouter_metadata": {"a": 1}},
    ]
    before = copy.deepcopy(events)
    for one in events:
        accumulator.add(one)
    assert accumulator.result() == {
        "id": "m",
        "type": "message",
        "stop_reason": "tool_use",
        "x": None,
        "usage": {"input_tokens": 1, "output_tokens": 5},
        "openrouter_metadata": {"a": 1},
        "content": [
            {"type": "thinking", "thinking": "hm", "signature": "s"},
            {"type": "text", "text": "ab", "citations": [{"c": 1}]},
            {"type": "tool_use", "id": "t", "name": "f", "input": {"x": 1}},
        ],
    }
    assert events == before


def test_time_is_linear() -> None:
    def accumulate(count: int) -> None:
        accumulator, messages = CompletionAccumulator(), MessageAccumulator()
        messages.add({"type": "message_start", "message": {"content": []}})
        for _ in range(count):
            accumulator.add(chunk("some text", refusal="more text"))
            messages.add(
                {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "some text"}}
            )
        accumulator.result()
        messages.result()

    assert_linear(accumulate, 5_000)
