"""Lists of fallback models, and their rules."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from .._checks import to_seconds
from .._failures.show import show_value
from ._cooldown import Cooldown
from ._decide_attempt import RETRY_DELAY
from ._errors import AgentError
from ._failure import KINDS, Failure, FailureKind, FallbackAction

if TYPE_CHECKING:
    from ..generated.models.chat_response import ChatCompletion
    from ..generated.params.model_ids import ModelId
    from ._fields import ModelCandidate

Models: TypeAlias = "Sequence[ModelId | ModelCandidate]"

_ACTIONS = ("retry", "next", "throw")


@dataclass(frozen=True, slots=True)
class Fallback:
    """Models in the order in which they are requested, and the rules. `fallback` creates one."""

    candidates: tuple[Mapping[str, Any], ...]
    actions: Mapping[FailureKind, FallbackAction]
    cooldown: Cooldown
    first_token_timeout: float | None = None
    idle_timeout: float | None = None
    retry_delay: float = RETRY_DELAY
    accept: Callable[[ChatCompletion], object] | None = field(default=None, repr=False)

    def action_on(self, failure: Failure) -> FallbackAction:
        """The reaction to a failure."""
        return self.actions[failure.kind]


def fallback(
    models: Models,
    *,
    actions: Mapping[FailureKind, FallbackAction] | None = None,
    first_token_timeout: float | timedelta | None = None,
    idle_timeout: float | timedelta | None = None,
    retry_delay: float | timedelta = RETRY_DELAY,
    cooldown: Cooldown | None = None,
    accept: Callable[[ChatCompletion], object] | None = None,
) -> Fallback:
    """Creates a list of fallback models for `run_tools` and `with_fallback`: when one fails, the next one is requested.

    `FailureKind` lists the failures. The client's own retries are off. A retry of the same model has the same idempotency
    key.

    Args:
        models: Model ids, or dictionaries with a `model` and its own request fields.
        actions: Overrides of the default reactions, by failure kind: `"retry"` (the model once more, then the next one),
            `"next"` or `"throw"`.
        first_token_timeout: Seconds until the first output; then the next model is requested. The completion is streamed
            from the API. Default: the client's `timeout`.
        idle_timeout: Seconds of silence in a stream. The completion is streamed from the API. Default: the client's
            `idle_timeout`.
        retry_delay: Seconds before a failed model is retried. The last model is retried when its `Retry-After` says so.
            Default: 0.25.
        cooldown: When a failing model is skipped, and for how long. Default: for 30 seconds after 3 failures in a row.
        accept: Whether a completion is acceptable. A rejected completion is still billed; the next model is requested.
            Default: accepts all.

    Raises:
        AgentError: when the list is empty or an option is not valid.

    Example:
        ```python
        model = fallback(["anthropic/claude-sonnet-4.5", "openai/gpt-5-mini"], first_token_timeout=8.0)
        result = run_tools(client, model=model, messages=messages, tools=[get_weather])
        ```
    """
    defaults: dict[FailureKind, FallbackAction] = {
        cast("FailureKind", kind): info.action for kind, info in KINDS.items()
    }
    return Fallback(
        candidates=_to_candidates(models),
        actions={**defaults, **_checked_actions(actions or {})},
        cooldown=Cooldown() if cooldown is None else cooldown,
        first_token_timeout=_finite("first_token_timeout", first_token_timeout),
        idle_timeout=_finite("idle_timeout", idle_timeout),
        retry_delay=0.0 if retry_delay == 0 else to_seconds("retry_delay", retry_delay),
        accept=accept,
    )


def to_fallback(models: Fallback | Models) -> Fallback:
    """The rules for a list of models; those that `fallback` created stay unchanged."""
    return models if isinstance(models, Fallback) else fallback(models)


def _to_candidates(models: Models) -> tuple[Mapping[str, Any], ...]:
    is_list = isinstance(models, Sequence) and not isinstance(models, str)
    candidates = tuple({"model": one} if isinstance(one, str) else one for one in models) if is_list else ()
    for candidate in candidates:
        model = candidate.get("model") if isinstance(candidate, Mapping) else None
        if not isinstance(model, str) or not model.strip():
            raise AgentError(
                f"Each model of a fallback must be a model id or a dictionary with a `model`, got {show_value(candidate)}."
            )
    if not candidates:
        raise AgentError(f"The models of a fallback must be a list with at least one model, got {show_value(models)}.")
    return candidates


def _checked_actions(actions: Mapping[FailureKind, FallbackAction]) -> Mapping[FailureKind, FallbackAction]:
    for kind, action in actions.items():
        if kind not in KINDS:
            raise AgentError(
                f"`actions` has the unknown failure kind {show_value(kind)}. Use one of {', '.join(KINDS)}."
            )
        if action not in _ACTIONS:
            raise AgentError(f'`actions["{kind}"]` must be "retry", "next" or "throw", got {show_value(action)}.')
    return actions


def _finite(name: str, value: float | timedelta | None) -> float | None:
    seconds = to_seconds(name, value)
    return None if seconds == math.inf else seconds
