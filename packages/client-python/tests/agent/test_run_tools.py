"""Runs of tools against the mock server, with both clients."""

from __future__ import annotations

import threading
import time
from decimal import Decimal
from typing import Any

import anyio
import pytest
from pydantic import BaseModel

from patchbay_client import APIError, OutputError
from patchbay_client.agent import (
    AgentError,
    RunEvent,
    ToolContext,
    fallback,
    get_run_report,
    run_tools,
    run_tools_async,
)
from patchbay_client.testing import MockServer

from .support import MODEL, QUESTION, call, calls, get_weather, inputs


def test_a_run_calls_a_function_and_returns_the_final_text(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call(id="call_a")), "It is 7 degrees in Oslo.")
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[get_weather])
    assert result.stop_reason == "completed"
    assert result.text == "It is 7 degrees in Oslo."
    [execution] = result.steps[0].tool_calls
    assert (execution.name, execution.arguments, execution.result) == (
        "get_weather",
        {"city": "Oslo"},
        {"city": "Oslo", "celsius": 7},
    )
    assert result.messages[2] == {"role": "tool", "tool_call_id": "call_a", "content": '{"city":"Oslo","celsius":7}'}
    costs = [entry.cost for entry in patchbay_server.journal.entries()]
    assert result.cost == sum(costs, Decimal(0)) > 0
    assert [step.cost for step in result.steps] == costs
    assert result.usage.total_tokens == sum(step.usage.total_tokens for step in result.steps if step.usage)
    assert QUESTION == [{"role": "user", "content": "How is the weather?"}]


async def test_an_async_run_calls_async_functions_as_tasks_and_others_in_threads(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call("slow", {"n": 1}), call("blocking", {"n": 2})), "Done.")
    threads: dict[str, int] = {}

    async def slow(n: int) -> int:
        await anyio.sleep(0.05)
        threads["slow"] = threading.get_ident()
        return n

    def blocking(n: int) -> int:
        threads["blocking"] = threading.get_ident()
        return n

    async with patchbay_server.async_client() as client:
        result = await run_tools_async(client, model=MODEL, messages=QUESTION, tools=[slow, blocking])
    assert [one.result for one in result.steps[0].tool_calls] == [1, 2]
    assert threads["slow"] == threading.get_ident() != threads["blocking"]


def test_calls_run_in_parallel_and_their_results_keep_the_order_of_the_calls(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(*(call("wait", {"n": n}, f"call_{n}") for n in range(3))), "Done.")
    barrier = threading.Barrier(3, timeout=60)

    def wait(n: int) -> int:
        barrier.wait()
        time.sleep(0.02 * (2 - n))
        return n

    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[wait])
    assert [one.result for one in result.steps[0].tool_calls] == [0, 1, 2]
    assert [message.get("tool_call_id") for message in result.messages[2:5]] == ["call_0", "call_1", "call_2"]


def test_a_concurrency_of_one_runs_calls_in_the_thread_of_the_caller(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call("ident", {}), call("ident", {})), "Done.")

    def ident() -> bool:
        return threading.current_thread() is threading.main_thread()

    client = patchbay_server.client()
    result = run_tools(client, model=MODEL, messages=QUESTION, tools=[ident], tool_concurrency=1)
    assert [one.result for one in result.steps[0].tool_calls] == [True, True]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (call(arguments='{"city": "Oslo"'), "not valid JSON"),
        (call(arguments=["Oslo"]), "not an object"),
        (call(arguments={}), "/city: Field required"),
        (call(arguments={"city": "Oslo", "unit": "c"}), "/unit: Extra inputs are not permitted"),
        (call(arguments={"city": 7}), "/city: Input should be a valid string"),
        (call("forecast"), 'Unknown tool "forecast". Available tools: get_weather.'),
    ],
)
def test_invalid_calls_are_reported_to_the_model(patchbay_server: MockServer, made: Any, expected: str) -> None:
    patchbay_server.on().reply(calls(made), calls(call()), "It is 7 degrees.")
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[get_weather])
    assert result.text == "It is 7 degrees."
    [failed] = result.steps[0].tool_calls
    assert expected in (failed.error or "")
    assert result.messages[2].get("content") == f"Error: {failed.error}"
    [sent] = [message for message in inputs(patchbay_server)[1]["messages"] if message["role"] == "assistant"]
    assert sent["tool_calls"][0]["function"]["arguments"].startswith("{")


def test_exceptions_of_functions_are_reported_to_the_model(patchbay_server: MockServer) -> None:
    def fail(city: str) -> str:
        raise LookupError(f"{city} is unknown")

    patchbay_server.on().reply(calls(call("fail")), "I do not know.")
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[fail])
    assert result.messages[2].get("content") == "Error: Oslo is unknown"
    assert result.text == "I do not know."


