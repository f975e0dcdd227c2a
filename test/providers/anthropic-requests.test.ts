import { expect, test } from "vitest";
import type { Target } from "../../packages/providers/src/adapter.ts";
import { anthropicAdapter } from "../../packages/providers/src/anthropic/anthropic.ts";
import type { UnifiedRequest } from "../../packages/providers/src/unified.ts";

const user = { role: "user" as const, content: "Hi" };

function send(request: Partial<UnifiedRequest>, target: Partial<Target> = {}) {
  const wire = anthropicAdapter.chat.toWire(
    { messages: [user], ...request },
    { model: "claude-sonnet-4-5", issuer: "i", ...target },
  );
  return { ...wire, json: JSON.parse(String(wire.body)) };
}

test("a request always has a maximum: its own, that of the configuration, or that of the model", () => {
  expect(send({}).json.max_tokens).toBe(32_000);
  expect(send({}, { model: "claude-3-haiku-20240307" }).json.max_tokens).toBe(4096);
  expect(send({}, { maxTokens: 8192 }).json.max_tokens).toBe(8192);
  expect(send({ max_tokens: 50 }, { maxTokens: 8192 }).json.max_tokens).toBe(50);
  expect(send({ max_completion_tokens: 90_000 }, { maxTokens: 8192 }).json.max_tokens).toBe(8192);
  expect(send({ stream: false }).json.stream).toBe(true);
});

test("system and developer messages are joined, and adjacent messages of one role are one turn", () => {
  const { json } = send({
    messages: [
      { role: "system", content: "A" },
      user,
      {
        role: "user",
        content: [
          { type: "text", text: "" },
          { type: "text", text: "again" },
        ],
      },
      { role: "developer", content: "B" },
      { role: "assistant", content: "Hello" },
      { role: "user", content: "Bye" },
    ],
  });
  expect(json.system).toEqual([
    { type: "text", text: "A" },
    { type: "text", text: "B" },
  ]);
  expect(json.messages.map(({ role }: { role: string }) => role)).toEqual(["user", "assistant", "user"]);
  expect(json.messages[0].content).toEqual([
    { type: "text", text: "Hi" },
    { type: "text", text: "again" },
  ]);
});

test("tool results stand first and together in the next user turn, with their errors", () => {
  const call = (id: string) => ({ id, type: "function" as const, function: { name: "f", arguments: "" } });
  const { json } = send({
    messages: [
      user,
      { role: "assistant", content: null, tool_calls: [call("call.1"), call("call_2")] },
      { role: "user", content: "Wait" },
      { role: "tool", tool_call_id: "call.1", content: "one" },
      { role: "tool", tool_call_id: "call_2", content: "two", is_error: true } as never,
    ],
  });
  expect(json.messages[1].content).toEqual([
    { type: "tool_use", id: "call_1", name: "f", input: {} },
    { type: "tool_use", id: "call_2", name: "f", input: {} },
  ]);
  expect(json.messages[2].content).toEqual([
    { type: "tool_result", tool_use_id: "call_1", content: "one" },
    { type: "tool_result", tool_use_id: "call_2", content: "two", is_error: true },
    { type: "text", text: "Wait" },
  ]);
});

test("images and files become image and document blocks", () => {
  const { json, headers } = send({
    messages: [
      {
        role: "user",
        content: [
          { type: "image_url", image_url: { url: "data:image/png;base64,aGk=" } },
          { type: "image_url", image_url: { url: "https://example.com/a.png" } },
          { type: "file", file: { filename: "a.pdf", file_data: "data:application/pdf;base64,aGk=" } },
          { type: "file", file: { filename: "a.txt", file_data: "data:text/plain;base64,aGk=" } },
          { type: "file", file: { file_id: "file_1" } },
        ],
      },
    ],
  });
  expect(json.messages[0].content).toEqual([
    { type: "image", source: { type: "base64", media_type: "image/png", data: "aGk=" } },
    { type: "image", source: { type: "url", url: "https://example.com/a.png" } },
    { type: "document", source: { type: "base64", media_type: "application/pdf", data: "aGk=" }, title: "a.pdf" },
    { type: "document", source: { type: "text", media_type: "text/plain", data: "hi" }, title: "a.txt" },
    { type: "document", source: { type: "file", file_id: "file_1" } },
  ]);
  expect(headers).toMatchObject({ "anthropic-beta": "files-api-2025-04-14" });
});

const tools = [{ type: "function" as const, function: { name: "f", parameters: { type: "object", properties: {} } } }];

test.each([
  ["auto", undefined, { type: "auto" }],
  ["required", undefined, { type: "any" }],
  ["none", false, { type: "none" }],
  [{ type: "function", function: { name: "f" } }, false, { type: "tool", name: "f", disable_parallel_tool_use: true }],
  [undefined, false, { type: "auto", disable_parallel_tool_use: true }],
  [undefined, true, undefined],
])("tool_choice %j with parallel_tool_calls %j is %j", (choice, parallel, expected) => {
  const { json } = send({ tools, tool_choice: choice, parallel_tool_calls: parallel });
  expect(json.tool_choice).toEqual(expected);
});

