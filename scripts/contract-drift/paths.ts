import type { Definition, Definitions } from "./read-sdk.ts";

/** Path of a property, such as `plugins.engine` → the values that it can have, if they are listed; `*` allows any name below it. */
export type Paths = ReadonlyMap<string, ReadonlySet<string>>;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Deeper properties are not compared. */
const deepest = 8;

/** Fields that the generators of the SDKs add, and headers that are options of a client. */
const ownFields = new Set([
  "additionalProperties",
  "__pydantic_extra__",
  "is_unknown",
  "raw",
  "HTTP-Referer",
  "X-OpenRouter-Title",
  "X-OpenRouter-Categories",
  "appTitle",
  "appCategories",
]);

/** The properties of a type of an SDK, with those of the types inside it. Lists and maps add nothing to a path. */
export function pathsOfSdk(definitions: Definitions, root: string): Paths {
  const paths = new Map<string, Set<string>>();
  const visit = (text: string, path: string, stack: readonly string[]): void => {
    for (const value of literalsIn(text)) add(paths, path, value);
    for (const name of namesIn(text)) {
      const definition = definitions.get(name);
      if (definition && !stack.includes(name)) enter(definition, path, [...stack, name]);
    }
  };
  const enter = ({ fields, text, values }: Definition, path: string, stack: readonly string[]): void => {
    for (const value of values) add(paths, path, value);
    if (!fields) return visit(text, path, stack);
    if (stack.length > 4 * deepest || path.split(".").length >= deepest) return;
    for (const [name, type] of fields) {
      if (ownFields.has(name)) continue;
      const below = path === "" ? name : `${path}.${name}`;
      add(paths, below);
      visit(type, below, stack);
    }
  };
  enter(definitions.get(root)!, "", [root]);
  return paths;
}

/** Literals can be spelled like a type, such as the provider "Enabled". */
function namesIn(text: string): ReadonlySet<string> {
  const code = text.replaceAll(literals, "");
  return new Set([...code.matchAll(/\b[A-Za-z_]\w*(?:\$(?:in|out)boundSchema)?/g)].map(([name]) => name));
}

const literals = /z\.literal\(("[^"]*")\)|Literal\[([^\]]*)\]/g;

/** The literals of a type: `z.literal("a")` in TypeScript, `Literal["a", "b"]` in Python. */
function literalsIn(text: string): string[] {
  const lists = [...text.matchAll(literals)];
  return lists.flatMap(([, one, several]) =>
    [...(one ?? several ?? "").matchAll(/"([^"]*)"/g)].map(([, value = ""]) => value),
  );
}

function add(paths: Map<string, Set<string>>, path: string, value?: string): void {
  const values = paths.get(path) ?? new Set();
  if (value !== undefined && value !== "UNKNOWN") values.add(value);
  paths.set(path, values);
}

/**
 * The properties of a part of the contract: a schema by its name, or `query of` an operation. `undefined` if the contract
 * has no such part.
 */
export function pathsOfContract(document: JsonObject, part: string): Paths | undefined {
  const { schemas } = document.components as { schemas: Record<string, JsonObject> };
  const schema = part.startsWith("query of ") ? queryOf(document, part.slice(9)) : schemas[part];
  if (!schema) return undefined;
  const paths = new Map<string, Set<string>>();
  const visit = (node: unknown, path: string, stack: readonly string[]): void => {
    if (typeof node !== "object" || node === null) return;
    const at = node as JsonObject;
    if (typeof at.$ref === "string") {
      const name = at.$ref.slice(at.$ref.lastIndexOf("/") + 1);
      if (!stack.includes(name)) visit(schemas[name], path, [...stack, name]);
      return;
    }
    if (at.additionalProperties !== undefined && at.properties === undefined) add(paths, `${path}.*`);
    for (const value of [at.const, ...toList(at.enum), ...toList(at["x-extensible-enum"])])
      if (typeof value === "string") add(paths, path, value);
    for (const member of [...toList(at.oneOf), ...toList(at.anyOf), at.items, at.additionalProperties])
      visit(member, path, stack);
    if (path.split(".").length > deepest) return;
    for (const [name, property] of Object.entries((at.properties ?? {}) as JsonObject)) {
      const below = path === "" ? name : `${path}.${name}`;
      add(paths, below);
      visit(property, below, stack);
    }
  };
  visit(schema, "", [part]);
  return paths;
}

/** The query parameters of an operation as an object; `undefined` if the contract lacks the operation. */
function queryOf(document: JsonObject, id: string): JsonObject | undefined {
  const { parameters = {} } = document.components as { parameters?: Record<string, JsonObject> };
  const operations = Object.values(document.paths as Record<string, JsonObject>).flatMap(
    (item) => Object.values(item) as JsonObject[],
  );
  const operation = operations.find(({ operationId }) => operationId === id);
  if (!operation) return undefined;
  const all = toList(operation.parameters).map((parameter) => {
    const { $ref } = parameter as { $ref?: string };
    return $ref === undefined ? (parameter as JsonObject) : (parameters[$ref.slice($ref.lastIndexOf("/") + 1)] ?? {});
  });
  const query = all.filter((parameter) => parameter.in === "query");
  return { properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])) };
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
