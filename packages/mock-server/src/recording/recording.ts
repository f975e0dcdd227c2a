import { parseJsonOrText } from "../json/parse-json.ts";
import { redactJson } from "../redact/redact-json.ts";
import { redactQuery } from "../redact/redact-request.ts";
import { redacted, redactText } from "../redact/redact-text.ts";

/** Exchanges with a service, as they were. */
export interface Recording {
  readonly version: 1;
  readonly exchanges: readonly RecordedExchange[];
}

/** One request and its answer. */
export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
}

export interface RecordedRequest {
  readonly method: string;
  /** Below the base URL, with its query. */
  readonly path: string;
  /** JSON where it was JSON. */
  readonly body: unknown;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Pieces as they came, and when: milliseconds after the headers. */
  readonly pieces: readonly Piece[];
  /**
   * How it ended, if it did not come whole: `reset` when the service broke the connection, `hang` when the caller left before.
   * With the status 0 the service broke the connection before its headers.
   */
  readonly end?: "reset" | "hang";
}

export interface Piece {
  readonly at: number;
  readonly text: string;
}

/** Headers of an answer that are kept. Cookies and the marks of a connection are not. */
const keptHeaders = new Set(
  "content-type retry-after x-generation-id x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset x-openrouter-cache-status x-openrouter-cache-age x-openrouter-cache-ttl x-openrouter-cache-source-id".split(
    " ",
  ),
);

/** The headers of an answer that a recording keeps. */
export function keepHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => keptHeaders.has(name)));
}

/** The body of a request without secrets: JSON where it was JSON. The same text gives the same result. */
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

/** A recorded request without secrets that an older version, or a hand, left in it. */
export function redactRequest({ method, path, body }: RecordedRequest, fields: ReadonlySet<string>): RecordedRequest {
  const text = typeof body === "string" ? body : (JSON.stringify(body) ?? "");
  return { method, path: redactPath(path), body: redactBody(text, fields) };
}

/**
 * The pieces of an answer without secrets. One that spans several pieces is found as well: pieces are joined up to the end of an
 * event, and those without secrets stay as they came, byte by byte.
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
