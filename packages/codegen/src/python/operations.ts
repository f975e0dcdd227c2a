import type { Files } from "../output/files.ts";
import type { ApiModel, Operation, ResponseShape } from "../model/model.ts";
import { layOutModels, pagesOf, toModelPath } from "./models.ts";
import type { Layout } from "./layout.ts";
import { toConstantName, toSnakeCase } from "./names.ts";
import { toArguments, toSource } from "./text.ts";

/** The operations as data. */
export function emitOperations(model: ApiModel): Files {
  const layout = layOutModels(model);
  const constants = model.operations.map(
    (operation) => `${toConstantName(operation.id)}: Final = Operation(${toArguments(toFields(operation, layout))})`,
  );
  const entries = model.operations.map(({ id }) => `${toSource(id)}: ${toConstantName(id)},`);
  return {
    "operations.py": `"""Every operation of the contract: what the client needs to send a request and to read its response."""

from collections.abc import Mapping
from typing import Final

from .._operation import Operation${operationParts(model)
      .map((name) => `, ${name}`)
      .join("")}

${constants.join("\n\n")}

OPERATIONS: Final[Mapping[str, Operation]] = {${entries.join(" ")}}
`,
  };
}

function operationParts({ operations }: ApiModel): string[] {
  const parts = [
    ["PaginationInfo", operations.some(({ pagination }) => pagination)],
    ["StreamInfo", operations.some(({ stream }) => stream)],
  ] as const;
  return parts.filter(([, isUsed]) => isUsed).map(([name]) => name);
}

type Fields = Readonly<Record<string, string | undefined>>;

/** The arguments of an `Operation`, without its defaults. */
function toFields(operation: Operation, layout: Layout): Fields {
  const { id, method, path, auth, parameters, body, success, idempotent, pollable } = operation;
  const names = (list: readonly { readonly name: string }[]): string | undefined =>
    list.length > 0 ? toSource(list.map(({ name }) => name)) : undefined;
  const separators = parameters.query.flatMap(({ name, separator }) =>
    separator === undefined ? [] : [[name, separator]],
  );
  return {
    id: toSource(id),
    method: toSource(method),
    path: toSource(path),
    model: toSource(toModelPath(success.schema, layout)),
    shape: toShape(success.shape),
    auth: auth === "inference" ? undefined : toSource(auth),
    path_parameters: names(parameters.path),
    query: names(parameters.query),
    separators: separators.length > 0 ? toSource(Object.fromEntries(separators) as object) : undefined,
    has_body: flag(body !== undefined),
    idempotent: flag(idempotent),
    pollable: flag(pollable),
    stream: toStream(operation, layout),
    pagination: toPagination(operation, layout),
  };
}

function toStream({ stream }: Operation, layout: Layout): string | undefined {
  if (!stream) return undefined;
  const { event, errorEvents, terminalEvents, ...fields } = stream;
  return `StreamInfo(${toArguments({
    ...toSnakeFields(fields),
    event: toSource(toModelPath(event, layout)),
    terminal_events: terminalEvents && toSource(terminalEvents),
    error_events: errorEvents && toSource(errorEvents),
  })})`;
}

function toPagination(operation: Operation, layout: Layout): string | undefined {
  const pages = pagesOf(operation);
  if (!operation.pagination || !pages) return undefined;
  const { itemType: _, ...fields } = operation.pagination;
  const module = layout.moduleOf.get(operation.success.schema)!;
  return `PaginationInfo(${toArguments({
    ...toSnakeFields(fields),
    page: toSource(`${module}.${pages.sync.name}`),
    async_page: toSource(`${module}.${pages.async.name}`),
  })})`;
}

function toSnakeFields(fields: object): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [toSnakeCase(name), toSource(value)]));
}

function toShape(shape: ResponseShape): string {
  return toSource(shape);
}

function flag(value: boolean): string | undefined {
  return value ? "True" : undefined;
}
