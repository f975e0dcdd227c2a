// Validation of responses and events against the contract: off, with a warning, or with an error.
import { ApiError, Patchbay, PatchbayError, type ChatCompletionRequest, type ClientOptions } from "@patchbay/client";
import { responseValidation, ValidationError } from "@patchbay/client/validation";
import { createMockServer } from "@patchbay/mock-server";
import { describe, expect, test, vi } from "vitest";
import { caught } from "./support.ts";

const chat = { model: "m", messages: [{ role: "user", content: "Hello" }] } satisfies ChatCompletionRequest;

const completion = {
  id: "gen-1",
  object: "chat.completion",
  created: 1,
  model: "m",
  system_fingerprint: null,
  choices: [{ index: 0, message: { role: "assistant", content: "Hi" }, finish_reason: "stop" }],
};
/** Its `created` is a string, and its message has no content. */
const odd = {
  ...completion,
  created: "today",
  choices: [{ index: 0, message: { role: "assistant" }, finish_reason: "stop" }],
};

const chunk = {
  id: "gen-1",
  object: "chat.completion.chunk",
  created: 1,
  model: "m",
  choices: [{ index: 0, delta: { content: "Hi" }, finish_reason: null }],
};
const oddChunk = { ...chunk, choices: [{ index: 0, delta: { content: 7 }, finish_reason: null }] };

/** A client with these responses, and the number of its requests. */
function against(
  answer: () => Response,
  options: Partial<ClientOptions> = {},
): { client: Patchbay; count: () => number } {
  let count = 0;
  const fetch = (): Promise<Response> => (count++, Promise.resolve(answer()));
  return { client: new Patchbay({ apiKey: "sk-or-v1-test", fetch, ...options }), count: () => count };
}

const json =
  (body: unknown, status = 200) =>
  (): Response =>
    Response.json(body, { status });
const sse =
  (...events: unknown[]) =>
  (): Response =>
    new Response(
      [...events.map((event) => JSON.stringify(event)), "[DONE]"].map((text) => `data: ${text}\n\n`).join(""),
      {
        headers: { "content-type": "text/event-stream" },
      },
    );

describe("no validation", () => {
  test("is the default: a response and an event that do not match are returned", async () => {
    expect(await against(json(odd)).client.chat.completions.create(chat)).toEqual(odd);
    const early = { ...chunk, created: "today" };
    expect(await Array.fromAsync(against(sse(early)).client.chat.completions.stream(chat))).toEqual([early]);
  });
});

describe("the level warn", () => {
  test("returns the response unchanged, and writes one line with the location of the mismatch", async () => {
    const lines: string[] = [];
    const validate = responseValidation("warn", { warn: (line) => lines.push(line) });
    expect(await against(json(odd), { validate }).client.chat.completions.create(chat)).toEqual(odd);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^The response of chat\.completions\.create does not match the contract: /);
    expect(lines[0]).toContain("/created: ");
    expect(lines[0]).toContain("/choices/0/message/content: ");
  });

  test("writes a line for each event that does not match, and returns them all", async () => {
    const lines: string[] = [];
    const validate = responseValidation("warn", { warn: (line) => lines.push(line) });
    const { client } = against(sse(chunk, oddChunk, chunk, oddChunk), { validate });
    expect(await Array.fromAsync(client.chat.completions.stream(chat))).toHaveLength(4);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^The event of chat\.completions\.create .*\/choices\/0\/delta\/content: /);
  });

  test("names up to five locations", async () => {
    const lines: string[] = [];
    const validate = responseValidation("warn", { warn: (line) => lines.push(line) });
    const many = { ...completion, choices: Array.from({ length: 9 }, () => ({ index: "first", message: {} })) };
    await against(json(many), { validate }).client.chat.completions.create(chat);
    expect(lines[0]!.match(/\/choices\//g)).toHaveLength(5);
  });

  test("writes to the console by default", async () => {
    const console = vi.spyOn(globalThis.console, "warn").mockReturnValue();
    await against(json(odd), { validate: responseValidation("warn") }).client.chat.completions.create(chat);
    expect(console.mock.calls).toEqual([[expect.stringContaining("does not match the contract")]]);
    console.mockRestore();
  });

  test("writes nothing for a valid response", async () => {
    const lines: string[] = [];
    const validate = responseValidation("warn", { warn: (line) => lines.push(line) });
    await against(json(completion), { validate }).client.chat.completions.create(chat);
    await Array.fromAsync(against(sse(chunk), { validate }).client.chat.completions.stream(chat));
    expect(lines).toEqual([]);
  });
});

