"""Runs tools, falls back to other models, and limits what both cost.

The client never imports this package.
"""

from ._cooldown import Cooldown
from ._errors import AgentError, BudgetExceededError, get_attempts, get_run_report
from ._failure import Failure, FailureKind, FallbackAction, classify_error
from ._fallback import Fallback, fallback
from ._fields import ModelCandidate
from ._ledger import Budget, Limits
from ._report import Attempt, RunEvent, RunProgress, RunReport, RunResult, Step, StopReason, TokenUsage, ToolExecution
from ._run_tools import run_tools, run_tools_async
from ._tools._context import ToolContext
from ._tools._tool import Tool, tool
from ._with_fallback import WithFallbackResult, with_fallback, with_fallback_async

__all__ = [
    "run_tools",
    "run_tools_async",
    "tool",
    "Tool",
    "ToolContext",
    "ToolExecution",
    "Limits",
    "Budget",
    "RunResult",
    "RunReport",
    "RunProgress",
    "RunEvent",
    "Step",
    "StopReason",
    "TokenUsage",
    "fallback",
    "Fallback",
    "ModelCandidate",
    "with_fallback",
    "with_fallback_async",
    "WithFallbackResult",
    "Cooldown",
    "Attempt",
    "Failure",
    "FailureKind",
    "FallbackAction",
    "classify_error",
    "AgentError",
    "BudgetExceededError",
    "get_attempts",
    "get_run_report",
]
