import type { ContentPart } from "@patchbay/client";
import { toCanonical } from "../json.ts";

/** One block of content, in any version of the protocol. */
interface McpContent {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly data?: unknown;
  readonly mimeType?: unknown;
  readonly uri?: unknown;
  readonly name?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly resource?: McpResource;
}

interface McpResource {
  readonly uri?: unknown;
  readonly mimeType?: unknown;
  readonly text?: unknown;
  readonly blob?: unknown;
}

interface McpResult {
  readonly content?: unknown;
  readonly structuredContent?: unknown;
  readonly isError?: unknown;
  /** Versions before 2024-11-05. */
  readonly toolResult?: unknown;
}

/** What a tool of a server gave, for the model; throws what the server calls an error. */
export function readResult(given: unknown, name: string): unknown {
  if (typeof given !== "object" || given === null) return given;
  const { content, structuredContent: structured, isError, toolResult } = given as McpResult;
  const parts = (Array.isArray(content) ? (content as readonly unknown[]) : []).flatMap((one) =>
    typeof one === "object" && one !== null ? toPart(one) : [],
  );
  if (structured !== undefined && structured !== null && parts.length > 0 && !sayAll(parts, structured))
    parts.push({ type: "text", text: JSON.stringify(structured) });
  const value = parts.length > 0 ? flatten(parts) : (structured ?? toolResult);
  if (isError !== true) return value;
  const told = parts.length > 0 ? textOf(parts) : toText(value);
  throw new Error(told || `The tool ${name} failed, and the server gave no reason.`);
}

/** Several texts are one. */
function flatten(parts: readonly ContentPart[]): string | readonly ContentPart[] {
  return parts.every(({ type }) => type === "text") ? textOf(parts) : parts;
}

function textOf(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.type === "text" ? part.text : `[${part.type}]`)).join("\n");
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/**
 * Whether the texts are the structured content: as JSON, as the protocol recommends, or what its only field `result` holds, with a text
 * for each element of a list, as FastMCP has it.
 */
function sayAll(parts: readonly ContentPart[], structured: unknown): boolean {
  const { result, ...others } = structured as { readonly result?: unknown };
  const inner = Object.keys(others).length === 0 ? result : undefined;
  if (parts.some((part) => says(part, structured) || (inner !== undefined && says(part, inner)))) return true;
  return (
    Array.isArray(inner) && inner.length === parts.length && parts.every((part, index) => says(part, inner[index]))
  );
}

function says(part: ContentPart, value: unknown): boolean {
  if (part.type !== "text") return false;
  if (part.text === value) return true;
  try {
    return toCanonical(JSON.parse(part.text)) === toCanonical(value);
  } catch {
    return false;
  }
}

function toPart(block: McpContent): ContentPart {
  const { type, text, data, mimeType, resource } = block;
  if (type === "text") return { type, text: String(text ?? "") };
  if ((type === "image" || type === "audio") && typeof data === "string")
    return toMedia(data, typeof mimeType === "string" ? mimeType : `${type}/${type === "image" ? "png" : "wav"}`, type);
  if (type === "resource_link") return { type: "text", text: toLink(block) };
  if (type !== "resource" || typeof resource !== "object" || resource === null)
    return { type: "text", text: JSON.stringify(block) };
  if (typeof resource.blob !== "string") return { type: "text", text: String(resource.text ?? resource.uri ?? "") };
  const { blob, uri, mimeType: of } = resource;
  return toMedia(blob, typeof of === "string" ? of : "application/octet-stream", String(uri ?? ""));
}

/** A resource that the model can ask for: what it is called, what it is, where it is. */
function toLink({ name, title, description, uri, mimeType }: McpContent): string {
  const called = [title, name].filter((one) => typeof one === "string" && one !== "");
  const about = typeof description === "string" && description !== "" ? `: ${description}` : "";
  const where = [uri, mimeType].filter((one) => typeof one === "string" && one !== "").join(", ");
  return `Resource ${[...new Set(called)].join(" / ")}${about} (${where})`;
}

/** The formats of audio whose MIME type has another name. */
const audioFormats: Readonly<Record<string, string>> = {
  mpeg: "mp3",
  mpeg3: "mp3",
  mpga: "mp3",
  wave: "wav",
  "vnd.wave": "wav",
  mp4: "m4a",
  "mp4a-latm": "m4a",
  opus: "ogg",
  aacp: "aac",
};

/** Bytes in base64 as the part that models read: an image, audio, text or a file. */
function toMedia(data: string, mimeType: string, uri: string): ContentPart {
  const [type = "", kind = ""] = mimeType.toLowerCase().replace(/;.*$/, "").trim().split("/");
  if (type === "image") return { type: "image_url", image_url: { url: `data:${type}/${kind};base64,${data}` } };
  if (type === "audio") {
    const plain = kind.replace(/^x-/, "");
    return { type: "input_audio", input_audio: { data, format: audioFormats[plain] ?? plain } };
  }
  const text = isText(type, kind) ? decode(data) : undefined;
  if (text !== undefined) return { type: "text", text };
  const filename =
    uri
      .replace(/[?#].*$/, "")
      .split("/")
      .findLast((part) => part !== "") ?? "file";
  return { type: "file", file: { filename, file_data: `data:${type}/${kind};base64,${data}` } };
}

function isText(type: string, kind: string): boolean {
  return type === "text" || /(?:^|\+)(?:json|xml|yaml)$|^(?:x-)?(?:javascript|yaml|sh|ndjson|toml)$/.test(kind);
}

/** UTF-8 of base64; undefined when it is neither. */
function decode(data: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
