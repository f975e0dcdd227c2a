import { toCanonical } from "../text/canonical-json.ts";
import type { RunState } from "../report/run-report.ts";
import { SessionConflictError, type SessionStore } from "./session-store.ts";

/**
 * Throws an error that names the first `SessionStore` rule that a store violates. `make` is called once for each rule.
 * It may return the same store each time, also with sessions in it. The test leaves sessions behind, so pass a
 * temporary store.
 *
 * @example
 * ```ts
 * test("conversations are stored in Redis", () => testSessionStore(() => redisStore(redis)));
 * ```
 */
export async function testSessionStore(make: () => SessionStore | Promise<SessionStore>): Promise<void> {
  for (const [rule, check] of Object.entries(rules)) {
    const store = await make();
    const fail = (found: string, cause?: unknown): never => {
      throw new Error(`The store violates the rule "${rule}": ${found}.`, { cause });
    };
    await check(store, fail);
  }
}

/** Throws with the observed behavior. */
type Fail = (found: string, cause?: unknown) => never;

const rules: Record<string, (store: SessionStore, fail: Fail) => Promise<void>> = {
  "`load` returns undefined for a session that was never saved": async (store, fail) => {
    const found = await load(store, newName(), fail);
    if (found !== undefined) fail(`load returned ${excerpt(found)}`);
  },

  "`load` returns the saved state unchanged": async (store, fail) => {
    for (const [what, messages] of Object.entries(conversations)) {
      await expectKept(store, newName(), { ...toState(1), messages }, what, fail);
    }
    await expectKept(store, newName(), paused, "a paused run", fail);
  },

  "large conversations are stored completely": async (store, fail) => {
    const text = "All work and no play. ".repeat(100);
    const messages = Array.from({ length: 2000 }, (_, index) => ({
      role: "user" as const,
      content: `${index} ${text}`,
    }));
    await expectKept(store, newName(), { ...toState(1), messages }, "4 MB", fail);
  },

  "`load` returns the last saved state": async (store, fail) => {
    const session = newName();
    // Shorter states after longer ones, and past the first two-digit number.
    for (let revision = 1; revision <= 12; revision++)
      await expectKept(store, session, toState(revision, "x".repeat(100 - revision)), `revision ${revision}`, fail);
  },

  "sessions do not mix": async (store, fail) => {
    const kept = new Map<string, RunState>();
    for (const session of names) {
      const { revision = 0 } = (await load(store, session, fail)) ?? {};
      const state = toState(revision + 1, `In ${session.slice(0, 50)}`);
      await save(store, session, state, `under the id ${excerpt(session)}`, fail);
      kept.set(session, state);
    }
    for (const [session, state] of kept) {
      const found = await load(store, session, fail);
      if (!isSame(found, state))
        fail(
          `after all sessions were saved, load of ${excerpt(session)} returned ${excerpt(found)}, expected ${excerpt(state)}`,
        );
    }
  },

  "`save` accepts only the next revision": async (store, fail) => {
    const session = newName();
    for (const revision of [2, 0, undefined]) await expectConflict(store, session, undefined, revision, fail);
    await save(store, session, toState(1), "as the first one", fail);
    await save(store, session, toState(2), "as the second one", fail);
    for (const revision of [2, 1, 0, undefined, 4]) await expectConflict(store, session, toState(2), revision, fail);
    await expectKept(store, session, toState(3), "the next one after conflicts", fail);
  },

  "one of several concurrent saves of a revision succeeds": async (store, fail) => {
    const session = newName();
    for (let revision = 1; revision <= 5; revision++) {
      const states = Array.from({ length: 8 }, (_, index) => toState(revision, `From the run ${index}`));
      const saved = await Promise.allSettled(states.map(async (state) => store.save(session, state)));
      const won = states.filter((_, index) => saved[index]!.status === "fulfilled");
      if (won.length !== 1)
        fail(`${won.length} of 8 saves of revision ${revision} succeeded`, saved.find(isRejected)?.reason);
      for (const { reason } of saved.filter(isRejected))
        if (!(reason instanceof SessionConflictError))
          fail(`a failed save threw ${String(reason)}, expected SessionConflictError`, reason);
      const found = await load(store, session, fail);
      if (!isSame(found, won[0])) fail(`${excerpt(won[0])} was saved, but load returned ${excerpt(found)}`);
    }
  },

  "saved and loaded states are copies": async (store, fail) => {
    const session = newName();
    const messages = [...toState(1).messages];
    await save(store, session, { ...toState(1), messages }, "as the first one", fail);
    messages.pop();
    const first = await load(store, session, fail);
    if (!isSame(first, toState(1))) fail("changing a saved state changed the stored one");
    (first!.messages as unknown[]).pop();
    if (!isSame(await load(store, session, fail), toState(1))) fail("changing a loaded state changed the stored one");
  },
};

