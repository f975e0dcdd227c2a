import type { Adapter, ProviderKind } from "../adapter.ts";
import { anthropicAdapter } from "../anthropic/anthropic.ts";
import { cohereAdapter } from "../cohere/cohere.ts";
import { geminiAdapter } from "../gemini/gemini.ts";
import { ollamaAdapter } from "../ollama/ollama.ts";
import { openAICompatibleAdapter } from "../openai-compatible/openai-compatible.ts";

/** Kind → its adapter. */
const adapters: Readonly<Record<ProviderKind, Adapter>> = {
  "openai-compatible": openAICompatibleAdapter,
  anthropic: anthropicAdapter,
  gemini: geminiAdapter,
  cohere: cohereAdapter,
  ollama: ollamaAdapter,
};

/** The adapter of a kind. Throws a `TypeError` for an unknown kind. */
export function createAdapter(kind: ProviderKind): Adapter {
  const adapter = Object.hasOwn(adapters, kind) ? adapters[kind] : undefined;
  if (adapter) return adapter;
  throw new TypeError(`\`kind\` must be one of ${Object.keys(adapters).join(", ")}, got ${JSON.stringify(kind)}.`);
}
