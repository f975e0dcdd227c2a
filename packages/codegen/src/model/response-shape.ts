import { resolve, type Contract, type Operation } from "../contract/read.ts";
import { contentOf } from "../contract/examples.ts";
import type { Json, JsonObject } from "../contract/source.ts";

/**
 * What a usable answer of an operation holds, from `x-essential` of its schemas: `{…}` is an object with these fields, `[…]`
 * a list of such items, null any other value. A name that ends with `?` may be absent.
 */
export function answerShape({ document }: Contract, operation: Operation): Json {
  const schema = resolve(document, contentOf(document, operation)["application/json"]);
  if (!Array.isArray(schema["x-essential"]))
    throw new Error(
      `\`x-essential\` is missing in the answer of ${operation.id}. Name the fields that make it usable.`,
    );
  return shapeOf(document, schema);
}

function shapeOf(document: JsonObject, node: Json): Json {
  const schema = resolve(document, node);
  if (schema.type === "array") return [shapeOf(document, schema.items!)];
  if (schema.type !== "object") return null;
  const properties = schema.properties as JsonObject;
  const required = schema.required as readonly string[];
  const fields = ((schema["x-essential"] ?? []) as string[]).map((name) => [
    required.includes(name) ? name : `${name}?`,
    shapeOf(document, properties[name]!),
  ]);
  return Object.fromEntries(fields) as JsonObject;
}
