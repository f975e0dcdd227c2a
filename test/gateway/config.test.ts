import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { ConfigError, formatProblem } from "../../packages/gateway/src/config/yaml/problem.ts";
import { expectLinear } from "../support/linear.ts";

/** The smallest configuration of the documentation. */
const smallest = `providers:
  local: { kind: openai-compatible, baseURL: http://127.0.0.1:8080/v1, apiKey: $LOCAL_KEY }   # or anthropic, gemini, cohere, ollama
models:
  - id: acme/tiny
    endpoints:
      - { provider: local, model: tiny, context: 8192, price: { prompt: 0.20, completion: 0.80 } }   # USD per million tokens
`;

const env = { LOCAL_KEY: "local-key", APP_KEY: "sk-or-v1-0123456789abcdef", EMPTY: "" };

function errorsOf(source: string): readonly string[] {
  try {
    readConfig(source, { env });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems.map(formatProblem);
  }
}

const warningsOf = (source: string): readonly string[] => readConfig(source, { env }).warnings.map(formatProblem);

/** A file with one provider, and with the given lines. */
const withProvider = (lines: string): string => `providers: { local: { kind: ollama } }\n${lines}`;

/** A file with one endpoint. */
const withEndpoint = (endpoint: string): string =>
  withProvider(`models: [{ id: acme/tiny, endpoints: [${endpoint}] }]`);

test("the smallest configuration is read with every default, and prices are exact", () => {
  const { config, warnings } = readConfig(smallest, { env });
  expect(warnings).toEqual([]);
  expect(config.providers.local).toMatchObject({ kind: "openai-compatible", apiKeys: ["local-key"], name: "local" });
  expect(config.models).toMatchObject([
    {
      id: "acme/tiny",
      context: 8192,
      endpoints: [{ tag: "local", price: { prompt: 200_000_000n, completion: 800_000_000n }, weight: 1 }],
    },
  ]);
  expect(config.routing.attempts).toBe(3);
  expect(config.accounts.default).toMatchObject({ creditLimit: "none" });
});

test.each([
  ["0.1", 100_000_000n],
  ["0.30", 300_000_000n],
  ["1.1", 1_100_000_000n],
  ["0.0375", 37_500_000n],
  ['"2.50"', 2_500_000_000n],
  ["15", 15_000_000_000n],
  ["0.000000001", 1n],
])("the price %s is read from its digits", (text, nanos) => {
  const { config } = readConfig(
    withEndpoint(`{ provider: local, model: m, price: { prompt: ${text}, completion: 0 } }`),
  );
  expect(config.models[0]!.endpoints[0]!.price).toEqual({ prompt: nanos, completion: 0n });
});

test("every problem of a file is reported at once, in the order of the file", () => {
  const source = `providers:
  local: { kind: openia, baseURL: http://127.0.0.1:8080/v1 }
  other: { knd: ollama, baseURL: "ftp://x" }
models:
  - id: tiny
    endpoints:
      - { provider: locl, model: tiny, context: 0, price: { prompt: -0.20, completion: 0.80 } }
`;
  expect(errorsOf(source)).toEqual([
    'gateway.yaml:2:18 providers.local.kind: expected one of openai-compatible, anthropic, gemini, cohere or ollama, got "openia". Did you mean "openai-compatible"?',
    "gateway.yaml:3:10 providers.other.kind: is required. Write one of openai-compatible, anthropic, gemini, cohere, ollama.",
    'gateway.yaml:3:12 providers.other.knd: unknown field "knd". Did you mean "kind"?',
    'gateway.yaml:3:34 providers.other.baseURL: expected an http(s) URL without a query, such as http://127.0.0.1:8080/v1, got "ftp://x".',
    'gateway.yaml:5:9 models[0].id: expected a model id of the form author/name, got "tiny".',
    'gateway.yaml:7:21 models[0].endpoints[0].provider: there is no provider "locl". Did you mean "local"?',
    "gateway.yaml:7:49 models[0].endpoints[0].context: expected a whole number of 1 or more, got 0.",
    "gateway.yaml:7:69 models[0].endpoints[0].price.prompt: expected zero or more, got -0.20.",
  ]);
});

