// What the configuration says a provider allows: the gateway stays below it and uses another endpoint.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestGateway, type TestGateway } from "../support/test-gateway.ts";
import { startProvider, type ProviderServer } from "../support/provider-server.ts";

let provider: ProviderServer;
let served: TestGateway | undefined;

beforeAll(async () => {
  provider = await startProvider();
});
afterEach(async () => {
  await served?.close();
  provider.reset();
  provider.behave({});
});
afterAll(() => provider.stop());

const price = { prompt: 1, completion: 1 };

/** A gateway with a cheap provider that has limits, and an expensive one without. */
async function start(limited: object, limits: object = {}): Promise<TestGateway> {
  const common = { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$GATEWAY_KEY" };
  served = await createTestGateway({
    providers: { small: { ...common, ...limited }, large: common },
    models: [
      {
        id: "acme/tiny",
        endpoints: [
          { provider: "small", model: "tiny", price, limits },
          { provider: "large", model: "tiny", price, weight: 0 },
        ],
      },
      { id: "acme/only", endpoints: [{ provider: "small", model: "tiny", price, limits }] },
    ],
  });
  return served;
}

async function ask(gateway: TestGateway, key: string, model: string): Promise<{ status: number; provider: string }> {
  const body = { model, messages: [{ role: "user", content: "Hi" }] };
  const { status, json } = await gateway.call("POST", "/chat/completions", { key, body });
  return { status, provider: json.provider ?? json.error?.message };
}

test.each([
  ["requests per minute of a provider", { capacity: { requestsPerMinute: 2 } }, {}],
  ["requests per minute of an endpoint", {}, { requestsPerMinute: 2 }],
])("%s: further requests go to another endpoint", async (_, limited, limits) => {
  const gateway = await start(limited, limits);
  const { secret } = await gateway.createKey();
  const seen: string[] = [];
  for (let count = 0; count < 4; count++) seen.push((await ask(gateway, secret, "acme/tiny")).provider);
  expect(seen).toEqual(["small", "small", "large", "large"]);
});

test("without another endpoint the request is refused, and the error names the configured limit", async () => {
  const gateway = await start({ capacity: { requestsPerMinute: 1 } });
  const { secret } = await gateway.createKey();
  expect(await ask(gateway, secret, "acme/only")).toMatchObject({ status: 200 });
  const refused = await ask(gateway, secret, "acme/only");
  expect(refused.status).toBe(429);
  expect(refused.provider).toContain("configured limit of 1 requests per minute of the provider small");
});

test("concurrent requests: a place is free again when its response has ended", async () => {
  const gateway = await start({ capacity: { concurrency: 1 } });
  const { secret } = await gateway.createKey();
  const answers = await Promise.all(Array.from({ length: 3 }, () => ask(gateway, secret, "acme/tiny")));
  expect(answers.map(({ provider: name }) => name).toSorted()).toEqual(["large", "large", "small"]);
  expect((await ask(gateway, secret, "acme/tiny")).status).toBe(200);
});
