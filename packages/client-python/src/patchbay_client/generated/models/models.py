# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
# pyright: reportIncompatibleMethodOverride=false
from typing import Literal, TypeAlias

from ..._models import Model as BaseModel
from ..._pages import AsyncPage, SyncPage


class AliasTarget(BaseModel):
    """The model that an alias resolves to."""

    name: str
    """Display name of the model."""
    slug: str
    """Slug of the model."""


class AnalysisIndices(BaseModel):
    """Artificial Analysis indices."""

    intelligence_index: float | None
    """Intelligence index."""
    coding_index: float | None
    """Coding index."""
    agentic_index: float | None
    """Agentic index."""


class ArenaRating(BaseModel):
    """A Design Arena rating."""

    arena: str
    """The arena."""
    category: str
    """The category."""
    elo: float
    """The Elo rating."""
    rank: int
    """The rank."""
    win_rate: float
    """Win rate, in percent."""


class DefaultParameters(BaseModel):
    """Values used for absent parameters."""

    temperature: float | None = None
    """`temperature`."""
    top_p: float | None = None
    """`top_p`."""
    top_k: int | None = None
    """`top_k`."""
    frequency_penalty: float | None = None
    """`frequency_penalty`."""
    presence_penalty: float | None = None
    """`presence_penalty`."""
    repetition_penalty: float | None = None
    """`repetition_penalty`."""


Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | str
"""Days of the week.

- `monday`: Monday.
- `tuesday`: Tuesday.
- `wednesday`: Wednesday.
- `thursday`: Thursday.
- `friday`: Friday.
- `saturday`: Saturday.
- `sunday`: Sunday.
"""


class PricingOverride(BaseModel):
    """Conditional prices."""

    min_prompt_tokens: float | None = None
    """Applies to prompts with more tokens than this."""
    utc_start: float | None = None
    """Start of the time of day, HHMM in UTC. The period may cross midnight."""
    utc_end: float | None = None
    """End of the time of day, HHMM in UTC."""
    utc_days: list[Weekday] | None = None
    """Days of the week."""
    prompt: str | None = None
    """Price per prompt token. In USD."""
    completion: str | None = None
    """Price per completion token. In USD."""
    audio: str | None = None
    """Price per audio token of the prompt. In USD."""
    input_audio_cache: str | None = None
    """Price per cached audio token. In USD."""
    input_cache_read: str | None = None
    """Price per token read from the prompt cache. In USD."""
    input_cache_write: str | None = None
    """Price per token written to the prompt cache with a TTL of five minutes. In USD."""
    input_cache_write_1h: str | None = None
    """Price per token written to the prompt cache with a TTL of one hour. In USD."""


class Pricing(BaseModel):
    """Prices in USD as decimal strings, per token unless noted otherwise. "0" means free; "-1" means that the price
    depends on the selected model.
    """

    prompt: str
    """Price per prompt token. In USD."""
    completion: str
    """Price per completion token. In USD."""
    image: str | None = None
    """Price per input image. In USD."""
    image_output: str | None = None
    """Price per image token of the completion. In USD."""
    image_token: str | None = None
    """Price per image token of the prompt. In USD."""
    audio: str | None = None
    """Price per audio token of the prompt. In USD."""
    audio_output: str | None = None
    """Price per audio token of the completion. In USD."""
    input_audio_cache: str | None = None
    """Price per cached audio token. In USD."""
    input_cache_read: str | None = None
    """Price per token read from the prompt cache. In USD."""
    input_cache_write: str | None = None
    """Price per token written to the prompt cache with a TTL of five minutes. In USD."""
    input_cache_write_1h: str | None = None
    """Price per token written to the prompt cache with a TTL of one hour. In USD."""
    internal_reasoning: str | None = None
    """Price per reasoning token. In USD."""
    request: str | None = None
    """Price per request. In USD."""
    web_search: str | None = None
    """Price per web search. In USD."""
    discount: float | None = None
    """Discount as a fraction, 0 to 1."""
    overrides: list[PricingOverride] | None = None
    """Conditional prices. An entry applies if all its conditions are met. Later entries override earlier ones, field by
    field.
    """


