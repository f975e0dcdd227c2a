// An output that the account cannot pay for in full ends at the same token however it is sent.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestGateway, type TestGateway } from "../support/test-gateway.ts";

const words = 100;
const chunk = (delta: object, reason: string | null): string =>
  `data: ${JSON.stringify({ id: "c", model: "tiny", choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;

/** All words arrive together. */
const answer = `${chunk({ content: " word" }, null).repeat(words)}${chunk({}, "stop")}data: [DONE]\n\n`;

let provider: Server;
let gateway: TestGateway;

beforeAll(async () => {
  provider = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(answer);
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
async function ask(tokens: number, body: object): Promise<number> {
  const more = ((tokens - (await balance())) / 1e6).toFixed(6);
  await gateway.call("POST", "/admin/api/credits", { body: { account: "acme", amount: more } });
  const { text } = await gateway.call("POST", "/chat/completions", {
    key: "sk-test-of-acme-0123456789",
    body: { model: "acme/tiny", messages: [{ role: "user", content: "hi" }], ...body },
  });
  return text.match(/ word/g)?.length ?? 0;
}

test.each([10, 20, 57, 90])("with credits for %i tokens", async (tokens) => {
  const streamed = await ask(tokens, { stream: true });
  expect(streamed).toBeGreaterThan(0);
  expect(streamed).toBeLessThan(words);
  await expect.poll(balance).toBe(0);
  expect(await ask(tokens, { stream: false })).toBe(streamed);
  // Nothing is left for a further answer that would cost the gateway more than it earns.
  await expect.poll(balance).toBe(0);
});
