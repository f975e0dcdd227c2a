// Values generated for a request's JSON Schema: plausible and valid, or rejected with the unsatisfiable location.
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { toJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import fc from "fast-check";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { call, type Answer } from "../support/call.ts";

let server: MockServer;
beforeAll(() => (server = createMockServer({ credits: 100_000 })));

const base = {
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "Describe a river and a lagoon" }],
};

async function answerOf(schema: unknown, seed = 1): Promise<Answer> {
  const response_format = { type: "json_schema", json_schema: { name: "x", schema } };
  return call(server, "/api/v1/chat/completions", { body: { ...base, seed, response_format } });
}

/** The value of a structured output. */
async function valueOf(schema: unknown, seed = 1): Promise<unknown> {
  const { status, body } = await answerOf(schema, seed);
  expect(status, JSON.stringify(body)).toBe(200);
  return JSON.parse(body.choices![0]!.message!.content as unknown as string);
}

/** The arguments of a forced call. */
async function argumentsOf(parameters: unknown): Promise<unknown> {
  const tools = [{ type: "function", function: { name: "f", parameters } }];
  const { body } = await call(server, "/api/v1/chat/completions", {
    body: { ...base, tools, tool_choice: "required" },
  });
  const [choice] = body.choices as unknown as { message: { tool_calls: { function: { arguments: string } }[] } }[];
  return JSON.parse(choice!.message.tool_calls[0]!.function.arguments);
}

const member = (a: unknown): unknown => ({
  type: "object",
  properties: { a },
  required: ["a"],
  additionalProperties: false,
});

const safe = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const isBetween = (low: number, high: number) => (value: unknown) =>
  typeof value === "number" && value >= low && value <= high;
const isWhole = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && isBetween(low, high)(value);

