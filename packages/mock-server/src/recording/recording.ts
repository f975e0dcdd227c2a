import { parseJsonOrText } from "@patchbay/service/json/parse-json";
import { redactJson } from "@patchbay/service/redact/redact-json";
import { redactQuery } from "@patchbay/service/redact/redact-request";
import { redacted, redactText } from "@patchbay/service/redact/redact-text";

/** Recorded exchanges with an API. */
export interface Recording {
  readonly version: 1;
  readonly exchanges: readonly RecordedExchange[];
}

/** One request and its response. */
export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
}

export interface RecordedRequest {
  readonly method: string;
  /** Relative to the base URL, with the query. */
  readonly path: string;
  /** Parsed if it is JSON. */
  readonly body: unknown;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The chunks, and when each arrived: milliseconds after the headers. */
  readonly pieces: readonly Piece[];
  /**
   * How an incomplete response ended: `reset` when the upstream API broke the connection, `hang` when the client
   * disconnected. With the status 0, the upstream API broke the connection before its headers.
   */
  readonly end?: "reset" | "hang";
}

export interface Piece {
  readonly at: number;
  readonly text: string;
}

/** The response headers that are stored. Cookies and connection headers are not. */
const keptHeaders = new Set(
  "content-type retry-after x-generation-id x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset x-openrouter-cache-status x-openrouter-cache-age x-openrouter-cache-ttl x-openrouter-cache-source-id".split(
    " ",
  ),
);

/** Selects the response headers that a recording stores. */
export function keepHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => keptHeaders.has(name)));
}

/** The body of a request without secrets, parsed if it is JSON. The same text gives the same result. */
export function redactBody(text: string, fields: ReadonlySet<string>): unknown {
  return parseJsonOrText(redactJson(text, fields));
}

/** A path with its query, without secrets. */
export function redactPath(full: string): string {
  const [path, search] = splitQuery(full);
  const query = [...new URLSearchParams(search)];
  const plain = redactQuery(search);
  const isPlain = query.every(([name, value], index) => plain[index]![0] === name && plain[index]![1] === value);
  if (isPlain) return redactText(path) + search;
  return `${redactText(path)}?${new URLSearchParams(plain).toString().replaceAll("%5Bredacted%5D", redacted)}`;
}

function splitQuery(full: string): [path: string, search: string] {
  const at = full.indexOf("?");
  return at < 0 ? [full, ""] : [full.slice(0, at), full.slice(at)];
}

/** Removes secrets that an older version, or manual editing, left in a recorded request. */
export function redactRequest({ method, path, body }: RecordedRequest, fields: ReadonlySet<string>): RecordedRequest {
  const text = typeof body === "string" ? body : (JSON.stringify(body) ?? "");
  return { method, path: redactPath(path), body: redactBody(text, fields) };
}

/**
 * Removes secrets from the chunks of a response, including secrets that span chunks: chunks are joined up to the end of
 * an event. Events without secrets keep their chunks, byte by byte.
 */
export function redactPieces(pieces: readonly Piece[], fields: ReadonlySet<string>): readonly Piece[] {
  const made: Piece[] = [];
  let open: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    open.push(piece);
    if (!piece.text.endsWith("\n\n") && index < pieces.length - 1) continue;
    const text = open.map((part) => part.text).join("");
    const plain = redactJson(text, fields);
    made.push(...(plain === text ? open : [{ at: piece.at, text: plain }]));
    open = [];
  }
  return made;
}
