// Structured output: the schema that is sent, how the output is read, and what is refused.
import {
  getResponseInfo,
  OutputError,
  Patchbay,
  PatchbayError,
  type ChatCompletion,
  type JsonSchema,
  type ParsedCompletion,
} from "@patchbay/client";
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { toJsonSchema, toStandardJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import * as v from "valibot";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";

interface Place {
  city: string;
  population: number;
}

const paris: Place = { city: "Paris", population: 2_100_000 };
const chat = {
  model: "openai/gpt-5-mini",
  messages: [{ role: "user" as const, content: "Where is the Eiffel tower?" }],
};

function says(text: string, options: MockServerOptions = {}): { server: MockServer; client: Patchbay } {
  const server = createMockServer({ script: () => text, ...options });
  return { server, client: new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch }) };
}

/** The `response_format` that was sent. */
function formatOf(server: MockServer): {
  type: string;
  json_schema: { name: string; strict: boolean; schema: JsonSchema };
} {
  return server.journal.last!.input.response_format as never;
}

/** The `json_schema` that is sent for a schema. */
async function sent(jsonSchema: JsonSchema): Promise<{ strict: boolean; schema: JsonSchema }> {
  const { client, server } = says("{}");
  await client.chat.completions.parse({ ...chat, output: jsonSchema });
  const { strict, schema } = formatOf(server).json_schema;
  return { strict, schema };
}

