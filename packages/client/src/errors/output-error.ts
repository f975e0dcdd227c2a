import type { ChatCompletion } from "@patchbay/spec";
import { getResponseInfo } from "./response-info.ts";
import { hideDetails } from "./error-view.ts";
import { PatchbayError } from "./errors.ts";
import type { SchemaIssue } from "../schema/output-schema.ts";

/** The model answered, but not with what was asked for. */
export class OutputError extends PatchbayError {
  static override readonly kind = "OutputError";
  override readonly name = "OutputError";
  /** What the model said. */
  readonly text: string;
  readonly completion: ChatCompletion;
  /** What is wrong with the value; empty when it is no JSON. */
  readonly issues: readonly SchemaIssue[];

  constructor(message: string, completion: ChatCompletion, issues: readonly SchemaIssue[] = [], cause?: unknown) {
    super(message, { cause });
    this.text = textOf(completion);
    this.completion = completion;
    this.issues = issues;
    const info = getResponseInfo(completion);
    if (info) this.attempts = info.attempts;
    hideDetails(this);
  }
}

/** A provider may write the content as a list of parts. */
export function textOf({ choices }: ChatCompletion): string {
  const content: unknown = choices[0]?.message.content;
  if (!Array.isArray(content)) return typeof content === "string" ? content : "";
  return content
    .map((part) => (part as { text?: unknown } | null)?.text)
    .filter((text) => typeof text === "string")
    .join("");
}
