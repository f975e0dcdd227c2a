import type { Key } from "@patchbay/engine/billing/key";
import type { Billing } from "@patchbay/service/ports/billing";
import { HttpError } from "@patchbay/service/http/http-error";
import { accountOf } from "../state/accounts.ts";
import type { ServerState } from "../state/server-state.ts";
import { admitFree, admitKey } from "./admit-request.ts";
import { record } from "./record-generation.ts";
import { RequestCharges } from "./request-charges.ts";

/** The billing of a mock server: everything is in the memory of its state, and every request has one of its keys. */
export function createBilling(state: () => ServerState): Billing {
  const checkBalance: Billing["checkBalance"] = ({ account }) => {
    if (accountOf(state(), account).balance.available < 0n)
      throw new HttpError(402, "Insufficient credits. Add more using https://openrouter.ai/credits");
  };
  return {
    admit: (key) => admitKey(state(), key as Key),
    admitModel(key, model, isFirst) {
      checkBalance(key);
      if (isFirst) admitFree(state(), key as Key, model);
    },
    checkBalance,
    openCharges: (key, { scope }) => new RequestCharges(state(), key as Key, scope),
    record: ({ headers }, outcome, toContent) => record(state(), headers, outcome, toContent()),
  };
}
