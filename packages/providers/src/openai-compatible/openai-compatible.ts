import type { Adapter } from "../adapter.ts";
import { readErrorResponse } from "../failures/read-error-body.ts";
import { ChatDecoder } from "./chat-decoder.ts";
import { embeddings } from "./embeddings.ts";
import { readModels } from "./models.ts";
import { checkOptions, optionsFor } from "./options.ts";
import { rerank } from "./rerank.ts";
import { toChatRequest } from "./to-wire.ts";

/** The API of OpenAI, as OpenAI, vLLM, llama.cpp, LM Studio, Groq, OpenRouter and others speak it. */
export const openAICompatibleAdapter: Adapter = {
  kind: "openai-compatible",
  baseURL: undefined,
  optionsFor,
  checkOptions,
  authorize: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  chat: { toWire: toChatRequest, createDecoder: () => new ChatDecoder() },
  embed: embeddings,
  rerank,
  models: { toWire: () => ({ method: "GET", path: "/models", format: "json" }), fromWire: readModels },
  readError: readErrorResponse,
};
