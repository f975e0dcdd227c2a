// Upstreams that misbehave: none of them stops the server, and none of their exceptions leaves it.
import { createMockServer, type MockServer, type Part } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";

const paths = { chat: "chat/completions", responses: "responses", messages: "messages" } as const;
type Dialect = keyof typeof paths;
const dialects = Object.keys(paths) as Dialect[];

const text = (value: string): Part => ({ type: "text", text: value });
const stop: Part = { type: "finish", reason: "stop" };

/** A server whose upstream produces anything. */
function serverOf(stream: () => unknown, timeouts: object = {}): MockServer {
  return createMockServer({ upstream: { stream: stream as () => Part[], ...timeouts } });
}

async function ask(server: MockServer, dialect: Dialect, stream: boolean): Promise<{ status: number; body: string }> {
  const response = await server.fetch(`http://x/api/v1/${paths[dialect]}`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-parts", "content-type": "application/json" },
    body: JSON.stringify({
      model: "meta-llama/llama-3.3-70b-instruct",
      stream,
      ...(dialect === "responses" ? { input: "Hi" } : { messages: [{ role: "user", content: "Hi" }] }),
      ...(dialect === "messages" && { max_tokens: 100 }),
    }),
  });
  return { status: response.status, body: await response.text() };
}

const circular: Record<string, unknown> = { type: "url_citation" };
circular.self = circular;

const bad: readonly [string, unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["a number", 5],
  ["a string", "text"],
  ["no type", {}],
  ["an unknown type", { type: "constructor" }],
  ["text without text", { type: "text" }],
  ["text that is null", { type: "text", text: null }],
  ["text that is an object", { type: "text", text: {} }],
  ["a refusal that is a number", { type: "refusal", text: 1 }],
  ["reasoning with an odd format", { type: "reasoning", text: "a", format: 7 }],
  ["details without a list", { type: "reasoning-details" }],
  ["details with a BigInt", { type: "reasoning-details", details: [{ type: "x", value: 1n }] }],
  ["images that are a string", { type: "images", urls: "abc" }],
  ["images of numbers", { type: "images", urls: [5] }],
  ["annotations of null", { type: "annotations", annotations: [null] }],
  ["circular annotations", { type: "annotations", annotations: [circular] }],
  ["a call without an index", { type: "tool-call-delta", name: "a" }],
  ["a call with a negative index", { type: "tool-call-delta", index: -1, name: "a" }],
  ["arguments that are an object", { type: "tool-call-delta", index: 0, name: "a", arguments: {} }],
  ["usage that is null", { type: "usage", usage: null }],
  ["a finish without a reason", { type: "finish" }],
  ["an error without an error", { type: "error" }],
];

describe.each(bad)("%s as a part", (_, part) => {
  test("before the content is a failure of the provider", async () => {
    for (const dialect of dialects)
      for (const produce of [() => [part], () => Promise.resolve([part]), () => live(part)]) {
        const { status, body } = await ask(serverOf(produce), dialect, false);
        expect([dialect, status]).toEqual([dialect, 503]);
        expect(() => JSON.parse(body) as unknown).not.toThrow();
      }
  });

  test("after content ends the response with an error", async () => {
    for (const dialect of dialects) {
      const streamed = await ask(
        serverOf(() => live(text("One"), part)),
        dialect,
        true,
      );
      expect(streamed.status).toBe(200);
      expect(streamed.body).toContain("One");
      expect(streamed.body).toMatch(/"error"|response\.failed/);
      const whole = await ask(
        serverOf(() => live(text("One"), part)),
        dialect,
        false,
      );
      expect(whole.body).toMatch(/error/);
    }
  });
});

async function* live(...parts: readonly unknown[]): AsyncGenerator {
  for (const part of parts) yield await Promise.resolve(part);
}

