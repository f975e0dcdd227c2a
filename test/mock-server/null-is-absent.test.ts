import { operations, type OperationInfo } from "@patchbay/spec";
import document from "@patchbay/mock-server/openapi.json" with { type: "json" };
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import { createMockServer } from "@patchbay/mock-server";
import { expect, test } from "vitest";

type Json = Record<string, unknown>;

interface Example {
  readonly operation: string;
  readonly kind: string;
  readonly name: string;
  readonly value: Json;
}

/** A property of a value that its schema declares. */
interface Place {
  readonly pointer: readonly string[];
  readonly isRequired: boolean;
  readonly acceptsNull: boolean;
  readonly clears: boolean;
}

const server = createMockServer({ credits: 1000 });

async function send({ method, path, auth }: OperationInfo, body: unknown): Promise<Response> {
  return server.fetch(`http://localhost/api/v1${path.replace("{hash}", "unknown")}`, {
    method,
    headers: { authorization: `Bearer sk-or-${auth === "management" ? "mgmt" : "v1"}-nulls` },
    body: JSON.stringify(body),
  });
}

async function chat(body: Json): Promise<{ status: number; body: Json }> {
  const request = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "Hi." }], ...body };
  const response = await send(operations["chat.completions.create"], request);
  return { status: response.status, body: (await response.json()) as Json };
}

function resolve(schema: Json): Json {
  if (typeof schema.$ref !== "string") return schema;
  const path = schema.$ref.slice(2).split("/");
  return resolve(path.reduce<unknown>((at, key) => (at as Json)[key], document) as Json);
}

/** The declared properties of a value and of its nested values. */
function placesIn(value: unknown, schema: Json, pointer: readonly string[] = []): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const own = memberFor(value, schema);
  if (!own) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => placesIn(item, (own.items ?? {}) as Json, [...pointer, String(index)]));
  const required = (own.required ?? []) as string[];
  return Object.entries((own.properties ?? {}) as Record<string, Json>).flatMap(([name, property]) => [
    {
      pointer: [...pointer, name],
      isRequired: required.includes(name),
      acceptsNull: acceptsNull(property),
      clears: property["x-null"] !== undefined,
    },
    ...placesIn((value as Json)[name], property, [...pointer, name]),
  ]);
}

/** Whether null is one of the documented values of a property. */
function acceptsNull({ type, anyOf }: Json): boolean {
  return [type].flat().includes("null") || ((anyOf ?? []) as Json[]).some((member) => member.type === "null");
}

function memberFor(value: object, given: Json): Json | undefined {
  const schema = resolve(given);
  if (Array.isArray(schema.oneOf)) {
    const { propertyName, mapping } = schema.discriminator as { propertyName: string; mapping: Record<string, string> };
    const tag = (value as Json)[propertyName];
    const members = (schema.oneOf as { $ref: string }[]).map(({ $ref }) => $ref);
    const known = Object.values(mapping);
    // Without a tag, the member in which it is optional; with an unknown tag, the open member.
    const untagged = members.find((ref) => !(resolve({ $ref: ref }).required as string[]).includes(propertyName));
    const open = members.find((ref) => !known.includes(ref));
    return resolve({ $ref: typeof tag === "string" ? (mapping[tag] ?? open) : untagged });
  }
  if (!Array.isArray(schema.anyOf)) return schema;
  const type = Array.isArray(value) ? "array" : "object";
  return (schema.anyOf as Json[])
    .map((member) => memberFor(value, member))
    .find((member) => member && [member.type].flat().includes(type));
}

function withNull(value: Json, pointer: readonly string[]): Json {
  const copy = structuredClone(value);
  const parent = pointer.slice(0, -1).reduce<unknown>((at, key) => (at as Json)[key], copy) as Json;
  parent[pointer.at(-1)!] = null;
  return copy;
}

