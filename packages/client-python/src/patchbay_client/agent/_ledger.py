# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""What runs spend: the ledger of one run, and budgets that several runs share."""

from __future__ import annotations

import math
import time
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from threading import Lock
from typing import TYPE_CHECKING, Any

from .._checks import to_seconds
from .._failures.show import show_value
from ..money import _EXACT, _normal, format_usd, get_cost, parse_usd
from ._errors import AgentError, TimeLimitReachedError
from ._report import Attempt, Step, TokenUsage

if TYPE_CHECKING:
    from ._report import StopReason

_ZERO = Decimal(0)


def to_usd(name: str, value: object) -> Decimal:
    """An amount of USD of 0 or more. Numbers and decimal strings are read digit by digit."""
    try:
        amount = parse_usd(value)  # pyright: ignore[reportArgumentType]
    except ValueError:
        amount = Decimal(-1)
    if amount < 0:
        raise AgentError(
            f'`{name}` must be an amount of USD of 0 or more, got {show_value(value)}. Example: Decimal("0.05").'
        )
    return amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of a run. A reached limit is not an error: the run returns what it has, and `stop_reason` names the limit.

    `max_cost`, `max_total_tokens` and `timeout` also apply inside every run that a tool starts.

    Raises:
        AgentError: when a limit is not a positive number.

    Example:
        ```python
        Limits(max_cost=Decimal("0.05"), max_steps=8, timeout=60.0)
        ```
    """

    max_steps: int = 20
    """Responses of the model. Nested runs count their own. Default: 20."""
    max_cost: Decimal | None = None
    """USD, checked before each request; the request in progress can exceed it. A response without a reported cost counts
    as 0; combine this limit with `max_total_tokens` for such providers. Default: none.
    """
    max_total_tokens: int | None = None
    """Prompt and completion tokens in total, checked before each request. Default: none."""
    timeout: float | timedelta | None = None
    """Seconds for the whole run. Default: none."""

    def __post_init__(self) -> None:
        for name in ("max_steps", "max_total_tokens"):
            value = getattr(self, name)
            is_count = isinstance(value, int) and not isinstance(value, bool) and value > 0
            if not is_count and (value is not None or name == "max_steps"):
                raise AgentError(f"`{name}` must be a positive integer, got {show_value(value)}.")
        if self.max_cost is not None:
            object.__setattr__(self, "max_cost", to_usd("max_cost", self.max_cost))
        to_seconds("timeout", self.timeout)


def _add(first: Decimal, second: Decimal) -> Decimal:
    """The exact sum, without trailing zeros."""
    return _normal(_EXACT.add(first, second))


class Budget:
    """An amount of USD that several runs and calls share, also in several threads or tasks.

    A spent budget stops a run before its next request, with the stop reason `max_cost`; `with_fallback` raises
    `BudgetExceededError`. The cost of a request is known after it, so the last one can exceed the budget. Failed
    attempts that may be billed count when their cost is reported.

    Args:
        max_cost: USD.

    Raises:
        AgentError: when `max_cost` is not an amount of 0 or more.

    Example:
        ```python
        budget = Budget(max_cost=Decimal("0.05"))
        for question in questions:
            run_tools(client, model=model, messages=ask(question), tools=tools, budget=budget)
        print(budget.spent, budget.remaining)
        ```
    """

    def __init__(self, max_cost: Decimal) -> None:
        self._max_cost = to_usd("max_cost", max_cost)
        self._lock = Lock()
        self._spent = _ZERO
        self._unpriced = 0

    @property
    def max_cost(self) -> Decimal:
        """USD."""
        return self._max_cost

    @property
    def spent(self) -> Decimal:
        """USD: the exact sum of the reported costs. See `unpriced` for costs that are not known."""
        return self._spent

    @property
    def remaining(self) -> Decimal:
        """USD; 0 if the budget is spent."""
        return max(_normal(_EXACT.subtract(self._max_cost, self._spent)), _ZERO)

    @property
    def unpriced(self) -> int:
        """Number of requests that may be billed and whose cost is not known. `spent` does not include them."""
        return self._unpriced

    @property
    def is_spent(self) -> bool:
        """Whether no further request may be sent."""
        return self._spent >= self._max_cost

    def add(self, cost: Decimal | None) -> None:
        """Adds a cost of your own, such as that of an embedding. None counts as a request whose cost is not known.

        Raises:
            AgentError: when the cost is not an amount of 0 or more.

        Example:
            ```python
            budget.add(get_cost(client.embeddings.create(model=model, input=texts)))
            ```
        """
        amount = None if cost is None else to_usd("cost", cost)
        with self._lock:
            if amount is None:
                self._unpriced += 1
            else:
                self._spent = _add(self._spent, amount)

    def __repr__(self) -> str:
        return f"Budget(max_cost={format_usd(self._max_cost)}, spent={format_usd(self._spent)})"


current: ContextVar[Ledger | None] = ContextVar("patchbay_ledger", default=None)
"""The ledger of the run whose tool is running. A run that the tool starts belongs to it."""


class Ledger:
    """The usage of a run so far. The usage of nested runs is added as it occurs."""

    def __init__(self, limits: Limits | None = None, budget: Budget | None = None) -> None:
        self.limits = limits
        self.caller = current.get()
        self.steps: list[Step] = []
        self.attempts: list[Attempt] = []
        own = () if budget is None else (budget,)
        outer = () if self.caller is None else self.caller.budgets
        self.budgets: tuple[Budget, ...] = (*outer, *(one for one in own if one not in outer))
        timeout = math.inf if limits is None else to_seconds("timeout", limits.timeout)
        self.due = min(time.monotonic() + timeout, math.inf if self.caller is None else self.caller.due)
        self._lock = Lock()
        self._sum = _ZERO
        self._tokens = TokenUsage()
        # The number of responses and attempts that may be billed, and of those with a reported cost.
        self._billed = 0
        self._priced = 0

    @property
    def cost(self) -> Decimal | None:
        """USD; None if something may be billed and no cost was reported."""
        return None if self._billed > 0 and self._priced == 0 else self._sum

    @property
    def tokens(self) -> TokenUsage:
        return self._tokens

    def spend(self, usage: Any) -> Decimal | None:
        """Adds the usage of a response, or of an attempt that may be billed. Returns its cost; None if unknown."""
        cost = _reported_cost(usage)
        for budget in self.budgets:
            budget.add(cost)
        ledger: Ledger | None = self
        while ledger is not None:
            ledger._add(usage, cost)
            ledger = ledger.caller
        return cost

    def _add(self, usage: Any, cost: Decimal | None) -> None:
        prompt, completion = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
        total = _count(usage, "total_tokens") or prompt + completion
        with self._lock:
            before = self._tokens
            self._tokens = TokenUsage(
                before.prompt_tokens + prompt, before.completion_tokens + completion, before.total_tokens + total
            )
            self._billed += 1
            if cost is not None:
                self._priced += 1
                self._sum = _add(self._sum, cost)

    def begin(self, attempt: Attempt) -> Attempt:
        """Adds an attempt, also to the runs around this one."""
        ledger: Ledger | None = self
        while ledger is not None:
            ledger.attempts.append(attempt)
            ledger = ledger.caller
        return attempt

    def spent(self) -> StopReason | None:
        """The limit that no further request may exceed: of cost, and every limit of a calling run."""
        if any(budget.is_spent for budget in self.budgets) or self._exceeds_cost():
            return "max_cost"
        ledger = self.caller
        while ledger is not None:
            if ledger._exceeds_cost():
                return "max_cost"
            if ledger._exceeds_tokens():
                return "max_total_tokens"
            ledger = ledger.caller
        return None

    def reached(self) -> StopReason | None:
        """The limit of this run after which the model may respond once more, without tools."""
        if self.limits is not None and len(self.steps) >= self.limits.max_steps:
            return "max_steps"
        return "max_total_tokens" if self._exceeds_tokens() else None

    def check_time(self, delay: float = 0.0) -> None:
        """Raises when the time of the run is over, or will be after a delay."""
        if time.monotonic() + delay >= self.due:
            raise TimeLimitReachedError("The time of the run is over.")

    def _exceeds_cost(self) -> bool:
        return self.limits is not None and self.limits.max_cost is not None and self._sum >= self.limits.max_cost

    def _exceeds_tokens(self) -> bool:
        most = None if self.limits is None else self.limits.max_total_tokens
        return most is not None and self._tokens.total_tokens >= most


def _reported_cost(usage: Any) -> Decimal | None:
    """The exact cost that a usage reports; None if it reports none or an invalid one."""
    if usage is None:
        return None
    upstream = getattr(getattr(usage, "cost_details", None), "upstream_inference_cost", None)
    if getattr(usage, "cost", None) is None and (not getattr(usage, "is_byok", None) or upstream is None):
        return None
    try:
        cost = get_cost({"usage": usage})
    except ValueError:
        return None
    return cost if cost >= 0 else None


def _count(usage: Any, name: str) -> int:
    """A count that a provider reports, or 0 if it is not a count."""
    value = getattr(usage, name, None)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return 0
    return max(int(value), 0)
