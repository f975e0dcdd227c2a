// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { Operation, StreamOperation } from "../operation.ts";

/** The operations as a tree of resources, with their documentation. */
export interface Resources {
  chat: {
    completions: {
      /**
       * Create a chat completion.
       *
       * Sends messages to a model and returns its completion, whole or as a stream. The router selects among the providers
       * that serve the model and falls back to others on failure. The cost is deducted from the account's credits.
       */
      create: Operation<"chat.completions.create">;
      /**
       * Create a chat completion.
       *
       * Sends messages to a model and returns its completion, whole or as a stream. The router selects among the providers
       * that serve the model and falls back to others on failure. The cost is deducted from the account's credits.
       */
      stream: StreamOperation<"chat.completions.create">;
    };
  };
  responses: {
    /**
     * Create a response.
     *
     * Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's Responses
     * API without state: the API stores no response, so send the whole conversation. Routing, fallbacks and cost are those
     * of chat completions.
     */
    create: Operation<"responses.create">;
    /**
     * Create a response.
     *
     * Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's Responses
     * API without state: the API stores no response, so send the whole conversation. Routing, fallbacks and cost are those
     * of chat completions.
     */
    stream: StreamOperation<"responses.create">;
  };
  messages: {
    /**
     * Create a message.
     *
     * Sends a conversation to a model and returns its message, whole or as a stream, in the form of the Anthropic Messages
     * API. It works with every model. Routing, fallbacks and credits are those of chat completions.
     */
    create: Operation<"messages.create">;
    /**
     * Create a message.
     *
     * Sends a conversation to a model and returns its message, whole or as a stream, in the form of the Anthropic Messages
     * API. It works with every model. Routing, fallbacks and credits are those of chat completions.
     */
    stream: StreamOperation<"messages.create">;
    /**
     * Count the tokens of a message.
     *
     * Counts the input tokens of a Messages request without sending it to a model. The request is free of charge.
     */
    countTokens: Operation<"messages.countTokens">;
  };
  embeddings: {
    /**
     * Create embeddings.
     *
     * Converts text and other content into vectors, in the order of the inputs.
     */
    create: Operation<"embeddings.create">;
    /**
     * List embedding models.
     *
     * The embedding models, with their prices.
     */
    listModels: Operation<"embeddings.listModels">;
  };
  rerank: {
    /**
     * Rerank documents.
     *
     * Orders documents by their relevance to a query.
     */
    create: Operation<"rerank.create">;
  };
  models: {
    /**
     * List models.
     *
     * Models with prices, limits and capabilities. Without `limit` and `offset`, the response contains the whole list.
     * Lists only models with text output unless `output_modalities` is set.
     */
    list: Operation<"models.list">;
    /**
     * Count models.
     *
     * The number of models.
     */
    count: Operation<"models.count">;
    /**
     * List models available to your account.
     *
     * Models that the API key can use, after applying the provider preferences, privacy settings and guardrails of the
     * account.
     */
    listForUser: Operation<"models.listForUser">;
    /**
     * Get a model.
     *
     * One model by its slug. Aliases and variants resolve to their model.
     */
    get: Operation<"models.get">;
    /**
     * List the endpoints of a model.
     *
     * The provider endpoints that serve a model, with their prices, limits and recent performance. Latency and
     * throughput are null without an API key.
     */
    listEndpoints: Operation<"models.listEndpoints">;
  };
  endpoints: {
    /**
     * List zero-data-retention endpoints.
     *
     * The endpoints with zero data retention (ZDR).
     */
    listZdr: Operation<"endpoints.listZdr">;
  };
  providers: {
    /**
     * List providers.
     *
     * The providers that serve the models. Routing preferences refer to them by slug.
     */
    list: Operation<"providers.list">;
  };
  credits: {
    /**
     * Get credits.
     *
     * Credits purchased and used over the lifetime of the account, in USD (one credit is one US dollar). The balance is
     * the difference. Requires a management key.
     */
    get: Operation<"credits.get">;
  };
  keys: {
    /**
     * Get the current API key.
     *
     * Limits and usage of the API key that sends the request. Amounts are in USD; days, weeks and months are in UTC.
     */
    getCurrent: Operation<"keys.getCurrent">;
    /**
     * List API keys.
     *
     * The API keys of the account, newest first. Requires a management key.
     */
    list: Operation<"keys.list">;
    /**
     * Create an API key.
     *
     * Creates an API key. The response contains the secret, which cannot be retrieved again. Requires a management key.
     */
    create: Operation<"keys.create">;
    /**
     * Get an API key.
     *
     * One API key with its limits and usage. Requires a management key.
     */
    get: Operation<"keys.get">;
    /**
     * Update an API key.
     *
     * Changes the name, the limit or the state of an API key. Omitted fields remain unchanged. Requires a management
     * key.
     */
    update: Operation<"keys.update">;
    /**
     * Delete an API key.
     *
     * Permanently deletes an API key. Requires a management key.
     */
    delete: Operation<"keys.delete">;
  };
  generations: {
    /**
     * Get a generation.
     *
     * A past request: tokens, cost, timings and provider. The data becomes available shortly after the response; retry a
     * 404 that follows immediately.
     */
    get: Operation<"generations.get">;
    /**
     * Get the prompt and response of a generation.
     *
     * The stored prompt and response, if the account stores them.
     */
    getContent: Operation<"generations.getContent">;
  };
  activity: {
    /**
     * List usage by day, model and provider.
     *
     * Usage of the last 30 completed days (UTC) by day, model and provider. Requires a management key.
     */
    list: Operation<"activity.list">;
  };
  auth: {
    /**
     * Create an authorization code.
     *
     * Creates a code that an application exchanges for its own API key, as the consent page does. The code expires after
     * ten minutes and can be used once.
     */
    createCode: Operation<"auth.createCode">;
    /**
     * Exchange an authorization code for an API key.
     *
     * The last step of the PKCE flow: the application sends the code it received from the consent page together with its
     * code verifier, and receives an API key.
     */
    exchangeCode: Operation<"auth.exchangeCode">;
  };
}
