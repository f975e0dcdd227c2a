/**
 * How much the name of a header, a query parameter or a field says about its value: `always` a secret, `sometimes` a secret
 * (the value decides), or nothing.
 */
export type Secrecy = "always" | "sometimes" | undefined;

/** Ends of names whose value is always a secret, in lower case without separators. */
const alwaysSecret =
  /(?:authorization|apikey|apitoken|apisecret|accesskey|accesskeyid|accesstoken|authtoken|bearertoken|refreshtoken|sessiontoken|securitytoken|idtoken|privatekey|secretkey|signingkey|encryptionkey|subscriptionkey|functionskey|clientsecret|webhooksecret|secret|password|passwd|pwd|passphrase|clientassertion|credentials?|cookie|codeverifier|auth|bearer|jwt)$/;

/** Names that often hold something else: a token of `logprobs`, the code of an error, the key of a pair. */
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

/** Names that end like a secret and are none. */
const neverSecret: ReadonlySet<string> = new Set(["idempotencykey", "xidempotencykey", "promptcachekey"]);

/** What the name of a field says about its value. Case, brackets and the separators `-`, `_`, `.` and space do not matter. */
export function secrecyOfName(name: string): Secrecy {
  // No name of a secret is longer, and a long one would be slow to compare.
  if (name.length > 128) return undefined;
  const plain = name.toLowerCase().replaceAll(/[-_.\s[\]]/g, "");
  if (neverSecret.has(plain)) return undefined;
  if (alwaysSecret.test(plain)) return "always";
  return sometimesSecret.has(plain) || (plain.endsWith("token") && !plainEnd.test(name)) ? "sometimes" : undefined;
}

/** Ends of the names of headers and query parameters whose value is a secret. */
const secretEnd = /(?:^|[-_.[])(?:token|key|signature|secret|sig|code)(?:\[\]|\])?$/i;

/** Words that make a header or a query parameter a secret, wherever in its name they stand. */
const secretWord =
  /(?:^|[-_.[])(?:secret|signature|password|passwd|pass|pwd|jwt|credentials?|authorization|assertion)(?:[-_.[\]]|$)/i;

/** Headers and query parameters with such an end that are none: retries, caches, pages and the handshake of a socket. */
const plainEnd = /(?:idempotency|cache|websocket|page|next|continuation)[-_.]?(?:token|key)$/i;

/** Whether a header or a query parameter of this name holds a secret. `?key=`, `?token=` and `?code=` always do. */
export function isSecretParameter(name: string): boolean {
  return secrecyOfName(name) !== undefined || secretWord.test(name) || (secretEnd.test(name) && !plainEnd.test(name));
}

/** Whether the value of a name that is sometimes a secret looks like one: long, without spaces, and not only words. */
export function looksLikeCredential(value: string): boolean {
  if (value.length < 16 || /\s/.test(value)) return false;
  return !/^[a-z]{1,19}(?:[_.-][a-z]{1,19})*$/.test(value);
}