describe("numbers", () => {
  test.each<[string, unknown, (value: unknown) => boolean]>([
    ["an integer without limits", { type: "integer" }, isWhole(1, 100)],
    ["an integer of zod", { type: "integer", ...safe }, isWhole(1, 100)],
    ["a non-negative integer of zod", { type: "integer", minimum: 0, maximum: safe.maximum }, isWhole(0, 100)],
    ["a positive integer of zod", { type: "integer", exclusiveMinimum: 0, maximum: safe.maximum }, isWhole(1, 100)],
    ["a negative integer of zod", { type: "integer", minimum: safe.minimum, exclusiveMaximum: 0 }, isWhole(-100, -1)],
    ["an int32", { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }, isWhole(1, 100)],
    ["a uint64 of pydantic", { type: "integer", minimum: 0, maximum: 2 ** 64 }, isWhole(0, 100)],
    ["a float64", { type: "number", minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE }, isBetween(1, 100)],
    ["a number up to 10", { type: "integer", minimum: safe.minimum, maximum: 10 }, isWhole(1, 10)],
    ["a number above 100", { type: "integer", minimum: 5_000_000 }, isWhole(5_000_000, 5_000_100)],
    ["a number in a narrow span", { type: "integer", minimum: 5_000_000, maximum: 5_000_003 }, isWhole(5e6, 5_000_003)],
    ["a year", { type: "integer", minimum: 1900, maximum: 2100 }, isWhole(1900, 2100)],
    [
      "a probability",
      { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
      (n) => isBetween(0, 1)(n) && n !== 0 && n !== 1,
    ],
    [
      "a span of a thousandth",
      { type: "number", exclusiveMinimum: 0.001, exclusiveMaximum: 0.002 },
      isBetween(0.001, 0.002),
    ],
    ["a latitude", { type: "number", minimum: -90, maximum: 90 }, isBetween(-90, 90)],
    [
      "a multiple of 5 of zod",
      { type: "integer", ...safe, multipleOf: 5 },
      (n) => isWhole(5, 100)(n) && (n as number) % 5 === 0,
    ],
    [
      "a multiple of 1000 above 1500",
      { type: "integer", minimum: 1500, multipleOf: 1000 },
      (n) => (n as number) % 1000 === 0,
    ],
    [
      "a multiple of 7 up to -10",
      { type: "integer", maximum: -10, multipleOf: 7 },
      (n) => (n as number) % 7 === 0 && (n as number) <= -14,
    ],
    ["cents", { type: "number", minimum: 0, multipleOf: 0.01 }, (n) => Number.isInteger((n as number) / 0.01)],
    [
      "a common multiple",
      { allOf: [{ type: "integer", multipleOf: 4 }, { multipleOf: 6 }] },
      (n) => (n as number) % 12 === 0,
    ],
    ["exactly one number", { type: "number", minimum: 0.5, maximum: 0.5 }, (n) => n === 0.5],
    ["an integer beyond the safe ones", { type: "integer", minimum: 1e20 }, (n) => (n as number) >= 1e20],
    [
      "an exclusive limit of draft 4",
      { type: "integer", minimum: 0, maximum: 1, exclusiveMinimum: true },
      (n) => n === 1,
    ],
    [
      "limits on several parts",
      { allOf: [{ minimum: 3 }, { maximum: 9 }, { minimum: 8 }], type: "integer" },
      isWhole(8, 9),
    ],
  ])("%s is a plausible number if its limits allow one", async (_, schema, holds) => {
    const values = [
      ...(await Promise.all([1, 2, 3, 4, 5].map((seed) => valueOf(member(schema), seed)))),
      await argumentsOf(member(schema)),
    ];
    for (const value of values) expect(holds((value as { a: unknown }).a), JSON.stringify(value)).toBe(true);
  });
});

/** Real schemas, as libraries write them. Each validator is the library's own. */
const zodUser = z.object({
  id: z.uuid(),
  email: z.email(),
  age: z.int().min(0),
  born: z.iso.date(),
  seen: z.iso.datetime(),
  site: z.url(),
  role: z.enum(["admin", "guest"]),
  tags: z.array(z.string()).min(1).max(3),
  scores: z.record(z.string(), z.int()),
  point: z.tuple([z.number(), z.number()]),
  contact: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("mail"), address: z.email() }),
    z.object({ kind: z.literal("phone"), number: z.e164() }),
  ]),
  code: z.string().startsWith("ab").endsWith("yz"),
  plate: z.string().regex(/^[A-Z]{2}-\d{4}$/),
  token: z.nanoid(),
  nick: z.string().optional(),
  parent: z.union([z.string(), z.null()]),
});
const valibotOrder = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(3)),
  state: v.picklist(["open", "closed"]),
  flags: v.record(v.string(), v.boolean()),
  lines: v.pipe(v.array(v.object({ sku: v.pipe(v.string(), v.minLength(8)), price: v.number() })), v.minLength(2)),
  note: v.nullable(v.string()),
});
const arkPlace = type({ name: "string", "height?": "number", zip: /^\d{5}$/, kind: "'city' | 'town'" });
interface Tree {
  readonly value: number;
  readonly children: readonly Tree[];
}
const zodTree: z.ZodType<Tree> = z.object({
  value: z.int(),
  get children() {
    return z.array(zodTree);
  },
});

test.each<[string, unknown, (value: unknown) => boolean]>([
  ["zod", z.toJSONSchema(zodUser), (value) => zodUser.safeParse(value).success],
  ["zod in draft 7", z.toJSONSchema(zodUser, { target: "draft-7" }), (value) => zodUser.safeParse(value).success],
  ["a recursive schema of zod", z.toJSONSchema(zodTree), (value) => zodTree.safeParse(value).success],
  ["valibot", toJsonSchema(valibotOrder), (value) => v.is(valibotOrder, value)],
  ["arktype", arkPlace.toJsonSchema(), (value) => arkPlace.allows(value)],
])("a schema of %s gets a value that the library accepts", async (_, schema, accepts) => {
  for (let seed = 1; seed <= 10; seed++) {
    const value = await valueOf(schema, seed);
    expect(accepts(value), JSON.stringify(value)).toBe(true);
  }
  expect(accepts(await argumentsOf(schema))).toBe(true);
});

