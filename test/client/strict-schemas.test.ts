// Strict mode: a schema is rewritten if its meaning stays the same, and is sent with `strict: false` otherwise.
import { PatchbayError, type JsonSchema } from "@patchbay/client";
import { toStrictJsonSchema, withProperties } from "@patchbay/client/schema";
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";
import * as z3 from "zod/v3";
import { against, caught, chat } from "./support.ts";

const text = { type: "string" };
const number = { type: "number" };
const objectOf = (properties: object, more: object = {}): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  ...more,
});
const closed = (properties: object, more: object = {}): JsonSchema =>
  objectOf(properties, { additionalProperties: false, ...more });

/** The `json_schema` that is sent for a schema of a library. */
async function sentFor(output: z.ZodType): Promise<{ strict: boolean; schema: JsonSchema }> {
  const { client, requests } = against([() => Response.json({ choices: [{ message: { content: "{}" } }] })]);
  await client.chat.completions.parse({ ...chat, output }).catch(() => undefined);
  const body = (await requests[0]!.json()) as { response_format: { json_schema: never } };
  return body.response_format.json_schema;
}

const keywords =
  "default const enum examples allOf anyOf oneOf not if then else $ref $defs definitions properties required type items prefixItems title description format pattern additionalProperties propertyNames patternProperties dependencies contains $schema $id $comment toString constructor __proto__".split(
    " ",
  );

describe.each(keywords)("a property named %s", (name) => {
  const properties = JSON.parse(`{${JSON.stringify(name)}:null}`) as Record<string, unknown>;
  const holding = (inner: unknown): JsonSchema => {
    Object.defineProperty(properties, name, { value: inner, enumerable: true, configurable: true });
    return objectOf({ ...properties, other: text });
  };
  const innerOf = (schema: JsonSchema): unknown => Object.getOwnPropertyDescriptor(schema.properties, name)!.value;

  test("is treated as a schema", () => {
    const { schema, strict } = toStrictJsonSchema(holding(objectOf({ a: text })));
    expect(strict).toBe(true);
    expect(innerOf(schema)).toEqual(closed({ a: text }));
  });

  test("makes the schema non-strict when it contains an optional property", () => {
    const { schema, strict } = toStrictJsonSchema(holding({ type: "object", properties: { a: text } }));
    expect(strict).toBe(false);
    expect(innerOf(schema)).toMatchObject({ properties: { a: text }, additionalProperties: false });
  });
});

