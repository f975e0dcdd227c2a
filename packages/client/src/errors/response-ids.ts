import { clientPolicy } from "@patchbay/spec";

/** The id of the generation that a response belongs to (`X-Generation-Id`). */
export function generationIdOf(headers: Headers): string | undefined {
  return firstOf(headers, clientPolicy.headers.generationId);
}

/** The id of the HTTP request (`x-request-id`, otherwise Cloudflare's `cf-ray`). */
export function requestIdOf(headers: Headers): string | undefined {
  return firstOf(headers, clientPolicy.headers.requestId);
}

function firstOf(headers: Headers, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) return value;
  }
  return undefined;
}
