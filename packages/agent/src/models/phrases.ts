import type { ApiError } from "@patchbay/client";
import type { Phrases } from "./fallback-policy.ts";

/** Whether an error contains one of these phrases, in any provider's words. */
export function matchesPhrases(error: ApiError, { in: place, certain, any, unless }: Phrases): boolean {
  const text = (place === "message" ? error.message : toFullText(error)).toLowerCase();
  return certain?.test(text) === true || (any?.test(text) === true && unless?.test(text) !== true);
}

/** The message and its details, up to 4,000 characters. */
function toFullText({ message, metadata }: ApiError): string {
  const { raw, provider_code: code } = metadata ?? {};
  // The message begins with the status and the client's error code, such as `bad_request`.
  return [message.replace(/^\d+ \w+: /, ""), code, typeof raw === "string" ? raw : toJson(raw)]
    .join(" ")
    .slice(0, 4000)
    .replaceAll("\\", "");
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    // Circular values contain no message.
    return "";
  }
}