/** As pydantic 2 writes models with dictionaries, unions, optional fields and enums. */
const pydantic = {
  $defs: {
    Color: { enum: ["red", "green"], title: "Color", type: "string" },
    Item: {
      properties: {
        name: { title: "Name", type: "string", minLength: 1, maxLength: 20 },
        price: {
          anyOf: [
            { type: "number", exclusiveMinimum: 0 },
            { type: "string", pattern: String.raw`^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$` },
          ],
          title: "Price",
        },
        color: { $ref: "#/$defs/Color" },
        next: { anyOf: [{ $ref: "#/$defs/Item" }, { type: "null" }], default: null },
      },
      required: ["name", "price", "color"],
      title: "Item",
      type: "object",
    },
  },
  properties: {
    items: { items: { $ref: "#/$defs/Item" }, minItems: 2, title: "Items", type: "array" },
    counts: { additionalProperties: { type: "integer" }, minProperties: 1, title: "Counts", type: "object" },
    ids: { items: { type: "integer" }, title: "Ids", type: "array", uniqueItems: true, minItems: 3 },
    pair: {
      maxItems: 2,
      minItems: 2,
      prefixItems: [{ type: "integer" }, { type: "string" }],
      title: "Pair",
      type: "array",
    },
    when: { format: "date-time", title: "When", type: "string" },
    payload: { title: "Payload", contentMediaType: "application/json", contentSchema: {}, type: "string" },
  },
  required: ["items", "counts", "ids", "pair", "when"],
  title: "Order",
  type: "object",
};
/** As TypeBox writes composites, with keywords next to each other. */
const typebox = {
  type: "object",
  required: ["id", "tags", "both"],
  properties: {
    id: {
      anyOf: [
        { type: "string", format: "uuid" },
        { type: "integer", minimum: 1 },
      ],
    },
    tags: { type: "array", items: { type: "string" }, contains: { const: "main" }, uniqueItems: true },
    both: {
      allOf: [
        { type: "object", required: ["x"], properties: { x: { type: "number" } } },
        { type: "object", required: ["y"], properties: { y: { type: "number" } } },
      ],
      unevaluatedProperties: false,
    },
    map: { type: "object", patternProperties: { "^(.*)$": { type: "number" } } },
    template: { type: "string", pattern: "^option(A|B)(0|[1-9][0-9]*)$" },
  },
};

let names = 0;
/** Whether a value conforms to a schema, by a validator that the server does not use. */
async function isValid(schema: unknown, value: unknown): Promise<boolean> {
  const uri = `https://schema.example/${names++}`;
  registerSchema(structuredClone(schema) as never, uri, "https://json-schema.org/draft/2020-12/schema");
  try {
    return (await validate(uri, value as never)).valid;
  } finally {
    unregisterSchema(uri);
  }
}

const enumOf3 = { enum: ["a", "b", "c"] };
const text = { type: "string" };
const object = (properties: Record<string, unknown>, more: object = {}): unknown => ({
  type: "object",
  properties,
  ...more,
});

