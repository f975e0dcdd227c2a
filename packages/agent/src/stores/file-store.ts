import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rm, rmdir, type FileHandle } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AgentError } from "../errors/agent-error.ts";
import type { ListableSessionStore } from "./memory-store.ts";
import type { RunState } from "../report/run-report.ts";
import { SessionConflictError } from "./session-store.ts";

/** The content of a file. */
interface Kept {
  readonly session: string;
  readonly state: RunState;
}

/**
 * Stores conversations as JSON files, with a folder for each session, in a directory that is created when needed.
 * Several processes may share it.
 *
 * The folder contains the last two revisions, for example `41.json` and `42.json`; the higher one counts. Nothing is
 * locked, so a killed process blocks no other one. Files are never replaced, so open files on Windows block no writer. A
 * later save removes incomplete files.
 *
 * @throws AgentError if a folder contains another session, or the file system has no hard links
 * @example
 * ```ts
 * const agent = createAgent({ client, model: "openai/gpt-5-mini", store: fileStore("./sessions") });
 * ```
 */
export function fileStore(directory: string): ListableSessionStore {
  const root = resolve(directory);
  const folderOf = (session: string): string => join(root, folderName(session));
  return {
    async load(session) {
      const folder = folderOf(session);
      const kept = await readNewest(folder);
      if (kept === undefined) return undefined;
      if (kept.session !== session)
        throw new AgentError(
          `The folder ${folder} belongs to the session ${JSON.stringify(session)}, but contains ${JSON.stringify(kept.session)}. It was moved or copied. Rename it back.`,
        );
      return kept.state;
    },
    async save(session, state) {
      const { revision = 0 } = state;
      const text = JSON.stringify({ session, state } satisfies Kept);
      const folder = folderOf(session);
      if (revision === 1) await mkdir(folder, { recursive: true });
      if (!(await add(folder, revision, text)))
        throw new SessionConflictError(session, await newestIn(folder), revision);
      await sync(folder);
      if (revision === 1) await sync(root);
      await removeFrom(folder, (name) => numberOf(name) <= (isDraft(name) ? revision : revision - 2)).catch(() => {
        // The state is saved anyway, and the next save removes the file.
      });
    },
    async delete(session) {
      const folder = folderOf(session);
      do {
        await removeFrom(folder, () => true);
        await isRefused(rmdir(folder), "ENOENT", "ENOTEMPTY", "EEXIST");
        // Another process may have saved in the meantime.
      } while ((await namesIn(folder)).length > 0);
    },
    async list() {
      const sessions: string[] = [];
      for (const name of await namesIn(root)) {
        const kept = await readNewest(join(root, name));
        if (kept) sessions.push(kept.session);
      }
      return sessions.sort();
    },
  };
}

/**
 * A unique folder name that every file system accepts: a few readable characters, and a hash of each code unit, because
 * file systems may ignore case and Unicode normal forms.
 */
function folderName(session: string): string {
  const hash = createHash("sha256").update(Buffer.from(session, "utf16le")).digest("hex").slice(0, 32);
  const words =
    session
      .slice(0, 40)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...words, hash].join("-");
}

const fileOf = (folder: string, revision: number): string => join(folder, `${revision}.json`);

/**
 * Adds a revision completely or not at all; `false` if the previous one is not the newest.
 *
 * The draft gets the name of the revision by a link, which fails if the name exists. The name may be free again if
 * other processes continued while this one was suspended. But a process that removes a revision removes its drafts
 * first, and this draft existed before the check. So its link fails as well.
 */
async function add(folder: string, revision: number, text: string): Promise<boolean> {
  const draft = join(folder, `${revision}.${randomUUID()}.tmp`);
  try {
    if (await isRefused(write(draft, text), "ENOENT")) return false;
    if ((await newestIn(folder)) !== revision - 1) return false;
    return !(await isRefused(publish(draft, fileOf(folder, revision)), "EEXIST", "ENOENT"));
  } finally {
    await rm(draft, { force: true }).catch(() => {
      // The next save removes it.
    });
  }
}

async function publish(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (cause) {
    if (!isOf(cause, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EISDIR")) throw cause;
    throw new AgentError(
      `The file ${file} cannot be created: its file system does not support hard links, which prevent two runs from overwriting each other. Use a directory on another disk, or sqliteStore.`,
      { cause },
    );
  }
}

const write = (file: string, text: string): Promise<void> =>
  withFile(file, "wx", async (handle) => {
    await handle.writeFile(text);
    await handle.sync();
  });

/** Syncs a folder, so that its entries survive a power failure. Windows does not allow this. */
async function sync(folder: string): Promise<void> {
  const synced = withFile(folder, "r", (handle) => handle.sync());
  await isRefused(synced, "ENOENT", "EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP");
}

async function withFile(path: string, flags: string, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, flags);
  try {
    await use(handle);
  } finally {
    await handle.close();
  }
}

/** Removes drafts, and then revisions in their order, so that the newest one counts until it is removed. */
async function removeFrom(folder: string, isOld: (name: string) => boolean): Promise<void> {
  const order = (name: string): number => (isDraft(name) ? -1 : numberOf(name));
  const old = (await namesIn(folder)).filter(isOld).sort((a, b) => order(a) - order(b));
  for (const name of old) await rm(join(folder, name), { force: true });
}

const isDraft = (name: string): boolean => name.endsWith(".tmp");

/** The revision of a file or draft. Files that the store did not write count as the newest. */
const numberOf = (name: string): number => Number(/^\d+(?=\.(json$|.*\.tmp$))/.exec(name)?.[0] ?? Infinity);

async function newestIn(folder: string): Promise<number> {
  const revisions = (await namesIn(folder)).filter((name) => name.endsWith(".json")).map(numberOf);
  return Math.max(0, ...revisions.filter(Number.isFinite));
}

async function readNewest(folder: string): Promise<Kept | undefined> {
  for (;;) {
    const revision = await newestIn(folder);
    if (revision === 0) return undefined;
    const file = fileOf(folder, revision);
    try {
      return parse(await readFile(file, "utf8"), file, revision);
    } catch (error) {
      // Another process saved or deleted it after the folder was listed. List it again.
      if (!isOf(error, "ENOENT")) throw error;
    }
  }
}

function parse(text: string, file: string, revision: number): Kept {
  try {
    const kept = JSON.parse(text) as Kept;
    if (typeof kept.session === "string" && kept.state.revision === revision) return kept;
  } catch (cause) {
    throw broken(file, cause);
  }
  throw broken(file);
}

const broken = (file: string, cause?: unknown): AgentError =>
  new AgentError(
    `The file ${file} does not contain a complete conversation: it was modified or truncated outside of the store. Restore it, or remove it to continue from the previous revision in the same folder, if there is one.`,
    { cause },
  );

/** The entries of a folder; empty if it does not exist. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isOf(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}

async function isRefused(attempt: Promise<unknown>, ...codes: readonly string[]): Promise<boolean> {
  try {
    await attempt;
    return false;
  } catch (error) {
    if (isOf(error, ...codes)) return true;
    throw error;
  }
}

const isOf = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException).code ?? "");
