# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import MESSAGES_COUNT_TOKENS, MESSAGES_CREATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import timedelta

    from ..._streams import AsyncMessageStream, AsyncStreamManager, MessageStream, StreamManager
    from ..models.messages_response import MessagesResponse, MessagesTokenCount
    from ..params.content import CacheControlParam
    from ..params.messages_content import McpServerParam, MessagesToolChoiceParam, MessagesToolParam
    from ..params.messages_request import (
        ContextManagementParam,
        MessageThreadParam,
        MessagesContainerOrIdParam,
        MessagesDiagnosticsParams,
        MessagesFallbackParam,
        MessagesMessageParam,
        MessagesMetadataParam,
        MessagesSafeguardParam,
        MessagesServiceTier,
        MessagesSpeed,
        MessagesSystemPromptParam,
        OutputConfigParam,
        ThinkingConfigParam,
    )
    from ..params.model_ids import ModelId
    from ..params.plugins import PluginParam
    from ..params.provider import ProviderPreferencesParam
    from ..params.tools import DeferredToolsParam, StopServerToolsConditionParam
    from ..params.trace import TraceConfigParam
    from .raw import AsyncRawMessages, RawMessages


class Messages(Resource):
    """The methods of `client.messages`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawMessages:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    if TYPE_CHECKING:

        @overload
        def create(
            self,
            *,
            model: ModelId,
            messages: Iterable[MessagesMessageParam],
            stream: Literal[True],
            max_tokens: int | None | Omit = OMIT,
            system: MessagesSystemPromptParam | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            stop_sequences: list[str] | None | Omit = OMIT,
            thinking: ThinkingConfigParam | None | Omit = OMIT,
            tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
            tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
            output_config: OutputConfigParam | None | Omit = OMIT,
            context_management: ContextManagementParam | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            metadata: MessagesMetadataParam | None | Omit = OMIT,
            service_tier: MessagesServiceTier | None | Omit = OMIT,
            speed: MessagesSpeed | None | Omit = OMIT,
            thread: MessageThreadParam | None | Omit = OMIT,
            container: MessagesContainerOrIdParam | None | Omit = OMIT,
            mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
            inference_geo: str | None | Omit = OMIT,
            diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            beta: bool | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> MessageStream:
            """Create a message.

            Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
            Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
            completions.

            Args:
                model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
                messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
                stream: Whether to stream the response as server-sent events. Default: False.
                max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
                system: The system prompt, as a string or a list of text blocks.
                temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
                top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
                stop_sequences: Sequences at which the model stops generating.
                thinking: How much the model thinks and whether the response includes the thinking.
                tools: Tools that the model can call.
                tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
                output_config: The effort and the format of the response.
                context_management: How the provider shortens the conversation.
                cache_control: Sets a cache breakpoint after the last block that can be cached.
                metadata: Information about the request.
                service_tier: Service tier at the provider.
                speed: The inference speed.
                thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
                container: The container of the code execution tool, by its id or by its settings.
                mcp_servers: MCP servers that the provider connects to.
                inference_geo: The region in which the provider runs the model.
                diagnostics: Asks why the prompt cache was not used.
                models: Fallback models, tried in order after `model` and after any failure.
                fallbacks: Fallback models in Anthropic's form. Not together with `models`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                trace: Observability metadata.
                user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
                safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
                deferred_tools: How the model finds tools with `defer_loading`.
                stop_server_tools_when: Stops server tools as soon as one condition is met.
                beta: Sent by Anthropic SDKs with beta features; no effect.
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
                message = client.messages.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
                )
                print(message.content)
                ```
            """

        @overload
        def create(
            self,
            *,
            model: ModelId,
            messages: Iterable[MessagesMessageParam],
            max_tokens: int | None | Omit = OMIT,
            system: MessagesSystemPromptParam | None | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            stop_sequences: list[str] | None | Omit = OMIT,
            thinking: ThinkingConfigParam | None | Omit = OMIT,
            tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
            tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
            output_config: OutputConfigParam | None | Omit = OMIT,
            context_management: ContextManagementParam | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            metadata: MessagesMetadataParam | None | Omit = OMIT,
            service_tier: MessagesServiceTier | None | Omit = OMIT,
            speed: MessagesSpeed | None | Omit = OMIT,
            thread: MessageThreadParam | None | Omit = OMIT,
            container: MessagesContainerOrIdParam | None | Omit = OMIT,
            mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
            inference_geo: str | None | Omit = OMIT,
            diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            beta: bool | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> MessagesResponse:
            """Create a message.

            Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
            Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
            completions.

            Args:
                model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
                messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
                max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
                system: The system prompt, as a string or a list of text blocks.
                stream: Whether to stream the response as server-sent events. Default: False.
                temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
                top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
                stop_sequences: Sequences at which the model stops generating.
                thinking: How much the model thinks and whether the response includes the thinking.
                tools: Tools that the model can call.
                tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
                output_config: The effort and the format of the response.
                context_management: How the provider shortens the conversation.
                cache_control: Sets a cache breakpoint after the last block that can be cached.
                metadata: Information about the request.
                service_tier: Service tier at the provider.
                speed: The inference speed.
                thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
                container: The container of the code execution tool, by its id or by its settings.
                mcp_servers: MCP servers that the provider connects to.
                inference_geo: The region in which the provider runs the model.
                diagnostics: Asks why the prompt cache was not used.
                models: Fallback models, tried in order after `model` and after any failure.
                fallbacks: Fallback models in Anthropic's form. Not together with `models`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                trace: Observability metadata.
                user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
                safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
                deferred_tools: How the model finds tools with `defer_loading`.
                stop_server_tools_when: Stops server tools as soon as one condition is met.
                beta: Sent by Anthropic SDKs with beta features; no effect.
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
                message = client.messages.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
                )
                print(message.content)
                ```
            """

        @overload
        def create(
            self,
            *,
            model: ModelId,
            messages: Iterable[MessagesMessageParam],
            stream: bool | None | Omit,
            max_tokens: int | None | Omit = OMIT,
            system: MessagesSystemPromptParam | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            stop_sequences: list[str] | None | Omit = OMIT,
            thinking: ThinkingConfigParam | None | Omit = OMIT,
            tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
            tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
            output_config: OutputConfigParam | None | Omit = OMIT,
            context_management: ContextManagementParam | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            metadata: MessagesMetadataParam | None | Omit = OMIT,
            service_tier: MessagesServiceTier | None | Omit = OMIT,
            speed: MessagesSpeed | None | Omit = OMIT,
            thread: MessageThreadParam | None | Omit = OMIT,
            container: MessagesContainerOrIdParam | None | Omit = OMIT,
            mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
            inference_geo: str | None | Omit = OMIT,
            diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            beta: bool | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> MessagesResponse | MessageStream:
            """Create a message.

            Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
            Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
            completions.

            Args:
                model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
                messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
                stream: Whether to stream the response as server-sent events. Default: False.
                max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
                system: The system prompt, as a string or a list of text blocks.
                temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
                top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
                stop_sequences: Sequences at which the model stops generating.
                thinking: How much the model thinks and whether the response includes the thinking.
                tools: Tools that the model can call.
                tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
                output_config: The effort and the format of the response.
                context_management: How the provider shortens the conversation.
                cache_control: Sets a cache breakpoint after the last block that can be cached.
                metadata: Information about the request.
                service_tier: Service tier at the provider.
                speed: The inference speed.
                thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
                container: The container of the code execution tool, by its id or by its settings.
                mcp_servers: MCP servers that the provider connects to.
                inference_geo: The region in which the provider runs the model.
                diagnostics: Asks why the prompt cache was not used.
                models: Fallback models, tried in order after `model` and after any failure.
                fallbacks: Fallback models in Anthropic's form. Not together with `models`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                trace: Observability metadata.
                user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
                safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
                deferred_tools: How the model finds tools with `defer_loading`.
                stop_server_tools_when: Stops server tools as soon as one condition is met.
                beta: Sent by Anthropic SDKs with beta features; no effect.
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
                message = client.messages.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
                )
                print(message.content)
                ```
            """

    def create(
        self,
        *,
        model: ModelId,
        messages: Iterable[MessagesMessageParam],
        max_tokens: int | None | Omit = OMIT,
        system: MessagesSystemPromptParam | None | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        stop_sequences: list[str] | None | Omit = OMIT,
        thinking: ThinkingConfigParam | None | Omit = OMIT,
        tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
        tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
        output_config: OutputConfigParam | None | Omit = OMIT,
        context_management: ContextManagementParam | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        metadata: MessagesMetadataParam | None | Omit = OMIT,
        service_tier: MessagesServiceTier | None | Omit = OMIT,
        speed: MessagesSpeed | None | Omit = OMIT,
        thread: MessageThreadParam | None | Omit = OMIT,
        container: MessagesContainerOrIdParam | None | Omit = OMIT,
        mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
        inference_geo: str | None | Omit = OMIT,
        diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        beta: bool | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> MessagesResponse | MessageStream:
        """Create a message.

        Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
        Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
        completions.

        Args:
            model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
            messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
            max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
            system: The system prompt, as a string or a list of text blocks.
            stream: Whether to stream the response as server-sent events. Default: False.
            temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
            top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
            stop_sequences: Sequences at which the model stops generating.
            thinking: How much the model thinks and whether the response includes the thinking.
            tools: Tools that the model can call.
            tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
            output_config: The effort and the format of the response.
            context_management: How the provider shortens the conversation.
            cache_control: Sets a cache breakpoint after the last block that can be cached.
            metadata: Information about the request.
            service_tier: Service tier at the provider.
            speed: The inference speed.
            thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
            container: The container of the code execution tool, by its id or by its settings.
            mcp_servers: MCP servers that the provider connects to.
            inference_geo: The region in which the provider runs the model.
            diagnostics: Asks why the prompt cache was not used.
            models: Fallback models, tried in order after `model` and after any failure.
            fallbacks: Fallback models in Anthropic's form. Not together with `models`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            trace: Observability metadata.
            user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
            safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
            deferred_tools: How the model finds tools with `defer_loading`.
            stop_server_tools_when: Stops server tools as soon as one condition is met.
            beta: Sent by Anthropic SDKs with beta features; no effect.
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
            message = client.messages.create(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
            )
            print(message.content)
            ```
        """
        return self._call(
            MESSAGES_CREATE,
            {
                "model": model,
                "messages": messages,
                "max_tokens": max_tokens,
                "system": system,
                "stream": stream,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "stop_sequences": stop_sequences,
                "thinking": thinking,
                "tools": tools,
                "tool_choice": tool_choice,
                "output_config": output_config,
                "context_management": context_management,
                "cache_control": cache_control,
                "metadata": metadata,
                "service_tier": service_tier,
                "speed": speed,
                "thread": thread,
                "container": container,
                "mcp_servers": mcp_servers,
                "inference_geo": inference_geo,
                "diagnostics": diagnostics,
                "models": models,
                "fallbacks": fallbacks,
                "provider": provider,
                "plugins": plugins,
                "session_id": session_id,
                "trace": trace,
                "user": user,
                "safeguards": safeguards,
                "deferred_tools": deferred_tools,
                "stop_server_tools_when": stop_server_tools_when,
                "beta": beta,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        model: ModelId,
        messages: Iterable[MessagesMessageParam],
        max_tokens: int | None | Omit = OMIT,
        system: MessagesSystemPromptParam | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        stop_sequences: list[str] | None | Omit = OMIT,
        thinking: ThinkingConfigParam | None | Omit = OMIT,
        tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
        tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
        output_config: OutputConfigParam | None | Omit = OMIT,
        context_management: ContextManagementParam | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        metadata: MessagesMetadataParam | None | Omit = OMIT,
        service_tier: MessagesServiceTier | None | Omit = OMIT,
        speed: MessagesSpeed | None | Omit = OMIT,
        thread: MessageThreadParam | None | Omit = OMIT,
        container: MessagesContainerOrIdParam | None | Omit = OMIT,
        mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
        inference_geo: str | None | Omit = OMIT,
        diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        beta: bool | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> StreamManager[MessageStream]:
        """Create a message.

        Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
        Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
        completions.

        Args:
            model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
            messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
            max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
            system: The system prompt, as a string or a list of text blocks.
            temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
            top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
            stop_sequences: Sequences at which the model stops generating.
            thinking: How much the model thinks and whether the response includes the thinking.
            tools: Tools that the model can call.
            tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
            output_config: The effort and the format of the response.
            context_management: How the provider shortens the conversation.
            cache_control: Sets a cache breakpoint after the last block that can be cached.
            metadata: Information about the request.
            service_tier: Service tier at the provider.
            speed: The inference speed.
            thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
            container: The container of the code execution tool, by its id or by its settings.
            mcp_servers: MCP servers that the provider connects to.
            inference_geo: The region in which the provider runs the model.
            diagnostics: Asks why the prompt cache was not used.
            models: Fallback models, tried in order after `model` and after any failure.
            fallbacks: Fallback models in Anthropic's form. Not together with `models`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            trace: Observability metadata.
            user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
            safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
            deferred_tools: How the model finds tools with `defer_loading`.
            stop_server_tools_when: Stops server tools as soon as one condition is met.
            beta: Sent by Anthropic SDKs with beta features; no effect.
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
            with client.messages.stream(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
            ) as stream:
                for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            MESSAGES_CREATE,
            {
                "model": model,
                "messages": messages,
                "max_tokens": max_tokens,
                "system": system,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "stop_sequences": stop_sequences,
                "thinking": thinking,
                "tools": tools,
                "tool_choice": tool_choice,
                "output_config": output_config,
                "context_management": context_management,
                "cache_control": cache_control,
                "metadata": metadata,
                "service_tier": service_tier,
                "speed": speed,
                "thread": thread,
                "container": container,
                "mcp_servers": mcp_servers,
                "inference_geo": inference_geo,
                "diagnostics": diagnostics,
                "models": models,
                "fallbacks": fallbacks,
                "provider": provider,
                "plugins": plugins,
                "session_id": session_id,
                "trace": trace,
                "user": user,
                "safeguards": safeguards,
                "deferred_tools": deferred_tools,
                "stop_server_tools_when": stop_server_tools_when,
                "beta": beta,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def count_tokens(
        self,
        *,
        model: str,
        messages: Iterable[MessagesMessageParam],
        system: MessagesSystemPromptParam | None | Omit = OMIT,
        thinking: ThinkingConfigParam | None | Omit = OMIT,
        tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
        tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
        output_config: OutputConfigParam | None | Omit = OMIT,
        context_management: ContextManagementParam | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
        beta: bool | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> MessagesTokenCount:
        """Count the tokens of a message.

        Counts the input tokens of a Messages request without sending it to a model. The request is free of
        charge.

        Args:
            model: The model whose tokenizer counts.
            messages: The messages of the conversation.
            system: The system prompt, as a string or a list of text blocks.
            thinking: How much the model thinks.
            tools: Tools that the model can call.
            tool_choice: Whether the model must call a tool, and which one.
            output_config: The effort and the format of the response.
            context_management: How the provider shortens the conversation.
            cache_control: Sets a cache breakpoint after the last block that can be cached.
            mcp_servers: MCP servers that the provider connects to.
            beta: Sent by Anthropic SDKs with beta features; no effect.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.messages.count_tokens(
                model="anthropic/claude-sonnet-4.5", messages=[{"role": "user", "content": "Hello!"}]
            )
            ```
        """
        return self._call(
            MESSAGES_COUNT_TOKENS,
            {
                "model": model,
                "messages": messages,
                "system": system,
                "thinking": thinking,
                "tools": tools,
                "tool_choice": tool_choice,
                "output_config": output_config,
                "context_management": context_management,
                "cache_control": cache_control,
                "mcp_servers": mcp_servers,
                "beta": beta,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )


class AsyncMessages(AsyncResource):
    """The methods of `client.messages` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawMessages:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    if TYPE_CHECKING:

        @overload
        async def create(
            self,
            *,
            model: ModelId,
            messages: Iterable[MessagesMessageParam],
            stream: Literal[True],
            max_tokens: int | None | Omit = OMIT,
            system: MessagesSystemPromptParam | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            stop_sequences: list[str] | None | Omit = OMIT,
            thinking: ThinkingConfigParam | None | Omit = OMIT,
            tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
            tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
            output_config: OutputConfigParam | None | Omit = OMIT,
            context_management: ContextManagementParam | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            metadata: MessagesMetadataParam | None | Omit = OMIT,
            service_tier: MessagesServiceTier | None | Omit = OMIT,
            speed: MessagesSpeed | None | Omit = OMIT,
            thread: MessageThreadParam | None | Omit = OMIT,
            container: MessagesContainerOrIdParam | None | Omit = OMIT,
            mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
            inference_geo: str | None | Omit = OMIT,
            diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            beta: bool | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> AsyncMessageStream:
            """Create a message.

            Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
            Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
            completions.

            Args:
                model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
                messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
                stream: Whether to stream the response as server-sent events. Default: False.
                max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
                system: The system prompt, as a string or a list of text blocks.
                temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
                top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
                stop_sequences: Sequences at which the model stops generating.
                thinking: How much the model thinks and whether the response includes the thinking.
                tools: Tools that the model can call.
                tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
                output_config: The effort and the format of the response.
                context_management: How the provider shortens the conversation.
                cache_control: Sets a cache breakpoint after the last block that can be cached.
                metadata: Information about the request.
                service_tier: Service tier at the provider.
                speed: The inference speed.
                thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
                container: The container of the code execution tool, by its id or by its settings.
                mcp_servers: MCP servers that the provider connects to.
                inference_geo: The region in which the provider runs the model.
                diagnostics: Asks why the prompt cache was not used.
                models: Fallback models, tried in order after `model` and after any failure.
                fallbacks: Fallback models in Anthropic's form. Not together with `models`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                trace: Observability metadata.
                user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
                safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
                deferred_tools: How the model finds tools with `defer_loading`.
                stop_server_tools_when: Stops server tools as soon as one condition is met.
                beta: Sent by Anthropic SDKs with beta features; no effect.
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
                message = await client.messages.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
                )
                print(message.content)
                ```
            """

        @overload
        async def create(
            self,
            *,
            model: ModelId,
            messages: Iterable[MessagesMessageParam],
            max_tokens: int | None | Omit = OMIT,
            system: MessagesSystemPromptParam | None | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            stop_sequences: list[str] | None | Omit = OMIT,
            thinking: ThinkingConfigParam | None | Omit = OMIT,
            tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
            tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
            output_config: OutputConfigParam | None | Omit = OMIT,
            context_management: ContextManagementParam | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            metadata: MessagesMetadataParam | None | Omit = OMIT,
            service_tier: MessagesServiceTier | None | Omit = OMIT,
            speed: MessagesSpeed | None | Omit = OMIT,
            thread: MessageThreadParam | None | Omit = OMIT,
            container: MessagesContainerOrIdParam | None | Omit = OMIT,
            mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
            inference_geo: str | None | Omit = OMIT,
            diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            beta: bool | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> MessagesResponse:
            """Create a message.

            Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
            Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
            completions.

            Args:
                model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
                messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
                max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
                system: The system prompt, as a string or a list of text blocks.
                stream: Whether to stream the response as server-sent events. Default: False.
                temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
                top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
                stop_sequences: Sequences at which the model stops generating.
                thinking: How much the model thinks and whether the response includes the thinking.
                tools: Tools that the model can call.
                tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
                output_config: The effort and the format of the response.
                context_management: How the provider shortens the conversation.
                cache_control: Sets a cache breakpoint after the last block that can be cached.
                metadata: Information about the request.
                service_tier: Service tier at the provider.
                speed: The inference speed.
                thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
                container: The container of the code execution tool, by its id or by its settings.
                mcp_servers: MCP servers that the provider connects to.
                inference_geo: The region in which the provider runs the model.
                diagnostics: Asks why the prompt cache was not used.
                models: Fallback models, tried in order after `model` and after any failure.
                fallbacks: Fallback models in Anthropic's form. Not together with `models`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                trace: Observability metadata.
                user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
                safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
                deferred_tools: How the model finds tools with `defer_loading`.
                stop_server_tools_when: Stops server tools as soon as one condition is met.
                beta: Sent by Anthropic SDKs with beta features; no effect.
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
                message = await client.messages.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
                )
                print(message.content)
                ```
            """

        @overload
        async def create(
            self,
            *,
            model: ModelId,
            messages: Iterable[MessagesMessageParam],
            stream: bool | None | Omit,
            max_tokens: int | None | Omit = OMIT,
            system: MessagesSystemPromptParam | None | Omit = OMIT,
            temperature: float | None | Omit = OMIT,
            top_p: float | None | Omit = OMIT,
            top_k: int | None | Omit = OMIT,
            stop_sequences: list[str] | None | Omit = OMIT,
            thinking: ThinkingConfigParam | None | Omit = OMIT,
            tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
            tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
            output_config: OutputConfigParam | None | Omit = OMIT,
            context_management: ContextManagementParam | None | Omit = OMIT,
            cache_control: CacheControlParam | None | Omit = OMIT,
            metadata: MessagesMetadataParam | None | Omit = OMIT,
            service_tier: MessagesServiceTier | None | Omit = OMIT,
            speed: MessagesSpeed | None | Omit = OMIT,
            thread: MessageThreadParam | None | Omit = OMIT,
            container: MessagesContainerOrIdParam | None | Omit = OMIT,
            mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
            inference_geo: str | None | Omit = OMIT,
            diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
            models: list[ModelId] | None | Omit = OMIT,
            fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
            provider: ProviderPreferencesParam | None | Omit = OMIT,
            plugins: Iterable[PluginParam] | None | Omit = OMIT,
            session_id: str | None | Omit = OMIT,
            trace: TraceConfigParam | None | Omit = OMIT,
            user: str | None | Omit = OMIT,
            safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
            deferred_tools: DeferredToolsParam | None | Omit = OMIT,
            stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
            beta: bool | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> MessagesResponse | AsyncMessageStream:
            """Create a message.

            Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
            Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
            completions.

            Args:
                model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
                messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
                stream: Whether to stream the response as server-sent events. Default: False.
                max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
                system: The system prompt, as a string or a list of text blocks.
                temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
                top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
                top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
                stop_sequences: Sequences at which the model stops generating.
                thinking: How much the model thinks and whether the response includes the thinking.
                tools: Tools that the model can call.
                tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
                output_config: The effort and the format of the response.
                context_management: How the provider shortens the conversation.
                cache_control: Sets a cache breakpoint after the last block that can be cached.
                metadata: Information about the request.
                service_tier: Service tier at the provider.
                speed: The inference speed.
                thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
                container: The container of the code execution tool, by its id or by its settings.
                mcp_servers: MCP servers that the provider connects to.
                inference_geo: The region in which the provider runs the model.
                diagnostics: Asks why the prompt cache was not used.
                models: Fallback models, tried in order after `model` and after any failure.
                fallbacks: Fallback models in Anthropic's form. Not together with `models`.
                provider: Preferences for provider routing.
                plugins: Plugins to run.
                session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
                trace: Observability metadata.
                user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
                safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
                deferred_tools: How the model finds tools with `defer_loading`.
                stop_server_tools_when: Stops server tools as soon as one condition is met.
                beta: Sent by Anthropic SDKs with beta features; no effect.
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
                message = await client.messages.create(
                    model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
                )
                print(message.content)
                ```
            """

    async def create(
        self,
        *,
        model: ModelId,
        messages: Iterable[MessagesMessageParam],
        max_tokens: int | None | Omit = OMIT,
        system: MessagesSystemPromptParam | None | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        stop_sequences: list[str] | None | Omit = OMIT,
        thinking: ThinkingConfigParam | None | Omit = OMIT,
        tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
        tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
        output_config: OutputConfigParam | None | Omit = OMIT,
        context_management: ContextManagementParam | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        metadata: MessagesMetadataParam | None | Omit = OMIT,
        service_tier: MessagesServiceTier | None | Omit = OMIT,
        speed: MessagesSpeed | None | Omit = OMIT,
        thread: MessageThreadParam | None | Omit = OMIT,
        container: MessagesContainerOrIdParam | None | Omit = OMIT,
        mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
        inference_geo: str | None | Omit = OMIT,
        diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        beta: bool | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> MessagesResponse | AsyncMessageStream:
        """Create a message.

        Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
        Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
        completions.

        Args:
            model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
            messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
            max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
            system: The system prompt, as a string or a list of text blocks.
            stream: Whether to stream the response as server-sent events. Default: False.
            temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
            top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
            stop_sequences: Sequences at which the model stops generating.
            thinking: How much the model thinks and whether the response includes the thinking.
            tools: Tools that the model can call.
            tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
            output_config: The effort and the format of the response.
            context_management: How the provider shortens the conversation.
            cache_control: Sets a cache breakpoint after the last block that can be cached.
            metadata: Information about the request.
            service_tier: Service tier at the provider.
            speed: The inference speed.
            thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
            container: The container of the code execution tool, by its id or by its settings.
            mcp_servers: MCP servers that the provider connects to.
            inference_geo: The region in which the provider runs the model.
            diagnostics: Asks why the prompt cache was not used.
            models: Fallback models, tried in order after `model` and after any failure.
            fallbacks: Fallback models in Anthropic's form. Not together with `models`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            trace: Observability metadata.
            user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
            safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
            deferred_tools: How the model finds tools with `defer_loading`.
            stop_server_tools_when: Stops server tools as soon as one condition is met.
            beta: Sent by Anthropic SDKs with beta features; no effect.
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
            message = await client.messages.create(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
            )
            print(message.content)
            ```
        """
        return await self._call(
            MESSAGES_CREATE,
            {
                "model": model,
                "messages": messages,
                "max_tokens": max_tokens,
                "system": system,
                "stream": stream,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "stop_sequences": stop_sequences,
                "thinking": thinking,
                "tools": tools,
                "tool_choice": tool_choice,
                "output_config": output_config,
                "context_management": context_management,
                "cache_control": cache_control,
                "metadata": metadata,
                "service_tier": service_tier,
                "speed": speed,
                "thread": thread,
                "container": container,
                "mcp_servers": mcp_servers,
                "inference_geo": inference_geo,
                "diagnostics": diagnostics,
                "models": models,
                "fallbacks": fallbacks,
                "provider": provider,
                "plugins": plugins,
                "session_id": session_id,
                "trace": trace,
                "user": user,
                "safeguards": safeguards,
                "deferred_tools": deferred_tools,
                "stop_server_tools_when": stop_server_tools_when,
                "beta": beta,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        model: ModelId,
        messages: Iterable[MessagesMessageParam],
        max_tokens: int | None | Omit = OMIT,
        system: MessagesSystemPromptParam | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
        top_p: float | None | Omit = OMIT,
        top_k: int | None | Omit = OMIT,
        stop_sequences: list[str] | None | Omit = OMIT,
        thinking: ThinkingConfigParam | None | Omit = OMIT,
        tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
        tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
        output_config: OutputConfigParam | None | Omit = OMIT,
        context_management: ContextManagementParam | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        metadata: MessagesMetadataParam | None | Omit = OMIT,
        service_tier: MessagesServiceTier | None | Omit = OMIT,
        speed: MessagesSpeed | None | Omit = OMIT,
        thread: MessageThreadParam | None | Omit = OMIT,
        container: MessagesContainerOrIdParam | None | Omit = OMIT,
        mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
        inference_geo: str | None | Omit = OMIT,
        diagnostics: MessagesDiagnosticsParams | None | Omit = OMIT,
        models: list[ModelId] | None | Omit = OMIT,
        fallbacks: Iterable[MessagesFallbackParam] | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        plugins: Iterable[PluginParam] | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        safeguards: Iterable[MessagesSafeguardParam] | None | Omit = OMIT,
        deferred_tools: DeferredToolsParam | None | Omit = OMIT,
        stop_server_tools_when: Iterable[StopServerToolsConditionParam] | None | Omit = OMIT,
        beta: bool | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncStreamManager[AsyncMessageStream]:
        """Create a message.

        Sends a conversation to a model and returns its message, whole or as a stream, in the form of the
        Anthropic Messages API. It works with every model. Routing, fallbacks and credits are those of chat
        completions.

        Args:
            model: The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an alias, a preset or a router.
            messages: The messages of the conversation. An assistant message at the end is a prefill that the model continues.
            max_tokens: Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the prompt cache.
            system: The system prompt, as a string or a list of text blocks.
            temperature: Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`.
            top_p: Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with `anthropic-version: 2026-10-21`.
            top_k: Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`.
            stop_sequences: Sequences at which the model stops generating.
            thinking: How much the model thinks and whether the response includes the thinking.
            tools: Tools that the model can call.
            tool_choice: Whether the model must call a tool, and which one. Default: `auto`.
            output_config: The effort and the format of the response.
            context_management: How the provider shortens the conversation.
            cache_control: Sets a cache breakpoint after the last block that can be cached.
            metadata: Information about the request.
            service_tier: Service tier at the provider.
            speed: The inference speed.
            thread: Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code `thread_unsupported_request`; official SDKs then send the whole conversation.
            container: The container of the code execution tool, by its id or by its settings.
            mcp_servers: MCP servers that the provider connects to.
            inference_geo: The region in which the provider runs the model.
            diagnostics: Asks why the prompt cache was not used.
            models: Fallback models, tried in order after `model` and after any failure.
            fallbacks: Fallback models in Anthropic's form. Not together with `models`.
            provider: Preferences for provider routing.
            plugins: Plugins to run.
            session_id: Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
            trace: Observability metadata.
            user: Id of the end user, for abuse detection. `metadata.user_id` has the same meaning.
            safeguards: Checks of tool calls by the provider. The plugin `armor` adds rules.
            deferred_tools: How the model finds tools with `defer_loading`.
            stop_server_tools_when: Stops server tools as soon as one condition is met.
            beta: Sent by Anthropic SDKs with beta features; no effect.
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
            async with client.messages.stream(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "Hello!"}]
            ) as stream:
                async for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            MESSAGES_CREATE,
            {
                "model": model,
                "messages": messages,
                "max_tokens": max_tokens,
                "system": system,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "stop_sequences": stop_sequences,
                "thinking": thinking,
                "tools": tools,
                "tool_choice": tool_choice,
                "output_config": output_config,
                "context_management": context_management,
                "cache_control": cache_control,
                "metadata": metadata,
                "service_tier": service_tier,
                "speed": speed,
                "thread": thread,
                "container": container,
                "mcp_servers": mcp_servers,
                "inference_geo": inference_geo,
                "diagnostics": diagnostics,
                "models": models,
                "fallbacks": fallbacks,
                "provider": provider,
                "plugins": plugins,
                "session_id": session_id,
                "trace": trace,
                "user": user,
                "safeguards": safeguards,
                "deferred_tools": deferred_tools,
                "stop_server_tools_when": stop_server_tools_when,
                "beta": beta,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def count_tokens(
        self,
        *,
        model: str,
        messages: Iterable[MessagesMessageParam],
        system: MessagesSystemPromptParam | None | Omit = OMIT,
        thinking: ThinkingConfigParam | None | Omit = OMIT,
        tools: Iterable[MessagesToolParam] | None | Omit = OMIT,
        tool_choice: MessagesToolChoiceParam | None | Omit = OMIT,
        output_config: OutputConfigParam | None | Omit = OMIT,
        context_management: ContextManagementParam | None | Omit = OMIT,
        cache_control: CacheControlParam | None | Omit = OMIT,
        mcp_servers: Iterable[McpServerParam] | None | Omit = OMIT,
        beta: bool | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> MessagesTokenCount:
        """Count the tokens of a message.

        Counts the input tokens of a Messages request without sending it to a model. The request is free of
        charge.

        Args:
            model: The model whose tokenizer counts.
            messages: The messages of the conversation.
            system: The system prompt, as a string or a list of text blocks.
            thinking: How much the model thinks.
            tools: Tools that the model can call.
            tool_choice: Whether the model must call a tool, and which one.
            output_config: The effort and the format of the response.
            context_management: How the provider shortens the conversation.
            cache_control: Sets a cache breakpoint after the last block that can be cached.
            mcp_servers: MCP servers that the provider connects to.
            beta: Sent by Anthropic SDKs with beta features; no effect.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.messages.count_tokens(
                model="anthropic/claude-sonnet-4.5", messages=[{"role": "user", "content": "Hello!"}]
            )
            ```
        """
        return await self._call(
            MESSAGES_COUNT_TOKENS,
            {
                "model": model,
                "messages": messages,
                "system": system,
                "thinking": thinking,
                "tools": tools,
                "tool_choice": tool_choice,
                "output_config": output_config,
                "context_management": context_management,
                "cache_control": cache_control,
                "mcp_servers": mcp_servers,
                "beta": beta,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )
