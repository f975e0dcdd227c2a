# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Any, Literal, TypeAlias

from ..._models import Model as BaseModel
from .models import ModelArchitecture, ParameterName, Pricing

EndpointQuantization: TypeAlias = (
    Literal["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"] | str
)
"""Quantization of the weights.

- `int4`: 4-bit integers.
- `int8`: 8-bit integers.
- `fp4`: 4-bit floats.
- `mxfp4`: 4-bit floats with shared scales (MX).
- `nvfp4`: 4-bit floats with shared scales (NVIDIA).
- `fp6`: 6-bit floats.
- `fp8`: 8-bit floats.
- `mxfp8`: 8-bit floats with shared scales (MX).
- `fp16`: 16-bit floats.
- `bf16`: 16-bit brain floats (bfloat16).
- `fp32`: 32-bit floats.
- `unknown`: Not specified by the provider.
"""


EndpointStatus: TypeAlias = Literal[0, -1, -2, -3, -5, -10] | int
"""Health of the endpoint: 0 is healthy; negative values are degraded or disabled.

- `0`: Healthy.
- `-1`: Degraded, level 1.
- `-2`: Degraded, level 2.
- `-3`: Degraded, level 3.
- `-5`: Degraded, level 4.
- `-10`: Disabled.
"""


class Percentiles(BaseModel):
    """A metric by percentile."""

    p50: float
    """50th percentile (median)."""
    p75: float
    """75th percentile."""
    p90: float
    """90th percentile."""
    p99: float
    """99th percentile."""


class WorkloadPerformance(BaseModel):
    """Performance for one kind of workload."""

    latency: Percentiles | None = None
    """Time to first token, in milliseconds."""
    throughput: Percentiles | None = None
    """Throughput, in tokens per second."""
    request_count: int | None = None
    """Number of measured requests."""


class SupportedToolChoice(BaseModel):
    """Values of `tool_choice` that an endpoint supports."""

    auto: bool
    """`auto`."""
    none: bool
    """`none`."""
    required: bool
    """`required`."""
    function: bool
    """A specific function."""


class Endpoint(BaseModel):
    """One model as served by one provider."""

    name: str
    """Provider and model, such as `DeepInfra | meta-llama/llama-3.3-70b-instruct`."""
    model_id: str
    """Slug of the model."""
    model_name: str
    """Display name of the model."""
    provider_name: str
    """Display name of the provider."""
    tag: str
    """Slug for `provider.order`, `provider.only` and `provider.ignore`, such as `deepinfra/turbo`."""
    context_length: int
    """Context length: total tokens of prompt and completion."""
    max_completion_tokens: int | None
    """Maximum number of completion tokens."""
    max_prompt_tokens: int | None
    """Maximum number of prompt tokens."""
    pricing: Pricing
    """Prices of the endpoint."""
    quantization: EndpointQuantization | None
    """Quantization of the weights."""
    status: EndpointStatus | None = None
    """Health of the endpoint: 0 is healthy; negative values are degraded or disabled."""
    uptime_last_5m: float | None
    """Success rate of the last 5 minutes, in percent. Rate-limited requests are not counted."""
    uptime_last_30m: float | None
    """Success rate of the last 30 minutes, in percent. Rate-limited requests are not counted."""
    uptime_last_1d: float | None
    """Success rate of the last day, in percent. Rate-limited requests are not counted."""
    latency_last_30m: Percentiles | None
    """Time to first token in the last 30 minutes, in milliseconds. Null without an API key."""
    throughput_last_30m: Percentiles | None
    """Throughput of the last 30 minutes, in tokens per second. Null without an API key."""
    perf_last_30m_by_workload: dict[str, WorkloadPerformance] | None = None
    """Map of workload (`text_generation`, `embeddings`, …) to its performance in the last 30 minutes."""
    supports_implicit_caching: bool
    """Whether the endpoint caches prompts automatically, without `cache_control`."""
    supports_voice_cloning: bool | None = None
    """Whether the endpoint supports voice cloning."""
    supports_diarization: bool | None = None
    """Whether the endpoint labels the speakers of a transcript."""
    supports_image_reference: bool | None = None
    """Whether the endpoint accepts an image that describes the voice."""
    supports_multiple_audio_references: bool | None = None
    """Whether the endpoint accepts several recordings of a voice."""
    service_tier: str | None = None
    """The service tier of the endpoint, such as `priority`; None for the standard tier."""
    native_tools: dict[str, dict[str, Any]] | None = None
    """Server tool (`openrouter:…`) → the provider's own tool to which it is translated."""
    supported_parameters: list[ParameterName]
    """Parameters that the endpoint supports."""
    supports_tool_choice: SupportedToolChoice
    """Values of `tool_choice` that the endpoint supports."""


class EndpointList(BaseModel):
    """A list of endpoints."""

    data: list[Endpoint]
    """The endpoints."""


class ServedModel(BaseModel):
    """A model and the endpoints that serve it."""

    id: str
    """Slug of the model."""
    name: str
    """Display name."""
    created: int
    """Time at which the model was added, in Unix seconds."""
    description: str
    """Summary of the model's strengths."""
    architecture: ModelArchitecture
    """Input and output modalities."""
    endpoints: list[Endpoint]
    """The endpoints."""


class ModelEndpoints(BaseModel):
    """A model and the endpoints that serve it."""

    data: ServedModel
    """The model."""
