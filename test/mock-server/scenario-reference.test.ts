// The scenario file with every key, and the table of the control API in the README.
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/openapi-3-1";
import { createMockServer, parseScenario } from "@patchbay/mock-server";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const folder = new URL("../../packages/mock-server/", import.meta.url);
const file = await readFile(new URL("scenario.example.yaml", folder), "utf8");
const scenario = await parseScenario(file, "scenario.example.yaml");
const base = "http://127.0.0.1:4010/_patchbay";

interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const document = (await (await createMockServer().fetch(`${base}/openapi.json`)).json()) as {
  readonly paths: Record<string, Record<string, unknown>>;
  readonly components: { readonly schemas: Record<string, Schema> };
};
const uri = "https://contract.example/scenario.json";
// The validator keeps its schemas when this module is loaded again in the same process.
unregisterSchema(uri);
registerSchema(document as never, uri, "https://spec.openapis.org/oas/3.1/schema-base");

const root = "/components/schemas/ScenarioFile";

function schemaAt(pointer: string): Schema {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key.replaceAll("~1", "/")], document) as Schema;
}

/** The subschemas of a schema, each with its pointer and the values at it. */
function below(pointer: string, value?: unknown): (readonly [pointer: string, value: unknown])[] {
  const { $ref, properties = {}, items, additionalProperties, anyOf = [], oneOf = [] } = schemaAt(pointer);
  const held = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return [
    ...($ref ? [[$ref.slice(1), value] as const] : []),
    ...anyOf.map((_, index) => [`${pointer}/anyOf/${index}`, value] as const),
    ...oneOf.map((_, index) => [`${pointer}/oneOf/${index}`, value] as const),
    ...Object.keys(properties).map((name) => [`${pointer}/properties/${name}`, held[name]] as const),
    ...(items ? [value].flat().map((item) => [`${pointer}/items`, item] as const) : []),
    ...(typeof additionalProperties === "object"
      ? (value === undefined ? [undefined] : Object.values(held)).map(
          (item) => [`${pointer}/additionalProperties`, item] as const,
        )
      : []),
  ];
}

/** Every field, every member of a union and every value of an enum that a scenario can have. */
function allOf(pointer: string, seen = new Set<string>()): Set<string> {
  if (seen.has(pointer)) return seen;
  seen.add(pointer);
  for (const one of schemaAt(pointer).enum ?? []) seen.add(`${pointer}=${String(one)}`);
  for (const [inner] of below(pointer)) allOf(inner, seen);
  return seen;
}

/** The schemas that a value uses. */
async function used(pointer: string, value: unknown, seen: Set<string>): Promise<void> {
  if (value === undefined || !(await validate(`${uri}#${pointer}`, value as never)).valid) return;
  seen.add(pointer);
  for (const one of schemaAt(pointer).enum ?? []) if (one === value) seen.add(`${pointer}=${String(one)}`);
  for (const [inner, held] of below(pointer, value)) await used(inner, held, seen);
}

test("scenario.example.yaml has every key that a scenario can have", async () => {
  const seen = new Set<string>();
  await used(root, scenario, seen);
  const all = allOf(root);
  expect(all.size).toBeGreaterThan(150);
  // Of an enum one value is shown, and its comment lists the others.
  const missing = [...all.difference(seen)].filter((pointer) => !pointer.includes("="));
  expect(missing).toEqual([]);
  for (const pointer of all.difference(seen)) {
    const [, value] = pointer.split("=");
    if (value !== undefined) expect(file, `${pointer} is not named`).toContain(value);
  }
});

test("the server starts with scenario.example.yaml in code and over HTTP", async () => {
  const inCode = createMockServer(scenario);
  expect(inCode.rules).toHaveLength(scenario.rules!.length);
  const overHttp = createMockServer();
  const answer = await overHttp.fetch(`${base}/reset`, { method: "POST", body: JSON.stringify(scenario) });
  expect(await answer.json()).toEqual({ reset: true });
  expect(overHttp.rules).toEqual(inCode.rules);
});

test("an undocumented key of a scenario is rejected", async () => {
  for (const [message, broken] of [
    ["/extra is not a known option; allowed: ", { ...scenario, extra: 1 }],
    ["/rules/0/extra is not a known property", { rules: [{ reply: "x", extra: 1 }] }],
  ] as const)
    await expect(parseScenario(JSON.stringify(broken), "x.json")).rejects.toThrow(message);
});

test("the README's table of the control API has every call with its response", async () => {
  const readme = await readFile(new URL("README.md", folder), "utf8");
  const rows = [...readme.matchAll(/^\| `(GET|POST|DELETE) (\/\S*)`\s*\|(.*?)\|\s*`(\{.*\})`\s*\|$/gm)].map(
    ([, method, path, body, answer]) => ({
      method: method!,
      path: path!,
      body: /`(\{.*?\})`(?:,|\s|$)/.exec(body!)?.[1],
      answer: JSON.parse(answer!) as unknown,
    }),
  );
  const documented = Object.entries(document.paths)
    .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`))
    .filter((call) => call !== "GET /");
  const shown = rows.map(
    ({ method, path }) => `${method} ${path.replace(/\?.*/, "").replace("my-test", "{name}").replace("/1", "/{id}")}`,
  );
  expect(shown.toSorted()).toEqual(documented.toSorted());

  const server = createMockServer({ now: () => 1_767_225_600_000, credits: 100 });
  const chat = (path: string): Promise<Response> =>
    server.fetch(`http://127.0.0.1:4010${path}/api/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "weather?" }] }),
    });
  await chat("/s/my-test");
  for (const { method, path, body, answer } of rows) {
    if (path.startsWith("/journal?")) {
      await server.fetch(`${base}/rules`, { method: "POST", body: '{"reply": {"status": 503}, "name": "rule 1"}' });
      await chat("");
    }
    const response = await server.fetch(`${base}${path}`, { method, ...(body !== undefined && { body }) });
    expect(await response.json(), `${method} ${path}`).toMatchObject(answer as object);
  }
});
