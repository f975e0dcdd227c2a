# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""One request to a model, with its attempt in the ledger."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._errors import APITimeoutError, PatchbayError
from .._info import get_response_info
from ._effects import Reply, Send, Work
from ._errors import BudgetExceededError, TimeLimitReachedError
from ._failure import KINDS, classify_error
from ._ledger import Ledger
from ._report import Attempt

if TYPE_CHECKING:
    from decimal import Decimal

    from ._failure import FailureKind
    from ._fallback import Fallback


@dataclass(frozen=True, slots=True)
class Answered:
    """A response with its attempt."""

    reply: Reply
    attempt: Attempt
    cost: Decimal | None
    asked: str
    """The requested model."""
    index: int = 0
    """The index of the requested model in the fallback; 0 without one."""


def call_model(
    request: Mapping[str, Any],
    key: str,
    ledger: Ledger,
    rules: Fallback | None = None,
    keeps_stream: bool = False,
) -> Work[Answered]:
    """Sends one request.

    Raises:
        BudgetExceededError: when a budget forbids it.
        TimeLimitReachedError: when the time of the run is over.
    """
    if ledger.spent() is not None:
        raise BudgetExceededError
    ledger.check_time()
    asked = str(request.get("model") or "default")
    attempt = ledger.begin(Attempt(asked))
    began = time.monotonic()

    def note_end(stream: Any, error: BaseException | None) -> None:
        attempt.duration = time.monotonic() - began
        _note_stream_end(attempt, ledger, stream, error)
        if rules is not None and isinstance(error, Exception):
            rules.cooldown.note_failure(asked, classify_error(error, shown=True))

    send = Send(
        request,
        key,
        keeps_stream=keeps_stream,
        max_retries=None if rules is None else 0,
        first_token_timeout=None if rules is None else rules.first_token_timeout,
        idle_timeout=None if rules is None else rules.idle_timeout,
        due=ledger.due,
        on_end=note_end if keeps_stream else None,
    )
    try:
        reply: Reply = yield send
    except Exception as error:
        _note_failure(attempt, ledger, error)
        if isinstance(error, APITimeoutError) and error.phase == "total" and time.monotonic() >= ledger.due - 0.001:
            attempt.outcome = "cancelled"
            raise TimeLimitReachedError("The time of the run is over.") from error
        raise
    except BaseException:
        # The caller left; the API may bill the request all the same.
        ledger.spend(None)
        raise
    finally:
        attempt.duration = time.monotonic() - began
    attempt.outcome = "succeeded"
    attempt.time_to_first_token = reply.time_to_first_token
    _note_response(attempt, reply.completion)
    info = get_response_info(reply.value)
    if info is not None and info.generation_id is not None:
        attempt.generation_id = info.generation_id
    if not _is_open(reply.value):
        attempt.cost = ledger.spend(reply.completion.usage if reply.completion is not None else None)
    return Answered(reply, attempt, attempt.cost, asked)


def _is_open(value: Any) -> bool:
    state = getattr(value, "_state", None)
    return state is not None and state.phase == "open"


def _note_response(attempt: Attempt, completion: Any) -> None:
    """Notes who responded."""
    if completion is None:
        return
    attempt.model = completion.model or attempt.model
    attempt.provider = completion.provider or attempt.provider
    attempt.generation_id = completion.id or attempt.generation_id


def _note_failure(attempt: Attempt, ledger: Ledger, error: Exception, shown: bool = False) -> None:
    """Notes why an attempt failed, and its cost if it may be billed."""
    failure = classify_error(error, shown=shown)
    attempt.outcome, attempt.failure_kind, attempt.reason = "failed", failure.kind, failure.message
    partial = error.partial if isinstance(error, PatchbayError) else None
    attempt.provider = getattr(partial, "provider", None) or attempt.provider
    generation_id = getattr(partial, "id", None) or getattr(error, "generation_id", None)
    attempt.generation_id = generation_id or attempt.generation_id
    usage = getattr(partial, "usage", None)
    if usage is not None or KINDS[failure.kind].may_be_billed:
        attempt.cost = ledger.spend(usage)


def _note_stream_end(attempt: Attempt, ledger: Ledger, stream: Any, error: BaseException | None) -> None:
    """Notes how a stream ended after its first output."""
    partial = stream._state.partial()
    _note_response(attempt, partial)
    usage = None if partial is None else partial.usage
    if isinstance(error, Exception):
        attempt.outcome, attempt.reason = "failed", str(error)
        # The report says what failed; the reaction follows from `after_output`.
        attempt.failure_kind = _classify_with(partial, error)
    elif error is not None:
        attempt.outcome = "cancelled"
    attempt.cost = ledger.spend(usage)


def _classify_with(partial: Any, error: Exception) -> FailureKind:
    """The kind of a failure whose stream has not added the partial response to its error yet."""
    if not isinstance(error, PatchbayError) or error.partial is not None:
        return classify_error(error).kind
    error.partial = partial
    try:
        return classify_error(error).kind
    finally:
        error.partial = None
