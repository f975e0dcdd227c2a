import type { OperationCall } from "@patchbay/spec";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { AttemptDeadline } from "../http/deadline.ts";
import { isResponse } from "../http/is-response.ts";
import { readWhole } from "../http/response-body.ts";
import { showValue } from "../options/show-value.ts";
import type { EventFormat, FormatSource } from "./event-format.ts";
import { StreamReader, type StreamResponse } from "./stream-reader.ts";

type CreateFormat<Event> = (source: FormatSource) => EventFormat<Event>;

/**
 * Opens the events of a body that the caller received elsewhere.
 *
 * @throws PatchbayError when the body is not a ReadableStream or was read before
 */
export async function fromBody<Event>(
  body: ReadableStream<Uint8Array>,
  operation: OperationCall,
  createFormat: CreateFormat<Event>,
): Promise<StreamReader<Event>> {
  return toReader({ status: 200, headers: new Headers(), body: body as Response["body"] }, operation, createFormat);
}

/**
 * Opens the events of a response that the caller received elsewhere.
 *
 * @throws PatchbayError when it is not a Response, or its body was read before
 * @throws ApiError for an error response
 */
export async function fromResponse<Event>(
  response: Response,
  operation: OperationCall,
  createFormat: CreateFormat<Event>,
): Promise<StreamReader<Event>> {
  if (!isResponse(response))
    throw new PatchbayError(
      `\`fromResponse\` expects a Response, got ${showValue(response)}. Pass the result of \`await fetch(…)\`.`,
    );
  if (!response.ok || !response.body) await readWhole(response, operation.response);
  return toReader(response, operation, createFormat);
}

function toReader<Event>(
  response: StreamResponse,
  operation: OperationCall,
  createFormat: CreateFormat<Event>,
): StreamReader<Event> {
  const { body } = response as { readonly body: { readonly locked?: unknown } | null | undefined };
  if (body?.locked !== false)
    throw new PatchbayError(
      body?.locked === true
        ? "The body was already read. Read it once, or split it first with `tee()`."
        : `\`fromReadableStream\` expects a ReadableStream, got ${showValue(body)}. Pass the \`body\` of a response.`,
    );
  return new StreamReader(response, {
    operation,
    format: createFormat({ operation, choices: 1 }),
    idleTimeout: Number.POSITIVE_INFINITY,
    deadline: new AttemptDeadline(undefined, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
    validate: undefined,
    onEnd: () => undefined,
  });
}
