import { accountOf } from "../state/accounts.ts";
import { toUsd } from "@patchbay/engine/billing/money";
import type { OwnHandlers } from "./own-handlers.ts";

export const credits: OwnHandlers<"credits"> = {
  "credits.get": (_, { state, key }) => {
    const { bought, used } = accountOf(state, key.account).balance.totals;
    return { body: { data: { total_credits: toUsd(bought), total_usage: toUsd(used) } } };
  },
};
