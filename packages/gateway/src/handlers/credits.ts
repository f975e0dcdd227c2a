import { toUsd } from "@patchbay/engine/billing/money";
import type { OwnHandlers } from "./gateway-state.ts";

export const credits: OwnHandlers<"credits"> = {
  "credits.get": async (_, { state, key }) => {
    const { bought, used } = await state.store.ledger.balanceOf(key.account);
    return { body: { data: { total_credits: toUsd(bought), total_usage: toUsd(used) } } };
  },
};
