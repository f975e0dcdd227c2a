import { answerShape } from "../model/response-shape.ts";
import { resolve, type Contract, type Operation } from "../contract/read.ts";
import { contentOf, errorStatuses } from "../contract/examples.ts";
import type { Files } from "../files.ts";
import { isObject, type Json, type JsonObject } from "../contract/source.ts";

/** The table of operations as data, the policy they share, and the tree of their types. */
export function emitOperations(contract: Contract): Files {
  const { document, operations } = contract;
  const table = Object.fromEntries(operations.map((operation) => [operation.id, describe(document, operation)]));
  const text = (value: unknown): string => JSON.stringify(value, null, 2);
  return {
    "operations.ts": `import type { OperationInfo, RetryPolicy } from "../operation.ts";
import type { ErrorCode, OperationId } from "./names.ts";

/** Every operation of the contract as data: enough to send it or to route it. */
export const operations: { readonly [Id in OperationId]: OperationInfo } = ${text(table)};

/** Which failures deserve another try, and how long to wait. */
export const retryPolicy: RetryPolicy = ${text(document["x-retry"])};

/** HTTP status → the stable code on which callers branch. */
export const errorCodes: Readonly<Record<number, ErrorCode>> = ${text(errorCodes(document, operations))};
`,
    "calls.ts": `import type { CallInfo } from "../operation.ts";
import type { OperationId } from "./names.ts";

${operations.map((operation) => `export const ${constantOf(operation.id)}: CallInfo = ${text({ ...callOf(describe(document, operation)), answer: answerShape(contract, operation) })};`).join("\n\n")}

/** Every operation of the contract, with only what sending it takes. */
export const calls: { readonly [Id in OperationId]: CallInfo } = {
${operations.map(({ id }) => `${JSON.stringify(id)}: ${constantOf(id)},`).join("\n")}
};
`,
    "answers.ts": `import type { ZodType } from "zod";
import type { OperationId } from "./names.ts";
import {
${[...new Set(operations.flatMap((operation) => Object.values(answerSchemas(document, operation))))].toSorted().join(",\n")}
} from "./schemas.ts";

/** Operation → schema of its answer, and of one event when it streams. */
export const answerSchemas: { readonly [Id in OperationId]: { readonly answer: ZodType; readonly event?: ZodType } } = {
${operations
  .map((operation) => {
    const parts = Object.entries(answerSchemas(document, operation)).map(([name, schema]) => `${name}: ${schema}`);
    return `${JSON.stringify(operation.id)}: { ${parts.join(", ")} },`;
  })
  .join("\n")}
};
`,
    "names.ts": `/** Stable reasons for which the service refuses a request. */
export type ErrorCode = ${[...new Set(Object.values(errorCodes(document, operations)))].map((code) => JSON.stringify(code)).join(" | ")};

/** The public names of all operations. */
export type OperationId = ${operations.map(({ id }) => JSON.stringify(id)).join(" | ")};

/** The operations that work without a key. */
export type PublicOperationId = ${operations
      .filter(({ node }) => authOf(node, document) === "optional")
      .map(({ id }) => JSON.stringify(id))
      .join(" | ")};
`,
    "resources.ts": `import type { Operation, StreamOperation } from "../operation.ts";

/** The operations as a tree of resources, with their documentation. */
export interface Resources ${tree(operations)}
`,
  };
}

function describe(document: JsonObject, operation: Operation): JsonObject {
  const { node, method, path, id } = operation;
  const parameters = ((node.parameters ?? []) as Json[]).map((item) => resolve(document, item));
  const within = (place: string): JsonObject[] => parameters.filter((parameter) => parameter.in === place);
  const query = Object.fromEntries(
    within("query").map((parameter) => [String(parameter.name), queryType(resolve(document, parameter.schema))]),
  );
  const status = Object.keys(node.responses as JsonObject).find((code) => code.startsWith("2"));
  const sse = streamMedia(document, operation);
  const pathParameters = within("path").map(({ name }) => String(name));
  return {
    id,
    method,
    path,
    auth: authOf(node, document),
    ...(pathParameters.length > 0 && { pathParameters }),
    ...(Object.keys(query).length > 0 && { queryParameters: query }),
    headers: within("header").map(({ name }) => String(name)),
    ...(node.requestBody !== undefined && { body: "json" }),
    status: Number(status),
    ...(sse && { stream: { verb: String(node["x-stream"]), done: String(sse["x-sse-done"]) } }),
    idempotent: (node["x-retry"] as JsonObject).idempotent!,
    ...(node["x-pagination"] !== undefined && { pagination: node["x-pagination"] }),
    errors: errorStatuses(operation),
  };
}

/** The zod schemas of a success, by what they are of. */
function answerSchemas(document: JsonObject, operation: Operation): Record<string, string> {
  const content = contentOf(document, operation);
  const nameOf = (media: string): string => {
    const { $ref: ref } = content[media] as { $ref?: string };
    if (!ref) throw new Error(`The answer of ${operation.id} has no schema with a name.`);
    return `z${ref.slice(ref.lastIndexOf("/") + 1)}`;
  };
  return {
    answer: nameOf("application/json"),
    ...(content["text/event-stream"] !== undefined && { event: nameOf("text/event-stream") }),
  };
}