test.each<[string, unknown]>([
  ["a model of pydantic", pydantic],
  ["a schema of TypeBox", typebox],
  ["unique items of an enum that has no more", { type: "array", items: enumOf3, minItems: 3, uniqueItems: true }],
  [
    "unique integers that fill their span",
    { type: "array", items: { type: "integer", minimum: 1, maximum: 6 }, minItems: 6, uniqueItems: true },
  ],
  ["both booleans", { type: "array", items: { type: "boolean" }, minItems: 2, uniqueItems: true }],
  [
    "unique objects",
    {
      type: "array",
      items: object({ x: { enum: [1, 2] }, y: { enum: [1, 2] } }, { required: ["x", "y"] }),
      minItems: 4,
      uniqueItems: true,
    },
  ],
  ["a record with a member", { type: "object", additionalProperties: { type: "integer" }, minProperties: 1 }],
  [
    "a record of names with a pattern",
    { type: "object", propertyNames: { pattern: "^[A-Z]{3}$" }, additionalProperties: text, minProperties: 3 },
  ],
  [
    "a record over an enum",
    { type: "object", propertyNames: { enum: ["x", "y"] }, additionalProperties: text, minProperties: 2 },
  ],
  [
    "members by pattern alone",
    { type: "object", patternProperties: { "^x-": text }, additionalProperties: false, minProperties: 2 },
  ],
  ["a required member without a schema", { type: "object", required: ["x"] }],
  ["at most one member", object({ a: {}, b: {}, c: {} }, { maxProperties: 1 })],
  ["at least two optional members", object({ a: text, b: text }, { minProperties: 2 })],
  [
    "items that contain two large numbers",
    {
      type: "array",
      items: { type: "integer" },
      contains: { minimum: 1000 },
      minContains: 2,
      maxContains: 2,
      minItems: 4,
    },
  ],
  ["a tuple that is closed", { type: "array", prefixItems: [text, { type: "integer" }], items: false, minItems: 2 }],
  ["items after a tuple", { type: "array", prefixItems: [{ const: 1 }], items: text, minItems: 3 }],
  [
    "a dependent member",
    object({ card: text, address: text }, { required: ["card"], dependentRequired: { card: ["address"] } }),
  ],
  [
    "a dependent schema",
    object(
      { card: text },
      { required: ["card"], dependentSchemas: { card: { required: ["n"], properties: { n: { const: 7 } } } } },
    ),
  ],
  [
    "a condition that holds or fails",
    object(
      { kind: { enum: ["a", "b"] }, n: { type: "integer" } },
      {
        required: ["kind"],
        if: { properties: { kind: { const: "a" } } },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { required: ["n"] },
        else: { not: { required: ["n"] } },
      },
    ),
  ],
  [
    "one of two that overlap",
    {
      oneOf: [
        { type: "integer", multipleOf: 3 },
        { type: "integer", multipleOf: 5 },
      ],
      minimum: 1,
    },
  ],
  ["exactly one of two members", object({ a: text, b: text }, { oneOf: [{ required: ["a"] }, { required: ["b"] }] })],
  ["anything but a text", { not: text }],
  ["anything but some values", { type: "integer", minimum: 1, maximum: 3, not: { enum: [1, 2] } }],
  ["an enum with values of another type", { type: "integer", enum: ["a", 5, null] }],
  ["a sibling of a reference", { $defs: { n: { type: "integer" } }, $ref: "#/$defs/n", minimum: 90 }],
  [
    "members that allOf merges",
    { allOf: [object({ a: { minimum: 3 } }), object({ a: { type: "integer", maximum: 4 } }, { required: ["a"] })] },
  ],
  ["a password", { type: "string", pattern: String.raw`^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[!@#$%]).{12,20}$` }],
  ["a text without two dots in a row", { type: "string", pattern: String.raw`^(?!.*\.\.)[a-z.]{5,}$` }],
  ["a pattern and a length", { type: "string", pattern: "^[a-z]+$", minLength: 40, maxLength: 45 }],
  ["two patterns", { type: "string", allOf: [{ pattern: "^ab" }, { pattern: "yz$" }] }],
  ["a long address", { type: "string", format: "email", minLength: 40 }],
  ["a format and a pattern", { type: "string", format: "uri", pattern: "^https://" }],
  ["a short address", { type: "string", format: "email", maxLength: 8 }],
  ["a short link", { type: "string", format: "uri", maxLength: 14 }],
  ["a link to one host", { type: "string", format: "uri", pattern: String.raw`^https://api\.corp\.com` }],
  ["an address of one host", { type: "string", format: "email", pattern: String.raw`@corp\.com$` }],
  [
    "four kinds of characters",
    {
      type: "string",
      minLength: 8,
      allOf: ["[A-Z]", "[a-z]", String.raw`\d`, "[^A-Za-z\\d]"].map((pattern) => ({ pattern })),
    },
  ],
  [
    "a beginning, a middle and an end",
    { type: "string", minLength: 20, allOf: [{ pattern: "^x.*" }, { pattern: ".*y$" }, { pattern: "q" }] },
  ],
  [
    "a whole pattern and an end",
    {
      type: "string",
      allOf: [{ pattern: String.raw`^[a-z.]+@(?:[a-z]+\.)+[a-z]{2,}$` }, { pattern: String.raw`@corp\.com$` }],
    },
  ],
  ["a date and time with milliseconds", { type: "string", format: "date-time", pattern: String.raw`\.\d{3}Z$` }],
  ["an identifier of version 7", { type: "string", format: "uuid", pattern: "^[^-]+-[^-]+-7" }],
  ["text of astral characters", { type: "string", pattern: "^[😀-😎]{3}$", maxLength: 3 }],
  ["names that look like a pointer", object({ "a/b": text, "c~d": text, "": text }, { required: ["a/b", "c~d", ""] })],
  [
    "a list of itself",
    {
      $defs: { n: object({ next: { anyOf: [{ $ref: "#/$defs/n" }, { type: "null" }] } }, { required: ["next"] }) },
      $ref: "#/$defs/n",
    },
  ],
  ["null", { type: "null" }],
  ["everything", true],
])("the value generated for %s is valid for another validator", async (_, schema) => {
  const wanted = member(schema);
  const moved =
    typeof schema === "object" && schema !== null && "$defs" in schema
      ? { ...(wanted as object), $defs: schema.$defs }
      : wanted;
  for (let seed = 1; seed <= 5; seed++) {
    const value = await valueOf(moved, seed);
    expect(await isValid(moved, value), JSON.stringify(value)).toBe(true);
  }
  expect(await isValid(moved, await argumentsOf(moved))).toBe(true);
});

