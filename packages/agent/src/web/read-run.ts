import { EventReader } from "@patchbay/client/sse";
import type { WebEvent } from "./public-event.ts";
import type { FailureEvent } from "./to-response.ts";

/** A run on another machine failed, or its events did not arrive. */
export class RemoteRunError extends Error {
  override readonly name = "RemoteRunError";
  /** Name of the error on the server, such as `ApiError`. */
  readonly errorName: string;
  /** Branch on this: the code of the error on the server, `http_error`, `malformed` or `truncated`. */
  readonly code: string;
  /** HTTP status, from the API or from the route. */
  readonly status: number | undefined;

  constructor({ name, code, status, message, cause }: Omit<FailureEvent, "type"> & { readonly cause?: unknown }) {
    super(message, { cause });
    this.errorName = name;
    this.code = code;
    this.status = status;
  }
}

/**
 * Reads the events of a run from the response of a web route, for browsers. Accepts every form of server-sent events,
 * including comments that proxies add. An abort of the fetch passes through unchanged.
 *
 * @throws RemoteRunError if the run failed or its events are incomplete
 * @example
 * ```ts
 * const response = await fetch("/agent", { method: "POST", body: question });
 * for await (const event of readRunEvents(response)) show(event);
 * ```
 */
export async function* readRunEvents(response: Response): AsyncGenerator<WebEvent, void> {
  if (typeof (response as Partial<Response> | undefined)?.ok !== "boolean")
    throw new RemoteRunError({
      name: "Response",
      code: "malformed",
      message: "`response` must be a Response of fetch.",
    });
  const { status } = response;
  const { body } = response;
  if (response.bodyUsed || body?.locked)
    throw new RemoteRunError({ name: "Response", code: "malformed", message: "The response was read already." });
  if (!response.ok || !body) {
    const said = body ? reasonIn(await beginningOf(body)) : "";
    const message = `The route answered ${status}${said && `: ${said}`}`;
    throw new RemoteRunError({ name: "Response", code: "http_error", status, message: toSentence(message) });
  }
  const reader = new EventReader(body);
  let isWhole = false;
  try {
    for (let text = await next(reader); text !== undefined; text = await next(reader)) {
      // Proxies and other event servers send these.
      if (text === "" || text.trim() === "[DONE]") continue;
      const event = toEvent(text, reader.ended);
      if (event.type === "error") throw toRemoteError(event);
      isWhole ||= event.type === "finish" && event.path.length === 0;
      yield event;
    }
  } finally {
    reader.cancel();
  }
  if (isWhole) return;
  const other = reader.other.trim();
  if (other !== "")
    throw new RemoteRunError({
      name: "Malformed",
      code: "malformed",
      message: toSentence(`The route answered with something other than events of a run: ${reasonIn(other)}`),
    });
  throw truncated("The events ended before the run did. A proxy or the server closed the connection.");
}

type Unchecked = { readonly [Name in keyof FailureEvent]?: unknown };

/** Fields can be missing, because other servers and proxies send such events too. */
function toRemoteError(event: FailureEvent & { readonly error?: unknown }): RemoteRunError {
  const { error } = event;
  const { name, code, status, message }: Unchecked = { ...(typeof error === "object" && error), ...event };
  const said = message ?? error;
  return new RemoteRunError({
    name: typeof name === "string" ? name : "Error",
    code: typeof code === "string" ? code : "unknown",
    status: typeof status === "number" ? status : undefined,
    message: typeof said === "string" ? said : "The run failed. The route returned no reason.",
  });
}

/** The maximum number of characters that are read of a body, and shown of its reason. */
const mostRead = 4000;
const mostShown = 300;

async function beginningOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (text.length < mostRead) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch (cause) {
    if (!isBroken(cause)) throw cause;
  }
  // A failed reader cannot be canceled.
  reader.cancel().catch(() => undefined);
  return text;
}

/** Why a route failed: the message of a JSON body, or its text. */
function reasonIn(text: string): string {
  const plain = text.trim().slice(0, mostShown);
  try {
    const { error, message, detail } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const inner = (error as { readonly message?: unknown } | null | undefined)?.message;
    const said = [inner, error, message, detail].find((one) => typeof one === "string" && one !== "");
    return typeof said === "string" ? said.slice(0, mostShown) : plain;
  } catch {
    return plain;
  }
}

function toSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function truncated(message: string, cause?: unknown): RemoteRunError {
  return new RemoteRunError({ name: "Truncated", code: "truncated", message, cause });
}

/** The next payload; `undefined` at the end. */
async function next(reader: EventReader): Promise<string | undefined> {
  try {
    while (!reader.ended) {
      const text = reader.take();
      if (text !== undefined) return text;
      await reader.fill();
    }
    return undefined;
  } catch (cause) {
    if (!isBroken(cause)) throw cause;
    throw truncated(toSentence(`The connection broke before the run ended: ${cause.message}`), cause);
  }
}

/**
 * Whether the connection broke. Runtimes throw a TypeError or, as Bun does, an error with a code; anything else is an
 * abort by the caller.
 */
function isBroken(thrown: unknown): thrown is Error {
  return (
    thrown instanceof TypeError || (thrown instanceof Error && "code" in thrown && typeof thrown.code === "string")
  );
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
