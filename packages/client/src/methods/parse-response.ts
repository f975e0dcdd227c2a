import type { ResponsesRequest } from "@patchbay/spec";
import { responsesCreate } from "@patchbay/spec/operation-calls";
import { ApiPromise } from "../http/api-promise.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Call, OmitKnown } from "../http/request.ts";
import { load } from "../options/load.ts";
import type { RequestOptions } from "../options/options.ts";
import type { InferOutput, OutputSchema } from "../schema/output-schema.ts";
import type { ParsedResponse } from "./parsed-response.ts";

/**
 * Creates a response whose output matches a schema, and returns the output as `parsed`, typed by the schema. The schema is sent
 * as `text.format`, with strict mode when it can express the schema.
 *
 * @throws OutputError when the output is not valid JSON or does not match the schema; it has the text
 * @throws PatchbayError when the JSON Schema of `output` cannot be determined
 * @example
 * ```ts
 * const { parsed } = await client.responses.parse({
 *   model: "openai/gpt-5-mini",
 *   input: "Where is the Eiffel Tower?",
 *   output: z.object({ city: z.string(), country: z.string() }),
 * });
 * ```
 */
export type ParseResponse = <const Schema extends OutputSchema>(
  input: OmitKnown<ResponsesRequest, "text" | "stream"> & {
    readonly output: Schema;
    readonly text?:
      | (OmitKnown<NonNullable<ResponsesRequest["text"]>, "format"> & { readonly format?: undefined })
      | null;
    readonly stream?: false | null | undefined;
  },
  options?: RequestOptions,
) => ApiPromise<ParsedResponse<InferOutput<Schema>>>;

export function createParseResponse(exchange: Exchange): ParseResponse {
  return (input, options) => {
    const call: Call = { operation: responsesCreate, input: {}, options: options ?? {} };
    const work = async (): Promise<ParsedResponse<never> | Response> => {
      const { sendAndParse, responseOutput } = await load(() => import("./parsed-response.ts"));
      return sendAndParse(exchange, call, input, responseOutput);
    };
    return new ApiPromise(work(), call);
  };
}
