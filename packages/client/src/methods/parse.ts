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
 * Asks for an answer that obeys a schema, and gives it as a typed value.
 *
 * @throws OutputError when the answer is not JSON or does not match the schema; it keeps the text
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
  input: OmitKnown<ChatCompletionRequest, "response_format" | "stream"> & {
    readonly output: Schema;
    readonly response_format?: undefined;
    readonly stream?: false | null | undefined;
  },
  options?: RequestOptions,
) => ApiPromise<ParsedCompletion<InferOutput<Schema>>>;

export function createParse(exchange: Exchange): Parse {
  return (given, options) => {
    const call: Call = { operation: chatCompletionsCreate, input: {}, options: options ?? {} };
    const work = async (): Promise<ParsedCompletion<never>> => {
      const { ask } = await load(() => import("./parsed-completion.ts"));
      return ask(exchange, call, given);
    };
    return new ApiPromise(work(), call);
  };
}
