import { resolve } from "node:path";
import { expect, test } from "vitest";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { ApiModel, Type } from "./model.ts";
import { readModel } from "./read.ts";
import { normalize, toJsonSchema } from "./testing/json-schema.ts";
import { emitMethods, emitSchema } from "./testing/python.ts";

const model = await readModel(resolve(import.meta.dirname, "../../../../openapi"));

/** The model without its OpenAPI documents and JSON Schemas, as another process would receive it. */
const facts = JSON.parse(
  JSON.stringify(model, (key, value: unknown) => (key === "documents" || key === "jsonSchema" ? undefined : value)),
) as Omit<ApiModel, "documents">;

const { paths, components, security } = model.documents.bundled as unknown as {
  paths: Record<string, Record<string, JsonObject>>;
  security: JsonObject[];
  components: { schemas: Record<string, JsonObject>; parameters: Record<string, JsonObject> };
};

/** Every operation node of the OpenAPI document, found without the code of the generator. */
const nodes = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, node]) => ({ path, method: method.toUpperCase(), node })),
);

/** Every object inside a value. */
function* objectsIn(value: unknown): Generator<JsonObject> {
  if (isObject(value)) yield value;
  if (typeof value === "object" && value !== null) for (const member of Object.values(value)) yield* objectsIn(member);
}

/** Every type inside a value of the model. */
const typesIn = (value: unknown): Type[] =>
  [...objectsIn(value)].filter((node) => typeof node.nullable === "boolean") as unknown as Type[];

const nameOf = (ref: Json | undefined): string => String(ref).split("/").at(-1)!;

test("the model is plain data", () => {
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});

test("the model has every operation of the contract, with its method and path", () => {
  const expected = nodes.map(({ path, method, node }) => [node.operationId, method, path]);
  expect(facts.operations.map(({ id, method, path }) => [id, method, path])).toEqual(expected);
  expect(expected.length).toBeGreaterThan(20);
});

