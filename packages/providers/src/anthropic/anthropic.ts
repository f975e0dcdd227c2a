import type { Adapter, ListedModel } from "../adapter.ts";
import { readErrorResponse } from "../failures/read-error-body.ts";
import { toCount, toObject, toObjects, toText } from "../fields/json-value.ts";
import { MessagesDecoder } from "./messages-decoder.ts";
import { checkOptions } from "./options.ts";
import { toMessagesRequest } from "./to-wire.ts";

/** Anthropic's Messages API, and servers that speak it. */
export const anthropicAdapter: Adapter = {
  kind: "anthropic",
  baseURL: "https://api.anthropic.com/v1",
  checkOptions,
  authorize: (apiKey) => ({ "x-api-key": apiKey }),
  chat: { toWire: toMessagesRequest, createDecoder: () => new MessagesDecoder() },
  models: {
    toWire: () => ({
      method: "GET",
      path: "/models?limit=1000",
      headers: { "anthropic-version": "2023-06-01" },
      format: "json",
    }),
    fromWire: (body) =>
      toObjects(toObject(body).data).flatMap((model): ListedModel[] => {
        const id = toText(model.id);
        return id === undefined ? [] : [{ id, context: toCount(model.max_input_tokens) }];
      }),
  },
  readError: readErrorResponse,
};
