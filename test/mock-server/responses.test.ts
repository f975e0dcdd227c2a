// The Responses API: the same server as chat completions, in OpenAI's newer format.
import { createMockServer, type MockServer, type MockServerOptions, type ModelOutput } from "@patchbay/mock-server";
import type { ResponseOutputItem } from "@patchbay/spec";
import { describe, expect, test } from "vitest";
import { call, chat } from "../support/call.ts";
import { createJudgedServer, type JudgedServer } from "../support/judged-server.ts";
import { addUp, respond, type Loose } from "../support/responses.ts";

const model = "openai/gpt-5-mini";
const claude = "anthropic/claude-sonnet-4.5";
const called = [
  { role: "user", content: "Hi" },
  { type: "function_call", call_id: "c1", name: "add", arguments: "{}" },
  { type: "function_call_output", call_id: "c1", output: "1" },
] as const;
/** A schema that no value matches. */
const never = { type: "string", minLength: 2, maxLength: 1 };
const withNever = {
  type: "function",
  name: "f",
  parameters: { type: "object", properties: { a: never }, required: ["a"] },
};
const add = {
  type: "function",
  name: "add",
  description: "Adds numbers",
  parameters: { type: "object", properties: { a: { type: "integer" } }, required: ["a"] },
} as const;

function serve(script: string | NonNullable<MockServerOptions["script"]>): JudgedServer {
  return createJudgedServer({ script: typeof script === "string" ? [script] : script, tokenDelay: 0 });
}

/** The output of a request, as a body and as a stream, which must agree. */
async function outputOf(
  output: ModelOutput,
  input: Record<string, unknown> = {},
): Promise<readonly ResponseOutputItem[]> {
  const server = serve([output, output]);
  const body = await respond(server, { input: "Hi", ...input });
  const streamed = await respond(server, { input: "Hi", ...input, stream: true });
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (name, member: unknown) => (/(^|_)id$|encrypted|signature/.test(name) ? "id" : member)),
    );
  expect(plain(addUp(streamed.events))).toEqual(plain(streamed.body.output));
  expect(plain(streamed.body.output)).toEqual(plain(body.body.output));
  expect(await server.faults()).toEqual([]);
  return body.body.output;
}

