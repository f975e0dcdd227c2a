import type { OutputError } from "../errors/output-error.ts";
import type { Exchange } from "../http/exchange.ts";
import { isResponse } from "../http/is-response.ts";
import type { Call } from "../http/request.ts";
import { send } from "../http/send.ts";
import { readGiven } from "../options/read-given.ts";
import { readModelJson } from "../schema/model-json.ts";
import {
  formatIssues,
  resolveSchema,
  toStrictJsonSchema,
  type JsonSchema,
  type OutputSchema,
  type SchemaIssue,
} from "../schema/output-schema.ts";

/** How an API takes a schema and returns the output. */
export interface OutputApi<Response extends object> {
  /** Adds the schema to the input. */
  readonly withSchema: (input: Call["input"], schema: NamedSchema) => Call["input"];
  readonly textOf: (response: Response) => string;
  /** Why the response has no complete output; undefined if it has. */
  readonly failureOf: (response: Response) => OutputFailure | undefined;
  readonly toError: (
    message: string,
    response: Response,
    issues?: readonly SchemaIssue[],
    cause?: unknown,
  ) => OutputError;
}

/** Why a response has no complete output. */
export interface OutputFailure {
  readonly isTruncated?: boolean;
  /** The reason, and what to do. */
  readonly reason: string;
}

/** A strict JSON Schema as an API takes it. */
interface NamedSchema {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly strict: boolean;
}

/** Sends the call with the schema, and parses and validates the output. Resolves to the response if it was requested unread. */
export async function sendAndParse<Result extends object>(
  exchange: Exchange,
  call: Call,
  fullInput: { readonly output: OutputSchema } | null | undefined,
  api: OutputApi<Result>,
): Promise<(Result & { readonly parsed: never }) | Response> {
  const { jsonSchema, validator } = readGiven(`The input of ${call.operation.id}`, () => {
    const { output, ...input } = fullInput ?? ({} as NonNullable<typeof fullInput>);
    const resolved = resolveSchema(output);
    call.input = api.withSchema(input, { name: "answer", ...toStrictJsonSchema(resolved.jsonSchema) });
    return resolved;
  });
  const response = await send(exchange, call);
  if (isResponse(response)) return response;
  const complete = response as Result;
  const value = readValue(complete, jsonSchema, api);
  const result = (await validator?.["~standard"].validate(value)) ?? { value };
  if (result.issues)
    throw api.toError(
      `The output does not match the schema: ${formatIssues(result.issues)}. Send the request again, or relax the schema.`,
      complete,
      result.issues,
    );
  return Object.assign(complete, { parsed: result.value as never });
}

function readValue<Result extends object>(response: Result, { type }: JsonSchema, api: OutputApi<Result>): unknown {
  const text = api.textOf(response);
  const failure = api.failureOf(response);
  const isTruncated = failure?.isTruncated === true;
  const start = `it starts with ${JSON.stringify(text.slice(0, 100))}. Send the request again, or use another model.`;
  const message = `The output is not valid JSON: ${failure?.reason ?? start}`;
  try {
    const value = readModelJson(text, type);
    // A truncated number is still a valid number.
    if (!(isTruncated && typeof value === "number")) return value;
  } catch (cause) {
    // For a schema of type string, a model may omit the quotes.
    if (type === "string" && text.trim() !== "" && !isTruncated) return text;
    throw api.toError(message, response, [], cause);
  }
  throw api.toError(message, response);
}
