// How the model sees the items, tools and settings of a request of the Responses API.
import type { ChatCompletionRequest, ResponseObject } from "@patchbay/spec";
import { describe, expect, test } from "vitest";
import { createMockServer } from "@patchbay/mock-server";
import { createJudgedServer } from "../support/judged-server.ts";
import { expectLinear } from "../support/linear.ts";
import { respond } from "../support/responses.ts";

const claude = "anthropic/claude-sonnet-4.5";
/** Accepts every kind of input. */
const gemini = "google/gemini-2.5-flash";

/** The request as the model sees it. */
async function seen(input: Record<string, unknown>): Promise<ChatCompletionRequest> {
  let request: ChatCompletionRequest | undefined;
  const server = createJudgedServer({
    validateHistory: false,
    script: (given) => {
      request = given;
      return "OK";
    },
  });
  const { status, text } = await respond(server, input);
  expect(status, text).toBe(200);
  expect(await server.faults()).toEqual([]);
  return request!;
}

const user = { role: "user", content: "Hi" };
const call = { type: "function_call", call_id: "c1", name: "add", arguments: '{"a":1}' };
const output = { type: "function_call_output", call_id: "c1", output: "1" };
const toolCall = (id: string, name: string, text: string): object => ({
  id,
  type: "function",
  function: { name, arguments: text },
});

describe("items become messages", () => {
  test.each<[what: string, items: unknown, messages: unknown]>([
    ["a string", "Hi", [user]],
    ["a message without a type", [user], [user]],
    ["a message with an id of the caller", [{ type: "message", id: "msg_x", ...user }], [user]],
    ["one text part", [{ role: "user", content: [{ type: "input_text", text: "Hi" }] }], [user]],
    [
      "texts, images, files, audio and video",
      [
        {
          role: "user",
          content: [
            { type: "input_text", text: "Look" },
            { type: "input_image", image_url: "https://a.example/a.png", detail: "low" },
            { type: "input_file", filename: "a.txt", file_data: "data:text/plain;base64,SGk=" },
            { type: "input_file", file_url: "https://a.example/b.txt" },
            { type: "input_audio", input_audio: { data: "AAAA", format: "wav" } },
          ],
        },
      ],
      [
        {
          role: "user",
          content: [
            { type: "text", text: "Look" },
            { type: "image_url", image_url: { url: "https://a.example/a.png", detail: "low" } },
            { type: "file", file: { filename: "a.txt", file_data: "data:text/plain;base64,SGk=" } },
            { type: "file", file: { file_data: "https://a.example/b.txt" } },
            { type: "input_audio", input_audio: { data: "AAAA", format: "wav" } },
          ],
        },
      ],
    ],
    [
      "roles",
      [
        { role: "system", content: "A" },
        { role: "developer", content: [{ type: "input_text", text: "B" }] },
        user,
        {
          role: "assistant",
          content: [{ type: "output_text", text: "C", annotations: [] }],
          id: "m",
          status: "completed",
        },
        { role: "assistant", content: "D" },
        user,
      ],
      [
        { role: "system", content: "A" },
        { role: "developer", content: "B" },
        user,
        {
          role: "assistant",
          content: [
            { type: "text", text: "C" },
            { type: "text", text: "D" },
          ],
        },
        user,
      ],
    ],
    [
      "one turn of the model",
      [
        user,
        { type: "reasoning", id: "rs_1", summary: [] },
        { type: "message", role: "assistant", id: "m", content: [{ type: "output_text", text: "I add." }] },
        { ...call, id: "fc_1", status: "completed" },
        { ...call, call_id: "c2" },
        output,
        { ...output, call_id: "c2", output: [{ type: "input_image", image_url: "data:image/png;base64,AAAA" }] },
        { role: "assistant", content: "Done." },
      ],
      [
        user,
        {
          role: "assistant",
          content: "I add.",
          tool_calls: [toolCall("c1", "add", '{"a":1}'), toolCall("c2", "add", '{"a":1}')],
        },
        { role: "tool", tool_call_id: "c1", content: "1" },
        {
          role: "tool",
          tool_call_id: "c2",
          content: [{ type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } }],
        },
        { role: "assistant", content: "Done." },
      ],
    ],
    [
      "custom tool calls",
      [
        user,
        { type: "custom_tool_call", call_id: "c1", name: "patch", input: 'a "b"' },
        { type: "custom_tool_call_output", call_id: "c1", output: "applied" },
      ],
      [
        user,
        { role: "assistant", content: null, tool_calls: [toolCall("c1", "patch", JSON.stringify({ input: 'a "b"' }))] },
        { role: "tool", tool_call_id: "c1", content: "applied" },
      ],
    ],
    [
      "reasoning with all of its parts",
      [
        user,
        {
          type: "reasoning",
          id: "rs_1",
          summary: [{ type: "summary_text", text: "A" }],
          content: [{ type: "reasoning_text", text: "B" }],
          encrypted_content: "C",
          signature: "D",
          format: "anthropic-claude-v1",
        },
        { role: "assistant", content: "E" },
      ],
      [
        user,
        {
          role: "assistant",
          content: "E",
          reasoning_details: [
            { type: "reasoning.summary", summary: "A", id: "rs_1", format: "anthropic-claude-v1" },
            { type: "reasoning.text", text: "B", id: "rs_1", format: "anthropic-claude-v1", signature: "D" },
            { type: "reasoning.encrypted", data: "C", id: "rs_1", format: "anthropic-claude-v1" },
          ],
        },
      ],
    ],
    [
      "a generated image",
      [user, { type: "image_generation_call", id: "ig_1", status: "completed", result: "AAAA" }, user],
      [
        user,
        {
          role: "assistant",
          content: null,
          images: [{ type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } }],
        },
        user,
      ],
    ],
    [
      "a refusal",
      [user, { role: "assistant", content: [{ type: "refusal", refusal: "No." }] }],
      [user, { role: "assistant", content: [{ type: "refusal", refusal: "No." }] }],
    ],
  ])("%s", async (_, input, messages) => {
    expect((await seen({ model: gemini, input })).messages).toEqual(messages);
  });

  test("instructions come first", async () => {
    const { messages } = await seen({ input: "Hi", instructions: "Be kind." });
    expect(messages).toEqual([{ role: "system", content: "Be kind." }, user]);
  });

  test.each<[type: string, item: object]>([
    ["web_search_call", { id: "ws_1", status: "completed", action: { type: "search", query: "x" } }],
    ["file_search_call", { id: "fs_1", status: "completed", queries: ["x"] }],
    ["code_interpreter_call", { id: "ci_1", status: "completed", code: "1" }],
    ["computer_call", { id: "cc_1", call_id: "c", status: "completed", action: {}, pending_safety_checks: [] }],
    [
      "local_shell_call",
      { id: "ls_1", call_id: "c", status: "completed", action: { type: "exec", command: ["ls"], env: {} } },
    ],
    ["local_shell_call_output", { id: "ls_1", call_id: "c", output: "x" }],
    ["shell_call", { call_id: "c", action: { commands: ["ls"] } }],
    ["mcp_call", { id: "mcp_1", server_label: "a", name: "b", arguments: "{}" }],
    ["openrouter:web_search", { id: "x", status: "completed" }],
    ["openrouter:fusion", { id: "x", status: "completed" }],
    ["context_compaction", { encrypted_content: "x" }],
    ["compaction", { encrypted_content: "of another provider" }],
    ["an_item_of_tomorrow", { anything: [1] }],
  ])("an item of the type %s in the history is accepted", async (type, item) => {
    const { messages } = await seen({ input: [user, { type, ...item }, { role: "user", content: "Go on" }] });
    expect(messages).toEqual([user, { role: "user", content: "Go on" }]);
  });

  test("a part of an unknown type is left out", async () => {
    const content = [
      { type: "input_smell", smell: "rose" },
      { type: "input_text", text: "Hi" },
    ];
    expect((await seen({ input: [{ role: "user", content }] })).messages).toEqual([user]);
  });
});

