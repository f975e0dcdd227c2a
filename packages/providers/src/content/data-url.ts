/** The media type and the base64 text of a data URL. */
export interface DataUrl {
  readonly mediaType: string;
  readonly base64: string;
}

/** Reads a data URL; `undefined` for any other URL. Data that is not base64 is encoded. */
export function parseDataUrl(url: string): DataUrl | undefined {
  if (!url.slice(0, 5).toLowerCase().startsWith("data:")) return undefined;
  const comma = url.indexOf(",");
  if (comma === -1) return undefined;
  const [mediaType = "", ...parameters] = url.slice(5, comma).split(";");
  const data = url.slice(comma + 1);
  const isBase64 = parameters.some((parameter) => parameter.trim().toLowerCase() === "base64");
  return {
    mediaType: mediaType.trim().toLowerCase() || "text/plain",
    base64: isBase64 ? data : Buffer.from(decode(data)).toString("base64"),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A data URL of base64 text. */
export function toDataUrl({ mediaType, base64 }: DataUrl): string {
  return `data:${mediaType};base64,${base64}`;
}

const mediaTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
  heic: "image/heic",
  heif: "image/heif",
  mp4: "video/mp4",
  mpeg: "video/mpeg",
  mov: "video/quicktime",
  webm: "video/webm",
  pdf: "application/pdf",
  txt: "text/plain",
  md: "text/markdown",
  csv: "text/csv",
  json: "application/json",
  wav: "audio/wav",
  mp3: "audio/mp3",
  flac: "audio/flac",
  m4a: "audio/m4a",
  ogg: "audio/ogg",
  aiff: "audio/aiff",
  aac: "audio/aac",
};

/** The media type that the extension of a file name or URL stands for; `undefined` if it is unknown. */
export function guessMediaType(name: string): string | undefined {
  const path = name.replace(/[?#].*$/s, "");
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
}
