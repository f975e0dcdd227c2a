import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Problem } from "./problem.ts";
import type { JsonPath, SourceFile } from "./source.ts";

/** The parsed files of the contract, by kind. */
export interface Sources {
  readonly schemas: readonly SourceFile[];
  readonly paths: readonly SourceFile[];
  /** parameters.yaml, headers.yaml, responses.yaml */
  readonly parts: readonly SourceFile[];
}

/** Where a value stands, and how to complain about it. */
interface Place {
  readonly source: SourceFile;
  readonly path: JsonPath;
  readonly report: (rule: string, message: string, ...below: JsonPath) => void;
}

interface Named {
  readonly name: string;
  readonly schema: JsonObject;
  readonly place: Place;
}

const operationId = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;
const methods = ["get", "put", "post", "patch", "delete"];
const forbidden = ["allOf", "unevaluatedProperties", "patternProperties", "not", "if", "dependentSchemas"];

/** Checks the contract's own rules (openapi/README.md, "Rules"). */
export function checkRules({ schemas, paths, parts }: Sources): Problem[] {
  const problems: Problem[] = [];
  const place = (source: SourceFile, path: JsonPath): Place => ({
    source,
    path,
    report: (rule, message, ...below) =>
      problems.push({ file: source.file, line: source.lineOf([...path, ...below]), rule, message }),
  });

  const named = new Map<string, Named>();
  for (const source of schemas) {
    for (const [name, schema] of Object.entries(source.data)) {
      const at = place(source, [name]);
      const twin = named.get(name);
      if (twin) at.report("named-once", `${name} is also defined in ${twin.place.source.file}`);
      if (isObject(schema)) named.set(name, { name, schema, place: at });
    }
  }

  const operations = paths.flatMap((source) => operationsIn(source, place));
  for (const { name, schema, place: at } of named.values()) {
    if (!schema.description) at.report("described", `schema ${name} has no description`);
    if (isNullable(schema)) at.report("nullable-form", `${name} is nullable itself; say so where it is used`);
    checkSchema(schema, at, named, true);
  }
  for (const source of parts) checkPart(source, place, named);
  for (const { node, at } of operations) checkOperation(node, at, place, named);
  checkDirections(operations, parts, named);
  checkNames(operations, named);
  return problems;
}

interface OperationAt {
  readonly node: JsonObject;
  readonly at: Place;
}

function operationsIn(source: SourceFile, place: (source: SourceFile, path: JsonPath) => Place): OperationAt[] {
  return Object.entries(source.data).flatMap(([key, item]) =>
    methods.flatMap((method) => {
      const node = isObject(item) ? item[method] : undefined;
      return isObject(node) ? [{ node, at: place(source, [key, method]) }] : [];
    }),
  );
}

function checkPart(
  source: SourceFile,
  place: (source: SourceFile, path: JsonPath) => Place,
  named: Map<string, Named>,
): void {
  for (const [name, part] of Object.entries(source.data)) {
    const at = place(source, [name]);
    if (!isObject(part)) continue;
    if (!part.description) at.report("described", `${name} has no description`);
    if (source.file === "responses.yaml" && typeof part["x-error-code"] !== "string")
      at.report("described", `${name} has no x-error-code`);
    if (isObject(part.schema)) checkSchema(part.schema, place(source, [name, "schema"]), named, false);
  }
}

function checkOperation(
  node: JsonObject,
  at: Place,
  place: (source: SourceFile, path: JsonPath) => Place,
  named: Map<string, Named>,
): void {
  if (!operationId.test(String(node.operationId)))
    at.report("operation-id", `${String(node.operationId)} is not lower camel case with dots`, "operationId");
  if (!node.description || !node.summary) at.report("described", "the operation needs a summary and a description");
  const retry = node["x-retry"];
  if (!isObject(retry) || typeof retry.idempotent !== "boolean")
    at.report("described", "x-retry.idempotent is missing");

  for (const [index, parameter] of asList(node.parameters).entries()) {
    if (!isObject(parameter) || parameter.$ref) continue;
    if (!parameter.description)
      at.report("described", `parameter ${String(parameter.name)} has no description`, "parameters", index);
    if (isObject(parameter.schema))
      checkSchema(parameter.schema, place(at.source, [...at.path, "parameters", index, "schema"]), named, false);
  }
  for (const { schema, path } of bodySchemas(node))
    checkSchema(schema, place(at.source, [...at.path, ...path]), named, false);

  const streams = bodySchemas(node).some(({ path }) => path.includes("text/event-stream"));
  if (streams !== (node["x-stream"] !== undefined))
    at.report("sse-payload", "x-stream and a text/event-stream answer belong together");
  for (const [status, answer] of Object.entries((node.responses ?? {}) as JsonObject)) {
    const content = isObject(answer) && isObject(answer.content) ? answer.content : {};
    const sse = content["text/event-stream"];
    if (!isObject(sse)) continue;
    if (typeof sse["x-sse-done"] !== "string") at.report("sse-payload", "x-sse-done is missing", "responses", status);
    if (isObject(sse.schema) && isObject(sse.schema.properties))
      at.report("sse-payload", "the schema is a named schema of one data: payload", "responses", status);
  }
}

