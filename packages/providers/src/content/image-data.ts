import { UnsupportedRequest } from "../failure.ts";
import { parseDataUrl } from "./data-url.ts";

/** The base64 text of an image. Throws an `UnsupportedRequest` for a URL, which the provider cannot fetch. */
export function toImageData(url: string, provider: string): string {
  const data = parseDataUrl(url);
  if (data) return data.base64;
  throw new UnsupportedRequest(
    `${provider} does not download images, got the URL ${JSON.stringify(url.slice(0, 200))}. Send the image as a data URL.`,
  );
}
