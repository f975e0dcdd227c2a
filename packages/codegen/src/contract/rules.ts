import { isObject, type Json, type JsonObject } from "../json.ts";
import { checkTypeNames } from "./name-rules.ts";
import { openUnions } from "./open-unions.ts";
import { checkOption, checkPolicies } from "./policies.ts";
import type { Problem } from "./problem.ts";
import { checkName, checkUnit } from "./annotation-rules.ts";
import { inside, refName, toList, type Place, type SchemaAt, type SchemasByName } from "./rule-context.ts";
import { checkSchema } from "./schema-rules.ts";
import type { JsonPath, SourceFile } from "./source.ts";
import { checkSentBack } from "./sent-back-rules.ts";
import { checkStream } from "./stream-rules.ts";

/** The parsed files of the contract, by kind. */
export interface Sources {
  readonly schemas: readonly SourceFile[];
  readonly paths: readonly SourceFile[];
  /** parameters.yaml, headers.yaml, and the files of responses */
  readonly parts: readonly SourceFile[];
  readonly policies: readonly SourceFile[];
}

const operationId = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;
const methods = ["get", "put", "post", "patch", "delete"];

/** Checks the contract's own rules (openapi/README.md, "Rules"). */
export function checkRules({ schemas, paths, parts, policies }: Sources): Problem[] {
  const problems: Problem[] = [];
  const place = (source: SourceFile, path: JsonPath): Place => ({
    source,
    path,
    report: (rule, message, ...below) =>
      problems.push({ file: source.file, line: source.lineOf([...path, ...below]), rule, message }),
  });

  const schemasByName = new Map<string, SchemaAt>();
  for (const source of schemas) {
    for (const [name, schema] of Object.entries(source.data)) {
      const at = place(source, [name]);
      const other = schemasByName.get(name);
      if (other) at.report("named-once", `${name} is also defined in ${other.place.source.file}`);
      if (isObject(schema)) schemasByName.set(name, { name, schema, place: at });
    }
  }

  const merge = policies.find(({ file }) => file.endsWith("merge.yaml"))?.data ?? {};
  const operations = paths.flatMap((source) => operationsIn(source, place));
  for (const { name, schema, place: at } of schemasByName.values()) {
    if (!schema.description) at.report("described", `schema ${name} needs a description`);
    if (isNullable(schema))
      at.report("nullable-form", `named schema ${name} must not be nullable; make it nullable where it is used`);
    checkSchema(schema, at, schemasByName, true);
  }
  for (const source of parts) checkPart(source, place, schemasByName);
  for (const { node, at } of operations) checkOperation(node, at, place, schemasByName, merge);
  checkDirections(operations, parts, schemasByName);
  checkOpenMembers(schemasByName);
  checkErrorCodes(operations, parts);
  checkNames(operations, schemasByName);
  const roots = [...schemas, ...paths, ...parts].flatMap((source) =>
    Object.keys(source.data).map((key) => place(source, [key])),
  );
  checkTypeNames(roots, schemasByName);
  return [...problems, ...checkPolicies(policies, schemasByName)];
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
  schemas: SchemasByName,
): void {
  for (const [name, part] of Object.entries(source.data)) {
    const at = place(source, [name]);
    if (!isObject(part)) continue;
    if (!part.description) at.report("described", `${name} needs a description`);
    if (isResponses(source) && typeof part["x-error-code"] !== "string")
      at.report("described", `${name} needs an \`x-error-code\``);
    checkOption(part, at);
    if (isObject(part.schema)) checkSchema(part.schema, place(source, [name, "schema"]), schemas, false);
    if (part.in !== undefined) checkParameter(part, at, schemas);
  }
}

function checkOperation(
  node: JsonObject,
  at: Place,
  place: (source: SourceFile, path: JsonPath) => Place,
  schemas: SchemasByName,
  merge: JsonObject,
): void {
  if (!operationId.test(String(node.operationId)))
    at.report(
      "operation-id",
      `\`operationId\` must be lower camel case with dots, such as chat.completions.create, got "${String(node.operationId)}"`,
      "operationId",
    );
  if (!node.description || !node.summary) at.report("described", "the operation needs a summary and a description");
  const retry = node["x-retry"];
  if (!isObject(retry) || typeof retry.idempotent !== "boolean")
    at.report("described", "`x-retry.idempotent` is missing; set it to true or false");

  for (const [index, parameter] of toList(node.parameters).entries()) {
    if (!isObject(parameter) || parameter.$ref) continue;
    if (!parameter.description)
      at.report("described", `parameter \`${String(parameter.name)}\` needs a description`, "parameters", index);
    if (isObject(parameter.schema))
      checkSchema(parameter.schema, place(at.source, [...at.path, "parameters", index, "schema"]), schemas, false);
    checkParameter(parameter, inside(at, "parameters", index), schemas);
  }
  for (const { schema, path } of bodySchemas(node))
    checkSchema(schema, place(at.source, [...at.path, ...path]), schemas, false);

  checkStream(node, at, schemas, merge);
}

function checkParameter(parameter: JsonObject, at: Place, schemas: SchemasByName): void {
  const name = String(parameter.name);
  checkUnit(name, parameter, isObject(parameter.schema) ? parameter.schema : {}, at, schemas);
  if (parameter.in === "path" || parameter.in === "query") checkName(name, parameter, parameter.in, at);
}

