type Schema = Readonly<Record<string, unknown>>;

/** The plainest value that obeys a JSON Schema of the kind that models are given; deterministic. */
export function sample(schema: unknown, root: unknown = schema, depth = 0): unknown {
  if (!isSchema(schema) || depth > 12) return null;
  if (typeof schema.$ref === "string") return sample(follow(root, schema.$ref), root, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  for (const word of ["enum", "examples"]) if (Array.isArray(schema[word])) return (schema[word] as unknown[])[0];
  for (const word of ["anyOf", "oneOf", "allOf"])
    if (Array.isArray(schema[word])) return sample((schema[word] as unknown[])[0], root, depth + 1);
  return ofType(schema, root, depth);
}

function ofType(schema: Schema, root: unknown, depth: number): unknown {
  const type: unknown = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "string":
      return text(schema);
    case "integer":
    case "number":
      return number(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    case "array":
      return Array.from({ length: Math.max(Number(schema.minItems ?? 1), 0) }, () =>
        sample(schema.items ?? { type: "string" }, root, depth + 1),
      );
    default:
      return object(schema, root, depth);
  }
}

function object(schema: Schema, root: unknown, depth: number): Record<string, unknown> {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, sample(property, root, depth + 1)]),
  );
}

const formats: Readonly<Record<string, string>> = {
  date: "2025-01-01",
  "date-time": "2025-01-01T00:00:00Z",
  time: "12:00:00Z",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function text({ format, minLength = 0, maxLength = Infinity }: Schema): string {
  const plain = formats[String(format)] ?? "sample";
  return plain.padEnd(Number(minLength), "x").slice(0, Number(maxLength));
}

function number({ minimum, exclusiveMinimum, maximum = Infinity, multipleOf }: Schema): number {
  const lowest =
    minimum !== undefined ? Number(minimum) : exclusiveMinimum !== undefined ? Number(exclusiveMinimum) + 1 : 1;
  const step = Number(multipleOf ?? 0);
  return Math.min(step > 0 ? Math.ceil(lowest / step) * step : lowest, Number(maximum));
}

function follow(root: unknown, ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (isSchema(at) ? at[key] : undefined), root);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
