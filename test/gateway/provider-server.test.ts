// The scripted provider of the gateway's tests is read by the official clients of its formats, and breaks in the ways that it promises.
import Anthropic from "@anthropic-ai/sdk";
import OpenAI, { APIConnectionError } from "openai";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";

let provider: ProviderServer;
beforeAll(async () => {
  provider = await startProvider();
});
afterEach(() => {
  provider.behave({});
  provider.reset();
});
afterAll(() => provider.stop());

const messages = [{ role: "user" as const, content: "Hi" }];
const openai = (): OpenAI => new OpenAI({ apiKey: "k", baseURL: `${provider.url}/v1`, maxRetries: 0 });
const post = (path: string, body: object, signal?: AbortSignal): Promise<Response> =>
  fetch(provider.url + path, { method: "POST", body: JSON.stringify(body), signal: signal ?? null });

test("OpenAI's client reads its streams, tool calls and usage", async () => {
  provider.behave({ text: "one two", toolCall: { name: "look", arguments: { at: 1 } } });
  const stream = openai().chat.completions.stream({ model: "m", messages, stream_options: { include_usage: true } });
  const { choices, usage } = await stream.finalChatCompletion();
  expect(choices[0]).toMatchObject({ finish_reason: "tool_calls", message: { content: "one two" } });
  expect(choices[0]!.message.tool_calls).toMatchObject([{ function: { name: "look", arguments: '{"at":1}' } }]);
  expect(usage).toMatchObject({ prompt_tokens: 10, completion_tokens: 2 });
  expect(provider.requests[0]).toMatchObject({ headers: { authorization: "Bearer k" }, body: { model: "m" } });
});

test("Anthropic's client reads its streams, thinking and errors", async () => {
  const client = new Anthropic({ apiKey: "k", baseURL: provider.url, maxRetries: 0 });
  provider.behave({ text: "one two", reasoning: "hm", usage: { prompt: 10, completion: 2, cached: 4 } });
  const message = await client.messages.stream({ model: "m", max_tokens: 9, messages }).finalMessage();
  expect(message.content).toMatchObject([{ thinking: "hm" }, { text: "one two" }]);
  expect(message.usage).toMatchObject({ input_tokens: 6, cache_read_input_tokens: 4, output_tokens: 2 });
  provider.behave({ status: 529, message: "busy" });
  await expect(client.messages.create({ model: "m", max_tokens: 9, messages })).rejects.toThrow(/overloaded_error/);
});

test.each([
  ["/v1beta/models/m:generateContent", { contents: [] }, { candidates: [{ finishReason: "STOP" }] }],
  ["/v2/chat", { model: "m" }, { finish_reason: "COMPLETE", usage: { tokens: { input_tokens: 10 } } }],
  ["/v2/rerank", { documents: ["a", "b"], top_n: 1 }, { results: [{ index: 0 }] }],
  ["/api/chat", { model: "m", stream: false }, { done: true, prompt_eval_count: 10 }],
])("it answers %s in its format", async (path, body, expected) => {
  expect(await (await post(path, body)).json()).toMatchObject(expected);
});

test("its streams of Gemini, Cohere and Ollama are events of JSON", async () => {
  const sse = await (await post("/v1beta/models/m:streamGenerateContent?alt=sse", {})).text();
  const payloads = sse
    .split("\n\n")
    .filter(Boolean)
    .map((event) => JSON.parse(event.slice(6)) as object);
  const array = await (await post("/v1beta/models/m:streamGenerateContent", {})).json();
  expect(array).toMatchObject(payloads.map((payload) => ({ ...payload, responseId: expect.any(String) as string })));
  expect(payloads.at(-1)).toMatchObject({ usageMetadata: { totalTokenCount: 12 } });
  expect(await (await post("/v2/chat", { stream: true })).text()).toMatch(
    /"type":"message-end".*"finish_reason":"COMPLETE"/,
  );
  const lines = (await (await post("/api/chat", {})).text()).trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { done: boolean }).done)).toEqual([false, false, true]);
});

test("a reset, a cut and a hang reach the client, and the provider sees that the client leaves", async () => {
  provider.behave({ resetAfter: -1 });
  await expect(openai().chat.completions.create({ model: "m", messages })).rejects.toThrow(APIConnectionError);
  provider.behave({ cutAfter: 100 });
  const response = await post("/v1/chat/completions", { stream: true });
  await expect(response.text()).rejects.toThrow("terminated");
  provider.behave({ hang: "after-first-token", delayBetweenTokens: 0 });
  const abort = new AbortController();
  const { body } = await post("/v1/chat/completions", { stream: true }, abort.signal);
  await body!.getReader().read();
  expect(provider.open()).toBe(1);
  abort.abort();
  expect(await provider.requests.at(-1)!.aborted).toBe(true);
  await expect.poll(() => provider.open()).toBe(0);
});

test("requests above the capacity are refused with 429 and Retry-After", async () => {
  const gate = Promise.withResolvers<void>();
  const small = await startProvider({ capacity: 2, behave: { after: gate.promise } });
  const answers = [1, 2, 3, 4].map(() => fetch(`${small.url}/v1/chat/completions`, { method: "POST", body: "{}" }));
  await expect.poll(() => small.requests.length).toBe(4);
  gate.resolve();
  const responses = await Promise.all(answers);
  expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 200, 429, 429]);
  expect(responses.find(({ status }) => status === 429)!.headers.get("retry-after")).toBe("1");
  await small.stop();
});
