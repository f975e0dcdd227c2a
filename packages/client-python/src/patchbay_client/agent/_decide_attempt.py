"""Decides what a fallback does after a failed attempt. Pure functions; times are seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..generated.fallback_policy import FALLBACK
from ._failure import Failure, FallbackAction

RETRY_DELAY = FALLBACK.retry_delay_ms / 1000
MAX_RETRY_AFTER = FALLBACK.max_retry_after_ms / 1000


@dataclass(frozen=True, slots=True)
class FailedAttempt:
    """The situation after a failed attempt."""

    failure: Failure
    action: FallbackAction
    """What the rules say about this failure."""
    tries: int
    """The number of attempts with this model, including this one."""
    has_next: bool
    """Whether models are left that were not requested yet."""
    retry_delay: float = RETRY_DELAY


class AttemptDecision(NamedTuple):
    """What to do after a failed attempt."""

    type: Literal["retry", "next", "give-up"]
    delay: float = 0.0
    """With `retry`: seconds until the same model is requested again."""


def decide_attempt(attempt: FailedAttempt) -> AttemptDecision:
    """Decides what to do after a failed attempt. A model is tried twice at most."""
    delay = _retry_delay(attempt) if attempt.tries == 1 else None
    if delay is not None:
        return AttemptDecision("retry", delay)
    if attempt.action == "throw" or not attempt.has_next:
        return AttemptDecision("give-up")
    return AttemptDecision("next")


def _retry_delay(attempt: FailedAttempt) -> float | None:
    """Seconds until the same model is requested again; None if it is not."""
    failure, action, has_next = attempt.failure, attempt.action, attempt.has_next
    asked = failure.retry_after
    requested = asked if asked is not None and asked <= MAX_RETRY_AFTER else None
    if failure.kind == "insufficient_credits" and action == "throw":
        # A temporarily exhausted balance affects all models.
        return requested
    if failure.kind == "rate_limited" and action == "next":
        # Another model responds sooner; only the last one is waited for.
        return None if has_next else requested
    if action != "retry":
        return None
    if asked is not None and (not has_next or failure.kind == "rate_limited"):
        return requested
    return attempt.retry_delay
