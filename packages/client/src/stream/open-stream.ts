import { readWhole } from "../http/response-body.ts";
import type { EventFormat, FormatSource } from "./event-format.ts";
import { StreamReader, type ReaderSource } from "./stream-reader.ts";

/** What is known about the call of a stream. */
export interface OpenedCall extends Omit<ReaderSource<unknown>, "format"> {
  /** Number of requested choices (`n`). */
  readonly choices: number;
}

/** Resolves to a reader of the stream of a response once the first event has arrived. */
export async function openStream<Event>(
  response: Response,
  call: OpenedCall,
  createFormat: (source: FormatSource) => EventFormat<Event>,
): Promise<StreamReader<Event>> {
  // Throws for an error response and for a response without a body.
  if (!response.ok || !response.body) await readWhole(response, call.operation.response);
  return new StreamReader(response, { ...call, format: createFormat(call) }).peek();
}
