# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""A completion as a run uses it: a message for the history, its text and its calls."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from ._tools._arguments import to_arguments_text

SPECIAL = ("length", "content_filter")
"""Finish reasons that the model did not choose. They are stop reasons, too."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The first choice of a completion."""

    message: dict[str, Any]
    """The message as a request can contain it."""
    calls: list[dict[str, Any]]
    """Its calls with the arguments as the model generated them."""
    text: str
    """The content; otherwise the refusal or the transcript of the audio."""
    finish_reason: str | None


def read_completion(completion: Any, used_ids: Collection[str] = ()) -> Answer:
    """Reads a completion. Each call gets an id of its own that `used_ids` does not contain."""
    choices = completion.choices if completion is not None else None
    choice = choices[0] if choices else None
    given: dict[str, Any] = {}
    if choice is not None and hasattr(choice.message, "model_dump"):
        given = choice.message.model_dump(mode="json", by_alias=True, exclude_unset=True)
    calls = _read_calls(given.get("tool_calls"), used_ids)
    message = {**given, "role": "assistant"}
    message.pop("tool_calls", None)
    if calls:
        message["tool_calls"] = [
            {**call, "function": {**call["function"], "arguments": to_arguments_text(call["function"]["arguments"])}}
            for call in calls
        ]
    if not isinstance(given.get("content"), str):
        message["content"] = _joined(given.get("content"))
    return Answer(message, calls, _text_of(message), getattr(choice, "finish_reason", None))


def _read_calls(given: object, used_ids: Collection[str]) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = []
    seen = set(used_ids)
    for call in given if isinstance(given, list) else ():
        if not isinstance(call, dict) or not isinstance(call.get("function"), dict):
            continue
        call_id = call.get("id")
        if not isinstance(call_id, str) or not call_id or call_id in seen:
            call_id = _new_id(seen)
        seen.add(call_id)
        function = {**call["function"], "name": str(call["function"].get("name") or "")}
        function.setdefault("arguments", "")
        calls.append({**call, "id": call_id, "type": "function", "function": function})
    return calls


def _new_id(seen: Collection[str]) -> str:
    number = len(seen) + 1
    while f"call_{number}" in seen:
        number += 1
    return f"call_{number}"


def _joined(content: object) -> str | None:
    """The text of a content that a provider sent as a list of parts."""
    if not isinstance(content, list):
        return None
    texts = [one.get("text") for one in content if isinstance(one, dict)]
    return "".join(one for one in texts if isinstance(one, str)) or None


def _text_of(message: dict[str, Any]) -> str:
    content = message.get("content")
    if isinstance(content, str) and content.strip():
        return content
    audio = message.get("audio")
    others = (message.get("refusal"), audio.get("transcript") if isinstance(audio, dict) else None, content)
    return next((one for one in others if isinstance(one, str) and one.strip()), "")


def is_empty(answer: Answer) -> bool:
    """Whether a completion has nothing to show or run. A truncated or filtered one counts as a response."""
    message = answer.message
    has_media = any(message.get(name) for name in ("images", "audio"))
    return not answer.text and not answer.calls and not has_media and answer.finish_reason not in SPECIAL


def without_calls(message: dict[str, Any]) -> dict[str, Any]:
    """The message without calls that do not run."""
    return {name: value for name, value in message.items() if name != "tool_calls"}
