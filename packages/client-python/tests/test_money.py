"""Exact amounts of money."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patchbay_client.money import estimate_cost, format_usd, get_cost, parse_price, parse_usd


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0.1, "0.1"),
        ("0.00000015", "0.00000015"),
        (1e-7, "0.0000001"),
        (12, "12"),
        ("1e3", "1000"),
        (" -2.50 ", "-2.5"),
        ("0.0000000000000000015", "0.000000000000000002"),
        (Decimal("1.10"), "1.1"),
        (0, "0"),
        ("-0", "0"),
    ],
)
def test_parses_digit_by_digit(amount: Any, text: str) -> None:
    assert format_usd(parse_usd(amount)) == text


@pytest.mark.parametrize("amount", ["", "x", None, True, "1_0", "١", float("nan"), "1e999", "0" * 401, [], "Infinity"])
def test_refuses_other_values(amount: Any) -> None:
    with pytest.raises(ValueError, match="must be a decimal number of USD"):
        parse_usd(amount)
    assert parse_price(amount) is None


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12), st.integers(0, 12))
def test_format_rounds_half_up(amount: float, decimals: int) -> None:
    usd = parse_usd(amount)
    assert abs(Decimal(format_usd(usd, decimals)) - usd) <= Decimal(1).scaleb(-decimals) / 2
    assert parse_usd(format_usd(usd)) == usd


def test_costs() -> None:
    assert get_cost({"usage": {"cost": 0.0000042}}) == Decimal("0.0000042")
    assert get_cost({"usage": None}) == 0
    byok = {"usage": {"cost": 0.1, "is_byok": True, "cost_details": {"upstream_inference_cost": 0.2}}}
    assert get_cost(byok) == Decimal("0.3")
    with pytest.raises(ValueError, match="must be an object"):
        get_cost("x")
    assert parse_price("-1") is None


PRICING: Any = {
    "prompt": "0.000001",
    "completion": "0.000002",
    "input_cache_read": "0.0000001",
    "request": "0.5",
    "discount": 0.5,
    "overrides": [
        {"min_prompt_tokens": 1000, "prompt": "0.000003"},
        {"utc_start": 2200, "utc_end": 600, "completion": "0"},
    ],
}
NOON, NIGHT = datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2026, 1, 1, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("usage", "at", "expected"),
    [
        ({"prompt_tokens": 100, "completion_tokens": 10}, NOON, "0.25006"),
        ({"prompt_tokens": 2000, "completion_tokens": 10}, NOON, "0.25301"),
        ({"prompt_tokens": 100, "completion_tokens": 10}, NIGHT, "0.25005"),
        (
            {"prompt_tokens": 100, "completion_tokens": 0, "prompt_tokens_details": {"cached_tokens": 50}},
            NOON,
            "0.2500275",
        ),
        ({"input_tokens": 100, "output_tokens": 10, "input_tokens_details": None}, NOON, "0.25006"),
        ({"input_tokens": 50, "output_tokens": 0, "cache_read_input_tokens": 50}, NOON, "0.2500275"),
    ],
)
def test_estimates(usage: Any, at: datetime, expected: str) -> None:
    assert estimate_cost({"pricing": PRICING}, usage, at) == Decimal(expected)


def test_refuses_routers_and_bad_counts() -> None:
    with pytest.raises(ValueError, match="is a router"):
        estimate_cost({"pricing": {"prompt": "-1"}}, {"prompt_tokens": 1, "completion_tokens": 1})
    with pytest.raises(ValueError, match="must be an integer"):
        estimate_cost({"pricing": PRICING}, {"prompt_tokens": 1.5, "completion_tokens": 1})


@pytest.mark.parametrize("decimals", [2000, 10**6, 10**30])
def test_amounts_with_too_many_digits(decimals: int) -> None:
    with pytest.raises(ValueError, match="too many digits"):
        format_usd(Decimal(1), decimals)


@pytest.mark.parametrize("overrides", ["x", [1], {"a": 1}, [[]], [None]])
def test_overrides_that_are_none(overrides: object) -> None:
    model = {"pricing": {"prompt": "1", "completion": "1", "overrides": overrides}}
    assert estimate_cost(model, {"prompt_tokens": 1, "completion_tokens": 1}) == 2


@pytest.mark.parametrize("override", [{"utc_start": "a"}, {"utc_end": []}, {"min_prompt_tokens": "x"}])
def test_conditions_that_are_not_numbers_do_not_count(override: dict[str, Any]) -> None:
    model = {"pricing": {"prompt": "1", "completion": "1", "overrides": [{**override, "prompt": "3"}]}}
    assert estimate_cost(model, {"prompt_tokens": 1, "completion_tokens": 1}) == 4


def test_the_time_of_an_estimate_is_a_datetime() -> None:
    at: Any = "2026-01-01"
    with pytest.raises(ValueError, match="`at` must be a datetime"):
        estimate_cost({"pricing": {"prompt": "1"}}, {"prompt_tokens": 1, "completion_tokens": 1}, at)
