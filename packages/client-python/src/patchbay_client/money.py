# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Exact amounts of money as `Decimal`, in USD."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Any

from ._failures.show import show_value

# Enough digits that no sum or product of prices and token counts is rounded.
_EXACT = Context(prec=1000, rounding=ROUND_HALF_UP)
_UNIT = Decimal("1e-18")
_ZERO = Decimal(0)
_LONGEST = 400


def parse_usd(amount: float | str | Decimal) -> Decimal:
    """Parses an amount of USD from a number or a decimal string, digit by digit.

    Digits beyond 10⁻¹⁸ are floating-point noise and are rounded half up.

    Raises:
        ValueError: when it is not a decimal number, has more than 400 characters or an exponent beyond ±400.

    Example:
        ```python
        parse_usd("0.00000015") * 1_000_000 == parse_usd(0.15)
        ```
    """
    number: Decimal | None = None
    if not isinstance(amount, bool) and isinstance(amount, (int, float, str, Decimal)):
        text = repr(amount) if isinstance(amount, float) else str(amount).strip()
        if len(text) <= _LONGEST and "_" not in text and text.isascii():
            try:
                number = Decimal(text)
            except InvalidOperation:
                number = None
    if number is None or not number.is_finite() or abs(number.adjusted()) > 2 * _LONGEST:
        raise ValueError(f"The amount must be a decimal number of USD, got {show_value(amount)}. Example: 0.25.")
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -18:
        number = number.quantize(_UNIT, context=_EXACT)
    return _normal(number)


def _normal(number: Decimal) -> Decimal:
    """Without trailing zeros, exponent and negative zero."""
    if not number:
        return _ZERO
    number = number.normalize(_EXACT)
    exponent = number.as_tuple().exponent
    return number.quantize(Decimal(1), context=_EXACT) if isinstance(exponent, int) and exponent > 0 else number


def parse_price(price: object) -> Decimal | None:
    """Parses the price of a model or an endpoint. Never raises.

    Returns None for a router, whose price is -1, and for a value that is not a price, so that one malformed entry does not
    hide a whole catalog.

    Example:
        ```python
        parse_price(model.pricing.prompt)  # USD for one token
        ```
    """
    try:
        usd = parse_usd(price)  # pyright: ignore[reportArgumentType]
    except ValueError:
        return None
    return None if usd < 0 else usd


def format_usd(amount: Decimal, decimals: int | None = None) -> str:
    """Formats an amount as a decimal string: all digits, or rounded half up to `decimals` digits.

    Raises:
        ValueError: when the amount is not a finite Decimal, or `decimals` is not an integer of 0 or more.

    Example:
        ```python
        format_usd(parse_usd(0.0001234))  # "0.0001234"
        format_usd(parse_usd(0.0001234), 6)  # "0.000123"
        ```
    """
    if not isinstance(amount, Decimal) or not amount.is_finite():
        raise ValueError(f"The amount must be a Decimal, got {show_value(amount)}. Convert it with `parse_usd`.")
    if decimals is None:
        return format(_normal(amount), "f")
    if isinstance(decimals, bool) or not isinstance(decimals, int) or decimals < 0:
        raise ValueError(f"`decimals` must be an integer of 0 or more, got {show_value(decimals)}.")
    try:
        rounded = amount.quantize(Decimal((0, (1,), -decimals)), context=_EXACT)
    except (InvalidOperation, OverflowError):
        raise ValueError(f"An amount with {show_value(decimals)} decimals has too many digits.") from None
    return format(rounded if rounded else abs(rounded), "f")


def get_cost(response: object) -> Decimal:
    """The exact cost of a response.

    With a BYOK key, `usage.cost` is only OpenRouter's fee; the provider's charge
    (`cost_details.upstream_inference_cost`) is added.

    Raises:
        ValueError: when the response is not an object, or its cost is not an amount.

    Example:
        ```python
        reply = client.chat.completions.create(model=model, messages=messages)
        print(f"${format_usd(get_cost(reply), 6)}")
        ```
    """
    usage = _get(_require("The response", response), "usage")
    upstream = _get(_get(usage, "cost_details"), "upstream_inference_cost") if _get(usage, "is_byok") else None
    return _EXACT.add(parse_usd(_get(usage, "cost") or 0), parse_usd(upstream or 0))


