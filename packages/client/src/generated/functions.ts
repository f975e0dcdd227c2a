// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import {
  chatCompletionsCreate as chatCompletionsCreateCall,
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
} from "@patchbay/spec/calls";
import {
  toEmbedFunction,
  toFunction,
  toPagedFunction,
  toStreamFunction,
  type EmbedFunction,
  type OperationFunction,
  type StreamFunction,
} from "../methods/function.ts";

/**
 * Answer a conversation.
 *
 * Sends a conversation to a model and returns its answer, whole or streamed. The request is routed over the providers
 * that serve the model, falls back to others on failure, and is charged to the credits by what was used.
 */
export const chatCompletionsCreate: OperationFunction<"chat.completions.create"> =
  /* @__PURE__ */ toFunction(chatCompletionsCreateCall);

/**
 * Answer a conversation.
 *
 * Sends a conversation to a model and returns its answer, whole or streamed. The request is routed over the providers
 * that serve the model, falls back to others on failure, and is charged to the credits by what was used.
 */
export const chatCompletionsStream: StreamFunction<"chat.completions.create"> =
  /* @__PURE__ */ toStreamFunction(chatCompletionsCreateCall);

/**
 * Embed content.
 *
 * Turns texts and other content into vectors, in the order of the inputs.
 */
export const embeddingsCreate: EmbedFunction = /* @__PURE__ */ toEmbedFunction(embeddingsCreateCall);

/**
 * List embedding models.
 *
 * The models that make embeddings, with their prices.
 */
export const embeddingsListModels: OperationFunction<"embeddings.listModels"> =
  /* @__PURE__ */ toPagedFunction(embeddingsListModelsCall);

/**
 * Rank documents.
 *
 * Orders documents by their relevance to a query.
 */
export const rerankCreate: OperationFunction<"rerank.create"> = /* @__PURE__ */ toFunction(rerankCreateCall);

/**
 * List models.
 *
 * Models with prices, limits and abilities. Without `limit` and `offset` the whole list comes at once. Only models
 * that write text, unless `output_modalities` says otherwise.
 */
export const modelsList: OperationFunction<"models.list"> = /* @__PURE__ */ toPagedFunction(modelsListCall);

/**
 * Count models.
 *
 * How many models there are.
 */
export const modelsCount: OperationFunction<"models.count"> = /* @__PURE__ */ toFunction(modelsCountCall);

/**
 * List models for the caller.
 *
 * Models that the key may use, after the provider preferences, privacy settings and guardrails of the account.
 */
export const modelsListForUser: OperationFunction<"models.listForUser"> =
  /* @__PURE__ */ toPagedFunction(modelsListForUserCall);

/**
 * Get a model.
 *
 * One model by its slug; aliases and variants lead to it.
 */
export const modelsGet: OperationFunction<"models.get"> = /* @__PURE__ */ toFunction(modelsGetCall);

/**
 * List a model's endpoints.
 *
 * The providers' endpoints that serve a model, with their prices, limits and recent performance. Latency and
 * throughput are null without a key.
 */
export const modelsListEndpoints: OperationFunction<"models.listEndpoints"> =
  /* @__PURE__ */ toFunction(modelsListEndpointsCall);

/**
 * List endpoints without retention.
 *
 * The endpoints that keep no data (zero data retention).
 */
export const endpointsListZdr: OperationFunction<"endpoints.listZdr"> =
  /* @__PURE__ */ toFunction(endpointsListZdrCall);

/**
 * List providers.
 *
 * The companies whose endpoints are routed to. Routing uses their slugs.
 */
export const providersList: OperationFunction<"providers.list"> = /* @__PURE__ */ toFunction(providersListCall);

/**
 * Get the balance.
 *
 * Credits bought and used over the life of the account, in USD (one credit is one dollar). What is left is the
 * difference. Needs a management key.
 */
export const creditsGet: OperationFunction<"credits.get"> = /* @__PURE__ */ toFunction(creditsGetCall);

/**
 * Get the current API key.
 *
 * Limits and usage of the key that makes the call. Amounts in USD; days, weeks and months by UTC.
 */
export const keysGetCurrent: OperationFunction<"keys.getCurrent"> = /* @__PURE__ */ toFunction(keysGetCurrentCall);

/**
 * List keys.
 *
 * The API keys of the account, newest first. Needs a management key.
 */
export const keysList: OperationFunction<"keys.list"> = /* @__PURE__ */ toPagedFunction(keysListCall);

/**
 * Create a key.
 *
 * Makes an API key. The secret is in the answer and is shown this once. Needs a management key.
 */
export const keysCreate: OperationFunction<"keys.create"> = /* @__PURE__ */ toFunction(keysCreateCall);

/**
 * Get a key.
 *
 * One API key with its limits and usage. Needs a management key.
 */
export const keysGet: OperationFunction<"keys.get"> = /* @__PURE__ */ toFunction(keysGetCall);

/**
 * Change a key.
 *
 * Changes name, limit or state of an API key. What is absent stays as it is. Needs a management key.
 */
export const keysUpdate: OperationFunction<"keys.update"> = /* @__PURE__ */ toFunction(keysUpdateCall);

/**
 * Delete a key.
 *
 * Deletes an API key for good. Needs a management key.
 */
export const keysDelete: OperationFunction<"keys.delete"> = /* @__PURE__ */ toFunction(keysDeleteCall);

/**
 * Get a generation.
 *
 * The record of a past request: tokens, cost, timings, provider. Records are written a moment after the answer; a 404
 * right after it is worth another try.
 */
export const generationsGet: OperationFunction<"generations.get"> = /* @__PURE__ */ toFunction(generationsGetCall);

/**
 * Get the content of a generation.
 *
 * What was sent and answered, where the account keeps it.
 */
export const generationsGetContent: OperationFunction<"generations.getContent"> =
  /* @__PURE__ */ toFunction(generationsGetContentCall);

/**
 * List activity.
 *
 * Usage of the last 30 completed days (UTC) by day, model and provider. Needs a management key.
 */
export const activityList: OperationFunction<"activity.list"> = /* @__PURE__ */ toFunction(activityListCall);

/**
 * Create an authorization code.
 *
 * Makes a code that an application exchanges for a key of its own, as the consent page does. Single use, ten minutes.
 */
export const authCreateCode: OperationFunction<"auth.createCode"> = /* @__PURE__ */ toFunction(authCreateCodeCall);

/**
 * Exchange a code for a key.
 *
 * The last step of the login with PKCE: an application gives the code that came back from the consent page and the
 * verifier that it kept, and gets a key.
 */
export const authExchangeCode: OperationFunction<"auth.exchangeCode"> =
  /* @__PURE__ */ toFunction(authExchangeCodeCall);
