"""Decides what a run does next. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from ._completion import SPECIAL
from ._report import StopReason


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything that the next request of a run depends on, apart from the conversation."""

    models: tuple[int, ...] = ()
    """The models of the fallback that are left, by index; empty without a fallback."""
    again: int = 0
    """How often the step was requested before."""
    repairs: int = 0
    """How often an invalid output was sent back to the model."""
    is_first: bool = True
    """Whether no response of the run was accepted yet. A forced tool choice applies until then."""
    ending: StopReason | None = None
    """Why the next response is the final one, without tools."""


@dataclass(frozen=True, slots=True)
class TurnResponse:
    """A response of a model, as far as decisions depend on it."""

    asked: int
    """The index of the requested model in the fallback; 0 without one."""
    finish_reason: str | None
    has_calls: bool
    is_empty: bool


class Decision(NamedTuple):
    """What to do with a response. `rejected` is why it cannot be used."""

    type: Literal["repeat", "stop", "run-tools", "finish"]
    turn: Turn
    rejected: str | None = None
    stop_reason: StopReason | None = None
    checks_output: bool = False


def decide_start(
    turn: Turn, spent: StopReason | None, reached: StopReason | None, may_respond: bool
) -> tuple[Turn, StopReason | None]:
    """Decides before a request whether a limit ends the run, or leaves one final response.

    `may_respond`: tool results wait for the model, and it may respond to them without tools.
    """
    ending = turn.ending or spent or reached
    if ending is None:
        return turn, None
    turn = replace(turn, ending=ending)
    if spent is not None:
        return turn, spent
    return turn, None if may_respond else ending


def decide_next(before: Turn, response: TurnResponse, has_fallback: bool) -> Decision:
    """Decides what to do with a response."""
    # The final response has no calls to run.
    runs_calls = response.has_calls and before.ending is None
    is_special = response.finish_reason in SPECIAL
    # A truncated call never runs.
    if response.finish_reason == "length" and runs_calls:
        return _decide_truncated(before, response.asked, has_fallback)
    if response.is_empty and before.ending is None and not is_special:
        # A fallback has repeated the request already.
        if not has_fallback and before.again == 0:
            return Decision("repeat", replace(before, again=1), "The completion was empty.")
        return Decision("stop", before, "The completion was empty.", "empty_response")
    accepted = replace(before, again=0, is_first=False)
    if runs_calls:
        return Decision("run-tools", accepted)
    stop_reason: StopReason = before.ending or "completed"
    if before.ending is None and response.finish_reason == "length":
        stop_reason = "length"
    if before.ending is None and response.finish_reason == "content_filter":
        stop_reason = "content_filter"
    return Decision("finish", accepted, stop_reason=stop_reason, checks_output=not is_special)


def _decide_truncated(turn: Turn, asked: int, has_fallback: bool) -> Decision:
    rejected = "The completion was truncated in a tool call."
    if turn.again == 0:
        return Decision("repeat", replace(turn, again=1), rejected)
    models = models_after(turn, asked) if has_fallback else ()
    if models:
        return Decision("repeat", replace(turn, models=models, again=0), rejected)
    return Decision("stop", turn, rejected, "length")


def decide_repair(turn: Turn, asked: int, has_fallback: bool) -> Turn | None:
    """Decides what to do with an invalid output: the model repairs it once, then the next model is used.

    None if the error has to be raised.
    """
    if turn.repairs == 0:
        return replace(turn, repairs=1)
    models = models_after(turn, asked) if has_fallback else ()
    return replace(turn, models=models, repairs=turn.repairs + 1) if models else None


def models_after(turn: Turn, asked: int) -> tuple[int, ...]:
    """The models after the requested one."""
    return turn.models[turn.models.index(asked) + 1 :] if asked in turn.models else ()
