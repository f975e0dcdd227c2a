// Restoring a snapshot restores the complete state of a server.
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import fc from "fast-check";
import { expect, test } from "vitest";

const serve = (options: MockServerOptions = {}): MockServer =>
  createMockServer({ now: () => Date.parse("2030-01-01T12:00:00Z"), credits: 0.05, seed: 3, ...options });

/** Steps that change the state; each returns its result. */
const steps: readonly ((server: MockServer) => Promise<unknown>)[] = [
  chat({ model: "openai/gpt-4o-mini" }),
  chat({ model: "meta-llama/llama-3.3-70b-instruct", session_id: "s" }),
  chat({ model: "meta-llama/llama-3.3-70b-instruct:free" }),
  chat({ model: "anthropic/claude-sonnet-4.5", max_tokens: 500, session_id: "s" }),
  chat({ model: "meta-llama/llama-3.3-70b-instruct", provider: { order: ["groq"] } }),
  async (server) => {
    const seen = [];
    for (let count = 0; count < 12; count++)
      seen.push(await chat({ model: "meta-llama/llama-3.3-70b-instruct:free" })(server));
    return seen;
  },
  // Long enough to be cached by its provider.
  chat({
    model: "openai/gpt-4o-mini",
    provider: { only: ["openai"] },
    messages: [{ role: "user", content: "word ".repeat(1500) }],
  }),
  chat({ model: "openrouter/auto" }),
  chat({ model: "openai/gpt-4o-mini" }, { "x-openrouter-cache": "true" }),
  chat({ model: "meta-llama/llama-3.3-70b-instruct", messages: [{ role: "user", content: "rule" }] }),
  async (server) => (await of(server, "mgmt").keys.create({ name: "k", limit: 0.001 })).key,
  async (server) => {
    const { key } = await of(server, "mgmt").keys.create({ name: "small", limit: 0.00001 });
    return new Patchbay({ apiKey: key, fetch: server.fetch, maxRetries: 0 }).chat.completions
      .create({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "by key" }] })
      .catch(errorMessage);
  },
  async (server) => server.setProviderState("groq", "up"),
  async (server) => server.setProviderState("groq", "down"),
  async (server) => server.advanceTime(61_000),
  async (server) => void server.on({ userMessage: "rule" }).reply("first", "second"),
  async (server) => (await of(server).embeddings.create({ model: "openai/text-embedding-3-small", input: "x" })).usage,
];

function of(server: MockServer, kind: "v1" | "mgmt" = "v1"): Patchbay {
  return new Patchbay({ apiKey: `sk-or-${kind}-test`, fetch: server.fetch, maxRetries: 0 });
}

function errorMessage(error: unknown): string {
  return (error as Error).message;
}

function chat(
  more: Omit<Partial<ChatCompletionRequest>, "stream">,
  headers: Record<string, string> = {},
): (server: MockServer) => Promise<unknown> {
  const request = { messages: [{ role: "user" as const, content: "Say something." }], ...more };
  return (server) => of(server).chat.completions.create(request, { headers }).catch(errorMessage);
}

async function live(server: MockServer, choices: readonly number[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (const choice of choices) seen.push(await steps[choice % steps.length]!(server));
  return seen;
}

/** The observable state of a server. */
async function stateOf(server: MockServer): Promise<unknown> {
  const account = of(server, "mgmt");
  const entries = server.journal.entries().map(({ durationMs: _, headers: __, ...entry }) => entry);
  return {
    credits: await account.credits.get(),
    keys: await account.keys.list(),
    activity: await account.activity.list(),
    key: await of(server).keys.getCurrent(),
    rules: server.rules,
    endpoints: await of(server).models.listEndpoints({ author: "meta-llama", slug: "llama-3.3-70b-instruct" }),
    entries,
  };
}

test("restoring a snapshot gives the same state and the same later responses, for any requests before and after", async () => {
  const all = [...steps.keys()];
  const sequence = fc.array(fc.nat(steps.length - 1), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(sequence, sequence, async (before, after) => {
      const server = serve({ script: ["a", "b", "c"] });
      await live(server, before);
      const snapshot = server.snapshot();
      const first = { seen: await live(server, after), state: await stateOf(server) };
      for (let time = 0; time < 2; time++) {
        server.restore(snapshot);
        expect({ seen: await live(server, after), state: await stateOf(server) }).toEqual(first);
      }
    }),
    { numRuns: 60, examples: [[all, all]] },
  );
});

test("a snapshot can be restored in another server, and the two servers are independent", async () => {
  const server = serve();
  await live(server, [0, 7]);
  const other = serve({ credits: 99 });
  other.restore(server.snapshot());
  expect((await of(other, "mgmt").credits.get()).data).toEqual((await of(server, "mgmt").credits.get()).data);
  await live(other, [0]);
  expect((await of(other, "mgmt").credits.get()).data.total_usage).toBeGreaterThan(
    (await of(server, "mgmt").credits.get()).data.total_usage,
  );
});

test("a request in progress ends in the state in which it started, and nothing stays reserved in the restored state", async () => {
  const server = serve({ tokenDelay: 5, script: ["one two three four five"], credits: 0.000_02 });
  const request = { model: "openai/gpt-4o-mini", messages: [{ role: "user" as const, content: "Hi" }], max_tokens: 20 };
  const stream = of(server).chat.completions.stream(request);
  const reader = stream[Symbol.asyncIterator]();
  await reader.next();
  server.restore(server.snapshot());
  const account = of(server, "mgmt");
  expect((await account.credits.get()).data.total_usage).toBe(0);
  // The whole balance is available again: the same request, which reserves most of it, is accepted.
  expect((await of(server).chat.completions.create(request)).choices).toHaveLength(1);
  const used = (await account.credits.get()).data.total_usage;
  for (;;) if ((await reader.next()).done) break;
  expect((await account.credits.get()).data.total_usage).toBe(used);
});

test("a snapshot over HTTP has a number, and an unknown number is rejected", async () => {
  const server = serve();
  const call = async (path: string, body: unknown = {}): Promise<{ status: number; body: unknown }> => {
    const response = await server.fetch(`http://127.0.0.1:4010/_patchbay/${path}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  expect(await call("snapshots")).toEqual({ status: 201, body: { id: 1 } });
  await live(server, [0]);
  expect((await of(server, "mgmt").credits.get()).data.total_usage).toBeGreaterThan(0);
  expect(await call("restore", { id: 1 })).toEqual({ status: 200, body: { restored: 1 } });
  expect((await of(server, "mgmt").credits.get()).data.total_usage).toBe(0);
  expect(await call("restore", { id: 2 })).toMatchObject({
    status: 400,
    body: {
      error: { pointer: "/id", message: expect.stringContaining("got 2. Snapshots created so far: 1") as string },
    },
  });
});
