/**
 * What the name of a header, a query parameter or a field says about its value: `always` a secret, `sometimes` a secret
 * (the value decides), or neither.
 */
export type Secrecy = "always" | "sometimes" | undefined;

/** Suffixes of names whose value is always a secret, in lower case without separators. */
const alwaysSecret =
  /(?:authorization|apikey|apitoken|apisecret|accesskey|accesskeyid|accesstoken|authtoken|bearertoken|refreshtoken|sessiontoken|securitytoken|idtoken|privatekey|secretkey|signingkey|encryptionkey|subscriptionkey|functionskey|clientsecret|webhooksecret|secret|password|passwd|pwd|passphrase|clientassertion|credentials?|cookie|codeverifier|auth|bearer|jwt)$/;

/** Names whose value is often not a secret: a token of `logprobs`, the code of an error, the key of a pair. */
const sometimesSecret: ReadonlySet<string> = new Set([
  "key",
  "token",
  "code",
  "signature",
  "sig",
  "session",
  "ticket",
  "pass",
  "openaikey",
  "openrouterkey",
  "anthropickey",
  "geminikey",
  "groqkey",
  "stripekey",
  "sshkey",
  "masterkey",
  "deploykey",
  "storagekey",
]);

/** Names with a secret suffix whose value is not a secret. */
const neverSecret: ReadonlySet<string> = new Set(["idempotencykey", "xidempotencykey", "promptcachekey"]);

/** What the name of a field says about its value. Ignores case, brackets and the separators `-`, `_`, `.` and space. */
export function secrecyOfName(name: string): Secrecy {
  // No name of a secret is longer, and a long name would be slow to compare.
  if (name.length > 128) return undefined;
  const plain = name.toLowerCase().replaceAll(/[-_.\s[\]]/g, "");
  if (neverSecret.has(plain)) return undefined;
  if (alwaysSecret.test(plain)) return "always";
  return sometimesSecret.has(plain) || (plain.endsWith("token") && !plainEnd.test(name)) ? "sometimes" : undefined;
}

/** Suffixes of header and query parameter names whose value is a secret. */
const secretEnd = /(?:^|[-_.[])(?:token|key|signature|secret|sig|code)(?:\[\]|\])?$/i;

/** Words that mark a header or a query parameter as a secret, anywhere in its name. */
const secretWord =
  /(?:^|[-_.[])(?:secret|signature|password|passwd|pass|pwd|jwt|credentials?|authorization|assertion)(?:[-_.[\]]|$)/i;

/**
 * Headers and query parameters with such a suffix that are not secrets: retries, caches, pages and the WebSocket
 * handshake.
 */
const plainEnd = /(?:idempotency|cache|websocket|page|next|continuation)[-_.]?(?:token|key)$/i;

/** Whether the value of this header or query parameter is a secret. `?key=`, `?token=` and `?code=` always are. */
export function isSecretParameter(name: string): boolean {
  return secrecyOfName(name) !== undefined || secretWord.test(name) || (secretEnd.test(name) && !plainEnd.test(name));
}

/** Whether the value of a name that is sometimes a secret looks like one: long, without spaces, and not only words. */
export function looksLikeCredential(value: string): boolean {
  if (value.length < 16 || /\s/.test(value)) return false;
  return !/^[a-z]{1,19}(?:[_.-][a-z]{1,19})*$/.test(value);
}
