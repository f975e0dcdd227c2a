// The cost of a request's JSON Schema is bounded: every schema is answered or rejected with its location, in bounded time.
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { beforeEach, expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";

let server: MockServer;
beforeEach(() => (server = createMockServer()));

const base = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "Describe rivers" }] };

function answerSchema(schema: unknown): Promise<Answer> {
  const response_format = { type: "json_schema", json_schema: { name: "x", schema } };
  return call(server, "/api/v1/chat/completions", { body: { ...base, response_format } });
}

function callTool(parameters: unknown): Promise<Answer> {
  const tools = [{ type: "function", function: { name: "f", parameters } }];
  return call(server, "/api/v1/chat/completions", { body: { ...base, tools, tool_choice: "required" } });
}

const property = (a: unknown): unknown => ({ type: "object", properties: { a }, required: ["a"] });
const nested = (levels: number): unknown =>
  levels === 0 ? { const: 1 } : { type: "array", minItems: 100, items: nested(levels - 1) };
const self = (count: number): unknown => {
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  return {
    $defs: {
      n: {
        type: "object",
        properties: Object.fromEntries(names.map((name) => [name, { $ref: "#/$defs/n" }])),
        required: names,
      },
    },
    $ref: "#/$defs/n",
  };
};

const oversized: [name: string, schema: unknown, pointer: RegExp][] = [
  [
    "minItems of a billion",
    property({ type: "array", minItems: 1e9, items: { const: 1 } }),
    /\/properties\/a\/minItems$/,
  ],
  ["minItems of a million", property({ type: "array", minItems: 1e6 }), /\/properties\/a\/minItems$/],
  ["an endless minItems", property({ type: "array", minItems: 1e308 }), /\/properties\/a\/minItems$/],
  ["minItems of 100 in four levels", property(nested(4)), /\/properties\/a(\/items)*(\/minItems)?$/],
  ["minLength of 300 million", property({ type: "string", minLength: 3e8 }), /\/properties\/a\/minLength$/],
  [
    "a pattern of 300 million characters",
    property({ type: "string", pattern: "a{300000000}" }),
    /\/properties\/a\/pattern$/,
  ],
  [
    "a pattern of groups that repeat nothing",
    property({ type: "string", pattern: "(){999999999}" }),
    /\/properties\/a\/pattern$/,
  ],
  ["a property that requires itself", self(1), /\/\$defs\/n$/],
  ["two properties that require themselves", self(2), /\/\$defs\/n$/],
  ["a reference to itself", { $ref: "#" }, /\/\$ref$/],
  ["a constant of a million characters", property({ const: "x".repeat(1e6) }), /\/properties\/a\/const$/],
  [
    "a large constant many times",
    property({ type: "array", minItems: 1000, items: { const: "x".repeat(1000) } }),
    /\/items\/const$/,
  ],
  [
    "a constant of many values",
    property({ const: Array.from({ length: 20_000 }, () => 1) }),
    /\/properties\/a\/const$/,
  ],
  [
    "more than 10,000 required properties",
    {
      type: "object",
      properties: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p${i}`, { type: "boolean" }])),
      required: Array.from({ length: 20_000 }, (_, i) => `p${i}`),
    },
    /\/properties\/p\d+$/,
  ],
];

test.each(oversized)("a response format with %s is rejected with the pointer to it", async (_, schema, pointer) => {
  const { status, body } = await answerSchema(schema);
  expect(status).toBe(400);
  const [issue] = body.error!.metadata!.issues as unknown as { pointer: string; message: string }[];
  expect(issue!.pointer).toMatch(/^\/response_format\/json_schema\/schema\//);
  expect(issue!.pointer).toMatch(pointer);
  expect(issue!.message).toMatch(/limit of this server|infinitely recursive/);
});

test.each(oversized)("tool parameters with %s are rejected with the pointer to them", async (_, schema, pointer) => {
  const { status, body } = await callTool(schema);
  expect(status).toBe(400);
  const [issue] = body.error!.metadata!.issues as unknown as { pointer: string }[];
  expect(issue!.pointer).toMatch(/^\/tools\/0\/function\/parameters\//);
  expect(issue!.pointer).toMatch(pointer);
});

test("a rejected schema costs nothing and reserves nothing", async () => {
  const before = await call(server, "/api/v1/credits", { key: "sk-or-mgmt-test" });
  await answerSchema(property({ type: "array", minItems: 1e9 }));
  expect((await call(server, "/api/v1/credits", { key: "sk-or-mgmt-test" })).body).toEqual(before.body);
  expect((await call(server, "/metrics")).text).not.toMatch(/pending_requests\{.*\} [1-9]/);
});

const backtracking: [name: string, schema: unknown][] = [
  ["(a+)+$ over a constant", property({ type: "string", const: `${"a".repeat(40)}!`, pattern: "^(a+)+$" })],
  ["(a|aa)+$ over an enum", property({ type: "string", enum: [`${"a".repeat(60)}!`], pattern: "^(a|aa)+$" })],
  ["(a|a?)+$ over a default", property({ type: "string", default: `${"a".repeat(60)}!`, pattern: "^(a|a?)+$" })],
  [
    String.raw`(\w+\s?)+!$ with a length`,
    property({ type: "string", pattern: String.raw`^(\w+\s?)+!$`, minLength: 40 }),
  ],
  ["(.*)*x over a long constant", property({ type: "string", const: "a".repeat(5000), pattern: "(.*)*x" })],
  ["a lookahead that backtracks", property({ type: "string", const: `${"a".repeat(50)}!`, pattern: "^(?=(a+)+$).*" })],
  [
    "a backreference that backtracks",
    property({ type: "string", const: "a".repeat(60), pattern: String.raw`^(a+)+\1b$` }),
  ],
  [
    "patternProperties",
    {
      type: "object",
      properties: { [`${"a".repeat(40)}!`]: { type: "string" } },
      required: [`${"a".repeat(40)}!`],
      patternProperties: { "^(a+)+$": { type: "number" } },
    },
  ],
  [
    "propertyNames",
    {
      type: "object",
      properties: { [`${"a".repeat(40)}!`]: {} },
      required: [`${"a".repeat(40)}!`],
      propertyNames: { pattern: "^(a+)+$" },
    },
  ],
  ["a pattern of 60,000 characters", property({ type: "string", pattern: "^(a{100}){600}$" })],
];

test.each(backtracking)(
  "a pattern with exponential backtracking does not block other requests: %s",
  async (_, schema) => {
    for (const ask of [answerSchema, callTool]) expect([200, 400]).toContain((await ask(schema)).status);
  },
);

const doubling = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `n${index}`,
    { anyOf: [{ $ref: `#/$defs/n${index + 1}` }, { $ref: `#/$defs/n${index + 1}` }] },
  ]),
);
test.each<[string, unknown]>([
  [
    "thousands of parts of allOf",
    {
      allOf: Array.from({ length: 5000 }, (_, i) => ({
        properties: { [`p${i}`]: { type: "string" } },
        required: [`p${i}`],
      })),
    },
  ],
  ["references that double 40 times", { $defs: doubling, $ref: "#/$defs/n0" }],
  [
    "allOf of references that double 40 times",
    { $defs: JSON.parse(JSON.stringify(doubling).replaceAll("anyOf", "allOf")) as unknown, $ref: "#/$defs/n0" },
  ],
  ["a very long reference", { $ref: `#${"/a".repeat(100_000)}` }],
  ["a reference with a wrong escape", { $ref: "#/%" }],
  [
    "names of the prototype",
    {
      type: "object",
      properties: { constructor: { format: "__proto__" }, valueOf: { format: "valueOf" } },
      required: ["constructor", "valueOf", "toString"],
    },
  ],
  [
    "a long required list without properties",
    { type: "object", required: Array.from({ length: 100_000 }, (_, i) => `p${i}`) },
  ],
  ["counts that are not numbers", property({ type: "array", minItems: "many", maxItems: -3 })],
  ["limits that contradict", property({ type: "string", minLength: 10, maxLength: 3, pattern: "^x{5}$" })],
])("a schema with %s is answered or rejected, never a 500", async (_, schema) => {
  for (const ask of [answerSchema, callTool]) expect([200, 400]).toContain((await ask(schema)).status);
});