describe("a response", () => {
  test("has the text, the usage and the settings of the request", async () => {
    const server = serve("Hello there");
    const { status, headers, body } = await respond(server, {
      input: "Hi",
      instructions: "Be kind.",
      temperature: 0.5,
      metadata: { team: "a" },
      max_output_tokens: 50,
      tools: [add],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      object: "response",
      status: "completed",
      model,
      error: null,
      incomplete_details: null,
      instructions: "Be kind.",
      temperature: 0.5,
      metadata: { team: "a" },
      max_output_tokens: 50,
      parallel_tool_calls: true,
      tool_choice: "auto",
      tools: [{ ...add, strict: null }],
      store: false,
      previous_response_id: null,
      output: [
        {
          type: "message",
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text: "Hello there", annotations: [], logprobs: [] }],
        },
      ],
      usage: {
        output_tokens: 2,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens_details: { reasoning_tokens: 0 },
      },
    });
    expect(body.id).toBe(headers.get("x-generation-id"));
    expect(await server.faults()).toEqual([]);
  });

  test("streams as events whose names are their types, numbered from 0, with the response at the end", async () => {
    const server = serve("Hello there");
    const { events, body, text } = await respond(server, { input: "Hi", stream: true });
    expect(events.map(({ data }) => data.type)).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.delta",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ]);
    expect(events.map(({ data }) => data.sequence_number)).toEqual(events.map((_, index) => index));
    expect(events[0]!.data.response).toMatchObject({ id: body.id, status: "in_progress", output: [], usage: null });
    expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
    expect(await server.faults()).toEqual([]);
  });

  test("is the generation of the id, with the API that was used", async () => {
    const server = serve("Hello there");
    const { body } = await respond(server, { input: "Hi" });
    const { body: generation } = await call(server, `/api/v1/generation?id=${body.id}`);
    expect(generation.data).toMatchObject({
      api_type: "responses",
      total_cost: body.usage!.cost,
      finish_reason: "stop",
    });
    expect(await server.faults()).toEqual([]);
  });

  test.each([
    ["length", "incomplete", { reason: "max_output_tokens" }],
    ["content_filter", "incomplete", { reason: "content_filter" }],
    ["tool_calls", "completed", null],
    ["something_else", "completed", null],
  ])("with the finish reason %s is %s", async (finishReason, status, incomplete_details) => {
    const server = serve([
      { content: "Half", finishReason },
      { content: "Half", finishReason },
    ]);
    const { body } = await respond(server, { input: "Hi" });
    expect(body).toMatchObject({ status, incomplete_details });
    expect(body.output[0]).toMatchObject({ status });
    const { events } = await respond(server, { input: "Hi", stream: true });
    expect(events.at(-1)!.data).toMatchObject({ type: `response.${status}`, response: { incomplete_details } });
    expect(await server.faults()).toEqual([]);
  });

  test("comes from the response cache with a new id and no cost", async () => {
    const server = serve([{ content: "Hello there", reasoning: "Hm." }]);
    const headers = { "x-openrouter-cache": "true" };
    const first = await respond(server, { input: "Hi" }, { headers });
    const second = await respond(server, { input: "Hi" }, { headers });
    expect(second.headers.get("x-openrouter-cache-status")).toBe("HIT");
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.body).toMatchObject({
      usage: { cost: 0 },
      output: [{ type: "reasoning" }, { content: [{ text: "Hello there" }] }],
    });
    const asChat = await call(server, "/api/v1/chat/completions", { body: chat({ model }), headers });
    expect(asChat.headers.get("x-openrouter-cache-status")).toBe("MISS");
  });

  test("over a port streams with CORS and answers a WebSocket with 426", async () => {
    const listening = await createMockServer({ defaultReply: "echo" }).listen({ port: 0 });
    try {
      const reply = await fetch(`${listening.baseURL}/responses`, {
        method: "POST",
        headers: { authorization: "Bearer sk-or-v1-test" },
        body: JSON.stringify({ model, input: "Hello", stream: true }),
      });
      expect(reply.headers.get("content-type")).toContain("text/event-stream");
      expect(reply.headers.has("openai-model")).toBe(false);
      expect(await reply.text()).toContain("event: response.completed\n");
    } finally {
      await listening.close();
    }
  });

  test("Codex asks for the models in its own way and gets the usual list", async () => {
    const { status, body } = await call(createMockServer(), "/api/v1/models?client_version=0.171.0");
    expect(status).toBe(200);
    expect(body.data![0]).toHaveProperty("id");
  });

  test.each([
    ["websocket", 426],
    ["h2c", 405],
    [undefined, 405],
  ])("GET with the upgrade %s is answered with %i", async (upgrade, status) => {
    const server = createMockServer();
    const headers = { ...(upgrade && { connection: "Upgrade", upgrade }) };
    expect(await call(server, "/api/v1/responses", { headers })).toMatchObject({
      status,
      body: { error: { code: status } },
    });
  });
});