test.each<[string, unknown]>([
  ["limits that exclude each other", { type: "integer", minimum: 5, maximum: 4 }],
  ["no whole number between the limits", { type: "integer", minimum: 0.2, maximum: 0.8 }],
  ["an exclusive span of nothing", { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 1 }],
  ["lengths that exclude each other", { type: "string", minLength: 4, maxLength: 3 }],
  ["more unique items than values", { type: "array", items: enumOf3, minItems: 4, uniqueItems: true }],
  ["a list that is closed too early", { type: "array", prefixItems: [text], items: false, minItems: 2 }],
  ["types that exclude each other", { allOf: [text, { type: "integer" }] }],
  ["an enum against its type", { type: "integer", enum: ["a", "b"] }],
  ["a constant against its pattern", { const: "abc", pattern: "^x" }],
  ["a required member that is forbidden", { type: "object", properties: { b: false }, required: ["b"] }],
  ["more members than may be", { type: "object", required: ["b", "c"], maxProperties: 1 }],
  ["false", false],
  ["a reference to nothing", { $ref: "#/$defs/none" }],
  ["a reference to another document", { $ref: "https://example.com/other.json" }],
  ["a pattern with a backreference", { type: "string", pattern: String.raw`^(['"]).*\1$` }],
  ["a format and a pattern with a backreference", { type: "string", format: "email", pattern: String.raw`^(.)\1` }],
  ["an invalid pattern", { type: "string", pattern: "^[a" }],
  ["a pattern that nothing matches", { type: "string", pattern: "^a(?!b)(?=b)" }],
])("a schema with %s is rejected with its location", async (_, schema) => {
  const { status, body } = await answerOf(member(schema));
  expect(status).toBe(400);
  const [issue] = body.error!.metadata!.issues as unknown as { in: string; pointer: string; message: string }[];
  expect(issue).toMatchObject({
    in: "body",
    pointer: expect.stringMatching(/^\/response_format\/json_schema\/schema\/properties\/a/) as string,
  });
  expect(issue!.message).toContain("no value");
});

