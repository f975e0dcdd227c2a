/** Exchanges with a service, as they were. */
export interface Recording {
  readonly version: 1;
  readonly exchanges: readonly Exchange[];
}

/** One request and its answer. */
export interface Exchange {
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

interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Pieces as they came, and when: milliseconds after the headers. */
  readonly pieces: readonly { readonly at: number; readonly text: string }[];
}

const redacted = "[redacted]";

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

/** A value without keys and without the fields that are named; the same value gives the same result. */
export function redact(value: unknown, fields: ReadonlySet<string>): unknown {
  return JSON.parse(JSON.stringify(value ?? null), (name, member: unknown) => {
    if (fields.has(name)) return redacted;
    return typeof member === "string" ? redactText(member) : member;
  });
}

/** A text without what looks like a key. */
export function redactText(text: string): string {
  return text.replaceAll(/\bsk-[\w-]{6,}/g, redacted).replaceAll(/\bBearer\s+\S+/gi, redacted);
}
