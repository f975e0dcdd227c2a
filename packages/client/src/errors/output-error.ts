import type { ChatCompletion, ResponseObject } from "@patchbay/spec";
import { textOfOutput } from "../schema/output-text.ts";
import { getResponseInfo } from "./response-info.ts";
import { hideDetails } from "./error-view.ts";
import { PatchbayError } from "./patchbay-error.ts";
import type { SchemaIssue } from "../schema/output-schema.ts";

/**
 * The output of a model is not valid JSON or does not match the schema. Thrown by `parse()`.
 *
 * @example
 * ```ts
 * if (error instanceof OutputError) console.log(error.text, error.issues);
 * ```
 */
export class OutputError extends PatchbayError {
  static override readonly kind = "OutputError";
  override readonly name = "OutputError";
  /** The text of the model's output. */
  readonly text: string;
  /** The complete response of the API that was called. */
  readonly response: ChatCompletion | ResponseObject;
  /** The response of a chat completion; undefined for another API. */
  readonly completion: ChatCompletion | undefined;
  /** The violations of the schema; empty when the text is not valid JSON. */
  readonly issues: readonly SchemaIssue[];

  constructor(
    message: string,
    response: ChatCompletion | ResponseObject,
    issues: readonly SchemaIssue[] = [],
    cause?: unknown,
  ) {
    super(message, { cause });
    this.text = "choices" in response ? textOf(response) : textOfOutput(response.output);
    this.response = response;
    this.completion = "choices" in response ? response : undefined;
    this.issues = issues;
    const info = getResponseInfo(response);
    if (info) this.attempts = info.attempts;
    hideDetails(this);
  }
}

/** The text of the first choice. Some providers send the content as an array of parts. */
export function textOf({ choices }: ChatCompletion): string {
  const content: unknown = choices[0]?.message.content;
  if (!Array.isArray(content)) return typeof content === "string" ? content : "";
  return content
    .map((part) => (part as { text?: unknown } | null)?.text)
    .filter((text) => typeof text === "string")
    .join("");
}
