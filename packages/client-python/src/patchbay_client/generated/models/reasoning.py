# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Literal, TypeAlias

from ..._models import Model as BaseModel, Tagged

ReasoningFormat: TypeAlias = (
    Literal[
        "unknown",
        "openai-responses-v1",
        "azure-openai-responses-v1",
        "bedrock-openai-responses-v1",
        "bedrock-xai-responses-v1",
        "xai-responses-v1",
        "meta-responses-v1",
        "anthropic-claude-v1",
        "google-gemini-v1",
    ]
    | str
)
"""The provider format of the piece.

- `unknown`: Unknown.
- `openai-responses-v1`: OpenAI.
- `azure-openai-responses-v1`: OpenAI on Azure.
- `bedrock-openai-responses-v1`: OpenAI on Amazon Bedrock.
- `bedrock-xai-responses-v1`: xAI on Amazon Bedrock.
- `xai-responses-v1`: xAI.
- `meta-responses-v1`: Meta.
- `anthropic-claude-v1`: Anthropic, with a signature.
- `google-gemini-v1`: Google, with encrypted reasoning.
"""


class ReasoningSummary(BaseModel):
    """A summary of the reasoning."""

    type: Literal["reasoning.summary"]
    """Always `reasoning.summary`."""
    summary: str
    """The summary."""
    id: str | None = None
    """Id of the piece."""
    format: ReasoningFormat | None = None
    """The provider format of the piece."""
    index: int | None = None
    """Index of the detail that a streamed piece belongs to."""


class ReasoningEncrypted(BaseModel):
    """Reasoning that only the provider can decrypt."""

    type: Literal["reasoning.encrypted"]
    """Always `reasoning.encrypted`."""
    data: str
    """The encrypted reasoning."""
    id: str | None = None
    """Id of the piece."""
    format: ReasoningFormat | None = None
    """The provider format of the piece."""
    index: int | None = None
    """Index of the detail that a streamed piece belongs to."""


class ReasoningText(BaseModel):
    """Reasoning as text."""

    type: Literal["reasoning.text"]
    """Always `reasoning.text`."""
    text: str | None = None
    """The text."""
    signature: str | None = None
    """The provider's signature of the text."""
    id: str | None = None
    """Id of the piece."""
    format: ReasoningFormat | None = None
    """The provider format of the piece."""
    index: int | None = None
    """Index of the detail that a streamed piece belongs to."""


class ReasoningServerToolCall(BaseModel):
    """A server tool call during the reasoning."""

    type: Literal["reasoning.server_tool_call"]
    """Always `reasoning.server_tool_call`."""
    tool_name: str
    """Name of the tool."""
    arguments: str
    """The arguments as a JSON string."""
    result: str
    """The result."""
    tool_call_id: str | None = None
    """Id of the tool call."""
    id: str | None = None
    """Id of the piece."""
    format: ReasoningFormat | None = None
    """The provider format of the piece."""
    index: int | None = None
    """Index of the detail that a streamed piece belongs to."""


ReasoningDetail: TypeAlias = Annotated[
    ReasoningSummary | ReasoningEncrypted | ReasoningText | ReasoningServerToolCall,
    Tagged(
        "type",
        {
            "reasoning.summary": ReasoningSummary,
            "reasoning.encrypted": ReasoningEncrypted,
            "reasoning.text": ReasoningText,
            "reasoning.server_tool_call": ReasoningServerToolCall,
        },
    ),
]
"""One piece of reasoning. Send it back unchanged. In a stream, the pieces of one detail share an `index`: concatenate
text, summaries and data, and use the last signature.
"""
