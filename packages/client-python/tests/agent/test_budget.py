"""Budgets and limits: exact amounts, and threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from patchbay_client.agent import AgentError, Budget, Limits
from patchbay_client.agent._ledger import Ledger, current


def usage(cost: object, **others: object) -> Any:
    return SimpleNamespace(cost=cost, is_byok=None, cost_details=None, **others)


def spend_often(ledger: Ledger) -> None:
    for _ in range(500):
        ledger.spend(usage(1e-7))


def test_costs_are_added_digit_by_digit() -> None:
    budget = Budget(Decimal("0.3"))
    for _ in range(2):
        budget.add(Decimal("0.1"))
    assert (budget.spent, budget.remaining, budget.is_spent) == (Decimal("0.2"), Decimal("0.1"), False)
    budget.add(Decimal("0.1"))
    assert (budget.remaining, budget.is_spent) == (Decimal(0), True)
    assert repr(budget) == "Budget(max_cost=0.3, spent=0.3)"


def test_amounts_print_without_trailing_zeros() -> None:
    budget = Budget(Decimal("0.05"))
    for cost in ("0.00010275", "0.00006025"):
        budget.add(Decimal(cost))
    assert (str(budget.spent), str(budget.remaining)) == ("0.000163", "0.049837")


def test_a_budget_is_exact_when_threads_share_it() -> None:
    budget = Budget(Decimal(1))
    ledgers = [Ledger(budget=budget) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(spend_often, ledgers))
    assert budget.spent == Decimal("0.0004")
    assert ledgers[0].cost == Decimal("0.00005")


@pytest.mark.parametrize("cost", [None, -1, "free", float("nan"), True])
def test_a_cost_that_is_not_reported_is_unknown(cost: object) -> None:
    budget = Budget(Decimal(1))
    ledger = Ledger(budget=budget)
    assert ledger.cost == 0
    assert ledger.spend(usage(cost)) is None
    assert (ledger.cost, budget.spent, budget.unpriced) == (None, Decimal(0), 1)
    ledger.spend(usage(0.5))
    assert ledger.cost == Decimal("0.5")


def test_a_byok_request_counts_the_charge_of_the_provider() -> None:
    details = SimpleNamespace(upstream_inference_cost=0.02)
    own_key: Any = SimpleNamespace(cost=0.001, is_byok=True, cost_details=details)
    assert Ledger().spend(own_key) == Decimal("0.021")


def test_a_budget_is_charged_once_by_a_run_within_a_run() -> None:
    budget = Budget(Decimal(1))
    outer = Ledger(Limits(max_total_tokens=10), budget)
    token = current.set(outer)
    inner = Ledger(Limits(), budget)
    current.reset(token)
    inner.spend(usage(0.25, prompt_tokens=6, completion_tokens=4, total_tokens=10))
    assert (budget.spent, outer.cost, inner.cost) == (Decimal("0.25"),) * 3
    assert (outer.reached(), inner.reached(), inner.spent()) == ("max_total_tokens", None, "max_total_tokens")


@pytest.mark.parametrize("amount", [-1, "x", None, True, Decimal("NaN")])
def test_an_invalid_amount_is_refused(amount: Any) -> None:
    with pytest.raises(AgentError, match="amount of USD"):
        Budget(amount)


@pytest.mark.parametrize(
    "limits", [{"max_steps": 0}, {"max_steps": None}, {"max_total_tokens": 1.5}, {"max_cost": "x"}]
)
def test_invalid_limits_are_refused(limits: Any) -> None:
    with pytest.raises(AgentError):
        Limits(**limits)
