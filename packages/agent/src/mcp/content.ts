import type { ContentPart } from "@patchbay/client";
import { toCanonical } from "../text/canonical-json.ts";
import { FailedResult } from "../tools/tool-outcome.ts";
import { toMedia } from "./media.ts";

/** One content block, in any version of the protocol. */
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
  /** Protocol versions before 2024-11-05. */
  readonly toolResult?: unknown;
}

/** A tool result for the model. Throws results that the server marks as errors. */
export function readResult(given: unknown, name: string): unknown {
  if (typeof given !== "object" || given === null) return given;
  const { content, structuredContent: structured, isError, toolResult } = given as McpResult;
  const blocks: readonly unknown[] = Array.isArray(content) ? content : [content];
  // Empty text adds nothing to other content.
  const parts = blocks.flatMap(toParts).filter((part) => part.type !== "text" || part.text !== "");
  if (structured !== undefined && structured !== null && parts.length > 0 && !sayAll(parts, structured))
    parts.push({ type: "text", text: JSON.stringify(structured) });
  const value = parts.length > 0 ? flatten(parts) : (structured ?? toolResult);
  if (isError !== true) return value;
  const text = parts.length > 0 ? textOf(parts) : toText(value);
  const media = parts.filter(({ type }) => type !== "text");
  throw new FailedResult(text || `The tool ${name} failed. The server returned no reason.`, media);
}

/** Joins several text parts. */
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
 * Whether the text parts equal the structured content: as JSON, as the protocol recommends, or as the value of its only
 * field `result`, with one text part per element of a list, as in FastMCP.
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

/** Converts a content block. Servers that violate the protocol return strings or untyped values. */
function toParts(block: unknown): readonly ContentPart[] {
  if (block === undefined || block === null) return [];
  return [typeof block === "object" ? toPart(block) : { type: "text", text: toText(block) }];
}

function toPart(block: McpContent): ContentPart {
  const { type, text, data, mimeType, resource } = block;
  if (type === "text") return { type, text: toText(text ?? "") };
  if ((type === "image" || type === "audio") && typeof data === "string")
    return toMedia(data, { mimeType, kind: type, uri: type });
  if (type === "resource_link") return { type: "text", text: toLink(block) };
  if (type !== "resource" || typeof resource !== "object" || resource === null)
    return { type: "text", text: JSON.stringify(block) };
  if (typeof resource.blob !== "string") return { type: "text", text: toText(resource.text ?? resource.uri ?? "") };
  return toMedia(resource.blob, { mimeType: resource.mimeType, uri: toText(resource.uri ?? "") });
}

/** A resource that the model can request: its name, description and location. */
function toLink({ name, title, description, uri, mimeType }: McpContent): string {
  const called = [title, name].filter((one) => typeof one === "string" && one !== "");
  const about = typeof description === "string" && description !== "" ? `: ${description}` : "";
  const where = [uri, mimeType].filter((one) => typeof one === "string" && one !== "").join(", ");
  return `${["Resource", [...new Set(called)].join(" / ")].filter(Boolean).join(" ")}${about} (${where})`;
}