function bodySchemas(node: JsonObject): { schema: JsonObject; path: JsonPath }[] {
  const places: [Json | undefined, JsonPath][] = [
    [isObject(node.requestBody) ? node.requestBody.content : undefined, ["requestBody", "content"]],
  ];
  for (const [status, answer] of Object.entries((node.responses ?? {}) as JsonObject)) {
    places.push([isObject(answer) ? answer.content : undefined, ["responses", status, "content"]]);
  }
  return places.flatMap(([content, path]) =>
    Object.entries(isObject(content) ? content : {}).flatMap(([type, media]) =>
      isObject(media) && isObject(media.schema) ? [{ schema: media.schema, path: [...path, type, "schema"] }] : [],
    ),
  );
}

function checkSchema(schema: JsonObject, at: Place, named: Map<string, Named>, isNamed: boolean): void {
  if (schema.$ref !== undefined) return;
  for (const word of forbidden) {
    if (schema[word] !== undefined)
      at.report(word === "allOf" ? "no-all-of" : "open-object", `${word} is not used in this contract`, word);
  }
  checkForm(schema, at, isNamed);
  checkEnum(schema, at);
  for (const name of asList(schema["x-essential"]))
    if (!(String(name) in ((schema.properties ?? {}) as JsonObject)))
      at.report("essential", `${String(name)} is not a property of the schema`, "x-essential");
  if (schema.oneOf !== undefined) checkOneOf(schema, at, named);
  if (schema.anyOf !== undefined) checkAnyOf(schema, at, named);

  const below = (child: Json | undefined, ...path: JsonPath): void => {
    if (isObject(child))
      checkSchema(
        child,
        {
          ...at,
          path: [...at.path, ...path],
          report: (rule, message, ...more) => at.report(rule, message, ...path, ...more),
        },
        named,
        false,
      );
  };
  for (const [name, property] of Object.entries((schema.properties ?? {}) as JsonObject)) {
    if (isObject(property) && !property.description && !property.$ref)
      at.report("described", `property ${name} has no description`, "properties", name);
    below(property, "properties", name);
  }
  below(schema.items, "items");
  below(schema.additionalProperties, "additionalProperties");
  for (const word of ["anyOf", "oneOf"]) asList(schema[word]).forEach((member, index) => below(member, word, index));
}

function checkForm(schema: JsonObject, at: Place, isNamed: boolean): void {
  const { type } = schema;
  if (Array.isArray(type) && !(type.length === 2 && type[1] === "null"))
    at.report("nullable-form", `type ${JSON.stringify(type)}: only [X, "null"] is a list`, "type");
  if (schema.additionalProperties === false)
    at.report("open-object", "additionalProperties: false closes the object", "additionalProperties");
  if (["int32", "int64", "float", "double"].includes(String(schema.format)))
    at.report("number-form", `format ${String(schema.format)}`, "format");
  if (schema.properties !== undefined && !isNamed && !schema.title)
    at.report("inline-object", "an inline object needs a title; better a named schema", "properties");
  if (schema.const !== undefined && schema.type === undefined) at.report("const-form", "const needs its type", "const");
}

function checkEnum(schema: JsonObject, at: Place): void {
  const values = schema.enum ?? schema["x-extensible-enum"];
  if (values === undefined) return;
  if (schema.enum !== undefined && schema["x-extensible-enum"] !== undefined)
    at.report("enum-form", "enum and x-extensible-enum exclude each other");
  if (schema.type === undefined) at.report("enum-form", "an enum needs its type");
  const list = asList(values);
  if (schema.enum !== undefined && list.length === 1)
    at.report("const-form", "an enum of one value is a const", "enum");
  const told = isObject(schema["x-enumDescriptions"]) ? schema["x-enumDescriptions"] : {};
  const missing = list.filter((value) => value !== null && !told[String(value)]);
  const extra = Object.keys(told).filter((key) => !list.some((value) => String(value) === key));
  if (missing.length > 0) at.report("described", `enum values without a description: ${missing.join(", ")}`);
  if (extra.length > 0) at.report("described", `x-enumDescriptions describes what is no value: ${extra.join(", ")}`);
}

