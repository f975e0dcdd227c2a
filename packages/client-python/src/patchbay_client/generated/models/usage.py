# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from ..._models import Model as BaseModel


class PromptTokensDetails(BaseModel):
    """Prompt tokens by kind. A kind that does not apply is absent, never None."""

    cached_tokens: int | None = None
    """Tokens read from the provider's prompt cache."""
    cache_write_tokens: int | None = None
    """Tokens written to the provider's prompt cache."""
    audio_tokens: int | None = None
    """Audio tokens."""
    video_tokens: int | None = None
    """Video tokens."""


class CompletionTokensDetails(BaseModel):
    """Completion tokens by kind."""

    reasoning_tokens: int | None = None
    """Reasoning tokens, billed as completion tokens."""
    audio_tokens: int | None = None
    """Audio tokens."""
    image_tokens: int | None = None
    """Image tokens."""
    accepted_prediction_tokens: int | None = None
    """Predicted tokens that appear in the completion."""
    rejected_prediction_tokens: int | None = None
    """Predicted tokens that do not appear in the completion. They are billed."""


class CostDetails(BaseModel):
    """What the provider charged, in USD. It adds to `cost` only if your own provider key was used (BYOK)."""

    upstream_inference_cost: float | None = None
    """Total charge of the provider. In USD."""
    upstream_inference_prompt_cost: float
    """Charge for the prompt. In USD."""
    upstream_inference_completions_cost: float
    """Charge for the completion. In USD."""
    server_tool_cost: float | None = None
    """Server tool fees. In USD."""


class ServerToolUse(BaseModel):
    """Number of server tool calls."""

    tool_calls_requested: int | None = None
    """Number of calls that the model requested."""
    tool_calls_executed: int | None = None
    """Number of calls that were run."""
    web_search_requests: int | None = None
    """Number of web searches."""


class Usage(BaseModel):
    """Token counts by the model's own tokenizer, and their cost. Always included, even if not requested."""

    prompt_tokens: int
    """Prompt tokens."""
    completion_tokens: int
    """Completion tokens, including reasoning."""
    total_tokens: int
    """Sum of prompt and completion tokens."""
    prompt_tokens_details: PromptTokensDetails | None = None
    """Prompt tokens by kind."""
    completion_tokens_details: CompletionTokensDetails | None = None
    """Completion tokens by kind."""
    cost: float | None = None
    """Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee."""
    is_byok: bool | None = None
    """Whether your own provider key was used (BYOK)."""
    cost_details: CostDetails | None = None
    """What the provider charged."""
    server_tool_use_details: ServerToolUse | None = None
    """Number of server tool calls."""


class EmbeddingTokensDetails(BaseModel):
    """Input tokens by kind. A kind that does not apply is absent, never None."""

    cached_tokens: int | None = None
    """Tokens read from the provider's prompt cache."""
    cache_write_tokens: int | None = None
    """Tokens written to the provider's prompt cache."""
    text_tokens: int | None = None
    """Text tokens."""
    image_tokens: int | None = None
    """Image tokens."""
    audio_tokens: int | None = None
    """Audio tokens."""
    video_tokens: int | None = None
    """Video tokens."""
    file_tokens: int | None = None
    """File tokens."""


class EmbeddingUsage(BaseModel):
    """Tokens and cost of an embedding request."""

    prompt_tokens: int
    """Input tokens."""
    total_tokens: int
    """Same as `prompt_tokens`."""
    cost: float | None = None
    """Amount deducted from the credits, in USD."""
    is_byok: bool | None = None
    """Whether your own provider key was used (BYOK)."""
    cost_details: CostDetails | None = None
    """What the provider charged."""
    prompt_tokens_details: EmbeddingTokensDetails | None = None
    """Input tokens by kind."""


class RerankUsage(BaseModel):
    """Usage of a rerank request."""

    total_tokens: int | None = None
    """Tokens of the query and the documents, for models priced per token."""
    search_units: int | None = None
    """Search units, for models priced per search."""
    cost: float | None = None
    """Amount deducted from the credits, in USD."""
