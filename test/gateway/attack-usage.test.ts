// What providers report as usage, and what it costs: neither nothing for an output, nor more than a request can use.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, type GatewayInProcess, oneModel, startInProcess } from "../support/gateway-in-process.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";

let provider: ProviderServer;
let gateway: GatewayInProcess;
beforeAll(async () => {
  provider = await startProvider();
  const { models, providers } = oneModel(provider.url);
  const embeddings = {
    id: "a/e",
    modalities: { output: ["embeddings"] },
    endpoints: [{ provider: "a", model: "e", price: { prompt: 1, completion: 0 } }],
  };
  gateway = await startInProcess({ providers, models: [...models, embeddings] });
});
afterAll(async () => {
  await gateway.stop();
  await provider.stop();
});

/** Costs in nano-USD: that of the counted tokens, or that of a report which is believed. */
const counted = 7 * 1000 + 7 * 2000;
const output = "one two three four five six seven";

function chunks(usage: unknown, first: boolean): string {
  const event = (fields: object): string => `data: ${JSON.stringify({ id: "x", ...fields })}\n\n`;
  const content = event({ choices: [{ index: 0, delta: { content: output } }] });
  const end = event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
  const report = event({ choices: [], usage });
  return (first ? report + content + end : content + end + report) + "data: [DONE]\n\n";
}

const usage = (prompt: unknown, completion: unknown, rest: object = {}): object => ({
  prompt_tokens: prompt,
  completion_tokens: completion,
  ...rest,
});
const details = (cached: unknown): object => ({ prompt_tokens_details: { cached_tokens: cached } });

describe.each([true, false])("with stream: %s", (stream) => {
  test.each<[string, unknown, number, boolean?]>([
    ["no report", undefined, counted],
    ["null", null, counted],
    ["zeros", usage(0, 0), counted],
    ["zeros before the output", usage(1, 0), counted, true],
    ["a prompt only", usage(10, undefined), counted],
    ["a completion only", usage(0, 5), counted],
    ["negative numbers", usage(-5, -7), counted],
    ["texts", usage("100", "50"), counted],
    ["more than any request", usage(9e8, 9e8), counted],
    ["more than can be counted", usage(1e15, 1e308), counted],
    ["more cached tokens than any prompt", usage(10, 5, details(1e12)), counted],
    ["fractions", usage(10.7, 3.9), 10 * 1000 + 3 * 2000],
    ["negative cached tokens", usage(1000, 5, details(-900)), 1000 * 1000 + 5 * 2000],
    ["a cost that is a text", usage(10, 5, { cost: "12" }), 10 * 1000 + 5 * 2000],
    ["an infinite cost", usage(10, 5, { cost: 1e308 }), 10 * 1000 + 5 * 2000],
    ["numbers in place of objects", usage(10, 5, { prompt_tokens_details: 5 }), 10 * 1000 + 5 * 2000],
  ])("%s is charged at the right amount", async (_name, report, cost, first = false) => {
    provider.behave({ body: chunks(report, first), contentType: "text/event-stream" });
    const spent = await gateway.spent();
    const response = await gateway.call("/api/v1/chat/completions", { body: ask({ stream }) });
    const text = await response.text();
    expect([response.status, /"cost":([\d.e-]+)/.exec(text)?.[1]], text).toEqual([200, String(cost / 1e9)]);
    await expect.poll(() => gateway.spent()).toBe(spent + cost);
  });
});

test.each<[string, unknown, number]>([
  ["no report", undefined, 2],
  ["zeros", { prompt_tokens: 0, total_tokens: 0 }, 2],
  ["a text", { prompt_tokens: "5" }, 2],
  ["a fraction", { prompt_tokens: 5.5, total_tokens: 5.5 }, 5],
  ["more than any request", { prompt_tokens: 9e8 }, 2],
  ["more than can be counted", { prompt_tokens: 1e15, total_tokens: 1e15 }, 2],
  ["a usual number", { prompt_tokens: 3, total_tokens: 3 }, 3],
])("embeddings with %s in the report are charged at the right amount", async (_name, report, tokens) => {
  provider.behave({ body: JSON.stringify({ data: [{ index: 0, embedding: [1, 2] }], usage: report }) });
  const spent = await gateway.spent();
  const response = await gateway.call("/api/v1/embeddings", { body: { model: "a/e", input: "hello there" } });
  expect(await response.json()).toMatchObject({ usage: { prompt_tokens: tokens, total_tokens: tokens } });
  expect(await gateway.spent()).toBe(spent + tokens * 1000);
});

test.each([1e-9, 1e9, 1e10, 1e12, 1e300])(
  "a key with a limit of %d USD is usable or refused, but not an error",
  async (limit) => {
    provider.behave({ usage: { prompt: 10, completion: 5 } });
    const key = await gateway.createKey({ limit });
    const response = await gateway.call("/api/v1/chat/completions", { key, body: ask() });
    expect(response.status).toBe(limit < 1 ? 402 : 200);
    expect(await gateway.spent(key)).toBe(limit < 1 ? 0 : 20_000);
  },
);
