// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import {
  chatCompletionsCreate as chatCompletionsCreateCall,
  responsesCreate as responsesCreateCall,
  messagesCreate as messagesCreateCall,
  messagesCountTokens as messagesCountTokensCall,
  embeddingsCreate as embeddingsCreateCall,
  embeddingsListModels as embeddingsListModelsCall,
  rerankCreate as rerankCreateCall,
  modelsList as modelsListCall,
  modelsCount as modelsCountCall,
  modelsListForUser as modelsListForUserCall,
  modelsGet as modelsGetCall,
  modelsListEndpoints as modelsListEndpointsCall,
  endpointsListZdr as endpointsListZdrCall,
  providersList as providersListCall,
  creditsGet as creditsGetCall,
  keysGetCurrent as keysGetCurrentCall,
  keysList as keysListCall,
  keysCreate as keysCreateCall,
  keysGet as keysGetCall,
  keysUpdate as keysUpdateCall,
  keysDelete as keysDeleteCall,
  generationsGet as generationsGetCall,
  generationsGetContent as generationsGetContentCall,
  activityList as activityListCall,
  authCreateCode as authCreateCodeCall,
  authExchangeCode as authExchangeCodeCall,
} from "@patchbay/spec/operation-calls";
import {
  toEmbedFunction,
  toFunction,
  toPagedFunction,
  toChatStreamFunction,
  toResponseStreamFunction,
  toMessageStreamFunction,
  type EmbedFunction,
  type OperationFunction,
  type StreamFunction,
} from "../methods/function.ts";

/**
 * Create a chat completion.
 *
 * Sends messages to a model and returns its completion, whole or as a stream. The router selects among the providers
 * that serve the model and falls back to others on failure. The cost is deducted from the account's credits.
 */
export const chatCompletionsCreate: OperationFunction<"chat.completions.create"> =
  /* @__PURE__ */ toFunction(chatCompletionsCreateCall);

/**
 * Create a chat completion.
 *
 * Sends messages to a model and returns its completion, whole or as a stream. The router selects among the providers
 * that serve the model and falls back to others on failure. The cost is deducted from the account's credits.
 */
export const chatCompletionsStream: StreamFunction<"chat.completions.create"> =
  /* @__PURE__ */ toChatStreamFunction(chatCompletionsCreateCall);

/**
 * Create a response.
 *
 * Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's Responses
 * API without state: the API stores no response, so send the whole conversation. Routing, fallbacks and cost are those
 * of chat completions.
 */
export const responsesCreate: OperationFunction<"responses.create"> = /* @__PURE__ */ toFunction(responsesCreateCall);

/**
 * Create a response.
 *
 * Sends items to a model and returns its response, whole or as a stream of events. The format is OpenAI's Responses
 * API without state: the API stores no response, so send the whole conversation. Routing, fallbacks and cost are those
 * of chat completions.
 */
export const responsesStream: StreamFunction<"responses.create"> =
  /* @__PURE__ */ toResponseStreamFunction(responsesCreateCall);

/**
 * Create a message.
 *
 * Sends a conversation to a model and returns its message, whole or as a stream, in the form of the Anthropic Messages
 * API. It works with every model. Routing, fallbacks and credits are those of chat completions.
 */
export const messagesCreate: OperationFunction<"messages.create"> = /* @__PURE__ */ toFunction(messagesCreateCall);

/**
 * Create a message.
 *
 * Sends a conversation to a model and returns its message, whole or as a stream, in the form of the Anthropic Messages
 * API. It works with every model. Routing, fallbacks and credits are those of chat completions.
 */
export const messagesStream: StreamFunction<"messages.create"> =
  /* @__PURE__ */ toMessageStreamFunction(messagesCreateCall);

/**
 * Count the tokens of a message.
 *
 * Counts the input tokens of a Messages request without sending it to a model. The request is free of charge.
 */
export const messagesCountTokens: OperationFunction<"messages.countTokens"> =
  /* @__PURE__ */ toFunction(messagesCountTokensCall);

/**
 * Create embeddings.
 *
 * Converts text and other content into vectors, in the order of the inputs.
 */
export const embeddingsCreate: EmbedFunction = /* @__PURE__ */ toEmbedFunction(embeddingsCreateCall);

/**
 * List embedding models.
 *
 * The embedding models, with their prices.
 */
export const embeddingsListModels: OperationFunction<"embeddings.listModels"> =
  /* @__PURE__ */ toPagedFunction(embeddingsListModelsCall);

/**
 * Rerank documents.
 *
 * Orders documents by their relevance to a query.
 */
export const rerankCreate: OperationFunction<"rerank.create"> = /* @__PURE__ */ toFunction(rerankCreateCall);

/**
 * List models.
 *
 * Models with prices, limits and capabilities. Without `limit` and `offset`, the response contains the whole list.
 * Lists only models with text output unless `output_modalities` is set.
 */
