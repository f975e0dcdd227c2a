"""Arguments that are not plain data: what is sent, and what is refused with the field's name."""

from __future__ import annotations

import math
from collections import UserString
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from pydantic import AnyUrl, BaseModel, HttpUrl
from support import COMPLETION, ScriptedServer, response

from patchbay_client import Patchbay, PatchbayError
from patchbay_client.types import ChatCompletion

Connect = Callable[..., Patchbay]
Serve = Callable[..., ScriptedServer]
KEY = "sk-or-v1-0123456789abcdef"
HUGE = 10**5000
"""More digits than Python converts to text."""


class Name(str, Enum):  # noqa: UP042
    """An enum whose text is not its value."""

    A = "a"


class Evil(str):
    """A text that formats itself as another text."""

    __slots__ = ()

    def __str__(self) -> str:
        return "x\r\nevil: 1"

    def __format__(self, spec: str) -> str:
        return str(self)


class Scalar:
    """A scalar of numpy, and a boolean that is not a `bool`."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def tolist(self) -> Any:
        return self.value


class Link(BaseModel):
    url: HttpUrl


def call(client: Patchbay, **options: Any) -> ChatCompletion:
    create: Any = client.chat.completions.create
    return create(model="m", messages=[{"role": "user", "content": "x"}], **options)


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (Evil("good"), "good"),
        ({Evil("k"): 1}, {"k": 1}),
        (Name.A, "a"),
        (UserString("x"), "x"),
        (AnyUrl("http://a.example/b"), "http://a.example/b"),
        (Link(url=HttpUrl("http://a.example/b")), {"url": "http://a.example/b"}),
        (Scalar(True), True),
        (Scalar([1, [2.5]]), [1, [2.5]]),
        (Decimal("2.50"), 2.5),
        (Decimal("1E+20"), 10**20),
    ],
)
def test_values_are_sent(value: object, sent: object, serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    call(connect(server), extra_body={"value": value})
    assert server.requests[0].json()["value"] == sent


REFUSED: dict[str, Any] = {
    "a large integer": HUGE,
    "a large negative integer": -HUGE,
    "a signaling NaN": Decimal("sNaN"),
    "a decimal NaN": Decimal("NaN"),
    "a large decimal": Decimal("1E+999999"),
    "NaN in an array": Scalar(math.nan),
    "bytes in an array": Scalar(b""),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_values_are_refused(kind: str, serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    with pytest.raises(PatchbayError, match="cannot be sent as JSON"):
        call(connect(server), extra_body={"value": [REFUSED[kind]]})
    assert server.requests == []


@pytest.mark.parametrize(
    ("value", "sent"),
    [(Evil("good"), "good"), (Name.A, "a"), (" spaced\t", "spaced"), (UUID(int=0), str(UUID(int=0))), (7, "7")],
)
def test_header_values(value: Any, sent: str, serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    call(connect(server), extra_headers={"x-own": value}, idempotency_key=value)
    assert server.requests[0].headers["x-own"] == server.requests[0].headers["idempotency-key"] == sent


@pytest.mark.parametrize("key", [Evil(KEY), Enum("Key", {"A": KEY}, type=str)["A"]])
@pytest.mark.parametrize("is_function", [False, True])
def test_keys(key: Any, is_function: bool, serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    call(connect(server, api_key=(lambda: key) if is_function else key))
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_query_values(serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    call(connect(server), extra_query={"a": UUID(int=0), "b": Name.A, "\ud800": 1e-7})
    assert server.requests[0].target.endswith(f"?a={UUID(int=0)}&b=a&%EF%BF%BD=0.0000001")


@pytest.mark.parametrize("query", [{None: 1}, {1: "a"}, {"a": HUGE}, {"a": b"x"}], ids=["None", "int", "huge", "bytes"])
def test_queries_are_refused(query: Any, serve: Serve, connect: Connect) -> None:
    with pytest.raises(PatchbayError, match="query parameter"):
        call(connect(serve(response(COMPLETION))), extra_query=query)


@pytest.mark.parametrize("value", ["false", 1, 0, [], math.nan])
def test_a_flag_is_a_boolean(value: object, serve: Serve, connect: Connect) -> None:
    with pytest.raises(PatchbayError, match="`retry_non_idempotent` must be True or False"):
        connect(serve(response(COMPLETION)), retry_non_idempotent=value)


@pytest.mark.parametrize("name", ["timeout", "idle_timeout", "total_timeout"])
def test_a_timeout_can_be_any_large_number(name: str, serve: Serve, connect: Connect) -> None:
    assert call(connect(serve(response(COMPLETION)), **{name: 10**400})).id == "gen-1"
