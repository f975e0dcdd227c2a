"""Limits and budgets of runs, against the mock server."""

from __future__ import annotations

import threading
import time
from decimal import Decimal
from typing import Any

import anyio
import pytest

from patchbay_client.agent import Budget, Limits, RunResult, run_tools, run_tools_async
from patchbay_client.testing import MockServer
from patchbay_client.types import ChatMessageParam

from .support import MODEL, QUESTION, call, calls, get_weather, inputs


def test_after_the_last_step_the_model_responds_without_tools(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call()), "It is 7 degrees.")
    limits = Limits(max_steps=1)
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[get_weather], limits=limits)
    assert (result.stop_reason, result.text) == ("max_steps", "It is 7 degrees.")
    assert inputs(patchbay_server)[1]["tool_choice"] == "none"


def test_a_run_without_a_final_response_can_be_continued(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call()), "It is 7 degrees.")
    client = patchbay_server.client()
    options: Any = {"model": MODEL, "tools": [get_weather]}
    first = run_tools(client, messages=QUESTION, limits=Limits(max_steps=1), allow_final_response=False, **options)
    assert (first.stop_reason, len(first.messages)) == ("max_steps", 3)
    second = run_tools(client, messages=first.messages, **options)
    assert (second.stop_reason, second.text) == ("completed", "It is 7 degrees.")


def test_a_cost_limit_stops_before_the_next_request(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call()))
    limits = Limits(max_cost=Decimal("0.000001"))
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[get_weather], limits=limits)
    assert (result.stop_reason, len(patchbay_server.journal)) == ("max_cost", 1)
    assert result.cost is not None
    assert result.cost > Decimal("0.000001")


def test_a_limit_applies_inside_the_runs_of_tools(patchbay_server: MockServer) -> None:
    patchbay_server.on(user_message="weather").reply(calls(call("ask", {})))
    patchbay_server.on(user_message="inner").reply(calls(call("nothing", {})))
    client = patchbay_server.client()
    inner: list[RunResult[None]] = []

    def nothing() -> None:
        """Does nothing."""

    def ask() -> str:
        messages: list[ChatMessageParam] = [{"role": "user", "content": "inner"}]
        inner.append(run_tools(client, model=MODEL, messages=messages, tools=[nothing]))
        return inner[0].text

    limits = Limits(max_cost=Decimal("0.0001"))
    result = run_tools(client, model=MODEL, messages=QUESTION, tools=[ask], limits=limits)
    assert [inner[0].stop_reason, result.stop_reason] == ["max_cost", "max_cost"]
    assert result.cost == sum((entry.cost for entry in patchbay_server.journal.entries()), Decimal(0))
    assert len(result.attempts) == len(patchbay_server.journal)


def test_a_budget_is_shared_by_runs(patchbay_server: MockServer) -> None:
    budget = Budget(Decimal("0.000001"))
    client = patchbay_server.client()
    options: Any = {"model": MODEL, "messages": QUESTION, "budget": budget}
    first, second = run_tools(client, **options), run_tools(client, **options)
    assert (first.stop_reason, second.stop_reason) == ("completed", "max_cost")
    assert (first.cost, second.cost) == (budget.spent, Decimal(0))
    assert (budget.remaining, len(patchbay_server.journal)) == (Decimal(0), 1)


def test_an_unknown_cost_is_not_zero(patchbay_server: MockServer) -> None:
    message = {"role": "assistant", "content": "Hi."}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    patchbay_server.on().reply({"body": {"id": "gen-1", "model": MODEL, "choices": [choice]}})
    budget = Budget(Decimal(1))
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, budget=budget)
    assert (result.text, result.cost, result.attempts[0].cost) == ("Hi.", None, None)
    assert (budget.spent, budget.unpriced) == (Decimal(0), 1)


@pytest.mark.parametrize("is_async", [False, True])
async def test_a_timeout_ends_tools_and_leaves_a_valid_history(patchbay_server: MockServer, is_async: bool) -> None:
    patchbay_server.on().reply(calls(call("wait", {})), "Done.")
    release = threading.Event()

    def wait() -> None:
        release.wait(60)

    limits = Limits(timeout=1)
    options: Any = {"model": MODEL, "messages": QUESTION, "tools": [wait], "limits": limits}
    began = time.monotonic()
    if is_async:
        async with patchbay_server.async_client() as client:
            result = await run_tools_async(client, **options)
    else:
        result = run_tools(patchbay_server.client(), **options)
    assert result.stop_reason == "timeout"
    assert time.monotonic() - began < 30
    assert "timed out" in str(result.messages[-1].get("content"))
    release.set()


def test_a_timeout_ends_the_request_in_progress(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply({"content": "Late.", "delay": 5000})
    limits = Limits(timeout=1)
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, limits=limits)
    assert (result.stop_reason, result.attempts[0].outcome, result.cost) == ("timeout", "cancelled", None)


async def test_a_cancelled_run_may_be_billed(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply({"content": "Late.", "delay": 5000})
    budget = Budget(Decimal(1))
    async with patchbay_server.async_client() as client:
        with anyio.move_on_after(1) as scope:
            await run_tools_async(client, model=MODEL, messages=QUESTION, budget=budget)
    assert (scope.cancelled_caught, budget.unpriced) == (True, 1)
