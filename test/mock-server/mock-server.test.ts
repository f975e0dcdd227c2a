import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startCli } from "../support/cli.ts";

const chat = {
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "one two three four" }],
} satisfies ChatCompletionRequest;

function clientsOf(server: MockServer, secret = "sk-or-v1-test"): { client: Patchbay; account: Patchbay } {
  const connect = (apiKey: string): Patchbay => new Patchbay({ apiKey, fetch: server.fetch, maxRetries: 0 });
  return { client: connect(secret), account: connect("sk-or-mgmt-test") };
}

async function usedBy({ account }: { account: Patchbay }): Promise<number> {
  return (await account.credits.get()).data.total_usage;
}

describe("billing", () => {
  test("usage, generation and account report the same cost", async () => {
    const clients = clientsOf(createMockServer());
    const { id, usage } = await clients.client.chat.completions.create(chat);
    const { data } = await clients.client.generations.get({ id });
    expect(data.total_cost).toBe(usage?.cost);
    expect(await usedBy(clients)).toBe(usage?.cost);
  });

  test("an aborted stream is charged for what was sent, and its reservation is released", async () => {
    const clients = clientsOf(createMockServer({ defaultReply: "echo", tokenDelay: 3 }));
    let id = "";
    let seen = 0;
    for await (const event of clients.client.chat.completions.stream(chat)) {
      id = event.id;
      if (event.choices[0]?.delta.content && ++seen === 2) break;
    }
    const { data } = await clients.client.generations.get({ id });
    expect(data).toMatchObject({ cancelled: true, streamed: true });
    expect(data.native_tokens_completion).toBeGreaterThanOrEqual(2);
    expect(data.native_tokens_completion).toBeLessThan(4);
    expect(await usedBy(clients)).toBe(data.total_cost);
  });

  test("a request beyond the balance is rejected with the affordable tokens, and not charged", async () => {
    const clients = clientsOf(createMockServer({ defaultReply: "echo", credits: 0.0001 }));
    await expect(clients.client.chat.completions.create({ ...chat, max_tokens: 1000 })).rejects.toMatchObject({
      status: 402,
      code: "insufficient_credits",
      message: expect.stringMatching(/You requested up to 1000 tokens, but can only afford 4\d\b/) as string,
    });
    expect(await usedBy(clients)).toBe(0);
    await clients.client.chat.completions.create({ ...chat, max_tokens: 20 });
    expect(await usedBy(clients)).toBeGreaterThan(0);
  });

  test("a script that throws costs nothing", async () => {
    const clients = clientsOf(createMockServer({ script: () => Promise.reject(new Error("the script is broken")) }));
    await expect(clients.client.chat.completions.create(chat)).rejects.toThrow("the script is broken");
    expect(await usedBy(clients)).toBe(0);
  });

  test("the costs of any concurrent calls add up to the credits used", async () => {
    const call = fc.record({
      kind: fc.constantFrom("chat", "stream", "left", "embed", "rerank", "wrong"),
      words: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
        const clients = clientsOf(createMockServer());
        const ids = await Promise.all(
          calls.map(({ kind, words }) => send(clients.client, kind, "word ".repeat(words))),
        );
        const records = await Promise.all(ids.filter(Boolean).map((id) => clients.client.generations.get({ id: id! })));
        const nanos = records.reduce((sum, { data }) => sum + Math.round(data.total_cost * 1e9), 0);
        expect(Math.round((await usedBy(clients)) * 1e9)).toBe(nanos);
        const { data } = await clients.client.keys.getCurrent();
        expect(Math.round(data.usage * 1e9)).toBe(nanos);
      }),
      { numRuns: 40 },
    );
  });
});

