import type { AdminData } from "../admin-data.ts";

/** What to call each key, by its hash: its name, or the excerpt of its secret. */
export async function namesOfKeys(data: AdminData): Promise<ReadonlyMap<string, string>> {
  const keys = await data.keys.list();
  return new Map(keys.map(({ hash, name, label }) => [hash, name === "" ? label : name]));
}
