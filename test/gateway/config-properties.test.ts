import fc from "fast-check";
import { expect, test } from "vitest";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { formatUsdText, parseUsdText } from "../../packages/gateway/src/config/price-text.ts";
import { nearestName } from "../../packages/gateway/src/config/yaml/nearest-name.ts";
import { ConfigError } from "../../packages/gateway/src/config/yaml/problem.ts";

/** Reads a text; every problem must be at a place inside it. */
function read(source: string): void {
  try {
    readConfig(source);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = source.split(/\r\n|\n|\r/);
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { line, column } of error.problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    }
  }
}

const yamlCharacters = fc.constantFrom(..."abk:-&*!|>[]{}#,?'\"% \n\r\t$0123.~é\u2028\0<\\@`".split(""));

test("any text is a configuration or a ConfigError whose positions are inside the text", () => {
  fc.assert(fc.property(fc.string({ unit: yamlCharacters, maxLength: 80 }), read), { numRuns: 1500 });
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), read), { numRuns: 300 });
});

const names = [
  "providers",
  "models",
  "aliases",
  "accounts",
  "budgets",
  "keys",
  "routing",
  "limits",
  "server",
  "kind",
  "apiKey",
  "baseURL",
  "headers",
  "options",
  "endpoints",
  "provider",
  "model",
  "price",
  "prompt",
  "tiers",
  "id",
  "name",
  "secret",
  "usd",
  "per",
  "breaker",
  "__proto__",
  "constructor",
  "toString",
  "a",
];

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      fc.constantFrom<unknown>(
        "ollama",
        "gemini",
        "free",
        "$NOPE",
        "a",
        "a/b",
        "10s",
        0,
        1,
        -1,
        0.2,
        null,
        true,
        Infinity,
      ),
      fc.string({ maxLength: 8 }),
    ),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("tree"), { maxKeys: 5 }),
  ),
}));

test("any data with the names of the configuration is a configuration or a ConfigError", () => {
  const root = fc.dictionary(fc.constantFrom(...names), tree, { maxKeys: 6 });
  fc.assert(
    fc.property(root, (data) => read(JSON.stringify({ providers: { a: { kind: "ollama" } }, ...data }, null, 1))),
    { numRuns: 1000 },
  );
});

test("a configuration is not changed by the prototype of Object", () => {
  readConfig("providers: { a: { kind: ollama, options: { toString: 1 }, headers: { valueOf: x } } }");
  expect(() => readConfig("providers: { a: { kind: ollama, options: { __proto__: { polluted: 1 } } } }")).toThrow(
    ConfigError,
  );
  expect(() =>
    readConfig("providers: { a: { kind: ollama, options: { x: [{ __proto__: { polluted: 1 } }] } } }"),
  ).toThrow(ConfigError);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("an amount in USD is the same after it was formatted and parsed", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (nanos) => {
      expect(parseUsdText(formatUsdText(nanos))).toBe(nanos);
    }),
  );
});

test("a name with one typing error is still found, and an unrelated name has no neighbor", () => {
  const candidates = ["openai-compatible", "anthropic", "gemini", "cohere", "ollama"];
  fc.assert(
    fc.property(fc.constantFrom(...candidates), fc.nat(), fc.constantFrom("x", ""), (name, position, replacement) => {
      const at = position % name.length;
      expect(nearestName(name.slice(0, at) + replacement + name.slice(at + 1), candidates)).toBe(name);
    }),
  );
  expect(nearestName("zzzzzz", candidates)).toBeUndefined();
  expect(nearestName("", candidates)).toBeUndefined();
});
