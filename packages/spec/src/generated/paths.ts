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
  ModelCount,
  ModelDetail,
  ModelEndpoints,
  ModelList,
  ProviderList,
  Ranking,
  RerankRequest,
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
     * Answer a conversation
     * @description Sends a conversation to a model and returns its answer, whole or streamed. The request is routed over the providers
     *     that serve the model, falls back to others on failure, and is charged to the credits by what was used.
     */
    post: operations["chat.completions.create"];
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
     * Embed content
     * @description Turns texts and other content into vectors, in the order of the inputs.
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
     * @description The models that make embeddings, with their prices.
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
     * Rank documents
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
     * @description Models with prices, limits and abilities. Without `limit` and `offset` the whole list comes at once. Only models
     *     that write text, unless `output_modalities` says otherwise.
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
     * @description How many models there are.
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
     * List models for the caller
     * @description Models that the key may use, after the provider preferences, privacy settings and guardrails of the account.
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
     * @description One model by its slug; aliases and variants lead to it.
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
     * List a model's endpoints
     * @description The providers' endpoints that serve a model, with their prices, limits and recent performance. Latency and
     *     throughput are null without a key.
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
     * List endpoints without retention
     * @description The endpoints that keep no data (zero data retention).
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
     * @description The companies whose endpoints are routed to. Routing uses their slugs.
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
     * Get the balance
     * @description Credits bought and used over the life of the account, in USD (one credit is one dollar). What is left is the
     *     difference. Needs a management key.
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
     * @description Limits and usage of the key that makes the call. Amounts in USD; days, weeks and months by UTC.
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
     * List keys
     * @description The API keys of the account, newest first. Needs a management key.
     */
    get: operations["keys.list"];
    put?: never;
    /**
     * Create a key
     * @description Makes an API key. The secret is in the answer and is shown this once. Needs a management key.
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
     * Get a key
     * @description One API key with its limits and usage. Needs a management key.
     */
    get: operations["keys.get"];
    put?: never;
    post?: never;
    /**
     * Delete a key
     * @description Deletes an API key for good. Needs a management key.
     */
    delete: operations["keys.delete"];
    options?: never;
    head?: never;
    /**
     * Change a key
     * @description Changes name, limit or state of an API key. What is absent stays as it is. Needs a management key.
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
     * @description The record of a past request: tokens, cost, timings, provider. Records are written a moment after the answer; a 404
     *     right after it is worth another try.
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
     * Get the content of a generation
     * @description What was sent and answered, where the account keeps it.
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
     * List activity
     * @description Usage of the last 30 completed days (UTC) by day, model and provider. Needs a management key.
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
     * @description Makes a code that an application exchanges for a key of its own, as the consent page does. Single use, ten minutes.
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
     * Exchange a code for a key
     * @description The last step of the login with PKCE: an application gives the code that came back from the consent page and the
     *     verifier that it kept, and gets a key.
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
             * @description `enabled` adds `openrouter_metadata` to the answer: which endpoints were considered and tried. Any other value counts as `disabled`.
             * @example enabled
             */
            "X-OpenRouter-Metadata"?: components["parameters"]["XOpenRouterMetadata"] | undefined;
            /**
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body wins over it. At most 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description Beta features of Anthropic models, comma separated, passed on to the provider.
             * @example interleaved-thinking-2025-05-14
             */
            "x-anthropic-beta"?: components["parameters"]["XAnthropicBeta"] | undefined;
            /**
             * @description `true` answers an identical earlier request from the response cache, free of charge; `false` turns the cache off where a preset turned it on.
             * @example true
             */
            "X-OpenRouter-Cache"?: components["parameters"]["XOpenRouterCache"] | undefined;
            /**
             * @description How long a cached answer lives, in seconds; 300 when absent, held within 1 and 86400.
             * @example 600
             */
            "X-OpenRouter-Cache-TTL"?: components["parameters"]["XOpenRouterCacheTtl"] | undefined;
            /**
             * @description `true` drops the cached answer of this request and stores a fresh one.
             * @example true
             */
            "X-OpenRouter-Cache-Clear"?: components["parameters"]["XOpenRouterCacheClear"] | undefined;
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request. */
    requestBody: {
      content: {
        "application/json": ChatCompletionRequest;
      };
    };
    responses: {
      /** @description The answer, or its events when `stream` is true. */
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
  "embeddings.create": {
    parameters: {
      query?: never;
      header?:
        | {
            /**
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body wins over it. At most 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description `true` answers an identical earlier request from the response cache, free of charge; `false` turns the cache off where a preset turned it on.
             * @example true
             */
            "X-OpenRouter-Cache"?: components["parameters"]["XOpenRouterCache"] | undefined;
            /**
             * @description How long a cached answer lives, in seconds; 300 when absent, held within 1 and 86400.
             * @example 600
             */
            "X-OpenRouter-Cache-TTL"?: components["parameters"]["XOpenRouterCacheTtl"] | undefined;
            /**
             * @description `true` drops the cached answer of this request and stores a fresh one.
             * @example true
             */
            "X-OpenRouter-Cache-Clear"?: components["parameters"]["XOpenRouterCacheClear"] | undefined;
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request. */
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
            /** @description How many records to skip, 0 when absent. */
            offset?: components["parameters"]["Offset"] | undefined;
            /** @description How many records to return, 1 to 1000. Without `limit` and `offset` the whole list comes at once. */
            limit?: components["parameters"]["CatalogueLimit"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
             * @description Groups the requests of one conversation for sticky routing and logs. `session_id` in the body wins over it. At most 256 characters.
             * @example chat-7f3a
             */
            "x-session-id"?: components["parameters"]["XSessionId"] | undefined;
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request. */
    requestBody: {
      content: {
        "application/json": RerankRequest;
      };
    };
    responses: {
      /** @description The documents in order. */
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
            /** @description Text to look for in the model's name and id. */
            q?: string | undefined;
            /** @description Order of the list; the service decides when absent. Models without the score that is asked for come last. */
            sort?:
              | "most-popular"
              | "newest"
              | "top-weekly"
              | "pricing-low-to-high"
              | "pricing-high-to-low"
              | "context-high-to-low"
              | "throughput-high-to-low"
              | "latency-low-to-high"
              | "intelligence-high-to-low"
              | "coding-high-to-low"
              | "agentic-high-to-low"
              | "design-arena-elo-high-to-low"
              | (string & {})
              | undefined;
            /** @description Models used for this purpose. */
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
            /** @description Parameters that the model must support, comma separated, such as `tools,seed`. */
            supported_parameters?: string | undefined;
            /** @description Kinds of input that the model must take, comma separated, such as `image,file`. */
            input_modalities?: string | undefined;
            /** @description Kinds of output, comma separated, or `all`; `text` when absent. */
            output_modalities?: string | undefined;
            /** @description The shortest accepted context in tokens. */
            context?: number | undefined;
            /** @description The lowest prompt price in USD per million tokens. */
            min_price?: number | undefined;
            /** @description The highest prompt price in USD per million tokens. */
            max_price?: number | undefined;
            /** @description The lowest answer price in USD per million tokens. */
            min_output_price?: number | undefined;
            /** @description The highest answer price in USD per million tokens. */
            max_output_price?: number | undefined;
            /** @description Family of the tokenizer, such as `Claude`. */
            arch?: string | undefined;
            /** @description Authors, comma separated, such as `openai,mistralai`. */
            model_authors?: string | undefined;
            /** @description Display names of providers that serve the model, comma separated, such as `OpenAI,Anthropic`. */
            providers?: string | undefined;
            /** @description Whether the author permits distillation. */
            distillable?: "true" | "false" | (string & {}) | undefined;
            /** @description `true` for models with an endpoint of zero data retention. */
            zdr?: "true" | undefined;
            /** @description Region in which an endpoint must be. */
            region?: "eu" | "us" | (string & {}) | undefined;
            /** @description The least age in days. */
            min_age_days?: number | undefined;
            /** @description The greatest age in days. */
            max_age_days?: number | undefined;
            /** @description The lowest index of intelligence. */
            min_intelligence_index?: number | undefined;
            /** @description The highest index of intelligence. */
            max_intelligence_index?: number | undefined;
            /** @description The lowest index of coding. */
            min_coding_index?: number | undefined;
            /** @description The highest index of coding. */
            max_coding_index?: number | undefined;
            /** @description The lowest index of agentic work. */
            min_agentic_index?: number | undefined;
            /** @description The highest index of agentic work. */
            max_agentic_index?: number | undefined;
            /** @description The lowest share of good tool calls, 0 to 1. */
            min_tool_success_rate?: number | undefined;
            /** @description The highest share of good tool calls, 0 to 1. */
            max_tool_success_rate?: number | undefined;
            /** @description How many records to skip, 0 when absent. */
            offset?: components["parameters"]["Offset"] | undefined;
            /** @description How many records to return, 1 to 1000. Without `limit` and `offset` the whole list comes at once. */
            limit?: components["parameters"]["CatalogueLimit"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
            /** @description Kinds of output, comma separated, or `all`; `text` when absent. */
            output_modalities?: string | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
      /** @description The number. */
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
            /** @description Kinds of output, comma separated, or `all`; `text` when absent. */
            output_modalities?: string | undefined;
            /** @description How many records to skip, 0 when absent. */
            offset?: components["parameters"]["Offset"] | undefined;
            /** @description How many records to return, 1 to 1000. Without `limit` and `offset` the whole list comes at once. */
            limit?: components["parameters"]["CatalogueLimit"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description Author of the model, the part before the slash. */
        author: string;
        /** @description Name of the model, the part after the slash, with a variant if any. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description Author of the model, the part before the slash. */
        author: string;
        /** @description Name of the model, the part after the slash, with a variant if any. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
      /** @description The balance. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
      /** @description The key. */
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
            /** @description Whether disabled keys are listed too; false when absent. */
            include_disabled?: boolean | undefined;
            /** @description Only keys of this workspace. */
            workspace_id?: string | undefined;
            /** @description How many records to skip, 0 when absent. */
            offset?: components["parameters"]["Offset"] | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
      /** @description The keys. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request. */
    requestBody: {
      content: {
        "application/json": CreateKeyRequest;
      };
    };
    responses: {
      /** @description The key and its secret. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description SHA-256 of the key in hex; its id. */
        hash: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description SHA-256 of the key in hex; its id. */
        hash: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key is deleted. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path: {
        /** @description SHA-256 of the key in hex; its id. */
        hash: string;
      };
      cookie?: never;
    };
    /** @description The request. */
    requestBody: {
      content: {
        "application/json": UpdateKeyRequest;
      };
    };
    responses: {
      /** @description The changed key. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
      /** @description The record. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
            /** @description Only this day, `YYYY-MM-DD`, one of the last 30 completed ones. */
            date?: string | undefined;
            /** @description Only the key with this hash. */
            api_key_hash?: string | undefined;
            /** @description Only this member. */
            user_id?: string | undefined;
            /** @description Adds a column to group by. */
            group_by?: "workspace" | undefined;
            /** @description Only this workspace. */
            workspace_id?: string | undefined;
          }
        | undefined;
      header?:
        | {
            /**
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
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
      /** @description The rows. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request. */
    requestBody: {
      content: {
        "application/json": CreateAuthCodeRequest;
      };
    };
    responses: {
      /** @description The code. */
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
             * @description URL of the calling application; its identity in rankings and statistics.
             * @example https://notes.example
             */
            "HTTP-Referer"?: components["parameters"]["HttpReferer"] | undefined;
            /**
             * @description Name of the calling application, shown in rankings.
             * @example Notes
             */
            "X-OpenRouter-Title"?: components["parameters"]["XOpenRouterTitle"] | undefined;
            /**
             * @description Older name of `X-OpenRouter-Title`, still read.
             * @example Notes
             */
            "X-Title"?: components["parameters"]["XTitle"] | undefined;
            /**
             * @description Categories of the application, comma separated. At most two new ones a request; unknown ones are ignored.
             * @example cli-agent,programming-app
             */
            "X-OpenRouter-Categories"?: components["parameters"]["XOpenRouterCategories"] | undefined;
          }
        | undefined;
      path?: never;
      cookie?: never;
    };
    /** @description The request. */
    requestBody: {
      content: {
        "application/json": ExchangeCodeRequest;
      };
    };
    responses: {
      /** @description The key. */
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
