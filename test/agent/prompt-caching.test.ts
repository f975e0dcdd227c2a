// Strict tools, prompt-cache breakpoints and instructions in parts: what the request contains.
import { createAgent, AgentError, tool } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const model = "openai/gpt-5-mini";
const part = { type: "text", text: "You know the manual.", cache_control: { type: "ephemeral", ttl: "1h" } } as const;

/** The first request of a run. */
async function sent(options: object): Promise<ChatCompletionRequest> {
  const { client, requests } = createScriptedClient(["Done."]);
  await createAgent({ client, model, ...options }).run("?");
  return requests[0]!;
}

describe("tools", () => {
  const city = z.object({ city: z.string() });

  test("`strict` and `cacheControl` are sent in the fields of the API", async () => {
    const look = tool({
      name: "look",
      inputSchema: city,
      strict: true,
      cacheControl: { type: "ephemeral" },
      execute: () => 1,
    });
    const plain = tool({ name: "plain", inputSchema: city, execute: () => 1 });
    const loose = tool({ name: "loose", strict: false });
    const { tools } = await sent({ tools: [look, plain, loose] });
    expect(tools).toMatchObject([
      {
        function: { name: "look", strict: true, parameters: { required: ["city"], additionalProperties: false } },
        cache_control: { type: "ephemeral" },
      },
      { function: { name: "plain" } },
      { function: { name: "loose", strict: false } },
    ]);
    expect(JSON.stringify(tools![1])).not.toMatch(/strict|cache_control/);
    expect(JSON.stringify(tools![0]!)).not.toContain("cacheControl");
  });

  test.each<[what: string, input: object | undefined]>([
    ["no input", undefined],
    ["an open JSON Schema", { type: "object", properties: { a: { type: "string" } }, required: ["a"] }],
    ["a nullable property", z.object({ a: z.string().nullable() })],
  ])("a strict tool can have %s", async (_, input) => {
    const { tools } = await sent({
      tools: [tool({ name: "look", inputSchema: input as never, strict: true, execute: () => 1 })],
    });
    expect(tools![0]).toMatchObject({ function: { strict: true, parameters: { additionalProperties: false } } });
  });

  test.each<[what: string, input: object]>([
    ["an optional property", z.object({ a: z.string().optional() })],
    ["a free-form object", { type: "object", additionalProperties: true }],
    ["a property of any value", z.object({ a: z.record(z.string(), z.number()) })],
  ])("a strict tool cannot have %s", (_, input) => {
    expect(() => tool({ name: "look", inputSchema: input as never, strict: true, execute: () => 1 })).toThrow(
      /`inputSchema` of the tool look cannot be strict/,
    );
  });

  test.each<[name: string, value: unknown]>([
    ["strict", "yes"],
    ["strict", 1],
    ["cacheControl", true],
    ["cacheControl", { type: "forever" }],
    ["cacheControl", {}],
    ["cacheControl", { type: "ephemeral", ttl: "2h" }],
    ["cacheControl", { type: "ephemeral", ttl: 5 }],
    ["cacheControl", { type: "ephemeral", tl: "1h" }],
    ["cache_control", { type: "ephemeral" }],
  ])("`%s: %j` is rejected", (name, value) => {
    expect(() => tool({ name: "look", execute: () => 1, [name]: value })).toThrow(AgentError);
  });
});

describe("instructions", () => {
  test.each<[what: string, instructions: unknown, content: unknown]>([
    ["a string", "Be brief.", "Be brief."],
    ["text parts", [part, { type: "text", text: "Be brief." }], [part, { type: "text", text: "Be brief." }]],
    ["a function that returns parts", () => [part], [part]],
    ["an async function", async () => "Be brief.", "Be brief."],
  ])("%s is the system message", async (_, instructions, content) => {
    const { messages } = await sent({ instructions });
    expect(messages[0]).toEqual({ role: "system", content });
  });

  test.each<[what: string, instructions: unknown]>([
    ["an empty string", ""],
    ["no parts", []],
    ["a function that returns nothing", () => undefined],
  ])("%s sends no system message", async (_, instructions) => {
    const { messages } = await sent({ instructions });
    expect(messages.map(({ role }) => role)).toEqual(["user"]);
  });

  test.each<[what: string, instructions: unknown]>([
    ["an image", [{ type: "image_url", image_url: { url: "data:," } }]],
    ["strings in a list", ["Be brief."]],
    ["a part without text", [{ type: "text" }]],
    ["null in a list", [null]],
    ["a function that returns a number", () => 5],
    ["a function that returns messages", () => [{ role: "system", content: "Be brief." }]],
  ])("%s is rejected before any request", async (_, instructions) => {
    const { client, requests } = createScriptedClient(["Done."]);
    const work = async (): Promise<unknown> =>
      createAgent({ client, model, instructions: instructions as never }).run("?");
    await expect(work()).rejects.toThrow(AgentError);
    await expect(work()).rejects.toThrow(/`instructions` must be/);
    expect(requests).toHaveLength(0);
  });

  test.each<[what: string, fields: object, words: RegExp]>([
    ["the name of another SDK", { cacheControl: { type: "ephemeral" } }, /`cacheControl`. Use `cache_control`/],
    ["options of a provider", { providerOptions: {} }, /`providerOptions`. Use `cache_control`/],
    ["an unknown type", { cache_control: { type: "forever" } }, /`cache_control`.*"forever"/],
    ["an unknown time", { cache_control: { type: "ephemeral", ttl: "2h" } }, /`cache_control`.*"2h"/],
    ["an unknown field", { cache_control: { type: "ephemeral", tl: "1h" } }, /`tl`.*`ttl`/],
    ["no object", { cache_control: true }, /`cache_control`.*an object/],
  ])("a part with %s is rejected", async (_, fields, words) => {
    const work = async (): Promise<unknown> =>
      createAgent({
        client: createScriptedClient([]).client,
        model,
        instructions: [{ type: "text", text: "a", ...fields }],
      }).run("?");
    await expect(work()).rejects.toThrow(AgentError);
    await expect(work()).rejects.toThrow(words);
  });

  test("an abort ends the wait for instructions that never resolve", async () => {
    const { client } = createScriptedClient(["Done."]);
    const controller = new AbortController();
    const instructions = (): Promise<string> => {
      controller.abort(new Error("mine"));
      return new Promise(() => undefined);
    };
    const run = createAgent({ client, model, instructions }).run("?", { signal: controller.signal });
    await expect(run).rejects.toThrow("mine");
  });

  test("the API accepts all of these fields", async () => {
    const server = createMockServer();
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
    const look = tool({ name: "look", strict: true, cacheControl: { type: "ephemeral", ttl: "5m" }, execute: () => 1 });
    expect((await createAgent({ client, model, instructions: [part], tools: [look] }).run("Hi")).stopReason).toBe(
      "completed",
    );
  });
});
