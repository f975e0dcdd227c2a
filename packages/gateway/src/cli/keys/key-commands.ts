import type { StoredKey } from "../../ports/keys.ts";
import { UsageError, type Command, type Flag } from "../command.ts";
import { storeFlags } from "../config-flags.ts";
import { toTable } from "../table.ts";
import type { KeyAdmin } from "./key-admin.ts";
import { newKeyFlags, toDuration, toNewKey } from "./key-flags.ts";
import { withKeys } from "./with-keys.ts";

const json = { help: "print JSON" } as const satisfies Flag;
const notes = `A running gateway sees the change within seconds. With --database, set PATCHBAY_SECRET to the secret of the gateways.`;
const idNote = "ID is the id that `keys list` prints, or a name that only one key has.";

/** Prints the secret of a new key on standard output. */
export const createKey: Command = {
  summary: "create an API key and print it",
  flags: { ...storeFlags, ...newKeyFlags, json },
  notes,
  run: async (given, services) => {
    const settings = toNewKey(given, services.now());
    return withKeys(given, services, async (keys) => {
      const { key, secret } = await keys.create(settings, services.now());
      services.write(given.has("json") ? JSON.stringify({ key: secret, data: key }, null, 2) : secret);
    });
  },
};

export const listKeys: Command = {
  summary: "list the API keys; keys of the configuration file are not among them",
  flags: { ...storeFlags, json },
  run: async (given, services) =>
    withKeys(given, services, async (keys) => {
      const all = await keys.list();
      if (given.has("json")) return services.write(JSON.stringify(all, null, 2));
      const rows = all.map((key) => toRow(key, services.now()));
      services.write(toTable(["id", "key", "name", "account", "budgets", "models", "state"], rows));
    }),
};

export const revokeKey: Command = {
  summary: "delete an API key; requests with it are refused from now on",
  arguments: [{ name: "ID" }],
  flags: storeFlags,
  notes: `${idNote}\n${notes}`,
  run: async (given, services) =>
    withKeys(given, services, async (keys) => {
      const key = await findKey(keys, given.argument("ID"));
      await keys.revoke(key.hash);
      services.log(`The key ${JSON.stringify(key.name)} (${key.label}) was revoked.`);
    }),
};

export const rotateKey: Command = {
  summary: "create the successor of an API key and print it; the old key works for a while",
  arguments: [{ name: "ID" }],
  flags: { ...storeFlags, grace: { value: "<time>", help: "how long the old key works", initial: "24h" } },
  notes: `${idNote}\n${notes}`,
  run: async (given, services) => {
    const grace = toDuration("--grace", given.get("grace")!);
    return withKeys(given, services, async (keys) => {
      const key = await findKey(keys, given.argument("ID"));
      const now = services.now();
      const { secret } = await keys.rotate(key, grace, now);
      services.log(`The old key (${key.label}) works until ${new Date(now + grace).toISOString()}.`);
      services.write(secret);
    });
  },
};

/** Characters of a hash that identify it in a list. */
const idLength = 12;

/** Finds a key that is still in use by the beginning of its hash, or by its name. Throws if there is not exactly one. */
async function findKey(keys: KeyAdmin, id: string): Promise<StoredKey> {
  const all = (await keys.list()).filter(({ rotatedTo }) => rotatedTo === null);
  const named = all.filter(({ name, label }) => name === id || label === id);
  const found = named.length > 0 ? named : id.length >= 6 ? all.filter(({ hash }) => hash.startsWith(id)) : [];
  if (found.length === 1) return found[0]!;
  if (found.length === 0)
    throw new UsageError(`There is no key ${JSON.stringify(id)}. List the keys: patchbay-gateway keys list`);
  const ids = found.map(({ hash }) => hash.slice(0, idLength)).join(", ");
  throw new UsageError(`${found.length} keys have the name ${JSON.stringify(id)}. Use one of their ids: ${ids}.`);
}

const perWindow = { daily: "/day", weekly: "/week", monthly: "/month", total: "" } as const;

function toRow(key: StoredKey, now: number): readonly string[] {
  const budgets = key.budgets.map(({ unit, limit, window }) =>
    unit === "usd" ? `$${limit}${perWindow[window]}` : `${limit} requests${perWindow[window]}`,
  );
  return [
    key.hash.slice(0, idLength),
    key.label,
    key.name,
    key.account,
    budgets.join(", ") || "none",
    key.isManagement ? "management" : key.allowedModels.join(", ") || "all",
    toState(key, now),
  ];
}

function toState({ disabled, expiresAt, rotatedTo }: StoredKey, now: number): string {
  if (disabled) return "disabled";
  if (expiresAt === null) return "active";
  if (expiresAt <= now) return "expired";
  return `${rotatedTo === null ? "until" : "rotated, until"} ${new Date(expiresAt).toISOString().slice(0, 16)}Z`;
}
