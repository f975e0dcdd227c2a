import type { ChatMessage, ContentPart, ResponseInputContent, ResponseInputMessage } from "@patchbay/spec";
import { wrongValue } from "../../validation/read-value.ts";

/** The parts of a message or of a tool output. A part of an unknown type is left out. Throws 400 for a stored image. */
export function readContent(content: readonly ResponseInputContent[], pointer: string): ContentPart[] {
  return content.flatMap((part, index) => readPart(part, `${pointer}/${index}`) ?? []);
}

/** The text of a list of parts as a string if it is one text, otherwise the parts. */
export function readTexts(content: readonly ResponseInputContent[], pointer: string): string | ContentPart[] {
  const parts = readContent(content, pointer);
  const [only] = parts;
  return parts.length === 1 && only?.type === "text" && Object.keys(only).length === 2 ? only.text : parts;
}

function readPart(part: ResponseInputContent, pointer: string): ContentPart | undefined {
  switch (part.type) {
    case "input_text": {
      const { text, prompt_cache_breakpoint } = part;
      return { type: "text", text, ...(prompt_cache_breakpoint && { prompt_cache_breakpoint }) };
    }
    case "output_text":
      return { type: "text", text: part.text };
    case "refusal":
      return { type: "refusal", refusal: part.refusal };
    case "input_image": {
      if (part.image_url == null)
        throw wrongValue(
          pointer,
          "the image has no image_url. This server stores no files, so send the image as a URL.",
        );
      return { type: "image_url", image_url: { url: part.image_url, ...(part.detail && { detail: part.detail }) } };
    }
    case "input_file": {
      const { filename, file_id } = part;
      const file_data = part.file_data ?? part.file_url;
      return {
        type: "file",
        file: { ...(filename && { filename }), ...(file_data && { file_data }), ...(file_id && { file_id }) },
      };
    }
    case "input_audio":
      return { type: "input_audio", input_audio: part.input_audio };
    case "input_video": {
      const { video_url: url, processing } = part;
      return { type: "video_url", video_url: { url, ...(processing && { processing }) } };
    }
    default:
      return undefined;
  }
}

/** A message of the user or of the system. */
export function readMessage({ role, content }: ResponseInputMessage, pointer: string): ChatMessage {
  const read = typeof content === "string" ? content : readTexts(content ?? [], `${pointer}/content`);
  return { role, content: read } as ChatMessage;
}