describe("a strict schema has the same meaning", () => {
  const node = objectOf({ value: text, next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] } });
  const circle = objectOf({ kind: { const: "circle" }, r: number });
  const square = objectOf({ kind: { enum: ["square", "box"] }, side: number });
  test.each<[what: string, schema: JsonSchema, expected: JsonSchema]>([
    ["when all properties are required", objectOf({ a: text }), closed({ a: text })],
    ["when it is closed and empty", { type: "object", additionalProperties: false }, closed({})],
    [
      "without keywords that do not restrict a value",
      objectOf({ a: { ...text, default: "x", examples: ["y"], $comment: "c", id: "A", "x-order": 1, readOnly: true } }),
      closed({ a: text }),
    ],
    [
      "with the type of its values",
      objectOf({ a: { const: 1 }, b: { enum: ["x", null] } }),
      closed({ a: { type: "number", const: 1 }, b: { type: ["string", "null"], enum: ["x", null] } }),
    ],
    [
      "with `oneOf` of other types as `anyOf`",
      objectOf({ a: { oneOf: [text, number] } }),
      closed({ a: { anyOf: [text, number] } }),
    ],
    [
      "with `oneOf` of tagged objects as `anyOf`",
      objectOf({ shape: { oneOf: [circle, square], discriminator: { propertyName: "kind" } } }),
      closed({
        shape: {
          anyOf: [
            closed({ kind: { type: "string", const: "circle" }, r: number }),
            closed({ kind: { type: "string", enum: ["square", "box"] }, side: number }),
          ],
        },
      }),
    ],
    [
      "with `oneOf` of other values as `anyOf`",
      objectOf({ a: { oneOf: [{ const: 1 }, { const: 2 }] } }),
      closed({
        a: {
          anyOf: [
            { type: "number", const: 1 },
            { type: "number", const: 2 },
          ],
        },
      }),
    ],
    [
      "with an `allOf` of one part as that part",
      objectOf({ a: { description: "d", allOf: [number] } }),
      closed({ a: { type: "number", description: "d" } }),
    ],
    [
      "with a tuple of equal items as an array",
      objectOf({ at: { type: "array", prefixItems: [number, number], items: false, minItems: 2, maxItems: 2 } }),
      closed({ at: { type: "array", items: number, minItems: 2, maxItems: 2 } }),
    ],
    [
      "with a description next to a reference moved around it",
      objectOf({ a: { $ref: "#/$defs/A", description: "d" } }, { $defs: { A: text } }),
      closed({ a: { description: "d", anyOf: [{ $ref: "#/$defs/A" }] } }, { $defs: { A: text } }),
    ],
    [
      "when its root is a reference to one of its definitions",
      { $schema: "https://json-schema.org/draft/2020-12/schema", $ref: "#/$defs/node", $defs: { node } },
      { ...closed(node.properties as object), $defs: { node: closed(node.properties as object) } },
    ],
    [
      "when it holds itself by `#`",
      objectOf({ kids: { type: "array", items: { $ref: "#" } } }),
      closed({ kids: { type: "array", items: { $ref: "#" } } }),
    ],
    [
      "with `definitions`",
      objectOf({ a: { $ref: "#/definitions/A" } }, { definitions: { A: objectOf({ b: text }) } }),
      closed({ a: { $ref: "#/definitions/A" } }, { definitions: { A: closed({ b: text }) } }),
    ],
    [
      "with limits that strict mode knows",
      objectOf({
        a: { ...text, format: "date-time", pattern: "^\\d+$", minLength: 1 },
        b: { type: "integer", minimum: 1 },
        c: { type: "array", items: text, maxItems: 3, uniqueItems: false },
      }),
      closed({
        a: { ...text, format: "date-time", pattern: "^\\d+$", minLength: 1 },
        b: { type: "integer", minimum: 1 },
        c: { type: "array", items: text, maxItems: 3 },
      }),
    ],
    [
      "with a nullable object",
      objectOf({ a: objectOf({ b: text }, { type: ["object", "null"] }) }),
      closed({ a: closed({ b: text }, { type: ["object", "null"] }) }),
    ],
  ])("for %s", (_, schema, expected) => {
    const before = structuredClone(schema);
    expect(toStrictJsonSchema(schema)).toEqual({ schema: expected, strict: true });
    expect(schema).toEqual(before);
  });
});

