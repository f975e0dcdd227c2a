import type { ApiModel, Operation } from "../model/model.ts";

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

/** Members of a pydantic model that a field must not hide. */
const modelMembers = new Set(
  "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json validate".split(" "),
);

/** `countTokens` → `count_tokens`. */
export function toSnakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/\W+/g, "_")
    .toLowerCase();
}

/** `chat-request` → `chat_request`. */
export function toModuleName(topic: string): string {
  return topic.replaceAll("-", "_");
}

/** `completions` → `Completions`. */
export function toClassName(resource: string): string {
  return resource.charAt(0).toUpperCase() + resource.slice(1);
}

/** The class with the raw methods of a resource. */
export function toRawName(path: readonly string[], isAsync: boolean): string {
  return `${isAsync ? "Async" : ""}Raw${path.map(toClassName).join("")}`;
}

/** `chat.completions.create` → `CHAT_COMPLETIONS_CREATE`. */
export function toConstantName(id: string): string {
  return toSnakeCase(id.replaceAll(".", "_")).toUpperCase();
}

/** A name in the model, and its names where languages reserve it. */
interface WireName {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
}

/** A name of the wire as the name of an argument. */
export function toArgumentName({ name, names }: WireName): string {
  return names.python ?? toSafeName(name);
}

/** A name in snake case that is not a keyword. */
export function toSafeName(name: string): string {
  const snake = toSnakeCase(name);
  return keywords.has(snake) ? `${snake}_` : snake;
}

/** A name of the wire as the name of a field of a model. Names of the wire stay, unless Python or pydantic reserves them. */
export function toFieldName({ name, names }: WireName): string {
  if (names.python !== undefined) return names.python;
  return keywords.has(name) || modelMembers.has(name) ? `${name}_` : name;
}

/** Whether a name can be a key of a `TypedDict` in the class syntax. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !keywords.has(name);
}

/** Schema → the name of its type in requests: `ChatCompletionRequest` → `ChatCompletionParams`, `ToolCall` → `ToolCallParam`. */
export function nameParams({ operations, schemas }: ApiModel): ReadonlyMap<string, string> {
  const bodies = new Set(operations.map(bodySchemaOf));
  const names = schemas
    .filter(({ inRequests }) => inRequests)
    .map(({ name, type, inResponses }): [string, string] => {
      if (type.kind === "enum") return [name, name];
      if (bodies.has(name)) return [name, name.replace(/(Request)?$/, "Params")];
      return [name, /Params?$/.test(name) && !inResponses ? name : `${name}Param`];
    });
  const owners = new Map<string, string>(
    schemas.filter(({ inResponses }) => inResponses).map(({ name }) => [name, name]),
  );
  for (const [schema, name] of names) {
    const owner = owners.get(name);
    if (owner !== undefined && owner !== schema)
      throw new Error(
        `The schemas ${owner} and ${schema} have the same name in Python: ${name}. Rename one in openapi/.`,
      );
    owners.set(name, schema);
  }
  return new Map(names);
}

/** Name of the schema of an operation's body. */
export function bodySchemaOf({ id, body }: Operation): string | undefined {
  if (!body) return undefined;
  if (body.type.kind !== "reference") throw new Error(`The body of ${id} must be a named schema.`);
  return body.type.name;
}
