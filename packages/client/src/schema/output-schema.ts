import { PatchbayError } from "../errors/errors.ts";
import { isSchema, type described, type JsonSchema } from "./json-schema.ts";
import { readGiven } from "../options/read-given.ts";
import { showValue } from "../options/show-value.ts";

export { withProperties, type JsonSchema } from "./json-schema.ts";
export { toStrictJsonSchema } from "./strict-schema.ts";

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
export function formatIssues(issues: readonly SchemaIssue[]): string {
  return issues
    .map(({ message, path = [] }) => {
      const place = path.map((part) => String(typeof part === "object" ? part.key : part)).join("/");
      return `/${place}: ${message}`;
    })
    .join("; ");
}

/**
 * What an answer has to be: a Standard Schema that knows its JSON Schema (zod 4, arktype), any Standard Schema with a
 * JSON Schema beside it, or a JSON Schema alone, which is sent but not checked here.
 */
export type OutputSchema<Output = unknown> =
  | StandardSchema<Output>
  | { readonly schema: StandardSchema<Output>; readonly jsonSchema: JsonSchema }
  | JsonSchema<Output>;

/** The type of an answer. */
export type InferOutput<Schema> =
  Schema extends StandardSchema<infer Output>
    ? Output
    : Schema extends { readonly schema: StandardSchema<infer Output> }
      ? Output
      : Schema extends { readonly [described]?: infer Value }
        ? Value
        : unknown;

/**
 * The two sides of a schema: what is sent, and what checks.
 *
 * @throws PatchbayError when the JSON Schema cannot be known; it says what to pass
 */
export function resolveSchema(output: OutputSchema): { jsonSchema: JsonSchema; validator: StandardSchema | undefined } {
  return readGiven("The schema", () => findSides(output));
}

function findSides(output: OutputSchema): ReturnType<typeof resolveSchema> {
  if (isStandard(output)) return { jsonSchema: jsonOf(output), validator: output };
  if (!isSchema(output))
    throw new PatchbayError(`The schema must be a Standard Schema or a JSON Schema, got ${showValue(output)}.`);
  const { schema, jsonSchema } = output as { schema?: unknown; jsonSchema?: unknown };
  if (isStandard(schema) && isSchema(jsonSchema)) return { jsonSchema: jsonSchema, validator: schema };
  if ("_def" in output || "parse" in output)
    throw new PatchbayError(
      "The schema is of zod 3.23 or older, which is not a Standard Schema. Use zod 4, or pass its JSON Schema alone, for example by `zodToJsonSchema(schema)`.",
    );
  const [name] = Object.entries(output).find(([, value]) => isStandard(value)) ?? [];
  if (name !== undefined)
    throw new PatchbayError(
      name === "schema"
        ? "The schema lacks its JSON Schema. Pass { schema, jsonSchema } with both."
        : `The schema is an object of schemas, such as \`${name}\`. Wrap it, for example in \`z.object({ … })\`.`,
    );
  return { jsonSchema: output, validator: undefined };
}

/** How to get the JSON Schema of a schema that does not tell it. */
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
      `The schema of ${vendor} cannot be written as JSON Schema: ${(cause as Error).message}. Change it, or pass { schema, jsonSchema } with both.`,
      { cause },
    );
  }
  if (isSchema(json)) return json;
  throw new PatchbayError(
    `A schema of ${vendor} does not tell its JSON Schema. ${advice[vendor] ?? "Pass { schema, jsonSchema } with both."}`,
  );
}

function isStandard(value: unknown): value is StandardSchema {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return isSchema((value as Partial<StandardSchema>)["~standard"]);
}
