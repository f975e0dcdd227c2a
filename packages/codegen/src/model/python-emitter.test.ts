// A small emitter of Python, as proof that another language needs the model and nothing else.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { ApiModel, NamedSchema, Operation, Parameter, Type } from "./model.ts";
import { readModel } from "./read.ts";

/** The model as another process would receive it, without its OpenAPI documents and JSON Schemas. */
const model = JSON.parse(
  JSON.stringify(await readModel(resolve(import.meta.dirname, "../../../../openapi")), (key, value: unknown) =>
    key === "documents" || key === "jsonSchema" ? undefined : value,
  ),
) as Omit<ApiModel, "documents">;

const scalars = { string: "str", integer: "int", number: "float", boolean: "bool", any: "Any" } as const;

const toName = (wireName: string): string => wireName.toLowerCase().replaceAll(/\W/g, "_");
const toLiteral = (values: readonly unknown[]): string =>
  `Literal[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

function toType(type: Type): string {
  const base = toBaseType(type);
  return type.nullable && base !== "Any" ? `${base} | None` : base;
}

function toBaseType(type: Type): string {
  switch (type.kind) {
    case "reference":
      return type.name;
    case "list":
      return `list[${toType(type.items)}]`;
    case "map":
      return `dict[str, ${toType(type.values)}]`;
    case "union":
      return type.members.map(toType).join(" | ");
    case "discriminated_union":
      return `Annotated[${type.members.map(({ schema }) => schema).join(" | ")}, Discriminator("${type.discriminator}")]`;
    case "enum":
      return `${toLiteral(type.values.map(({ value }) => value))} | ${scalars[type.base]}`;
    case "const":
      return toLiteral([type.value]);
    case "object":
      return type.title ?? "dict[str, Any]";
    default:
      return scalars[type.kind];
  }
}

function emitSchema({ name, type }: NamedSchema): string {
  if (type.kind !== "object") return `${name} = ${toType(type)}`;
  const fields = type.properties.map(({ name: key, required, type: inner }) =>
    required ? `    ${key}: ${toType(inner)}` : `    ${key}: NotRequired[${toType(inner)}]`,
  );
  return [`class ${name}(TypedDict):`, ...(fields.length > 0 ? fields : ["    pass"])].join("\n");
}

const emitParameter = ({ name, type, required }: Parameter): string =>
  `${toName(name)}: ${toType(type)}${required ? "" : " | None = None"}`;

function emitMethods({
  id,
  resource,
  verb,
  parameters,
  body,
  success,
  stream,
  pagination,
  ...facts
}: Operation): string[] {
  const inputs = ["self", ...parameters.path.map(emitParameter)];
  if (body) inputs.push(`body: ${toType(body.type)}`);
  inputs.push(...parameters.query.map(emitParameter));
  const request = `"${facts.method}", "${facts.path}", key="${facts.auth}", idempotent=${facts.idempotent ? "True" : "False"}`;
  const emit = (name: string, result: string, ending = ""): string =>
    `def ${[...resource, name].map(toName).join("_")}(${inputs.join(", ")}) -> ${result}: return self._send(${request}${ending})`;
  const result = pagination ? `Page[${toType(pagination.itemType)}]` : success.schema;
  const paging = pagination ? `, page=("${pagination.offset}", "${pagination.items}")` : "";
  return [
    emit(verb, result, paging),
    ...(stream ? [emit(stream.verb, `Stream[${stream.event}]`, `, done="${stream.done}"`)] : []),
  ];
}

test("an emitter of another language prints a method for every operation and stream", () => {
  const methods = model.operations.flatMap(emitMethods);
  expect(methods.length).toBe(model.operations.length + model.operations.filter(({ stream }) => stream).length);
  expect(new Set(methods.map((method) => method.split("(")[0])).size).toBe(methods.length);
  for (const method of methods) expect(method).toMatch(/^def [a-z_]+\(self.*\) -> [\w[\]]+: return self\._send\(.*\)$/);
  expect(methods.join("\n")).not.toContain("undefined");
});

test.each([
  [
    "a body",
    'def chat_completions_create(self, body: ChatCompletionRequest) -> ChatCompletion: return self._send("POST", "/chat/completions", key="inference", idempotent=False)',
  ],
  [
    "a stream",
    'def chat_completions_stream(self, body: ChatCompletionRequest) -> Stream[ChatCompletionChunk]: return self._send("POST", "/chat/completions", key="inference", idempotent=False, done="[DONE]")',
  ],
  [
    "path parameters",
    'def models_get(self, author: str, slug: str) -> ModelDetail: return self._send("GET", "/model/{author}/{slug}", key="optional", idempotent=True)',
  ],
  [
    "a path parameter and a body",
    'def keys_update(self, hash: str, body: UpdateKeyRequest) -> ApiKeyDetail: return self._send("PATCH", "/keys/{hash}", key="management", idempotent=True)',
  ],
  [
    "pages",
    'def keys_list(self, include_disabled: bool | None = None, workspace_id: str | None = None, offset: int | None = None) -> Page[ApiKey]: return self._send("GET", "/keys", key="management", idempotent=True, page=("offset", "data"))',
  ],
])("an emitter of another language prints a method with %s", (_, method) => {
  expect(model.operations.flatMap(emitMethods)).toContain(method);
});

test("an emitter of another language prints a type for every schema", () => {
  const types = model.schemas.map(emitSchema);
  expect(types.join("\n")).not.toContain("undefined");
  expect(types).toEqual(
    expect.arrayContaining([
      `class ThroughputCutoffs(TypedDict):
    p50: NotRequired[float | None]
    p75: NotRequired[float | None]
    p90: NotRequired[float | None]
    p99: NotRequired[float | None]`,
      `ContentPart = Annotated[TextPart | ImagePart | AudioPart | VideoPart | LegacyVideoPart | FilePart | RefusalPart, Discriminator("type")]`,
      `class Embedding(TypedDict):
    object: Literal["embedding"]
    index: NotRequired[int]
    embedding: list[float] | str`,
    ]),
  );
});
