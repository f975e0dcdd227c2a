// The log has one line for each request. It never has a secret, a prompt, or what a provider wrote.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import fc from "fast-check";
import { LineWriter } from "../../packages/gateway/src/operation/log/line-writer.ts";
import { describeBug } from "../../packages/gateway/src/operation/log/describe-error.ts";
import { formatLine } from "../../packages/gateway/src/operation/log/format-line.ts";
import { configOf, type LocalGateway, startLocalGateway } from "../support/local-gateway.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";

const answer = { text: "It is well.", usage: { prompt: 100, completion: 10 } };
let first: ProviderServer;
let second: ProviderServer;
let local: LocalGateway;
beforeAll(async () => {
  first = await startProvider({ behave: answer });
  second = await startProvider({ behave: answer });
  const routing = { attempts: 2, retryBudget: { ratio: 1, perSecond: 1000 }, breaker: { failures: 1000 } };
  local = await startLocalGateway(configOf([first.url, second.url], { routing }));
});
afterEach(() => {
  first.behave(answer);
  second.behave(answer);
});
afterAll(async () => {
  await local?.stop();
  await Promise.all([first?.stop(), second?.stop()]);
});

interface Line extends Record<string, unknown> {
  readonly kind: string;
}

/** The lines of a request. They are written soon after its end. */
async function linesOf(response: Response): Promise<Line[]> {
  const id = response.headers.get("x-request-id");
  const read = (): Line[] =>
    local
      .lines()
      .map((line) => JSON.parse(line) as Line)
      .filter((line) => line.kind === "request" && line.id === id);
  await expect.poll(() => read().length).toBeGreaterThan(0);
  return read();
}

const provider = { order: ["p0", "p1"] };

test("a request has one line with its key, its provider, its attempts, its tokens, its cost and its times", async () => {
  first.behave({ status: 503, delayToHeaders: 30 });
  const response = await local.chat({ body: { provider, stream: true } });
  await response.text();
  const [line, ...rest] = await linesOf(response);
  expect(rest).toEqual([]);
  expect(line).toMatchObject({
    id: response.headers.get("x-request-id"),
    generation: response.headers.get("x-generation-id"),
    operation: "chat.completions.create",
    status: 200,
    account: "default",
    model: "test/model",
    provider: "p1",
    attempts: [
      { provider: "p0", status: 503 },
      { provider: "p1", status: 200 },
    ],
    promptTokens: 100,
    completionTokens: 10,
    cost: "0.00012",
  });
  expect(line!.key).toMatch(/^sk-or-v1-\w{3}\.\.\.\w{3}$/);
  // The first provider's delay is part of both times.
  expect(line!.firstTokenMs).toBeGreaterThanOrEqual(29);
  expect(line!.durationMs).toBeGreaterThanOrEqual(line!.firstTokenMs as number);
});

test("a refused request names whose limit it was, in its line and in its record", async () => {
  const key = await local.createKey({ name: "slow", limits: { requestsPerMinute: 1 } });
  await (await local.chat({ key })).text();
  const response = await local.chat({ key });
  expect(response.status).toBe(429);
  expect((await linesOf(response))[0]).toMatchObject({ status: 429, reason: "requests_per_minute", attempts: [] });
  const record = await local.gateway.store.events.generation(response.headers.get("x-request-id")!);
  expect(record).toMatchObject({ status: 429, reason: "requests_per_minute", attempts: [], cost: 0n });
  expect(record!.error).toContain("requests per minute of this key");
});

test("a request that fails at every provider is recorded with its attempts", async () => {
  first.behave({ status: 503 });
  second.behave({ status: 502, delayToHeaders: 20 });
  const response = await local.chat({ body: { provider } });
  const record = await local.gateway.store.events.generation(response.headers.get("x-request-id")!);
  expect(record).toMatchObject({ status: response.status, reason: "provider", model: "test/model" });
  expect(record!.provider).toBe(record!.attempts.at(-1)!.provider);
  expect(record!.attempts.map((attempt) => [attempt.provider, attempt.status]).sort()).toEqual([
    ["p0", 503],
    ["p1", 502],
  ]);
  const [one, two] = record!.attempts;
  expect(two!.startMs).toBeGreaterThanOrEqual(one!.startMs! + one!.latencyMs - 1);
});

