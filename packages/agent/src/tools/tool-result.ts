import type { ContentPart } from "@patchbay/client";

/** A result as the model reads it: a text as it is, content parts as they are, nothing as nothing, the rest as JSON. */
export function toContent(result: unknown): string | ContentPart[] {
  if (typeof result === "string") return result;
  if (result === undefined) return "";
  if (isParts(result)) return result;
  try {
    // What JSON cannot say, such as a function, is nothing.
    return JSON.stringify(result, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)) ?? "";
  } catch (cause) {
    throw new TypeError(`The result is no JSON: ${(cause as Error).message}`, { cause });
  }
}

const partTypes = new Set(["text", "image_url", "input_audio", "video_url", "input_video", "file"]);

function isParts(value: unknown): value is ContentPart[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part: unknown) => {
      const { type } = (typeof part === "object" && part !== null ? part : {}) as { type?: unknown };
      return typeof type === "string" && partTypes.has(type) && type in (part as object);
    })
  );
}
