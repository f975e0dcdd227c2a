import type { Bytes } from "@patchbay/service/http/bytes";

/**
 * A response byte by byte, to test parsers: exactly this status, these headers and these chunks. No model is called,
 * and nothing is charged.
 *
 * @example
 * ```ts
 * server.on().reply({
 *   raw: { headers: { "content-type": "text/event-stream" }, text: "data: [DONE]\r\n\r\n", split: "byte", gap: 2, end: "reset" },
 * });
 * ```
 */
export interface RawResponse {
  /** Default: 200. */
  readonly status?: number;
  /** No header is added, except those that HTTP requires. Default: none. */
  readonly headers?: RuleHeaders;
  /** The body as a string, sent as UTF-8. */
  readonly text?: string;
  /** The body as base64. */
  readonly base64?: string;
  /** The body in chunks, instead of `text` and `base64`. */
  readonly chunks?: readonly (string | RawChunk)[];
  /**
   * Where to split `text` or `base64` into chunks: after each event (a blank line), after each line, after each byte,
   * after a number of bytes, or at these byte offsets. Default: one chunk.
   */
  readonly split?: "event" | "line" | "byte" | number | readonly number[];
  /** Milliseconds between two chunks. Default: 0. The chunks are sent one by one in any case. */
  readonly gap?: number;
  /**
   * What follows the last chunk: the end of the body, a closed connection before the end of the body, silence, or a
   * reset of the connection. Default: `end`.
   */
  readonly end?: "end" | "cut" | "stall" | "reset";
}

/** Headers of a response. A list sends the header once per value, in order. */
export type RuleHeaders = Readonly<Record<string, string | number | readonly string[]>>;

/** One chunk of a raw response. */
export interface RawChunk {
  readonly text?: string;
  readonly base64?: string;
  /** Milliseconds before this chunk. Default: the `gap` of the response; 0 before the first chunk. */
  readonly gap?: number;
}

/** The bytes of a string or of base64. */
function bytesOf({ text = "", base64 }: Pick<RawChunk, "text" | "base64">): Bytes {
  if (base64 === undefined) return new TextEncoder().encode(text);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The chunks of a raw response, each with the milliseconds before it. */
export function toChunks({ text, base64, chunks, split, gap = 0 }: RawResponse): { bytes: Bytes; gap: number }[] {
  if (chunks)
    return chunks.map((chunk, index) => {
      const parts = typeof chunk === "string" ? { text: chunk } : chunk;
      return { bytes: bytesOf(parts), gap: parts.gap ?? (index === 0 ? 0 : gap) };
    });
  const whole = bytesOf({ ...(text !== undefined && { text }), ...(base64 !== undefined && { base64 }) });
  const offsets = [0, ...offsetsOf(whole, split), whole.length];
  return offsets
    .slice(1)
    .map((end, index) => ({ bytes: whole.slice(offsets[index], end), gap: index === 0 ? 0 : gap }))
    .filter(({ bytes }) => bytes.length > 0);
}

/** Where to split a body: ascending offsets. */
function offsetsOf(whole: Bytes, split: RawResponse["split"]): number[] {
  if (split === undefined) return [];
  if (split === "event") return endsOf(whole, /(?:\r\n|\r(?!\n)|\n){2,}/g);
  if (split === "line") return endsOf(whole, /\r\n|\r|\n/g);
  if (typeof split === "object") return split.filter((offset) => offset < whole.length);
  const size = split === "byte" ? 1 : split;
  return Array.from({ length: Math.ceil(whole.length / size) - 1 }, (_, index) => (index + 1) * size);
}

/** The offsets after each match, in the bytes decoded as Latin-1. */
function endsOf(whole: Bytes, pattern: RegExp): number[] {
  const text = new TextDecoder("latin1").decode(whole);
  return [...text.matchAll(pattern)].map((match) => match.index + match[0].length).filter((end) => end < whole.length);
}
