import type { ResponseObject, ResponseStreamEvent } from "@patchbay/spec";
import { responsesCreate } from "@patchbay/spec/operation-calls";
import { fromBody, fromResponse } from "../stream/from-body.ts";
import { ModelStream, type StreamOpener, type StreamType } from "../stream/model-stream.ts";
import type { StreamKind } from "../stream/stream-kind.ts";

const kind: StreamKind<ResponseStreamEvent, ResponseObject> = {
  operation: responsesCreate,
  // Bundles load this code only when a response is streamed.
  parts: async () => (await import("./response-parts.ts")).responseParts,
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
  constructor(open: StreamOpener<ResponseStreamEvent>) {
    super(open, kind);
  }

  /** The same as `final()`, under the name of OpenAI's SDK. */
  finalResponse(): Promise<ResponseObject> {
    return this.final();
  }

  /**
   * Reads a response from server-sent events, such as those of `toReadableStream()`.
   *
   * @throws PatchbayError when reading starts and the body is not a ReadableStream or was read before
   * @example
   * ```ts
   * const stream = ResponseStream.fromReadableStream((await fetch("/respond", { method: "POST", body })).body!);
   * ```
   */
  static fromReadableStream(body: ReadableStream<Uint8Array>): ResponseStream {
    return new ResponseStream(() => fromBody(body, kind));
  }

  /**
   * Reads a response from the response of a web route, such as one of `toResponse()`. An error response becomes the same typed
   * error as on the server.
   *
   * @throws PatchbayError when reading starts and the argument is not a Response, or its body was read before
   * @example
   * ```ts
   * const stream = ResponseStream.fromResponse(await fetch("/respond", { method: "POST", body }));
   * for await (const text of stream.textStream()) show(text);
   * ```
   */
  static fromResponse(response: Response): ResponseStream {
    return new ResponseStream(() => fromResponse(response, kind));
  }
}

/** The streams of the Responses API. */
export const responseStreams: StreamType<ResponseStreamEvent, ResponseObject> = {
  kind,
  create: (open) => new ResponseStream(open),
};
