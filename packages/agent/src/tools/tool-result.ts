import type { ContentPart } from "@patchbay/client";
import { toFilePart } from "@patchbay/client/content";
import { messageOfThrown } from "../errors/thrown.ts";
import { boundaryBefore, cutText } from "../text/cut-text.ts";
import { isPart } from "./content-part.ts";
import { longestIterator, textOf, toErrorText, toReadable, type Attachment } from "./readable.ts";

type Content = string | ContentPart[];

/**
 * A result as the model reads it: strings and content parts unchanged, `undefined` as an empty string, binary data as
 * an image or file part, a stream as its content, anything else as JSON. `limit` is the maximum number of characters;
 * the rest is cut, with a note. A stream is abandoned when `isOver` returns true.
 */
export async function toContent(
  result: unknown,
  limit = Infinity,
  isOver: () => boolean = () => false,
): Promise<Content> {
  const content = await readContent(result, isOver).catch(
    (error: unknown) => `[A result that cannot be read: ${messageOfThrown(error)}]`,
  );
  return typeof content === "string" ? cutText(content, limit) : cutParts(content, limit);
}

/**
 * A result without streams, for a log or of a sub-agent: strings and parts unchanged, the rest as JSON. Binary data is
 * only named.
 */
export function describeResult(result: unknown): Content {
  if (typeof result === "string" || isParts(result)) return result;
  const value = result instanceof Error ? toErrorText(result) : toReadable(result).value;
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

async function readContent(result: unknown, isOver: () => boolean): Promise<Content> {
  if (typeof result === "string") return result;
  if (result === undefined) return "";
  if (isMedia(result)) return [result];
  if (isParts(result)) return result;
  if (result instanceof Error) return toErrorText(result);
  if (typeof Response !== "undefined" && result instanceof Response) return readResponse(result, isOver);
  if (isStream(result)) return readStream(result, isOver);
  const { value, attachments } = toReadable(result);
  const parts = await Promise.all(attachments.map(toPart));
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  if (parts.length === 0) return text;
  const only = parts.length === 1 && text === attachments[0]!.name ? parts[0]! : undefined;
  if (only?.type === "text") return only.text;
  return only ? [only] : [{ type: "text", text }, ...parts];
}

/** The body of a `fetch` response that a tool returns instead of its text. */
async function readResponse(response: Response, isOver: () => boolean): Promise<Content> {
  const status = response.ok ? "" : `HTTP ${response.status} ${response.statusText}\n`;
  if (response.bodyUsed) return `${status}[The body was read already.]`;
  const body = await readContent(await response.blob(), isOver);
  return typeof body === "string" ? status + body : body;
}

type Stream = ReadableStream<unknown> | AsyncIterable<unknown>;

function isStream(value: unknown): value is Stream {
  return typeof value === "object" && value !== null && (isReadable(value) || Symbol.asyncIterator in value);
}

/** Some browsers do not support async iteration of streams. */
function isReadable(value: object): value is ReadableStream<unknown> {
  return typeof ReadableStream !== "undefined" && value instanceof ReadableStream;
}

/** The content of a stream: its text, its bytes, or a list of its values. */
async function readStream(stream: Stream, isOver: () => boolean): Promise<Content> {
  const pieces: unknown[] = [];
  let values = 0;
  for await (const piece of isReadable(stream) ? piecesOf(stream) : stream) {
    if (isOver()) break;
    const isValue = typeof piece !== "string" && !isBytes(piece);
    if (isValue && values++ >= longestIterator) {
      pieces.push("[…]");
      break;
    }
    pieces.push(piece);
  }
  if (pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  return readContent(values === 0 ? new Blob(pieces as BlobPart[]) : pieces, isOver);
}

async function* piecesOf(stream: ReadableStream<unknown>): AsyncGenerator<unknown, void> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

function isBytes(value: unknown): boolean {
  return value instanceof ArrayBuffer || value instanceof Uint8Array;
}

/** An image or a file as a content part; text as a text part. */
async function toPart({ source }: Attachment): Promise<ContentPart> {
  const bytes = source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : source;
  const type = source instanceof Blob ? source.type : "";
  const text = isMediaType.test(type) ? undefined : textOf(bytes);
  if (text !== undefined) return { type: "text", text };
  const filename = source instanceof Blob && "name" in source ? String(source.name) : undefined;
  const part = await toFile(bytes, type, filename);
  const url = part.file.file_data ?? "";
  return url.startsWith("data:image/") ? { type: "image_url", image_url: { url } } : part;
}

/** Types of files that are not text, whatever their bytes look like. SVG is text. */
const isMediaType = /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip)\b)/;

const unknownType = "application/octet-stream";

/** The type of binary data: from its first bytes, then from its source, then unknown. */
async function toFile(bytes: Uint8Array, type: string, filename: string | undefined): ReturnType<typeof toFilePart> {
  const found = await toFilePart(bytes).catch(() => toFilePart(bytes, { mediaType: type || unknownType }));
  const [, kind = "bin"] = /^data:[^/]+\/(\w+)[;,]/.exec(found.file.file_data ?? "") ?? [];
  return { ...found, file: { ...found.file, filename: filename ?? `file.${kind}` } };
}

function isParts(value: unknown): value is ContentPart[] {
  return Array.isArray(value) && value.length > 0 && !value.includes(undefined) && value.every(isPart);
}

/** A part that is not text; a single one stands for a list of it. */
function isMedia(value: unknown): value is ContentPart {
  return isPart(value) && value.type !== "text";
}

/** Cuts the text of parts to `limit` characters in total. */
function cutParts(parts: readonly ContentPart[], limit: number): ContentPart[] {
  let left = limit;
  const total = parts.reduce((sum, part) => sum + (part.type === "text" ? part.text.length : 0), 0);
  if (total <= limit) return [...parts];
  const cut = parts.map((part) => {
    if (part.type !== "text") return part;
    const text = part.text.slice(0, boundaryBefore(part.text, left));
    left -= text.length;
    return { ...part, text };
  });
  const kept = cut.filter((part) => part.type !== "text" || part.text !== "");
  return [...kept, { type: "text", text: `[Cut: the first ${limit - left} of ${total} characters.]` }];
}
