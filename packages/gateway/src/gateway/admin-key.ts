import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";

/** The management key of a gateway whose configuration names none, and whether this call created it. */
export interface AdminKey {
  readonly key: string;
  readonly isNew: boolean;
}

/** Reads the management key from the file `admin-key` of the data folder. Creates it with mode 0600 if it is missing. */
export function readAdminKey(dataDir: string): AdminKey {
  const path = join(dataDir, "admin-key");
  try {
    return { key: readFileSync(path, "utf8").trim(), isNew: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const key = `sk-or-mgmt-${randomBytes(32).toString("hex")}`;
  try {
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(path, 0o600);
    return { key, isNew: true };
  } catch (error) {
    // Another process has created it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return { key: readFileSync(path, "utf8").trim(), isNew: false };
  }
}
