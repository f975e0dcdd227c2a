import { randomUUID } from "node:crypto";
import * as z from "zod";
import { parseUsd } from "@patchbay/engine/billing/money";
import { LedgerConflict } from "../../ports/ledger.ts";
import { AdminError } from "../admin-error.ts";
import type { AdminData } from "../admin-data.ts";
import { toUsd } from "../amounts.ts";
import type { Handler } from "../context.ts";
import { json } from "../exchange.ts";
import { accountName, readBody, readQuery } from "../input.ts";
import type { BalanceView } from "../views.ts";

const asked = z.strictObject({ account: accountName });

const deposit = z
  .strictObject({
    account: accountName,
    amount: z.string().regex(/^-?\d{1,9}(?:\.\d{1,9})?$/, {
      error: 'Expected an amount in USD with at most 9 decimals, such as "20.00"',
      abort: true,
    }),
    kind: z.enum(["purchase", "promotion", "correction"]).default("purchase"),
    id: z
      .string()
      .regex(/^[\w.:-]{1,100}$/, "Expected 1 to 100 letters, digits, dots, colons, dashes and underscores")
      .optional(),
  })
  .refine(({ amount, kind }) => parseUsd(amount) > 0n || (parseUsd(amount) < 0n && kind === "correction"), {
    path: ["amount"],
    message: "Expected an amount above 0. Only a correction can be negative",
  });

/** `GET /credits?account=NAME`: the balance of an account. */
export const getCredits: Handler = async ({ data, query }) =>
  json(200, await toView(data, readQuery(asked, query).account));

/** `POST /credits`: adds credits to an account. With an `id`, repeating it changes nothing. */
export const postCredits: Handler = async ({ data, body, audit, now }) => {
  const { account, amount, kind, id = randomUUID() } = readBody(deposit, body);
  try {
    await data.ledger.addCredits({ id: `deposit:${id}`, account, amount: parseUsd(amount), kind, now });
  } catch (error) {
    if (!(error instanceof LedgerConflict)) throw error;
    throw new AdminError("conflict", `\`id\`: "${id}" was used for another deposit. Nothing was changed.`, {
      cause: error,
    });
  }
  audit({ action: "credits.add", target: account, changes: { amount, kind, id } });
  return json(201, await toView(data, account));
};

async function toView({ ledger }: Pick<AdminData, "ledger">, account: string): Promise<BalanceView> {
  const { bought, used, pending } = await ledger.balanceOf(account);
  return {
    account,
    bought: toUsd(bought),
    used: toUsd(used),
    pending: toUsd(pending),
    balance: toUsd(bought - used),
  };
}
