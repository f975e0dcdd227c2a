import type { ByokKey } from "@patchbay/engine/routing/routing";
import type { Encryption } from "../keys/encryption.ts";
import type { KeyStore, ProviderKeyRow } from "../ports/keys.ts";

/** Milliseconds after which the keys of an account are read again. */
const freshMs = 10_000;

interface AccountKeys {
  readonly readAt: number;
  readonly rows: readonly ProviderKeyRow[];
}

/** The customers' own provider keys (BYOK), in memory for a short time. Secrets stay encrypted until a provider is called. */
export class ByokKeys {
  readonly #store: Pick<KeyStore, "providerKeys">;
  readonly #encryption: Encryption;
  readonly #now: () => number;
  readonly #accounts = new Map<string, AccountKeys>();

  constructor(
    store: Pick<KeyStore, "providerKeys">,
    { encryption, now }: { readonly encryption: Encryption; readonly now: () => number },
  ) {
    this.#store = store;
    this.#encryption = encryption;
    this.#now = now;
  }

  /** Reads the keys of an account, unless that was done a moment ago. Returns at once if it was. */
  load(account: string): void | Promise<void> {
    const known = this.#accounts.get(account);
    const now = this.#now();
    if (known && Math.abs(now - known.readAt) < freshMs) return undefined;
    return this.#read(account, now);
  }

  /** The keys of an account, for routing. */
  of(account: string): readonly ByokKey[] {
    const { rows = [] } = this.#accounts.get(account) ?? {};
    if (rows.length === 0) return none;
    return rows.map(({ provider, fallbackOnly, exclusive }) => ({ provider, fallbackOnly, exclusive }));
  }

  /** The secret of an account at a provider. */
  secretOf(account: string, provider: string): string | undefined {
    const row = this.#accounts.get(account)?.rows.find((one) => one.provider === provider);
    return row && this.#encryption.decrypt(row.encrypted, { id: row.id, account: row.account });
  }

  /** Forgets the keys of an account, since they changed. */
  forget(account: string): void {
    this.#accounts.delete(account);
  }

  async #read(account: string, now: number): Promise<void> {
    const rows = await this.#store.providerKeys(account);
    this.#accounts.set(account, { readAt: now, rows: rows.filter(({ disabled }) => !disabled) });
  }
}

const none: readonly ByokKey[] = [];
