# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Accumulates a chat completion from its chunks."""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from typing import Any

from .copy import copy_levels
from .reasoning import ReasoningAccumulator
from .text import Text, append, plain
from .tool_calls import ToolCallPieces

Fields = dict[str, Any]

# Field → the strings in it that arrive in pieces. OpenAI's `function_call` is the predecessor of `tool_calls`.
_TEXTS_IN = {"audio": ("data", "transcript"), "function_call": ("name", "arguments")}

# The last value of these fields counts.
_LATE = ("usage", "openrouter_metadata", "service_tier")
_NOT_OF_COMPLETION = frozenset({"choices", "object", "usage", "debug"})

# The fields of a chunk that only continues a text. Those of the head count, whatever later chunks have.
_HEAD = frozenset(("id", "object", "created", "model", "provider", "choices", "system_fingerprint"))
_CHOICE = frozenset(("index", "delta", "finish_reason", "native_finish_reason", "logprobs"))
_TEXT = frozenset(("role", "content"))
_NOTHING: Fields = {}


class ChoiceAccumulator:
    """Accumulates one choice of a stream."""

    __slots__ = (
        "_details",
        "_finish",
        "_last",
        "_logprobs",
        "_names",
        "_native",
        "_reasoning",
        "_rest",
        "_text",
        "calls",
    )

    def __init__(self) -> None:
        self._text: Text | None = None
        # An absent field is Ellipsis.
        self._reasoning: Any = ...
        self._last: Fields = {}
        # The fields of the last choice, after `has_fields` found them all known.
        self._names: AbstractSet[str] | None = None
        self._finish: Any = None
        self._native: Any = ...
        self._logprobs: Any = ...
        self._details = ReasoningAccumulator()
        self.calls = ToolCallPieces()
        # Unknown fields. Lists in it belong to this object and grow in place.
        self._rest: Fields = {}

    def add(self, choice: Fields) -> None:
        self._last = choice
        self._names = None
        delta: Fields = choice["delta"]
        finish = choice.get("finish_reason")
        if finish:
            self._finish = finish
        native = choice.get("native_finish_reason", ...)
        if native is not ...:
            self._native = native if native is not None or self._native is ... else self._native
        logprobs = choice.get("logprobs", ...)
        if logprobs is not ...:
            self._add_logprobs(logprobs)
        for name, value in delta.items():
            if name == "content":
                if type(value) is str:
                    if self._text is None:
                        self._text = Text()
                    self._text.add(value)
            elif name == "role":
                pass
            elif name == "reasoning":
                self._add_reasoning(value)
            elif name == "tool_calls":
                for piece in value or ():
                    self.calls.add(piece, value)
            elif name == "reasoning_details":
                for piece in value or ():
                    self._details.add(piece)
            else:
                _add_field(self._rest, name, value)

    def has_fields(self, names: set[str]) -> bool:
        """Whether the last chunk of this choice had these fields, all of them known."""
        if names == self._names:
            return True
        if not _CHOICE.issuperset(names) or self._last.keys() != names:
            return False
        self._names = frozenset(names)
        return True

    def add_text(self, text: str | None) -> None:
        if text is not None:
            if self._text is None:
                self._text = Text()
            self._text.add(text)

    def _add_reasoning(self, value: Any) -> None:
        if type(value) is str:
            if type(self._reasoning) is not Text:
                self._reasoning = Text()
            self._reasoning.add(value)
        elif value is None and self._reasoning is ...:
            self._reasoning = None

    def _add_logprobs(self, more: Any) -> None:
        if more is None:
            if self._logprobs is ...:
                self._logprobs = None
            return
        if type(more) is not dict:
            return
        into: Fields = self._logprobs if type(self._logprobs) is dict else {}
        for name, value in more.items():
            if value is None or isinstance(value, list):
                _add_field(into, name, value)
            else:
                into[name] = value
        into.setdefault("content", None)
        self._logprobs = into

    def to_choice(self) -> Fields:
        calls = self.calls.calls()
        details = self._details.details()
        # Streams start with an empty text even when only tool calls follow.
        content = None if self._text is None else str(self._text)
        if content == "" and calls:
            content = None
        message: Fields = {"role": "assistant", "content": content, **_copy_of(self._rest)}
        if self._reasoning is not ...:
            message["reasoning"] = plain(self._reasoning)
        if details:
            message["reasoning_details"] = details
        if calls:
            message["tool_calls"] = calls
        choice = {name: value for name, value in self._last.items() if name != "delta"}
        choice.update(message=message, finish_reason=self._finish)
        if self._native is not ...:
            choice["native_finish_reason"] = self._native
        if self._logprobs is not ...:
            choice["logprobs"] = self._logprobs and _copy_of(self._logprobs)
        return choice


