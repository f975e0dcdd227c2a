"""The parser of server-sent events: any split gives the same payloads."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

from patchbay_client._streams.sse import EventReader


def read(*parts: bytes) -> list[tuple[bytes, str]]:
    reader = EventReader()
    for part in parts:
        reader.feed(part)
    reader.end()
    return list(reader.queue)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"data: a\n\n", [(b"a", "message")]),
        (b"data:a\r\rdata:  b\r\n\r\n", [(b"a", "message"), (b" b", "message")]),
        (b"\xef\xbb\xbfdata: a\n\n", [(b"a", "message")]),
        (b": c\n\ndata: a\ndata\ndata: b\n\n", [(b"a\n\nb", "message")]),
        (b"event: x\ndata: a\n\ndata: b\n\n", [(b"a", "x"), (b"b", "message")]),
        (b"event: x\n\ndata: b\n\n", [(b"b", "message")]),
        (b"event: error\n\n", [(b"", "error")]),
        (b"data: a", [(b"a", "message")]),
        (b"data\n\n", [(b"", "message")]),
        (b"database: a\nid: 1\nretry: 2\n\n", []),
        ("data: a\u2028b\x0b\x85\n\n".encode(), [("a\u2028b\x0b\x85".encode(), "message")]),
        (b"", []),
    ],
)
def test_payloads(body: bytes, expected: list[tuple[bytes, str]]) -> None:
    assert read(body) == expected
    assert read(*(body[at : at + 1] for at in range(len(body)))) == expected


LINES = st.sampled_from(
    [
        b"data: x",
        b"data:",
        b"data",
        b"event: a",
        b"event",
        b": c",
        b"",
        b"id: 1",
        b"{",
        "data: ö🙂".encode(),
        b"\xef\xbb\xbf",
    ]
)
ENDS = st.sampled_from([b"\n", b"\r", b"\r\n"])


@given(st.lists(st.tuples(LINES, ENDS), max_size=20), st.lists(st.integers(0, 200), max_size=8))
@settings(deadline=None)
def test_any_split_gives_the_same_payloads(lines: list[tuple[bytes, bytes]], cuts: list[int]) -> None:
    body = b"".join(line + end for line, end in lines)
    places = sorted({0, len(body), *(min(cut, len(body)) for cut in cuts)})
    parts = [body[start:end] for start, end in itertools.pairwise(places)]
    whole, split = EventReader(), EventReader()
    whole.feed(body)
    for part in parts:
        split.feed(part)
    for reader in (whole, split):
        reader.end()
    assert list(split.queue) == list(whole.queue)
    assert split.other == whole.other


def test_time_is_linear() -> None:
    def feed(size: int) -> None:
        part = b"x" * 16
        reader = EventReader()
        reader.feed(b"data: ")
        for _ in range(size // 16):
            reader.feed(part)
        reader.end()
        assert len(reader.queue[0][0]) == size

    assert_linear(feed, 1_600_000)


def test_time_is_linear_in_the_lines_of_an_event() -> None:
    def read_lines(lines: int) -> None:
        assert read(b"data: x\n" * lines + b"\n") == [(b"\n".join([b"x"] * lines), "message")]

    assert_linear(read_lines, 100_000)
