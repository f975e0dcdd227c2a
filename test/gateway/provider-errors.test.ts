// What a failing provider does to requests of every API, and what a caller sees of it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { type ProviderBehavior, type ProviderServer, startProvider } from "../support/provider-server.ts";
import { sendChat } from "../support/send-chat.ts";

const usage = { prompt: 100, completion: 10 };
const leak = { "x-ratelimit-limit-requests": "7", "set-cookie": "session=1", server: "nginx", "x-internal": "yes" };

const failures = {
  "is down": { status: 503 },
  "refuses the key": { status: 401, message: "Incorrect API key provided: sk-first-secret-key" },
  "refuses by its rate limit": { status: 429 },
  "resets the connection": { resetAfter: -1 },
  "sends a web page": { body: "<html>Service unavailable</html>", contentType: "text/html" },
  "sends a web page as an error": {
    status: 502,
    body: `<html>${"x".repeat(3_000_000)}</html>`,
    contentType: "text/html",
  },
  "sends an error under 200": { body: JSON.stringify({ error: { message: "overloaded", code: 503 } }) },
  "sends no headers": { hang: "before-headers" },
} as const satisfies Record<string, ProviderBehavior>;

const unknownEvents = [
  { id: "c1", object: "chat.completion.chunk", novelty: { a: [1] }, choices: [] },
  { type: "telemetry.new_event", payload: "x" },
  { id: "c1", choices: [{ index: 0, delta: { content: "Hello", mood: "good" }, logits: null, finish_reason: null }] },
  { id: "c1", choices: [{ index: 0, delta: {}, finish_reason: "stop" }] },
  { id: "c1", choices: [], usage: { prompt_tokens: 100, completion_tokens: 10, quantum_tokens: 5 } },
].map((event) => `data: ${JSON.stringify(event)}\n\n`);
const changed = `: comment\n\nevent: brand.new\ndata: {}\n\n${unknownEvents.join("")}data: [DONE]\n\n`;

const five = ["five1", "five2", "five3", "five4", "five5"];

