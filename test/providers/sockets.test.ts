import { createServer as createNetServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createProvider, ProviderFailure, type ProviderPart, type Timeouts } from "@patchbay/providers";
import { chunk, sendEvents, startServer, type Behavior, type MisbehavingServer } from "./misbehaving-server.ts";

const key = "sk-test-0123456789abcdef";
const request = { messages: [{ role: "user" as const, content: "Hi" }] };

interface Row {
  readonly name: string;
  readonly behavior: Behavior;
  readonly facts: object;
  readonly timeouts?: Timeouts;
  /** The text that precedes the failure. */
  readonly text?: string;
}

const json = (response: Parameters<Behavior>[0], status: number, body: unknown, headers: object = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};
const outage = { fault: "provider", next: "next-endpoint" };

/** What the server does → how the failure is classified. */
const rows: readonly Row[] = [
  {
    name: "a reset before the response",
    behavior: (response) => response.destroy(),
    facts: { ...outage, status: 502, code: "UND_ERR_SOCKET" },
  },
  {
    name: "a reset in mid-stream",
    behavior: (response) => {
      sendEvents(response, chunk({ content: "Hel" }));
      setTimeout(() => response.destroy(), 20);
    },
    facts: { ...outage, status: 502, code: "UND_ERR_SOCKET" },
    text: "Hel",
  },
  {
    name: "no headers in time",
    behavior: () => undefined,
    timeouts: { headers: 50 },
    facts: { ...outage, status: 504, code: "headers_timeout", errorType: "timeout" },
  },
  {
    name: "no token in time, only comments",
    behavior: (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const timer = setInterval(() => response.write(": wait\n\n"), 10);
      response.on("close", () => clearInterval(timer));
    },
    timeouts: { firstToken: 80 },
    facts: { ...outage, status: 504, code: "first_token_timeout" },
  },
  {
    name: "a pause between tokens that is too long",
    behavior: (response) => void sendEvents(response, chunk({ content: "Hel" })),
    timeouts: { idle: 50 },
    facts: { ...outage, status: 504, code: "idle_timeout" },
    text: "Hel",
  },
  {
    name: "a response that takes too long as a whole",
    behavior: (response) => {
      const timer = setInterval(() => sendEvents(response, chunk({ content: "." })), 10);
      response.on("close", () => clearInterval(timer));
    },
    timeouts: { total: 100 },
    facts: { ...outage, status: 504, code: "total_timeout" },
  },
  {
    name: "a stream without its end",
    behavior: (response) => void sendEvents(response, chunk({ content: "Hel" })).end(),
    facts: { ...outage, status: 502, code: "truncated" },
    text: "Hel",
  },
  {
    name: "an empty body",
    behavior: (response) => void response.writeHead(200).end(),
    facts: { ...outage, status: 502, code: "truncated" },
  },
  {
    name: "an empty completion with a finish",
    behavior: (response) =>
      void sendEvents(response, chunk({ role: "assistant", content: "" }), chunk({}, "stop"), "[DONE]").end(),
    facts: { ...outage, fault: "endpoint", status: 502, code: "empty_completion" },
  },
  {
    name: "an empty completion without a finish",
    behavior: (response) => void sendEvents(response, chunk({ role: "assistant" }), "[DONE]").end(),
    facts: { ...outage, fault: "endpoint", status: 502, code: "empty_completion" },
  },
  {
    name: "an HTML page with status 200",
    behavior: (response) =>
      void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><h1>Bad gateway</h1>"),
    facts: { ...outage, status: 502, code: "malformed_response", raw: "<!doctype html><h1>Bad gateway</h1>" },
  },
  {
    name: "an HTML page with status 502",
    behavior: (response) => void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>"),
    facts: { ...outage, status: 502, raw: "<h1>Bad gateway</h1>" },
  },
  {
    name: "a stream that is not JSON",
    behavior: (response) => void sendEvents(response, "{oops").end(),
    facts: { ...outage, status: 502, code: "malformed_response" },
  },
  {
    name: "a compressed response",
    behavior: (response) => void response.writeHead(200, { "content-encoding": "gzip" }).end("x"),
    facts: { ...outage, status: 502, code: "malformed_response" },
  },
  {
    name: "a redirect",
    behavior: (response) => void response.writeHead(301, { location: "https://example.com" }).end(),
    facts: { ...outage, status: 502 },
  },
  {
    name: "response headers that are too large",
    behavior: (response) => void response.writeHead(200, { "x-large": "x".repeat(40_000) }).end(),
    facts: { ...outage, status: 502 },
  },
  {
    name: "an overload",
    behavior: (response) => json(response, 529, { error: { message: "Overloaded", type: "overloaded_error" } }),
    facts: { fault: "capacity", next: "next-endpoint", status: 503, errorType: "provider_overloaded" },
  },
  {
    name: "a rate limit with its wait",
    behavior: (response) => json(response, 429, { error: { message: "Slow down" } }, { "retry-after": "7" }),
    facts: { fault: "capacity", next: "next-endpoint", status: 429, retryAfterMs: 7000 },
  },
  {
    name: "a context overflow",
    behavior: (response) =>
      json(response, 400, { error: { message: "maximum context length is 8192", code: "context_length_exceeded" } }),
    facts: { fault: "endpoint", next: "next-endpoint", status: 400, errorType: "context_length_exceeded" },
  },
];

