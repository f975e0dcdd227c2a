// MCP servers in practice: names that the API rejects, content of every kind, lists that change or never end, slow calls.
import { createAgent, AgentError, tool, type RunEvent } from "@patchbay/agent";
import { mcpTools, type McpClient, type McpTools } from "@patchbay/agent/mcp";
import { createScriptedClient } from "@patchbay/agent/testing";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const model = "any/model";

interface Called {
  readonly name: string;
  readonly options: Parameters<McpClient["callTool"]>[2];
}

/** A client of a server with tools of these names, whose calls all have the same result. */
function server(
  names: readonly string[],
  { name, ...given }: { result?: unknown; name?: string } = {},
): McpClient & { readonly called: Called[]; readonly names: string[] } {
  const called: Called[] = [];
  const result = "result" in given ? given.result : { content: [{ type: "text", text: "ok" }] };
  const own = [...names];
  return {
    called,
    names: own,
    listTools: async () => ({ tools: own.map((one) => ({ name: one, inputSchema: { type: "object" } })) }),
    callTool: async (params, _, options) => {
      called.push({ name: params.name, options });
      return result;
    },
    ...(name !== undefined && { getServerVersion: () => ({ name }) }),
  };
}

/** What the model receives after a call of this tool. */
async function resultOf(tools: Parameters<typeof createAgent>[0]["tools"], name: string): Promise<unknown> {
  const { client, requests } = createScriptedClient([{ toolCalls: [{ name, arguments: {} }] }, "Done."]);
  await createAgent({ client, model, tools: tools! }).run("?");
  return requests[1]!.messages.at(-1)!.content;
}

const resultFor = async (result: unknown): Promise<unknown> => resultOf(await mcpTools(server(["t"], { result })), "t");