let bad: ProviderServer;
let good: ProviderServer;
let gateway: RunningGateway;
beforeAll(async () => {
  bad = await startProvider();
  good = await startProvider({ behave: { usage } });
  const provider = (server: ProviderServer, apiKeys: readonly string[]): object => ({
    kind: "openai-compatible",
    baseURL: `${server.url}/v1`,
    apiKeys,
  });
  // The others may take their time on a machine that is busy.
  const failing = { ...provider(bad, ["$FIRST"]), timeouts: { headers: 400 } };
  const first = { prompt: 1, completion: 4 };
  const second = { prompt: 2, completion: 8 };
  const cases = Object.keys(failures).flatMap((_, index) => [
    { id: `test/chat${index}`, output: "text", bad: `bad${index}` },
    { id: `test/embed${index}`, output: "embeddings", bad: `bad${index}` },
  ]);
  const config = {
    providers: {
      ...Object.fromEntries(Object.keys(failures).map((_, index) => [`bad${index}`, failing])),
      ...Object.fromEntries(five.map((slug) => [slug, provider(bad, ["$FIRST"])])),
      good: provider(good, ["$FIRST"]),
      sole: { ...provider(bad, ["$FIRST"]), name: "Sole Inc" },
      two: provider(bad, ["$FIRST", "$SECOND"]),
    },
    models: [
      ...cases.map(({ id, output, bad: slug }) => ({
        id,
        context: 100_000,
        modalities: { input: ["text"], output: [output] },
        endpoints: [
          { provider: slug, model: "m", price: first },
          { provider: "good", model: "m", price: second },
        ],
      })),
      { id: "test/sole", context: 9000, endpoints: [{ provider: "sole", model: "m", price: first }] },
      { id: "test/two", context: 9000, endpoints: [{ provider: "two", model: "m", price: first }] },
      {
        id: "test/five",
        context: 9000,
        endpoints: five.map((slug) => ({ provider: slug, model: "five", price: first })),
      },
    ],
    routing: { firstTokenTimeout: 5000, retryBudget: { ratio: 1, perSecond: 1000 }, breaker: { failures: 1000 } },
  };
  gateway = await startGateway({ config, env: { FIRST: "sk-first-secret-key", SECOND: "sk-second-secret-key" } });
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all([bad?.stop(), good?.stop()]);
});
beforeEach(() => {
  bad.reset();
  good.reset();
});

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${gateway.baseURL}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${gateway.key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const messages = [{ role: "user", content: "Hi" }];
const apis = (index: number, order: readonly string[]): Record<string, readonly [path: string, body: object]> => {
  const provider = { order };
  const model = `test/chat${index}`;
  return {
    chat: ["/chat/completions", { model, messages, provider }],
    responses: ["/responses", { model, input: "Hi", provider }],
    messages: ["/messages", { model, messages, max_tokens: 20, provider }],
    embeddings: ["/embeddings", { model: `test/embed${index}`, input: "Hi", provider }],
  };
};

describe("in every API, streamed or not, another provider answers", () => {
  test.each(Object.entries<ProviderBehavior>(failures))("when a provider %s", async (_, behavior) => {
    const index = Object.values<ProviderBehavior>(failures).indexOf(behavior);
    bad.behave({ ...behavior, headers: leak });
    const requests = Object.entries(apis(index, [`bad${index}`, "good"])).flatMap(([name, [path, body]]) => [
      post(path, body),
      ...(name === "embeddings" ? [] : [post(path, { ...body, stream: true })]),
    ]);
    for (const response of await Promise.all(requests)) {
      const text = await response.text();
      expect([response.status, text]).toEqual([200, expect.stringMatching(/Hello|embedding/)]);
      expect(text).not.toMatch(/secret-key|nginx|<html>/);
      for (const name of Object.keys(leak)) expect(response.headers.get(name)).toBeNull();
    }
    expect(good.requests.length).toBe(requests.length);
  });
});

test("a request has at most three attempts", async () => {
  bad.behave({ status: 503 });
  for (const stream of [false, true]) {
    bad.reset();
    const { status, error } = await sendChat({ ...gateway, body: { model: "test/five", stream } });
    expect([status, bad.requests.length]).toEqual([503, 3]);
    expect(error).toEqual(expect.any(String));
  }
});

test("the second key of a provider is used when the first one is rejected", async () => {
  bad.behave(({ headers }) =>
    headers.authorization === "Bearer sk-first-secret-key" ? { status: 401, message: "Bad key" } : { usage },
  );
  for (let count = 0; count < 4; count++)
    expect((await sendChat({ ...gateway, body: { model: "test/two" } })).status).toBe(200);
  const rejected = bad.requests.filter(({ headers }) => headers.authorization === "Bearer sk-first-secret-key");
  expect(rejected.length).toBeLessThanOrEqual(1);
});

test("events and fields that the gateway does not know are harmless", async () => {
  bad.behave({ body: changed, contentType: "text/event-stream" });
  for (const stream of [true, false]) {
    const reply = await sendChat({ ...gateway, body: { model: "test/sole", stream } });
    expect([reply.status, reply.text, reply.cost, reply.error]).toEqual([200, "Hello", 0.00014, undefined]);
  }
});

test("429 of the only provider reaches the caller with its Retry-After, and the gateway does not ask again meanwhile", async () => {
  bad.behave({ status: 429, headers: { ...leak, "retry-after": "17" } });
  const first = await sendChat({ ...gateway, body: { model: "test/sole" } });
  expect([first.status, first.headers.get("retry-after")]).toEqual([429, "17"]);
  expect(first.headers.get("x-ratelimit-limit-requests")).toBeNull();
  bad.reset();
  const second = await sendChat({ ...gateway, body: { model: "test/sole" } });
  expect(second.status).toBe(429);
  expect(Number(second.headers.get("retry-after"))).toBeGreaterThan(10);
  expect(bad.requests.length).toBe(0);
});

test("a sole key that the provider rejects is an error that names the provider and what to do, without the key", async () => {
  bad.behave({ status: 401, message: "Incorrect API key provided: sk-first-secret-key" });
  const order = apis(1, ["bad1"]);
  for (const [path, body] of Object.values(order)) {
    const response = await post(path, { ...body, provider: { only: ["bad1"] } });
    const text = await response.text();
    expect(response.status).toBe(502);
    expect(text).toMatch(/bad1/);
    expect(text).toMatch(/operator .* key/i);
    expect(text).not.toMatch(/secret-key/);
  }
  expect(gateway.output()).not.toMatch(/secret-key/);
});
