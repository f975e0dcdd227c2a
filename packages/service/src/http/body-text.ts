import type { Bytes } from "./bytes.ts";
import { codingsOf, decoded, tooLong } from "./content-coding.ts";
import { bodyLimit, type HeaderReader } from "./request.ts";
import { HttpError } from "./http-error.ts";
import { uploads } from "./uploads.ts";

/**
 * Reads and decodes the text of a body, without a byte order mark.
 *
 * @throws {HttpError} 413 for a body that is too long, 503 for too many concurrent uploads, 415 for an unsupported content coding or character set, 400 for damaged bytes.
 */
export async function readBodyText(
  stream: ReadableStream<Bytes> | null,
  headers: HeaderReader,
  limit: number = bodyLimit,
): Promise<string> {
  const codings = codingsOf(headers);
  checkLength(headers, limit);
  if (stream === null) return "";
  const plain = codings.length === 0 ? stream : await decoded(stream, codings, limit);
  return toText(await readBytes(plain.getReader(), limit), headers);
}

async function readBytes(reader: ReadableStreamDefaultReader<Bytes>, limit: number): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let size = 0;
  let refused: HttpError | undefined;
  const upload = uploads.begin((refusal) => {
    refused = refusal;
    chunks.length = 0;
    reader.cancel(refusal).catch(() => undefined);
  }, limit);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (refused) throw refused;
      if (done) return joined(chunks, size);
      size += value.length;
      if (size > limit) {
        reader.cancel().catch(() => undefined);
        throw tooLong(limit);
      }
      chunks.push(value);
      upload.add(value.length);
    }
  } finally {
    upload.end();
  }
}

/** Throws 413 for a `Content-Length` that is too long, before the body is read. */
export function checkLength(headers: HeaderReader, limit: number = bodyLimit): void {
  if (Number(headers.get("content-length") ?? 0) > limit) throw tooLong(limit);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Bytes as text. JSON is UTF-8, and a byte order mark before it is ignored (RFC 8259 §8.1). */
export function toText(bytes: Uint8Array, headers: HeaderReader): string {
  const type = headers.get("content-type") ?? "";
  const charset = type.includes(";") ? /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] : undefined;
  if (charset !== undefined && /^(?:utf-?(?:16|32)|ucs-?[24])/i.test(charset)) throw wrongCharset(charset);
  try {
    return decoder.decode(bytes);
  } catch {
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw wrongCharset(charset);
    throw new HttpError(400, "The body is not valid UTF-8. Send JSON in UTF-8.");
  }
}

function wrongCharset(charset: string): HttpError {
  return new HttpError(
    415,
    `The body has the character set ${JSON.stringify(charset.slice(0, 50))}. Send JSON in UTF-8.`,
  );
}

function joined(chunks: readonly Bytes[], size: number): Bytes {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
