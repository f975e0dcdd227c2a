import type { ContentPart } from "@patchbay/spec";
import { guessMediaType, parseDataUrl } from "../../content/data-url.ts";
import { UnsupportedRequest } from "../../failure.ts";
import type { GeminiPart } from "../format/gemini-content.ts";

/** A part of a message as a part for Gemini; `undefined` for an empty text. Throws an `UnsupportedRequest` for unusable files. */
export function toGeminiPart(part: ContentPart): GeminiPart | undefined {
  switch (part.type) {
    case "text":
      return part.text === "" ? undefined : { text: part.text };
    case "refusal":
      return part.refusal === "" ? undefined : { text: part.refusal };
    case "image_url":
      return fromUrl(part.image_url.url);
    case "video_url":
    case "input_video":
      return fromUrl(part.video_url.url);
    case "input_audio":
      return { inlineData: { mimeType: audioType(part.input_audio.format), data: part.input_audio.data } };
    case "file":
      return fromFile(part.file);
    default:
      throw new UnsupportedRequest(
        `Gemini has no content part of type ${JSON.stringify((part as { type?: unknown }).type)}. Remove the part.`,
      );
  }
}

/** A URL as inline data, or as a reference that Google fetches. */
export function fromUrl(url: string, name: string = url): GeminiPart {
  const data = parseDataUrl(url);
  if (data) return { inlineData: { mimeType: data.mediaType, data: data.base64 } };
  const mimeType = guessMediaType(name) ?? guessMediaType(url);
  return { fileData: { ...(mimeType !== undefined && { mimeType }), fileUri: url } };
}

type File = Extract<ContentPart, { type: "file" }>["file"];

function fromFile({ file_data: data, file_id: id, filename }: File): GeminiPart {
  const url = data ?? id;
  const isUrl = typeof url === "string" && /^(?:data:|https?:|gs:)/i.test(url);
  if (isUrl) return fromUrl(url, filename ?? url);
  if (typeof data === "string" && data !== "")
    return { inlineData: { mimeType: guessMediaType(filename ?? "") ?? "application/pdf", data } };
  throw new UnsupportedRequest(
    "Gemini cannot read a file that another service stores. Send the file as `file_data`, a data URL or an https URL.",
  );
}

/** Format → media type. The others are `audio/` and their name. */
const audioTypes: Readonly<Record<string, string>> = { pcm16: "audio/l16", pcm24: "audio/l24", mp3: "audio/mp3" };

function audioType(format: string): string {
  return (Object.hasOwn(audioTypes, format) ? audioTypes[format] : undefined) ?? `audio/${format}`;
}
