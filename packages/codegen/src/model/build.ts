import {
  getBodySchema,
  getContent,
  getResponse,
  listErrorStatuses,
  listParameters,
  listRequestSchemas,
  listResponseSchemas,
  listSuccessStatuses,
  nameOfRef,
  resolveRef,
  type ContractOperation,
} from "../contract/document.ts";
import type { Example } from "../contract/examples.ts";
import { toPublishedDocument } from "../contract/published-document.ts";
import type { Contract } from "../contract/read.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { buildPolicies, isRetryable } from "./build-policies.ts";
import { findDiscriminators, namesOf, toText, toType, unitOf } from "./build-types.ts";
import type {
  ApiModel,
  Authentication,
  ErrorInfo,
  ErrorResponse,
  HeaderOption,
  NamedSchema,
  Operation,
  Pagination,
  Parameter,
  ParameterLocation,
  RequestBody,
  ResponseHeader,
  Stream,
  SuccessResponse,
} from "./model.ts";
import type { Policies } from "./policies.ts";
import { toResponseShape } from "./response-shape.ts";

/** The parts of the model that the bundled document does not contain. */
interface ModelParts {
  readonly examples: readonly Example[];
  /** The document of the mock server's control API. */
  readonly control: JsonObject;
}

/** Builds the neutral model of a contract that has passed every check. */
export function buildModel(contract: Contract, { examples, control }: ModelParts): ApiModel {
  const { document } = contract;
  const { schemas } = document.components as { schemas: JsonObject };
  const policies = buildPolicies(document);
  const operations = contract.operations.map((operation) => buildOperation(document, operation, policies));
  const all = operations.flatMap((operation) => operation.errors).map(({ schema: _, ...error }): ErrorInfo => error);
  // The descriptions of the first operation count.
  const errors = new Map(all.toReversed().map((error) => [error.status, error]));
  return {
    operations,
    schemas: buildSchemas(contract, schemas),
    errors: [...errors.values()].toSorted((a, b) => a.status - b.status),
    ...policies,
    modelIds: contract.modelIds,
    examples,
    documents: { bundled: document, published: toPublishedDocument(contract, examples), control },
  };
}

function buildSchemas({ document, topics }: Contract, schemas: JsonObject): NamedSchema[] {
  const discriminators = findDiscriminators(schemas);
  const requests = listRequestSchemas(document);
  const responses = listResponseSchemas(document);
  return Object.entries(schemas as Record<string, JsonObject>).map(([name, schema]) => ({
    name,
    topic: topics.get(name)!,
    description: toText(schema.description),
    deprecated: schema.deprecated === true,
    inRequests: requests.has(name),
    inResponses: responses.has(name),
    ...(typeof schema["x-sent-back-as"] === "string" && { sentBackAs: schema["x-sent-back-as"] }),
    type: toType(schema, discriminators.get(name)),
  }));
}

function buildOperation(document: JsonObject, operation: ContractOperation, policies: Policies): Operation {
  const { id, method, path, node } = operation;
  const words = id.split(".");
  const body = buildBody(document, operation);
  const success = buildSuccess(document, operation);
  const stream = buildStream(document, operation, success);
  const pagination = buildPagination(document, operation);
  return {
    id,
    resource: words.slice(0, -1),
    verb: words.at(-1)!,
    summary: toText(node.summary),
    description: toText(node.description),
    deprecated: node.deprecated === true,
    method,
    path,
    auth: toAuthentication(node.security ?? document.security),
    parameters: buildParameters(document, operation),
    ...(body && { body }),
    success,
    ...(stream && { stream }),
    ...(pagination && { pagination }),
    idempotent: (node["x-retry"] as JsonObject).idempotent as boolean,
    pollable: node["x-poll"] === true,
    errors: listErrorStatuses(operation).map((status) => buildError(document, operation, status, policies)),
  };
}

function buildParameters(document: JsonObject, operation: ContractOperation): Operation["parameters"] {
  const byLocation: Record<ParameterLocation, Parameter[]> = { path: [], query: [], header: [] };
  for (const parameter of listParameters(document, operation)) {
    const members = byLocation[parameter.in as ParameterLocation] as Parameter[] | undefined;
    if (!members)
      throw new Error(
        `Parameter ${String(parameter.name)} of ${operation.id} is in "${String(parameter.in)}"; expected path, query or header.`,
      );
    members.push(buildParameter(document, parameter));
  }
  return byLocation;
}