/** Each kind of message, and content that some stores do not preserve. */
const conversations: Record<string, RunState["messages"]> = {
  "no messages": [],
  "messages of every kind": [
    { role: "system", content: "Be brief." },
    { role: "developer", content: "Be kind." },
    { role: "user", content: "How is the weather?", name: "ada" },
    {
      role: "user",
      content: [
        { type: "text", text: "What is this?" },
        { type: "image_url", image_url: { url: "data:image/png;base64,iVBORw0KGgo=" } },
        { type: "file", file: { filename: "a.pdf", file_data: "data:application/pdf;base64,JVBERi0=" } },
      ],
    },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "call_1", type: "function", function: { name: "weather", arguments: '{"city": "Oslo"}' } }],
      reasoning: "Ask.",
      reasoning_details: [
        { type: "reasoning.encrypted", data: "bm8=", id: "r1", format: "openai-responses-v1", index: 0 },
      ],
    },
    { role: "tool", tool_call_id: "call_1", content: '{"celsius":-7.5}' },
    { role: "assistant", content: "Snow." },
  ],
  "Unicode, control characters and half a surrogate pair": [
    { role: "user", content: "Ærøskøbing, 東京, 👩‍👩‍👧, \u00e9 is not e\u0301, \u202eright to left" },
    { role: "user", content: "\u0000 \u0001 \t \r\n \u2028 \ufeff \ufffd" },
    { role: "user", content: "cut off: \ud83d" },
    { role: "user", content: `' " \\ \` $1 %s {{x}} '; DROP TABLE sessions; --` },
  ],
};

/** Each field of a state, and JSON of each shape. */
const paused: RunState = {
  version: 2,
  id: "run_1",
  agent: "payer",
  turn: 3,
  revision: 1,
  messages: [],
  pending: [
    { id: "call_1", name: "pay", input: { a: [[], {}, [null, { "": [true, false, 0, -1.5, 1e21, 2 ** 53 - 1] }]] } },
    { id: "call_2", name: "wait", input: null, manual: true },
    { id: "call_3", name: "nest", input: JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`) as unknown },
    {
      id: "call_4",
      name: "keys",
      input: JSON.parse('{"__proto__": 1, "constructor": 2, "a.b": 3, "$set": 4}') as unknown,
    },
  ],
  agents: { call_5: { version: 2, id: "run_2", turn: 1, messages: [{ role: "user", content: "Ask." }] } },
  used: { steps: 3, cost: 0.000_012_3, tokens: 1200 },
  signature: "00ff",
};

const long = "long ".repeat(200);

/** Names that some stores or file systems confuse or reject. */
const names: readonly string[] = [
  "|a|A|a | a|a.|a\n|ä|a\u0308|å|\u212b|ß|ss|ı|i|I|東京|👩‍👩‍👧".split("|"),
  "a/b|a\\b|a%2Fb|a:b|a*|a?|a_b|a%|a b|a+b|a%20b|a'b|a\"b|a<b>|/a|a/|/|../a|.|..".split("|"),
  "~|-rf|con|NUL|a.json|null|undefined|0|00|__proto__|constructor|toString|hasOwnProperty".split("|"),
  [long, `${long}a`, `${long}A`, `a${long}`],
].flat();

const newName = (): string => `check-${crypto.randomUUID()}`;

const toState = (revision: number | undefined, content = `Revision ${revision}`): RunState => ({
  version: 2,
  id: "run_1",
  turn: 0,
  messages: [{ role: "user", content }],
  ...(revision !== undefined && { revision }),
});

async function load(store: SessionStore, session: string, fail: Fail): Promise<RunState | undefined> {
  try {
    return await store.load(session);
  } catch (error) {
    return fail(`load of ${excerpt(session)} threw ${String(error)}`, error);
  }
}

async function save(store: SessionStore, session: string, state: RunState, what: string, fail: Fail): Promise<void> {
  try {
    await store.save(session, state);
  } catch (error) {
    fail(`save of ${excerpt(state)} ${what} threw ${String(error)}`, error);
  }
}

async function expectKept(
  store: SessionStore,
  session: string,
  state: RunState,
  what: string,
  fail: Fail,
): Promise<void> {
  await save(store, session, state, `(${what})`, fail);
  const found = await load(store, session, fail);
  if (!isSame(found, state)) fail(`(${what}) ${excerpt(state)} was saved, but load returned ${excerpt(found)}`);
}

/** Saves a state that must be rejected; `kept` must still be stored. */
async function expectConflict(
  store: SessionStore,
  session: string,
  kept: RunState | undefined,
  revision: number | undefined,
  fail: Fail,
): Promise<void> {
  const what = `revision ${revision} after ${kept?.revision ?? "none"}`;
  const error = await Promise.resolve(store.save(session, toState(revision, "Too late"))).then(
    () => fail(`${what} was saved`),
    (error: unknown) => error,
  );
  if (!(error instanceof SessionConflictError))
    fail(`${what} was rejected with ${String(error)}, expected SessionConflictError`, error);
  const found = await load(store, session, fail);
  if (!isSame(found, kept))
    fail(`${what} was rejected, but then load returned ${excerpt(found)}, expected ${excerpt(kept)}`);
}

const isRejected = (result: PromiseSettledResult<void>): result is PromiseRejectedResult =>
  result.status === "rejected";

/** Whether two values are the same JSON, ignoring the order of keys. */
const isSame = (one: unknown, other: unknown): boolean => toCanonical(one) === toCanonical(other);

const excerpt = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text;
};
