import type { CacheControl, ContentPart, MessageContent } from "@patchbay/spec";
import { toContentParts } from "../content/content-parts.ts";
import { guessMediaType, parseDataUrl } from "../content/data-url.ts";
import { UnsupportedRequest } from "../failure.ts";
import type { JsonObject } from "../fields/json-value.ts";

/** The content blocks of a message. Empty texts are left out, because the API rejects them. */
export function toBlocks(content: MessageContent | null | undefined): JsonObject[] {
  return toContentParts(content).flatMap((part) => {
    const block = toBlock(part);
    if (block === undefined) return [];
    const { cache_control: mark } = part as { readonly cache_control?: CacheControl | null };
    return [mark ? { ...block, cache_control: mark } : block];
  });
}

function toBlock(part: ContentPart): JsonObject | undefined {
  switch (part.type) {
    case "text":
      return part.text === "" ? undefined : { type: "text", text: part.text };
    case "refusal":
      return part.refusal === "" ? undefined : { type: "text", text: part.refusal };
    case "image_url":
      return { type: "image", source: toSource(part.image_url.url) };
    case "file":
      return toFileBlock(part.file);
    case "input_audio":
    case "video_url":
    case "input_video":
      throw new UnsupportedRequest(`Content of the type \`${part.type}\` is not supported by Anthropic's API.`);
    default:
      // A block that only this API has, which the service passes on unchanged.
      return part;
  }
}

function toSource(url: string): JsonObject {
  const data = parseDataUrl(url);
  if (!data) return { type: "url", url };
  return {
    type: "base64",
    media_type: data.mediaType === "image/jpg" ? "image/jpeg" : data.mediaType,
    data: data.base64,
  };
}

function toFileBlock({
  filename,
  file_data: url,
  file_id: id,
}: Extract<ContentPart, { type: "file" }>["file"]): JsonObject {
  const title = filename ? { title: filename } : {};
  if (id) return { type: "document", source: { type: "file", file_id: id }, ...title };
  if (!url) throw new UnsupportedRequest("A file without `file_data` and without `file_id` is not supported.");
  const data = parseDataUrl(url);
  if (!data) return { type: "document", source: { type: "url", url }, ...title };
  const isUnknown = data.mediaType === "application/octet-stream";
  const mediaType = (isUnknown ? guessMediaType(filename ?? "") : undefined) ?? data.mediaType;
  if (mediaType.startsWith("image/"))
    return { type: "image", source: { type: "base64", media_type: mediaType, data: data.base64 } };
  if (mediaType === "application/pdf")
    return { type: "document", source: { type: "base64", media_type: mediaType, data: data.base64 }, ...title };
  if (mediaType.startsWith("text/") || mediaType === "application/json") {
    const text = Buffer.from(data.base64, "base64").toString();
    return { type: "document", source: { type: "text", media_type: "text/plain", data: text }, ...title };
  }
  throw new UnsupportedRequest(`Files of the type \`${mediaType.slice(0, 60)}\` are not supported by Anthropic's API.`);
}
