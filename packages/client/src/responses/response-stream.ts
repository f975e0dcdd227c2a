import type { ResponseObject, ResponseStreamEvent } from "@patchbay/spec";
import { responsesCreate } from "@patchbay/spec/operation-calls";
import { createLazy } from "../options/load.ts";
import { ModelStream } from "../stream/model-stream.ts";
import type { StreamKind } from "../stream/stream-kind.ts";

const kind: StreamKind<ResponseStreamEvent, ResponseObject> = {
  operation: responsesCreate,
  // Bundles load this code only when a response is streamed.
  parts: createLazy(async () => (await import("./response-parts.ts")).responseParts),
};

/**
 * A streamed response of the Responses API. Read it once: as typed events in a loop, with `textStream()`, or as a whole with
 * `final()`.
 *
 * @example
 * ```ts
 * const stream = client.responses.stream({ model, input: "Hello!" });
 * for await (const event of stream)
 *   if (event.type === "response.output_item.done" && event.item.type === "function_call") console.log(event.item.name);
 * const { output, usage } = await stream.final();
 * ```
 */
export class ResponseStream extends ModelStream<ResponseStreamEvent, ResponseObject> {
  /** @internal */
  static readonly kind: typeof kind = kind;

  /** The same as `final()`, under the name of OpenAI's SDK. */
  finalResponse(): Promise<ResponseObject> {
    return this.final();
  }
}
