import type { Adapter, ListedModel } from "../adapter.ts";
import { readTextInputs } from "../content/embedding-inputs.ts";
import { readVectors } from "../content/embedding-vectors.ts";
import { toCount, toObject, toObjects, toText } from "../fields/json-value.ts";
import { toOllamaRequest } from "./chat-request.ts";
import { createOllamaDecoder } from "./decoder.ts";
import { readOllamaError } from "./error.ts";

/** Ollama's native API. Unlike its OpenAI-compatible API, it takes the context length of a request. */
export const ollamaAdapter: Adapter = {
  kind: "ollama",
  baseURL: "http://127.0.0.1:11434",
  // A local server needs no key. ollama.com and proxies do.
  authorize: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  chat: { toWire: toOllamaRequest, createDecoder: createOllamaDecoder },
  embed: {
    toWire: (request, target) => {
      const body = {
        model: target.model,
        input: readTextInputs(request, "Ollama"),
        ...(typeof request.dimensions === "number" && { dimensions: request.dimensions }),
        ...(target.context !== undefined && { options: { num_ctx: target.context } }),
        ...target.extraBody,
      };
      return { method: "POST", path: "/api/embed", body: JSON.stringify(body), format: "json" };
    },
    fromWire: (body, request) => ({
      vectors: readVectors(toObject(body).embeddings, request),
      promptTokens: toCount(toObject(body).prompt_eval_count),
    }),
  },
  models: {
    toWire: () => ({ method: "GET", path: "/api/tags", format: "json" }),
    fromWire: (body) =>
      toObjects(toObject(body).models).flatMap((model): ListedModel[] => {
        const id = toText(model.model) ?? toText(model.name);
        const context = toCount(model.context_length) ?? toCount(toObject(model.details).context_length);
        return id === undefined ? [] : [{ id, ...(context !== undefined && { context }) }];
      }),
  },
  readError: readOllamaError,
};
