// Errors that the gateway shares with the mock server speak of neither the mock server nor OpenRouter's pages.
import { afterAll, beforeAll, expect, test } from "vitest";
import { oneModel, startInProcess } from "../support/gateway-in-process.ts";
import { createTestGateway, type TestGateway } from "../support/test-gateway.ts";

let gateway: TestGateway;
let key: string;

beforeAll(async () => {
  const price = { prompt: 1, completion: 1 };
  gateway = await createTestGateway({
    providers: {
      local: {
        kind: "openai-compatible",
        baseURL: "http://127.0.0.1:9/v1",
        apiKey: "$GATEWAY_KEY",
        dataPolicy: { training: true },
      },
    },
    models: [{ id: "acme/tiny", endpoints: [{ provider: "local", model: "tiny", price }] }],
  });
  key = (await gateway.createKey()).secret;
});
afterAll(() => gateway.close());

const messages = [{ role: "user", content: "Hi" }];
const file = { type: "file", file: { filename: "a.pdf", file_data: "https://example.com/a.pdf" } };
const chat = { model: "acme/tiny", messages };
const anthropic = { ...chat, max_tokens: 10 };
const responses = { model: "acme/tiny", input: "Hi" };

test.each<[string, string, object, RegExp]>([
  ["no model", "/chat/completions", { messages }, /^\/model: is missing/],
  ["no model, Responses", "/responses", { input: "Hi" }, /^\/model: /],
  ["a router that it lacks", "/chat/completions", { ...chat, model: "openrouter/none" }, /openrouter\/none/],
  ["zero data retention", "/chat/completions", { ...chat, provider: { zdr: true } }, /`dataPolicy` of a provider/],
  [
    "no training",
    "/chat/completions",
    { ...chat, provider: { data_collection: "deny" } },
    /`dataPolicy` of a provider/,
  ],
  ["a web search", "/chat/completions", { ...chat, plugins: [{ id: "web" }] }, /no web search/],
  ["a search tool", "/chat/completions", { ...chat, tools: [{ type: "openrouter:web_search" }] }, /no web search/],
  [
    "MCP servers",
    "/messages",
    { ...anthropic, mcp_servers: [{ type: "url", name: "a", url: "https://example.com" }] },
    /MCP/,
  ],
  [
    "a tool of Anthropic",
    "/messages",
    { ...anthropic, tools: [{ type: "code_execution_20250825", name: "code_execution" }] },
    /\/tools\/0/,
  ],
  ["a prompt template", "/responses", { ...responses, prompt: { id: "pmpt_1" } }, /prompt/],
  [
    "a file by URL",
    "/chat/completions",
    {
      ...chat,
      messages: [{ role: "user", content: [file] }],
      plugins: [{ id: "file-parser", pdf: { engine: "pdf-text" } }],
    },
    /a\.pdf/,
  ],
])("%s", async (_, path, body, expected) => {
  const { status, json, text } = await gateway.call("POST", path, { key, body });
  expect(status, text).toBeGreaterThanOrEqual(400);
  expect(json.error.message).toMatch(expected);
  expect(text).not.toMatch(/mock server|openrouter\.ai/i);
});

test("the admin API refuses a long body before the login", async () => {
  const local = await startInProcess(oneModel("http://127.0.0.1:9"));
  try {
    const sent = await local.call("/admin/api/keys", { key: "wrong", body: { name: "a".repeat(500_000) } });
    expect(sent.status).toBe(413);
    expect((await local.call("/admin/api/keys", { key: "wrong", body: { name: "a" } })).status).toBe(401);
  } finally {
    await local.stop();
  }
});
