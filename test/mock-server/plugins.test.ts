// Plugins, server tools, the response cache, and the model's own replies.
import { Patchbay, type ChatCompletionRequest, type ChatMessage } from "@patchbay/client";
import { createMockServer, type ModelOutput, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { ask, fleet, offer, type Reply } from "../support/fleet.ts";
import { createJudgedServer } from "../support/judged-server.ts";

const user = (content: unknown): ChatMessage => ({ role: "user", content }) as ChatMessage;

function serve(options: MockServerOptions = {}): MockServer {
  return createMockServer({ now: () => Date.parse("2025-11-20T12:00:00Z"), ...options });
}

function messageOf({ body }: Reply): Record<string, unknown> {
  return body.choices![0]!.message as unknown as Record<string, unknown>;
}

describe("response-healing", () => {
  const broken = "```json\n{'city': 'Lisbon', days: [1, 2,],\n```";
  const format = { response_format: { type: "json_object" }, plugins: [{ id: "response-healing" }] };

  test("the plugin repairs invalid JSON in a response to a JSON request", async () => {
    const reply = await ask(serve({ catalog: fleet([offer("alpha", 1)]), script: [broken] }), format);
    expect(JSON.parse(String(messageOf(reply).content))).toEqual({ city: "Lisbon", days: [1, 2] });
    expect(reply.routing.pipeline).toMatchObject([{ type: "response_healing", data: { repaired: true } }]);
  });

  test.each([
    ["without the plugin", { response_format: { type: "json_object" } }],
    ["when it is turned off", { ...format, plugins: [{ id: "response-healing", enabled: false }] }],
    ["without a JSON format", { plugins: [{ id: "response-healing" }] }],
  ])("the plugin repairs nothing %s", async (_, input) => {
    const reply = await ask(serve({ catalog: fleet([offer("alpha", 1)]), script: [broken] }), input);
    expect(messageOf(reply).content).toBe(broken);
  });
});

describe("context-compression", () => {
  const short = { id: "acme/short", context_length: 2000, endpoints: [offer("alpha", 1)] };
  const middle = { id: "acme/middle", context_length: 20_000, endpoints: [offer("alpha", 1)] };
  const catalog = fleet([offer("alpha", 1)], [short, middle]);
  const seen: ChatCompletionRequest[] = [];
  const script = (request: ChatCompletionRequest): string => {
    seen.push(request);
    return "ok";
  };
  const turns = (count: number): ChatMessage[] => [
    { role: "system", content: "Be brief." },
    ...Array.from({ length: count }, (_, index) => user(`turn ${index} ${"word ".repeat(200)}`)),
  ];

  test("the plugin is on by default up to a context of 8,192 tokens and removes the middle of the conversation", async () => {
    const reply = await ask(serve({ catalog, script }), { model: "acme/short", messages: turns(20) });
    expect(reply.status).toBe(200);
    const said = seen.at(-1)!.messages.map(({ content }) => String(content).slice(0, 7).trim());
    expect(said[0]).toBe("Be brie");
    expect(said.at(-1)).toBe("turn 19");
    expect(said).toContain("turn 0");
    expect(said).not.toContain("turn 10");
    expect(reply.routing.pipeline).toMatchObject([{ type: "context_compression" }]);
  });

  test("the plugin removes the middle of one long message", async () => {
    const messages = [user(`begin ${"word ".repeat(5000)}end`)];
    await ask(serve({ catalog, script }), { model: "acme/short", messages });
    const text = String(seen.at(-1)!.messages[0]!.content);
    expect(text).toMatch(/^begin word[\s\S]*…[\s\S]*word end$/);
    expect(text.length).toBeLessThan(12_000);
  });

  test.each([
    ["off by default above that", {}, 400],
    ["on by the plugin", { plugins: [{ id: "context-compression" }] }, 200],
    ["on by the older transforms", { transforms: ["middle-out"] }, 200],
  ])("%s", async (_, input, status) => {
    const server = serve({ catalog, script });
    expect((await ask(server, { model: "acme/middle", messages: turns(120), ...input })).status).toBe(status);
  });
});

describe("file-parser", () => {
  const file = (text: string): ChatMessage =>
    user([
      { type: "text", text: "What does it say?" },
      { type: "file", file: { filename: "note.pdf", file_data: `data:application/pdf;base64,${btoa(toPdf(text))}` } },
    ]);
  const script = ({ messages }: ChatCompletionRequest): string => JSON.stringify(messages.at(-1)?.content);

  test("the text of a PDF is read free of charge for a model without file input, and returned as an annotation", async () => {
    const server = serve({ script });
    const model = "meta-llama/llama-3.3-70b-instruct";
    const reply = await ask(server, { model, messages: [file("The patch is on channel seven")] });
    expect(messageOf(reply).content).toContain("The patch is on channel seven");
    const [annotation] = messageOf(reply).annotations as { file: { name: string; hash: string } }[];
    expect(annotation).toMatchObject({ type: "file", file: { name: "note.pdf" } });
    expect((reply.body.usage!.cost_details as unknown as Record<string, number>).server_tool_cost).toBeUndefined();
  });

  test("mistral-ocr costs two dollars per thousand pages, and nothing for a file that was parsed before", async () => {
    const server = serve({ script });
    const plugins = [{ id: "file-parser", pdf: { engine: "mistral-ocr" } }];
    const first = await ask(server, { model: "openai/gpt-5-mini", plugins, messages: [file("Seven")] });
    expect(first.body.usage!.cost_details).toMatchObject({ server_tool_cost: 0.002 });
    const messages = [
      file("Seven"),
      { role: "assistant", content: "Read.", annotations: messageOf(first).annotations },
      user("Again"),
    ];
    const again = await ask(server, { model: "openai/gpt-5-mini", plugins, messages });
    expect((again.body.usage!.cost_details as unknown as Record<string, number>).server_tool_cost).toBeUndefined();
  });

  test("a model with file input reads files itself", async () => {
    const reply = await ask(serve({ script }), { model: "openai/gpt-5-mini", messages: [file("Seven")] });
    expect(messageOf(reply).annotations).toBeUndefined();
  });

  test.each([
    ["https://notes.example/a.pdf", /must be a data URL/],
    [`data:application/pdf;base64,${btoa("no pdf")}`, /is not a readable PDF/],
    ["data:application/pdf;base64,***", /its data is not valid base64/],
  ])("an unreadable file is rejected: %s", async (file_data, message) => {
    const messages = [user([{ type: "file", file: { filename: "a.pdf", file_data } }])];
    const { status, error } = await ask(serve(), { model: "deepseek/deepseek-chat-v3.1", messages });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});

describe("web", () => {
  const messages = [user("What is photosynthesis?")];

  test("the web plugin searches once, cites its results, and charges its fee", async () => {
    const reply = await ask(serve(), {
      model: "openai/gpt-5-mini",
      messages,
      plugins: [{ id: "web", max_results: 2 }],
    });
    const [first] = messageOf(reply).annotations as { url_citation: Record<string, unknown> }[];
    expect(first).toMatchObject({
      type: "url_citation",
      url_citation: { url: "https://wiki.example.org/photosynthesis", title: "Photosynthesis" },
    });
    expect(reply.body.usage!.cost_details).toMatchObject({ server_tool_cost: 0.007 });
  });

  test.each([
    [{ engine: "parallel" }, 0.005],
    [{ engine: "parallel", mode: "turbo" }, 0.001],
    [{ engine: "perplexity" }, 0.005],
    [{ engine: "exa", mode: "deep" }, 0.012],
    [{ engine: "exa", mode: "deep-reasoning" }, 0.015],
    [{ max_results: 12 }, 0.009],
  ])("a search with %j costs %d", async (options, fee) => {
    const reply = await ask(serve(), { model: "openai/gpt-5-mini", messages, plugins: [{ id: "web", ...options }] });
    expect(reply.body.usage!.cost_details).toMatchObject({ server_tool_cost: fee });
  });

  test("the web plugin applies include_domains and exclude_domains", async () => {
    const cited = async (options: object): Promise<unknown> =>
      messageOf(await ask(serve(), { model: "openai/gpt-5-mini", messages, plugins: [{ id: "web", ...options }] }))
        .annotations;
    expect(await cited({ include_domains: ["recipes.example.com"] })).toBeUndefined();
    expect(await cited({ exclude_domains: ["example.org"] })).toBeUndefined();
  });

  test("web-fetch reads the pages that the prompt names", async () => {
    const script = ({ messages: read }: ChatCompletionRequest): string => String(read[0]!.content);
    const asked = [user("Sum up https://recipes.example.com/bread please")];
    const reply = await ask(serve({ script }), {
      model: "openai/gpt-5-mini",
      messages: asked,
      plugins: [{ id: "web-fetch" }],
    });
    expect(messageOf(reply).content).toContain("500 grams of flour");
  });
});

describe("server tools", () => {
  const model = "openai/gpt-5-mini";

  test("the datetime tool runs, its result reaches the model, and the response lists its step", async () => {
    const reply = await ask(serve(), {
      model,
      messages: [user("What time is it?")],
      tools: [{ type: "openrouter:datetime", parameters: { timezone: "Asia/Tokyo" } }],
    });
    expect(messageOf(reply).content).toContain("2025-11-20T21:00:00+09:00");
    // The model's own reasoning would follow here.
    expect((messageOf(reply).reasoning_details as unknown[]).slice(0, 1)).toMatchObject([
      {
        type: "reasoning.server_tool_call",
        tool_name: "openrouter:datetime",
        result: expect.stringContaining("+09:00") as string,
      },
    ]);
    expect(reply.body.usage!.server_tool_use_details).toMatchObject({ tool_calls_executed: 1, web_search_requests: 0 });
  });

  test.each(["openrouter:web_search", "web_search", "web_search_preview"])(
    "the tool %s cites its results and is charged per search",
    async (type) => {
      const reply = await ask(serve(), {
        model,
        messages: [user("Search the web for black holes")],
        tools: [{ type }],
      });
      expect((messageOf(reply).annotations as unknown[]).length).toBeGreaterThan(0);
      expect(reply.body.usage).toMatchObject({
        cost_details: { server_tool_cost: 0.007 },
        server_tool_use_details: { web_search_requests: 1 },
      });
    },
  );

  test("the web_fetch tool returns a page, or the reason why it cannot", async () => {
    const script = (url: string): NonNullable<MockServerOptions["script"]> => [
      { toolCalls: [{ name: "openrouter:web_fetch", arguments: { url } }] },
      ({ messages }) => String(messages.at(-1)?.content),
    ];
    const fetched = async (url: string): Promise<unknown> =>
      JSON.parse(
        String(
          messageOf(
            await ask(serve({ script: script(url) }), {
              model,
              messages: [user("fetch")],
              tools: [{ type: "openrouter:web_fetch", parameters: { blocked_domains: ["example.org"] } }],
            }),
          ).content,
        ),
      );
    expect(await fetched("https://recipes.example.com/bread")).toMatchObject({
      status: "completed",
      title: "A simple bread",
    });
    expect(await fetched("https://recipes.example.com/none")).toMatchObject({
      status: "failed",
      error: "the page does not exist",
    });
    expect(await fetched("https://wiki.example.org/paris")).toMatchObject({
      status: "failed",
      error: "the address is not allowed",
    });
  });

  test("the model gives its final answer when the tool budget is used up", async () => {
    const endless = ({ tools }: ChatCompletionRequest): ModelOutput | string =>
      tools ? { toolCalls: [{ name: "openrouter:datetime", arguments: {} }] } : "done";
    const steps = async (input: Record<string, unknown>): Promise<number> => {
      const reply = await ask(serve({ script: endless }), {
        model,
        messages: [user("time")],
        tools: [{ type: "openrouter:datetime" }],
        ...input,
      });
      expect(messageOf(reply).content).toBe("done");
      return (reply.body.usage!.server_tool_use_details as unknown as { tool_calls_executed: number })
        .tool_calls_executed;
    };
    expect(await steps({})).toBe(30);
    expect(await steps({ max_tool_calls: 3 })).toBe(3);
    expect(await steps({ max_tool_calls: 3, stop_server_tools_when: [{ type: "step_count_is", step_count: 2 }] })).toBe(
      2,
    );
    expect(await steps({ stop_server_tools_when: [{ type: "has_tool_call", tool_name: "openrouter:datetime" }] })).toBe(
      1,
    );
    expect(await steps({ stop_server_tools_when: [{ type: "max_tokens_used", max_tokens: 40 }] })).toBeLessThan(6);
    const byCost = async (usd: number): Promise<number> =>
      steps({ stop_server_tools_when: [{ type: "max_cost", max_cost_in_dollars: usd }] });
    // Each step reads all previous ones, so ten times the credits are not ten times the steps.
    expect([await byCost(0.000_01), await byCost(0.000_1), await byCost(0.001)]).toEqual([2, 5, 16]);
  });

  test("a call of the client's own function ends the server-tool loop", async () => {
    const reply = await ask(serve({ script: [{ toolCalls: [{ name: "mine", arguments: {} }] }] }), {
      model,
      messages: [user("go")],
      tools: [{ type: "openrouter:datetime" }, { type: "function", function: { name: "mine" } }],
    });
    expect(messageOf(reply).tool_calls).toMatchObject([{ function: { name: "mine" } }]);
  });

  test.each([false, true])(
    "of an output that calls both, the server runs its own tool and the client gets the other call (stream: %s)",
    async (stream) => {
      const calls = ["openrouter:datetime", "mine"].map((name) => ({ name, arguments: {} }));
      const server = serve({ script: () => ({ content: "Both.", toolCalls: calls }) });
      const body = {
        model,
        messages: [user("go")],
        tools: [{ type: "openrouter:datetime" }, { type: "function", function: { name: "mine" } }],
      };
      const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
      const completion = stream
        ? await client.chat.completions.stream(body as never).final()
        : await client.chat.completions.create(body as never);
      const { message, finish_reason } = completion.choices[0]!;
      expect(finish_reason).toBe("tool_calls");
      expect(message).toMatchObject({ content: "Both.", tool_calls: [{ function: { name: "mine" } }] });
      expect(message.tool_calls).toHaveLength(1);
      expect(message.reasoning_details).toMatchObject([
        { type: "reasoning.server_tool_call", tool_name: "openrouter:datetime" },
      ]);
      expect(completion.usage).toMatchObject({
        server_tool_use_details: { tool_calls_requested: 1, tool_calls_executed: 1 },
      });
    },
  );
});

describe("response cache", () => {
  const cache = { "x-openrouter-cache": "true" };
  const catalog = fleet([offer("alpha", 1)]);

  test("a repeated request gets the cached response with a new id, no usage and no charge", async () => {
    let now = 0;
    const server = serve({ now: () => now });
    const input = { model: "openai/gpt-5-mini" };
    const first = await ask(server, input, cache);
    expect(first.headers.get("x-openrouter-cache-status")).toBe("MISS");
    now = 10_500;
    const second = await ask(server, input, cache);
    expect(messageOf(second).content).toBe(messageOf(first).content);
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.body.usage).toMatchObject({ prompt_tokens: 0, completion_tokens: 0, cost: 0 });
    expect(second.routing).toBeUndefined();
    const cacheHeaders = Object.fromEntries(
      [...second.headers].filter(([name]) => name.startsWith("x-openrouter-cache")),
    );
    expect(cacheHeaders).toEqual({
      "x-openrouter-cache-status": "HIT",
      "x-openrouter-cache-age": "10",
      "x-openrouter-cache-ttl": "290",
      "x-openrouter-cache-source-id": first.body.id,
    });
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
    expect((await client.generations.get({ id: String(second.body.id) })).data).toMatchObject({
      total_cost: 0,
      response_cache_source_id: first.body.id,
    });
  });

  test("the cache lifetime is clamped, parsed as a number prefix, and expires", async () => {
    let now = 0;
    const server = serve({ catalog, now: () => now });
    const ttl = async (text: string): Promise<string | null> =>
      (await ask(server, { user: text }, { ...cache, "x-openrouter-cache-ttl": text })).headers.get(
        "x-openrouter-cache-ttl",
      );
    expect([await ttl("60abc"), await ttl("999999"), await ttl("0"), await ttl("soon")]).toEqual([
      "60",
      "86400",
      "1",
      "300",
    ]);
    now = 60_000;
    const again = await ask(server, { user: "60abc" }, { ...cache, "x-openrouter-cache-ttl": "60abc" });
    expect(again.headers.get("x-openrouter-cache-status")).toBe("MISS");
  });

  test("the cache is opt-in, separate per key, and refreshed by the clear header", async () => {
    const server = serve({ catalog });
    await ask(server, {}, cache);
    expect((await ask(server)).headers.get("x-openrouter-cache-status")).toBeNull();
    const status = async (headers: Record<string, string>): Promise<string | null> =>
      (await ask(server, {}, { ...cache, ...headers })).headers.get("x-openrouter-cache-status");
    expect(await status({ key: "sk-or-v1-other" })).toBe("MISS");
    expect(await status({ "x-openrouter-cache-clear": "true" })).toBe("MISS");
    expect(await status({})).toBe("HIT");
    expect(await status({ "x-openrouter-cache": "false" })).toBeNull();
  });

  test("the cache key ignores whitespace in the body, but not the order of its fields", async () => {
    const server = serve({ catalog });
    const status = async (body: string): Promise<string | null> => {
      const headers = { authorization: "Bearer sk-or-v1-test", ...cache };
      const response = await server.fetch("http://x/api/v1/chat/completions", { method: "POST", headers, body });
      return response.headers.get("x-openrouter-cache-status");
    };
    const messages = [user("Hi")];
    expect(await status(JSON.stringify({ model: "acme/one", messages }))).toBe("MISS");
    expect(await status(JSON.stringify({ model: "acme/one", messages }, null, 2))).toBe("HIT");
    expect(await status(JSON.stringify({ messages, model: "acme/one" }))).toBe("MISS");
  });

  test("the cache stores streams and embeddings, but not errors", async () => {
    const server = serve({ script: [{ error: { status: 500, message: "no" } }] });
    expect((await ask(server, { model: "openai/gpt-5-nano" }, cache)).status).toBe(500);
    expect((await ask(server, { model: "openai/gpt-5-nano" }, cache)).headers.get("x-openrouter-cache-status")).toBe(
      "MISS",
    );
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch, defaultHeaders: cache });
    const request = {
      model: "openai/gpt-5-mini",
      messages: [{ role: "user", content: "a" }],
    } satisfies ChatCompletionRequest;
    const costs: unknown[] = [];
    for (let turn = 0; turn < 2; turn++)
      costs.push((await Array.fromAsync(client.chat.completions.stream(request))).at(-1)!.usage?.cost);
    expect(costs[0]).toBeGreaterThan(0);
    expect(costs[1]).toBe(0);
    const embed = { model: "openai/text-embedding-3-small", input: "a", dimensions: 4 };
    expect((await client.embeddings.create(embed)).usage?.cost).toBeGreaterThan(0);
    expect((await client.embeddings.create(embed)).usage?.cost).toBe(0);
  });
});

