import type { HeaderReader } from "../http/request.ts";
import { redacted, redactText } from "./redact-text.ts";
import { isSecretParameter } from "./secret-names.ts";

/** Headers without secrets, by name in lower case. A secret is replaced by its kind. */
export function redactHeaders(headers: HeaderReader): Record<string, string> {
  return Object.fromEntries(
    [...(headers.entries?.() ?? [])].map(([name, value]) => [
      redactText(name.toLowerCase()),
      redactHeader(name, value),
    ]),
  );
}

/** The value of a header for display. */
export function redactHeader(name: string, value: string): string {
  if (!isSecretParameter(name)) return redactText(value);
  const [, scheme, credentials] = /^(Bearer|Basic|Digest|Token|ApiKey|Negotiate)\s+(\S.*)$/is.exec(value) ?? [];
  if (scheme === undefined) return `[redacted: ${kindOf(name, value)}]`;
  return `${scheme} [redacted: ${scheme.toLowerCase() === "bearer" ? kindOf(name, credentials!) : "credentials"}]`;
}

/** Prefix of a secret → its kind. The first match counts. */
const kinds: readonly (readonly [beginning: string, kind: string])[] = [
  ["sk-or-mgmt-", "management key"],
  ["sk-or-", "inference key"],
  ["sk-", "API key"],
  ["eyJ", "JSON Web Token"],
];

function kindOf(name: string, secret: string): string {
  const known = kinds.find(([beginning]) => secret.startsWith(beginning));
  if (known) return known[1];
  if (/cookie$/i.test(name)) return "cookie";
  if (/authorization$|token|jwt|assertion/i.test(name)) return "token";
  return /key$/i.test(name) ? "API key" : "secret";
}

/** Query parameters without secrets, in order, including repeated ones. */
export function redactQuery(search: string): [name: string, value: string][] {
  return [...new URLSearchParams(search)].map(([name, value]) => [
    redactText(name),
    isSecretParameter(name) && value !== "" ? redacted : redactText(value),
  ]);
}
