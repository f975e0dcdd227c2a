# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Accumulates the tool calls of one choice from their deltas."""

from __future__ import annotations

import re
from typing import Any

from .text import repair

Fields = dict[str, Any]

# How many indexes a service may skip at once. Some count reasoning items too.
_MOST_SKIPPED = 64
_TOKEN = re.compile(r'[\\"{}\[\]]')
_BLANK_OBJECT = re.compile(r"\s*\{\s*\}\s*")


class ToolCallPieces:
    """The tool calls of one choice. Keys stay small: an index that is not a small number gets the next free key."""

    __slots__ = ("_calls", "_ids", "_keys", "_last")

    def __init__(self) -> None:
        self._calls: list[_Call | None] = []
        # Index on the wire → key of the call that has it now.
        self._keys: dict[float | str, int] = {}
        self._ids: dict[str, int] = {}
        self._last = -1

    def __len__(self) -> int:
        """One more than the highest key."""
        return len(self._calls)

    def at(self, key: int) -> Fields | None:
        """The complete form of the call with a key; None if the key was skipped."""
        call = self._calls[key] if key < len(self._calls) else None
        return call.complete() if call else None

    def is_complete(self, key: int) -> bool:
        """Whether the arguments of a call are complete."""
        call = self._calls[key] if key < len(self._calls) else None
        return call is not None and call.is_complete

    def calls(self) -> list[Fields]:
        """Every call in order. Empty arguments become `{}`."""
        return [call.complete() for call in self._calls if call is not None]

    def add(self, piece: Fields, siblings: list[Any] | None = None) -> None:
        """Adds a delta, and writes the key of its call into it; no two calls share a key.

        `siblings` is the list that contains the delta: within one list, an identical call is a separate call.
        """
        call_id = piece.get("id") or None
        index = piece.get("index")
        if isinstance(index, bool) or not isinstance(index, (int, float, str)):
            index = None
        key = self._key_of(index, call_id, piece.get("function") or {}, siblings)
        while len(self._calls) <= key:
            self._calls.append(None)
        call = self._calls[key]
        if call is None:
            call = self._calls[key] = _Call()
        if index is not None:
            self._keys[index] = key
        if call_id:
            self._ids[call_id] = key
        self._last = key
        if index != key or type(index) is not int:
            piece["index"] = key
        call.add(piece, siblings)

    def _key_of(
        self, index: float | str | None, call_id: str | None, function: Fields, siblings: list[Any] | None
    ) -> int:
        known = self._by_id(call_id) if index is None else self._keys.get(index)
        if known is not None:
            call = self._calls[known]
            if call is not None and not call.is_followed_by(call_id, function, siblings):
                return known
        if isinstance(index, (int, float)) and index == int(index) and 0 <= index < _MOST_SKIPPED + len(self._calls):
            at = int(index)
            if at >= len(self._calls) or self._calls[at] is None:
                return at
        return len(self._calls)

    def _by_id(self, call_id: str | None) -> int | None:
        """Without an index, a delta belongs to the call with its id, otherwise to the last call."""
        found = self._ids.get(call_id) if call_id else None
        if found is not None:
            return found
        return None if self._last < 0 else self._last


class _Call:
    """One call while it arrives."""

    __slots__ = ("_depth", "_fields", "_function", "_is_escaped", "_is_string", "_pieces", "_siblings", "is_complete")

    def __init__(self) -> None:
        self._fields: Fields = {"id": "", "type": "function"}
        self._function: Fields = {"name": "", "arguments": ""}
        self._pieces: list[str] = []
        self._depth = 0
        self._is_string = False
        self._is_escaped = False
        self.is_complete = False
        """Whether the arguments are a complete JSON object or array."""
        # The list of its last delta.
        self._siblings: list[Any] | None = None

    def complete(self) -> Fields:
        """The call. Empty arguments become `{}`, because they are sent back to the API as JSON."""
        return {**self._fields, "function": {**self._function, "arguments": repair(self._arguments) or "{}"}}

    @property
    def _arguments(self) -> str:
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def is_followed_by(self, call_id: str | None, function: Fields, siblings: list[Any] | None) -> bool:
        """Whether a delta that would belong to this call starts another one.

        Gateways give several calls the same index, or none. A new id starts a call. But some services send a new id with
        each delta; such a delta has no name, and its arguments continue.
        """
        name, text = function.get("name"), function.get("arguments")
        own_id, own_name = self._fields["id"], self._function["name"]
        if call_id is not None and own_id != "" and call_id != own_id:
            return bool(name) or own_name == "" or self.is_complete
        if not name or not (text or "").strip() or not self.is_complete:
            return False
        if name != own_name:
            return True
        if siblings is None or siblings is not self._siblings:
            return not _is_blank_object(self._arguments) and not self._is_repeat(text or "")
        return call_id is None or call_id != own_id

    def add(self, piece: Fields, siblings: list[Any] | None) -> None:
        self._siblings = siblings
        fields, function = self._fields, piece.get("function") or {}
        call_id, kind = fields["id"], fields["type"]
        for key, value in piece.items():
            if key != "index" and key != "function":
                fields[key] = value
        fields["id"] = call_id or piece.get("id") or ""
        fields["type"] = piece.get("type") or kind
        name, text = function.get("name"), function.get("arguments")
        for key, value in function.items():
            if key != "name" and key != "arguments":
                self._function[key] = value
        self._function["name"] = self._name_with(name)
        if not text:
            return
        if name and self._is_repeat(text):
            function["arguments"] = ""
        elif self.is_complete and text.strip() and _is_blank_object(self._arguments):
            # Some gateways start the arguments with an empty object.
            self._pieces.clear()
            self.is_complete = False
            self._append(text)
        else:
            self._append(text)

    def _name_with(self, name: str | None) -> str:
        """A name arrives complete, or in pieces before the arguments. A repeated complete name is the same name."""
        before = self._function["name"]
        if not name or name == before or (before != "" and self._pieces):
            return before
        return before + name

    def _is_repeat(self, text: str) -> bool:
        """Some gateways repeat the complete call at the end."""
        return self.is_complete and text == self._arguments

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        at = 0
        if self._is_escaped:
            self._is_escaped = False
            at = 1
        while found := _TOKEN.search(text, at):
            at = found.end()
            token = found[0]
            if token == "\\":
                if self._is_string:
                    self._is_escaped = at >= len(text)
                    at += 1
            elif token == '"':
                self._is_string = not self._is_string
            elif not self._is_string and token in "{[":
                self._depth += 1
            elif not self._is_string:
                self._depth -= 1
                self.is_complete = self._depth == 0


def _is_blank_object(text: str) -> bool:
    return len(text) < 16 and _BLANK_OBJECT.fullmatch(text) is not None
