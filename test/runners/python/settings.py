"""The options of a case, under the names of this SDK."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

LIMITS = {
    "timeoutMs": "timeout",
    "idleTimeoutMs": "idle_timeout",
    "totalTimeoutMs": "total_timeout",
    "maxRetries": "max_retries",
    "retryNonIdempotent": "retry_non_idempotent",
}
LEVELS = {"debug": "DEBUG", "info": "INFO", "warn": "WARNING"}
CALL_OPTIONS = {
    "idempotencyKey": "idempotency_key",
    "headers": "extra_headers",
    "query": "extra_query",
    "body": "extra_body",
    "poll": "poll",
}


class Lines(logging.Handler):
    """Collects log lines."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.getMessage()} {record.__dict__}")


def to_limits(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that a client and each of its calls have. Times are seconds in Python."""
    return {
        name: given[key] / 1000 if key.endswith("Ms") else given[key] for key, name in LIMITS.items() if key in given
    }


def to_call_options(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: given[key] for key, name in CALL_OPTIONS.items() if key in given}


def to_client_options(given: Mapping[str, Any], logs: list[str]) -> dict[str, Any]:
    options: dict[str, Any] = {
        **to_limits(given),
        "api_key": _to_key(given.get("apiKey")),
        "management_key": given.get("managementKey"),
        "base_url": given["baseURL"],
        "default_headers": given.get("headers"),
        "app": given.get("app"),
    }
    if "logLevel" in given:
        logger = logging.Logger("conformance", LEVELS[given["logLevel"]])
        logger.addHandler(Lines(logs))
        options["logger"] = logger
    return options


def _to_key(given: str | list[str] | None) -> str | Callable[[], str] | None:
    """A list is a function that returns one key for each attempt."""
    if not isinstance(given, list):
        return given
    keys = iter(given)
    return lambda: next(keys)
