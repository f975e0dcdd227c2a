// Options, keys, headers, middleware, logs, and what is known about a response in addition to its body.
import { ApiPromise, getResponseInfo, Patchbay, PatchbayError, type Middleware } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { afterEach, expect, expectTypeOf, test, vi } from "vitest";
import { against, caught, chat, connect, counted, failure } from "./support.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test("a call is a promise of the parsed body, with access to the response", async () => {
  const client = connect();
  const answer = client.chat.completions.create(chat);
  expect(answer).toBeInstanceOf(ApiPromise);
  const { data, response, attempts, generationId } = await answer.withResponse();
  expect(data).toBe(await answer);
  expect({ status: response.status, attempts }).toEqual({ status: 200, attempts: 1 });
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(generationId).toBe(data.id);
  expect(getResponseInfo(data)).toMatchObject({ generationId });
  expect(getResponseInfo({})).toBeUndefined();
  expect(Object.keys(data)).not.toContain("generationId");
});

test("a stream that has started has response info", async () => {
  const client = connect();
  const stream = client.chat.completions.stream(chat);
  const { id } = await stream.final();
  expect(getResponseInfo(stream)?.generationId).toBe(id);
  const created = await client.chat.completions.create({ ...chat, stream: true });
  expect(getResponseInfo(created)?.attempts).toBe(1);
  expect((await client.chat.completions.create({ ...chat, stream: true }).withResponse()).data).toHaveProperty("final");
});

test("raw access returns the unread response, also of a stream, and still throws API errors", async () => {
  const client = connect();
  const response = await client.chat.completions.create(chat).asResponse();
  expect(response.bodyUsed).toBe(false);
  expect(await response.json()).toMatchObject({ object: "chat.completion" });
  const streamed = await client.chat.completions.create({ ...chat, stream: true }).asResponse();
  expect(await streamed.text()).toMatch(/^data: .*\[DONE\]\n\n$/s);
  const error = await caught(client.chat.completions.create({ ...chat, model: "acme/none" }).asResponse());
  expect(error).toMatchObject({ status: 400 });
});

test("a loop over a list iterates over all its pages", async () => {
  const server = createMockServer();
  const client = connect({ apiKey: "sk-or-mgmt-test" }, server);
  for (let count = 0; count < 5; count++) await client.keys.create({ name: `key ${count}` });
  const names: string[] = [];
  for await (const { name } of client.keys.list()) names.push(name);
  expect(names.toSorted()).toEqual([0, 1, 2, 3, 4].map((count) => `key ${count}`));
  const models = await client.models.list();
  const ids: string[] = [];
  for await (const { id } of client.models.list({ limit: 7 })) ids.push(id);
  expect(ids).toEqual(models.data.map(({ id }) => id));
  expect(models.data.length).toBeGreaterThan(14);
  const page = await client.models.list({ limit: 7, offset: 7 });
  expect(page.data.map(({ id }) => id)).toEqual(ids.slice(7, 14));
});

test("a page that fails ends the loop with its error", async () => {
  const page = (name: string) => (): Response => Response.json({ data: [{ name }] });
  const { client } = against([page("a"), page("b"), failure(403)]);
  const seen: string[] = [];
  const error = await caught(
    (async () => {
      for await (const { name } of client.keys.list()) seen.push(name);
    })(),
  );
  expect(error).toMatchObject({ status: 403 });
  expect(seen).toEqual(["a", "b"]);
});

test("embeddings are requested as base64 and returned as numbers or as Float32Array, in input order", async () => {
  const server = createMockServer();
  const bodies: unknown[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    bodies.push(await request.clone().json());
    return server.fetch(request);
  };
  const client = connect({ fetch });
  const input = { model: "openai/text-embedding-3-small", input: ["one", "two"], dimensions: 8 };
  const { data, usage } = await client.embeddings.create(input);
  const { vectors, model, usage: same } = await client.embeddings.embed(input);
  expect(bodies.map((body) => (body as { encoding_format?: string }).encoding_format)).toEqual(["base64", "base64"]);
  const plain = await client.embeddings.create({ ...input, encoding_format: "float" });
  expect(vectors.map(({ length }) => length)).toEqual([8, 8]);
  expect(vectors.every((vector) => vector instanceof Float32Array)).toBe(true);
  for (const [index, vector] of vectors.entries()) {
    expect(data[index]!.embedding).toEqual([...vector]);
    const floats = plain.data[index]!.embedding;
    for (const [at, value] of [...vector].entries()) expect(value).toBeCloseTo(floats[at]!, 6);
  }
  expect(model).toContain("text-embedding-3-small");
  expect(same).toEqual(usage);
  const kept = await client.embeddings.create({ ...input, encoding_format: "base64" });
  expect(typeof kept.data[0]!.embedding).toBe("string");
  expect(getResponseInfo(await client.embeddings.embed(input))?.response.status).toBe(200);
});

