"""The errors of the agent, and the reports that an error carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._errors import PatchbayError

if TYPE_CHECKING:
    from ._report import Attempt, RunReport


class AgentError(PatchbayError):
    """An option of the agent is not valid, or no model returned an accepted completion."""


class BudgetExceededError(AgentError):
    """A budget or a limit forbids another request. No request was sent."""

    def __init__(self, message: str = "") -> None:
        super().__init__(
            message
            or "The budget is spent, so no request was sent. Raise `max_cost`, or create a new `Budget` for the next task."
        )


class TimeLimitReachedError(AgentError):
    """The time of a run is over. `run_tools` catches it."""


def get_run_report(error: BaseException) -> RunReport | None:
    """Returns what a run had done when it raised this error: its steps, messages and cost. None for other errors.

    Example:
        ```python
        try:
            run_tools(client, model=model, messages=messages, tools=tools)
        except PatchbayError as error:
            report = get_run_report(error)
            print(report and report.cost)
        ```
    """
    return getattr(error, "_patchbay_run", None)


def get_attempts(error: BaseException) -> list[Attempt]:
    """Returns the attempts before an error of `run_tools` or `with_fallback`; an empty list for other errors."""
    attempts: list[Attempt] | None = getattr(error, "_patchbay_attempts", None)
    return list(attempts or [])


def attach(error: BaseException, attempts: list[Attempt], run: RunReport | None = None) -> None:
    """Stores the report of a failed run in its error. Objects without attributes are left unchanged."""
    try:
        error._patchbay_attempts = attempts  # type: ignore[attr-defined]
        if run is not None:
            error._patchbay_run = run  # type: ignore[attr-defined]
    except AttributeError:
        pass
