import { createHash } from "node:crypto";
import type { StoredKey } from "../../../packages/gateway/src/ports/keys.ts";

const day = 86_400_000;

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A key with its default settings and the given ones. */
export function sampleKey(name: string, settings: Partial<StoredKey> & { readonly createdAt: number }): StoredKey {
  const hash = hashOf(name);
  return {
    hash,
    label: `sk-or-v1-${hash.slice(0, 3)}...${hash.slice(-3)}`,
    name,
    account: "default",
    isManagement: false,
    disabled: false,
    updatedAt: null,
    expiresAt: null,
    budgets: [],
    includeByokInLimit: false,
    limits: {},
    allowedModels: [],
    allowedProviders: [],
    rotatedTo: null,
    ...settings,
  };
}

/** Six keys: with several budgets, one nearly used up, one disabled. */
export function sampleKeys(now: number): StoredKey[] {
  return [
    sampleKey("Production API", {
      createdAt: now - 210 * day,
      budgets: [
        { unit: "usd", limit: "5", window: "daily" },
        { unit: "usd", limit: "60", window: "monthly" },
      ],
      limits: { requestsPerMinute: 600, concurrency: 64 },
    }),
    sampleKey("Support bot", {
      createdAt: now - 120 * day,
      budgets: [
        { unit: "usd", limit: "12.50", window: "weekly" },
        { unit: "requests", limit: "2000", window: "daily" },
      ],
      allowedModels: ["openai/*", "anthropic/*"],
    }),
    sampleKey("Data pipeline", {
      createdAt: now - 64 * day,
      budgets: [{ unit: "usd", limit: "40", window: "monthly" }],
      limits: { tokensPerMinute: 400_000 },
      allowedProviders: ["vllm", "groq", "together"],
    }),
    sampleKey("Alice (staging)", {
      createdAt: now - 31 * day,
      budgets: [{ unit: "usd", limit: "1", window: "daily" }],
    }),
    sampleKey("CI evals", {
      createdAt: now - 12 * day,
      budgets: [{ unit: "requests", limit: "500", window: "daily" }],
      expiresAt: now + 18 * day,
    }),
    sampleKey("Old mobile app", { createdAt: now - 400 * day, disabled: true }),
  ];
}
