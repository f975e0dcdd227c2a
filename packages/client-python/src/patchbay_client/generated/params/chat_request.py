# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .content import CacheControlParam, TextContentParam
from .messages import ChatMessageParam
from .model_ids import ModelId
from .plugins import PluginParam
from .provider import ProviderPreferencesParam
from .reasoning import ReasoningContext, ReasoningEffort, ReasoningMode, ReasoningSummaryLevel
from .tools import ChatToolParam, DeferredToolsParam, SearchContextSize, StopServerToolsConditionParam, ToolChoiceParam
from .trace import TraceConfigParam


class AudioOutputParam(TypedDict):
    """Settings for audio output."""

    voice: NotRequired[str | None]
    """The voice."""
    format: NotRequired[str | None]
    """The encoding, such as `mp3` or `pcm16`."""


class StreamOptionsParam(TypedDict):
    """Has no effect."""

    include_usage: NotRequired[bool | None]
    """Deprecated.

    Has no effect; usage is always included.
    """


StopSequencesParam: TypeAlias = str | list[str]
"""One stop sequence, or a list of up to four."""


class TextFormatParam(TypedDict):
    """Text."""

    type: Literal["text"]
    """Always `text`."""


class JsonObjectFormatParam(TypedDict):
    """Any JSON object."""

    type: Literal["json_object"]
    """Always `json_object`."""


class NamedJsonSchemaParam(TypedDict):
    """A named JSON Schema."""

    name: str
    """Name of the schema."""
    description: NotRequired[str | None]
    """What the schema describes."""
    schema: NotRequired[Mapping[str, object] | None]
    """The JSON Schema."""
    strict: NotRequired[bool | None]
    """Whether the output must match the schema exactly."""


class JsonSchemaFormatParam(TypedDict):
    """JSON that conforms to a schema. Support depends on the endpoint; combine it with `provider.require_parameters`."""

    type: Literal["json_schema"]
    """Always `json_schema`."""
    json_schema: NamedJsonSchemaParam
    """The JSON Schema with its name."""


class GrammarFormatParam(TypedDict):
    """Text that conforms to a grammar."""

    type: Literal["grammar"]
    """Always `grammar`."""
    grammar: str
    """The grammar."""


class PythonFormatParam(TypedDict):
    """Python code."""

    type: Literal["python"]
    """Always `python`."""


ResponseFormatParam: TypeAlias = (
    TextFormatParam | JsonObjectFormatParam | JsonSchemaFormatParam | GrammarFormatParam | PythonFormatParam
)
"""The output format."""


class ReasoningOptionsParam(TypedDict):
    """How much the model reasons and whether the response includes the reasoning. Set `effort` or `max_tokens`, not
    both.
    """

    effort: NotRequired[ReasoningEffort | None]
    """The reasoning effort."""
    max_tokens: NotRequired[int | None]
    """Maximum number of reasoning tokens. Must be lower than `max_tokens` of the request."""
    summary: NotRequired[ReasoningSummaryLevel | None]
    """Level of detail of the reasoning summary."""
    exclude: NotRequired[bool | None]
    """Whether to omit the reasoning from the response. Reasoning tokens are billed either way."""
    enabled: NotRequired[bool | None]
    """Whether to reason; true means medium effort."""
    context: NotRequired[ReasoningContext | None]
    """Which earlier reasoning the model sees. For newer OpenAI models."""
    mode: NotRequired[ReasoningMode | None]
    """Reasoning mode. For newer OpenAI models."""


Verbosity: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""How detailed the text of the model is.

- `low`: Short.
- `medium`: Medium.
- `high`: Long.
- `xhigh`: Longer than `high`.
- `max`: As long as possible.
"""


OutputModality: TypeAlias = Literal["text", "image", "audio"] | str
"""Output modalities. Default: text. Audio requires `stream`.

- `text`: Text.
- `image`: Images.
- `audio`: Audio.
"""


class PredictionParam(TypedDict):
    """Predicted output: text that most of the completion is expected to repeat."""

    type: Literal["content"]
    """Always `content`."""
    content: TextContentParam
    """The text."""


class PromptCacheOptionsParam(TypedDict):
    """Settings for explicit prompt caching."""

    mode: Literal["explicit"]
    """Always `explicit`."""
    ttl: NotRequired[str | None]
    """Time to live of the cache entries: `30m` (default) or `12h`, whose writes are more expensive."""


ServiceTier: TypeAlias = Literal["auto", "default", "fast", "flex", "priority", "scale", "ultrafast"] | str
"""The service tier of a request.

- `auto`: The provider decides.
- `default`: The standard tier.
- `fast`: Alias of `priority`.
- `flex`: Cheaper and slower; fails if no capacity is available.
- `priority`: Faster and more expensive; falls back to the standard tier.
- `scale`: Reserved capacity.
- `ultrafast`: The fastest and most expensive tier; falls back to `priority`, then to the standard tier.
"""


class DebugOptionsParam(TypedDict):
    """Debug settings."""

    echo_upstream_body: NotRequired[bool | None]
    """Whether the first chunk includes the request body sent to the provider."""


class WebSearchOptionsParam(TypedDict):
    """Options for models with built-in web search."""

    search_context_size: NotRequired[SearchContextSize | None]
    """How much of the search results the model reads."""
    user_location: NotRequired[Mapping[str, object] | None]
    """Location of the user, in the provider's format."""


class UsageOptionsParam(TypedDict):
    """Has no effect."""

    include: NotRequired[bool | None]
    """Deprecated.

    Has no effect; usage is always included.
    """


