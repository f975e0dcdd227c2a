# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Accumulates a response of the Responses API from its events. The last event has the complete response."""

from __future__ import annotations

from typing import Any, NamedTuple

from .copy import copy_levels, index_in, is_index
from .text import append

Fields = dict[str, Any]


class _TextPlace(NamedTuple):
    """Where a text that arrives in pieces belongs: a field of its item, or of a part in a list of the item."""

    field: str
    item: str
    list: str | None = None
    # The type of its part, for a service that does not announce it.
    part: str | None = None


# Event type without `.delta` or `.done` → place of its text.
_PLACES = {
    "response.output_text": _TextPlace("text", "message", "content", "output_text"),
    "response.refusal": _TextPlace("refusal", "message", "content", "refusal"),
    "response.reasoning_text": _TextPlace("text", "reasoning", "content", "reasoning_text"),
    "response.reasoning_summary_text": _TextPlace("text", "reasoning", "summary", "summary_text"),
    "response.function_call_arguments": _TextPlace("arguments", "function_call"),
    "response.mcp_call_arguments": _TextPlace("arguments", "mcp_call"),
    "response.custom_tool_call_input": _TextPlace("input", "custom_tool_call"),
    "response.code_interpreter_call_code": _TextPlace("code", "code_interpreter_call"),
}

# The progress of a server tool, which its events have as the last part of their type.
_STATUSES = frozenset({"in_progress", "searching", "generating", "interpreting", "completed", "failed"})

# The levels of a part that change while it arrives: its fields, and its annotations and log probabilities.
_PART_LEVELS = 2
# The levels of an item that change: its fields, its lists of parts, and the parts.
_ITEM_LEVELS = 2 + _PART_LEVELS