describe("a schema is not strict", () => {
  let deep: object = text;
  for (let depth = 0; depth < 12; depth++) deep = closed({ deep });
  const circular: { type: string; properties: Record<string, unknown>; required: string[] } = {
    type: "object",
    properties: {},
    required: ["a", "b"],
  };
  circular.properties = { a: { anyOf: [circular, circular] }, b: circular };

  test.each<[what: string, inner: unknown]>([
    ["a free-form object", { type: "object" }],
    ["an object whose properties are not named", { type: "object", properties: {} }],
    ["an open object", objectOf({ a: text }, { additionalProperties: true })],
    ["a map", { type: "object", additionalProperties: number }],
    ["an optional property", { type: "object", properties: { a: text } }],
    ["a required property that is not named", objectOf({ a: text }, { required: ["a", "b"] })],
    ["an object without a type", { properties: { a: text }, required: ["a"] }],
    ["`oneOf` of branches that overlap", { oneOf: [text, { ...text, maxLength: 3 }] }],
    ["`oneOf` of integer and number", { oneOf: [number, { type: "integer" }] }],
    ["`oneOf` of objects without a tag", { oneOf: [objectOf({ a: text }), objectOf({ a: text, b: text })] }],
    ["`allOf` of several parts", { allOf: [objectOf({ a: text }), objectOf({ b: text })] }],
    ["a union next to properties", { ...objectOf({ a: text }), anyOf: [objectOf({ b: text })] }],
    [
      "a tuple of different items",
      { type: "array", prefixItems: [text, number], items: false, minItems: 2, maxItems: 2 },
    ],
    ["a tuple of any length", { type: "array", prefixItems: [text, text], items: false }],
    ["an array without items", { type: "array" }],
    ["a tuple of draft 7", { type: "array", items: [text, text] }],
    ["uniqueItems", { type: "array", items: text, uniqueItems: true }],
    ["contains", { type: "array", items: text, contains: text }],
    ["not", { ...text, not: { const: "a" } }],
    ["if and else", { ...text, if: { const: "a" }, else: false }],
    ["minProperties", closed({ a: text }, { minProperties: 1 })],
    ["patternProperties", closed({ a: text }, { patternProperties: { "^x": text } })],
    ["propertyNames", closed({ a: text }, { propertyNames: { pattern: "a" } })],
    ["unevaluatedProperties", objectOf({ a: text }, { unevaluatedProperties: false })],
    ["dependentRequired", closed({ a: text, b: text }, { dependentRequired: { a: ["b"] } })],
    ["contentEncoding", { ...text, contentEncoding: "base64" }],
    ["the format uri", { ...text, format: "uri" }],
    ["a pattern with lookahead", { ...text, pattern: "a(?=b)" }],
    ["a pattern with lookbehind", { ...text, pattern: "(?<!a)b" }],
    ["a pattern with a back reference", { ...text, pattern: "(a)\\1" }],
    ["a limit for another type", { ...text, minimum: 1 }],
    ["the schema true", true],
    ["the schema false", false],
    ["the empty schema", {}],
    ["a description alone", { description: "anything" }],
    ["an enum of objects", { enum: [{ a: 1 }] }],
    ["an empty enum", { enum: [] }],
    ["an unknown type", { type: "date" }],
    ["an unknown keyword", { ...text, nullable: true }],
    ["a remote reference", { $ref: "https://x.example/schema" }],
    ["a reference into the schema", { $ref: "#/properties/other" }],
    ["a reference to nothing", { $ref: "#/$defs/none" }],
    ["a limit next to a reference", { $ref: "#", minProperties: 1 }],
    ["definitions inside", objectOf({ a: text }, { $defs: { A: text } })],
    ["more nesting than strict mode takes", deep],
    ["more values than strict mode takes", { enum: Array.from({ length: 1001 }, (_, index) => `v${index}`) }],
  ])("that has %s", (_, inner) => {
    expect(toStrictJsonSchema(objectOf({ inner, other: text })).strict).toBe(false);
  });

  test.each([
    [{ A: { $ref: "#/$defs/A" } }],
    [{ A: { $ref: "#/$defs/B" }, B: { $ref: "#/$defs/A" } }],
    [{ A: { anyOf: [text, { $ref: "#/$defs/A" }] } }],
    [{ A: { anyOf: [{ $ref: "#/$defs/B" }] }, B: { oneOf: [{ $ref: "#/$defs/A" }, number] } }],
  ])("whose references form a cycle (%#)", ($defs) => {
    expect(toStrictJsonSchema(objectOf({ a: { $ref: "#/$defs/A" } }, { $defs })).strict).toBe(false);
    expect(toStrictJsonSchema({ $ref: "#/$defs/A", $defs }).strict).toBe(false);
  });

  test.each<[what: string, schema: JsonSchema]>([
    ["an array", { type: "array", items: objectOf({ a: text }) }],
    ["a string", text],
    ["a nullable object", objectOf({ a: text }, { type: ["object", "null"] })],
    ["a union", { anyOf: [objectOf({ a: text }), objectOf({ b: text })] }],
    ["anything", {}],
    ["a reference to a union", { $ref: "#/$defs/A", $defs: { A: { anyOf: [objectOf({ a: text })] } } }],
    ["a reference to itself", { $ref: "#" }],
  ])("whose root is %s", (_, schema) => {
    expect(toStrictJsonSchema(schema).strict).toBe(false);
  });

  test("when it contains itself", () => {
    expect(toStrictJsonSchema(circular as never).strict).toBe(false);
    expect(() => withProperties(circular as never)).not.toThrow();
  });

  test("and keeps combined objects open, so that one value can match them all", () => {
    for (const combined of [
      { allOf: [objectOf({ a: text }), objectOf({ b: text })] },
      { ...objectOf({ a: text }), anyOf: [objectOf({ b: text }), objectOf({ c: text })] },
      { allOf: [{ $ref: "#/$defs/A" }, objectOf({ b: text })], $defs: { A: objectOf({ a: text }) } },
      objectOf({ a: { not: objectOf({ b: text }) } }),
    ])
      expect(toStrictJsonSchema(combined)).toEqual({ schema: combined, strict: false });
  });
});

test("every object gets `properties`, and nothing else changes", () => {
  const free = { type: "object", additionalProperties: { type: ["object", "null"] } };
  const schema = {
    type: "object",
    $defs: { free },
    properties: { properties: { type: "object" }, default: { default: { type: "object" } } },
  };
  expect(withProperties(schema)).toEqual({
    type: "object",
    $defs: { free: { ...free, properties: {}, additionalProperties: { type: ["object", "null"], properties: {} } } },
    properties: { properties: { type: "object", properties: {} }, default: { default: { type: "object" } } },
  });
  expect(toStrictJsonSchema({ type: "object" }).schema).toEqual({ type: "object", properties: {} });
});

