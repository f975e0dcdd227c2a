import type { ApiModel, Operation, Pagination, ResponseShape, Stream } from "../model/model.ts";
import { toGoName, toOperationName } from "./names.ts";
import { toGoString, toList, toLiteral, toMap, toStrings } from "./source.ts";

/** The operations as data. */
export function printOperations({ operations }: ApiModel): string {
  return operations
    .map(
      (operation) =>
        `// ${toOperationName(operation.id)} is the operation ${operation.id}.\nvar ${toOperationName(operation.id)} = &${printOperation(operation)}\n`,
    )
    .join("\n");
}

function printOperation({
  id,
  method,
  path,
  auth,
  body,
  idempotent,
  pollable,
  success,
  stream,
  pagination,
}: Operation): string {
  return toLiteral("contract.Operation", {
    ID: toGoString(id),
    Method: toGoString(method),
    Path: toGoString(path),
    Auth: `contract.Auth${toGoName(auth)}`,
    HasBody: String(body !== undefined),
    Idempotent: String(idempotent),
    Pollable: String(pollable),
    Essential: printShape(success.shape),
    Stream: stream && printStream(stream),
    Pagination: pagination && printPagination(pagination),
  });
}

function printShape(shape: ResponseShape): string {
  return shape === null ? "&contract.Shape{}" : `&${printShapeLiteral(shape)}`;
}

function printShapeLiteral(shape: ResponseShape): string {
  if (Array.isArray(shape)) return `contract.Shape{Items: ${printShape(shape[0]!)}}`;
  const fields = Object.entries(shape as object).map(([name, value]) => {
    const isOptional = name.endsWith("?");
    return toLiteral("", {
      Name: toGoString(isOptional ? name.slice(0, -1) : name),
      Optional: String(isOptional),
      Shape: printShape(value as ResponseShape),
    });
  });
  return `contract.Shape{Object: ${toList("[]contract.ShapeField", fields)}}`;
}

function printStream({ accumulator, done, typeField, terminalEvents, errorEvents }: Stream): string {
  return `&${toLiteral("contract.Stream", {
    Accumulator: toGoString(accumulator),
    Done: done && toGoString(done),
    TypeField: typeField && toGoString(typeField),
    TerminalEvents: terminalEvents && toStrings(terminalEvents),
    ErrorEvents:
      errorEvents &&
      toMap(
        "map[string]string",
        Object.fromEntries(Object.entries(errorEvents).map(([type, path]) => [type, toGoString(path)])),
      ),
  })}`;
}

function printPagination({ offset, limit, items, total, next }: Pagination): string {
  const text = (value: string | undefined): string | undefined => value && toGoString(value);
  return `&${toLiteral("contract.Pagination", {
    Offset: text(offset),
    Limit: text(limit),
    Items: text(items),
    Total: text(total),
    Next: text(next),
  })}`;
}
