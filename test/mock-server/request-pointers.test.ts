// A 400 speaks of the structures of the request's own API, and points at the mistake in that request.
import { createMockServer } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";

type Json = Record<string, unknown>;

const openai = "openai/gpt-5-mini";
const claude = "anthropic/claude-sonnet-4.5";
const gemini = "google/gemini-2.5-flash";
const models = [openai, claude, gemini];
const user = { role: "user", content: "Hi." };
const server = createMockServer({ credits: 1000 });

const paths = { chat: "/api/v1/chat/completions", responses: "/api/v1/responses", messages: "/api/v1/messages" };
type Api = keyof typeof paths;

function send(api: Api, body: Json): Promise<Answer> {
  const usual = {
    chat: { messages: [user] },
    responses: { input: "Hi." },
    messages: { messages: [user], max_tokens: 2000 },
  };
  return call(server, paths[api], { body: { model: openai, ...usual[api], ...body } });
}

interface Mistake {
  readonly pointer: string;
  readonly message: string;
  readonly raw: string;
}

async function mistakeIn(api: Api, body: Json): Promise<Mistake> {
  const { status, body: answer } = await send(api, body);
  expect(status).toBe(400);
  const metadata = (answer.metadata ?? answer.error!.metadata!) as unknown as { issues: Mistake[]; raw?: string };
  expect(metadata.issues).toHaveLength(1);
  return { ...metadata.issues[0]!, raw: metadata.raw ?? "" };
}

const ask = (id: string, name = "f"): Json => ({ type: "function_call", call_id: id, name, arguments: "{}" });
const result = (id: string): Json => ({ type: "function_call_output", call_id: id, output: "1" });
const custom = { type: "custom_tool_call", call_id: "a", name: "f", input: "x" };
const tool = (name: string): Json => ({ type: "function", name, parameters: { type: "object" } });
const answer = { role: "assistant", content: "Wait." };

describe.each(models)("Responses with %s", (model) => {
  test.each<[what: string, body: Json, pointer: string, raw: RegExp]>([
    [
      "a repeated call",
      { input: [user, ask("a"), ask("a"), result("a")] },
      "/input/2",
      /function_call input\[2\].* a\b/,
    ],
    [
      "an orphaned output",
      { input: [user, result("a")] },
      "/input/1",
      /function_call_output input\[1\] must follow a function_call/,
    ],
    [
      "a repeated output",
      { input: [user, ask("a"), result("a"), result("a")] },
      "/input/3",
      /Duplicate function_call_output input\[3\]/,
    ],
    [
      "the second of two calls without its output",
      { instructions: "Be kind.", input: [user, answer, ask("a"), ask("b"), result("a"), user] },
      "/input/3",
      /No tool output found for function call b\..*input\[3\]/,
    ],
    ["a custom call without its output", { input: [user, custom] }, "/input/1", /input\[1\]/],
    ["a bad name", { input: [user, answer, ask("a", "bad name"), result("a")] }, "/input/2/name", /'input\[2\]\.name'/],
    ["a bad name of a tool", { tools: [tool("f"), tool("$")] }, "/tools/1/name", /'tools\[1\]\.name'/],
    ["two tools with one name", { tools: [tool("f"), tool("f")] }, "/tools/1/name", /'tools\[1\]\.name'/],
    ["a choice without tools", { tool_choice: "required" }, "/tool_choice", /'tool_choice'.*'tools'/],
    [
      "a choice of another tool",
      { tools: [tool("f")], tool_choice: { type: "function", name: "g" } },
      "/tool_choice",
      /'g' was not found/,
    ],
  ])("%s", async (_, body, pointer, raw) => {
    const mistake = await mistakeIn("responses", { model, ...body });
    expect(mistake.pointer).toBe(pointer);
    const { error } = JSON.parse(mistake.raw) as { error: { message: string; param: string } };
    expect(error.message).toMatch(raw);
    expect(error.param).toBe(
      pointer
        .slice(1)
        .replace(/\/(\d+)/g, "[$1]")
        .replaceAll("/", "."),
    );
    expect(mistake.raw).not.toMatch(/messages|tool_calls|tool_call_id|'tool'|tool_use|tool_result/);
  });
});

const use = (id: string, name = "f"): Json => ({ type: "tool_use", id, name, input: {} });
const found = (id: string): Json => ({ type: "tool_result", tool_use_id: id, content: "1" });
const text = { type: "text", text: "Wait." };
const turn = (...content: Json[]): Json => ({ role: "assistant", content });
const reply = (...content: Json[]): Json => ({ role: "user", content });
const schema = { type: "object" };