describe("an output is sent back unchanged", () => {
  test.each([
    ["openai/gpt-5-mini", ["reasoning.encrypted"], ["summary"]],
    [claude, [], ["content", "signature"]],
  ])("with reasoning, text and tool calls of %s", async (model, detailTypes, fields) => {
    const tools = [
      { type: "function", name: "add" },
      { type: "custom", name: "patch" },
    ];
    let request: ChatCompletionRequest | undefined;
    const first = {
      reasoning: "Think first.",
      content: "I add.",
      toolCalls: [
        { name: "add", arguments: { a: 1 }, id: "c1" },
        { name: "patch", arguments: { input: "p" }, id: "c2" },
      ],
    };
    const server = createJudgedServer({
      script: (given) => {
        request = given;
        return given.messages.length === 1 ? first : "Done";
      },
    });
    const include = ["reasoning.encrypted_content"];
    const { body } = await respond(server, { model, input: [user], tools, include });
    expect(body.output.map(({ type }) => type)).toEqual(["reasoning", "message", "function_call", "custom_tool_call"]);
    expect(Object.keys(body.output[0]!)).toEqual(expect.arrayContaining(fields));
    const outputs = [
      { type: "function_call_output", call_id: "c1", output: "1" },
      { type: "custom_tool_call_output", call_id: "c2", output: "2" },
    ];
    const second = await respond(server, { model, input: [user, ...body.output, ...outputs], tools, include });
    expect(second.status).toBe(200);
    const { reasoning_details: details, ...message } = request!.messages[1] as {
      reasoning_details: { type: string }[];
    };
    expect(message).toEqual({
      role: "assistant",
      content: "I add.",
      tool_calls: [toolCall("c1", "add", '{"a":1}'), toolCall("c2", "patch", '{"input":"p"}')],
    });
    expect(details.map(({ type }) => type)).toEqual(expect.arrayContaining(detailTypes));
    expect(JSON.stringify(details)).toContain("Think first.");
    expect(await server.faults()).toEqual([]);
  });

  test("after a compaction, the summary replaces the conversation", async () => {
    const requests: ChatCompletionRequest[] = [];
    const server = createJudgedServer({
      script: (given) => {
        requests.push(given);
        return "They said hello.";
      },
    });
    const input = [user, { role: "assistant", content: "Hello" }, { type: "compaction_trigger" }];
    for (const stream of [false, true]) {
      const { body, events } = await respond(server, { input, stream, tools: [{ type: "function", name: "add" }] });
      expect(body.output).toMatchObject([{ type: "compaction", encrypted_content: expect.any(String) as string }]);
      const items = events.filter(({ data }) => data.item).map(({ data }) => String(data.type));
      expect(items).toEqual(stream ? ["response.output_item.added", "response.output_item.done"] : []);
      expect(requests.at(-1)).not.toHaveProperty("tools");
      await respond(server, { input: [...body.output, user] });
      expect(requests.at(-1)!.messages).toEqual([
        { role: "developer", content: expect.stringContaining("They said hello.") as string },
        user,
      ]);
    }
    expect(await server.faults()).toEqual([]);
  });
});

