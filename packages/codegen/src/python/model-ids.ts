import type { ApiModel, Property } from "../model/model.ts";
import { bodySchemaOf } from "./names.ts";
import { toSource } from "./text.ts";
import type { TypeStyle } from "./types.ts";

/** The schemas of the requests whose models are chat models: those of operations that stream. */
export function listModelRequests({ operations }: ApiModel): ReadonlySet<string> {
  return new Set(operations.flatMap((operation) => (operation.stream ? (bodySchemaOf(operation) ?? []) : [])));
}

/** The type of a property with the ids of models; undefined for any other property. */
export function toModelIdType(
  { name, type }: Property,
  schema: string,
  { modelRequests }: { readonly modelRequests: ReadonlySet<string> },
  module: string,
  style: TypeStyle,
): string | undefined {
  if (!modelRequests.has(schema)) return undefined;
  const end = type.nullable ? " | None" : "";
  if (name === "model" && type.kind === "string") return `${style.use(module, "ModelId")}${end}`;
  if (name === "models" && type.kind === "list" && type.items.kind === "string")
    return `${style.builtin("list")}[${style.use(module, "ModelId")}]${end}`;
  return undefined;
}

/** `ModelId`: the known ids, for completion. */
export function printModelIds({ modelIds }: ApiModel): string {
  return `from typing import Literal, TypeAlias

ModelId: TypeAlias = Literal[${modelIds.map((id) => toSource(id)).join(", ")}] | str
"""The id of a model. The known ids complete in an editor, and any other id is accepted."""
`;
}
