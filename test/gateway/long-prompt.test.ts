// A long prompt goes to the provider as the caller wrote it, whatever its characters, and to the next provider after a failure.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startInProcess, type GatewayInProcess } from "../support/gateway-in-process.ts";
import { startProvider, type ProviderServer } from "../support/provider-server.ts";

let bad: ProviderServer;
let good: ProviderServer;
let gateway: GatewayInProcess;
beforeAll(async () => {
  [bad, good] = await Promise.all([startProvider({ behave: { status: 503 } }), startProvider()]);
  const price = { prompt: 1, completion: 4 };
  const providers = Object.entries({ bad, good }).map(([name, { url }]) => [
    name,
    { kind: "openai-compatible", baseURL: `${url}/v1`, apiKey: "provider-secret-0123456789" },
  ]);
  gateway = await startInProcess({
    providers: Object.fromEntries(providers) as object,
    models: [
      {
        id: "test/long",
        context: 1_000_000,
        endpoints: ["bad", "good"].map((provider) => ({ provider, model: `of-${provider}`, price })),
      },
    ],
    retention: { prompts: true },
    routing: { retryBudget: { ratio: 1, perSecond: 100 } },
  });
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all([bad?.stop(), good?.stop()]);
});

const words = "The quick brown fox jumps over the lazy dog. ";

test.each([
  ["ASCII", words.repeat(4000)],
  ["line breaks and quotation marks", 'He said: "Hi"\n\tand C:\\dir '.repeat(4000)],
  ["accents", words.replace("quick", "quíck").repeat(4000)],
  ["other scripts and emoji", words.replace("fox", "狐狸🦊").repeat(4000)],
  ["the word null", "null, undefined, __proto__ ".repeat(4000)],
])("a long prompt of %s reaches both providers unchanged", async (_, content) => {
  bad.reset();
  good.reset();
  const messages = [
    { role: "system", content: "Answer briefly." },
    { role: "user", content },
  ];
  const body = { model: "test/long", messages, temperature: 0.5, seed: null, provider: { order: ["bad", "good"] } };
  const response = await gateway.call("/api/v1/chat/completions", { body });
  const { id } = (await response.json()) as { id: string };
  expect(response.status).toBe(200);
  const options = { temperature: 0.5, stream: true, stream_options: { include_usage: true } };
  expect(bad.requests.map((request) => request.body)).toEqual([{ model: "of-bad", messages, ...options }]);
  expect(good.requests.map((request) => request.body)).toEqual([{ model: "of-good", messages, ...options }]);
  const kept = await gateway.call(`/api/v1/generation/content?id=${id}`);
  expect(await kept.json()).toMatchObject({ data: { input: { messages } } });
});
