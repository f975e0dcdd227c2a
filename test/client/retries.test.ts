// Which requests are retried, how long the client waits, and how often a request is charged.
import { ConnectionError, getResponseInfo, type ApiError, type RetryEvent } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { afterEach, expect, test, vi } from "vitest";
import { against, caught, chat, connect, counted, failure } from "./support.ts";

afterEach(() => void vi.useRealTimers());

const unsent = (): never => {
  throw Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" }),
  });
};
const broken = (): never => {
  throw Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }),
  });
};

test("onRetry reports each failed attempt and its delay, and the response info has the number of attempts", async () => {
  vi.useFakeTimers();
  const retries: RetryEvent[] = [];
  const { client } = against([failure(503), failure(500), counted], { onRetry: (retry) => retries.push(retry) });
  const work = client.models.count();
  await vi.runAllTimersAsync();
  expect(getResponseInfo(await work)?.attempts).toBe(3);
  expect(retries.map(({ attempt, error }) => [attempt, (error as ApiError).status])).toEqual([
    [1, 503],
    [2, 500],
  ]);
  // Full jitter: up to half a second, then up to a second.
  expect(retries[0]!.delayMs).toBeLessThanOrEqual(500);
  expect(retries[1]!.delayMs).toBeLessThanOrEqual(1000);
});

test("onRetry and maxRetries of a call take precedence over the client's", async () => {
  vi.useFakeTimers();
  const seen: string[] = [];
  const { client, requests } = against([failure(500)], { maxRetries: 5, onRetry: () => seen.push("client") });
  const work = caught(client.models.count({}, { maxRetries: 1, onRetry: () => seen.push("call") }));
  await vi.runAllTimersAsync();
  expect(await work).toMatchObject({ status: 500, attempts: 2 });
  expect(requests).toHaveLength(2);
  expect(seen).toEqual(["call"]);
});

test.each([408, 409, 429, 500, 502, 503, 504, 524, 529])(
  "status %i is retried, also for a call that may be charged",
  async (status) => {
    vi.useFakeTimers();
    const { client, requests } = against([failure(status)]);
    const work = caught(client.chat.completions.create(chat));
    await vi.runAllTimersAsync();
    expect(await work).toMatchObject({ status, attempts: 3 });
    expect(requests).toHaveLength(3);
  },
);

test.each([
  ["retry-after-ms", "1500", 1500],
  ["retry-after", "2", 2000],
  ["retry-after", new Date(Date.parse("2030-01-01T00:00:03Z")).toUTCString(), 3000],
])("%s: %s is honored", async (name, value, ms) => {
  vi.useFakeTimers({ now: Date.parse("2030-01-01T00:00:00Z") });
  const { client, requests } = against([failure(429, { [name]: value }), counted]);
  const work = client.models.count();
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await work;
  expect(requests).toHaveLength(2);
});

test("a requested wait of more than a minute is thrown at once, with the time in the error", async () => {
  const { client, requests } = against([failure(429, { "retry-after": "3600" })]);
  expect(await caught(client.models.count())).toMatchObject({ retryable: false, retryAfterMs: 3_600_000 });
  expect(requests).toHaveLength(1);
});

test("a daily limit is not retried before it resets", async () => {
  const reset = String(Date.now() + 5 * 3_600_000);
  const headers = { "X-RateLimit-Limit": "50", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset };
  const { client, requests } = against([failure(429, {}, { metadata: { headers } })]);
  expect(await caught(client.chat.completions.create(chat))).toMatchObject({
    code: "rate_limited",
    retryable: false,
    rateLimit: { limit: 50, remaining: 0, resetAt: new Date(Number(reset)) },
  });
  expect(requests).toHaveLength(1);
});

test("x-should-retry overrides the decision in both directions", async () => {
  vi.useFakeTimers();
  const no = against([failure(500, { "x-should-retry": "false" })]);
  expect(await caught(no.client.models.count())).toMatchObject({ status: 500, attempts: 1 });
  const yes = against([failure(400, { "x-should-retry": "True" }), counted]);
  const work = yes.client.models.count();
  await vi.runAllTimersAsync();
  expect(await work).toEqual({ data: { count: 3 } });
});

test("x-should-retry does not make the client wait for an hour", async () => {
  const { client, requests } = against([failure(503, { "x-should-retry": "true", "retry-after": "3600" })]);
  expect(await caught(client.models.count())).toMatchObject({ retryable: false, retryAfterMs: 3_600_000 });
  expect(requests).toHaveLength(1);
});

