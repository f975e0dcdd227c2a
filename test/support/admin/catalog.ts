import type { CatalogEndpoint, CatalogModel } from "../../../packages/gateway/src/admin/admin-data.ts";

type Prices = readonly [prompt: number, completion: number, cacheRead?: number];

interface Entry {
  readonly provider: string;
  readonly kind?: string;
  readonly upstreamModel: string;
  readonly prices: Prices | "free" | "unpriced";
  readonly context: number;
  readonly maxOutput?: number;
}

/** USD per million tokens, in billionths. */
const nano = (usd: number): bigint => BigInt(Math.round(usd * 1e9));

function toEndpoint(model: string, entry: Entry): CatalogEndpoint {
  const { provider, kind = "openai-compatible", upstreamModel, prices, context, maxOutput = null } = entry;
  const price =
    typeof prices === "string"
      ? prices
      : {
          prompt: nano(prices[0]),
          completion: nano(prices[1]),
          ...(prices[2] !== undefined && { cacheRead: nano(prices[2]) }),
        };
  return { id: `${model}@${provider}`, provider, kind, upstreamModel, context, maxOutput, price, enabled: true };
}

const entries: Readonly<Record<string, { readonly name: string; readonly endpoints: readonly Entry[] }>> = {
  "anthropic/claude-sonnet-4.5": {
    name: "Claude Sonnet 4.5",
    endpoints: [
      {
        provider: "anthropic",
        kind: "anthropic",
        upstreamModel: "claude-sonnet-4-5",
        prices: [3, 15, 0.3],
        context: 200_000,
        maxOutput: 64_000,
      },
      {
        provider: "openrouter",
        upstreamModel: "anthropic/claude-sonnet-4.5",
        prices: [3, 15, 0.3],
        context: 200_000,
        maxOutput: 64_000,
      },
    ],
  },
  "openai/gpt-5-mini": {
    name: "GPT-5 Mini",
    endpoints: [
      {
        provider: "openai",
        upstreamModel: "gpt-5-mini",
        prices: [0.25, 2, 0.025],
        context: 400_000,
        maxOutput: 128_000,
      },
      {
        provider: "openrouter",
        upstreamModel: "openai/gpt-5-mini",
        prices: [0.25, 2, 0.025],
        context: 400_000,
        maxOutput: 128_000,
      },
    ],
  },
  "google/gemini-2.5-flash": {
    name: "Gemini 2.5 Flash",
    endpoints: [
      {
        provider: "gemini",
        kind: "gemini",
        upstreamModel: "gemini-2.5-flash",
        prices: [0.3, 2.5, 0.075],
        context: 1_048_576,
        maxOutput: 65_536,
      },
    ],
  },
  "meta-llama/llama-3.3-70b-instruct": {
    name: "Llama 3.3 70B Instruct",
    endpoints: [
      {
        provider: "groq",
        upstreamModel: "llama-3.3-70b-versatile",
        prices: [0.59, 0.79],
        context: 131_072,
        maxOutput: 32_768,
      },
      {
        provider: "together",
        upstreamModel: "meta-llama/Llama-3.3-70B-Instruct-Turbo",
        prices: [0.88, 0.88],
        context: 131_072,
      },
      { provider: "vllm", upstreamModel: "llama-3.3-70b", prices: [0.12, 0.3], context: 65_536, maxOutput: 8192 },
    ],
  },
  "cohere/command-a": {
    name: "Command A",
    endpoints: [
      {
        provider: "cohere",
        kind: "cohere",
        upstreamModel: "command-a-03-2025",
        prices: [2.5, 10],
        context: 256_000,
        maxOutput: 8000,
      },
    ],
  },
  "qwen/qwen3-8b": {
    name: "Qwen3 8B",
    endpoints: [{ provider: "ollama", kind: "ollama", upstreamModel: "qwen3:8b", prices: "free", context: 40_960 }],
  },
  "acme/preview": {
    name: "Acme Preview",
    endpoints: [{ provider: "vllm", upstreamModel: "acme-preview", prices: "unpriced", context: 32_768 }],
  },
};

/** Seven models at nine providers: priced, free and unpriced. */
export function sampleCatalog(): CatalogModel[] {
  return Object.entries(entries).map(([id, { name, endpoints }]) => ({
    id,
    name,
    endpoints: endpoints.map((entry) => toEndpoint(id, entry)),
  }));
}