describe.each(models)("Messages with %s", (model) => {
  test.each<[what: string, body: Json, pointer: string, raw: RegExp]>([
    [
      "a repeated call",
      { messages: [user, turn(text, use("a"), use("a")), reply(found("a"))] },
      "/messages/1/content/2",
      /^messages\.1\.content\.2: `tool_use` ids must be unique/,
    ],
    [
      "an orphaned result after a system prompt and other results",
      { system: "Be kind.", messages: [user, turn(use("a")), reply(found("a"), text, found("b"))] },
      "/messages/2/content/2",
      /^messages\.2\.content\.2: unexpected `tool_use_id`.*`tool_result` blocks: b/,
    ],
    [
      "a repeated result",
      { messages: [user, turn(use("a")), reply(found("a"), found("a"))] },
      "/messages/2/content/1",
      /^messages\.2\.content\.1: .*several `tool_result` blocks with id: a/,
    ],
    [
      "the second of two calls without its result, after results that are messages of their own",
      {
        messages: [
          user,
          turn(use("a"), use("b")),
          reply(found("a"), found("b")),
          turn(text, use("c"), use("d")),
          reply(found("c")),
        ],
      },
      "/messages/3/content/2",
      /^messages\.3\.content\.2: `tool_use` ids .* without `tool_result` blocks immediately after: d\./,
    ],
    ["a choice without tools", { tool_choice: { type: "any" } }, "/tool_choice", /^tool_choice: /],
    [
      "a choice of another tool",
      { tools: [{ name: "f", input_schema: schema }], tool_choice: { type: "tool", name: "g" } },
      "/tool_choice",
      /^tool_choice: tool 'g' not found/,
    ],
    [
      "two tools with one name, after one that is left out",
      {
        tools: [
          { type: "tool_search_tool_bm25", name: "tool_search_tool_bm25" },
          { name: "f", input_schema: schema },
          { name: "f", input_schema: schema },
        ],
      },
      "/tools/2/name",
      /^tools: Tool names must be unique/,
    ],
  ])("%s", async (_, body, pointer, raw) => {
    const mistake = await mistakeIn("messages", { model, ...body });
    expect(mistake.pointer).toBe(pointer);
    const { error } = JSON.parse(mistake.raw) as { error: { message: string } };
    expect(error.message).toMatch(raw);
    expect(mistake.raw).not.toMatch(/tool_calls|tool_call_id|'tool'|messages\[|function/);
  });
});

test.each<[pointer: string, body: Json]>([
  ["/messages/1/tool_calls/1", { ids: ["a", "a"], results: ["a"] }],
  ["/messages/1/tool_calls/1", { ids: ["a", "b"], results: ["a"] }],
  ["/messages/3", { ids: ["a"], results: ["a", "b"] }],
])("a chat completion is refused at %s", async (pointer, { ids, results }) => {
  const tool_calls = (ids as string[]).map((id) => ({
    id,
    type: "function",
    function: { name: "f", arguments: "{}" },
  }));
  const tools = (results as string[]).map((id) => ({ role: "tool", tool_call_id: id, content: "1" }));
  const messages = [user, { role: "assistant", content: null, tool_calls }, ...tools];
  expect((await mistakeIn("chat", { messages })).pointer).toBe(pointer);
});

test("a chat completion is refused at its tool choice", async () => {
  for (const model of models)
    expect((await mistakeIn("chat", { model, tool_choice: "required" })).pointer).toBe("/tool_choice");
});

describe("a name of a model has its pointer", () => {
  const unknown = "acme/none";
  const apis = ["chat", "responses", "messages"] as const;
  test.each(
    apis.flatMap((api) => [
      [api, { model: unknown }, "/model"] as const,
      [api, { model: "openai/text-embedding-3-small" }, "/model"] as const,
      [api, { models: [openai, claude, unknown] }, "/models/2"] as const,
      [api, { model: "openrouter/auto", models: [unknown] }, "/models/0"] as const,
      [api, { model: unknown, stream: true }, "/model"] as const,
    ]),
  )("%s %j at %s", async (api, body, pointer) => {
    const mistake = await mistakeIn(api, body);
    expect(mistake.pointer).toBe(pointer);
    expect(mistake.message).toMatch(/is not a/);
  });

  test("in fallbacks, a token count, an embedding and a reranking", async () => {
    expect((await mistakeIn("messages", { fallbacks: [{ model: claude }, { model: unknown }] })).pointer).toBe(
      "/fallbacks/1/model",
    );
    for (const [path, body] of [
      ["messages/count_tokens", { messages: [user] }],
      ["embeddings", { input: "Hi" }],
      ["rerank", { query: "a", documents: ["b"] }],
    ] as const) {
      const { body: answer } = await call(server, `/api/v1/${path}`, { body: { model: unknown, ...body } });
      const { metadata } = answer.error!.metadata ? answer.error! : answer;
      expect(metadata!.issues).toMatchObject([{ in: "body", pointer: "/model" }]);
    }
  });
});

test("a long value is truncated in an error", async () => {
  const long = "x".repeat(100_000);
  const answers = await Promise.all([
    send("responses", { previous_response_id: long }),
    send("responses", { prompt: { id: long } }),
    send("responses", { input: [user, ask(long)] }),
    send("messages", { tools: [{ type: long, name: "f" }] }),
    send("messages", { messages: [user, turn(use(long))] }),
    call(server, paths.messages, {
      headers: { "anthropic-version": long.slice(0, 10_000) },
      body: { model: openai, messages: [user], max_tokens: 5 },
    }),
  ]);
  for (const { status, text: sent } of answers) {
    expect(status).toBe(400);
    expect(sent).toContain("x...");
    expect(sent.length).toBeLessThan(1500);
  }
});
