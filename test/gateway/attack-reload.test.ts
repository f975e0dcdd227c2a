// Reloads of the configuration while a response is streamed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type GatewayInProcess, oneModel, startInProcess } from "../support/gateway-in-process.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";

let provider: ProviderServer;
let gateway: GatewayInProcess;
beforeAll(async () => {
  provider = await startProvider({
    behave: { pieces: ["a", "b", "c", "d"], delayBetweenTokens: 20, usage: { prompt: 1000, completion: 1000 } },
  });
  gateway = await startInProcess(oneModel(provider.url));
});
afterAll(async () => {
  await gateway.stop();
  await provider.stop();
});

const before = (): ReturnType<typeof oneModel> => oneModel(provider.url);
const other = { kind: "openai-compatible", baseURL: "http://127.0.0.1:9/v1" };

test.each<[string, () => object]>([
  ["does not change it", before],
  [
    "changes the provider",
    () => ({ ...before(), providers: { a: { ...before().providers.a, headers: { "x-a": "b" } } } }),
  ],
  [
    "changes the prices",
    () => ({ ...before(), models: [{ id: "a/m", endpoints: [{ provider: "a", model: "m", price: "free" }] }] }),
  ],
  [
    "removes the model and the provider",
    () => ({
      providers: { b: other },
      models: [{ id: "b/m", endpoints: [{ provider: "b", model: "m", price: "free" }] }],
    }),
  ],
])("a response that has begun is completed and charged when a reload %s", async (_name, next) => {
  gateway.reload(before());
  const spent = await gateway.spent();
  const response = await gateway.call("/api/v1/chat/completions", { body: ask({ stream: true }) });
  const text = response.text();
  gateway.reload(next());
  expect(await text).toMatch(/"content":"d"[^]*data: \[DONE\]/);
  await expect.poll(() => gateway.spent()).toBe(spent + 3_000_000);
});

test("many reloads in a row do not break the requests that run meanwhile", async () => {
  const spent = await gateway.spent();
  gateway.reload(before());
  const timer = setInterval(
    () =>
      gateway.reload({
        ...before(),
        providers: { a: { ...before().providers.a, headers: { "x-a": String(Math.random()) } } },
      }),
    1,
  );
  const replies = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const response = await gateway.call("/api/v1/chat/completions", { body: ask({ stream: at % 2 === 0 }) });
      return { status: response.status, text: await response.text() };
    }),
  );
  clearInterval(timer);
  for (const { status, text } of replies) expect([status, /"cost":0.003/.test(text)], text).toEqual([200, true]);
  await expect.poll(() => gateway.spent()).toBe(spent + 20 * 3_000_000);
});

test("requests that wait for a place run when a reload raises the limit, while the others go on", async () => {
  const isFirst = ({ body }: { readonly body: { readonly max_tokens?: unknown } }): boolean => body.max_tokens === 1;
  const hanging = await startProvider({
    behave: (request) => (isFirst(request) ? { text: "a b", hang: "after-first-token" } : { text: "a" }),
  });
  const limited = (concurrency: number): object => ({ ...oneModel(hanging.url), limits: { concurrency } });
  const narrow = await startInProcess(limited(1));
  const leave = new AbortController();
  try {
    const running = await narrow.call("/api/v1/chat/completions", {
      body: ask({ stream: true, max_tokens: 1 }),
      signal: leave.signal,
    });
    let hasEnded = false;
    const end = (): void => void (hasEnded = true);
    running.text().then(end, end);
    const waiting = narrow.call("/api/v1/chat/completions", { body: ask({}) });
    await expect
      .poll(async () => (await narrow.call("/metrics", { key: narrow.adminKey })).text())
      .toMatch(/waiting 1$/m);
    narrow.reload(limited(2));
    expect((await waiting).status).toBe(200);
    expect(hasEnded).toBe(false);
  } finally {
    leave.abort();
    await narrow.stop();
    await hanging.stop();
  }
});
