import { PatchbayError } from "../errors/errors.ts";
import { AttemptDeadline } from "../http/deadline.ts";
import { isResponse } from "../http/is-response.ts";
import { readWhole } from "../http/send.ts";
import { load } from "../options/load.ts";
import { showValue } from "../options/show-value.ts";
import type { StreamKind } from "./stream-kind.ts";
import { StreamReader, type StreamResponse } from "./stream-reader.ts";

/**
 * Opens the events of a body that the caller received elsewhere.
 *
 * @throws PatchbayError when the body is not a ReadableStream or was read before
 */
export function fromBody<Event, Result>(
  body: ReadableStream<Uint8Array>,
  kind: StreamKind<Event, Result>,
): Promise<StreamReader<Event>> {
  return toReader({ status: 200, headers: new Headers(), body: body as Response["body"] }, kind);
}

/**
 * Opens the events of a response that the caller received elsewhere.
 *
 * @throws PatchbayError when it is not a Response, or its body was read before
 * @throws ApiError for an error response
 */
export async function fromResponse<Event, Result>(
  response: Response,
  kind: StreamKind<Event, Result>,
): Promise<StreamReader<Event>> {
  if (!isResponse(response))
    throw new PatchbayError(
      `\`fromResponse\` expects a Response, got ${showValue(response)}. Pass the result of \`await fetch(…)\`.`,
    );
  if (!response.ok || !response.body) await readWhole(response, kind.operation.response);
  return toReader(response, kind);
}

async function toReader<Event, Result>(
  response: StreamResponse,
  { operation, parts }: StreamKind<Event, Result>,
): Promise<StreamReader<Event>> {
  const { body } = response as { readonly body: { readonly locked?: unknown } | null | undefined };
  if (body?.locked !== false)
    throw new PatchbayError(
      body?.locked === true
        ? "The body was already read. Read it once, or split it first with `tee()`."
        : `\`fromReadableStream\` expects a ReadableStream, got ${showValue(body)}. Pass the \`body\` of a response.`,
    );
  const { createFormat } = typeof parts === "function" ? await load(parts) : parts;
  return new StreamReader(response, {
    operation,
    format: createFormat({ operation, choices: 1 }),
    idleTimeout: Number.POSITIVE_INFINITY,
    deadline: new AttemptDeadline(undefined, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
    validate: undefined,
    onEnd: () => undefined,
  });
}
