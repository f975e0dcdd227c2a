import type { Adapter, ListedModel } from "../adapter.ts";
import { toCount, toObject, toObjects, toText } from "../fields/json-value.ts";
import { toCohereRequest } from "./chat-request.ts";
import { createCohereDecoder } from "./decoder.ts";
import { cohereEmbed } from "./embed.ts";
import { readCohereError } from "./error.ts";
import { cohereRerank } from "./rerank.ts";

/** Cohere's API, version 2. The base URL has no version, since the list of models is in version 1. */
export const cohereAdapter: Adapter = {
  kind: "cohere",
  baseURL: "https://api.cohere.com",
  authorize: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  chat: { toWire: toCohereRequest, createDecoder: createCohereDecoder },
  embed: cohereEmbed,
  rerank: cohereRerank,
  models: {
    toWire: () => ({ method: "GET", path: "/v1/models?page_size=1000", format: "json" }),
    fromWire: (body) =>
      toObjects(toObject(body).models).flatMap((model): ListedModel[] => {
        const id = toText(model.name);
        const context = toCount(model.context_length);
        return id === undefined ? [] : [{ id, ...(context !== undefined && context > 0 && { context }) }];
      }),
  },
  readError: readCohereError,
};
