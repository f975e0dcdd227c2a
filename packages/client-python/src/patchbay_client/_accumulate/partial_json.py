# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""JSON that arrives in pieces and may be truncated."""

from __future__ import annotations

import json
import re
from typing import Any

_TOKEN = re.compile(r'[\\"{}\[\],]')


class PartialJson:
    """JSON in pieces. Its value is what arrived completely, with its open objects and lists closed.

    Each piece is scanned once, and the text is parsed only when its value is asked for.
    """

    __slots__ = ("_end", "_is_escaped", "_is_string", "_length", "_open", "_open_at_end", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._is_string = False
        self._is_escaped = False
        # The closing brackets of the open objects and lists, as a chain that earlier ends share.
        self._open: tuple[Any, str] | None = None
        # Where the text can end, and the brackets that are open there.
        self._end = 0
        self._open_at_end: tuple[Any, str] | None = None

    def add(self, piece: str) -> None:
        at = 1 if self._is_escaped else 0
        self._is_escaped = False
        while found := _TOKEN.search(piece, at):
            at = found.end()
            token = found[0]
            if token == "\\":
                if self._is_string:
                    self._is_escaped = at >= len(piece)
                    at += 1
            elif token == '"':
                self._is_string = not self._is_string
            elif not self._is_string:
                self._take(token, self._length + found.start())
        self._pieces.append(piece)
        self._length += len(piece)

    def _take(self, token: str, at: int) -> None:
        if token == ",":
            self._end = at
        else:
            if token in "{[":
                self._open = (self._open, "}" if token == "{" else "]")
            elif self._open is not None:
                self._open = self._open[0]
            self._end = at + 1
        self._open_at_end = self._open

    def value(self) -> Any:
        """The value so far; None if there is none, or the text is not JSON."""
        text = "".join(self._pieces)
        self._pieces = [text]
        # A number, a string or a literal has no bracket that ends it.
        if self._end == 0:
            return None if self._is_string else _parse(text)
        closing: list[str] = []
        each = self._open_at_end
        while each is not None:
            closing.append(each[1])
            each = each[0]
        return _parse(text[: self._end] + "".join(closing))


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
