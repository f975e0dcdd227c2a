"""The fields of a chat completion request, as keywords of the functions of the agent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from typing import Required

    from ..generated.params.chat_request import (
        AudioOutputParam,
        DebugOptionsParam,
        PredictionParam,
        PromptCacheOptionsParam,
        ReasoningOptionsParam,
        ResponseFormatParam,
        ServiceTier,
        StopSequencesParam,
        Verbosity,
        WebSearchOptionsParam,
    )
    from ..generated.params.content import CacheControlParam
    from ..generated.params.model_ids import ModelId
    from ..generated.params.plugins import PluginParam
    from ..generated.params.provider import ProviderPreferencesParam
    from ..generated.params.reasoning import ReasoningEffort
    from ..generated.params.tools import (
        ChatToolParam,
        DeferredToolsParam,
        StopServerToolsConditionParam,
        ToolChoiceParam,
    )
    from ..generated.params.trace import TraceConfigParam


class ChatFields(TypedDict, total=False):
    """The fields of `client.chat.completions.create`, except the model, the messages and the tools."""

    max_tokens: int | None
    max_completion_tokens: int | None
    temperature: float | None
    top_p: float | None
    top_k: int | None
    min_p: float | None
    top_a: float | None
    frequency_penalty: float | None
    presence_penalty: float | None
    repetition_penalty: float | None
    seed: int | None
    stop: StopSequencesParam | None
    logit_bias: Mapping[str, float] | None
    logprobs: bool | None
    top_logprobs: int | None
    deferred_tools: DeferredToolsParam | None
    parallel_tool_calls: bool | None
    max_tool_calls: int | None
    stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None
    response_format: ResponseFormatParam | None
    structured_outputs: bool | None
    reasoning: ReasoningOptionsParam | None
    reasoning_effort: ReasoningEffort | None
    include_reasoning: bool | None
    verbosity: Verbosity | None
    modalities: list[Literal["text", "image", "audio"] | str] | None  # noqa: PYI051
    image_config: Mapping[str, object] | None
    audio: AudioOutputParam | None
    prediction: PredictionParam | None
    provider: ProviderPreferencesParam | None
    plugins: Iterable[PluginParam] | None
    cache_control: CacheControlParam | None
    prompt_cache_key: str | None
    prompt_cache_options: PromptCacheOptionsParam | None
    service_tier: ServiceTier | None
    session_id: str | None
    user: str | None
    metadata: Mapping[str, str] | None
    trace: TraceConfigParam | None
    debug: DebugOptionsParam | None
    web_search_options: WebSearchOptionsParam | None
    x_search_filter: Mapping[str, object] | None
    preset: str | None
    transforms: list[str] | None
    route: str | None
    extra_headers: Mapping[str, str | None] | None
    extra_query: Mapping[str, object] | None
    extra_body: Mapping[str, object] | None


class CompletionFields(ChatFields, total=False):
    """The fields of `client.chat.completions.create`, except the model and the messages."""

    tools: Iterable[ChatToolParam] | None
    tool_choice: ToolChoiceParam | None


class ModelCandidate(ChatFields, total=False):
    """A model with its own request fields, such as `reasoning` or `provider`. They override the fields of the call."""

    model: Required[ModelId]