let server: MisbehavingServer;
const slug = (name: string): string => name.replaceAll(/\W+/g, "-");

beforeAll(async () => {
  const extra: Record<string, Behavior> = {
    open: (response) => void sendEvents(response, chunk({ content: "Hel" })),
    good: (response) => void sendEvents(response, chunk({ content: "Hello" }), chunk({}, "stop"), "[DONE]").end(),
    "good-but-open": (response) => void sendEvents(response, chunk({ content: "Hello" }), chunk({}, "stop")),
    "good-but-reset": (response) => {
      sendEvents(response, chunk({ content: "Hello" }), chunk({}, "stop"));
      setTimeout(() => response.destroy(), 20);
    },
    whole: (response) =>
      json(response, 200, {
        id: "1",
        model: "tiny",
        choices: [{ index: 0, message: { role: "assistant", content: "Hello" }, finish_reason: "stop" }],
        usage: { prompt_tokens: 3, completion_tokens: 1 },
      }),
    huge: (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const text = `data: ${JSON.stringify(chunk({ content: "x".repeat(60_000) }))}\n\n`;
      let sent = 0;
      const send = (): void => {
        while (sent < 400) {
          sent++;
          progress = sent;
          if (!response.write(text)) return void response.once("drain", send);
        }
        response.end(`data: ${JSON.stringify(chunk({}, "stop"))}\n\ndata: [DONE]\n\n`);
      };
      send();
    },
  };
  server = await startServer({
    ...extra,
    ...Object.fromEntries(rows.map(({ name, behavior }) => [slug(name), behavior])),
  });
});
let progress = 0;

afterAll(() => server.close());

async function collect(parts: AsyncIterable<ProviderPart>, into: ProviderPart[]): Promise<void> {
  for await (const part of parts) into.push(part);
}

const textOf = (parts: readonly ProviderPart[]): string =>
  parts.map((part) => (part.type === "text" ? part.text : "")).join("");

const providerAt = (baseURL: string, timeouts: Timeouts = {}) =>
  createProvider({ kind: "openai-compatible", baseURL, apiKeys: [key], timeouts });

test.each(rows)("$name is a classified failure", async ({ name, facts, timeouts, text }) => {
  const provider = providerAt(server.url(slug(name)), timeouts);
  const parts: ProviderPart[] = [];
  const error = await collect(provider.stream(request, { target: { model: "tiny" } }), parts).catch(
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(ProviderFailure);
  expect((error as ProviderFailure).facts).toMatchObject(facts);
  if (text !== undefined) expect(textOf(parts)).toBe(text);
  await provider.close();
});

test("a connection that is refused and a host that does not exist are classified failures", async () => {
  const closed = createNetServer();
  await new Promise<void>((resolve) => {
    closed.listen(0, "127.0.0.1", resolve);
  });
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => {
    closed.close(resolve);
  });
  for (const [url, code] of [
    [`http://127.0.0.1:${port}/v1`, "ECONNREFUSED"],
    ["http://no-such-host.invalid/v1", /ENOTFOUND|EAI_AGAIN/],
  ] as const) {
    const failure = await collect(providerAt(url).stream(request, { target: { model: "tiny" } }), []).catch(
      (error: unknown) => error,
    );
    expect((failure as ProviderFailure).facts).toMatchObject({
      ...outage,
      status: 502,
      errorType: "provider_unavailable",
    });
    expect((failure as ProviderFailure).facts.code).toMatch(code);
  }
});