describe("names", () => {
  test("any names of a server become unique names that the API accepts, and calls use the original names", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "a",
        "files.read",
        "files/read",
        "files_read",
        "Get File",
        "créer",
        "天気",
        "地図",
        "",
        "-",
        "a".repeat(70),
      ),
      fc.string({ unit: "binary", maxLength: 90 }),
      fc.string({ unit: fc.constantFrom(".", "/", "_", "a", "é", " ", "天"), maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(piece, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("", "lake_", "a.b/"),
        async (names, prefix) => {
          const mcp = server(names);
          const tools = await mcpTools(mcp, { prefix });
          expect(tools).toHaveLength(names.length);
          for (const { name } of tools) expect(name).toMatch(/^[\w-]{1,64}$/);
          expect(new Set(tools.map(({ name }) => name)).size).toBe(names.length);
          const at = names.length - 1;
          await resultOf(tools, tools[at]!.name);
          expect(mcp.called).toMatchObject([{ name: names[at] }]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("a name that the API accepts is unchanged, whatever another name is converted to", async () => {
    const tools = await mcpTools(server(["files.read", "files_read"]));
    expect(tools[1]!.name).toBe("files_read");
    expect(tools[0]!.name).toMatch(/^files_read_[\da-f]{8}$/);
  });

  test("`allowedTools` takes the names on the server", async () => {
    const tools = await mcpTools(server(["files.read", "files.write"]), {
      allowedTools: ["files.write"],
      prefix: "s3.",
    });
    expect(tools.map(({ name }) => name)).toEqual(["s3_files_write"]);
  });

  test("tools of two servers and a tool of the agent with the same name can all be called", async () => {
    const [lake, river] = [server(["search"], { name: "lake" }), server(["search"], { name: "river.io" })];
    const own = tool({ name: "search", execute: () => "own" });
    const tools = [...(await mcpTools(lake)), ...(await mcpTools(river)), own];
    const { client, requests } = createScriptedClient(["Done."]);
    await createAgent({ client, model, tools }).run("?");
    const offered = requests[0]!.tools!.map((one) => (one.type === "function" ? one.function.name : one.type));
    expect(offered).toEqual(["lake_search", "river_io_search", "search"]);
    expect(await resultOf(tools, "search")).toBe("own");
    await resultOf(tools, "river_io_search");
    expect([lake.called.length, river.called.length]).toEqual([0, 1]);
  });

  test("two tools of the agent with the same name are rejected", () => {
    const own = tool({ name: "search", execute: () => "own" });
    expect(() => createAgent({ client: createScriptedClient([]).client, model, tools: [own, own] })).toThrow(
      AgentError,
    );
  });
});

describe("schemas", () => {
  test.each([
    [{ type: "object" }, { type: "object", properties: {} }],
    [{}, { type: "object", properties: {} }],
    [undefined, { type: "object", properties: {} }],
    [{ type: "string" }, { type: "object", properties: {} }],
    [null, { type: "object", properties: {} }],
    ["object", { type: "object", properties: {} }],
    [
      { type: "object", properties: null, required: null },
      { type: "object", properties: {} },
    ],
    [{ "~standard": {} }, { type: "object", properties: {} }],
    [
      { type: "object", properties: { a: { type: "string" } } },
      { type: "object", properties: { a: { type: "string" } } },
    ],
  ])("the input schema %j is sent as %j", async (inputSchema, parameters) => {
    const mcp = {
      ...server([]),
      listTools: async () => ({ tools: [{ name: "t", inputSchema: inputSchema as never }] }),
    };
    expect((await mcpTools(mcp))[0]!.inputJsonSchema).toEqual(parameters);
  });
});

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const image = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };
const jpeg = { type: "image_url", image_url: { url: "data:image/jpeg;base64,AAAA" } };
const jpegBytes = { type: "image_url", image_url: { url: "data:image/jpeg;base64,/9j/AAAA" } };
const blob = (mimeType: string | undefined, data: string, uri = "file:///docs/a.pdf?v=1"): object => ({
  content: [{ type: "resource", resource: { uri, mimeType, blob: data } }],
});

test.each<[what: string, result: unknown, expected: unknown]>([
  ["an image", { content: [{ type: "image", data: "AAAA", mimeType: "image/png" }] }, [image]],
  [
    "audio by the format that the API names",
    { content: [{ type: "audio", data: "AAAA", mimeType: "audio/x-wav" }] },
    [{ type: "input_audio", input_audio: { data: "AAAA", format: "wav" } }],
  ],
  ["an image as a resource", blob("image/png", "AAAA"), [image]],
  [
    "audio as a resource",
    blob("audio/mpeg", "AAAA"),
    [{ type: "input_audio", input_audio: { data: "AAAA", format: "mp3" } }],
  ],
  [
    "a PDF as a file",
    blob("application/pdf", "AAAA"),
    [{ type: "file", file: { filename: "a.pdf", file_data: "data:application/pdf;base64,AAAA" } }],
  ],
  [
    "bytes of an unknown type as a file",
    blob(undefined, "AAAA", "blob"),
    [{ type: "file", file: { filename: "blob", file_data: "data:application/octet-stream;base64,AAAA" } }],
  ],
  ["text as a blob", blob("text/plain; charset=utf-8", base64("größer 🎛️")), "größer 🎛️"],
  ["JSON as a blob", blob("application/ld+json", base64("{}")), "{}"],
  [
    "text that is not UTF-8 as a file",
    blob("text/plain", "//8=", "a.txt"),
    [{ type: "file", file: { filename: "a.txt", file_data: "data:text/plain;base64,//8=" } }],
  ],
  ["a resource as text", { content: [{ type: "resource", resource: { uri: "a", text: "The notes." } }] }, "The notes."],
  [
    "a link with its name, description, address and type",
    {
      content: [
        {
          type: "resource_link",
          uri: "file:///a.txt",
          name: "a.txt",
          title: "A",
          description: "Notes",
          mimeType: "text/plain",
        },
      ],
    },
    "Resource A / a.txt: Notes (file:///a.txt, text/plain)",
  ],
  ["structured content alone", { content: [], structuredContent: { ids: [7] } }, '{"ids":[7]}'],
  [
    "structured content next to a text that does not hold it",
    { content: [{ type: "text", text: "Found 1" }], structuredContent: { ids: [7] } },
    'Found 1\n{"ids":[7]}',
  ],
  [
    "structured content once when the text is its JSON",
    { content: [{ type: "text", text: '{ "b": 1, "a": 2 }' }], structuredContent: { a: 2, b: 1 } },
    '{ "b": 1, "a": 2 }',
  ],
  [
    "structured content once when the text equals its `result`",
    { content: [{ type: "text", text: "5" }], structuredContent: { result: 5 } },
    "5",
  ],
  [
    "structured content once when each text is an element of its `result`",
    {
      content: [
        { type: "text", text: "a" },
        { type: "text", text: '{"b":1}' },
      ],
      structuredContent: { result: ["a", { b: 1 }] },
    },
    'a\n{"b":1}',
  ],
  [
    "structured content next to an image",
    { content: [{ type: "image", data: "AAAA", mimeType: "image/png" }], structuredContent: { w: 1 } },
    [image, { type: "text", text: '{"w":1}' }],
  ],
  [
    "an error with structured content alone",
    { content: [], structuredContent: { code: "E" }, isError: true },
    'Error: {"code":"E"}',
  ],
  [
    "an error with a text and structured content",
    { content: [{ type: "text", text: "Full." }], structuredContent: { code: "E" }, isError: true },
    'Error: Full.\n{"code":"E"}',
  ],
  [
    "an error without a reason",
    { content: [], isError: true },
    "Error: The tool t failed. The server returned no reason.",
  ],
  ["`toolResult` of old servers", { toolResult: { a: 1 } }, '{"a":1}'],
  ["an unknown kind of content", { content: [{ type: "hologram", x: 1 }] }, '{"type":"hologram","x":1}'],
  [
    "an error with its image",
    {
      content: [
        { type: "text", text: "Crashed." },
        { type: "image", data: "AAAA", mimeType: "image/png" },
      ],
      isError: true,
    },
    [{ type: "text", text: "Error: Crashed.\n[image_url]" }, image],
  ],
  ["an image of the type jpg as jpeg", { content: [{ type: "image", data: "AAAA", mimeType: "image/jpg" }] }, [jpeg]],
  ["an image by its bytes when its type is missing", { content: [{ type: "image", data: "/9j/AAAA" }] }, [jpegBytes]],
  ["an image by its bytes when its type is another kind", blob("application/octet-stream", "/9j/AAAA"), [jpegBytes]],
  ["an image whose type has no slash", { content: [{ type: "image", data: "AAAA", mimeType: "png" }] }, [image]],
  ["an image whose type is empty", { content: [{ type: "image", data: "AAAA", mimeType: "" }] }, [image]],
  ["an image in lines of base64", { content: [{ type: "image", data: "AA\r\nAA\n", mimeType: "image/png" }] }, [image]],
  ["an image that is a data URL", { content: [{ type: "image", data: "data:image/png;base64,AAAA" }] }, [image]],
  ["SVG as text, since no model reads it as an image", blob("image/svg+xml", base64("<svg/>")), "<svg/>"],
  [
    "audio whose type is unknown",
    { content: [{ type: "audio", data: "AAAA", mimeType: "application/octet-stream" }] },
    [{ type: "input_audio", input_audio: { data: "AAAA", format: "wav" } }],
  ],
  ["text of an unknown type", blob(undefined, base64("größer\n")), "größer\n"],
  [
    "structured content without an empty text",
    { content: [{ type: "text", text: "" }], structuredContent: { a: 1 } },
    '{"a":1}',
  ],
  ["content that is a string", { content: "plain" }, "plain"],
  ["content that is one block", { content: { type: "text", text: "a" } }, "a"],
  ["strings as content", { content: ["a", "b"] }, "a\nb"],
  ["a text that is an object", { content: [{ type: "text", text: { a: 1 } }] }, '{"a":1}'],
  ["a link without a name", { content: [{ type: "resource_link", uri: "file:///a" }] }, "Resource (file:///a)"],
  ["no content", { content: [] }, ""],
  ["content that is null", { content: null }, ""],
  ["blocks that are null", { content: [null, { type: "text", text: "a" }] }, "a"],
  ["a result that is a string", "plain", "plain"],
  ["a result that is missing", undefined, ""],
])("the model receives %s", async (_, result, expected) => {
  expect(await resultFor(result)).toEqual(expected);
});

test("the model receives the data of a protocol error", async () => {
  const mcp = new McpServer({ name: "lake", version: "1.0.0" });
  mcp.server.registerCapabilities({ tools: {} });
  mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: [{ name: "t", inputSchema: { type: "object" } }],
  }));
  mcp.server.setRequestHandler(CallToolRequestSchema, () => {
    throw new McpError(ErrorCode.InvalidParams, "Unknown city.", { allowed: ["Oslo"] });
  });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1.0.0" });
  await Promise.all([mcp.connect(far), client.connect(near)]);
  expect(await resultOf(await mcpTools(client), "t")).toMatch(/^Error: .*Unknown city\.\n{"allowed":\["Oslo"\]}$/);
});

describe("lists", () => {
  test.each<[end: string, next: unknown, pages: number]>([
    ["is missing", undefined, 1],
    ["is null", null, 1],
    ["is empty", "", 1],
    ["is the same again", "again", 2],
    ["is not a string", 7, 1],
  ])("a list ends when `nextCursor` %s", async (_, nextCursor, pages) => {
    let asked = 0;
    const listTools = async (): Promise<never> =>
      ({ tools: [{ name: `t${++asked}`, inputSchema: { type: "object" } }], nextCursor }) as never;
    expect(await mcpTools({ ...server([]), listTools })).toHaveLength(pages);
    expect(asked).toBe(pages);
  });

  test("a list ends when a page adds no tool, whatever its cursor", async () => {
    let asked = 0;
    const listTools = async (): Promise<never> =>
      ({ tools: [{ name: "t", inputSchema: {} }], nextCursor: String(++asked) }) as never;
    expect(await mcpTools({ ...server([]), listTools })).toHaveLength(1);
    expect(asked).toBe(2);
  });

  test("a list that never ends throws", async () => {
    let asked = 0;
    const listTools = async (): Promise<never> => ({ tools: [], nextCursor: String(++asked) }) as never;
    await expect(mcpTools({ ...server([]), listTools })).rejects.toThrow(AgentError);
  });

  test.each([undefined, null, "no", {}, { tools: null }])("the list response %j is rejected", async (answer) => {
    await expect(mcpTools({ ...server([]), listTools: async () => answer as never })).rejects.toThrow(AgentError);
  });

  test("an agent offers a changed list from the next step on, and keeps the previous one when it cannot be read", async () => {
    const mcp = new McpServer({ name: "lake", version: "1.0.0" });
    const [near, far] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: "test", version: "1.0.0" });
    let others = 0;
    client.fallbackNotificationHandler = async () => void others++;
    mcp.registerTool("grow", {}, () => {
      mcp.registerTool("late", {}, () => ({ content: [{ type: "text", text: "late indeed" }] }));
      return { content: [{ type: "text", text: "grown" }] };
    });
    await Promise.all([mcp.connect(far), client.connect(near)]);
    const tools = await mcpTools(client);
    const call = (name: string): { toolCalls: { name: string; arguments: object }[] } => ({
      toolCalls: [{ name, arguments: {} }],
    });
    const { client: scriptedClient, requests } = createScriptedClient([call("grow"), call("late"), "Done."]);
    const agent = createAgent({
      client: scriptedClient,
      model,
      tools,
      prepareStep: async ({ step }) => {
        if (step === 2) await expect.poll(() => tools.length).toBe(2);
        return undefined;
      },
    });
    await agent.run("?");
    const offered = requests.map(({ tools: own }) => own?.length);
    expect(offered.at(-1)).toBe(2);
    expect(requests[2]!.messages.at(-1)!.content).toBe("late indeed");
    expect(others).toBeGreaterThan(0);
    await client.close();
    await expect(tools.refresh()).rejects.toThrow();
    expect(tools).toHaveLength(2);
  });

  test("a function as `tools` filters a list that changes", async () => {
    const mcp = server(["read", "erase"]);
    const tools = await mcpTools(mcp);
    const agent = (
      turns: readonly string[],
    ): ReturnType<typeof createScriptedClient> & { run: () => PromiseLike<unknown> } => {
      const script = createScriptedClient(turns);
      const own = createAgent({
        client: script.client,
        model,
        tools: () => tools.filter(({ name }) => name !== "erase"),
      });
      return { ...script, run: () => own.run("?") };
    };
    const { run, requests } = agent(["One.", "Two."]);
    await run();
    mcp.names.push("write");
    await tools.refresh();
    await run();
    expect(requests.map(({ tools: own }) => own!.length)).toEqual([1, 2]);
  });

  test("a list without references is not read again", async () => {
    const mcp = server(["t"]);
    for (let count = 0; count < 3; count++) await mcpTools(mcp);
    const first = mcp.fallbackNotificationHandler;
    await mcpTools(mcp);
    expect(mcp.fallbackNotificationHandler).toBe(first);
  });
});

