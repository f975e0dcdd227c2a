import { createMockServer, type MockServer, type RuleReplyObject } from "@patchbay/mock-server";
import type { MessagesResponse, MessageStreamEvent } from "@patchbay/spec";
import { afterAll, describe, expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";
import { createJudgedServer } from "../support/judged-server.ts";

type Json = Record<string, unknown>;

const claude = "anthropic/claude-sonnet-4.5";
const path = "/api/v1/messages";
const ask = (more: Json = {}): Json => ({
  model: claude,
  max_tokens: 500,
  messages: [{ role: "user", content: "Which bridge is the longest?" }],
  ...more,
});

const judged: ReturnType<typeof createJudgedServer>[] = [];
function serve(options: Parameters<typeof createJudgedServer>[0] = {}): MockServer {
  const server = createJudgedServer({ seed: 1, ...options });
  judged.push(server);
  return server;
}
afterAll(async () => {
  expect((await Promise.all(judged.map((server) => server.faults()))).flat()).toEqual([]);
});

async function send(
  server: MockServer,
  body: Json = ask(),
  headers: Record<string, string> = {},
): Promise<MessagesResponse> {
  const answer = await call(server, path, { body, headers });
  expect(answer.text.slice(0, 2000)).toContain('"type":"message"');
  expect(answer.status).toBe(200);
  return answer.body as unknown as MessagesResponse;
}

async function stream(server: MockServer, body: Json = ask()): Promise<MessageStreamEvent[]> {
  const { text, headers } = await call(server, path, { body: { ...body, stream: true } });
  expect(headers.get("content-type")).toBe("text/event-stream");
  return eventsOf(text);
}

/** The events of a stream. The name of an event is its type. */
function eventsOf(text: string): MessageStreamEvent[] {
  return text
    .split("\n\n")
    .filter((frame) => frame !== "")
    .map((frame) => {
      const [, name, data] = /^event: (\S+)\ndata: (.+)$/.exec(frame)!;
      const event = JSON.parse(data!) as MessageStreamEvent;
      expect(event.type).toBe(name);
      return event;
    });
}

const types = (events: readonly MessageStreamEvent[]): string[] =>
  events.map((event) => event.type).filter((type, index, all) => type !== all[index - 1]);

describe("a response", () => {
  test("is a message with text, a stop reason, usage and cost", async () => {
    const server = serve({ script: ["The longest one is in China."] });
    expect(await send(server)).toMatchObject({
      type: "message",
      role: "assistant",
      model: claude,
      content: [{ type: "text", text: "The longest one is in China.", citations: null }],
      stop_reason: "end_turn",
      stop_sequence: null,
      usage: { service_tier: "standard", server_tool_use: null, inference_geo: null, is_byok: false },
    });
  });

  test("has its id in a header, and is found under it as a Messages request", async () => {
    const server = serve();
    const { headers, body } = await call(server, path, { body: ask() });
    expect(headers.get("x-generation-id")).toBe(String(body.id));
    const generation = await call(server, `/api/v1/generation?id=${String(body.id)}`);
    expect(generation.body.data).toMatchObject({ api_type: "messages", total_cost: body.usage!.cost });
  });

  test("to adaptive thinking begins with a signed thinking block", async () => {
    const { content } = await send(
      serve({ script: [{ reasoning: "Let me think.", content: "China." }] }),
      ask({ thinking: { type: "adaptive" }, output_config: { effort: "high" } }),
    );
    expect(content).toEqual([
      { type: "thinking", thinking: "Let me think.", signature: expect.stringMatching(/^.+$/) as unknown },
      { type: "text", text: "China.", citations: null },
    ]);
  });

  test("has thinking blocks without text if the display is omitted", async () => {
    const server = serve({ script: () => ({ reasoning: "Let me think.", content: "China." }) });
    const body = ask({ thinking: { type: "adaptive", display: "omitted" } });
    const { content, usage } = await send(server, body);
    expect(content[0]).toMatchObject({
      type: "thinking",
      thinking: "",
      signature: expect.stringMatching(/^.+$/) as unknown,
    });
    expect(usage.output_tokens_details!.thinking_tokens).toBeGreaterThan(0);
    expect(JSON.stringify(await stream(server, body))).not.toContain("Let me think");
  });

  test("names the stop sequence that ended it", async () => {
    const server = serve({ script: () => "One, two, three, four" });
    expect(await send(server, ask({ stop_sequences: ["four", "three"] }))).toMatchObject({
      content: [{ type: "text", text: "One, two, " }],
      stop_reason: "stop_sequence",
      stop_sequence: "three",
    });
    const events = await stream(server, ask({ stop_sequences: ["three"] }));
    expect(events.at(-2)).toMatchObject({ delta: { stop_reason: "stop_sequence", stop_sequence: "three" } });
  });

  test("that reaches max_tokens before a stop sequence ends with max_tokens", async () => {
    const server = serve({ script: () => "One, two, three, four" });
    expect(await send(server, ask({ max_tokens: 2, stop_sequences: ["four"] }))).toMatchObject({
      stop_reason: "max_tokens",
      stop_sequence: null,
    });
  });

  test("has the input of a tool call as an object", async () => {
    const server = serve({
      script: [{ content: "Let me look.", toolCalls: [{ name: "find", arguments: { q: "bridge" }, id: "toolu_1" }] }],
    });
    expect(await send(server, ask({ tools: [find] }))).toMatchObject({
      content: [
        { type: "text", text: "Let me look." },
        { type: "tool_use", id: "toolu_1", name: "find", input: { q: "bridge" }, caller: { type: "direct" } },
      ],
      stop_reason: "tool_use",
    });
  });

  test("keeps arguments that are not valid JSON, and they can be sent back", async () => {
    const server = serve({ script: [{ toolCalls: [{ name: "find", arguments: '{"q":', id: "toolu_1" }] }, "Done."] });
    const { content } = await send(server, ask({ tools: [find] }));
    expect(content).toMatchObject([{ type: "tool_use", input: { INVALID_JSON: '{"q":' } }]);
    const messages = [
      ...(ask().messages as Json[]),
      { role: "assistant", content },
      {
        role: "user",
        content: [{ type: "tool_result", tool_use_id: "toolu_1", content: "bad arguments", is_error: true }],
      },
    ];
    expect((await send(server, ask({ messages, tools: [find] }))).content).toMatchObject([{ text: "Done." }]);
  });

  test("refused by a content filter has the stop reason refusal", async () => {
    const server = serve({ script: [{ content: "", finishReason: "content_filter" }] });
    expect(await send(server)).toMatchObject({
      content: [],
      stop_reason: "refusal",
      stop_details: { type: "refusal", category: null, explanation: null },
    });
  });

  test("has a citation for each page that the text cites", async () => {
    const server = serve({
      script: [
        {
          content: "It is in China.",
          toolCalls: [{ name: "find", arguments: { q: "x" } }],
          annotations: [
            {
              type: "url_citation",
              url_citation: {
                url: "https://a.example/",
                title: "Bridges",
                content: "in China",
                start_index: 0,
                end_index: 15,
              },
            },
          ],
        },
      ],
    });
    expect((await send(server, ask({ tools: [find] }))).content).toMatchObject([
      {
        type: "text",
        citations: [
          { type: "web_search_result_location", url: "https://a.example/", title: "Bridges", cited_text: "in China" },
        ],
      },
      { type: "tool_use" },
    ]);
  });

  test("with a web search has the call and its results before the text", async () => {
    const server = serve({
      script: [{ toolCalls: [{ name: "web_search", arguments: { query: "longest bridge" } }] }, "It is in China."],
    });
    const {
      content,
      usage,
      stop_reason: reason,
    } = await send(server, ask({ tools: [{ type: "web_search_20250305", name: "web_search", max_uses: 2 }] }));
    expect(content.map((block) => block.type)).toEqual(["server_tool_use", "web_search_tool_result", "text"]);
    expect(content[0]).toMatchObject({ name: "web_search", input: { query: "longest bridge" } });
    expect((content[1] as { tool_use_id: string }).tool_use_id).toBe((content[0] as { id: string }).id);
    expect(usage.server_tool_use).toEqual({ web_search_requests: 1, web_fetch_requests: 0 });
    expect(reason).toBe("end_turn");
    const messages = [
      ...(ask().messages as Json[]),
      { role: "assistant", content },
      { role: "user", content: "Thanks." },
    ];
    expect((await send(server, ask({ messages }))).type).toBe("message");
  });

  test("says the speed and the tier that served it, if the request names them", async () => {
    const server = serve();
    expect((await send(server, ask({ speed: "standard" }))).usage).toMatchObject({
      speed: "standard",
      service_tier: "standard",
    });
    expect((await send(server, ask({ service_tier: "standard_only" }))).usage.service_tier).toBe("standard");
    expect((await send(server)).usage.speed).toBeUndefined();
  });
});

const find = {
  name: "find",
  description: "Finds a bridge.",
  input_schema: { type: "object", properties: { q: { type: "string" } }, required: ["q"] },
};

describe("a stream", () => {
  test("has the events of the Messages API in their order, and no [DONE]", async () => {
    const server = serve({
      script: [{ reasoning: "Hm, hm.", content: "In China.", toolCalls: [{ name: "find", arguments: { q: "x" } }] }],
    });
    const events = await stream(server, ask({ thinking: { type: "adaptive" }, tools: [find] }));
    const block = ["content_block_start", "content_block_delta", "content_block_stop"];
    expect(types(events)).toEqual([
      "message_start",
      "ping",
      ...block,
      ...block,
      ...block,
      "message_delta",
      "message_stop",
    ]);
    expect(events[0]).toMatchObject({ message: { content: [], stop_reason: null, usage: { output_tokens: 0 } } });
  });

  test("adds up to the complete response", async () => {
    const output = {
      reasoning: "Hm, hm.",
      content: "In China.",
      toolCalls: [{ name: "find", arguments: { q: "x" }, id: "toolu_1" }],
    };
    const body = ask({ thinking: { type: "adaptive" }, tools: [find] });
    const whole = await send(serve({ script: () => output }), body);
    const events = await stream(serve({ script: () => output }), body);
    const deltas = events.flatMap((event) => (event.type === "content_block_delta" ? [event.delta] : []));
    const joined = (field: string): string =>
      deltas.map((delta) => (delta as unknown as Record<string, string>)[field] ?? "").join("");
    expect(joined("thinking")).toBe("Hm, hm.");
    expect(joined("text")).toBe("In China.");
    expect(JSON.parse(joined("partial_json"))).toEqual({ q: "x" });
    const { usage, delta } = events.at(-2) as Extract<MessageStreamEvent, { type: "message_delta" }>;
    expect(usage).toEqual(whole.usage);
    expect(delta.stop_reason).toBe(whole.stop_reason);
  });

  test("that a provider interrupts ends with an error event", async () => {
    const server = serve({
      script: [{ content: "In China.", error: { status: 529, message: "Too busy", errorType: "provider_overloaded" } }],
    });
    const events = await stream(server);
    expect(events.at(-1)).toMatchObject({
      type: "error",
      error: { type: "overloaded_error", message: "Too busy", error_type: "provider_overloaded" },
      request_id: expect.stringMatching(/^gen-/) as unknown,
    });
    expect(types(events)).not.toContain("message_stop");
  });

  test("has the routing metadata in its last event, if the request asks for it", async () => {
    const { text } = await call(serve(), path, {
      body: ask({ stream: true }),
      headers: { "x-openrouter-metadata": "enabled" },
    });
    expect(eventsOf(text).at(-1)).toMatchObject({ type: "message_stop", openrouter_metadata: { requested: claude } });
  });
});

describe("the same conversation in both dialects", () => {
  const turns = [
    { role: "user", content: "How is the weather in Oslo?" },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "c1", type: "function", function: { name: "find", arguments: '{"q":"Oslo"}' } }],
    },
    { role: "tool", tool_call_id: "c1", content: "Sunny" },
  ];
  const chatBody = {
    model: claude,
    max_tokens: 200,
    messages: [{ role: "system", content: "Be short." }, ...turns],
    tools: [
      { type: "function", function: { name: find.name, description: find.description, parameters: find.input_schema } },
    ],
    provider: { only: ["anthropic"] },
  };
  const messagesBody = {
    model: claude,
    max_tokens: 200,
    system: "Be short.",
    messages: [
      { role: "user", content: "How is the weather in Oslo?" },
      { role: "assistant", content: [{ type: "tool_use", id: "c1", name: "find", input: { q: "Oslo" } }] },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "c1", content: "Sunny" }] },
    ],
    tools: [find],
    provider: { only: ["anthropic"] },
  };

  test.each([false, true])("costs the same (stream: %s)", async (streams) => {
    const server = serve({ script: () => "It is sunny." });
    const chat = await call(server, "/api/v1/chat/completions", { body: chatBody });
    const usage = streams
      ? ((await stream(server, messagesBody)).at(-2) as Extract<MessageStreamEvent, { type: "message_delta" }>).usage
      : (await send(server, messagesBody)).usage;
    expect(usage.cost).toBe(chat.body.usage!.cost);
    expect(usage.input_tokens).toBe(chat.body.usage!.prompt_tokens);
    expect(usage.output_tokens).toBe(chat.body.usage!.completion_tokens);
  });

  test("a scenario plays in both", async () => {
    const rules = [
      {
        match: { userMessage: "weather", turn: 1 },
        reply: { toolCalls: [{ name: "find", arguments: { q: "Oslo" } }] } as RuleReplyObject,
      },
      { match: { toolResult: "Sunny" }, reply: "Take a hat." },
    ];
    const server = serve({ rules });
    const first = await send(server, { ...messagesBody, messages: messagesBody.messages.slice(0, 1) });
    expect(first).toMatchObject({
      content: [{ type: "tool_use", name: "find", input: { q: "Oslo" } }],
      stop_reason: "tool_use",
    });
    const second = await send(server, messagesBody);
    expect(second.content).toMatchObject([{ text: "Take a hat." }]);
    const chat = await call(server, "/api/v1/chat/completions", { body: chatBody });
    expect(chat.body.choices![0]!.message!.content).toBe("Take a hat.");
  });

  test("a tool result is found before a system message at the end", async () => {
    const server = serve({ rules: [{ match: { toolResult: "Sunny" }, reply: "Take a hat." }] });
    const messages = [
      ...messagesBody.messages,
      { role: "system", content: [{ type: "text", text: "12 tokens left." }] },
    ];
    expect((await send(server, { ...messagesBody, messages })).content).toMatchObject([{ text: "Take a hat." }]);
    expect(server.journal.last!.operation).toBe("messages.create");
  });

  test.each(["prose", "echo", "tool_calls"] as const)(
    "the default reply %s does not repeat a tool call before a system message",
    async (defaultReply) => {
      const messages = [...messagesBody.messages, { role: "system", content: "12 tokens left." }];
      const { stop_reason: reason } = await send(serve({ defaultReply }), { ...messagesBody, messages });
      expect(reason).toBe("end_turn");
    },
  );
});

