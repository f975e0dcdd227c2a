"""Reads the description of a function and of its parameters from its docstring: Google, NumPy or Sphinx style."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import NamedTuple


class Docstring(NamedTuple):
    """The parts of a docstring that a model reads."""

    description: str
    """The text before the first section."""
    parameters: dict[str, str]
    """Name of a parameter → its description."""


_SECTION = re.compile(
    r"(args|arguments|parameters|params|returns?|yields?|raises|examples?|notes?|attributes|warnings?|see also|todo)\s*:?\s*",
    re.IGNORECASE,
)
_OF_PARAMETERS = re.compile(r"(args|arguments|parameters|params)\b", re.IGNORECASE)
_GOOGLE_ITEM = re.compile(r"\*{0,2}(\w+)\s*(?:\([^)]*\))?\s*:\s*(.*)")
_NUMPY_ITEM = re.compile(r"\*{0,2}(\w+)\s*(?::.*)?")
_SPHINX_ITEM = re.compile(r":param\s+(?:[^:]*\s)?\*{0,2}(\w+)\s*:\s*(.*)")


def read_docstring(text: str | None) -> Docstring:
    """Splits a docstring into its description and the descriptions of the parameters."""
    lines = inspect.cleandoc(text or "").splitlines()
    description: list[str] = []
    parameters: dict[str, str] = {}
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith(":"):
            end = _block_end(lines, at + 1, lambda one: one.startswith(":"))
            if item := _SPHINX_ITEM.fullmatch(line):
                parameters[item[1]] = _join([item[2], *lines[at + 1 : end]])
        elif _is_section(lines, at):
            is_numpy = _is_underlined(lines, at)
            start = at + 2 if is_numpy else at + 1
            end = _block_end(lines, start, lambda one: bool(one) and not one[0].isspace()) if not is_numpy else start
            while is_numpy and end < len(lines) and not _is_section(lines, end):
                end += 1
            if _OF_PARAMETERS.match(line):
                parameters.update(_items(lines[start:end], _NUMPY_ITEM if is_numpy else _GOOGLE_ITEM))
        else:
            description.append(line)
            end = at + 1
        at = end
    return Docstring("\n".join(description).strip(), {name: one for name, one in parameters.items() if one})


def _is_section(lines: list[str], at: int) -> bool:
    """Whether a line is the title of a section: `Args:`, or a title that is underlined."""
    line = lines[at]
    if not _SECTION.fullmatch(line):
        return False
    return _is_underlined(lines, at) or (line.rstrip().endswith(":") and _is_indented(lines, at + 1))


def _is_underlined(lines: list[str], at: int) -> bool:
    return at + 1 < len(lines) and re.fullmatch(r"-{3,}\s*", lines[at + 1]) is not None


def _is_indented(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at:] if line.strip()), "")
    return following[:1].isspace()


def _block_end(lines: list[str], start: int, is_end: Callable[[str], bool]) -> int:
    return next((at for at in range(start, len(lines)) if is_end(lines[at])), len(lines))


def _items(lines: list[str], pattern: re.Pattern[str]) -> dict[str, str]:
    """The items of a section: lines with the least indentation begin one, the others continue it."""
    filled = [line for line in lines if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in filled), default=0)
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in filled:
        item = pattern.fullmatch(line.strip()) if len(line) - len(line.lstrip()) == indent else None
        if item:
            current = found[item[1]] = [item[2]] if pattern.groups > 1 else []
        elif current is not None:
            current.append(line)
    return {name: _join(parts) for name, parts in found.items()}


def _join(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines if line.strip())
