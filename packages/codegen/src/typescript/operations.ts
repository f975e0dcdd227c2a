import type { Files } from "../output/files.ts";
import type { ApiModel, Operation, Pagination, Parameter, Stream } from "../model/model.ts";
import { toConstantName, toSource, toUnion } from "./text.ts";

/** The operations as data for a client and for a server, and the names that they use. */
export function emitOperations(model: ApiModel): Files {
  return {
    "operations.ts": emitTable(model),
    "operation-calls.ts": emitCalls(model),
    "names.ts": emitNames(model),
  };
}

function emitTable({ operations }: ApiModel): string {
  const table = Object.fromEntries(operations.map((operation) => [operation.id, toOperationInfo(operation)]));
  return `import type { OperationInfo } from "../operation.ts";
import type { OperationId } from "./names.ts";

/** Every operation of the contract as data: enough to send a request or to route it. */
export const operations: { readonly [Id in OperationId]: OperationInfo } = ${toSource(table)};
`;
}

function emitCalls({ operations }: ApiModel): string {
  const constants = operations.map(
    (operation) => `export const ${toConstantName(operation.id)}: OperationCall = ${toSource(toCall(operation))};`,
  );
  const entries = operations.map(({ id }) => `${JSON.stringify(id)}: ${toConstantName(id)},`);
  return `import type { OperationCall } from "../operation.ts";
import type { OperationId } from "./names.ts";

${constants.join("\n\n")}

/** Every operation of the contract, with only the data that a client needs to send a request. */
export const operationCalls: { readonly [Id in OperationId]: OperationCall } = {
${entries.join("\n")}
};
`;
}

function emitNames({ operations, errors }: ApiModel): string {
  const codes = new Set(errors.map(({ code }) => code));
  const isPublic = ({ auth }: Operation): boolean => auth === "optional";
  const toIds = (members: readonly Operation[]): string => toUnion(members.map(({ id }) => id));
  return `/** Stable error codes of the API, the same in every language. */
export type ErrorCode = ${toUnion([...codes])};

/** The error statuses that the contract documents. Any other status is possible. */
export type ErrorStatus = ${toUnion(errors.map(({ status }) => status))};

/** The public names of all operations. */
export type OperationId = ${toIds(operations)};

/** The operations that work without an API key. */
export type PublicOperationId = ${toIds(operations.filter(isPublic))};

/** The operations whose resource becomes available a moment after the request that creates it. */
export type PollableOperationId = ${toIds(operations.filter(({ pollable }) => pollable))};
`;
}

/** The `OperationInfo` of an operation. Undefined members are not printed. */
function toOperationInfo(operation: Operation): object {
  const { id, method, path, auth, parameters, body, success, stream, idempotent, pagination, errors } = operation;
  const query = Object.fromEntries(parameters.query.map((parameter) => [parameter.name, toQueryType(parameter)]));
  return {
    id,
    method,
    path,
    auth,
    pathParameters: parameters.path.length > 0 ? parameters.path.map(({ name }) => name) : undefined,
    queryParameters: parameters.query.length > 0 ? query : undefined,
    headers: parameters.header.map(({ name }) => name),
    body: body && "json",
    status: success.status,
    stream: stream && toStreamFields(stream),
    idempotent,
    pagination: pagination && toPaginationFields(pagination),
    errors: errors.map(({ status }) => status),
  };
}

/** The `OperationCall` of an operation, without defaults. Undefined members are not printed. */
function toCall({
  id,
  method,
  path,
  auth,
  parameters,
  body,
  success,
  stream,
  idempotent,
  pagination,
}: Operation): object {
  return {
    id,
    method,
    path,
    auth: auth === "management" ? auth : undefined,
    query: body && parameters.query.length > 0 ? parameters.query.map(({ name }) => name) : undefined,
    body: body && "json",
    stream: stream && {
      ...toStreamFields(stream),
      accumulator: stream.accumulator === "chat" ? undefined : stream.accumulator,
    },
    idempotent: idempotent || undefined,
    pagination: pagination && toPaginationFields(pagination),
    response: success.shape,
  };
}

function toStreamFields({ event: _, ...fields }: Stream): Omit<Stream, "event"> {
  return fields;
}

function toPaginationFields({ itemType: _, ...fields }: Pagination): Omit<Pagination, "itemType"> {
  return fields;
}

/** `list` for a parameter that contains several values, which may also be sent one by one. */
function toQueryType({ name, type, separator }: Parameter): string {
  if (separator === ",") return "list";
  const word = "base" in type ? type.base : type.kind;
  if (!["string", "integer", "number", "boolean"].includes(word))
    throw new Error(`Query parameter ${name} must be a string, an integer, a number or a boolean, got ${word}.`);
  return word;
}
