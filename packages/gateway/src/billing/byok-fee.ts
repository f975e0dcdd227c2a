import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { GatewayKey } from "../access/gateway-key.ts";

/** Parts of a fee, so that a share with six decimals is exact. */
const parts = 1_000_000n;

/** What a request with the customer's own provider key costs: a share of the list price, rounded up. */
export function byokFee({ terms }: Pick<GatewayKey, "terms">, listPrice: NanoUsd): NanoUsd {
  const share = BigInt(Math.round(terms.byok.fee * Number(parts)));
  return (listPrice * share + parts - 1n) / parts;
}
