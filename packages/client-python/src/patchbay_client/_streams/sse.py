"""Server-sent events, by the rules of the HTML standard.

A byte order mark, all three line endings, comments and multi-line fields are read. A last event without its blank line
counts too. Time is linear in the size of the body, however it is split into reads.
"""

from __future__ import annotations

import re
from collections import deque

_BOM = b"\xef\xbb\xbf"
_FIELD = re.compile(rb"(event|id|retry)(:|$)")


class EventReader:
    """Splits the bytes of a body into the payloads of its `data:` fields."""

    __slots__ = (
        "_after_return",
        "_data",
        "_has_data",
        "_is_start",
        "_more",
        "_name",
        "_other",
        "_rest",
        "ended",
        "queue",
    )

    def __init__(self) -> None:
        self.queue: deque[tuple[bytes, str]] = deque()
        """Payloads that have arrived, each with the name of its event: `message` if it has none."""
        self.ended = False
        self._rest: list[bytes] = []
        self._data: bytes | None = None
        # The further lines of the payload. Adding each to the text before it would take quadratic time.
        self._more: list[bytes] = []
        self._name = ""
        self._after_return = False
        self._is_start = True
        self._has_data = False
        self._other: list[bytes] = []

    @property
    def other(self) -> bytes:
        """The lines of a body without event fields: JSON or HTML in place of events. Empty after the first data."""
        return b"\n".join(self._other)

    def feed(self, data: bytes) -> None:
        """Adds the next bytes of the body."""
        if self._is_start:
            data = b"".join(self._rest) + data
            self._rest.clear()
            if len(data) < len(_BOM) and _BOM.startswith(data):
                self._rest.append(data)
                return
            self._is_start = False
            data = data.removeprefix(_BOM)
        # The LF of a CR LF pair that was split between two reads ends no second line.
        if self._after_return and data[:1] == b"\n":
            data = data[1:]
            self._after_return = False
        if not data:
            return
        lines = data.splitlines()
        last = data[-1]
        self._after_return = last == 13
        # The last line is not complete. It is not searched again.
        rest = b"" if last in (10, 13) else lines.pop()
        if lines:
            if self._rest:
                self._rest.append(lines[0])
                lines[0] = b"".join(self._rest)
                self._rest.clear()
            self._read_lines(lines)
        if rest:
            self._rest.append(rest)

    def end(self) -> None:
        """Handles the end of the body: a last event without its blank line counts."""
        if self.ended:
            return
        self.ended = True
        self._read_lines([b"".join(self._rest).removeprefix(_BOM) if self._is_start else b"".join(self._rest), b""])
        self._rest.clear()

    def _read_lines(self, lines: list[bytes]) -> None:
        for line in lines:
            if not line:
                if self._data is not None or self._name:
                    self._dispatch()
            elif line[:5] == b"data:":
                value = line[6:] if line[5:6] == b" " else line[5:]
                if self._data is None:
                    self._data = value
                else:
                    self._more.append(value)
            else:
                self._read_other(line)

    def _read_other(self, line: bytes) -> None:
        if line == b"data":
            if self._data is None:
                self._data = b""
            else:
                self._more.append(b"")
        elif line.startswith(b"event:"):
            self._name = (line[7:] if line[6:7] == b" " else line[6:]).decode("utf-8", "replace")
        elif line == b"event":
            self._name = ""
        elif not self._has_data and line[0] != 58 and (self._other or (line.strip() and not _FIELD.match(line))):
            self._other.append(line)

    def _dispatch(self) -> None:
        name = self._name
        data = self._data
        if self._more and data is not None:
            data = b"\n".join((data, *self._more))
            self._more.clear()
        # By the standard an event without data is ignored. An `error` event without data is still an error.
        if data is None and name == "error":
            data = b""
        if data is not None:
            self.queue.append((data, name or "message"))
            self._has_data = True
            self._other.clear()
        self._data = None
        self._name = ""
