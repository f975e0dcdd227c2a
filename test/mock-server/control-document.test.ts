// The OpenAPI document of the control API, and the server that it describes.
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/openapi-3-1";
import fc from "fast-check";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { anyRule, odd } from "../support/any-rule.ts";

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly example: unknown }[];
  readonly requestBody?: {
    readonly content: Record<string, { example?: unknown; examples?: Record<string, { value: unknown }> }>;
  };
  readonly responses: Record<string, { readonly $ref?: string; readonly content?: Record<string, unknown> }>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly responses: Record<string, unknown> };
}

const server = createMockServer();
const base = "http://127.0.0.1:4010/_patchbay";
const document = (await (await server.fetch(`${base}/openapi.json`)).json()) as Document;
const uri = "https://contract.example/control.json";
// The validator keeps its schemas when this module is loaded again in the same process.
unregisterSchema(uri);
registerSchema(document as never, uri, "https://spec.openapis.org/oas/3.1/schema-base");

/** Whether a value conforms to a schema of the document, by a validator that the server does not use. */
async function conforms(pointer: string, value: unknown): Promise<boolean> {
  return (await validate(`${uri}#${encodeURI(pointer)}`, value as never)).valid;
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, { path, method, operation }] as const,
  ),
);

const escaped = (path: string): string => path.replaceAll("~", "~0").replaceAll("/", "~1");

/** The body of a response, which must conform to the document of the operation. */
async function readDocumented(path: string, method: string, answer: Response): Promise<unknown> {
  const type = answer.headers.get("content-type")!.split(";")[0]!;
  const response = document.paths[path]![method]!.responses[String(answer.status)];
  expect(response, `${method} ${path} documents ${answer.status}`).toBeDefined();
  const at = response!.$ref?.slice(1) ?? `/paths/${escaped(path)}/${method}/responses/${answer.status}`;
  const body: unknown = type === "application/json" ? await answer.json() : await answer.text();
  expect(await conforms(`${at}/content/${escaped(type)}/schema`, body), JSON.stringify(body).slice(0, 500)).toBe(true);
  return body;
}

function call(on: MockServer, method: string, path: string, body?: unknown): Promise<Response> {
  return on.fetch(`${base}${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

/** A server with requests of every kind in its journal, a session and a snapshot. */
async function lived(): Promise<MockServer> {
  const made = createMockServer({ rules: [{ name: "odd", on: { turn: 9 }, reply: "x" }] });
  const post = (path: string, body: unknown, headers = {}): Promise<string> =>
    made
      .fetch(`http://127.0.0.1:4010${path}`, {
        method: "POST",
        headers: { authorization: "Bearer sk-or-v1-test", ...headers },
        body: JSON.stringify(body),
      })
      .then((answer) => answer.text());
  const chat = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] };
  await post("/api/v1/chat/completions", chat);
  await post("/api/v1/chat/completions", { ...chat, stream: true }, { "x-patchbay-fault": "missing_done" });
  await post("/api/v1/chat/completions", { ...chat, temperature: 9 });
  await post("/api/v1/nowhere?a=1&a=2", {});
  await post("/s/my-test/api/v1/chat/completions", chat);
  await made.fetch("http://127.0.0.1:4010/api/v1/credits");
  await call(made, "POST", "/snapshots");
  return made;
}

