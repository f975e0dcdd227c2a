import type { ResponseObject } from "@patchbay/spec";
import { OutputError } from "../errors/output-error.ts";
import { partsOfOutput, textOfOutput } from "../schema/output-text.ts";
import type { OutputApi, OutputFailure } from "./parsed-output.ts";

export { sendAndParse } from "./parsed-output.ts";

/** A response with its output as a value. */
export type ParsedResponse<Output> = ResponseObject & { readonly parsed: Output };

/** Structured output of the Responses API. */
export const responseOutput: OutputApi<ResponseObject> = {
  withSchema: ({ text, ...input }, schema) => ({
    ...input,
    text: { ...(text as object | null | undefined), format: { type: "json_schema", ...schema } },
  }),
  textOf: ({ output }) => textOfOutput(finalMessages(output)),
  failureOf({ output, incomplete_details: details }) {
    const refusal = partsOfOutput(output).find(({ type }) => type === "refusal")?.refusal;
    const failure = failures[details?.reason ?? ""] ?? (output.some(isCall) ? calledTools : undefined);
    return typeof refusal === "string" ? { ...failure, reason: refusal } : failure;
  },
  toError: (message, response, issues, cause) => new OutputError(message, response, issues, cause),
};

/** The messages without the commentary that a model writes while it works. */
function finalMessages(output: ResponseObject["output"]): ResponseObject["output"] {
  return output.filter((item) => (item as { readonly phase?: unknown } | null)?.phase !== "commentary");
}

const calledTools: OutputFailure = {
  reason: "the model called tools. Run them, and send their results; `error.response` has the calls.",
};

function isCall(item: ResponseObject["output"][number] | null): boolean {
  return item?.type === "function_call" || item?.type === "custom_tool_call";
}

const failures: Partial<Record<string, OutputFailure>> = {
  max_output_tokens: {
    isTruncated: true,
    reason: "it was truncated at the token limit. Raise `max_output_tokens`.",
  },
  content_filter: { reason: "the provider's content filter stopped it. Change the input or the model." },
};
