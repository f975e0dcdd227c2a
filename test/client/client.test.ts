import {
  ApiError,
  Patchbay,
  PatchbayError,
  StreamError,
  TimeoutError,
  type ChatCompletionRequest,
  type ClientOptions,
} from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { against, caught, failure } from "./support.ts";

const chat: ChatCompletionRequest = {
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "one two three" }],
};

function connect(options: Partial<ClientOptions> = {}, server = createMockServer({ defaultReply: "echo" })): Patchbay {
  return new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch, ...options });
}

const sse =
  (...events: string[]) =>
  (): Response =>
    new Response(events.map((event) => `data: ${event}\n\n`).join(""), {
      headers: { "content-type": "text/event-stream" },
    });
const chunk = (content: string): string =>
  JSON.stringify({
    id: "gen-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
  });

afterEach(() => void vi.useRealTimers());

describe("key and options", () => {
  test("a missing key is an error that names the option and the variable, before any request", () => {
    vi.stubEnv("OPENROUTER_API_KEY", "");
    expect(() => new Patchbay()).toThrow(/`apiKey`.*OPENROUTER_API_KEY/);
    vi.unstubAllEnvs();
  });

  test("the key and the base URL can be set by environment variables", async () => {
    vi.stubEnv("OPENROUTER_API_KEY", "sk-or-v1-env");
    vi.stubEnv("OPENROUTER_BASE_URL", "http://gateway.example/api/v1/");
    const seen: string[] = [];
    const server = createMockServer();
    const client = new Patchbay({
      fetch: (request) => (seen.push(request.url, request.headers.get("authorization")!), server.fetch(request)),
    });
    await client.models.count();
    expect(seen).toEqual(["http://gateway.example/api/v1/models/count", "Bearer sk-or-v1-env"]);
    vi.unstubAllEnvs();
  });

  test.each([
    [{ apiKey: "sk\nor" }, /apiKey/],
    [{ baseURL: "openrouter" }, /must be an http\(s\) URL.*"openrouter"/],
    [{ timeout: -1 }, /timeout.*-1/],
    [{ maxRetries: 1.5 }, /maxRetries.*1.5/],
  ])("%j is refused at construction", (options, message) => {
    expect(() => connect(options)).toThrow(message);
    expect(() => connect(options)).toThrow(PatchbayError);
  });

  test("headers of the call take precedence over those of the client", async () => {
    const { client, requests } = against([() => Response.json({ data: { count: 1 } })], {
      defaultHeaders: { "X-Title": "client", "HTTP-Referer": "https://a.example", Authorization: "Bearer other" },
    });
    await client.models.count({}, { headers: { "X-Title": "call" } });
    expect(Object.fromEntries(requests[0]!.headers)).toMatchObject({
      authorization: "Bearer other",
      "x-title": "call",
      "http-referer": "https://a.example",
    });
  });
});

describe("the types of the client", () => {
  test("every method has the types of the contract", () => {
    const client = connect();
    expectTypeOf(client.chat.completions.create).toBeCallableWith(chat);
    expectTypeOf(client.models.list).toBeCallableWith();
    // @ts-expect-error -- a value of the wrong type does not compile
    expectTypeOf(client.chat.completions.create).toBeCallableWith({ model: 7, messages: [] });
    // @ts-expect-error -- a missing required field does not compile
    expectTypeOf(client.keys.get).toBeCallableWith({});
    // @ts-expect-error -- an unknown role does not compile
    expectTypeOf(client.chat.completions.create).toBeCallableWith({ messages: [{ role: "robot", content: "x" }] });
  });
});