class CompletionAccumulator:
    """Accumulates a completion from normalized chunks."""

    __slots__ = ("_choices", "_head", "_late", "_names", "_tail")

    def __init__(self) -> None:
        self._head: Fields | None = None
        # The fields of the last chunk that only continued a text. The next one has the same: comparing them here and in
        # `ChoiceAccumulator.has_fields` saves 6 % of the time of a chunk.
        self._names: AbstractSet[str] | None = None
        self._tail: Fields = {}
        self._late: Fields = {}
        # Index → choice.
        self._choices: dict[int, ChoiceAccumulator] = {}

    def add(self, chunk: Fields) -> None:
        """Adds the next chunk. Writes the keys of tool calls into it."""
        if self._head is None:
            self._head = chunk
        self._tail = chunk
        if "usage" in chunk or "service_tier" in chunk or "openrouter_metadata" in chunk:
            self._late.update((name, chunk[name]) for name in _LATE if chunk.get(name))
        for choice in chunk["choices"]:
            index = choice["index"]
            accumulator = self._choices.get(index)
            if accumulator is None:
                accumulator = self._choices[index] = ChoiceAccumulator()
            accumulator.add(choice)

    def add_text(self, chunk: Any) -> bool:
        """Adds the model of a chunk that only continues the text of a choice. False for any other chunk, which is not added."""
        names = chunk.__pydantic_fields_set__
        if names != self._names:
            if self._head is None or not _HEAD.issuperset(names) or not self._head.keys() >= names:
                return False
            self._names = frozenset(names)
        choices = chunk.__dict__["choices"]
        if len(choices) != 1:
            return False
        choice = choices[0]
        fields = choice.__dict__
        accumulator = self._choices.get(fields["index"])
        # The same fields as before, and no value in them: nothing but the text is new.
        if accumulator is None or not accumulator.has_fields(choice.__pydantic_fields_set__):
            return False
        if (
            fields["finish_reason"] is not None
            or fields["native_finish_reason"] is not None
            or fields["logprobs"] is not None
        ):
            return False
        delta = fields["delta"]
        if not _TEXT.issuperset(delta.__pydantic_fields_set__):
            return False
        accumulator.add_text(delta.__dict__["content"])
        self._tail = _NOTHING
        return True

    def add_error(self, body: Any, piece: Fields | None = None) -> None:
        """A failed event can contain a piece, and the usage: tokens before a failure are charged."""
        if piece is not None:
            self.add(piece)
        if type(body) is dict and body.get("usage"):
            self._late["usage"] = body["usage"]

    def calls_of(self, index: int) -> ToolCallPieces | None:
        """The tool calls of a choice received so far."""
        choice = self._choices.get(index)
        return choice.calls if choice else None

    def result(self) -> Fields | None:
        """The completion received so far, in the shape of a non-streaming one; None before the first chunk."""
        head = self._head
        if head is None:
            return None
        whole = {name: value for name, value in head.items() if name not in _NOT_OF_COMPLETION}
        whole.update((name, value) for name, value in self._tail.items() if name not in _NOT_OF_COMPLETION)
        whole.update((name, head[name]) for name in ("id", "created", "model", "provider") if name in head)
        whole["object"] = "chat.completion"
        whole["choices"] = [choice.to_choice() for _, choice in sorted(self._choices.items(), key=lambda one: one[0])]
        whole["system_fingerprint"] = head.get("system_fingerprint")
        whole.update(self._late)
        return whole


def to_chunk(whole: Fields) -> Fields:
    """Converts a complete completion to a single chunk."""
    chunk = {name: value for name, value in whole.items() if name != "choices"}
    if "system_fingerprint" in chunk and chunk["system_fingerprint"] is None:
        del chunk["system_fingerprint"]
    chunk["object"] = "chat.completion.chunk"
    chunk["choices"] = [_to_chunk_choice(choice) for choice in whole["choices"]]
    return chunk


def _to_chunk_choice(choice: Any) -> Any:
    if type(choice) is not dict:
        return choice
    message: Any = choice.get("message") or {}
    delta = {name: value for name, value in message.items() if name not in ("tool_calls", "audio")}
    if message.get("audio"):
        delta["audio"] = message["audio"]
    if message.get("tool_calls"):
        delta["tool_calls"] = [{**call, "index": at} for at, call in enumerate(message["tool_calls"])]
    copy = {name: value for name, value in choice.items() if name != "message"}
    copy["delta"] = delta
    return copy


def _add_field(into: Fields, name: str, value: Any) -> None:
    """Appends lists and concatenates strings, also within some fields; for any other value the latest one wins."""
    before = into.get(name)
    if value is None:
        into.setdefault(name, None)
    elif isinstance(value, list):
        if not isinstance(before, list):
            before = into[name] = []
        before.extend(value)
    elif isinstance(value, str):
        append(into, name, value)
    elif name in _TEXTS_IN and isinstance(value, dict):
        into[name] = _join_texts(_TEXTS_IN[name], before if isinstance(before, dict) else {}, value)
    else:
        into[name] = value


def _join_texts(names: tuple[str, ...], into: Fields, more: Fields) -> Fields:
    """Adds fields in place. `into` belongs to this module."""
    for name, value in more.items():
        if name not in names or not isinstance(into.get(name), (str, Text)):
            into[name] = value
        elif value is not None:
            append(into, name, value if isinstance(value, str) else json.dumps(value))
    return into


def _copy_of(fields: Fields) -> Fields:
    """Copies the fields, their lists, and the objects with texts."""
    copy: Fields = {}
    for name, value in fields.items():
        levels = 1 if isinstance(value, list) or name in _TEXTS_IN else 0
        copy[name] = copy_levels(value, levels)
    return copy
