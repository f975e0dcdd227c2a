import { createMockServer } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";
import { expectLinear } from "../support/linear.ts";

type Json = Record<string, unknown>;

const path = "/api/v1/messages";
const claude = "anthropic/claude-sonnet-4.5";
const user = { role: "user", content: "Hi." };

/** The request as the model receives it. */
async function seen(body: Json, headers: Record<string, string> = {}): Promise<Json> {
  let request: Json = {};
  const script = (received: unknown): string => {
    request = received as Json;
    return "Fine.";
  };
  const server = createMockServer({ script, validateHistory: false });
  const answer = await call(server, path, {
    body: { model: claude, max_tokens: 2000, messages: [user], ...body },
    headers,
  });
  expect(answer.text).toContain('"type":"message"');
  return JSON.parse(JSON.stringify(request)) as Json;
}

async function refused(body: Json, headers: Record<string, string> = {}): Promise<Answer> {
  return call(createMockServer(), path, {
    body: { model: claude, max_tokens: 2000, messages: [user], ...body },
    headers,
  });
}

const mark = { type: "ephemeral", ttl: "1h" };
const png = { type: "base64", media_type: "image/png", data: "AAAA" };
const pdf = { type: "base64", media_type: "application/pdf", data: "JVBERi0=" };

describe("a block of a user message", () => {
  const blocks: [string, Json, unknown][] = [
    ["text", { type: "text", text: "Hi.", cache_control: mark }, { type: "text", text: "Hi.", cache_control: mark }],
    [
      "image as base64",
      { type: "image", source: png },
      { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } },
    ],
    [
      "image by URL",
      { type: "image", source: { type: "url", url: "https://a.example/a.png" }, cache_control: mark },
      { type: "image_url", image_url: { url: "https://a.example/a.png" }, cache_control: mark },
    ],
    [
      "plain text document",
      { type: "document", title: "Notes", source: { type: "text", media_type: "text/plain", data: "One." } },
      { type: "text", text: "Notes\n" },
    ],
    [
      "document of blocks",
      { type: "document", source: { type: "content", content: [{ type: "text", text: "One." }] } },
      { type: "text", text: "One." },
    ],
    [
      "search result",
      { type: "search_result", title: "A", source: "https://a.example/", content: [{ type: "text", text: "One." }] },
      { type: "text", text: "A\nhttps://a.example/\nOne." },
    ],
    ["file of the container", { type: "container_upload", file_id: "f1" }, { type: "container_upload", file_id: "f1" }],
    ["block of an unknown type", { type: "hologram", data: 1 }, { type: "hologram", data: 1 }],
  ];

  test.each(blocks)("of the kind %s reaches the model", async (_, block, part) => {
    const { messages } = await seen({ messages: [{ role: "user", content: [block, { type: "text", text: "?" }] }] });
    expect((messages as { content: unknown[] }[])[0]!.content[0]).toEqual(part);
  });

  test("of the kind document is a file", async () => {
    const plugins = [{ id: "file-parser", pdf: { engine: "native" } }];
    const source = { type: "document", title: "A.pdf", source: pdf };
    const { messages } = await seen({
      model: "google/gemini-2.5-flash",
      plugins,
      messages: [{ role: "user", content: [source] }],
    });
    expect(messages).toEqual([
      {
        role: "user",
        content: [{ type: "file", file: { filename: "A.pdf", file_data: "data:application/pdf;base64,JVBERi0=" } }],
      },
    ]);
  });
});

