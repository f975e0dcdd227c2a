# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Normalizes chunks and messages to the shape of the contract, in place. Well-formed parts stay unchanged."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from .._errors import StreamError
from .._failures.detail import RESEND

Fields = dict[str, Any]

_TEXTS = ("content", "reasoning", "refusal")
_LISTS = ("reasoning_details", "annotations", "images")


def normalize_chunk(chunk: Fields) -> None:
    """`choices` becomes an array, each choice has an index and a delta, texts are strings, arguments are JSON text.

    Raises:
        StreamError: `malformed` when a part cannot be read.
    """
    choices = chunk.get("choices")
    if choices is None:
        chunk["choices"] = []
    elif type(choices) is not list:
        _malformed(chunk, "`choices`", "an array")
    else:
        for at, choice in enumerate(choices):
            _normalize_choice(chunk, choice, at)
    usage = chunk.get("usage")
    if usage is not None and type(usage) is not dict:
        del chunk["usage"]


def normalize_response(body: Fields) -> None:
    """Normalizes the messages of a complete response."""
    choices = body.get("choices")
    if isinstance(choices, list):
        for choice in choices:
            if isinstance(choice, dict) and isinstance(choice.get("message"), dict):
                _normalize_message(choice["message"], body)


def _normalize_choice(chunk: Fields, choice: Any, place: int) -> None:
    if type(choice) is not dict:
        _malformed(chunk, f"`choices[{place}]`", "an object")
    index = choice.get("index")
    if type(index) is not int or index < 0:
        choice["index"] = _index_of(index, place)
    delta = choice.get("delta")
    if delta is None:
        choice["delta"] = {}
    elif type(delta) is not dict:
        _malformed(chunk, f"`choices[{place}].delta`", "an object")
    else:
        _normalize_message(delta, chunk)
    # Moonshot sends the usage in a choice.
    if type(choice.get("usage")) is dict and chunk.get("usage") is None:
        chunk["usage"] = choice["usage"]


def _index_of(index: Any, place: int) -> int:
    """An index as an integer of 0 or more; the place in the list for anything else."""
    try:
        number = float(index) if isinstance(index, (int, float, str)) and not isinstance(index, bool) else -1.0
    except (ValueError, OverflowError):
        return place
    return int(number) if 0 <= number < 2**53 and number.is_integer() else place


def _normalize_message(message: Fields, body: Fields) -> None:
    for name in _TEXTS:
        value = message.get(name)
        if value is not None and type(value) is not str:
            _read_parts(message, name, value)
    calls = message.get("tool_calls")
    if calls is not None:
        if type(calls) is not list:
            _malformed(body, "`tool_calls`", "an array")
        for at, call in enumerate(calls):
            _normalize_call(call, body, at)
    for name in _LISTS:
        value = message.get(name)
        if value is not None and not (type(value) is list and all(type(one) is dict for one in value)):
            items: list[Any] = value if isinstance(value, list) else [value]
            message[name] = [one for one in items if type(one) is dict]
    audio = message.get("audio")
    if audio is not None and type(audio) is not dict:
        del message["audio"]


def _normalize_call(call: Any, body: Fields, place: int) -> None:
    if type(call) is not dict:
        _malformed(body, f"`tool_calls[{place}]`", "an object")
    if call.get("id") is not None and type(call["id"]) is not str:
        call["id"] = _to_text(call["id"])
    function = call.get("function")
    if function is None:
        return
    if type(function) is not dict:
        _malformed(body, f"`tool_calls[{place}].function`", "an object")
    name, value = function.get("name"), function.get("arguments")
    if name is not None and type(name) is not str:
        function["name"] = _to_text(name)
    # Ollama's own format has objects as arguments.
    if value is not None and type(value) is not str:
        function["arguments"] = json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read_parts(message: Fields, name: str, value: Any) -> None:
    """Splits a text that is an array of parts.

    Texts are joined, reasoning becomes `reasoning`, images become `images`, and other parts become `content_parts`.
    """
    found: dict[str, str] = dict.fromkeys(_TEXTS, "")
    images: list[Any] = []
    others: list[Any] = []
    parts: list[Any] = value if isinstance(value, list) else [value]
    for part in parts:
        fields: Fields = part if isinstance(part, dict) else {}
        kind, refusal = fields.get("type"), fields.get("refusal")
        is_reasoning = isinstance(kind, str) and ("think" in kind or "reason" in kind)
        text = _to_text(part)
        if isinstance(refusal, str):
            found["refusal"] += refusal
        elif kind in ("image_url", "image"):
            images.append(part)
        elif text is not None:
            found["reasoning" if is_reasoning else name] += text
        elif part is not None:
            others.append(part)
    message[name] = None
    for place in _TEXTS:
        if found[place]:
            before = message.get(place)
            message[place] = before + found[place] if isinstance(before, str) else found[place]
    if images:
        old = message.get("images")
        message["images"] = [*(old if isinstance(old, list) else []), *images]
    if others:
        message["content_parts"] = others


def _to_text(part: Any, depth: int = 0) -> str | None:
    """The text of a part, in any of the known fields; None if it has none."""
    if isinstance(part, str):
        return part
    if isinstance(part, bool):
        return "true" if part else "false"
    if isinstance(part, (int, float)):
        return json.dumps(part)
    if isinstance(part, list) and depth < 4:
        texts = [_to_text(one, depth + 1) for one in part]
        found = [text for text in texts if text is not None]
        return "".join(found) if found else None
    if not isinstance(part, dict) or depth == 4:
        return None
    names = ("text", "thinking", "reasoning", "summary", "content")
    return _to_text(next((part[name] for name in names if part.get(name) is not None), None), depth + 1)


def _malformed(body: Any, place: str, expected: str) -> NoReturn:
    raise StreamError("malformed", f"The completion is malformed: {place} must be {expected}. {RESEND}", body=body)
