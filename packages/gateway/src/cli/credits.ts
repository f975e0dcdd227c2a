import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseUsdText } from "../config/price-text.ts";
import { UsageError, type Command, type Invocation, type Services } from "./command.ts";

const flags = {
  account: { value: "<name>", help: "account", initial: "default" },
  url: {
    value: "<url>",
    help: "address of the running gateway",
    initial: "http://127.0.0.1:4000",
    variable: "PATCHBAY_URL",
  },
  data: {
    value: "<folder>",
    help: "folder with the management key that the gateway has created",
    otherwise: "patchbay-data",
    variable: "PATCHBAY_DATA",
  },
} as const satisfies Command["flags"];

const variables = { PATCHBAY_ADMIN_KEY: "management key of the gateway; without it, the file admin-key in --data" };

/** Adds credits to an account of a running gateway, which owns the ledger. */
export const addCredits: Command = {
  summary: "add credits to an account of the running gateway, and print its balance in USD",
  flags: {
    ...flags,
    amount: { value: "<usd>", help: "amount in USD, such as 20; only a correction can be negative: --amount=-5" },
    kind: { value: "<kind>", help: "purchase, promotion or correction", initial: "purchase" },
    id: { value: "<text>", help: "id of the payment; adding it again changes nothing" },
  },
  variables,
  notes: "Credits limit only accounts with `creditLimit: prepaid` in the configuration.",
  run: async (given, services) => {
    const amount = given.get("amount");
    if (amount === undefined) throw new UsageError("--amount is missing. Example: --amount 20.");
    const parsed = parseUsdText(amount.replace(/^-/, ""));
    if (typeof parsed === "string") throw new UsageError(`--amount: ${parsed}`);
    const body = { account: given.get("account"), amount, kind: given.get("kind"), id: given.get("id") };
    return printBalance(await callAdmin(given, services, { method: "POST", path: "/credits", body }), services);
  },
};

/** Prints the balance of an account of a running gateway. */
export const showCredits: Command = {
  summary: "print the balance of an account of the running gateway in USD",
  flags,
  variables,
  run: async (given, services) => {
    const path = `/credits?account=${encodeURIComponent(given.get("account")!)}`;
    return printBalance(await callAdmin(given, services, { method: "GET", path }), services);
  },
};

function printBalance({ balance, pending }: Balance, { write, log }: Services): number {
  write(balance);
  if (pending !== "0") log(`${pending} of it is reserved by requests in progress.`);
  return 0;
}

interface Balance {
  readonly balance: string;
  readonly pending: string;
}

interface AdminCall {
  readonly method: string;
  /** Below `/admin/api`. */
  readonly path: string;
  readonly body?: unknown;
}

async function callAdmin(given: Invocation, services: Services, { method, path, body }: AdminCall): Promise<Balance> {
  const origin = URL.parse(given.get("url")!)?.origin;
  if (origin === undefined || origin === "null")
    throw new UsageError(`--url must be a URL such as http://127.0.0.1:4000, got ${JSON.stringify(given.get("url"))}.`);
  const key = await readAdminKey(given, services);
  const init = {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  let response: Response;
  try {
    response = await services.fetch(`${origin}/admin/api${path}`, init);
  } catch (cause) {
    throw new UsageError(`No gateway responds at ${origin}. Start it, or pass its address with --url.`, { cause });
  }
  const reply = (await response.json().catch(() => ({}))) as Partial<Balance> & { error?: { message?: string } };
  if (response.ok && reply.balance !== undefined && reply.pending !== undefined) return reply as Balance;
  throw new UsageError(`The gateway at ${origin} refused: ${reply.error?.message ?? `HTTP ${response.status}`}`);
}

async function readAdminKey(given: Invocation, { env }: Services): Promise<string> {
  const key = env.PATCHBAY_ADMIN_KEY?.trim();
  if (key !== undefined && key !== "") return key;
  const file = join(given.get("data") ?? "patchbay-data", "admin-key");
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (cause) {
    throw new UsageError(`${file} cannot be read. Set PATCHBAY_ADMIN_KEY to the management key of the gateway.`, {
      cause,
    });
  }
}
