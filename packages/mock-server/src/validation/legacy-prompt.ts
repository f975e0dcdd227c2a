/**
 * The older form of a chat request: `prompt`, a text, in place of `messages` becomes one message of the user. Anything
 * else stays as it came.
 */
export function promptAsMessages(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const { prompt, ...rest } = body as Readonly<Record<string, unknown>>;
  if (typeof prompt !== "string" || (rest.messages ?? undefined) !== undefined) return body;
  return { ...rest, messages: [{ role: "user", content: prompt }] };
}
