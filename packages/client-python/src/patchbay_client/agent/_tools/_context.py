"""What a tool can know about its call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._report import MessageParam


@dataclass(frozen=True, slots=True)
class ToolContext:
    """The call of a tool. A function receives it in a parameter of this type, which the model does not see.

    Example:
        ```python
        def pay(amount: int, context: ToolContext) -> str:
            '''Pays an amount, in cents.'''
            return bank.pay(amount, idempotency_key=context.idempotency_key)
        ```
    """

    tool_call_id: str
    idempotency_key: str
    """Different for each call of a run."""
    step: int
    """Number of the step, from 1."""
    messages: Sequence[MessageParam]
    """The conversation up to the call."""