/** What a client needs to know of an operation; what is usual is left out. */
function callOf({
  id,
  method,
  path,
  auth,
  queryParameters,
  body,
  stream,
  idempotent,
  pagination,
}: JsonObject): JsonObject {
  return {
    id: id!,
    method: method!,
    path: path!,
    ...(auth === "management" && { auth }),
    ...(body !== undefined && queryParameters !== undefined && { query: Object.keys(queryParameters as JsonObject) }),
    ...(body !== undefined && { body }),
    ...(stream !== undefined && { stream }),
    ...(idempotent === true && { idempotent }),
    ...(pagination !== undefined && { pagination }),
  };
}

/** Functions of their own, for bundles that hold one operation only; written into the client. */
export function emitFunctions({ operations }: Contract): Files {
  return {
    "functions.ts": `import {
${operations.map(({ id }) => `${constantOf(id)} as ${constantOf(id)}Call,`).join("\n")}
} from "@patchbay/spec/calls";
import {
  toEmbedFunction,
  toFunction,
  toPagedFunction,
  toStreamFunction,
  type EmbedFunction,
  type OperationFunction,
  type StreamFunction,
} from "../methods/function.ts";

${operations
  .flatMap(({ id, node }) => {
    const print = (name: string, type: string, make: string): string =>
      `${docOf(node)}export const ${constantOf(name)}: ${type} = /* @__PURE__ */ ${make}(${constantOf(id)}Call);`;
    // The client decodes its vectors.
    if (id === "embeddings.create") return [print(id, "EmbedFunction", "toEmbedFunction")];
    const make = node["x-pagination"] === undefined ? "toFunction" : "toPagedFunction";
    const verb = node["x-stream"];
    const typed = (name: string): string => `${name}<${JSON.stringify(id)}>`;
    return [
      print(id, typed("OperationFunction"), make),
      ...(verb === undefined
        ? []
        : [print(id.replace(/\w+$/, String(verb)), typed("StreamFunction"), "toStreamFunction")]),
    ];
  })
  .join("\n\n")}
`,
  };
}

/** `chat.completions.create` → `chatCompletionsCreate`. */
function constantOf(id: string): string {
  return id.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function docOf({ summary, description }: JsonObject): string {
  const lines = String(description)
    .trim()
    .split("\n")
    .map((line) => ` * ${line}`.trimEnd());
  return `/**\n * ${String(summary)}.\n *\n${lines.join("\n")}\n */\n`;
}

function streamMedia(document: JsonObject, operation: Operation): JsonObject | undefined {
  if (contentOf(document, operation)["text/event-stream"] === undefined) return undefined;
  const responses = operation.node.responses as JsonObject;
  const success = responses[Object.keys(responses).find((code) => code.startsWith("2"))!];
  return (resolve(document, success).content as JsonObject)["text/event-stream"] as JsonObject;
}

function authOf(node: JsonObject, document: JsonObject): string {
  const schemes = new Set(
    ((node.security ?? document.security) as JsonObject[]).flatMap((scheme) =>
      Object.keys(scheme).concat(Object.keys(scheme).length === 0 ? "none" : []),
    ),
  );
  if (schemes.has("none")) return "optional";
  return schemes.has("managementKey") ? "management" : "inference";
}

/** `list` for a parameter that holds several values, which may also be sent one by one. */
function queryType(schema: JsonObject): string {
  return schema["x-separator"] === "," ? "list" : scalarType(schema);
}

function scalarType(schema: JsonObject): string {
  const type = Array.isArray(schema.type) ? schema.type.find((word) => word !== "null") : schema.type;
  if (!["string", "integer", "number", "boolean"].includes(String(type)))
    throw new Error(`A query parameter is one scalar, not ${JSON.stringify(schema)}.`);
  return String(type);
}

function errorCodes(document: JsonObject, operations: readonly Operation[]): Record<string, string> {
  const codes = operations.flatMap(({ node }) =>
    Object.entries(node.responses as JsonObject)
      .filter(([status]) => Number(status) >= 400)
      .map(([status, answer]) => [status, String(resolve(document, answer)["x-error-code"])] as const),
  );
  return Object.fromEntries(codes.toSorted());
}

interface Branch {
  [name: string]: Branch | string;
}

function tree(operations: readonly Operation[]): string {
  const root: Branch = {};
  for (const { id, node } of operations) {
    const words = id.split(".");
    const last = words.pop()!;
    const parent = words.reduce<Branch>((at, word) => (at[word] ??= {}) as Branch, root);
    const doc = docOf(node);
    parent[last] = `${doc}${last}: Operation<${JSON.stringify(id)}>;`;
    if (isObject(node) && node["x-stream"])
      parent[String(node["x-stream"])] = `${doc}${String(node["x-stream"])}: StreamOperation<${JSON.stringify(id)}>;`;
  }
  return printBranch(root);
}

function printBranch(branch: Branch): string {
  return `{\n${Object.entries(branch)
    .map(([name, below]) => (typeof below === "string" ? below : `${name}: ${printBranch(below)};`))
    .join("\n")}\n}`;
}
