"""The options of a run, and the requests that follow from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._decide_next import Turn

if TYPE_CHECKING:
    from .._schema.output import OutputSchema
    from ._fallback import Fallback
    from ._report import RunEvent, RunProgress
    from ._tools._tool import Tool


@dataclass(frozen=True, slots=True)
class Plan:
    """The options of a run, checked."""

    model: str | None
    rules: Fallback | None
    fields: Mapping[str, Any]
    tools: Mapping[str, Tool]
    definitions: list[Any]
    tool_choice: Any
    """None if it is not sent."""
    tool_concurrency: int | None
    output: OutputSchema | None
    allow_final_response: bool
    stop_when: Callable[[RunProgress], object] | None
    on_event: Callable[[RunEvent], object] | None


def to_request(plan: Plan, turn: Turn, messages: Sequence[Any]) -> dict[str, Any]:
    """Builds the request of a step. The candidate of a fallback adds its model."""
    request: dict[str, Any] = {**plan.fields, "messages": list(messages)}
    if plan.model is not None:
        request["model"] = plan.model
    if plan.output is not None:
        request["response_format"] = {"type": "json_schema", "json_schema": plan.output.format}
    if not plan.definitions:
        return request
    request["tools"] = plan.definitions
    choice = plan.tool_choice
    if turn.ending is not None:
        request["tool_choice"] = "none"
    elif choice is not None and (turn.is_first or choice in ("auto", "none")):
        # A forced tool choice applies to one step, or the run would never end.
        request["tool_choice"] = choice
    return request


def with_more_tokens(request: dict[str, Any], again: int) -> dict[str, Any]:
    """Doubles the token limit when a request is repeated because the completion was truncated."""
    if again == 0:
        return request
    limits = {
        name: request[name] * 2
        for name in ("max_tokens", "max_completion_tokens")
        if isinstance(request.get(name), int)
    }
    return {**request, **limits}