describe("a file with a mistake", () => {
  const cases: readonly (readonly [source: string, message: string])[] = [
    ["", "1:1: the file is empty. Write `providers` and `models`."],
    ["# only a comment\n", "1:1: the file is empty. Write `providers` and `models`."],
    ["[]", "1:1: expected a map with"],
    ["models: []", "1:1 providers: is required. Write at least one provider, such as `local: { kind: ollama }`."],
    ["providers: {", "1:13: Flow map in block collection must be sufficiently indented and end with a }."],
    ["a: 1\na: 2", "2:1: Map keys must be unique."],
    ["? [a]\n: 1", "1:3: expected a name as a key, got a list, a map or an alias."],
    ["a: !!js/function x", "1:4: Unresolved tag: tag:yaml.org,2002:js/function."],
    ["a: *b", "1:4: the alias *b cannot be resolved: there is no anchor &b before it."],
    [
      "providers: { __proto__: { kind: ollama } }",
      '1:14 providers.__proto__: expected a slug such as openai or my-server as a name, got "__proto__".',
    ],
    [
      "providers: { constructor: { kind: ollama } }",
      '1:14 providers.constructor: expected a slug such as openai or my-server as a name, got "constructor".',
    ],
    [
      "providers: { A B: { kind: ollama } }",
      '1:14 providers.A B: expected a slug such as openai or my-server as a name, got "A B".',
    ],
    [
      "providers: { a: { kind: openai } }",
      '1:25 providers.a.kind: expected one of openai-compatible, anthropic, gemini, cohere or ollama, got "openai". Did you mean "openai-compatible"?',
    ],
    [
      "providers: { a: { kind: openai-compatible } }",
      "1:17 providers.a.baseURL: is required for openai-compatible. Write the URL, such as https://api.openai.com/v1.",
    ],
    [
      "providers: { a: { kind: ollama, baseURL: $URL } }",
      "1:42 providers.a.baseURL: references such as $URL are possible only for secrets. Write the value itself.",
    ],
    [
      "providers: { a: { kind: ollama, baseURL: http://me:pw@host } }",
      "1:42 providers.a.baseURL: the URL contains a password. Use `apiKey` or `headers` with a reference to the environment.",
    ],
    [
      "providers: { a: { kind: gemini, apiKey: $GEMINI_KEY } }",
      "1:41 providers.a.apiKey: the environment variable GEMINI_KEY is not set. Set it, or remove this line.",
    ],
    [
      "providers: { a: { kind: gemini, apiKey: $EMPTY } }",
      "1:41 providers.a.apiKey: the environment variable EMPTY is empty. Set it, or remove this line.",
    ],
    [
      "providers: { a: { kind: gemini, apiKey: $LOCAL_KEY, apiKeys: [$LOCAL_KEY] } }",
      "1:33 providers.a.apiKey: is given twice, by `apiKey` and `apiKeys`. Use one of them.",
    ],
    [
      "providers: { a: { kind: gemini, headers: { authorization: 'Bearer ${NOPE}' } } }",
      "1:59 providers.a.headers.authorization: the environment variable NOPE is not set. Set it, or remove this line.",
    ],
    [
      'providers: { a: { kind: gemini, headers: { x-version: "a\\nb" } } }',
      "1:55 providers.a.headers.x-version: the value contains a line break, which a header cannot have.",
    ],
    [withProvider("modls: []"), '2:1 modls: unknown field "modls". Did you mean "models"?'],
    [withProvider("models: {}"), "2:9 models: expected a list of models, got a map."],
    [
      withProvider("models: [{ id: a/b, endpoints: [] }]"),
      "2:32 models[0].endpoints: expected at least 1 of endpoints, got a list.",
    ],
    [
      withProvider("aliases: { fast: acme/none }"),
      '2:18 aliases.fast: there is no model "acme/none". The file has none.',
    ],
    [withProvider("server: { port: 70000 }"), "2:17 server.port: expected a whole number from 0 to 65535, got 70000."],
    [
      withProvider("server: { drain: soon }"),
      '2:18 server.drain: expected a duration in milliseconds from 0 to 2147483647, or with a unit, such as 30s, got "soon".',
    ],
    [
      withProvider("routing: { breaker: { open: 10m } }"),
      "2:21 routing.breaker: `open` (600000 ms) must not exceed `maxOpen` (30000 ms). Raise `maxOpen`.",
    ],
    [
      withProvider("database: mysql://localhost/x"),
      "2:11 database: expected a URL such as postgres://gateway@127.0.0.1/gateway. The value is not shown, because it can contain a password.",
    ],
    [withProvider("adminKey: short"), "2:11 adminKey: the key has 5 characters, which can be guessed. Use 16 or more."],
    [
      withProvider("keys: [{ name: app, secret: $APP_KEY, account: tem }]\naccounts: { team: {} }"),
      '2:48 keys[0].account: there is no account "tem". Did you mean "team"?',
    ],
    [
      withProvider("keys: [{ name: a, secret: $APP_KEY }, { name: a, secret: $APP_KEY }]"),
      '2:47 keys[1].name: the key name "a" is used twice. Use another one.',
    ],
    [
      withProvider("budgets: [{ usd: 5, requests: 3 }]"),
      "2:11 budgets[0]: expected one limit, `usd` or `requests`, such as { usd: 5, per: day }. Write another item for the other.",
    ],
    [
      withProvider("budgets: [{ usd: 5, per: dya }]"),
      '2:26 budgets[0].per: expected one of day, week, month or total, got "dya". Did you mean "day"?',
    ],
    [
      withProvider("budgets: [{ usd: 5 }, { usd: 6 }]"),
      "2:23 budgets[1]: is the second budget of the same unit and window. Keep one of them.",
    ],
    [
      withEndpoint("{ provider: local }"),
      "2:39 models[0].endpoints[0].model: is required. Write the provider's name of the model.",
    ],
    [
      withEndpoint("{ provider: local, model: m, price: fre }"),
      '2:75 models[0].endpoints[0].price: expected a map of prices in USD per million tokens, got "fre". Did you mean "free"?',
    ],
    [
      withEndpoint("{ provider: local, model: m, price: {} }"),
      "2:75 models[0].endpoints[0].price: is empty. Write { prompt: 0.20, completion: 0.80 } in USD per million tokens, or free.",
    ],
    [
      withEndpoint("{ provider: local, model: m, price: { prompt: 1 } }"),
      "2:75 models[0].endpoints[0].price.completion: is required. Write the price of completion tokens, or 0 if they cost nothing.",
    ],
    [
      withEndpoint("{ provider: local, model: m, price: { input: 1 } }"),
      '2:77 models[0].endpoints[0].price.input: unknown field "input". Use prompt, completion,',
    ],
    [
      withEndpoint("{ provider: local, model: m, price: { prompt: 1e-7, completion: 0 } }"),
      '2:85 models[0].endpoints[0].price.prompt: expected USD as a decimal number such as 0.20, got "1e-7".',
    ],
    [
      withEndpoint(
        "{ provider: local, model: m, price: { prompt: 1, completion: 1, tiers: [{ promptTokens: 2 }, { promptTokens: 1 }] } }",
      ),
      "2:148 models[0].endpoints[0].price.tiers[1].promptTokens: expected more than in the tier above. List the tiers in ascending order.",
    ],
    [
      withEndpoint("{ provider: local, model: m, price: free }, { provider: local, model: n, price: free }"),
      '2:95 models[0].endpoints[1].provider: the tag "local" is used twice in this model. Write `tag`, such as local/2.',
    ],
  ];

  test.each(cases)("%j is reported as %s", (source, message) => {
    expect(errorsOf(source).join("\n")).toContain(`gateway.yaml:${message}`);
  });
});