test("a key function is called before each attempt", async () => {
  vi.useFakeTimers();
  let count = 0;
  const { client, requests } = against([failure(503), counted], { apiKey: async () => `sk-${++count}` });
  const work = client.models.count();
  await vi.runAllTimersAsync();
  await work;
  vi.useRealTimers();
  expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer sk-1", "Bearer sk-2"]);
});

test("an error of a key function is thrown unchanged, and no request is sent", async () => {
  const reason = new Error("the vault is closed");
  const { client, requests } = against([counted], { apiKey: () => Promise.reject(reason) });
  expect(await caught(client.models.count())).toBe(reason);
  expect(requests).toHaveLength(0);
});

test("one client uses two keys: the management key for the account, the API key for models", async () => {
  const server = createMockServer();
  const client = connect({ managementKey: "sk-or-mgmt-test" }, server);
  const reply = await client.chat.completions.create(chat);
  expect((await client.credits.get()).data.total_usage).toBe(reply.usage?.cost);
  const only = new Patchbay({ managementKey: "sk-or-mgmt-test", fetch: server.fetch });
  expect((await only.credits.get()).data.total_credits).toBe(100);
});

test("headers of the call take precedence over the client's, and null removes one, in any case", async () => {
  const { client, requests } = against([counted], {
    defaultHeaders: { "X-Title": "client", "X-Gone": "here", Accept: "application/json; v=1" },
    app: { url: "https://app.example", title: "App", categories: ["cli-agent", "coding"] },
  });
  await client.models.count(
    {},
    { headers: { "x-title": "call", "x-gone": null, "HTTP-Referer": "https://other.example" } },
  );
  const sent = Object.fromEntries(requests[0]!.headers);
  expect(sent).toMatchObject({
    accept: "application/json; v=1",
    "x-title": "call",
    "http-referer": "https://other.example",
    "x-openrouter-title": "App",
    "x-openrouter-categories": "cli-agent,coding",
  });
  expect(sent).not.toHaveProperty("x-gone");
});

test("a call can remove the key or replace it", async () => {
  const { client, requests } = against([counted]);
  await client.models.count({}, { headers: { Authorization: null } });
  await client.models.count({}, { headers: { authorization: "Bearer other" } });
  await client.models.count();
  expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual([
    null,
    "Bearer other",
    "Bearer sk-or-v1-test",
  ]);
});

test("unknown body fields and query parameters are sent", async () => {
  const { client, requests } = against([() => Response.json({ id: "x", choices: [], brand_new: [1] })]);
  const reply = await client.chat.completions.create(
    { ...chat, brand_new: { deep: true }, max_tokens: 5 },
    { query: { trial: true, n: 2 } },
  );
  expect(reply).toEqual({ id: "x", choices: [], brand_new: [1] });
  expect(requests[0]!.url).toMatch(/\/chat\/completions\?trial=true&n=2$/);
  expect(await requests[0]!.json()).toEqual({ ...chat, brand_new: { deep: true }, max_tokens: 5 });
});

test("the caller's input is not modified", async () => {
  const input = Object.freeze({ hash: "abc", limit: 5 });
  const { client, requests } = against([() => Response.json({ data: {} })]);
  await client.keys.update(input);
  expect(requests[0]!.url).toMatch(/\/keys\/abc$/);
  expect(await requests[0]!.json()).toEqual({ limit: 5 });
});

test("middleware wraps each attempt, the first one outermost, and receives its result", async () => {
  const seen: string[] = [];
  const noting =
    (name: string): Middleware =>
    async (request, next, { operation, attempt, input, onEnd }) => {
      seen.push(`${name} > ${operation.id} ${attempt} ${String(input.model)}`);
      onEnd(({ response: answer, error }) =>
        seen.push(`${name} end ${error ? (error as Error).name : (answer as { object?: string }).object}`),
      );
      const response = await next(
        new Request(request, { headers: { ...Object.fromEntries(request.headers), [`x-${name}`]: "1" } }),
      );
      seen.push(`${name} < ${response.status}`);
      return response;
    };
  const server = createMockServer({ script: ["one two"] });
  const sent: string[] = [];
  server.on({}, { times: 1 }).reply({ status: 503 });
  const client = connect({
    fetch: (request) => (
      sent.push(`${request.headers.get("x-a")}${request.headers.get("x-b")}`),
      server.fetch(request)
    ),
    middleware: [noting("a"), noting("b")],
  });
  await client.chat.completions.create(chat);
  expect(sent).toEqual(["11", "11"]);
  const model = chat.model;
  expect(seen).toEqual([
    `a > chat.completions.create 1 ${model}`,
    `b > chat.completions.create 1 ${model}`,
    "b < 503",
    "a < 503",
    "a end ApiError",
    "b end ApiError",
    `a > chat.completions.create 2 ${model}`,
    `b > chat.completions.create 2 ${model}`,
    "b < 200",
    "a < 200",
    "a end chat.completion",
    "b end chat.completion",
  ]);
  seen.length = 0;
  await client.chat.completions.stream(chat).final();
  expect(seen.slice(-2)).toEqual(["a end chat.completion", "b end chat.completion"]);
  seen.length = 0;
  for await (const _ of client.chat.completions.stream(chat)) break;
  expect(seen.slice(-2)).toEqual(["a end chat.completion", "b end chat.completion"]);
});

