# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Prepares the calls of a response, and turns their results into messages."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pydantic_core
from pydantic import BaseModel, ValidationError

from ..._http.json_body import well_formed
from ..._schema.output import format_issues, issues_of
from .._report import ToolExecution
from ._arguments import read_arguments
from ._context import ToolContext

if TYPE_CHECKING:
    from ._tool import Tool

_LONGEST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class ReadyCall:
    """A call that is ready to run, or whose error is known."""

    id: str
    name: str
    arguments: Any
    """As the model generated them."""
    start: Callable[[], Any] | None
    """Calls the function; None with an `error`."""
    is_async: bool = False
    error: str | None = None

    def finish(self, began: float, result: Any = None, error: str | None = None) -> ToolExecution:
        """The call with its result."""
        return ToolExecution(self.id, self.name, self.arguments, result, error, time.monotonic() - began)


def prepare_call(call: Mapping[str, Any], tools: Mapping[str, Tool], context: ToolContext) -> ReadyCall:
    """Reads the arguments of a call. Errors are reported to the model, so that it can correct them."""
    name, text = str(call["function"]["name"]), call["function"]["arguments"]
    found = tools.get(name)

    def refuse(message: str, arguments: Any) -> ReadyCall:
        return ReadyCall(context.tool_call_id, name, arguments, None, error=message)

    try:
        arguments = read_arguments(text)
    except ValueError as error:
        return refuse(f"{error} They were: {_cut(str(text))}", text)
    if found is None:
        known = ", ".join(tools) or "none"
        return refuse(f'Unknown tool "{name}". Available tools: {known}.', arguments)
    try:
        args, kwargs = found.bind(arguments, context)
    except ValidationError as error:
        issues = format_issues(issues_of(error))
        return refuse(f"The arguments do not match the schema: {issues}", arguments)
    except TypeError as error:
        return refuse(f"The arguments do not match the parameters: {error}", arguments)
    return ReadyCall(context.tool_call_id, name, arguments, lambda: found.function(*args, **kwargs), found.is_async)


def message_of(error: BaseException) -> str:
    """What a model reads about an exception."""
    return str(error) or type(error).__name__


def to_content(execution: ToolExecution) -> str | list[Any]:
    """The result of a call as the model reads it: strings and content parts unchanged, None as no text, the rest as JSON."""
    if execution.error is not None:
        return well_formed(f"Error: {execution.error}")
    result = execution.result
    if result is None:
        return ""
    if isinstance(result, str):
        return well_formed(result)
    if _is_parts(result):
        return list(result)
    try:
        if isinstance(result, BaseModel):
            return result.model_dump_json()
        return pydantic_core.to_json(result, bytes_mode="base64", inf_nan_mode="null", fallback=str).decode()
    except (ValueError, RecursionError) as error:
        return f"[A result that cannot be read: {error}]"


_PARTS = ("text", "image_url", "file", "input_audio", "video_url")


def _is_parts(value: Any) -> bool:
    """Whether a list consists of content parts, such as images."""
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(one, dict) and one.get("type") in _PARTS and one.get("type") in one for one in value)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