describe("tools", () => {
  test("functions, custom tools and the tools of a namespace are functions for the model", async () => {
    const parameters = { type: "object", properties: { a: { type: "integer" } } };
    const { tools } = await seen({
      input: "Hi",
      tools: [
        { type: "function", name: "add", description: "Adds", parameters, strict: true },
        {
          type: "custom",
          name: "patch",
          description: "Patches",
          format: { type: "grammar", syntax: "lark", definition: "start: X" },
        },
        {
          type: "namespace",
          name: "team",
          description: "",
          tools: [
            { type: "function", name: "add" },
            { type: "function", name: "wait" },
          ],
        },
        { type: "a_tool_of_tomorrow" },
      ],
    });
    expect(tools).toMatchObject([
      { function: { name: "add", description: "Adds", parameters, strict: true } },
      { function: { name: "patch", parameters: { properties: { input: { type: "string" } }, required: ["input"] } } },
      { function: { name: "team__add" } },
      { function: { name: "wait" } },
    ]);
    expect(JSON.stringify(tools![1])).toContain("start: X");
  });

  test("the history names the tools as the model knows them", async () => {
    const { messages } = await seen({
      input: [user, { ...call, namespace: "team" }, output],
      tools: [
        { type: "function", name: "add" },
        { type: "namespace", name: "team", description: "", tools: [{ type: "function", name: "add" }] },
      ],
    });
    expect(messages[1]).toMatchObject({ tool_calls: [{ function: { name: "team__add" } }] });
  });

  test("a web search has the settings of a chat's", async () => {
    const filters = { allowed_domains: ["a.example"], blocked_domains: ["b.example"] };
    const search = { type: "web_search", max_results: 3, external_web_access: true, search_context_size: "low" };
    const { tools } = await seen({ input: "Hi", tools: [{ ...search, filters }] });
    expect(tools).toEqual([
      {
        type: "web_search",
        max_results: 3,
        search_context_size: "low",
        allowed_domains: ["a.example"],
        excluded_domains: ["b.example"],
      },
    ]);
  });

  const two = [
    { type: "function", name: "add" },
    { type: "custom", name: "patch" },
  ];
  test.each<[choice: unknown, expected: unknown, names: string[]]>([
    ["auto", "auto", ["add", "patch"]],
    ["required", "required", ["add", "patch"]],
    ["none", "none", ["add", "patch"]],
    [{ type: "function", name: "add" }, { type: "function", function: { name: "add" } }, ["add", "patch"]],
    [{ type: "custom", name: "patch" }, { type: "function", function: { name: "patch" } }, ["add", "patch"]],
    [{ type: "allowed_tools", mode: "required", tools: [{ type: "custom", name: "patch" }] }, "required", ["patch"]],
    [{ type: "allowed_tools", mode: "auto", tools: [{ type: "function", name: "add" }] }, "auto", ["add"]],
  ])("the choice %j", async (tool_choice, expected, names) => {
    const { tools, tool_choice: chosen } = await seen({ input: "Hi", tools: two, tool_choice });
    expect(chosen).toEqual(expected);
    expect(tools!.map((tool) => (tool.type === "function" ? tool.function.name : tool.type))).toEqual(names);
  });

  test("tools in the input are added", async () => {
    const input = [{ type: "additional_tools", role: "developer", tools: [two[1]] }, user];
    expect((await seen({ input, tools: [two[0]] })).tools).toHaveLength(2);
  });
});