describe("client streams", () => {
  test("`stream` and `create` with `stream: true` return the same events", async () => {
    const text = async (
      stream: AsyncIterable<{ choices: { delta: { content?: string | null } }[] }>,
    ): Promise<string> => {
      let all = "";
      for await (const event of stream) all += event.choices[0]?.delta.content ?? "";
      return all;
    };
    const client = connect();
    expect(await text(client.chat.completions.stream(chat))).toBe("one two three");
    expect(await text(await client.chat.completions.create({ ...chat, stream: true }))).toBe("one two three");
  });

  test("an error event is thrown with its own code, after the chunks before it", async () => {
    const error = JSON.stringify({
      id: "gen-1",
      choices: [],
      error: { code: 502, message: "Provider disconnected", metadata: { error_type: "provider_unavailable" } },
    });
    const { client, requests } = against([sse(chunk("a"), error)]);
    const seen: unknown[] = [];
    const thrown = await caught(
      (async () => {
        for await (const event of client.chat.completions.stream(chat)) seen.push(event);
      })(),
    );
    expect(seen).toHaveLength(1);
    expect(thrown).toBeInstanceOf(ApiError);
    expect(thrown).toMatchObject({
      status: 502,
      code: "provider_unavailable",
      metadata: { error_type: "provider_unavailable" },
    });
    expect(requests).toHaveLength(1);
  });

  test("a stream that ends without [DONE] is an error, not a short completion", async () => {
    const { client } = against([sse(chunk("a"))]);
    expect(await caught(Array.fromAsync(client.chat.completions.stream(chat)))).toBeInstanceOf(StreamError);
  });

  test("an event that is not valid JSON is an error", async () => {
    const { client } = against([sse("{oops", "[DONE]")]);
    expect(await caught(Array.fromAsync(client.chat.completions.stream(chat)))).toMatchObject({
      name: "StreamError",
      message: expect.stringContaining("{oops") as string,
    });
  });

  test("a failure before the first event is a normal error", async () => {
    const error = await caught(Array.fromAsync(connect().chat.completions.stream({ ...chat, model: "acme/none" })));
    expect(error).toMatchObject({ name: "ApiError", status: 400, code: "bad_request" });
  });

  test("a JSON response to a stream request is an error, and is not charged twice", async () => {
    const { client, requests } = against([() => Response.json({ ok: true })]);
    expect(await caught(Array.fromAsync(client.chat.completions.stream(chat)))).toMatchObject({
      name: "StreamError",
      message: expect.stringContaining("application/json") as string,
    });
    expect(requests).toHaveLength(1);
  });

  test("a success that is not valid JSON is an error, and is not charged twice", async () => {
    const { client, requests } = against([() => new Response("<html>a portal</html>")]);
    expect(await caught(client.chat.completions.create(chat))).toMatchObject({
      name: "ApiError",
      status: 200,
      code: "invalid_response",
      retryable: false,
      message:
        "200 invalid_response: The response body is not valid JSON: <html>a portal</html>. Check `baseURL`, or send the request again.",
    });
    expect(requests).toHaveLength(1);
  });

  test("the caller's abort passes through unchanged, also in the middle of a stream", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const error = await caught(
      (async () => {
        for await (const _ of connect(
          {},
          createMockServer({ defaultReply: "echo", tokenDelay: 5 }),
        ).chat.completions.stream(chat, {
          signal: controller.signal,
        }))
          controller.abort(reason);
      })(),
    );
    expect(error).toBe(reason);
  });

  test("a stream can be read once", async () => {
    const stream = connect().chat.completions.stream(chat);
    await Array.fromAsync(stream);
    expect(await caught(Array.fromAsync(stream))).toMatchObject({ message: expect.stringContaining("once") as string });
  });
});

describe("errors and retries of the client", () => {
  test("an API error has status, code, facts and the raw body", async () => {
    const error = await caught(connect().chat.completions.create({ ...chat, temperature: 9 }));
    expect(error).toMatchObject({
      status: 400,
      code: "bad_request",
      retryable: false,
      message: "400 bad_request: /temperature: expected at most 2, got 9",
      metadata: { issues: [{ pointer: "/temperature", received: "9" }] },
      body: { error: { code: 400 } },
    });
  });

  test("a response that does not arrive is a TimeoutError with the timeout in its message", async () => {
    const never = (): Promise<Response> => new Promise(() => undefined);
    const fetch = (request: Request): Promise<Response> =>
      Promise.race([
        never(),
        new Promise<Response>((_, reject) =>
          request.signal.addEventListener("abort", () => reject(request.signal.reason as Error)),
        ),
      ]);
    const error = await caught(connect({ fetch, timeout: 20 }).chat.completions.create(chat));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ message: expect.stringContaining("20 ms") as string });
  });

  test("an abort ends the wait before a retry", async () => {
    const controller = new AbortController();
    const { client, requests } = against([failure(503, { "retry-after": "30" })]);
    const work = caught(client.models.count({}, { signal: controller.signal }));
    await expect.poll(() => requests.length).toBe(1);
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 10);
    expect(await work).toBe(reason);
  });
});