async function send(client: Patchbay, kind: string, content: string): Promise<string | undefined> {
  const request = { ...chat, messages: [{ role: "user", content }] } satisfies ChatCompletionRequest;
  if (kind === "chat") return (await client.chat.completions.create(request)).id;
  if (kind === "embed")
    return (await client.embeddings.create({ model: "openai/text-embedding-3-small", input: content, dimensions: 8 }))
      .id;
  if (kind === "rerank")
    return (await client.rerank.create({ model: "cohere/rerank-v3.5", query: "word", documents: [content] })).id;
  if (kind === "wrong")
    return client.chat.completions.create({ ...request, model: "acme/none" }).then(
      () => expect.fail(),
      () => undefined,
    );
  let id: string | undefined;
  for await (const event of client.chat.completions.stream(request)) {
    id = event.id;
    if (kind === "left") break;
  }
  return id;
}

describe("days", () => {
  test("the activity has yesterday's usage and not today's, and a daily limit resets at midnight UTC", async () => {
    let now = Date.parse("2025-11-20T23:00:00Z");
    const server = createMockServer({ now: () => now });
    const { account } = clientsOf(server);
    const { key, data } = await account.keys.create({ name: "daily", limit: 0.01, limit_reset: "daily" });
    const { client } = clientsOf(server, key);
    const { usage } = await client.chat.completions.create({ ...chat, max_tokens: 10 });
    expect((await account.keys.get({ hash: data.hash })).data).toMatchObject({
      usage_daily: usage?.cost,
      limit_remaining: 0.01 - usage!.cost!,
    });
    expect((await account.activity.list()).data).toEqual([]);
    now += 2 * 3_600_000;
    expect((await account.keys.get({ hash: data.hash })).data).toMatchObject({
      usage_daily: 0,
      usage: usage?.cost,
      limit_remaining: 0.01,
    });
    expect((await account.activity.list()).data).toMatchObject([
      { date: "2025-11-20", model: chat.model, requests: 1, usage: usage?.cost },
    ]);
  });
});

describe("request handling", () => {
  const ask = (server: MockServer, path: string, init: RequestInit = {}): Promise<Response> =>
    server.fetch(`http://mock${path}`, {
      ...init,
      headers: { authorization: "Bearer sk-or-v1-test", ...(init.headers as Record<string, string>) },
    });

  test.each([
    ["an unknown path", "/api/v1/none", {}, 404, /No operation has the path \/api\/v1\/none/],
    ["a wrong method", "/api/v1/chat/completions", {}, 405, /GET is not allowed.*Use POST/],
    ["no body", "/api/v1/chat/completions", { method: "POST" }, 400, /has no body/],
    [
      "a body that is not valid JSON",
      "/api/v1/chat/completions",
      { method: "POST", body: '{"model": oops}' },
      400,
      /not valid JSON: unexpected "o" at position 10 \(line 1, column 11\)/,
    ],
    [
      "a body that is too long",
      "/api/v1/chat/completions",
      { method: "POST", body: " ".repeat(33 * 1024 * 1024) },
      413,
      /larger than/,
    ],
    [
      "a path that is not well encoded",
      "/api/v1/model/openai/%E0%A4%A",
      {},
      400,
      /is not valid: .* is not a percent encoding/,
    ],
    [
      "a key in another scheme",
      "/api/v1/key",
      { headers: { authorization: "Basic eA==" } },
      401,
      /Missing Authentication header/,
    ],
  ])("%s is rejected with OpenRouter's message", async (_, path, init, status, message) => {
    const response = await ask(createMockServer(), path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      error: { code: status, message: expect.stringMatching(message) as string },
    });
  });

  test("the same seed gives the same answers", async () => {
    const answer = async (): Promise<unknown> => {
      const { client } = clientsOf(createMockServer({ seed: 7, now: () => 0 }));
      return [
        await client.chat.completions.create(chat),
        await client.embeddings.create({ model: "openai/text-embedding-3-small", input: "a" }),
      ];
    };
    expect(await answer()).toEqual(await answer());
  });

  test("a truncated response has the finish reason `length`, also in the middle of a tool call", async () => {
    const script = [{ toolCalls: [{ name: "add", arguments: { first: 1, second: 2 } }] }];
    const { client } = clientsOf(createMockServer({ script }));
    const { choices, usage } = await client.chat.completions.create({ ...chat, max_tokens: 3 });
    expect(choices[0]).toMatchObject({
      finish_reason: "length",
      message: { tool_calls: [{ function: { name: "add" } }] },
    });
    expect(usage?.completion_tokens).toBe(3);
  });

  test("the script is used in order, then the default reply", async () => {
    const script = [
      "first",
      { reasoning: "hm", content: "second" },
      (request: ChatCompletionRequest) => `asked ${request.model}`,
    ];
    const { client } = clientsOf(createMockServer({ script, defaultReply: "echo" }));
    const reply = async (): Promise<unknown> => (await client.chat.completions.create(chat)).choices[0]?.message;
    expect(await reply()).toMatchObject({ content: "first", reasoning: null });
    expect(await reply()).toMatchObject({
      content: "second",
      reasoning: "hm",
      reasoning_details: [{ type: "reasoning.text", text: "hm" }],
    });
    expect(await reply()).toMatchObject({ content: "asked openai/gpt-5-mini" });
    expect(await reply()).toMatchObject({ content: "one two three four" });
  });
});

