import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectLinear } from "../../../../test/support/linear.ts";
import { redactJson } from "./redact-json.ts";
import { redactText } from "./redact-text.ts";
import { redactHeader, redactQuery } from "./redact-request.ts";

const gone = "[redacted]";

test.each([
  ['{"api_key":"x"}', '{"api_key":"[redacted]"}'],
  ['{ "API-Key" :\n "x" , "a": 1 }', '{ "API-Key" :\n "[redacted]" , "a": 1 }'],
  ['{"password":12345678,"secret":null,"auth":true}', '{"password":"[redacted]","secret":null,"auth":true}'],
  ['{"a":{"client_secret":"x"},"a":1}', '{"a":{"client_secret":"[redacted]"},"a":1}'],
  [String.raw`{"api\u005fkey":"x"}`, String.raw`{"api\u005fkey":"[redacted]"}`],
  [String.raw`{"text":"sk-or-v1-\u0061bcdef123"}`, '{"text":"[redacted]"}'],
  [String.raw`{"arguments":"{\"api_key\":\"x\"}"}`, String.raw`{"arguments":"{\"api_key\":\"[redacted]\"}"}`],
  ['{"cookie":["a=b","c=d"],"x":"a=b"}', '{"cookie":["[redacted]","[redacted]"],"x":"a=b"}'],
  [
    '{"credentials":{"user":"ada","blob":"ABCDEF0123456789xyz","password":"x"},"z":"y"}',
    '{"credentials":{"user":"ada","blob":"[redacted]","password":"[redacted]"},"z":"y"}',
  ],
  [
    '{"tools":[{"type":"mcp","headers":{"authorization":"whatever"}}]}',
    '{"tools":[{"type":"mcp","headers":{"authorization":"[redacted]"}}]}',
  ],
  ['{"code_verifier":"abc","code":"auth_code_abcdefgh1"}', '{"code_verifier":"[redacted]","code":"[redacted]"}'],
  ['data: {"key":"0123456789abcdefg"}\n\ndata: [DONE]\n\n', 'data: {"key":"[redacted]"}\n\ndata: [DONE]\n\n'],
  [
    '{"headers":[{"name":"Authorization","value":"x"},{"name":"accept","value":"x"}]}',
    '{"headers":[{"name":"Authorization","value":"[redacted]"},{"name":"accept","value":"x"}]}',
  ],
  [
    '{"metadata":{"deploy_token":"0123456789abcdefX","pwd":"x"}}',
    '{"metadata":{"deploy_token":"[redacted]","pwd":"[redacted]"}}',
  ],
  ['{"api_key":"never closed', '{"api_key":"[redacted]"'],
])("the secrets of %s are redacted in place", (text, expected) => {
  expect(redactJson(text)).toBe(expected);
});

test.each([
  '{"max_tokens":5,"prompt_cache_key":"conversation-0123456789","token":"Hello","logprob":-1}',
  '{"error":{"code":"rate_limit_exceeded_by_key","message":"Slow down"}}',
  '{"parameters":{"properties":{"password":{"type":"string","description":"The password of the user"}}}}',
  '{"label":"sk-or-v1-abc...xyz","hash":"0123456789abcdef0123456789abcdef"}',
  "const token = getToken(); password: string; apiKey: process.env.API_KEY; secret: 12 monkeys",
  "max_tokens: 12345678, next_page_token=abc12345678, cookie: the biscuit, token: ${TOKEN_12345678}",
  '{"text":"api_key=","b12345678":2,"next_page_token":"0123456789abcdefX"}',
  "Basic understanding of a bearer of news, desk-lamp, task-force-seventeen.",
  '{"text":"He said \\"key\\": maybe"}',
])("%s contains no secret and is unchanged", (text) => {
  expect(redactJson(text)).toBe(text);
});

const { components } = JSON.parse(
  readFileSync(new URL("../generated/contract/openapi.json", import.meta.url), "utf8"),
) as { components: { schemas: Record<string, { properties?: Record<string, Record<string, unknown>> }> } };
const secrets = Object.entries(components.schemas).flatMap(([schema, { properties = {} }]) =>
  Object.entries(properties).flatMap(([name, property]) =>
    property["x-secret"] === true ? [{ schema, name, isMap: "additionalProperties" in property }] : [],
  ),
);

test.each(secrets)("the field $schema.$name, a secret of the contract, is redacted", ({ name, isMap }) => {
  const secret = name === "id" ? "auth_code_4fQ81mXz" : "4fQ81mXz-77c2-41d9";
  const value = isMap ? { authorization: secret, "x-api-key": secret } : secret;
  const shown = redactJson(JSON.stringify({ data: [{ [name]: value }] }));
  expect(shown).toContain(gone);
  expect(shown).not.toContain(secret);
});

test("the contract marks keys, tokens and codes as secrets", () => {
  expect(secrets.map(({ schema, name }) => `${schema}.${name}`)).toEqual(
    expect.arrayContaining(["CreatedApiKey.key", "ExchangedKey.key", "ExchangeCodeRequest.code"]),
  );
});