const conversions: [string, Json[], Json[]][] = [
  ["a string", [user], [user]],
  [
    "system messages, also the last one",
    [user, { role: "system", content: "Be short." }],
    [user, { role: "system", content: "Be short." }],
  ],
  [
    "a system message that changes the effort",
    [user, { role: "system", output_config: { effort: "low" } }],
    [user, { role: "system", content: "", configuration_update: { reasoning: { effort: "low" } } }],
  ],
  [
    "tool calls with text and thinking",
    [
      user,
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "Hm.", signature: "c2ln" },
          { type: "redacted_thinking", data: "xyz" },
          { type: "text", text: "Let me see." },
          { type: "tool_use", id: "a", name: "f", input: { x: 1 } },
          { type: "tool_use", id: "b", name: "g", input: {} },
        ],
      },
      {
        role: "user",
        content: [
          { type: "tool_result", tool_use_id: "a", content: "1" },
          {
            type: "tool_result",
            tool_use_id: "b",
            content: [
              { type: "text", text: "no" },
              { type: "image", source: png },
            ],
            is_error: true,
          },
          { type: "text", text: "Go on." },
        ],
      },
    ],
    [
      user,
      {
        role: "assistant",
        content: "Let me see.",
        reasoning_details: [
          { type: "reasoning.text", text: "Hm.", signature: "c2ln", format: "anthropic-claude-v1", index: 0 },
          { type: "reasoning.encrypted", data: "xyz", format: "anthropic-claude-v1", index: 1 },
        ],
        tool_calls: [
          { id: "a", type: "function", function: { name: "f", arguments: '{"x":1}' } },
          { id: "b", type: "function", function: { name: "g", arguments: "{}" } },
        ],
      },
      { role: "tool", tool_call_id: "a", content: "1" },
      {
        role: "tool",
        tool_call_id: "b",
        content: [
          { type: "text", text: "no" },
          { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } },
        ],
        is_error: true,
      },
      { role: "user", content: "Go on." },
    ],
  ],
  [
    "a result without content, and a breakpoint of the cache",
    [
      user,
      { role: "assistant", content: [{ type: "tool_use", id: "a", name: "f", input: {}, cache_control: mark }] },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "a", content: "1", cache_control: mark }] },
      { role: "assistant", content: [{ type: "tool_use", id: "b", name: "f", input: {} }] },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "b" }] },
    ],
    [
      user,
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "a", type: "function", function: { name: "f", arguments: "{}" }, cache_control: mark }],
      },
      { role: "tool", tool_call_id: "a", content: [{ type: "text", text: "1", cache_control: mark }] },
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "b", type: "function", function: { name: "f", arguments: "{}" } }],
      },
      { role: "tool", tool_call_id: "b", content: "" },
    ],
  ],
  [
    "an earlier web search",
    [
      user,
      {
        role: "assistant",
        content: [
          { type: "server_tool_use", id: "srvtoolu_1", name: "web_search", input: { query: "x" } },
          { type: "web_search_tool_result", tool_use_id: "srvtoolu_1", content: [] },
          { type: "text", text: "Found." },
        ],
      },
      user,
    ],
    [
      user,
      {
        role: "assistant",
        content: "Found.",
        reasoning_details: [
          {
            type: "reasoning.server_tool_call",
            tool_name: "web_search",
            arguments: '{"query":"x"}',
            result: "[]",
            tool_call_id: "srvtoolu_1",
            index: 0,
          },
        ],
      },
      user,
    ],
  ],
];

test.each(conversions)("messages with %s reach the model", async (_, messages, expected) => {
  expect((await seen({ messages })).messages).toEqual(expected);
});

test("the system prompt is the first message, with its cache breakpoints", async () => {
  expect((await seen({ system: "Be short." })).messages).toEqual([{ role: "system", content: "Be short." }, user]);
  const blocks = [
    { type: "text", text: "A" },
    { type: "text", text: "B", cache_control: mark },
  ];
  expect((await seen({ system: blocks })).messages).toEqual([{ role: "system", content: blocks }, user]);
});

const schema = { type: "object", properties: {} };
const tool = { type: "function", function: { name: "f", parameters: schema } };

