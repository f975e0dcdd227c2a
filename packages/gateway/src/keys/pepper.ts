import { deriveSecret } from "./master-secret.ts";

/** The secret with which API keys become fingerprints. Every process of a gateway derives the same one. */
export function keyPepper(master: Uint8Array): Uint8Array {
  return deriveSecret(master, "api keys");
}
