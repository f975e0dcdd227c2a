# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
"""Every operation of the contract: what the client needs to send a request and to read its response."""

from collections.abc import Mapping
from typing import Final

from .._operation import Operation, PaginationInfo, StreamInfo

CHAT_COMPLETIONS_CREATE: Final = Operation(
    id="chat.completions.create",
    method="POST",
    path="/chat/completions",
    model="chat_response.ChatCompletion",
    shape={"choices": ({"message": {"tool_calls?": ({},)}},)},
    has_body=True,
    stream=StreamInfo(verb="stream", accumulator="chat", done="[DONE]", event="chat_response.ChatCompletionChunk"),
)

RESPONSES_CREATE: Final = Operation(
    id="responses.create",
    method="POST",
    path="/responses",
    model="responses_output.ResponseObject",
    shape={"output": ({},)},
    has_body=True,
    stream=StreamInfo(
        verb="stream",
        accumulator="responses",
        type_field="type",
        done="[DONE]",
        event="responses_events.ResponseStreamEvent",
        terminal_events=("response.completed", "response.incomplete"),
        error_events={"response.failed": "response.error", "error": ""},
    ),
)

MESSAGES_CREATE: Final = Operation(
    id="messages.create",
    method="POST",
    path="/messages",
    model="messages_response.MessagesResponse",
    shape={"content": ({},)},
    query=("beta",),
    has_body=True,
    stream=StreamInfo(
        verb="stream",
        accumulator="messages",
        type_field="type",
        event="messages_stream.MessageStreamEvent",
        terminal_events=("message_stop",),
        error_events={"error": "error"},
    ),
)

MESSAGES_COUNT_TOKENS: Final = Operation(
    id="messages.countTokens",
    method="POST",
    path="/messages/count_tokens",
    model="messages_response.MessagesTokenCount",
    shape={"input_tokens": None},
    query=("beta",),
    has_body=True,
    idempotent=True,
)

EMBEDDINGS_CREATE: Final = Operation(
    id="embeddings.create",
    method="POST",
    path="/embeddings",
    model="embeddings.EmbeddingList",
    shape={"data": ({"embedding": None},)},
    has_body=True,
)

EMBEDDINGS_LIST_MODELS: Final = Operation(
    id="embeddings.listModels",
    method="GET",
    path="/embeddings/models",
    model="models.ModelList",
    shape={"data": ({},)},
    auth="optional",
    query=("offset", "limit"),
    idempotent=True,
    pagination=PaginationInfo(
        style="offset",
        offset="offset",
        limit="limit",
        items="data",
        total="total_count",
        next="links.next",
        page="models.ModelListPage",
        async_page="models.AsyncModelListPage",
    ),
)

RERANK_CREATE: Final = Operation(
    id="rerank.create", method="POST", path="/rerank", model="rerank.Ranking", shape={"results": ({},)}, has_body=True
)

MODELS_LIST: Final = Operation(
    id="models.list",
    method="GET",
    path="/models",
    model="models.ModelList",
    shape={"data": ({},)},
    auth="optional",
    query=(
        "q",
        "sort",
        "category",
        "supported_parameters",
        "input_modalities",
        "output_modalities",
        "context",
        "min_price",
        "max_price",
        "min_output_price",
        "max_output_price",
        "arch",
        "model_authors",
        "providers",
        "distillable",
        "zdr",
        "region",
        "min_age_days",
        "max_age_days",
        "min_intelligence_index",
        "max_intelligence_index",
        "min_coding_index",
        "max_coding_index",
        "min_agentic_index",
        "max_agentic_index",
        "min_tool_success_rate",
        "max_tool_success_rate",
        "offset",
        "limit",
    ),
    separators={
        "supported_parameters": ",",
        "input_modalities": ",",
        "output_modalities": ",",
        "model_authors": ",",
        "providers": ",",
    },
    idempotent=True,
    pagination=PaginationInfo(
        style="offset",
        offset="offset",
        limit="limit",
        items="data",
        total="total_count",
        next="links.next",
        page="models.ModelListPage",
        async_page="models.AsyncModelListPage",
    ),
)

MODELS_COUNT: Final = Operation(
    id="models.count",
    method="GET",
    path="/models/count",
    model="models.ModelCount",
    shape={"data": {}},
    auth="optional",
    query=("output_modalities",),
    separators={"output_modalities": ","},
    idempotent=True,
)

MODELS_LIST_FOR_USER: Final = Operation(
    id="models.listForUser",
    method="GET",
    path="/models/user",
    model="models.ModelList",
    shape={"data": ({},)},
    query=("output_modalities", "sort", "offset", "limit"),
    separators={"output_modalities": ","},
    idempotent=True,
    pagination=PaginationInfo(
        style="offset",
        offset="offset",
        limit="limit",
        items="data",
        total="total_count",
        next="links.next",
        page="models.ModelListPage",
        async_page="models.AsyncModelListPage",
    ),
)

MODELS_GET: Final = Operation(
    id="models.get",
    method="GET",
    path="/model/{author}/{slug}",
    model="models.ModelDetail",
    shape={"data": {}},
    auth="optional",
    path_parameters=("author", "slug"),
    idempotent=True,
)

MODELS_LIST_ENDPOINTS: Final = Operation(
    id="models.listEndpoints",
    method="GET",
    path="/models/{author}/{slug}/endpoints",
    model="endpoints.ModelEndpoints",
    shape={"data": {"endpoints": ({},)}},
    auth="optional",
    path_parameters=("author", "slug"),
    idempotent=True,
)

