import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Encrypts secrets at rest. The same `context` that encrypted a text is needed to decrypt it. */
export interface Encryption {
  readonly encrypt: (text: string, context: EncryptionContext) => string;
  /** @throws If the text was changed, belongs to another row or account, or was encrypted with an unknown master secret. */
  readonly decrypt: (encrypted: string, context: EncryptionContext) => string;
  /** Whether it was encrypted with a former master secret and should be encrypted again. */
  readonly isOutdated: (encrypted: string) => boolean;
}

/** The row that a text belongs to. It is authenticated, so a ciphertext cannot be moved to another row or account. */
interface EncryptionContext {
  readonly id: string;
  readonly account: string;
}

/**
 * AES-256-GCM with a random nonce of 96 bits per text and a key for `purpose` that HKDF-SHA-256 derives from the master secret.
 * The result is `v1.KEY.NONCE.CIPHERTEXT.TAG` in base64url; `KEY` identifies the master secret. The first of `masters` encrypts,
 * all of them decrypt: to rotate the master secret, put the new one first and encrypt outdated texts again.
 */
export function createEncryption(masters: readonly [Uint8Array, ...Uint8Array[]], purpose: string): Encryption {
  const keys = masters.map((master) => deriveKey(master, purpose));
  const current = keys[0]!;
  return {
    encrypt: (text, context) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current.key, nonce).setAAD(toAdditionalData(context));
      const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const parts = [nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString("base64url"));
      return ["v1", current.id, ...parts].join(".");
    },
    decrypt: (encrypted, context) => {
      const [version, id, ...parts] = encrypted.split(".");
      const [nonce, ciphertext, tag] = parts.map((part) => Buffer.from(part, "base64url"));
      if (version !== "v1" || parts.length !== 3 || nonce?.length !== 12 || tag?.length !== 16)
        throw new Error(`Secret of row ${context.id} is not in the format v1 of this gateway. Enter the secret again.`);
      const known = keys.find((key) => key.id === id);
      if (!known)
        throw new Error(
          `Secret of row ${context.id} was encrypted with another master secret. Restore that master secret, or enter the secret again.`,
        );
      const decipher = createDecipheriv("aes-256-gcm", known.key, nonce, { authTagLength: 16 });
      decipher.setAAD(toAdditionalData(context)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(ciphertext!), decipher.final()]).toString("utf8");
      } catch (error) {
        throw new Error(
          `Secret of row ${context.id} cannot be authenticated: it was changed or moved. Enter the secret again.`,
          { cause: error },
        );
      }
    },
    isOutdated: (encrypted) => !encrypted.startsWith(`v1.${current.id}.`),
  };
}

function deriveKey(master: Uint8Array, purpose: string): { readonly id: string; readonly key: Uint8Array } {
  if (master.length < 32) throw new RangeError(`The master secret must have at least 32 bytes, got ${master.length}.`);
  const derive = (info: string, bytes: number): Buffer => Buffer.from(hkdfSync("sha256", master, "", info, bytes));
  return { id: derive(`patchbay id ${purpose}`, 6).toString("base64url"), key: derive(`patchbay key ${purpose}`, 32) };
}

function toAdditionalData({ id, account }: EncryptionContext): Buffer {
  // JSON, because a plain concatenation of two strings is ambiguous.
  return Buffer.from(JSON.stringify([id, account]));
}