class ChatCompletionParams(TypedDict):
    """A chat completion request. Parameters that are absent are not sent to the provider. Parameters that the model
    does not support are ignored unless `provider.require_parameters` is true. Fields that are not in this contract
    are forwarded to the provider.
    """

    messages: Iterable[ChatMessageParam]
    """The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user
    message.
    """
    model: NotRequired[ModelId | None]
    """The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`,
    `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router
    (`openrouter/auto`). Default: the account's default model.
    """
    models: NotRequired[list[ModelId] | None]
    """Fallback models, tried in order after any failure. If `model` is set, it is tried first."""
    stream: NotRequired[bool | None]
    """Whether to stream the completion as server-sent events. Default: False."""
    stream_options: NotRequired[StreamOptionsParam | None]
    """Deprecated.

    Has no effect; usage is always included.
    """
    max_tokens: NotRequired[int | None]
    """Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded."""
    max_completion_tokens: NotRequired[int | None]
    """Newer name of `max_tokens`."""
    temperature: NotRequired[float | None]
    """Sampling temperature. Providers default to 1."""
    top_p: NotRequired[float | None]
    """Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value."""
    top_k: NotRequired[int | None]
    """Considers only this many of the most likely tokens; 0 means all."""
    min_p: NotRequired[float | None]
    """Minimum probability of a token, relative to the most likely token."""
    top_a: NotRequired[float | None]
    """Like `min_p`, relative to the square of the highest probability."""
    frequency_penalty: NotRequired[float | None]
    """Penalizes tokens by how often they have already occurred."""
    presence_penalty: NotRequired[float | None]
    """Penalizes tokens that have already occurred."""
    repetition_penalty: NotRequired[float | None]
    """Divides the probability of tokens that have already occurred; 1 means no penalty."""
    seed: NotRequired[int | None]
    """Makes completions reproducible, as far as the provider supports it."""
    stop: NotRequired[StopSequencesParam | None]
    """Up to four sequences at which the model stops generating."""
    logit_bias: NotRequired[Mapping[str, float] | None]
    """Map of token id to a bias added to the token's logit, −100 to 100."""
    logprobs: NotRequired[bool | None]
    """Whether to return the log probability of each token."""
    top_logprobs: NotRequired[int | None]
    """Number of most likely alternatives to return for each token. Requires `logprobs`."""
    tools: NotRequired[Iterable[ChatToolParam] | None]
    """Tools that the model can call."""
    deferred_tools: NotRequired[DeferredToolsParam | None]
    """How the model finds tools with `defer_loading`."""
    tool_choice: NotRequired[ToolChoiceParam | None]
    """Whether the model must call a tool, and which one."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether the model may request several tool calls at once. Default: True."""
    max_tool_calls: NotRequired[int | None]
    """Maximum number of server tool steps. Default: 30."""
    stop_server_tools_when: NotRequired[Iterable[StopServerToolsConditionParam] | None]
    """Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`."""
    response_format: NotRequired[ResponseFormatParam | None]
    """The output format."""
    structured_outputs: NotRequired[bool | None]
    """Whether to enforce the JSON Schema of the response format."""
    reasoning: NotRequired[ReasoningOptionsParam | None]
    """How much the model reasons and whether the response includes the reasoning."""
    reasoning_effort: NotRequired[ReasoningEffort | None]
    """Shorthand for `reasoning.effort`. If both are set, they must agree."""
    include_reasoning: NotRequired[bool | None]
    """Deprecated.

    False is equivalent to `reasoning.exclude: true`.
    """
    verbosity: NotRequired[Verbosity | None]
    """Length of the completion."""
    modalities: NotRequired[list[OutputModality] | None]
    """Output modalities. Default: text. Audio requires `stream`."""
    image_config: NotRequired[Mapping[str, object] | None]
    """Settings for image output, such as `aspect_ratio` and `image_size`."""
    audio: NotRequired[AudioOutputParam | None]
    """Settings for audio output."""
    prediction: NotRequired[PredictionParam | None]
    """Predicted output: text that most of the completion is expected to repeat."""
    provider: NotRequired[ProviderPreferencesParam | None]
    """Preferences for provider routing."""
    plugins: NotRequired[Iterable[PluginParam] | None]
    """Plugins to run."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets prompt cache breakpoints automatically (Claude)."""
    prompt_cache_key: NotRequired[str | None]
    """Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too."""
    prompt_cache_options: NotRequired[PromptCacheOptionsParam | None]
    """Explicit prompt caching for OpenAI models."""
    service_tier: NotRequired[ServiceTier | None]
    """Service tier at the provider. The request is billed at the tier that served it."""
    session_id: NotRequired[str | None]
    """Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header
    `x-session-id`.
    """
    user: NotRequired[str | None]
    """Id of the end user, for abuse detection."""
    metadata: NotRequired[Mapping[str, str] | None]
    """Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters."""
    trace: NotRequired[TraceConfigParam | None]
    """Observability metadata."""
    debug: NotRequired[DebugOptionsParam | None]
    """Debug output; for streams only."""
    web_search_options: NotRequired[WebSearchOptionsParam | None]
    """Options for models with built-in web search."""
    x_search_filter: NotRequired[Mapping[str, object] | None]
    """Filter for the search of posts on X (Grok)."""
    preset: NotRequired[str | None]
    """Slug of the preset to apply."""
    transforms: NotRequired[list[str] | None]
    """Deprecated.

    Use the plugin `context-compression` instead of `["middle-out"]`.
    """
    usage: NotRequired[UsageOptionsParam | None]
    """Deprecated.

    Has no effect; usage is always included.
    """
    route: NotRequired[str | None]
    """Deprecated.

    Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
    """
