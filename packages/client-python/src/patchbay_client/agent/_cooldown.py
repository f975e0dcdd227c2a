"""Skips models that failed recently."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from .._checks import to_seconds
from ..generated.fallback_policy import FALLBACK
from ._errors import AgentError
from ._failure import KINDS, Failure

_POLICY = FALLBACK.cooldown


class Cooldown:
    """When a failing model is skipped, and for how long. Several fallbacks and threads can share one.

    After the cooldown, one attempt is let through. A rate-limited model is skipped for as long as the API asks, and a
    model that does not exist for a minute.

    Args:
        failure_threshold: Consecutive failures of the model. Default: 3.
        duration: Seconds. Default: 30.

    Raises:
        AgentError: when an argument is not a positive number.

    Example:
        ```python
        cooldown = Cooldown(failure_threshold=2, duration=60.0)
        model = fallback(["openai/gpt-5-mini", "z-ai/glm-4.6"], cooldown=cooldown)
        ```
    """

    def __init__(
        self, *, failure_threshold: int = _POLICY.failures, duration: float = _POLICY.duration_ms / 1000
    ) -> None:
        if isinstance(failure_threshold, bool) or not isinstance(failure_threshold, int) or failure_threshold < 1:
            raise AgentError(f"`failure_threshold` must be an integer of 1 or more, got {failure_threshold!r}.")
        self._threshold = failure_threshold
        self._duration = to_seconds("duration", duration)
        self._now: Callable[[], float] = time.monotonic
        self._lock = Lock()
        self._failures: dict[str, int] = {}
        self._until: dict[str, float] = {}
        # Models with a trial attempt in progress.
        self._probed: set[str] = set()

    def is_cooling(self, model: str) -> bool:
        """Whether a model is in cooldown. After the cooldown, the first caller may send a request."""
        with self._lock:
            until = self._until.get(model)
            if until is None:
                return False
            if until > self._now() or model in self._probed:
                return True
            self._probed.add(model)
            return False

    def note_nothing(self, model: str) -> None:
        """Ends a trial attempt without a result, because its caller left."""
        with self._lock:
            self._probed.discard(model)

    def note_success(self, model: str) -> None:
        """Ends the cooldown of a model."""
        with self._lock:
            self._probed.discard(model)
            self._failures.pop(model, None)
            self._until.pop(model, None)

    def note_failure(self, model: str, failure: Failure) -> None:
        """Counts a failure, and starts the cooldown if it is due."""
        with self._lock:
            was_probed = model in self._probed
            self._probed.discard(model)
            is_its_own = KINDS[failure.kind].blames_model
            failures = self._failures.get(model, 0) + is_its_own
            self._failures[model] = failures
            seconds = self._seconds(failure, is_its_own and (failures >= self._threshold or was_probed))
            if seconds > 0:
                self._until[model] = max(self._until.get(model, 0.0), self._now() + seconds)

    def _seconds(self, failure: Failure, is_due: bool) -> float:
        if failure.kind == "rate_limited":
            return _POLICY.rate_limit_ms / 1000 if failure.retry_after is None else failure.retry_after
        if failure.kind == "not_found":
            return _POLICY.not_found_ms / 1000
        return self._duration if is_due else 0.0
