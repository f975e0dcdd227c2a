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
  /** Number of calls of `forget` and `forgetAll`. */
  #changes = 0;

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
    // Of several keys at one provider, the first one decides when they are used.
    const first = rows.filter((row, index) => rows.findIndex(({ provider }) => provider === row.provider) === index);
    return first.map(({ provider, fallbackOnly, exclusive }) => ({ provider, fallbackOnly, exclusive }));
  }

  /** The secrets of an account at a provider, in the order in which they are tried. */
  secretsOf(account: string, provider: string): readonly string[] {
    const rows = this.#accounts.get(account)?.rows.filter((row) => row.provider === provider) ?? [];
    return rows.map((row) => this.#encryption.decrypt(row.encrypted, row));
  }

  /** Forgets the keys of an account, since they changed. */
  forget(account: string): void {
    this.#changes += 1;
    this.#accounts.delete(account);
  }

  /** Forgets the keys of all accounts. */
  forgetAll(): void {
    this.#changes += 1;
    this.#accounts.clear();
  }

  async #read(account: string, now: number): Promise<void> {
    const changes = this.#changes;
    const rows = await this.#store.providerKeys(account);
    // Rows that were read before a change can lack it: they serve this request, and the next one reads again.
    const readAt = changes === this.#changes ? now : -Infinity;
    this.#accounts.set(account, { readAt, rows: rows.filter(({ disabled }) => !disabled) });
  }
}

const none: readonly ByokKey[] = [];
