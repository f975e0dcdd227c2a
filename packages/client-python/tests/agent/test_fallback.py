"""Fallback models against the mock server."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from patchbay_client import APIError, PatchbayError
from patchbay_client.agent import (
    AgentError,
    Attempt,
    Budget,
    BudgetExceededError,
    Cooldown,
    fallback,
    get_attempts,
    with_fallback,
    with_fallback_async,
)
from patchbay_client.testing import MockServer
from patchbay_client.types import ChatMessageParam

FIRST, SECOND = "openai/gpt-5-mini", "anthropic/claude-sonnet-4.5"
QUESTION: list[ChatMessageParam] = [{"role": "user", "content": "Hello"}]


def kinds(attempts: list[Attempt]) -> list[tuple[str, str | None]]:
    return [("first" if FIRST in one.model else "second", one.failure_kind or one.outcome) for one in attempts]


RETRIED = ["first", "first", "second"]
REPLACED = ["first", "second"]


@pytest.mark.parametrize(
    ("reply", "kind", "expected"),
    [
        ({"status": 503}, "server_error", RETRIED),
        ({"status": 408}, "transient", RETRIED),
        ({"status": 404}, "not_found", REPLACED),
        ({"status": 413}, "context_length_exceeded", REPLACED),
        ({"status": 429}, "rate_limited", REPLACED),
        ({"content": "x", "fault": {"kind": "connection_reset"}}, "ambiguous", REPLACED),
        (
            {"status": 400, "message": "This model's maximum context length is 8 tokens"},
            "context_length_exceeded",
            REPLACED,
        ),
    ],
)
def test_a_failure_leads_to_the_action_of_the_table(
    patchbay_server: MockServer, reply: Any, kind: str, expected: list[str]
) -> None:
    patchbay_server.on(model=FIRST).reply(reply)
    models = fallback([FIRST, SECOND], retry_delay=0.01)
    result = with_fallback(patchbay_server.client(), models, messages=QUESTION)
    assert kinds(result.attempts) == [(one, kind if one == "first" else "succeeded") for one in expected]
    assert result.model == SECOND
    assert result.attempts[-1].cost == patchbay_server.journal.last.cost
    keys = [entry.headers["idempotency-key"] for entry in patchbay_server.journal.entries()]
    assert len(set(keys)) == 2
    assert keys[0] == keys[-2]


@pytest.mark.parametrize(("status", "kind"), [(401, "unauthorized"), (402, "insufficient_credits"), (403, "forbidden")])
def test_a_failure_of_every_model_is_raised_at_once(patchbay_server: MockServer, status: int, kind: str) -> None:
    patchbay_server.on().reply({"status": status})
    with pytest.raises(APIError) as caught:
        with_fallback(patchbay_server.client(), [FIRST, SECOND], messages=QUESTION)
    assert kinds(get_attempts(caught.value)) == [("first", kind)]


def test_actions_override_the_table(patchbay_server: MockServer) -> None:
    patchbay_server.on(model=FIRST).reply({"status": 403})
    models = fallback([FIRST, SECOND], actions={"forbidden": "next"})
    result = with_fallback(patchbay_server.client(), models, messages=QUESTION)
    assert kinds(result.attempts) == [("first", "forbidden"), ("second", "succeeded")]


def test_a_refused_connection_is_retried_with_the_next_model(patchbay_server: MockServer) -> None:
    client = patchbay_server.client(base_url="http://127.0.0.1:9")
    with pytest.raises(PatchbayError) as caught:
        with_fallback(client, fallback([FIRST, SECOND], retry_delay=0.01), messages=QUESTION)
    attempts = get_attempts(caught.value)
    assert [one.failure_kind for one in attempts] == ["connection"] * 4
    assert [one.cost for one in attempts] == [None] * 4


def test_the_first_token_timeout_replaces_a_slow_model(patchbay_server: MockServer) -> None:
    patchbay_server.on(model=FIRST).reply({"content": "Late.", "delay": 60_000})
    models = fallback([FIRST, SECOND], first_token_timeout=1.5)
    result = with_fallback(patchbay_server.client(), models, messages=QUESTION)
    assert kinds(result.attempts) == [("first", "timeout"), ("second", "succeeded")]
    assert "no token within 1.5 s" in (result.attempts[0].reason or "")
    assert result.attempts[1].time_to_first_token is not None


def test_an_empty_completion_is_retried_then_replaced(patchbay_server: MockServer) -> None:
    patchbay_server.on(model=FIRST).reply({"content": ""})
    result = with_fallback(patchbay_server.client(), fallback([FIRST, SECOND], retry_delay=0.01), messages=QUESTION)
    assert kinds(result.attempts) == [("first", "rejected"), ("first", "rejected"), ("second", "succeeded")]


def test_a_rejected_completion_is_replaced(patchbay_server: MockServer) -> None:
    models = fallback([FIRST, SECOND], accept=lambda one: one.model.startswith("anthropic/"))
    result = with_fallback(patchbay_server.client(), models, messages=QUESTION)
    assert kinds(result.attempts) == [("first", "rejected"), ("second", "succeeded")]
    assert result.attempts[0].cost is not None


def test_a_stream_that_fails_before_output_is_replaced(patchbay_server: MockServer) -> None:
    patchbay_server.on(model=FIRST).reply({"content": "x", "fault": {"kind": "error_in_200"}})
    patchbay_server.on(model=SECOND).reply("Good morning.")
    models = fallback([FIRST, SECOND], retry_delay=0.01)
    result = with_fallback(patchbay_server.client(), models, messages=QUESTION, stream=True)
    with result.value as stream:
        assert "".join(stream.text_stream) == "Good morning."
    assert result.attempts[-1].cost == patchbay_server.journal.last.cost > 0
    assert stream.final().choices[0].message.content == "Good morning."


def test_a_stream_that_fails_after_output_raises(patchbay_server: MockServer) -> None:
    fault: Any = {"kind": "mid_stream_error", "afterEvents": 6}
    patchbay_server.on(model=FIRST).reply({"content": "one two three four five six seven", "fault": fault})
    cooldown = Cooldown(failure_threshold=1)
    budget = Budget(Decimal(1))
    models = fallback([FIRST, SECOND], cooldown=cooldown)
    result = with_fallback(patchbay_server.client(), models, messages=QUESTION, stream=True, budget=budget)
    texts: list[str] = []
    with pytest.raises(PatchbayError):
        texts.extend(result.value.text_stream)
    assert kinds(result.attempts) == [("first", "stream_interrupted")]
    assert cooldown.is_cooling(FIRST)
    assert budget.unpriced + (budget.spent > 0) == 1


async def test_an_async_stream_reports_its_cost_when_it_ends(patchbay_server: MockServer) -> None:
    patchbay_server.on(model=FIRST).reply({"status": 404})
    patchbay_server.on(model=SECOND).reply("Good morning.")
    async with patchbay_server.async_client() as client:
        result = await with_fallback_async(client, [FIRST, SECOND], messages=QUESTION, stream=True)
        assert result.attempts[-1].cost is None
        async with result.value as stream:
            assert "".join([text async for text in stream.text_stream]) == "Good morning."
    assert result.attempts[-1].cost == patchbay_server.journal.last.cost > 0


def test_a_stream_that_is_left_counts_as_cancelled(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply("one two three four five six seven eight nine")
    budget = Budget(Decimal(1))
    result = with_fallback(patchbay_server.client(), [FIRST], messages=QUESTION, stream=True, budget=budget)
    with result.value as stream:
        next(stream.text_stream)
    assert (result.attempts[0].outcome, budget.unpriced) == ("cancelled", 1)


def test_a_failing_model_is_skipped_until_its_cooldown_is_over(patchbay_server: MockServer) -> None:
    now = 0.0
    cooldown = Cooldown(failure_threshold=2, duration=30.0)
    cooldown._now = lambda: now
    patchbay_server.on(model=FIRST).reply({"status": 503}, {"status": 503}, "Back.")
    models = fallback([FIRST, SECOND], retry_delay=0.01, cooldown=cooldown)
    client = patchbay_server.client()
    with_fallback(client, models, messages=QUESTION)
    skipped = with_fallback(client, models, messages=QUESTION)
    assert kinds(skipped.attempts) == [("first", "skipped"), ("second", "succeeded")]
    assert skipped.attempts[0].cost == 0
    now = 31.0
    assert with_fallback(client, models, messages=QUESTION).model == FIRST


def test_a_spent_budget_stops_before_a_call(patchbay_server: MockServer) -> None:
    budget = Budget(Decimal("0.000001"))
    client = patchbay_server.client()
    with_fallback(client, [FIRST], messages=QUESTION, budget=budget)
    with pytest.raises(BudgetExceededError):
        with_fallback(client, [FIRST], messages=QUESTION, budget=budget)
    assert len(patchbay_server.journal) == 1


def test_invalid_fallbacks_are_refused() -> None:
    wrong: list[Any] = [[], "openai/gpt-5-mini", [""], [{"temperature": 1}], [3]]
    for models in wrong:
        with pytest.raises(AgentError, match="model"):
            fallback(models)
    actions: list[Any] = [{"busy": "next"}, {"forbidden": "ignore"}]
    for action in actions:
        with pytest.raises(AgentError, match="actions"):
            fallback([FIRST], actions=action)