describe("on a port", () => {
  test("a stream with a token delay arrives token by token, and stops when the client disconnects", async () => {
    const server = createMockServer({ defaultReply: "echo", tokenDelay: 10 });
    const listening = await server.listen({ port: 0 });
    const client = new Patchbay({ apiKey: "sk-or-v1-test", baseURL: listening.baseURL });
    const started = performance.now();
    let id = "";
    for await (const event of client.chat.completions.stream({
      ...chat,
      messages: [{ role: "user", content: "word ".repeat(500) }],
    })) {
      id = event.id;
      if (performance.now() - started > 60) break;
    }
    await expect
      .poll(() =>
        client.generations.get({ id }).then(
          ({ data }) => data.cancelled,
          () => undefined,
        ),
      )
      .toBe(true);
    expect((await client.generations.get({ id })).data.native_tokens_completion).toBeLessThan(400);
    await listening.close();
  });

  test("a port in use gives one line of error and exit code 1", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => void taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    const { stderr, ended } = startCli("--port", String(port));
    expect(await ended).toBe(1);
    expect(stderr()).toBe(
      `patchbay-mock: Port ${port} on 127.0.0.1 is in use. Choose another port, or 0 for any free one.\n`,
    );
    taken.close();
  });

  test("the command line prints its base URL, serves, and stops cleanly on a signal", async () => {
    const { child, stderr, ended } = startCli("--port", "0", "--credits", "3");
    const [line] = (
      await new Promise<string>((resolve) => child.stdout!.once("data", (data: Buffer) => resolve(String(data))))
    ).split("\n");
    expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
    const account = new Patchbay({ apiKey: "sk-or-mgmt-test", baseURL: line! });
    expect(await account.credits.get()).toEqual({ data: { total_credits: 3, total_usage: 0 } });
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(stderr()).toBe("");
  });

  test("an invalid option gives one line of error and exit code 1", async () => {
    const { stderr, ended } = startCli("--port", "many");
    expect(await ended).toBe(1);
    expect(stderr()).toBe('patchbay-mock: --port must be a number from 0 to 65535, got "many". See --help.\n');
  });

  test.each([
    [["--answers", "echo"], "--answers was renamed to --default-reply"],
    [["--token-gap=5"], "--token-gap was renamed to --token-delay"],
    [["--catalogue", "models.json"], "--catalogue was renamed to --catalog"],
    [["--provider", "openai=rate-limited"], "--provider openai: rate-limited was renamed to rate_limited"],
    [["--default-reply", "schema"], "--default-reply: schema was renamed to tool_calls"],
  ])("%j is rejected with its new name", async (args, message) => {
    const { stderr, ended } = startCli(...args);
    expect(await ended).toBe(1);
    expect(stderr()).toBe(`patchbay-mock: ${message}. See --help.\n`);
  });
});