describe("the response cache", () => {
  test("serves a response again, without cost", async () => {
    const server = serve();
    const headers = { "x-openrouter-cache": "true" };
    const first = await send(server, ask(), headers);
    const second = await call(server, path, { body: ask(), headers });
    expect(second.headers.get("x-openrouter-cache-status")).toBe("HIT");
    expect(second.body.content).toEqual(first.content);
    expect(second.body.usage).toMatchObject({ cost: 0, input_tokens: 0, output_tokens: 0 });
    const streamed = await call(server, path, { body: ask({ stream: true }), headers });
    expect(streamed.headers.get("x-openrouter-cache-status")).not.toBe(null);
  });
});

describe("prompt caching", () => {
  const long = "All bridges are listed here with their lengths. ".repeat(300);
  const cached = ask({
    system: [{ type: "text", text: long, cache_control: { type: "ephemeral", ttl: "1h" } }],
    provider: { only: ["anthropic"] },
  });

  test("counts tokens that are written and read apart", async () => {
    const server = serve();
    const { usage: first } = await send(server, cached);
    expect(first.cache_creation!.ephemeral_1h_input_tokens).toBeGreaterThan(1000);
    expect(first.cache_creation_input_tokens).toBe(first.cache_creation!.ephemeral_1h_input_tokens);
    const { usage: second } = await send(server, cached);
    expect(second.cache_read_input_tokens).toBe(first.cache_creation_input_tokens);
    expect(second.input_tokens).toBe(first.input_tokens);
    expect(second.cost).toBeLessThan(first.cost!);
  });
});

