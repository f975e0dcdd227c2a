import { expect, test } from "vitest";
import { encryptionOf } from "../keys/provider-keys.ts";
import type { ProviderKeyRow } from "../ports/keys.ts";
import { ByokKeys } from "./byok-keys.ts";

const row = (provider: string): ProviderKeyRow => ({
  id: provider,
  account: "default",
  provider,
  label: "sk-...abc",
  encrypted: "",
  fallbackOnly: false,
  exclusive: false,
  disabled: false,
  createdAt: 0,
});

test.each(["forget", "forgetAll"] as const)(
  "rows read before %s are read again by the next request",
  async (change) => {
    const reads: PromiseWithResolvers<readonly ProviderKeyRow[]>[] = [];
    const providerKeys = () => {
      reads.push(Promise.withResolvers());
      return reads.at(-1)!.promise;
    };
    const keys = new ByokKeys({ providerKeys }, { encryption: encryptionOf(new Uint8Array(32)), now: () => 1000 });

    const early = keys.load("default");
    keys[change]("default");
    reads[0]!.resolve([row("removed")]);
    await early;
    const late = keys.load("default");
    expect(late).toBeInstanceOf(Promise);
    reads[1]!.resolve([row("added")]);
    await late;
    expect(keys.of("default").map(({ provider }) => provider)).toEqual(["added"]);
    expect(keys.load("default")).toBeUndefined();
  },
);