ParameterName: TypeAlias = (
    Literal[
        "temperature",
        "top_p",
        "top_k",
        "min_p",
        "top_a",
        "frequency_penalty",
        "presence_penalty",
        "repetition_penalty",
        "max_tokens",
        "max_completion_tokens",
        "logit_bias",
        "logprobs",
        "top_logprobs",
        "prediction",
        "seed",
        "response_format",
        "structured_outputs",
        "stop",
        "tools",
        "tool_choice",
        "parallel_tool_calls",
        "include_reasoning",
        "reasoning",
        "reasoning_effort",
        "web_search_options",
        "verbosity",
    ]
    | str
)
"""Name of a chat completion parameter.

- `temperature`: `temperature`.
- `top_p`: `top_p`.
- `top_k`: `top_k`.
- `min_p`: `min_p`.
- `top_a`: `top_a`.
- `frequency_penalty`: `frequency_penalty`.
- `presence_penalty`: `presence_penalty`.
- `repetition_penalty`: `repetition_penalty`.
- `max_tokens`: `max_tokens`.
- `max_completion_tokens`: `max_completion_tokens`.
- `logit_bias`: `logit_bias`.
- `logprobs`: `logprobs`.
- `top_logprobs`: `top_logprobs`.
- `prediction`: `prediction`.
- `seed`: `seed`.
- `response_format`: `response_format`.
- `structured_outputs`: Output that conforms to a JSON Schema.
- `stop`: `stop`.
- `tools`: `tools`.
- `tool_choice`: `tool_choice`.
- `parallel_tool_calls`: `parallel_tool_calls`.
- `include_reasoning`: `include_reasoning`.
- `reasoning`: `reasoning`.
- `reasoning_effort`: `reasoning_effort`.
- `web_search_options`: `web_search_options`.
- `verbosity`: `verbosity`.
"""


ModelInputModality: TypeAlias = Literal["text", "image", "file", "audio", "video"] | str
"""Input modalities.

- `text`: Text.
- `image`: Images.
- `file`: Files.
- `audio`: Audio.
- `video`: Video.
"""


ModelOutputModality: TypeAlias = (
    Literal["text", "image", "embeddings", "audio", "video", "rerank", "decisions", "speech", "transcription"] | str
)
"""Output modalities.

- `text`: Text.
- `image`: Images.
- `embeddings`: Vectors.
- `audio`: Audio.
- `video`: Video.
- `rerank`: Relevance scores.
- `decisions`: Typed decisions.
- `speech`: Synthesized speech.
- `transcription`: Transcribed speech.
"""


ModelTokenizer: TypeAlias = (
    Literal[
        "Router",
        "Media",
        "Other",
        "GPT",
        "Claude",
        "Gemini",
        "Gemma",
        "Grok",
        "Cohere",
        "Nova",
        "Qwen",
        "Yi",
        "DeepSeek",
        "Mistral",
        "Llama2",
        "Llama3",
        "Llama4",
        "PaLM",
        "RWKV",
        "Qwen3",
    ]
    | str
)
"""Tokenizer family.

- `Router`: No tokenizer; the model is a router.
- `Media`: No tokenizer; the model generates media.
- `Other`: Another tokenizer.
- `GPT`: The GPT tokenizer.
- `Claude`: The Claude tokenizer.
- `Gemini`: The Gemini tokenizer.
- `Gemma`: The Gemma tokenizer.
- `Grok`: The Grok tokenizer.
- `Cohere`: The Cohere tokenizer.
- `Nova`: The Nova tokenizer.
- `Qwen`: The Qwen tokenizer.
- `Yi`: The Yi tokenizer.
- `DeepSeek`: The DeepSeek tokenizer.
- `Mistral`: The Mistral tokenizer.
- `Llama2`: The Llama 2 tokenizer.
- `Llama3`: The Llama 3 tokenizer.
- `Llama4`: The Llama 4 tokenizer.
- `PaLM`: The PaLM tokenizer.
- `RWKV`: The RWKV tokenizer.
- `Qwen3`: The Qwen3 tokenizer.
"""


ModelInstructType: TypeAlias = (
    Literal[
        "none",
        "airoboros",
        "alpaca",
        "alpaca-modif",
        "chatml",
        "claude",
        "code-llama",
        "gemma",
        "llama2",
        "llama3",
        "mistral",
        "nemotron",
        "neural",
        "openchat",
        "phi3",
        "rwkv",
        "vicuna",
        "zephyr",
        "deepseek-r1",
        "deepseek-v3.1",
        "qwq",
        "qwen3",
    ]
    | str
)
"""Prompt template of open-weight models.

- `none`: No template.
- `airoboros`: The Airoboros template.
- `alpaca`: The Alpaca template.
- `alpaca-modif`: The modified Alpaca template.
- `chatml`: The ChatML template.
- `claude`: The Claude template.
- `code-llama`: The Code Llama template.
- `gemma`: The Gemma template.
- `llama2`: The Llama 2 template.
- `llama3`: The Llama 3 template.
- `mistral`: The Mistral template.
- `nemotron`: The Nemotron template.
- `neural`: The Neural Chat template.
- `openchat`: The OpenChat template.
- `phi3`: The Phi-3 template.
- `rwkv`: The RWKV template.
- `vicuna`: The Vicuna template.
- `zephyr`: The Zephyr template.
- `deepseek-r1`: The DeepSeek-R1 template.
- `deepseek-v3.1`: The DeepSeek-V3.1 template.
- `qwq`: The QwQ template.
- `qwen3`: The Qwen3 template.
"""