ENDPOINTS_LIST_ZDR: Final = Operation(
    id="endpoints.listZdr",
    method="GET",
    path="/endpoints/zdr",
    model="endpoints.EndpointList",
    shape={"data": ({},)},
    auth="optional",
    idempotent=True,
)

PROVIDERS_LIST: Final = Operation(
    id="providers.list",
    method="GET",
    path="/providers",
    model="providers.ProviderList",
    shape={"data": ({},)},
    auth="optional",
    idempotent=True,
)

CREDITS_GET: Final = Operation(
    id="credits.get",
    method="GET",
    path="/credits",
    model="credits.Credits",
    shape={"data": {}},
    auth="management",
    idempotent=True,
)

KEYS_GET_CURRENT: Final = Operation(
    id="keys.getCurrent", method="GET", path="/key", model="keys.CurrentKeyDetail", shape={"data": {}}, idempotent=True
)

KEYS_LIST: Final = Operation(
    id="keys.list",
    method="GET",
    path="/keys",
    model="keys.ApiKeyList",
    shape={"data": ({},)},
    auth="management",
    query=("include_disabled", "include_expired", "workspace_id", "offset"),
    idempotent=True,
    pagination=PaginationInfo(
        style="offset", offset="offset", items="data", page="keys.ApiKeyListPage", async_page="keys.AsyncApiKeyListPage"
    ),
)

KEYS_CREATE: Final = Operation(
    id="keys.create",
    method="POST",
    path="/keys",
    model="keys.CreatedApiKey",
    shape={"data": {}, "key": None},
    auth="management",
    has_body=True,
)

KEYS_GET: Final = Operation(
    id="keys.get",
    method="GET",
    path="/keys/{hash}",
    model="keys.ApiKeyDetail",
    shape={"data": {}},
    auth="management",
    path_parameters=("hash",),
    idempotent=True,
)

KEYS_UPDATE: Final = Operation(
    id="keys.update",
    method="PATCH",
    path="/keys/{hash}",
    model="keys.ApiKeyDetail",
    shape={"data": {}},
    auth="management",
    path_parameters=("hash",),
    has_body=True,
    idempotent=True,
)

KEYS_DELETE: Final = Operation(
    id="keys.delete",
    method="DELETE",
    path="/keys/{hash}",
    model="keys.DeletedApiKey",
    shape={},
    auth="management",
    path_parameters=("hash",),
    idempotent=True,
)

GENERATIONS_GET: Final = Operation(
    id="generations.get",
    method="GET",
    path="/generation",
    model="generations.GenerationDetail",
    shape={"data": {}},
    query=("id",),
    idempotent=True,
    pollable=True,
)

GENERATIONS_GET_CONTENT: Final = Operation(
    id="generations.getContent",
    method="GET",
    path="/generation/content",
    model="generations.GenerationContentDetail",
    shape={"data": {}},
    query=("id",),
    idempotent=True,
    pollable=True,
)

ACTIVITY_LIST: Final = Operation(
    id="activity.list",
    method="GET",
    path="/activity",
    model="activity.ActivityList",
    shape={"data": ({},)},
    auth="management",
    query=("date", "api_key_hash", "user_id", "group_by", "workspace_id"),
    idempotent=True,
)

AUTH_CREATE_CODE: Final = Operation(
    id="auth.createCode",
    method="POST",
    path="/auth/keys/code",
    model="auth.AuthCode",
    shape={"data": {}},
    has_body=True,
)

AUTH_EXCHANGE_CODE: Final = Operation(
    id="auth.exchangeCode",
    method="POST",
    path="/auth/keys",
    model="auth.ExchangedKey",
    shape={"key": None},
    auth="optional",
    has_body=True,
)

OPERATIONS: Final[Mapping[str, Operation]] = {
    "chat.completions.create": CHAT_COMPLETIONS_CREATE,
    "responses.create": RESPONSES_CREATE,
    "messages.create": MESSAGES_CREATE,
    "messages.countTokens": MESSAGES_COUNT_TOKENS,
    "embeddings.create": EMBEDDINGS_CREATE,
    "embeddings.listModels": EMBEDDINGS_LIST_MODELS,
    "rerank.create": RERANK_CREATE,
    "models.list": MODELS_LIST,
    "models.count": MODELS_COUNT,
    "models.listForUser": MODELS_LIST_FOR_USER,
    "models.get": MODELS_GET,
    "models.listEndpoints": MODELS_LIST_ENDPOINTS,
    "endpoints.listZdr": ENDPOINTS_LIST_ZDR,
    "providers.list": PROVIDERS_LIST,
    "credits.get": CREDITS_GET,
    "keys.getCurrent": KEYS_GET_CURRENT,
    "keys.list": KEYS_LIST,
    "keys.create": KEYS_CREATE,
    "keys.get": KEYS_GET,
    "keys.update": KEYS_UPDATE,
    "keys.delete": KEYS_DELETE,
    "generations.get": GENERATIONS_GET,
    "generations.getContent": GENERATIONS_GET_CONTENT,
    "activity.list": ACTIVITY_LIST,
    "auth.createCode": AUTH_CREATE_CODE,
    "auth.exchangeCode": AUTH_EXCHANGE_CODE,
}
