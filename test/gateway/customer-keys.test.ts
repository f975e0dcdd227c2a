// Customers' own keys at providers (BYOK) through the gateway: order, fallback, price, and what is stored.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestGateway, type TestGateway } from "../support/test-gateway.ts";
import { startProvider, type ProviderServer } from "../support/provider-server.ts";

let provider: ProviderServer;
let served: TestGateway;
let app: string;

const customerSecret = "sk-customer-0123456789abcdef";
const otherSecret = "sk-customer-fedcba9876543210";

beforeAll(async () => {
  provider = await startProvider();
  served = await createTestGateway({
    providers: { local: { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$GATEWAY_KEY" } },
    models: [
      {
        id: "acme/tiny",
        endpoints: [{ provider: "local", model: "tiny", context: 8192, price: { prompt: 1, completion: 2 } }],
      },
    ],
    accounts: { default: { byok: { fee: 0.05 } } },
  });
  app = (await served.createKey()).secret;
});
afterEach(async () => {
  provider.reset();
  provider.behave({});
  const { json } = await served.call("GET", "/admin/api/provider-keys");
  for (const { id } of json.providerKeys) await served.call("DELETE", `/admin/api/provider-keys/${id}`);
});
afterAll(async () => {
  await served.close();
  await provider.stop();
});

async function addKey(secret: string, settings: object = {}): Promise<string> {
  const body = { provider: "local", secret, ...settings };
  const { status, json, text } = await served.call("POST", "/admin/api/provider-keys", { body });
  expect(status, text).toBe(201);
  expect(text).not.toContain(secret);
  return json.id;
}

const chat = () =>
  served.call("POST", "/chat/completions", {
    key: app,
    body: { model: "acme/tiny", messages: [{ role: "user", content: "hi" }], usage: { include: true } },
  });

const usedKeys = (): (string | undefined)[] =>
  provider.requests.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));

test("a customer's key is used before the gateway's, costs only the fee, and is never shown", async () => {
  const id = await addKey(customerSecret);
  const reply = await chat();
  expect(reply.status, reply.text).toBe(200);
  expect(usedKeys()).toEqual([customerSecret]);
  // 10 prompt tokens at 1 USD and 2 completion tokens at 2 USD per million are 14,000 nano-USD; the fee is 5 % of it.
  expect(reply.json.usage).toMatchObject({ is_byok: true, cost: 0.0000007 });
  const listed = await served.call("GET", "/admin/api/provider-keys?account=default");
  expect(listed.json.providerKeys).toMatchObject([{ id, provider: "local", account: "default", fallbackOnly: false }]);
  expect(listed.text).not.toContain(customerSecret);
  expect(listed.text).not.toContain("encrypted");
});

test("the files of the gateway never contain the secret of a customer's key", async () => {
  await addKey(customerSecret);
  const folder = served.data;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name)).includes(customerSecret), name).toBe(false);
});

test("keys of one provider are used in the order in which they were added, the next one if one is refused", async () => {
  await addKey(customerSecret);
  await addKey(otherSecret);
  provider.behave(({ headers }) =>
    headers.authorization === `Bearer ${customerSecret}` ? { status: 401, message: "Invalid API key." } : {},
  );
  const reply = await chat();
  expect(reply.status, reply.text).toBe(200);
  expect(reply.json.usage.is_byok).toBe(true);
  expect(usedKeys()).toEqual([customerSecret, otherSecret]);
});

test("the gateway's key follows the customer's, unless the customer's is exclusive", async () => {
  provider.behave(({ headers }) => (headers.authorization?.includes("customer") ? { status: 401 } : {}));
  const id = await addKey(customerSecret);
  const reply = await chat();
  expect(reply.json.usage).toMatchObject({ is_byok: false, cost: 0.000014 });
  expect(usedKeys()).toEqual([customerSecret, "sk-gateway"]);
  await served.call("DELETE", `/admin/api/provider-keys/${id}`);
  provider.reset();
  await addKey(customerSecret, { exclusive: true });
  expect((await chat()).status).toBeGreaterThanOrEqual(400);
  expect(new Set(usedKeys())).toEqual(new Set([customerSecret]));
});

test("a deleted key is not used any more, and deleting it again is an error", async () => {
  const id = await addKey(customerSecret);
  expect((await served.call("DELETE", `/admin/api/provider-keys/${id}`)).status).toBe(204);
  expect((await chat()).json.usage.is_byok).toBe(false);
  expect((await served.call("DELETE", `/admin/api/provider-keys/${id}`)).status).toBe(404);
});

test.each([
  [{ provider: "none", secret: "sk-1" }, /no endpoint has the provider "none"\. Use one of local/],
  [{ provider: "local", secret: "" }, /The key is empty/],
  [{ provider: "local", secret: "sk 1" }, /another character that a header cannot have/],
  [{ provider: "local" }, /`secret`/],
])("an invalid provider key %j is refused", async (body, message) => {
  const { status, json } = await served.call("POST", "/admin/api/provider-keys", { body });
  expect(status).toBe(400);
  expect(json.error.message).toMatch(message);
});

// Last, because the provider refuses the gateway's key for a while.
test("a key for fallback is used after the gateway's", async () => {
  await addKey(customerSecret, { fallbackOnly: true });
  provider.behave(({ headers }) => (headers.authorization?.includes("customer") ? {} : { status: 429 }));
  expect((await chat()).json.usage.is_byok).toBe(true);
  expect(usedKeys()).toEqual(["sk-gateway", customerSecret]);
});
