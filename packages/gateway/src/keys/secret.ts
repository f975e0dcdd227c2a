import { createHmac, randomBytes } from "node:crypto";

/** A new secret of an API key: `sk-or-v1-` and 64 hexadecimal characters, 256 random bits. */
export function createSecret(): string {
  return `sk-or-v1-${randomBytes(32).toString("hex")}`;
}

/**
 * HMAC-SHA-256 of a secret, in hexadecimal: what is stored of an API key and how it is found. Without the pepper, a copy of the
 * database does not allow to test guesses.
 */
export function fingerprint(secret: string, pepper: Uint8Array): string {
  return createHmac("sha256", pepper).update(secret).digest("hex");
}

/** Excerpt of a secret that its owner recognizes, such as `sk-or-v1-0a1...9f2`. */
export function toLabel(secret: string): string {
  const prefix = "sk-or-v1-";
  const shown = secret.startsWith(prefix) ? prefix.length + 3 : 3;
  return secret.length < shown + 12 ? "..." : `${secret.slice(0, shown)}...${secret.slice(-3)}`;
}