test.each<[string, unknown, RegExp]>([
  ["a lookahead", { type: "string", pattern: String.raw`^(?=.*[A-Z])(?=.*\d).{8,}$` }, /^(?=.*[A-Z])(?=.*\d).{8,}$/],
  ["a negative lookahead", { type: "string", pattern: "^(?!a)[a-c]{3}$" }, /^(?!a)[a-c]{3}$/],
  [
    "a phone number",
    { type: "string", pattern: String.raw`^\+?\d{1,3}[- ]\d{3}-\d{4}$` },
    /^\+?\d{1,3}[- ]\d{3}-\d{4}$/,
  ],
  ["a nested group", { type: "string", pattern: "^((ab|cd){2}-)+z$" }, /^((ab|cd){2}-)+z$/],
])("a generated string matches the pattern of %s", async (_, schema, pattern) => {
  const { body } = await answerSchema(property(schema));
  const content = body.choices![0]!.message!.content as unknown as string;
  expect((JSON.parse(content) as { a: string }).a).toMatch(pattern);
});

test("a recursive schema is filled with a branch that terminates", async () => {
  const list = {
    $defs: {
      list: {
        type: "object",
        properties: { head: { type: "integer" }, tail: { anyOf: [{ $ref: "#/$defs/list" }, { const: null }] } },
        required: ["head", "tail"],
        additionalProperties: false,
      },
    },
    $ref: "#/$defs/list",
  };
  const { status, body } = await answerSchema(list);
  expect(status).toBe(200);
  expect(JSON.parse(body.choices![0]!.message!.content as unknown as string)).toMatchObject({
    head: expect.any(Number) as number,
  });
});
