import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isObject } from "../fields/json-value.ts";
import { toOpenApiSchema, type OpenApiSchema } from "./openapi-schema.ts";

const any = {
  anyOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }, { type: "object" }],
};

const table: readonly (readonly [name: string, schema: unknown, rewritten: unknown])[] = [
  ["a plain type is kept", { type: "string", description: "A city." }, { type: "string", description: "A city." }],
  ["const becomes enum", { const: "metric" }, { type: "string", enum: ["metric"] }],
  [
    "a number in an enum moves to the description",
    { enum: [1, 2] },
    { type: "integer", description: "Allowed values: 1, 2." },
  ],
  ["null in a list of types becomes nullable", { type: ["string", "null"] }, { type: "string", nullable: true }],
  ["null in an enum becomes nullable", { enum: ["a", null] }, { type: "string", nullable: true, enum: ["a"] }],
  [
    "several types become anyOf",
    { type: ["string", "integer"], minLength: 2, minimum: 1 },
    {
      anyOf: [
        { type: "string", minLength: 2 },
        { type: "integer", minimum: 1 },
      ],
    },
  ],
  [
    "an optional field keeps the description of the outside",
    { description: "Outside", anyOf: [{ type: "string", description: "Inside" }, { type: "null" }] },
    { type: "string", description: "Outside", nullable: true },
  ],
  [
    "oneOf becomes anyOf",
    { oneOf: [{ type: "string" }, { type: "number" }] },
    { anyOf: [{ type: "string" }, { type: "number" }] },
  ],
  [
    "references are inlined",
    { type: "object", properties: { at: { $ref: "#/$defs/place" } }, $defs: { place: { type: "string" } } },
    { type: "object", properties: { at: { type: "string" } } },
  ],
  [
    "the description next to a reference counts",
    {
      type: "object",
      properties: { at: { $ref: "#/definitions/a~1b", description: "Where" } },
      definitions: { "a/b": { type: "string", description: "A" } },
    },
    { type: "object", properties: { at: { type: "string", description: "Where" } } },
  ],
  [
    "additionalProperties and other refused keywords are left out",
    {
      $schema: "x",
      $id: "y",
      title: "T",
      type: "object",
      properties: { a: { type: "string", format: "email", default: "b" } },
      additionalProperties: false,
      required: ["a", "b"],
    },
    { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
  ],
  [
    "allOf is merged",
    {
      allOf: [
        { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
        { properties: { b: { type: "boolean" } }, required: ["b"] },
      ],
    },
    { type: "object", properties: { a: { type: "string" }, b: { type: "boolean" } }, required: ["a", "b"] },
  ],
  [
    "branches that only constrain are left out",
    { type: "object", properties: { a: { type: "string" } }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    { type: "object", properties: { a: { type: "string" } } },
  ],
  [
    "variants of an object with properties are united",
    {
      type: "object",
      properties: { kind: { type: "string" } },
      required: ["kind"],
      oneOf: [{ properties: { a: { type: "string" } }, required: ["a"] }, { properties: { b: { type: "number" } } }],
    },
    {
      type: "object",
      properties: { kind: { type: "string" }, a: { type: "string" }, b: { type: "number" } },
      required: ["kind"],
    },
  ],
  ["an array without items gets items of any type", { type: "array" }, { type: "array", items: any }],
  [
    "a tuple becomes a list of any of its types",
    { type: "array", prefixItems: [{ type: "string" }, { type: "number" }] },
    { type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] } },
  ],
  ["a schema without a type accepts any value", {}, any],
  ["true accepts any value", true, any],
  ["a reference to nothing accepts any value", { $ref: "https://example.com/x" }, any],
  [
    "a property named __proto__ is kept",
    JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'),
    JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'),
  ],
];

describe("rewriting a JSON Schema for Gemini", () => {
  test.each(table)("%s", (_, schema, rewritten) => {
    expect(JSON.stringify(toOpenApiSchema(schema))).toBe(JSON.stringify(rewritten));
  });

  test("a recursive schema is cut off after two rounds", () => {
    const tree = {
      $ref: "#/$defs/node",
      $defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } } },
    };
    expect(toOpenApiSchema(tree)).toEqual({
      type: "object",
      properties: { next: { type: "object", properties: { next: { type: "object" } } } },
    });
  });

  test("the order of the properties is repeated if it is asked for", () => {
    const schema = { type: "object", properties: { z: { type: "string" }, a: { type: "string" } } };
    expect(toOpenApiSchema(schema, { isOrdered: true }).propertyOrdering).toEqual(["z", "a"]);
  });
});

