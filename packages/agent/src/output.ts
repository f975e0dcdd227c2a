import {
  type JsonSchema,
  type OutputSchema,
  OutputError,
  type ChatCompletion,
  type StandardSchema,
} from "@patchbay/client";
import { sidesOf, tellIssues, toStrict } from "@patchbay/client/schema";
import { AgentError } from "./agent-error.ts";
import { readJson } from "./json.ts";

/** What a typed answer has to be. */
export interface OutputRule {
  /** The field of the request. */
  readonly format: {
    readonly type: "json_schema";
    readonly json_schema: { readonly name: string; readonly schema: Record<string, unknown>; readonly strict: boolean };
  };
  readonly schema: StandardSchema | undefined;
}

/** Reads the option `output`; throws `AgentError`. */
export function toOutputRule(output: OutputSchema): OutputRule {
  let sides: { json: JsonSchema; standard: StandardSchema | undefined };
  try {
    sides = sidesOf(output);
  } catch (cause) {
    throw new AgentError(`\`output\`: ${(cause as Error).message}`, { cause });
  }
  return {
    format: { type: "json_schema", json_schema: { name: "answer", ...toStrict(sides.json) } },
    schema: sides.standard,
  };
}

/** The value of an answer, or what is wrong with it. */
export async function readOutput(
  { schema }: OutputRule,
  completion: ChatCompletion,
): Promise<{ value: unknown } | { error: OutputError }> {
  const text = completion.choices[0]?.message.content ?? "";
  let value: unknown;
  try {
    value = readJson(text);
  } catch (cause) {
    return {
      error: new OutputError(
        `The answer is no JSON: it begins with ${JSON.stringify(text.slice(0, 100))}`,
        completion,
        [],
        cause,
      ),
    };
  }
  const checked = await schema?.["~standard"].validate(value);
  if (!checked) return { value };
  if (!checked.issues) return { value: checked.value };
  return {
    error: new OutputError(
      `The answer does not obey the schema: ${tellIssues(checked.issues)}`,
      completion,
      checked.issues,
    ),
  };
}

/** What the model is asked to mend. */
export function repairRequest({ message }: OutputError): string {
  return `${message}\nAnswer again, with nothing but the JSON.`;
}