test.each(nodes)("the model has every fact of $method $path", ({ path, method, node }) => {
  const operation = facts.operations.find((candidate) => candidate.path === path && candidate.method === method)!;
  const parameters = (node.parameters as JsonObject[]).map((parameter) =>
    parameter.$ref ? components.parameters[nameOf(parameter.$ref)]! : parameter,
  );
  for (const place of ["path", "query", "header"] as const) {
    const expected = parameters.filter((parameter) => parameter.in === place);
    expect(operation.parameters[place].map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
    expect(operation.parameters[place].map(({ option }) => option)).toEqual(
      expected.map((parameter) => parameter["x-option"]),
    );
    expect(operation.parameters[place].map(({ required }) => required)).toEqual(
      expected.map(({ required }) => required === true),
    );
  }
  const responses = node.responses as Record<string, JsonObject>;
  const status = Object.keys(responses).find((code) => code.startsWith("2"));
  const content = responses[status!]!.content as Record<string, { schema: JsonObject; "x-sse-done"?: string }>;
  expect(operation.success).toMatchObject({
    status: Number(status),
    schema: nameOf(content["application/json"]!.schema.$ref),
  });
  const event = content["text/event-stream"];
  expect(operation.stream).toEqual(
    event && {
      ...(node["x-stream"] as JsonObject),
      ...(event["x-sse-done"] && { done: event["x-sse-done"] }),
      event: nameOf(event.schema.$ref),
    },
  );
  expect(operation.pagination === undefined).toBe(node["x-pagination"] === undefined);
  expect(operation.pagination ?? {}).toMatchObject((node["x-pagination"] ?? {}) as JsonObject);
  if (operation.pagination) expect(operation.pagination.itemType.kind).toBe("reference");
  expect(operation.success.headers.map(({ name }) => name)).toEqual(Object.keys(responses[status!]!.headers ?? {}));
  const schemes = new Set(((node.security ?? security) as JsonObject[]).map((scheme) => Object.keys(scheme)[0]));
  const auth = schemes.has(undefined) ? "optional" : schemes.has("managementKey") ? "management" : "inference";
  expect(operation.auth).toBe(auth);
  expect(operation.body === undefined).toBe(node.requestBody === undefined);
  expect(operation.idempotent).toBe((node["x-retry"] as JsonObject).idempotent);
  expect(operation.pollable).toBe(node["x-poll"] === true);
  expect(operation.deprecated).toBe(node.deprecated === true);
  expect(operation.summary).toBe(node.summary);
  expect(operation.description).toBe(String(node.description).trim());
  expect(operation.errors.map((error) => String(error.status))).toEqual(
    Object.keys(responses).filter((code) => Number(code) >= 400),
  );
  for (const error of operation.errors) expect(error.code).toMatch(/^[a-z_]+$/);
});

test("the model has every schema of the contract, with its topic, description and direction", () => {
  expect(facts.schemas.map(({ name }) => name)).toEqual(Object.keys(components.schemas));
  for (const schema of facts.schemas) {
    expect(schema.topic, schema.name).toMatch(/^[a-z-]+$/);
    expect(schema.description, schema.name).not.toBe("");
    expect(schema.inRequests || schema.inResponses, schema.name).toBe(true);
    const isShared = components.schemas[schema.name]!["x-direction"] === "both";
    expect(schema.inRequests && schema.inResponses, schema.name).toBe(isShared);
  }
});

test("the model has every property of the schemas, with its description", () => {
  for (const { name, type } of facts.schemas) {
    const { properties = {}, required = [] } = components.schemas[name]! as {
      properties?: Record<string, JsonObject>;
      required?: string[];
    };
    const expected = Object.entries(properties).map(([key, { description }]) => [key, description?.toString().trim()]);
    const found = type.kind === "object" ? type.properties : [];
    expect(found.map((property) => [property.name, property.description || undefined])).toEqual(expected);
    expect(
      found
        .filter((property) => property.required)
        .map((property) => property.name)
        .toSorted(),
    ).toEqual(required.toSorted());
  }
});

test("the model has every enum value, discriminator value, deprecation and meaning of null of the schemas", () => {
  // The tags that an open member of a union excludes are those of the other members.
  const excluded = new Set([...objectsIn(components.schemas)].map((node) => node.not));
  const nodesIn = [...objectsIn(components.schemas)].filter((node) => !excluded.has(node));
  const types = typesIn(facts.schemas);
  const values = types.flatMap((type) => (type.kind === "enum" ? type.values : []));
  expect(values.length).toBe(
    nodesIn
      .flatMap((node) => [node.enum, node["x-extensible-enum"]])
      .flatMap((list) => (Array.isArray(list) ? list.filter((value) => value !== null) : [])).length,
  );
  expect(values.filter(({ description }) => description === "")).toEqual([]);

  const members = types.flatMap((type) => (type.kind === "discriminated_union" ? type.members : []));
  expect(members.flatMap((member) => member.values).length).toBe(
    nodesIn.flatMap((node) => (isObject(node.mapping) ? Object.keys(node.mapping) : [])).length,
  );

  const properties = types.flatMap((type) => (type.kind === "object" ? type.properties : []));
  expect(properties.filter(({ nullRemoves }) => nullRemoves).length).toBe(
    nodesIn.filter((node) => node["x-null"] === "removes").length,
  );
  expect([...facts.schemas, ...properties].filter(({ deprecated }) => deprecated).length).toBe(
    nodesIn.filter((node) => node.deprecated === true).length,
  );
});

test("a schema that can be sent back names a schema of requests that has each of its properties", () => {
  const byName = new Map(facts.schemas.map((schema) => [schema.name, schema]));
  const sentBack = facts.schemas.filter(({ sentBackAs }) => sentBackAs !== undefined);
  expect(sentBack.map(({ name, sentBackAs }) => [name, sentBackAs])).toEqual(
    Object.entries(components.schemas).flatMap(([name, schema]) =>
      schema["x-sent-back-as"] === undefined ? [] : [[name, schema["x-sent-back-as"]]],
    ),
  );
  expect(sentBack.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["ChatCompletionMessage", "ContentBlock", "ResponseOutputItem"]),
  );
  for (const { name, type, sentBackAs, inRequests } of sentBack) {
    const accepted = byName.get(sentBackAs!)!;
    expect([name, inRequests, accepted.inRequests]).toEqual([name, false, true]);
    if (type.kind !== "object" || accepted.type.kind !== "object") continue;
    const known = accepted.type.properties.map((property) => property.name);
    expect(known).toEqual(expect.arrayContaining(type.properties.map((property) => property.name)));
  }
});

