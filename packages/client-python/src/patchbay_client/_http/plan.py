"""Everything that a call specifies, read and checked once, and the decisions between its attempts."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from .. import _policy
from .._checks import to_seconds
from .._errors import PatchbayError
from .._omit import OMIT
from .._options import RetryEvent, Settings
from .deadline import Deadline
from .request import Outgoing, to_request
from .retry import backoff, is_not_yet_available, should_retry

if TYPE_CHECKING:
    from .._operation import Operation
    from .._resource import CallOptions


class Plan(NamedTuple):
    """A call that is ready to be sent."""

    operation: Operation
    outgoing: Outgoing
    settings: Settings
    timeout: float
    poll: bool
    total_due: float

    def deadline(self) -> Deadline:
        """The deadline of the next attempt."""
        deadline = Deadline(self.settings.total_timeout, self.total_due)
        deadline.limit("attempt", self.timeout)
        return deadline

    def delay_after(self, error: PatchbayError, attempt: int) -> float | None:
        """Seconds to wait before the next attempt; None when there is none. Calls `on_retry`."""
        error.attempts = attempt
        settings = self.settings
        polls = self.poll and is_not_yet_available(error, attempt)
        retries = attempt <= settings.max_retries and should_retry(error, self.operation, settings.retry_non_idempotent)
        if not polls and not retries:
            return None
        delay = _policy.POLL_DELAY if polls else backoff(attempt, error)
        if monotonic() + delay > self.total_due:
            return None
        if settings.on_retry is not None:
            settings.on_retry(RetryEvent(attempt, delay, error))
        return delay


def plan_call(
    operation: Operation,
    input: Mapping[str, object],
    options: CallOptions,
    settings: Settings,
) -> Plan:
    """Reads a call.

    Raises:
        PatchbayError: when the input or an option is not valid.
    """
    timeout = settings.timeout if options.timeout is OMIT else to_seconds("timeout", options.timeout)
    return Plan(
        operation=operation,
        outgoing=to_request(operation, input, options, settings),
        settings=settings,
        timeout=timeout,
        poll=options.poll and operation.pollable,
        total_due=monotonic() + settings.total_timeout,
    )
