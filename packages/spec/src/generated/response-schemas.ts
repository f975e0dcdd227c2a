// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ZodType } from "zod";
import type { OperationId } from "./names.ts";
import {
  zActivityList,
  zApiKeyDetail,
  zApiKeyList,
  zAuthCode,
  zChatCompletion,
  zChatCompletionChunk,
  zCreatedApiKey,
  zCredits,
  zCurrentKeyDetail,
  zDeletedApiKey,
  zEmbeddingList,
  zEndpointList,
  zExchangedKey,
  zGenerationContentDetail,
  zGenerationDetail,
  zModelCount,
  zModelDetail,
  zModelEndpoints,
  zModelList,
  zProviderList,
  zRanking,
  zResponseObject,
  zResponseStreamEvent,
} from "./schemas.ts";

/** Operation → schema of its response, and of one event if it streams. */
export const responseSchemas: {
  readonly [Id in OperationId]: { readonly response: ZodType; readonly event?: ZodType };
} = {
  "chat.completions.create": { response: zChatCompletion, event: zChatCompletionChunk },
  "responses.create": { response: zResponseObject, event: zResponseStreamEvent },
  "embeddings.create": { response: zEmbeddingList },
  "embeddings.listModels": { response: zModelList },
  "rerank.create": { response: zRanking },
  "models.list": { response: zModelList },
  "models.count": { response: zModelCount },
  "models.listForUser": { response: zModelList },
  "models.get": { response: zModelDetail },
  "models.listEndpoints": { response: zModelEndpoints },
  "endpoints.listZdr": { response: zEndpointList },
  "providers.list": { response: zProviderList },
  "credits.get": { response: zCredits },
  "keys.getCurrent": { response: zCurrentKeyDetail },
  "keys.list": { response: zApiKeyList },
  "keys.create": { response: zCreatedApiKey },
  "keys.get": { response: zApiKeyDetail },
  "keys.update": { response: zApiKeyDetail },
  "keys.delete": { response: zDeletedApiKey },
  "generations.get": { response: zGenerationDetail },
  "generations.getContent": { response: zGenerationContentDetail },
  "activity.list": { response: zActivityList },
  "auth.createCode": { response: zAuthCode },
  "auth.exchangeCode": { response: zExchangedKey },
};