def test_a_forced_tool_choice_applies_to_the_first_step_only(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call()), "Done.")
    run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[get_weather], tool_choice="required")
    assert [one.get("tool_choice") for one in inputs(patchbay_server)] == ["required", None]


def test_calls_of_a_truncated_completion_do_not_run(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call(), finishReason="length"))
    ran: list[str] = []

    def get_weather(city: str) -> None:
        ran.append(city)

    client = patchbay_server.client()
    result = run_tools(client, model=MODEL, messages=QUESTION, tools=[get_weather], max_tokens=300)
    assert (result.stop_reason, ran) == ("length", [])
    assert [one["max_tokens"] for one in inputs(patchbay_server)] == [300, 600]
    assert [one.outcome for one in result.attempts] == ["rejected", "rejected"]
    assert result.messages == QUESTION


def test_an_error_carries_the_report_of_the_run(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call()), {"status": 403})
    with pytest.raises(APIError) as caught:
        run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[get_weather])
    report = get_run_report(caught.value)
    assert report is not None
    assert (len(report.steps), len(report.messages), report.attempts[-1].failure_kind) == (1, 3, "forbidden")


def test_a_stop_condition_ends_the_run_after_tools(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call()))
    client = patchbay_server.client()
    result = run_tools(
        client, model=MODEL, messages=QUESTION, tools=[get_weather], stop_when=lambda run: len(run.steps) == 2
    )
    assert (result.stop_reason, len(patchbay_server.journal)) == ("stop_condition", 2)


def test_an_empty_response_is_requested_once_more(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply({"content": ""})
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION)
    assert (result.stop_reason, len(patchbay_server.journal)) == ("empty_response", 2)


def test_events_report_steps_and_calls(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call()), "Done.")
    events: list[RunEvent] = []
    run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[get_weather], on_event=events.append)
    types = [(event.type, event.step) for event in events]
    assert types == [
        ("step-start", 1),
        ("tool-start", 1),
        ("tool-end", 1),
        ("step-end", 1),
        ("step-start", 2),
        ("step-end", 2),
    ]


def test_a_tool_receives_its_context(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply(calls(call("pay", {"amount": 5}, "call_x")), "Paid.")
    seen: list[ToolContext] = []

    def pay(amount: int, context: ToolContext) -> None:
        seen.append(context)

    run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, tools=[pay])
    assert (seen[0].tool_call_id, seen[0].step, seen[0].messages) == ("call_x", 1, tuple(QUESTION))
    [definition] = inputs(patchbay_server)[0]["tools"]
    assert list(definition["function"]["parameters"]["properties"]) == ["amount"]


class Weather(BaseModel):
    celsius: int


def test_an_invalid_output_is_corrected_once(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply('{"celsius": "warm"}', '{"celsius": 7}')
    result = run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, output=Weather)
    assert result.output == Weather(celsius=7)
    assert "does not match the schema: /celsius" in inputs(patchbay_server)[1]["messages"][-1]["content"]


def test_a_second_invalid_output_is_an_error(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply("It is warm.")
    with pytest.raises(OutputError, match="not valid JSON"):
        run_tools(patchbay_server.client(), model=MODEL, messages=QUESTION, output=Weather)


def test_a_run_uses_the_next_model_of_a_fallback(patchbay_server: MockServer) -> None:
    patchbay_server.on(model="z-ai/glm-4.6").reply({"status": 429})
    patchbay_server.on(model=MODEL).reply(calls(call()), "Done.")
    model = fallback([{"model": "z-ai/glm-4.6", "temperature": 0.5}, MODEL])
    result = run_tools(patchbay_server.client(), model=model, messages=QUESTION, tools=[get_weather])
    assert result.text == "Done."
    assert [one.failure_kind for one in result.steps[0].attempts] == ["rate_limited", None]
    assert [one.get("temperature") for one in inputs(patchbay_server)[:2]] == [0.5, None]


def test_invalid_options_are_refused_before_a_request(patchbay_server: MockServer) -> None:
    client = patchbay_server.client()

    async def late() -> None: ...

    wrong: list[Any] = [
        {"model": ""},
        {"tools": [late]},
        {"tools": [get_weather, get_weather]},
        {"tools": ["get_weather"]},
        {"tool_concurrency": 0},
    ]
    run: Any = run_tools
    for options in wrong:
        with pytest.raises(AgentError):
            run(client, **{"model": MODEL, "messages": QUESTION, **options})
    assert len(patchbay_server.journal) == 0
