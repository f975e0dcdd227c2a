// Recording from one server through a second one, and replaying without the first.
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import { createMockServer, findDrift, type MockServer, type Recording } from "@patchbay/mock-server";
import { expect, test } from "vitest";

const secret = "sk-or-v1-very-secret";
const chat = {
  model: "openai/gpt-4o-mini",
  messages: [{ role: "user", content: "größer, please" }],
} satisfies ChatCompletionRequest;

async function send(
  server: MockServer,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string; type: string }> {
  const response = await server.fetch(`http://app/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${secret}`, cookie: "session=tasty", "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text(), type: response.headers.get("content-type")! };
}

const requests: readonly (readonly [path: string, body?: unknown])[] = [
  ["/chat/completions", chat],
  ["/chat/completions", { ...chat, stream: true, user: "person@example.com" }],
  ["/chat/completions", { ...chat, temperature: 9 }],
  ["/models?supported_parameters=tools"],
  ["/embeddings", { model: "openai/text-embedding-3-small", input: "a", dimensions: 4 }],
  // A key that was pasted into a text.
  ["/chat/completions", { ...chat, messages: [{ role: "user", content: `my key is ${secret}` }] }],
];

async function record(): Promise<{ recording: Recording; live: Awaited<ReturnType<typeof send>>[] }> {
  const service = await createMockServer({ defaultReply: "echo", tokenDelay: 40 }).listen({ port: 0 });
  const recorder = createMockServer({ record: { baseURL: service.baseURL, redact: ["user"] } });
  const live: Awaited<ReturnType<typeof send>>[] = [];
  for (const [path, body] of requests) live.push(await send(recorder, path, body));
  await service.close();
  return { recording: JSON.parse(JSON.stringify(recorder.recording)) as Recording, live };
}

test("a replay returns the recorded bytes, streams included, without the service", async () => {
  const { recording, live } = await record();
  const replay = createMockServer({ replay: { recording, redact: ["user"] } });
  for (const [index, [path, body]] of requests.slice(0, 5).entries())
    expect(await send(replay, path, body)).toEqual(live[index]);
  expect(live[1]!.text).toContain("data: [DONE]");
});

test("a recording contains no key, cookie or redacted field, and keeps the timing of its streams", async () => {
  const { recording } = await record();
  const text = JSON.stringify(recording);
  for (const word of [secret, "very-secret", "tasty", "person@example.com", "authorization", "cookie"])
    expect(text).not.toContain(word);
  expect(text).toContain("my key is [redacted]");
  const { pieces } = recording.exchanges[1]!.response;
  expect(pieces.length).toBeGreaterThan(1);
  // The first piece can be read late on a busy machine.
  expect(pieces.at(-1)!.at).toBeGreaterThan(20);
});

test("a replay with `preserveTiming` keeps the recorded timing", async () => {
  const { recording } = await record();
  const started = performance.now();
  await send(createMockServer({ replay: { recording, redact: ["user"], preserveTiming: true } }), "/chat/completions", {
    ...chat,
    stream: true,
    user: "x",
  });
  expect(performance.now() - started).toBeGreaterThanOrEqual(recording.exchanges[1]!.response.pieces.at(-1)!.at - 2);
});

test("a strict replay rejects any difference with its location, and a loose one compares only what the model reads", async () => {
  const { recording } = await record();
  const strict = createMockServer({ replay: { recording } });
  const other = { ...chat, temperature: 0.5 };
  expect(JSON.parse((await send(strict, "/chat/completions", other)).text)).toMatchObject({
    error: {
      code: 400,
      message:
        "The recording has no such request. Exchange 0 comes closest and differs at /body/temperature (recorded nothing, received 0.5).",
    },
  });
  const loose = createMockServer({ replay: { recording, mode: "loose" } });
  expect((await send(loose, "/chat/completions", other)).status).toBe(200);
  expect((await send(loose, "/chat/completions", { ...chat, model: "openai/gpt-5" })).status).toBe(400);
  // The order of fields does not matter.
  expect((await send(strict, "/chat/completions", { messages: chat.messages, model: chat.model })).status).toBe(200);
});

test("duplicate requests are replayed in their order, and the last response repeats", async () => {
  const service = await createMockServer({ script: ["one", "two"] }).listen({ port: 0 });
  const recorder = createMockServer({ record: { baseURL: service.baseURL } });
  for (let turn = 0; turn < 2; turn++) await send(recorder, "/chat/completions", chat);
  await service.close();
  const client = new Patchbay({
    apiKey: secret,
    fetch: createMockServer({ replay: { recording: recorder.recording! } }).fetch,
  });
  const said: unknown[] = [];
  for (let turn = 0; turn < 3; turn++)
    said.push((await client.chat.completions.create(chat)).choices[0]!.message.content);
  expect(said).toEqual(["one", "two", "two"]);
});

test("an unreachable service gives 502", async () => {
  const recorder = createMockServer({ record: { baseURL: "http://127.0.0.1:9/api/v1" } });
  const { status, text } = await send(recorder, "/chat/completions", chat);
  expect(status).toBe(502);
  expect(text).toContain("Cannot reach the upstream API at http://127.0.0.1:9/api/v1");
});

test("findDrift reports exchange, event and location", async () => {
  const { recording } = await record();
  expect(await findDrift(recording)).toEqual([]);
  const spoilt = JSON.parse(
    JSON.stringify(recording)
      .replaceAll(String.raw`\"total_tokens\":`, String.raw`\"total\":`)
      .replace(String.raw`\"object\":\"list\"`, String.raw`\"object\":7`),
  ) as Recording;
  const drift = await findDrift(spoilt);
  expect(drift).toContainEqual({
    exchange: 0,
    operation: "chat.completions.create",
    status: 200,
    pointer: "/usage/total_tokens",
    message: "is required and missing",
  });
  expect(drift.find(({ exchange }) => exchange === 1)).toMatchObject({
    event: expect.any(Number) as number,
    pointer: "/usage/total_tokens",
  });
  expect(drift.find(({ operation }) => operation === "embeddings.create")).toMatchObject({ pointer: "/object" });
  const unknown: Recording = {
    version: 1,
    exchanges: [
      { request: { method: "GET", path: "/none", body: "" }, response: { status: 200, headers: {}, pieces: [] } },
    ],
  };
  expect(await findDrift(unknown)).toMatchObject([{ message: "GET /none is not in the contract" }]);
});
