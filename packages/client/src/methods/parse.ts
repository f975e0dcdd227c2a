import type { ChatCompletionRequest } from "@patchbay/spec";
import { chatCompletionsCreate } from "@patchbay/spec/operation-calls";
import { ApiPromise } from "../http/api-promise.ts";
import type { Exchange } from "../http/exchange.ts";
import { load } from "../options/load.ts";
import type { RequestOptions } from "../options/options.ts";
import type { Call, OmitKnown } from "../http/request.ts";
import type { OutputSchema, InferOutput } from "../schema/output-schema.ts";
import type { ParsedCompletion } from "./parsed-completion.ts";

/**
 * Creates a chat completion whose output matches a schema, and returns the output as `parsed`, typed by the schema. The
 * schema is sent as `response_format`, with strict mode when it can express the schema.
 *
 * @throws OutputError when the output is not valid JSON or does not match the schema; it has the text
 * @throws PatchbayError when the JSON Schema of `output` cannot be determined
 * @example
 * ```ts
 * const { parsed } = await client.chat.completions.parse({
 *   model: "openai/gpt-5-mini",
 *   messages: [{ role: "user", content: "Where is the Eiffel Tower?" }],
 *   output: z.object({ city: z.string(), country: z.string() }),
 * });
 * ```
 */
export type Parse = <const Schema extends OutputSchema>(
  input: OmitKnown<ChatCompletionRequest, "response_format" | "stream"> & {
    readonly output: Schema;
    readonly response_format?: undefined;
    readonly stream?: false | null | undefined;
  },
  options?: RequestOptions,
) => ApiPromise<ParsedCompletion<InferOutput<Schema>>>;

export function createParse(exchange: Exchange): Parse {
  return (input, options) => {
    const call: Call = { operation: chatCompletionsCreate, input: {}, options: options ?? {} };
    const work = async (): Promise<ParsedCompletion<never> | Response> => {
      const { sendAndParse, completionOutput } = await load(() => import("./parsed-completion.ts"));
      return sendAndParse(exchange, call, input, completionOutput);
    };
    return new ApiPromise(work(), call);
  };
}