describe("messages.countTokens", () => {
  const prompts: [string, Json][] = [
    ["a text", {}],
    ["a system prompt and tools", { system: "Be short.", tools: [find] }],
    [
      "an image",
      {
        messages: [
          {
            role: "user",
            content: [{ type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } }],
          },
        ],
      },
    ],
    ["a long system prompt", { system: "All bridges are listed here. ".repeat(5000) }],
  ];

  test.each(prompts)("counts the tokens of %s that are billed", async (_, more) => {
    const server = serve();
    const { max_tokens: __, ...prompt } = ask(more);
    const counted = await call(server, `${path}/count_tokens`, { body: prompt });
    expect(counted.status).toBe(200);
    const { usage } = await send(server, ask(more));
    expect(counted.body).toEqual({ input_tokens: usage.input_tokens });
  });

  test("counts for a router", async () => {
    const { messages } = ask();
    const counted = await call(serve(), `${path}/count_tokens`, { body: { model: "openrouter/auto", messages } });
    expect(counted.body.input_tokens).toBeGreaterThan(5);
  });

  test("costs nothing and calls no model", async () => {
    const server = serve({ credits: -1 });
    const { max_tokens: _, ...prompt } = ask();
    expect((await call(server, `${path}/count_tokens?beta=true`, { body: prompt })).status).toBe(200);
  });
});

