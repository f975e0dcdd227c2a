import { faultOfSecret, type NewProviderKey } from "../../keys/provider-keys.ts";
import { UsageError, type Command } from "../command.ts";
import { storeFlags } from "../config-flags.ts";
import { toTable } from "../table.ts";
import { withKeys } from "./with-keys.ts";

const account = { value: "<name>", help: "account whose requests use the key", initial: "default" };
const notes = `Customers' own keys at providers (BYOK), encrypted at rest. A running gateway sees the change within 10 seconds.
With --database, set PATCHBAY_SECRET to the secret of the gateways.`;

/** Reads the secret from standard input, since other users of a machine can see arguments. Prints the id of the key. */
export const addProviderKey: Command = {
  summary: "store a customer's own key at a provider, read from standard input",
  flags: {
    ...storeFlags,
    account,
    provider: { value: "<slug>", help: "slug of the provider in the configuration, such as openai" },
    "fallback-only": { help: "use it only after the gateway's own keys" },
    exclusive: { help: "never use the gateway's own keys at this provider for the account" },
  },
  notes: `${notes}\nExample: patchbay-gateway provider-keys add --account acme --provider openai < key.txt`,
  run: async (given, services) => {
    const provider = given.get("provider");
    if (provider === undefined) throw new UsageError("--provider is missing. Example: --provider openai.");
    const secret = (await services.readInput()).trim();
    const fault = faultOfSecret(secret);
    if (fault !== undefined) throw new UsageError(`${fault} Pass the key of ${provider} on standard input.`);
    const settings: NewProviderKey = {
      account: given.get("account")!,
      provider,
      secret,
      fallbackOnly: given.has("fallback-only"),
      exclusive: given.has("exclusive"),
    };
    return withKeys(given, services, async ({ providerKeys }) => {
      const { id } = await providerKeys.add(settings, services.now());
      services.write(id);
    });
  },
};

export const listProviderKeys: Command = {
  summary: "list an account's own provider keys",
  flags: { ...storeFlags, account, json: { help: "print JSON" } },
  notes,
  run: async (given, services) =>
    withKeys(given, services, async ({ providerKeys }) => {
      const keys = await providerKeys.list(given.get("account")!);
      if (given.has("json")) return services.write(JSON.stringify(keys, null, 2));
      const rows = keys.map(({ id, provider, label, fallbackOnly, exclusive, createdAt }) => [
        id,
        provider,
        label,
        exclusive ? "exclusive" : fallbackOnly ? "fallback" : "first",
        new Date(createdAt).toISOString().slice(0, 10),
      ]);
      services.write(toTable(["id", "provider", "key", "use", "created"], rows));
    }),
};

export const removeProviderKey: Command = {
  summary: "delete a customer's own provider key",
  arguments: [{ name: "ID" }],
  flags: storeFlags,
  notes: `ID is the id that \`provider-keys list\` prints.\n${notes}`,
  run: async (given, services) =>
    withKeys(given, services, async ({ providerKeys }) => {
      const id = given.argument("ID");
      if (!(await providerKeys.remove(id)))
        throw new UsageError(
          `There is no provider key ${JSON.stringify(id)}. List them: patchbay-gateway provider-keys list --account NAME`,
        );
      services.log(`The provider key ${id} was deleted.`);
    }),
};
