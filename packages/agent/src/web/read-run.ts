import { EventReader } from "@patchbay/client/sse";
import type { WebEvent } from "./public-event.ts";
import type { FailureEvent } from "./to-response.ts";

/** A run on another machine failed, or its events did not arrive. */
export class RemoteRunError extends Error {
  override readonly name = "RemoteRunError";
  /** Name of the error at the server, such as `ApiError`. */
  readonly remoteName: string;
  /** What programs branch on: the code of the error at the server, `http_error`, `malformed` or `truncated`. */
  readonly code: string;
  /** HTTP status: of the service, or of the route itself. */
  readonly status: number | undefined;

  constructor({ name, code, status, message, cause }: Omit<FailureEvent, "type"> & { readonly cause?: unknown }) {
    super(message, { cause });
    this.remoteName = name;
    this.code = code;
    this.status = status;
  }
}

/**
 * The events of a run from the response of a web route, for a browser. Reads every form of server-sent events, with the comments that
 * proxies add. An abort of the fetch passes through untouched.
 *
 * @throws RemoteRunError when the run failed, or came to no end
 * @example
 * ```ts
 * for await (const event of readRun(await fetch("/agent", { method: "POST", body: question }))) show(event);
 * ```
 */
export async function* readRun(response: Response): AsyncGenerator<WebEvent, void> {
  if (typeof (response as Partial<Response> | undefined)?.ok !== "boolean")
    throw new RemoteRunError({
      name: "Response",
      code: "malformed",
      message: "`response` must be a Response of fetch.",
    });
  const { status } = response;
  if (!response.ok || !response.body)
    throw new RemoteRunError({
      name: "Response",
      code: "http_error",
      status,
      message: `The route answered ${status}.`,
    });
  if (response.bodyUsed || response.body.locked)
    throw new RemoteRunError({ name: "Response", code: "malformed", message: "The response was read already." });
  const reader = new EventReader(response.body);
  let isWhole = false;
  try {
    for (let text = await next(reader); text !== undefined; text = await next(reader)) {
      // Sent by proxies and by other servers of events.
      if (text === "" || text.trim() === "[DONE]") continue;
      const event = toEvent(text, reader.ended);
      if (event.type === "error") throw new RemoteRunError(event);
      isWhole ||= event.type === "finish" && event.path.length === 0;
      yield event;
    }
  } finally {
    reader.cancel();
  }
  if (!isWhole) throw truncated("The events ended before the run did. A proxy or the server closed the connection.");
}

function truncated(message: string, cause?: unknown): RemoteRunError {
  return new RemoteRunError({ name: "Truncated", code: "truncated", message, cause });
}

/** The next payload; undefined at the end. */
async function next(reader: EventReader): Promise<string | undefined> {
  try {
    while (!reader.ended) {
      const text = reader.take();
      if (text !== undefined) return text;
      await reader.fill();
    }
    return undefined;
  } catch (cause) {
    // Runtimes throw a TypeError when a connection breaks; anything else is the caller's own abort.
    if (!(cause instanceof TypeError)) throw cause;
    throw truncated(`The connection broke before the run ended: ${cause.message}.`, cause);
  }
}

function toEvent(text: string, isLast: boolean): WebEvent | FailureEvent {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    if (isLast) throw truncated("The events ended in the middle of one. A proxy or the server closed the connection.");
  }
  if (typeof (event as { readonly type?: unknown } | null | undefined)?.type === "string") {
    const { path, ...rest } = event as WebEvent;
    return { ...rest, path: Array.isArray(path) ? path : [] };
  }
  throw new RemoteRunError({
    name: "Malformed",
    code: "malformed",
    message: `The route sent something other than events of a run: ${JSON.stringify(text.slice(0, 100))}.`,
  });
}