describe("model names", () => {
  test.each([
    ["claude-sonnet-4-5", claude],
    ["claude-sonnet-4-5-20250929", claude],
    ["claude-opus-4-1-20250805", "anthropic/claude-opus-4.1"],
    ["claude-haiku-latest", "anthropic/claude-haiku-4.5"],
    ["claude-sonnet-4-5:nitro", claude],
    [claude, claude],
    ["openai/gpt-5-mini", "openai/gpt-5-mini"],
  ])("%s is %s", async (model, id) => {
    expect((await send(serve(), ask({ model }))).model).toBe(id);
  });

  test("fallbacks are tried in order", async () => {
    const server = serve({ providers: { openai: "down", azure: "down" } });
    const body = ask({ model: "openai/gpt-5-mini", fallbacks: [{ model: "claude-sonnet-4-5" }] });
    expect((await send(server, body)).model).toBe(claude);
  });
});

describe("the API key", () => {
  const keys: [string, Record<string, string>, string][] = [
    ["Authorization", { authorization: "Bearer sk-or-v1-ada" }, "ada"],
    ["x-api-key", { "x-api-key": "sk-or-v1-ada" }, "ada"],
    [
      "both: Authorization takes precedence",
      { authorization: "Bearer sk-or-v1-ada", "x-api-key": "sk-or-v1-bob" },
      "ada",
    ],
  ];

  test.each(keys)("is read from %s", async (_, headers, name) => {
    const server = createMockServer({ rules: [{ match: { apiKey: `sk-or-v1-${name}` }, reply: "Matched." }] });
    for (const target of [path, `${path}/count_tokens`])
      expect((await call(server, target, { key: "", headers, body: ask() })).status).toBe(200);
    const { body } = await call(server, path, { key: "", headers, body: ask() });
    expect(body.content![0]!.text).toBe("Matched.");
    const usage = await call(server, "/api/v1/key", { key: `sk-or-v1-${name}` });
    expect(Number(usage.body.data!.usage)).toBeGreaterThan(0);
  });

  test("in x-api-key is not a key for other operations", async () => {
    const answer = await call(createMockServer(), "/api/v1/key", { key: "", headers: { "x-api-key": "sk-or-v1-ada" } });
    expect(answer.status).toBe(401);
  });

  test("in x-api-key is redacted in the journal", async () => {
    const server = createMockServer();
    await call(server, path, { key: "", headers: { "x-api-key": "sk-or-v1-secret-of-ada" }, body: ask() });
    expect(JSON.stringify(server.journal.entries())).not.toContain("secret-of-ada");
  });

  test("of a page in a browser passes the preflight", async () => {
    const preflight: Answer = await call(createMockServer(), path, {
      method: "OPTIONS",
      key: "",
      headers: {
        origin: "https://a.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "x-api-key",
      },
    });
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/\*|x-api-key/);
  });
});

test("a recording replays a stream and an error, and has no key", async () => {
  const service = await createMockServer({ defaultReply: "echo" }).listen({ port: 0 });
  const recorder = createMockServer({ record: { baseURL: service.baseURL } });
  const requests = [ask({ stream: true }), ask(), ask({ temperature: "hot" })];
  const headers = { "x-api-key": "sk-or-v1-very-secret", "anthropic-version": "2023-06-01" };
  const send = (server: MockServer, body: Json): Promise<Answer> => call(server, path, { key: "", headers, body });
  const live: Answer[] = [];
  for (const body of requests) live.push(await send(recorder, body));
  await service.close();
  expect(live.map(({ status }) => status)).toEqual([200, 200, 400]);
  expect(JSON.stringify(recorder.recording)).not.toContain("very-secret");
  const replay = createMockServer({ replay: { recording: recorder.recording! } });
  for (const [index, body] of requests.entries()) expect((await send(replay, body)).text).toBe(live[index]!.text);
});
