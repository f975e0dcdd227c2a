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
import { send } from "../http/send.ts";

/** A completion with its answer as a value. */
export type ParsedCompletion<Output> = ChatCompletion & { readonly parsed: Output };

/** Sends the call with the schema, and reads the value of the answer. */
export async function ask(
  exchange: Exchange,
  call: Call,
  given: { readonly output: OutputSchema } | null | undefined,
): Promise<ParsedCompletion<never>> {
  const { jsonSchema: json, validator: standard } = readGiven(`The input of ${call.operation.id}`, () => {
    const { output, ...input } = given ?? ({} as NonNullable<typeof given>);
    const sides = resolveSchema(output);
    const response_format = {
      type: "json_schema",
      json_schema: { name: "answer", ...toStrictJsonSchema(sides.jsonSchema) },
    };
    call.input = { ...input, response_format };
    return sides;
  });
  const completion = (await send(exchange, call)) as ChatCompletion;
  if (call.isRaw) return completion as ParsedCompletion<never>;
  const value = readValue(completion, json);
  const result = (await standard?.["~standard"].validate(value)) ?? { value };
  if (result.issues) {
    throw new OutputError(
      `The answer does not match the schema: ${formatIssues(result.issues)}`,
      completion,
      result.issues,
    );
  }
  return Object.assign(completion, { parsed: result.value as never });
}

function readValue(completion: ChatCompletion, { type }: JsonSchema): unknown {
  const text = textOf(completion);
  const isCut = completion.choices[0]?.finish_reason === "length";
  try {
    const value = readModelJson(text, type);
    // Half a number is a number, too.
    if (!(isCut && typeof value === "number")) return value;
  } catch (cause) {
    // A model that is asked for a string may write it without quotes.
    if (type === "string" && text.trim() !== "" && !isCut) return text;
    throw noJson(completion, cause);
  }
  throw noJson(completion);
}

function noJson(completion: ChatCompletion, cause?: unknown): OutputError {
  const { finish_reason: reason, message } = completion.choices[0] ?? {};
  const ends: Partial<Record<string, string>> = {
    length: "it was cut off at the limit of tokens; raise `max_tokens`",
    content_filter: "the provider's content filter stopped it; change the messages or the model",
  };
  const begin = `it begins with ${JSON.stringify(textOf(completion).slice(0, 100))}`;
  const why = message?.refusal ?? ends[reason ?? ""] ?? begin;
  return new OutputError(`The answer is not JSON: ${why}`, completion, [], cause);
}
