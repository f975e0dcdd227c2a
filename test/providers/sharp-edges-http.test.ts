import { inspect } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createProvider, ProviderFailure, type Provider, type ProviderPart } from "@patchbay/providers";
import { chunk, sendEvents, startServer, type Behavior, type MisbehavingServer } from "./misbehaving-server.ts";

const request = { messages: [{ role: "user" as const, content: "Hi" }] };
const context = { target: { model: "tiny" } };

/** Key → what the server does with it. */
const keyBehaviors: Record<string, Behavior> = {
  good: (response) => void sendEvents(response, chunk({ content: "Hello" }), chunk({}, "stop"), "[DONE]").end(),
  bad: (response) => void response.writeHead(401).end(JSON.stringify({ error: { message: "Incorrect API key" } })),
  limited: (response) =>
    void response.writeHead(429, { "retry-after": "30" }).end(JSON.stringify({ error: { message: "Slow down" } })),
};

let server: MisbehavingServer;
let reply: Behavior = keyBehaviors.good!;

beforeAll(async () => {
  server = await startServer({
    reply: (response, incoming, body) => reply(response, incoming, body),
    keys: (response, incoming, body) => {
      const key = incoming.headers.authorization?.replace("Bearer ", "") ?? "";
      keyBehaviors[key.split("-").at(-1)!]!(response, incoming, body);
    },
  });
});
afterAll(() => server.close());

async function attempt(provider: Provider, own: object = {}): Promise<ProviderPart[] | ProviderFailure> {
  const parts: ProviderPart[] = [];
  try {
    for await (const part of provider.stream(request, { ...context, ...own })) parts.push(part);
    return parts;
  } catch (error) {
    if (error instanceof ProviderFailure) return error;
    throw error;
  }
}

const providerOf = (path: string, apiKeys: readonly string[]): Provider =>
  createProvider({ kind: "openai-compatible", baseURL: server.url(path), apiKeys });

const isGood = (result: ProviderPart[] | ProviderFailure): boolean => Array.isArray(result);

test("edge 15: headers of a provider's response are in none of its parts and failures", async () => {
  const headers = {
    "x-internal": "secret-header-value",
    "set-cookie": "a=secret-header-value",
    "x-request-id": "secret-header-value",
  };
  reply = (response) => {
    response.writeHead(200, { "content-type": "text/event-stream", ...headers });
    sendEvents(response, chunk({ content: "Hello" }), chunk({}, "stop"), "[DONE]").end();
  };
  const provider = providerOf("reply", ["k-good"]);
  expect(inspect(await attempt(provider), { depth: 10 })).not.toContain("secret-header-value");
  reply = (response) => void response.writeHead(500, headers).end("{}");
  const failure = await attempt(provider);
  expect(failure).toBeInstanceOf(ProviderFailure);
  expect(inspect(failure, { depth: 10 })).not.toContain("secret-header-value");
});

test.each([
  [401, { error: { message: "Incorrect API key provided", code: "invalid_api_key" } }],
  [402, { error: { message: "Insufficient credits", code: 402 } }],
  [403, { error: { message: "Forbidden" } }],
  [
    400,
    {
      type: "error",
      error: { type: "invalid_request_error", message: "Your credit balance is too low to access the API." },
    },
  ],
  [400, { error: { message: "You have reached your specified API usage limits." } }],
  [429, { error: { message: "You exceeded your current quota", code: "insufficient_quota" } }],
])(
  "edge 19: a limit or key error of the provider that arrives as %i is a fault of the key: %j",
  async (status, body) => {
    reply = (response) => void response.writeHead(status).end(JSON.stringify(body));
    const failure = (await attempt(providerOf("reply", ["k-1"]))) as ProviderFailure;
    // A caller who gets 401 logs in again, and one who gets 402 buys credits at the wrong place.
    expect(failure.facts).toMatchObject({ fault: "key", next: "next-endpoint", status: 502 });
    expect(failure.facts.raw).toBeDefined();
  },
);

test("a message that quotes the request does not make a failure of the key", async () => {
  reply = (response) =>
    void response
      .writeHead(400)
      .end(JSON.stringify({ error: { message: "Invalid value: 'insufficient_quota billing'" } }));
  const failure = (await attempt(providerOf("reply", ["k-1"]))) as ProviderFailure;
  expect(failure.facts).toMatchObject({ fault: "endpoint", next: "next-endpoint", status: 400 });
});