class ModelArchitecture(BaseModel):
    """Input and output modalities."""

    modality: str | None
    """Input and output modalities as one string, such as `text+image->text`."""
    input_modalities: list[ModelInputModality]
    """Input modalities."""
    output_modalities: list[ModelOutputModality]
    """Output modalities."""
    tokenizer: ModelTokenizer | None = None
    """Tokenizer family."""
    instruct_type: ModelInstructType | None = None
    """Prompt template of open-weight models."""


class TopProvider(BaseModel):
    """Limits of the top-ranked provider of a model."""

    context_length: int | None = None
    """Context length: total tokens of prompt and completion."""
    max_completion_tokens: int | None = None
    """Maximum number of completion tokens."""
    is_moderated: bool
    """Whether the input is moderated before the model receives it."""


class PerRequestLimits(BaseModel):
    """Limits per request."""

    prompt_tokens: float
    """Maximum number of prompt tokens."""
    completion_tokens: float
    """Maximum number of completion tokens."""


SupportedReasoningEffort: TypeAlias = Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
"""A reasoning effort that a model supports.

- `max`: Maximum effort.
- `xhigh`: Very high effort.
- `high`: High effort.
- `medium`: Medium effort.
- `low`: Low effort.
- `minimal`: Minimal effort.
- `none`: No reasoning.
"""


class ModelReasoning(BaseModel):
    """Reasoning capabilities of a model."""

    mandatory: bool
    """Whether the model always reasons. Such a model rejects the effort `none`."""
    default_enabled: bool | None = None
    """Whether the model reasons by default."""
    default_effort: SupportedReasoningEffort | None = None
    """Default reasoning effort."""
    supported_efforts: list[SupportedReasoningEffort | None] | None = None
    """Supported reasoning efforts; None means all."""
    supports_max_tokens: bool | None = None
    """Whether the model supports `reasoning.max_tokens`."""


class ModelBenchmarks(BaseModel):
    """Benchmark results."""

    artificial_analysis: AnalysisIndices | None = None
    """Artificial Analysis indices."""
    design_arena: list[ArenaRating]
    """Design Arena ratings."""


class ModelLinks(BaseModel):
    """Related resources."""

    details: str
    """Path of the model's endpoint list."""


class Model(BaseModel):
    """A model with its prices, limits and capabilities."""

    id: str
    """The id to send as `model`: `author/name`, with a variant if any."""
    canonical_slug: str
    """Permanent slug of the model."""
    name: str
    """Display name."""
    created: int
    """Time at which the model was added, in Unix seconds."""
    description: str | None = None
    """Summary of the model's strengths."""
    context_length: int | None
    """Context length: total tokens of prompt and completion."""
    hugging_face_id: str | None = None
    """Id of the model on Hugging Face, for open-weight models."""
    knowledge_cutoff: str | None = None
    """Training data cutoff, `YYYY-MM-DD`."""
    expiration_date: str | None = None
    """Retirement date, `YYYY-MM-DD`."""
    alias_target: AliasTarget | None = None
    """The model that an alias resolves to."""
    architecture: ModelArchitecture
    """Input and output modalities."""
    pricing: Pricing
    """Prices of the cheapest endpoint."""
    top_provider: TopProvider
    """Limits of the top-ranked provider."""
    per_request_limits: PerRequestLimits | None
    """Limits per request."""
    supported_parameters: list[ParameterName]
    """Parameters that at least one endpoint supports."""
    default_parameters: DefaultParameters | None
    """Values used for absent parameters."""
    supported_voices: list[str] | None
    """Voices of a speech model."""
    reasoning: ModelReasoning | None = None
    """Reasoning capabilities; absent if the model does not reason."""
    benchmarks: ModelBenchmarks | None = None
    """Benchmark results."""
    links: ModelLinks
    """Related resources."""


class ModelTotal(BaseModel):
    """A number of models."""

    count: int
    """The number of models."""


class ModelCount(BaseModel):
    """The number of models."""

    data: ModelTotal
    """The total."""


class ModelDetail(BaseModel):
    """One model."""

    data: Model
    """The model."""


class PageLinks(BaseModel):
    """Pagination links."""

    next: str | None
    """URL of the next page. Null on the last page and for the whole list."""


class ModelList(BaseModel):
    """A list of models, or one page of it."""

    data: list[Model]
    """The models."""
    total_count: int
    """Total number of models on all pages."""
    links: PageLinks
    """Pagination links."""


class ModelListPage(SyncPage[Model], ModelList):
    """A page of `ModelList`, returned by `Patchbay`. Iterating it yields the items of all pages."""


class AsyncModelListPage(AsyncPage[Model], ModelList):
    """A page of `ModelList`, returned by `AsyncPatchbay`. Iterating it yields the items of all pages."""