describe("any schema that is sent as strict", () => {
  const known = fc.constantFrom<unknown>(
    text,
    number,
    { type: "integer" },
    { type: "null" },
    { const: "a" },
    { const: 1 },
    { enum: ["a", "b"] },
    { enum: [1, null] },
    { type: "string", maxLength: 1 },
    { type: ["string", "null"] },
    { $ref: "#/$defs/A" },
  );
  const unknown = fc.constantFrom<unknown>(
    { type: "object" },
    { type: "array" },
    true,
    {},
    { $ref: "#" },
    { not: text },
  );
  const leaf = fc.oneof({ arbitrary: known, weight: 20 }, { arbitrary: unknown, weight: 1 });
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
    const names = fc.constantFrom("a", "b", "default", "const", "allOf");
    const object = fc
      .tuple(fc.dictionary(names, tie("schema"), { maxKeys: 3 }), fc.constantFrom(false, undefined), fc.boolean())
      .map(([properties, additionalProperties, all]) => ({
        type: "object",
        properties,
        required: Object.keys(properties).slice(all ? 0 : 1),
        ...(additionalProperties === false && { additionalProperties }),
      }));
    const many = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
    return {
      schema: fc.oneof(
        { maxDepth: 4 },
        leaf,
        object,
        object,
        tie("schema").map((items) => ({ type: "array", items })),
        many.map((anyOf) => ({ anyOf })),
        many.map((oneOf) => ({ oneOf })),
        many.map((allOf) => ({ allOf })),
        tie("schema").map((one) => ({ type: "array", prefixItems: [one, one], items: false, minItems: 2 })),
      ),
    };
  });
  const root = fc
    .tuple(fc.dictionary(fc.constantFrom("a", "b", "enum"), schema, { minKeys: 1, maxKeys: 2 }), schema)
    .map(([properties, A]) => ({
      type: "object",
      properties,
      required: Object.keys(properties),
      additionalProperties: false,
      $defs: { A },
    }));
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>("a", "b", "ccc", 1, 2.5, true, null),
      fc.array(tie("value"), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom("a", "b", "default", "const", "enum"), tie("value"), { maxKeys: 3 }),
    ),
  })).value;

  /** Whether a value has a property that its schema does not name; closing an object rejects those. */
  const check = async (of: JsonSchema, values: readonly unknown[]): Promise<boolean[]> => {
    const uri = `https://test.example/${crypto.randomUUID()}`;
    registerSchema(of as never, uri, "https://json-schema.org/draft/2020-12/schema");
    try {
      return await Promise.all(values.map(async (one) => (await validate(uri, one as never)).valid));
    } finally {
      unregisterSchema(uri);
    }
  };

  /** Every object of a schema, closed: the widest schema that strict mode can accept. */
  const close = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(close);
    if (typeof node !== "object" || node === null) return node;
    const { properties, $defs, ...rest } = node as Record<string, Record<string, unknown>>;
    const map = (one: Record<string, unknown> | undefined): object =>
      Object.fromEntries(Object.entries(one ?? {}).map(([name, inner]) => [name, close(inner)]));
    const inner = Object.fromEntries(
      Object.entries(rest).map(([name, one]) => [
        name,
        ["anyOf", "oneOf", "allOf", "items", "prefixItems", "not"].includes(name) ? close(one) : one,
      ]),
    );
    return {
      ...inner,
      ...(properties && { properties: map(properties), additionalProperties: false }),
      ...($defs && { $defs: map($defs) }),
    };
  };

  test("accepts only what the original accepts, and everything that it accepts without unnamed properties", async () => {
    let strict = 0;
    await fc.assert(
      fc.asyncProperty(root, fc.array(value, { minLength: 20, maxLength: 20 }), async (original, values) => {
        const sent = toStrictJsonSchema(original);
        if (!sent.strict) return;
        strict++;
        const names = Object.keys(original.properties);
        const objects = values.map((_, at) =>
          Object.fromEntries(names.map((name, index) => [name, values[(at + index * 7) % values.length]])),
        );
        const [before, after, ceiling] = await Promise.all([
          check(original, objects),
          check(sent.schema, objects),
          check(close(original) as JsonSchema, objects),
        ]);
        for (const [index, accepts] of after.entries()) {
          if (accepts) expect(before[index], JSON.stringify([original, sent.schema, objects[index]])).toBe(true);
          if (ceiling[index] && before[index])
            expect(accepts, JSON.stringify([original, sent.schema, objects[index]])).toBe(true);
        }
        expect((await check(sent.schema, [{}]))[0]).toBe(false);
      }),
      { numRuns: 600 },
    );
    expect(strict).toBeGreaterThan(20);
  });
});

