# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Typed events of a streamed chat completion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._accumulate.text import SurrogateJoiner
from .._accumulate.tool_calls import ToolCallPieces
from .._decode import build_model

if TYPE_CHECKING:
    from ..generated.models.chat_response import ChatCompletion
    from .format import Fields
    from .state import StreamState


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDelta:
    """The next text of a choice."""

    index: int
    text: str
    type: Literal["text-delta"] = "text-delta"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasoningDelta:
    """The next reasoning of a choice."""

    index: int
    text: str
    details: Sequence[Any] = ()
    type: Literal["reasoning-delta"] = "reasoning-delta"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalDelta:
    """The next text of a refusal."""

    index: int
    text: str
    type: Literal["refusal-delta"] = "refusal-delta"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCallDelta:
    """A piece of a tool call. `call` is the index of the call within the choice."""

    index: int
    call: int
    id: str | None
    name: str | None
    arguments: str
    """The next part of the JSON text."""
    type: Literal["tool-call-delta"] = "tool-call-delta"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCallDone:
    """A complete tool call."""

    index: int
    call: Any
    """A `ToolCall`."""
    type: Literal["tool-call"] = "tool-call"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationAdded:
    """An annotation, such as a citation."""

    index: int
    annotation: Any
    type: Literal["annotation"] = "annotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageAdded:
    """A generated image."""

    index: int
    image: Any
    type: Literal["image"] = "image"


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioDelta:
    """The next piece of audio."""

    index: int
    audio: Any
    type: Literal["audio-delta"] = "audio-delta"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """A choice is complete."""

    index: int
    reason: str
    type: Literal["finish"] = "finish"


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageReported:
    """The usage of the completion."""

    usage: Any
    type: Literal["usage"] = "usage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The stream has ended, and the completion is complete."""

    completion: ChatCompletion
    type: Literal["done"] = "done"


ChatStreamEvent: TypeAlias = (
    TextDelta
    | ReasoningDelta
    | RefusalDelta
    | ToolCallDelta
    | ToolCallDone
    | AnnotationAdded
    | ImageAdded
    | AudioDelta
    | Finish
    | UsageReported
    | Done
)
"""An event of a streamed chat completion. `index` is the index of its choice."""


class ChatEventReader:
    """Converts chunks to events. No text ends in the middle of a character."""

    def __init__(self, state: StreamState) -> None:
        self._state = state
        self._choices: dict[int, _Choice] = {}

    def add(self, chunk: Fields) -> list[ChatStreamEvent]:
        """The events of a chunk."""
        events: list[ChatStreamEvent] = []
        # The models of lists and usage come from the chunk's model; texts need none.
        model: Any = self._state.event(chunk) if _needs_model(chunk) else None
        for at, choice in enumerate(chunk["choices"]):
            index: int = choice["index"]
            reader = self._choices.get(index)
            if reader is None:
                reader = self._choices[index] = _Choice(index, self._state)
            reader.add(choice, model.choices[at] if model is not None else None, events)
        if model is not None and chunk.get("usage"):
            events.append(UsageReported(usage=model.usage))
        return events

    def end(self) -> list[ChatStreamEvent]:
        """The events that the end of the stream completes."""
        events: list[ChatStreamEvent] = []
        for reader in self._choices.values():
            reader.end(events)
        return events


_MODEL_FIELDS = ("reasoning_details", "annotations", "images", "audio")


def _needs_model(chunk: Fields) -> bool:
    deltas = (choice["delta"] for choice in chunk["choices"])
    return bool(chunk.get("usage")) or any(delta.get(name) for delta in deltas for name in _MODEL_FIELDS)


class _Choice:
    """Produces the events of one choice."""

    def __init__(self, index: int, state: StreamState) -> None:
        self._index = index
        self._state = state
        self._joiner = SurrogateJoiner[str | int]()
        # How many of its calls have started, and how many were emitted complete.
        self._started = 0
        self._emitted = 0

    def add(self, choice: Fields, model: Any, events: list[ChatStreamEvent]) -> None:
        index, delta = self._index, choice["delta"]
        thinking = self._text(delta, "reasoning")
        if thinking or delta.get("reasoning_details"):
            details = model.delta.reasoning_details if delta.get("reasoning_details") else ()
            events.append(ReasoningDelta(index=index, text=thinking, details=details))
        if text := self._text(delta, "content"):
            events.append(TextDelta(index=index, text=text))
        if refusal := self._text(delta, "refusal"):
            events.append(RefusalDelta(index=index, text=refusal))
        for piece in delta.get("tool_calls") or ():
            self._piece(piece, events)
        if model is not None:
            events.extend(AnnotationAdded(index=index, annotation=one) for one in model.delta.annotations or ())
            events.extend(ImageAdded(index=index, image=one) for one in model.delta.images or ())
            if delta.get("audio"):
                events.append(AudioDelta(index=index, audio=model.delta.audio))
        reason = choice.get("finish_reason")
        if reason:
            # Calls of a failed choice are not complete.
            if reason != "error":
                self.end(events)
            events.append(Finish(index=index, reason=reason))

    def end(self, events: list[ChatStreamEvent]) -> None:
        """Emits held-back text and every call that was not emitted yet."""
        index = self._index
        for kind, text in self._joiner.rest():
            if kind == "reasoning":
                events.append(ReasoningDelta(index=index, text=text))
            elif kind == "content":
                events.append(TextDelta(index=index, text=text))
            elif kind == "refusal":
                events.append(RefusalDelta(index=index, text=text))
            elif isinstance(kind, int):
                events.append(ToolCallDelta(index=index, call=kind, id=None, name=None, arguments=text))
        self._complete(None, events)

    def _text(self, delta: Fields, name: str) -> str:
        text = delta.get(name)
        return self._joiner.add(name, text) if text else ""

    def _piece(self, piece: Fields, events: list[ChatStreamEvent]) -> None:
        call: int = piece["index"]
        if call >= self._started:
            self._started = call + 1
            # A call is complete when the next one starts.
            self._complete(call, events)
        function = piece.get("function") or {}
        text = function.get("arguments")
        whole = self._joiner.add(call, text) if text else ""
        name, call_id = function.get("name"), piece.get("id")
        events.append(ToolCallDelta(index=self._index, call=call, id=call_id, name=name, arguments=whole))

    def _complete(self, before: int | None, events: list[ChatStreamEvent]) -> None:
        """Emits the calls before a key that were not emitted yet; all of them without a key."""
        calls: ToolCallPieces | None = self._state.accumulator.calls_of(self._index)
        if calls is None:
            return
        end = len(calls) if before is None else min(before, len(calls))
        while self._emitted < end:
            call = calls.at(self._emitted)
            # Pieces of several calls can be interleaved: an incomplete call waits for the end.
            if before is not None and before < len(calls) and not (call and calls.is_complete(self._emitted)):
                return
            if call:
                events.append(ToolCallDone(index=self._index, call=build_model("tools.ToolCall", call)))
            self._emitted += 1