describe("time", () => {
  test.each<[timeout: number | undefined, given: number | undefined]>([
    [undefined, undefined],
    [120_000, 120_000],
    [Number.POSITIVE_INFINITY, 2 ** 31 - 1],
  ])("a timeout of %s reaches the client as %s, and progress restarts it", async (timeout, given) => {
    const mcp = server(["t"]);
    await resultOf(await mcpTools(mcp, { timeout }), "t");
    const { options } = mcp.called[0]!;
    expect(options?.timeout).toBe(given);
    expect(options?.resetTimeoutOnProgress).toBe(true);
    expect(options?.signal).toBeInstanceOf(AbortSignal);
  });

  test("the protocol's own client ends a call at the timeout, and the model receives the error", async () => {
    const mcp = new McpServer({ name: "lake", version: "1.0.0" });
    mcp.registerTool("t", {}, () => new Promise<never>(() => undefined));
    const [near, far] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: "test", version: "1.0.0" });
    await Promise.all([mcp.connect(far), client.connect(near)]);
    expect(await resultOf(await mcpTools(client, { timeout: 20 }), "t")).toMatch(/^Error: .*timed out/i);
  });
});

test.each<[what: string, options: object, words: RegExp]>([
  ["an unknown option", { prefx: "a" }, /`prefx`.*`prefix`/],
  ["a timeout of no length", { timeout: 0 }, /`timeout`.*got 0/],
  ["a timeout that is not a number", { timeout: "5s" }, /`timeout`.*got "5s"/],
  ["a prefix that is not a string", { prefix: 1 }, /`prefix`.*string.*got 1/],
  ["a tool whose name is not a string", { allowedTools: [5] }, /no tool 5/],
  ["a filter", { exclude: ["read"] }, /`exclude`.*`allowedTools`/],
  ["the allowlist of another SDK", { only: ["read"] }, /`only`.*`allowedTools`/],
  ["a tool that the server does not have", { allowedTools: ["reed"] }, /"reed".*"read"/],
])("%s is rejected", async (_, options, words) => {
  const refused = mcpTools(server(["read"]), options);
  await expect(refused).rejects.toThrow(AgentError);
  await expect(refused).rejects.toThrow(words);
});

test.each([undefined, null, {}, { listTools: () => undefined }, "mcp"])(
  "%j is rejected as a client",
  async (client) => {
    await expect(mcpTools(client as never)).rejects.toThrow(AgentError);
  },
);

test("an abort ends a call whose server never responds", async () => {
  const mcp = { ...server(["t"]), callTool: () => new Promise<never>(() => undefined) };
  const { client } = createScriptedClient([{ toolCalls: [{ name: "t", arguments: {} }] }, "Done."]);
  const controller = new AbortController();
  const tools: McpTools = await mcpTools(mcp);
  const events: RunEvent[] = [];
  const run = (async () => {
    for await (const event of createAgent({ client, model, tools }).run("?", { signal: controller.signal })) {
      events.push(event);
      if (event.type === "tool-start") controller.abort(new Error("mine"));
    }
  })();
  await expect(run).rejects.toThrow("mine");
});
