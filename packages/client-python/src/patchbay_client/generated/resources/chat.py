# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import CHAT_COMPLETIONS_CREATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import timedelta

    from pydantic import TypeAdapter

    from ..._parse import T, ParsedChatCompletion
    from ..._streams import AsyncChatStream, AsyncStreamManager, ChatStream, StreamManager
    from ..models.chat_response import ChatCompletion
    from ..params.chat_request import (
        AudioOutputParam,
        DebugOptionsParam,
        OutputModality,
        PredictionParam,
        PromptCacheOptionsParam,
        ReasoningOptionsParam,
        ResponseFormatParam,
        ServiceTier,
        StopSequencesParam,
        StreamOptionsParam,
        UsageOptionsParam,
        Verbosity,
        WebSearchOptionsParam,
    )
    from ..params.content import CacheControlParam
    from ..params.messages import ChatMessageParam
    from ..params.model_ids import ModelId
    from ..params.plugins import PluginParam
    from ..params.provider import ProviderPreferencesParam
    from ..params.reasoning import ReasoningEffort
    from ..params.tools import ChatToolParam, DeferredToolsParam, StopServerToolsConditionParam, ToolChoiceParam
    from ..params.trace import TraceConfigParam
    from .raw import AsyncRawChat, AsyncRawChatCompletions, RawChat, RawChatCompletions


