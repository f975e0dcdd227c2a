# Cases and results are JSON of any type.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Calls with several models, and runs of tools, with either client."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast

from reports import to_json

from patchbay_client import AsyncPatchbay, Patchbay
from patchbay_client.agent import (
    Attempt,
    Cooldown,
    Fallback,
    Limits,
    RunResult,
    Tool,
    fallback,
    get_attempts,
    run_tools,
    run_tools_async,
    tool,
    with_fallback,
    with_fallback_async,
)

Client = Patchbay | AsyncPatchbay


async def call_agent(
    client: Client, step: dict[str, Any], fallbacks: dict[str, Fallback], report: dict[str, Any]
) -> None:
    """Makes a call with a fallback, or runs tools. The attempts are reported after an error, too."""
    models = _to_fallback(step["fallback"], fallbacks) if "fallback" in step else None
    try:
        if step.get("streams") and models is not None:
            await _stream(client, step, models, report)
        elif step["as"] == "fallback" and models is not None:
            await _call(client, step, models, report)
        else:
            await _run(client, step, models, report)
    except Exception as error:
        report.setdefault("attempts", [_to_attempt(one) for one in get_attempts(error)])
        raise


async def _call(client: Client, step: dict[str, Any], models: Fallback, report: dict[str, Any]) -> None:
    call = cast("dict[str, Any]", step["input"])
    if isinstance(client, Patchbay):
        result = with_fallback(client, models, **call)
    else:
        result = await with_fallback_async(client, models, **call)
    report.update(value=to_json(result.value), attempts=[_to_attempt(one) for one in result.attempts])


async def _stream(client: Client, step: dict[str, Any], models: Fallback, report: dict[str, Any]) -> None:
    call = cast("dict[str, Any]", step["input"])
    attempts: list[Attempt] = []
    texts: list[str] = []
    try:
        if isinstance(client, Patchbay):
            result = with_fallback(client, models, stream=True, **call)
            attempts = result.attempts
            texts.extend(result.value.text_stream)
        else:
            streamed = await with_fallback_async(client, models, stream=True, **call)
            attempts = streamed.attempts
            async for text in streamed.value.text_stream:
                texts.append(text)  # noqa: PERF401 -- the texts before an error are reported, too
    finally:
        if attempts:
            report.update(text="".join(texts), attempts=[_to_attempt(one) for one in attempts])


async def _run(client: Client, step: dict[str, Any], models: Fallback | None, report: dict[str, Any]) -> None:
    settings = step.get("run", {})
    call = copy.deepcopy(step["input"])
    model = call.pop("model", None)
    limits = Limits(
        max_steps=settings.get("maxSteps", 20),
        max_cost=Decimal(settings["maxCost"]) if "maxCost" in settings else None,
    )
    call.update(model=models or model, limits=limits, tools=[_to_tool(one) for one in settings.get("tools", [])])
    result: RunResult[None]
    if isinstance(client, Patchbay):
        result = run_tools(client, **call)
    else:
        result = await run_tools_async(client, **call)
    value = {"stopReason": result.stop_reason, "steps": len(result.steps), **_to_cost(result.cost)}
    report.update(text=result.text, value=value, attempts=[_to_attempt(one) for one in result.attempts])


def _to_cost(cost: Decimal | None) -> dict[str, Any]:
    """A cost that is not known is absent."""
    return {} if cost is None else {"cost": float(cost)}


def _to_attempt(attempt: Attempt) -> dict[str, Any]:
    kind = {} if attempt.failure_kind is None else {"failureKind": attempt.failure_kind}
    return {"model": attempt.model, "outcome": attempt.outcome, **kind, **_to_cost(attempt.cost)}


def _to_fallback(given: dict[str, Any], fallbacks: dict[str, Fallback]) -> Fallback:
    """The fallback of a step. Steps with equal settings share one, with its cooldown."""
    key = json.dumps(given, sort_keys=True)
    if key not in fallbacks:
        options: dict[str, Any] = {"actions": given.get("actions")}
        if "firstTokenTimeoutMs" in given:
            options["first_token_timeout"] = given["firstTokenTimeoutMs"] / 1000
        if "retryDelayMs" in given:
            options["retry_delay"] = given["retryDelayMs"] / 1000
        if "cooldown" in given:
            options["cooldown"] = _to_cooldown(given["cooldown"])
        fallbacks[key] = fallback(given["models"], **options)
    return fallbacks[key]


def _to_cooldown(given: dict[str, Any]) -> Cooldown:
    options: dict[str, Any] = {}
    if "failureThreshold" in given:
        options["failure_threshold"] = given["failureThreshold"]
    if "durationMs" in given:
        options["duration"] = given["durationMs"] / 1000
    return Cooldown(**options)


def _to_tool(given: dict[str, Any]) -> Tool:
    schema = given.get("parameters", {"type": "object", "properties": {}})
    return tool(_to_function(given), name=given["name"], description=given.get("description", ""), input_schema=schema)


def _to_function(given: dict[str, Any]) -> Callable[..., Any]:
    def execute(**_: Any) -> Any:
        time.sleep(given.get("delayMs", 0) / 1000)
        if "error" in given:
            raise RuntimeError(given["error"])
        return given.get("result")

    return execute