test.each<[string, object]>([
  [
    "a reference to the whole by `$recursiveRef`",
    { properties: { a: { type: "array", items: { $recursiveRef: "#" }, minItems: 0 } } },
  ],
  [
    "a dynamic reference",
    { $dynamicAnchor: "node", properties: { a: { type: "array", items: { $dynamicRef: "#node" } } } },
  ],
  [
    "an address inside the document",
    {
      $id: "https://example.com/root.json",
      $defs: { x: { $id: "x.json", type: "array" } },
      properties: { a: { $ref: "x.json" } },
    },
  ],
  [
    "the document's own address",
    {
      $id: "https://example.com/root.json",
      $defs: { x: { type: "array" } },
      properties: { a: { $ref: "https://example.com/root.json#/$defs/x" } },
    },
  ],
])("the generator follows %s", async (_, schema) => {
  for (let seed = 1; seed <= 5; seed++) {
    const { a } = (await valueOf({ type: "object", required: ["a"], ...schema }, seed)) as { a: unknown[] };
    expect(Array.isArray(a)).toBe(true);
    if (!("$defs" in schema)) for (const item of a) expect(item).toHaveProperty("a");
  }
});

/** Checked with equivalent JavaScript expressions. */
test.each<[string, unknown, RegExp]>([
  ["flags of a whole pattern", { pattern: "(?i)^abc$" }, /^abc$/i],
  ["flags of a group", { pattern: String.raw`^(?i:abc)\d$` }, /^[Aa][Bb][Cc]\d$/],
  ["a named group of Python", { pattern: "^(?P<x>a+)b$" }, /^a+b$/],
  ["the anchors of Python and Go", { pattern: String.raw`\A[a-z]+\z` }, /^[a-z]+$/],
  ["an identifier of version 1", { format: "uuid1" }, /^[\da-f]{8}-[\da-f]{4}-1[\da-f]{3}-[89ab]/],
  ["an address of any kind", { format: "ipvanyaddress" }, /^192\.0\.2\.\d+$/],
  ["a network", { format: "ipv6network" }, /^2001:db8::\/64$/],
  ["an interface", { format: "ipv4interface" }, /^192\.0\.2\.\d+\/24$/],
  ["bytes", { format: "byte" }, /^(?:[A-Za-z\d]{4})*(?:[A-Za-z\d]{2}==|[A-Za-z\d]{3}=)?$/],
  ["long base64", { contentEncoding: "base64", minLength: 90, maxLength: 140 }, /^(?:.{4})*$/],
  ["a number as text", { format: "int64" }, /^\d+$/],
  [
    "JSON in a text",
    {
      contentMediaType: "application/json",
      contentSchema: { type: "array", items: { type: "integer" }, minItems: 2, maxItems: 2 },
    },
    /^\[\d+,\d+\]$/,
  ],
])("the generator supports %s, as libraries of other languages write it", async (_, schema, expected) => {
  for (let seed = 1; seed <= 5; seed++) {
    const { a } = (await valueOf(member({ type: "string", ...(schema as object) }), seed)) as { a: string };
    expect(a).toMatch(expected);
  }
});

test("a forced tool with unsatisfiable parameters is rejected with its location, and costs nothing", async () => {
  const fresh = createMockServer({ credits: 1 });
  const tools = [
    { type: "function", function: { name: "f", parameters: member({ type: "integer" }) } },
    { type: "function", function: { name: "g", parameters: member({ type: "integer", minimum: 5, maximum: 4 }) } },
  ];
  const tool_choice = { type: "function", function: { name: "g" } };
  const { status, body } = await call(fresh, "/api/v1/chat/completions", { body: { ...base, tools, tool_choice } });
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain("/tools/1/function/parameters/properties/a");
  const credits = await call(fresh, "/api/v1/credits", { key: "sk-or-mgmt-test" });
  expect(credits.body).toMatchObject({ data: { total_usage: 0 } });
});