test.each([
  ["Authorization", "Bearer sk-or-v1-abc", "Bearer [redacted: inference key]"],
  ["authorization", "bearer sk-or-mgmt-abc", "bearer [redacted: management key]"],
  ["authorization", "Basic dXNlcjpwYXNz", "Basic [redacted: credentials]"],
  ["authorization", "hunter2 hunter2", "[redacted: token]"],
  ["proxy-authorization", "Bearer abc", "Bearer [redacted: token]"],
  ["x-api-key", "anything", "[redacted: API key]"],
  ["cookie", "a=b", "[redacted: cookie]"],
  ["x-jwt-assertion", "abc", "[redacted: token]"],
  ["x-secret-id", "abc", "[redacted: secret]"],
  ["x-hub-signature-256", "sha256=abc", "[redacted: secret]"],
  ["idempotency-key", "7d1f0c", "7d1f0c"],
  ["x-session-id", "one", "one"],
  ["x-note", "see sk-or-v1-abcdef", "see [redacted]"],
])("the header %s: %s is shown as %s", (name, value, expected) => {
  expect(redactHeader(name, value)).toBe(expected);
});

test("redacting a query keeps its order and its repeated names", () => {
  expect(redactQuery("?limit=1&api_key=x&limit=2&q=sk-or-v1-abcdef&code=&code=y")).toEqual([
    ["limit", "1"],
    ["api_key", gone],
    ["limit", "2"],
    ["q", gone],
    ["code", ""],
    ["code", gone],
  ]);
  expect(redactQuery("?api_key[]=x&auth[token]=x&user[password]=x&pwd=x&pass=x&filter[model]=x&page_token=x")).toEqual([
    ["api_key[]", gone],
    ["auth[token]", gone],
    ["user[password]", gone],
    ["pwd", gone],
    ["pass", gone],
    ["filter[model]", "x"],
    ["page_token", "x"],
  ]);
});

test.each([
  ["api_key=hunter2&model=x", "api_key=[redacted]&model=x"],
  ["api%5Fkey=hunter2&auth%5Btoken%5D=hunter2", "api%5Fkey=[redacted]&auth%5Btoken%5D=[redacted]"],
  ["a=1&user[password]=hunter2", "a=1&user[password]=[redacted]"],
  ["OPENAI_API_KEY=hunter2hunter2", "OPENAI_API_KEY=[redacted]"],
  ["export DB_PASSWORD='hunter2hunter2'", "export DB_PASSWORD='[redacted]'"],
  ['curl -H "x-api-key: hunter2hunter2"', 'curl -H "x-api-key: [redacted]"'],
  ["secret_key: hunter2hunter2\nmodel: x", "secret_key: [redacted]\nmodel: x"],
  ["client_secret: hunter2hunter2\nmodel: x", "client_secret: [redacted]\nmodel: x"],
  ["{'api_key': 'hunter2hunter2'}", "{'api_key': '[redacted]'}"],
  ['{apiKey: "hunter2hunter2"}', '{apiKey: "[redacted]"}'],
  [':api_key => "hunter2hunter2"', ':api_key => "[redacted]"'],
  ["<api_key>hunter2hunter2</api_key>", "<api_key>[redacted]</api_key>"],
  ['form-data; name="api_key"\r\n\r\nhunter2hunter2\r\n', 'form-data; name="api_key"\r\n\r\n[redacted]\r\n'],
  ["https://hooks.slack.com/services/T0AAAAAAA/B0AAAAAAA/x1", "https://hooks.slack.com/services/[redacted]"],
  ["https://user:hunter2@example.com/a", "https://[redacted]@example.com/a"],
  ["https://example.com/a?api_key=hunter2&x=1", "https://example.com/a?api_key=[redacted]&x=1"],
  ["/api/v1/keys/sk%2Dor%2Dv1%2Dabcdef", "/api/v1/keys/[redacted]"],
  ["-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", gone],
])("the secret in %s is redacted", (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test("redacted JSON stays valid JSON with the same meaning, and redacting it again changes nothing", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const once = redactJson(text);
      expect(() => JSON.parse(once) as unknown).not.toThrow();
      expect(redactJson(once)).toBe(once);
    }),
  );
});

test.each([
  ["deep objects", (n: number) => '{"secret":'.repeat(n) + "1" + "}".repeat(n)],
  ["deep lists", (n: number) => '{"secret":['.repeat(n)],
  ["quotes and slashes", (n: number) => '"\\'.repeat(n)],
  ["nothing but quotes", (n: number) => '"'.repeat(n)],
  ["the beginnings of tokens", (n: number) => "eyJ".repeat(n)],
  ["the word Bearer", (n: number) => "Bearer ".repeat(n)],
  ["one long word", (n: number) => "a".repeat(n) + "%"],
  ["percent signs", (n: number) => "%41".repeat(n)],
  ["addresses", (n: number) => "://a:".repeat(n)],
  ["parameters", (n: number) => "&a-key".repeat(n)],
  ["assignments", (n: number) => "password=".repeat(n)],
  ["assignments with spaces", (n: number) => "token = ".repeat(n)],
  ["pairs", (n: number) => '{"name":"authorization",'.repeat(n)],
  ["spaces after a name", (n: number) => '"secret" '.repeat(n)],
  ["beginnings of private keys", (n: number) => "-----BEGIN PRIVATE KEY-----".repeat(n)],
])("redacting takes linear time over %s", async (_, make) => {
  await expectLinear((size) => redactJson(make(size)), 50_000);
});