const tools: [string, Json, unknown][] = [
  ["a function without a type", { name: "f", input_schema: schema }, tool],
  [
    "a function of the type custom",
    { type: "custom", name: "f", input_schema: schema, eager_input_streaming: true },
    tool,
  ],
  [
    "every setting",
    { name: "f", description: "F.", input_schema: schema, strict: true, defer_loading: true, cache_control: mark },
    {
      type: "function",
      function: { name: "f", description: "F.", parameters: schema, strict: true },
      defer_loading: true,
      cache_control: mark,
    },
  ],
  [
    "a web search",
    { type: "web_search_20250305", name: "web_search", blocked_domains: ["a.example"], max_uses: 3 },
    { type: "openrouter:web_search", parameters: { excluded_domains: ["a.example"], max_uses: 3 } },
  ],
  [
    "a web fetch",
    { type: "web_fetch_20260318", name: "web_fetch", allowed_domains: ["a.example"] },
    { type: "openrouter:web_fetch", parameters: { allowed_domains: ["a.example"] } },
  ],
  ["a server tool", { type: "openrouter:datetime" }, { type: "openrouter:datetime" }],
];

test.each(tools)("a tool with %s reaches the model", async (_, given, expected) => {
  expect((await seen({ tools: [given] })).tools).toEqual([expected]);
});

test("tools that the caller runs and whose schema the model knows are functions", async () => {
  const given = [
    { type: "bash_20250124", name: "bash" },
    { type: "text_editor_20250728", name: "str_replace_based_edit_tool" },
    { type: "memory_20250818", name: "memory" },
    { type: "computer_20250124", name: "computer", display_width_px: 800, display_height_px: 600 },
    { type: "tool_search_tool_regex_20251119", name: "tool_search_tool_regex" },
  ];
  const names = ((await seen({ tools: given })).tools as (typeof tool)[]).map((each) => each.function.name);
  expect(names).toEqual(["bash", "str_replace_based_edit_tool", "memory", "computer"]);
});

const settings: [string, Json, Json][] = [
  ["tool_choice auto", { tool_choice: { type: "auto" } }, { tool_choice: "auto" }],
  [
    "tool_choice any",
    { tool_choice: { type: "any", disable_parallel_tool_use: true } },
    { tool_choice: "required", parallel_tool_calls: false },
  ],
  [
    "tool_choice tool",
    { tool_choice: { type: "tool", name: "f" } },
    { tool_choice: { type: "function", function: { name: "f" } } },
  ],
  ["tool_choice none", { tool_choice: { type: "none" } }, { tool_choice: "none" }],
  ["enabled thinking", { thinking: { type: "enabled", budget_tokens: 1024 } }, { reasoning: { max_tokens: 1024 } }],
  ["adaptive thinking", { thinking: { type: "adaptive" } }, { reasoning: { enabled: true } }],
  [
    "adaptive thinking with an effort",
    { thinking: { type: "adaptive" }, output_config: { effort: "low" } },
    { reasoning: { effort: "low" } },
  ],
  ["disabled thinking", { thinking: { type: "disabled" } }, { reasoning: { enabled: false } }],
  ["an effort without thinking", { output_config: { effort: "low" } }, { verbosity: "low" }],
  [
    "a budget with an effort",
    { thinking: { type: "enabled", budget_tokens: 1024 }, output_config: { effort: "high" } },
    { reasoning: { max_tokens: 1024 }, verbosity: "high" },
  ],
  [
    "an output format",
    { output_config: { format: { type: "json_schema", schema } } },
    { response_format: { type: "json_schema", json_schema: { name: "output", schema, strict: true } } },
  ],
  ["stop sequences", { stop_sequences: ["END"] }, { stop: ["END"] }],
  ["sampling parameters", { temperature: 0.5, top_p: 0.9, top_k: 40 }, { temperature: 0.5, top_p: 0.9, top_k: 40 }],
  ["max_tokens", { max_tokens: 12 }, { max_tokens: 12 }],
  ["the id of the user", { metadata: { user_id: '{"device":"a"}' } }, { user: '{"device":"a"}' }],
  ["fallbacks", { fallbacks: [{ model: "claude-haiku-4-5" }] }, { models: ["anthropic/claude-haiku-4.5"] }],
  [
    "a session",
    { session_id: "s1", cache_control: { type: "ephemeral" } },
    { session_id: "s1", cache_control: { type: "ephemeral" } },
  ],
  ["the standard tier", { service_tier: "standard_only" }, { service_tier: "default" }],
];