test.each([
  ["claude-sonnet-4-5", { effort: "high" }, 10_000, { type: "enabled", budget_tokens: 8000 }, undefined],
  ["claude-sonnet-4-5", { max_tokens: 2000 }, 10_000, { type: "enabled", budget_tokens: 2000 }, undefined],
  ["claude-sonnet-4-5", { max_tokens: 20_000 }, 10_000, { type: "enabled", budget_tokens: 9999 }, undefined],
  ["claude-sonnet-4-5", { effort: "low" }, 1000, undefined, undefined],
  ["claude-sonnet-4-5", { effort: "none" }, 10_000, { type: "disabled" }, undefined],
  ["claude-opus-4-6", { effort: "minimal" }, 10_000, { type: "adaptive" }, { effort: "low" }],
  ["claude-opus-4-7", { max_tokens: 20_000 }, 30_000, { type: "adaptive" }, { effort: "high" }],
])("%s with reasoning %j within %i tokens thinks as %j", (model, reasoning, max_tokens, thinking, config) => {
  const { json } = send({ reasoning, max_tokens, temperature: 0.5 }, { model });
  expect(json.thinking).toEqual(thinking);
  expect(json.output_config).toEqual(config);
  if (thinking && thinking.type !== "disabled") expect(json.temperature).toBeUndefined();
});

test("a tool loop that another model began goes on without thinking", () => {
  const messages = [
    user,
    {
      role: "assistant" as const,
      content: null,
      tool_calls: [{ id: "a", type: "function" as const, function: { name: "f", arguments: "{}" } }],
    },
    { role: "tool" as const, tool_call_id: "a", content: "1" },
  ];
  expect(send({ messages, tools, reasoning: { effort: "high" } }).json.thinking).toBeUndefined();
  expect(send({ tools, tool_choice: "required", reasoning: { effort: "high" } }).json.thinking).toBeUndefined();
});

test("of more than four cache breakpoints the last ones stay", () => {
  const text = (name: string) => ({ type: "text" as const, text: name, cache_control: { type: "ephemeral" as const } });
  const content = ["a", "b", "c", "d", "e"].map(text);
  const marked = (json: { messages: { content: { text: string; cache_control?: object }[] }[] }): string[] =>
    json.messages.flatMap((turn) => turn.content.flatMap((block) => (block.cache_control ? [block.text] : [])));
  expect(marked(send({ messages: [{ role: "user", content }] }).json)).toEqual(["b", "c", "d", "e"]);
  const automatic = send({
    messages: [{ role: "user", content }],
    cache_control: { type: "ephemeral", ttl: "1h" },
  }).json;
  expect(marked(automatic)).toEqual(["c", "d", "e"]);
  expect(automatic.cache_control).toEqual({ type: "ephemeral", ttl: "1h" });
});

test("each version of the API gets the sampling parameters that it takes", () => {
  const sampling = { temperature: 1.5, top_p: 0.9, top_k: 40 };
  expect(send(sampling).json).toMatchObject({ temperature: 1, top_k: 40 });
  expect(send(sampling).json.top_p).toBeUndefined();
  expect(send({ top_p: 0.9 }).json.top_p).toBe(0.9);
  expect(send(sampling).headers).toEqual({ "anthropic-version": "2023-06-01" });
  for (const target of [{ options: { version: "2026-10-21" } }, { headers: { "anthropic-version": "2026-10-21" } }]) {
    const { json, headers } = send(sampling, target);
    expect(headers).toEqual({ "anthropic-version": "2026-10-21" });
    for (const name of ["temperature", "top_p", "top_k"]) expect(json[name]).toBeUndefined();
  }
});

test("a JSON schema becomes output_config without bounds, and beta features of the caller are passed on", () => {
  const schema = {
    type: "object",
    properties: {
      minimum: { type: "number", minimum: 1 },
      list: { type: "array", minItems: 3, items: { type: "string", maxLength: 5 } },
    },
    required: ["minimum"],
  };
  const { json, headers } = send(
    { response_format: { type: "json_schema", json_schema: { name: "x", schema, strict: true } } },
    { headers: { "x-anthropic-beta": "a-1, b-2", "anthropic-beta": "b-2" } },
  );
  expect(json.output_config.format.schema).toEqual({
    type: "object",
    properties: { minimum: { type: "number" }, list: { type: "array", items: { type: "string" } } },
    required: ["minimum"],
    additionalProperties: false,
  });
  expect(headers).toMatchObject({ "anthropic-beta": "b-2,a-1" });
});

test("audio is left to other endpoints", () => {
  const content = [{ type: "input_audio" as const, input_audio: { data: "aGk=", format: "wav" } }];
  expect(() => send({ messages: [{ role: "user", content }] })).toThrow("input_audio");
});