const requests = (examples as unknown as readonly Example[]).filter(({ kind, operation }) => {
  const { body }: OperationInfo = operations[operation as keyof typeof operations];
  return kind === "request" && body;
});

test("the contract has request examples with a body", () => {
  expect(requests.length).toBeGreaterThan(10);
});

test.each(requests.map((example) => [`${example.operation} ${example.name}`, example] as const))(
  "%s treats null in an optional property as absent, and rejects null in a required one",
  async (_, { operation: id, value }) => {
    const operation: OperationInfo = operations[id as keyof typeof operations];
    const node = (document.paths as unknown as Record<string, Record<string, Json>>)[operation.path]![
      operation.method.toLowerCase()
    ]!;
    const schema = ((node.requestBody as Json).content as Record<string, { schema: Json }>)["application/json"]!.schema;
    const places = placesIn(value, schema);
    expect(places.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const { pointer, isRequired, acceptsNull, clears } of places) {
      const without = structuredClone(withNull(value, pointer));
      const parent = pointer.slice(0, -1).reduce<unknown>((at, key) => (at as Json)[key], without) as Json;
      delete parent[pointer.at(-1)!];
      const absent = await send(operation, without);
      const nulled = await send(operation, withNull(value, pointer));
      // A block of a response that is sent back has required properties that can be null.
      const whenRequired = acceptsNull ? 200 : 400;
      const expected = isRequired ? whenRequired : absent.status;
      if (nulled.status !== expected && !clears)
        wrong.push(`/${pointer.join("/")}: ${nulled.status}, expected ${expected}: ${await nulled.text()}`);
    }
    expect(wrong).toEqual([]);
  },
);

test("PATCH /keys/{hash} removes the limit for null and keeps it when absent", async () => {
  const headers = { authorization: "Bearer sk-or-mgmt-nulls" };
  const made = await server.fetch("http://localhost/api/v1/keys", {
    method: "POST",
    headers,
    body: JSON.stringify({ name: "k", limit: 5, limit_reset: "daily", include_byok_in_limit: null, external: null }),
  });
  const { hash } = ((await made.json()) as { data: { hash: string } }).data;
  const patch = async (body: Json): Promise<Json> => {
    const init = { method: "PATCH", headers, body: JSON.stringify(body) };
    const response = await server.fetch(`http://localhost/api/v1/keys/${hash}`, init);
    return ((await response.json()) as { data: Json }).data;
  };
  expect(await patch({ name: null, disabled: null, include_byok_in_limit: null })).toMatchObject({
    name: "k",
    disabled: false,
    limit: 5,
    limit_reset: "daily",
  });
  expect(await patch({ limit: null, limit_reset: null })).toMatchObject({ limit: null, limit_reset: null });
});

test("a message of the server can be sent back with the null fields that clients add", async () => {
  const tools = [{ type: "function", function: { name: "f", description: null, parameters: null, strict: null } }];
  const question = { role: "user", content: "Call f.", name: null };
  const { body } = await chat({ messages: [question], tools, tool_choice: "required" });
  const { message } = (body.choices as { message: Json }[])[0]!;
  const calls = message.tool_calls as { id: string }[];
  const dumped = { refusal: null, annotations: null, audio: null, function_call: null, images: null, ...message };
  const results = calls.map(({ id }) => ({ role: "tool", tool_call_id: id, name: null, content: "1" }));
  const { status } = await chat({ messages: [question, dumped, ...results], tools });
  expect(status).toBe(200);
});

