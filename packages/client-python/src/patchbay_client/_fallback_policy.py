"""The shapes of the data that `generated/fallback_policy.py` contains. Durations are in milliseconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureKindInfo:
    """A kind of failure, and what a fallback over several models does by default."""

    kind: str
    description: str
    action: Literal["retry", "next", "throw"]
    """Repeat the request once and then use the next model, use the next model at once, or raise the error."""
    may_be_billed: bool
    """Whether the attempt may be charged although no response arrived."""
    blames_model: bool
    """Whether the model counts as failed for the cooldown."""
    same_for_all: bool
    """Whether every other model would fail as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRule:
    """The conditions of a kind. A condition that is None holds."""

    kind: str
    shown: bool | None = None
    """Whether output was shown before the error."""
    error: Literal["timeout", "connection", "stream", "api"] | None = None
    request_sent: bool | None = None
    types: tuple[str, ...] | None = None
    """The error has one of these values of `metadata.error_type`."""
    statuses: tuple[int, ...] | None = None
    """The status is one of these, or in the range from `status_from` to before `status_below`."""
    status_from: int | None = None
    status_below: int | None = None
    says: str | None = None
    """Name of phrases that the error matches."""
    has_output: bool | None = None
    """The body of a success is unusable, or the error contains text of the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Patterns for a text in lower case: one of `certain`, or one of `any` and none of `unless`."""

    in_: Literal["message"] | None = None
    """The text is only the message of the error. None: also its details."""
    certain: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CooldownPolicy:
    """When a model that failed is skipped, and for how long."""

    failures: int
    """Consecutive failures that blame the model."""
    duration_ms: int
    rate_limit_ms: int
    """After a rate limit, unless the response says how long."""
    not_found_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FallbackPolicy:
    """How a failed attempt is classified, and what a fallback over several models does next."""

    kinds: tuple[FailureKindInfo, ...]
    rules: tuple[FailureRule, ...]
    """The first rule whose conditions all hold classifies an error. The last rule has no condition."""
    phrases: Mapping[str, Phrases]
    """Name → phrases that a rule looks for."""
    retry_delay_ms: int
    max_retry_after_ms: int
    cooldown: CooldownPolicy