test("an attempt whose response is returned unread has ended", async () => {
  const ends: unknown[] = [];
  const client = connect({
    middleware: [(request, next, { onEnd }) => (onEnd((end) => ends.push(end)), next(request))],
  });
  await client.models.count().asResponse();
  await client.chat.completions.create({ ...chat, stream: true }).asResponse();
  expect(ends).toEqual([{}, {}]);
});

test("an error of an onEnd listener is logged and does not fail the call", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const reason = new Error("the listener is broken");
  const broken: Middleware = (request, next, { onEnd }) => {
    onEnd(() => {
      throw reason;
    });
    return next(request);
  };
  const { client } = against([counted], { middleware: [broken] });
  expect(await client.models.count()).toEqual({ data: { count: 3 } });
  expect(logged).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("onEnd"), reason);
  logged.mockRestore();
});

test("middleware can return its own response, call next twice, or throw", async () => {
  const cached: Middleware = () => Promise.resolve(Response.json({ data: { count: 1 } }));
  const offline = against([counted], { middleware: [cached] });
  expect(await offline.client.models.count()).toEqual({ data: { count: 1 } });
  expect(offline.requests).toHaveLength(0);
  const twice: Middleware = async (request, next) => {
    await next(request.clone());
    return next(request);
  };
  const eager = against([counted], { middleware: [twice] });
  await eager.client.models.count();
  expect(eager.requests).toHaveLength(2);
  const mine = new PatchbayError("not on my watch");
  const closed = against([counted], { middleware: [() => Promise.reject(mine)] });
  expect(await caught(closed.client.models.count())).toBe(mine);
});

test("the level info logs attempts and their results, debug also requests; nothing is logged by default", async () => {
  vi.useFakeTimers();
  const logged = async (logLevel?: "info" | "debug"): Promise<string[]> => {
    const lines: string[] = [];
    const logger = {
      info: (line: string) => lines.push(`info ${line}`),
      debug: (line: string) => lines.push(`debug ${line}`),
    };
    const { client } = against([failure(503), counted], { logger, ...(logLevel && { logLevel }) });
    const work = client.models.count();
    await vi.runAllTimersAsync();
    await work;
    return lines;
  };
  expect(await logged()).toEqual([]);
  expect(await logged("info")).toEqual([
    expect.stringMatching(/^info patchbay: models\.count: failed after \d+ ms: ApiError 503 service_unavailable$/),
    expect.stringMatching(/^info patchbay: models\.count, attempt 2: done in \d+ ms$/),
  ]);
  expect((await logged("debug")).filter((line) => line.startsWith("debug"))).toHaveLength(4);
  vi.stubEnv("PATCHBAY_LOG", "info");
  expect(await logged()).toHaveLength(2);
  vi.stubEnv("PATCHBAY_LOG", "loud");
  expect(() => connect()).toThrow(/must be one of "off", "error", "warn", "info", "debug"; got "loud"/);
  vi.useRealTimers();
});

test("a key in a browser is refused unless the caller allows it", () => {
  vi.stubGlobal("document", {});
  expect(() => connect()).toThrow(/dangerouslyAllowBrowser/);
  expect(connect({ dangerouslyAllowBrowser: true })).toBeInstanceOf(Patchbay);
});

test("no idempotency key is sent from a browser, because a service of another origin may not allow the header", async () => {
  vi.stubGlobal("document", {});
  const { client, requests } = against([() => Response.json({ choices: [] })], { dangerouslyAllowBrowser: true });
  await client.chat.completions.create(chat);
  expect(requests[0]!.headers.has("idempotency-key")).toBe(false);
});

test("a base URL with a query is refused, and a trailing slash is ignored", async () => {
  expect(() => connect({ baseURL: "https://x.example/api?key=1" })).toThrow(/without a query/);
  const { client, requests } = against([counted], { baseURL: "https://x.example/api//" });
  await client.models.count();
  expect(requests[0]!.url).toBe("https://x.example/api/models/count");
});

test("types: invalid calls do not compile", () => {
  const client = connect();
  expectTypeOf(client.chat.completions.create(chat)).resolves.toHaveProperty("choices");
  // @ts-expect-error -- embeddings do not stream
  void (() => client.embeddings.create({ model: "m", input: "x", stream: true }));
  // @ts-expect-error -- rerank does not stream
  void (() => client.rerank.create({ model: "m", query: "q", documents: [], stream: true }));
  // @ts-expect-error -- only generations have `poll`
  void (() => client.models.count({}, { poll: true }));
  expectTypeOf(client.keys.list).returns.toHaveProperty(Symbol.asyncIterator);
  expectTypeOf(client.credits.get).returns.not.toHaveProperty(Symbol.asyncIterator);
});
