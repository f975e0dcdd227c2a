// A real model answers through the gateway: llama.cpp with a tiny model, read by the official clients and by ours, and by requests in the
// shape of coding agents.
import { Patchbay } from "@patchbay/client";
import Anthropic from "@anthropic-ai/sdk";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { environment, programOf } from "../../scripts/python/environment.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { isLlamaSkipped, type LlamaServer, startLlama } from "../support/llama.ts";

const model = "acme/tiny";
const embedder = "acme/embedder";
const messages = [{ role: "user" as const, content: "Say a word about the river." }];
const words = /^ ?[a-z ,."]{10,}$/;
const tool = {
  name: "shell",
  description: "Runs a command.",
  parameters: { type: "object", properties: { command: { type: "string" } }, required: ["command"] },
};

describe.skipIf(isLlamaSkipped)("llama.cpp through the gateway", () => {
  let llama: LlamaServer;
  let gateway: RunningGateway;
  beforeAll(async () => {
    llama = await startLlama();
    const price = { prompt: 0.2, completion: 0.8 };
    const config = {
      providers: { local: { kind: "openai-compatible", baseURL: llama.baseURL, apiKey: "$LOCAL_KEY" } },
      models: [
        { id: model, endpoints: [{ provider: "local", model: "tiny", context: 16_384, price }] },
        {
          id: embedder,
          modalities: { input: ["text"], output: ["embeddings"] },
          endpoints: [{ provider: "local", model: "tiny", price: { prompt: 0.1, completion: 0 } }],
        },
      ],
    };
    gateway = await startGateway({ config, env: { LOCAL_KEY: "local" } });
  });
  afterAll(async () => {
    await gateway?.stop();
    await llama?.stop();
  });

  const openai = (): OpenAI => new OpenAI({ baseURL: gateway.baseURL, apiKey: gateway.key, maxRetries: 0 });
  const anthropic = (): Anthropic =>
    new Anthropic({
      baseURL: gateway.baseURL.replace(/\/v1$/, ""),
      authToken: gateway.key,
      apiKey: null,
      maxRetries: 0,
    });
  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(gateway.baseURL + path, {
      method: "POST",
      headers: { authorization: `Bearer ${gateway.key}`, "content-type": "application/json", ...headers },
      body: JSON.stringify({ model, stream: true, ...body }),
    });

  test("OpenAI's client gets an answer, its usage and its cost", async () => {
    const { choices, usage } = await openai().chat.completions.create({ model, messages, max_tokens: 20 });
    expect(choices[0]).toMatchObject({ finish_reason: "length", message: { content: expect.stringMatching(words) } });
    expect(usage!.completion_tokens).toBe(20);
    const { cost } = usage as unknown as { cost: number };
    expect(cost).toBeCloseTo((usage!.prompt_tokens * 0.2 + 20 * 0.8) / 1e6, 9);
  });

  test("OpenAI's client streams chats and responses", async () => {
    const stream = openai().chat.completions.stream({ model, messages, max_tokens: 20 });
    expect((await stream.finalChatCompletion()).choices[0]!.message.content).toMatch(words);
    const response = openai().responses.stream({ model, input: "Say a word.", max_output_tokens: 20 });
    expect((await response.finalResponse()).output_text).toMatch(words);
  });

  test("Anthropic's client gets messages, streamed and not", async () => {
    const input = { model, max_tokens: 20, messages };
    const { content, usage } = await anthropic().messages.create(input);
    expect(content).toMatchObject([{ type: "text", text: expect.stringMatching(words) }]);
    expect(usage.output_tokens).toBe(20);
    expect(await anthropic().messages.stream(input).finalText()).toMatch(words);
  });

  test("our client in TypeScript gets text, structured output and the record of the generation", async () => {
    const client = new Patchbay({ apiKey: gateway.key, baseURL: gateway.baseURL });
    const properties = { name: { type: "string", maxLength: 40 } };
    const schema = { type: "object", properties, required: ["name"], additionalProperties: false };
    const response_format = { type: "json_schema" as const, json_schema: { name: "person", strict: true, schema } };
    const person = await client.chat.completions.create({ model, messages, max_tokens: 200, response_format });
    expect(JSON.parse(person.choices[0]!.message.content as string)).toEqual({ name: expect.any(String) });
    const stream = client.chat.completions.stream({ model, messages, max_tokens: 20 });
    const { id, choices } = await stream.final();
    expect(choices[0]!.message.content).toMatch(words);
    await expect
      .poll(async () => (await client.generations.get({ id })).data.tokens_completion, { timeout: 10_000 })
      .toBe(20);
  });

  test("our client in Python streams an answer", async ({ skip }) => {
    if (!existsSync(environment) && !process.env.CI) skip();
    const program = [
      "import sys",
      "from patchbay_client import Patchbay",
      "client = Patchbay(api_key=sys.argv[1], base_url=sys.argv[2])",
      'chat = {"model": sys.argv[3], "messages": [{"role": "user", "content": "Hi"}], "max_tokens": 20}',
      "with client.chat.completions.stream(**chat) as stream:",
      "    print(''.join(stream.text_stream))",
    ].join("\n");
    const python = programOf(environment, "python");
    const { stdout } = await promisify(execFile)(python, ["-c", program, gateway.key, gateway.baseURL, model]);
    expect(stdout.trim()).toMatch(words);
  });

  test("a request in the shape of Codex is streamed to its end", async () => {
    const response = await post("/responses", {
      instructions: "You are a coding agent.",
      input: [{ type: "message", role: "user", content: [{ type: "input_text", text: "Run the command." }] }],
      tools: [{ type: "function", strict: false, ...tool }],
      tool_choice: "auto",
      parallel_tool_calls: false,
      store: false,
      include: ["reasoning.encrypted_content"],
      prompt_cache_key: "0198-session",
      max_output_tokens: 30,
    });
    const events = eventsOf(await response.text());
    expect(events.at(0)).toBe("response.created");
    expect(events.at(-1)).toMatch(/^response\.(?:completed|incomplete)$/);
    expect(events).toContain("response.output_text.delta");
  });

  test("a request in the shape of Claude Code is streamed to its end", async () => {
    const cached = { cache_control: { type: "ephemeral" } };
    const body = {
      max_tokens: 30,
      system: [
        { type: "text", text: "You are a coding agent." },
        { type: "text", text: "Be brief.", ...cached },
      ],
      messages: [{ role: "user", content: [{ type: "text", text: "Run the command.", ...cached }] }],
      tools: [{ name: tool.name, description: tool.description, input_schema: tool.parameters }],
      metadata: { user_id: "user_1_session_1" },
    };
    const headers = { "anthropic-beta": "claude-code-20250219", "anthropic-version": "2023-06-01" };
    const response = await post("/messages?beta=true", body, headers);
    const events = eventsOf(await response.text());
    expect(events.at(0)).toBe("message_start");
    expect(events.slice(-2)).toEqual(["message_delta", "message_stop"]);
    expect(events).toContain("content_block_delta");
  });

  test("an abort reaches the model", async () => {
    const abort = new AbortController();
    const most = 15_000;
    const before = await llama.countTokens();
    const stream = await openai().chat.completions.create(
      { model, messages, max_tokens: most, stream: true },
      { signal: abort.signal },
    );
    for await (const { choices } of stream) if (choices[0]?.delta.content) break;
    abort.abort();
    await expect.poll(async () => (await llama.slots()).some((slot) => slot.is_processing)).toBe(false);
    expect((await llama.countTokens()) - before).toBeLessThan(most);
  });

  test("embeddings have the width of the model", async () => {
    const { data } = await openai().embeddings.create({
      model: embedder,
      input: ["river", "stone"],
      encoding_format: "float",
    });
    expect(data.map(({ embedding }) => embedding.length)).toEqual([64, 64]);
  });
});

const eventsOf = (text: string): string[] => [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name!);