test.each([
  ["reasoning", { content: "Yes.", reasoning: "Because." }],
  ["an image", { content: "Here.", images: ["data:image/png;base64,AAAA"] }],
  [
    "citations",
    {
      content: "See.",
      annotations: [
        {
          type: "url_citation",
          url_citation: { url: "https://example.com/", title: "E", start_index: 0, end_index: 3 },
        },
      ],
    },
  ],
  ["calls", { toolCalls: [{ name: "f", arguments: {} }] }],
])("a scripted reply with %s can be sent back verbatim", async (_, reply) => {
  const scripted = createMockServer({ script: [reply as never, "Done."] });
  const ask = async (messages: readonly unknown[]): Promise<Json> => {
    const response = await scripted.fetch("http://localhost/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-nulls" },
      body: JSON.stringify({
        model: "openai/gpt-5-mini",
        messages,
        tools: [{ type: "function", function: { name: "f" } }],
      }),
    });
    expect(response.status, JSON.stringify(messages)).toBe(200);
    return (await response.json()) as Json;
  };
  const question = { role: "user", content: "Hi." };
  const [{ message }] = (await ask([question])).choices as [{ message: Json }];
  const calls = (message.tool_calls ?? []) as { id: string }[];
  await ask([
    question,
    message,
    ...calls.map(({ id }) => ({ role: "tool", tool_call_id: id, content: "1" })),
    question,
  ]);
});

test("null in free-form JSON, such as a schema's const or default, is preserved", async () => {
  const parameters = { type: "object", properties: { a: { const: null, default: null } }, required: ["a"] };
  const tools = [{ type: "function", function: { name: "f", parameters } }];
  const { body } = await chat({ tools, tool_choice: "required" });
  const [choice] = body.choices as { message: { tool_calls: { function: { arguments: string } }[] } }[];
  expect(JSON.parse(choice!.message.tool_calls[0]!.function.arguments)).toEqual({ a: null });
});

test.each([
  ["metadata values", { metadata: { a: null } }],
  ["values of logit_bias", { logit_bias: { "1": null } }],
  ["items of stop", { stop: [null] }],
  ["items of messages", { messages: [null] }],
  ["messages", { messages: null }],
  [
    "a call's function",
    { messages: [{ role: "assistant", tool_calls: [{ id: "a", type: "function", function: null }] }] },
  ],
])("null in %s is rejected", async (_, body) => {
  expect((await chat(body)).status).toBe(400);
});

test("`prompt` without messages is one user message", async () => {
  const response = await send(operations["chat.completions.create"], { model: "openai/gpt-5-mini", prompt: "Hi." });
  const { usage } = (await response.json()) as { usage: { prompt_tokens: number } };
  const { body } = await chat({});
  expect(response.status).toBe(200);
  expect(usage.prompt_tokens).toBe((body.usage as typeof usage).prompt_tokens);
});

test.each([
  ["nothing", {}],
  ["a prompt that is a list", { prompt: ["Hi."] }],
  ["a prompt that is null", { prompt: null }],
])("a chat with %s in place of messages is refused, and the error names `messages`", async (_, body) => {
  const response = await send(operations["chat.completions.create"], { model: "openai/gpt-5-mini", ...body });
  expect(response.status).toBe(400);
  expect(((await response.json()) as { error: { message: string } }).error.message).toContain("/messages");
});

test.each([
  ["assistant", { type: "refusal", refusal: "No." }],
  ["assistant", { type: "text", text: "Hi.", cache_control: null }],
  [
    "user",
    {
      type: "image_url",
      image_url: { url: "data:image/png;base64,AAAA", detail: null },
      cache_control: { type: "ephemeral" },
    },
  ],
  ["user", { type: "input_audio", input_audio: { data: "AAAA", format: "wav" } }],
  ["user", { type: "file", file: { file_id: "file-1", filename: null, file_data: null } }],
  ["user", { type: "video_url", video_url: { url: "https://example.com/a.mp4", processing: null } }],
])("a message of the %s accepts the part %o", async (role, part) => {
  const messages = [
    { role, content: [{ type: "text", text: "Hi." }, part] },
    { role: "user", content: "Go on." },
  ];
  const { status, body } = await chat({ model: "google/gemini-2.5-flash", messages });
  // A well-formed part may still be unsupported by the model.
  expect([200, 404], JSON.stringify(body)).toContain(status);
});
