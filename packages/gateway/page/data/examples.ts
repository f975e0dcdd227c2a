/** A curl command that sends a first chat through the gateway. Safe to paste into a shell for any model id. */
export function curlExample(baseURL: string, model: string, key = "$PATCHBAY_KEY"): string {
  // In a text in single quotes, a shell interprets nothing but the closing quote.
  const body = JSON.stringify({ model, messages: [{ role: "user", content: "Hello!" }] }).replaceAll(
    "'",
    String.raw`\u0027`,
  );
  return [
    `curl ${baseURL}/chat/completions`,
    `  -H "Authorization: Bearer ${key}"`,
    `  -H "Content-Type: application/json"`,
    `  -d '${body}'`,
  ].join(" \\\n");
}