function checkOneOf(schema: JsonObject, at: Place, named: Map<string, Named>): void {
  const { discriminator } = schema;
  if (!isObject(discriminator) || !isObject(discriminator.mapping) || typeof discriminator.propertyName !== "string") {
    return at.report("union-form", "oneOf needs a discriminator with a mapping", "oneOf");
  }
  const tag = discriminator.propertyName;
  const members = asList(schema.oneOf).map((member) => refName(member));
  if (members.includes(undefined)) return at.report("union-form", "every member of oneOf is a $ref", "oneOf");
  const mapped = new Map(Object.entries(discriminator.mapping).map(([value, ref]) => [value, nameOf(String(ref))]));
  for (const member of members) {
    const target = named.get(member!)?.schema;
    const property = isObject(target?.properties) ? target.properties[tag] : undefined;
    const values = isObject(property) ? (property.const !== undefined ? [property.const] : asList(property.enum)) : [];
    if (values.length === 0 || !asList(target?.required).includes(tag))
      at.report("union-form", `${member} does not require ${tag} as const or enum`, "oneOf");
    for (const value of values) {
      if (mapped.get(String(value)) !== member)
        at.report("union-form", `the mapping lacks ${String(value)} → ${member}`, "discriminator");
      mapped.delete(String(value));
    }
  }
  if (mapped.size > 0)
    at.report("union-form", `the mapping names what no member has: ${[...mapped.keys()].join(", ")}`, "discriminator");
}

function checkAnyOf(schema: JsonObject, at: Place, named: Map<string, Named>): void {
  const types = asList(schema.anyOf).flatMap((member) => typesOf(member, named));
  const twice = types.filter((type, index) => types.indexOf(type) !== index);
  if (twice.length > 0)
    at.report("union-form", `members of anyOf share the JSON type ${[...new Set(twice)].join(", ")}`, "anyOf");
}

function typesOf(schema: Json | undefined, named: Map<string, Named>): string[] {
  if (!isObject(schema)) return [];
  const name = refName(schema);
  if (name) return typesOf(named.get(name)?.schema, named);
  if (schema.oneOf !== undefined) return ["object"];
  if (schema.anyOf !== undefined) return asList(schema.anyOf).flatMap((member) => typesOf(member, named));
  return asList(schema.type).map((type) => (type === "integer" ? "number" : String(type)));
}

/** Requests and answers have schemas of their own; what travels both ways says so. Answers do not close their enums. */
function checkDirections(
  operations: readonly OperationAt[],
  parts: readonly SourceFile[],
  named: Map<string, Named>,
): void {
  const sent = new Set<string>();
  const answered = new Set<string>();
  for (const { node } of operations) {
    for (const { schema, path } of bodySchemas(node)) reach(schema, path[0] === "requestBody" ? sent : answered, named);
    for (const parameter of asList(node.parameters)) reach(parameter, sent, named);
  }
  for (const { file, data } of parts) if (file === "responses.yaml") reach(data, answered, named);
  for (const [name, { schema, place }] of named) {
    const both = sent.has(name) && answered.has(name);
    if (both && schema["x-direction"] !== "both") place.report("apart", `${name} is used in requests and in answers`);
    if (!both && schema["x-direction"] !== undefined)
      place.report("apart", `${name} says x-direction: both and travels one way`);
    if (!sent.has(name) && !answered.has(name)) place.report("apart", `${name} is used nowhere`);
    if (answered.has(name)) checkAnswerEnums(schema, place, []);
  }
}

function checkAnswerEnums(schema: Json | undefined, place: Place, path: JsonPath): void {
  if (Array.isArray(schema)) return schema.forEach((item, index) => checkAnswerEnums(item, place, [...path, index]));
  if (!isObject(schema)) return;
  if (Array.isArray(schema.enum)) place.report("enum-form", "an answer uses x-extensible-enum, not enum", ...path);
  for (const [key, value] of Object.entries(schema)) checkAnswerEnums(value, place, [...path, key]);
}

function reach(value: Json | undefined, into: Set<string>, named: Map<string, Named>): void {
  if (Array.isArray(value)) return value.forEach((item) => reach(item, into, named));
  if (!isObject(value)) return;
  const name = refName(value);
  if (name && named.has(name) && !into.has(name)) {
    into.add(name);
    reach(named.get(name)!.schema, into, named);
  }
  for (const item of Object.values(value)) reach(item, into, named);
}

function checkNames(operations: readonly OperationAt[], named: Map<string, Named>): void {
  for (const { node } of operations) {
    const base = String(node.operationId)
      .split(".")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("");
    for (const ending of ["Response", "Responses", "Data", "Error", "Errors"]) {
      named
        .get(base + ending)
        ?.place.report("free-names", `${base + ending} is a name that generators give to the operation's own types`);
    }
  }
}

function isNullable(schema: JsonObject): boolean {
  return (
    asList(schema.type).includes("null") ||
    asList(schema.anyOf).some((member) => isObject(member) && member.type === "null")
  );
}

function refName(value: Json | undefined): string | undefined {
  return isObject(value) && typeof value.$ref === "string" ? nameOf(value.$ref) : undefined;
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
