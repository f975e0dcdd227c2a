import { PatchbayError } from "../errors/errors.ts";
import { showValue } from "./show-value.ts";

/**
 * An address without the slashes at its end.
 *
 * @throws PatchbayError when it is not an http(s) URL, or has credentials, a query or a fragment; credentials are not shown
 */
export function toBaseURL(value: unknown): string {
  const text = value instanceof URL ? value.href : value;
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password)
    throw new PatchbayError(
      "`baseURL` must not contain credentials: `fetch` refuses such an address. Remove them; a proxy's own password goes into `headers`.",
    );
  if (!url || !/^https?:$/.test(url.protocol) || /[?#]/.test(text as string)) {
    // What follows an "@", "?" or "#" could be a secret, and what precedes an "@" is one.
    const shown = typeof text === "string" && /[@?#]/.test(text) ? "one that is not shown here" : showValue(text);
    throw new PatchbayError(
      `\`baseURL\` must be an http(s) URL without a query, got ${shown}. Example: https://openrouter.ai/api/v1.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