test.each(settings)("%s reaches the model", async (_, given, expected) => {
  expect(await seen({ tools: [{ name: "f", input_schema: schema }], ...given })).toMatchObject(expected);
});

test("what coding agents send beyond that is accepted", async () => {
  const given = {
    context_management: { edits: [{ type: "clear_thinking_20251015", keep: "all" }, { type: "new_edit_2027" }] },
    thinking: { type: "adaptive", display: "updates" },
    inference_geo: "eu",
    container: "c1",
    diagnostics: { previous_message_id: "m1" },
    unknown_field: { deep: [1] },
  };
  const headers = { "anthropic-beta": "claude-code-20250219,some-beta-2030-01-01", "anthropic-version": "2023-06-01" };
  expect((await seen(given, headers)).messages).toEqual([user]);
});

describe("anthropic-version", () => {
  const removed: [string, Json][] = [
    ["/temperature", { temperature: 0.5 }],
    ["/top_p", { top_p: 0.5 }],
    ["/top_k", { top_k: 5 }],
    [
      "/messages/1/content/0/type",
      {
        messages: [
          user,
          {
            role: "assistant",
            content: [{ type: "document", source: { type: "text", media_type: "text/plain", data: "A" } }],
          },
          user,
        ],
      },
    ],
    [
      "/messages/0/content/1/citations",
      {
        messages: [
          {
            role: "user",
            content: [
              { type: "text", text: "A" },
              { type: "text", text: "B", citations: [] },
            ],
          },
        ],
      },
    ],
  ];

  test.each(removed)("2026-10-21 refuses %s", async (pointer, body) => {
    const { status, body: answer } = await refused(body, { "anthropic-version": "2026-10-21" });
    expect(status).toBe(400);
    expect(answer.error).toMatchObject({
      type: "invalid_request_error",
      message: expect.stringContaining(pointer) as unknown,
    });
    expect(answer.metadata!.issues).toMatchObject([{ in: "body", pointer }]);
  });

  test.each(removed)("2023-06-01 and a request without a version accept %s", async (_, body) => {
    await seen(body, { "anthropic-version": "2023-06-01" });
    await seen(body);
  });

  test("2026-10-21 accepts the rest, and so does a later date", async () => {
    await seen({ thinking: { type: "adaptive" } }, { "anthropic-version": "2026-10-21" });
    await seen({}, { "anthropic-version": "2027-01-01" });
    expect((await refused({ top_k: 5 }, { "anthropic-version": "2027-01-01" })).status).toBe(400);
  });

  test.each(["latest", "2023-6-1", "9999-99-99", "2026-13-45", "2026-02-30", "2026-00-10", "2026-10-21T00:00:00Z"])(
    "that is not a date is refused: %s",
    async (version) => {
      const { status, body } = await refused({}, { "anthropic-version": version });
      expect(status).toBe(400);
      expect(body.error!.message).toBe(
        `anthropic-version: expected a date such as 2023-06-01 or 2026-10-21, got "${version}"`,
      );
    },
  );
});

