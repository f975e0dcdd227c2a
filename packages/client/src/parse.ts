import type { ChatCompletion, ChatCompletionRequest } from "@patchbay/spec";
import { chatCompletionsCreate } from "@patchbay/spec/calls";
import { Answer } from "./answer.ts";
import { infoOf } from "./answer-info.ts";
import { hideDetails } from "./error-view.ts";
import { PatchbayError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import { readModelJson } from "./model-json.ts";
import { send } from "./send.ts";
import type { RequestOptions } from "./options.ts";
import { readGiven } from "./read-given.ts";
import type { Call, Without } from "./request.ts";
import {
  sidesOf,
  tellIssues,
  toStrict,
  type JsonSchema,
  type OutputSchema,
  type OutputTypeOf,
  type SchemaIssue,
} from "./schema.ts";

/** A completion with its answer as a value. */
export type ParsedCompletion<Output> = ChatCompletion & { readonly parsed: Output };

/**
 * Asks for an answer that obeys a schema, and gives it as a typed value.
 *
 * @throws OutputError when the answer is no JSON or does not obey the schema; it keeps the text
 * @example
 * ```ts
 * const { parsed } = await client.chat.completions.parse({
 *   model: "openai/gpt-5-mini",
 *   messages: [{ role: "user", content: "Where is the Eiffel tower?" }],
 *   output: z.object({ city: z.string(), country: z.string() }),
 * });
 * ```
 */
export type Parse = <const Schema extends OutputSchema>(
  input: Without<ChatCompletionRequest, "response_format" | "stream"> & {
    readonly output: Schema;
    readonly response_format?: never;
    readonly stream?: never;
  },
  options?: RequestOptions,
) => Answer<ParsedCompletion<OutputTypeOf<Schema>>>;

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
    const info = infoOf(completion);
    if (info) this.attempts = info.attempts;
    hideDetails(this);
  }
}

export function createParse(exchange: Exchange): Parse {
  return (given, options) => {
    const call: Call = { operation: chatCompletionsCreate, input: {}, options: options ?? {} };
    const work = async (): Promise<ParsedCompletion<never>> => {
      const { json, standard } = readGiven(`The input of ${chatCompletionsCreate.id}`, () => {
        const { output, ...input } = (given as typeof given | null | undefined) ?? ({} as typeof given);
        const sides = sidesOf(output);
        const response_format = { type: "json_schema", json_schema: { name: "answer", ...toStrict(sides.json) } };
        call.input = { ...input, response_format };
        return sides;
      });
      const completion = (await send(exchange, call)) as ChatCompletion;
      if (call.isRaw) return completion as ParsedCompletion<never>;
      const value = readValue(completion, json);
      const result = (await standard?.["~standard"].validate(value)) ?? { value };
      if (result.issues) {
        throw new OutputError(
          `The answer does not obey the schema: ${tellIssues(result.issues)}`,
          completion,
          result.issues,
        );
      }
      return Object.assign(completion, { parsed: result.value as never });
    };
    return new Answer(work(), call);
  };
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
  return new OutputError(`The answer is no JSON: ${why}`, completion, [], cause);
}

/** A provider may write the content as a list of parts. */
function textOf({ choices }: ChatCompletion): string {
  const content: unknown = choices[0]?.message.content;
  if (!Array.isArray(content)) return typeof content === "string" ? content : "";
  return content
    .map((part) => (part as { text?: unknown } | null)?.text)
    .filter((text) => typeof text === "string")
    .join("");
}
