# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Accumulates a message of the Messages API from its events."""

from __future__ import annotations

from typing import Any

from .copy import copy_levels, is_index
from .partial_json import PartialJson
from .text import Text, append

Fields = dict[str, Any]

# The levels of a block that change while it arrives: its fields, and its citations.
_BLOCK_LEVELS = 2

# Types of deltas whose fields replace those of the block. The texts of other ones are pieces.
_COMPLETE = ("signature_delta", "compaction_delta")

# Type of a delta → type of its block, for a service that does not announce blocks.
_BLOCK_TYPES = {
    "text_delta": "text",
    "thinking_delta": "thinking",
    "signature_delta": "thinking",
    "citations_delta": "text",
    "input_json_delta": "tool_use",
}


class _OpenBlock:
    """One content block while it arrives."""

    __slots__ = ("block", "json")

    def __init__(self, block: Fields) -> None:
        self.block = block
        # Its input so far; None if the input did not arrive in pieces.
        self.json: PartialJson | None = None

    def to_block(self) -> Fields:
        """The block as a message has it: its input is JSON. A truncated input has what arrived completely."""
        copy = copy_levels(self.block, _BLOCK_LEVELS)
        value = self.json.value() if self.json else None
        if value is not None:
            copy["input"] = value
        return copy


class MessageAccumulator:
    """Accumulates a message from its events."""

    __slots__ = ("_blocks", "_message", "_usage")

    def __init__(self) -> None:
        self._message: Fields | None = None
        self._usage: Fields | None = None
        # Index → block.
        self._blocks: dict[int, _OpenBlock] = {}

    def add(self, event: Fields) -> None:
        kind = event.get("type")
        if kind == "content_block_delta":
            self._add_delta(event.get("index"), event.get("delta"))
        elif kind == "message_start":
            self._start(event.get("message"))
        elif kind == "content_block_start":
            self._start_block(event.get("index"), event.get("content_block"))
        elif kind == "message_delta":
            self._change(event)
        elif kind == "message_stop" and self._message is not None:
            # The last event can have fields of the message, such as the routing.
            _set_fields(self._message, {name: value for name, value in event.items() if name != "type"})

    def add_error(self, body: Any, piece: Fields | None = None) -> None:
        """An error of the Messages API adds nothing to the message."""

    def result(self) -> Fields | None:
        if self._message is None:
            return None
        result = dict(self._message)
        if self._usage is not None:
            result["usage"] = dict(self._usage)
        result["content"] = [block.to_block() for _, block in sorted(self._blocks.items(), key=lambda one: one[0])]
        return result

    def _start(self, message: Any) -> None:
        if not isinstance(message, dict):
            return
        fields: Fields = dict(message)
        content, usage = fields.get("content"), fields.get("usage")
        self._message = fields
        self._usage = dict(usage) if isinstance(usage, dict) else None
        if isinstance(content, list):
            for index, block in enumerate(content):
                self._start_block(index, block)

    def _start_block(self, index: Any, block: Any) -> None:
        if isinstance(block, dict) and is_index(index):
            self._blocks[int(index)] = _OpenBlock(copy_levels(block, _BLOCK_LEVELS))

    def _add_delta(self, index: Any, delta: Any) -> None:
        if not isinstance(delta, dict) or not is_index(index):
            return
        pieces: Fields = delta
        if self._message is None:
            self._message = {}
        kind = pieces.get("type")
        kind = kind if isinstance(kind, str) else ""
        open_block = self._blocks.get(int(index))
        if open_block is None:
            open_block = self._blocks[int(index)] = _OpenBlock({"type": _BLOCK_TYPES.get(kind)})
        block = open_block.block
        if kind == "text_delta" or kind == "thinking_delta":
            name = "text" if kind == "text_delta" else "thinking"
            append(block, name, _text_of(pieces.get(name)))
        elif kind == "input_json_delta":
            if open_block.json is None:
                open_block.json = PartialJson()
            open_block.json.add(_text_of(pieces.get("partial_json")))
        elif kind == "citations_delta":
            if not isinstance(block.get("citations"), list):
                block["citations"] = []
            block["citations"].append(pieces.get("citation"))
        else:
            for name, value in pieces.items():
                if name != "type":
                    is_piece = kind not in _COMPLETE and isinstance(block.get(name), (str, Text))
                    if is_piece and isinstance(value, str):
                        append(block, name, value)
                    else:
                        block[name] = value

    def _change(self, event: Fields) -> None:
        """A field that is null does not replace one that is known. The counts of a usage are totals."""
        if self._message is None:
            return
        delta, usage = event.get("delta"), event.get("usage")
        _set_fields(self._message, {k: v for k, v in event.items() if k not in ("type", "delta", "usage")})
        counts: list[Any] = [usage]
        if isinstance(delta, dict):
            fields: Fields = delta
            _set_fields(self._message, fields)
            counts.insert(0, fields.get("usage"))
        for count in counts:
            if isinstance(count, dict):
                if self._usage is None:
                    self._usage = {}
                _set_fields(self._usage, count)


def _set_fields(into: Fields, changes: Fields) -> None:
    for name, value in changes.items():
        if value is not None or name not in into:
            into[name] = value


def _text_of(value: Any) -> str:
    return value if isinstance(value, str) else ""
