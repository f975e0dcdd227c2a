# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Reads the arguments that a model generated. Repairs unambiguous mistakes. Pure functions."""

from __future__ import annotations

import json
import re
from typing import Any

from ..._schema.model_json import read_model_json

_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
_MOST_ENCODINGS = 3


def read_arguments(given: object) -> dict[str, Any]:
    """The arguments of a call as an object.

    Repairs an object in place of its JSON, an object encoded twice, a code fence, a byte order mark, trailing commas and
    raw line breaks in strings. No text is an empty object.

    Raises:
        ValueError: when the arguments are not an object; the message is for the model.
    """
    for _ in range(_MOST_ENCODINGS):
        if given is None:
            return {}
        if isinstance(given, dict):
            return given
        if not isinstance(given, str):
            break
        if not given.strip("\ufeff \t\r\n"):
            return {}
        given = _parse(given)
        if isinstance(given, str) and not given.strip():
            break
    else:
        if isinstance(given, dict):
            return given
    raise ValueError("The arguments are not an object with the fields of the tool.")


def _parse(text: str) -> Any:
    plain = text.lstrip("\ufeff")
    try:
        return _load(plain)
    except (ValueError, RecursionError) as error:
        reason = str(error)
    for candidate in (plain, _TRAILING_COMMA.sub(lambda found: found[1] or "", plain)):
        try:
            return json.loads(candidate, strict=False, parse_constant=_refuse)
        except (ValueError, RecursionError):
            pass
    if "```" in plain:
        try:
            return read_model_json(plain, "object")
        except (ValueError, RecursionError):
            pass
    raise ValueError(f"The arguments are not valid JSON: {reason}.")


def _load(text: str) -> Any:
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not valid JSON")


def to_arguments_text(given: object) -> str:
    """The arguments as a history must contain them: a JSON object, unchanged if it is valid; `{}` if it cannot be read."""
    if isinstance(given, str):
        try:
            if isinstance(_load(given), dict):
                return given
        except (ValueError, RecursionError):
            pass
    try:
        return json.dumps(read_arguments(given), ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return "{}"