function bodySchemas(node: JsonObject): { schema: JsonObject; path: JsonPath }[] {
  const places: [Json | undefined, JsonPath][] = [
    [isObject(node.requestBody) ? node.requestBody.content : undefined, ["requestBody", "content"]],
  ];
  for (const [status, response] of Object.entries((node.responses ?? {}) as JsonObject)) {
    places.push([isObject(response) ? response.content : undefined, ["responses", status, "content"]]);
  }
  return places.flatMap(([content, path]) =>
    Object.entries(isObject(content) ? content : {}).flatMap(([type, media]) =>
      isObject(media) && isObject(media.schema) ? [{ schema: media.schema, path: [...path, type, "schema"] }] : [],
    ),
  );
}

function isResponses({ file }: SourceFile): boolean {
  return file.endsWith("responses.yaml");
}

/** An error status has the same code in every operation, whatever its body, so that callers branch on one code. */
function checkErrorCodes(operations: readonly OperationAt[], parts: readonly SourceFile[]): void {
  const codes = new Map(
    parts
      .filter(isResponses)
      .flatMap(({ data }) =>
        Object.entries(data).map(
          ([name, entry]) => [name, isObject(entry) ? entry["x-error-code"] : undefined] as const,
        ),
      ),
  );
  const byStatus = new Map<string, Json | undefined>();
  for (const { node, at } of operations) {
    for (const [status, response] of Object.entries((node.responses ?? {}) as JsonObject)) {
      const name = isObject(response) ? refName(response) : undefined;
      if (name === undefined) continue;
      const code = codes.get(name);
      const expected = byStatus.get(status) ?? code;
      if (code !== expected)
        at.report(
          "error-code",
          `status ${status} has the code ${String(expected)} in other operations, got ${String(code)} from ${name}`,
          "responses",
          status,
        );
      byStatus.set(status, expected);
    }
  }
}

/** A schema is used in requests or in responses, unless it has `x-direction: both`. The enums of responses are open. */
function checkDirections(
  operations: readonly OperationAt[],
  parts: readonly SourceFile[],
  schemas: SchemasByName,
): void {
  const sent = new Set<string>();
  const received = new Set<string>();
  for (const { node } of operations) {
    for (const { schema, path } of bodySchemas(node))
      reach(schema, path[0] === "requestBody" ? sent : received, schemas);
    for (const parameter of toList(node.parameters)) reach(parameter, sent, schemas);
  }
  for (const source of parts) if (isResponses(source)) reach(source.data, received, schemas);
  for (const [name, { schema, place }] of schemas) {
    const both = sent.has(name) && received.has(name);
    if (both && schema["x-direction"] !== "both")
      place.report("apart", `${name} is used in requests and in responses; split it or add \`x-direction: both\``);
    if (!both && schema["x-direction"] !== undefined)
      place.report("apart", `${name} has \`x-direction: both\` but is used in one direction; remove it`);
    if (!sent.has(name) && !received.has(name)) place.report("apart", `${name} is not used; remove it`);
    if (received.has(name)) checkResponseEnums(schema, place, []);
    checkSentBack({ name, schema, place }, { sent, received }, schemas);
    for (const [key, property] of Object.entries(isObject(schema.properties) ? schema.properties : {}))
      if (isObject(property))
        checkName(key, property, "property", inside(place, "properties", key), { isReceived: received.has(name) });
  }
}

function checkResponseEnums(schema: Json | undefined, place: Place, path: JsonPath): void {
  if (Array.isArray(schema)) return schema.forEach((item, index) => checkResponseEnums(item, place, [...path, index]));
  if (!isObject(schema)) return;
  if (Array.isArray(schema.enum))
    place.report("enum-form", "a response must use `x-extensible-enum` instead of `enum`", ...path);
  for (const [key, value] of Object.entries(schema)) checkResponseEnums(value, place, [...path, key]);
}

function reach(value: Json | undefined, into: Set<string>, schemas: SchemasByName): void {
  if (Array.isArray(value)) return value.forEach((item) => reach(item, into, schemas));
  if (!isObject(value)) return;
  const name = refName(value);
  if (name && schemas.has(name) && !into.has(name)) {
    into.add(name);
    reach(schemas.get(name)!.schema, into, schemas);
  }
  for (const item of Object.values(value)) reach(item, into, schemas);
}

/** The open member excludes the tags of the other members, so it belongs to one union. */
function checkOpenMembers(schemas: SchemasByName): void {
  const unions = [...schemas.values()].flatMap(({ name, schema }) =>
    [...openUnions(schema)].map(({ open }) => ({ name, open })),
  );
  for (const [open, users] of Map.groupBy(unions, (union) => union.open))
    if (users.length > 1)
      schemas
        .get(open)
        ?.place.report(
          "union-form",
          `${open} can be the open member of one union, got ${users.map(({ name }) => name).join(", ")}; add another schema`,
        );
}

function checkNames(operations: readonly OperationAt[], schemas: SchemasByName): void {
  for (const { node } of operations) {
    const base = String(node.operationId)
      .split(".")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("");
    for (const ending of ["Response", "Responses", "Data", "Error", "Errors"]) {
      schemas
        .get(base + ending)
        ?.place.report(
          "free-names",
          `${base + ending} is a name that generators use for the types of the operation; rename the schema`,
        );
    }
  }
}

function isNullable(schema: JsonObject): boolean {
  return (
    toList(schema.type).includes("null") ||
    toList(schema.anyOf).some((member) => isObject(member) && member.type === "null")
  );
}