describe("output", () => {
  test("reasoning of OpenAI's models is a summary, encrypted if the request includes it", async () => {
    const output = { reasoning: "Think first.", content: "Done" };
    const [reasoning] = await outputOf(output, { include: ["reasoning.encrypted_content"] });
    expect(reasoning).toMatchObject({
      type: "reasoning",
      summary: [{ type: "summary_text", text: "Think first." }],
      encrypted_content: expect.any(String) as string,
      format: "openai-responses-v1",
      status: "completed",
    });
    expect((await outputOf(output))[0]).not.toHaveProperty("encrypted_content");
  });

  test("reasoning of Claude is text with a signature", async () => {
    const [reasoning] = await outputOf({ reasoning: "Think first.", content: "Done" }, { model: claude });
    expect(reasoning).toMatchObject({
      type: "reasoning",
      summary: [],
      content: [{ type: "reasoning_text", text: "Think first." }],
      signature: expect.any(String) as string,
      format: "anthropic-claude-v1",
    });
  });

  test("a text with tool calls is a message and one item for each call", async () => {
    const output: ModelOutput = {
      content: "Let me add.",
      toolCalls: [
        { name: "add", arguments: { a: 1 }, id: "call_1" },
        { name: "add", arguments: { a: 2 }, id: "call_2" },
      ],
    };
    expect(await outputOf(output, { tools: [add] })).toMatchObject([
      { type: "message", content: [{ text: "Let me add." }] },
      { type: "function_call", call_id: "call_1", name: "add", arguments: '{"a":1}', status: "completed" },
      { type: "function_call", call_id: "call_2", name: "add", arguments: '{"a":2}', status: "completed" },
    ]);
  });

  test.each([
    ["JSON arguments", { input: "*** Begin Patch" }],
    ["plain text", "*** Begin Patch"],
    ["text that is JSON", JSON.stringify("*** Begin Patch")],
  ])("a call of a custom tool with %s is a custom_tool_call with free text", async (_, given) => {
    const output = { toolCalls: [{ name: "patch", arguments: given, id: "call_1" }] };
    const [item] = await outputOf(output, { tools: [{ type: "custom", name: "patch" }] });
    expect(item).toMatchObject({
      type: "custom_tool_call",
      call_id: "call_1",
      name: "patch",
      input: "*** Begin Patch",
    });
  });

  test.each(["wait", "team__wait", "team.wait"])("a call of %s has the namespace of its tool", async (name) => {
    const tools = [{ type: "namespace", name: "team", description: "", tools: [{ type: "function", name: "wait" }] }];
    const [item] = await outputOf({ toolCalls: [{ name, id: "call_1" }] }, { tools });
    expect(item).toMatchObject({ type: "function_call", name: "wait", namespace: "team" });
  });

  test("tools of the same name in two namespaces are distinguished", async () => {
    const inNamespace = (name: string): object => ({
      type: "namespace",
      name,
      description: "",
      tools: [{ type: "function", name: "wait" }],
    });
    const tools = [inNamespace("a"), inNamespace("b"), { type: "function", name: "wait" }];
    const output = { toolCalls: [{ name: "a__wait" }, { name: "b__wait" }, { name: "wait" }] };
    const items = (await outputOf(output, { tools })) as unknown as Loose;
    expect([items[0]!.namespace, items[1]!.namespace, items[2]!.namespace]).toEqual(["a", "b", undefined]);
    const server = createJudgedServer({ defaultReply: "tool_calls" });
    const called = (await respond(server, { input: "Hi", tools })).body.output as unknown as Loose[];
    expect(called.map(({ namespace }) => namespace)).toEqual(["a", "b", undefined]);
  });

  test("citations belong to the text, also if tool calls follow it", async () => {
    const url_citation = { url: "https://example.com", title: "Example", start_index: 0, end_index: 4 };
    const output: ModelOutput = {
      content: "Text.",
      toolCalls: [{ name: "add", arguments: { a: 1 } }],
      annotations: [{ type: "url_citation", url_citation }],
    };
    expect(await outputOf(output, { tools: [add] })).toMatchObject([
      { type: "message", content: [{ text: "Text.", annotations: [{ type: "url_citation", ...url_citation }] }] },
      { type: "function_call" },
    ]);
  });

  test("an image is an image_generation_call with its base64", async () => {
    const images = ["data:image/png;base64,iVBORw0KGgo="];
    expect(await outputOf({ content: "Here.", images })).toMatchObject([
      { type: "message" },
      { type: "image_generation_call", result: "iVBORw0KGgo=", status: "completed" },
    ]);
  });

  test.each([
    ["web_search", "web_search_call"],
    ["web_search_preview", "web_search_call"],
    ["openrouter:web_search", "openrouter:web_search"],
  ])("a search with the tool %s is an item of the type %s before the answer", async (tool, type) => {
    const script = [{ toolCalls: [{ name: tool, arguments: { query: "model routing" } }] }, { content: "Found." }];
    const server = serve([...script, ...script]);
    const input = { input: "Hi", tools: [{ type: tool }] };
    const { body } = await respond(server, input);
    expect(body.output).toMatchObject([
      {
        type,
        status: "completed",
        action: { type: "search", query: "model routing", sources: expect.any(Array) as never },
      },
      { type: "message", content: [{ text: "Found." }] },
    ]);
    expect(body.usage!.server_tool_use_details).toMatchObject({ web_search_requests: 1 });
    const { events } = await respond(server, { ...input, stream: true });
    const steps = events.map(({ data }) => String(data.type)).filter((name) => name.includes("web_search_call."));
    expect(steps).toHaveLength(type === "web_search_call" ? 3 : 0);
    expect(await server.faults()).toEqual([]);
  });

  test("other server tools are items of their own type", async () => {
    const server = serve([
      {
        toolCalls: [
          { name: "openrouter:datetime" },
          { name: "openrouter:web_fetch", arguments: { url: "https://nowhere.example/" } },
        ],
      },
      { content: "Done." },
    ]);
    const tools = [{ type: "openrouter:datetime" }, { type: "openrouter:web_fetch" }];
    expect((await respond(server, { input: "Hi", tools })).body.output).toMatchObject([
      { type: "openrouter:datetime", timezone: "UTC", datetime: expect.any(String) as string },
      {
        type: "openrouter:web_fetch",
        url: "https://nowhere.example/",
        httpStatus: 404,
        error: expect.any(String) as string,
      },
      { type: "message" },
    ]);
    expect(await server.faults()).toEqual([]);
  });
});

