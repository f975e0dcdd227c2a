# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Builds the message of an `APIError`: what failed, in the words of the API and the provider, and what to do."""

from __future__ import annotations

import re

from .detail import ErrorDetail, find_message, message_of, to_json
from .show import as_list, as_object, cut, without_keys


def explain(code: str, detail: ErrorDetail | None, body: object, text: str | None, fault: str | None) -> str:
    """The message. `fault` is why the body of a success is unusable."""
    found = without_keys(_find_text(detail, body, text or "", fault))
    advice = _advice_on(code, detail, fault, found)
    separator = " " if found[-1:] in tuple(".!?)") else ". "
    return f"{found}{separator}{advice}" if advice else found


def _find_text(detail: ErrorDetail | None, body: object, text: str, fault: str | None) -> str:
    plain = cut(text.strip(), 300)
    if fault:
        return f"The response body {fault}{plain and f': {plain}'}"
    if detail:
        return _with_reason(detail)
    if isinstance(body, (dict, list)):
        return message_of(body)
    return plain or "The response body is empty"


def _with_reason(detail: ErrorDetail) -> str:
    """OpenRouter often reports only "Provider returned error". The provider's message has the reason."""
    metadata = detail.metadata or {}
    text, reason = detail.message, _reason_of(metadata.get("raw"))
    if reason and reason not in text:
        text = f"{text.rstrip('.!?:')}: {reason}"
    provider = metadata.get("provider_name")
    if isinstance(provider, str) and provider and provider not in text:
        return f"{text} ({cut(provider, 100)})"
    return text


def _reason_of(raw: object) -> str | None:
    """The message of a provider's own error: an object, its JSON, or a string."""
    reason = find_message(raw) or (to_json(raw) if isinstance(raw, (dict, list)) and raw else None)
    return reason and cut(reason, 500)


def _advice_on(code: str, detail: ErrorDetail | None, fault: str | None, text: str) -> str:
    """What to do, unless the API's message already says so."""
    if fault:
        return "Check `base_url`, or send the request again."
    others = as_list((detail.availability if detail else {}).get("fallback_models"))
    if others:
        return cut(f"Available fallback models: {', '.join(str(one) for one in others[:5])}.", 500)
    if "openrouter.ai/" in text:
        return ""
    if code == "unauthorized":
        return "Check `api_key`, or the variable OPENROUTER_API_KEY."
    if code == "insufficient_credits":
        return "Add credits at https://openrouter.ai/settings/credits, or lower `max_tokens`."
    if code == "forbidden" and re.search("management", text, re.IGNORECASE):
        return "Pass a management key as `management_key`."
    if code == "not_found" and re.search("data policy", text, re.IGNORECASE):
        return (
            "Change the data policy of the account at https://openrouter.ai/settings/privacy, "
            "or `provider` of the request."
        )
    return ""


def provider_of(detail: ErrorDetail | None, body: object) -> str | None:
    """Display name of the provider that failed."""
    for place, name in (
        ((detail.metadata if detail else None) or {}, "provider_name"),
        (as_object(body) or {}, "provider"),
    ):
        value = place.get(name)
        if isinstance(value, str):
            return value
    return None
