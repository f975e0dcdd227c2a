import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutErrors } from "./without-errors.ts";

type Validator = (value: unknown) => boolean;

const schema = {
  type: "object",
  required: ["kind"],
  properties: {
    kind: { enum: ["a", "b"] },
    text: { anyOf: [{ type: "string", minLength: 1, pattern: "^[ab]*$" }, { type: "null" }] },
    list: { type: "array", maxItems: 2, items: { oneOf: [{ type: "integer", minimum: 0 }, { $ref: "#" }] } },
    never: { not: { type: "string" } },
  },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  allOf: [{ if: { properties: { kind: { const: "b" } } }, then: { required: ["text"] } }],
};

function compile(): { readonly full: Validator; readonly short: Validator; readonly code: string } {
  const ajv = new Ajv2020.default({ strict: false, inlineRefs: false, messages: false, code: { source: true } });
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  const full = ajv.compile(schema);
  const code = withoutErrors(standalone.default(ajv, full));
  const module = { exports: (): boolean => false };
  const helper = { default: (text: string) => text.length };
  // oxlint-disable-next-line typescript/no-implied-eval -- the code is generated here
  new Function("module", "require", code)(module, () => helper);
  return { full: (value) => full(value), short: module.exports, code };
}

test("validators without errors accept the same values, and their code is shorter", () => {
  const { full, short, code } = compile();
  expect(code).not.toMatch(/vErrors|schemaPath|instancePath/);
  const { item } = fc.letrec((tie) => ({
    item: fc.record(
      {
        kind: fc.constantFrom("a", "b", "c"),
        text: fc.constantFrom("", "a", "ab", "x", null, 1),
        list: fc.array(fc.oneof({ maxDepth: 2 }, fc.integer({ min: -1, max: 3 }), tie("item")), { maxLength: 3 }),
        never: fc.constantFrom("x", 1),
      },
      { requiredKeys: [] },
    ),
  }));
  const results = new Set<boolean>();
  fc.assert(
    fc.property(fc.oneof(item, fc.constantFrom(null, 1, "a", [])), (value) => {
      results.add(full(value));
      expect(short(value)).toBe(full(value));
    }),
    { numRuns: 1000 },
  );
  expect([...results].toSorted()).toEqual([false, true]);
});
