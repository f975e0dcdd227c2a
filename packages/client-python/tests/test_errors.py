"""Errors, retries and waits."""

from __future__ import annotations

import copy
import logging
import pickle
import socket
import traceback
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from support import COMPLETION, ScriptedServer, response

from patchbay_client import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AsyncPatchbay,
    OutputError,
    Patchbay,
    PatchbayError,
    RetryEvent,
    StreamError,
)

Connect = Callable[..., Patchbay]
Serve = Callable[..., ScriptedServer]
COUNT = {"data": {"count": 3}}


def create(client: Patchbay, **options: Any) -> Any:
    method: Any = client.chat.completions.create
    return method(model="m", messages=[], **options)


def failure(status: int, error: object = None, **headers: str) -> Any:
    body: Any = {"error": error if error is not None else {"code": status, "message": "It failed"}}
    return response(body, status, {name.replace("_", "-"): value for name, value in headers.items()})


def test_facts(serve: Serve, connect: Connect) -> None:
    error = {
        "code": 402,
        "message": "You requested 9 tokens, but can only afford 1,234",
        "metadata": {
            "provider_name": "Acme",
            "raw": '{"error":{"message":"why sk-or-v1-0123456789"}}',
            "error_type": "payment",
        },
    }
    headers = {"x_generation_id": "gen-1", "x_request_id": "req-1"}
    with pytest.raises(APIError) as caught:
        create(connect(serve(failure(402, error, **headers))))
    found = caught.value
    assert found.message == (
        "402 insufficient_credits: You requested 9 tokens, but can only afford 1,234: why sk-*** (Acme) "
        "Add credits at https://openrouter.ai/settings/credits, or lower `max_tokens`."
    )
    assert (found.status_code, found.code, found.error_type, found.provider) == (
        402,
        "insufficient_credits",
        "payment",
        "Acme",
    )
    assert (found.generation_id, found.request_id, found.affordable_tokens) == ("gen-1", "req-1", 1234)
    assert found.headers["X-Request-ID"] == "req-1"
    assert found.body == {"error": error}
    assert not found.retryable
    assert found.attempts == 1


@pytest.mark.parametrize(
    ("status", "body", "code", "text"),
    [
        (200, {"error": {"code": 429, "message": "slow"}}, "rate_limited", "slow"),
        (200, {"error": "plain"}, "server_error", "plain"),
        (200, {**COMPLETION, "choices": [{"message": {}, "error": {"code": 503, "message": "busy"}}]}, "service_unavailable", "busy"),
        (200, {**COMPLETION, "choices": [{"message": {"content": None}, "finish_reason": "error"}]}, "provider_unavailable", 'finish_reason "error"'),
        (400, {"error": {"code": "context_length_exceeded", "message": "long"}}, "bad_request", "long"),
        (418, {"detail": [{"msg": "tea"}]}, "unknown", "tea"),
        (500, [{"error": {"code": 500, "message": "list"}}], "server_error", "list"),
        (200, {"choices": None}, "invalid_response", "expected an array at `choices`, got null"),
        (200, {"choices": [{"message": 1}]}, "invalid_response", "expected an object at `choices[0].message`, got a number"),
        (404, {"error": {"code": 404, "message": "no endpoint matching your data policy"}}, "not_found", "settings/privacy"),
    ],
)  # fmt: skip
def test_errors_of_any_shape(status: int, body: object, code: str, text: str, serve: Serve, connect: Connect) -> None:
    with pytest.raises(APIError) as caught:
        create(connect(serve(response(body, status)), max_retries=0))
    assert caught.value.code == code
    assert text in caught.value.message


@pytest.mark.parametrize(
    ("status", "text"), [(502, b"<html>Bad gateway</html>"), (200, b"<html>"), (200, b""), (500, b"")]
)
def test_other_bodies(status: int, text: bytes, serve: Serve, connect: Connect) -> None:
    with pytest.raises(APIError) as caught:
        create(connect(serve(response(text, status, content_type="text/html")), max_retries=0))
    assert caught.value.response_text == text.decode()
    assert caught.value.code == (
        "invalid_response" if status == 200 else "provider_unavailable" if status == 502 else "server_error"
    )


