import type { ContentPart } from "@patchbay/client";

/** Subtypes that servers use → those that models accept. */
const subtypes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  image: { jpg: "jpeg", pjpeg: "jpeg", "x-png": "png" },
  audio: {
    mpeg: "mp3",
    mpeg3: "mp3",
    mpga: "mp3",
    wave: "wav",
    "vnd.wave": "wav",
    mp4: "m4a",
    "mp4a-latm": "m4a",
    opus: "ogg",
    aacp: "aac",
  },
};

/** Prefix of base64 data → MIME type. */
const beginnings: readonly (readonly [begins: RegExp, mimeType: string])[] = [
  [/^iVBORw0KGg/, "image/png"],
  [/^\/9j\//, "image/jpeg"],
  [/^R0lGOD/, "image/gif"],
  [/^UklGR.{7}RUJQ/, "image/webp"],
  [/^UklGR.{7}QVZF/, "audio/wav"],
  [/^SUQz/, "audio/mp3"],
  [/^JVBERi0/, "application/pdf"],
];

/** What the server reports about the data. */
interface Origin {
  readonly mimeType: unknown;
  /** The type of the content block. */
  readonly kind?: "image" | "audio";
  readonly uri: string;
}

/**
 * Converts base64 data to a content part: an image, audio, text or a file. If the MIME type is missing, unknown or does
 * not match the block, the first bytes decide.
 */
export function toMedia(given: string, { mimeType, kind, uri }: Origin): ContentPart {
  // Some servers send a data URL, or lines of 76 characters.
  const data = given.replace(/^data:[^,]*,/, "").replaceAll(/\s+/g, "");
  const [type, subtype] = toType(mimeType, kind, data);
  const text = isText(type, subtype) ? decode(data) : undefined;
  if (text !== undefined) return { type: "text", text };
  const own = subtypes[type]?.[subtype] ?? subtype;
  if (type === "image") return { type: "image_url", image_url: { url: `data:image/${own};base64,${data}` } };
  if (type === "audio") return { type: "input_audio", input_audio: { data, format: own } };
  const filename =
    uri
      .replace(/[?#].*$/, "")
      .split("/")
      .findLast((part) => part !== "") ?? "file";
  return { type: "file", file: { filename, file_data: `data:${type}/${subtype};base64,${data}` } };
}

/** Type and subtype in lower case. */
function toType(mimeType: unknown, kind: Origin["kind"], data: string): readonly [type: string, subtype: string] {
  const said = (typeof mimeType === "string" ? mimeType : "").toLowerCase().replace(/;.*$/, "").trim();
  const [type = "", subtype = ""] = said.split("/");
  const isSaid = subtype !== "" && subtype !== "octet-stream" && subtype !== "*";
  if (isSaid && (kind === undefined || kind === type))
    return [type, type === "audio" ? subtype.replace(/^x-/, "") : subtype];
  const [, found] = beginnings.find(([begins]) => begins.test(data)) ?? [];
  if (found !== undefined && (kind === undefined || found.startsWith(kind)))
    return found.split("/") as [string, string];
  // A bare subtype such as `png`.
  const short = /^[a-z\d.+-]+$/.test(said) && said !== kind ? said : undefined;
  if (kind === "image") return [kind, short ?? "png"];
  if (kind === "audio") return [kind, short ?? "wav"];
  const isPlain = !/[^\t\n\f\r\P{Cc}]/u.test(decode(data) ?? "\0");
  return isPlain ? ["text", "plain"] : ["application", "octet-stream"];
}

function isText(type: string, subtype: string): boolean {
  return type === "text" || /(?:^|\+)(?:json|xml|yaml)$|^(?:x-)?(?:javascript|yaml|sh|ndjson|toml)$/.test(subtype);
}

/** Decodes base64 to UTF-8; `undefined` if it is neither. */
function decode(data: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
