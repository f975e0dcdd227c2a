import { expect, test } from "vitest";
import { toDrainLimits } from "./client-gone.ts";

const { signal } = new AbortController();
const drains = (kind: "gemini" | "anthropic" | "openai-compatible", baseURL?: string): boolean =>
  toDrainLimits({ kind, baseURL }, { action: "auto", drain: 1000 }, signal) !== undefined;

test("by default, only outputs of providers that bill them in full are drained", () => {
  expect(drains("gemini")).toBe(true);
  expect(drains("openai-compatible", "https://api.groq.com/openai/v1")).toBe(true);
  expect(drains("anthropic")).toBe(false);
  expect(drains("openai-compatible", "https://api.openai.com/v1")).toBe(false);
  expect(drains("openai-compatible", "http://127.0.0.1:8080/v1")).toBe(false);
  expect(drains("openai-compatible", "https://notgroq.com/v1")).toBe(false);
});

test("the configuration decides for all providers", () => {
  const local = { kind: "openai-compatible", baseURL: "http://127.0.0.1:8080/v1" } as const;
  expect(toDrainLimits(local, { action: "drain", drain: 1000 }, signal)).toMatchObject({ ms: 1000 });
  expect(toDrainLimits(local, { action: "drain", drain: 0 }, signal)).toBeUndefined();
  expect(
    toDrainLimits({ kind: "gemini", baseURL: undefined }, { action: "abort", drain: 1000 }, signal),
  ).toBeUndefined();
});
