# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import RESPONSES_CREATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import timedelta

    from pydantic import TypeAdapter

    from ..._parse import T, ParsedResponse
    from ..._streams import AsyncResponseStream, AsyncStreamManager, ResponseStream, StreamManager
    from ..models.responses_output import ResponseObject
    from ..params.chat_request import DebugOptionsParam, PromptCacheOptionsParam, ServiceTier
    from ..params.content import CacheControlParam
    from ..params.model_ids import ModelId
    from ..params.plugins import PluginParam
    from ..params.provider import ProviderPreferencesParam
    from ..params.responses_input import (
        ResponseIncludable,
        ResponseModality,
        ResponsePromptParam,
        ResponseReasoningOptionsParam,
        ResponseStreamOptionsParam,
        ResponseTextOptionsParam,
        ResponseTruncation,
        ResponsesInputParam,
    )
    from ..params.responses_tools import ResponseToolChoiceParam, ResponseToolParam
    from ..params.tools import DeferredToolsParam, StopServerToolsConditionParam
    from ..params.trace import TraceConfigParam
    from .raw import AsyncRawResponses, RawResponses


class Responses(Resource):
    """The methods of `client.responses`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawResponses:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    if TYPE_CHECKING:

        @overload
        def create(
            self,
            *,
            input: ResponsesInputParam,
            stream: Literal[True],
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            instructions: str | None | Omit = OMIT,
            stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
            max_output_tokens: int | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            text: ResponseTextOptionsParam | None | Omit = OMIT,
            reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
            include: list[ResponseIncludable] | None | Omit = OMIT,
            modalities: list[ResponseModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            prompt: ResponsePromptParam | None | Omit = OMIT,
            truncation: ResponseTruncation | None | Omit = OMIT,
            background: bool | None | Omit = OMIT,
            store: bool | None | Omit = OMIT,
            previous_response_id: str | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            safety_identifier: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            client_metadata: Mapping[str, object] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ResponseStream:
            """Create a response.

            Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
            Responses API without state: the API stores no response, so send the whole conversation. Routing,
            fallbacks and cost are those of chat completions.

            Args:
                input: The conversation: a string, equivalent to one user message, or a list of items.
                stream: Whether to stream the response as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                instructions: Instructions for the model, before the input.
                stream_options: Settings for the stream.
                max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
                max_tool_calls: Maximum number of server tool steps.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                top_logprobs: Number of most likely alternatives to return for each token.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                text: The output format and its length.
                reasoning: How much the model reasons and whether the response includes a summary.
                include: Additional data to include in the response.
                modalities: Output modalities. Default: text.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                prompt: A stored prompt template.
                truncation: What happens to an input that is too long for the model. Default: `disabled`.
                background: Whether to run the request in the background. Not supported; only false.
                store: Whether to store the response. Not supported; the API refuses true with 400.
                previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                safety_identifier: Id of the end user, for abuse detection.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                client_metadata: Facts about the client, such as ids of its session. Ignored.
                trace: Observability metadata.
                debug: Debug output; for streams only.
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
                response = client.responses.create(model="openai/gpt-5-mini", input="Hello!")
                print(response.output)
                ```
            """

        @overload
        def create(
            self,
            *,
            input: ResponsesInputParam,
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            instructions: str | None | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
            max_output_tokens: int | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            text: ResponseTextOptionsParam | None | Omit = OMIT,
            reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
            include: list[ResponseIncludable] | None | Omit = OMIT,
            modalities: list[ResponseModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            prompt: ResponsePromptParam | None | Omit = OMIT,
            truncation: ResponseTruncation | None | Omit = OMIT,
            background: bool | None | Omit = OMIT,
            store: bool | None | Omit = OMIT,
            previous_response_id: str | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            safety_identifier: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            client_metadata: Mapping[str, object] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ResponseObject:
            """Create a response.

            Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
            Responses API without state: the API stores no response, so send the whole conversation. Routing,
            fallbacks and cost are those of chat completions.

            Args:
                input: The conversation: a string, equivalent to one user message, or a list of items.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                instructions: Instructions for the model, before the input.
                stream: Whether to stream the response as server-sent events. Default: False.
                stream_options: Settings for the stream.
                max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
                max_tool_calls: Maximum number of server tool steps.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                top_logprobs: Number of most likely alternatives to return for each token.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                text: The output format and its length.
                reasoning: How much the model reasons and whether the response includes a summary.
                include: Additional data to include in the response.
                modalities: Output modalities. Default: text.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                prompt: A stored prompt template.
                truncation: What happens to an input that is too long for the model. Default: `disabled`.
                background: Whether to run the request in the background. Not supported; only false.
                store: Whether to store the response. Not supported; the API refuses true with 400.
                previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                safety_identifier: Id of the end user, for abuse detection.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                client_metadata: Facts about the client, such as ids of its session. Ignored.
                trace: Observability metadata.
                debug: Debug output; for streams only.
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
                response = client.responses.create(model="openai/gpt-5-mini", input="Hello!")
                print(response.output)
                ```
            """

        @overload
        def create(
            self,
            *,
            input: ResponsesInputParam,
            stream: bool | None | Omit,
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            instructions: str | None | Omit = OMIT,
            stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
            max_output_tokens: int | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            text: ResponseTextOptionsParam | None | Omit = OMIT,
            reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
            include: list[ResponseIncludable] | None | Omit = OMIT,
            modalities: list[ResponseModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            prompt: ResponsePromptParam | None | Omit = OMIT,
            truncation: ResponseTruncation | None | Omit = OMIT,
            background: bool | None | Omit = OMIT,
            store: bool | None | Omit = OMIT,
            previous_response_id: str | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            safety_identifier: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            client_metadata: Mapping[str, object] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ResponseObject | ResponseStream:
            """Create a response.

            Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
            Responses API without state: the API stores no response, so send the whole conversation. Routing,
            fallbacks and cost are those of chat completions.

            Args:
                input: The conversation: a string, equivalent to one user message, or a list of items.
                stream: Whether to stream the response as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                instructions: Instructions for the model, before the input.
                stream_options: Settings for the stream.
                max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
                max_tool_calls: Maximum number of server tool steps.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                top_logprobs: Number of most likely alternatives to return for each token.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                text: The output format and its length.
                reasoning: How much the model reasons and whether the response includes a summary.
                include: Additional data to include in the response.
                modalities: Output modalities. Default: text.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                prompt: A stored prompt template.
                truncation: What happens to an input that is too long for the model. Default: `disabled`.
                background: Whether to run the request in the background. Not supported; only false.
                store: Whether to store the response. Not supported; the API refuses true with 400.
                previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                safety_identifier: Id of the end user, for abuse detection.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                client_metadata: Facts about the client, such as ids of its session. Ignored.
                trace: Observability metadata.
                debug: Debug output; for streams only.
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
                response = client.responses.create(model="openai/gpt-5-mini", input="Hello!")
                print(response.output)
                ```
            """

    def create(
        self,
        *,
        input: ResponsesInputParam,
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
        max_output_tokens: int | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        text: ResponseTextOptionsParam | None | Omit = OMIT,
        reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
        include: list[ResponseIncludable] | None | Omit = OMIT,
        modalities: list[ResponseModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        prompt: ResponsePromptParam | None | Omit = OMIT,
        truncation: ResponseTruncation | None | Omit = OMIT,
        background: bool | None | Omit = OMIT,
        store: bool | None | Omit = OMIT,
        previous_response_id: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        safety_identifier: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        client_metadata: Mapping[str, object] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ResponseObject | ResponseStream:
        """Create a response.

        Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
        Responses API without state: the API stores no response, so send the whole conversation. Routing,
        fallbacks and cost are those of chat completions.

        Args:
            input: The conversation: a string, equivalent to one user message, or a list of items.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            instructions: Instructions for the model, before the input.
            stream: Whether to stream the response as server-sent events. Default: False.
            stream_options: Settings for the stream.
            max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
            max_tool_calls: Maximum number of server tool steps.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            top_logprobs: Number of most likely alternatives to return for each token.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            text: The output format and its length.
            reasoning: How much the model reasons and whether the response includes a summary.
            include: Additional data to include in the response.
            modalities: Output modalities. Default: text.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            prompt: A stored prompt template.
            truncation: What happens to an input that is too long for the model. Default: `disabled`.
            background: Whether to run the request in the background. Not supported; only false.
            store: Whether to store the response. Not supported; the API refuses true with 400.
            previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            safety_identifier: Id of the end user, for abuse detection.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            client_metadata: Facts about the client, such as ids of its session. Ignored.
            trace: Observability metadata.
            debug: Debug output; for streams only.
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
            response = client.responses.create(model="openai/gpt-5-mini", input="Hello!")
            print(response.output)
            ```
        """
        return self._call(
            RESPONSES_CREATE,
            {
                "input": input,
                "model": model,
                "models": models,
                "instructions": instructions,
                "stream": stream,
                "stream_options": stream_options,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_logprobs": top_logprobs,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "text": text,
                "reasoning": reasoning,
                "include": include,
                "modalities": modalities,
                "image_config": image_config,
                "prompt": prompt,
                "truncation": truncation,
                "background": background,
                "store": store,
                "previous_response_id": previous_response_id,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "safety_identifier": safety_identifier,
                "user": user,
                "metadata": metadata,
                "client_metadata": client_metadata,
                "trace": trace,
                "debug": debug,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        input: ResponsesInputParam,
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
        max_output_tokens: int | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        text: ResponseTextOptionsParam | None | Omit = OMIT,
        reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
        include: list[ResponseIncludable] | None | Omit = OMIT,
        modalities: list[ResponseModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        prompt: ResponsePromptParam | None | Omit = OMIT,
        truncation: ResponseTruncation | None | Omit = OMIT,
        background: bool | None | Omit = OMIT,
        store: bool | None | Omit = OMIT,
        previous_response_id: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        safety_identifier: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        client_metadata: Mapping[str, object] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> StreamManager[ResponseStream]:
        """Create a response.

        Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
        Responses API without state: the API stores no response, so send the whole conversation. Routing,
        fallbacks and cost are those of chat completions.

        Args:
            input: The conversation: a string, equivalent to one user message, or a list of items.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            instructions: Instructions for the model, before the input.
            stream_options: Settings for the stream.
            max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
            max_tool_calls: Maximum number of server tool steps.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            top_logprobs: Number of most likely alternatives to return for each token.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            text: The output format and its length.
            reasoning: How much the model reasons and whether the response includes a summary.
            include: Additional data to include in the response.
            modalities: Output modalities. Default: text.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            prompt: A stored prompt template.
            truncation: What happens to an input that is too long for the model. Default: `disabled`.
            background: Whether to run the request in the background. Not supported; only false.
            store: Whether to store the response. Not supported; the API refuses true with 400.
            previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            safety_identifier: Id of the end user, for abuse detection.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            client_metadata: Facts about the client, such as ids of its session. Ignored.
            trace: Observability metadata.
            debug: Debug output; for streams only.
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
            with client.responses.stream(model="openai/gpt-5-mini", input="Hello!") as stream:
                for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            RESPONSES_CREATE,
            {
                "input": input,
                "model": model,
                "models": models,
                "instructions": instructions,
                "stream_options": stream_options,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_logprobs": top_logprobs,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "text": text,
                "reasoning": reasoning,
                "include": include,
                "modalities": modalities,
                "image_config": image_config,
                "prompt": prompt,
                "truncation": truncation,
                "background": background,
                "store": store,
                "previous_response_id": previous_response_id,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "safety_identifier": safety_identifier,
                "user": user,
                "metadata": metadata,
                "client_metadata": client_metadata,
                "trace": trace,
                "debug": debug,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def parse(
        self,
        *,
        input: ResponsesInputParam,
        text_format: type[T] | TypeAdapter[T] | Mapping[str, object],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
        max_output_tokens: int | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        text: ResponseTextOptionsParam | None | Omit = OMIT,
        reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
        include: list[ResponseIncludable] | None | Omit = OMIT,
        modalities: list[ResponseModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        prompt: ResponsePromptParam | None | Omit = OMIT,
        truncation: ResponseTruncation | None | Omit = OMIT,
        background: bool | None | Omit = OMIT,
        store: bool | None | Omit = OMIT,
        previous_response_id: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        safety_identifier: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        client_metadata: Mapping[str, object] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ParsedResponse[T]:
        """Create a response.

        Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
        Responses API without state: the API stores no response, so send the whole conversation. Routing,
        fallbacks and cost are those of chat completions.

        Args:
            input: The conversation: a string, equivalent to one user message, or a list of items.
            text_format: The type of the output: a pydantic model, a dataclass, a `TypedDict` or another type with a JSON Schema. A `TypeAdapter` has the other ones, such as unions. With a JSON Schema as a dictionary, the output is plain data.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            instructions: Instructions for the model, before the input.
            stream_options: Settings for the stream.
            max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
            max_tool_calls: Maximum number of server tool steps.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            top_logprobs: Number of most likely alternatives to return for each token.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            text: The output format and its length.
            reasoning: How much the model reasons and whether the response includes a summary.
            include: Additional data to include in the response.
            modalities: Output modalities. Default: text.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            prompt: A stored prompt template.
            truncation: What happens to an input that is too long for the model. Default: `disabled`.
            background: Whether to run the request in the background. Not supported; only false.
            store: Whether to store the response. Not supported; the API refuses true with 400.
            previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            safety_identifier: Id of the end user, for abuse detection.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            client_metadata: Facts about the client, such as ids of its session. Ignored.
            trace: Observability metadata.
            debug: Debug output; for streams only.
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


            result = client.responses.parse(model="openai/gpt-5-mini", input="Hello!", text_format=Answer)
            print(result.parsed)
            ```
        """
        return self._parse(
            RESPONSES_CREATE,
            {
                "input": input,
                "model": model,
                "models": models,
                "instructions": instructions,
                "stream_options": stream_options,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_logprobs": top_logprobs,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "text": text,
                "reasoning": reasoning,
                "include": include,
                "modalities": modalities,
                "image_config": image_config,
                "prompt": prompt,
                "truncation": truncation,
                "background": background,
                "store": store,
                "previous_response_id": previous_response_id,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "safety_identifier": safety_identifier,
                "user": user,
                "metadata": metadata,
                "client_metadata": client_metadata,
                "trace": trace,
                "debug": debug,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
            text_format,
        )


class AsyncResponses(AsyncResource):
    """The methods of `client.responses` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawResponses:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    if TYPE_CHECKING:

        @overload
        async def create(
            self,
            *,
            input: ResponsesInputParam,
            stream: Literal[True],
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            instructions: str | None | Omit = OMIT,
            stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
            max_output_tokens: int | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            text: ResponseTextOptionsParam | None | Omit = OMIT,
            reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
            include: list[ResponseIncludable] | None | Omit = OMIT,
            modalities: list[ResponseModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            prompt: ResponsePromptParam | None | Omit = OMIT,
            truncation: ResponseTruncation | None | Omit = OMIT,
            background: bool | None | Omit = OMIT,
            store: bool | None | Omit = OMIT,
            previous_response_id: str | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            safety_identifier: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            client_metadata: Mapping[str, object] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> AsyncResponseStream:
            """Create a response.

            Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
            Responses API without state: the API stores no response, so send the whole conversation. Routing,
            fallbacks and cost are those of chat completions.

            Args:
                input: The conversation: a string, equivalent to one user message, or a list of items.
                stream: Whether to stream the response as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                instructions: Instructions for the model, before the input.
                stream_options: Settings for the stream.
                max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
                max_tool_calls: Maximum number of server tool steps.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                top_logprobs: Number of most likely alternatives to return for each token.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                text: The output format and its length.
                reasoning: How much the model reasons and whether the response includes a summary.
                include: Additional data to include in the response.
                modalities: Output modalities. Default: text.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                prompt: A stored prompt template.
                truncation: What happens to an input that is too long for the model. Default: `disabled`.
                background: Whether to run the request in the background. Not supported; only false.
                store: Whether to store the response. Not supported; the API refuses true with 400.
                previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                safety_identifier: Id of the end user, for abuse detection.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                client_metadata: Facts about the client, such as ids of its session. Ignored.
                trace: Observability metadata.
                debug: Debug output; for streams only.
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
                response = await client.responses.create(model="openai/gpt-5-mini", input="Hello!")
                print(response.output)
                ```
            """

        @overload
        async def create(
            self,
            *,
            input: ResponsesInputParam,
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            instructions: str | None | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
            max_output_tokens: int | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            text: ResponseTextOptionsParam | None | Omit = OMIT,
            reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
            include: list[ResponseIncludable] | None | Omit = OMIT,
            modalities: list[ResponseModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            prompt: ResponsePromptParam | None | Omit = OMIT,
            truncation: ResponseTruncation | None | Omit = OMIT,
            background: bool | None | Omit = OMIT,
            store: bool | None | Omit = OMIT,
            previous_response_id: str | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            safety_identifier: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            client_metadata: Mapping[str, object] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ResponseObject:
            """Create a response.

            Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
            Responses API without state: the API stores no response, so send the whole conversation. Routing,
            fallbacks and cost are those of chat completions.

            Args:
                input: The conversation: a string, equivalent to one user message, or a list of items.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                instructions: Instructions for the model, before the input.
                stream: Whether to stream the response as server-sent events. Default: False.
                stream_options: Settings for the stream.
                max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
                max_tool_calls: Maximum number of server tool steps.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                top_logprobs: Number of most likely alternatives to return for each token.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                text: The output format and its length.
                reasoning: How much the model reasons and whether the response includes a summary.
                include: Additional data to include in the response.
                modalities: Output modalities. Default: text.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                prompt: A stored prompt template.
                truncation: What happens to an input that is too long for the model. Default: `disabled`.
                background: Whether to run the request in the background. Not supported; only false.
                store: Whether to store the response. Not supported; the API refuses true with 400.
                previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                safety_identifier: Id of the end user, for abuse detection.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                client_metadata: Facts about the client, such as ids of its session. Ignored.
                trace: Observability metadata.
                debug: Debug output; for streams only.
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
                response = await client.responses.create(model="openai/gpt-5-mini", input="Hello!")
                print(response.output)
                ```
            """

        @overload
        async def create(
            self,
            *,
            input: ResponsesInputParam,
            stream: bool | None | Omit,
            model: ModelId | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            instructions: str | None | Omit = OMIT,
            stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
            max_output_tokens: int | None | Omit = OMIT,
            max_tool_calls: int | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            top_logprobs: int | None | Omit = OMIT,
            frequency_penalty: float | None | Omit = OMIT,
            presence_penalty: float | None | Omit = OMIT,
            tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
            parallel_tool_calls: bool | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            text: ResponseTextOptionsParam | None | Omit = OMIT,
            reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
            include: list[ResponseIncludable] | None | Omit = OMIT,
            modalities: list[ResponseModality] | None | Omit = OMIT,
            image_config: Mapping[str, object] | None | Omit = OMIT,
            prompt: ResponsePromptParam | None | Omit = OMIT,
            truncation: ResponseTruncation | None | Omit = OMIT,
            background: bool | None | Omit = OMIT,
            store: bool | None | Omit = OMIT,
            previous_response_id: str | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            prompt_cache_key: str | None | Omit = OMIT,
            prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
            service_tier: ServiceTier | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            safety_identifier: str | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            metadata: Mapping[str, str] | None | Omit = OMIT,
            client_metadata: Mapping[str, object] | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            debug: DebugOptionsParam | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ResponseObject | AsyncResponseStream:
            """Create a response.

            Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
            Responses API without state: the API stores no response, so send the whole conversation. Routing,
            fallbacks and cost are those of chat completions.

            Args:
                input: The conversation: a string, equivalent to one user message, or a list of items.
                stream: Whether to stream the response as server-sent events. Default: False.
                model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
                models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
                instructions: Instructions for the model, before the input.
                stream_options: Settings for the stream.
                max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
                max_tool_calls: Maximum number of server tool steps.
                temperature: Sampling temperature. Providers default to 1.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
                top_k: Considers only this many of the most likely tokens; 0 means all.
                top_logprobs: Number of most likely alternatives to return for each token.
                frequency_penalty: Penalizes tokens by how often they have already occurred.
                presence_penalty: Penalizes tokens that have already occurred.
                tools: Tools that the model can call.
                deferred_tools: How the model finds tools with `defer_loading`.
                tool_choice: Whether the model must call a tool, and which one.
                parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
                stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
                text: The output format and its length.
                reasoning: How much the model reasons and whether the response includes a summary.
                include: Additional data to include in the response.
                modalities: Output modalities. Default: text.
                image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
                prompt: A stored prompt template.
                truncation: What happens to an input that is too long for the model. Default: `disabled`.
                background: Whether to run the request in the background. Not supported; only false.
                store: Whether to store the response. Not supported; the API refuses true with 400.
                previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                cache_control: Sets prompt cache breakpoints automatically (Claude).
                prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
                prompt_cache_options: Explicit prompt caching for OpenAI models.
                service_tier: Service tier at the provider. The request is billed at the tier that served it.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                safety_identifier: Id of the end user, for abuse detection.
                user: Id of the end user, for abuse detection.
                metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
                client_metadata: Facts about the client, such as ids of its session. Ignored.
                trace: Observability metadata.
                debug: Debug output; for streams only.
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
                response = await client.responses.create(model="openai/gpt-5-mini", input="Hello!")
                print(response.output)
                ```
            """

    async def create(
        self,
        *,
        input: ResponsesInputParam,
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
        max_output_tokens: int | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        text: ResponseTextOptionsParam | None | Omit = OMIT,
        reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
        include: list[ResponseIncludable] | None | Omit = OMIT,
        modalities: list[ResponseModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        prompt: ResponsePromptParam | None | Omit = OMIT,
        truncation: ResponseTruncation | None | Omit = OMIT,
        background: bool | None | Omit = OMIT,
        store: bool | None | Omit = OMIT,
        previous_response_id: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        safety_identifier: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        client_metadata: Mapping[str, object] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ResponseObject | AsyncResponseStream:
        """Create a response.

        Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
        Responses API without state: the API stores no response, so send the whole conversation. Routing,
        fallbacks and cost are those of chat completions.

        Args:
            input: The conversation: a string, equivalent to one user message, or a list of items.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            instructions: Instructions for the model, before the input.
            stream: Whether to stream the response as server-sent events. Default: False.
            stream_options: Settings for the stream.
            max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
            max_tool_calls: Maximum number of server tool steps.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            top_logprobs: Number of most likely alternatives to return for each token.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            text: The output format and its length.
            reasoning: How much the model reasons and whether the response includes a summary.
            include: Additional data to include in the response.
            modalities: Output modalities. Default: text.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            prompt: A stored prompt template.
            truncation: What happens to an input that is too long for the model. Default: `disabled`.
            background: Whether to run the request in the background. Not supported; only false.
            store: Whether to store the response. Not supported; the API refuses true with 400.
            previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            safety_identifier: Id of the end user, for abuse detection.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            client_metadata: Facts about the client, such as ids of its session. Ignored.
            trace: Observability metadata.
            debug: Debug output; for streams only.
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
            response = await client.responses.create(model="openai/gpt-5-mini", input="Hello!")
            print(response.output)
            ```
        """
        return await self._call(
            RESPONSES_CREATE,
            {
                "input": input,
                "model": model,
                "models": models,
                "instructions": instructions,
                "stream": stream,
                "stream_options": stream_options,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_logprobs": top_logprobs,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "text": text,
                "reasoning": reasoning,
                "include": include,
                "modalities": modalities,
                "image_config": image_config,
                "prompt": prompt,
                "truncation": truncation,
                "background": background,
                "store": store,
                "previous_response_id": previous_response_id,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "safety_identifier": safety_identifier,
                "user": user,
                "metadata": metadata,
                "client_metadata": client_metadata,
                "trace": trace,
                "debug": debug,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        input: ResponsesInputParam,
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
        max_output_tokens: int | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        text: ResponseTextOptionsParam | None | Omit = OMIT,
        reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
        include: list[ResponseIncludable] | None | Omit = OMIT,
        modalities: list[ResponseModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        prompt: ResponsePromptParam | None | Omit = OMIT,
        truncation: ResponseTruncation | None | Omit = OMIT,
        background: bool | None | Omit = OMIT,
        store: bool | None | Omit = OMIT,
        previous_response_id: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        safety_identifier: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        client_metadata: Mapping[str, object] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncStreamManager[AsyncResponseStream]:
        """Create a response.

        Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
        Responses API without state: the API stores no response, so send the whole conversation. Routing,
        fallbacks and cost are those of chat completions.

        Args:
            input: The conversation: a string, equivalent to one user message, or a list of items.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            instructions: Instructions for the model, before the input.
            stream_options: Settings for the stream.
            max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
            max_tool_calls: Maximum number of server tool steps.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            top_logprobs: Number of most likely alternatives to return for each token.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            text: The output format and its length.
            reasoning: How much the model reasons and whether the response includes a summary.
            include: Additional data to include in the response.
            modalities: Output modalities. Default: text.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            prompt: A stored prompt template.
            truncation: What happens to an input that is too long for the model. Default: `disabled`.
            background: Whether to run the request in the background. Not supported; only false.
            store: Whether to store the response. Not supported; the API refuses true with 400.
            previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            safety_identifier: Id of the end user, for abuse detection.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            client_metadata: Facts about the client, such as ids of its session. Ignored.
            trace: Observability metadata.
            debug: Debug output; for streams only.
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
            async with client.responses.stream(model="openai/gpt-5-mini", input="Hello!") as stream:
                async for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            RESPONSES_CREATE,
            {
                "input": input,
                "model": model,
                "models": models,
                "instructions": instructions,
                "stream_options": stream_options,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_logprobs": top_logprobs,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "text": text,
                "reasoning": reasoning,
                "include": include,
                "modalities": modalities,
                "image_config": image_config,
                "prompt": prompt,
                "truncation": truncation,
                "background": background,
                "store": store,
                "previous_response_id": previous_response_id,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "safety_identifier": safety_identifier,
                "user": user,
                "metadata": metadata,
                "client_metadata": client_metadata,
                "trace": trace,
                "debug": debug,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def parse(
        self,
        *,
        input: ResponsesInputParam,
        text_format: type[T] | TypeAdapter[T] | Mapping[str, object],
        model: ModelId | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        stream_options: ResponseStreamOptionsParam | None | Omit = OMIT,
        max_output_tokens: int | None | Omit = OMIT,
        max_tool_calls: int | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        top_logprobs: int | None | Omit = OMIT,
        frequency_penalty: float | None | Omit = OMIT,
        presence_penalty: float | None | Omit = OMIT,
        tools: Iterable[ResponseToolParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        tool_choice: ResponseToolChoiceParam | None | Omit = OMIT,
        parallel_tool_calls: bool | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        text: ResponseTextOptionsParam | None | Omit = OMIT,
        reasoning: ResponseReasoningOptionsParam | None | Omit = OMIT,
        include: list[ResponseIncludable] | None | Omit = OMIT,
        modalities: list[ResponseModality] | None | Omit = OMIT,
        image_config: Mapping[str, object] | None | Omit = OMIT,
        prompt: ResponsePromptParam | None | Omit = OMIT,
        truncation: ResponseTruncation | None | Omit = OMIT,
        background: bool | None | Omit = OMIT,
        store: bool | None | Omit = OMIT,
        previous_response_id: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        prompt_cache_key: str | None | Omit = OMIT,
        prompt_cache_options: PromptCacheOptionsParam | None | Omit = OMIT,
        service_tier: ServiceTier | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        safety_identifier: str | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        metadata: Mapping[str, str] | None | Omit = OMIT,
        client_metadata: Mapping[str, object] | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        debug: DebugOptionsParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ParsedResponse[T]:
        """Create a response.

        Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's
        Responses API without state: the API stores no response, so send the whole conversation. Routing,
        fallbacks and cost are those of chat completions.

        Args:
            input: The conversation: a string, equivalent to one user message, or a list of items.
            text_format: The type of the output: a pydantic model, a dataclass, a `TypedDict` or another type with a JSON Schema. A `TypeAdapter` has the other ones, such as unions. With a JSON Schema as a dictionary, the output is plain data.
            model: The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
            models: Fallback models, tried in order after any failure. If `model` is set, it is tried first.
            instructions: Instructions for the model, before the input.
            stream_options: Settings for the stream.
            max_output_tokens: Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
            max_tool_calls: Maximum number of server tool steps.
            temperature: Sampling temperature. Providers default to 1.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
            top_k: Considers only this many of the most likely tokens; 0 means all.
            top_logprobs: Number of most likely alternatives to return for each token.
            frequency_penalty: Penalizes tokens by how often they have already occurred.
            presence_penalty: Penalizes tokens that have already occurred.
            tools: Tools that the model can call.
            deferred_tools: How the model finds tools with `defer_loading`.
            tool_choice: Whether the model must call a tool, and which one.
            parallel_tool_calls: Whether the model may request several tool calls at once. Default: True.
            stop_server_tools_when: Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
            text: The output format and its length.
            reasoning: How much the model reasons and whether the response includes a summary.
            include: Additional data to include in the response.
            modalities: Output modalities. Default: text.
            image_config: Settings for image output, such as `aspect_ratio` and `image_size`.
            prompt: A stored prompt template.
            truncation: What happens to an input that is too long for the model. Default: `disabled`.
            background: Whether to run the request in the background. Not supported; only false.
            store: Whether to store the response. Not supported; the API refuses true with 400.
            previous_response_id: Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            cache_control: Sets prompt cache breakpoints automatically (Claude).
            prompt_cache_key: Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
            prompt_cache_options: Explicit prompt caching for OpenAI models.
            service_tier: Service tier at the provider. The request is billed at the tier that served it.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            safety_identifier: Id of the end user, for abuse detection.
            user: Id of the end user, for abuse detection.
            metadata: Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
            client_metadata: Facts about the client, such as ids of its session. Ignored.
            trace: Observability metadata.
            debug: Debug output; for streams only.
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


            result = await client.responses.parse(model="openai/gpt-5-mini", input="Hello!", text_format=Answer)
            print(result.parsed)
            ```
        """
        return await self._parse(
            RESPONSES_CREATE,
            {
                "input": input,
                "model": model,
                "models": models,
                "instructions": instructions,
                "stream_options": stream_options,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "top_logprobs": top_logprobs,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "tools": tools,
                "deferred_tools": deferred_tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "stop_server_tools_when": stop_server_tools_when,
                "text": text,
                "reasoning": reasoning,
                "include": include,
                "modalities": modalities,
                "image_config": image_config,
                "prompt": prompt,
                "truncation": truncation,
                "background": background,
                "store": store,
                "previous_response_id": previous_response_id,
                "provider": provider,
                "plugins": plugins,
                "cache_control": cache_control,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_options": prompt_cache_options,
                "service_tier": service_tier,
                "session_id": session_id,
                "safety_identifier": safety_identifier,
                "user": user,
                "metadata": metadata,
                "client_metadata": client_metadata,
                "trace": trace,
                "debug": debug,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
            text_format,
        )
