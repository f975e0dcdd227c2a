"""Requests one model after the other until a completion is accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from ._call_model import Answered
from ._decide_attempt import FailedAttempt, decide_attempt
from ._effects import Pause, Work
from ._errors import AgentError
from ._failure import Failure, classify_error
from ._ledger import Ledger
from ._report import Attempt

if TYPE_CHECKING:
    from ._fallback import Fallback

Candidates: TypeAlias = "Sequence[tuple[int, Mapping[str, Any]]]"
"""Models with their index in the fallback."""
Begin: TypeAlias = "Callable[[Mapping[str, Any], str], Work[Answered]]"
"""Begins an attempt with a candidate. The second argument is the end of its idempotency key."""
IsEmpty: TypeAlias = "Callable[[Answered], bool]"


def try_models(
    rules: Fallback, candidates: Candidates, ledger: Ledger, begin: Begin, is_empty: IsEmpty
) -> Work[Answered]:
    """Requests the models in turn. Raises the error of the last attempt.

    A failed attempt is repeated with its idempotency key. After a rejected completion, the next request has another one.
    """
    queue = list(candidates)
    index, candidate = _next(queue, rules, ledger)
    tries, answers = 1, 0
    while True:
        end: Answered | Exception
        try:
            end = replace((yield from begin(candidate, f"{index}.{answers}")), index=index)
        except (GeneratorExit, AgentError):
            rules.cooldown.note_nothing(candidate["model"])
            raise
        except Exception as error:
            end = error
        except BaseException:
            rules.cooldown.note_nothing(candidate["model"])
            raise
        failure = _check(end, candidate["model"], rules, is_empty)
        if failure is None and isinstance(end, Answered):
            return end
        if isinstance(end, Answered):
            answers += 1
        assert failure is not None
        decision = decide_attempt(
            FailedAttempt(failure, rules.action_on(failure), tries, bool(queue), rules.retry_delay)
        )
        if decision.type == "give-up":
            return _last_of(end, failure, rules)
        if decision.type == "retry":
            ledger.check_time(decision.delay)
            yield Pause(decision.delay)
            tries += 1
        else:
            index, candidate = _next(queue, rules, ledger)
            tries, answers = 1, 0


def _next(queue: list[tuple[int, Mapping[str, Any]]], rules: Fallback, ledger: Ledger) -> tuple[int, Mapping[str, Any]]:
    """Takes the next candidate that is not in cooldown. The last one is taken in any case."""
    while True:
        index, candidate = queue.pop(0)
        if not queue or not rules.cooldown.is_cooling(candidate["model"]):
            return index, candidate
        reason = "The model is in cooldown after recent failures."
        ledger.begin(Attempt(candidate["model"], outcome="skipped", reason=reason, cost=Decimal(0)))


def _check(end: Answered | Exception, model: str, rules: Fallback, is_empty: IsEmpty) -> Failure | None:
    """Why the end of an attempt is a failure, if it is one. Updates the cooldown of the model."""
    if isinstance(end, Exception):
        failure = classify_error(end)
        rules.cooldown.note_failure(model, failure)
        return failure
    if is_empty(end):
        failure = Failure("empty_response", "The completion was empty.")
        rules.cooldown.note_failure(model, failure)
    else:
        # The model responded, even if the completion is rejected below.
        rules.cooldown.note_success(model)
        if rules.accept is None or rules.accept(end.reply.completion):
            return None
        failure = Failure("rejected", "`accept` rejected the completion.")
    end.attempt.outcome, end.attempt.reason = "rejected", failure.message
    return failure


def _last_of(end: Answered | Exception, failure: Failure, rules: Fallback) -> Answered:
    """The result when no other model is left."""
    if isinstance(end, Exception):
        raise end
    if failure.kind == "empty_response":
        return end
    models = ", ".join(str(one["model"]) for one in rules.candidates)
    raise AgentError(f"`accept` rejected the completions of {models}.")
