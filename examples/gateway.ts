// A gateway in front of two providers on this machine. The cheaper one fails, so the client's call moves on to the other one. The
// ledger has the cost, and the record of the request has both attempts.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Patchbay } from "@patchbay/client";
import { readConfig, startGateway } from "@patchbay/gateway";

const overloaded = await startProvider(503, { error: { message: "Overloaded. Try again later." } });
const steady = await startProvider(200, {
  id: "chatcmpl-1",
  object: "chat.completion",
  choices: [{ index: 0, message: { role: "assistant", content: "Patched through." }, finish_reason: "stop" }],
  usage: { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 },
});

const data = await mkdtemp(join(tmpdir(), "gateway-example-"));
const { config } = readConfig(`
providers:
  overloaded: { kind: openai-compatible, baseURL: ${urlOf(overloaded)} }
  steady: { kind: openai-compatible, baseURL: ${urlOf(steady)} }
models:
  - id: acme/one
    context: 8192
    endpoints:
      - { provider: overloaded, model: one, price: { prompt: 0.10, completion: 0.40 } } # USD per million tokens
      - { provider: steady, model: one, weight: 0, price: { prompt: 0.20, completion: 0.80 } } # a fallback only
budgets: [{ usd: 1, per: day }]
server: { port: 0 }
data: ${data}
`);
const gateway = await startGateway(config, { log: "silent" });

try {
  const { baseURL, firstKey, adminKey } = gateway;
  const client = new Patchbay({ baseURL, apiKey: firstKey!, managementKey: adminKey!, maxRetries: 0 });
  const { data: reply, generationId } = await client.chat.completions
    .create({ model: "acme/one", messages: [{ role: "user", content: "Patch me through" }] })
    .withResponse();
  console.log(`${reply.provider}: ${reply.choices[0]?.message.content} ${reply.usage?.cost} USD`);
  assert.equal(reply.provider, "steady");
  // 1,000 × 0.20 and 100 × 0.80 USD per million tokens.
  assert.equal(reply.usage?.cost, 0.000_28);

  // The charge is settled when the response has ended, so it can take a moment until the books have it.
  const spent = await poll(async () => (await client.keys.getCurrent()).data.usage);
  console.log(`the ledger: ${spent} USD spent by this key`);
  assert.equal(spent, 0.000_28);

  const { data: record } = await client.generations.get({ id: generationId! });
  const attempts = record.provider_responses?.map(({ provider_name, status }) => `${provider_name} ${status}`);
  console.log(`the attempts: ${attempts?.join(", then ")}`);
  assert.deepEqual(attempts, ["overloaded 503", "steady 200"]);
} finally {
  await gateway.close({ drain: 1000 });
  for (const server of [overloaded, steady]) server.close();
  await rm(data, { recursive: true });
}

/** A provider that responds to each request in the same way. */
async function startProvider(status: number, body: object): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

/** Reads an amount until it is not 0. */
async function poll(read: () => Promise<number>): Promise<number> {
  for (let turn = 0; turn < 100; turn++) {
    const amount = await read();
    if (amount > 0) return amount;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return 0;
}
