import type { StandardSchema } from "@patchbay/client";
import { formatIssues } from "@patchbay/client/schema";
import { cutText } from "../text/cut-text.ts";
import { readArguments } from "./arguments.ts";
import { failed, type ToolOutcome } from "./tool-outcome.ts";
import type { AgentTool, Tool } from "./tool.ts";

/** The input of a call, or why it is invalid. */
export interface Read {
  readonly value: unknown;
  /** As the model generated it, as plain JSON. */
  readonly raw?: unknown;
  readonly error?: ToolOutcome;
}

/** The maximum number of characters of invalid arguments that the model receives. */
const shown = 1000;

/** Validates the arguments of a call. Errors are reported so that the model can correct them. */
export async function readInput(found: Tool | AgentTool, text: string): Promise<Read> {
  const read = readArguments(text);
  if ("problem" in read) return refuse(`${read.problem} They were: ${cutText(text, shown)}`, text);
  const { value } = read;
  if (found.kind === "agent")
    return typeof (value as { input?: unknown }).input === "string"
      ? { value, raw: value }
      : refuse("The arguments must have the string `input`.", value);
  const checked = await check(found.inputValidator, value);
  if (!checked) return { value, raw: value };
  if (checked instanceof Error) return refuse(`The schema of the tool failed: ${checked.message}`, value);
  if (!checked.issues) return { value: checked.value, raw: value };
  return refuse(`The arguments do not match the schema: ${formatIssues(checked.issues)}`, value);
}

/** The result of a schema; an error if it throws. */
async function check(schema: StandardSchema | undefined, value: unknown): Promise<Checked | Error | undefined> {
  try {
    return await schema?.["~standard"].validate(value);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

type Checked = Awaited<ReturnType<StandardSchema["~standard"]["validate"]>>;

/** An invalid input with its error. */
export function refuse(message: string, value: unknown, failure = "invalid_arguments"): Read {
  return { value, error: failed(message, failure) };
}
