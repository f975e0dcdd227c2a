import { fromBody, fromResponse } from "./from-body.ts";
import { openStream } from "./open-stream.ts";

/** The code that opens a stream, which is the same for every kind. */
export interface Reading {
  readonly openStream: typeof openStream;
  readonly fromBody: typeof fromBody;
  readonly fromResponse: typeof fromResponse;
}

export const reading: Reading = { openStream, fromBody, fromResponse };