const keys = fc.constantFrom("a", "b", "c/d", "e~f");
const leaf = fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ min: -5, max: 200 }), fc.boolean(), fc.constant(null));
/** Keywords of all kinds in any combination; most such schemas have values, some have none. */
const { schema: anySchema } = fc.letrec<{ schema: unknown }>((tie) => {
  const some = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const small = fc.nat({ max: 4 });
  const table = (name: fc.Arbitrary<string>): fc.Arbitrary<Record<string, unknown>> =>
    fc.dictionary(name, tie("schema"), { maxKeys: 3, noNullPrototype: true });
  const keyword = fc.oneof(
    fc.record({ type: fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object") }),
    fc.record({ type: fc.subarray(["string", "number", "null", "array", "object"], { minLength: 1 }) }),
    fc.record({ const: leaf }),
    fc.record({ enum: fc.uniqueArray(leaf, { minLength: 1, maxLength: 4 }) }),
    fc.record({ minimum: fc.integer({ min: -300, max: 300 }) }),
    fc.record({ maximum: fc.integer({ min: -300, max: 300 }) }),
    fc.record({ exclusiveMinimum: small }),
    fc.record({ exclusiveMaximum: fc.integer({ min: -3, max: 300 }) }),
    fc.record({ multipleOf: fc.constantFrom(1, 2, 0.5, 7) }),
    fc.record({ minLength: fc.nat({ max: 30 }) }),
    fc.record({ maxLength: fc.nat({ max: 30 }) }),
    fc.record({ pattern: fc.constantFrom("^a", "b+$", "^(a|b)*$", "^(?!a)", String.raw`^(?=.*\d)[a-z\d]{3,}$`) }),
    fc.record({ minItems: small }),
    fc.record({ maxItems: small }),
    fc.record({ uniqueItems: fc.boolean() }),
    fc.record({ minProperties: small }),
    fc.record({ maxProperties: small }),
    fc.record({ required: fc.uniqueArray(keys, { maxLength: 2 }) }),
    fc.record({ allOf: some }),
    fc.record({ anyOf: some }),
    fc.record({ oneOf: some }),
    fc.record({ not: tie("schema") }),
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    fc.record({ if: tie("schema"), then: tie("schema"), else: tie("schema") }),
    fc.record({ properties: table(keys) }),
    fc.record({ patternProperties: table(fc.constantFrom("^a", "^x_")) }),
    fc.record({ additionalProperties: tie("schema") }),
    fc.record({ propertyNames: tie("schema") }),
    fc.record({
      dependentRequired: fc.dictionary(keys, fc.uniqueArray(keys, { maxLength: 2 }), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    }),
    fc.record({ dependentSchemas: table(keys) }),
    fc.record({ prefixItems: some }),
    fc.record({ items: tie("schema") }),
    fc.record({ contains: tie("schema"), minContains: small }),
    fc.record({ unevaluatedProperties: fc.boolean() }),
    fc.record({ unevaluatedItems: fc.boolean() }),
  );
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      {
        arbitrary: fc.array(keyword, { minLength: 1, maxLength: 4 }).map((all) => Object.assign({}, ...all) as unknown),
        weight: 9,
      },
      { arbitrary: fc.boolean(), weight: 1 },
    ),
  };
});

test("the response to any schema is valid for another validator, or a 400 with the location", async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(anySchema, fc.nat(), async (schema, seed) => {
      const wanted = member(schema);
      const { status, body } = await answerOf(wanted, seed);
      if (status === 200) {
        answered++;
        const value: unknown = JSON.parse(body.choices![0]!.message!.content as unknown as string);
        expect(await isValid(wanted, value), `${JSON.stringify(wanted)} gave ${JSON.stringify(value)}`).toBe(true);
        return;
      }
      expect(status).toBe(400);
      expect(JSON.stringify(body.error!.metadata!.issues)).toContain('"pointer":"/response_format/json_schema/schema');
    }),
    { numRuns: 400 },
  );
  // Most schemas have a value, which the generator finds.
  expect(answered).toBeGreaterThan(240);
});
