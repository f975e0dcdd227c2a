import { hkdfSync, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** Where the master secret comes from. */
export interface MasterSecretSource {
  /** The secret as 64 hexadecimal characters, as in an environment variable. It takes precedence over the file. */
  readonly value?: string | undefined;
  /** Folder with the file `secret`, which is created with mode 0600 if it is missing. */
  readonly dataDir?: string | undefined;
}

/**
 * The master secret, 32 bytes. The encryption of provider keys and the fingerprints of API keys are derived from it: an operator who
 * loses it loses both. It belongs in the backup, apart from the database.
 *
 * @throws If it is not 64 hexadecimal characters, or if its file can be read by other users.
 */
export function readMasterSecret({ value, dataDir }: MasterSecretSource): Uint8Array {
  if (value !== undefined) return parseSecret(value, "The master secret");
  if (dataDir === undefined)
    throw new Error(
      "A master secret is needed. Set PATCHBAY_SECRET to 64 hexadecimal characters, for example from `openssl rand -hex 32`, " +
        "the same for all gateways of one database.",
    );
  const path = join(dataDir, "secret");
  createSecretFile(dataDir, path);
  const mode = statSync(path).mode % 0o1000;
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new Error(`\`${path}\` has mode 0${mode.toString(8)}; other users can read it. Run \`chmod 600 ${path}\`.`);
  return parseSecret(readFileSync(path, "utf8").trim(), `\`${path}\``);
}

/** A secret of 32 bytes for one purpose, such as the pepper of the fingerprints. */
export function deriveSecret(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", master, "", `patchbay ${purpose}`, 32));
}

function createSecretFile(dataDir: string, path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString("hex")}\n`);
    fsyncSync(file);
    // Unlike a rename, a link fails if another process has created the secret in the meantime.
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    closeSync(file);
    rmSync(draft);
  }
}

function parseSecret(text: string, name: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new Error(
      `${name} must be 64 hexadecimal characters, got ${text.length} characters. Create it with \`openssl rand -hex 32\`.`,
    );
  return new Uint8Array(Buffer.from(text, "hex"));
}
