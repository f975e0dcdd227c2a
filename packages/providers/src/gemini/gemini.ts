import type { Adapter } from "../adapter.ts";
import { geminiEmbed } from "./embed.ts";
import { geminiModels } from "./models.ts";
import { toGeminiRequest } from "./request/chat-request.ts";
import { createGeminiDecoder } from "./response/decoder.ts";
import { readGeminiError } from "./response/error.ts";

/** The Gemini API of Google AI Studio, version v1beta. Every response is streamed. */
export const geminiAdapter: Adapter = {
  kind: "gemini",
  baseURL: "https://generativelanguage.googleapis.com/v1beta",
  authorize: (apiKey) => ({ "x-goog-api-key": apiKey }),
  chat: {
    toWire: toGeminiRequest,
    createDecoder: (_request, target) => createGeminiDecoder(target),
  },
  embed: geminiEmbed,
  models: geminiModels,
  readError: readGeminiError,
};
