# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Reads the payloads of a stream as events: JSON, errors of any shape, keep-alive events and the end mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from .._errors import APIError, StreamError
from .._failures.detail import RESEND, ErrorDetail, detail_of
from .._failures.response import to_api_error
from .._failures.show import cut
from .._http.json_text import parse_json

if TYPE_CHECKING:
    from .._operation import StreamInfo
    from .format import EventFormat, Fields

_KEEP_ALIVE = frozenset({"ping", "heartbeat", "keep-alive", "keepalive"})
_MARK_SPACE = re.compile(r"[\s\"\[\]]")


class EndMark:
    """The end mark, `[DONE]`."""


END_MARK = EndMark()


class PayloadReader:
    """Reads the payloads of one stream. The format reads the rest."""

    __slots__ = ("_accept", "_done", "_format", "_headers", "_stream", "_type_field", "lines")

    def __init__(self, stream: StreamInfo, format: EventFormat, headers: Mapping[str, str]) -> None:
        self._stream = stream
        self._type_field = stream.type_field
        self._accept = format.accept
        self._format = format
        self._headers = headers
        # Gateways send an end mark after any kind of stream.
        self._done = _normalize_mark(stream.done or "[DONE]")
        self.lines: list[bytes] = []
        """Payloads of an event that contains several because the blank lines between them are missing; the last one first."""

    def next(self) -> bytes | None:
        """The next payload of an event that contains several."""
        return self.lines.pop() if self.lines else None

    def read_usual(self, data: bytes, event: str) -> Fields | None:
        """Reads a payload of the usual form; None for one that needs `read`."""
        if data[:1] != b"{" or event == "error" or event in _KEEP_ALIVE or self.lines:
            return None
        try:
            value: Any = from_json(data, allow_inf_nan=False, cache_strings="keys")
        except ValueError:
            return None
        if event != "message" and self._type_field is not None and value.get(self._type_field) is None:
            value[self._type_field] = event
        return value if self._accept(value) else None

    def read(self, data: bytes, event: str, has_begun: bool, is_last: bool) -> Fields | EndMark | None:
        """Reads a payload; None for an empty or keep-alive payload.

        Raises:
            APIError: when the payload reports an error.
            StreamError: `malformed` or `truncated`.
        """
        if event == "error":
            raise self._to_error(data)
        # Nearly every payload is an object.
        if data[:1] != b"{" and len(data) < 64:
            if not data.strip():
                return None
            if _normalize_mark(data.decode("utf-8", "replace")) == self._done:
                return END_MARK
        try:
            value: Any = from_json(data, allow_inf_nan=False)
        except ValueError:
            value = self._parse(data, is_last)
            if value is self:
                return None
        is_object = type(value) is dict
        if event != "message" and self._type_field is not None and is_object and value.get(self._type_field) is None:
            value[self._type_field] = event
        # Nearly every event is a usual one.
        if is_object and event not in _KEEP_ALIVE and self._accept(value):
            return value
        found = self._format.find_error(value)
        if found is not None:
            failure = self._format.to_failure(self._api_error(*found, data), value, has_begun)
            if failure is not None:
                raise failure
        if not is_object:
            text = cut(data.decode("utf-8", "replace"), 200)
            raise StreamError("malformed", f"Stream event is not a JSON object: {text}. {RESEND}", body=value)
        if event in _KEEP_ALIVE or ("choices" not in value and (not value or _is_keep_alive(value))):
            return None
        return self._format.read(value)

    def truncated(self) -> StreamError:
        """The error for a stream that ended before its response did."""
        end = self._stream.done or " or ".join(self._stream.terminal_events)
        return StreamError(
            "truncated",
            f"The stream ended without {end}, so the {self._format.result} is not complete. Send the request again.",
        )

    def _parse(self, data: bytes, is_last: bool) -> Any:
        """The value of a payload; this reader itself for an event whose lines are read one by one."""
        try:
            return parse_json(data)
        except ValueError as error:
            cause = error
        lines = data.split(b"\n")
        if len(lines) > 1:
            failed = next((line for line in lines if detail_of(_json_of(line)) is not None), None)
            if failed is not None:
                raise self._to_error(failed)
            if _json_of(lines[0]) is not None:
                self.lines = lines[::-1]
                return self
        # The last event of a truncated body is truncated itself.
        if is_last and not self.lines:
            raise self.truncated()
        text = cut(data.decode("utf-8", "replace"), 200)
        raise StreamError("malformed", f"Stream event is not valid JSON: {text}. {RESEND}") from cause

    def _to_error(self, data: bytes) -> APIError:
        """The error that an event named `error` reports, whatever its data."""
        body = _json_of(data)
        if body is None:
            body = data.decode("utf-8", "replace").strip()
        detail = detail_of(body)
        if detail is None:
            body = {"error": body or "The stream reported an error without a message"}
            detail = detail_of(body)
        return self._api_error(body, detail or ErrorDetail(500, ""), data)

    def _api_error(self, body: Any, detail: ErrorDetail, data: bytes) -> APIError:
        return to_api_error(detail.status, self._headers, body=body, response_text=data.decode("utf-8", "replace"))


def _is_keep_alive(value: Fields) -> bool:
    kind = value.get("type")
    return isinstance(kind, str) and kind in _KEEP_ALIVE


def _json_of(data: bytes) -> Any:
    """Parses JSON; None when it is not valid JSON."""
    try:
        return parse_json(data)
    except ValueError:
        return None


def _normalize_mark(text: str) -> str:
    """Services write the end mark with spaces, in quotes or in lower case."""
    return _MARK_SPACE.sub("", text).upper()