describe("every operation of the control API returns documented responses for its examples", () => {
  test.each(operations)("%s", async (_, { path, method, operation }) => {
    const parameters = operation.parameters ?? [];
    const filled = parameters.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
    const query = new URLSearchParams(
      parameters.filter((one) => one.in === "query").map(({ name, example }) => [name, String(example)]),
    );
    const media = operation.requestBody?.content["application/json"];
    const bodies = media
      ? [
          ...Object.values(media.examples ?? {}).map(({ value }) => value),
          ...(media.example === undefined ? [] : [media.example]),
        ]
      : [undefined];
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) {
      const answer = await call(
        await lived(),
        method.toUpperCase(),
        `${filled}${query.size > 0 ? `?${query}` : ""}`,
        body,
      );
      expect(answer.ok).toBe(true);
      await readDocumented(path, method, answer);
    }
  });

  test.each(operations)("%s rejects pages of other origins as documented", async (_, { path, method }) => {
    const answer = await server.fetch(`${base}${path.replace("{name}", "x").replace("{id}", "1")}`, {
      method: method.toUpperCase(),
      headers: { origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
    await readDocumented(path, method, answer);
  });
});

test("every route of the server is documented, and every documented one exists", async () => {
  const missing = (await (await call(server, "GET", "/none")).json()) as { error: { message: string } };
  const paths = /It has (.*) under/.exec(missing.error.message)![1]!.split(", ");
  const routes = await Promise.all(
    paths.map(async (path) => {
      const answer = await call(server, "PATCH", path.replace("{name}", "x").replace("{id}", "1"));
      const { error } = (await answer.json()) as { error: { message: string } };
      expect(answer.status).toBe(405);
      return /Use (.*)\./
        .exec(error.message)![1]!
        .split(", ")
        .map((method) => `${method} ${path}`);
    }),
  );
  const withoutHead = routes.flat().filter((route) => !route.startsWith("HEAD "));
  expect(withoutHead.toSorted()).toEqual(operations.map(([name]) => name).toSorted());
});

test("the journal of all kinds of requests conforms to the control document", async () => {
  const answer = await call(await lived(), "GET", "/journal");
  const { entries } = (await readDocumented("/journal", "get", answer)) as { entries: object[] };
  expect(entries.length).toBeGreaterThan(4);
  const known = Object.keys(
    (document as never as { components: { schemas: { JournalEntry: { properties: object } } } }).components.schemas
      .JournalEntry.properties,
  );
  expect(new Set(entries.flatMap(Object.keys)).difference(new Set(known))).toEqual(new Set());
});

/** Rules that the document states in prose, because JSON Schema cannot express them. */
const beyondSchema = [
  /expression that can be read/,
  /expected an operation/,
  /names of headers ignore case/,
  /ascending order/,
  /(?:less|more) than the \d+ bytes of the body/,
  /whole number of bytes/,
  /no body/,
  /is not a provider of the catalog/,
];

/** Compares the result of the server with that of the schema. */
async function compare(method: string, path: string, schema: string, body: unknown): Promise<boolean> {
  const answer = await call(createMockServer(), method, path, body);
  const { error } = (await readDocumented(path, method.toLowerCase(), answer)) as {
    error?: { issues: { message: string }[] };
  };
  const valid = await conforms(schema, body);
  const text = JSON.stringify({ body, error });
  if (answer.ok) expect(valid, `the server accepts what the schema does not: ${text}`).toBe(true);
  else if (valid)
    expect(
      error!.issues.some(({ message }) => beyondSchema.some((pattern) => pattern.test(message))),
      `the server refuses what the schema accepts: ${text}`,
    ).toBe(true);
  return answer.ok;
}

const few = fc.constantFrom(0, 1, 0.5, 7, 9, 60, 100, -1, "7");
const state = fc.constantFrom("up", "down", "slow", "sad");
const span = fc.record({ state, from: few, to: few }, { requiredKeys: ["state"] });
const states = fc.dictionary(
  fc.constantFrom("openai", "groq", "azure", "no-such-provider"),
  fc.oneof(state, fc.array(span, { maxLength: 2 })),
  { maxKeys: 2 },
);
const account = fc.constantFrom("ada", "test", "", null, "x".repeat(201));
const scenario = fc.record(
  {
    rules: fc.oneof({ weight: 9, arbitrary: fc.array(anyRule, { maxLength: 1 }) }, { weight: 1, arbitrary: odd }),
    providers: fc.oneof(states, odd),
    credits: few,
    defaultReply: fc.constantFrom("echo", "prose", "loud"),
    strict: fc.constantFrom(true, false, "yes"),
    seed: few,
    tokenDelay: few,
  },
  { requiredKeys: [] },
);

describe("the schemas and the server accept the same bodies", () => {
  test.each<[method: string, path: string, schema: string, body: fc.Arbitrary<unknown>, runs: number]>([
    [
      "POST",
      "/rules",
      "/paths/~1rules/post/requestBody/content/application~1json/schema",
      fc.oneof(
        { weight: 20, arbitrary: anyRule },
        { weight: 1, arbitrary: fc.array(anyRule, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: odd.filter((value) => !Array.isArray(value)) },
      ),
      250,
    ],
    ["POST", "/reset", "/components/schemas/ScenarioFile", scenario, 150],
    ["POST", "/providers", "/components/schemas/ProviderStates", fc.oneof(states, odd), 60],
    ["POST", "/clock", "/components/schemas/ClockBody", fc.oneof(fc.record({ advanceMs: few }), odd), 40],
    [
      "POST",
      "/credits",
      "/components/schemas/CreditsBody",
      fc.oneof(
        { weight: 2, arbitrary: fc.record({ add: few, account }, { requiredKeys: ["add"] }) },
        { weight: 2, arbitrary: fc.record({ set: few, account }, { requiredKeys: ["set"] }) },
        { weight: 2, arbitrary: fc.record({ add: few, set: few, account }, { requiredKeys: [] }) },
        { weight: 1, arbitrary: odd },
      ),
      60,
    ],
  ])("%s %s", async (method, path, schema, body, runs) => {
    let [taken, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        if (await compare(method, path, schema, value)) taken++;
        else refused++;
      }),
      { numRuns: runs },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(1);
  });
});
