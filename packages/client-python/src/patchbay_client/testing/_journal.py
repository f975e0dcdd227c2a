"""The journal of the mock server: the requests that it received, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, TypeVar, cast

from ._control import call

T = TypeVar("T")

# The largest id that the control API accepts: no entry comes after it.
_NEWEST = 10**15 - 1


def to_usd(amount: float) -> Decimal:
    """The amount that the server printed, without the error of binary fractions."""
    return Decimal(repr(amount))


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", r"_\1", name).lower()


def read(kind: type[T], value: Mapping[str, Any], **others: object) -> T:
    """Makes a dataclass from JSON whose fields have the same names in another case. Unknown fields are ignored."""
    known = {field.name for field in fields(cast("Any", kind))}
    given = {_snake(name): item for name, item in value.items()}
    return kind(**{name: item for name, item in given.items() if name in known} | others)


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """An endpoint that the server called for a request."""

    provider: str
    model: str
    status: int
    latency_ms: float


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How sending ended. `complete` is false when the client disconnected early; `sent` counts events."""

    sent: int
    complete: bool


@dataclass(frozen=True, kw_only=True)
class FaultReport:
    """A fault, whether it was applied, and if not, why."""

    kind: str
    applied: bool
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Mismatch:
    """A condition of a rule that a request did not meet."""

    field: str
    expected: str
    received: str


@dataclass(frozen=True, kw_only=True)
class NearMiss:
    """A rule that nearly matched a request."""

    rule: str
    differences: tuple[Mismatch, ...]


@dataclass(frozen=True, kw_only=True)
class JournalEntry:
    """A request and its outcome. The server replaces secrets by `[redacted]`."""

    id: int
    timestamp: float
    """Unix time in milliseconds."""
    method: str
    path: str
    """Path of the URL, without the query."""
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    """Headers by lowercase name."""
    input: Mapping[str, Any]
    """Query, path parameters and JSON body in one object."""
    body: str | None = None
    """The body as received."""
    operation: str | None = None
    """Such as `chat.completions.create`."""
    key_hash: str | None = None
    status: int
    """HTTP status; 0 if the connection was broken before the status was sent."""
    rule: str | None = None
    """Name of the rule that applied."""
    near_misses: tuple[NearMiss, ...] = ()
    faults: tuple[FaultReport, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    routing: Mapping[str, Any] | None = None
    cost: Decimal
    """USD; 0 until a stream has ended."""
    duration_ms: float
    """Milliseconds until the response was ready to send."""
    ended: Ended | None = None
    """None while the response is being sent."""
    response: Any = None
    """The JSON body of the response, the payloads of its events, or its text."""


def read_entry(value: Mapping[str, Any]) -> JournalEntry:
    return read(
        JournalEntry,
        value,
        query=tuple((name, text) for name, text in value["query"]),
        near_misses=tuple(
            NearMiss(rule=miss["rule"], differences=tuple(read(Mismatch, one) for one in miss["differences"]))
            for miss in value.get("nearMisses", ())
        ),
        faults=tuple(read(FaultReport, fault) for fault in value.get("faults", ())),
        attempts=tuple(read(Attempt, attempt) for attempt in value.get("attempts", ())),
        cost=to_usd(value["cost"]),
        ended=read(Ended, value["ended"]) if "ended" in value else None,
    )


@dataclass(frozen=True, kw_only=True)
class RuleStatus:
    """A rule and how often it has applied. `times_remaining` is None without a limit."""

    name: str
    times_used: int
    times_remaining: int | None


@dataclass(frozen=True, kw_only=True)
class Spending:
    """What a session has spent, in USD, by model, by provider and by key."""

    model: Mapping[str, Decimal]
    provider: Mapping[str, Decimal]
    key: Mapping[str, Decimal]


class Journal:
    """The requests that a session received, oldest first."""

    def __init__(self, url: str) -> None:
        self._url = url

    def entries(self, operation: str | None = None) -> list[JournalEntry]:
        """Gives the requests, only those of one operation if it is named, such as `chat.completions.create`."""
        found: list[JournalEntry] = []
        after = 0
        while True:
            page = call(self._url, "GET", f"/_patchbay/journal?after={after}")
            found += [read_entry(entry) for entry in page["entries"]]
            if page.get("next") is None:
                return [entry for entry in found if operation is None or entry.operation == operation]
            after = page["next"]

    @property
    def last(self) -> JournalEntry:
        """The newest request. Raises `IndexError` if the session has received none."""
        entries = self.entries()
        if not entries:
            raise IndexError("The session has received no request.")
        return entries[-1]

    def __len__(self) -> int:
        return int(call(self._url, "GET", f"/_patchbay/journal?after={_NEWEST}")["count"])

    def clear(self) -> None:
        """Forgets all requests."""
        call(self._url, "DELETE", "/_patchbay/journal")
