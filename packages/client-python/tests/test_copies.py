"""Copies and pickles of responses and pages, and what raw responses do not offer."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from support import COMPLETION, ScriptedServer, chunk, events, response, stream

from patchbay_client import AsyncPatchbay, Patchbay, PatchbayError, get_response_info

Connect = Callable[..., Patchbay]
ConnectAsync = Callable[..., AsyncPatchbay]
Serve = Callable[..., ScriptedServer]

COPY: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "model_copy": lambda value: value.model_copy(),
    "model_copy deep": lambda value: value.model_copy(deep=True),
}


def page(*ids: str) -> Any:
    return response({"data": [{"id": one} for one in ids], "total_count": 4, "links": {"next": "x"}})


@pytest.mark.parametrize("how", COPY)
def test_a_copy_is_of_the_same_response(how: str, serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION, headers={"x-request-id": "r"}))
    reply = connect(server).chat.completions.create(model="m", messages=[])
    copied = COPY[how](reply)
    assert copied == reply
    assert get_response_info(copied) is get_response_info(reply) is not None


@pytest.mark.parametrize("how", COPY)
def test_a_copy_of_a_page_has_the_following_pages(how: str, serve: Serve, connect: Connect) -> None:
    models = connect(serve(page("a", "b"), page("c", "d"))).models.list(limit=2)
    assert [model.id for model in COPY[how](models)] == ["a", "b", "c", "d"]


def test_a_pickled_page_has_only_its_fields(serve: Serve, connect: Connect) -> None:
    models = pickle.loads(pickle.dumps(connect(serve(page("a", "b"))).models.list()))
    assert [model.id for model in models.data] == ["a", "b"]
    for read in (models.has_next_page, models.get_next_page, lambda: list(models)):
        with pytest.raises(PatchbayError, match="does not come from a client"):
            read()


def test_methods_without_raw_responses(serve: Serve, connect: Connect) -> None:
    server = serve(stream(events([chunk("Hello", "stop")])))
    raw: Any = connect(server).with_raw_response
    calls: list[Callable[[], Any]] = [
        lambda: raw.chat.completions.stream(model="m", messages=[]),
        lambda: raw.chat.completions.parse(model="m", messages=[], response_format=int),
        lambda: raw.responses.parse(model="m", input="x", text_format=int),
        lambda: raw.embeddings.embed(model="m", input="x"),
    ]
    for call in calls:
        with pytest.raises(PatchbayError, match="use `create`"):
            call()
    assert server.requests == []


async def test_async_methods_without_raw_responses(serve: Serve, connect_async: ConnectAsync) -> None:
    raw: Any = connect_async(serve(response(COMPLETION))).with_raw_response
    with pytest.raises(PatchbayError, match="use `create`"):
        raw.chat.completions.stream(model="m", messages=[])
    for call in (
        raw.chat.completions.parse(model="m", messages=[], response_format=int),
        raw.embeddings.embed(model="m", input="x"),
    ):
        with pytest.raises(PatchbayError, match="use `create`"):
            await call
