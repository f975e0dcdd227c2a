"""What a run asks of its driver. The logic of runs is written as generators, so that both clients share it."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from ._ledger import Ledger
    from ._report import ToolExecution
    from ._tools._call import ReadyCall

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Send:
    """Sends a request. The driver returns a `Reply`."""

    request: Mapping[str, Any]
    idempotency_key: str
    keeps_stream: bool = False
    """Whether the value is the stream, after its first output."""
    max_retries: int | None = None
    first_token_timeout: float | None = None
    idle_timeout: float | None = None
    due: float = math.inf
    """When the run has to be over, in seconds of `time.monotonic`."""
    on_end: Callable[[Any, BaseException | None], None] | None = None
    """Called when a kept stream ends: with the stream, and with the error or `GeneratorExit` that ended it early."""

    @property
    def is_streamed(self) -> bool:
        """The time to the first token and the idle time can only be measured in a stream."""
        return self.keeps_stream or self.first_token_timeout is not None or self.idle_timeout is not None


@dataclass(frozen=True, slots=True)
class Reply:
    """The response to a request."""

    value: Any
    """A completion, or a stream."""
    completion: Any
    """The completion; of a stream, what has arrived."""
    time_to_first_token: float | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Waits. The driver returns None."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Execute:
    """Runs calls of tools. The driver returns their results in the order of the calls."""

    calls: list[ReadyCall]
    concurrency: int | None
    ledger: Ledger
    """The ledger of the run, to which runs that a tool starts belong."""
    on_end: Callable[[ToolExecution], None]


Effect: TypeAlias = Send | Pause | Execute
Work: TypeAlias = Generator[Effect, Any, Value]