describe("a custom catalog", () => {
  const run = async (text: string, name = "catalog.json"): Promise<{ code: number | null; output: string }> => {
    const file = join(await mkdtemp(join(tmpdir(), "patchbay-")), name);
    await writeFile(file, text);
    const { child, stdout, stderr, ended } = startCli("--port", "0", "--catalog", file);
    child.stdout!.once("data", () => child.kill());
    const code = await ended;
    return { code, output: (stdout() + stderr()).replaceAll(file, name) };
  };
  const model = {
    id: "acme/tiny",
    context_length: 4096,
    endpoints: [{ provider: "acme", pricing: { prompt: "0", completion: "0" } }],
  };
  const providers = [{ name: "Acme", slug: "acme", privacy_policy_url: null }];

  test.each([
    [
      "no JSON",
      '{"models": [,]}',
      /catalog\.json: not valid JSON: unexpected "," at position 12 \(line 1, column 13\)/,
    ],
    ["no list of providers", JSON.stringify({ models: [] }), /\/providers: is required and missing/],
    [
      "values of other types",
      JSON.stringify({ providers, models: [{ ...model, id: "tiny", context_length: "4k", expiration_date: "soon" }] }),
      /\/models\/0\/id: expected a string that matches .* Use author\/name.*\n.*\/context_length: expected integer, got string\n.*\/expiration_date: expected a date/,
    ],
    [
      "a model list with a model without prices",
      JSON.stringify({ data: [{ id: "acme/tiny", name: "Tiny", created: 1, context_length: null, architecture: {} }] }),
      /\/data\/0\/pricing: is required and missing/,
    ],
    [
      "many mistakes",
      JSON.stringify({ providers, models: Array.from({ length: 30 }, () => ({})) }),
      /\/models\/3\/id: is required and missing\n  and \d+ more/,
    ],
    [
      "a price as a number",
      JSON.stringify({
        providers,
        models: [{ ...model, endpoints: [{ provider: "acme", pricing: { prompt: 1, completion: "0" } }] }],
      }),
      /\/models\/0\/endpoints\/0\/pricing\/prompt: expected a decimal string in USD.*, got 1/,
    ],
    [
      "a price in another form",
      JSON.stringify({
        providers,
        models: [{ ...model, endpoints: [{ provider: "acme", pricing: { prompt: "1e-7", completion: "0" } }] }],
      }),
      /\/models\/0\/endpoints\/0\/pricing\/prompt: expected a decimal string in USD/,
    ],
    [
      "a price below zero",
      JSON.stringify({
        providers,
        models: [{ ...model, endpoints: [{ provider: "acme", pricing: { prompt: "-0.000001", completion: "0" } }] }],
      }),
      /\/models\/0\/endpoints\/0\/pricing\/prompt: expected a decimal string in USD/,
    ],
    [
      "a provider that is not there",
      JSON.stringify({ providers: [], models: [model] }),
      /endpoint 0 of acme\/tiny refers to acme, which is not a provider/,
    ],
    [
      "a model twice",
      JSON.stringify({ providers, models: [model, model] }),
      /The model acme\/tiny appears twice in the catalog/,
    ],
    [
      "an alias to nowhere",
      JSON.stringify({ providers, models: [model], aliases: { a: "b" } }),
      /The alias a refers to b/,
    ],
  ])("with %s ends the command with exit code 1 and its location", async (_, text, message) => {
    const { code, output } = await run(text);
    expect(code).toBe(1);
    expect(output).toMatch(message);
  });

  test("that does not exist ends the command with exit code 1", async () => {
    const { stderr, ended } = startCli("--catalog", "/none.json");
    expect(await ended).toBe(1);
    expect(stderr()).toContain("The catalog /none.json cannot be read (ENOENT). Check the path.");
  });

  test("is served, as is a saved response of GET /models", async () => {
    expect((await run(JSON.stringify({ providers, models: [model] }))).output).toMatch(/^http:\/\/127/);
    const response = await createMockServer().fetch("http://server/api/v1/models?output_modalities=all");
    expect((await run(await response.text(), "models.json")).output).toMatch(/^http:\/\/127/);
  });
});
