// Session stores: one suite for every store, and tests for files, SQLite and several processes.
import { AgentError, memoryStore, SessionConflictError, type RunState, type SessionStore } from "@patchbay/agent";
import { fileStore, sqliteStore, type ListableSessionStore } from "@patchbay/agent/stores";
import { testSessionStore } from "@patchbay/agent/testing";
import fc from "fast-check";
import { spawn } from "node:child_process";
import type * as fs from "node:fs/promises";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

/** Where a test pauses a save: before one of the calls to the file system, until it is released. */
const brake = vi.hoisted(() => ({ before: async (_call: string): Promise<void> => {} }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof fs>();
  const held = (["link", "mkdir", "open", "readdir", "rm", "rmdir"] as const).map((name) => [
    name,
    async (...args: never[]) => {
      await brake.before(name);
      return (real[name] as (...args: never[]) => unknown)(...args);
    },
  ]);
  return { ...real, ...(Object.fromEntries(held) as object) };
});

let directory: string;
let count = 0;
const newPath = (): string => join(directory, `${++count}`);

const stores: Record<string, () => ListableSessionStore> = {
  memoryStore,
  fileStore: () => fileStore(newPath()),
  sqliteStore: () => sqliteStore(newPath()),
  "sqliteStore in memory": () => sqliteStore(":memory:"),
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "patchbay-stores-"));
});
afterEach(() => {
  brake.before = async () => {};
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const toState = (revision: number, ...texts: readonly string[]): RunState => ({
  version: 2,
  id: "run",
  turn: 0,
  revision,
  messages: texts.map((content) => ({ role: "user", content })),
});

test.each(Object.entries(stores))("%s meets every requirement of a session store", (_, make) => testSessionStore(make));

test("the suite accepts a store that has been used before", async () => {
  const store = sqliteStore(":memory:");
  await testSessionStore(() => store);
  await testSessionStore(() => store);
});

type Kept = Map<string, RunState>;

/** A store in memory, apart from its defect. */
function broken(change: (sound: SessionStore, kept: Kept) => Partial<SessionStore>): () => SessionStore {
  return () => {
    const kept: Kept = new Map();
    const sound: SessionStore = {
      load: async (session) => structuredClone(kept.get(session)),
      save: async (session, state) => {
        const last = kept.get(session)?.revision ?? 0;
        if (state.revision !== last + 1) throw new SessionConflictError(session, last, state.revision);
        kept.set(session, structuredClone(state));
      },
    };
    return { ...sound, ...change(sound, kept) };
  };
}

const throughText = (change: (text: string) => string) =>
  broken(({ load, save }) => ({
    load,
    save: async (session, state) => save(session, JSON.parse(change(JSON.stringify(state))) as RunState),
  }));

const byName = (change: (session: string) => string) =>
  broken(({ load, save }) => ({
    load: async (session) => load(change(session)),
    save: async (session, state) => save(change(session), state),
  }));

test("the store that the defective ones are based on meets every requirement", () =>
  testSessionStore(broken(() => ({}))));

test.each<[what: string, rule: string, make: () => SessionStore]>([
  [
    "returns null for a missing session",
    "`load` returns undefined for a session that was never saved",
    broken(({ load }) => ({ load: async (session) => (await load(session)) ?? (null as never) })),
  ],
  [
    "throws for nothing",
    "`load` returns undefined for a session that was never saved",
    broken(({ load }) => ({
      load: async (session) => (await load(session)) ?? Promise.reject(new Error("ENOENT")),
    })),
  ],
  [
    "writes Latin",
    "`load` returns the saved state unchanged",
    throughText((text) => Buffer.from(text, "latin1").toString("latin1")),
  ],
  ["normalizes", "`load` returns the saved state unchanged", throughText((text) => text.normalize("NFC"))],
  ["ends at a NUL", "`load` returns the saved state unchanged", throughText((text) => text.replaceAll("\\u0000", ""))],
  [
    "loses half a pair",
    "`load` returns the saved state unchanged",
    throughText((text) => text.replaceAll(/\\ud[89ab]../g, "\ufffd")),
  ],
  [
    "keeps messages alone",
    "`load` returns the saved state unchanged",
    broken(({ save }) => ({
      save: async (session, { version, id, turn, messages, revision = 0 }) =>
        save(session, { version, id, turn, messages, revision }),
    })),
  ],
  [
    "loses nulls",
    "`load` returns the saved state unchanged",
    throughText((text) => text.replaceAll(/"content":null,?/g, "")),
  ],
  [
    "has room for 64 KB",
    "large conversations",
    broken(({ save }) => ({
      save: async (session, state) =>
        save(session, JSON.stringify(state).length > 65_535 ? { ...state, messages: [] } : state),
    })),
  ],
  [
    "keeps the first one",
    "`load` returns the last saved state",
    broken((_, kept) => ({
      save: async (session, state) => {
        const { revision = 0 } = kept.get(session) ?? {};
        if (state.revision !== revision + 1) throw new SessionConflictError(session, revision, state.revision);
        kept.set(session, { ...state, messages: kept.get(session)?.messages ?? state.messages });
      },
    })),
  ],
  ["ignores the case of names", "sessions do not mix", byName((session) => session.toLowerCase())],
  ["merges Unicode normal forms", "sessions do not mix", byName((session) => session.normalize())],
  ["cuts long names", "sessions do not mix", byName((session) => session.slice(0, 255))],
  ["trims", "sessions do not mix", byName((session) => session.trim())],
  ["has no slashes", "sessions do not mix", byName((session) => session.replaceAll(/[/\\]/g, "_"))],
  ["goes up a folder", "sessions do not mix", byName((session) => join("a", session))],
  [
    "refuses an empty name",
    "sessions do not mix",
    byName((session) => {
      if (session === "") throw new Error("A key is needed.");
      return session;
    }),
  ],
  [
    "lets the last one win",
    "`save` accepts only the next revision",
    broken((_, kept) => ({ save: async (session, state) => void kept.set(session, structuredClone(state)) })),
  ],
  [
    "refuses with an error of its own",
    "`save` accepts only the next revision",
    broken(({ save }) => ({
      save: (session, state) => save(session, state).catch(() => Promise.reject(new Error("409"))),
    })),
  ],
  [
    "accepts a missing revision",
    "`save` accepts only the next revision",
    broken(({ save }, kept) => ({
      save: async (session, state) => {
        const { revision = 0 } = kept.get(session) ?? {};
        if ((state.revision ?? 0) <= revision) return save(session, state);
        kept.set(session, structuredClone(state));
      },
    })),
  ],
  [
    "looks first, and writes later",
    "one of several concurrent saves of a revision succeeds",
    broken((_, kept) => ({
      save: async (session, state) => {
        const { revision = 0 } = kept.get(session) ?? {};
        await Promise.resolve();
        if (state.revision !== revision + 1) throw new SessionConflictError(session, revision, state.revision);
        kept.set(session, structuredClone(state));
      },
    })),
  ],
  [
    "returns its internal object instead of a copy",
    "saved and loaded states are copies",
    broken((_, kept) => ({ load: async (session) => kept.get(session) })),
  ],
  [
    "keeps what it was given",
    "saved and loaded states are copies",
    broken(({ save }, kept) => ({
      save: async (session, state) => {
        await save(session, state);
        kept.set(session, state);
      },
    })),
  ],
])("the suite reports a store that %s", async (_, rule, make) => {
  await expect(testSessionStore(make)).rejects.toThrow(`The store violates the rule "${rule}`);
});

test.each(Object.entries(stores))("%s behaves like a map for any names and texts", async (_, make) => {
  const text = fc.string({ unit: "binary" });
  const act = fc.record({
    session: fc.nat(3),
    what: fc.constantFrom("load", "save", "save too early", "save too late", "delete", "list"),
    content: fc.oneof(text, fc.json()),
  });
  const names = fc.uniqueArray(fc.oneof(text, fc.string({ minLength: 200, maxLength: 300 })), {
    minLength: 4,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(names, fc.array(act, { maxLength: 20 }), async (names, acts) => {
      const store = make();
      const kept = new Map<string, RunState>();
      for (const { session: index, what, content } of acts) {
        const session = names[index]!;
        const { revision = 0 } = kept.get(session) ?? {};
        if (what === "delete") {
          await store.delete(session);
          kept.delete(session);
        }
        if (what === "list") expect(await store.list()).toEqual([...kept.keys()].sort());
        if (what === "save") {
          await store.save(session, toState(revision + 1, content));
          kept.set(session, toState(revision + 1, content));
        }
        if (what === "save too early" || what === "save too late")
          await expect(
            store.save(session, toState(what === "save too late" ? revision : revision + 2, content)),
          ).rejects.toThrow(SessionConflictError);
        expect(await store.load(session)).toEqual(kept.get(session));
      }
    }),
    { numRuns: 50 },
  );
});

test.each(Object.entries(stores))("%s distinguishes names that are not valid Unicode", async (_, make) => {
  const store = make();
  const names = ["\0", "\ud800", "\ud801", "\ufffd"];
  for (const name of names) await store.save(name, toState(1, name));
  for (const name of names) expect(await store.load(name)).toEqual(toState(1, name));
  expect(await store.list()).toEqual(names);
});

test("a conflict names the session, the saved revision and what to do", async () => {
  const store = memoryStore();
  await store.save("chat-42", toState(1));
  const error = await store.save("chat-42", toState(3)).catch((error: unknown) => error);
  expect(error).toMatchObject({ name: "SessionConflictError", session: "chat-42" });
  expect(String(error)).toMatch(/"chat-42" has revision 1, so revision 3 cannot be saved.*Load the session again/);
});

test("a session file is readable, has a safe name, and disappears when the session is deleted", async () => {
  const path = newPath();
  const store = fileStore(path);
  expect(await store.list()).toEqual([]);
  for (const revision of [1, 2, 3]) await store.save("../User 7/Chat", toState(revision, "Hello"));
  const [folder, ...others] = await readdir(path);
  expect(others).toEqual([]);
  expect(folder).toMatch(/^user-7-chat-[0-9a-f]{32}$/);
  // The previous file stays for concurrent readers.
  expect((await readdir(join(path, folder!))).sort()).toEqual(["2.json", "3.json"]);
  expect(JSON.parse(await readFile(join(path, folder!, "3.json"), "utf8"))).toEqual({
    session: "../User 7/Chat",
    state: toState(3, "Hello"),
  });
  await writeFile(join(path, folder!, "4.left-by-a-killed-process.tmp"), "{");
  await store.delete("../User 7/Chat");
  expect(await readdir(path)).toEqual([]);
});

test.each([
  ["is empty", () => ""],
  ["was cut off", (text: string) => text.slice(0, -9)],
  ["is other JSON", () => "null"],
  ["is of another revision", (text: string) => text.replace('"revision":1', '"revision":7')],
])("a file that %s throws an error that names it, and does not start a new session", async (_, change) => {
  const path = newPath();
  const store = fileStore(path);
  await store.save("chat", toState(1, "Hello"));
  const file = join(path, (await readdir(path))[0]!, "1.json");
  await writeFile(file, change(await readFile(file, "utf8")));
  const error = await store.load("chat").catch((error: unknown) => error);
  expect(error).toBeInstanceOf(AgentError);
  expect(String(error)).toContain(file);
});

test("where files cannot be linked, the error says what to do, and nothing is saved", async () => {
  const store = fileStore(newPath());
  brake.before = async (name) => {
    if (name === "link") throw Object.assign(new Error("EPERM"), { code: "EPERM" });
  };
  const error = await store.save("chat", toState(1)).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(AgentError);
  expect(String(error)).toMatch(/1\.json cannot be created: its file system does not support hard links.*sqliteStore/);
  expect(await store.load("chat")).toBeUndefined();
});

// A process can be paused for any time before every call to the file system.
test("a save that pauses at any point while others save succeeds or conflicts, never both", async () => {
  for (const first of [1, 4])
    for (const saves of [0, 1, 2, 3, 4])
      for (let call = 1, held = true; held; call++) {
        const store = fileStore(newPath());
        for (let revision = 1; revision < first; revision++) await store.save("chat", toState(revision, "before"));
        const slow = await holdUp(() => store.save("chat", toState(first, "slow")), call);
        const quick = new Set<number>();
        for (let left = saves; left > 0; left--) quick.add(await saveNext(store, "quick"));
        const outcome = await slow.goOn();
        const where = `${saves} saves at call ${call} of revision ${first}`;
        expect(outcome === "done" || outcome instanceof SessionConflictError, where).toBe(true);
        expect(outcome === "done", where).toBe(!quick.has(first));
        const last = Math.max(first, ...quick);
        expect(await store.load("chat"), where).toEqual(toState(last, quick.has(last) ? "quick" : "slow"));
        ({ held } = slow);
      }
});

test("a paused save does not succeed and conflict when others cannot remove files for a while, as next to a virus scanner", async () => {
  for (let slowCall = 1, slowHeld = true; slowHeld; slowCall++)
    for (let call = 1, held = true; held; call++) {
      const store = fileStore(newPath());
      const slow = await holdUp(() => store.save("chat", toState(1, "slow")), slowCall);
      brake.before = async (name) => {
        if (name === "rm") throw Object.assign(new Error("EBUSY"), { code: "EBUSY" });
      };
      await saveNext(store, "quick");
      const last = (await saveNext(store, "quick")) + 1;
      const other = await holdUp(() => store.save("chat", toState(last, "last")), call);
      const outcome = await slow.goOn();
      expect(await other.goOn()).toBe("done");
      // The others began with revision 2 when the slow one had saved the first.
      expect(outcome === "done", `calls ${slowCall} and ${call}`).toBe(last === 4);
      expect(await store.load("chat")).toEqual(toState(last, "last"));
      ({ held } = other);
      slowHeld = slow.held;
    }
});

test("a session that is deleted while a save is paused stays deleted", async () => {
  for (let call = 1, held = true; held; call++) {
    const path = newPath();
    const store = fileStore(path);
    for (const revision of [1, 2]) await store.save("chat", toState(revision));
    const slow = await holdUp(() => store.save("chat", toState(3)), call);
    await store.delete("chat");
    const outcome = await slow.goOn();
    expect(outcome === "done" || outcome instanceof SessionConflictError).toBe(true);
    expect([call, await store.load("chat"), await readdir(path)]).toEqual([call, undefined, []]);
    ({ held } = slow);
  }
});

test("a state that is saved while a delete is paused is deleted as well", async () => {
  for (let call = 1, held = true; held; call++) {
    const path = newPath();
    const store = fileStore(path);
    for (const revision of [1, 2]) await store.save("chat", toState(revision));
    const slow = await holdUp(() => store.delete("chat"), call);
    if (slow.held) await saveNext(store, "quick");
    expect(await slow.goOn()).toBe("done");
    expect([call, await store.load("chat"), await readdir(path)]).toEqual([call, undefined, []]);
    ({ held } = slow);
  }
});

/** Saves after the stored state, and returns the revision. */
async function saveNext(store: SessionStore, text: string): Promise<number> {
  const revision = ((await store.load("chat"))?.revision ?? 0) + 1;
  await store.save("chat", toState(revision, text));
  return revision;
}

/** Starts an operation that pauses before its nth call to the file system, if it has that many; `goOn` returns its result. */
async function holdUp(
  begin: () => Promise<void>,
  call: number,
): Promise<{ held: boolean; goOn: () => Promise<unknown> }> {
  let calls = 0;
  const reached = Promise.withResolvers<boolean>();
  const released = Promise.withResolvers<void>();
  brake.before = async () => {
    if (++calls !== call) return;
    reached.resolve(true);
    await released.promise;
  };
  const outcome = begin().then(
    () => "done",
    (error: unknown) => error,
  );
  const held = await Promise.race([reached.promise, outcome.then(() => false)]);
  brake.before = async () => {};
  return {
    held,
    goOn: () => {
      released.resolve();
      return outcome;
    },
  };
}

test("a database that cannot be opened throws an error that names it", () => {
  expect(() => sqliteStore(join(newPath(), "nowhere.db"))).toThrow(/nowhere\.db" cannot be opened.*existing directory/);
});

test("a file that is not a database throws an error that names it", async () => {
  const path = newPath();
  await writeFile(path, "This is a diary, and has been one for many years. ".repeat(20));
  expect(() => sqliteStore(path)).toThrow(AgentError);
  expect(() => sqliteStore(path)).toThrow(`${JSON.stringify(path)} cannot be opened: file is not a database`);
});

test("a database of a newer version of the package is not changed", () => {
  const db = new DatabaseSync(":memory:");
  db.exec("CREATE TABLE patchbay_schema (version INTEGER PRIMARY KEY); INSERT INTO patchbay_schema VALUES (2)");
  expect(() => sqliteStore(db)).toThrow(/have version 2, but this @patchbay\/agent supports versions up to 1.*Update/);
  expect(db.prepare("SELECT name FROM sqlite_schema").all()).toHaveLength(1);
});

test("an open database keeps its settings and its other tables, and stays open", async () => {
  const db = new DatabaseSync(newPath());
  db.exec("PRAGMA user_version = 7; CREATE TABLE sessions (id)");
  const store = sqliteStore(db);
  await store.save("chat", toState(1));
  store.close();
  expect(db.prepare("PRAGMA user_version").get()).toEqual({ user_version: 7 });
  expect(db.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "delete" });
  expect(db.prepare("SELECT session, revision FROM patchbay_sessions").all()).toEqual([
    { session: "chat", revision: 1 },
  ]);
  db.close();
});

test("sessions are still in a database after it is opened again", async () => {
  const path = newPath();
  const store = sqliteStore(path);
  await store.save("chat", toState(1, "Hello"));
  store.close();
  const again = sqliteStore(path);
  expect(await again.load("chat")).toEqual(toState(1, "Hello"));
  again.close();
  // Readers do not wait for writers.
  expect(new DatabaseSync(path).prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
});

test("a row that another program wrote throws an error that names the session", async () => {
  const db = new DatabaseSync(":memory:");
  const store = sqliteStore(db);
  db.exec(`INSERT INTO patchbay_sessions VALUES ('chat', 1, '{"version":', '')`);
  await expect(store.load("chat")).rejects.toThrow(
    /The session "chat" in the table patchbay_sessions is not valid JSON/,
  );
});

/** Creates `store` and `toState` in a separate process. */
const prelude = `
  import { writeSync } from "node:fs";
  import { fileStore, sqliteStore } from "@patchbay/agent/stores";
  const [make, path, name] = process.argv.slice(1);
  const store = { fileStore, sqliteStore }[make](path);
  const add = async (session, text) => {
    const { revision = 0, messages = [] } = (await store.load(session)) ?? {};
    const next = [...messages, { role: "user", content: text }];
    await store.save(session, { version: 2, id: "run", turn: 0, messages: next, revision: revision + 1 });
    return revision + 1;
  };
`;

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

/** Warnings of Node 22 about its own SQLite do not count. */
const warning = /^\(node:\d+\) ExperimentalWarning: SQLite .*\n\(Use `node --trace-warnings .*\n$/;

/** Runs code in a separate process; `watch` receives its output and a function that kills it. */
function run(
  code: string,
  args: readonly string[] = [],
  watch: (said: string, kill: () => void) => void = () => {},
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ["--conditions=@patchbay/source", "--input-type=module", "--eval", code, "--", ...args],
    { cwd: dirname(import.meta.dirname) },
  );
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (said: string) => {
    out += said;
    watch(out, () => child.kill("SIGKILL"));
  });
  child.stderr.setEncoding("utf8").on("data", (said: string) => (err += said));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (status) => resolve({ out, err: err.replace(warning, ""), status }));
  });
}

const shared = { fileStore, sqliteStore } as const;

test.each(Object.entries(shared))(
  "%s: a process that is killed during a save leaves the last acknowledged state, or the next one",
  async (make, open) => {
    const path = newPath();
    let acknowledged = 0;
    for (let kill = 0; kill < 8; kill++) {
      const enough = 1 + kill * 3;
      let armed = false;
      const { out } = await run(
        `${prelude} for (;;) writeSync(1, (await add("chat", "x".repeat(10_000))) + "\\n");`,
        [make, path],
        (said, kill) => {
          if (armed || said.split("\n").length <= enough) return;
          armed = true;
          setTimeout(kill, Math.random() * 20);
        },
      );
      acknowledged = Number(out.trim().split("\n").at(-1));
      const found = await open(path).load("chat");
      expect([acknowledged, acknowledged + 1]).toContain(found!.revision);
      expect(found!.messages).toHaveLength(found!.revision!);
    }
    // No cleanup is needed: the next process continues.
    const store = open(path);
    const { revision } = (await store.load("chat"))!;
    await store.save("chat", toState(revision! + 1));
  },
);

test.each(Object.entries(shared))(
  "%s: when several processes save one session, each conflict is reported and no update is lost",
  async (make, open) => {
    const path = newPath();
    const code = `${prelude}
      for (let done = 0; done < 25; )
        try { await add("chat", name + done); done++; }
        catch (error) { if (error.name !== "SessionConflictError") throw error; }`;
    const names = ["a", "b", "c"];
    const ended = await Promise.all(names.map((name) => run(code, [make, path, name])));
    expect(ended).toEqual(names.map(() => ({ out: "", err: "", status: 0 })));
    const { revision, messages } = (await open(path).load("chat"))!;
    expect(revision).toBe(75);
    const texts = messages.map(({ content }) => String(content));
    for (const name of names)
      expect(texts.filter((text) => text.startsWith(name))).toEqual(
        Array.from({ length: 25 }, (_, index) => `${name}${index}`),
      );
  },
);

test("the entry point and SQLite load without output on stderr, and SQLite loads only when it is used", async () => {
  const code = `
    const real = process.getBuiltinModule;
    const asked = [];
    process.getBuiltinModule = (name) => { asked.push(name); return real.call(process, name); };
    const { sqliteStore } = await import("@patchbay/agent/stores");
    const before = [...asked];
    const store = sqliteStore(":memory:");
    console.log(JSON.stringify([before, asked, await store.load("chat")]));
    store.close();`;
  const { out, err, status } = await run(code);
  expect([out, err, status]).toEqual(['[[],["node:sqlite"],null]\n', "", 0]);
});

test("where SQLite is missing, the error says what to do", async () => {
  const code = `
    process.getBuiltinModule = () => undefined;
    const { sqliteStore } = await import("@patchbay/agent/stores");
    try { sqliteStore("sessions.db"); } catch (error) { console.log(String(error)); }`;
  const { out } = await run(code);
  expect(out).toMatch(
    /^AgentError: The database "sessions\.db" cannot be opened: this runtime has no node:sqlite\..*fileStore/,
  );
});
