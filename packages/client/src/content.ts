import type { FilePart, ImagePart } from "@patchbay/spec";
import { toBase64 } from "./encoding/base64.ts";
import { messageOfThrown } from "./errors/error-text.ts";
import { PatchbayError } from "./errors/patchbay-error.ts";
import { refuseRenamed } from "./options/known-options.ts";
import { optionsOf } from "./options/read-given.ts";
import { showValue } from "./options/show-value.ts";

/** Where binary content comes from: a path, an http(s), data or file URL, or the bytes themselves. */
export type BinarySource = string | URL | Blob | ArrayBuffer | ArrayBufferView;

/**
 * Creates an image part of a message. A path is read where a file system exists. Bytes become a `data:` URL. An http(s)
 * URL is passed on for the provider to fetch. `mediaType` defaults to the type detected from the first bytes, then to
 * the type of the `Blob`.
 *
 * @throws PatchbayError when the source cannot be read, or its media type cannot be detected and `mediaType` is missing
 * @example
 * ```ts
 * const messages = [{ role: "user", content: [{ type: "text", text: "What is this?" }, await toImagePart("cat.png")] }];
 * ```
 */
export async function toImagePart(
  source: BinarySource,
  options: { readonly mediaType?: string | undefined; readonly detail?: "auto" | "low" | "high" | undefined } = {},
): Promise<ImagePart> {
  const given = optionsOf("toImagePart", options);
  refuseRenamed("toImagePart", given, { type: "mediaType" });
  const { mediaType: type, detail } = given;
  const url = await toUrl(source, type);
  return { type: "image_url", image_url: { url, ...(detail && { detail }) } };
}

/**
 * Creates a file part of a message, such as a PDF. Sources and media types are those of `toImagePart`. `filename` is
 * the name that the model sees; it defaults to the last segment of the path or URL, then to `file`.
 *
 * @throws PatchbayError when the source cannot be read, or its media type cannot be detected and `mediaType` is missing
 * @example
 * ```ts
 * const content = [{ type: "text", text: "Summarize this report." }, await toFilePart("report.pdf")];
 * ```
 */
export async function toFilePart(
  source: BinarySource,
  options: { readonly mediaType?: string | undefined; readonly filename?: string | undefined } = {},
): Promise<FilePart> {
  const given = optionsOf("toFilePart", options);
  refuseRenamed("toFilePart", given, { type: "mediaType" });
  const { mediaType: type, filename } = given;
  const file_data = await toUrl(source, type);
  return { type: "file", file: { filename: filename ?? nameOf(source), file_data } };
}

async function toUrl(source: BinarySource, type: string | null | undefined): Promise<string> {
  try {
    return await read(source, type);
  } catch (cause) {
    if (cause instanceof PatchbayError) throw cause;
    throw new PatchbayError(
      `The source cannot be read: ${messageOfThrown(cause)}. Pass a path, a URL, a Blob or bytes.`,
      {
        cause,
      },
    );
  }
}

async function read(source: BinarySource, type: string | null | undefined): Promise<string> {
  if (!isMediaType(type ?? "image/png"))
    throw new PatchbayError(`\`mediaType\` must be a media type, got ${showValue(type)}. Example: image/png.`);
  const scheme = typeof source === "string" || source instanceof URL ? schemeOf(String(source)) : undefined;
  if (scheme && scheme !== "file") return String(source);
  const bytes = await toBytes(source);
  const kind = type ?? kindOf(bytes) ?? (source instanceof Blob ? source.type : undefined);
  if (!kind)
    throw new PatchbayError(
      `The media type cannot be detected from the first bytes (${hex(bytes)}). Pass it as \`mediaType\`, such as image/png.`,
    );
  return `data:${kind};base64,${toBase64(bytes)}`;
}

async function toBytes(source: BinarySource): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  if (typeof source !== "string" && !(source instanceof URL))
    throw new PatchbayError(
      `The source must be a path, a URL, a Blob or bytes, got ${showValue(source)}. Await it if it is a promise.`,
    );
  const fs = fileSystem();
  if (!fs)
    throw new PatchbayError(`${String(source)} cannot be read: this runtime has no file system. Pass a Blob or bytes.`);
  try {
    return await fs.readFile(typeof source === "string" && schemeOf(source) ? new URL(source) : source);
  } catch (cause) {
    throw new PatchbayError(`${String(source)} cannot be read: ${messageOfThrown(cause)}. Check the path.`, { cause });
  }
}

function isMediaType(type: unknown): boolean {
  return typeof type === "string" && /^[^\s,/]+\/[^\s,]+$/.test(type);
}

interface FileSystem {
  readonly readFile: (path: string | URL) => Promise<Uint8Array>;
}

/** Node.js, Deno and Bun have `process.getBuiltinModule`. Unlike an import, it adds nothing to a bundle. */
function fileSystem(): FileSystem | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return process?.getBuiltinModule?.("node:fs/promises") as FileSystem | undefined;
}

/** First bytes → media type. */
const kinds: readonly (readonly [offset: number, bytes: string, type: string])[] = [
  [0, "89504e470d0a1a0a", "image/png"],
  [0, "ffd8ff", "image/jpeg"],
  [0, "47494638", "image/gif"],
  [8, "57454250", "image/webp"],
  [4, "6674797061766966", "image/avif"],
  [0, "25504446", "application/pdf"],
];

function kindOf(bytes: Uint8Array): string | undefined {
  return kinds.find(([offset, start]) => hex(bytes, offset, start.length / 2) === start)?.[2];
}

function hex(bytes: Uint8Array, offset = 0, length = 8): string {
  return Array.from(bytes.subarray(offset, offset + length), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The name of a file for the model. */
function nameOf(source: BinarySource): string {
  if (source instanceof Blob && "name" in source) return String(source.name);
  if (typeof source !== "string" && !(source instanceof URL)) return "file";
  const text = String(source);
  const scheme = schemeOf(text);
  if (scheme === "data") return "file";
  // Only URLs have a query, a fragment and escapes. A path is used verbatim.
  const path = scheme && URL.canParse(text) ? decode(new URL(text).pathname) : text;
  return path.split(/[/\\]/).at(-1) || "file";
}

/** `http`, `https`, `data` or `file`, in lower case; undefined for a path. */
function schemeOf(text: string): string | undefined {
  return /^(https?|data|file):/i.exec(text)?.[1]?.toLowerCase();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