def test_partial_of_a_failed_response(serve: Serve, connect: Connect) -> None:
    body = {**COMPLETION, "error": {"code": 502, "message": "broke"}}
    server = serve(response(body), response(COMPLETION))
    with pytest.raises(APIError) as caught:
        create(connect(server))
    assert caught.value.partial.choices[0].message.content == "Hello"
    # It has content that may be charged, so it is not sent again.
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("headers", "low", "high"),
    [
        ({}, 0, 0.5),
        ({"retry_after_ms": "40"}, 0.04, 0.04),
        ({"retry_after": "7"}, 7, 7),
        ({"retry_after": "Wed, 21 Oct 2026 07:28:09 GMT", "date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 9, 9),
        ({"retry_after": "soon"}, 0, 0.5),
        ({"retry_after": "-1"}, 0, 0.5),
        (
            {"x_ratelimit_limit": "10", "x_ratelimit_reset": "1792567685000", "date": "Wed, 21 Oct 2026 07:28:00 GMT"},
            5,
            5,
        ),
    ],
)
def test_waits(headers: dict[str, str], low: float, high: float, serve: Serve, connect: Connect) -> None:
    retries: list[RetryEvent] = []
    waits: list[float] = []
    server = serve(failure(429, **headers), response(COMPLETION))
    client = connect(server, on_retry=retries.append)
    client._exchange.sleep = waits.append
    create(client)
    assert [retry.delay for retry in retries] == waits
    assert low <= waits[0] <= high
    assert (retries[0].attempt, len(server.requests)) == (1, 2)


@pytest.mark.parametrize(
    ("script", "count"),
    [
        (failure(500), 3),
        (failure(408), 3),
        (failure(529), 3),
        (failure(400), 1),
        (failure(400, x_should_retry="true"), 3),
        (failure(500, x_should_retry="false"), 1),
        (failure(429, retry_after="61"), 1),
        (failure(503, {"code": 503, "message": "m", "availability": {"retryable": False}}), 1),
        (["reset"], 1),
        (["close"], 1),
    ],
)
def test_retries(script: Any, count: int, serve: Serve, connect: Connect) -> None:
    server = serve(script)
    with pytest.raises(PatchbayError) as caught:
        create(connect(server))
    assert caught.value.attempts == len(server.requests) == count


def test_unknown_outcomes(serve: Serve, connect: Connect) -> None:
    server = serve(["close"], ["reset"], response(COUNT))
    assert connect(server).models.count().data.count == 3
    assert "idempotency-key" not in server.requests[0].headers
    server = serve(["close"], response(COMPLETION))
    create(connect(server, retry_non_idempotent=True))
    assert len(server.requests) == 2


def test_connection_refused_is_retried(connect: Connect) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(APIConnectionError, match="Check `base_url`") as caught:
        create(connect(url))
    assert caught.value.attempts == 3
    assert not caught.value.request_sent


def test_timeouts(serve: Serve, connect: Connect) -> None:
    server = serve(["hang"])
    with pytest.raises(APITimeoutError, match=r"timed out after 0\.5 s") as caught:
        create(connect(server, timeout=timedelta(milliseconds=500)))
    assert isinstance(caught.value, APIConnectionError)
    assert (caught.value.phase, len(server.requests)) == ("attempt", 1)
    with pytest.raises(APITimeoutError) as caught:
        connect(server, timeout=0.1, total_timeout=0.35, max_retries=100).models.count()
    assert caught.value.phase in ("attempt", "total")
    assert caught.value.attempts < 5


def test_poll(serve: Serve, connect: Connect) -> None:
    server = serve(failure(404), failure(404), response({"data": {"id": "gen-1"}}))
    assert connect(server, max_retries=0).generations.get(id="gen-1", poll=True).data.id == "gen-1"
    assert len(server.requests) == 3


def test_no_key_in_errors_and_logs(serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "patchbay_client")
    client = connect(serve(failure(500, {"message": "Bearer sk-or-v1-fedcba9876543210 is bad"})), max_retries=0)
    with pytest.raises(APIError) as caught:
        create(
            client,
            extra_headers={"cookie": "secret-cookie"},
            extra_query={"api_key": "secret-query"},
            metadata={"a": "prompt"},
        )
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    own = [frame for frame in frames.stack if "patchbay_client/" in frame.filename]
    text = "".join(str(frame.locals) for frame in own) + repr(caught.value) + str(vars(client)) + caplog.text
    assert own
    assert "0123456789abcdef" not in text
    assert "fedcba9876543210" not in str(caught.value) + caplog.text
    assert "secret-cookie" not in caplog.text
    assert "secret-query" not in caplog.text
    assert "prompt" not in caplog.text
    assert "chat.completions.create: failed after" in caplog.text


def test_errors_survive_pickle_and_copy(serve: Serve, connect: Connect) -> None:
    with pytest.raises(APIError) as caught:
        create(connect(serve(failure(429, retry_after="1")), max_retries=0))
    others = [
        APITimeoutError("idle", 2),
        APIConnectionError("x", request_sent=False),
        StreamError("truncated", "x", partial={"a": 1}),
        OutputError("x", text="t", response=1),
    ]
    for error in (caught.value, *others):
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is type(error)
            assert str(again) == str(error)
            assert vars(again).keys() == vars(error).keys()
    assert pickle.loads(pickle.dumps(caught.value)).retry_after == 1


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"timeout": 0}, "`timeout` must be a positive number of seconds"),
        ({"timeout": "1"}, "`timeout` must be"),
        ({"max_retries": -1}, "`max_retries` must be an integer"),
        ({"base_url": "ftp://x"}, "`base_url` must be an http"),
        ({"base_url": "https://user:secret@x"}, "must not contain credentials"),
        ({"default_headers": {"a b": "1"}}, "not a valid header name"),
        ({"default_headers": {"a": "ö\u20ac"}}, r"contains the character U\+20AC"),
        ({"on_retry": 1}, "`on_retry` must be a function"),
        ({"http_client": 1}, "must be an httpx2.Client"),
        ({"logger": 1}, "`logger` must be"),
        ({"app": 1}, "`app` must be"),
    ],
)
def test_refuses_options(options: Any, text: str, connect: Connect) -> None:
    with pytest.raises(PatchbayError, match=text) as caught:
        connect("http://x", **options)
    assert "secret" not in str(caught.value)
    with pytest.raises(PatchbayError, match="Unknown option"):
        connect("http://x").with_options(baseURL="x")  # pyright: ignore[reportCallIssue]


async def test_async_retries_and_cancelled_waits(serve: Serve, connect_async: Callable[..., AsyncPatchbay]) -> None:
    server = serve(failure(503, retry_after_ms="1"), response(COMPLETION))
    reply = await connect_async(server).chat.completions.create(model="m", messages=[])
    assert reply.choices[0].message.content == "Hello"
    assert len(server.requests) == 2
    with pytest.raises(APIError) as caught:
        await connect_async(serve(failure(503, retry_after="5")), total_timeout=1).models.count()
    assert caught.value.attempts == 1
