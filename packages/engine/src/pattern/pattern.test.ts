import { textsOf } from "../sample/pattern-text.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPattern } from "./pattern.ts";
import { createRandom } from "../data/random.ts";

const leaf = fc.constantFrom(
  "a",
  "b",
  ".",
  "[ab]",
  "[^a]",
  String.raw`\d`,
  String.raw`\w`,
  String.raw`\s`,
  "^",
  "$",
  String.raw`\b`,
  "é",
);
const { source } = fc.letrec<{ source: string }>((tie) => ({
  source: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.tuple(tie("source"), tie("source")).map(([a, b]) => a + b),
    fc.tuple(tie("source"), tie("source")).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie("source"), fc.constantFrom("*", "+", "?", "{2}", "{1,3}", "{0,2}", "*?"))
      .map(([a, count]) => `(?:${a})${count}`),
    fc.tuple(fc.constantFrom("?=", "?!", "?<=", "?<!"), tie("source")).map(([look, a]) => `(${look}${a})`),
  ),
}));
const text = fc.string({ unit: fc.constantFrom("a", "b", "1", " ", "\n", "é", "😀", "B"), maxLength: 8 });

test("a pattern matches the same strings as the platform's regular expressions", () => {
  fc.assert(
    fc.property(source, text, fc.constantFrom("u", "iu", "mu", "su"), (pattern, value, flags) => {
      // V8 also tries lookarounds in the middle of a surrogate pair.
      fc.pre(!/\(\?[=!<]/.test(pattern) || !value.includes("😀"));
      expect(createPattern(pattern, flags).test(value), `/${pattern}/${flags} on ${JSON.stringify(value)}`).toBe(
        new RegExp(pattern, flags).test(value),
      );
    }),
    { numRuns: 3000 },
  );
});

test.each([
  String.raw`^[a-z]{3}-\d{2}$`,
  String.raw`^(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}$`,
  String.raw`^#[\da-f]{6}$`,
  String.raw`^(red|green|blue)$`,
  String.raw`^\p{Lu}\p{L}+$`,
  String.raw`^[^@\s]+@[^@\s]+\.[^@\s]+$`,
  String.raw`^v?\d+\.\d+\.\d+(-[\w.]+)?$`,
  "^[A-Z]{2}\\x2d\\u0041\\u{1F600}$",
  "^(a{100}){60}$",
])("a string generated from %s matches it", (pattern) => {
  for (let seed = 0; seed < 20; seed++) {
    const made = textsOf(pattern, createRandom(seed), { least: 0, spend: () => undefined }).next().value!;
    expect(made).toMatch(new RegExp(pattern, "u"));
    expect(createPattern(pattern).test(made)).toBe(true);
  }
});

test.each([
  ["(", /without a/],
  ["a)", /without a/],
  ["[a", /without a/],
  ["*a", /nothing to repeat/],
  ["a**", /two quantifiers/],
  ["a{3,2}", /above its maximum/],
  ["[z-a]", /out of order/],
  [String.raw`(a)\1`, /backreference/],
  [String.raw`(?<n>a)\k<n>`, /backreference/],
  ["\\", /backslash/],
  [String.raw`\p{Nothing}`, /Unicode property/],
])("the pattern %s is rejected with the reason", (pattern, reason) => {
  expect(() => createPattern(pattern)).toThrow(reason);
});

test("a pattern that is deeply nested or very long is rejected with the reason", () => {
  expect(() => createPattern("(".repeat(500) + ")".repeat(500))).toThrow(/nested/);
  expect(() => createPattern("a".repeat(30_000))).toThrow(/at most/);
});

test("a pattern with enormous counts is rejected before it is expanded", () => {
  expect(() => createPattern("(a{1000}){1000}").test("a")).toThrow(/states/);
  expect(() => createPattern("(?:){900000000}").test("a")).not.toThrow();
  expect(() => createPattern("a{0,900000000}").test("a")).toThrow(/states/);
});