describe("the level error", () => {
  const validate = responseValidation("error");

  test("throws an error with the value and the location of the mismatch", async () => {
    const { client, count } = against(json(odd), { validate });
    const error = await caught(client.chat.completions.create(chat));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toBeInstanceOf(PatchbayError);
    expect(error).toMatchObject({ name: "ValidationError", value: odd, attempts: 1 });
    expect((error as ValidationError).issues.map(({ pointer }) => pointer).toSorted()).toEqual([
      "/choices/0/message/content",
      "/created",
    ]);
    // The response is charged: a second request would be charged too.
    expect(count()).toBe(1);
  });

  test("ends a stream at the first event that does not match, after the events before it", async () => {
    const { client, count } = against(sse(chunk, oddChunk, chunk), { validate });
    const stream = client.chat.completions.stream(chat);
    const seen: unknown[] = [];
    const error = await caught(
      (async () => {
        for await (const event of stream) seen.push(event);
      })(),
    );
    expect(seen).toEqual([chunk]);
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ value: oddChunk, issues: [{ pointer: "/choices/0/delta/content" }] });
    expect(count()).toBe(1);
  });

  test("applies to the first event of a stream", async () => {
    const { client } = against(sse(oddChunk), { validate });
    expect(await caught(client.chat.completions.create({ ...chat, stream: true }))).toBeInstanceOf(ValidationError);
  });

  test("applies to every page of a list", async () => {
    const server = createMockServer();
    const client = new Patchbay({
      apiKey: "sk-or-mgmt-test",
      validate,
      fetch: async (request) =>
        request.url.endsWith("offset=1") ? json({ data: [{ hash: 7 }] })() : server.fetch(request),
    });
    await client.keys.create({ name: "one" });
    const names: string[] = [];
    const error = await caught(
      (async () => {
        for await (const { name } of client.keys.list()) names.push(name);
      })(),
    );
    expect(names).toEqual(["one"]);
    expect(error).toBeInstanceOf(ValidationError);
    expect((error as ValidationError).issues).toContainEqual({
      pointer: "/data/0/hash",
      message: expect.any(String) as string,
    });
  });

  test("accepts undocumented fields at any place", async () => {
    const more = {
      ...completion,
      novelty: { a: 1 },
      choices: [{ ...completion.choices[0]!, novelty: 1, message: { role: "assistant", content: "Hi", novelty: [1] } }],
    };
    expect(await against(json(more), { validate }).client.chat.completions.create(chat)).toEqual(more);
    const event = { ...chunk, novelty: 1, choices: [{ ...chunk.choices[0]!, delta: { content: "Hi", novelty: 1 } }] };
    expect(await Array.fromAsync(against(sse(event), { validate }).client.chat.completions.stream(chat))).toEqual([
      event,
    ]);
  });

  test("accepts unknown values of an open enum", async () => {
    const answer = {
      ...completion,
      service_tier: "turbo",
      choices: [{ ...completion.choices[0]!, finish_reason: "bored" }],
    };
    expect(await against(json(answer), { validate }).client.chat.completions.create(chat)).toEqual(answer);
    const event = { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: "bored" }] };
    expect(await Array.fromAsync(against(sse(event), { validate }).client.chat.completions.stream(chat))).toEqual([
      event,
    ]);
  });

  test("does not validate errors: with any body, under any status, and inside a stream, they are an ApiError", async () => {
    const refusal = { error: { code: 429, message: "busy", metadata: { odd: [1] } }, id: 7, choices: "none" };
    const options = { validate, maxRetries: 0 };
    for (const answer of [json(refusal, 429), json(refusal), json({ oops: true }, 500), json([], 400)])
      expect(await caught(against(answer, options).client.chat.completions.create(chat))).toBeInstanceOf(ApiError);
    const { client } = against(sse(chunk, { id: 7, error: { code: 502, message: "gone" } }), options);
    const error = await caught(Array.fromAsync(client.chat.completions.stream(chat)));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 502 });
  });

  test("accepts every response of the mock server", async () => {
    const server = createMockServer();
    const connect = (apiKey: string): Patchbay => new Patchbay({ apiKey, fetch: server.fetch, validate });
    const client = connect("sk-or-v1-test");
    const owner = connect("sk-or-mgmt-test");
    const input = { ...chat, model: "openai/gpt-5-mini" };
    const { id } = await client.chat.completions.create(input);
    await client.chat.completions.stream(input).final();
    await client.chat.completions.parse({ ...input, output: { type: "object" } });
    await client.embeddings.create({ model: "openai/text-embedding-3-small", input: "a" });
    await client.embeddings.embed({ model: "openai/text-embedding-3-small", input: ["a", "b"] });
    await client.rerank.create({ model: "cohere/rerank-v3.5", query: "a", documents: ["a", "b"] });
    await client.models.list({ output_modalities: "all" });
    await client.models.listEndpoints({ author: "openai", slug: "gpt-5" });
    await client.endpoints.listZdr();
    await client.providers.list();
    await client.generations.get({ id });
    await client.keys.getCurrent();
    const { data } = await owner.keys.create({ name: "one" });
    await owner.keys.list();
    await owner.keys.delete({ hash: data.hash });
    await owner.credits.get();
    await owner.activity.list();
    expect(server.journal.entries({}).every(({ status }) => status < 300)).toBe(true);
    expect(server.journal.entries({})).toHaveLength(17);
  });

  test("does not read the body of a response that is requested unread", async () => {
    const { client } = against(json(odd), { validate });
    const response = await client.chat.completions.create(chat).asResponse();
    expect(await response.json()).toEqual(odd);
  });
});
