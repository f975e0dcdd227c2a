import { describe, expect, test } from "vitest";
import { toOpenApiSchema } from "../../packages/providers/src/schema/openapi-schema.ts";
import { expectLinear } from "../support/linear.ts";

const list = <Item>(length: number, create: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, i) => create(i));
const record = <Item>(length: number, create: (index: number) => Item): Record<string, Item> =>
  Object.fromEntries(list(length, (index) => [`n${index}`, create(index)]));

/** Name → a schema of about the given size. */
const shapes: Readonly<Record<string, (size: number) => object>> = {
  "many properties": (size) => ({ properties: record(size, () => ({ type: ["string", "null"] })) }),
  "many branches": (size) => ({ anyOf: list(size, (index) => ({ const: `v${index}` })) }),
  "many merged schemas": (size) => ({
    allOf: list(size, (index) => ({ properties: { [`p${index}`]: { type: "string" } } })),
  }),
  "many required names": (size) => ({
    allOf: list(size, (index) => ({ properties: { [`p${index}`]: {} }, required: [`p${index}`] })),
  }),
  "many variants of an object": (size) => ({
    properties: { kind: {} },
    oneOf: list(size, (index) => ({ properties: { [`p${index}`]: {} } })),
  }),
  "a chain of references": (size) => ({
    $ref: "#/$defs/n0",
    $defs: record(size, (index) => ({ $ref: `#/$defs/n${index + 1}`, description: "d" })),
  }),
  "many references to one schema": (size) => ({
    properties: record(size, () => ({ $ref: "#/$defs/a" })),
    $defs: { a: { type: "object", properties: { a: { type: "string" } } } },
  }),
  "values that are not strings": (size) => ({ enum: list(size, (index) => index) }),
};

describe("rewriting a JSON Schema takes time in proportion to its size", () => {
  test.each(Object.entries(shapes))("with %s", async (_, create) => {
    expect(toOpenApiSchema(create(3))).toBeTypeOf("object");
    await expectLinear((size) => toOpenApiSchema(create(size)), 2000);
  });
});

test("a schema that is nested as deeply as JSON can be is cut off", () => {
  const depth = 3000;
  const text = `${'{"properties":{"a":'.repeat(depth)}{}${"}}".repeat(depth)}`;
  const rewritten = JSON.stringify(toOpenApiSchema(JSON.parse(text)));
  expect(rewritten.length).toBeLessThan(5000);
});
