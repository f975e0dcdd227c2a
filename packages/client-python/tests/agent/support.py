"""Functions, replies and requests that the tests of runs share."""

from __future__ import annotations

from typing import Any

from patchbay_client.testing import MockServer
from patchbay_client.types import ChatMessageParam

MODEL = "openai/gpt-5-mini"
QUESTION: list[ChatMessageParam] = [{"role": "user", "content": "How is the weather?"}]


def get_weather(city: str) -> dict[str, object]:
    """The current weather of a city."""
    return {"city": city, "celsius": 7}


def call(name: str = "get_weather", arguments: object = None, id: str | None = None) -> Any:
    given: Any = {"name": name, "arguments": {"city": "Oslo"} if arguments is None else arguments}
    return given if id is None else {**given, "id": id}


def calls(*many: Any, **others: Any) -> Any:
    return {"toolCalls": list(many), **others}


def inputs(server: MockServer) -> list[Any]:
    return [entry.input for entry in server.journal.entries()]
