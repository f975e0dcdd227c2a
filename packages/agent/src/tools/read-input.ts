import type { StandardSchema } from "@patchbay/client";
import { tellIssues } from "@patchbay/client/schema";
import { failed, type Outcome } from "./outcome.ts";
import type { AgentTool, Tool } from "./tool.ts";

/** The input of a call, or what is wrong with it. */
export interface Read {
  readonly value: unknown;
  /** As the model gave it: plain JSON. */
  readonly raw?: unknown;
  readonly error?: Outcome;
}

/** The arguments of a call, checked; what is wrong is said so that the model can mend it. */
export async function readInput(found: Tool | AgentTool, text: string): Promise<Read> {
  let value: unknown;
  try {
    // Some models leave the text empty where there is nothing to say.
    value = text.trim() === "" ? {} : JSON.parse(text);
  } catch (error) {
    return refuse(`The arguments are no JSON: ${(error as Error).message}. They were: ${text}`, text);
  }
  const schema = found.kind === "agent" ? undefined : found.schema;
  if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) ||
    (found.kind === "agent" && typeof (value as { input?: unknown }).input !== "string")
  )
    return refuse("The arguments are no object with the fields of the tool.", value);
  const checked = await check(schema, value);
  if (!checked) return { value, raw: value };
  if (checked instanceof Error) return refuse(`The schema of the tool failed: ${checked.message}`, value);
  if (!checked.issues) return { value: checked.value, raw: value };
  return refuse(`The arguments do not obey the schema: ${tellIssues(checked.issues)}`, value);
}

/** What a schema says; an error where it throws itself. */
async function check(schema: StandardSchema | undefined, value: unknown): Promise<Checked | Error | undefined> {
  try {
    return await schema?.["~standard"].validate(value);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

type Checked = Awaited<ReturnType<StandardSchema["~standard"]["validate"]>>;

/** An input that is told to be wrong. */
export function refuse(message: string, value: unknown, failure = "invalid_arguments"): Read {
  return { value, error: failed(message, failure) };
}