describe("failures", () => {
  const interrupted: ModelOutput = { content: "Half", error: { status: 502, message: "Provider disconnected" } };

  test("before the first token are ordinary errors", async () => {
    const server = serve([{ error: { status: 400, message: "too long", errorType: "context_length_exceeded" } }]);
    const { status, body } = await respond(server, { input: "Hi", stream: true });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 400, metadata: { error_type: "context_length_exceeded" } });
    expect(await server.faults()).toEqual([]);
  });

  test("after the first token are a failed response, with HTTP status 200", async () => {
    const server = serve([interrupted, interrupted]);
    const { status, body } = await respond(server, { input: "Hi" });
    expect(status).toBe(200);
    const failed = {
      status: "failed",
      error: { code: "server_error", message: "Provider disconnected" },
      error_type: "provider_unavailable",
      output: [{ type: "message", status: "incomplete", content: [{ text: "Half" }] }],
    };
    expect(body).toMatchObject(failed);
    const { events } = await respond(server, { input: "Hi", stream: true });
    expect(events.at(-1)!.data).toMatchObject({ type: "response.failed", response: failed });
    expect(await server.faults()).toEqual([]);
  });

  test("a tool call that an error interrupted is not done, so that no client runs it", async () => {
    const toolCalls = [
      { name: "add", arguments: { a: 1 } },
      { name: "add", arguments: '{"a":' },
    ];
    const server = serve([{ content: "I add.", toolCalls, error: { status: 502, message: "Provider disconnected" } }]);
    const { events, body } = await respond(server, { input: "Hi", tools: [add], stream: true });
    const done = events.filter(({ data }) => data.type === ("response.output_item.done" as never));
    expect(done.map(({ data }) => data.item!.arguments)).toEqual([undefined, '{"a":1}']);
    expect(body.output.at(-1)).toMatchObject({ status: "incomplete", arguments: '{"a":' });
    expect(await server.faults()).toEqual([]);
  });

  test.each([
    ["rate_limit_exceeded", 429, "rate_limit_exceeded"],
    ["context_length_exceeded", 400, "invalid_prompt"],
    ["content_policy_violation", 403, "image_content_policy_violation"],
    ["provider_overloaded", 503, "server_error"],
  ])("the error type %s has the code of the API", async (errorType, status, code) => {
    const server = serve([{ content: "Half", error: { status, message: "no", errorType } }]);
    expect((await respond(server, { input: "Hi" })).body).toMatchObject({ error: { code }, error_type: errorType });
  });

  test.each<[pointer: string, message: RegExp, input: object]>([
    ["/store", /expected false/, { store: true }],
    ["/previous_response_id", /"resp_1"/, { previous_response_id: "resp_1" }],
    ["/background", /expected false/, { background: true }],
    ["/prompt", /"pmpt_1"/, { prompt: { id: "pmpt_1" } }],
    ["/tools/1/type", /file_search/, { tools: [add, { type: "file_search", vector_store_ids: [] }] }],
    ["/tools/0/type", /openrouter:bash/, { tools: [{ type: "openrouter:bash" }] }],
    [
      "/input/0/tools/0/type",
      /"?mcp/,
      { input: [{ type: "additional_tools", tools: [{ type: "mcp", server_label: "x" }] }] },
    ],
    ["/tools/1/name", /Provider returned error/, { tools: [add, add] }],
    ["/tool_choice", /Provider returned error/, { tools: [add], tool_choice: { type: "function", name: "x" } }],
    ["/input/1", /Provider returned error/, { input: [...called.slice(0, 2), { role: "user", content: "Go on" }] }],
    ["/input/1", /Provider returned error/, { instructions: "Be kind.", input: [called[0], called[2]] }],
    [
      "/input/2/name",
      /Provider returned error/,
      { input: [called[0], { role: "assistant", content: "Hm" }, { ...called[1], name: "bad name" }, called[2]] },
    ],
    [
      "/reasoning/max_tokens",
      /less than max_output_tokens \(5\)/,
      { max_output_tokens: 5, reasoning: { max_tokens: 5 } },
    ],
    ["/provider/sort", /./, { provider: { sort: "beauty" } }],
    [
      "/input/1/type",
      /item_reference/,
      {
        input: [
          { role: "user", content: "Hi" },
          { type: "item_reference", id: "x" },
        ],
      },
    ],
    [
      "/input/0/content/1",
      /image_url/,
      {
        input: [
          {
            role: "user",
            content: [
              { type: "input_text", text: "a" },
              { type: "input_image", file_id: "f" },
            ],
          },
        ],
      },
    ],
    ["/input", /no message/, { input: [] }],
    ["/input/0/role", /usr/, { input: [{ role: "usr", content: "Hi" }] }],
    ["/temperature", /number/, { temperature: "hot" }],
    ["/text/format/schema", /no value/i, { text: { format: { type: "json_schema", name: "x", schema: never } } }],
    ["/tools/0/parameters/properties/a", /no value/i, { tools: [withNever], tool_choice: "required" }],
    [
      "/tools/1/tools/1/parameters/properties/a",
      /no value/i,
      {
        tools: [{ type: "tool_search" }, { type: "namespace", name: "n", description: "", tools: [add, withNever] }],
        tool_choice: { type: "function", name: "f" },
      },
    ],
  ])("a request is refused at %s", async (pointer, message, input) => {
    const server = createJudgedServer();
    const { status, body } = await respond(server, { input: "Hi", ...input });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 400, metadata: { issues: [{ pointer }] } });
    expect(body.error.message).toMatch(message);
    expect(await server.faults()).toEqual([]);
  });
});

