import type { Bytes } from "../http/bytes.ts";
import { PdfError } from "./pdf-limits.ts";

const opening = toCodes("stream");
const closing = toCodes("endstream");

/**
 * Inflates the streams of a PDF one after the other, and throws a `PdfError` when their total size exceeds a limit. A
 * few bytes of a PDF can expand to any size, and the PDF library has no limit.
 */
export async function checkInflatedSize(bytes: Uint8Array, limit: number): Promise<void> {
  let total = 0;
  for (let at = find(bytes, opening, 0); at >= 0;) {
    const start = at + opening.length + (bytes[at + opening.length] === 13 ? 2 : 1);
    const end = find(bytes, closing, start);
    total += await sizeOf(bytes.subarray(start, end < 0 ? bytes.length : end), limit - total);
    if (total > limit)
      throw new PdfError(
        `contains more than ${limit / (1024 * 1024)} MiB when it is inflated, the limit of this server. Send a part of it`,
      );
    at = end < 0 ? -1 : find(bytes, opening, end + closing.length);
  }
}

/** Size of an inflated stream in bytes, counted up to a limit; 0 for a stream of another kind. */
async function sizeOf(deflated: Uint8Array, limit: number): Promise<number> {
  // The zlib header: the method, and a checksum over both bytes.
  const [first = 0, second = 0] = deflated;
  if ((first & 15) !== 8 || (first * 256 + second) % 31 !== 0) return 0;
  const source = new Blob([deflated as Bytes]).stream();
  const reader = source.pipeThrough(new DecompressionStream("deflate")).getReader();
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done && size <= limit; next = await reader.read())
      size += next.value.length;
  } catch {
    // A line break before "endstream", or a broken stream: count what could be inflated.
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return size;
}

function find(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  for (let at = bytes.indexOf(wanted[0]!, from); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((code, index) => bytes[at + index] === code)) return at;
  return -1;
}

function toCodes(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
