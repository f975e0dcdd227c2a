// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { components } from "./components.ts";
import type {
  ActivityList,
  ApiKeyDetail,
  ApiKeyList,
  AuthCode,
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionRequest,
  CreateAuthCodeRequest,
  CreateKeyRequest,
  CreatedApiKey,
  Credits,
  CurrentKeyDetail,
  DeletedApiKey,
  EmbeddingList,
  EmbeddingRequest,
  EndpointList,
  ExchangeCodeRequest,
  ExchangedKey,
  GenerationContentDetail,
  GenerationDetail,
  MessageStreamEvent,
  MessagesCountTokensRequest,
  MessagesRequest,
  MessagesResponse,
  MessagesTokenCount,
  ModelCount,
  ModelDetail,
  ModelEndpoints,
  ModelList,
  ProviderList,
  Ranking,
  RerankRequest,
  ResponseObject,
  ResponseStreamEvent,
  ResponsesRequest,
  UpdateKeyRequest,
} from "./types/index.ts";

export interface paths {
  "/chat/completions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a chat completion
     * @description Sends messages to a model and returns its completion, whole or as a stream. The router selects among the providers
     *     that serve the model and falls back to others on failure. The cost is deducted from the account's credits.
     */
    post: operations["chat.completions.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/responses": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a response
     * @description Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's Responses
     *     API without state: the API stores no response, so send the whole conversation. Routing, fallbacks and cost are those
     *     of chat completions.
     */
    post: operations["responses.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/messages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a message
     * @description Sends a conversation to a model and returns its message, whole or as a stream, in the form of the Anthropic Messages
     *     API. It works with every model. Routing, fallbacks and credits are those of chat completions.
     */
    post: operations["messages.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/messages/count_tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Count the tokens of a message
     * @description Counts the input tokens of a Messages request without sending it to a model. The request is free of charge.
     */
    post: operations["messages.countTokens"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/embeddings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create embeddings
     * @description Converts text and other content into vectors, in the order of the inputs.
     */
    post: operations["embeddings.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/embeddings/models": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List embedding models
     * @description The embedding models, with their prices.
     */
    get: operations["embeddings.listModels"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/rerank": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rerank documents
     * @description Orders documents by their relevance to a query.
     */
    post: operations["rerank.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/models": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List models
     * @description Models with prices, limits and capabilities. Without `limit` and `offset`, the response contains the whole list.
     *     Lists only models with text output unless `output_modalities` is set.
     */
    get: operations["models.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/models/count": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count models
     * @description The number of models.
     */
    get: operations["models.count"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/models/user": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List models available to your account
     * @description Models that the API key can use, after applying the provider preferences, privacy settings and guardrails of the
     *     account.
     */
    get: operations["models.listForUser"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/model/{author}/{slug}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a model
     * @description One model by its slug. Aliases and variants resolve to their model.
     */
    get: operations["models.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/models/{author}/{slug}/endpoints": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the endpoints of a model
     * @description The provider endpoints that serve a model, with their prices, limits and recent performance. Latency and
     *     throughput are null without an API key.
     */
    get: operations["models.listEndpoints"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/endpoints/zdr": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List zero-data-retention endpoints
     * @description The endpoints with zero data retention (ZDR).
     */
    get: operations["endpoints.listZdr"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/providers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List providers
     * @description The providers that serve the models. Routing preferences refer to them by slug.
     */
    get: operations["providers.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/credits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get credits
     * @description Credits purchased and used over the lifetime of the account, in USD (one credit is one US dollar). The balance is
     *     the difference. Requires a management key.
     */
    get: operations["credits.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/key": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the current API key
     * @description Limits and usage of the API key that sends the request. Amounts are in USD; days, weeks and months are in UTC.
     */
    get: operations["keys.getCurrent"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API keys
     * @description The API keys of the account, newest first. Requires a management key.
     */
    get: operations["keys.list"];
    put?: never;
    /**
     * Create an API key
     * @description Creates an API key. The response contains the secret, which cannot be retrieved again. Requires a management key.
     */
    post: operations["keys.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys/{hash}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get an API key
     * @description One API key with its limits and usage. Requires a management key.
     */
    get: operations["keys.get"];
    put?: never;
    post?: never;
    /**
     * Delete an API key
     * @description Permanently deletes an API key. Requires a management key.
     */
    delete: operations["keys.delete"];
    options?: never;
    head?: never;
    /**
     * Update an API key
     * @description Changes the name, the limit or the state of an API key. Omitted fields remain unchanged. Requires a management
     *     key.
     */
    patch: operations["keys.update"];
    trace?: never;
  };
  "/generation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a generation
     * @description A past request: tokens, cost, timings and provider. The data becomes available shortly after the response; retry a
     *     404 that follows immediately.
     */
    get: operations["generations.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/generation/content": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the prompt and response of a generation
     * @description The stored prompt and response, if the account stores them.
     */
    get: operations["generations.getContent"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/activity": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List usage by day, model and provider
     * @description Usage of the last 30 completed days (UTC) by day, model and provider. Requires a management key.
     */
    get: operations["activity.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/keys/code": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create an authorization code
     * @description Creates a code that an application exchanges for its own API key, as the consent page does. The code expires after
     *     ten minutes and can be used once.
     */
    post: operations["auth.createCode"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchange an authorization code for an API key
     * @description The last step of the PKCE flow: the application sends the code it received from the consent page together with its
     *     code verifier, and receives an API key.
     */
    post: operations["auth.exchangeCode"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface operations {
  "chat.completions.create": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description `enabled` adds `openrouter_metadata` to the response: the endpoints that the router considered and tried. Any other value counts as `disabled`.
             * @example enabled
             */
            "X-OpenRouter-Metadata"?: components["parameters"]["XOpenRouterMetadata"] | undefined;
            /**
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body takes precedence. Up to 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description Beta features of Anthropic models, comma-separated, forwarded to the provider.
             * @example interleaved-thinking-2025-05-14
             */
            "x-anthropic-beta"?: components["parameters"]["XAnthropicBeta"] | undefined;
            /**
             * @description `true` serves identical requests from the response cache, free of charge. `false` disables the cache where a preset enabled it.
             * @example true
             */
            "X-OpenRouter-Cache"?: components["parameters"]["XOpenRouterCache"] | undefined;
            /**
             * @description Time to live of a cached response, in seconds. Default: 300. Clamped to the range from 1 to 86400.
             * @example 600
             */
            "X-OpenRouter-Cache-TTL"?: components["parameters"]["XOpenRouterCacheTtl"] | undefined;
            /**
             * @description `true` discards the cached response for this request and stores a new one.
             * @example true
             */
            "X-OpenRouter-Cache-Clear"?: components["parameters"]["XOpenRouterCacheClear"] | undefined;
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": ChatCompletionRequest;
      };
    };
    responses: {
      /** @description The completion, or a stream of chunks if `stream` is true. */
      200: {
        headers: {
          "X-Generation-Id": components["headers"]["XGenerationId"];
          "X-OpenRouter-Cache-Status": components["headers"]["XOpenRouterCacheStatus"];
          "X-OpenRouter-Cache-Age": components["headers"]["XOpenRouterCacheAge"];
          "X-OpenRouter-Cache-TTL": components["headers"]["XOpenRouterCacheTtl"];
          "X-OpenRouter-Cache-Source-Id": components["headers"]["XOpenRouterCacheSourceId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ChatCompletion;
          "text/event-stream": ChatCompletionChunk;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["PaymentRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
      504: components["responses"]["GatewayTimeout"];
      524: components["responses"]["EdgeNetworkTimeout"];
      529: components["responses"]["ProviderOverloaded"];
    };
  };
  "responses.create": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description `enabled` adds `openrouter_metadata` to the response: the endpoints that the router considered and tried. Any other value counts as `disabled`.
             * @example enabled
             */
            "X-OpenRouter-Metadata"?: components["parameters"]["XOpenRouterMetadata"] | undefined;
            /**
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body takes precedence. Up to 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description Beta features of Anthropic models, comma-separated, forwarded to the provider.
             * @example interleaved-thinking-2025-05-14
             */
            "x-anthropic-beta"?: components["parameters"]["XAnthropicBeta"] | undefined;
            /**
             * @description `true` serves identical requests from the response cache, free of charge. `false` disables the cache where a preset enabled it.
             * @example true
             */
            "X-OpenRouter-Cache"?: components["parameters"]["XOpenRouterCache"] | undefined;
            /**
             * @description Time to live of a cached response, in seconds. Default: 300. Clamped to the range from 1 to 86400.
             * @example 600
             */
            "X-OpenRouter-Cache-TTL"?: components["parameters"]["XOpenRouterCacheTtl"] | undefined;
            /**
             * @description `true` discards the cached response for this request and stores a new one.
             * @example true
             */
            "X-OpenRouter-Cache-Clear"?: components["parameters"]["XOpenRouterCacheClear"] | undefined;
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": ResponsesRequest;
      };
    };
    responses: {
      /** @description The response, or a stream of events if `stream` is true. A failure after the model was called is a response with `status` `failed`. */
      200: {
        headers: {
          "X-Generation-Id": components["headers"]["XGenerationId"];
          "X-OpenRouter-Cache-Status": components["headers"]["XOpenRouterCacheStatus"];
          "X-OpenRouter-Cache-Age": components["headers"]["XOpenRouterCacheAge"];
          "X-OpenRouter-Cache-TTL": components["headers"]["XOpenRouterCacheTtl"];
          "X-OpenRouter-Cache-Source-Id": components["headers"]["XOpenRouterCacheSourceId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ResponseObject;
          "text/event-stream": ResponseStreamEvent;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["PaymentRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["UnprocessableEntity"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
      504: components["responses"]["GatewayTimeout"];
      524: components["responses"]["EdgeNetworkTimeout"];
      529: components["responses"]["ProviderOverloaded"];
    };
  };
  "messages.create": {
    parameters: {
      query?:
        | {
            /** @description Sent by Anthropic SDKs with beta features; no effect. */
            beta?: components["parameters"]["Beta"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description Version of the Messages API. `2026-10-21` rejects `temperature`, `top_p` and `top_k`. Default: `2023-06-01`.
             * @example 2023-06-01
             */
            "anthropic-version"?: components["parameters"]["AnthropicVersion"] | undefined;
            /**
             * @description Beta features of Anthropic models, comma-separated, forwarded to the provider. Unknown ones are accepted.
             * @example interleaved-thinking-2025-05-14
             */
            "anthropic-beta"?: components["parameters"]["AnthropicBeta"] | undefined;
            /**
             * @description The API key, as older Anthropic SDKs send it. `Authorization` takes precedence.
             * @example sk-or-v1-0123456789abcdef
             */
            "x-api-key"?: components["parameters"]["XApiKey"] | undefined;
            /**
             * @description `enabled` adds `openrouter_metadata` to the response: the endpoints that the router considered and tried. Any other value counts as `disabled`.
             * @example enabled
             */
            "X-OpenRouter-Metadata"?: components["parameters"]["XOpenRouterMetadata"] | undefined;
            /**
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body takes precedence. Up to 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description `true` serves identical requests from the response cache, free of charge. `false` disables the cache where a preset enabled it.
             * @example true
             */
            "X-OpenRouter-Cache"?: components["parameters"]["XOpenRouterCache"] | undefined;
            /**
             * @description Time to live of a cached response, in seconds. Default: 300. Clamped to the range from 1 to 86400.
             * @example 600
             */
            "X-OpenRouter-Cache-TTL"?: components["parameters"]["XOpenRouterCacheTtl"] | undefined;
            /**
             * @description `true` discards the cached response for this request and stores a new one.
             * @example true
             */
            "X-OpenRouter-Cache-Clear"?: components["parameters"]["XOpenRouterCacheClear"] | undefined;
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": MessagesRequest;
      };
    };
    responses: {
      /** @description The message, or a stream of events if `stream` is true. */
      200: {
        headers: {
          "X-Generation-Id": components["headers"]["XGenerationId"];
          "X-OpenRouter-Cache-Status": components["headers"]["XOpenRouterCacheStatus"];
          "X-OpenRouter-Cache-Age": components["headers"]["XOpenRouterCacheAge"];
          "X-OpenRouter-Cache-TTL": components["headers"]["XOpenRouterCacheTtl"];
          "X-OpenRouter-Cache-Source-Id": components["headers"]["XOpenRouterCacheSourceId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": MessagesResponse;
          "text/event-stream": MessageStreamEvent;
        };
      };
      400: components["responses"]["MessagesBadRequest"];
      401: components["responses"]["MessagesUnauthorized"];
      402: components["responses"]["MessagesPaymentRequired"];
      403: components["responses"]["MessagesForbidden"];
      404: components["responses"]["MessagesNotFound"];
      408: components["responses"]["MessagesRequestTimeout"];
      413: components["responses"]["MessagesPayloadTooLarge"];
      415: components["responses"]["MessagesUnsupportedMediaType"];
      422: components["responses"]["MessagesUnprocessableEntity"];
      429: components["responses"]["MessagesTooManyRequests"];
      500: components["responses"]["MessagesInternalServerError"];
      502: components["responses"]["MessagesBadGateway"];
      503: components["responses"]["MessagesServiceUnavailable"];
      504: components["responses"]["MessagesGatewayTimeout"];
      524: components["responses"]["MessagesEdgeNetworkTimeout"];
      529: components["responses"]["MessagesProviderOverloaded"];
    };
  };
  "messages.countTokens": {
    parameters: {
      query?:
        | {
            /** @description Sent by Anthropic SDKs with beta features; no effect. */
            beta?: components["parameters"]["Beta"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description Version of the Messages API. `2026-10-21` rejects `temperature`, `top_p` and `top_k`. Default: `2023-06-01`.
             * @example 2023-06-01
             */
            "anthropic-version"?: components["parameters"]["AnthropicVersion"] | undefined;
            /**
             * @description Beta features of Anthropic models, comma-separated, forwarded to the provider. Unknown ones are accepted.
             * @example interleaved-thinking-2025-05-14
             */
            "anthropic-beta"?: components["parameters"]["AnthropicBeta"] | undefined;
            /**
             * @description The API key, as older Anthropic SDKs send it. `Authorization` takes precedence.
             * @example sk-or-v1-0123456789abcdef
             */
            "x-api-key"?: components["parameters"]["XApiKey"] | undefined;
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": MessagesCountTokensRequest;
      };
    };
    responses: {
      /** @description The number of input tokens. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": MessagesTokenCount;
        };
      };
      400: components["responses"]["MessagesBadRequest"];
      401: components["responses"]["MessagesUnauthorized"];
      403: components["responses"]["MessagesForbidden"];
      404: components["responses"]["MessagesNotFound"];
      408: components["responses"]["MessagesRequestTimeout"];
      413: components["responses"]["MessagesPayloadTooLarge"];
      415: components["responses"]["MessagesUnsupportedMediaType"];
      429: components["responses"]["MessagesTooManyRequests"];
      500: components["responses"]["MessagesInternalServerError"];
    };
  };
  "embeddings.create": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body takes precedence. Up to 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description `true` serves identical requests from the response cache, free of charge. `false` disables the cache where a preset enabled it.
             * @example true
             */
            "X-OpenRouter-Cache"?: components["parameters"]["XOpenRouterCache"] | undefined;
            /**
             * @description Time to live of a cached response, in seconds. Default: 300. Clamped to the range from 1 to 86400.
             * @example 600
             */
            "X-OpenRouter-Cache-TTL"?: components["parameters"]["XOpenRouterCacheTtl"] | undefined;
            /**
             * @description `true` discards the cached response for this request and stores a new one.
             * @example true
             */
            "X-OpenRouter-Cache-Clear"?: components["parameters"]["XOpenRouterCacheClear"] | undefined;
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": EmbeddingRequest;
      };
    };
    responses: {
      /** @description The vectors. */
      200: {
        headers: {
          "X-Generation-Id": components["headers"]["XGenerationId"];
          "X-OpenRouter-Cache-Status": components["headers"]["XOpenRouterCacheStatus"];
          "X-OpenRouter-Cache-Age": components["headers"]["XOpenRouterCacheAge"];
          "X-OpenRouter-Cache-TTL": components["headers"]["XOpenRouterCacheTtl"];
          "X-OpenRouter-Cache-Source-Id": components["headers"]["XOpenRouterCacheSourceId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": EmbeddingList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["PaymentRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
      504: components["responses"]["GatewayTimeout"];
      524: components["responses"]["EdgeNetworkTimeout"];
      529: components["responses"]["ProviderOverloaded"];
    };
  };
  "embeddings.listModels": {
    parameters: {
      query?:
        | {
            /** @description Number of items to skip. Default: 0. */
            offset?: components["parameters"]["Offset"] | undefined;
            /** @description Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list. */
            limit?: components["parameters"]["CatalogLimit"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The models. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ModelList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "rerank.create": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body takes precedence. Up to 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": RerankRequest;
      };
    };
    responses: {
      /** @description The reranked documents. */
      200: {
        headers: {
          "X-Generation-Id": components["headers"]["XGenerationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Ranking;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["PaymentRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
      504: components["responses"]["GatewayTimeout"];
      524: components["responses"]["EdgeNetworkTimeout"];
      529: components["responses"]["ProviderOverloaded"];
    };
  };
  "models.list": {
    parameters: {
      query?:
        | {
            /** @description Text to search for in the model's name and id. */
            q?: string | undefined;
            /** @description Sort order. If omitted, the API chooses the order. Models without the requested score come last. */
            sort?: components["parameters"]["ModelSort"] | undefined;
            /** @description Only models used for this purpose. */
            category?:
              | "programming"
              | "roleplay"
              | "marketing"
              | "marketing/seo"
              | "technology"
              | "science"
              | "translation"
              | "legal"
              | "finance"
              | "health"
              | "trivia"
              | "academia"
              | (string & {})
              | undefined;
            /** @description Parameters that the model must support, comma-separated, such as `tools,seed`. */
            supported_parameters?: string | undefined;
            /** @description Input modalities that the model must accept, comma-separated, such as `image,file`. */
            input_modalities?: string | undefined;
            /** @description Output modalities, comma-separated, or `all`. Default: `text`. */
            output_modalities?: string | undefined;
            /** @description Minimum context length in tokens. */
            context?: number | undefined;
            /** @description Minimum prompt price in USD per million tokens. */
            min_price?: number | undefined;
            /** @description Maximum prompt price in USD per million tokens. */
            max_price?: number | undefined;
            /** @description Minimum completion price in USD per million tokens. */
            min_output_price?: number | undefined;
            /** @description Maximum completion price in USD per million tokens. */
            max_output_price?: number | undefined;
            /** @description Tokenizer family, such as `Claude`. */
            arch?: string | undefined;
            /** @description Model authors, comma-separated, such as `openai,mistralai`. */
            model_authors?: string | undefined;
            /** @description Display names of providers that serve the model, comma-separated, such as `OpenAI,Anthropic`. */
            providers?: string | undefined;
            /** @description Whether the model's author permits distillation. */
            distillable?: "true" | "false" | (string & {}) | undefined;
            /** @description `true` lists only models with a zero-data-retention endpoint. */
            zdr?: "true" | undefined;
            /** @description Region in which an endpoint must be available. */
            region?: "eu" | "us" | (string & {}) | undefined;
            /** @description Minimum age in days. */
            min_age_days?: number | undefined;
            /** @description Maximum age in days. */
            max_age_days?: number | undefined;
            /** @description Minimum intelligence index. */
            min_intelligence_index?: number | undefined;
            /** @description Maximum intelligence index. */
            max_intelligence_index?: number | undefined;
            /** @description Minimum coding index. */
            min_coding_index?: number | undefined;
            /** @description Maximum coding index. */
            max_coding_index?: number | undefined;
            /** @description Minimum agentic index. */
            min_agentic_index?: number | undefined;
            /** @description Maximum agentic index. */
            max_agentic_index?: number | undefined;
            /** @description Minimum tool call success rate, 0 to 1. */
            min_tool_success_rate?: number | undefined;
            /** @description Maximum tool call success rate, 0 to 1. */
            max_tool_success_rate?: number | undefined;
            /** @description Number of items to skip. Default: 0. */
            offset?: components["parameters"]["Offset"] | undefined;
            /** @description Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list. */
            limit?: components["parameters"]["CatalogLimit"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The models. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ModelList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "models.count": {
    parameters: {
      query?:
        | {
            /** @description Output modalities, comma-separated, or `all`. Default: `text`. */
            output_modalities?: string | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The number of models. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ModelCount;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "models.listForUser": {
    parameters: {
      query?:
        | {
            /** @description Output modalities, comma-separated, or `all`. Default: `text`. */
            output_modalities?: string | undefined;
            /** @description Sort order. If omitted, the API chooses the order. Models without the requested score come last. */
            sort?: components["parameters"]["ModelSort"] | undefined;
            /** @description Number of items to skip. Default: 0. */
            offset?: components["parameters"]["Offset"] | undefined;
            /** @description Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list. */
            limit?: components["parameters"]["CatalogLimit"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The models. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ModelList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "models.get": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description Author of the model: the part before the slash. */
        author: string;
        /** @description Name of the model: the part after the slash, including a variant if any. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The model. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ModelDetail;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "models.listEndpoints": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description Author of the model: the part before the slash. */
        author: string;
        /** @description Name of the model: the part after the slash, including a variant if any. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoints. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ModelEndpoints;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "endpoints.listZdr": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoints. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": EndpointList;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "providers.list": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The providers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ProviderList;
        };
      };
      401: components["responses"]["Unauthorized"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "credits.get": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The credits. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Credits;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "keys.getCurrent": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The API key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": CurrentKeyDetail;
        };
      };
      401: components["responses"]["Unauthorized"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "keys.list": {
    parameters: {
      query?:
        | {
            /** @description Whether to include disabled keys. Default: false. */
            include_disabled?: boolean | undefined;
            /** @description Whether to include expired keys. Default: false. */
            include_expired?: boolean | undefined;
            /** @description Only keys of this workspace. */
            workspace_id?: string | undefined;
            /** @description Number of items to skip. Default: 0. */
            offset?: components["parameters"]["Offset"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The API keys. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ApiKeyList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "keys.create": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": CreateKeyRequest;
      };
    };
    responses: {
      /** @description The API key and its secret. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": CreatedApiKey;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "keys.get": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description SHA-256 hash of the key in hex; the id of the key. */
        hash: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The API key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ApiKeyDetail;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "keys.delete": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description SHA-256 hash of the key in hex; the id of the key. */
        hash: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The API key was deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": DeletedApiKey;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "keys.update": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description SHA-256 hash of the key in hex; the id of the key. */
        hash: string;
      };
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": UpdateKeyRequest;
      };
    };
    responses: {
      /** @description The updated API key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ApiKeyDetail;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "generations.get": {
    parameters: {
      query: {
        /** @description Id of the generation, `gen-…`. */
        id: string;
      };
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The generation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": GenerationDetail;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["PaymentRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      504: components["responses"]["GatewayTimeout"];
      524: components["responses"]["EdgeNetworkTimeout"];
      529: components["responses"]["ProviderOverloaded"];
    };
  };
  "generations.getContent": {
    parameters: {
      query: {
        /** @description Id of the generation, `gen-…`. */
        id: string;
      };
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The content. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": GenerationContentDetail;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      504: components["responses"]["GatewayTimeout"];
      524: components["responses"]["EdgeNetworkTimeout"];
      529: components["responses"]["ProviderOverloaded"];
    };
  };
  "activity.list": {
    parameters: {
      query?:
        | {
            /** @description Only this day, `YYYY-MM-DD`. Must be one of the last 30 completed days. */
            date?: string | undefined;
            /** @description Only the API key with this hash. */
            api_key_hash?: string | undefined;
            /** @description Only this member of the organization. */
            user_id?: string | undefined;
            /** @description Additional column to group by. */
            group_by?: "workspace" | undefined;
            /** @description Only this workspace. */
            workspace_id?: string | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The usage rows. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ActivityList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "auth.createCode": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": CreateAuthCodeRequest;
      };
    };
    responses: {
      /** @description The authorization code. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": AuthCode;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      500: components["responses"]["InternalServerError"];
    };
  };
  "auth.exchangeCode": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description URL of the calling application. Identifies it in rankings and analytics (app attribution).
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings (app attribution).
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`; still accepted.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma-separated. A request can add up to two new categories; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request body. */
    requestBody: {
      content: {
        "application/json": ExchangeCodeRequest;
      };
    };
    responses: {
      /** @description The API key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": ExchangedKey;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      413: components["responses"]["PayloadTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      500: components["responses"]["InternalServerError"];
    };
  };
}
