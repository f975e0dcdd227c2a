import { createHash } from "node:crypto";

/** Begins opaque reasoning that only its issuer can read. */
const mark = "bound:";

/**
 * Opaque reasoning, marked with its issuer: a backend and an account. The mark is in the data itself, since some dialects keep
 * nothing else of a reasoning detail. It reveals nothing about the account.
 */
export function bindReasoning(data: string, issuer: string): string {
  return `${mark}${fingerprint(issuer)}:${data}`;
}

/** The reasoning that an issuer made; `undefined` for that of others, and without a mark. */
export function readBoundReasoning(data: string, issuer: string): string | undefined {
  if (!data.startsWith(mark)) return undefined;
  const prefix = `${mark}${fingerprint(issuer)}:`;
  return data.startsWith(prefix) ? data.slice(prefix.length) : undefined;
}

/** Whether reasoning is bound to any issuer. An adapter that binds none must not send it. */
export function isBoundReasoning(data: string): boolean {
  return /^bound:[\w-]{16}:/.test(data);
}

function fingerprint(issuer: string): string {
  return createHash("sha256").update(issuer).digest("base64url").slice(0, 16);
}
