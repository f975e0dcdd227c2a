import type { Annotation, ChatCompletionRequest, ChatMessage, ContentPart } from "@patchbay/spec";
import type { NanoUsd } from "../engine/money.ts";
import { sha256 } from "../engine/pkce.ts";
import { Refusal } from "../refusal.ts";

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

/**
 * Replaces the files of a conversation by their text, as far as PDFs hold text; throws 400 for what cannot be read. `setAside`
 * is told the fees before the work that they pay is done, and may throw.
 */
export async function parseFiles(
  messages: readonly ChatMessage[],
  engine: string,
  setAside: (fees: NanoUsd) => void,
): Promise<Parsed> {
  const known = knownFiles(messages);
  const annotations: Annotation[] = [];
  let fees = 0n;
  const read = async (part: FilePart): Promise<ContentPart> => {
    const { file_data: data } = part.file;
    const filename = part.file.filename ?? "document.pdf";
    const bytes = toBytes(data, filename);
    const hash = await sha256(`${engine} ${data}`);
    const before = known.get(hash);
    const pages = before ? undefined : await pagesOf(bytes, filename);
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

function toBytes(data: string | null | undefined, filename: string): Uint8Array {
  const [, base64] = /^data:application\/pdf;base64,(.+)$/s.exec(data ?? "") ?? [];
  if (!base64)
    throw new Refusal(
      400,
      `The file ${filename} cannot be read: file_data must be a data URL that begins with data:application/pdf;base64,. This server fetches nothing from the network.`,
    );
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw new Refusal(400, `The file ${filename} cannot be read: its data is no base64.`);
  }
}

async function pagesOf(bytes: Uint8Array, filename: string): Promise<string[]> {
  const { extractText } = await import("unpdf");
  try {
    const { text } = await extractText(bytes, { mergePages: false });
    return text;
  } catch (cause) {
    throw new Refusal(400, `The file ${filename} is no PDF that can be read: ${(cause as Error).message}`);
  }
}
