/** The id of the generation that a response belongs to (`X-Generation-Id`). */
export function generationIdOf(headers: Headers): string | undefined {
  return headers.get("x-generation-id") ?? undefined;
}

/** The id of the HTTP request (`x-request-id`, otherwise Cloudflare's `cf-ray`). */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get("x-request-id") ?? headers.get("cf-ray") ?? undefined;
}
