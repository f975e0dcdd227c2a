"""The report of a run: its steps, attempts, tokens and cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from ..generated.models.usage import Usage
    from ..generated.params.messages import (
        AssistantMessageParam,
        DeveloperMessageParam,
        SystemMessageParam,
        ToolMessageParam,
        UserMessageParam,
    )
    from ._failure import FailureKind

    MessageParam: TypeAlias = (
        SystemMessageParam | DeveloperMessageParam | UserMessageParam | AssistantMessageParam | ToolMessageParam
    )

Output = TypeVar("Output")

StopReason: TypeAlias = Literal[
    "completed",
    "max_steps",
    "max_cost",
    "max_total_tokens",
    "timeout",
    "stop_condition",
    "length",
    "content_filter",
    "empty_response",
]
"""Why a run ended.

- `completed`: The model finished.
- `max_steps`, `max_cost`, `max_total_tokens`, `timeout`: A limit was reached. `max_cost` is also a spent `Budget`.
- `stop_condition`: `stop_when` returned True.
- `length`: The completion reached the token limit. Truncated tool calls did not run.
- `content_filter`: The provider's content filter intervened.
- `empty_response`: The model returned nothing, twice.
"""

Outcome: TypeAlias = Literal["succeeded", "failed", "rejected", "cancelled", "skipped"]
"""How an attempt ended.

- `succeeded`: The completion was used.
- `failed`: `failure_kind` and `reason` say why.
- `rejected`: The completion could not be used. It is billed.
- `cancelled`: The run ended, or the caller left the stream. The attempt may be billed.
- `skipped`: The model is in cooldown. No request was sent.
"""


@dataclass(slots=True)
class Attempt:
    """One attempt to get a completion."""

    model: str
    """The model that responded; otherwise the requested model."""
    provider: str | None = None
    """The provider that responded."""
    generation_id: str | None = None
    """Id of the generation. `client.generations.get(id=…)` returns its usage record."""
    outcome: Outcome = "cancelled"
    failure_kind: FailureKind | None = None
    """The kind of failure, if the outcome is `failed`."""
    reason: str | None = None
    """The error, or why the completion was rejected or the model skipped."""
    duration: float = 0.0
    """Seconds."""
    time_to_first_token: float | None = None
    """Seconds until the first output; None if the completion was not streamed."""
    cost: Decimal | None = None
    """USD; None if unknown."""


@dataclass(frozen=True, slots=True)
class ToolExecution:
    """One call of a tool."""

    id: str
    """Id of the call."""
    name: str
    """Name of the tool."""
    arguments: Any
    """The arguments as the model generated them: a dictionary, or the text if it is not a JSON object."""
    result: Any = None
    """The return value of the function; None if it failed."""
    error: str | None = None
    """The message that the model received in place of a result."""
    duration: float = 0.0
    """Seconds."""


@dataclass(frozen=True, slots=True)
class Step:
    """One response of a model, and the calls of tools that it led to."""

    number: int
    """From 1."""
    model: str
    """The model that responded."""
    text: str
    """The text of the response; otherwise its refusal."""
    finish_reason: str | None
    usage: Usage | None
    """None if the provider did not report it."""
    cost: Decimal | None
    """USD; None if the provider did not report it."""
    attempts: list[Attempt]
    """The attempts that this step took."""
    tool_calls: list[ToolExecution] = field(default_factory=list[ToolExecution])
    """The executed calls, in the order of the model's calls."""


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """The tokens of a run, including nested runs."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0


@dataclass(frozen=True, slots=True)
class RunProgress:
    """The progress of a run, for `stop_when`."""

    steps: list[Step]
    messages: list[MessageParam]
    usage: TokenUsage
    cost: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run has done, also before an error."""

    messages: list[MessageParam]
    """The whole conversation, as dictionaries. Pass it with a new message to another run to continue."""
    steps: list[Step]
    usage: TokenUsage
    """Tokens of all responses, including nested runs and rejected completions."""
    cost: Decimal | None
    """USD: the exact sum of the reported costs, including nested runs and rejected completions.

    None if a request may be billed and no cost was reported; 0 if no request was billed.
    """
    attempts: list[Attempt]
    """All attempts, including failed ones and those of nested runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult(RunReport, Generic[Output]):
    """The result of a run. Check `stop_reason` before you use the text."""

    text: str
    """The last text of the model; otherwise its refusal."""
    output: Output
    """The validated output if `output` was passed and the run completed; otherwise None."""
    stop_reason: StopReason


EventType: TypeAlias = Literal["step-start", "step-end", "tool-start", "tool-end"]


@dataclass(frozen=True, slots=True)
class RunEvent:
    """Something that happens in a run, for `on_event`."""

    type: EventType
    step: int
    """Number of the step, from 1."""
    data: Mapping[str, Any]
    """`step-end`: `step`, a `Step`. `tool-start`: `id`, `name`, `arguments`. `tool-end`: `call`, a `ToolExecution`."""
