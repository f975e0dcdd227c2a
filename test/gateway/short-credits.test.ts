// An output that the account cannot pay for in full ends at the same token however it is sent.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestGateway, type TestGateway } from "../support/test-gateway.ts";

const words = 100;
const chunk = (delta: object, reason: string | null): string =>
  `data: ${JSON.stringify({ id: "c", model: "tiny", choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;

/** How a provider can cut its output: `delta` is one chunk, which is sent `times` times. All arrive together. */
const outputs = {
  "a chunk for each word": { delta: { content: " word" }, times: words },
  "one chunk of text": { delta: { content: " word".repeat(words) }, times: 1 },
  "one chunk of reasoning": { delta: { reasoning: " word".repeat(words) }, times: 1 },
  "one chunk of a refusal": { delta: { refusal: " word".repeat(words) }, times: 1 },
  "one chunk of arguments": {
    delta: {
      tool_calls: [
        { index: 0, id: "call", type: "function", function: { name: "f", arguments: " word".repeat(words) } },
      ],
    },
    times: 1,
  },
} as const;
let output: (typeof outputs)[keyof typeof outputs] = outputs["a chunk for each word"];

let provider: Server;
let gateway: TestGateway;

beforeAll(async () => {
  provider = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(`${chunk(output.delta, null).repeat(output.times)}${chunk({}, "stop")}data: [DONE]\n\n`);
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  const { port } = provider.address() as AddressInfo;
  const price = { prompt: 1, completion: 1 };
  gateway = await createTestGateway({
    providers: {
      local: { kind: "openai-compatible", baseURL: `http://127.0.0.1:${port}/v1`, apiKey: "$GATEWAY_KEY" },
    },
    models: [{ id: "acme/tiny", endpoints: [{ provider: "local", model: "tiny", context: 8192, price }] }],
    accounts: { acme: { creditLimit: "prepaid" } },
    keys: [{ name: "acme", account: "acme", secret: "$ACME_KEY" }],
  });
});
afterAll(async () => {
  await gateway.close();
  provider.close();
});

const balance = async (): Promise<number> =>
  Math.round(1e6 * Number((await gateway.call("GET", "/admin/api/credits?account=acme")).json.balance));

/** Sets the balance to a number of tokens, asks for the answer, and returns the words that came. */
async function ask(tokens: number, body: object, path = "/chat/completions"): Promise<number> {
  const more = ((tokens - (await balance())) / 1e6).toFixed(6);
  await gateway.call("POST", "/admin/api/credits", { body: { account: "acme", amount: more } });
  const { text } = await gateway.call("POST", path, {
    key: "sk-test-of-acme-0123456789",
    body: { model: "acme/tiny", messages: [{ role: "user", content: "hi" }], ...body },
  });
  // The details of the reasoning repeat its text.
  return text.replaceAll(/"reasoning_details":\[.*?\]/g, "").match(/ word/g)?.length ?? 0;
}

const cases = Object.entries(outputs).flatMap(([name, each]) =>
  [10, 20, 57, 90].map((tokens) => [name, tokens, each] as const),
);

test.each([
  ["/messages", { max_tokens: undefined, messages: [{ role: "user", content: "hi" }] }],
  ["/responses", { messages: undefined, input: "hi" }],
])("%s gives the part of one chunk that the credits cover", async (path, fields) => {
  output = outputs["one chunk of text"];
  const ended = await ask(40, { ...fields, stream: false }, path);
  expect(ended).toBeGreaterThan(0);
  expect(ended).toBeLessThan(words);
  await expect.poll(balance).toBe(0);
});

test.each(cases)("%s, with credits for %i tokens", async (_, tokens, each) => {
  output = each;
  const streamed = await ask(tokens, { stream: true });
  expect(streamed).toBeGreaterThan(0);
  expect(streamed).toBeLessThan(words);
  await expect.poll(balance).toBe(0);
  expect(await ask(tokens, { stream: false })).toBe(streamed);
  // Nothing is left for a further answer that would cost the gateway more than it earns.
  await expect.poll(balance).toBe(0);
});
