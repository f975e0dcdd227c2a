"""Chunks that only continue a text are read in another way than the others, which must not show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patchbay_client import Patchbay
from patchbay_client.types import Usage

TEXT = st.fixed_dictionaries({"role": st.just("assistant"), "content": st.sampled_from(["a", "b", None])})

DELTAS = st.one_of(
    TEXT,
    TEXT,
    st.fixed_dictionaries(
        {"content": st.sampled_from(["a", "", "\ud83d", None])},
        optional={"role": st.just("assistant"), "reasoning": st.sampled_from(["r", None]), "x_new": st.just("x")},
    ),
    st.builds(dict[str, Any]),
    st.just({"tool_calls": [{"index": 0, "id": "c", "function": {"name": "f", "arguments": "{}"}}]}),
)
CHOICES = st.fixed_dictionaries(
    {
        "index": st.sampled_from([0, 0, 0, 1]),
        "delta": DELTAS,
        "finish_reason": st.sampled_from([None, None, None, "stop"]),
    },
    optional={"native_finish_reason": st.sampled_from([None, "end"]), "logprobs": st.none()},
)
CHUNKS = st.fixed_dictionaries(
    {
        "id": st.just("gen-1"),
        "object": st.just("chat.completion.chunk"),
        "created": st.sampled_from([1, 1, 1, 1, 1.0, "1"]),
        "model": st.sampled_from(["m", "n"]),
        "choices": st.one_of(st.tuples(CHOICES), st.tuples(CHOICES), st.lists(CHOICES, max_size=2)),
    },
    optional={
        "provider": st.sampled_from(["P", "Q"]),
        "system_fingerprint": st.sampled_from(["s", None]),
        "usage": st.sampled_from([None, {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}]),
        "service_tier": st.just("default"),
        "x_top": st.sampled_from([1, 2]),
    },
)


@pytest.fixture(autouse=True, scope="module")
def _no_pause() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]
    """Tries each chunk, also after one of another form."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("patchbay_client._streams.chat_chunks._PAUSE", 0)
        yield


@settings(deadline=None, max_examples=150)
@given(first=CHUNKS, chunks=st.lists(st.tuples(CHUNKS, st.integers(1, 3)), max_size=6))
def test_reading_chunks_gives_the_completion_of_reading_text(
    first: dict[str, Any], chunks: list[tuple[dict[str, Any], int]]
) -> None:
    given = [first, *(chunk for chunk, times in chunks for _ in range(times))]
    body = b"".join(b"data: %b\n\n" % json.dumps(chunk).encode() for chunk in given) + b"data: [DONE]\n\n"
    # The first read ends after the first chunk, so that a loop reads the others.
    at = body.index(b"\n\n") + 2

    def answer(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=iter([body[:at], body[at:]]))

    with Patchbay(api_key="k", http_client=httpx2.Client(transport=httpx2.MockTransport(answer))) as client:
        streams = [client.chat.completions.create(messages=[], stream=True) for _ in range(2)]
        chunks_read = [chunk.model_dump(exclude_unset=True) for chunk in streams[0]]
        list(streams[1].text_stream)
        assert streams[0].final().model_dump(exclude_unset=True) == streams[1].final().model_dump(exclude_unset=True)
    assert len(chunks_read) == len(given)


def test_a_program_can_change_chunks_without_changing_the_completion() -> None:
    def chunk(text: str, **more: Any) -> dict[str, Any]:
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
        head = {"id": "gen-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        return {**head, "choices": [choice], **more}

    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    chunks = [chunk("a"), chunk("b"), chunk("c"), chunk("d", usage=usage), chunk("e")]
    body = b"".join(b"data: %b\n\n" % json.dumps(one).encode() for one in chunks) + b"data: [DONE]\n\n"

    at = body.index(b"\n\n") + 2

    def answer(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=iter([body[:at], body[at:]]))

    with Patchbay(api_key="k", http_client=httpx2.Client(transport=httpx2.MockTransport(answer))) as client:
        stream = client.chat.completions.create(messages=[], stream=True)
        for one in stream:
            one.usage = None
            one.choices[0].logprobs = None
        whole = stream.final()
    assert whole.choices[0].message.content == "abcde"
    assert whole.usage == Usage.model_validate(usage)
