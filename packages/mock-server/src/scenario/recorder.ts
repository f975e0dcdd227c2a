import type { ReadRequest } from "../incoming.ts";
import { Refusal } from "../refusal.ts";
import type { Reply } from "../reply.ts";
import { keepHeaders, redact, redactText, type Exchange, type Recording } from "./recording.ts";
import { jsonOrText } from "../parse-json.ts";

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
      const kept = passed.flatMap((name): [string, string][] => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
      });
      const response = await send(baseURL.replace(/\/$/, "") + full, {
        method,
        headers: Object.fromEntries(kept),
        ...(body !== "" && method !== "GET" && { body }),
      }).catch((cause: Error) => {
        throw new Refusal(502, `The service at ${baseURL} cannot be reached: ${cause.message}.`);
      });
      const pieces = await readPieces(response);
      const answerHeaders = keepHeaders(response.headers);
      const isJson = !answerHeaders["content-type"]?.startsWith("text/event-stream");
      exchanges.push({
        request: { method, path: redactText(full), body: redact(jsonOrText(body), names) },
        response: {
          status: response.status,
          headers: answerHeaders,
          pieces: isJson
            ? [{ at: 0, text: redactJson(pieces.map(({ text }) => text).join(""), names) }]
            : pieces.map(({ at, text }) => ({ at, text: redactEvents(text, names) })),
        },
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

function redactJson(text: string, fields: ReadonlySet<string>): string {
  const value = jsonOrText(text);
  return typeof value === "string" ? redactText(value) : JSON.stringify(redact(value, fields));
}

/** Events that hold a key or a field are written anew; the others stay as they are, byte by byte. */
function redactEvents(text: string, fields: ReadonlySet<string>): string {
  if (redactText(text) === text && ![...fields].some((name) => text.includes(`"${name}"`))) return text;
  return text
    .split("\n")
    .map((line) => (line.startsWith("data: {") ? `data: ${redactJson(line.slice(6), fields)}` : redactText(line)))
    .join("\n");
}