export const modelsList: OperationFunction<"models.list"> = /* @__PURE__ */ toPagedFunction(modelsListCall);

/**
 * Count models.
 *
 * The number of models.
 */
export const modelsCount: OperationFunction<"models.count"> = /* @__PURE__ */ toFunction(modelsCountCall);

/**
 * List models available to your account.
 *
 * Models that the API key can use, after applying the provider preferences, privacy settings and guardrails of the
 * account.
 */
export const modelsListForUser: OperationFunction<"models.listForUser"> =
  /* @__PURE__ */ toPagedFunction(modelsListForUserCall);

/**
 * Get a model.
 *
 * One model by its slug. Aliases and variants resolve to their model.
 */
export const modelsGet: OperationFunction<"models.get"> = /* @__PURE__ */ toFunction(modelsGetCall);

/**
 * List the endpoints of a model.
 *
 * The provider endpoints that serve a model, with their prices, limits and recent performance. Latency and
 * throughput are null without an API key.
 */
export const modelsListEndpoints: OperationFunction<"models.listEndpoints"> =
  /* @__PURE__ */ toFunction(modelsListEndpointsCall);

/**
 * List zero-data-retention endpoints.
 *
 * The endpoints with zero data retention (ZDR).
 */
export const endpointsListZdr: OperationFunction<"endpoints.listZdr"> =
  /* @__PURE__ */ toFunction(endpointsListZdrCall);

/**
 * List providers.
 *
 * The providers that serve the models. Routing preferences refer to them by slug.
 */
export const providersList: OperationFunction<"providers.list"> = /* @__PURE__ */ toFunction(providersListCall);

/**
 * Get credits.
 *
 * Credits purchased and used over the lifetime of the account, in USD (one credit is one US dollar). The balance is
 * the difference. Requires a management key.
 */
export const creditsGet: OperationFunction<"credits.get"> = /* @__PURE__ */ toFunction(creditsGetCall);

/**
 * Get the current API key.
 *
 * Limits and usage of the API key that sends the request. Amounts are in USD; days, weeks and months are in UTC.
 */
export const keysGetCurrent: OperationFunction<"keys.getCurrent"> = /* @__PURE__ */ toFunction(keysGetCurrentCall);

/**
 * List API keys.
 *
 * The API keys of the account, newest first. Requires a management key.
 */
export const keysList: OperationFunction<"keys.list"> = /* @__PURE__ */ toPagedFunction(keysListCall);

/**
 * Create an API key.
 *
 * Creates an API key. The response contains the secret, which cannot be retrieved again. Requires a management key.
 */
export const keysCreate: OperationFunction<"keys.create"> = /* @__PURE__ */ toFunction(keysCreateCall);

/**
 * Get an API key.
 *
 * One API key with its limits and usage. Requires a management key.
 */
export const keysGet: OperationFunction<"keys.get"> = /* @__PURE__ */ toFunction(keysGetCall);

/**
 * Update an API key.
 *
 * Changes the name, the limit or the state of an API key. Omitted fields remain unchanged. Requires a management
 * key.
 */
export const keysUpdate: OperationFunction<"keys.update"> = /* @__PURE__ */ toFunction(keysUpdateCall);

/**
 * Delete an API key.
 *
 * Permanently deletes an API key. Requires a management key.
 */
export const keysDelete: OperationFunction<"keys.delete"> = /* @__PURE__ */ toFunction(keysDeleteCall);

/**
 * Get a generation.
 *
 * A past request: tokens, cost, timings and provider. The data becomes available shortly after the response; retry a
 * 404 that follows immediately.
 */
export const generationsGet: OperationFunction<"generations.get"> = /* @__PURE__ */ toFunction(generationsGetCall);

/**
 * Get the prompt and response of a generation.
 *
 * The stored prompt and response, if the account stores them.
 */
export const generationsGetContent: OperationFunction<"generations.getContent"> =
  /* @__PURE__ */ toFunction(generationsGetContentCall);

/**
 * List usage by day, model and provider.
 *
 * Usage of the last 30 completed days (UTC) by day, model and provider. Requires a management key.
 */
export const activityList: OperationFunction<"activity.list"> = /* @__PURE__ */ toFunction(activityListCall);

/**
 * Create an authorization code.
 *
 * Creates a code that an application exchanges for its own API key, as the consent page does. The code expires after
 * ten minutes and can be used once.
 */
export const authCreateCode: OperationFunction<"auth.createCode"> = /* @__PURE__ */ toFunction(authCreateCodeCall);

/**
 * Exchange an authorization code for an API key.
 *
 * The last step of the PKCE flow: the application sends the code it received from the consent page together with its
 * code verifier, and receives an API key.
 */
export const authExchangeCode: OperationFunction<"auth.exchangeCode"> =
  /* @__PURE__ */ toFunction(authExchangeCodeCall);
