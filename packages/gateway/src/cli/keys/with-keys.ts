import type { Invocation, Services } from "../command.ts";
import type { KeyAdmin } from "./key-admin.ts";

/** Opens the keys that the flags name, uses them and closes them. Resolves to the exit code 0. */
export async function withKeys(
  given: Invocation,
  services: Services,
  use: (keys: KeyAdmin) => Promise<void>,
): Promise<number> {
  const location = {
    data: given.get("data") ?? "patchbay-data",
    database: given.get("database"),
    secret: services.env.PATCHBAY_SECRET?.trim(),
  };
  const keys = await services.openKeys(location);
  try {
    await use(keys);
    return 0;
  } finally {
    await keys.close();
  }
}