/** Schemas of all keywords, with references to each other and to themselves. */
const schemas = fc.letrec<{ schema: unknown; node: unknown }>((tie) => ({
  schema: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.boolean(), fc.constant({}), tie("node")),
  node: fc.record(
    {
      $ref: fc.constantFrom("#", "#/$defs/a", "#/$defs/b", "#/$defs/none", "other"),
      type: fc.oneof(
        fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object", "STRING"),
        fc.subarray(["string", "number", "null", "array", "object"]),
      ),
      description: fc.string(),
      const: fc.jsonValue(),
      enum: fc.array(fc.jsonValue(), { maxLength: 3 }),
      format: fc.constantFrom("date-time", "email", "int32", "float"),
      nullable: fc.boolean(),
      properties: fc.dictionary(fc.string(), tie("schema"), { maxKeys: 3 }),
      required: fc.array(fc.string(), { maxLength: 2 }),
      additionalProperties: tie("schema"),
      items: fc.oneof(tie("schema"), fc.array(tie("schema"), { maxLength: 2 })),
      prefixItems: fc.array(tie("schema"), { maxLength: 2 }),
      anyOf: fc.array(tie("schema"), { maxLength: 3 }),
      oneOf: fc.array(tie("schema"), { maxLength: 2 }),
      allOf: fc.array(tie("schema"), { maxLength: 2 }),
      not: tie("schema"),
      minimum: fc.integer(),
      exclusiveMaximum: fc.oneof(fc.integer(), fc.boolean()),
      minLength: fc.nat(),
      pattern: fc.string(),
      $defs: fc.record({ a: tie("schema"), b: tie("schema") }),
    },
    { requiredKeys: [] },
  ),
})).schema;

const accepted: ReadonlySet<string> = new Set(
  [
    "type,format,description,nullable,enum,items,minItems,maxItems,properties,required,propertyOrdering",
    "minProperties,maxProperties,minimum,maximum,minLength,maxLength,pattern,anyOf",
  ].flatMap((names) => names.split(",")),
);

function everySchema(schema: OpenApiSchema): OpenApiSchema[] {
  const inside = [
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
    ...Object.values(schema.properties ?? {}),
  ];
  return [schema, ...inside.flatMap(everySchema)];
}

describe("rewriting any JSON Schema", () => {
  test("has only keywords that Gemini accepts, with types and strings as values", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        for (const one of everySchema(toOpenApiSchema(schema))) {
          expect(Object.keys(one).filter((keyword) => !accepted.has(keyword))).toEqual([]);
          expect(one.type !== undefined || (one.anyOf?.length ?? 0) > 0).toBe(true);
          expect(one.enum?.every((value) => typeof value === "string" && value !== "") ?? true).toBe(true);
          expect(one.required?.every((name) => Object.hasOwn(one.properties ?? {}, name)) ?? true).toBe(true);
          if (one.type === "array") expect(isObject(one.items)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(schemas, fc.boolean(), (schema, isOrdered) => {
        const once = toOpenApiSchema(schema, { isOrdered });
        expect(JSON.stringify(toOpenApiSchema(once, { isOrdered }))).toBe(JSON.stringify(once));
      }),
      { numRuns: 300 },
    );
  });

  test("definitions that refer to each other twice do not double the schema at every step", () => {
    const chain = (length: number): unknown => ({
      $ref: "#/$defs/d0",
      $defs: Object.fromEntries(
        Array.from({ length }, (_, index) => {
          const next = { $ref: `#/$defs/d${index + 1}` };
          return [`d${index}`, { type: "object", properties: { left: next, right: next }, allOf: [next, next] }];
        }),
      ),
    });
    expect(everySchema(toOpenApiSchema(chain(60))).length).toBeLessThan(20_000);
  });
});
