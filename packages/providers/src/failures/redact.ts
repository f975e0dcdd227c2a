import type { ProviderFailureFacts } from "../failure.ts";

const hidden = "[redacted]";

/** Keys as providers write them, so that an echo of any key is hidden: prefixes of OpenAI, Anthropic, Google and others. */
const keyPattern =
  /\b(?:sk|pk|rk|gsk|xai|pplx|hf|nvapi|fw|csk|r8)[-_][\w*.-]{8,}|\bAIza[\w-]{20,}|\bBearer\s+[^\s"',;]{8,}/g;

/** A text without the given keys and without anything that has the form of a key. */
export function redact(text: string, secrets: readonly string[]): string {
  let result = text;
  for (const secret of secrets)
    for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]))
      if (form.length >= shortest) result = hideEnd(result.replaceAll(form, hidden), form);
  return result.replace(keyPattern, hidden);
}

/** Shortest secret, and shortest start of one, that is hidden. A shorter one would hide parts of ordinary words. */
const shortest = 4;

/** Hides the start of a secret at the end of a text: an excerpt can end within a key. */
function hideEnd(text: string, secret: string): string {
  const end = text.endsWith("…") ? "…" : "";
  const body = text.slice(0, text.length - end.length);
  for (let length = Math.min(secret.length - 1, body.length); length >= shortest; length--)
    if (body.endsWith(secret.slice(0, length))) return body.slice(0, -length) + hidden + end;
  return text;
}

/** Facts without secrets in any of their texts. */
export function redactFacts(facts: ProviderFailureFacts, secrets: readonly string[]): ProviderFailureFacts {
  return {
    ...facts,
    message: redact(facts.message, secrets),
    code: facts.code === undefined ? undefined : redact(facts.code, secrets),
    raw: facts.raw === undefined ? undefined : redact(facts.raw, secrets),
  };
}
