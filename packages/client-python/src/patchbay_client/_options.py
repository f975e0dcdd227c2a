# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The options of a client, checked and with every default applied."""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypedDict

from . import _policy
from ._checks import check_callable, to_base_url, to_count, to_flag, to_key, to_seconds
from ._errors import PatchbayError
from ._failures.show import show_value
from ._headers import AppInfo, to_app_headers, to_header_table
from ._omit import OMIT, Omit

if TYPE_CHECKING:
    from ._operation import Operation

Seconds: TypeAlias = float | timedelta | None
"""A timeout: seconds or a `timedelta`. None removes the limit."""

KeySource: TypeAlias = str | Callable[[], str]
"""An API key, or a function that returns one before each attempt."""

AsyncKeySource: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""An API key, or a function that returns one before each attempt; it may be asynchronous."""


@dataclass(frozen=True, slots=True)
class RetryEvent:
    """A retry that is about to happen."""

    attempt: int
    """The number of the failed attempt, starting at 1."""
    delay: float
    """Seconds until the next attempt."""
    error: PatchbayError
    """The error of the failed attempt."""


OnRetry: TypeAlias = Callable[[RetryEvent], object]
"""A function that is called before the wait for each retry."""


class Overrides(TypedDict, total=False):
    """The options that `with_options` changes. Those that are absent keep their value."""

    api_key: Any
    management_key: Any
    base_url: str
    timeout: Seconds
    idle_timeout: Seconds
    total_timeout: Seconds
    max_retries: int
    retry_non_idempotent: bool
    on_retry: OnRetry | None
    default_headers: Mapping[str, str | None] | None
    default_query: Mapping[str, object] | None
    app: AppInfo | None
    logger: logging.Logger | None


class Secret:
    """A value that no `repr` and no traceback shows."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "***"


class Settings(NamedTuple):
    """The options of a client, complete."""

    api_key: Secret = Secret(None)
    management_key: Secret = Secret(None)
    base_url: str = _policy.BASE_URL
    timeout: float = _policy.TIMEOUT
    idle_timeout: float = _policy.IDLE_TIMEOUT
    total_timeout: float = _policy.TOTAL_TIMEOUT
    max_retries: int = _policy.MAX_RETRIES
    retry_non_idempotent: bool = _policy.RETRY_NON_IDEMPOTENT
    on_retry: OnRetry | None = None
    headers: Mapping[str, str | None] = {}
    app_headers: Mapping[str, str | None] = {}
    query: Mapping[str, object] = {}
    logger: logging.Logger = logging.getLogger("patchbay_client")

    def key_for(self, operation: Operation) -> tuple[str, Secret]:
        """The name of the option that has the key of an operation, and the key."""
        if operation.auth == "management":
            return "management_key", self.management_key if self.management_key.value is not None else self.api_key
        return "api_key", self.api_key


def to_settings(options: Mapping[str, Any], needs_key: bool = True) -> Settings:
    """Checks client options and applies defaults. Without `needs_key`, only an explicit key is sent.

    Raises:
        PatchbayError: when a key is missing or an option is not valid.
    """
    given: dict[str, Any] = dict(options)
    if needs_key and given.get("api_key", OMIT) in (OMIT, None):
        given["api_key"] = os.environ.get(_policy.VARIABLES.api_key) or None
    if given.get("base_url", OMIT) in (OMIT, None):
        given["base_url"] = os.environ.get(_policy.VARIABLES.base_url) or OMIT
    settings = override(Settings(), given)
    if needs_key and not settings.api_key.value and not settings.management_key.value:
        raise PatchbayError(
            "Missing API key. Pass `api_key` to the client, or set the environment variable OPENROUTER_API_KEY."
        )
    _set_up_logging(settings.logger)
    return settings


def override(settings: Settings, options: Mapping[str, Any]) -> Settings:
    """A copy of the settings with other values. An option that is OMIT keeps its value."""
    changes: dict[str, Any] = {}
    for name, value in options.items():
        if value is not OMIT:
            field_name, read = _reader_of(name)
            changes[field_name] = read(name, value)
    return settings._replace(**changes)


def _reader_of(name: str) -> tuple[str, Callable[[str, Any], Any]]:
    found = _READERS.get(name)
    if found is None:
        raise PatchbayError(f"Unknown option {show_value(name)}. Known options: {', '.join(_READERS)}.")
    return found


def _read_key(name: str, value: Any) -> Secret:
    return Secret(None if value is None else to_key(name, value))


def _read_callback(name: str, value: Any) -> Any:
    check_callable(name, value)
    return value


def _read_query(name: str, value: Any) -> Mapping[str, object]:
    if value is not None and not isinstance(value, Mapping):
        raise PatchbayError(f"`{name}` must be a mapping of names and values, got {show_value(value)}.")
    return dict(value or {})


def _read_logger(name: str, value: Any) -> logging.Logger:
    if value is None:
        return logging.getLogger("patchbay_client")
    if not isinstance(value, (logging.Logger, logging.LoggerAdapter)):
        raise PatchbayError(f"`{name}` must be a logging.Logger, got {show_value(value)}.")
    return value  # pyright: ignore[reportUnknownVariableType, reportReturnType]


_READERS: dict[str, tuple[str, Callable[[str, Any], Any]]] = {
    "api_key": ("api_key", _read_key),
    "management_key": ("management_key", _read_key),
    "base_url": ("base_url", lambda _, value: to_base_url(value)),
    "timeout": ("timeout", to_seconds),
    "idle_timeout": ("idle_timeout", to_seconds),
    "total_timeout": ("total_timeout", to_seconds),
    "max_retries": ("max_retries", to_count),
    "retry_non_idempotent": ("retry_non_idempotent", to_flag),
    "on_retry": ("on_retry", _read_callback),
    "default_headers": ("headers", lambda name, value: to_header_table(value, name)),
    "default_query": ("query", _read_query),
    "app": ("app_headers", lambda _, value: to_app_headers(value)),
    "logger": ("logger", _read_logger),
}


def _set_up_logging(logger: logging.Logger) -> None:
    """Applies the environment variable PATCHBAY_LOG: `info` or `debug` prints log lines to stderr."""
    level = (os.environ.get(_policy.VARIABLES.log_level) or "").lower()
    if level in ("", "off", "error", "warn"):
        return
    if level not in ("info", "debug"):
        raise PatchbayError(f"PATCHBAY_LOG must be one of off, error, warn, info, debug; got {show_value(level)}.")
    logger.setLevel(level.upper())
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
        logger.addHandler(handler)


__all__ = ["AsyncKeySource", "KeySource", "Omit", "OnRetry", "Overrides", "RetryEvent", "Secret", "Seconds", "Settings"]
