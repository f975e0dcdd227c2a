import { PatchbayError } from "../errors/patchbay-error.ts";
import { showValue } from "./show-value.ts";

/**
 * Validates the base URL and removes trailing slashes.
 *
 * @throws PatchbayError when it is not an http(s) URL, or has credentials, a query or a fragment; the message never
 * shows credentials
 */
export function toBaseURL(value: unknown): string {
  const text = value instanceof URL ? value.href : value;
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password)
    throw new PatchbayError(
      "`baseURL` must not contain credentials, because `fetch` rejects such a URL. Remove them, and pass a proxy's password in `defaultHeaders`.",
    );
  if (!url || !/^https?:$/.test(url.protocol) || /[?#]/.test(text as string)) {
    // Text after "@", "?" or "#" can be a secret, and text before "@" is one.
    const shown = typeof text === "string" && /[@?#]/.test(text) ? "one that may contain a secret" : showValue(text);
    throw new PatchbayError(
      `\`baseURL\` must be an http(s) URL without a query, got ${shown}. Example: https://openrouter.ai/api/v1.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
