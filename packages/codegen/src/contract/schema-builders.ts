/** A JSON Schema. */
export type Schema = object;

export const text: Schema = { type: "string", minLength: 1 };
export const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
export const list = (items: Schema): Schema => ({ type: "array", items, minItems: 1 });
export const map = (values: Schema): Schema => ({ type: "object", additionalProperties: values, minProperties: 1 });

/** An object with these fields. A name that ends with `?` may be absent. */
export function defineObject(fields: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(fields);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace("?", ""), schema])),
    required: entries.filter(([name]) => !name.endsWith("?")).map(([name]) => name),
    additionalProperties: false,
  };
}
