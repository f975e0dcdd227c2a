import { Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { WorkBudget, WorkLimitError } from "../data/work-budget.ts";
import { validateSchema } from "./validate.ts";

const names = fc.constantFrom("a", "b", "c/d");
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1, 2.5, -3, "", "a", "bb", "2025-01-31", "é"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(names, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const small = fc.nat({ max: 3 });
const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
  const schemas = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const keyword = fc.oneof(
    fc.record({ type: fc.constantFrom("string", "number", "integer", "null", "array", "object", ["string", "null"]) }),
    fc.record({ const: value }),
    fc.record({ enum: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({ minimum: small }),
    fc.record({ exclusiveMaximum: small }),
    fc.record({ multipleOf: fc.constantFrom(1, 2, 0.5) }),
    fc.record({ minLength: small }),
    fc.record({ maxLength: small }),
    fc.record({ minItems: small }),
    fc.record({ uniqueItems: fc.boolean() }),
    fc.record({ minProperties: small }),
    fc.record({ maxProperties: small }),
    fc.record({ pattern: fc.constantFrom("^a", "b+$", "^(a|b)*$", "^(?!a)") }),
    fc.record({ format: fc.constantFrom("date", "uuid") }),
    fc.record({ required: fc.array(names, { maxLength: 2 }) }),
    fc.record({ allOf: schemas }),
    fc.record({ anyOf: schemas }),
    fc.record({ oneOf: schemas }),
    fc.record({ not: tie("schema") }),
    fc
      .tuple(tie("schema"), tie("schema"), tie("schema"))
      .map((parts) => Object.fromEntries(["if", "then", "else"].map((name, index) => [name, parts[index]]))),
    fc.record({ properties: fc.dictionary(names, tie("schema"), { maxKeys: 2, noNullPrototype: true }) }),
    fc.record({
      patternProperties: fc.dictionary(fc.constantFrom("^a", "c"), tie("schema"), { noNullPrototype: true }),
    }),
    fc.record({ additionalProperties: tie("schema") }),
    fc.record({ propertyNames: tie("schema") }),
    fc.record({ dependentRequired: fc.dictionary(names, fc.array(names), { noNullPrototype: true }) }),
    fc.record({ dependentSchemas: fc.dictionary(names, tie("schema"), { noNullPrototype: true }) }),
    fc.record({ prefixItems: schemas }),
    fc.record({ items: tie("schema") }),
    fc.record({ contains: tie("schema") }),
    fc.record({ unevaluatedProperties: tie("schema") }),
    fc.record({ unevaluatedItems: tie("schema") }),
  );
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.boolean(),
      fc.array(keyword, { minLength: 1, maxLength: 3 }).map((parts) => Object.assign({}, ...parts) as unknown),
    ),
  };
});

test("a value is valid exactly when another validator of draft 2020-12 accepts it", () => {
  fc.assert(
    fc.property(schema, value, (wanted, given) => {
      // The other validator lets `then` see what `if` evaluated; the next test has the rule of the specification.
      const text = JSON.stringify(wanted);
      fc.pre(!(/"(?:then|else)"/.test(text) && text.includes('"unevaluated')));
      const expected = new Validator(wanted as object, "2020-12").validate(given).valid;
      expect(validateSchema(wanted, given, new WorkBudget()) === undefined, JSON.stringify([wanted, given])).toBe(
        expected,
      );
    }),
    { numRuns: 4000 },
  );
});

test("a violation has pointers to the place in the value and the keyword in the schema", () => {
  const wanted = {
    properties: { "a/b": { items: { $ref: "#/$defs/id" } } },
    $defs: { id: { type: "string", minLength: 3 } },
  };
  expect(validateSchema(wanted, { "a/b": ["long", "x"] }, new WorkBudget())).toEqual({
    pointer: "/a~1b/1",
    keyword: "/properties/a~1b/items/$ref/minLength",
  });
});

const doubling = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `n${index}`,
    { allOf: [{ $ref: `#/$defs/n${index + 1}` }, { $ref: `#/$defs/n${index + 1}` }] },
  ]),
);

test.each<[string, unknown, unknown]>([
  ["that refers to itself", { $ref: "#" }, 1],
  [
    "with two references that refer to each other",
    { $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } }, $ref: "#/$defs/a" },
    1,
  ],
  ["whose references double at each level", { $defs: doubling, $ref: "#/$defs/n0" }, 1],
  ["with a pattern of a million steps", { pattern: "^(((a?){50}){50})$" }, "a".repeat(5000)],
  [
    "with many alternatives for many items",
    { items: { anyOf: Array.from({ length: 2000 }, (_, index) => ({ const: index })) } },
    Array.from({ length: 5000 }, () => 1999),
  ],
  [
    "with large unique items",
    { uniqueItems: true },
    Array.from({ length: 4000 }, (_, index) => `${index}${"x".repeat(20_000)}`),
  ],
])("a schema %s is rejected when its steps are used up", (_, wanted, given) => {
  expect(() => validateSchema(wanted, given, new WorkBudget())).toThrow(WorkLimitError);
});

test("`then` does not see what `if` evaluated: each is a schema object of its own", () => {
  // From JSON, since an object with a method `then` would be a promise.
  const schema = JSON.parse(
    '{ "if": { "additionalProperties": true }, "then": { "unevaluatedProperties": false } }',
  ) as object;
  expect(validateSchema(schema, { a: 1 }, new WorkBudget())).toBeDefined();
  expect(validateSchema(schema, {}, new WorkBudget())).toBeUndefined();
});