test("keys are used in turn, and a key that is rejected or limited is not used for a time", async () => {
  const provider = providerOf("keys", ["a-good", "b-bad", "c-limited", "d-good"]);
  const tried: string[] = [];
  const onKey = (id: string): void => void tried.push(id);
  for (let count = 0; count < 8; count++) expect(isGood(await attempt(provider, { onKey }))).toBe(true);
  const ids = provider.keys().map(({ id }) => id);
  const counts = ids.map((id) => tried.filter((one) => one === id).length);
  expect(counts[1]).toBe(1);
  expect(counts[2]).toBe(1);
  expect(counts[0]).toBeGreaterThan(1);
  expect(counts[3]).toBeGreaterThan(1);
  expect(provider.keys().map(({ deadUntil }) => deadUntil !== undefined)).toEqual([false, true, false, false]);
  // The limit is that of one model: another model tries the key.
  tried.length = 0;
  for (let count = 0; count < 4; count++) await attempt(provider, { onKey, target: { model: "other" } });
  expect(tried).toContain(ids[2]);
  await provider.close();
});

test("a preferred key is tried first while it can be used", async () => {
  const provider = providerOf("keys", ["a-good", "b-good", "c-good"]);
  const preferKey = provider.keys()[1]!.id;
  for (let count = 0; count < 4; count++) {
    const tried: string[] = [];
    await attempt(provider, { preferKey, onKey: (id: string) => tried.push(id) });
    expect(tried).toEqual([preferKey]);
  }
  await provider.close();
});

test("a request for which every key is paused fails at once, with the time to wait", async () => {
  const provider = providerOf("keys", ["a-limited"]);
  const before = server.requests.length;
  const first = (await attempt(provider)) as ProviderFailure;
  const second = (await attempt(provider)) as ProviderFailure;
  expect(server.requests.length - before).toBe(1);
  expect(first.facts).toMatchObject({ fault: "capacity", status: 429, retryAfterMs: 30_000 });
  expect(second.facts).toMatchObject({ fault: "capacity", next: "next-endpoint", status: 429 });
  expect(second.facts.retryAfterMs).toBeGreaterThan(20_000);
  await provider.close();
});

test("the caller's own key is used alone, and its rejection pauses no key of the provider", async () => {
  const provider = providerOf("keys", ["a-good"]);
  const failure = (await attempt(provider, { apiKey: "own-bad" })) as ProviderFailure;
  expect(failure.facts).toMatchObject({ fault: "key", next: "next-endpoint" });
  expect(isGood(await attempt(provider))).toBe(true);
  expect(((await attempt(provider, { apiKey: "not\nvalid" })) as ProviderFailure).facts.status).toBe(401);
  await provider.close();
});

test("no failure contains the key, wherever the provider echoes it", async () => {
  const key = fc.stringMatching(/^[a-z]{2}-[A-Za-z0-9_/+"\\-]{16,40}$/);
  const place = fc.constantFrom("message", "code", "text", "event", "cut");
  await fc.assert(
    fc.asyncProperty(key, place, fc.constantFrom(400, 401, 429, 500), async (key, place, status) => {
      reply = (response) => {
        if (place === "event") {
          sendEvents(response, { error: { message: `Bad key ${key}`, code: key } }).end();
          return;
        }
        const text = place === "cut" ? `${"x".repeat(1990)}${key}` : `Key ${key} from ${encodeURIComponent(key)}`;
        response.writeHead(status);
        response.end(
          place === "message" || place === "code"
            ? JSON.stringify({
                error: { message: place === "message" ? text : "No", code: place === "code" ? key : undefined },
              })
            : text,
        );
      };
      const provider = providerOf("reply", [key]);
      const failure = (await attempt(provider)) as ProviderFailure;
      expect(failure).toBeInstanceOf(ProviderFailure);
      const shown = `${failure.message} ${failure.stack} ${JSON.stringify(failure.facts)} ${inspect(failure, { depth: 10 })}`;
      for (const form of [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), key.slice(0, 10)])
        expect(shown).not.toContain(form);
      await provider.close();
    }),
    { numRuns: 60 },
  );
});

test("a key that no header can carry is refused without being shown", () => {
  const create = (): unknown => providerOf("reply", ["sk-abc\ndef-secret"]);
  expect(create).toThrow(/apiKeys/);
  expect(create).not.toThrow(/def-secret/);
});