describe("a doubtful file", () => {
  const price = (prices: string): string => withEndpoint(`{ provider: local, model: m, price: { ${prices} } }`);
  test.each([
    [
      price("prompt: 15000, completion: 1"),
      "price.prompt: warning: 15000 USD per million tokens is far above every known model. Check the unit.",
    ],
    [
      price("prompt: 0.0000002, completion: 1"),
      "price.prompt: warning: 0.0000002 USD per million tokens is far below every known model. Prices are per million tokens, not per token.",
    ],
    [
      price("prompt: 1, completion: 1, image: 500"),
      "price.image: warning: 500 USD for each is far above every known price. Check the unit.",
    ],
    [
      withEndpoint("{ provider: local, model: m }"),
      "models[0].endpoints[0]: warning: the price is unknown, so accounts with prepaid credits cannot use the endpoint.",
    ],
    [
      "providers: { a: { kind: gemini, apiKey: AIza0123 } }",
      "1:41 providers.a.apiKey: warning: the file contains a secret. Move it to the environment and write a reference, such as $NAME.",
    ],
    [withProvider("database: postgres://me:pw@host/db"), "2:11 database: warning: the file contains a secret."],
    [
      `${smallest}keys: [{ name: a, secret: $APP_KEY, models: [acme/tny] }]`,
      'keys[0].models[0]: warning: no model matches "acme/tny". Did you mean "acme/tiny"?',
    ],
  ])("%j is a warning: %s", (source, message) => {
    expect(warningsOf(source).join("\n")).toContain(message);
  });

  test.each([
    withEndpoint("{ provider: local, model: m, unpriced: true }"),
    withEndpoint("{ provider: local, model: m, price: free }"),
    withProvider("database: postgres://localhost/db"),
    "providers: { a: { kind: gemini, headers: { x-version: '2' } } }",
    `${smallest}keys: [{ name: a, secret: $APP_KEY, models: ["acme/*"] }]`,
  ])("%j has no warning", (source) => {
    expect(warningsOf(source)).toEqual([]);
  });
});

