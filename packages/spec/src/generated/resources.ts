// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { Operation, StreamOperation } from "../operation.ts";

/** The operations as a tree of resources, with their documentation. */
export interface Resources {
  chat: {
    completions: {
      /**
       * Answer a conversation.
       *
       * Sends a conversation to a model and returns its answer, whole or streamed. The request is routed over the providers
       * that serve the model, falls back to others on failure, and is charged to the credits by what was used.
       */
      create: Operation<"chat.completions.create">;
      /**
       * Answer a conversation.
       *
       * Sends a conversation to a model and returns its answer, whole or streamed. The request is routed over the providers
       * that serve the model, falls back to others on failure, and is charged to the credits by what was used.
       */
      stream: StreamOperation<"chat.completions.create">;
    };
  };
  embeddings: {
    /**
     * Embed content.
     *
     * Turns texts and other content into vectors, in the order of the inputs.
     */
    create: Operation<"embeddings.create">;
    /**
     * List embedding models.
     *
     * The models that make embeddings, with their prices.
     */
    listModels: Operation<"embeddings.listModels">;
  };
  rerank: {
    /**
     * Rank documents.
     *
     * Orders documents by their relevance to a query.
     */
    create: Operation<"rerank.create">;
  };
  models: {
    /**
     * List models.
     *
     * Models with prices, limits and abilities. Without `limit` and `offset` the whole list comes at once. Only models
     * that write text, unless `output_modalities` says otherwise.
     */
    list: Operation<"models.list">;
    /**
     * Count models.
     *
     * How many models there are.
     */
    count: Operation<"models.count">;
    /**
     * List models for the caller.
     *
     * Models that the key may use, after the provider preferences, privacy settings and guardrails of the account.
     */
    listForUser: Operation<"models.listForUser">;
    /**
     * Get a model.
     *
     * One model by its slug; aliases and variants lead to it.
     */
    get: Operation<"models.get">;
    /**
     * List a model's endpoints.
     *
     * The providers' endpoints that serve a model, with their prices, limits and recent performance. Latency and
     * throughput are null without a key.
     */
    listEndpoints: Operation<"models.listEndpoints">;
  };
  endpoints: {
    /**
     * List endpoints without retention.
     *
     * The endpoints that keep no data (zero data retention).
     */
    listZdr: Operation<"endpoints.listZdr">;
  };
  providers: {
    /**
     * List providers.
     *
     * The companies whose endpoints are routed to. Routing uses their slugs.
     */
    list: Operation<"providers.list">;
  };
  credits: {
    /**
     * Get the balance.
     *
     * Credits bought and used over the life of the account, in USD (one credit is one dollar). What is left is the
     * difference. Needs a management key.
     */
    get: Operation<"credits.get">;
  };
  keys: {
    /**
     * Get the current API key.
     *
     * Limits and usage of the key that makes the call. Amounts in USD; days, weeks and months by UTC.
     */
    getCurrent: Operation<"keys.getCurrent">;
    /**
     * List keys.
     *
     * The API keys of the account, newest first. Needs a management key.
     */
    list: Operation<"keys.list">;
    /**
     * Create a key.
     *
     * Makes an API key. The secret is in the answer and is shown this once. Needs a management key.
     */
    create: Operation<"keys.create">;
    /**
     * Get a key.
     *
     * One API key with its limits and usage. Needs a management key.
     */
    get: Operation<"keys.get">;
    /**
     * Change a key.
     *
     * Changes name, limit or state of an API key. What is absent stays as it is. Needs a management key.
     */
    update: Operation<"keys.update">;
    /**
     * Delete a key.
     *
     * Deletes an API key for good. Needs a management key.
     */
    delete: Operation<"keys.delete">;
  };
  generations: {
    /**
     * Get a generation.
     *
     * The record of a past request: tokens, cost, timings, provider. Records are written a moment after the answer; a 404
     * right after it is worth another try.
     */
    get: Operation<"generations.get">;
    /**
     * Get the content of a generation.
     *
     * What was sent and answered, where the account keeps it.
     */
    getContent: Operation<"generations.getContent">;
  };
  activity: {
    /**
     * List activity.
     *
     * Usage of the last 30 completed days (UTC) by day, model and provider. Needs a management key.
     */
    list: Operation<"activity.list">;
  };
  auth: {
    /**
     * Create an authorization code.
     *
     * Makes a code that an application exchanges for a key of its own, as the consent page does. Single use, ten minutes.
     */
    createCode: Operation<"auth.createCode">;
    /**
     * Exchange a code for a key.
     *
     * The last step of the login with PKCE: an application gives the code that came back from the consent page and the
     * verifier that it kept, and gets a key.
     */
    exchangeCode: Operation<"auth.exchangeCode">;
  };
}
