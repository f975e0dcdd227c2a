// What `test/cases/retries.json` cannot say: callbacks, the local clock, long waits and texts of errors.
import { getResponseInfo, type ApiError, type RetryEvent } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { afterEach, expect, test, vi } from "vitest";
import { against, caught, chat, connect, counted, failure } from "./support.ts";

afterEach(() => void vi.useRealTimers());

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

test("polling ends after ten seconds", async () => {
  vi.useFakeTimers();
  const { client } = against([failure(404)]);
  const began = Date.now();
  const work = caught(client.generations.get({ id: "gen-1" }, { poll: true }));
  await vi.runAllTimersAsync();
  expect(await work).toMatchObject({ status: 404 });
  expect(Date.now() - began).toBeLessThanOrEqual(10_000);
});
