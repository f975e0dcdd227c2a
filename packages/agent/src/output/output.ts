import {
  type JsonSchema,
  OutputError,
  type ChatCompletion,
  type ChatCompletionMessage,
  type SchemaIssue,
} from "@patchbay/client";
import { formatIssues } from "@patchbay/client/schema";
import { boundaryBefore } from "../text/cut-text.ts";
import { hasShape } from "./json-schema.ts";
import { textOf } from "../state/completion.ts";
import { candidatesOf } from "./output-candidates.ts";
import type { OutputRule } from "./output-rule.ts";
import { withoutThinking } from "./reasoning-text.ts";

/** The output of a completion, or its error. `isFinal`: repeating the request would not help. */
export type ReadOutput = { readonly value: unknown } | { readonly error: OutputError; readonly isFinal: boolean };

/** Reads the first JSON value of a completion that matches the schema. */
export async function readOutput(
  rule: OutputRule,
  message: ChatCompletionMessage,
  refusal: string | undefined,
  completion: ChatCompletion,
): Promise<ReadOutput> {
  if (refusal !== undefined)
    return { error: new OutputError(`The model refused the request: ${refusal}`, completion, []), isFinal: true };
  const text = textOf(message);
  let first: Checked | undefined;
  for (const value of candidatesOf(text)) {
    const checked = await check(rule, value);
    if ("value" in checked) return checked;
    first ??= checked;
  }
  if (takesText(rule.json)) {
    // Models omit the quotes if only a string is expected.
    const checked = await check(rule, withoutThinking(text));
    if ("value" in checked) return checked;
    first ??= checked;
  }
  if (first && "thrown" in first) {
    const failure = `The schema of the output failed: ${messageOf(first.thrown)}`;
    return { error: new OutputError(failure, completion, [], first.thrown), isFinal: true };
  }
  const issues = first && "issues" in first ? first.issues : [];
  const why = first
    ? `does not match the schema: ${formatIssues(issues)}`
    : `is not valid JSON: it begins with ${JSON.stringify(cutStart(text))}`;
  return { error: new OutputError(`The answer ${why}`, completion, issues), isFinal: false };
}

type Checked = { readonly value: unknown } | { readonly issues: readonly SchemaIssue[] } | { readonly thrown: unknown };

async function check({ schema, json }: OutputRule, value: unknown): Promise<Checked> {
  // A JSON Schema without a validator is only checked here.
  if (!schema)
    return hasShape(value, json) ? { value } : { issues: [{ message: "The value does not match the JSON Schema." }] };
  try {
    const checked = await schema["~standard"].validate(value);
    return checked.issues ? { issues: checked.issues } : { value: checked.value };
  } catch (thrown) {
    return { thrown };
  }
}

function takesText({ type }: JsonSchema): boolean {
  return [type].flat().includes("string");
}

function cutStart(text: string): string {
  return text.slice(0, boundaryBefore(text, 100));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The message that asks the model to correct its output. */
export function repairRequest({ message }: OutputError): string {
  return `${message}\nAnswer again with the JSON only.`;
}
