// What one key must not see of another, and how an application gets a key by login.
import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestGateway, type CallResult, type TestGateway } from "../support/test-gateway.ts";
import { startProvider, type ProviderServer } from "../support/provider-server.ts";

let provider: ProviderServer;
let served: TestGateway;
let app: string;
let other: string;
const team = "sk-test-of-team-0123456789";

beforeAll(async () => {
  provider = await startProvider();
  served = await createTestGateway({
    providers: { local: { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$GATEWAY_KEY" } },
    models: [
      {
        id: "acme/tiny",
        endpoints: [{ provider: "local", model: "tiny", context: 8192, price: { prompt: 1, completion: 10 } }],
      },
    ],
    accounts: { team: {} },
    keys: [{ name: "team", account: "team", secret: "$TEAM_KEY" }],
    plugins: { enabled: ["response-healing"] },
    retention: { prompts: true },
  });
  app = (await served.createKey()).secret;
  other = (await served.createKey()).secret;
});
afterEach(() => {
  provider.reset();
  provider.behave({});
});
afterAll(async () => {
  await served.close();
  await provider.stop();
});

const body = { model: "acme/tiny", messages: [{ role: "user", content: "hi" }] };
const chat = (key: string, headers: Record<string, string> = {}, more: object = {}): Promise<CallResult> =>
  served.call("POST", "/chat/completions", { key, headers, body: { ...body, ...more } });

test("a cached response is free for the key that paid for it, and no other key gets it", async () => {
  provider.behave((_, index) => ({ text: `answer ${index}` }));
  const cache = { "x-openrouter-cache": "true" };
  const contentOf = async (key: string): Promise<string> =>
    (await chat(key, cache)).json.choices[0].message.content as string;
  expect([await contentOf(app), await contentOf(app)]).toEqual(["answer 0", "answer 0"]);
  expect(await contentOf(other)).toBe("answer 1");
  expect(await contentOf(team)).toBe("answer 2");
  expect(await contentOf(app)).toBe("answer 0");
  expect(provider.requests).toHaveLength(3);
});

test("a generation and its content can be read by keys of its account only", async () => {
  const { id } = (await chat(app)).json;
  const read = (key: string, path = "/generation"): Promise<CallResult> =>
    served.call("GET", `${path}?id=${id}`, { key });
  await expect.poll(async () => (await read(app)).status).toBe(200);
  expect((await read(team)).status).toBe(404);
  expect((await read(team, "/generation/content")).status).toBe(404);
  const content = await read(app, "/generation/content");
  expect(content.status, content.text).toBe(200);
  expect(content.text).toContain("Hello there.");
});

test("an application gets a key by login with a challenge, once, and the key works", async () => {
  const verifier = "a-verifier-of-at-least-forty-three-characters-1234";
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const created = await served.call("POST", "/auth/keys/code", {
    key: app,
    body: { callback_url: "https://app.example/cb", code_challenge: challenge, code_challenge_method: "S256" },
  });
  expect(created.status, created.text).toBe(200);
  const exchange = (code_verifier: string): Promise<CallResult> =>
    served.call("POST", "/auth/keys", { body: { code: created.json.data.id, code_verifier } });
  expect((await exchange("a-wrong-verifier-of-at-least-forty-three-chars-12")).status).toBe(403);
  const exchanged = await exchange(verifier);
  expect(exchanged.status, exchanged.text).toBe(200);
  expect((await chat(exchanged.json.key)).status).toBe(200);
  expect((await exchange(verifier)).status).toBe(403);
});

test("a key with limits cannot log in an application, which would have none", async () => {
  const limited = await Promise.all([
    served.createKey({ budgets: [{ unit: "usd", limit: "1", window: "total" }] }),
    served.createKey({ allowedModels: ["acme/*"] }),
    served.createKey({ allowedProviders: ["local"] }),
    served.createKey({ limits: { requestsPerMinute: 5 } }),
  ]);
  for (const { secret } of limited) {
    const created = await served.call("POST", "/auth/keys/code", {
      key: secret,
      body: { callback_url: "https://app.example/cb" },
    });
    expect(created.status, created.text).toBe(403);
  }
});

test("a plugin that the configuration enables applies to every request that does not turn it off", async () => {
  const broken = { text: '{"name": "Ada", ' };
  const format = { response_format: { type: "json_object" } };
  provider.behave(broken);
  const healed = await chat(app, {}, format);
  expect(JSON.parse(healed.json.choices[0].message.content)).toEqual({ name: "Ada" });
  const plain = await chat(app, {}, { ...format, plugins: [{ id: "response-healing", enabled: false }] });
  expect(plain.json.choices[0].message.content).toBe(broken.text);
});

test("tokens of a Messages request are counted without a call to a provider", async () => {
  const count = (content: string): Promise<CallResult> =>
    served.call("POST", "/messages/count_tokens", {
      key: app,
      body: { model: "acme/tiny", messages: [{ role: "user", content }] },
    });
  const short = await count("hi");
  expect(short.status, short.text).toBe(200);
  const long = await count("word ".repeat(1000));
  expect(long.json.input_tokens).toBeGreaterThan(short.json.input_tokens + 900);
  expect(long.json.input_tokens).toBeLessThan(2100);
  expect(provider.requests).toHaveLength(0);
});