describe("the server's features", () => {
  test("rules match the messages, the tool results and the turn", async () => {
    const server = createMockServer({ defaultReply: "echo" });
    server.on({ operation: "responses.create", toolResult: /sunny/ }).reply("Take a hat.");
    server
      .on({ userMessage: /weather/, turn: 1, toolResult: false })
      .reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
    const tools = [{ type: "function", name: "weather" }];
    const first = await respond(server, { input: "How is the weather?", tools });
    expect(first.body.output).toMatchObject([{ type: "function_call", name: "weather" }]);
    const { call_id } = first.body.output[0] as unknown as { call_id: string };
    const second = await respond(server, {
      tools,
      input: [
        { role: "user", content: "How is the weather?" },
        ...first.body.output,
        { type: "function_call_output", call_id, output: "sunny" },
      ],
    });
    expect(second.body.output).toMatchObject([{ content: [{ text: "Take a hat." }] }]);
  });

  test("the journal shows the events", async () => {
    const server = createMockServer({ defaultReply: "echo" });
    await respond(server, { input: "Hi", stream: true });
    const entry = server.journal.last!;
    expect(entry).toMatchObject({ operation: "responses.create", status: 200 });
    expect((entry.response as { type?: string }[]).map(({ type }) => type)).toContain("response.completed");
  });

  test.each([
    ["text", { content: "Hello there, how are you?" }],
    ["reasoning", { content: "Hello", reasoning: "Think about it first." }],
    ["tool calls", { content: "Hm", toolCalls: [{ name: "add", arguments: { a: 1 } }] }],
    ["an image", { content: "Here", images: ["data:image/png;base64,iVBORw0KGgo="] }],
    ["a failure", { content: "Half", error: { status: 502, message: "gone" } }],
  ])("the same conversation costs as much as in chat: %s", async (_, output) => {
    const tool = { name: "add", description: "Adds numbers", parameters: add.parameters };
    const script = [output, output];
    const one = createMockServer({ script, catalog: undefined });
    const { body } = await respond(one, {
      instructions: "Be kind.",
      input: [
        { role: "user", content: [{ type: "input_text", text: "Add one" }] },
        { type: "function_call", call_id: "c1", name: "add", arguments: "{}" },
        { type: "function_call_output", call_id: "c1", output: "1" },
      ],
      tools: [add],
    });
    const { body: completion } = await call(one, "/api/v1/chat/completions", {
      body: {
        model,
        messages: [
          { role: "system", content: "Be kind." },
          { role: "user", content: [{ type: "text", text: "Add one" }] },
          {
            role: "assistant",
            content: null,
            tool_calls: [{ id: "c1", type: "function", function: { name: "add", arguments: "{}" } }],
          },
          { role: "tool", tool_call_id: "c1", content: "1" },
        ],
        tools: [{ type: "function", function: tool }],
      },
    });
    expect(body.usage).toMatchObject({
      input_tokens: completion.usage!.prompt_tokens,
      output_tokens: completion.usage!.completion_tokens,
      cost: completion.usage!.cost,
    });
    expect(await spentBy(one)).toBeCloseTo(2 * Number(body.usage!.cost), 12);
  });
});

async function spentBy(server: MockServer): Promise<number> {
  const { body } = await call(server, "/api/v1/credits", { key: "sk-or-mgmt-test" });
  return Number(body.data!.total_usage);
}
