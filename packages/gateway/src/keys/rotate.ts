import type { KeyStore } from "../ports/keys.ts";
import type { Encryption } from "./encryption.ts";

/** Encrypts the provider keys of the accounts again that a former master secret encrypted. Returns how many. */
export async function rotateProviderKeys(
  store: KeyStore,
  encryption: Encryption,
  accounts: readonly string[],
): Promise<number> {
  let rotated = 0;
  for (const account of accounts)
    for (const row of await store.providerKeys(account)) {
      if (!encryption.isOutdated(row.encrypted)) continue;
      await store.putProviderKey({
        ...row,
        encrypted: encryption.encrypt(encryption.decrypt(row.encrypted, row), row),
      });
      rotated++;
    }
  return rotated;
}
