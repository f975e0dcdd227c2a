/**
 * Converts the older form of a chat request, with a string `prompt` instead of `messages`, to one user message. Any
 * other request is unchanged.
 */
export function promptAsMessages(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  // Few requests have a prompt, and only those are copied.
  if (!Object.hasOwn(body, "prompt")) return body;
  const { prompt, ...rest } = body as Readonly<Record<string, unknown>>;
  if (typeof prompt !== "string" || (rest.messages ?? undefined) !== undefined) return body;
  return { ...rest, messages: [{ role: "user", content: prompt }] };
}
