import { toAlphabetic, type Ids } from "@patchbay/engine/data/ids";

/** Unpredictable ids from the platform's cryptographic random source. */
export const secureIds: Ids = {
  text: (length) => toAlphabetic(secureHex(2 * length)),
  hex: secureHex,
};

function secureHex(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, length);
}
