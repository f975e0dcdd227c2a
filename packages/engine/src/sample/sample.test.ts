import { Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sample } from "./sample.ts";
import { WorkBudget } from "../data/work-budget.ts";

/** Schemas of the strict subset for models: closed objects, arrays, unions, enums, limits. */
const { schema } = fc.letrec<{ schema: Record<string, unknown>; leaf: Record<string, unknown> }>((tie) => ({
  leaf: fc.oneof(
    fc.constant({ type: "string" }),
    fc.record({ min: fc.nat({ max: 20 }), more: fc.nat({ max: 20 }) }).map(({ min, more }) => ({
      type: "string",
      minLength: min,
      maxLength: min + more,
    })),
    fc.constantFrom("date", "date-time", "email", "uuid", "uri", "ipv4").map((format) => ({ type: "string", format })),
    fc.constantFrom("^[a-z]{3}-\\\\d{2}$", "^(red|green)$", "^[A-Z][a-z]+$", "^\\\\d+$").map((pattern) => ({
      type: "string",
      pattern: pattern.replaceAll("\\\\", "\\"),
    })),
    fc.record({ minimum: fc.integer({ min: -50, max: 50 }), span: fc.nat({ max: 9 }) }).map(({ minimum, span }) => ({
      type: "integer",
      minimum,
      maximum: minimum + span,
    })),
    fc.record({ low: fc.integer({ min: -5, max: 5 }) }).map(({ low }) => ({ type: "number", exclusiveMinimum: low })),
    fc.constantFrom(2, 5, 10).map((multipleOf) => ({ type: "integer", multipleOf, minimum: 1 })),
    fc.constant({ type: "boolean" }),
    fc.constant({ type: ["string", "null"] }),
    fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 4 }).map((values) => ({ enum: values })),
    fc.integer().map((value) => ({ const: value })),
  ),
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("leaf"),
    fc
      .dictionary(fc.constantFrom("a", "b", "c", "d e", "f/g"), tie("schema"), { minKeys: 1, maxKeys: 4 })
      .map((properties) => ({
        type: "object",
        properties,
        required: Object.keys(properties),
        additionalProperties: false,
      })),
    fc.record({ items: tie("schema"), minItems: fc.nat({ max: 3 }) }).map((rest) => ({ type: "array", ...rest })),
    fc.array(tie("schema"), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
  ),
}));

const matches = (wanted: Record<string, unknown>, value: unknown): boolean =>
  new Validator(wanted, "2020-12").validate(value).valid;

/** The plainest value, used if a drawn one costs too much. */
const plainSample = (wanted: unknown): unknown =>
  sample(wanted, { seed: 1, budget: new WorkBudget({ values: 0, characters: 0, steps: 0 }) });

test("a drawn value and the plainest value match their schema", () => {
  fc.assert(
    fc.property(schema, fc.nat(), (wanted, seed) => {
      for (const value of [sample(wanted, { seed, words: ["river", "valley"] }), plainSample(wanted)])
        expect(matches(wanted, value), `${JSON.stringify(wanted)} gave ${JSON.stringify(value)}`).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a new field does not change the values of the others", () => {
  fc.assert(
    fc.property(schema, schema, fc.nat(), (first, second, seed) => {
      const of = (properties: Record<string, unknown>): Record<string, unknown> =>
        sample({ type: "object", properties, required: Object.keys(properties) }, { seed }) as Record<string, unknown>;
      expect(of({ added: second, kept: first }).kept).toEqual(of({ kept: first }).kept);
    }),
  );
});

test("a recursive schema terminates", () => {
  const tree = {
    $defs: {
      node: {
        type: "object",
        properties: {
          name: { type: "string" },
          children: { type: "array", items: { $ref: "#/$defs/node" } },
          next: { anyOf: [{ $ref: "#/$defs/node" }, { type: "null" }] },
        },
        required: ["name", "children", "next"],
        additionalProperties: false,
      },
    },
    $ref: "#/$defs/node",
  };
  for (let seed = 0; seed < 50; seed++) {
    const value = sample(tree, { seed });
    expect(matches(tree, value)).toBe(true);
    expect(JSON.stringify(value).length).toBeLessThan(200_000);
  }
});

test("the parts of allOf are combined", () => {
  const wanted = {
    allOf: [
      { type: "object", properties: { a: { const: 1 } }, required: ["a"] },
      { type: "object", properties: { b: { const: 2 } }, required: ["b"] },
    ],
  };
  expect(sample(wanted, { seed: 1 })).toEqual({ a: 1, b: 2 });
});
