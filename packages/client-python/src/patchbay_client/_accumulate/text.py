# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Texts that arrive in pieces. JSON can split a character into two escapes, and a service can split them over two pieces."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from .._http.json_body import well_formed

Kind = TypeVar("Kind")


def repair(text: str) -> str:
    """Joins the halves of characters that arrived in different pieces. A half without the other stays."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text


class Text:
    """A text that grows in place. Appending to a `str` in a dictionary would copy it each time."""

    __slots__ = ("_pieces",)

    def __init__(self, start: str = "") -> None:
        self._pieces = [start] if start else []

    def add(self, piece: str) -> None:
        pieces = self._pieces
        pieces.append(piece)
        if len(pieces) >= _JOIN_AT:
            # Single pieces need more memory than their text; joining the old text again each time would be quadratic.
            last = "".join(pieces[1:])
            if len(last) > len(pieces[0]):
                pieces[:] = ["".join(pieces)]
            else:
                pieces[1:] = [last]

    def __str__(self) -> str:
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return repair(self._pieces[0]) if self._pieces else ""


_JOIN_AT = 256


def append(into: dict[str, Any], name: str, piece: str) -> None:
    """Appends a piece to a text in a dictionary. Another value there is replaced."""
    before = into.get(name)
    if type(before) is not Text:
        before = into[name] = Text(before if isinstance(before, str) else "")
    before.add(piece)


def plain(value: Any) -> Any:
    """The value of a field: the text of a growing text."""
    return str(value) if type(value) is Text else value


class SurrogateJoiner(Generic[Kind]):
    """Releases streamed text so that no piece ends in the middle of a character."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[Kind, str] = {}

    def add(self, kind: Kind, piece: str) -> str:
        """Adds a piece, and returns the text of this kind that can be released."""
        if not self._held and (piece.isascii() or not "\ud800" <= piece[-1] <= "\udbff"):
            return piece
        text = repair(self._held.pop(kind, "") + piece)
        if text and "\ud800" <= text[-1] <= "\udbff":
            self._held[kind] = text[-1]
            text = text[:-1]
        return text

    def rest(self) -> list[tuple[Kind, str]]:
        """The halves whose second half never arrived, as U+FFFD."""
        rest = [(kind, well_formed(half)) for kind, half in self._held.items()]
        self._held.clear()
        return rest
