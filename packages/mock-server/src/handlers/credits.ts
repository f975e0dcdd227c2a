import { toUsd } from "../engine/money.ts";
import type { HandlersOf } from "../handler.ts";

export const credits: HandlersOf<"credits"> = {
  "credits.get": (_, { world: { ledger } }) => {
    const { bought, used } = ledger.totals;
    return { body: { data: { total_credits: toUsd(bought), total_usage: toUsd(used) } } };
  },
};