test("the model has every unit, secret and name in a language of the schemas and parameters", () => {
  const properties = typesIn(facts.schemas).flatMap((type) => (type.kind === "object" ? type.properties : []));
  const count = (key: string): number => [...objectsIn(components.schemas)].filter((node) => key in node).length;
  expect(properties.filter(({ unit }) => unit !== undefined).length).toBe(count("x-unit"));
  expect(properties.filter(({ secret }) => secret).length).toBe(count("x-secret"));
  expect(properties.filter(({ names }) => Object.keys(names).length > 0).length).toBe(count("x-name"));
  for (const key of ["x-unit", "x-secret", "x-name"]) expect(count(key)).toBeGreaterThan(0);

  const find = (schema: string, property: string): (typeof properties)[number] | undefined => {
    const type = facts.schemas.find(({ name }) => name === schema)?.type;
    return type?.kind === "object" ? type.properties.find(({ name }) => name === property) : undefined;
  };
  expect(find("Usage", "cost")).toMatchObject({ unit: "usd", secret: false, names: {} });
  expect(find("Pricing", "prompt")).toMatchObject({ unit: "usd_per_token" });
  expect(find("MaxPrice", "prompt")).toMatchObject({ unit: "usd_per_million_tokens" });
  expect(find("ChatCompletion", "created")).toMatchObject({ unit: "unix_s" });
  expect(find("CreatedApiKey", "key")).toMatchObject({ secret: true });
  expect(find("RequestIssue", "in")).toMatchObject({ names: { python: "in_" } });
  const price = facts.operations
    .find(({ id }) => id === "models.list")!
    .parameters.query.find(({ name }) => name === "max_price");
  expect(price).toMatchObject({ unit: "usd_per_million_tokens", names: {} });
});

test("every union and every enum has a name of its own", () => {
  const named = new Map(facts.schemas.map(({ name, type }) => [type, name]));
  const unions = typesIn(facts).filter((type) => type.kind === "union");
  expect(unions.filter((type) => !named.has(type))).toEqual([]);
  const enums = typesIn(facts).filter((type) => type.kind === "enum");
  const titles = enums.flatMap((type) => (named.has(type) ? [] : [type.title]));
  // A shared parameter is in several operations, with the same enum.
  const shared = new Set(facts.operations.flatMap(({ parameters }) => typesIn(parameters)));
  const inline = enums.filter((type) => !named.has(type) && !shared.has(type)).map(({ title }) => title);
  expect(titles).not.toContain(undefined);
  expect(new Set([...inline, ...named.values()]).size).toBe(inline.length + named.size);
});

test("a property is marked as a discriminator if and only if a union selects its members by it", () => {
  const selected = typesIn(facts.schemas).flatMap((type) =>
    type.kind === "discriminated_union" ? type.members.map(({ schema }) => `${schema}/${type.discriminator}`) : [],
  );
  const marked = facts.schemas.flatMap(({ name, type }) =>
    type.kind === "object"
      ? type.properties.filter(({ discriminator }) => discriminator).map((property) => `${name}/${property.name}`)
      : [],
  );
  expect(marked.toSorted()).toEqual([...new Set(selected)].toSorted());
});

test("every reference of the model leads to a schema of the model, and every schema is used", () => {
  const names = new Set(facts.schemas.map(({ name }) => name));
  const used = new Set([
    ...typesIn(facts).flatMap((type) => (type.kind === "reference" ? [type.name] : [])),
    ...typesIn(facts).flatMap((type) =>
      type.kind === "discriminated_union"
        ? [...type.members.map(({ schema }) => schema), ...(type.open === undefined ? [] : [type.open])]
        : [],
    ),
    ...facts.operations.flatMap(({ success, stream }) => (stream ? [success.schema, stream.event] : [success.schema])),
    ...facts.operations.flatMap(({ errors }) => errors.map(({ schema }) => schema)),
  ]);
  expect([...used].toSorted()).toEqual([...names].toSorted());
});

test.each(model.schemas)("the type of $name has every fact of its JSON Schema", ({ name, type }) => {
  expect(toJsonSchema(type)).toEqual(normalize(components.schemas[name]!));
});