test("a message never contains a secret, in the file or in the environment", () => {
  const secret = "sk-live-4242424242424242424242";
  const source = `providers:
  a: { kind: ${secret}, apiKey: ${secret}, headers: { authorization: "Bearer ${secret}\\n" } }
  b: { kind: gemini, apiKey: [${secret}] }
  c: { kind: gemini, name: $SECRET, apiKey: "$SECRET " }
keys: [{ name: app, secret: ${secret}, account: ${secret} }]
database: mysql://u:${secret}@host/db
adminKey: "\${SECRET} \${MISSING}"
`;
  const messages = (() => {
    try {
      readConfig(source, { env: { SECRET: secret } });
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  })();
  expect(messages).toContain("providers.a.kind");
  expect(messages).not.toContain("4242");
});

test("an endpoint without a price takes that of the built-in list only at the provider's own address", () => {
  const at = (baseURL: string): unknown => {
    const source = `providers: { a: { kind: openai-compatible, baseURL: ${baseURL} } }
models: [{ id: openai/gpt-5-mini, endpoints: [{ provider: a, model: gpt-5-mini }] }]`;
    return readConfig(source).config.models[0]!.endpoints[0]!.price;
  };
  expect(at("https://api.openai.com/v1")).toEqual({
    prompt: 250_000_000n,
    completion: 2_000_000_000n,
    cacheRead: 25_000_000n,
  });
  expect(at("http://127.0.0.1:8080/v1")).toBe("unpriced");
});

test("a price that was announced until a day is unknown on the day after", () => {
  const source = `providers: { a: { kind: gemini } }
models: [{ id: google/flash, endpoints: [{ provider: a, model: gemini-3.8-flash }] }]`;
  const at = (time: string): unknown =>
    readConfig(source, { now: Date.parse(time) }).config.models[0]!.endpoints[0]!.price;
  expect(at("2026-12-31T23:00:00Z")).toMatchObject({ prompt: 750_000_000n });
  expect(at("2027-01-01T00:00:00Z")).toBe("unpriced");
});

test("anchors and aliases work, and an alias that expands without end is refused", () => {
  const shared = `providers:
  a: &base { kind: ollama, timeouts: { connect: 2s } }
  b: *base
`;
  expect(readConfig(shared).config.providers.b!.timeouts.connect).toBe(2000);
  const levels = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`);
  expect(errorsOf(`a0: &a0 [x]\n${levels.join("\n")}`)[0]).toContain("expand to too many values. Use fewer aliases.");
  expect(errorsOf(`a: ${"[".repeat(60)}${"]".repeat(60)}`)[0]).toContain("nested more than 40 levels deep.");
  expect(errorsOf("a: &a [*a]")[0]).toContain("it is a part of its own anchor.");
});

test("the time to read a file is linear in its size", async () => {
  const models = (count: number): string =>
    withProvider(
      `models:\n${Array.from({ length: count }, (_, at) => `  - { id: acme/m${at}, endpoints: [{ provider: local, model: m, price: free }] }`).join("\n")}`,
    );
  await expectLinear((count) => readConfig(models(count)), 500);
  const aliases = (count: number): string => `x: &x [1]\ny:\n${"  - *x\n".repeat(count)}`;
  await expectLinear((count) => errorsOf(aliases(count)), 2000);
});

test("the example file is valid and has no warnings", () => {
  const source = readFileSync(new URL("../../packages/gateway/gateway.example.yaml", import.meta.url), "utf8");
  const names = [...source.matchAll(/\$\{?([A-Z_0-9]+)\}?/g)].map(([, name]) => [name!, "0123456789abcdef"]);
  const { config, warnings } = readConfig(source, { env: Object.fromEntries(names) });
  expect(warnings.map(formatProblem)).toEqual([]);
  expect(config.models.length).toBeGreaterThan(2);
});