test.each<[string, MockServerOptions, Partial<ChatCompletionRequest>]>([
  ["citations", {}, { plugins: [{ id: "web" }] }],
  ["steps of the service's tools", {}, { tools: [{ type: "openrouter:web_search" }] }],
  ["an image", {}, { model: "google/gemini-2.5-flash-image", modalities: ["image", "text"] }],
  ["reasoning", { script: [{ reasoning: "hm", content: "ok" }] }, { reasoning: { effort: "low" } }],
  ["a tool call", { defaultReply: "tool_calls" }, { tools: [{ type: "function", function: { name: "search" } }] }],
  ["an error in the middle", { script: [{ content: "half", error: { status: 502, message: "gone" } }] }, {}],
  ["a tier", {}, { service_tier: "priority" }],
])("every event of a stream with %s conforms to the contract", async (_, options, input) => {
  const server = createJudgedServer(options);
  const response = await server.fetch("http://server/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test", "x-openrouter-metadata": "enabled" },
    body: JSON.stringify({
      model: "openai/gpt-5-mini",
      messages: [{ role: "user", content: "Search the web for black holes" }],
      stream: true,
      ...input,
    }),
  });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("data: ");
  expect(await server.faults()).toEqual([]);
});

describe("the model's own reply", () => {
  const weather = {
    type: "function",
    function: {
      name: "get_weather",
      description: "Returns the weather of a city",
      parameters: {
        type: "object",
        properties: { city: { type: "string" }, days: { type: "integer", minimum: 1, maximum: 7 } },
        required: ["city", "days"],
      },
    },
  };

  test("the same seed and request give the same reply, under any concurrent requests", async () => {
    const said = async (server: MockServer, text: string): Promise<unknown> =>
      (await ask(server, { messages: [user(text)], model: "openai/gpt-5-mini" })).body;
    const [a, b] = [serve({ seed: 3 }), serve({ seed: 3 })];
    const alone = await said(a, "Explain rivers");
    const [, , among] = await Promise.all([said(b, "one"), said(b, "two"), said(b, "Explain rivers")]);
    expect(among).toEqual(alone);
    expect(await said(serve({ seed: 4 }), "Explain rivers")).not.toEqual(alone);
  });

  test("a prose reply mentions the topic of the question and says that it is a stand-in", async () => {
    const reply = await ask(serve(), {
      model: "mistralai/codestral-2508",
      messages: [user("How do rivers shape valleys?")],
    });
    expect(messageOf(reply).content).toMatch(/stand-in for Mistral: Codestral 2508.*(rivers|valleys)/is);
  });

  test("the model calls a tool that the user mentions, and uses its result", async () => {
    const server = serve();
    const input = { model: "openai/gpt-4o-mini", tools: [weather] };
    const called = await ask(server, { ...input, messages: [user("What is the weather in Lisbon?")] });
    const calls = messageOf(called).tool_calls as { id: string; function: { name: string; arguments: string } }[];
    expect(calls).toHaveLength(1);
    const { city, days } = JSON.parse(calls[0]!.function.arguments) as { city: unknown; days: unknown };
    expect(typeof city).toBe("string");
    expect([1, 2, 3, 4, 5, 6, 7]).toContain(days);
    const messages = [
      user("What is the weather in Lisbon?"),
      { role: "assistant", content: null, tool_calls: calls },
      { role: "tool", tool_call_id: calls[0]!.id, content: "sunny, 24 degrees" },
    ];
    expect(messageOf(await ask(server, { ...input, messages })).content).toContain("sunny, 24 degrees");
    const other = await ask(server, { ...input, messages: [user("Make a joke")] });
    expect(messageOf(other).tool_calls).toBeUndefined();
  });

  test("the `stop` parameter ends the text before the stop string", async () => {
    const reply = await ask(serve({ script: ["one two STOP three"] }), {
      model: "openai/gpt-5-mini",
      stop: ["STOP", "never"],
    });
    expect(messageOf(reply).content).toBe("one two ");
    expect(reply.body.choices![0]!.finish_reason).toBe("stop");
  });

  test("the response has the provider's native finish reason", async () => {
    const reply = await ask(serve({ script: ["one two three"] }), {
      model: "anthropic/claude-haiku-4.5",
      max_tokens: 1,
    });
    expect(reply.body.choices![0]).toMatchObject({ finish_reason: "length", native_finish_reason: "max_tokens" });
  });

  test("rerank scores are BM25 scores in descending order", async () => {
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: serve().fetch });
    const { results } = await client.rerank.create({
      model: "cohere/rerank-v3.5",
      query: "cats on mats",
      documents: ["a dog in a garden", "a cat on a mat", "a cat in a long text about houses and gardens and roads"],
    });
    expect(results.map(({ index }) => index)).toEqual([1, 2, 0]);
    expect(results.at(-1)!.relevance_score).toBe(0);
  });
});

/** The smallest PDF with one page of one line. */
function toPdf(text: string): string {
  const stream = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let pdf = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return `${pdf}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF`;
}
