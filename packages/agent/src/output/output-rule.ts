import type { JsonSchema, OutputSchema, StandardSchema } from "@patchbay/client";
import { resolveSchema, toStrictJsonSchema } from "@patchbay/client/schema";
import { AgentError } from "../errors/agent-error.ts";

/** The rule for typed output. */
export interface OutputRule {
  /** The request field `response_format`. */
  readonly format: {
    readonly type: "json_schema";
    readonly json_schema: { readonly name: string; readonly schema: Record<string, unknown>; readonly strict: boolean };
  };
  readonly schema: StandardSchema | undefined;
  readonly json: JsonSchema;
}

/** Reads the option `output`. Throws `AgentError`. */
export function toOutputRule(output: OutputSchema): OutputRule {
  let sides: ReturnType<typeof resolveSchema>;
  try {
    sides = resolveSchema(output);
  } catch (cause) {
    throw new AgentError(`\`output\`: ${(cause as Error).message}`, { cause });
  }
  return {
    format: { type: "json_schema", json_schema: { name: "answer", ...toStrictJsonSchema(sides.jsonSchema) } },
    schema: sides.validator,
    json: sides.jsonSchema,
  };
}