describe("a zod schema", () => {
  const circle = z.object({ kind: z.literal("circle"), r: z.number() });
  const square = z.object({ kind: z.literal("square"), side: z.number() });
  interface Node {
    value: string;
    kids: Node[];
  }
  const node: z.ZodType<Node> = z.object({
    value: z.string(),
    get kids(): z.ZodArray<z.ZodType<Node>> {
      return z.array(node);
    },
  });

  test.each<[what: string, output: z.ZodType]>([
    ["a discriminated union", z.object({ shape: z.discriminatedUnion("kind", [circle, square]) })],
    ["a schema that holds itself", node],
    ["a named schema that holds itself", node.meta({ id: "Node", title: "A node" })],
    [
      "a described reference",
      z.object({ a: z.string().meta({ id: "S" }).describe("one"), b: z.string().meta({ id: "S2" }) }),
    ],
    ["a nullable union", z.object({ a: z.union([z.string(), z.number()]).nullable() })],
    ["an enum and literals", z.object({ a: z.enum(["x", "y"]), b: z.literal([1, "z"]) })],
    ["a pair of numbers", z.object({ at: z.tuple([z.number(), z.number()]) })],
    ["an email, a UUID and dates", z.object({ a: z.email(), b: z.uuid(), c: z.iso.datetime(), d: z.iso.date() })],
    ["integers within limits", z.object({ a: z.int().min(1).max(5), b: z.array(z.string()).min(1) })],
  ])("is sent strictly when it is %s", async (_, output) => {
    const { strict, schema } = await sentFor(output);
    expect(strict).toBe(true);
    expect(schema.type).toBe("object");
    expect(JSON.stringify(schema)).not.toMatch(/"(?:oneOf|prefixItems|default|\$schema|id)":/);
  });

  test.each<[what: string, output: z.ZodType]>([
    ["a URL", z.object({ link: z.url() })],
    ["base64", z.object({ bytes: z.base64() })],
    ["any", z.object({ any: z.any() })],
    ["a record", z.object({ map: z.record(z.string(), z.number()) })],
    ["an open object", z.looseObject({ a: z.string() })],
    ["an optional property", z.object({ a: z.string().optional() })],
    ["a default", z.object({ a: z.string().default("x") })],
    ["a mixed tuple", z.object({ pair: z.tuple([z.string(), z.number()]) })],
    ["a union at the root", z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])],
    ["a list at the root", z.array(z.string())],
    ["an exclusive union", z.object({ a: z.xor([z.object({ a: z.string() }), z.object({ b: z.string() })]) })],
  ])("is not sent strictly when it has %s", async (_, output) => {
    expect((await sentFor(output)).strict).toBe(false);
  });
});

describe("a schema that cannot be sent is refused with instructions", () => {
  const old = { _def: { typeName: "ZodObject" }, parse: () => 1, safeParse: () => 1 };
  test.each<[what: string, output: unknown, message: RegExp]>([
    ["of zod 3", z3.object({ a: z3.string() }), /zod schema does not provide a JSON Schema.*zodToJsonSchema/],
    ["of an older zod 3", old, /zod 3\.23 or older.*Use zod 4/],
    ["of zod/mini", mini.object({ a: mini.string() }), /zod schema does not provide.*z\.toJSONSchema\(schema\)/],
    ["without its JSON Schema", { schema: mini.string() }, /Pass \{ schema, jsonSchema \} with both/],
    ["that is an object of schemas", { city: z.string() }, /such as `city`.*z\.object/],
    ["with a date", z.object({ at: z.date() }), /cannot be converted to JSON Schema: .*Date/],
    ["that is undefined", undefined, /got undefined/],
    ["that is null", null, /got null/],
    ["that is a string", "object", /got "object"/],
    ["that is an array", [text], /got an array/],
  ])("for %s", async (_, output, message) => {
    const { client, requests } = against([() => Response.json({})]);
    const error = await caught(client.chat.completions.parse({ ...chat, output: output as JsonSchema }));
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toMatch(message);
    expect(requests).toHaveLength(0);
  });

  test("without an input", async () => {
    const { client } = against([() => Response.json({})]);
    for (const none of [undefined, null])
      expect(await caught(client.chat.completions.parse(none as never))).toBeInstanceOf(PatchbayError);
  });
});
