import { isObject, type Json, type JsonObject } from "../json.ts";

/** One operation of the bundled document, with its OpenAPI node. */
export interface ContractOperation {
  /** The `operationId`: its public name in every language, such as `chat.completions.create`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: JsonObject;
}

/** The operations of a bundled document, in the order of its paths. */
export function listOperations(document: JsonObject): ContractOperation[] {
  const operations: ContractOperation[] = [];
  for (const [path, item] of Object.entries(document.paths as JsonObject)) {
    for (const [method, node] of Object.entries(item as JsonObject)) {
      if (!isObject(node) || typeof node.operationId !== "string") continue;
      operations.push({ id: node.operationId, method: method.toUpperCase(), path, node });
    }
  }
  return operations;
}

/** Follows an internal `$ref` to its object; returns any other object unchanged. */
export function resolveRef(document: JsonObject, node: unknown): JsonObject {
  let value = node;
  while (isObject(value) && typeof value.$ref === "string") {
    value = value.$ref
      .slice(2)
      .split("/")
      .reduce<unknown>((at, key) => (at as JsonObject)[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  }
  if (!isObject(value)) throw new Error(`${JSON.stringify(node)} does not refer to an object of the document.`);
  return value;
}

/** The name at the end of a `$ref`. */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

/** The parameters of an operation, with references resolved. */
export function listParameters(document: JsonObject, { node }: ContractOperation): JsonObject[] {
  return ((node.parameters ?? []) as Json[]).map((item) => resolveRef(document, item));
}

/** The schema of an operation's JSON body; `undefined` without a body. */
export function getBodySchema(document: JsonObject, { node }: ContractOperation): JsonObject | undefined {
  if (node.requestBody === undefined) return undefined;
  const content = resolveRef(document, node.requestBody).content as JsonObject;
  return (content["application/json"] as JsonObject).schema as JsonObject;
}

/** The success statuses of an operation. */
export function listSuccessStatuses({ node }: ContractOperation): number[] {
  return Object.keys(node.responses as JsonObject)
    .filter((status) => status.startsWith("2"))
    .map(Number);
}

/** The error statuses that an operation documents. */
export function listErrorStatuses({ node }: ContractOperation): number[] {
  return Object.keys(node.responses as JsonObject)
    .map(Number)
    .filter((status) => status >= 400);
}

/** The response of one status; an empty object if the operation does not document it. */
export function getResponse(document: JsonObject, { node }: ContractOperation, status: number | undefined): JsonObject {
  const response = (node.responses as JsonObject)[String(status)];
  return response === undefined ? {} : resolveRef(document, response);
}

/** Media type → schema of the success, or of one error status. */
export function getContent(
  document: JsonObject,
  operation: ContractOperation,
  status: number | undefined = listSuccessStatuses(operation)[0],
): Record<string, Json> {
  const { content } = getResponse(document, operation, status);
  return Object.fromEntries(
    Object.entries((content ?? {}) as JsonObject).map(([type, media]) => [type, (media as JsonObject).schema!]),
  );
}

/** The names of the schemas that travel in requests. */
export function listRequestSchemas(document: JsonObject): ReadonlySet<string> {
  return reach(document, ({ requestBody, parameters }) => [requestBody, parameters]);
}

/** The names of the schemas that travel in responses. */
export function listResponseSchemas(document: JsonObject): ReadonlySet<string> {
  return reach(document, ({ responses }) => [responses]);
}

/** The names of the schemas that can be reached from these parts of every operation. */
function reach(document: JsonObject, select: (operation: JsonObject) => (Json | undefined)[]): ReadonlySet<string> {
  const schemas = (document.components as { schemas: Record<string, Json> }).schemas;
  const reached = new Set<string>();
  const visited = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isObject(value)) return;
    if (typeof value.$ref === "string" && !visited.has(value.$ref)) {
      visited.add(value.$ref);
      const name = nameOfRef(value.$ref);
      if (value.$ref === `#/components/schemas/${name}` && name in schemas) reached.add(name);
      visit(resolveRef(document, value));
    }
    Object.values(value).forEach(visit);
  };
  for (const { node } of listOperations(document)) select(node).forEach(visit);
  return reached;
}
