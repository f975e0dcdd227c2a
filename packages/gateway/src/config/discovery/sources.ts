import type { ProviderKind } from "@patchbay/providers";
import type { ProviderConfig } from "../config.ts";
import { defaultDataPolicy, defaultTimeouts, unlimited } from "../default-config.ts";

/** A provider that the environment can name by its API key. */
export interface KeySource {
  /** Variable with the API key. */
  readonly variable: string;
  /** Variable with another base URL, as the provider's own SDK reads it. */
  readonly urlVariable?: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly baseURL?: string;
  /** First part of the ids of its models; undefined if the provider's ids have one. */
  readonly author: string | undefined;
}

/** In the order in which endpoints of the same model are listed. */
export const keySources: readonly KeySource[] = [
  {
    variable: "OPENAI_API_KEY",
    urlVariable: "OPENAI_BASE_URL",
    slug: "openai",
    name: "OpenAI",
    kind: "openai-compatible",
    baseURL: "https://api.openai.com/v1",
    author: "openai",
  },
  {
    variable: "ANTHROPIC_API_KEY",
    urlVariable: "ANTHROPIC_BASE_URL",
    slug: "anthropic",
    name: "Anthropic",
    kind: "anthropic",
    author: "anthropic",
  },
  { variable: "GEMINI_API_KEY", slug: "google", name: "Google AI Studio", kind: "gemini", author: "google" },
  { variable: "COHERE_API_KEY", slug: "cohere", name: "Cohere", kind: "cohere", author: "cohere" },
  {
    variable: "OPENROUTER_API_KEY",
    urlVariable: "OPENROUTER_BASE_URL",
    slug: "openrouter",
    name: "OpenRouter",
    kind: "openai-compatible",
    baseURL: "https://openrouter.ai/api/v1",
    author: undefined,
  },
];

/** A model server on this machine. Its models are free, and prompts stay here. */
export interface LocalSource {
  readonly slug: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly author: string;
  /** Base URL for the environment. */
  readonly baseURL: (env: Readonly<Record<string, string | undefined>>) => string;
  /** Path below the base URL that responds with JSON, and the field of a list in it. */
  readonly probe: { readonly path: string; readonly list: string };
}

export const localSources: readonly LocalSource[] = [
  {
    slug: "ollama",
    name: "Ollama",
    kind: "ollama",
    author: "ollama",
    baseURL: ({ OLLAMA_HOST }) => toOllamaURL(OLLAMA_HOST),
    probe: { path: "/api/tags", list: "models" },
  },
  {
    slug: "llama-cpp",
    name: "llama.cpp",
    kind: "openai-compatible",
    author: "local",
    baseURL: () => "http://127.0.0.1:8080/v1",
    probe: { path: "/models", list: "data" },
  },
];

/** The address of Ollama. `OLLAMA_HOST` may lack the scheme and the port, and be the address on which the server listens. */
function toOllamaURL(host: string | undefined): string {
  const text = host?.trim() || "127.0.0.1";
  const url = URL.parse(/^https?:\/\//.test(text) ? text : `http://${text}`);
  if (!url) return "http://127.0.0.1:11434";
  const hasPort = /:\d+\/?$/.test(text);
  const name = url.hostname === "0.0.0.0" || url.hostname === "[::]" ? "127.0.0.1" : url.hostname;
  const port = hasPort
    ? url.port || (url.protocol === "https:" ? "443" : "80")
    : url.protocol === "https:"
      ? "443"
      : "11434";
  return `${url.protocol}//${name}:${port}`;
}

/** A provider with the defaults of a configuration file. */
export function toProvider(
  { slug, name, kind }: Pick<KeySource, "slug" | "name" | "kind">,
  {
    baseURL,
    apiKeys = [],
    isLocal = false,
  }: Partial<Pick<ProviderConfig, "baseURL" | "apiKeys">> & { readonly isLocal?: boolean },
): ProviderConfig {
  return {
    kind,
    baseURL: baseURL?.replace(/\/+$/, ""),
    apiKeys,
    name,
    headers: {},
    options: {},
    dataPolicy: isLocal ? { training: false, retentionDays: 0, zdr: true } : defaultDataPolicy,
    timeouts: defaultTimeouts,
    capacity: unlimited,
    issuer: slug,
  };
}
