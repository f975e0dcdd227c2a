# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Any, Literal, TypeAlias

from ..._models import Model as BaseModel
from .keys import DataRegion

GenerationApiType: TypeAlias = (
    Literal["completions", "responses", "messages", "embeddings", "rerank", "decisions", "video", "tts", "stt", "image"]
    | str
)
"""Kind of API request.

- `completions`: Chat or text completion.
- `responses`: Responses API.
- `messages`: Anthropic Messages.
- `embeddings`: Embeddings.
- `rerank`: Reranking.
- `decisions`: Decisions.
- `video`: A video.
- `tts`: Speech synthesis.
- `stt`: Transcription.
- `image`: An image.
"""


RoutedServiceTier: TypeAlias = Literal["flex", "priority", "ultrafast"] | str
"""The service tier that served the request.

- `flex`: Cheaper and slower.
- `priority`: Faster and more expensive.
- `ultrafast`: The fastest and most expensive tier.
"""


class ProviderResponse(BaseModel):
    """One attempt at a provider."""

    id: str | None = None
    """The provider's id of the response."""
    provider_name: str | None = None
    """Display name of the provider."""
    endpoint_id: str | None = None
    """Id of the endpoint."""
    model_permaslug: str | None = None
    """The permanent slug of the model."""
    status: int | None
    """HTTP status of the response."""
    latency: float | None = None
    """Time to first token, in milliseconds."""
    is_byok: bool | None = None
    """Whether the attempt used your own provider key (BYOK)."""
    routed_service_tier: RoutedServiceTier | None = None
    """The service tier that served the request."""


class Generation(BaseModel):
    """A past request: tokens, cost, timings and provider."""

    id: str
    """Id of the generation, `gen-…`."""
    api_type: GenerationApiType | None
    """Kind of API request."""
    model: str
    """The model that served the request."""
    created_at: str
    """Time of the request, ISO 8601."""
    origin: str
    """Origin of the request: a URL or an empty string."""
    usage: float
    """Amount deducted from the credits, in USD."""
    total_cost: float
    """Same as `usage`, in USD."""
    is_byok: bool
    """Whether the request used your own provider key (BYOK)."""
    usage_estimated: bool | None = None
    """Whether the tokens were counted by the gateway, because the provider reported no usage. An extension of Patchbay;
    absent if the usage is exact.
    """
    data_region: DataRegion
    """The region that processed the data."""
    streamed: bool | None
    """Whether the response was streamed."""
    cancelled: bool | None
    """Whether the client disconnected before the end."""
    generation_time: float | None
    """Milliseconds from the first to the last token."""
    latency: float | None
    """Time to first token, in milliseconds."""
    moderation_latency: float | None
    """Duration of the input moderation, in milliseconds."""
    tokens_prompt: int | None
    """Prompt tokens, normalized across models."""
    tokens_completion: int | None
    """Completion tokens, normalized across models."""
    native_tokens_prompt: int | None
    """Prompt tokens as counted by the model's own tokenizer. These are billed."""
    native_tokens_completion: int | None
    """Completion tokens as counted by the model's own tokenizer. These are billed."""
    native_tokens_reasoning: int | None
    """Reasoning tokens."""
    native_tokens_cached: int | None
    """Prompt tokens read from the prompt cache."""
    native_tokens_completion_images: int | None
    """Image tokens of the completion."""
    num_media_prompt: int | None
    """Number of images and files in the prompt."""
    num_input_audio_prompt: int | None
    """Number of audio recordings in the prompt."""
    num_media_completion: int | None
    """Number of images in the completion."""
    num_search_results: int | None
    """Number of web search results."""
    num_fetches: int | None
    """Number of fetched pages."""
    cache_discount: float | None
    """Savings from the prompt cache, in USD. Negative if cache writes cost more than reads saved."""
    upstream_inference_cost: float | None
    """What the provider charged, in USD."""
    finish_reason: str | None
    """Why the model stopped generating."""
    native_finish_reason: str | None
    """The provider's own finish reason."""
    provider_name: str | None
    """The provider that served the request."""
    upstream_id: str | None
    """The provider's id of the response."""
    router: str | None
    """The router that chose the model."""
    preset_id: str | None
    """The preset that was used."""
    service_tier: str | None
    """The service tier that served the request."""
    external_user: str | None
    """Id of the end user."""
    http_referer: str | None
    """URL of the calling application."""
    user_agent: str | None
    """User agent of the client."""
    workspace_id: str | None
    """The workspace."""
    web_search_engine: str | None
    """The web search engine."""
    app_id: int | None
    """Id of the calling application."""
    request_id: str | None = None
    """Id of the request."""
    session_id: str | None = None
    """Id of the session."""
    response_cache_source_id: str | None = None
    """The generation that produced the cached response."""
    provider_responses: list[ProviderResponse] | None
    """The attempts in order."""


class GenerationAttemptFailure(BaseModel):
    """An error that preceded the last one."""

    code: int
    """HTTP status."""
    message: str
    """The error."""
    provider_name: str | None
    """The provider."""
    raw: str | None
    """Error message of the provider."""


class GenerationInput(BaseModel):
    """The prompt: messages, or a string in the older form."""

    messages: list[Any] | None = None
    """The messages as sent."""
    prompt: str | None = None
    """The prompt."""


class GenerationOutput(BaseModel):
    """The response."""

    completion: str | None
    """The text."""
    reasoning: str | None
    """The reasoning."""


class GenerationFailure(BaseModel):
    """The error."""

    message: str | None
    """Error message for people."""
    status: int | None
    """HTTP status."""
    provider_name: str | None
    """The provider."""
    raw: str | None
    """Error message of the provider."""
    previous_errors: list[GenerationAttemptFailure]
    """Earlier errors."""


class GenerationContent(BaseModel):
    """The prompt and response of a generation."""

    input: GenerationInput
    """The prompt."""
    output: GenerationOutput
    """The response."""
    error: GenerationFailure | None
    """The error."""


class GenerationContentDetail(BaseModel):
    """The prompt and response of a generation."""

    data: GenerationContent
    """The content."""


class GenerationDetail(BaseModel):
    """A generation."""

    data: Generation
    """The generation."""