test("every attempt of a call sends one idempotency key, every call another one, and free operations none", async () => {
  vi.useFakeTimers();
  const { client, requests } = against([failure(500)], { maxRetries: 1 });
  for (const call of [
    () => client.chat.completions.create(chat),
    () => client.chat.completions.create(chat),
    () => client.chat.completions.create(chat, { idempotencyKey: "mine" }),
    () => client.models.count(),
  ]) {
    const work = caught(call());
    await vi.runAllTimersAsync();
    await work;
  }
  const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[3]).toBe(keys[2]);
  expect(keys[2]).not.toBe(keys[0]);
  expect(keys.slice(4)).toEqual(["mine", "mine", null, null]);
});

test("a connection that broke after the request was sent is not retried if it may be charged, unless the caller allows it", async () => {
  vi.useFakeTimers();
  const careful = against([broken]);
  expect(await caught(careful.client.chat.completions.create(chat))).toMatchObject({ requestSent: true, attempts: 1 });
  const bold = against([broken], { retryNonIdempotent: true });
  const work = caught(bold.client.chat.completions.create(chat));
  await vi.runAllTimersAsync();
  expect(await work).toBeInstanceOf(ConnectionError);
  expect(bold.requests).toHaveLength(3);
  const once = against([broken]);
  const call = caught(once.client.chat.completions.create(chat, { retryNonIdempotent: true }));
  await vi.runAllTimersAsync();
  await call;
  expect(once.requests).toHaveLength(3);
});

test("a connection that could not be established is retried, because no request was sent", async () => {
  vi.useFakeTimers();
  const { client, requests } = against([unsent]);
  const work = caught(client.chat.completions.create(chat));
  await vi.runAllTimersAsync();
  expect(await work).toMatchObject({ name: "ConnectionError", requestSent: false, attempts: 3 });
  expect(requests).toHaveLength(3);
});

test("for a closed port, the error says that no request was sent", async () => {
  const listening = await createMockServer().listen({ port: 0 });
  await listening.close();
  const { baseURL } = listening;
  const client = connect({ baseURL, fetch: globalThis.fetch, maxRetries: 0 });
  expect(await caught(client.chat.completions.create(chat))).toMatchObject({
    name: "ConnectionError",
    requestSent: false,
    message: expect.stringMatching(/ECONNREFUSED.*baseURL/) as string,
  });
});

test("an error under HTTP 200 is retried like the status that it names", async () => {
  vi.useFakeTimers();
  const late = (): Response => Response.json({ error: { code: 503, message: "overloaded" } });
  const { client, requests } = against([late, counted]);
  const work = client.models.count();
  await vi.runAllTimersAsync();
  await work;
  expect(requests).toHaveLength(2);
});

test("two failing providers in the API's own fallback are followed by a retry: charged once", async () => {
  const server = createMockServer({ defaultReply: "echo" });
  server.on({}, { times: 1 }).reply({ status: 503 });
  const client = connect({}, server);
  const reply = await client.chat.completions.create(chat);
  expect(getResponseInfo(reply)?.attempts).toBe(2);
  const account = connect({ apiKey: "sk-or-mgmt-test" }, server);
  expect((await account.credits.get()).data.total_usage).toBe(reply.usage?.cost);
});

test("a generation that is not available yet is polled if the caller asks for it", async () => {
  vi.useFakeTimers();
  const missing = failure(404);
  const record = (): Response => Response.json({ data: { id: "gen-1" } });
  const { client, requests } = against([missing, missing, missing, record]);
  const work = client.generations.get({ id: "gen-1" }, { poll: true });
  await vi.runAllTimersAsync();
  expect((await work).data.id).toBe("gen-1");
  expect(requests).toHaveLength(4);
  const impatient = against([missing]);
  expect(await caught(impatient.client.generations.get({ id: "gen-1" }))).toMatchObject({ status: 404, attempts: 1 });
});

test("polling ends after ten seconds", async () => {
  vi.useFakeTimers();
  const { client } = against([failure(404)]);
  const began = Date.now();
  const work = caught(client.generations.get({ id: "gen-1" }, { poll: true }));
  await vi.runAllTimersAsync();
  expect(await work).toMatchObject({ status: 404 });
  expect(Date.now() - began).toBeLessThanOrEqual(10_000);
});
