import type { ReadRequest } from "../incoming.ts";
import { Refusal } from "../refusal.ts";
import type { Reply } from "../reply.ts";
import { keepHeaders, redactBody, redactPath, redactPieces, type Exchange, type Recording } from "./recording.ts";

/** Where to record from, and what to leave out. */
export interface RecordOptions {
  /** The service, such as `https://openrouter.ai/api/v1`. */
  readonly baseURL: string;
  /** Names of fields whose values are not kept, in requests and answers. */
  readonly redact?: readonly string[];
  /** Default: the global one. */
  readonly fetch?: typeof fetch;
  /** Called after each exchange with all so far. */
  readonly onExchange?: (recording: Recording) => void;
}

/** Passes requests on to a service and keeps what was said. */
export interface Recorder {
  readonly reply: (request: ReadRequest, path: string) => Promise<Reply>;
  readonly recording: Recording;
}

/** Makes a recorder. The caller's key is passed on and not kept. */
export function createRecorder({
  baseURL,
  redact: fields = [],
  fetch: send = fetch,
  onExchange,
}: RecordOptions): Recorder {
  const exchanges: Exchange[] = [];
  const names = new Set(fields);
  const recording: Recording = { version: 1, exchanges };
  return {
    recording,
    async reply({ method, headers, body, url }, path) {
      const full = `${path}${url.search}`;
      const passed = ["authorization", "content-type", "http-referer", "x-openrouter-title", "x-openrouter-metadata"];
      const passedOn = passed.flatMap((name): [string, string][] => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
      });
      const response = await send(baseURL.replace(/\/$/, "") + full, {
        method,
        headers: Object.fromEntries(passedOn),
        ...(body !== "" && method !== "GET" && { body }),
      }).catch((cause: Error) => {
        throw new Refusal(502, `The service at ${baseURL} cannot be reached: ${cause.message}.`);
      });
      const pieces = await readPieces(response);
      const answerHeaders = keepHeaders(response.headers);
      const isStream = answerHeaders["content-type"]?.startsWith("text/event-stream");
      const kept = isStream ? pieces : [{ at: 0, text: pieces.map(({ text }) => text).join("") }];
      exchanges.push({
        request: { method, path: redactPath(full), body: redactBody(body, names) },
        response: { status: response.status, headers: answerHeaders, pieces: redactPieces(kept, names) },
      });
      onExchange?.(recording);
      return toReply(response.status, answerHeaders, pieces);
    },
  };
}

/** The answer as pieces with their times. A character that two pieces share is in the second. */
async function readPieces(response: Response): Promise<{ at: number; text: string }[]> {
  const started = performance.now();
  const decoder = new TextDecoder();
  const pieces: { at: number; text: string }[] = [];
  for await (const chunk of response.body ?? []) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") pieces.push({ at: Math.round(performance.now() - started), text });
  }
  return pieces;
}

/** An answer of a recording; a stream keeps its pace. */
export function toReply(
  status: number,
  headers: Readonly<Record<string, string>>,
  pieces: readonly { readonly at: number; readonly text: string }[],
): Reply {
  if (!headers["content-type"]?.startsWith("text/event-stream"))
    return { status, headers, body: { kind: "text", text: pieces.map(({ text }) => text).join("") } };
  return { status, headers, body: { kind: "frames", frames: pieces, ended: () => undefined } };
}