test("the types of parameters and bodies have every fact of their JSON Schemas", () => {
  for (const { parameters, body } of model.operations) {
    for (const { type, jsonSchema } of [...parameters.path, ...parameters.query, ...parameters.header])
      expect(toJsonSchema(type)).toEqual(normalize(jsonSchema));
    if (body) expect(toJsonSchema(body.type)).toEqual(normalize(body.jsonSchema));
  }
});

test("an emitter of another language prints a method for every operation and stream", () => {
  const methods = facts.operations.flatMap(emitMethods);
  expect(methods.length).toBe(facts.operations.length + facts.operations.filter(({ stream }) => stream).length);
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
    'def chat_completions_stream(self, body: ChatCompletionRequest) -> Stream[ChatCompletionChunk]: return self._send("POST", "/chat/completions", key="inference", idempotent=False, add_up="chat", done="[DONE]")',
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
    'def keys_list(self, include_disabled: bool | None = None, include_expired: bool | None = None, workspace_id: str | None = None, offset: int | None = None) -> Page[ApiKey]: return self._send("GET", "/keys", key="management", idempotent=True, page=("offset", "data"))',
  ],
])("an emitter of another language prints a method with %s", (_, method) => {
  expect(facts.operations.flatMap(emitMethods)).toContain(method);
});

test("an error status has one code, and the operations of a resource have their own body for it", () => {
  const schemaOf = (id: string): string | undefined =>
    facts.operations.find((operation) => operation.id === id)?.errors.find(({ status }) => status === 400)?.schema;
  expect(schemaOf("chat.completions.create")).toBe("ErrorBody");
  expect(schemaOf("messages.create")).toBe("MessagesErrorBody");
  expect(facts.errors.filter(({ status }) => status === 400)).toMatchObject([{ code: "bad_request" }]);
  for (const { id, errors } of facts.operations)
    for (const { status, code } of errors)
      expect([id, status, code]).toEqual([id, status, facts.errors.find((error) => error.status === status)?.code]);
});

test("the model has the options of an SDK that are sent as headers", () => {
  const headers = facts.operations.flatMap(({ parameters }) => parameters.header);
  const options = new Map(headers.flatMap(({ name, option }) => (option ? [[option.name, name]] : [])));
  expect(Object.fromEntries(options)).toEqual({
    "app.url": "HTTP-Referer",
    "app.title": "X-OpenRouter-Title",
    "app.categories": "X-OpenRouter-Categories",
  });
});

test("the model has every policy of the contract", () => {
  const root = model.documents.bundled;
  const { retryPolicy, clientPolicy, errorPolicy, fallbackPolicy, mergePolicy } = facts;
  expect(retryPolicy).toEqual(root["x-retry"]);
  expect(clientPolicy).toEqual({ ...(root["x-client"] as JsonObject), baseURL: "https://openrouter.ai/api/v1" });

  const { types, ...errors } = root["x-errors"] as JsonObject;
  expect(errorPolicy).toMatchObject(errors);
  expect(Object.fromEntries(errorPolicy.types.map(({ type, status }) => [type, status]))).toEqual(types);
  expect(errorPolicy.types.filter(({ description }) => description === "")).toEqual([]);

  expect(mergePolicy).toEqual(root["x-merge"]);
  for (const { stream } of facts.operations) if (stream) expect(Object.keys(mergePolicy)).toContain(stream.accumulator);

  const { kinds, ...fallback } = root["x-fallback"] as JsonObject;
  expect(fallbackPolicy).toMatchObject(fallback);
  for (const { kind, ...info } of fallbackPolicy.kinds)
    expect(info).toMatchObject((kinds as Record<string, JsonObject>)[kind]!);
  expect(fallbackPolicy.kinds.map(({ kind }) => kind)).toEqual(Object.keys(kinds!));
});

test.each([
  [400, false],
  [408, true],
  [413, false],
  [429, true],
  [500, true],
  [529, true],
])("the model says for the status %i whether it is retryable: %s", (status, retryable) => {
  expect(facts.errors.find((error) => error.status === status)).toMatchObject({ retryable });
  const types = facts.errorPolicy.types.filter((type) => type.status === status);
  expect(types.filter((type) => type.retryable !== retryable)).toEqual([]);
});

test("an emitter of another language prints a type for every schema", () => {
  const types = facts.schemas.map(emitSchema);
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
    embedding: EmbeddingVector`,
      `EmbeddingVector = list[float] | str`,
    ]),
  );
});
