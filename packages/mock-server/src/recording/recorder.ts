import type { Bytes } from "@patchbay/service/http/bytes";
import type { ReadRequest } from "@patchbay/service/http/request";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import { requestHeaders, responseHeaders } from "./proxy-headers.ts";
import {
  keepHeaders,
  redactBody,
  redactPath,
  redactPieces,
  type RecordedExchange,
  type Piece,
  type RecordedResponse,
  type Recording,
} from "./recording.ts";

/** Options of a recording proxy. */
export interface RecordOptions {
  /** The base URL of the upstream API, such as `https://openrouter.ai/api/v1`. */
  readonly baseURL: string;
  /** Names of fields whose values are redacted, in requests and responses. */
  readonly redact?: readonly string[];
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Called when an exchange has ended, with all stored exchanges and the new one. */
  readonly onExchange?: (recording: Recording, exchange: RecordedExchange) => void;
  /** Whether `server.recording` stores the exchanges. Default: true. With `false`, only `onExchange` receives them. */
  readonly keep?: boolean;
}

/** Forwards requests to an upstream API and records the exchanges. */
export interface Recorder {
  readonly reply: (request: ReadRequest, path: string) => Promise<Reply>;
  readonly recording: Recording;
}

/** The most bytes of a recorded response. A longer response is forwarded but not recorded. */
const longestAnswer = 64 * 1024 * 1024;

/** Creates a recorder. The caller's key is forwarded but not stored. */
export function createRecorder({
  baseURL,
  redact: fields = [],
  fetch: send = fetch,
  onExchange,
  keep = true,
}: RecordOptions): Recorder {
  const exchanges: RecordedExchange[] = [];
  const names = new Set(fields);
  const recording: Recording = { version: 1, exchanges };

  const remember = ({ method, body }: ReadRequest, full: string, response: RecordedResponse): void => {
    const pieces = redactPieces(response.pieces, names);
    const request = { method, path: redactPath(full), body: redactBody(body, names) };
    const exchange: RecordedExchange = { request, response: { ...response, pieces } };
    if (keep) exchanges.push(exchange);
    try {
      onExchange?.(recording, exchange);
    } catch (error) {
      // The response was sent already.
      console.error(error);
    }
  };

  return {
    recording,
    async reply(request, path) {
      const { method, headers, body, url, signal } = request;
      const full = `${path}${url.search}`;
      const hasBody = body !== "" && method !== "GET" && method !== "HEAD";
      const sent = await send(baseURL.replace(/\/$/, "") + full, {
        method,
        headers: requestHeaders(headers),
        // Redirects are the caller's to follow, not the recorder's.
        redirect: "manual",
        ...(hasBody && { body }),
        ...(signal && { signal }),
      }).then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
      if ("response" in sent) {
        const { response } = sent;
        const { status } = response;
        const kept = keepHeaders(response.headers);
        const ended = (pieces: readonly Piece[], end: RecordedResponse["end"]): void =>
          remember(request, full, { status, headers: kept, pieces: inPieces(kept, pieces), ...(end && { end }) });
        return {
          status,
          headers: responseHeaders(response.headers),
          repeated: { "set-cookie": response.headers.getSetCookie() },
          body: { kind: "text", text: "" },
          stream: passOn(response.body, signal, ended),
        };
      }
      signal?.throwIfAborted();
      if (!isReset(sent.error))
        throw new HttpError(
          502,
          `Cannot reach the upstream API at ${baseURL}: ${reasonOf(sent.error)}. Check the URL.`,
        );
      remember(request, full, { status: 0, headers: {}, pieces: [], end: "reset" });
      return broken;
    },
  };
}

/** The reply for an upstream API that breaks the connection before its headers. */
const broken: Reply = { status: 502, headers: {}, body: { kind: "text", text: "" }, connection: "reset" };

/** Whether the upstream API accepted the connection and then broke it. */
function isReset(error: unknown): boolean {
  const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: unknown };
  return code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET";
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  const reason = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : undefined;
  return reason ? `${message} (${reason})` : message;
}

/** Forwards bytes as they arrive. Reports them at the end as text, with the time of each chunk. */
function passOn(
  body: ReadableStream<Bytes> | null,
  signal: AbortSignal | undefined,
  ended: (pieces: readonly Piece[], end: RecordedResponse["end"]) => void,
): ReadableStream<Bytes> {
  const started = performance.now();
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let pieces: Piece[] | undefined = [];
  let size = 0;
  // A character that spans two chunks belongs to the second.
  const note = (text: string): void => {
    if (text !== "") pieces?.push({ at: Math.round(performance.now() - started), text });
  };
  const finish = (end?: RecordedResponse["end"]): void => {
    note(decoder.decode());
    if (pieces) ended(pieces, end);
    pieces = undefined;
  };
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const next = await reader?.read().catch((error: unknown) => {
          finish(signal?.aborted ? "hang" : "reset");
          throw error;
        });
        if (!next || next.done) {
          finish();
          controller.close();
          return;
        }
        size += next.value.length;
        if (size > longestAnswer) pieces = undefined;
        else note(decoder.decode(next.value, { stream: true }));
        controller.enqueue(next.value);
      },
      async cancel(reason) {
        // A client cannot disconnect early from a response without a body, such as one to HEAD.
        finish(reader && "hang");
        await reader?.cancel(reason);
      },
    },
    // Reads from the upstream API no faster than the client reads.
    { highWaterMark: 0 },
  );
}

/** A stream keeps its chunks. Any other body is one chunk. */
function inPieces(headers: Readonly<Record<string, string>>, pieces: readonly Piece[]): readonly Piece[] {
  if (isEventStream(headers)) return pieces;
  return [{ at: 0, text: pieces.map(({ text }) => text).join("") }];
}

function isEventStream(headers: Readonly<Record<string, string>>): boolean {
  return headers["content-type"]?.startsWith("text/event-stream") === true;
}

/** Converts a recorded response to a reply. A stream keeps its timing, and a broken response breaks again. */
export function toReply({ status, headers, pieces, end }: RecordedResponse): Reply {
  if (status === 0) return broken;
  if (!isEventStream(headers) && end === undefined)
    return { status, headers, body: { kind: "text", text: pieces.map(({ text }) => text).join("") } };
  return { status, headers, body: { kind: "frames", frames: pieces, end: end ?? "clean", ended: () => undefined } };
}