function buildParameter(document: JsonObject, parameter: JsonObject): Parameter {
  const schema = resolveRef(document, parameter.schema);
  const separator = schema["x-separator"];
  const option = parameter["x-option"];
  return {
    name: String(parameter.name),
    description: toText(parameter.description),
    required: parameter.required === true,
    deprecated: parameter.deprecated === true,
    type: toType(schema),
    ...unitOf(parameter),
    names: namesOf(parameter),
    ...(typeof separator === "string" && { separator }),
    ...(isObject(option) && { option: option as unknown as HeaderOption }),
    jsonSchema: parameter.schema as JsonObject,
  };
}

function buildBody(document: JsonObject, operation: ContractOperation): RequestBody | undefined {
  const schema = getBodySchema(document, operation);
  if (!schema) return undefined;
  const { required } = resolveRef(document, operation.node.requestBody);
  return { required: required === true, type: toType(schema), jsonSchema: schema };
}

function buildSuccess(document: JsonObject, operation: ContractOperation): SuccessResponse {
  const [status, ...others] = listSuccessStatuses(operation);
  if (status === undefined || others.length > 0)
    throw new Error(
      `${operation.id} must document one success status, got ${others.length + Number(status !== undefined)}.`,
    );
  const response = getResponse(document, operation, status);
  const headers = Object.entries((response.headers ?? {}) as JsonObject).map(([name, header]): ResponseHeader => ({
    name,
    description: toText(resolveRef(document, header).description),
  }));
  return {
    status,
    description: toText(response.description),
    schema: getSchemaName(document, operation, "application/json"),
    shape: toResponseShape(document, operation),
    headers,
  };
}

/** The name of the schema that a response has in one media type. */
function getSchemaName(document: JsonObject, operation: ContractOperation, media: string, status?: number): string {
  const { $ref } = getContent(document, operation, status)[media] as { $ref?: string };
  if (!$ref) throw new Error(`The ${media} response of ${operation.id} must be a named schema. Move it to schemas/.`);
  return nameOfRef($ref);
}

function buildStream(
  document: JsonObject,
  operation: ContractOperation,
  { status }: SuccessResponse,
): Stream | undefined {
  const { content } = getResponse(document, operation, status) as { content: JsonObject };
  const media = content["text/event-stream"] as JsonObject | undefined;
  if (!media) return undefined;
  const stream = operation.node["x-stream"] as unknown as Omit<Stream, "done" | "event">;
  const done = media["x-sse-done"];
  return {
    ...stream,
    ...(typeof done === "string" && { done }),
    event: getSchemaName(document, operation, "text/event-stream"),
  };
}

function buildPagination(document: JsonObject, operation: ContractOperation): Pagination | undefined {
  const pagination = operation.node["x-pagination"] as unknown as Omit<Pagination, "itemType"> | undefined;
  if (!pagination) return undefined;
  const list = pagination.items
    .split(".")
    .reduce<JsonObject>(
      (schema, name) => resolveRef(document, (schema.properties as JsonObject | undefined)?.[name]),
      resolveRef(document, getContent(document, operation)["application/json"]),
    );
  if (list.type !== "array")
    throw new Error(
      `\`x-pagination.items\` of ${operation.id} must name an array of the response, got "${pagination.items}".`,
    );
  return { ...pagination, itemType: toType(list.items as JsonObject) };
}

function buildError(
  document: JsonObject,
  operation: ContractOperation,
  status: number,
  { retryPolicy }: Policies,
): ErrorResponse {
  const response = getResponse(document, operation, status);
  return {
    status,
    code: String(response["x-error-code"]),
    retryable: isRetryable(status, retryPolicy),
    description: toText(response.description),
    schema: getSchemaName(document, operation, "application/json", status),
  };
}

function toAuthentication(security: Json | undefined): Authentication {
  const alternatives = security as JsonObject[];
  if (alternatives.some((schemes) => Object.keys(schemes).length === 0)) return "optional";
  return alternatives.some((schemes) => "managementKey" in schemes) ? "management" : "inference";
}