test("settings have the names of a chat's", async () => {
  const schema = { type: "object", properties: {}, additionalProperties: false };
  const request = await seen({
    input: "Hi",
    max_output_tokens: 100,
    max_tool_calls: 3,
    parallel_tool_calls: false,
    temperature: 0.5,
    top_p: 0.9,
    top_k: 5,
    top_logprobs: 2,
    presence_penalty: 0.1,
    frequency_penalty: 0.2,
    text: { format: { type: "json_schema", name: "x", schema, strict: true, description: null }, verbosity: "low" },
    reasoning: { effort: "low", summary: "auto" },
    session_id: "s",
    prompt_cache_key: "k",
    safety_identifier: "u",
    service_tier: "auto",
    metadata: { a: "b" },
    provider: { sort: "price" },
    stop_server_tools_when: [{ type: "step_count_is", step_count: 2 }],
    store: false,
    previous_response_id: null,
    client_metadata: { a: "b" },
    include: [],
    truncation: "auto",
    a_setting_of_tomorrow: { a: 1 },
  });
  expect(request).toMatchObject({
    max_tokens: 100,
    max_tool_calls: 3,
    parallel_tool_calls: false,
    temperature: 0.5,
    top_p: 0.9,
    top_k: 5,
    logprobs: true,
    top_logprobs: 2,
    presence_penalty: 0.1,
    frequency_penalty: 0.2,
    response_format: { type: "json_schema", json_schema: { name: "x", schema, strict: true } },
    verbosity: "low",
    reasoning: { effort: "low", summary: "auto" },
    session_id: "s",
    prompt_cache_key: "k",
    user: "u",
    service_tier: "auto",
    metadata: { a: "b" },
    provider: { sort: "price" },
    plugins: [{ id: "context-compression" }],
    stop_server_tools_when: [{ type: "step_count_is", step_count: 2 }],
  });
});

test("a configuration_update changes the reasoning", async () => {
  const input = [user, { type: "configuration_update", reasoning: { effort: "high" } }];
  expect((await seen({ input, reasoning: { effort: "low" } })).reasoning).toEqual({ effort: "high" });
});

/** Part of every id, since the tokenizer remembers the tokens of a limited number of texts. */
let run = 0;

// The sizes are large enough that quadratic work outweighs the rest, and small enough for the limits of a body.
test.each<[what: string, size: number, items: (size: number) => object[]]>([
  ["reasoning", 12_000, (size) => many(size, (id) => ({ type: "reasoning", id, summary: [], encrypted_content: "a" }))],
  ["texts of the model", 12_000, (size) => many(size, () => ({ role: "assistant", content: "a" }))],
  [
    "images of the model",
    12_000,
    (size) => many(size, (id) => ({ type: "image_generation_call", id, result: "AAAA" })),
  ],
  ["calls of the model", 8000, (size) => many(size, (id) => ({ ...call, call_id: id }))],
  [
    "calls and then their outputs",
    6000,
    (size) => [...many(size, (id) => ({ ...call, call_id: id })), ...many(size, (id) => ({ ...output, call_id: id }))],
  ],
  [
    "calls of tools in a namespace",
    5000,
    (size) => [
      { type: "additional_tools", tools: [{ type: "namespace", name: "n", description: "", tools: functions(size) }] },
      ...many(size, (id) => ({ ...call, namespace: "n", name: `f_c${run}_${size - 1}`, call_id: id })),
    ],
  ],
])("many %s take time in proportion to their number", async (_, least, items) => {
  const server = createMockServer({ defaultReply: "echo", validateHistory: false, credits: 10_000 });
  await expectLinear(async (size) => {
    run++;
    const { status, text } = await respond(server, { model: gemini, input: [user, ...items(size), user] });
    expect(status, text.slice(0, 500)).toBe(200);
  }, least);
});

function many(size: number, toItem: (id: string) => object): object[] {
  return Array.from({ length: size }, (__, index) => toItem(`c${run}_${index}`));
}

function functions(size: number): object[] {
  return many(size, (id) => ({ type: "function", name: `f_${id}` }));
}

test("fallback models are tried in their order", async () => {
  const server = createJudgedServer({ defaultReply: "echo", providers: { openai: "down", azure: "down" } });
  const { body } = await respond(server, { input: "Hi", models: ["openai/gpt-5-mini", claude] });
  expect((body as ResponseObject).model).toBe(claude);
});
