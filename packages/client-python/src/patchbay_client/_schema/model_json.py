# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Parses the JSON in a model's text: alone, in a code fence, after its reasoning, or between other words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

_REASONING = re.compile(r"\s*<(?:think|thinking|reasoning)>", re.IGNORECASE)
_REASONING_END = re.compile(r"</(?:think|thinking|reasoning)>", re.IGNORECASE)
_FENCE_AROUND = re.compile(r"\s*```(?:json[c5]?)?(.*)```\s*", re.IGNORECASE | re.DOTALL)
_FENCE = re.compile(r"```(?:json[c5]?)?(.*?)```", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]', re.DOTALL)
_OPENED = {"object": "{", "array": "["}


def read_model_json(text: str, kind: object = None) -> Any:
    """Parses the JSON in a model's text.

    `kind` is the JSON type that the schema requires; only a value of that type is taken out of other text.

    Raises:
        ValueError: when the text contains no such value.
    """
    plain = text.removeprefix("\ufeff")
    try:
        return _parse(plain)
    except ValueError as error:
        cause = error
    # The closing tag can also be part of a string in the output. Then the text after it has no value, and the whole text is
    # searched.
    for candidate_text in dict.fromkeys((_without_reasoning(plain), plain)):
        try:
            return _parse(candidate_text)
        except ValueError:
            pass
        for candidate in _parts_of(candidate_text, kind):
            try:
                value = _parse(candidate)
            except ValueError:
                continue
            if _is_of_kind(value, kind):
                return value
    raise cause


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("The JSON is nested too deeply.") from None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON.")


def _without_reasoning(text: str) -> str:
    """Some models write their reasoning into the text, sometimes without the opening tag."""
    found = _REASONING_END.search(text) if _REASONING.match(text) else None
    at = found.start() if found else text.rfind("</think>")
    return text if at < 0 else text[text.index(">", at) + 1 :]


def _parts_of(text: str, kind: object) -> Iterator[str]:
    """The parts of a text that can be the output, the most likely first."""
    # A fence around the whole text can have fences in its strings.
    around = _FENCE_AROUND.fullmatch(text)
    if around:
        yield around[1]
    fenced = _FENCE.search(text)
    if fenced:
        yield fenced[1]
    yield from _values_in(text, kind)


def _values_in(text: str, kind: object) -> Iterator[str]:
    """The objects and arrays of a text whose brackets are balanced.

    An unbalanced one may be truncated, and the values inside it are not the output.
    """
    wanted = kind if isinstance(kind, list) else [kind]
    starts = [_OPENED[one] for one in wanted if isinstance(one, str) and one in _OPENED]
    opening = re.compile("[" + re.escape("".join(starts or _OPENED.values())) + "]")
    at = 0
    while found := opening.search(text, at):
        end = _end_of(text, found.start())
        if end is None:
            return
        yield text[found.start() : end]
        at = end


def _end_of(text: str, start: int) -> int | None:
    """The index after the value that starts here; None when it does not end."""
    depth = 0
    for found in _TOKEN.finditer(text, start):
        if found[0] in "{[":
            depth += 1
        elif found[0] in "}]":
            depth -= 1
        if depth == 0:
            return found.end()
    return None


def _is_of_kind(value: object, kind: object) -> bool:
    wanted = [one for one in (kind if isinstance(kind, list) else [kind]) if one is not None]
    found = _kind_of(value)
    return not wanted or found in wanted or (found == "number" and "integer" in wanted)


def _kind_of(value: object) -> str:
    if value is None:
        return "null"
    kinds: dict[type, str] = {bool: "boolean", int: "number", float: "number", str: "string", list: "array"}
    return kinds.get(type(value), "object")
