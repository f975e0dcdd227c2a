/** A schema of any library that follows Standard Schema, such as zod, valibot or arktype. */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
    /** The schema as JSON Schema, where the library can say it. */
    readonly jsonSchema?: {
      readonly input: (options: { readonly target: "draft-2020-12" }) => Record<string, unknown>;
    };
  };
}

type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** One thing that is wrong with a value. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Issues in one line, each with its place. */
export function tellIssues(issues: readonly SchemaIssue[]): string {
  return issues
    .map(({ message, path = [] }) => {
      const place = path.map((part) => String(typeof part === "object" ? part.key : part)).join("/");
      return `/${place}: ${message}`;
    })
    .join("; ");
}

declare const described: unique symbol;

/**
 * A JSON Schema. `Value` is the type that it describes, for code that has the type already; nothing checks that they agree.
 *
 * @example
 * ```ts
 * const input: JsonSchema<{ city: string }> = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
 * ```
 */
export type JsonSchema<Value = unknown> = Readonly<Record<string, unknown>> & { readonly [described]?: Value };

/**
 * What an answer has to be: a Standard Schema that knows its JSON Schema (zod 4, arktype), any Standard Schema with a
 * JSON Schema beside it, or a JSON Schema alone, which is sent but not checked here.
 */
export type OutputSchema<Output = unknown> =
  | StandardSchema<Output>
  | { readonly schema: StandardSchema<Output>; readonly jsonSchema: JsonSchema }
  | JsonSchema<Output>;

/** The type of an answer. */
export type OutputTypeOf<Schema> =
  Schema extends StandardSchema<infer Output>
    ? Output
    : Schema extends { readonly schema: StandardSchema<infer Output> }
      ? Output
      : Schema extends { readonly [described]?: infer Value }
        ? Value
        : unknown;

/** The two sides of a schema: what is sent, and what checks. Throws a `TypeError` when the JSON Schema cannot be known. */
export function sidesOf(output: OutputSchema): { json: JsonSchema; standard: StandardSchema | undefined } {
  if (isStandard(output)) {
    const json = output["~standard"].jsonSchema?.input({ target: "draft-2020-12" });
    if (json) return { json, standard: output };
    throw new TypeError(
      `A schema of ${output["~standard"].vendor} does not tell its JSON Schema. Pass { schema, jsonSchema } with both.`,
    );
  }
  const { schema, jsonSchema } = output as { schema?: unknown; jsonSchema?: JsonSchema };
  return isStandard(schema) && jsonSchema
    ? { json: jsonSchema, standard: schema }
    : { json: output, standard: undefined };
}

/** Keywords that hold values, not schemas. */
const isValue = new Set(["const", "enum", "default", "examples"]);

/** Whether a schema can be enforced word by word: every object names all its properties as required. */
export function toStrict(schema: JsonSchema): { schema: Record<string, unknown>; strict: boolean } {
  let strict = true;
  const walk = (node: unknown, isPart = false): unknown => {
    if (Array.isArray(node)) return node.map((one) => walk(one, isPart));
    if (typeof node !== "object" || node === null) return node;
    const copy = Object.fromEntries(
      Object.entries(node).map(([name, value]) => [name, isValue.has(name) ? value : walk(value, name === "allOf")]),
    );
    const { properties, required } = copy as { properties?: object; required?: readonly string[] };
    if ([copy.type].flat().includes("object")) {
      // Parts that each forbid the properties of the others could never be obeyed together.
      if (!isPart && !copy.allOf) copy.additionalProperties ??= false;
      const names = Object.keys(properties ?? {});
      if (copy.additionalProperties !== false || names.some((name) => !required?.includes(name))) strict = false;
    }
    return copy;
  };
  const { $schema: _, ...copy } = walk(schema) as Record<string, unknown>;
  return { schema: copy, strict };
}

function isStandard(value: unknown): value is StandardSchema {
  return (typeof value === "object" || typeof value === "function") && value !== null && "~standard" in value;
}
