# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Output that matches a schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from pydantic import ValidationError
from typing_extensions import TypeVar

from ._errors import OutputError, PatchbayError
from ._http.plan import Plan, plan_call
from ._info import get_response_info
from ._models import Decoder
from ._omit import OMIT
from ._schema.output import OutputSchema, format_issues, issues_of, read_value, resolve_output
from ._streams.text_readers import parts_of_output, text_of_output
from .generated.models.chat_response import ChatCompletion
from .generated.models.responses_output import ResponseObject

if TYPE_CHECKING:
    from ._calls import AsyncCalls, Calls
    from ._operation import Operation
    from ._options import Settings
    from ._resource import CallOptions

T = TypeVar("T", default=Any)
"""The type of the output; `Any` for a JSON Schema."""


class ParsedChatCompletion(ChatCompletion, Generic[T]):
    """A completion with its output as a value."""

    parsed: T = None  # pyright: ignore[reportAssignmentType]
    """The output."""


class ParsedResponse(ResponseObject, Generic[T]):
    """A response with its output as a value."""

    parsed: T = None  # pyright: ignore[reportAssignmentType]
    """The output."""


class _Failure(NamedTuple):
    """Why a response has no complete output."""

    reason: str
    is_truncated: bool = False


def parse(
    client: Calls, operation: Operation, input: Mapping[str, object], options: CallOptions, output: object
) -> Any:
    """Sends the call with the schema, and parses and validates the output."""
    plan, schema = _plan(client._settings, operation, input, options, output)
    return _to_parsed(client._complete(plan, operation.model), schema)


async def parse_async(
    client: AsyncCalls, operation: Operation, input: Mapping[str, object], options: CallOptions, output: object
) -> Any:
    """The asynchronous form of `parse`."""
    plan, schema = _plan(client._settings, operation, input, options, output)
    return _to_parsed(await client._complete(plan, operation.model), schema)


def _plan(
    settings: Settings, operation: Operation, input: Mapping[str, object], options: CallOptions, output: object
) -> tuple[Plan, OutputSchema]:
    is_chat = operation.id.startswith("chat.")
    schema = resolve_output(output, "response_format" if is_chat else "text_format")
    if is_chat:
        full = {**input, "response_format": {"type": "json_schema", "json_schema": schema.format}}
    else:
        text = input.get("text")
        if text is not None and text is not OMIT and not isinstance(text, Mapping):
            raise PatchbayError("`text` must be a dictionary. Its `format` comes from `text_format`.")
        own: Mapping[str, object] = text if isinstance(text, Mapping) else {}
        full = {**input, "text": {**own, "format": {"type": "json_schema", **schema.format}}}
    full.pop("stream", None)
    return plan_call(operation, full, options, settings), schema


def _to_parsed(response: Any, schema: OutputSchema) -> Any:
    plain = response.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    is_chat = isinstance(response, ChatCompletion)
    text = _chat_text(plain) if is_chat else text_of_output(_final_messages(plain.get("output")))
    failure = _chat_failure(plain) if is_chat else _response_failure(plain)
    completion = response if is_chat else None
    try:
        value = read_value(text, schema.kind, failure is not None and failure.is_truncated)
    except ValueError as cause:
        start = f"it starts with {json.dumps(text[:100], ensure_ascii=False)}. Send the request again, or use another model."
        message = f"The output is not valid JSON: {failure.reason if failure else start}"
        raise _with_attempts(OutputError(message, text=text, response=response, completion=completion)) from cause
    try:
        parsed = schema.validate(value)
    except ValidationError as cause:
        issues = issues_of(cause)
        message = (
            f"The output does not match the schema: {format_issues(issues)}. "
            "Send the request again, or relax the schema."
        )
        error = OutputError(message, text=text, response=response, completion=completion, issues=issues)
        raise _with_attempts(error) from cause
    result = _decoder(ParsedChatCompletion if is_chat else ParsedResponse).from_value(plain)
    object.__setattr__(result, "_info", get_response_info(response))
    result.parsed = parsed
    return result


@cache
def _decoder(model: Any) -> Decoder[Any]:
    return Decoder(model)


def _with_attempts(error: OutputError) -> OutputError:
    info = get_response_info(error.response)
    error.attempts = info.attempts if info else 0
    return error


def _chat_text(completion: Mapping[str, Any]) -> str:
    """The text of the first choice. Some providers send the content as a list of parts."""
    choices = completion.get("choices") or [{}]
    content: Any = (choices[0].get("message") or {}).get("content")
    if isinstance(content, list):
        texts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(text for text in texts if isinstance(text, str))
    return content if isinstance(content, str) else ""


_CHAT_FAILURES = {
    "length": _Failure("it was truncated at the token limit. Raise `max_tokens`.", True),
    "tool_calls": _Failure(
        "the model called tools. Run them, and send their results; `error.completion` has the calls."
    ),
    "content_filter": _Failure("the provider's content filter stopped it. Change the messages or the model."),
}


def _chat_failure(completion: Mapping[str, Any]) -> _Failure | None:
    choice = (completion.get("choices") or [{}])[0]
    reason, refusal = choice.get("finish_reason"), (choice.get("message") or {}).get("refusal")
    if isinstance(refusal, str) and refusal:
        return _Failure(refusal, reason == "length")
    return _CHAT_FAILURES.get(reason) if isinstance(reason, str) else None


_RESPONSE_FAILURES = {
    "max_output_tokens": _Failure("it was truncated at the token limit. Raise `max_output_tokens`.", True),
    "content_filter": _Failure("the provider's content filter stopped it. Change the input or the model."),
}
_CALLED_TOOLS = _Failure("the model called tools. Run them, and send their results; `error.response` has the calls.")


def _response_failure(response: Mapping[str, Any]) -> _Failure | None:
    output = response.get("output") or []
    reason = (response.get("incomplete_details") or {}).get("reason")
    failure = _RESPONSE_FAILURES.get(reason) if isinstance(reason, str) else None
    calls = ("function_call", "custom_tool_call")
    if failure is None and any(isinstance(item, dict) and item.get("type") in calls for item in output):
        failure = _CALLED_TOOLS
    refusal = next((part.get("refusal") for part in parts_of_output(output) if part.get("type") == "refusal"), None)
    if isinstance(refusal, str):
        return _Failure(refusal, failure is not None and failure.is_truncated)
    return failure


def _final_messages(output: Any) -> Any:
    """The messages without the commentary that a model writes while it works."""
    items: list[Any] = output if isinstance(output, list) else []
    return [item for item in items if not (isinstance(item, dict) and item.get("phase") == "commentary")]
