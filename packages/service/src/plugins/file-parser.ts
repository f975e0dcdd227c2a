import type { Annotation, ChatCompletionRequest, ChatMessage, ContentPart } from "@patchbay/spec";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { sha256 } from "@patchbay/engine/data/pkce";
import { outOfTime, PdfError, pdfLimits, type PdfReadOptions } from "../pdf/pdf-limits.ts";
import { HttpError } from "../http/http-error.ts";
import { excerpt } from "../json/show-value.ts";

/** The parsed files of a conversation. */
export interface Parsed {
  readonly messages: ChatMessage[];
  readonly annotations: readonly Annotation[];
  readonly fees: NanoUsd;
  readonly engine: string;
}

/** 2 USD per 1,000 pages. */
const ocrPageFee = 2_000_000n;

type FilePart = Extract<ContentPart, { type: "file" }>;

/** The PDF engine: the requested one; by default the model itself if it accepts files, otherwise `cloudflare-ai`. */
export function engineOf({ plugins }: ChatCompletionRequest, readsFiles: boolean): string | undefined {
  const plugin = plugins?.find(({ id }) => id === "file-parser") as
    | { enabled?: boolean; pdf?: { engine?: string } }
    | undefined;
  if (plugin?.enabled === false) return undefined;
  const engine = plugin?.pdf?.engine ?? (readsFiles ? "native" : "cloudflare-ai");
  return engine === "pdf-text" ? "cloudflare-ai" : engine;
}

interface ParseOptions {
  readonly engine: string;
  /** Reserves credits for the fees before the paid work is used. Can throw. */
  readonly setAside: (fees: NanoUsd) => void;
  /** Aborts the parsing when the client disconnects. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Replaces the files of a conversation with the text of the PDFs. Throws 400 for a file that cannot be read or exceeds
 * `pdfLimits`.
 */
export async function parseFiles(
  messages: readonly ChatMessage[],
  { engine, setAside, signal }: ParseOptions,
): Promise<Parsed> {
  const deadline = performance.now() + pdfLimits.time;
  const known = knownFiles(messages);
  const annotations: Annotation[] = [];
  let fees = 0n;
  const read = async (part: FilePart): Promise<ContentPart> => {
    const { file_data: data } = part.file;
    const filename = excerpt(part.file.filename ?? "document.pdf", longestName);
    const bytes = toBytes(data, filename);
    const hash = await sha256(`${engine} ${data}`);
    const before = known.get(hash);
    const pages = before ? undefined : await pagesOf(bytes, filename, { time: deadline - performance.now(), signal });
    const text = before ?? pages!.join("\n\n");
    if (pages && engine === "mistral-ocr") {
      fees += BigInt(pages.length) * ocrPageFee;
      setAside(fees);
    }
    annotations.push({ type: "file", file: { hash, name: filename, content: [{ type: "text", text }] } });
    return { type: "text", text: `<file name="${filename}">\n${text}\n</file>` };
  };
  const replaced: ChatMessage[] = [];
  for (const message of messages) {
    if (message.role !== "user" || typeof message.content === "string") {
      replaced.push(message);
      continue;
    }
    const content: ContentPart[] = [];
    for (const part of message.content) content.push(part.type === "file" ? await read(part) : part);
    replaced.push({ ...message, content });
  }
  return { messages: replaced, annotations, fees, engine };
}

/** Hash → text of the files in the annotations of earlier messages. They are not parsed or charged again. */
function knownFiles(messages: readonly ChatMessage[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const message of messages)
    for (const annotation of (message as { annotations?: readonly Annotation[] | null }).annotations ?? [])
      if (annotation.type === "file")
        known.set(
          annotation.file.hash,
          annotation.file.content.map((part) => (part.type === "text" ? part.text : "")).join(""),
        );
  return known;
}

const prefix = "data:application/pdf;base64,";
const longestName = 200;

function toBytes(data: string | null | undefined, filename: string): Uint8Array {
  if (!data?.startsWith(prefix) || data.length === prefix.length)
    throw new HttpError(
      400,
      `The file ${filename} cannot be read: file_data must be a data URL that begins with ${prefix}. This server does not fetch URLs.`,
    );
  try {
    const binary = atob(data.slice(prefix.length));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    throw new HttpError(400, `The file ${filename} cannot be read: its data is not valid base64.`);
  }
}

async function pagesOf(bytes: Uint8Array, filename: string, options: PdfReadOptions): Promise<readonly string[]> {
  const { readPdf } = await import("#read-pdf");
  try {
    if (options.time <= 0) throw outOfTime();
    return await readPdf(bytes, options);
  } catch (error) {
    if (error instanceof PdfError) throw new HttpError(400, `The file ${filename} ${error.message}.`);
    throw error;
  }
}
