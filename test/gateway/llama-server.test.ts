// The llama.cpp server that the tests of the gateway use as a provider, called directly: what it does here is what a gateway must pass on.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isLlamaSkipped, type LlamaServer, startLlama } from "../support/llama.ts";

describe.skipIf(isLlamaSkipped)("llama.cpp", () => {
  let server: LlamaServer;
  beforeAll(async () => {
    server = await startLlama();
  });
  afterAll(() => server?.stop());

  const send = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
    fetch(server.baseURL + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  const messages = [{ role: "user", content: "Say a word about the river." }];

  test("a chat is answered with English words and its usage", async () => {
    const response = await send("/chat/completions", {
      model: "tiny",
      messages,
      max_tokens: 20,
      temperature: 0,
      seed: 1,
    });
    const { choices, usage } = (await response.json()) as ChatCompletion;
    expect(choices[0]!.finish_reason).toBe("length");
    expect(choices[0]!.message.content).toMatch(/^[a-z ,."]{20,}$/);
    expect(usage.completion_tokens).toBe(20);
    expect(usage.prompt_tokens).toBeGreaterThan(10);
  });

  test("a chat streams chunks with text, then the usage, then [DONE]", async () => {
    const body = { model: "tiny", messages, max_tokens: 20, stream: true, stream_options: { include_usage: true } };
    const payloads = payloadsOf(await (await send("/chat/completions", body)).text());
    expect(payloads.pop()).toBe("[DONE]");
    const chunks = payloads.map((payload) => JSON.parse(payload) as ChatChunk);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toMatch(/^[a-z ,."]{20,}$/);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 20 } });
  });

  test("a JSON schema is followed", async () => {
    const properties = { name: { type: "string", maxLength: 40 }, age: { type: "integer" } };
    const schema = { type: "object", properties, required: ["name", "age"], additionalProperties: false };
    const response_format = { type: "json_schema", json_schema: { name: "person", schema } };
    const response = await send("/chat/completions", { model: "tiny", messages, max_tokens: 400, response_format });
    const { choices } = (await response.json()) as ChatCompletion;
    expect(JSON.parse(choices[0]!.message.content)).toEqual({ name: expect.any(String), age: expect.any(Number) });
    expect(choices[0]!.finish_reason).toBe("stop");
  });

  test("the Messages API streams all of its events", async () => {
    const text = await (await send("/messages", { model: "tiny", messages, max_tokens: 10, stream: true })).text();
    const types = payloadsOf(text).map((payload) => (JSON.parse(payload) as { type: string }).type);
    expect([...new Set(types)]).toEqual([
      "message_start",
      "content_block_start",
      "content_block_delta",
      "content_block_stop",
      "message_delta",
      "message_stop",
    ]);
  });

  test("embeddings have the width of the model", async () => {
    const response = await send("/embeddings", { model: "tiny", input: ["river", "stone"] });
    const { data } = (await response.json()) as { data: { embedding: number[] }[] };
    expect(data.map(({ embedding }) => embedding.length)).toEqual([64, 64]);
  });

  test("a canceled stream is visible in the slots long before the answer would have ended", async () => {
    const abort = new AbortController();
    const most = 15_000;
    const before = await server.countTokens();
    const response = await send(
      "/chat/completions",
      { model: "tiny", messages, max_tokens: most, stream: true },
      abort.signal,
    );
    await response.body!.getReader().read();
    expect((await server.slots()).some((slot) => slot.is_processing)).toBe(true);
    abort.abort();
    await expect.poll(async () => (await server.slots()).some((slot) => slot.is_processing)).toBe(false);
    const computed = (await server.countTokens()) - before;
    expect(computed).toBeGreaterThan(0);
    expect(computed).toBeLessThan(most);
  });
});

interface ChatCompletion {
  readonly choices: readonly { readonly finish_reason: string; readonly message: { readonly content: string } }[];
  readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number };
}

interface ChatChunk {
  readonly choices: readonly { readonly delta: { readonly content?: string | null } }[];
}

const payloadsOf = (text: string): string[] =>
  text.split("\n").flatMap((line) => (line.startsWith("data: ") ? [line.slice("data: ".length)] : []));
