import type { ChatCompletion } from "@patchbay/spec";
import type { Exchange } from "../http/exchange.ts";
import { readModelJson } from "../schema/model-json.ts";
import { OutputError, textOf } from "../errors/output-error.ts";
import { readGiven } from "../options/read-given.ts";
import type { Call } from "../http/request.ts";
import {
  resolveSchema,
  formatIssues,
  toStrictJsonSchema,
  type JsonSchema,
  type OutputSchema,
} from "../schema/output-schema.ts";
import { isResponse } from "../http/is-response.ts";
import { send } from "../http/send.ts";

/** A completion with its output as a value. */
export type ParsedCompletion<Output> = ChatCompletion & { readonly parsed: Output };

/** Sends the call with the schema, and parses and validates the output. Resolves to the response if it was requested unread. */
export async function sendAndParse(
  exchange: Exchange,
  call: Call,
  fullInput: { readonly output: OutputSchema } | null | undefined,
): Promise<ParsedCompletion<never> | Response> {
  const { jsonSchema, validator } = readGiven(`The input of ${call.operation.id}`, () => {
    const { output, ...input } = fullInput ?? ({} as NonNullable<typeof fullInput>);
    const resolved = resolveSchema(output);
    const json_schema = { name: "answer", ...toStrictJsonSchema(resolved.jsonSchema) };
    call.input = { ...input, response_format: { type: "json_schema", json_schema } };
    return resolved;
  });
  const response = await send(exchange, call);
  if (isResponse(response)) return response;
  const completion = response as ChatCompletion;
  const value = readValue(completion, jsonSchema);
  const result = (await validator?.["~standard"].validate(value)) ?? { value };
  if (result.issues)
    throw new OutputError(
      `The output does not match the schema: ${formatIssues(result.issues)}. Send the request again, or relax the schema.`,
      completion,
      result.issues,
    );
  return Object.assign(completion, { parsed: result.value as never });
}

function readValue(completion: ChatCompletion, { type }: JsonSchema): unknown {
  const text = textOf(completion);
  const isTruncated = completion.choices[0]?.finish_reason === "length";
  try {
    const value = readModelJson(text, type);
    // A truncated number is still a valid number.
    if (!(isTruncated && typeof value === "number")) return value;
  } catch (cause) {
    // For a schema of type string, a model may omit the quotes.
    if (type === "string" && text.trim() !== "" && !isTruncated) return text;
    throw toJsonError(completion, cause);
  }
  throw toJsonError(completion);
}

function toJsonError(completion: ChatCompletion, cause?: unknown): OutputError {
  const { finish_reason: reason, message } = completion.choices[0] ?? {};
  const reasons: Partial<Record<string, string>> = {
    length: "it was truncated at the token limit. Raise `max_tokens`.",
    content_filter: "the provider's content filter stopped it. Change the messages or the model.",
  };
  const start = `it starts with ${JSON.stringify(textOf(completion).slice(0, 100))}. Send the request again, or use another model.`;
  const why = message?.refusal ?? reasons[reason ?? ""] ?? start;
  return new OutputError(`The output is not valid JSON: ${why}`, completion, [], cause);
}