async function refused(work: Promise<unknown>): Promise<OutputError> {
  const error: unknown = await work.then(
    () => expect.fail("nothing was thrown"),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(OutputError);
  return error as OutputError;
}

const placeSchema = {
  type: "object",
  properties: { city: { type: "string" }, population: { type: "number" } },
  required: ["city", "population"],
} as const;

const zodPlace = z.object({ city: z.string(), population: z.number() });

describe("an output schema", () => {
  test("of zod is sent strictly, and the output is typed", async () => {
    const { client, server } = says(JSON.stringify(paris));
    const reply = await client.chat.completions.parse({ ...chat, output: zodPlace });
    expect(reply.parsed).toEqual(paris);
    expectTypeOf(reply.parsed).toEqualTypeOf<Place>();
    expect(formatOf(server)).toEqual({
      type: "json_schema",
      json_schema: { name: "answer", strict: true, schema: { ...placeSchema, additionalProperties: false } },
    });
    expect(server.journal.last!.input).not.toHaveProperty("output");
  });

  test("of arktype is sent strictly, and the output is typed", async () => {
    const { client, server } = says(JSON.stringify(paris));
    const output = type({ city: "string", population: "number" });
    const { parsed } = await client.chat.completions.parse({ ...chat, output });
    expect(parsed).toEqual(paris);
    expectTypeOf(parsed).toEqualTypeOf<Place>();
    expect(formatOf(server).json_schema).toMatchObject({
      strict: true,
      schema: { ...placeSchema, additionalProperties: false },
    });
  });

  test("of valibot with a JSON Schema is sent strictly, and the output is typed", async () => {
    const { client, server } = says(JSON.stringify(paris));
    const output = toStandardJsonSchema(v.object({ city: v.string(), population: v.number() }));
    const { parsed } = await client.chat.completions.parse({ ...chat, output });
    expect(parsed).toEqual(paris);
    expectTypeOf(parsed).toEqualTypeOf<Place>();
    expect(formatOf(server).json_schema).toEqual({
      name: "answer",
      strict: true,
      schema: { ...placeSchema, additionalProperties: false },
    });
  });

  test("of valibot can be passed with its JSON Schema, which is sent unchanged", async () => {
    const { client, server } = says(JSON.stringify(paris));
    const schema = v.object({ city: v.string(), population: v.number() });
    const jsonSchema = { ...(toJsonSchema(schema) as JsonSchema), description: "A place." };
    const { parsed } = await client.chat.completions.parse({ ...chat, output: { schema, jsonSchema } });
    expectTypeOf(parsed).toEqualTypeOf<Place>();
    expect(formatOf(server).json_schema.schema.description).toBe("A place.");
    const wrong = says('{"city":"Paris"}').client.chat.completions.parse({ ...chat, output: { schema, jsonSchema } });
    expect((await refused(wrong)).message).toContain("/population: ");
  });

  test("of zod/mini, which provides no JSON Schema, is passed with one", async () => {
    const schema = mini.object({ city: mini.string(), population: mini.number() });
    const output = { schema, jsonSchema: mini.toJSONSchema(schema) as JsonSchema };
    const { client, server } = says(JSON.stringify(paris));
    const { parsed } = await client.chat.completions.parse({ ...chat, output });
    expect(parsed).toEqual(paris);
    expectTypeOf(parsed).toEqualTypeOf<Place>();
    expect(formatOf(server).json_schema).toMatchObject({ strict: true, schema: placeSchema });
    const wrong = says('{"city":7,"population":1}').client.chat.completions.parse({ ...chat, output });
    expect((await refused(wrong)).message).toContain("/city: ");
  });

  test("that is plain JSON Schema is sent but not validated, and the output is unknown", async () => {
    const { client, server } = says('{"city":7}');
    const { parsed } = await client.chat.completions.parse({ ...chat, output: placeSchema });
    expect(parsed).toEqual({ city: 7 });
    expectTypeOf(parsed).toBeUnknown();
    expect(formatOf(server).json_schema.schema).toEqual({ ...placeSchema, additionalProperties: false });
    // The caller's schema is not modified.
    expect(placeSchema).not.toHaveProperty("additionalProperties");
  });

  test("without a JSON Schema is refused before any request, with instructions", async () => {
    const { client, server } = says("{}");
    const schemas = [v.object({ city: v.string() }), mini.object({ city: mini.string() })] as const;
    for (const output of schemas) {
      const vendor = output["~standard"].vendor;
      const error = await client.chat.completions.parse({ ...chat, output }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PatchbayError);
      expect((error as Error).message).toContain(`The ${vendor} schema does not provide a JSON Schema. Pass `);
    }
    expect(server.journal.last).toBeUndefined();
  });

  test("can transform the output, also asynchronously", async () => {
    const output = z.object({
      population: z.string().transform(Number),
      city: z.string().refine(async (city) => city !== "Atlantis", "does not exist"),
    });
    const { client } = says('{"city":"Paris","population":"2100000"}');
    const { parsed } = await client.chat.completions.parse({ ...chat, output });
    expect(parsed).toEqual(paris);
    expectTypeOf(parsed).toEqualTypeOf<Place>();
    const sunk = says('{"city":"Atlantis","population":"0"}').client.chat.completions.parse({ ...chat, output });
    expect((await refused(sunk)).message).toBe(
      "The output does not match the schema: /city: does not exist. Send the request again, or relax the schema.",
    );
  });

  test("is followed by the mock model without a script", async () => {
    const server = createMockServer();
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
    const output = z.object({ cities: z.array(zodPlace), mood: z.enum(["good", "bad"]).nullable() });
    const { parsed } = await client.chat.completions.parse({ ...chat, output });
    expectTypeOf(parsed).toEqualTypeOf<{ cities: Place[]; mood: "good" | "bad" | null }>();
    expect(output.parse(parsed)).toEqual(parsed);
  });
});

describe("the strict flag", () => {
  const text = { type: "string" };
  const whole = { type: "object", properties: { a: text }, required: ["a"] };
  const part = { type: "object", properties: { a: text, b: text }, required: ["a"] };
  const inside = (a: object): JsonSchema => ({ ...whole, properties: { a } });

  test.each<[when: string, schema: JsonSchema]>([
    ["every property is required", whole],
    ["an object is closed and has no properties", { type: "object", additionalProperties: false }],
    ["objects inside have all properties, too", inside({ type: "array", items: { anyOf: [whole, { type: "null" }] } })],
    ["a nullable object has all properties", inside({ ...whole, type: ["object", "null"] })],
  ])("is true when %s, and every object is closed", async (_, schema) => {
    const { strict, schema: sentSchema } = await sent(schema);
    expect(strict).toBe(true);
    const objects = JSON.stringify(sentSchema).match(/"type":(?:"object"|\["object)/g) ?? [];
    expect(objects.length).toBeGreaterThan(0);
    expect(JSON.stringify(sentSchema).match(/"additionalProperties":false/g)).toHaveLength(objects.length);
  });

  test.each<[when: string, schema: JsonSchema]>([
    ["a property is optional", part],
    ["one deep inside is optional", { ...whole, properties: { a: { type: "array", items: part } } }],
    ["one in a definition is optional", { ...whole, $defs: { part } }],
    ["one of a nullable object is optional", { ...part, type: ["object", "null"] }],
    ["an object is open", { ...whole, additionalProperties: true }],
    ["an object is a map", { type: "object", additionalProperties: { type: "number" } }],
    ["nothing is required", { type: "object", properties: { a: text } }],
    ["an object has several parts", { allOf: [whole, { type: "object", properties: { b: text }, required: ["b"] }] }],
  ])("is false when %s", async (_, schema) => {
    expect((await sent(schema)).strict).toBe(false);
  });

  test("is false for an optional property of zod, arktype and valibot", async () => {
    for (const output of [
      z.object({ city: z.string(), population: z.number().optional() }),
      type({ city: "string", "population?": "number" }),
      toStandardJsonSchema(v.object({ city: v.string(), population: v.optional(v.number()) })),
    ]) {
      const { client, server } = says('{"city":"Paris"}');
      const { parsed } = await client.chat.completions.parse({ ...chat, output });
      expect(parsed).toEqual({ city: "Paris" });
      expect(formatOf(server).json_schema).toMatchObject({ strict: false, schema: { required: ["city"] } });
    }
  });

  test("leaves the parts of a combined object open, so that one value can match them all", async () => {
    const output = toStandardJsonSchema(v.intersect([v.object({ a: v.string() }), v.object({ b: v.string() })]));
    const server = createMockServer();
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
    const { parsed } = await client.chat.completions.parse({ ...chat, output });
    expect(parsed).toEqual({ a: expect.any(String) as string, b: expect.any(String) as string });
    expect(JSON.stringify(formatOf(server))).not.toContain("additionalProperties");
  });
});

describe("a parsed completion", () => {
  test("is the completion with the output as a value", async () => {
    const { client } = says(JSON.stringify(paris));
    const reply = await client.chat.completions.parse({ ...chat, output: zodPlace });
    expect(reply.choices[0]!.message.content).toBe(JSON.stringify(paris));
    expect(reply.usage!.cost).toBeGreaterThan(0);
    expect(getResponseInfo(reply)).toMatchObject({ response: { status: 200 }, attempts: 1, generationId: reply.id });
    expectTypeOf(reply).toEqualTypeOf<ParsedCompletion<Place>>();
    expectTypeOf(reply).toExtend<ChatCompletion>();
  });

  test.each([
    ['```json\n{"city":"Paris","population":1}\n```'],
    ['\n```\n{"city":"Paris","population":1}```\n\n'],
    ['```json\r\n{"city":"Paris","population":1}\r\n```'],
    [' \n{"city":"Paris","population":1}\n'],
  ])("is read from %j", async (text) => {
    const { parsed } = await says(text).client.chat.completions.parse({ ...chat, output: zodPlace });
    expect(parsed).toEqual({ city: "Paris", population: 1 });
  });

  test("can have a code fence in a string", async () => {
    const value = { city: "```json\nParis\n```", population: 1 };
    for (const text of [JSON.stringify(value), `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``]) {
      const { parsed } = await says(text).client.chat.completions.parse({ ...chat, output: zodPlace });
      expect(parsed).toEqual(value);
    }
  });

  test("is the response itself with asResponse()", async () => {
    const { client } = says("no JSON at all");
    const response = await client.chat.completions.parse({ ...chat, output: zodPlace }).asResponse();
    expect((await response.json()) as ChatCompletion).toMatchObject({
      choices: [{ message: { content: "no JSON at all" } }],
    });
  });

  test("cannot be requested as a stream or with a response format", () => {
    const { client } = says("{}");
    // @ts-expect-error -- a stream has no parsed value
    expectTypeOf(client.chat.completions.parse).toBeCallableWith({ ...chat, output: zodPlace, stream: true });
    const formatted = { ...chat, output: zodPlace, response_format: { type: "json_object" } } as const;
    // @ts-expect-error -- the schema determines the format
    expectTypeOf(client.chat.completions.parse).toBeCallableWith(formatted);
    // @ts-expect-error -- without a schema there is no output to parse
    expectTypeOf(client.chat.completions.parse).toBeCallableWith(chat);
  });
});

describe("an OutputError", () => {
  test("quotes the start of an output that is not valid JSON, and has the whole text", async () => {
    const text = `In Paris, of course. ${"Really. ".repeat(40)}`.trim();
    const { client, server } = says(text);
    const error = await refused(client.chat.completions.parse({ ...chat, output: zodPlace }));
    expect(error.message).toBe(
      `The output is not valid JSON: it starts with ${JSON.stringify(text.slice(0, 100))}. Send the request again, or use another model.`,
    );
    expect(error).toMatchObject({ name: "OutputError", text, issues: [], cause: expect.any(SyntaxError) as Error });
    expect(error.completion!.usage!.cost).toBeGreaterThan(0);
    // The completion is charged: only the caller decides about another request.
    expect(server.journal.entries({})).toHaveLength(1);
  });

  test("names the path of each violation of the schema", async () => {
    const text = '{"places":[{"city":"Paris","population":1},{"city":7}]}';
    const { client, server } = says(text);
    const output = z.object({ places: z.array(zodPlace) });
    const error = await refused(client.chat.completions.parse({ ...chat, output }));
    expect(error.message).toMatch(
      /^The output does not match the schema: \/places\/1\/city: .+; \/places\/1\/population: /,
    );
    expect(error.issues.map(({ path }) => path)).toEqual([
      ["places", 1, "city"],
      ["places", 1, "population"],
    ]);
    expect(error.text).toBe(text);
    expect(error.completion!.choices[0]!.finish_reason).toBe("stop");
    expect(server.journal.entries({})).toHaveLength(1);
  });

  test("names paths in the terms of every library", async () => {
    const wrong = '{"city":"Paris","population":"many"}';
    for (const output of [
      zodPlace,
      type({ city: "string", population: "number" }),
      toStandardJsonSchema(v.object({ city: v.string(), population: v.number() })),
    ]) {
      const error = await refused(says(wrong).client.chat.completions.parse({ ...chat, output }));
      expect(error.message).toContain("schema: /population: ");
    }
  });

  test("reports that the output was truncated at the token limit", async () => {
    const { client } = says(JSON.stringify({ ...paris, city: "Paris ".repeat(100) }));
    const error = await refused(client.chat.completions.parse({ ...chat, output: zodPlace, max_tokens: 20 }));
    expect(error.completion!.choices[0]!.finish_reason).toBe("length");
    expect(error.message).toBe(
      "The output is not valid JSON: it was truncated at the token limit. Raise `max_tokens`.",
    );
    expect(error.text).toMatch(/^\{"city":"Paris /);
  });

  test("has the refusal of the model", async () => {
    const message = { role: "assistant", content: null, refusal: "I do not speak of towers." };
    const body = { id: "gen-1", object: "chat.completion", created: 1, model: "m", choices: [{ index: 0, message }] };
    const fetch = (): Promise<Response> => Promise.resolve(Response.json(body));
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch });
    const error = await refused(client.chat.completions.parse({ ...chat, output: zodPlace }));
    expect(error.message).toBe("The output is not valid JSON: I do not speak of towers.");
    expect(error.text).toBe("");
  });
});
