import { PatchbayError } from "../errors/patchbay-error.ts";
import { isSchema, type described, type JsonSchema } from "./json-schema.ts";
import { readGiven } from "../options/read-given.ts";
import { showValue } from "../options/show-value.ts";

export { withProperties, type JsonSchema } from "./json-schema.ts";
export { toStrictJsonSchema } from "./strict-schema.ts";

/** A schema of any library that implements Standard Schema, such as zod, valibot or arktype. */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
    /** Converts the schema to JSON Schema. Absent in libraries that cannot. */
    readonly jsonSchema?: {
      readonly input: (options: { readonly target: "draft-2020-12" }) => Record<string, unknown>;
    };
  };
}

type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** One violation of a schema. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/**
 * Formats issues as one line; each has its path.
 *
 * @example
 * ```ts
 * formatIssues([{ message: "Required", path: ["city"] }]); // "/city: Required"
 * ```
 */
export function formatIssues(issues: readonly SchemaIssue[]): string {
  return issues
    .map(({ message, path = [] }) => {
      const place = path.map((part) => String(typeof part === "object" ? part.key : part)).join("/");
      return `/${place}: ${message}`;
    })
    .join("; ");
}

/**
 * The schema of a model's output: a Standard Schema that can produce JSON Schema (zod 4, arktype), any Standard Schema
 * together with its JSON Schema, or a JSON Schema alone, which is sent but not validated by the client.
 */
export type OutputSchema<Output = unknown> =
  | StandardSchema<Output>
  | { readonly schema: StandardSchema<Output>; readonly jsonSchema: JsonSchema }
  | JsonSchema<Output>;

/** The type of the output that a schema describes. */
export type InferOutput<Schema> =
  Schema extends StandardSchema<infer Output>
    ? Output
    : Schema extends { readonly schema: StandardSchema<infer Output> }
      ? Output
      : Schema extends { readonly [described]?: infer Value }
        ? Value
        : unknown;

/**
 * Splits an output schema into the JSON Schema to send and the validator for the result. `validator` is undefined for a
 * plain JSON Schema.
 *
 * @throws PatchbayError when the JSON Schema cannot be determined; the message says what to pass
 * @example
 * ```ts
 * const { jsonSchema, validator } = resolveSchema(z.object({ city: z.string() }));
 * ```
 */
export function resolveSchema(output: OutputSchema): { jsonSchema: JsonSchema; validator: StandardSchema | undefined } {
  return readGiven("The schema", () => split(output));
}

function split(output: OutputSchema): ReturnType<typeof resolveSchema> {
  if (isStandard(output)) return { jsonSchema: jsonOf(output), validator: output };
  if (!isSchema(output))
    throw new PatchbayError(`The schema must be a Standard Schema or a JSON Schema, got ${showValue(output)}.`);
  const { schema, jsonSchema } = output as { schema?: unknown; jsonSchema?: unknown };
  if (isStandard(schema) && isSchema(jsonSchema)) return { jsonSchema, validator: schema };
  if ("_def" in output || "parse" in output)
    throw new PatchbayError(
      "The schema is from zod 3.23 or older, which does not implement Standard Schema. Use zod 4, or pass a JSON Schema, for example `zodToJsonSchema(schema)`.",
    );
  const [name] = Object.entries(output).find(([, value]) => isStandard(value)) ?? [];
  if (name !== undefined)
    throw new PatchbayError(
      name === "schema"
        ? "`jsonSchema` is missing next to `schema`. Pass { schema, jsonSchema } with both."
        : `The schema is an object of schemas, such as \`${name}\`. Wrap it, for example in \`z.object({ … })\`.`,
    );
  return { jsonSchema: output, validator: undefined };
}

/** Vendor → how to get the JSON Schema of a schema that cannot produce it. */
const advice: Readonly<Record<string, string>> = {
  zod: "Pass { schema, jsonSchema } with both: `z.toJSONSchema(schema)` of zod 4 and zod/mini, `zodToJsonSchema(schema)` of zod 3.",
  valibot: "Pass `toStandardJsonSchema(schema)` of @valibot/to-json-schema.",
};

function jsonOf(output: StandardSchema): JsonSchema {
  const { vendor, jsonSchema } = output["~standard"];
  let json: unknown;
  try {
    json = jsonSchema?.input({ target: "draft-2020-12" });
  } catch (cause) {
    throw new PatchbayError(
      `The ${vendor} schema cannot be converted to JSON Schema: ${(cause as Error).message}. Change it, or pass { schema, jsonSchema } with both.`,
      { cause },
    );
  }
  if (isSchema(json)) return json;
  throw new PatchbayError(
    `The ${vendor} schema does not provide a JSON Schema. ${advice[vendor] ?? "Pass { schema, jsonSchema } with both."}`,
  );
}

function isStandard(value: unknown): value is StandardSchema {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return isSchema((value as Partial<StandardSchema>)["~standard"]);
}