test("a caller that leaves is logged as one that left", async () => {
  first.behave({ text: "one two three", hang: "after-first-token" });
  second.behave({ text: "one two three", hang: "after-first-token" });
  const leave = new AbortController();
  const response = await local.chat({ body: { provider, stream: true }, signal: leave.signal });
  await response.body!.getReader().read();
  leave.abort();
  expect((await linesOf(response))[0]).toMatchObject({ status: 200, callerLeft: true, model: "test/model" });
});

test("no line has a secret or a part of a prompt, wherever they are in a request and in the responses of providers", async () => {
  const secret = fc.stringMatching(/^[a-z]{3}[a-zA-Z0-9_-]{14,20}[a-z]$/);
  const places = fc.record({
    secret,
    status: fc.constantFrom(200, 400, 401, 429, 500, 503),
    place: fc.constantFrom("prompt", "header", "model", "key", "field", "value", "path", "error", "answer"),
    stream: fc.boolean(),
  });
  const run = async ({
    secret: hidden,
    status,
    place,
    stream,
  }: typeof places extends fc.Arbitrary<infer T> ? T : never) => {
    const failure = status === 200 ? { text: `The answer is ${hidden}.` } : { status, message: `Bad thing ${hidden}` };
    const behavior = place === "answer" || place === "error" ? failure : answer;
    first.behave(behavior);
    second.behave(behavior);
    const body = {
      provider,
      stream,
      ...(place === "prompt" && { messages: [{ role: "user", content: hidden }] }),
      ...(place === "model" && { model: hidden }),
      ...(place === "field" && { [hidden]: 1, metadata: { [hidden]: 1 } }),
      ...(place === "value" && { temperature: hidden }),
    };
    const headers = place === "header" ? { "x-secret": hidden, "user-agent": hidden, traceparent: hidden } : {};
    if (place === "path") await (await fetch(`${local.url}/api/v1/${hidden}?key=${hidden}`)).text();
    else await (await local.chat({ body, headers, ...(place === "key" && { key: `sk-or-v1-${hidden}` }) })).text();
    expect(local.lines().join("\n")).not.toContain(hidden);
  };
  await fc.assert(fc.asyncProperty(places, run), { numRuns: 60 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(local.lines().filter((line) => line.includes('"kind":"bug"'))).toEqual([]);
});

test("a bug is logged with its place and without the values in its message", () => {
  const thrown = (make: () => unknown): unknown => {
    try {
      return make();
    } catch (error) {
      return error;
    }
  };
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{12,30}$/), (hidden) => {
      const errors = [
        thrown(() => JSON.parse(hidden)),
        thrown(() => (undefined as unknown as Record<string, unknown>)[hidden]),
        new Error(hidden),
        hidden,
      ];
      for (const error of errors) {
        const line = formatLine("json", "bug", describeBug(error), new Date(0));
        expect(line).not.toContain(hidden);
      }
    }),
  );
  expect(describeBug(new Error("x")).at).not.toEqual([]);
});

test("when the log is not read, its memory is bounded, and the lost lines are counted", async () => {
  const sink = {
    writableLength: 0,
    text: "",
    isBlocked: true,
    write(text: string) {
      if (sink.isBlocked) sink.writableLength += text.length;
      else sink.text += text;
      return !sink.isBlocked;
    },
  };
  const lines = new LineWriter(sink);
  const write = (): void => lines.write("x".repeat(200), (dropped) => `${dropped} lost`);
  for (let count = 0; count < 50_000; count++) write();
  lines.flush();
  expect(sink.writableLength).toBeLessThan(1_100_000);
  expect(lines.dropped).toBeGreaterThan(40_000);
  sink.isBlocked = false;
  sink.writableLength = 0;
  write();
  lines.flush();
  expect(sink.text).toContain(`${lines.dropped} lost\n`);
});

test("a line for a terminal names the status, the model, the provider and the cost", async () => {
  const line = formatLine(
    "pretty",
    "request",
    {
      status: 200,
      model: "test/model",
      provider: "p0",
      promptTokens: 1,
      completionTokens: 2,
      cost: "0.01",
      durationMs: 5,
    },
    new Date(0),
  );
  expect(line).toBe("00:00:00 200  test/model  p0  1+2 tokens  0.01 USD  5 ms");
});

test("a message with line breaks is one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom("json", "pretty"), (message, format) => {
      expect(formatLine(format as "json", "problem", { message }, new Date(0))).not.toMatch(/[\r\n]/);
    }),
  );
});