test("a server that speaks no TLS is a classified failure", async () => {
  const url = server.url("good").replace("http:", "https:");
  const failure = await collect(providerAt(url).stream(request, { target: { model: "tiny" } }), []).catch(
    (error: unknown) => error,
  );
  expect((failure as ProviderFailure).facts).toMatchObject({ ...outage, status: 502 });
  expect((failure as ProviderFailure).message).toContain("TLS");
});

test("a server that accepts connections and never speaks TLS runs into the connect timeout", async () => {
  const silent = createNetServer(() => undefined);
  await new Promise<void>((resolve) => {
    silent.listen(0, "127.0.0.1", resolve);
  });
  const provider = providerAt(`https://127.0.0.1:${(silent.address() as AddressInfo).port}/v1`, { connect: 50 });
  const failure = await collect(provider.stream(request, { target: { model: "tiny" } }), []).catch(
    (error: unknown) => error,
  );
  expect((failure as ProviderFailure).facts).toMatchObject({ ...outage, status: 504, code: "connect_timeout" });
  await provider.close();
  silent.close();
});

test("an abort closes the connection at once and rejects with its reason", async () => {
  const controller = new AbortController();
  const reason = new Error("The client left.");
  const provider = providerAt(server.url("open"));
  const parts = provider.stream(request, { target: { model: "tiny" }, signal: controller.signal });
  expect((await parts.next()).value).toMatchObject({ type: "response" });
  expect((await parts.next()).value).toMatchObject({ type: "text", text: "Hel" });
  const next = parts.next();
  controller.abort(reason);
  await expect(next).rejects.toBe(reason);
  await server.left();
});

test("an abort before the request sends nothing", async () => {
  const before = server.requests.length;
  const signal = AbortSignal.abort(new Error("Too late."));
  const parts = providerAt(server.url("good")).stream(request, { target: { model: "tiny" }, signal });
  await expect(parts.next()).rejects.toThrow("Too late.");
  expect(server.requests).toHaveLength(before);
});

test.each(["good", "good-but-open", "good-but-reset", "whole"])(
  "the output of a server that is %s is complete",
  async (name) => {
    const parts: ProviderPart[] = [];
    const provider = providerAt(server.url(name), { idle: 20_000, usage: 50 });
    await collect(provider.stream(request, { target: { model: "tiny" } }), parts);
    expect(textOf(parts)).toBe("Hello");
    expect(parts.at(-1)).toMatchObject({ type: "finish", reason: "stop" });
    await provider.close();
  },
);

test("the connections of complete responses are used again", async () => {
  const provider = providerAt(server.url("good"));
  const before = server.connections();
  for (let count = 0; count < 8; count++) await collect(provider.stream(request, { target: { model: "tiny" } }), []);
  // The end of a response can arrive after its finish, when the next request has already begun.
  expect(server.connections() - before).toBeLessThan(5);
  await provider.close();
});

test("a slow reader stops the provider: the gateway keeps a bounded part of the response", async () => {
  const provider = providerAt(server.url("huge"), { idle: 200 });
  const parts = provider.stream(request, { target: { model: "tiny" } });
  await parts.next();
  let before = -1;
  await expect
    .poll(
      () => {
        const same = progress === before;
        before = progress;
        return same;
      },
      { interval: 100 },
    )
    .toBe(true);
  expect(progress).toBeLessThan(350);
  const rest: ProviderPart[] = [];
  await collect(parts, rest);
  expect(textOf(rest)).toHaveLength(400 * 60_000);
  await provider.close();
});
