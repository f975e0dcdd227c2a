import type { Annotation, ChatCompletionRequest, ChatMessage, ContentPart } from "@patchbay/spec";
import type { NanoUsd } from "../engine/billing/money.ts";
import { sha256 } from "../engine/data/pkce.ts";
import { outOfTime, PdfError, pdfLimits, type PdfReadOptions } from "../pdf/pdf-limits.ts";
import { HttpError } from "../http/http-error.ts";
import { excerpt } from "../json/show-value.ts";

/** What became of the files of a conversation. */
export interface Parsed {
  readonly messages: ChatMessage[];
  readonly annotations: readonly Annotation[];
  readonly fees: NanoUsd;
  readonly engine: string;
}

/** Two dollars for a thousand pages. */
const ocrPageFee = 2_000_000n;

type FilePart = Extract<ContentPart, { type: "file" }>;

/** Who reads PDFs: the model itself where it can and nobody else was named, otherwise `cloudflare-ai`. */
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
  /** Called with the fees before the work that they pay for is done; may throw. */
  readonly setAside: (fees: NanoUsd) => void;
  /** Ends the reading when the caller leaves. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Replaces the files of a conversation by their text, as far as PDFs hold text; throws 400 for what cannot be read or takes more
 * than `pdfLimits`.
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

/** Files that an earlier answer brought along are not read, and not paid, again. */
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
      `The file ${filename} cannot be read: file_data must be a data URL that begins with ${prefix}. This server fetches nothing from the network.`,
    );
  try {
    const binary = atob(data.slice(prefix.length));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    throw new HttpError(400, `The file ${filename} cannot be read: its data is no base64.`);
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
