import type { ContentPart } from "@patchbay/client";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isUrl: Check = (value) => isText(value) && value !== "";
const any: Check = () => true;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);

/** Whether an object has these fields and no others. */
const shaped =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((name) => Object.hasOwn(fields, name)) &&
    Object.entries(fields).every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]));

const isFile = shaped({ filename: optional(isText), file_data: optional(isUrl), file_id: optional(isUrl) });
const video = { video_url: shaped({ url: isUrl, processing: optional(isText) }), cache_control: any };
const hasSource: Check = (file) => {
  const { file_data: data, file_id: id } = file as { readonly file_data?: unknown; readonly file_id?: unknown };
  return isUrl(data) || isUrl(id);
};

/** A refusal belongs to an assistant message, so it is not a part of a tool result. */
type PartType = Exclude<ContentPart["type"], "refusal">;

/** Type of a part → its shape. */
const shapes: Readonly<Record<PartType, Check>> = {
  text: shaped({ type: any, text: isText, cache_control: any, prompt_cache_breakpoint: any }),
  image_url: shaped({ type: any, image_url: shaped({ url: isUrl, detail: optional(isText) }), cache_control: any }),
  input_audio: shaped({ type: any, input_audio: shaped({ data: isText, format: isText }), cache_control: any }),
  video_url: shaped({ type: any, ...video }),
  input_video: shaped({ type: any, ...video }),
  file: shaped({ type: any, file: (value) => isFile(value) && hasSource(value), cache_control: any }),
};

/** Whether a value is a content part, and not data that looks similar, such as the rows of a listing. */
export function isPart(value: unknown): value is ContentPart {
  try {
    const type: unknown = (value as { readonly type?: unknown } | null | undefined)?.type;
    return typeof type === "string" && Object.hasOwn(shapes, type) && shapes[type as PartType](value);
  } catch {
    // A field can throw when it is read.
    return false;
  }
}
