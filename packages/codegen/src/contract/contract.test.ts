import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readContract } from "./read.ts";
import { readExamples } from "./examples.ts";
import { ContractError, type Problem } from "./problem.ts";

const source = resolve(import.meta.dirname, "../../../../openapi");
/** A copy of the contract. Every test restores the files that it changed. */
let root: string;
const touched = new Set<string>();

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "contract-"));
  cpSync(source, root, { recursive: true });
});
afterEach(() => {
  for (const file of touched) copyFileSync(join(source, file), join(root, file));
  touched.clear();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Changes one file of the contract; returns the problems that are reported, also as `file:line rule`. */
async function change(
  file: string,
  from: string | RegExp,
  to: string,
): Promise<{ problems: readonly Problem[]; lines: string[] }> {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  touched.add(file);
  writeFileSync(path, changed);
  const problems = await problemsOf();
  return { problems, lines: problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`) };
}

async function problemsOf(): Promise<readonly Problem[]> {
  try {
    return readExamples(await readContract(root)).problems;
  } catch (error) {
    if (error instanceof ContractError) return error.problems;
    throw error;
  }
}

const lineOf = (file: string, text: string): number =>
  readFileSync(join(root, file), "utf8")
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

test("the contract is valid", async () => {
  expect(await problemsOf()).toEqual([]);
});

test("a file that is not valid YAML is reported with its line", async () => {
  const { lines } = await change("schemas/credits.yaml", "Credits:\n", "Credits:\n  - [\n");
  expect(lines[0]).toMatch(/^schemas\/credits\.yaml:\d+ syntax$/);
});

test.each<[rule: string, file: string, from: string | RegExp, to: string, place: string]>([
  ["operation-id", "paths/credits.yaml", "operationId: credits.get", "operationId: Get_Credits", "operationId"],
  ["described", "schemas/credits.yaml", "      description: Credits used, in USD.\n", "", "total_usage"],
  ["described", "schemas/keys.yaml", "daily: Every day at midnight UTC.\n", "\n", "type: [string"],
  ["enum-form", "schemas/keys.yaml", "x-extensible-enum: [daily", "enum: [daily", "limit_reset:"],
  ["const-form", "schemas/content.yaml", "type: string, const: text,", "const: text,", "TextPart"],
  [
    "const-form",
    "schemas/plugins.yaml",
    "type: string, const: middle-out,",
    "type: string, enum: [middle-out], x-enumDescriptions: { middle-out: x },",
    "engine",
  ],
  ["union-form", "schemas/messages.yaml", '      tool: "#/ToolMessage"\n', "", "discriminator"],
  ["union-form", "schemas/responses-content.yaml", "      input_text: ", "      input_texts: ", "mapping"],
  [
    "union-form",
    "schemas/responses-content.yaml",
    '    - $ref: "#/UnknownOutputContent"',
    '    - $ref: "#/UnknownOutputContent"\n    - $ref: "#/UnknownAnnotation"',
    "oneOf",
  ],
  ["union-form", "schemas/responses-items.yaml", "required: [type, summary]", "required: [summary]", "oneOf"],
  [
    "union-form",
    "schemas/provider.yaml",
    '    - type: number\n    - $ref: "#/ThroughputCutoffs"',
    "    - type: number\n    - type: integer",
    "anyOf",
  ],
  [
    "nullable-form",
    "schemas/credits.yaml",
    "total_usage:\n      type: number",
    "total_usage:\n      type: [number, string]",
    "type: [number",
  ],
  [
    "nullable-form",
    "schemas/trace.yaml",
    "TraceConfig:\n  type: object",
    'TraceConfig:\n  type: [object, "null"]',
    "TraceConfig",
  ],
  ["no-all-of", "schemas/credits.yaml", "  required: [data]", "  allOf: []\n  required: [data]", "allOf"],
  [
    "inline-object",
    "schemas/credits.yaml",
    '$ref: "#/CreditTotals"',
    "type: object\n      properties: {}",
    "properties",
  ],
  [
    "open-object",
    "schemas/credits.yaml",
    "  required: [data]",
    "  additionalProperties: false\n  required: [data]",
    "additionalProperties",
  ],
  [
    "number-form",
    "schemas/credits.yaml",
    "total_usage:\n      type: number",
    "total_usage:\n      type: number\n      format: int64",
    "int64",
  ],
  [
    "apart",
    "schemas/tools.yaml",
    "  description: A tool call that the model requested.\n  x-direction: both",
    "  description: A tool call that the model requested.",
    "ToolCall",
  ],
  ["free-names", "schemas/credits.yaml", "Credits:\n", "CreditsGetResponse:\n", "CreditsGetResponse"],
  ["essential", "schemas/credits.yaml", "x-essential: [data]", "x-essential: [date]", "x-essential"],
  ["sse-payload", "paths/chat.yaml", /\s+x-sse-done: "\[DONE\]"/, "", '"200"'],
  ["sse-payload", "paths/chat.yaml", "    x-stream: { verb: stream, accumulator: chat }\n", "", "post"],
  ["sse-payload", "paths/chat.yaml", "{ verb: stream, accumulator: chat }", "stream", "x-stream"],
  ["sse-payload", "paths/chat.yaml", "accumulator: chat }", "accumulator: chats }", "x-stream"],
  ["sse-payload", "paths/chat.yaml", "accumulator: chat }", "accumulator: chat, typeField: type }", "x-stream"],
  ["sse-payload", "paths/chat.yaml", "accumulator: chat }", "accumulator: chat, terminalEvents: [end] }", "x-stream"],
  ["policy", "parameters.yaml", "name: app.title, scope: client", "name: app.title, scope: page", "app.title"],
  ["error-code", "paths/messages.yaml", "#/MessagesBadRequest }", "#/MessagesUnauthorized }", '"400"'],
  [
    "named-types",
    "schemas/chat-request.yaml",
    '        - $ref: "#/StopSequences"\n',
    "        - type: string\n        - type: integer\n",
    "stop:",
  ],
  ["named-types", "schemas/content.yaml", "      title: CacheControlTtl\n", "", "ttl"],
  ["named-types", "schemas/content.yaml", "title: CacheControlTtl", "title: cache_control_ttl", "ttl"],
  ["named-types", "schemas/content.yaml", "title: CacheControlTtl", "title: CacheControl", "title"],
  ["named-types", "schemas/content.yaml", "title: CacheControlTtl", "title: AudioFormat", "title"],
  [
    "named-types",
    "schemas/plugins.yaml",
    "      enum: [block, log]\n      x-enumDescriptions:\n        block: It is withheld.\n        log: It is returned.\n",
    "      enum: [audit, enforce]\n      x-enumDescriptions:\n        audit: It is withheld.\n        enforce: It is returned.\n",
    "on_error",
  ],
  ["sent-back", "schemas/chat-response.yaml", "x-sent-back-as: AssistantMessage", "x-sent-back-as: Credits", "x-sent"],
  ["sent-back", "schemas/chat-response.yaml", "x-sent-back-as: AssistantMessage", "x-sent-back-as: None", "x-sent"],
  [
    "sent-back",
    "schemas/tools.yaml",
    "  x-direction: both\n",
    "  x-direction: both\n  x-sent-back-as: ToolCall\n",
    "x-sent",
  ],
  ["sent-back", "schemas/messages.yaml", "    annotations:\n", "    notes:\n", "annotations"],
  ["sent-back", "schemas/messages.yaml", "    refusal: { type: [string,", "    refusal: { type: [boolean,", "refusal"],
  ["sent-back", "schemas/messages.yaml", "const: assistant, description", "const: model, description", "role"],
  ["sent-back", "schemas/messages-content.yaml", "  x-sent-back-as: ToolUseBlockParam\n", "", "oneOf"],
  ["sent-back", "schemas/messages-content.yaml", '    - $ref: "#/UnknownContentBlockParam"\n', "", "oneOf"],
  ["unit", "schemas/credits.yaml", "x-unit: usd", "x-unit: eur", "x-unit"],
  ["unit", "schemas/credits.yaml", "      x-unit: usd\n", "", "total_usage"],
  [
    "unit",
    "schemas/models.yaml",
    "x-unit: usd_per_token, description: Price per prompt",
    "description: Price per prompt",
    "prompt",
  ],
  ["unit", "schemas/keys.yaml", 'x-unit: iso_8601, description: "Creation', 'description: "Creation', "created_at"],
  ["unit", "schemas/keys.yaml", "x-unit: iso_8601", "x-unit: unix_s", "created_at"],
  ["unit", "paths/models.yaml", "        x-unit: usd_per_million_tokens\n", "", "min_price"],
  ["secret", "schemas/auth.yaml", "x-secret: true", "x-secret: hidden", "x-secret"],
  [
    "secret",
    "schemas/keys.yaml",
    "disabled: { type: boolean,",
    "disabled: { type: boolean, x-secret: true,",
    "x-secret",
  ],
  ["reserved-names", "schemas/errors.yaml", "      x-name: { python: in_ }\n", "", "in"],
  ["reserved-names", "schemas/errors.yaml", "{ python: in_ }", "{ python: is }", "x-name"],
  ["reserved-names", "schemas/errors.yaml", "{ python: in_ }", "{ python: in_, cobol: IN }", "x-name"],
  [
    "reserved-names",
    "schemas/keys.yaml",
    "hash: { type: string,",
    "hash: { type: string, x-name: { python: key },",
    "x-name",
  ],
  ["reserved-names", "schemas/keys.yaml", "    hash: { type: string,", "    model_dump: { type: string,", "model_dump"],
  ["reserved-names", "paths/models.yaml", "name: slug\n", "name: range\n", "range"],
  ["reserved-names", "paths/models.yaml", "name: max_price\n", "name: lambda\n", "lambda"],
  [
    "named-once",
    "schemas/trace.yaml",
    "TraceConfig:\n",
    "Credits:\n  type: object\n  description: x\nTraceConfig:\n",
    "Credits",
  ],
])("the rule %s reports a violation in %s with its line", async (rule, file, from, to) => {
  const { problems } = await change(file, from, to);
  const found = problems.filter((problem) => problem.rule === rule);
  expect(found.length, JSON.stringify(problems)).toBeGreaterThan(0);
  for (const { line } of found) expect(line).toBeGreaterThan(0);
});

test.each([
  ["has an unknown event as its end", "[response.completed, response.incomplete]", "[response.complete]"],
  ["has an unknown event as an error", "response.failed: response.error", "response.fail: response.error"],
  ["reads the type from a field that is not the discriminator", "typeField: type", "typeField: kind"],
])("a stream that %s is reported", async (_, from, to) => {
  const { problems } = await change("paths/responses.yaml", from, to);
  expect(problems.map(({ rule }) => rule)).toEqual(["sse-payload"]);
});

test.each([
  ["an event that the stream does not have", "[response.refusal.done]", "[response.refusal.finished]"],
  ["a pattern that no event matches", '"*_call.searching"', '"*_call.sleeping"'],
])("a merge rule for %s is reported", async (_, from, to) => {
  const { problems } = await change("policies/merge.yaml", from, to);
  expect(problems.map(({ rule }) => rule)).toEqual(["sse-payload"]);
});

test("a schema that is the open member of two unions is reported", async () => {
  const { problems } = await change(
    "schemas/responses-content.yaml",
    /#\/UnknownOutputContent"\n/,
    '#/UnknownInputContent"\n',
  );
  expect(problems.map(({ message }) => message)).toContain(
    "UnknownInputContent can be the open member of one union, got ResponseInputContent, ResponseOutputContent; add another schema",
  );
});

test.each([
  ["a field that is missing", "retry", "maxRetries: 2\n", "", "maxRetries"],
  ["an unknown field", "retry", "maxRetries: 2", "maxTries: 2", "maxTries"],
  ["a value that is not allowed", "fallback", "action: throw", "action: stop", "/action"],
  ["an error type that the schemas do not have", "errors", "refusal: 400", "refusals: 400", "refusals"],
  ["a rule with an unknown failure kind", "fallback", "timeout, kind: timeout", "timeout, kind: late", "late"],
  ["a rule with unknown phrases", "fallback", "says: too_long", "says: too_wide", "too_wide"],
  ["a rule with an unknown error type", "fallback", "string_too_long]", "text_too_long]", "text_too_long"],
  ["a last rule with a condition", "fallback", "- { kind: unknown }", "- { error: api, kind: unknown }", "last rule"],
  ["an unknown merge rule", "merge", "id: first", "id: earliest", "/chat/rules"],
  ["a pattern with a lookahead", "errors", '"overload|capacity"', '"overload(?=ed)"', "overload(?=ed)"],
  ["a pattern in upper case", "errors", '"overload|capacity"', '"Overload"', "Overload"],
])("a policy with %s is reported", async (_, name, from, to, text) => {
  const { problems } = await change(`policies/${name}.yaml`, from, to);
  expect(problems.map(({ rule, file }) => `${file} ${rule}`)).toContain(`policies/${name}.yaml policy`);
  expect(problems.map(({ message }) => message).join()).toContain(text);
});

test("a problem has the line of the mistake", async () => {
  const { problems } = await change(
    "schemas/credits.yaml",
    "total_usage:\n      type: number",
    "total_usage:\n      type: number\n      format: int64",
  );
  expect(problems).toEqual([
    {
      file: "schemas/credits.yaml",
      line: lineOf("schemas/credits.yaml", "int64"),
      rule: "number-form",
      message: "`format: int64` is not allowed; use `integer` or `number` with limits",
    },
  ]);
});

test("the OpenAPI linter reports a reference that cannot be resolved", async () => {
  const { lines } = await change("paths/credits.yaml", "credits.yaml#/Credits", "credits.yaml#/None");
  expect(lines).toContain(`paths/credits.yaml:${lineOf("paths/credits.yaml", "#/None")} no-unresolved-refs`);
});

test("an example that does not match its schema is reported with its line and JSON pointer", async () => {
  const { problems } = await change("examples/credits.get/response.default.json", "25.75", '"much"');
  expect(problems).toEqual([
    {
      file: "examples/credits.get/response.default.json",
      line: lineOf("examples/credits.get/response.default.json", "total_usage"),
      rule: "examples",
      message: '/data/total_usage must be number {"type":"number"}',
    },
  ]);
});

test("a stream event that does not match its schema is reported", async () => {
  const { problems } = await change(
    "examples/chat.completions.create/stream.text.json",
    '"chat.completion.chunk"',
    '"chat.completion"',
  );
  expect(problems.map(({ message }) => message)).toContain(
    '/object must be equal to constant {"allowedValue":"chat.completion.chunk"}',
  );
});

test("an example request with an unknown parameter is reported", async () => {
  const { problems } = await change("examples/models.count/request.all.json", "output_modalities", "output_modality");
  expect(problems.map(({ message }) => message)).toEqual(["unknown parameter output_modality"]);
});

test("an error example of a resource with its own error bodies is checked against its schema", async () => {
  const file = "examples/errors.messages/500.server-error.json";
  const { lines } = await change(file, '"message"', '"msg"');
  expect(lines).toContain(`${file}:3 examples`);
});

test("an operation without an example is reported", async () => {
  const file = "examples/credits.get/response.default.json";
  touched.add(file);
  rmSync(join(root, file));
  expect((await problemsOf()).map(({ message }) => message)).toEqual(["credits.get has no example response.*.json"]);
});
