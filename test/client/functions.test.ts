// Operations as functions, for bundles that contain only a few.
import {
  ApiError,
  ChatStream,
  getResponseInfo,
  Patchbay,
  PatchbayError,
  type ApiKey,
  type ApiKeyList,
  type ChatCompletion,
} from "@patchbay/client";
import {
  chatCompletionsCreate,
  chatCompletionsStream,
  createClient,
  embeddingsCreate,
  keysCreate,
  keysList,
  modelsCount,
  modelsGet,
  type ClientContext,
} from "@patchbay/client/functions";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { describe, expect, expectTypeOf, test, vi } from "vitest";

function open(
  server: MockServer = createMockServer({ defaultReply: "echo" }),
  apiKey = "sk-or-v1-test",
): ClientContext {
  return createClient({ apiKey, fetch: server.fetch });
}

const chat = {
  model: "openai/gpt-5-mini",
  messages: [{ role: "user" as const, content: "one two three" }],
};

describe("createClient", () => {
  test("refuses the options that a client refuses", () => {
    vi.stubEnv("OPENROUTER_API_KEY", "");
    expect(() => createClient()).toThrow(/`apiKey`.*OPENROUTER_API_KEY/);
    expect(() => createClient({ apiKey: "sk-or-v1-test", timeout: -1 })).toThrow(PatchbayError);
    vi.unstubAllEnvs();
  });

  test("has every option of a client: headers, middleware, retries", async () => {
    const server = createMockServer();
    server.on({}).reply({ status: 503, headers: { "retry-after": "0" } }, "Sunny.");
    const seen: (string | null)[] = [];
    const connection = createClient({
      apiKey: "sk-or-v1-test",
      fetch: server.fetch,
      defaultHeaders: { "X-Title": "functions" },
      middleware: [(request, next) => (seen.push(request.headers.get("x-title")), next(request))],
    });
    const reply = await chatCompletionsCreate(connection, chat);
    expect(getResponseInfo(reply)?.attempts).toBe(2);
    expect(seen).toEqual(["functions", "functions"]);
  });

  test("is shared by functions, each with its own options", async () => {
    const server = createMockServer();
    const connection = open(server);
    await modelsCount(connection, {}, { query: { q: "extra" } });
    await modelsGet(connection, { author: "openai", slug: "gpt-5" });
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(modelsCount(connection, {}, { signal })).rejects.toThrow("enough");
    expect(server.journal.entries({}).map(({ operation, input }) => [operation, input.q])).toEqual([
      ["models.count", "extra"],
      ["models.get", undefined],
    ]);
  });
});

describe("an operation function", () => {
  test("returns the same as the method of a client", async () => {
    const reply = await chatCompletionsCreate(open(), chat);
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: createMockServer({ defaultReply: "echo" }).fetch });
    const expected = await client.chat.completions.create(chat);
    expect(reply.choices[0]!.message.content).toBe("one two three");
    expect({ ...reply, id: "", created: 0 }).toEqual({ ...expected, id: "", created: 0 });
    expectTypeOf(reply).toEqualTypeOf<ChatCompletion>();
  });

  test("returns response and ids with withResponse()", async () => {
    const { data, response, generationId } = await chatCompletionsCreate(open(), chat).withResponse();
    expect(response.status).toBe(200);
    expect(generationId).toBe(data.id);
  });

  test("returns the response with asResponse()", async () => {
    const response = await modelsCount(open()).asResponse();
    expect(await response.json()).toEqual({ data: { count: expect.any(Number) as number } });
  });

  test("places path parameters", async () => {
    const { data } = await modelsGet(open(), { author: "openai", slug: "gpt-5" });
    expect(data.id).toBe("openai/gpt-5");
  });

  test("throws the same as the method of a client", async () => {
    const error: unknown = await chatCompletionsCreate(open(), { ...chat, model: "acme/none" }).catch(
      (error: unknown) => error,
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 400, code: "bad_request" });
  });

  test("sends the input of embeddings with base64 only when it was requested", async () => {
    const input = { model: "openai/text-embedding-3-small", input: "hello" };
    const plain = await embeddingsCreate(open(), input);
    const encoded = await embeddingsCreate(open(), { ...input, encoding_format: "base64" });
    expect(plain.data[0]!.embedding).toBeInstanceOf(Array);
    expect(encoded.data[0]!.embedding).toBeTypeOf("string");
  });
});

describe("a stream function", () => {
  test("returns chunks, text and the complete response", async () => {
    const connection = open();
    let text = "";
    for await (const { choices } of chatCompletionsStream(connection, chat)) text += choices[0]?.delta.content ?? "";
    expect(text).toBe("one two three");
    const stream = chatCompletionsStream(connection, chat);
    expect(stream).toBeInstanceOf(ChatStream);
    expect((await Array.fromAsync(stream.textStream())).join("")).toBe("one two three");
    const { choices, usage } = await chatCompletionsStream(connection, chat).final();
    expect(choices[0]!.message.content).toBe("one two three");
    expect(usage!.cost).toBeGreaterThan(0);
    expectTypeOf(chatCompletionsStream).returns.toEqualTypeOf<ChatStream>();
  });

  test("sends the request when reading starts, and asks for events", async () => {
    const server = createMockServer();
    const stream = chatCompletionsStream(open(server), chat);
    expect(server.journal.last).toBeUndefined();
    await stream.final();
    expect(server.journal.last!.input).toMatchObject({ ...chat, stream: true });
  });
});

describe("a list function", () => {
  test("is iterated page by page, and requests no page too many", async () => {
    const server = createMockServer();
    const connection = open(server, "sk-or-mgmt-test");
    for (let index = 0; index < 250; index++) await keysCreate(connection, { name: `key ${index}` });
    const names: string[] = [];
    for await (const key of keysList(connection)) names.push(key.name);
    expect(names).toHaveLength(250);
    expect(new Set(names).size).toBe(250);
    const offsets = (): unknown[] =>
      server.journal.entries({ operation: "keys.list" }).map(({ input }) => input.offset);
    expect(offsets()).toEqual([undefined, "100", "200", "250"]);
    for await (const key of keysList(connection, { offset: 120 })) if (key.name === names[130]) break;
    expect(offsets().slice(4)).toEqual(["120"]);
    const { data } = await keysList(connection, { offset: 200 });
    expect(data.map(({ name }) => name)).toEqual(names.slice(200));
  });
});

describe("the types of functions", () => {
  test("are those of the contract", () => {
    const connection = open();
    expectTypeOf(keysList).returns.toExtend<AsyncIterable<ApiKey>>();
    expectTypeOf(keysList).returns.resolves.toEqualTypeOf<ApiKeyList>();
    expectTypeOf(chatCompletionsCreate).toBeCallableWith(connection, chat, { timeout: 1000 });
    expectTypeOf(modelsCount).toBeCallableWith(connection);
    // @ts-expect-error -- a required argument cannot be omitted
    expectTypeOf(chatCompletionsCreate).toBeCallableWith(connection);
    // @ts-expect-error -- a value of the wrong type does not compile
    expectTypeOf(chatCompletionsCreate).toBeCallableWith(connection, { model: 7, messages: [] });
    // @ts-expect-error -- a stream has its own function
    expectTypeOf(chatCompletionsCreate).toBeCallableWith(connection, { ...chat, stream: true });
    // @ts-expect-error -- a path parameter is required
    expectTypeOf(modelsGet).toBeCallableWith(connection, { author: "openai" });
    // @ts-expect-error -- options of another kind do not compile
    expectTypeOf(modelsCount).toBeCallableWith(connection, {}, { timeOut: 1000 });
  });
});
