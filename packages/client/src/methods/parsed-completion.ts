import type { ChatCompletion } from "@patchbay/spec";
import { OutputError, textOf } from "../errors/output-error.ts";
import type { OutputApi, OutputFailure } from "./parsed-output.ts";

export { sendAndParse } from "./parsed-output.ts";

/** A completion with its output as a value. */
export type ParsedCompletion<Output> = ChatCompletion & { readonly parsed: Output };

/** Structured output of chat completions. */
export const completionOutput: OutputApi<ChatCompletion> = {
  withSchema: (input, json_schema) => ({ ...input, response_format: { type: "json_schema", json_schema } }),
  textOf,
  failureOf({ choices: [choice] }) {
    const { finish_reason: reason, message } = choice ?? {};
    const isTruncated = reason === "length";
    return message?.refusal ? { isTruncated, reason: message.refusal } : failures[reason ?? ""];
  },
  toError: (message, completion, issues, cause) => new OutputError(message, completion, issues, cause),
};

const failures: Partial<Record<string, OutputFailure>> = {
  length: { isTruncated: true, reason: "it was truncated at the token limit. Raise `max_tokens`." },
  tool_calls: {
    reason: "the model called tools. Run them, and send their results; `error.completion` has the calls.",
  },
  content_filter: {
    reason: "the provider's content filter stopped it. Change the messages or the model.",
  },
};