describe("a request is refused", () => {
  const refusals: [string, Json, string][] = [
    [
      "a tool that only the provider can run",
      { tools: [{ type: "code_execution_20250825", name: "code_execution" }] },
      "/tools/0/type: this server does not support code_execution_20250825",
    ],
    [
      "a tool of an unknown type",
      {
        tools: [
          { name: "f", input_schema: schema },
          { type: "quantum_20300101", name: "q" },
        ],
      },
      "/tools/1/type: this server does not support quantum_20300101",
    ],
    [
      "an unsupported server tool",
      { tools: [{ type: "openrouter:bash" }] },
      "/tools/0/type: this server does not support openrouter:bash",
    ],
    [
      "MCP servers",
      { mcp_servers: [{ type: "url", name: "a", url: "https://a.example/" }] },
      "/mcp_servers: this server does not connect",
    ],
    [
      "models and fallbacks",
      { models: [claude], fallbacks: [{ model: claude }] },
      "/fallbacks: is not allowed together with models",
    ],
    [
      "a thinking budget that leaves no room",
      { thinking: { type: "enabled", budget_tokens: 2000 } },
      "/thinking/budget_tokens: expected less than max_tokens (2000), got 2000",
    ],
    [
      "a block without its fields",
      { messages: [{ role: "user", content: [{ type: "text" }] }] },
      "/messages/0/content/0/text: is required and missing",
    ],
    [
      "an unknown role",
      { messages: [{ role: "tool", content: "x" }] },
      '/messages/0/role: expected one of "user", "assistant", "system"',
    ],
    ["no messages", { messages: [] }, "/messages: expected at least 1 item"],
  ];

  test.each(refusals)("with %s", async (_, body, message) => {
    const answer = await refused(body);
    expect(answer.status).toBe(400);
    expect(answer.body.type).toBe("error");
    expect(answer.body.error!.message).toContain(message);
    expect(answer.body.metadata!.issues![0]!.pointer).toBe(message.split(":")[0]);
  });

  const impossible = { type: "string", minLength: 5, maxLength: 2 };
  const pointers: [string, Json][] = [
    ["/output_config/format/schema", { output_config: { format: { type: "json_schema", schema: impossible } } }],
    [
      "/tools/1/input_schema",
      {
        tools: [
          { type: "tool_search_tool_bm25", name: "tool_search_tool_bm25" },
          { name: "f", input_schema: { type: "object", properties: { a: impossible }, required: ["a"] } },
        ],
        tool_choice: { type: "tool", name: "f" },
      },
    ],
  ];

  test.each(pointers)("with its own pointer %s for a schema without values", async (pointer, body) => {
    const answer = await refused(body);
    expect(answer.status).toBe(400);
    expect(answer.body.metadata!.issues![0]!.pointer).toMatch(new RegExp(`^${pointer}`));
    expect(answer.body.error!.message).toMatch(new RegExp(`^${pointer}`));
  });

  test("with a thread, so that SDKs send the whole conversation", async () => {
    const { status, body } = await refused({ thread: { type: "continue", previous_message_id: "gen-1" } });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      type: "invalid_request_error",
      details: { error_code: "thread_unsupported_request", unsupported: ["thread"] },
    });
  });
});

test("many blocks of one turn take time in proportion to their number", async () => {
  const server = createMockServer({ credits: 10_000 });
  let run = 0;
  await expectLinear(async (size) => {
    // The tokenizer remembers the tokens of a limited number of texts.
    run++;
    const many = (toBlock: (id: string) => Json): Json[] =>
      Array.from({ length: size }, (_, id) => toBlock(`t${run}_${id}`));
    const turn = [
      ...many(() => ({ type: "thinking", thinking: "a", signature: "b" })),
      ...many(() => ({ type: "text", text: "a" })),
      ...many((id) => ({ type: "tool_use", id, name: "f", input: {} })),
    ];
    const results = many((id) => ({ type: "tool_result", tool_use_id: id, content: "1" }));
    const messages = [user, { role: "assistant", content: turn }, { role: "user", content: results }];
    const { status, text } = await call(server, path, { body: { model: claude, max_tokens: 2000, messages } });
    expect(status, text.slice(0, 500)).toBe(200);
  }, 2000);
});