test.each([
  ["a number", () => 5],
  ["null", () => null],
  ["an object", () => ({})],
  ["a promise of undefined", () => Promise.resolve()],
  [
    "a thrown object without a prototype",
    () => {
      throw Object.create(null) as Error;
    },
  ],
  [
    "an error with a getter that throws",
    () => {
      throw Object.defineProperty(new Error("x"), "code", {
        get() {
          throw new Error("no");
        },
      });
    },
  ],
])("an upstream that gives %s is a failure of the provider", async (_, produce) => {
  for (const dialect of dialects) expect((await ask(serverOf(produce), dialect, false)).status).toBe(503);
});

test.each([0, 99, 200, 204, 399, 600, 1.5, "x", undefined])("an error with the status %j is a 502", async (status) => {
  for (const dialect of dialects)
    for (const produce of [
      () => [{ type: "error", error: { status, message: "m" } }],
      () => live({ type: "error", error: { status, message: "m" } }),
    ]) {
      for (const stream of [true, false]) expect((await ask(serverOf(produce), dialect, stream)).status).toBe(503);
    }
});

describe("an upstream that never ends", () => {
  /** Whether the event loop runs while a request is in progress. */
  async function isResponsive(work: Promise<unknown>): Promise<boolean> {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await work.finally(() => clearInterval(timer));
    return Math.max(longest, performance.now() - last) < 5000;
  }

  async function* forever(before: readonly Part[], part: Part): AsyncGenerator<Part> {
    yield* before;
    for (;;) yield part;
  }
  const usage: Part = { type: "usage", usage: { promptTokens: 1, completionTokens: 1 } };
  const timeouts = { firstTokenTimeout: 300, idleTimeout: 300 };

  test.each<[string, readonly Part[], Part, number]>([
    ["empty texts before the content", [], text(""), 503],
    ["usage before the content", [], usage, 503],
    ["empty texts after the content", [text("One")], text(""), 200],
    ["usage after the content", [text("One")], usage, 200],
    ["text after the finish", [text("One"), stop], text("b"), 200],
    ["usage after the finish", [text("One"), stop], usage, 200],
  ])("with %s ends at its timeout, and other requests go on", async (_, before, part, status) => {
    const server = serverOf(() => forever(before, part), timeouts);
    const work = ask(server, "chat", false);
    expect(await isResponsive(work)).toBe(true);
    expect((await work).status).toBe(status);
  });

  test("an iterator whose `return` throws does not break a complete output", async () => {
    for (const odd of [
      5,
      () => {
        throw new Error("no");
      },
    ]) {
      const list = [text("One"), stop];
      const produce = () => ({
        [Symbol.asyncIterator]: () => ({
          next: () => Promise.resolve({ done: list.length === 0, value: list.shift() }),
          return: odd,
        }),
      });
      const { status, body } = await ask(serverOf(produce), "chat", false);
      expect([status, body.includes("One")]).toEqual([200, true]);
    }
  });
});

test("a text of 5 MB in one part passes through unchanged, and does not stop the server", async () => {
  const long = "The quick brown fox. ".repeat(250_000);
  const { body } = await ask(
    serverOf(() => live(text(long), stop)),
    "chat",
    false,
  );
  const { choices } = JSON.parse(body) as { choices: [{ message: { content: string } }] };
  expect(choices[0].message.content === long).toBe(true);
});

test("the message of a timeout has whole milliseconds", async () => {
  const server = serverOf(
    () =>
      (async function* () {
        await new Promise(() => undefined);
        yield text("never");
      })(),
    { firstTokenTimeout: 50 },
  );
  const { body } = await ask(server, "chat", false);
  expect(body).toContain("within 50 ms");
});

test("a reply that stalls before its first event is sent whole on a port", async () => {
  const server = createMockServer();
  server.on().reply({ content: "a b", fault: { kind: "stall", afterEvents: 0, ms: 5 } });
  const listening = await server.listen({ port: 0 });
  for (let index = 0; index < 30; index++) {
    const response = await fetch(`${listening.baseURL}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-parts", "content-type": "application/json" },
      body: JSON.stringify({
        model: "openai/gpt-5-mini",
        stream: index % 2 === 0,
        messages: [{ role: "user", content: "x" }],
      }),
    });
    expect((await response.text()).length).toBeGreaterThan(50);
  }
  await listening.close();
});
