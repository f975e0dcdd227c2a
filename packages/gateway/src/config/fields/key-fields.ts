import type { AccountConfig } from "../config.ts";
import { defaultAccount, unlimited } from "../default-config.ts";
import type { BudgetConfig, DeclaredKey } from "../key-config.ts";
import { parseUsdText } from "../price-text.ts";
import { list, object, optional, record, required, type Reader } from "../yaml/reader.ts";
import { choice, integer, matching, number, text, time, yesOrNo } from "../yaml/scalars.ts";
import { secret } from "../yaml/secret.ts";
import { capacity, slugForm } from "./provider-fields.ts";

/** Word in the file and on the command line → window of a budget. */
export const budgetWindows: Readonly<Record<"day" | "week" | "month" | "total", BudgetConfig["window"]>> = {
  day: "daily",
  week: "weekly",
  month: "monthly",
  total: "total",
};

type WindowWord = keyof typeof budgetWindows;
const windowWords = Object.keys(budgetWindows) as WindowWord[];

const usd: Reader<bigint> = (node, path, context) => {
  const found = parseUsdText(node.type === "scalar" ? node.source : "");
  if (typeof found === "bigint") return found;
  context.report(path, node.type === "scalar" ? found : "expected USD as a decimal number such as 5.00.");
  return undefined;
};

interface BudgetFields {
  readonly usd: bigint | undefined;
  readonly requests: number | undefined;
  readonly per: WindowWord;
}

const budgetFields = object<BudgetFields>({
  usd: optional(usd, undefined),
  requests: optional(integer(0), undefined),
  per: optional(choice(windowWords), "total"),
});

/** Reads a budget such as `{ usd: 5, per: day }`. */
const budget: Reader<BudgetConfig> = (node, path, context) => {
  const found = budgetFields(node, path, context);
  if (found === undefined) return undefined;
  const window = budgetWindows[found.per];
  if (found.usd !== undefined && found.requests === undefined) return { unit: "usd", limit: found.usd, window };
  if (found.requests !== undefined && found.usd === undefined)
    return { unit: "requests", limit: BigInt(found.requests), window };
  context.report(
    path,
    "expected one limit, `usd` or `requests`, such as { usd: 5, per: day }. Write another item for the other.",
  );
  return undefined;
};

/** Reads budgets. Two of the same unit and window are an error. */
export const budgets: Reader<readonly BudgetConfig[]> = (node, path, context) => {
  const found = list(budget, { of: "budgets" })(node, path, context);
  const kinds = found?.map(({ unit, window }) => `${unit} ${window}`) ?? [];
  const second = kinds.findIndex((kind, index) => kinds.indexOf(kind) !== index);
  if (second === -1) return found;
  context.report([...path, second], "is the second budget of the same unit and window. Keep one of them.");
  return undefined;
};

const byok = object<AccountConfig["byok"]>({ fee: optional(number(0, 1), 0) });

/** Reads `accounts`: name → terms. */
export const accounts: Reader<Readonly<Record<string, AccountConfig>>> = record(
  object<AccountConfig>({
    creditLimit: optional(choice(["none", "prepaid"]), defaultAccount.creditLimit),
    byok: optional(byok, defaultAccount.byok),
    budgets: optional(budgets, []),
    limits: optional(capacity, unlimited),
  }),
  { ...slugForm, form: "an account name such as default or team-a" },
);

/** At least as long as a key that cannot be guessed. */
const shortestKey = 16;

const keySecret: Reader<string> = (node, path, context) => {
  const found = secret()(node, path, context);
  if (found === undefined || /^[\x21-\x7e]+$/.test(found)) return longEnough(found, path, context);
  context.report(path, "the key contains a character that a header cannot have. Use letters, digits and dashes.");
  return undefined;
};

function longEnough(
  key: string | undefined,
  path: Parameters<Reader<string>>[1],
  context: Parameters<Reader<string>>[2],
): string | undefined {
  if (key === undefined || key.length >= shortestKey) return key;
  context.report(path, `the key has ${key.length} characters, which can be guessed. Use ${shortestKey} or more.`);
  return undefined;
}

/** Reads the management key. */
export const adminKey: Reader<string> = keySecret;

/** A model id, where `*` is any text. */
const modelPattern = matching(/^[\w.*-]+(?:\/[\w.*:-]+)?$/, "a model id or a pattern such as acme/*");

/** Reads `keys`. */
export const keys: Reader<readonly DeclaredKey[]> = list(
  object<DeclaredKey>({
    name: required(text({ most: 100 }), "Write a name that the dashboard shows."),
    secret: required(keySecret, "Write a reference to the environment, such as $APP_KEY."),
    account: optional(text({ most: 100 }), "default"),
    management: optional(yesOrNo, false),
    budgets: optional(budgets, []),
    limits: optional(capacity, unlimited),
    models: optional(list(modelPattern, { of: "model ids" }), []),
    providers: optional(list(text(), { of: "provider slugs" }), []),
    expiresAt: optional(time, undefined),
  }),
  { of: "keys" },
);