class ResponseAccumulator:
    """Accumulates a response from its events."""

    __slots__ = ("_indexes", "_is_whole", "_items", "_length", "_response")

    def __init__(self) -> None:
        # The latest response in an event, without what followed.
        self._response: Fields | None = None
        self._is_whole = False
        # Index of an item → the item so far.
        self._items: dict[int, Fields] = {}
        # Id of an item → its latest index.
        self._indexes: dict[str, int] = {}
        # One more than the highest index.
        self._length = 0

    def add(self, event: Fields) -> None:
        kind = event.get("type")
        kind = kind if isinstance(kind, str) else str(kind)
        subject, _, step = kind.rpartition(".")
        if isinstance(event.get("response"), dict):
            self._add_response(event["response"], step)
        elif step == "delta" or step == "done":
            if subject == "response.output_item":
                self._add_item(event)
            elif not self._add_part(subject, event):
                self._add_text(subject, event)
        elif subject == "response.output_item":
            self._add_item(event)
        elif self._add_part(subject, event):
            pass
        elif kind == "response.output_text.annotation.added":
            self._add_annotation(event)
        elif subject.endswith("_call") and step in _STATUSES:
            self._set_status(event, step)

    def add_error(self, body: Any, piece: Fields | None = None) -> None:
        """A failed event has the response so far."""
        if isinstance(body, dict) and body.get("status") == "failed":
            self._add_response(body, "failed")

    def result(self) -> Fields | None:
        if self._response is None and not self._items:
            return None
        response = self._response or {"object": "response", "status": "in_progress"}
        output = response.get("output")
        # Some services omit the output from the last event.
        if self._is_whole and isinstance(output, list) and output:
            return dict(response)
        items = [copy_levels(item, _ITEM_LEVELS) for _, item in sorted(self._items.items(), key=lambda o: o[0])]
        return {**response, "output": items}

    def _add_response(self, response: Fields, step: str) -> None:
        self._response = response
        self._is_whole = step in ("completed", "incomplete", "failed")

    def _add_item(self, event: Fields) -> None:
        item = event.get("item")
        if isinstance(item, dict):
            index = self._index_of(event.get("output_index"), item.get("id"))
            self._set(self._length if index is None else index, copy_levels(item, _ITEM_LEVELS))

    def _set(self, index: int, item: Fields) -> Fields:
        self._items[index] = item
        if isinstance(item.get("id"), str):
            self._indexes[item["id"]] = index
        self._length = max(self._length, index + 1)
        return item

    def _index_of(self, index: Any, item_id: Any) -> int | None:
        """The index of an item; by its id if the service sends no index."""
        if is_index(index):
            return int(index)
        found = self._indexes.get(item_id) if isinstance(item_id, str) else None
        # Another item can have replaced the one with this id.
        return found if found is not None and self._items[found].get("id") == item_id else None

    def _item_of(self, event: Fields, kind: str) -> Fields:
        index = self._index_of(event.get("output_index"), event.get("item_id"))
        if index is None:
            index = max(self._length - 1, 0)
        item = self._items.get(index)
        if item is not None:
            return item
        item = {"id": event["item_id"]} if event.get("item_id") is not None else {}
        item["type"] = kind
        if kind == "message":
            item.update(role="assistant", status="in_progress")
        return self._set(index, item)

    def _add_part(self, subject: str, event: Fields) -> bool:
        if subject == "response.content_part":
            self._set_part(event, "content", "content_index", "message")
        elif subject == "response.reasoning_summary_part":
            self._set_part(event, "summary", "summary_index", "reasoning")
        else:
            return False
        return True

    def _set_part(self, event: Fields, name: str, index_name: str, kind: str) -> None:
        part, index = event.get("part"), event.get(index_name)
        if isinstance(part, dict):
            parts = _list_of(self._item_of(event, kind), name)
            _put(parts, index_in(parts, index, len(parts)), copy_levels(part, _PART_LEVELS))

    def _part_of(self, event: Fields, place: _TextPlace) -> Fields:
        item = self._item_of(event, place.item)
        if place.list is None:
            return item
        index = event.get("content_index" if place.list == "content" else "summary_index")
        parts = _list_of(item, place.list)
        at = index_in(parts, index, max(len(parts) - 1, 0))
        if at >= len(parts) or not isinstance(parts[at], dict):
            _put(parts, at, {"type": place.part})
        return parts[at]

    def _add_text(self, subject: str, event: Fields) -> None:
        if subject == "response.apply_patch_call_operation_diff":
            item = self._item_of(event, "apply_patch_call")
            if not isinstance(item.get("operation"), dict):
                item["operation"] = {}
            _append_text(item["operation"], "diff", event)
            return
        place = _PLACES.get(subject)
        if place is None:
            return
        part = self._part_of(event, place)
        _append_text(part, place.field, event)
        logprobs = event.get("logprobs")
        if isinstance(logprobs, list) and logprobs:
            if not isinstance(event.get("delta"), str) or not isinstance(part.get("logprobs"), list):
                part["logprobs"] = []
            part["logprobs"].extend(logprobs)

    def _add_annotation(self, event: Fields) -> None:
        annotations = _list_of(self._part_of(event, _PLACES["response.output_text"]), "annotations")
        index = event.get("annotation_index")
        _put(annotations, index_in(annotations, index, len(annotations)), event.get("annotation"))

    def _set_status(self, event: Fields, status: str) -> None:
        index = self._index_of(event.get("output_index"), event.get("item_id"))
        item = self._items.get(-1 if index is None else index)
        if item is not None:
            item["status"] = status


def _append_text(into: Fields, field: str, event: Fields) -> None:
    """Appends a piece of a text, or sets the complete text."""
    delta, whole = event.get("delta"), event.get(field)
    if isinstance(delta, str):
        append(into, field, delta)
    elif isinstance(whole, str):
        into[field] = whole


def _list_of(item: Fields, name: str) -> list[Any]:
    if not isinstance(item.get(name), list):
        item[name] = []
    return item[name]


def _put(items: list[Any], at: int, value: Any) -> None:
    while len(items) <= at:
        items.append(None)
    items[at] = value
