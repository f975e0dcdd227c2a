import type { StoredBudget, StoredKey } from "../../ports/keys.ts";
import { budgetWindows } from "../../config/fields/key-fields.ts";
import { parseUsdText } from "../../config/price-text.ts";
import { didYouMean } from "../../config/yaml/nearest-name.ts";
import { UsageError, type Flag, type Invocation } from "../command.ts";
import type { NewKey } from "./key-admin.ts";

/** Flags of a new key. */
export const newKeyFlags: Readonly<
  Record<
    | "name"
    | "account"
    | "limit"
    | "budget"
    | "requests"
    | "rpm"
    | "tpm"
    | "concurrency"
    | "models"
    | "providers"
    | "expires"
    | "management",
    Flag
  >
> = {
  name: { value: "<text>", help: "name that the dashboard shows", initial: "unnamed" },
  account: { value: "<name>", help: "account that pays", initial: "default" },
  limit: { value: "<usd>", help: "budget of the key's whole life in USD, such as 1" },
  budget: {
    value: "<usd/window>",
    help: "budget in USD per day, week or month, such as 5/day; can be repeated",
    multiple: true,
  },
  requests: { value: "<n/window>", help: "budget of requests, such as 100/day; can be repeated", multiple: true },
  rpm: { value: "<n>", help: "requests per minute" },
  tpm: { value: "<n>", help: "tokens per minute" },
  concurrency: { value: "<n>", help: "requests at the same time" },
  models: {
    value: "<ids>",
    help: "models it may use, separated by commas; * is any text: openai/*,acme/tiny",
    multiple: true,
  },
  providers: { value: "<slugs>", help: "providers it may use, separated by commas", multiple: true },
  expires: { value: "<time>", help: "when it expires: 30d, 12h, 2027-01-31 or 2027-01-31T12:00:00Z" },
  management: { help: "create a management key, which cannot call models but manages keys and credits" },
};

/** The settings of a new key. Throws a `UsageError` for an invalid value. */
export function toNewKey(given: Invocation, now: number): NewKey {
  const limit = given.get("limit");
  const expires = given.get("expires");
  const budgets = [
    ...(limit === undefined ? [] : [usdBudget("--limit", limit, "total")]),
    ...given.all("budget").map((text) => toBudget("--budget", text, usdBudget)),
    ...given.all("requests").map((text) => toBudget("--requests", text, requestBudget)),
  ];
  const kinds = budgets.map(({ unit, window }) => `${unit} ${window}`);
  const second = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (second !== undefined)
    throw new UsageError(`Two budgets have the same unit and window (${second}). Keep one of them.`);
  return {
    name: given.get("name")!,
    account: given.get("account")!,
    isManagement: given.has("management"),
    expiresAt: expires === undefined ? null : toTime(expires, now),
    budgets,
    limits: toLimits(given),
    allowedModels: toList(given.all("models")),
    allowedProviders: toList(given.all("providers")),
  };
}

type ToBudget = (flag: string, amount: string, window: StoredBudget["window"]) => StoredBudget;

function toBudget(flag: string, text: string, create: ToBudget): StoredBudget {
  const [, amount, word] = /^([^/]+)\/(\w+)$/.exec(text) ?? [];
  if (amount === undefined || word === undefined)
    throw new UsageError(`${flag} must be an amount and a window, such as 5/day; got ${JSON.stringify(text)}.`);
  if (!Object.hasOwn(budgetWindows, word)) {
    const words = Object.keys(budgetWindows);
    throw new UsageError(
      `${flag}: ${JSON.stringify(word)} is not one of ${words.join(", ")}.${didYouMean(word, words)}`,
    );
  }
  return create(flag, amount, budgetWindows[word as keyof typeof budgetWindows]);
}

const usdBudget: ToBudget = (flag, amount, window) => {
  const nanos = parseUsdText(amount);
  if (typeof nanos === "string") throw new UsageError(`${flag}: ${nanos}`);
  return { unit: "usd", limit: amount, window };
};

const requestBudget: ToBudget = (flag, amount, window) => ({
  unit: "requests",
  limit: String(toCount(flag, amount, 0)),
  window,
});

function toLimits(given: Invocation): StoredKey["limits"] {
  const [rpm, tpm, concurrency] = [given.get("rpm"), given.get("tpm"), given.get("concurrency")];
  return {
    ...(rpm !== undefined && { requestsPerMinute: toCount("--rpm", rpm, 1) }),
    ...(tpm !== undefined && { tokensPerMinute: toCount("--tpm", tpm, 1) }),
    ...(concurrency !== undefined && { concurrency: toCount("--concurrency", concurrency, 1) }),
  };
}

function toCount(flag: string, text: string, min: number): number {
  const count = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (count >= min) return count;
  throw new UsageError(`${flag} must be a whole number of ${min} or more, got ${JSON.stringify(text)}.`);
}

function toList(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => value.split(","))
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A duration in milliseconds from text such as `30d`. Throws a `UsageError`. */
export function toDuration(flag: string, text: string): number {
  const [, digits, unit] = /^(\d{1,6})(s|m|h|d)$/.exec(text) ?? [];
  if (digits !== undefined) return Number(digits) * units[unit as keyof typeof units];
  throw new UsageError(`${flag} must be a duration such as 24h, got ${JSON.stringify(text)}.`);
}

function toTime(text: string, now: number): number {
  if (/^\d+[smhd]$/.test(text)) return now + toDuration("--expires", text);
  const isTime = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const time = isTime ? Date.parse(text) : NaN;
  if (Number.isNaN(time))
    throw new UsageError(
      `--expires must be a duration such as 30d or a time such as 2027-01-31, got ${JSON.stringify(text)}.`,
    );
  if (time <= now) throw new UsageError(`--expires is in the past: ${text}.`);
  return time;
}
