# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Accumulates the reasoning details of one choice."""

from __future__ import annotations

import json
from typing import Any

from .text import Text, append, plain

Fields = dict[str, Any]

_BLOCK_TEXTS = frozenset({"text", "summary", "data"})


class ReasoningAccumulator:
    """Joins the pieces of reasoning blocks.

    Deltas of one block share an index and do not have different ids. Without an index, consecutive texts belong together.
    A text after a signature starts a new block, because the signature covers only the text before it.
    """

    __slots__ = ("_details", "_open")

    def __init__(self) -> None:
        self._details: list[Fields] = []
        # Type and index → the current block.
        self._open: dict[tuple[str, str], Fields] = {}

    def details(self) -> list[Fields]:
        return [{name: plain(part) for name, part in one.items()} for one in self._details]

    def add(self, piece: Fields) -> None:
        index = piece.get("index")
        has_index = index is not None
        key = (_key(piece.get("type")), _key(index))
        found = self._open.get(key) if has_index else (self._details[-1] if self._details else None)
        if found is None or not _is_same_block(found, piece, has_index):
            detail = dict(piece)
            self._details.append(detail)
            if has_index:
                self._open[key] = detail
            return
        for name, value in piece.items():
            if value is None or name == "index":
                continue
            if name in _BLOCK_TEXTS and isinstance(found.get(name), (str, Text)):
                append(found, name, value if isinstance(value, str) else json.dumps(value))
            else:
                found[name] = value


def _key(value: object) -> str:
    # As in JSON, 1 and 1.0 are the same number.
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _is_same_block(block: Fields, piece: Fields, has_index: bool) -> bool:
    if block.get("type") != piece.get("type"):
        return False
    if block.get("id") and piece.get("id") and block["id"] != piece["id"]:
        return False
    is_signed = bool(block.get("signature")) and block.get("signature") != piece.get("signature")
    if is_signed and (piece.get("text") or piece.get("summary") or not has_index):
        return False
    return has_index or piece.get("type") in ("reasoning.text", "reasoning.summary")
