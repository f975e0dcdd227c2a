# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.reasoning import (
    ReasoningEncrypted,
    ReasoningFormat,
    ReasoningServerToolCall,
    ReasoningSummary,
    ReasoningText,
)

ReasoningEffort: TypeAlias = Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
"""How much the model reasons before it responds, as a fraction of `max_tokens`.

- `max`: The maximum effort.
- `xhigh`: About 95% of the tokens.
- `high`: About 80% of the tokens.
- `medium`: About 50% of the tokens.
- `low`: About 20% of the tokens.
- `minimal`: About 10% of the tokens.
- `none`: No reasoning. Models that always reason reject this value.
"""


class ReasoningSummaryParam(TypedDict):
    """A summary of the reasoning."""

    type: Literal["reasoning.summary"]
    """Always `reasoning.summary`."""
    summary: str
    """The summary."""
    id: NotRequired[str | None]
    """Id of the piece."""
    format: NotRequired[ReasoningFormat | None]
    """The provider format of the piece."""
    index: NotRequired[int | None]
    """Index of the detail that a streamed piece belongs to."""


class ReasoningEncryptedParam(TypedDict):
    """Reasoning that only the provider can decrypt."""

    type: Literal["reasoning.encrypted"]
    """Always `reasoning.encrypted`."""
    data: str
    """The encrypted reasoning."""
    id: NotRequired[str | None]
    """Id of the piece."""
    format: NotRequired[ReasoningFormat | None]
    """The provider format of the piece."""
    index: NotRequired[int | None]
    """Index of the detail that a streamed piece belongs to."""


class ReasoningTextParam(TypedDict):
    """Reasoning as text."""

    type: Literal["reasoning.text"]
    """Always `reasoning.text`."""
    text: NotRequired[str | None]
    """The text."""
    signature: NotRequired[str | None]
    """The provider's signature of the text."""
    id: NotRequired[str | None]
    """Id of the piece."""
    format: NotRequired[ReasoningFormat | None]
    """The provider format of the piece."""
    index: NotRequired[int | None]
    """Index of the detail that a streamed piece belongs to."""


class ReasoningServerToolCallParam(TypedDict):
    """A server tool call during the reasoning."""

    type: Literal["reasoning.server_tool_call"]
    """Always `reasoning.server_tool_call`."""
    tool_name: str
    """Name of the tool."""
    arguments: str
    """The arguments as a JSON string."""
    result: str
    """The result."""
    tool_call_id: NotRequired[str | None]
    """Id of the tool call."""
    id: NotRequired[str | None]
    """Id of the piece."""
    format: NotRequired[ReasoningFormat | None]
    """The provider format of the piece."""
    index: NotRequired[int | None]
    """Index of the detail that a streamed piece belongs to."""


ReasoningDetailParam: TypeAlias = (
    ReasoningSummaryParam
    | ReasoningSummary
    | ReasoningEncryptedParam
    | ReasoningEncrypted
    | ReasoningTextParam
    | ReasoningText
    | ReasoningServerToolCallParam
    | ReasoningServerToolCall
)
"""One piece of reasoning. Send it back unchanged. In a stream, the pieces of one detail share an `index`: concatenate
text, summaries and data, and use the last signature.
"""


ReasoningSummaryLevel: TypeAlias = Literal["auto", "concise", "detailed"] | str
"""How detailed the summary of the reasoning is.

- `auto`: The provider decides.
- `concise`: Short.
- `detailed`: Long.
"""


ReasoningContext: TypeAlias = Literal["auto", "all_turns", "current_turn"] | str
"""Which earlier reasoning the model reads.

- `auto`: The provider decides.
- `all_turns`: The reasoning of all turns.
- `current_turn`: The reasoning of the current turn.
"""


ReasoningMode: TypeAlias = Literal["standard", "pro"] | str
"""The mode of reasoning.

- `standard`: Standard reasoning.
- `pro`: More compute for a better result.
"""
