import { getOwn } from "@patchbay/engine/data/get-own";
import type { HeaderReader } from "./request.ts";

/** Operation → another header that may have the API key, as in Anthropic's API. */
const keyHeaders: Readonly<Record<string, string>> = {
  "messages.create": "x-api-key",
  "messages.countTokens": "x-api-key",
};

/**
 * The API key of a request. A bearer token takes precedence, since tools that send both headers have the key of this API in
 * `Authorization` and a key of Anthropic in `x-api-key`.
 */
export function readApiKey(headers: HeaderReader, operation: string): string | undefined {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (token !== undefined) return token;
  const header = getOwn(keyHeaders, operation);
  const secret = header === undefined ? undefined : headers.get(header)?.trim();
  return secret === "" ? undefined : secret;
}
