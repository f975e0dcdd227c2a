# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The text of a streamed response as it arrives. No piece ends in the middle of a character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._accumulate.text import SurrogateJoiner

if TYPE_CHECKING:
    from .format import Fields


class ChatText:
    """The text of choice 0. If no choice has this index, the text of the lowest index, at the end."""

    def __init__(self) -> None:
        self._joiner = SurrogateJoiner[str]()
        self._others: dict[int, list[str]] = {}
        self._has_first = False

    def add(self, chunk: Fields) -> str:
        found = ""
        for choice in chunk["choices"]:
            text = choice["delta"].get("content") or ""
            if choice["index"] == 0:
                self._has_first = True
                if text:
                    found += self._joiner.add("text", text)
            elif not self._has_first:
                self._others.setdefault(choice["index"], []).append(text)
        return found

    def end(self) -> str:
        rest = "".join(half for _, half in self._joiner.rest())
        if self._has_first or not self._others:
            return rest
        return rest + "".join(self._others[min(self._others)])


class ResponseText:
    """The text of every message. What a service sends without pieces follows when it is complete."""

    def __init__(self) -> None:
        self._joiner = SurrogateJoiner[str]()
        self._has_text = False

    def add(self, event: Fields) -> str:
        text = ""
        if event.get("type") == "response.output_text.delta" and isinstance(event.get("delta"), str):
            text = event["delta"]
        elif not self._has_text and isinstance(event.get("response"), dict):
            text = text_of_output(event["response"].get("output"))
        if not text:
            return ""
        self._has_text = True
        return self._joiner.add("text", text)

    def end(self) -> str:
        return "".join(half for _, half in self._joiner.rest())


class MessageText:
    """The text of every text block."""

    def __init__(self) -> None:
        self._joiner = SurrogateJoiner[str]()

    def add(self, event: Fields) -> str:
        part = event.get("content_block" if event.get("type") == "content_block_start" else "delta")
        if not isinstance(part, dict) or part.get("type") not in ("text", "text_delta"):
            return ""
        text: Any = part.get("text")
        return self._joiner.add("text", text) if isinstance(text, str) and text else ""

    def end(self) -> str:
        return "".join(half for _, half in self._joiner.rest())


def text_of_output(output: Any) -> str:
    """The text of all messages in the output of a response."""
    parts = parts_of_output(output)
    texts = (part.get("text") for part in parts if part.get("type") == "output_text")
    return "".join(text for text in texts if isinstance(text, str))


def parts_of_output(output: Any) -> list[dict[str, Any]]:
    """The parts of all messages in the output of a response."""
    parts: list[dict[str, Any]] = []
    for item in output if isinstance(output, list) else ():
        if isinstance(item, dict) and item.get("type") == "message" and isinstance(item.get("content"), list):
            parts.extend(part for part in item["content"] if isinstance(part, dict))
    return parts