def estimate_cost(model: object, usage: object, at: datetime | None = None) -> Decimal:
    """The exact cost of a request at the prices of a model or of one of its endpoints.

    It applies separate prices for cached, cache-write, audio, image and reasoning tokens, discounts, and overrides at the
    time `at` (default: now). OpenRouter rounds its charge up to a whole nano-USD. Costs that a usage does not report are not
    included: images in the prompt, web searches, and one-hour cache writes.

    Raises:
        ValueError: for a router, which has no price of its own, and for prices and token counts that are not numbers.

    Example:
        ```python
        model = client.models.get(author="openai", slug="gpt-5-mini").data
        format_usd(estimate_cost(model, {"prompt_tokens": 1200, "completion_tokens": 300}))
        ```
    """
    pricing = _require("`pricing` of the model", _get(_require("The model", model), "pricing"))
    if at is not None and not isinstance(at, datetime):
        raise ValueError(f"`at` must be a datetime, got {show_value(at)}.")
    counts = _to_chat_usage(_require("The usage", usage))
    prompt, completion = _count(counts["prompt_tokens"]), _count(counts["completion_tokens"])
    given, made = counts["prompt_tokens_details"], counts["completion_tokens_details"]
    cached, cache_write, audio = (
        _detail(given, name) for name in ("cached_tokens", "cache_write_tokens", "audio_tokens")
    )
    reasoning, audio_out, image = (_detail(made, name) for name in ("reasoning_tokens", "audio_tokens", "image_tokens"))
    prices = _prices_at(pricing, prompt, at or datetime.now(UTC))
    lines = (
        (1, ("request",)),
        (prompt - cached - cache_write - audio, ("prompt",)),
        (cached, ("input_cache_read", "prompt")),
        (cache_write, ("input_cache_write", "prompt")),
        (audio, ("audio", "prompt")),
        (completion - reasoning - audio_out - image, ("completion",)),
        (reasoning, ("internal_reasoning", "completion")),
        (audio_out, ("audio_output", "completion")),
        (image, ("image_output", "completion")),
    )
    total = _ZERO
    for count, names in lines:
        total = _EXACT.add(total, _EXACT.multiply(Decimal(count), _price(prices, names)))
    discount = parse_usd(_get(pricing, "discount") or 0)
    return _normal(_EXACT.multiply(total, _EXACT.subtract(Decimal(1), discount)))


def _price(prices: Mapping[str, Any], names: tuple[str, ...]) -> Decimal:
    found = parse_usd(next((prices[name] for name in names if isinstance(prices.get(name), str)), 0))
    if found < 0:
        raise ValueError(
            "The model is a router and has no price of its own. Use the model named in the response, or `get_cost(response)`."
        )
    return found


def _to_chat_usage(usage: Any) -> dict[str, Any]:
    """The counts of a usage under the names of chat completions."""
    if not _has(usage, "input_tokens"):
        names = ("prompt_tokens", "completion_tokens", "prompt_tokens_details", "completion_tokens_details")
        return {name: _get(usage, name) for name in names}
    given, made = _get(usage, "input_tokens"), _get(usage, "output_tokens")
    if _has(usage, "input_tokens_details"):
        details = (_get(usage, "input_tokens_details"), _get(usage, "output_tokens_details"))
    else:
        # The Messages API does not count cached tokens as input tokens.
        cached = _get(usage, "cache_read_input_tokens") or 0
        cache_write = _get(usage, "cache_creation_input_tokens") or 0
        given = _count(given) + _count(cached) + _count(cache_write)
        thinking = _get(_get(usage, "output_tokens_details"), "thinking_tokens") or 0
        details = ({"cached_tokens": cached, "cache_write_tokens": cache_write}, {"reasoning_tokens": thinking})
    return {
        "prompt_tokens": given,
        "completion_tokens": made,
        "prompt_tokens_details": details[0],
        "completion_tokens_details": details[1],
    }


def _get(value: Any, name: str) -> Any:
    """A field of a model or of plain data; None if it is absent."""
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _has(value: Any, name: str) -> bool:
    return name in value if isinstance(value, Mapping) else hasattr(value, name)


def _require(name: str, value: Any) -> Any:
    if value is None or isinstance(value, (str, bytes, int, float, list, tuple)):
        raise ValueError(f"{name} must be an object, got {show_value(value)}.")
    return value


def _count(count: object) -> int:
    if isinstance(count, float) and count.is_integer():
        return int(count)
    if isinstance(count, bool) or not isinstance(count, int):
        raise ValueError(f"A token count must be an integer, got {show_value(count)}. Check the usage.")
    return count


def _detail(details: Any, name: str) -> int:
    value = _get(details, name)
    return 0 if value is None else _count(value)


def _prices_at(pricing: Any, prompt_tokens: int, at: datetime) -> dict[str, Any]:
    """The prices that apply. Of the overrides whose conditions are met, the later one wins, price by price."""
    prices = _fields(pricing)
    overrides = prices.get("overrides")
    for override in overrides if isinstance(overrides, (list, tuple)) else ():
        if _is_record(override) and _applies(override, prompt_tokens, at):
            prices.update(_fields(override))
    return prices


def _is_record(value: Any) -> bool:
    return isinstance(value, Mapping) or hasattr(value, "__dict__")


def _fields(value: Any) -> dict[str, Any]:
    """The fields that are present."""
    if isinstance(value, Mapping):
        return dict(value)
    names = {*getattr(value, "model_fields_set", ()), *(getattr(value, "model_extra", None) or ())}
    return {name: getattr(value, name) for name in names} if names else dict(vars(value))


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _applies(override: Any, prompt_tokens: int, at: datetime) -> bool:
    at = at.astimezone(UTC)
    minimum, days = _get(override, "min_prompt_tokens"), _get(override, "utc_days")
    start, end = _get(override, "utc_start"), _get(override, "utc_end")
    start, end = start if isinstance(start, int) else 0, end if isinstance(end, int) else 2400
    clock = at.hour * 100 + at.minute
    in_span = start <= clock < end if start <= end else clock >= start or clock < end
    return (
        prompt_tokens > (minimum if isinstance(minimum, (int, float)) else -1)
        and in_span
        and (not days or _DAYS[at.weekday()] in days)
    )
