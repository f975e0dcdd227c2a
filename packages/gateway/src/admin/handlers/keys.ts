import * as z from "zod";
import type { StoredKey } from "../../ports/keys.ts";
import { AdminError } from "../admin-error.ts";
import type { AdminData, CreatedKey, KeySettings } from "../admin-data.ts";
import { sumOf, toUsd } from "../amounts.ts";
import type { Handler } from "../context.ts";
import { json, noContent } from "../exchange.ts";
import { readBody, time } from "../input.ts";
import { toKeyView } from "./key-view.ts";
import { day, minute } from "./periods.ts";
import type { CreatedKeyView, KeysView, KeyView } from "../views.ts";

const usd = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,9})?$/, 'Expected an amount in USD with at most 9 decimals, such as "12.50"');
const count = z.string().regex(/^[1-9]\d{0,11}$/, "Expected a whole number above 0");
const window = z.enum(["daily", "weekly", "monthly", "total"]);
const budget = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.literal("usd"), limit: usd, window }),
  z.strictObject({ unit: z.literal("requests"), limit: count, window }),
]);
const budgets = z
  .array(budget)
  .max(8)
  .refine(
    (list) => new Set(list.map(({ unit, window }) => `${unit} ${window}`)).size === list.length,
    "Expected at most one budget per unit and window",
  );
const limit = z.int().min(1).max(1e9);
const patterns = z.array(z.string().trim().min(1).max(200)).max(200);
const settings = z.strictObject({
  name: z.string().trim().min(1, "Expected a name").max(100),
  disabled: z.boolean(),
  expiresAt: time.nullable(),
  budgets,
  limits: z.strictObject({
    requestsPerMinute: limit.exactOptional(),
    tokensPerMinute: limit.exactOptional(),
    concurrency: limit.exactOptional(),
  }),
  allowedModels: patterns,
  allowedProviders: patterns,
});
const newKey = settings
  .partial()
  .required({ name: true })
  .transform((input): KeySettings => ({
    name: input.name,
    disabled: input.disabled ?? false,
    expiresAt: input.expiresAt ?? null,
    budgets: input.budgets ?? [],
    limits: input.limits ?? {},
    allowedModels: input.allowedModels ?? [],
    allowedProviders: input.allowedProviders ?? [],
  }));
const changes = settings.partial();
const rotation = z.strictObject({
  graceMs: z
    .int()
    .min(0)
    .max(30 * day)
    .default(day),
});

/** `GET /keys`: all keys with the use of their budgets, the newest first. */
export const getKeys: Handler = async ({ data, now }) => {
  const keys = (await data.keys.list()).toSorted((a, b) => b.createdAt - a.createdAt || (a.hash < b.hash ? -1 : 1));
  const view: KeysView = { keys: await toViews(data, keys, now) };
  return json(200, view);
};

async function toViews(data: AdminData, keys: readonly StoredKey[], now: number): Promise<KeyView[]> {
  const budgets = keys.flatMap((key) => data.keys.budgetsOf(key));
  const to = Math.ceil((now + 1) / minute) * minute;
  const [states, rows] = await Promise.all([
    data.ledger.budgetsOf(budgets, now),
    data.events.summary({ from: to - 30 * day, to, by: ["key"] }),
  ]);
  const spending = Map.groupBy(rows, ({ group }) => group.key);
  return keys.map((key) => {
    const ids = new Set(data.keys.budgetsOf(key).map(({ id }) => id));
    const own = spending.get(key.hash) ?? [];
    return toKeyView(key, {
      now,
      budgets: states.filter(({ budget }) => ids.has(budget.id)),
      requests: own.reduce((sum, row) => sum + row.requests, 0),
      cost: toUsd(sumOf(own, ({ cost }) => cost)),
    });
  });
}

async function createdView(data: AdminData, { key, secret }: CreatedKey, now: number): Promise<CreatedKeyView> {
  const [view] = await toViews(data, [key], now);
  return { key: view!, secret };
}

/** `POST /keys`: creates a key. The response has its secret, which cannot be read again. */
export const postKey: Handler = async ({ data, body, audit, now }) => {
  const input = readBody(newKey, body);
  const created = await data.keys.create(input);
  audit({ action: "key.create", target: created.key.hash, changes: { ...input } });
  return json(201, await createdView(data, created, now));
};

const notFound = (hash: string): AdminError => new AdminError("not_found", `No key has the hash "${hash}".`);

/** `PATCH /keys/:hash`: changes the given settings. */
export const patchKey: Handler = async ({ data, params, body, audit, now }) => {
  const hash = params.hash ?? "";
  const input = Object.fromEntries(
    Object.entries(readBody(changes, body)).filter(([, value]) => value !== undefined),
  ) as Partial<KeySettings>;
  const key = await data.keys.update(hash, input);
  if (!key) throw notFound(hash);
  audit({ action: "key.update", target: hash, changes: { ...input } });
  const [view] = await toViews(data, [key], now);
  return json(200, view);
};

/** `POST /keys/:hash/rotate`: creates a successor. The old key works for another `graceMs`, by default one day. */
export const rotateKey: Handler = async ({ data, params, body, audit, now }) => {
  const hash = params.hash ?? "";
  const { graceMs } = readBody(rotation, body ?? {});
  const created = await data.keys.rotate(hash, graceMs);
  if (!created) throw notFound(hash);
  audit({ action: "key.rotate", target: hash, changes: { graceMs, successor: created.key.hash } });
  return json(201, await createdView(data, created, now));
};

/** `DELETE /keys/:hash`: refuses the key from now on. */
export const deleteKey: Handler = async ({ data, params, audit }) => {
  const hash = params.hash ?? "";
  if (!(await data.keys.revoke(hash))) throw notFound(hash);
  audit({ action: "key.revoke", target: hash });
  return noContent();
};
