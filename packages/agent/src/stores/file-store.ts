import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rm, rmdir, type FileHandle } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AgentError } from "../errors/agent-error.ts";
import type { ListableSessionStore } from "./memory-store.ts";
import type { RunState } from "../report/run-report.ts";
import { SessionConflictError } from "./session-store.ts";

/** What a file holds. */
interface Kept {
  readonly session: string;
  readonly state: RunState;
}

/**
 * Keeps conversations as JSON, with a folder for each session, in a directory that is made when it is needed. Several processes
 * may share it.
 *
 * In the folder are the last two revisions, `41.json` and `42.json`; the higher one counts. Nothing is locked, so nobody who was
 * killed holds anybody up; nothing is replaced, so on Windows no reader does either. What was left half written goes with one
 * of the next saves.
 *
 * @example
 * ```ts
 * const bot = agent({ client, model: "openai/gpt-5-mini", store: fileStore("./sessions") });
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
          `The folder ${folder} is that of the session ${JSON.stringify(session)}, and holds ${JSON.stringify(kept.session)}: it was moved or copied. Give it its own name again.`,
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
        // The state is kept all the same, and the next save removes it.
      });
    },
    async delete(session) {
      const folder = folderOf(session);
      do {
        await removeFrom(folder, () => true);
        await isRefused(rmdir(folder), "ENOENT", "ENOTEMPTY", "EEXIST");
        // Somebody may have saved in the meantime.
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
 * A name that every file system takes, and no other session has: some letters for people, and a hash of each code unit, for file
 * systems may tell neither cases nor normal forms of Unicode apart.
 */
function folderName(session: string): string {
  const hash = createHash("sha256").update(Buffer.from(session, "utf16le")).digest("hex").slice(0, 32);
  const letters =
    session
      .slice(0, 40)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...letters, hash].join("-");
}

const fileOf = (folder: string, revision: number): string => join(folder, `${revision}.json`);

/**
 * Adds a revision, whole or not at all; false when the one before it is not the newest.
 *
 * The draft gets the name of the revision by a link, which fails when the name is taken. The name may be free again, when others
 * went on from there for as long as this process was held up; but who removes a revision has removed its drafts first, and this
 * one was there before the revision was looked for. So its link fails, too.
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
      `The file ${file} cannot be made: its file system refuses hard links, which keep two runs from overwriting each other. Take a directory on another disk, or sqliteStore.`,
      { cause },
    );
  }
}

const write = (file: string, text: string): Promise<void> =>
  withFile(file, "wx", async (handle) => {
    await handle.writeFile(text);
    await handle.sync();
  });

/** Makes the names in a folder outlast a power cut, where the system lets a folder be opened (Windows does not). */
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

/** Removes drafts, and then revisions in their order, so that the newest one counts until it is gone, too. */
async function removeFrom(folder: string, isOld: (name: string) => boolean): Promise<void> {
  const order = (name: string): number => (isDraft(name) ? -1 : numberOf(name));
  const old = (await namesIn(folder)).filter(isOld).sort((a, b) => order(a) - order(b));
  for (const name of old) await rm(join(folder, name), { force: true });
}

const isDraft = (name: string): boolean => name.endsWith(".tmp");

/** The revision that a file holds, or was to hold; what the store did not write is as new as can be. */
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
      // Others saved, or deleted it, since the folder was looked at: look again.
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
    `The file ${file} does not hold a whole conversation: it was changed or cut off outside of the store. Restore it, or remove it, and the session goes on from the file beside it, if there is one.`,
    { cause },
  );

/** What is in a folder; nothing when there is none. */
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