class Completions(Resource):
    """The methods of `client.chat.completions`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawChatCompletions:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    if TYPE_CHECKING:

        @overload
        def create(
            self,
            *,
            messages: Iterable[ChatMessageParam],
            stream: Literal[True],
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            stream_options: StreamOptionsParam | None | Omit = OMIT,
            max_tokens: int | None | Omit = OMIT,
            max_completion_tokens: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            min_p: float | None | Omit = OMIT,
            top_a: float | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            repetition_penalty: float | None | Omit = OMIT,
            seed: int | None | Omit = OMIT,
            stop: StopSequencesParam | None | Omit = OMIT,
            logit_bias: Mapping[str, float] | None | Omit = OMIT,
            logprobs: bool | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            tools: Iterable[ChatToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            response_format: ResponseFormatParam | None | Omit = OMIT,
            structured_outputs: bool | None | Omit = OMIT,
            reasoning: ReasoningOptionsParam | None | Omit = OMIT,
            reasoning_effort: ReasoningEffort | None | Omit = OMIT,
            include_reasoning: bool | None | Omit = OMIT,
            verbosity: Verbosity | None | Omit = OMIT,
            modalities: list[OutputModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            audio: AudioOutputParam | None | Omit = OMIT,
            prediction: PredictionParam | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
            x_search_filter: Mapping[str, object] | None | Omit = OMIT,
            preset: str | None | Omit = OMIT,
            transforms: list[str] | None | Omit = OMIT,
            usage: UsageOptionsParam | None | Omit = OMIT,
            route: str | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ChatStream:
            """Create a chat completion.

            Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
            providers that serve the model and falls back to others on failure. The cost is deducted from the
            account's credits.

            Args:
                messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
                stream: Whether to stream the completion as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                stream_options: Deprecated. Has no effect; usage is always included.
                max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
                max_completion_tokens: Newer name of `max_tokens`.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                min_p: Minimum probability of a token, relative to the most likely token.
                top_a: Like `min_p`, relative to the square of the highest probability.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
                seed: Makes completions reproducible, as far as the provider supports it.
                stop: Up to four sequences at which the model stops generating.
                logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
                logprobs: Whether to return the log probability of each token.
                top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                max_tool_calls: Maximum number of server tool steps. Default: 30.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                response_format: The output format.
                structured_outputs: Whether to enforce the JSON Schema of the response format.
                reasoning: How much the model reasons and whether the response includes the reasoning.
                reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
                include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
                verbosity: Length of the completion.
                modalities: Output modalities. Default: text. Audio requires `stream`.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                audio: Settings for audio output.
                prediction: Predicted output: text that most of the completion is expected to repeat.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                trace: Observability metadata.
                debug: Debug output; for streams only.
                web_search_options: Options for models with built-in web search.
                x_search_filter: Filter for the search of posts on X (Grok).
                preset: Slug of the preset to apply.
                transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
                usage: Deprecated. Has no effect; usage is always included.
                route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = client.chat.completions.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
                )
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        def create(
            self,
            *,
            messages: Iterable[ChatMessageParam],
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            stream_options: StreamOptionsParam | None | Omit = OMIT,
            max_tokens: int | None | Omit = OMIT,
            max_completion_tokens: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            min_p: float | None | Omit = OMIT,
            top_a: float | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            repetition_penalty: float | None | Omit = OMIT,
            seed: int | None | Omit = OMIT,
            stop: StopSequencesParam | None | Omit = OMIT,
            logit_bias: Mapping[str, float] | None | Omit = OMIT,
            logprobs: bool | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            tools: Iterable[ChatToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            response_format: ResponseFormatParam | None | Omit = OMIT,
            structured_outputs: bool | None | Omit = OMIT,
            reasoning: ReasoningOptionsParam | None | Omit = OMIT,
            reasoning_effort: ReasoningEffort | None | Omit = OMIT,
            include_reasoning: bool | None | Omit = OMIT,
            verbosity: Verbosity | None | Omit = OMIT,
            modalities: list[OutputModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            audio: AudioOutputParam | None | Omit = OMIT,
            prediction: PredictionParam | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
            x_search_filter: Mapping[str, object] | None | Omit = OMIT,
            preset: str | None | Omit = OMIT,
            transforms: list[str] | None | Omit = OMIT,
            usage: UsageOptionsParam | None | Omit = OMIT,
            route: str | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ChatCompletion:
            """Create a chat completion.

            Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
            providers that serve the model and falls back to others on failure. The cost is deducted from the
            account's credits.

            Args:
                messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                stream: Whether to stream the completion as server-sent events. Default: False.
                stream_options: Deprecated. Has no effect; usage is always included.
                max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
                max_completion_tokens: Newer name of `max_tokens`.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                min_p: Minimum probability of a token, relative to the most likely token.
                top_a: Like `min_p`, relative to the square of the highest probability.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
                seed: Makes completions reproducible, as far as the provider supports it.
                stop: Up to four sequences at which the model stops generating.
                logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
                logprobs: Whether to return the log probability of each token.
                top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                max_tool_calls: Maximum number of server tool steps. Default: 30.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                response_format: The output format.
                structured_outputs: Whether to enforce the JSON Schema of the response format.
                reasoning: How much the model reasons and whether the response includes the reasoning.
                reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
                include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
                verbosity: Length of the completion.
                modalities: Output modalities. Default: text. Audio requires `stream`.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                audio: Settings for audio output.
                prediction: Predicted output: text that most of the completion is expected to repeat.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                trace: Observability metadata.
                debug: Debug output; for streams only.
                web_search_options: Options for models with built-in web search.
                x_search_filter: Filter for the search of posts on X (Grok).
                preset: Slug of the preset to apply.
                transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
                usage: Deprecated. Has no effect; usage is always included.
                route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = client.chat.completions.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
                )
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        def create(
            self,
            *,
            messages: Iterable[ChatMessageParam],
            stream: bool | None | Omit,
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            stream_options: StreamOptionsParam | None | Omit = OMIT,
            max_tokens: int | None | Omit = OMIT,
            max_completion_tokens: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            min_p: float | None | Omit = OMIT,
            top_a: float | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            repetition_penalty: float | None | Omit = OMIT,
            seed: int | None | Omit = OMIT,
            stop: StopSequencesParam | None | Omit = OMIT,
            logit_bias: Mapping[str, float] | None | Omit = OMIT,
            logprobs: bool | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            tools: Iterable[ChatToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            response_format: ResponseFormatParam | None | Omit = OMIT,
            structured_outputs: bool | None | Omit = OMIT,
            reasoning: ReasoningOptionsParam | None | Omit = OMIT,
            reasoning_effort: ReasoningEffort | None | Omit = OMIT,
            include_reasoning: bool | None | Omit = OMIT,
            verbosity: Verbosity | None | Omit = OMIT,
            modalities: list[OutputModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            audio: AudioOutputParam | None | Omit = OMIT,
            prediction: PredictionParam | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
            x_search_filter: Mapping[str, object] | None | Omit = OMIT,
            preset: str | None | Omit = OMIT,
            transforms: list[str] | None | Omit = OMIT,
            usage: UsageOptionsParam | None | Omit = OMIT,
            route: str | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ChatCompletion | ChatStream:
            """Create a chat completion.

            Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
            providers that serve the model and falls back to others on failure. The cost is deducted from the
            account's credits.

            Args:
                messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
                stream: Whether to stream the completion as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                stream_options: Deprecated. Has no effect; usage is always included.
                max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
                max_completion_tokens: Newer name of `max_tokens`.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                min_p: Minimum probability of a token, relative to the most likely token.
                top_a: Like `min_p`, relative to the square of the highest probability.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
                seed: Makes completions reproducible, as far as the provider supports it.
                stop: Up to four sequences at which the model stops generating.
                logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
                logprobs: Whether to return the log probability of each token.
                top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                max_tool_calls: Maximum number of server tool steps. Default: 30.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                response_format: The output format.
                structured_outputs: Whether to enforce the JSON Schema of the response format.
                reasoning: How much the model reasons and whether the response includes the reasoning.
                reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
                include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
                verbosity: Length of the completion.
                modalities: Output modalities. Default: text. Audio requires `stream`.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                audio: Settings for audio output.
                prediction: Predicted output: text that most of the completion is expected to repeat.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                trace: Observability metadata.
                debug: Debug output; for streams only.
                web_search_options: Options for models with built-in web search.
                x_search_filter: Filter for the search of posts on X (Grok).
                preset: Slug of the preset to apply.
                transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
                usage: Deprecated. Has no effect; usage is always included.
                route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = client.chat.completions.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
                )
                print(completion.choices[0].message.content)
                ```
            """

    def create(
        self,
        *,
        messages: Iterable[ChatMessageParam],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        stream_options: StreamOptionsParam | None | Omit = OMIT,
        max_tokens: int | None | Omit = OMIT,
        max_completion_tokens: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        min_p: float | None | Omit = OMIT,
        top_a: float | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        repetition_penalty: float | None | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        stop: StopSequencesParam | None | Omit = OMIT,
        logit_bias: Mapping[str, float] | None | Omit = OMIT,
        logprobs: bool | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        tools: Iterable[ChatToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        response_format: ResponseFormatParam | None | Omit = OMIT,
        structured_outputs: bool | None | Omit = OMIT,
        reasoning: ReasoningOptionsParam | None | Omit = OMIT,
        reasoning_effort: ReasoningEffort | None | Omit = OMIT,
        include_reasoning: bool | None | Omit = OMIT,
        verbosity: Verbosity | None | Omit = OMIT,
        modalities: list[OutputModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        audio: AudioOutputParam | None | Omit = OMIT,
        prediction: PredictionParam | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
        x_search_filter: Mapping[str, object] | None | Omit = OMIT,
        preset: str | None | Omit = OMIT,
        transforms: list[str] | None | Omit = OMIT,
        usage: UsageOptionsParam | None | Omit = OMIT,
        route: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ChatCompletion | ChatStream:
        """Create a chat completion.

        Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
        providers that serve the model and falls back to others on failure. The cost is deducted from the
        account's credits.

        Args:
            messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            stream: Whether to stream the completion as server-sent events. Default: False.
            stream_options: Deprecated. Has no effect; usage is always included.
            max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
            max_completion_tokens: Newer name of `max_tokens`.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            min_p: Minimum probability of a token, relative to the most likely token.
            top_a: Like `min_p`, relative to the square of the highest probability.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
            seed: Makes completions reproducible, as far as the provider supports it.
            stop: Up to four sequences at which the model stops generating.
            logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
            logprobs: Whether to return the log probability of each token.
            top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            max_tool_calls: Maximum number of server tool steps. Default: 30.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            response_format: The output format.
            structured_outputs: Whether to enforce the JSON Schema of the response format.
            reasoning: How much the model reasons and whether the response includes the reasoning.
            reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
            include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
            verbosity: Length of the completion.
            modalities: Output modalities. Default: text. Audio requires `stream`.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            audio: Settings for audio output.
            prediction: Predicted output: text that most of the completion is expected to repeat.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Observability metadata.
            debug: Debug output; for streams only.
            web_search_options: Options for models with built-in web search.
            x_search_filter: Filter for the search of posts on X (Grok).
            preset: Slug of the preset to apply.
            transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
            usage: Deprecated. Has no effect; usage is always included.
            route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            completion = client.chat.completions.create(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
            )
            print(completion.choices[0].message.content)
            ```
        """
        return self._call(
            CHAT_COMPLETIONS_CREATE,
            {
                "messages": messages,
                "model": model,
                "models": models,
                "stream": stream,
                "stream_options": stream_options,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "min_p": min_p,
                "top_a": top_a,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "stop": stop,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "image_config": image_config,
                "audio": audio,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "preset": preset,
                "transforms": transforms,
                "usage": usage,
                "route": route,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        messages: Iterable[ChatMessageParam],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        stream_options: StreamOptionsParam | None | Omit = OMIT,
        max_tokens: int | None | Omit = OMIT,
        max_completion_tokens: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        min_p: float | None | Omit = OMIT,
        top_a: float | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        repetition_penalty: float | None | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        stop: StopSequencesParam | None | Omit = OMIT,
        logit_bias: Mapping[str, float] | None | Omit = OMIT,
        logprobs: bool | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        tools: Iterable[ChatToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        response_format: ResponseFormatParam | None | Omit = OMIT,
        structured_outputs: bool | None | Omit = OMIT,
        reasoning: ReasoningOptionsParam | None | Omit = OMIT,
        reasoning_effort: ReasoningEffort | None | Omit = OMIT,
        include_reasoning: bool | None | Omit = OMIT,
        verbosity: Verbosity | None | Omit = OMIT,
        modalities: list[OutputModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        audio: AudioOutputParam | None | Omit = OMIT,
        prediction: PredictionParam | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
        x_search_filter: Mapping[str, object] | None | Omit = OMIT,
        preset: str | None | Omit = OMIT,
        transforms: list[str] | None | Omit = OMIT,
        usage: UsageOptionsParam | None | Omit = OMIT,
        route: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> StreamManager[ChatStream]:
        """Create a chat completion.

        Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
        providers that serve the model and falls back to others on failure. The cost is deducted from the
        account's credits.

        Args:
            messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            stream_options: Deprecated. Has no effect; usage is always included.
            max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
            max_completion_tokens: Newer name of `max_tokens`.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            min_p: Minimum probability of a token, relative to the most likely token.
            top_a: Like `min_p`, relative to the square of the highest probability.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
            seed: Makes completions reproducible, as far as the provider supports it.
            stop: Up to four sequences at which the model stops generating.
            logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
            logprobs: Whether to return the log probability of each token.
            top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            max_tool_calls: Maximum number of server tool steps. Default: 30.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            response_format: The output format.
            structured_outputs: Whether to enforce the JSON Schema of the response format.
            reasoning: How much the model reasons and whether the response includes the reasoning.
            reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
            include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
            verbosity: Length of the completion.
            modalities: Output modalities. Default: text. Audio requires `stream`.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            audio: Settings for audio output.
            prediction: Predicted output: text that most of the completion is expected to repeat.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Observability metadata.
            debug: Debug output; for streams only.
            web_search_options: Options for models with built-in web search.
            x_search_filter: Filter for the search of posts on X (Grok).
            preset: Slug of the preset to apply.
            transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
            usage: Deprecated. Has no effect; usage is always included.
            route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            with client.chat.completions.stream(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
            ) as stream:
                for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            CHAT_COMPLETIONS_CREATE,
            {
                "messages": messages,
                "model": model,
                "models": models,
                "stream_options": stream_options,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "min_p": min_p,
                "top_a": top_a,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "stop": stop,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "image_config": image_config,
                "audio": audio,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "preset": preset,
                "transforms": transforms,
                "usage": usage,
                "route": route,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def parse(
        self,
        *,
        messages: Iterable[ChatMessageParam],
        response_format: type[T] | TypeAdapter[T] | Mapping[str, object],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        stream_options: StreamOptionsParam | None | Omit = OMIT,
        max_tokens: int | None | Omit = OMIT,
        max_completion_tokens: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        min_p: float | None | Omit = OMIT,
        top_a: float | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        repetition_penalty: float | None | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        stop: StopSequencesParam | None | Omit = OMIT,
        logit_bias: Mapping[str, float] | None | Omit = OMIT,
        logprobs: bool | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        tools: Iterable[ChatToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        structured_outputs: bool | None | Omit = OMIT,
        reasoning: ReasoningOptionsParam | None | Omit = OMIT,
        reasoning_effort: ReasoningEffort | None | Omit = OMIT,
        include_reasoning: bool | None | Omit = OMIT,
        verbosity: Verbosity | None | Omit = OMIT,
        modalities: list[OutputModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        audio: AudioOutputParam | None | Omit = OMIT,
        prediction: PredictionParam | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
        x_search_filter: Mapping[str, object] | None | Omit = OMIT,
        preset: str | None | Omit = OMIT,
        transforms: list[str] | None | Omit = OMIT,
        usage: UsageOptionsParam | None | Omit = OMIT,
        route: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ParsedChatCompletion[T]:
        """Create a chat completion.

        Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
        providers that serve the model and falls back to others on failure. The cost is deducted from the
        account's credits.

        Args:
            messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
            response_format: The type of the output: a pydantic model, a dataclass, a `TypedDict` or another type with a JSON Schema. A `TypeAdapter` has the other ones, such as unions. With a JSON Schema as a dictionary, the output is plain data.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            stream_options: Deprecated. Has no effect; usage is always included.
            max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
            max_completion_tokens: Newer name of `max_tokens`.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            min_p: Minimum probability of a token, relative to the most likely token.
            top_a: Like `min_p`, relative to the square of the highest probability.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
            seed: Makes completions reproducible, as far as the provider supports it.
            stop: Up to four sequences at which the model stops generating.
            logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
            logprobs: Whether to return the log probability of each token.
            top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            max_tool_calls: Maximum number of server tool steps. Default: 30.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            structured_outputs: Whether to enforce the JSON Schema of the response format.
            reasoning: How much the model reasons and whether the response includes the reasoning.
            reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
            include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
            verbosity: Length of the completion.
            modalities: Output modalities. Default: text. Audio requires `stream`.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            audio: Settings for audio output.
            prediction: Predicted output: text that most of the completion is expected to repeat.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Observability metadata.
            debug: Debug output; for streams only.
            web_search_options: Options for models with built-in web search.
            x_search_filter: Filter for the search of posts on X (Grok).
            preset: Slug of the preset to apply.
            transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
            usage: Deprecated. Has no effect; usage is always included.
            route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            OutputError: The output does not match the type; `text` has it.

        Example:
            ```python
            class Answer(BaseModel):
                text: str


            result = client.chat.completions.parse(
                model="openai/gpt-5-mini",
                messages=[{"role": "user", "content": "Say hello in French."}],
                response_format=Answer,
            )
            print(result.parsed)
            ```
        """
        return self._parse(
            CHAT_COMPLETIONS_CREATE,
            {
                "messages": messages,
                "model": model,
                "models": models,
                "stream_options": stream_options,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "min_p": min_p,
                "top_a": top_a,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "stop": stop,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "image_config": image_config,
                "audio": audio,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "preset": preset,
                "transforms": transforms,
                "usage": usage,
                "route": route,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
            response_format,
        )


class Chat(Resource):
    """The methods of `client.chat`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawChat:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    @property
    def completions(self) -> Completions:
        """The methods of `client.chat.completions`."""
        return Completions(self._client)


class AsyncCompletions(AsyncResource):
    """The methods of `client.chat.completions` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawChatCompletions:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    if TYPE_CHECKING:

        @overload
        async def create(
            self,
            *,
            messages: Iterable[ChatMessageParam],
            stream: Literal[True],
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            stream_options: StreamOptionsParam | None | Omit = OMIT,
            max_tokens: int | None | Omit = OMIT,
            max_completion_tokens: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            min_p: float | None | Omit = OMIT,
            top_a: float | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            repetition_penalty: float | None | Omit = OMIT,
            seed: int | None | Omit = OMIT,
            stop: StopSequencesParam | None | Omit = OMIT,
            logit_bias: Mapping[str, float] | None | Omit = OMIT,
            logprobs: bool | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            tools: Iterable[ChatToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            response_format: ResponseFormatParam | None | Omit = OMIT,
            structured_outputs: bool | None | Omit = OMIT,
            reasoning: ReasoningOptionsParam | None | Omit = OMIT,
            reasoning_effort: ReasoningEffort | None | Omit = OMIT,
            include_reasoning: bool | None | Omit = OMIT,
            verbosity: Verbosity | None | Omit = OMIT,
            modalities: list[OutputModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            audio: AudioOutputParam | None | Omit = OMIT,
            prediction: PredictionParam | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
            x_search_filter: Mapping[str, object] | None | Omit = OMIT,
            preset: str | None | Omit = OMIT,
            transforms: list[str] | None | Omit = OMIT,
            usage: UsageOptionsParam | None | Omit = OMIT,
            route: str | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> AsyncChatStream:
            """Create a chat completion.

            Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
            providers that serve the model and falls back to others on failure. The cost is deducted from the
            account's credits.

            Args:
                messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
                stream: Whether to stream the completion as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                stream_options: Deprecated. Has no effect; usage is always included.
                max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
                max_completion_tokens: Newer name of `max_tokens`.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                min_p: Minimum probability of a token, relative to the most likely token.
                top_a: Like `min_p`, relative to the square of the highest probability.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
                seed: Makes completions reproducible, as far as the provider supports it.
                stop: Up to four sequences at which the model stops generating.
                logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
                logprobs: Whether to return the log probability of each token.
                top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                max_tool_calls: Maximum number of server tool steps. Default: 30.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                response_format: The output format.
                structured_outputs: Whether to enforce the JSON Schema of the response format.
                reasoning: How much the model reasons and whether the response includes the reasoning.
                reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
                include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
                verbosity: Length of the completion.
                modalities: Output modalities. Default: text. Audio requires `stream`.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                audio: Settings for audio output.
                prediction: Predicted output: text that most of the completion is expected to repeat.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                trace: Observability metadata.
                debug: Debug output; for streams only.
                web_search_options: Options for models with built-in web search.
                x_search_filter: Filter for the search of posts on X (Grok).
                preset: Slug of the preset to apply.
                transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
                usage: Deprecated. Has no effect; usage is always included.
                route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = await client.chat.completions.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
                )
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        async def create(
            self,
            *,
            messages: Iterable[ChatMessageParam],
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            stream_options: StreamOptionsParam | None | Omit = OMIT,
            max_tokens: int | None | Omit = OMIT,
            max_completion_tokens: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            min_p: float | None | Omit = OMIT,
            top_a: float | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            repetition_penalty: float | None | Omit = OMIT,
            seed: int | None | Omit = OMIT,
            stop: StopSequencesParam | None | Omit = OMIT,
            logit_bias: Mapping[str, float] | None | Omit = OMIT,
            logprobs: bool | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            tools: Iterable[ChatToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            response_format: ResponseFormatParam | None | Omit = OMIT,
            structured_outputs: bool | None | Omit = OMIT,
            reasoning: ReasoningOptionsParam | None | Omit = OMIT,
            reasoning_effort: ReasoningEffort | None | Omit = OMIT,
            include_reasoning: bool | None | Omit = OMIT,
            verbosity: Verbosity | None | Omit = OMIT,
            modalities: list[OutputModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            audio: AudioOutputParam | None | Omit = OMIT,
            prediction: PredictionParam | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
            x_search_filter: Mapping[str, object] | None | Omit = OMIT,
            preset: str | None | Omit = OMIT,
            transforms: list[str] | None | Omit = OMIT,
            usage: UsageOptionsParam | None | Omit = OMIT,
            route: str | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ChatCompletion:
            """Create a chat completion.

            Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
            providers that serve the model and falls back to others on failure. The cost is deducted from the
            account's credits.

            Args:
                messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                stream: Whether to stream the completion as server-sent events. Default: False.
                stream_options: Deprecated. Has no effect; usage is always included.
                max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
                max_completion_tokens: Newer name of `max_tokens`.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                min_p: Minimum probability of a token, relative to the most likely token.
                top_a: Like `min_p`, relative to the square of the highest probability.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
                seed: Makes completions reproducible, as far as the provider supports it.
                stop: Up to four sequences at which the model stops generating.
                logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
                logprobs: Whether to return the log probability of each token.
                top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                max_tool_calls: Maximum number of server tool steps. Default: 30.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                response_format: The output format.
                structured_outputs: Whether to enforce the JSON Schema of the response format.
                reasoning: How much the model reasons and whether the response includes the reasoning.
                reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
                include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
                verbosity: Length of the completion.
                modalities: Output modalities. Default: text. Audio requires `stream`.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                audio: Settings for audio output.
                prediction: Predicted output: text that most of the completion is expected to repeat.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                trace: Observability metadata.
                debug: Debug output; for streams only.
                web_search_options: Options for models with built-in web search.
                x_search_filter: Filter for the search of posts on X (Grok).
                preset: Slug of the preset to apply.
                transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
                usage: Deprecated. Has no effect; usage is always included.
                route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = await client.chat.completions.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
                )
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        async def create(
            self,
            *,
            messages: Iterable[ChatMessageParam],
            stream: bool | None | Omit,
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            stream_options: StreamOptionsParam | None | Omit = OMIT,
            max_tokens: int | None | Omit = OMIT,
            max_completion_tokens: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            min_p: float | None | Omit = OMIT,
            top_a: float | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            repetition_penalty: float | None | Omit = OMIT,
            seed: int | None | Omit = OMIT,
            stop: StopSequencesParam | None | Omit = OMIT,
            logit_bias: Mapping[str, float] | None | Omit = OMIT,
            logprobs: bool | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            tools: Iterable[ChatToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            response_format: ResponseFormatParam | None | Omit = OMIT,
            structured_outputs: bool | None | Omit = OMIT,
            reasoning: ReasoningOptionsParam | None | Omit = OMIT,
            reasoning_effort: ReasoningEffort | None | Omit = OMIT,
            include_reasoning: bool | None | Omit = OMIT,
            verbosity: Verbosity | None | Omit = OMIT,
            modalities: list[OutputModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            audio: AudioOutputParam | None | Omit = OMIT,
            prediction: PredictionParam | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
            x_search_filter: Mapping[str, object] | None | Omit = OMIT,
            preset: str | None | Omit = OMIT,
            transforms: list[str] | None | Omit = OMIT,
            usage: UsageOptionsParam | None | Omit = OMIT,
            route: str | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ChatCompletion | AsyncChatStream:
            """Create a chat completion.

            Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
            providers that serve the model and falls back to others on failure. The cost is deducted from the
            account's credits.

            Args:
                messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
                stream: Whether to stream the completion as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                stream_options: Deprecated. Has no effect; usage is always included.
                max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
                max_completion_tokens: Newer name of `max_tokens`.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                min_p: Minimum probability of a token, relative to the most likely token.
                top_a: Like `min_p`, relative to the square of the highest probability.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
                seed: Makes completions reproducible, as far as the provider supports it.
                stop: Up to four sequences at which the model stops generating.
                logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
                logprobs: Whether to return the log probability of each token.
                top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                max_tool_calls: Maximum number of server tool steps. Default: 30.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                response_format: The output format.
                structured_outputs: Whether to enforce the JSON Schema of the response format.
                reasoning: How much the model reasons and whether the response includes the reasoning.
                reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
                include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
                verbosity: Length of the completion.
                modalities: Output modalities. Default: text. Audio requires `stream`.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                audio: Settings for audio output.
                prediction: Predicted output: text that most of the completion is expected to repeat.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                trace: Observability metadata.
                debug: Debug output; for streams only.
                web_search_options: Options for models with built-in web search.
                x_search_filter: Filter for the search of posts on X (Grok).
                preset: Slug of the preset to apply.
                transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
                usage: Deprecated. Has no effect; usage is always included.
                route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = await client.chat.completions.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
                )
                print(completion.choices[0].message.content)
                ```
            """

    async def create(
        self,
        *,
        messages: Iterable[ChatMessageParam],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        stream_options: StreamOptionsParam | None | Omit = OMIT,
        max_tokens: int | None | Omit = OMIT,
        max_completion_tokens: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        min_p: float | None | Omit = OMIT,
        top_a: float | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        repetition_penalty: float | None | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        stop: StopSequencesParam | None | Omit = OMIT,
        logit_bias: Mapping[str, float] | None | Omit = OMIT,
        logprobs: bool | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        tools: Iterable[ChatToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        response_format: ResponseFormatParam | None | Omit = OMIT,
        structured_outputs: bool | None | Omit = OMIT,
        reasoning: ReasoningOptionsParam | None | Omit = OMIT,
        reasoning_effort: ReasoningEffort | None | Omit = OMIT,
        include_reasoning: bool | None | Omit = OMIT,
        verbosity: Verbosity | None | Omit = OMIT,
        modalities: list[OutputModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        audio: AudioOutputParam | None | Omit = OMIT,
        prediction: PredictionParam | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
        x_search_filter: Mapping[str, object] | None | Omit = OMIT,
        preset: str | None | Omit = OMIT,
        transforms: list[str] | None | Omit = OMIT,
        usage: UsageOptionsParam | None | Omit = OMIT,
        route: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ChatCompletion | AsyncChatStream:
        """Create a chat completion.

        Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
        providers that serve the model and falls back to others on failure. The cost is deducted from the
        account's credits.

        Args:
            messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            stream: Whether to stream the completion as server-sent events. Default: False.
            stream_options: Deprecated. Has no effect; usage is always included.
            max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
            max_completion_tokens: Newer name of `max_tokens`.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            min_p: Minimum probability of a token, relative to the most likely token.
            top_a: Like `min_p`, relative to the square of the highest probability.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
            seed: Makes completions reproducible, as far as the provider supports it.
            stop: Up to four sequences at which the model stops generating.
            logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
            logprobs: Whether to return the log probability of each token.
            top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            max_tool_calls: Maximum number of server tool steps. Default: 30.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            response_format: The output format.
            structured_outputs: Whether to enforce the JSON Schema of the response format.
            reasoning: How much the model reasons and whether the response includes the reasoning.
            reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
            include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
            verbosity: Length of the completion.
            modalities: Output modalities. Default: text. Audio requires `stream`.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            audio: Settings for audio output.
            prediction: Predicted output: text that most of the completion is expected to repeat.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Observability metadata.
            debug: Debug output; for streams only.
            web_search_options: Options for models with built-in web search.
            x_search_filter: Filter for the search of posts on X (Grok).
            preset: Slug of the preset to apply.
            transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
            usage: Deprecated. Has no effect; usage is always included.
            route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            completion = await client.chat.completions.create(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
            )
            print(completion.choices[0].message.content)
            ```
        """
        return await self._call(
            CHAT_COMPLETIONS_CREATE,
            {
                "messages": messages,
                "model": model,
                "models": models,
                "stream": stream,
                "stream_options": stream_options,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "min_p": min_p,
                "top_a": top_a,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "stop": stop,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "image_config": image_config,
                "audio": audio,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "preset": preset,
                "transforms": transforms,
                "usage": usage,
                "route": route,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        messages: Iterable[ChatMessageParam],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        stream_options: StreamOptionsParam | None | Omit = OMIT,
        max_tokens: int | None | Omit = OMIT,
        max_completion_tokens: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        min_p: float | None | Omit = OMIT,
        top_a: float | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        repetition_penalty: float | None | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        stop: StopSequencesParam | None | Omit = OMIT,
        logit_bias: Mapping[str, float] | None | Omit = OMIT,
        logprobs: bool | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        tools: Iterable[ChatToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        response_format: ResponseFormatParam | None | Omit = OMIT,
        structured_outputs: bool | None | Omit = OMIT,
        reasoning: ReasoningOptionsParam | None | Omit = OMIT,
        reasoning_effort: ReasoningEffort | None | Omit = OMIT,
        include_reasoning: bool | None | Omit = OMIT,
        verbosity: Verbosity | None | Omit = OMIT,
        modalities: list[OutputModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        audio: AudioOutputParam | None | Omit = OMIT,
        prediction: PredictionParam | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
        x_search_filter: Mapping[str, object] | None | Omit = OMIT,
        preset: str | None | Omit = OMIT,
        transforms: list[str] | None | Omit = OMIT,
        usage: UsageOptionsParam | None | Omit = OMIT,
        route: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncStreamManager[AsyncChatStream]:
        """Create a chat completion.

        Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
        providers that serve the model and falls back to others on failure. The cost is deducted from the
        account's credits.

        Args:
            messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            stream_options: Deprecated. Has no effect; usage is always included.
            max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
            max_completion_tokens: Newer name of `max_tokens`.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            min_p: Minimum probability of a token, relative to the most likely token.
            top_a: Like `min_p`, relative to the square of the highest probability.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
            seed: Makes completions reproducible, as far as the provider supports it.
            stop: Up to four sequences at which the model stops generating.
            logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
            logprobs: Whether to return the log probability of each token.
            top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            max_tool_calls: Maximum number of server tool steps. Default: 30.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            response_format: The output format.
            structured_outputs: Whether to enforce the JSON Schema of the response format.
            reasoning: How much the model reasons and whether the response includes the reasoning.
            reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
            include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
            verbosity: Length of the completion.
            modalities: Output modalities. Default: text. Audio requires `stream`.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            audio: Settings for audio output.
            prediction: Predicted output: text that most of the completion is expected to repeat.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Observability metadata.
            debug: Debug output; for streams only.
            web_search_options: Options for models with built-in web search.
            x_search_filter: Filter for the search of posts on X (Grok).
            preset: Slug of the preset to apply.
            transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
            usage: Deprecated. Has no effect; usage is always included.
            route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            async with client.chat.completions.stream(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Say hello in French."}]
            ) as stream:
                async for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            CHAT_COMPLETIONS_CREATE,
            {
                "messages": messages,
                "model": model,
                "models": models,
                "stream_options": stream_options,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "min_p": min_p,
                "top_a": top_a,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "stop": stop,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "response_format": response_format,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "image_config": image_config,
                "audio": audio,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "preset": preset,
                "transforms": transforms,
                "usage": usage,
                "route": route,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def parse(
        self,
        *,
        messages: Iterable[ChatMessageParam],
        response_format: type[T] | TypeAdapter[T] | Mapping[str, object],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        stream_options: StreamOptionsParam | None | Omit = OMIT,
        max_tokens: int | None | Omit = OMIT,
        max_completion_tokens: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        min_p: float | None | Omit = OMIT,
        top_a: float | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        repetition_penalty: float | None | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        stop: StopSequencesParam | None | Omit = OMIT,
        logit_bias: Mapping[str, float] | None | Omit = OMIT,
        logprobs: bool | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        tools: Iterable[ChatToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        structured_outputs: bool | None | Omit = OMIT,
        reasoning: ReasoningOptionsParam | None | Omit = OMIT,
        reasoning_effort: ReasoningEffort | None | Omit = OMIT,
        include_reasoning: bool | None | Omit = OMIT,
        verbosity: Verbosity | None | Omit = OMIT,
        modalities: list[OutputModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        audio: AudioOutputParam | None | Omit = OMIT,
        prediction: PredictionParam | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        web_search_options: WebSearchOptionsParam | None | Omit = OMIT,
        x_search_filter: Mapping[str, object] | None | Omit = OMIT,
        preset: str | None | Omit = OMIT,
        transforms: list[str] | None | Omit = OMIT,
        usage: UsageOptionsParam | None | Omit = OMIT,
        route: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ParsedChatCompletion[T]:
        """Create a chat completion.

        Sends messages to a model and returns its completion, whole or as a stream. The router selects among the
        providers that serve the model and falls back to others on failure. The cost is deducted from the
        account's credits.

        Args:
            messages: The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
            response_format: The type of the output: a pydantic model, a dataclass, a `TypedDict` or another type with a JSON Schema. A `TypeAdapter` has the other ones, such as unions. With a JSON Schema as a dictionary, the output is plain data.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            stream_options: Deprecated. Has no effect; usage is always included.
            max_tokens: Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
            max_completion_tokens: Newer name of `max_tokens`.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            min_p: Minimum probability of a token, relative to the most likely token.
            top_a: Like `min_p`, relative to the square of the highest probability.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            repetition_penalty: Divides the probability of tokens that have already occurred; 1 means no penalty.
            seed: Makes completions reproducible, as far as the provider supports it.
            stop: Up to four sequences at which the model stops generating.
            logit_bias: Map of token id to a bias added to the token's logit, −100 to 100.
            logprobs: Whether to return the log probability of each token.
            top_logprobs: Number of most likely alternatives to return for each token. Requires `logprobs`.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            max_tool_calls: Maximum number of server tool steps. Default: 30.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            structured_outputs: Whether to enforce the JSON Schema of the response format.
            reasoning: How much the model reasons and whether the response includes the reasoning.
            reasoning_effort: Shorthand for `reasoning.effort`. If both are set, they must agree.
            include_reasoning: Deprecated. False is equivalent to `reasoning.exclude: true`.
            verbosity: Length of the completion.
            modalities: Output modalities. Default: text. Audio requires `stream`.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            audio: Settings for audio output.
            prediction: Predicted output: text that most of the completion is expected to repeat.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            trace: Observability metadata.
            debug: Debug output; for streams only.
            web_search_options: Options for models with built-in web search.
            x_search_filter: Filter for the search of posts on X (Grok).
            preset: Slug of the preset to apply.
            transforms: Deprecated. Use the plugin `context-compression` instead of `["middle-out"]`.
            usage: Deprecated. Has no effect; usage is always included.
            route: Deprecated. Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `unprocessable` (422), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            OutputError: The output does not match the type; `text` has it.

        Example:
            ```python
            class Answer(BaseModel):
                text: str


            result = await client.chat.completions.parse(
                model="openai/gpt-5-mini",
                messages=[{"role": "user", "content": "Say hello in French."}],
                response_format=Answer,
            )
            print(result.parsed)
            ```
        """
        return await self._parse(
            CHAT_COMPLETIONS_CREATE,
            {
                "messages": messages,
                "model": model,
                "models": models,
                "stream_options": stream_options,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "min_p": min_p,
                "top_a": top_a,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "repetition_penalty": repetition_penalty,
                "seed": seed,
                "stop": stop,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "max_tool_calls": max_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "structured_outputs": structured_outputs,
                "reasoning": reasoning,
                "reasoning_effort": reasoning_effort,
                "include_reasoning": include_reasoning,
                "verbosity": verbosity,
                "modalities": modalities,
                "image_config": image_config,
                "audio": audio,
                "prediction": prediction,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "user": user,
                "metadata": metadata,
                "trace": trace,
                "debug": debug,
                "web_search_options": web_search_options,
                "x_search_filter": x_search_filter,
                "preset": preset,
                "transforms": transforms,
                "usage": usage,
                "route": route,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
            response_format,
        )


class AsyncChat(AsyncResource):
    """The methods of `client.chat` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawChat:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    @property
    def completions(self) -> AsyncCompletions:
        """The methods of `client.chat.completions`."""
        return AsyncCompletions(self._client)
