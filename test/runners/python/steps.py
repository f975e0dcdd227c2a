# Cases and results are JSON of any type.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Runs the steps of a case with either client, and reports what happened."""

from __future__ import annotations

import asyncio
import copy
import inspect
import json
import keyword
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

from agents import call_agent
from outputs import to_model
from reports import to_error, to_info, to_json
from settings import to_call_options, to_client_options, to_limits

from patchbay_client import AsyncPatchbay, Patchbay
from patchbay_client.agent import Fallback

Client = Patchbay | AsyncPatchbay


async def run_steps(run: dict[str, Any], kind: type[Client]) -> dict[str, Any]:
    """Runs all steps, also after one that failed. Steps whose client options are equal share a client."""
    kept: dict[str, Any] = {}
    logs: list[str] = []
    reports: list[dict[str, Any]] = []
    clients: dict[str, Client] = {}
    fallbacks: dict[str, Fallback] = {}
    try:
        for step in run["steps"]:
            report = await _run_step(_fill(step, kept), run["client"], kind, clients, fallbacks, logs)
            for name, pointer in step.get("keep", {}).items():
                kept[name] = _value_at(report.get("value"), pointer)
            reports.append(report)
    finally:
        for client in clients.values():
            await settle(client.close())
    return {"steps": reports, "logs": logs}


async def settle(value: Any) -> Any:
    """The value itself, or what it resolves to."""
    return await value if inspect.isawaitable(value) else value


async def _run_step(
    step: dict[str, Any],
    shared: dict[str, Any],
    kind: type[Client],
    clients: dict[str, Client],
    fallbacks: dict[str, Fallback],
    logs: list[str],
) -> dict[str, Any]:
    if "waitMs" in step:
        await asyncio.sleep(step["waitMs"] / 1000)
    retries: list[float] = []
    report: dict[str, Any] = {"retries": retries}
    given = copy.deepcopy(step.get("input", {}))
    started = time.perf_counter()
    try:
        options = {**shared, **step.get("client", {})}
        key = json.dumps(options, sort_keys=True)
        if key not in clients:
            clients[key] = kind(**to_client_options(options, logs))
        client = clients[key].with_options(
            **to_limits(step.get("options", {})), on_retry=lambda event: retries.append(round(event.delay * 1000))
        )
        is_agent = step.get("as") in ("fallback", "run")
        work = call_agent(client, step, fallbacks, report) if is_agent else _call(client, step, report)
        await _within(work, step.get("cancelAfterMs"))
    except (Exception, asyncio.CancelledError) as error:
        report["error"] = to_error(error)
    report["elapsedMs"] = (time.perf_counter() - started) * 1000
    report["inputChanged"] = step.get("input", {}) != given
    return report


async def _within(work: Any, cancel_after: float | None) -> None:
    """Runs a coroutine, and cancels it after a time in milliseconds."""
    if cancel_after is None:
        return await work
    task = asyncio.ensure_future(work)
    if cancel_after == 0:
        task.cancel()
    else:
        asyncio.get_running_loop().call_later(cancel_after / 1000, task.cancel)
    return await task


async def _call(client: Client, step: dict[str, Any], report: dict[str, Any]) -> None:
    *path, verb = [_to_snake_case(word) for word in step["op"].split(".")]
    resource: Any = client
    for name in path:
        resource = getattr(resource, name)
    kind = step.get("as", "value")
    method = {"text": "stream", "events": "stream", "final": "stream", "parse": "parse", "vectors": "embed"}.get(
        kind, verb
    )
    call = _to_keywords(step.get("input", {}), getattr(resource, method), to_call_options(step.get("options", {})))
    if kind == "raw":
        response = await settle(getattr(resource.with_raw_response, verb)(**call))
        headers = {name.lower(): value for name, value in response.headers.items()}
        report["value"] = {"status": response.status_code, "headers": headers, "text": response.text}
    elif kind == "pages":
        report["items"] = []
        await _read(getattr(resource, verb)(**call), step, report["items"])
    elif kind == "vectors":
        report["value"] = to_json((await settle(resource.embed(**call))).vectors)
    elif kind == "stream":
        stream = await settle(getattr(resource, verb)(**call, stream=True))
        report.update(info=to_info(stream), events=[])
        await _read(stream, step, report["events"])
        if step.get("readTwice"):
            await _read(stream, step, [])
    elif kind in ("text", "events", "final"):
        await _call_stream(resource.stream(**call), kind, step, report)
    else:
        output = "text_format" if path[0] == "responses" else "response_format"
        value = await settle(
            getattr(resource, method)(**call, **({output: to_model(step["schema"])} if kind == "parse" else {}))
        )
        report.update(value=to_json(value), info=to_info(value))
        if kind == "parse":
            report["parsed"] = to_json(value.parsed)


def _to_keywords(input: dict[str, Any], method: Any, options: dict[str, Any]) -> dict[str, Any]:
    """The keywords of a call. A field that the method does not have is one beyond the contract."""
    known = inspect.signature(method).parameters
    keywords: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for name, value in input.items():
        word = f"{name}_" if keyword.iskeyword(name) else name
        if word in known:
            keywords[word] = value
        else:
            more[name] = value
    if more:
        options = {**options, "extra_body": {**more, **options.get("extra_body", {})}}
    return {**keywords, **options}


async def _call_stream(manager: Any, kind: str, step: dict[str, Any], report: dict[str, Any]) -> None:
    async with AsyncExitStack() as stack:
        if hasattr(manager, "__aenter__"):
            stream = await stack.enter_async_context(manager)
        else:
            stream = stack.enter_context(manager)
        report["info"] = to_info(stream)
        if kind == "final":
            report["value"] = to_json(await settle(stream.final()))
        elif kind == "events":
            report["events"] = []
            await _read(stream.events(), step, report["events"])
        else:
            pieces: list[str] = []
            try:
                await _read(stream.text_stream, step, pieces)
            finally:
                report["text"] = "".join(pieces)


async def _read(items: Any, step: dict[str, Any], into: list[Any]) -> None:
    """Reads a loop into a list, which keeps what arrived before an error."""
    items = await settle(items) if not hasattr(items, "__aiter__") else items
    async for item in _iterate(items):
        into.append(to_json(item))
        if len(into) == step.get("stopAfter"):
            # Leaves the loop as a caller does; the stream is closed when it is collected or when its client closes.
            close = getattr(items, "close", None) or getattr(items, "aclose", None)
            if close is not None:
                await settle(close())
            break
        if "pauseMs" in step:
            await asyncio.sleep(step["pauseMs"] / 1000)


async def _iterate(items: Any) -> AsyncIterator[Any]:
    if hasattr(items, "__aiter__"):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item


def _fill(value: Any, kept: dict[str, Any]) -> Any:
    """Replaces each `"$name"` of a kept value."""
    if isinstance(value, str) and value.startswith("$"):
        return kept.get(value[1:], value)
    if isinstance(value, list):
        return [_fill(item, kept) for item in value]
    return {name: _fill(item, kept) for name, item in value.items()} if isinstance(value, dict) else value


def _value_at(value: Any, pointer: str) -> Any:
    for word in pointer.split("/")[1:]:
        name = word.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def _to_snake_case(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
