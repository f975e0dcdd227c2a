import { getContent, resolveRef, type ContractOperation } from "../contract/document.ts";
import type { Json, JsonObject } from "../json.ts";
import type { ResponseShape } from "./model.ts";

/** The fields of a usable response of an operation, from `x-essential` of its schemas. */
export function toResponseShape(document: JsonObject, operation: ContractOperation): ResponseShape {
  const schema = resolveRef(document, getContent(document, operation)["application/json"]);
  if (!Array.isArray(schema["x-essential"]))
    throw new Error(
      `\`x-essential\` is missing in the response of ${operation.id}. Name the fields without which it is unusable.`,
    );
  return shapeOf(document, schema);
}

function shapeOf(document: JsonObject, node: Json): ResponseShape {
  const schema = resolveRef(document, node);
  if (schema.type === "array") return [shapeOf(document, schema.items!)];
  // The members of a union are objects.
  if (schema.oneOf !== undefined) return {};
  if (schema.type !== "object") return null;
  const properties = schema.properties as JsonObject;
  const required = schema.required as readonly string[];
  const fields = ((schema["x-essential"] ?? []) as string[]).map((name) => [
    required.includes(name) ? name : `${name}?`,
    shapeOf(document, properties[name]!),
  ]);
  return Object.fromEntries(fields) as JsonObject;
}
